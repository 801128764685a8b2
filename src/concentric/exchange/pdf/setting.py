"""One bound text in, one tagged PDF out. Everything a person wrote reaches typst as data, never as its markup."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import typst

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say
from concentric.exchange.pdf.faces import draws_chinese, faces, quotes
from concentric.exchange.word import Drawing, Evidence, Facts
from concentric.exchange.word.appendix import COLUMNS, FIGURES, colophon, headings, texts
from concentric.exchange.word.contract import RUNGS
from concentric.exchange.word.cover import described
from concentric.exchange.word.headings import prefixes
from concentric.exchange.word.parts import clean
from concentric.prove.manuscript import Block, Manuscript, Number, Unbound, close

TEMPLATE = Path(__file__).with_name("review.typ")
LANGUAGE = {"zh-Hans": ("zh", "cn"), "zh-Hant": ("zh", "tw"), "en": ("en", "gb")}
SIZE = {"zh-Hans": 16, "zh-Hant": 16, "en": 13}
HEADS = {"title": 1, "heading": 2, "subheading": 3}
ACCESSIBLE: Literal["ua-1"] = "ua-1"  # PDF/UA: tagged, titled, every picture with words; typst refuses what isn't


class NoTypeface(Refused):
    """No typeface with Han characters is installed: every one of them would be an empty box."""


def set_review(
    manuscript: Manuscript,
    *,
    cover_svg: str,
    facts: Facts,
    appendix: Sequence[Evidence],
    charts: Mapping[str, Drawing],
) -> bytes:
    """A bound text as a PDF: its cover (an A4 drawing; none if empty), its charts, its appendix.

    Each number leads to its row of the appendix. Unbound for a number without text, NoTypeface on a machine that can't
    draw Chinese. Costs one to three seconds.
    """
    lang = manuscript.lang
    for number in manuscript.numbers():
        if not number.text:
            raise Unbound("manuscript-unbound", reference=str(number.ref))
    if lang != "en" and not draws_chinese():
        raise NoTypeface("pdf-no-typeface")
    rows = {row.reference: n for n, row in enumerate(appendix)}
    titled = any(block.kind in HEADS for block in manuscript.blocks)
    language, region = LANGUAGE[lang]
    data: dict[str, Any] = {
        "lang": lang,
        "language": language,
        "region": region,
        "size": SIZE[lang],
        "faces": faces(lang) | {"quotes": quotes(lang)},
        "title_weight": "bold" if lang == "en" else "semibold",
        "heading_weight": "bold" if lang == "en" else "regular",
        "title": clean(manuscript.first("title")) or say("pdf-untitled", lang),
        "author": clean(facts.issued_by),
        "description": clean(manuscript.first("subtitle")),
        "keywords": facts.ledger_root,
        "cover": {"svg": cover_svg, "alt": described(cover_svg)} if cover_svg else None,
        "blocks": _blocks(manuscript, rows, charts),
        "appendix": _appendix(appendix, facts, lang, 2 if titled else 1) if appendix else None,
    }
    made: bytes = typst.compile(
        str(TEMPLATE),
        format="pdf",
        root=str(TEMPLATE.parent),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=ACCESSIBLE,
        # Whole seconds, and never the clock's: the same edition is the same bytes.
        timestamp=facts.printed_at.replace(microsecond=0) if facts.printed_at else 0,
    )
    return made


def _blocks(manuscript: Manuscript, rows: Mapping[str, int], charts: Mapping[str, Drawing]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    level, lang = 0, manuscript.lang
    for block, prefix in zip(manuscript.blocks, prefixes(manuscript.blocks, lang), strict=True):
        if block.kind == "chart":
            if block.chart in charts:
                found.append(_chart(charts[block.chart]))
            continue
        made: dict[str, Any] = {"kind": block.kind, "prefix": prefix, "runs": _runs(block, rows, lang)}
        if block.kind == "subtitle" and lang != "en":
            made["prefix"] = "——"
        if block.kind in HEADS:
            # A level is never skipped, whatever the writer did: screen readers count on it.
            level = made["level"] = min(HEADS[block.kind], level + 1)
        found.append(made)
    return found


def _runs(block: Block, rows: Mapping[str, int], lang: str) -> list[dict[str, Any]]:
    """Runs of text. typst makes the gap between Han characters and numbers itself, one of a kind throughout."""
    found: list[dict[str, Any]] = []
    for run in block.runs:
        made = {"text": clean(run.text if lang == "en" else close(run.text))}
        found.append(made | {"row": rows.get(str(run.ref))} if isinstance(run, Number) else made)
    return found


def _chart(drawing: Drawing) -> dict[str, Any]:
    words = {"alt": clean(drawing.sentence), "caption": clean(drawing.title), "note": clean(drawing.note)}
    return {"kind": "chart", "svg": drawing.svg} | words


def _appendix(rows: Sequence[Evidence], facts: Facts, lang: str, level: int) -> dict[str, Any]:
    names = list(COLUMNS)
    return {
        "title": say("word-appendix", lang),
        "level": level,
        "about": say("word-appendix-about", lang),
        "widths": list(COLUMNS.values()),
        "figures": [name in FIGURES for name in names],
        "headings": headings(lang),
        "rows": [
            {
                "cells": [clean(text) for text in texts(n, row, lang).values()],
                "bold": names.index(row.strength) if row.strength in RUNGS else -1,
            }
            for n, row in enumerate(rows, 1)
        ],
        "colophon": colophon(facts, lang),
    }
