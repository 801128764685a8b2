"""Nobody waits for figures that could have been computed ahead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from tests.prove.town import BOOK

from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.pages import points, warming
from concentric.prove.book import adopt_book
from concentric.register.models import Place


class Looks:
    """Stands for the event that ends the thread: each wait does the next thing and notes how long it was to be."""

    def __init__(self, *between: Callable[[], object]) -> None:
        self.between = list(between)
        self.pauses: list[float] = []

    def wait(self, pause: float) -> bool:
        self.pauses.append(pause)
        if not self.between:
            return True
        self.between.pop(0)()
        return False


@pytest.fixture
def warmed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The size of the log at each warming."""
    sizes: list[int] = []
    monkeypatch.setattr(warming, "warm", lambda: sizes.append(warming.size()))
    return sizes


def enters(office: Actor, code: str) -> Callable[[], object]:
    return lambda: append(
        office, lambda writer: writer.add(Place(code=code, name="某地", level="county")), request_id=code
    )


def nothing() -> None:
    pass


def test_it_warms_at_the_start_and_after_each_commit_and_otherwise_only_looks(office: Actor, warmed: list[int]) -> None:
    looks: Any = Looks(nothing, enters(office, "a"), nothing, nothing, enters(office, "b"), nothing)
    before = warming.size()
    warming.keep_warm(looks)
    assert warmed == [before, before + 1, before + 2] and len(looks.pauses) == 7


def test_a_log_that_never_rests_leaves_nine_tenths_of_the_time_to_others(
    office: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(warming, "monotonic", lambda: now[0])
    monkeypatch.setattr(warming, "warm", lambda: now.__setitem__(0, now[0] + 5))
    looks: Any = Looks(enters(office, "a"), nothing)
    warming.keep_warm(looks)
    assert looks.pauses == [45, 45, warming.LOOK]


def test_what_fails_is_said_once_and_tried_again_when_the_log_has_grown(
    office: Actor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[int] = []

    def fails() -> None:
        tried.append(1)
        raise DatabaseError

    monkeypatch.setattr(warming, "warm", fails)
    looks: Any = Looks(nothing, enters(office, "a"))
    warming.keep_warm(looks)
    assert len(tried) == 2
    assert [record.message for record in caplog.records] == ["could not compute ahead"]


def test_a_ledger_that_is_not_there_yet_is_looked_for_quietly(
    office: Actor, monkeypatch: pytest.MonkeyPatch, warmed: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    real, answers = warming.size, [DatabaseError(), DatabaseError()]

    def size() -> int:
        if answers:
            raise answers.pop()
        return real()

    monkeypatch.setattr(warming, "size", size)
    looks: Any = Looks(nothing, nothing)
    warming.keep_warm(looks)
    assert warmed == [real()] and len(caplog.records) == 1


def test_where_computing_takes_long_readers_go_on_seeing_what_is_ready(
    office: Actor, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt_book(office, BOOK)
    monkeypatch.setattr(points, "_ready", {})
    before = warming.size()
    points.computed(before, points.PATIENCE + 1)
    for code in "ab":
        enters(office, code)()
    point = points.point_of()
    assert point is not None and (point.position, point.behind) == (before, 2)
    assert "另有 2 条新录入的还在计算" in reader.get("/lists/places/").content.decode()
    fresh = reader.get("/lists/places/?fresh=1").content.decode()
    assert "还在计算" not in fresh
    points.computed(warming.size(), points.PATIENCE + 1)
    assert "还在计算" not in reader.get("/lists/places/").content.decode()


def test_where_computing_is_quick_nobody_sees_an_old_state(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    adopt_book(office, BOOK)
    monkeypatch.setattr(points, "_ready", {})
    points.computed(warming.size(), points.PATIENCE)
    enters(office, "a")()
    point = points.point_of()
    assert point is not None and (point.position, point.behind) == (warming.size(), 0)


def test_what_is_ready_of_another_ledger_is_not_shown(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    adopt_book(office, BOOK)
    monkeypatch.setattr(points, "_ready", {"last": (warming.size() - 1, b"another root")})
    point = points.point_of()
    assert point is not None and point.behind == 0


def test_after_the_first_round_the_engine_is_loaded_once_and_compiled_in_a_process_beside(
    office: Actor, warmed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    class Compiling:
        def wait(self) -> None:
            done.append("compiled")

    monkeypatch.setattr(warming, "is_compiled", lambda: bool(done))
    monkeypatch.setattr(warming, "compile_beside", Compiling)
    monkeypatch.setattr(warming, "make_ready", lambda: done.append("loaded"))
    warming.keep_warm(Looks(nothing, enters(office, "a")), warming.ready_engine)  # type: ignore[arg-type]
    assert done == ["compiled", "loaded"] and len(warmed) == 2
    warming.ready_engine()
    assert done == ["compiled", "loaded", "loaded"]
