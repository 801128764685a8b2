"""The working-day clocks of open cases: what is awaited, from whom, for how many working days, and what to paste."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.exchange.conftest import CAST, VILLAGES, Bring, keys
from tests.exchange.test_commands import run

from concentric.core.terms.words import LANGS
from concentric.exchange.asking import clocks
from concentric.ledger.actor import Actor

CASES = """
编号 | 项目     | 诉求类别 | 缓急 | 提出单位编号 | 承办单位编号 | 收到日期   | 所在地
C1   | problems | 问题     |      | V1           |              | 2021-04-12 | 柳城县
C2   | problems | 提案     |      | S1           | X1           | 2021-04-12 | 柳城县
C3   | problems | 社情民意 |      | V1           |              | 2021-04-12 | 柳城县
C4   | problems | 问题     |      | V1           |              | 2021-04-12 | 柳城县
"""
ROUTED = "编号 | 诉求编号 | 办理 | 日期 | 承办单位编号 | 答复期限"
DAY = date(2021, 4, 16)  # a Friday; the 14th and 15th were the region's own holiday, Sunday the 25th is worked


@pytest.fixture
def cases(citywide: None, bring: Bring) -> None:
    done = bring({"单位": CAST, "村": VILLAGES, "诉求": CASES})
    assert keys(done) == []


def told(officer: Actor, day: date = DAY, within: int = 100, **how: Any) -> dict[str, tuple[str, str, int, str]]:
    """Case -> the step, its day, the working days left, and who holds it."""
    found = clocks.due(officer, day, within=within, **how)
    return {one.clock.case.number: (one.clock.step, str(one.clock.due), one.clock.left, one.number) for one in found}


@pytest.mark.usefixtures("cases")
def test_what_was_received_is_to_be_accepted_first(officer: Actor) -> None:
    found = told(officer)
    assert found["C1"] == ("accepted", "2021-04-19", 1, ""), "three working days: the 13th, 16th and 19th"
    assert found["C2"][0] == "accepted" and found["C2"][1] > "2021-04-30", "fifteen for a proposal"
    assert "C3" not in found, "the book sets no deadline for opinions"
    assert "C1" not in told(officer, within=0) and told(officer, date(2021, 4, 20), 0)["C1"][2] == -1


@pytest.mark.usefixtures("cases")
def test_once_accepted_and_routed_its_handler_owes_the_answer(officer: Actor, bring: Bring) -> None:
    steps = f"{ROUTED}\nZB1 | C1 | 受理 | 2021-04-13 | |\nZB2 | C1 | 交办 | 2021-04-13 | X1 | 2021-04-20"
    assert keys(bring({"诉求交办": steps})) == []
    assert told(officer)["C1"] == ("answered", "2021-04-20", 2, "X1")
    handler = next(one.clock.by for one in clocks.due(officer, DAY) if one.number == "X1")
    assert set(told(officer, handler=handler)) == {"C1"}


@pytest.mark.usefixtures("cases")
def test_a_lawful_extension_moves_the_day_and_an_answer_with_more_to_come_sets_the_next(
    officer: Actor, bring: Bring
) -> None:
    asked, approved = "YQ1 | C1 | 申请 | 2021-04-20 | 2021-04-30 | 待勘查", "YQ2 | C1 | 同意 | 2021-04-20 | |"
    extended = f"编号 | 诉求编号 | 延期办理 | 日期 | 延至 | 备注\n{asked}\n{approved}"
    accepted = f"{ROUTED}\nZB1 | C1 | 受理 | 2021-04-13 | |\nZB4 | C4 | 受理 | 2021-04-13 | |"
    answered = "编号 | 诉求编号 | 答复结果 | 日期 | 下次答复日期\nDF4 | C4 | 正在解决 | 2021-04-20 | 2021-04-25"
    assert keys(bring({"诉求交办": accepted, "诉求延期": extended, "诉求答复": answered})) == []
    found = told(officer, date(2021, 4, 26))
    assert found["C1"] == ("answered", "2021-04-30", 4, "") and found["C4"] == ("answered", "2021-04-25", -1, "")


@pytest.mark.usefixtures("cases")
def test_the_raiser_of_a_proposal_is_asked_and_owes_nothing(officer: Actor, bring: Bring) -> None:
    accepted = f"{ROUTED}\nZB2 | C2 | 受理 | 2021-04-13 | |"
    answered = "编号 | 诉求编号 | 答复结果 | 日期\nDF2 | C2 | 已解决 | 2021-04-16"
    assert keys(bring({"诉求交办": accepted, "诉求答复": answered})) == []
    step, _, left, who = told(officer)["C2"]
    assert (step, left, who) == ("word", 15, "S1")
    late = clocks.due(officer, date(2021, 8, 1))
    assert {one.clock.late for one in late if one.clock.case.number == "C2"} == {False}
    text = dict(clocks.messages(late, "zh-Hans"))["示例商会"]
    assert "请告诉我们是否满意" in text and "C2" in text
    said = "编号 | 诉求编号 | 评价 | 日期\nPJ2 | C2 | 满意 | 2021-04-20"
    assert keys(bring({"提出人评价": said})) == [] and "C2" not in told(officer)


@pytest.mark.usefixtures("cases")
def test_what_comes_back_too_late_is_told(bring: Bring) -> None:
    steps = f"{ROUTED} | 备注\nZB1 | C2 | 受理 | 2021-04-12 | | |\nZB2 | C2 | 交办 | 2021-04-12 | X1 | |"
    assert keys(bring({"诉求交办": steps})) == []
    back = f"{ROUTED} | 备注\nZB3 | C2 | 退回 | {{}} | | | 不归本单位"
    assert keys(bring({"诉求交办": back.format("2021-04-26")}), "warning") == ["case-returned-late"]


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize("lang", LANGS)
def test_the_command_lists_tells_and_writes(lang: str, tmp_path: Path) -> None:
    listed = run("due", "--on", "2021-04-21", "--csv", tmp_path / "due.csv", "--lang", lang, code=1).output
    assert "C1" in listed and "C4" in listed and "{" not in listed
    rows = list(csv.reader((tmp_path / "due.csv").read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == ["C1", "C4"] and rows[1][4] == "-2"
    found = json.loads(run("due", "--on", "2021-04-19", "--json").output)
    assert [(one["case"], one["working_days_left"], one["late"]) for one in found] == [
        ("C1", 0, False),
        ("C4", 0, False),
    ]
    assert run("due", "--on", "2021-04-12", "--within", "0", "--lang", lang).output.strip()


@pytest.mark.usefixtures("cases")
def test_the_page_shows_who_has_to_act(bring: Bring) -> None:
    client = Client(REMOTE_ADDR="127.0.0.1", HTTP_HOST="127.0.0.1:8000")
    page = client.get("/due/?lang=zh-Hans").content.decode()
    assert "C1" in page and "受理" in page and "您处有" in page
    table = client.get("/due/?format=csv&lang=en").content.decode("utf-8-sig")
    assert table.splitlines()[0] == "Case,To do,By whom,Due,Working days left"
    assert client.get("/due/?by=nobody&within=999").status_code == 200
