"""The whole way: a text and a catalogue in, claims with their verdicts out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from concentric.core.claims.arithmetic import Arithmetic
from concentric.core.claims.catalogue import Figure
from concentric.core.claims.cleaning import Clean, clean
from concentric.core.claims.consistency import Conflict, conflicts
from concentric.core.claims.found import find
from concentric.core.claims.judging import Claim, compare, doubt, far_off
from concentric.core.claims.kin import Kin, other_denominator
from concentric.core.claims.ladder import Ladder
from concentric.core.claims.link import Index
from concentric.core.claims.qualifying import Places, as_of, spoken_by_somebody
from concentric.core.claims.reading import NoClaim, Reading
from concentric.core.claims.sayings import Sayings
from concentric.core.claims.strength import too_strong
from concentric.core.claims.surroundings import Surroundings
from concentric.core.claims.tables import rows_of
from concentric.core.claims.telling import Telling, Told, misfits

Values = Callable[[Sequence[Figure]], Mapping[str, Decimal | None]]
NEEDED = 3
PLANNED = re.compile(r"计划|目标|规划|承诺|认捐|planned|target|pledged|promised|committed", re.IGNORECASE)


@dataclass(frozen=True)
class Report:
    """What was found in a text, in its order."""

    clean: Clean
    claims: list[Claim]
    others: list[NoClaim]
    findings: list[Conflict]


class Checker:
    """Holds a catalogue ready; each text is checked on its own.

    `values` computes what figures are worth that came without a value (`pending`), all that a text needs in one call.
    `sayings` are sentences of which it is known what their numbers are.
    """

    def __init__(self, figures: Sequence[Figure], values: Values | None = None, sayings: Sayings | None = None) -> None:
        self.figures = list(figures)
        self.index = Index(self.figures)
        self.kin = Kin(self.figures)
        self.ladder = Ladder(self.figures)
        self.telling = Telling(self.figures, sayings or Sayings(), self.kin)
        self.values = values

    def check(self, text: str) -> Report:
        """Find, link and judge every numeric claim of a text."""
        cleaned = clean(text)
        rows = rows_of(cleaned.text)
        found, told = self.telling.of(cleaned.text, find(cleaned), rows, self.index.places)
        surroundings = Surroundings(
            cleaned.text, found.readings, found.others, self.index.places, rows, self.index.years
        )
        places = Places(cleaned.text, self.figures)
        claims = [self._linked(one, surroundings, n, told) for n, one in enumerate(found.readings)]
        self._ask(claims)
        for n, claim in enumerate(claims):
            self._judge(claim, cleaned.text, places)
            if claim.figure is None and claim.why in ("none", "close", "weak", "far") and not claim.reading.listed:
                self._same_at_another_rung(claims, n, cleaned.text)
        arithmetic = Arithmetic(cleaned.text, claims, self.index, self.kin)
        for n in range(len(claims)):
            arithmetic.look(n)
        for n, claim in enumerate(claims):
            self._other_denominator(claims, n)
            self._nearest_truth(claim)
            claim.too_strong = too_strong(cleaned.text, claim)
            if _is_small_talk(claim, cleaned.text):
                claim.verdict, claim.why = "vague", "small"
        passed = [one for one in claims if one.reading.passing and one.verdict != "supported"]
        kept = [one for one in claims if not (one.reading.passing and one.verdict != "supported")]
        others = [*found.others, *(NoClaim(one.reading.start, one.reading.end, "article") for one in passed)]
        return Report(cleaned, kept, sorted(others, key=lambda one: one.start), conflicts(kept))

    def _ask(self, claims: Sequence[Claim]) -> None:
        """Have those figures computed that may be meant, with those that they are compared with."""
        if self.values is None:
            return
        needed: dict[str, Figure] = {}
        for claim in claims:
            likely = [one for one in claim.candidates[:NEEDED] if one.score > 0.3 * claim.candidates[0].score]
            for one in likely:
                for figure in self._family(one.figure):
                    if figure is not None and figure.pending:
                        needed[figure.id] = figure
        if claims and any(claim.reading.unit_class == "percent" for claim in claims):
            by_id = {figure.id: figure for figure in self.figures}
            for figure in list(needed.values()):
                needed |= {part: by_id[part] for part in figure.parts if part in by_id and by_id[part].pending}
        found = self.values(list(needed.values())) if needed else {}
        for id_, figure in needed.items():
            figure.value, figure.pending = found.get(id_), False

    def _family(self, figure: Figure) -> list[Figure | None]:
        """The figure with those it may be compared with: a year before, a year after, other rungs, the whole place."""
        kin = [self.kin.earlier(figure), self.kin.later(figure), self._whole(figure)]
        return [figure, *kin, *self.ladder.all_of(figure)]

    def _whole(self, figure: Figure) -> Figure | None:
        """Of a figure of one place, that of all."""
        return self.telling.figures.get(figure.id.partition("@")[0]) if figure.place else None

    def _linked(self, reading: Reading, surroundings: Surroundings, n: int, told: Mapping[int, Told]) -> Claim:
        around = surroundings.of(n)
        candidates = self.index.candidates(reading, around) if reading.interval is not None else []
        known = told.get(reading.start)
        if known is not None and reading.interval is not None:
            first = self.telling.candidate(known, around.when, candidates)
            candidates = [first, *(one for one in candidates if one.figure is not first.figure)]
            if known.change:
                return Claim(reading, around, tuple(candidates), subject=first.figure)
            reading = replace(reading, listed="") if reading.listed == "target" else reading
        return Claim(reading, around, tuple(candidates))

    def _judge(self, claim: Claim, text: str, places: Places) -> None:
        reading = claim.reading
        if reading.listed == "unreadable":
            claim.verdict, claim.why = "unreadable", "unreadable"
            return
        if reading.listed == "target" and self._plans(claim):
            reading = claim.reading = replace(reading, listed="")
        if reading.listed or reading.interval is None:
            claim.verdict, claim.why = "vague", reading.listed or "vague"
            return
        agreeing = [one for one in claim.candidates if compare(reading, one.figure) == "supported"]
        claim.why = doubt(claim.candidates, claim.around, agreeing)
        if claim.why == "weak" and places.foreign(text, reading, claim.around.clause, claim.candidates[0].figure):
            claim.why = "elsewhere"
            return
        if claim.why:
            claim.verdict = "unsupported" if claim.why in ("none", "other-year") else "ambiguous"
            return
        first = claim.candidates[0]
        figure = first.figure
        if claim.subject is not None:
            claim.why = "none"  # how much it changed follows from two figures
            return
        if first.told and misfits(reading, figure):
            claim.verdict, claim.why, claim.figure, claim.true = "contradicted", "unit", figure, figure.value
            return
        if reading.change and reading.unit_class not in ("percent", "points", "multiple", "time"):
            claim.why = "none"  # how much it rose is not how much there is
            return
        if as_of(text, reading, claim.around.sentence, figure):
            claim.why = "as-of"
            return
        if not first.told and places.foreign(text, reading, claim.around.clause, figure):
            claim.why = "elsewhere"
            return
        verdict = compare(reading, figure)
        if verdict is None:
            claim.why = "no-value"
            return
        if verdict == "contradicted" and figure.value is not None and self._rather_another(claim, figure, text):
            return
        claim.verdict, claim.why, claim.figure, claim.true = verdict, verdict, figure, figure.value

    @staticmethod
    def _plans(claim: Claim) -> bool:
        """Whether the figure that is meant counts plans itself: then what is planned is a claim like any other."""
        return (
            bool(claim.candidates)
            and not doubt(claim.candidates, claim.around)
            and bool(PLANNED.search(claim.candidates[0].name))
        )

    def _same_at_another_rung(self, claims: list[Claim], n: int, text: str) -> None:
        figure = self.ladder.same(text, claims, n)
        claim = claims[n]
        verdict = compare(claim.reading, figure) if figure else None
        if figure is not None and verdict is not None:
            claim.verdict, claim.why, claim.figure, claim.true = verdict, verdict, figure, figure.value

    def _is_of_all(self, claim: Claim, figure: Figure) -> bool:
        """Whether a number that isn't the place's is just that of all places: then it was said of too small a place."""
        whole = self._whole(figure)
        return whole is not None and compare(claim.reading, whole) == "supported"

    def _rather_another(self, claim: Claim, figure: Figure, text: str) -> bool:
        """A value that contradicts may also say that another figure is meant: then a person chooses, or none is."""
        reading, first = claim.reading, claim.candidates[0]
        if first.told or self._is_of_all(claim, figure):
            return False
        if figure.value is not None and far_off(reading, figure.value):
            if spoken_by_somebody(text, reading) or first.covered < 0.75 or first.headed < 0.5:
                claim.verdict, claim.why = "unsupported", "far"
                return True
            claim.verdict, claim.why = "ambiguous", "far"
            return True
        for other in claim.candidates[1:3]:
            rival = other.score > 0.5 * first.score and not first.sets_apart(other, claim.around)
            if rival and compare(reading, other.figure) == "supported":
                claim.verdict, claim.why = "ambiguous", "close"
                return True
        return False

    def _nearest_truth(self, claim: Claim) -> None:
        """Whether a number that is wrong is right of another year or rung: then that is the explanation."""
        figure, reading = claim.figure, claim.reading
        if claim.why != "contradicted" or figure is None or claim.derived or reading.hedge:
            return
        earlier = self.kin.earlier(figure)
        near = [("year-before", earlier)] if earlier is not None else []
        if (whole := self._whole(figure)) is not None:
            near.append(("whole-place", whole))
        near += [("other-rung", one) for one in self.ladder.all_of(figure)]
        for why, other in near:
            if other is not figure and other.value and compare(reading, other) == "supported":
                claim.why, claim.parts = why, (other,)
                return

    def _other_denominator(self, claims: list[Claim], n: int) -> None:
        claim = claims[n]
        if claim.verdict != "contradicted" or claim.figure is None or claim.derived:
            return
        if claim.reading.unit_class != "percent" or claim.reading.interval is None or claim.reading.hedge:
            return
        near = [
            other.figure for other in claims[max(0, n - 6) : n + 6] if other.figure is not None and other is not claim
        ]
        found = other_denominator(claim.figure, claim.reading.interval, near, self.index)
        if found is not None:
            claim.verdict, claim.why, claim.parts = "other-denominator", "other-denominator", found


def _is_small_talk(claim: Claim, text: str) -> bool:
    """two carols, 三次: a small number in words that no figure answers counts nothing the ledger would hold."""
    reading = claim.reading
    if claim.figure is not None or claim.verdict not in ("unsupported", "ambiguous") or reading.value is None:
        return False
    written = text[reading.start : reading.end]
    return (
        reading.value < 10
        and reading.unit_class in ("count", "people", "time", "measure")
        and not any(one.isdigit() for one in written)
    )
