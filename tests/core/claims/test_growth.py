"""Twice the text takes twice the work: nothing is looked at again and again, however long a run or a sentence is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from concentric.core.claims import qualifying
from concentric.core.claims.catalogue import Figure, class_of
from concentric.core.claims.checking import Checker
from concentric.core.claims.chinese_excluded import _EACH
from concentric.core.claims.consistency import conflicts
from concentric.core.claims.surroundings import FARTHEST

CHECKER = Checker(
    [
        Figure(id="v", names=("结对村",), unit="个", unit_class=class_of("个"), value=Decimal(5), period="2021"),
        Figure(id="m", names=("认捐资金",), unit="元", unit_class=class_of("元"), value=Decimal(5), period="2021"),
    ]
)
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def beginnings(pattern: Sequence[Any]) -> Iterator[Any]:
    """What each alternative of a parsed pattern begins with, looks around left out."""
    for op, arg in pattern:
        if op in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            continue
        if op is codes.BRANCH:
            for part in arg[1]:
                yield from beginnings(part)
        elif op is codes.SUBPATTERN:
            yield from beginnings(arg[3])
        elif op in REPEATS:
            yield op, arg
            if arg[0] == 0:
                continue
        return


def is_numeral_only(repeated: Any) -> bool:
    """Runs of numerals have an end already: endless ones are no numbers."""
    found = re.compile("[A-Za-z._@ ]")
    options = repeated[0][1] if repeated[0][0] is codes.IN else [repeated[0]]
    said = [chr(arg) for op, arg in options if op is codes.LITERAL]
    ranges = [chr(arg[0]) for op, arg in options if op is codes.RANGE]
    return not any(found.match(one) for one in [*said, *ranges])


@pytest.mark.parametrize("pattern", [pattern for _, pattern in _EACH])
def test_no_exclusion_begins_with_letters_or_dots_without_a_limit(pattern: str) -> None:
    for _, (_, most, repeated) in beginnings(parser.parse(pattern)):
        assert most is not codes.MAXREPEAT or is_numeral_only(repeated)


def test_the_rule_finds_what_it_is_there_for() -> None:
    [(_, (_, most, repeated))] = beginnings(parser.parse(r"[A-Za-z0-9_.]+@\w+"))
    assert most is codes.MAXREPEAT and not is_numeral_only(repeated)


class Counted(Sequence[Any]):
    """A list that counts how often somebody looks at one of its members."""

    def __init__(self, held: Sequence[Any]) -> None:
        self.held, self.looks = held, 0

    def __len__(self) -> int:
        return len(self.held)

    def __getitem__(self, at: Any) -> Any:
        self.looks += 1
        return self.held[at]


def test_parts_of_one_long_sentence_are_each_held_against_their_whole_at_once() -> None:
    claims = CHECKER.check("结对村5个" + "，其中结对村9个" * 300).claims
    for claim in claims:
        claim.around.sentence = (0, 1)
    counted = Counted(claims)
    assert sum(one.kind == "part-larger" for one in conflicts(counted)) == 300
    assert counted.looks <= 4 * len(claims)


def test_a_day_is_looked_for_no_further_than_a_sentence_may_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    stretches: list[int] = []
    real = qualifying._AS_OF

    class Watched:
        def finditer(self, text: str, first: int, end: int) -> Any:
            stretches.append(end - first)
            return real.finditer(text, first, end)

    monkeypatch.setattr(qualifying, "_AS_OF", Watched())
    CHECKER.check("截至2021年6月底结对村5个" + "，结对村7个" * 600)
    assert len(stretches) > 500 and max(stretches) <= FARTHEST


@pytest.mark.parametrize("run", ["1.", "1．", "_", ".", "1,", "%", "(", "“", "〔", " ", "\n", "一", "一点"])
def test_a_run_of_anything_holds_no_more_than_it_says(run: str) -> None:
    report = CHECKER.check(run * 6_000 + "，结对村5个。")
    assert [claim.reading.interval.low for claim in report.claims if claim.reading.interval][-1:] == [5]
