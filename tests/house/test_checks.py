"""Django finds nothing to complain about, and no table lags behind its model."""

from __future__ import annotations

from django.core import checks
from django.core.management import call_command

from concentric.ledger import checks as own
from concentric.register.models import Place


def test_the_system_checks_are_clean(ledger_db: str) -> None:
    found = [each for each in checks.run_checks(databases=["default"]) if each.id != "ledger.W001"]
    assert found == []


def test_no_model_waits_for_a_migration(ledger_db: str) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_field_without_a_disclosure_class_is_an_error(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    assert own.disclosure() == []
    monkeypatch.setattr(Place, "DISCLOSURE", {k: v for k, v in Place.DISCLOSURE.items() if k != "latitude"})
    assert [(each.id, "place.latitude" in each.msg) for each in own.disclosure()] == [("ledger.E001", True)]
    monkeypatch.setattr(Place, "DISCLOSURE", Place.DISCLOSURE | {"latitude": "secret"})
    assert [each.id for each in own.disclosure()] == ["ledger.E002"]
    monkeypatch.setattr(Place, "DISCLOSURE", Place.DISCLOSURE | {"latitude": "sealed"})
    assert [each.id for each in own.disclosure()] == ["ledger.E002"], "what is sealed has no column"
