"""The example city's own review checks clean: each number is held against the very figure that stands behind it.

A copy with errors planted in it: each is found for its reason, and nothing else is.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from tests.prove.cast import Town
from tests.prove.own_review import review, worth
from tests.prove.own_review.planted import copy, planted

from concentric.core.claims.checking import Checker, Report
from concentric.core.claims.judging import Claim
from concentric.core.claims.wording import why_words
from concentric.core.terms.scripts import to_traditional
from concentric.ledger.actor import Actor
from concentric.prove import claims
from concentric.prove.book import adopt_book
from concentric.prove.claims import ledger_checker
from concentric.register.book import shipped

TYPED = """
zh | 三个 圈          | vague      | small
zh | 两张 单子        | vague      | small
zh | 两类             | vague      | small
zh | 三件 事          | vague      | small
zh | 2,000 万元及以上 | vague      | threshold
en | Three circles    | vague      | small
en | two parts        | vague      | small
en | Three things     | vague      | small
en | CNY 20 million   | vague      | threshold
"""
"""Numbers that the outline has in words of its own, and why no figure stands behind them."""


@pytest.fixture
def checker(office: Actor, monkeypatch: pytest.MonkeyPatch) -> Checker:
    """The city's figures as they were frozen, with two of its counties."""
    Town(office)
    adopt_book(office, shipped("city"))
    monkeypatch.setattr(claims, "_values", lambda _book, needed, _at: {id_: worth().get(id_) for id_, _ in needed})
    return ledger_checker()


def spans(report: Report) -> list[tuple[int, int, Claim]]:
    return [(*report.clean.span(*claim.reading.whole), claim) for claim in report.claims]


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_every_number_is_held_against_the_figure_that_it_was_bound_to(checker: Checker, lang: str) -> None:
    text, bound = review(lang)
    report = checker.check(text)
    found = spans(report)
    assert report.findings == [] and len(bound) > 100
    for number in bound:
        claim = next((one for start, end, one in found if start < number.end and end > number.start), None)
        quoted = text[max(0, number.start - 12) : number.end + 6]
        assert claim is not None, f"{number.figure} is no claim: {quoted}"
        linked = claim.figure.id if claim.figure else None
        assert (linked, claim.verdict, claim.too_strong) == (number.figure, "supported", ""), quoted
        assert bool(claim.derived) == number.change, quoted


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_numbers_that_the_outline_types_itself_are_listed_with_their_reason(checker: Checker, lang: str) -> None:
    text, bound = review(lang)
    others = [
        (" ".join(text[start:end].split()), claim.verdict, claim.why)
        for start, end, claim in spans(checker.check(text))
        if not any(start < one.end and end > one.start for one in bound)
    ]
    rows = [[cell.strip() for cell in row.split("|")] for row in TYPED.strip().splitlines()]
    expected = [(words, verdict, why) for script, words, verdict, why in rows if script == lang[:2]]
    assert [row[1:] for row in others] == [row[1:] for row in expected]
    assert all(said.split()[0] in words for (said, *_), (words, *_) in zip(others, expected, strict=True))


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_each_planted_error_is_found_for_its_reason_and_nothing_else_is(checker: Checker, lang: str) -> None:
    rows = planted(lang)
    assert len(rows) >= 20 and len({row.reason for row in rows}) >= 10
    text = copy(lang)
    report = checker.check(text)
    found = Counter(
        (_bare(text[start:end]), claim.verdict, claim.figure.id if claim.figure else "-", reason)
        for start, end, claim in spans(report)
        if (reason := _reason(claim)) is not None
    )
    shown = to_traditional if lang == "zh-Hant" else str
    expected = Counter((_bare(shown(row.marked)), row.verdict, row.figure, row.reason) for row in rows)
    assert found - expected == Counter(), "nothing else is flagged"
    assert expected - found == Counter(), "everything planted is found"


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_a_planted_number_is_one_of_every_two_that_do_not_go_together(checker: Checker, lang: str) -> None:
    text = copy(lang)
    marked = {_bare(row.marked) for row in planted(lang)}
    report = checker.check(text)
    assert {one.kind for one in report.findings} == {"said-twice", "part-larger"}
    for finding in report.findings:
        pair = (report.clean.span(*claim.reading.whole) for claim in (finding.one, finding.other))
        assert any(_bare(text[start:end]) in marked for start, end in pair)


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_every_reason_has_words(checker: Checker, lang: str) -> None:
    for claim in checker.check(copy(lang)).claims:
        assert why_words(claim, lang) and "{" not in why_words(claim, lang)


def _bare(quoted: str) -> str:
    return re.sub(r"\s", "", quoted)


def _reason(claim: Claim) -> str | None:
    """Why a claim is flagged; None where it is not."""
    if claim.verdict in ("supported", "vague"):
        return "too-strong" if claim.too_strong else None
    return claim.derived or claim.why
