"""Measures a checker against the labels: every row of the table of bars, for each half and language.

A checker is anything that takes a text and a catalogue (the JSON list of the command) and returns the command's
document. It is asked twice about each text: with the catalogue as it is, and with all values hidden and strangers among
the figures, where only words can link.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from .corpus import Claim, Labelled
from .corpus.fillers import padded

Document = dict[str, Any]
Checker = Callable[[str, list[dict[str, Any]]], Document]

LINK_SIZE = 250
HIDDEN_VALUE = 987_654_321
"""What every figure is worth when links are measured without values: equal for all, near to nothing in any text."""
NEVER_JUDGED = ("vague", "unreadable")
OPEN = ("ambiguous", *NEVER_JUDGED)


@dataclass
class Tally:
    """Counts of one half in one language. Rates are None where nothing was counted: zero of zero is no zero."""

    labelled: int = 0
    found: int = 0
    extra: int = 0
    judged: int = 0
    judged_right: int = 0
    linkable: int = 0
    first: int = 0
    third: int = 0
    said: int = 0
    wrongly_supported: int = 0
    true_claims: int = 0
    wrongly_contradicted: int = 0
    decided: int = 0
    decided_right: int = 0
    failures: list[str] = field(default_factory=list)
    """One line for each thing that went wrong. Not to be read for the unseen half."""

    def rows(self) -> dict[str, float | None]:
        """The table of bars, in its order."""
        return {
            "extraction precision": _rate(self.found, self.found + self.extra),
            "extraction recall": _rate(self.found, self.labelled),
            "extraction F1": _rate(2 * self.found, self.labelled + self.found + self.extra),
            "verdict, correct figure given": _rate(self.judged_right, self.judged),
            "link@1 without the value": _rate(self.first, self.linkable),
            "link@3 without the value": _rate(self.third, self.linkable),
            "wrong or absent figure called supported": _rate(self.wrongly_supported, self.said),
            "true claim called contradicted": _rate(self.wrongly_contradicted, self.true_claims),
            "decided without a person": _rate(self.decided, self.labelled),
            "decided without a person, and rightly": _rate(self.decided_right, self.labelled),
        }


def _rate(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _near(said: Any, right: float) -> bool:
    tolerance = 1e-9 if right % 1 == 0 else abs(right) * 2e-4  # a third may be 33.33 or 33.3333
    return said is not None and abs(abs(float(said)) - abs(right)) <= tolerance


def same_value(said: Document, claim: Claim) -> bool:
    """Whether the checker read the number as the label does. A range by its ends; a multiple also as a percentage."""
    value = float(claim.value)
    if claim.hedge == "range":
        return _near(said.get("low"), value) and _near(said.get("high"), float(claim.interval.high))
    spoken = [value, value * 100, (value - 1) * 100] if claim.unit_class == "multiple" else [value]
    return any(_near(said.get("value"), each) for each in spoken)


def _overlaps(said: Document, label: Any) -> bool:
    return bool(said["start"] < label.end and label.start < said["end"])


def matched(document: Document, text: Labelled) -> tuple[list[tuple[Claim, Document | None]], list[Document]]:
    """Each labelled claim with what the checker said of it, and the checker's claims that nobody labelled."""
    left = list(document["claims"])
    pairs: list[tuple[Claim, Document | None]] = []
    for claim in text.claims:
        hit = next((said for said in left if _overlaps(said, claim) and same_value(said, claim)), None)
        if hit is not None:
            left.remove(hit)
        pairs.append((claim, hit))
    extra = [
        said
        for said in left
        if said["verdict"] not in NEVER_JUDGED
        and (said["verdict"] == "supported" or not any(_overlaps(said, mark) for mark in text.listed))
    ]
    return pairs, extra


def _supports_wrongly(claim: Claim, said: Document) -> bool:
    if said["verdict"] != "supported":
        return False
    return claim.verdict != "supported" or not (claim.derived or said.get("figure") in claim.figures)


def _count(tally: Tally, text: Labelled, document: Document) -> None:
    pairs, extra = matched(document, text)

    def note(what: str, label: str) -> None:
        tally.failures.append(f"{text.id}: {what}: {label}")

    for said in extra:
        tally.extra += 1
        tally.said += 1
        tally.wrongly_supported += said["verdict"] == "supported"
        note(f"nobody claims this ({said['verdict']})", said["text"])
    for claim, hit in pairs:
        tally.labelled += 1
        tally.true_claims += claim.verdict == "supported"
        if hit is None:
            note("not found", f"{claim.text} = {claim.value}")
            continue
        tally.found += 1
        tally.said += 1
        verdict, right = hit["verdict"], hit["verdict"] == claim.verdict
        if claim.figures and not claim.derived and hit.get("figure") in claim.figures:
            tally.judged += 1
            tally.judged_right += right
            if not right:
                note(f"{verdict} instead of {claim.verdict}", f"{claim.text} by {hit['figure']}")
        if _supports_wrongly(claim, hit):
            tally.wrongly_supported += 1
            note(f"supported by {hit.get('figure')} instead of {claim.figures or 'nothing'}", claim.text)
        if claim.verdict == "supported" and verdict == "contradicted":
            tally.wrongly_contradicted += 1
            note(f"contradicted by {hit.get('figure')} instead of true by {claim.figures}", claim.text)
        tally.decided += verdict not in OPEN
        linked = claim.derived or not claim.figures or hit.get("figure") in claim.figures
        tally.decided_right += verdict not in OPEN and right and linked


def _count_links(tally: Tally, text: Labelled, document: Document) -> None:
    for claim, hit in matched(document, text)[0]:
        if hit is None or claim.derived or len(claim.figures) != 1:
            continue
        candidates = list(hit.get("candidates") or ())
        tally.linkable += 1
        tally.first += candidates[:1] == list(claim.figures)
        tally.third += claim.figures[0] in candidates[:3]
        if candidates[:1] != list(claim.figures):
            tally.failures.append(f"{text.id}: link of {claim.text}: {candidates[:3]} instead of {claim.figures[0]}")


def score(checker: Checker, texts: Iterable[Labelled]) -> dict[tuple[str, str], Tally]:
    """The tallies by half and language. Two calls of the checker for each text."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for text in texts:
        tally = tallies[text.half, text.language]
        _count(tally, text, checker(text.text, [entry.as_json() for entry in text.catalogue.values()]))
        crowd = padded(text.catalogue, text.language, LINK_SIZE)
        hidden = [{**entry.as_json(), "value": HIDDEN_VALUE} for entry in crowd.values()]
        _count_links(tally, text, checker(text.text, hidden))
    return dict(tallies)


def table(tallies: dict[tuple[str, str], Tally]) -> str:
    """The table of bars as people read it: a column for each half and language."""
    columns = sorted(tallies)
    rows = {column: tallies[column].rows() for column in columns}
    lines = [f"{'':42}" + "".join(f"{f'{half} {language}':>14}" for half, language in columns)]
    for name in Tally().rows():
        cells = (rows[column][name] for column in columns)
        lines.append(f"{name:42}" + "".join(f"{'-' if cell is None else f'{cell:.1%}':>14}" for cell in cells))
    lines.append(f"{'labelled claims':42}" + "".join(f"{tallies[column].labelled:>14}" for column in columns))
    return "\n".join(lines)
