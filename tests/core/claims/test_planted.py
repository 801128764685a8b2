"""The example city's sentences check clean; a copy with an error planted in each is found out for its reason."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from concentric.core.claims.catalogue import read_catalogue
from concentric.core.claims.checking import Checker
from concentric.core.claims.report import as_document

VALUES = """
supporters-paired          120
villages-paired            126
pairings-agreed            158
villages-listed            139
villages-share             90.6475
money-pledged              10680000
money-received             6548000
money-fulfilment           61.3109
money-delivered            7756000
gifts-pledged              100
jobs-pledged               1860
jobs-filled                1304
jobs-fulfilment            70.1075
training-planned           5200
training-attended          4210
finance-meetings-planned   36
finance-meetings-held      12
new-industrial-enterprises 102
new-market-entities        52000
clinics-equipped           110
clinics-listed             122
clinics-share              90.1639
culture-sites              97
supporters-active          128
"""
EARLIER = {"new-market-entities": 46_430, "jobs-filled": 1_100}
CLASSES = {"人": "people", "人次": "person_times", "CNY": "money", "%": "percent"}

CLEAN = """
全年有128家单位作出承诺。
列入名册的村有139个。
全年120家商会和企业同126个村结成对子。
名册内的村结对覆盖率为90.6%。
全年认捐100笔，认捐金额1,068万元。
受方已确认收到的捐资654.8万元。
期内送出金额775.6万元。
企业承诺吸纳就业1,860人，带动就业1,304人。
新增规模以上民营工业企业102家，新登记市场主体5.2万户，同比增长12%。
计划培训5,200人次，参训4,210人次。
银企对接12次。
设备到位的村卫生室110所，覆盖率90.2%。
文化点位97处。
认捐资金超1,000万元。
就业兑现率约七成。
"""

PLANTED = """
digits changed places            | 全年120家商会和企业同162个村结成对子。             | contradicted
one too few                      | 全年119家商会和企业同126个村结成对子。             | contradicted
a zero too many                  | 全年认捐金额10,680万元。                           | contradicted
万 for 亿                        | 全年认捐金额1,068亿元。                            | contradicted
the promise told as the result   | 带动就业1,860人。                                  | contradicted
rounded up too far               | 新登记市场主体5.4万户。                            | contradicted
more than there is               | 认捐资金超1,100万元。                              | contradicted
just under, and it is over       | 认捐资金近1,000万元。                              | contradicted
said far too little              | 认捐资金超800万元。                                | understated
all, and it is not all           | 村卫生室设备实现全覆盖。                           | contradicted
a share too high                 | 设备到位的村卫生室覆盖率95.2%。                    | contradicted
points of a share dropped        | 就业承诺兑现率77.1%。                              | contradicted
growth too fast                  | 新登记市场主体5.2万户，同比增长21%。               | contradicted
growth that was a fall           | 新登记市场主体5.2万户，同比下降12%。               | contradicted
growth in numbers                | 带动就业1,304人，比上年增加304人。                 | contradicted
another denominator              | 结成对子的村126个，名册内的村结对覆盖率为79.7%。 | other-denominator
what nobody counted              | 新建停车场35个。                                   | unsupported
an equal value lent              | 新建公园110个。                                    | unsupported
two values of one figure         | 文化点位97处。全年建成文化点位79处。               | said-twice
a part larger than its whole     | 列入名册的村卫生室122所，其中设备到位的村卫生室130所。 | part-larger
people for person-times          | 参训4,210人。                                      | unsupported
pledged money called received    | 民营企业家捐资1,068万元已全部到账。                | too-strong
"""


def catalogue() -> list[dict[str, Any]]:
    """The shipped book's names with the values above; those of a year before where there are any."""
    source = files("concentric.register").joinpath("books", "city.toml").read_text(encoding="utf-8")
    book = tomllib.loads(source)["indicator"]
    found = []
    for code, value in (line.split() for line in VALUES.strip().splitlines()):
        unit = book[code].get("unit", "%")
        unit = unit if isinstance(unit, str) else unit["zh-Hans"]
        names = [book[code]["name"]["zh-Hans"], *book[code]["aliases"]["zh-Hans"]]
        entry = {"id": code, "aliases": names, "unit": unit, "unit_class": CLASSES.get(unit, "count"), "period": "2021"}
        strength = {"strength": book[code]["headline"]} if "headline" in book[code] else {}
        found.append(entry | strength | {"value": value})
        if code in EARLIER:
            found.append(entry | {"id": f"{code}@2020", "period": "2020", "value": EARLIER[code]})
    return found


CHECKER = Checker(read_catalogue(catalogue()))


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", CLEAN.strip().splitlines())
def test_a_true_sentence_checks_clean(sentence: str) -> None:
    document = as_document(CHECKER.check(sentence))
    assert {one["verdict"] for one in document["claims"]} == {"supported"}, document["claims"]
    assert document["findings"] == [] and not any(one["too_strong"] for one in document["claims"])


@pytest.mark.parametrize(("what", "sentence", "expected"), rows(PLANTED), ids=[row[0] for row in rows(PLANTED)])
def test_a_planted_error_is_found_for_its_reason(what: str, sentence: str, expected: str) -> None:
    document = as_document(CHECKER.check(sentence))
    said = {one["verdict"] for one in document["claims"]} | {one["kind"] for one in document["findings"]}
    said |= {"too-strong" for one in document["claims"] if one["too_strong"]}
    assert expected in said, document
