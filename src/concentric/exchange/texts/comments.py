"""A copy of a Word document with a comment at each claim: what it was held against, and whether it holds."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from concentric.core.claims.checking import Report
from concentric.core.claims.wording import MARKS, reading_words, verdict_words, why_words
from concentric.core.terms.words import say
from concentric.exchange.texts.refusing import refuse
from concentric.exchange.texts.word import Piece, W, laid_out

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_comments(source: Path, out: Path, report: Report, lang: str) -> None:
    """Write the copy. The document's own words and formats stay as they are; runs are only cut at a claim's ends.

    TextRefused when `out` exists or can't be written, or when the document isn't one that Word itself would open.
    """
    import docx
    from docx.text.run import Run

    try:
        document = docx.Document(str(source))
    except Exception:  # whatever the library says of a damaged package, the person hears one sentence
        refuse("text-damaged", source)
    _, pieces = laid_out(document.element)
    spans = [report.clean.span(claim.reading.start, claim.reading.end) for claim in report.claims]
    # From the last to the first, so that cutting a run leaves the places before it as they were.
    for claim, (start, end) in sorted(zip(report.claims, spans, strict=True), key=lambda one: -one[1][0]):
        touched = [piece for piece in pieces if piece.start < end and piece.end > start and piece.run is not None]
        if not touched:
            continue
        runs = [_cut(piece, start, end, pieces) for piece in touched]
        text = "\n".join(
            (
                f"{MARKS[claim.verdict]} {verdict_words(claim, lang)}: {reading_words(claim.reading, lang)}",
                why_words(claim, lang),
            )
        )
        parent = document._body
        document.add_comment(
            [Run(runs[0], parent), Run(runs[-1], parent)],
            text=text,
            author=say("claims-comment-author", lang),
            initials="C",
        )
    try:
        with out.open("xb") as file:
            document.save(file)
    except OSError:
        refuse("text-not-written", out)


def _cut(piece: Piece, start: int, end: int, pieces: list[Piece]) -> Any:
    """The run that holds just what lies between `start` and `end` of the piece; the rest gets runs of its own."""
    text = piece.element.text or ""
    first, last = max(0, start - piece.start), min(len(text), end - piece.start)
    run = piece.run
    if last < len(text):
        _split(run, piece.element, last)
        text = piece.element.text or ""
    if first > 0:
        kept = _split(run, piece.element, first)
        pieces[pieces.index(piece)] = Piece(piece.start, piece.start + first, piece.element, run)
        return kept
    return run


def _split(run: Any, element: Any, at: int) -> Any:
    """Move what stands behind `at` in a text element, and everything after it in its run, into a new run behind."""
    text = element.text or ""
    behind = copy.deepcopy(run)
    for child in list(behind):
        if child.tag != f"{W}rPr":
            behind.remove(child)
    rest = copy.deepcopy(element)
    rest.text = text[at:]
    rest.set(_SPACE, "preserve")
    behind.append(rest)
    follow = False
    for child in list(run):
        if follow:
            run.remove(child)
            behind.append(child)
        follow = follow or child is element
    element.text = text[:at]
    element.set(_SPACE, "preserve")
    run.addnext(behind)
    return behind
