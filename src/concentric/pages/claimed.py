"""A checked text as a page shows it: marked pieces of text, and a card for each claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.urls import reverse

from concentric.core.claims.checking import Checker, Report
from concentric.core.claims.judging import Claim
from concentric.core.claims.suggesting import suggested
from concentric.core.claims.wording import MARKS, amount, finding_words, name_of, reading_words, unit_of, why_words
from concentric.core.terms.periods import read_period
from concentric.core.terms.words import say
from concentric.prove.checks import phrase_of, waits
from concentric.prove.claims import ledger_checker
from concentric.prove.models import ClaimDecision, TextCheck

CLASSES = {
    "supported": "yes",
    "understated": "low",
    "contradicted": "no",
    "unsupported": "none",
    "ambiguous": "many",
    "other-denominator": "other",
    "vague": "vague",
    "unreadable": "vague",
}
"""Verdict -> how its claim is underlined."""
CANDIDATES = 3
AROUND = 24  # characters of the sentence on either side of a suggestion


@dataclass(frozen=True)
class Candidate:
    """A figure that may be meant: what it is called, its value, which words spoke of it."""

    code: str
    name: str
    value: str
    matched: str
    href: str


@dataclass(frozen=True)
class Suggestion:
    """Better wording: the words around it, what stands there and what could."""

    before: str
    was: str
    now: str
    after: str
    start: int
    end: int


@dataclass(frozen=True)
class Card:
    """One claim. `n` counts from 1; `start` and `end` are its place in the text; `open` ones wait for a person."""

    n: int
    start: int
    end: int
    verdict: str
    kind: str
    mark: str
    says: str
    quoted: str
    reads: str
    why: str
    figure: str
    href: str
    value: str
    strength: str
    candidates: tuple[Candidate, ...]
    suggestion: Suggestion | None
    decided: ClaimDecision | None
    decided_says: str
    open: bool
    phrase: str

    @property
    def choose(self) -> bool:
        """Whether a person has to say which figure is meant."""
        return bool(self.candidates) and self.verdict in ("ambiguous", "unsupported")


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph; `card` where it is a claim."""

    text: str
    card: Card | None = None


@dataclass(frozen=True)
class Paragraph:
    """One line of the text. `level` is 1 to 3 for a heading, 0 for running text."""

    level: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Shown:
    """Everything a page says of a checked text."""

    paragraphs: tuple[Paragraph, ...]
    waiting: tuple[Card, ...]
    settled: tuple[Card, ...]
    counts: tuple[tuple[str, str, str, str, int], ...]
    decided: int
    total: int
    findings: tuple[str, ...]
    characters: int


@lru_cache(maxsize=4)
def checker_at(position: int, period: str, place: str) -> Checker:
    """The ledger's figures at a position, named and ready: a second the first time, then free."""
    return ledger_checker(period=read_period(period), place=place or None, position=position)


def report_of(check: TextCheck, text: str) -> Report:
    """What the checker says of a kept text, against the ledger as it stood when the text was given."""
    return _report(check.sha256, check.position, check.period, check.place, text)


@lru_cache(maxsize=16)
def _report(sha256: str, position: int, period: str, place: str, text: str) -> Report:
    return checker_at(position, period, place).check(text)


def shown(report: Report, decisions: Mapping[tuple[int, int], ClaimDecision], lang: str, query: str = "") -> Shown:
    """The page's view of a report with what was decided."""
    cards = [_card(report, claim, n, decisions, lang, query) for n, claim in enumerate(report.claims, 1)]
    counts = Counter(card.verdict for card in cards)
    told = tuple(
        (one, CLASSES[one], MARKS[one], say(f"claims-verdict-{one}", lang), counts[one]) for one in MARKS if counts[one]
    )
    waiting = tuple(card for card in cards if card.open and card.decided is None)
    settled = tuple(card for card in cards if not card.open or card.decided is not None)
    findings = tuple(finding_words(report, finding, lang) for finding in report.findings)
    return Shown(
        tuple(_paragraphs(report.clean.original, cards)),
        waiting,
        settled,
        told,
        len(settled),
        len(cards),
        findings,
        len("".join(report.clean.original.split())),
    )


def _card(
    report: Report,
    claim: Claim,
    n: int,
    decisions: Mapping[tuple[int, int], ClaimDecision],
    lang: str,
    query: str,
) -> Card:
    start, end = report.clean.span(*claim.reading.whole)
    figure = claim.figure or (claim.candidates[0].figure if claim.candidates and claim.verdict != "vague" else None)
    decided = decisions.get((start, end))
    true = claim.true if claim.true is not None else (figure.value if figure else None)
    unit = claim.reading.unit if claim.derived else (unit_of(figure, lang) if figure else "")
    return Card(
        n,
        start,
        end,
        claim.verdict,
        CLASSES[claim.verdict],
        MARKS[claim.verdict],
        say(f"claims-verdict-{claim.verdict}", lang),
        " ".join(report.clean.original[start:end].split()),
        reading_words(claim.reading, lang),
        why_words(claim, lang),
        name_of(figure, lang) if figure else "",
        _href(figure.id, query) if figure else "",
        amount(true, unit, lang) if true is not None and claim.verdict != "ambiguous" else "",
        figure.strength if figure else "",
        tuple(_candidates(claim, lang, query)),
        _suggestion(report, claim),
        decided,
        say(f"check-decided-{decided.decision}", lang) if decided else "",
        waits(claim),
        phrase_of(claim, report.clean.text),
    )


def _candidates(claim: Claim, lang: str, query: str) -> list[Candidate]:
    found: list[Candidate] = []
    for one in claim.candidates:
        figure = one.figure
        # The same figure of another year or place is no other choice for a reader.
        if len(found) == CANDIDATES or figure.id.partition("@")[0] in {held.code for held in found}:
            continue
        value = amount(figure.value, unit_of(figure, lang), lang) if figure.value is not None else ""
        found.append(
            Candidate(figure.id.partition("@")[0], name_of(figure, lang), value, one.name, _href(figure.id, query))
        )
    return found


def _href(id_: str, query: str) -> str:
    """The card of a figure of the catalogue: its indicator, at the period or place that the id names."""
    code, *more = re.sub(r"[:?/][^@]*", "", id_).split("@")
    place = next((part for part in more if part.isdigit() and len(part) >= 6), "")
    period = next((part for part in more if part != place), "")
    asked = "&".join(f"{name}={value}" for name, value in (("period", period), ("place", place)) if value)
    joined = "&".join(part for part in (query.lstrip("?"), asked) if part)
    return reverse("figure", args=[code]) + (f"?{joined}" if joined else "")


def _suggestion(report: Report, claim: Claim) -> Suggestion | None:
    found = suggested(claim, report.clean.text)
    if found is None:
        return None
    start, end = report.clean.span(found[0], found[1])
    text = report.clean.original
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Suggestion(before.split("\n")[-1], text[start:end], found[2], after.split("\n")[0], start, end)


def _paragraphs(text: str, cards: Sequence[Card]) -> list[Paragraph]:
    found: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        inside = [card for card in cards if at <= card.start < at + len(line)]
        if line.strip():
            found.append(Paragraph(_level(line), tuple(_pieces(line, at, inside))))
        at += len(line) + 1
    return found


def _pieces(line: str, at: int, cards: Sequence[Card]) -> list[Piece]:
    pieces: list[Piece] = []
    done = 0
    for card in cards:
        start, end = card.start - at, min(card.end - at, len(line))
        if start > done:
            pieces.append(Piece(line[done:start]))
        if end > max(start, done):
            pieces.append(Piece(line[max(start, done) : end], card))
        done = max(done, end)
    if done < len(line):
        pieces.append(Piece(line[done:]))
    first = pieces[0]
    mark = re.match(r"#{1,3} +", first.text)
    if mark and first.card is None:
        pieces[0] = Piece(first.text[mark.end() :])
    return pieces


def _level(line: str) -> int:
    mark = re.match(r"(#{1,3}) +", line)
    if mark:
        return len(mark[1])
    stripped = line.strip()
    is_head = re.match(r"[一二三四五六七八九十]+、", stripped) and len(stripped) <= 40 and stripped[-1] not in "。；！"
    return 2 if is_head else 0


def reworded(text: str, start: int, end: int, words: str) -> str:
    """The text with better words at a place."""
    return text[:start] + words + text[end:]


def suggestion_at(report: Report, start: int, end: int) -> str | None:
    """The words that are suggested for the claim at a place; only those may be put in."""
    for claim in report.claims:
        if report.clean.span(*claim.reading.whole) == (start, end):
            found = _suggestion(report, claim)
            return found.now if found else None
    return None


def context_of(held: Shown) -> dict[str, Any]:
    """What the template needs beside the view."""
    share = 100 * held.decided / held.total if held.total else 100
    return {"held": held, "bar": round(1.4 * share, 1)}
