"""The room `keep` as a Django app; what turns payloads of older versions into today's."""

from django.apps import AppConfig


class KeepConfig(AppConfig):
    name = "concentric.keep"
    label = "keep"

    def ready(self) -> None:
        from concentric.ledger.payload import UPCASTERS  # models are loaded only now

        UPCASTERS[("commitment", 1)] = dict  # version 2 may name the pairing under which it was made
