"""A province's ledger of any size: every noun is in it, and it verifies."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from concentric.config.cli import concentric
from concentric.exchange.synth.province import Province
from concentric.exchange.synth.province_matters import enter_all
from concentric.ledger.models import Entry, Head
from concentric.ledger.positions import size
from concentric.ledger.verify import verify


@pytest.fixture
def province(ledger_db):
    found = Province(5_000, 7)
    found.found()
    assert list(enter_all(found))[-1] == "activities"
    return found


def test_it_holds_as_many_records_as_were_asked_for_of_every_noun(province):
    assert size() == 5_000
    kinds = set(Entry.objects.values_list("kind", flat=True))
    nouns = {"need", "offer", "pairing", "commitment", "project", "signing", "site", "activity", "case", "assignment"}
    nouns |= {"post", "appointment", "honour", "accreditation", "follow-up", "statistic", "roster-entry"}
    assert nouns <= kinds
    assert {"case-step", "project-step", "site-step", "follow-up-step", "pairing-step", "commitment-step"} <= kinds


def test_it_verifies_and_matters_have_come_to_every_strength(province):
    assert verify().findings == []
    assert set(Head.objects.values_list("strength", flat=True)) == {1, 2, 3, 4}


def test_its_villages_are_paired(province):
    done = CliRunner().invoke(concentric, ["pair", "villages", "--json"], standalone_mode=False)
    assert done.return_value in (0, None), done.output
    told = json.loads(done.output)
    assert told["gap"] == 0 and told["covered"] == len(province.recipients)
