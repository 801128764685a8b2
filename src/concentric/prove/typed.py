"""Numbers that somebody typed into a review by hand: held against the ledger before it is frozen.

Bound numbers come from the ledger and need no check. A typed one that the ledger contradicts, or of which nobody has
said what it means, keeps a review from being frozen unless a reason is given; the reason is printed with the edition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from concentric.core.claims.checking import Report
from concentric.core.claims.cleaning import clean
from concentric.core.claims.found import find
from concentric.core.claims.wording import verdict_words, why_words
from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.periods import Period
from concentric.prove.claims import ledger_checker
from concentric.prove.manuscript import Manuscript, Number, Reference, bind

UNSETTLED = ("contradicted", "other-denominator", "ambiguous")
"""Verdicts that keep a review back."""


class TypedNumbersUnsettled(Refused):
    """Typed numbers are contradicted or undecided, and no reason was given. `findings` names each with its line."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("typed-unsettled", count=len(findings))
        self.findings = tuple(findings)


@dataclass(frozen=True)
class Typed:
    """One typed number that is not settled: its words, the line of its paragraph, the verdict and why."""

    quoted: str
    line: int
    verdict: str
    says: str
    why: str

    def finding(self) -> Finding:
        """As a finding about the text."""
        words = {"text": self.quoted, "verdict": self.says, "why": self.why}
        return Finding("typed-number", words, line=self.line)

    def as_json(self) -> dict[str, str]:
        """As the edition keeps it."""
        return {"text": self.quoted, "verdict": self.verdict}


def unsettled(
    manuscript: Manuscript,
    shown: Mapping[Reference, str],
    *,
    period: Period,
    place: str,
    position: int,
) -> list[Typed]:
    """The typed numbers of a text that the ledger contradicts, or that may mean several figures.

    A text whose numbers are all bound costs nothing; else a second, for naming the figures.
    """
    text, bound, lines = _laid_out(bind(manuscript, shown))
    cleaned = clean(text)
    if all(_is_bound(cleaned.span(*one.whole), bound) for one in find(cleaned).readings if one.whole[1]):
        return []
    report = ledger_checker(period=period, place=place or None, position=position).check(text)
    return _told(report, bound, lines, manuscript.lang)


def _laid_out(manuscript: Manuscript) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The text as printed; where its bound numbers stand in it; where each paragraph starts, with its source line."""
    parts: list[str] = []
    bound: list[tuple[int, int]] = []
    lines: list[tuple[int, int]] = []
    at = 0
    for block in manuscript.blocks:
        lines.append((at, block.line))
        for run in block.runs:
            if isinstance(run, Number):
                bound.append((at, at + len(run.text)))
            parts.append(run.text)
            at += len(run.text)
        parts.append("\n")
        at += 1
    return "".join(parts), bound, lines


def _is_bound(span: tuple[int, int], bound: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and end > span[0] for start, end in bound)


def _told(report: Report, bound: Sequence[tuple[int, int]], lines: Sequence[tuple[int, int]], lang: str) -> list[Typed]:
    found = []
    for claim in report.claims:
        span = report.clean.span(*claim.reading.whole)
        if claim.verdict in UNSETTLED and not _is_bound(span, bound):
            line = next((line for at, line in reversed(lines) if at <= span[0]), 1)
            quoted = " ".join(report.clean.original[span[0] : span[1]].split())
            found.append(Typed(quoted, line, claim.verdict, verdict_words(claim, lang), why_words(claim, lang)))
    return found
