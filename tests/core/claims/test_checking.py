"""Claims are linked by words, judged by values, and never lend each other support."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concentric.core.claims.catalogue import CatalogueUnreadable, read_catalogue
from concentric.core.claims.checking import Checker
from concentric.core.claims.report import as_document

CATALOGUE = """
problems   | 87 件 count               | 化解民营企业难题 ; problems of private firms resolved | 2021
pairs      | 120 家 count              | 参与结对的商会和企业 ; chambers and firms in pairs | 2021
villages   | 126 个 count              | 结对村 ; paired villages | 2021
pledged    | 12600000 CNY money        | 认捐帮扶资金 ; money pledged | 2021 | pledged
clinics    | 110 所 count              | 提升改造村卫生室 ; village clinics upgraded | 2021
clinics-a  | 34 所 count               | 安澜县村卫生室 ; village clinics in Anlan | 2021
sites      | 110 处 count              | 推进文化点位建设 ; culture sites | 2021
entities   | 51860 户 count            | 新登记市场主体 ; newly registered market entities | 2021
entities20 | 46304 户 count            | 新登记市场主体 ; newly registered market entities | 2020
accepted   | 96 件 count               | 受理民营企业诉求 ; requests accepted | 2021
in-scope   | 93 件 count               | 属于职权范围的诉求 ; requests within the remit | 2021
rate       | 90.625 % percent          | 诉求办结率 ; closing rate of requests | 2021
exports    | -4.2 % percent            | 民营企业出口增速 ; change in exports of private firms | 2021
schools    | 9 所 count                | 新建学校 ; new schools | 2021
nurseries  | 15 所 count               | 新建幼儿园 ; new nurseries | 2021
"""


def catalogue(table: str = CATALOGUE) -> list[dict[str, Any]]:
    found = []
    for line in table.strip().splitlines():
        id_, value, names, *rest = (cell.strip() for cell in line.split("|"))
        number, unit, unit_class = value.split()
        entry: dict[str, Any] = {"id": id_, "aliases": [name.strip() for name in names.split(";")], "unit": unit}
        entry |= {"unit_class": unit_class, "value": float(number), "period": rest[0]}
        found.append(entry | ({"strength": rest[1]} if rest[1:] else {}))
    return found


def checked(text: str) -> dict[str, Any]:
    return as_document(Checker(read_catalogue(catalogue())).check(text))


def said(text: str) -> list[tuple[str, str, str | None]]:
    return [(one["text"], one["verdict"], one["figure"]) for one in checked(text)["claims"]]


def test_a_review_is_checked_claim_by_claim() -> None:
    text = "2021年，化解民营企业难题87件，120家商会和企业结对126个村，认捐资金1000多万元，新登记市场主体5.2万户。"
    assert said(text) == [
        ("87件", "supported", "problems"),
        ("120家", "supported", "pairs"),
        ("126个", "supported", "villages"),
        ("1000多万元", "supported", "pledged"),
        ("5.2万户", "supported", "entities"),
    ]


def test_a_wrong_number_is_contradicted() -> None:
    assert said("化解民营企业难题78件。") == [("78件", "contradicted", "problems")]
    assert said("We paired 162 villages.") == [("162", "contradicted", "villages")]


def test_a_hedge_that_says_too_little_is_understated() -> None:
    assert said("认捐帮扶资金超800万元。") == [("800万元", "understated", "pledged")]


def test_equal_values_of_different_figures_lend_nothing() -> None:
    assert said("推进文化点位建设110处，新建公园110处。")[1][1:] != ("supported", "sites")
    assert said("新建公园110个。")[0][1] != "supported"


def test_a_county_has_its_own_figure_and_another_county_none() -> None:
    text = "提升改造村卫生室110所，其中安澜县34所、云岭县29所。"
    assert [(verdict, figure) for _, verdict, figure in said(text)] == [
        ("supported", "clinics"),
        ("supported", "clinics-a"),
        ("unsupported", None),
    ]


def test_growth_follows_from_two_years() -> None:
    document = checked("新登记市场主体5.2万户，同比增长12%。")
    growth = document["claims"][1]
    assert (growth["verdict"], growth["derived"], growth["parts"]) == (
        "supported",
        "growth",
        ["entities", "entities20"],
    )
    assert checked("新登记市场主体5.2万户，同比增长21%。")["claims"][1]["verdict"] == "contradicted"


def test_a_fall_is_told_without_its_sign() -> None:
    assert said("民营企业出口下降4.2%。") == [("4.2%", "supported", "exports")]
    assert said("民营企业出口增长4.2%。") == [("4.2%", "contradicted", "exports")]


def test_the_denominator_that_fits_is_named() -> None:
    claim = checked("受理诉求96件，化解难题87件，诉求办结率93.5%。")["claims"][2]
    assert (claim["verdict"], claim["figure"], claim["parts"]) == (
        "other-denominator",
        "rate",
        ["problems", "in-scope"],
    )


def test_each_number_of_a_list_goes_with_its_own_thing() -> None:
    assert said("新建学校和幼儿园分别为9所、15所。") == [
        ("9所", "supported", "schools"),
        ("15所", "supported", "nurseries"),
    ]


def test_delivered_is_too_strong_a_word_for_what_was_pledged() -> None:
    weak, strong = (checked(text)["claims"][0] for text in ("认捐帮扶资金1260万元。", "帮扶资金1260万元已全部到账。"))
    assert weak["verdict"] == "supported" and weak["too_strong"] is None
    assert strong["verdict"] != "supported" or strong["too_strong"] == "到账"


def test_one_figure_with_two_values_is_a_finding_and_two_roundings_are_none() -> None:
    twice = checked("新登记市场主体51860户。新登记市场主体4.9万户。")
    assert [one["kind"] for one in twice["findings"]] == ["said-twice"]
    assert checked("新登记市场主体51860户。新登记市场主体5.2万户。")["findings"] == []


def test_a_part_larger_than_its_whole_is_a_finding() -> None:
    assert [one["kind"] for one in checked("提升改造村卫生室34所，其中安澜县110所。")["findings"]] == ["part-larger"]


def test_a_table_is_read_by_its_headings() -> None:
    text = "类别\t2020年\t2021年\n新登记市场主体\t46304户\t51860户\n"
    assert said(text) == [("46304户", "supported", "entities20"), ("51860户", "supported", "entities")]


def test_the_document_keeps_the_contract() -> None:
    text = "2021年，全市化解民營企業難題８７件。"
    document = checked(text)
    json.dumps(document)
    (claim,) = document["claims"]
    assert text[claim["start"] : claim["end"]] == claim["text"] == "８７件"
    keys = {
        "start",
        "end",
        "text",
        "value",
        "low",
        "high",
        "unit",
        "unit_class",
        "verdict",
        "figure",
        "candidates",
        "why",
    }
    assert keys <= set(claim) and claim["candidates"][0] == "problems"
    (other,) = document["not_claims"]
    assert (other["text"], other["reason"]) == ("2021年", "date")


def test_a_unit_with_a_scale_is_a_plain_unit_of_larger_values() -> None:
    area, money = read_catalogue(
        [
            {"id": "a", "aliases": ["茶园面积"], "unit": "万亩", "unit_class": "measure", "value": "3.97"},
            {"id": "m", "aliases": ["捐资"], "unit": "亿元", "value": 2},
        ]
    )
    assert (area.unit, area.value, money.unit, money.value, money.unit_class) == (
        "亩",
        39700,
        "CNY",
        2 * 10**8,
        "money",
    )
    assert Checker([area]).check("茶园面积近4万亩。").claims[0].verdict == "supported"


def test_one_of_something_is_a_claim_only_where_a_figure_says_so() -> None:
    figures = [{"id": "bases", "aliases": ["建成研究基地", "research bases built"], "unit": "个", "value": 1}]
    checker = Checker(read_catalogue(figures))
    for text, verdicts in (
        ("建成一个研究基地。", ["supported"]),
        ("这是一个村庄的故事。", []),
        ("We built one research base.", ["supported"]),
        ("One dog barked.", []),
    ):
        document = as_document(checker.check(text))
        assert [one["verdict"] for one in document["claims"]] == verdicts
        assert bool(document["not_claims"]) != bool(verdicts)


def test_without_figures_and_without_text_nothing_fails() -> None:
    assert Checker([]).check("共87件").claims[0].verdict == "unsupported"
    assert checked("") == {"claims": [], "not_claims": [], "findings": []}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({}, "claims-catalogue-no-list"),
        ([1], "claims-catalogue-no-object"),
        ([{"aliases": ["a"]}], "claims-catalogue-key"),
        ([{"id": "a"}], "claims-catalogue-key"),
        ([{"id": "a", "aliases": ["b"], "unit_class": "wishes"}], "claims-catalogue-class"),
        ([{"id": "a", "aliases": ["b"], "value": "many"}], "claims-catalogue-value"),
        ([{"id": "a", "aliases": ["b"]}, {"id": "a", "aliases": ["c"]}], "claims-catalogue-twice"),
    ],
)
def test_a_catalogue_that_is_none_is_refused_with_a_remedy(data: object, key: str) -> None:
    with pytest.raises(CatalogueUnreadable) as refused:
        read_catalogue(data)
    assert refused.value.key == key
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert refused.value.says(lang) and refused.value.remedy(lang)


PIECES = (
    "全市 化解 民营企业 难题 87件 120家 1.43万亿元 53万3660票 其中 分别 、 ， 。 \n \t 和 增长 12% 翻番 百分之 三 一 "
    "零 数十万 〔2021〕12号 （ ） “ ” paired 126 villages and of which respectively $ £43m half 1920s up from to "
    "9999999999999999999999999999 ½ ٣ ① \ufffd (tǒng) 第 亿 万"
).split(" ")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_no_text_breaks_the_checker_and_every_span_is_the_texts_own(pieces: list[str]) -> None:
    text = "".join(pieces)
    document = checked(text)
    json.dumps(document)
    for one in document["claims"] + document["not_claims"]:
        assert 0 <= one["start"] < one["end"] <= len(text)
        assert text[one["start"] : one["end"]] == one["text"]


OTHER_WORDS = """
firms  | 投身乡村的民企数 | 家 | count | 164
clinic | 完成改造的村医务室 | 间 | count | 182
nights | Nights of shelter | bed-nights | count | 61800
hours  | Helper hours | hours | time | 84600
"""


def in_other_words(text: str) -> tuple[str, str | None]:
    rows = [[cell.strip() for cell in line.split("|")] for line in OTHER_WORDS.strip().splitlines()]
    entries = [
        {"id": id_, "aliases": [name], "unit": unit, "unit_class": unit_class, "value": int(value)}
        for id_, name, unit, unit_class, value in rows
    ]
    (claim,) = as_document(Checker(read_catalogue(entries)).check(text))["claims"]
    return claim["verdict"], claim["figure"]


def test_few_common_words_are_enough_where_the_value_agrees_and_too_few_where_it_does_not() -> None:
    assert in_other_words("已有164家民营企业与村攀亲。") == ("supported", "firms")
    assert in_other_words("已有146家民营企业与村攀亲。") == ("ambiguous", None)
    assert in_other_words("已有164家民营企业攀上亲戚。") == ("ambiguous", None)
    assert in_other_words("新建公园164个。")[0] == "unsupported"


def test_nights_are_counted_where_the_figure_counts_them_and_people_are_never_hours() -> None:
    assert in_other_words("We gave 61,800 nights of shelter.") == ("supported", "nights")
    assert in_other_words("We had 84,600 helpers.")[1] is None


def test_the_only_number_of_a_row_is_its_figures_however_its_column_is_called() -> None:
    table = "Measure\tResult\tRemark\nHelper hours\t84,600\tall of them\nNights of shelter\t61,800\tnone"
    rows = [[cell.strip() for cell in line.split("|")] for line in OTHER_WORDS.strip().splitlines()]
    entries = [
        {"id": row[0], "aliases": [row[1]], "unit": row[2], "unit_class": row[3], "value": row[4]} for row in rows
    ]
    claims = as_document(Checker(read_catalogue(entries)).check(table))["claims"]
    assert [(one["figure"], one["verdict"]) for one in claims] == [("hours", "supported"), ("nights", "supported")]


def test_a_share_that_two_figures_beside_make_by_accident_is_not_theirs() -> None:
    beside = "化解民营企业难题87件，结对126个村，道路问题占难题总数的三成。"
    assert said(beside)[2][1:] == ("unsupported", None)
