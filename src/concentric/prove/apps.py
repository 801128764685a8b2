"""The room `prove` as a Django app."""

from django.apps import AppConfig


class ProveConfig(AppConfig):
    name = "concentric.prove"
    label = "prove"
