"""The room `ledger` as a Django app: installs the triggers after each migrate and registers the system checks."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LedgerConfig(AppConfig):
    name = "concentric.ledger"
    label = "ledger"

    def ready(self) -> None:
        # Models must be loaded before these modules can name them.
        from concentric.ledger import checks, triggers

        checks.register()
        post_migrate.connect(triggers.install, dispatch_uid="ledger-triggers")
