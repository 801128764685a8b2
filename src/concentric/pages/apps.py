"""The room `pages` as a Django app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "concentric.pages"
    label = "pages"
