"""What is in force at a position, read from the lake."""

from __future__ import annotations

from concentric.lake.relations import table
from concentric.lake.shape import shapes
from concentric.lake.snapshot import snapshot
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.register.models import Place


def names(position: int | None = None) -> list[str]:
    places = table(shapes()["place"], "place")
    return sorted(name for (name,) in snapshot(position).rows(places.select("name")))


def test_a_correction_and_a_void_count_from_their_own_position(office: Actor) -> None:
    roots = {}
    one = append(office, lambda w: roots.update(a=w.add(Place(code="1", name="old", level="county"))), request_id="1")
    two = append(
        office,
        lambda w: w.supersede(roots["a"], Place(code="1", name="new", level="county"), "misspelt"),
        request_id="2",
    )
    three = append(office, lambda w: w.void(roots["a"], "place", "merged"), request_id="3")
    assert names(one.first) == []
    assert names(one.size) == ["old"]
    assert names(two.size) == ["new"]
    assert names(three.size) == names() == []
