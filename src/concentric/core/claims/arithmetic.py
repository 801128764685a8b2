"""What follows from figures though no figure says it: growth from two years, a share of two figures, a sum of parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.judging import Claim
from concentric.core.claims.kin import Kin
from concentric.core.claims.link import Index
from concentric.core.claims.reading import Reading

_SHARE = re.compile(
    r"占|率|比例|比重|份额|\bor\b|\bshare\b|proportion|accounting for|accounted for|represent|of (?:the|them|those|all)|turnout|equal to|[（(]\s*$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"占|份额|\bor\b|accounting for|accounted for|represent|of (?:the|them|those|all)|equal to", re.IGNORECASE
)
"""Says that the number is a part of what stands beside it, not some rate with a name of its own."""
_SUM = re.compile(
    r"(?:共|合计|共计|总计|累计|总共|一共|in all|in total|altogether|combined|together|a total of|sum of)[^，。]{0,8}$",
    re.IGNORECASE,
)
_MANY = "两 two 三 three 四 four 五 five 六 six".split()
_ALL = re.compile(
    r"(?P<zh>[两三四五六])(?:项|类|者|个数|部分|方面)(?:一?共|合计|共计|总计|相加|加起来)[^，。]{0,4}$"
    r"|\b(?P<en>two|three|four|five|six) (?:together |combined )?(?:add up|come|amount|sum) to $",
    re.IGNORECASE,
)
_SUM_AFTER = re.compile(r"\s?(?:in all|in total|altogether|combined)\b")
_OF_ITS_OWN = re.compile(
    r"[^，。；、：:（(\s]{3,}占[^，。；]{0,14}$|(?:\w+\W+){2,}(?:account(?:s|ed|ing) for|represent(?:s|ed|ing)?)\s+$"
)
"""A share whose clause says itself what it is a share of what."""
WIDE, MOST = 2, 24
"""An interval too wide to tell pairs of figures apart; how many claims away a part may stand."""
_TENTH = Decimal("0.1")
_BASE_CLASSES = ("count", "people", "person_times", "money", "measure", "time")


class Arithmetic:
    """Second look at claims that no figure answers, once those around them are linked."""

    def __init__(self, text: str, claims: Sequence[Claim], index: Index, kin: Kin) -> None:
        self.text = text
        self.claims = claims
        self.index = index
        self.kin = kin

    def look(self, n: int) -> None:
        """Settle the claim by arithmetic, where figures allow it; else leave it as it is."""
        claim = self.claims[n]
        reading = claim.reading
        if reading.interval is None or reading.listed:
            return
        if claim.figure is not None and claim.verdict == "contradicted" and not claim.derived:
            self._second_thought(n)
            return
        if claim.figure is not None:
            return
        if reading.unit_class in ("percent", "multiple"):
            if (reading.change or reading.since) and self._growth(n):
                return
            if reading.unit_class == "percent" and not reading.change:
                self._share(n)
        elif (reading.unit_class == "points" and self._points(n)) or (reading.change and self._difference(n)):
            return
        elif reading.unit_class in ("count", "people", "person_times", "money", "measure"):
            self._sum(n)

    def _second_thought(self, n: int) -> None:
        """A total of two things named together, or a share of two figures beside, contradicts neither of them."""
        claim = self.claims[n]
        if claim.reading.unit_class == "percent":
            before = self.text[max(0, claim.reading.whole[0] - 14) : claim.reading.whole[0]]
            if claim.candidates[0].covered < 0.8 and _PART_OF.search(before):
                self._share(n)
        else:
            self._sum(n)

    def _subject(self, n: int) -> Figure | None:
        """What the growth is of: the claim before it in the sentence, or what its own clause names."""
        claim = self.claims[n]
        if claim.subject is not None:
            return claim.subject
        around = claim.around
        before = self._linked_before(n)
        if around.bare:
            return before.figure if before else None
        loose = Reading(
            claim.reading.start,
            claim.reading.end,
            None,
            None,
            "",
            "count",
            loose=True,
            whole=claim.reading.whole,
            lang=claim.reading.lang,
        )
        found = self.index.candidates(loose, around, classes=_BASE_CLASSES)
        if found and found[0].covered >= 0.5 and found[0].own >= 0.25:
            figure = found[0].figure
            return self.kin.later(figure) or figure if self.kin.earlier(figure) is None else figure
        return before.figure if before and (not found or found[0].own < 0.15) else None

    def _linked_before(self, n: int) -> Claim | None:
        """The nearest claim before it in the sentence that is linked to a total."""
        for k in range(n - 1, max(-1, n - MOST), -1):
            other = self.claims[k]
            if other.around.sentence != self.claims[n].around.sentence:
                return None
            if other.figure is not None and other.figure.unit_class in _BASE_CLASSES and not other.derived:
                return other
        return None

    def _growth(self, n: int) -> bool:
        claim = self.claims[n]
        reading, span = claim.reading, claim.reading.interval
        subject = self._subject(n)
        earlier = self.kin.earlier(subject) if subject else None
        if span is None or subject is None or earlier is None or subject.value is None or not earlier.value:
            return False
        times = subject.value / earlier.value
        values = [times, times - 1] if reading.unit_class == "multiple" else [(times - 1) * 100]
        if reading.unit_class == "percent" and not reading.change:
            return False
        if reading.change == "down":
            values = (
                [-value for value in values] if reading.unit_class == "percent" else [1 / times if times else times]
            )
        claim.settle(reading, subject, values, "growth", parts=(subject, earlier))
        if subject.unit_class == "percent" and claim.verdict == "contradicted":
            by = subject.value - earlier.value
            if span.holds(-by if reading.change == "down" else by):
                claim.derived = "points"  # the number is right, and is one of percentage points
        return True

    def _points(self, n: int) -> bool:
        """The difference of a share between two years, as it says itself after each was rounded, or before."""
        claim = self.claims[n]
        subject = claim.subject or self._share_before(n)
        earlier = self.kin.earlier(subject) if subject else None
        if subject is None or earlier is None or subject.value is None or earlier.value is None:
            return False
        sign = -1 if claim.reading.change == "down" else 1
        printed = subject.value.quantize(_TENTH, ROUND_HALF_UP) - earlier.value.quantize(_TENTH, ROUND_HALF_UP)
        values = [sign * (subject.value - earlier.value), sign * printed]
        claim.settle(claim.reading, subject, values, "difference", parts=(subject, earlier))
        return True

    def _share_before(self, n: int) -> Figure | None:
        """The share that is named right before a change in points."""
        if not n or not self.claims[n].reading.change or not self.claims[n].around.bare:
            return None
        before = self.claims[n - 1]
        beside = before.around.sentence == self.claims[n].around.sentence and not before.derived
        return before.figure if beside and before.figure is not None and before.figure.unit_class == "percent" else None

    def _difference(self, n: int) -> bool:
        claim = self.claims[n]
        subject = self._subject(n)
        earlier = self.kin.earlier(subject) if subject else None
        if subject is None or earlier is None or subject.value is None or earlier.value is None:
            return False
        if subject.unit_class != claim.reading.unit_class and not claim.reading.loose:
            return False
        by = subject.value - earlier.value
        claim.settle(
            claim.reading,
            subject,
            [-by if claim.reading.change == "down" else by],
            "difference",
            parts=(subject, earlier),
        )
        return True

    def _share(self, n: int) -> None:
        """占, "or 36 per cent": two figures of the sentence, or one and what the clause names, make the share."""
        claim = self.claims[n]
        span = claim.reading.interval
        start = claim.reading.whole[0]
        beside = self.text[max(0, start - 14) : start] + self.text[claim.reading.end : claim.reading.end + 10]
        if span is None or not _SHARE.search(beside):
            return
        near = [other for other in self.claims[max(0, n - 4) : n][::-1] if self._holds(other)]
        beside_it = [other for other in near if other.around.sentence == claim.around.sentence]
        if not beside_it:
            return
        loose = Reading(
            claim.reading.start, claim.reading.end, None, None, "", "count", loose=True, lang=claim.reading.lang
        )
        likely = self.index.candidates(loose, claim.around, classes=_BASE_CLASSES)
        named = [one.figure for one in likely[:2] if one.own >= 0.3]
        subject = _OF_ITS_OWN.search(self.text[claim.around.clause[0] : start])
        known = [one.figure for one in likely if one.own >= 0.15]
        # 三成 fits many a pair of figures: then both stand in the sentence, or its clause names the whole.
        wide = span.high - span.low > WIDE
        wholes = [other.figure for other in (beside_it if wide else near)[1:3]]
        for top in _figures(beside_it[:2]):
            if subject and top not in known:
                continue
            for whole in [*wholes, *named]:
                if whole is None or whole is top or whole.unit_class != top.unit_class or not whole.value:
                    continue
                if top.value is not None and top.value <= whole.value and span.holds(top.value * 100 / whole.value):
                    if self._said_itself(claim, (top, whole)):
                        return
                    claim.settle(claim.reading, top, [top.value * 100 / whole.value], "share", parts=(top, whole))
                    return

    @staticmethod
    def _holds(other: Claim) -> bool:
        return other.figure is not None and other.verdict in ("supported", "understated") and not other.derived

    def _sum(self, n: int) -> None:
        claim = self.claims[n]
        start = claim.reading.whole[0]
        said = self.text[max(0, start - 24) : start]
        if not (_SUM.search(said[-16:]) or _ALL.search(said) or _SUM_AFTER.match(self.text, claim.reading.end)):
            return
        parts: list[Figure] = []
        for other in self._of_sentence(n):
            if other is claim or other.figure is None or other.derived:
                continue
            if (
                other.figure.unit_class == claim.reading.unit_class
                and other.figure not in parts
                and other.verdict == "supported"
            ):
                parts.append(other.figure)
        if len(parts) < 2:
            # 危改和改厕共完成3336项: the parts are named, not numbered.
            place = claim.candidates[0].figure.place if claim.candidates else ""
            named = [one.figure for one in claim.candidates[:3] if one.own >= 0.45]
            parts = [one for one in named if one.value and one.place == place]
        told = _ALL.search(said)
        if told and len(parts) == _MANY.index(told["zh"] or told["en"].lower()) // 2 + 2:
            # "The two come to 97": then they have to, whatever else might be meant.
            claim.settle(claim.reading, parts[0], [_total(parts)], "sum", parts=tuple(parts))
            return
        if self._adds_up(claim, parts) or (len(parts) > 2 and self._adds_up(claim, parts[:2])):
            return

    def _of_sentence(self, n: int) -> list[Claim]:
        """The claims of the sentence, itself among them."""
        sentence = self.claims[n].around.sentence
        first, last = n, n
        while first > n - MOST and first and self.claims[first - 1].around.sentence == sentence:
            first -= 1
        while last < n + MOST and last + 1 < len(self.claims) and self.claims[last + 1].around.sentence == sentence:
            last += 1
        return list(self.claims[first : last + 1])

    def _adds_up(self, claim: Claim, parts: list[Figure]) -> bool:
        total = _total(parts)
        if len(parts) >= 2 and claim.reading.interval is not None and claim.reading.interval.holds(total):
            if not self._said_itself(claim, parts):
                claim.settle(claim.reading, parts[0], [total], "sum", parts=tuple(parts))
            return True
        return False

    @staticmethod
    def _said_itself(claim: Claim, parts: Sequence[Figure]) -> bool:
        """What follows from others may also be a figure of its own: a likely one of that very value is meant then."""
        span = claim.reading.interval
        for one in claim.candidates:
            value = one.figure.value
            if one.figure not in parts and one.timely and value is not None and span is not None and span.holds(value):
                claim.settle(claim.reading, one.figure, [value], "", parts=())
                return True
        return False


def _figures(claims: Sequence[Claim]) -> list[Figure]:
    found: list[Figure] = []
    for one in claims:
        if one.figure is not None and one.figure not in found:
            found.append(one.figure)
    return found


def _total(parts: Sequence[Figure]) -> Decimal:
    return sum((one.value or Decimal(0) for one in parts), Decimal(0))
