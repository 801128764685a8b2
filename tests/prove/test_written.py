"""Statements written down ahead are those that a snapshot asks for."""

from __future__ import annotations

import pytest

from concentric.lake.statements import _folder
from concentric.ledger.actor import Actor
from concentric.prove import settling, written
from concentric.prove.views import countable


def test_a_snapshot_finds_every_whole_view_written_down(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from concentric.lake import snapshot

    written.write_down()
    before = {path.name for path in _folder().iterdir()}
    assert {f"{view.table}.sql" for view in countable().values()} <= before
    monkeypatch.setattr(snapshot, "compiled", lambda _: pytest.fail("it was written down"))
    settling.settle_all(snapshot.snapshot(), dict.fromkeys(countable()))
    assert {path.name for path in _folder().iterdir()} == before


def test_paper_computes_nothing() -> None:
    assert written.Paper().rows(None) == []  # type: ignore[arg-type]
