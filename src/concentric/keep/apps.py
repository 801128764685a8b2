"""The room `keep` as a Django app."""

from django.apps import AppConfig


class KeepConfig(AppConfig):
    name = "concentric.keep"
    label = "keep"
