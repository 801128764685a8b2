import json
from dataclasses import FrozenInstanceError, replace

import pytest

from concentric.core.terms.findings import Finding, Refused, Unreadable
from concentric.core.terms.words import LANGS

FINDING = Finding(
    "number-estimate", {"text": "约5万"}, file="台账.xlsx", sheet="承诺", row=7, column="金额（万元）", cell="C7"
)


def test_a_finding_says_what_where_and_what_to_do() -> None:
    assert FINDING.says("zh-Hans") == "“约5万”是估计数，不能当作确切数额入账。"
    assert FINDING.where("zh-Hans") == "文件“台账.xlsx”，工作表“承诺”，第 7 行，“金额（万元）”列，单元格 C7"
    assert FINDING.where("en") == "file “台账.xlsx”, sheet “承诺”, row 7, column “金额（万元）”, cell C7"
    assert FINDING.remedy("en").startswith("Type the exact number")


def test_a_finding_without_a_place_has_an_empty_where_and_a_row_number_has_no_comma() -> None:
    assert Finding("number-missing").where("en") == ""
    assert replace(FINDING, row=12000).where("en").count("row 12000") == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_finding_goes_out_as_json(lang: str) -> None:
    sent = json.loads(json.dumps(FINDING.as_json(lang)))
    assert (sent["severity"], sent["row"], sent["column"], sent["line"]) == ("error", 7, "金额（万元）", None)
    assert sent["says"] == FINDING.says(lang) and sent["remedy"] and sent["where"]


def test_findings_are_values_that_can_be_collected() -> None:
    assert len({FINDING, replace(FINDING), replace(FINDING, row=8)}) == 2
    with pytest.raises(FrozenInstanceError):
        FINDING.row = 8  # type: ignore[misc]


def test_a_refusal_becomes_a_finding_at_its_place() -> None:
    refused = Unreadable("number-estimate", text="约5万")
    assert isinstance(refused, Refused) and refused.says("zh-Hans") == FINDING.says("zh-Hans")
    assert refused.finding(file="台账.xlsx", sheet="承诺", row=7, column="金额（万元）", cell="C7") == FINDING
    assert str(refused) == "number-estimate(text='约5万')"
