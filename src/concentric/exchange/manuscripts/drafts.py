"""A draft goes out to Word before anything is frozen; what its numbers were printed as is kept in the home folder."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import IO

from concentric.core.canonical import canonical
from concentric.core.terms.findings import Finding
from concentric.exchange.manuscripts.source import Source, source_of_edition
from concentric.exchange.word import Drawing, Facts, write_review
from concentric.prove.charts import Grounds, draw_printed, made
from concentric.prove.comparing import edition_before, freeze_references
from concentric.prove.manuscript import Reference, parse
from concentric.prove.reviews import all_references

PREFIX = "draft-"
_KEY = re.compile(rf"{PREFIX}[0-9a-f]{{24}}")


def write_draft(
    text: str, grounds: Grounds, home: Path, target: Path | IO[bytes]
) -> tuple[Source, tuple[Finding, ...]]:
    """Write a text with its numbers as they are now, and keep what they were. One computation of all figures."""
    lang, period, place = grounds.lang, grounds.period, grounds.place
    refs = all_references(text, grounds)
    found = freeze_references(
        grounds.book, refs, lang, period=period, place=place, position=grounds.position, audience="public"
    )
    numbers = {number.ref: number for number in found}
    source = keep_draft(text, lang, {ref: number.shown for ref, number in numbers.items()}, home)
    before = edition_before(period, place, "public", lang)
    charts = {code: made(grounds.book.charts[code], grounds, numbers, before) for code in source.manuscript.charts()}
    findings = write_review(
        source.manuscript,
        picture_svg="",
        facts=Facts(grounds.position, "", "", source.manuscript.first("byline")),
        appendix=None,
        lang=lang,
        target=target,
        charts={
            code: Drawing(draw_printed(chart), chart.title, chart.sentence, chart.note)
            for code, chart in charts.items()
        },
        source=source.name,
    )
    return source, findings


def keep_draft(text: str, lang: str, shown: dict[Reference, str], home: Path) -> Source:
    """Keep a draft under the digest of its content."""
    held = {"text": text, "lang": lang, "shown": {str(ref): value for ref, value in shown.items()}}
    name = PREFIX + sha256(canonical(held)).hexdigest()[:24]
    folder = home / "drafts"
    folder.mkdir(exist_ok=True, mode=0o700)
    (folder / f"{name}.json").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
    return Source(name, text, lang, shown)


def source_of(name: str, home: Path) -> Source | None:
    """What a document says it was written from: an edition of the ledger, or a draft of this home. None if neither."""
    if _KEY.fullmatch(name):
        try:
            held = json.loads((home / "drafts" / f"{name}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        shown = {parse("{{ " + ref + " }}").references()[0]: value for ref, value in held["shown"].items()}
        return Source(name, held["text"], held["lang"], shown)
    if not name or not name.isprintable():
        return None
    return source_of_edition(name)
