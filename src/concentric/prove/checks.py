"""Texts that are checked, and what people decide of their claims: kept, and learned from.

A confirmed link teaches the checker a name: next year the same words are known for the figure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256

from concentric.core.claims.checking import Report
from concentric.core.claims.judging import Claim
from concentric.core.terms.findings import Refused
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.models import SealedValue
from concentric.ledger.positions import size
from concentric.ledger.writer import Writer
from concentric.prove.book import current_book
from concentric.prove.models import DECISIONS, ClaimDecision, Edition, TextCheck

LONGEST_PHRASE = 40
NEEDS_FIGURE = ("confirm", "another")
OPEN = ("contradicted", "other-denominator", "understated", "unsupported", "ambiguous", "unreadable")
"""Verdicts that wait for a person."""
_NOT_WORDS = re.compile(r"[\s\d，。、；：,.;:（）()“”\"'《》<>%％~～-]+")


class NoSuchClaim(Refused):
    """The text has no claim there."""


class DecisionUnclear(Refused):
    """The decision is none, or names no figure where it has to."""


def keep_text(actor: Actor, text: str, name: str, edition: Edition | None = None) -> TextCheck:
    """Keep a text to be checked against the ledger as it stands, or as an edition was frozen from it.

    The same text at the same position is kept once.
    """
    book, _ = current_book()
    period, place = (edition.period, edition.place) if edition else (book.when().code, book.place)
    digest, position = sha256(text.encode()).hexdigest(), edition.position if edition else size()
    number = f"{digest[:16]}.{position}"
    held = TextCheck.objects.in_force().of_office(actor.office).filter(number=number).first()
    if held is not None:
        return held

    def change(writer: Writer) -> None:
        one = TextCheck(
            number=number,
            name=name[:200],
            sha256=digest,
            position=position,
            period=period,
            place=place,
        )
        writer.add(one, {"text": text})

    append(actor, change, request_id=f"text-check:{number}", request=digest.encode())
    return TextCheck.objects.in_force().of_office(actor.office).get(number=number)


def text_of(check: TextCheck) -> str | None:
    """The text of a check; None where it was erased."""
    held = SealedValue.objects.filter(record=check.id, field="text").values_list("value", flat=True).first()
    return None if held is None else str(held)


def decide(
    actor: Actor,
    check: TextCheck,
    report: Report,
    start: int,
    end: int,
    decision: str,
    *,
    figure: str = "",
    note: str = "",
) -> None:
    """Keep what was decided about the claim at `start` to `end` of the text; a second decision corrects the first.

    NoSuchClaim, or DecisionUnclear when the decision is none or lacks its figure.
    """
    claim = claim_at(report, start, end)
    if decision not in DECISIONS or (decision in NEEDS_FIGURE and not figure):
        raise DecisionUnclear("check-decision-unclear")
    book, _ = current_book()
    if figure and figure not in book.indicators:
        raise DecisionUnclear("check-no-such-figure", figure=figure)
    number = f"{check.number}:{start}-{end}"
    held = ClaimDecision.objects.in_force().of_office(actor.office).filter(number=number).first()
    phrase = phrase_of(claim, report.clean.text) if decision in NEEDS_FIGURE else ""
    if held is not None and (held.decision, held.figure, held.note) == (decision, figure, note):
        return

    def change(writer: Writer) -> None:
        one = ClaimDecision(
            number=number,
            checked_id=check.root,
            start=start,
            end=end,
            verdict=claim.verdict,
            decision=decision,
            figure=figure,
            phrase=phrase,
            note=note[:400],
        )
        if held is None:
            writer.add(one)
        else:
            writer.supersede(held.root, one, f"{held.decision} -> {decision}")

    before = ClaimDecision.objects.filter(number=number).count()
    append(actor, change, request_id=f"claim:{number}:{before}", request=f"{decision} {figure} {note}".encode())


def decisions_of(check: TextCheck) -> dict[tuple[int, int], ClaimDecision]:
    """What was decided, by the place of the claim in the text. One query."""
    held = ClaimDecision.objects.in_force().filter(checked_id=check.root)
    return {(one.start, one.end): one for one in held}


def learned(position: int | None = None) -> Mapping[str, tuple[str, ...]]:
    """Names that people taught the checker, by indicator: the words of claims that were confirmed for it. One query."""
    held = ClaimDecision.objects.in_force() if position is None else ClaimDecision.objects.as_of(position)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for figure, phrase in held.filter(decision__in=NEEDS_FIGURE).order_by("idx").values_list("figure", "phrase"):
        if phrase:
            found[figure][phrase] = None
    return {figure: tuple(phrases) for figure, phrases in found.items()}


def claim_at(report: Report, start: int, end: int) -> Claim:
    """The claim at a place of the original text. NoSuchClaim where there is none."""
    for claim in report.claims:
        if report.clean.span(*claim.reading.whole) == (start, end):
            return claim
    raise NoSuchClaim("check-no-such-claim")


def phrase_of(claim: Claim, text: str) -> str:
    """The words by which a claim's clause speaks of its figure: the clause without its numbers; empty if too few."""
    low, high = claim.around.clause
    first, last = claim.reading.whole
    words = f"{text[low:first]} {text[last:high]}"
    parts = [part for part in _NOT_WORDS.split(words) if part]
    joined = ("" if any(part > "\u2e80" for part in parts) else " ").join(parts)
    return joined[:LONGEST_PHRASE] if len(joined) >= 2 else ""


def waits(claim: Claim) -> bool:
    """Whether a person has to look: the checker could not bear the claim out, or its word is too strong."""
    return claim.verdict in OPEN or bool(claim.too_strong)
