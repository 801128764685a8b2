"""The room `register` as a Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "concentric.register"
    label = "register"
