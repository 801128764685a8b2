"""Adoptions: their points are the book's, also after one was corrected; another number is told."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.exchange.conftest import Bring, keys
from tests.exchange.test_nouns import head, whole

from concentric.core.terms.words import LANGS
from concentric.exchange.importing.imports import Imported
from concentric.keep.models import Case, CaseStep
from concentric.ledger.matters import load
from concentric.ledger.models import Head

ADOPTED = """
编号 | 诉求编号 | 采用层级     | 日期       | 分值
CY1  | O1       | 本级采用     | 2021-05-01 |
CY2  | O1       | 市领导批示   | 2021-05-02 |
CY3  | O1       | 中央领导批示 | 2021-05-03 |
CY4  | O1       | 市政府或国家部门采用 | 2021-05-04 | {}
CY5  | O2       | 中央领导批示 | 2021-05-03 | 30
CY6  | O2       | 市领导批示   | 2021-05-04 |
"""
OPINIONS = """
编号 | 项目     | 诉求类别 | 收到日期
O1   | problems | 社情民意 | 2021-04-01
O2   | problems | 社情民意 | 2021-04-01
"""
HEAD = "编号 | 诉求编号 | 采用层级 | 日期 | 分值 | 更正原因"


@pytest.mark.usefixtures("citywide")
def test_the_points_of_an_adoption_are_the_books_and_another_number_is_told(bring: Bring) -> None:
    done = bring({"诉求": OPINIONS, "采用": ADOPTED.format("")})
    assert keys(done) == [] and keys(done, "warning") == ["case-lies-nowhere"] * 2
    points = dict(CaseStep.objects.filter(name="adopted").values_list("number", "amount"))
    # A central leader's instruction adds the difference to a city leader's, a lower one nothing.
    assert points == {"CY1": 1, "CY2": 10, "CY3": 20, "CY4": 20, "CY5": 30, "CY6": 0}
    assert [head(Case, number).amounts for number in ("O1", "O2")] == [{"points": "51"}, {"points": "30"}]
    assert bring({"采用": ADOPTED.format("")}).receipt is None
    typed = bring({"采用": ADOPTED.format("15")}, reason="另有规定")
    assert [(one.key, one.severity, one.cell) for one in typed.findings] == [
        ("adoption-points-differ", "warning", "E5"),
    ]
    assert "20" in typed.findings[0].says("en") and head(Case, "O1").amounts == {"points": "46"}
    more = bring({"采用": "编号 | 诉求编号 | 采用层级 | 日期 | 分值\nCY7 | O2 | 市领导批示 | 2021-06-01 | 10"})
    assert [one.key for one in more.findings] == ["adoption-points-differ"]
    assert whole()


def counted(bring: Bring, *rows: str, **options: Any) -> Imported:
    """Adoptions of O1, imported."""
    done: Imported = bring({"采用": "\n".join((HEAD, *rows))}, **options)
    assert keys(done) == []
    return done


def standing(case: str) -> dict[str, Decimal]:
    """The adoptions of a case that weren't taken back, with their points."""
    state = load(Head.objects.get(matter=Case.objects.in_force().get(number=case).root)).state
    steps = CaseStep.objects.filter(matter__number=case, n__in=[kept.n for kept in state.standing])
    return dict(steps.filter(name="adopted").values_list("number", "amount"))


@pytest.mark.usefixtures("citywide")
@pytest.mark.parametrize("first", [True, False])
def test_the_highest_level_counts_anew_where_one_below_it_was_corrected(first: bool, bring: Bring) -> None:
    bring({"诉求": OPINIONS})
    lower, higher = "A1 | O1 | 市领导批示 | 2021-05-02 | |", "A2 | O1 | 中央领导批示 | 2021-05-03 | |"
    counted(bring, lower, higher)
    assert standing("O1") == {"A1": 10, "A2": 20}
    mended = "A1 | O1 | 本级采用 | 2021-05-02 | | 看错了"
    done = counted(bring, *((mended, higher) if first else (higher, mended)))
    assert keys(done, "warning") == []
    assert standing("O1") == {"A1": 1, "A2": 30} and head(Case, "O1").amounts == {"points": "31"}
    back = CaseStep.objects.filter(name="reversed").values_list("note", flat=True)
    assert set(back) == {"看错了", "因 A1 更正，重新计分"}
    assert counted(bring, mended, higher).receipt is None, "the same once more changes nothing"
    assert whole()


@pytest.mark.usefixtures("citywide")
def test_a_level_corrected_upwards_takes_from_the_one_that_was_highest(bring: Bring) -> None:
    bring({"诉求": OPINIONS})
    lower, higher = "A1 | O1 | 本级采用 | 2021-05-02 | |", "A2 | O1 | 市领导批示 | 2021-05-03 | |"
    counted(bring, lower, higher)
    counted(bring, "A1 | O1 | 中央领导批示 | 2021-05-02 | | 看错了", higher)
    assert sum(standing("O1").values()) == 30
    assert whole()


@pytest.mark.usefixtures("citywide")
def test_adoptions_that_would_count_otherwise_and_are_not_in_the_file_are_told(bring: Bring) -> None:
    bring({"诉求": OPINIONS})
    higher = "A2 | O1 | 中央领导批示 | 2021-05-03 | |"
    counted(bring, "A1 | O1 | 市领导批示 | 2021-05-02 | |", higher)
    done = counted(bring, "A1 | O1 | 本级采用 | 2021-05-02 | | 看错了")
    assert keys(done, "warning") == ["adoption-others-differ"] and standing("O1") == {"A1": 1, "A2": 20}
    told = counted(bring, higher)
    assert keys(told, "warning") == ["adoption-reckoned-otherwise"] and told.receipt is None
    [finding] = [one for one in told.findings if one.severity == "warning"]
    assert (finding.args["held"], finding.args["given"]) == (20, 30)
    assert all(finding.says(lang) and finding.remedy(lang) for lang in LANGS)
    done = counted(bring, "A2 | O1 | 中央领导批示 | 2021-05-03 | 30 | 重新计分")
    assert keys(done, "warning") == [] and standing("O1") == {"A1": 1, "A2": 30}
    assert whole()


@pytest.mark.usefixtures("citywide")
def test_taking_an_adoption_back_tells_of_those_that_would_count_otherwise(bring: Bring) -> None:
    bring({"诉求": OPINIONS})
    higher = "A2 | O1 | 中央领导批示 | 2021-05-03 | |"
    counted(bring, "A1 | O1 | 市领导批示 | 2021-05-02 | |", higher, "A3 | O1 | 本级采用 | 2021-05-02 | |")
    back = "编号 | 被冲正编号 | 冲正日期 | 冲正原因\n{} | {} | 2021-06-01 | 录错了"
    plain = bring({"冲正": back.format("CX3", "A3")})
    assert (keys(plain), keys(plain, "warning")) == ([], []), "what adds up by itself changes no other"
    done = bring({"冲正": back.format("CX1", "A1")})
    assert keys(done, "warning") == ["adoption-reversed"] and standing("O1") == {"A2": 20}
    assert keys(counted(bring, higher), "warning") == ["adoption-reckoned-otherwise"]
    counted(bring, "A2 | O1 | 中央领导批示 | 2021-05-03 | 30 | 重新计分")
    assert head(Case, "O1").amounts == {"points": "30"} and whole()
