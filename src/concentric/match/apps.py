"""The room `match` as a Django app."""

from django.apps import AppConfig


class MatchConfig(AppConfig):
    name = "concentric.match"
    label = "match"
