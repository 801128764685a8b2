"""The room `exchange` as a Django app; what turns payloads of older versions into today's."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "concentric.exchange"
    label = "exchange"

    def ready(self) -> None:
        from concentric.ledger.payload import UPCASTERS  # models are loaded only now

        UPCASTERS[("mapping", 1)] = dict  # version 2 may name the sender whose files it is for
