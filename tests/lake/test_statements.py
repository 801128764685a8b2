"""Statements are compiled once, kept for the next process, and never believed when they were changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from concentric.lake import statements
from concentric.lake.statements import named, statement


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def again() -> None:
    """Forget what this process holds, as a new one would."""
    statements._held.clear()


def made(text: str, calls: list[str]) -> tuple[Callable[[], Any], Callable[[Any], str]]:
    def make() -> Any:
        calls.append(text)
        return text

    return make, str


def test_a_statement_is_compiled_once_for_all_processes(home: Path) -> None:
    calls: list[str] = []
    for _ in range(3):
        assert statement("view_x", *made("SELECT 1\n-- '村'", calls)) == "SELECT 1\n-- '村'"
        again()
    assert calls == ["SELECT 1\n-- '村'"]


def test_a_file_that_was_changed_or_cut_off_is_made_again(home: Path) -> None:
    calls: list[str] = []
    statement("view_x", *made("SELECT 1", calls))
    (path,) = home.rglob("view_x.sql")
    for text in (path.read_text().replace("SELECT 1", "SELECT 2"), "", "SELECT 1"):
        path.write_text(text)
        again()
        assert statement("view_x", *made("SELECT 1", calls)) == "SELECT 1"
    assert len(calls) == 4


def test_another_program_never_reads_them_and_clears_them_away(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    statement("view_x", *made("SELECT 1", calls))
    monkeypatch.setattr(statements, "_program", lambda: "another")
    again()
    assert statement("view_x", *made("SELECT 2", calls)) == "SELECT 2"
    assert [path.parent.name for path in home.rglob("*.sql")] == ["another"]


def test_a_folder_that_cannot_be_written_costs_time_only(home: Path) -> None:
    (home / "lake").write_text("not a folder")
    calls: list[str] = []
    assert statement("view_x", *made("SELECT 1", calls)) == "SELECT 1"


def test_the_oldest_go_when_there_are_too_many(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "MOST", 10)
    for n in range(25):
        statement(f"q{n}", *made(f"SELECT {n}", []))
    kept = {path.stem for path in home.rglob("*.sql")}
    assert len(kept) <= 11 and "q24" in kept


def test_a_name_tells_apart_what_it_depends_on() -> None:
    assert named("tally", 1, "a") == named("tally", 1, "a")
    assert len({named("tally", 1, "a"), named("tally", 1, "b"), named("tally", "1", "a"), named("cover", 1, "a")}) == 4
