"""The room `register` as a Django app; what turns payloads of older versions into today's."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "concentric.register"
    label = "register"

    def ready(self) -> None:
        from concentric.ledger.payload import UPCASTERS  # models are loaded only now

        UPCASTERS[("organisation", 1)] = dict  # version 2 may have a class of size
