"""The example from beginning to end: founded, filled over a year, published, corrected since, and verified."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal

from django.db import connection

from concentric.access.accounts import acting
from concentric.access.founding import found
from concentric.core.terms.dates import show_date
from concentric.core.terms.findings import Refused
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import Word, say
from concentric.exchange.synth.calendar import EDITION
from concentric.exchange.synth.city import city
from concentric.exchange.synth.dice import ZONE
from concentric.exchange.synth.last_year_book import book_of_last_year
from concentric.exchange.synth.matching import paired_anew
from concentric.exchange.synth.play import Play, Played
from concentric.exchange.synth.scene import OFFICE, Scene
from concentric.exchange.synth.story import ADOPTED, FOUNDED, OLD_EDITION, scenes
from concentric.ledger import triggers
from concentric.ledger.clock import example_time
from concentric.ledger.positions import charter, size
from concentric.ledger.refusals import NotChartered
from concentric.ledger.verify import verify
from concentric.prove.book import adopt_book, current_book
from concentric.prove.editions import editions
from concentric.prove.figures import figures
from concentric.prove.manuscript import Reference
from concentric.prove.reviews import freeze
from concentric.prove.shown import quantity, show, with_unit
from concentric.register.book import Book
from concentric.register.book.shipped import shipped

BOOK = "city"
LANGS = ("zh-Hans", "en")
DONE = "demo-done"
"""A file in the home folder that says that the example was made to its end."""
COMPARED = (
    ("supporters-paired", ""),
    ("villages-paired", ""),
    ("money-pledged", ""),
    ("projects-signed", ""),
    ("problems-moved", ""),
    ("commissioner-coverage", ""),
    ("judges-visit-settings", ""),
    ("research-topics", ""),
    ("new-industrial-enterprises", ""),
    ("new-market-entities", ""),
    ("culture-sites", ""),
    ("clinics-upgraded", ""),
    ("research-bases", ""),
    ("education-bases", ""),
    ("settings-reached", ""),
    ("namings-in-force", ""),
    ("honours-poverty", ""),
    ("honours-opinions", ""),
    ("honours-office", ""),
)
"""The figures that were published of that year, each with the rung that its wording claims; "" is the headline."""


class NotTheExample(Refused):
    """A real ledger is kept here."""


class HalfDone(Refused):
    """The example was interrupted."""


class DatabaseElsewhere(Refused):
    """What is to be cleared is not in the home folder."""


class ExampleDiffers(Refused):
    """The ledger does not verify."""


TOGETHER = tuple(f"demo-scene-{note}" for note in ("recipient", "late", "last-year-words", "answers"))
"""Scenes that share a line when several accounts play them one after another."""


@dataclass(frozen=True)
class Line:
    """One thing to tell: a word key and what fills it."""

    key: str
    words: dict[str, Word]


def _line(key: str, **words: Word) -> Line:
    return Line(key, words)


def standing(home: Path) -> Literal["", "half", "done"]:
    """Whether the example is here: not at all, half, or done. NotTheExample where a real ledger is kept."""
    try:
        held = charter()
    except NotChartered:
        return ""
    if not held.example:
        raise NotTheExample("demo-not-an-example")
    return "done" if (home / DONE).exists() else "half"


def clear(home: Path) -> None:
    """Take the example away, so that it can be made afresh. Only an example, and only one kept in the home folder."""
    standing(home)
    database = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor != "sqlite" or database.resolve().parent != home.resolve():
        raise DatabaseElsewhere("demo-fresh-elsewhere")
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    for folder in ("lake", "checkpoints", "editions", "workbooks"):
        shutil.rmtree(home / folder, ignore_errors=True)
    (home / DONE).unlink(missing_ok=True)


def live(home: Path, lang: str, seed: int) -> Iterator[Line]:
    """Make the example, telling each thing as it is done. HalfDone when it was left half done before."""
    if standing(home):
        raise HalfDone("demo-half-done")
    told = city(seed)
    year = scenes(told, seed)
    yield _found(home)
    play = Play(told, home / "workbooks", "zh-Hans")
    begun = _moment(FOUNDED, 9)
    for text, adopted, day in (
        (book_of_last_year(shipped(BOOK)), FOUNDED, OLD_EDITION),
        (shipped(BOOK), ADOPTED, EDITION),
    ):
        yield _adopt(text, _moment(adopted, 9, 30), lang)
        published = _moment(day, 10)
        yield from _lines(play.run([scene for scene in year if begun <= scene.at < published]), lang)
        yield from _published(published, lang)
        begun = published
    yield _line("demo-later")
    later = [scene for scene in year if scene.at >= begun]
    yield from _lines(play.run(later), lang)
    last = max(scene.at for scene in later)
    for key, words in paired_anew(acting(OFFICE, "command"), current_book()[0], last + timedelta(days=1)):
        yield Line(key, words)
    report = verify()
    if report.findings:
        raise ExampleDiffers("demo-not-verified", count=len(report.findings))
    yield _line("demo-verified", size=report.size)
    (home / DONE).write_text(f"{seed}\n", encoding="ascii")


def _found(home: Path) -> Line:
    triggers.install()
    with example_time(_moment(FOUNDED, 9)):
        found(
            origin="liuzhou.example/concentric",
            title={one: say("demo-title", one) for one in LANGS},
            office_name=say("demo-office", "zh-Hans"),
            time_zone=str(ZONE),
            example=True,
        )
    return _line("demo-founded", home=str(home))


def _moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)


def _adopt(text: str, at: datetime, lang: str) -> Line:
    with example_time(at):
        done = adopt_book(acting(OFFICE, "command"), text)
    return _line("demo-adopted", title=localized(done.book.title, lang))


def _published(at: datetime, lang: str) -> Iterator[Line]:
    """Freeze the outline with its figures in each language: all speak of the same ledger."""
    position = size()
    book, _ = current_book()
    for n, edition_lang in enumerate(LANGS):
        with example_time(at.replace(minute=n)):
            edition = freeze(acting(OFFICE, "command"), book, edition_lang, position=position)
        yield _line("demo-frozen", date=show_date(at.date(), lang), number=edition.number)


def _lines(played: Iterable[Played], lang: str) -> Iterator[Line]:
    """A line for each scene; recipients who answer one after another share one."""
    waiting: list[Played] = []
    for one in played:
        if waiting and one.scene.note != waiting[0].scene.note:
            yield _answered(waiting, lang)
            waiting = []
        if one.scene.note in TOGETHER:
            waiting.append(one)
        else:
            yield _played(one, lang)
    if waiting:
        yield _answered(waiting, lang)


def _played(one: Played, lang: str) -> Line:
    scene = one.scene
    words: dict[str, Word] = {"date": _day(scene, lang), "what": say(scene.note, lang), "account": scene.account}
    if scene.action == "undo":
        return Line("demo-played-acts", words)
    words["entered"] = one.entered
    if one.waiting:
        return Line("demo-played-waiting", words | {"waiting": one.waiting})
    return Line("demo-played", words)


def _answered(many: list[Played], lang: str) -> Line:
    if len(many) == 1:
        return _played(many[0], lang)
    return _line(
        "demo-played-many",
        date=_days(many[0].scene, many[-1].scene, lang),
        what=say(many[0].scene.note, lang),
        accounts=len({one.scene.account for one in many}),
        entered=sum(one.entered for one in many),
    )


def _day(scene: Scene, lang: str) -> str:
    return show_date(scene.at.date(), lang)


def _days(first: Scene, last: Scene, lang: str) -> str:
    if first.at.date() == last.at.date():
        return _day(first, lang)
    return say("demo-days", lang, first=_day(first, lang), last=_day(last, lang))


def compared(lang: str) -> list[Line]:
    """The published numbers beside those of the ledger: when the review was frozen, and now. Two computations."""
    book, _ = current_book()
    at = next(one.position for one in editions("public") if one.period == book.period)
    codes = [code for code, _ in COMPARED]
    then, now = (
        {figure.code: figure for figure in figures(book, period=book.when(), position=position, codes=codes, lang=lang)}
        for position in (at, None)
    )
    found = []
    for code, rung in COMPARED:
        name = localized(book.indicators[code]["name"], lang)
        found.append(
            _line(
                "demo-compared",
                name=name
                if rung == ""
                else say("demo-compared-rung", lang, name=name, rung=say(f"figures-column-{rung}", lang)),
                published=say(f"demo-published-{code}", lang),
                then=_printed(book, then[code], rung, lang),
                now=_printed(book, now[code], rung, lang),
            )
        )
    return found


def _printed(book: Book, figure: Any, rung: str, lang: str) -> str:
    return with_unit(
        show(quantity(book, figure, Reference(figure.code, rung=rung)), lang), book.unit(figure.code, lang), lang
    )
