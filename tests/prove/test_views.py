"""The views are documented to the last column, and say what the courses say."""

from __future__ import annotations

from pathlib import Path

import pytest

from concentric.core.terms.words import LANGS, say
from concentric.lake.snapshot import snapshot
from concentric.ledger.actor import Actor
from concentric.ledger.models import Head
from concentric.prove.documented import as_markdown
from concentric.prove.settling import settle
from concentric.prove.views import VIEWS, countable, relation
from concentric.prove.where import parse_where

from .cast import Town

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", countable().values(), ids=lambda view: view.name)
def test_every_view_and_column_has_a_heading_and_an_explanation(view, lang: str) -> None:
    for key in (view.key, *(column.key for column in view.columns)):
        assert say(key, lang) and say(f"{key}-means", lang)


@pytest.mark.parametrize(("lang", "page"), [("en", "views.md"), ("zh-Hans", "zh-CN/views.md")])
def test_the_page_on_views_is_the_one_the_program_writes(lang: str, page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == as_markdown(lang), "run: make docs"


def test_what_a_view_promises_is_among_its_columns() -> None:
    for view in countable().values():
        names = {column.name for column in view.columns}
        promised = {"idx", "record", "root", "number", "path", "attested", "channel", "entered_at", *view.labels}
        promised |= {view.dated} - {""}
        for measure in view.measures:
            promised |= {column for column in measure.rungs if column} or {measure.name}
            promised |= {measure.currency} - {""}
        assert promised <= names, view.name
        assert ("strength" in names) == bool(view.ladder)


def test_every_public_column_may_stand_in_a_condition() -> None:
    for view in countable().values():
        for column in view.columns:
            if column.disclosure == "public" and column.type != "time":
                parse_where(f"{column.name} IS NULL AND NOT {column.name} = {column.name}", view)


def test_sealed_values_have_no_column_anywhere() -> None:
    assert not [c for view in VIEWS.values() for c in view.columns if "contact" in c.name or c.disclosure == "sealed"]


def rows(view: str, *columns: str) -> dict[str, tuple]:
    """The columns of each row by its root."""
    engine = snapshot()
    settle(engine, view)
    return {root: found for root, *found in engine.rows(relation(view).select("root", *columns))}


def test_views_agree_with_the_heads_that_the_ledger_keeps(office: Actor) -> None:
    town = Town(office)
    village, outsider, enterprise = town.speak("village"), town.speak("outsider"), town.speak("enterprise")
    for n in range(6):
        town.pledge(f"C{n}", "100.25")
    town.step(office, "C1", "delivered", "60")
    town.step(enterprise, "C2", "delivered", "100.25")
    town.step(village, "C2", "confirmed", "90.5", of=1)
    for name, who, amount in (("delivered", office, "200"), ("confirmed", village, "150.25")):
        town.step(who, "C3", name, amount, of=None if name == "delivered" else 1)
    town.step(outsider, "C3", "verified", "120", of=1)
    town.step(office, "C4", "delivered", "10")
    town.step(village, "C4", "nothing-came", of=1)
    town.step(office, "C5", "delivered", "10")
    town.step(office, "C5", "reversed", of=1)
    for n, steps in enumerate(((), ("agreed",), ("agreed", "agreed"), ("declined",))):
        town.pair(f"P{n}", recipient="village")
        for who, name in zip((office, village), steps, strict=False):
            town.pairing_step(who, f"P{n}", name)
    amounts = tuple(f"amount_{rung}" for rung in ("pledged", "reported", "confirmed", "verified"))
    found = rows("commitments", "state", "strength", *amounts)
    assert len(found) == 6
    for root, (state, strength, *rungs) in found.items():
        head = Head.objects.get(matter=root)
        kept = [head.amounts[rung] for rung in ("pledged", "reported", "confirmed", "verified")]
        assert (state, strength, rungs) == (head.state, head.strength, [type(rungs[0])(amount) for amount in kept])
    for root, (state, strength) in rows("pairings", "state", "strength").items():
        head = Head.objects.get(matter=root)
        assert (state, strength) == (head.state, head.strength)


def test_a_place_counts_what_lies_in_its_villages(office: Actor) -> None:
    town = Town(office)
    town.pledge("C1", "10")
    engine = snapshot()
    settle(engine, "commitments")
    assert engine.rows(relation("commitments").select("place", "path")) == [
        ("450222100201", "/450200/450222/450222100201/")
    ]
