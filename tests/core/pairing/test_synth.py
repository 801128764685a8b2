"""Invented sides are the same for the same seed, hold what they promise, and can be paired."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from concentric.core.pairing import check_pairing, pair, synth


def test_the_same_seed_gives_the_same_sides_and_another_one_others() -> None:
    one, other, rules = synth.instance(300, 280, 4)
    again = synth.instance(300, 280, 4)
    assert one.categories.tolist() == again[0].categories.tolist() and rules.digest() == again[2].digest()
    assert other.latitude.tolist() != synth.instance(300, 280, 5)[1].latitude.tolist()
    assert set(one.place.tolist()) & set(other.place.tolist()) and int(min(one.place)) >= 900_000


@pytest.mark.parametrize("places", [synth.LOOSE, synth.TIGHT])
def test_capacity_is_as_wide_as_asked_and_the_pairing_is_proved(places: float) -> None:
    one, other, rules = synth.instance(150, 180, 4, places=places)
    assert int(one.takes.sum()) == int(180 * places)
    found = pair(one, other, rules)
    assert found.covered == 180 and found.gap == 0
    assert check_pairing(found.certificate, one, other, rules).says == "optimal"


def test_an_instance_is_written_as_lists_and_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(synth.SCALES, "province", (40, 30))
    assert synth.write_instance(tmp_path / "out", "province", 1, tight=True) == 70
    with (tmp_path / "out" / "supporters.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 40 and rows[0]["number"] == "S000000" and len(rows[0]["place"]) == 6
    assert json.loads((tmp_path / "out" / "rules.json").read_text())["continuity"] == 1500
