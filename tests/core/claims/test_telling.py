"""Known sentences and the headings of tables say what a number is; a word more or less, and they say nothing."""

from __future__ import annotations

import pytest

from concentric.core.claims.catalogue import Figure, read_catalogue
from concentric.core.claims.checking import Checker
from concentric.core.claims.sayings import Mark, Sayings

OUTLINE = """\
全年有 7 家单位作出承诺，其中 7 项已经办完。按期答复 7 件，逾期 7 件。认捐合计 7 万元。
Of 7 clinics 7 received it.
"""
MEANT = ("givers", "done", "timely", "late", "money", "clinics", "equipped")
FIGURES = [
    {"id": "givers", "aliases": ["出力单位数"], "unit": "家", "value": 123, "period": "2021"},
    {"id": "done", "aliases": ["办结承诺数"], "unit": "项", "value": 247, "period": "2021"},
    {"id": "timely", "aliases": ["按期答复问题数"], "unit": "件", "value": 161, "period": "2021"},
    {"id": "late", "aliases": ["逾期答复问题数"], "unit": "件", "value": 13, "period": "2021"},
    {
        "id": "money",
        "aliases": ["认捐金额"],
        "unit": "CNY",
        "value": 10_680_000,
        "period": "2021",
        "strength": "pledged",
    },
    {"id": "money@2020", "aliases": ["认捐金额"], "unit": "CNY", "value": 8_260_000, "period": "2020"},
    {"id": "clinics", "aliases": ["clinics on the roster"], "unit": "所", "value": 122, "period": "2021"},
    {"id": "equipped", "aliases": ["clinics equipped"], "unit": "所", "value": 104, "period": "2021"},
]


def marked(text: str) -> list[Mark]:
    places = [at for at, one in enumerate(text) if one == "7"]
    return [Mark(at, at + 1, id_) for at, id_ in zip(places, MEANT, strict=True)]


def catalogue() -> list[Figure]:
    found = read_catalogue(FIGURES)
    rung = read_catalogue([{**FIGURES[4], "id": "money:confirmed", "value": 6_548_000, "strength": "confirmed"}])[0]
    rung.aside = True
    return [*found, rung]


CHECKER = Checker(catalogue(), sayings=Sayings([(OUTLINE, marked(OUTLINE))]))


def said(text: str) -> list[tuple[str, str | None]]:
    return [(one.verdict, one.figure.id if one.figure else None) for one in CHECKER.check(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年有123家单位作出承诺，其中247项已经办完。", [("supported", "givers"), ("supported", "done")]),
        ("全年有132家单位作出承诺。", [("contradicted", "givers")]),
        ("今年不同。全年有近200家單位作出承諾。", [("contradicted", "givers")]),
        ("全年有123人作出承诺。", [("unsupported", None)]),
        ("认捐合计1,068万美元。", [("contradicted", "money")]),
        ("认捐合计826万元。", [("contradicted", "money")]),
        ("2020年认捐合计826万元。", [("supported", "money@2020")]),
        ("Of 122 clinics 104 received it.", [("supported", "clinics"), ("supported", "equipped")]),
    ],
)
def test_a_known_sentence_says_which_figure_is_meant(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", ["提案按期答复161件，逾期13件。", "全年有123家单位没有作出承诺。"])
def test_a_word_more_and_the_sentence_says_something_else(text: str) -> None:
    told = CHECKER.check(text).claims
    assert not any(one.candidates and one.candidates[0].told for one in told)


def test_a_number_is_told_by_words_whatever_it_is_worth() -> None:
    (claim,) = CHECKER.check("全年有1,230家单位作出承诺。").claims
    assert (claim.verdict, claim.figure.id if claim.figure else "") == ("contradicted", "givers")


def test_two_figures_of_which_the_same_is_said_leave_the_choice_to_words() -> None:
    both = Sayings(
        [("共有 7 件已经办结完毕。", [Mark(3, 4, "timely")]), ("共有 7 件已经办结完毕。", [Mark(3, 4, "late")])]
    )
    (claim,) = Checker(catalogue(), sayings=both).check("共有13件已经办结完毕。").claims
    assert not any(one.told for one in claim.candidates)


TABLE = """
指标\t承诺\t确认\t2020年\t记录
认捐金额：期内认捐的款项。\t1,068 万元\t654.8 万元\t826 万元\t99
"""


def test_rows_and_columns_of_a_table_say_what_stands_in_it() -> None:
    report = CHECKER.check(TABLE)
    assert [(one.verdict, one.figure.id) for one in report.claims if one.figure] == [
        ("supported", "money"),
        ("supported", "money:confirmed"),
        ("supported", "money@2020"),
    ]
    assert report.others[-1].reason == "column"


def test_a_table_without_headings_is_read_by_its_rows() -> None:
    assert said("出力单位数\t123\n办结承诺数\t274\n") == [("supported", "givers"), ("contradicted", "done")]


def test_a_number_that_is_right_of_another_year_or_rung_says_so() -> None:
    reasons = [claim.why for claim in CHECKER.check("认捐合计826万元。\n认捐合计654.8万元。").claims]
    assert reasons == ["year-before", "other-rung"]


def test_so_many_parts_have_to_come_to_their_sum() -> None:
    right = CHECKER.check("按期答复问题161件，逾期答复问题13件，两项合计174件。").claims[-1]
    wrong = CHECKER.check("按期答复问题161件，逾期答复问题13件，两项合计184件。").claims[-1]
    assert (right.verdict, right.derived) == ("supported", "sum")
    assert (wrong.verdict, wrong.derived) == ("contradicted", "sum")


def test_a_year_is_no_answer_for_a_day_in_it() -> None:
    assert [one.why for one in CHECKER.check("截至2021年6月底，认捐金额1,068万元。").claims] == ["as-of"]
    assert [one.verdict for one in CHECKER.check("截至2021年12月底，认捐金额1,068万元。").claims] == ["supported"]


@pytest.mark.parametrize("text", ["答覆率", "帳上", "諮詢", "回覆"])
def test_characters_that_one_script_keeps_apart_are_the_same(text: str) -> None:
    from concentric.core.claims.cleaning import clean

    assert clean(text).text in ("答复率", "账上", "咨询", "回复")
    assert clean("覆盖率").text == "覆盖率" and clean("帐篷").text == "帐篷"
