"""The room `access` as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "concentric.access"
    label = "access"
