"""The room `lake` as a Django app."""

from django.apps import AppConfig


class LakeConfig(AppConfig):
    name = "concentric.lake"
    label = "lake"
