"""What the sheets of the later nouns bring in, by whose account, and what it then counts for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.exchange.conftest import Bring, account, counts, keys
from tests.exchange.wrong import WORLD

from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.exchange.importing.imports import Imported
from concentric.keep.models import Activity, Case, CaseStep, FollowUp, Project, Site, Statistic
from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry, Head, InForce, SealedValue
from concentric.ledger.verify import verify
from concentric.match.models import Assignment, Need
from concentric.register.models import Appointment, Organisation


@pytest.fixture
def world(bring: Bring) -> Imported:
    """The year with every noun, as the office keyed it."""
    return bring(WORLD, name="world.xlsx")


def head(model: Any, number: str) -> Head:
    return Head.objects.get(matter=model.objects.in_force().get(number=number).root)


def whole() -> bool:
    return verify().findings == []


@pytest.mark.usefixtures("world")
def test_a_department_answers_its_own_cases_and_no_others(bring: Bring, officer: Actor) -> None:
    department = account("S1", "handler", officer)
    table = """
编号 | 诉求编号 | 答复结果 | 日期
A1   | SQ1      | 已解决   | 2021-03-20
A3   | SQ3      | 说明解释 | 2021-03-20
"""
    done = bring({"诉求答复": table}, department)
    assert keys(done) == ["rights-not-a-party"] and counts(done)["诉求答复"] == (1, 0, 0, 1)
    assert head(Case, "SQ1").state == "answered" and head(Case, "SQ3").state == "received"
    assert keys(bring({"职务": "编号 | 单位编号 | 职务名称\nZ1 | S1 | 主任"}, department)) == ["rights-sheet"]
    assert whole()


@pytest.mark.usefixtures("world")
def test_only_the_raisers_own_word_confirms(bring: Bring, officer: Actor) -> None:
    bring({"提出人评价": "编号 | 诉求编号 | 评价 | 日期\nW1 | SQ2 | 满意 | 2021-03-20"})
    assert head(Case, "SQ2").strength == REPORTED
    raiser = account("V1", "recipient", officer)
    bring({"提出人评价": "编号 | 诉求编号 | 评价 | 日期\nW2 | SQ2 | 满意 | 2021-03-21"}, raiser)
    assert head(Case, "SQ2").strength == CONFIRMED
    assert whole()


@pytest.mark.usefixtures("world")
def test_a_raiser_who_is_not_satisfied_gets_another_answer_by_a_day(bring: Bring, officer: Actor) -> None:
    raiser = account("V1", "recipient", officer)
    table = "编号 | 诉求编号 | 评价 | 日期 | 再答复期限\nW1 | SQ2 | 不满意 | 2021-03-20 | 2021-04-20"
    assert keys(bring({"提出人评价": table}, raiser)) == []
    assert head(Case, "SQ2").holder == "handler" and str(head(Case, "SQ2").due) == "2021-04-20"


@pytest.mark.usefixtures("world")
def test_names_and_words_are_sealed_and_stay_when_a_row_no_longer_has_them(bring: Bring) -> None:
    table = """
编号 | 项目     | 诉求类别 | 收到日期   | 标题 | 原话     | 提出人
C1   | villages | 咨询     | 2021-03-01 | 用电 | 电价太高 | 某甲
"""
    bring({"诉求": table})
    assert bring({"诉求": table}).receipt is None
    shorter = "编号 | 项目 | 诉求类别 | 收到日期 | 标题\nC1 | villages | 咨询 | 2021-03-01 | 用电问题"
    assert keys(bring({"诉求": shorter}, reason="写明白")) == []
    latest = Case.objects.in_force().get(number="C1").id
    held = dict(SealedValue.objects.filter(record=latest).exclude(value="").values_list("field", "value"))
    assert held == {"words": "电价太高", "raiser_name": "某甲"}
    written = "".join(bytes(entry.payload).decode() for entry in Entry.objects.all())
    assert not any(name in written for name in ("电价太高", "某甲", "某某"))
    appointment = Appointment.objects.in_force().get(number="RZ1")
    assert SealedValue.objects.get(record=appointment.id, field="person_name").value == "某某"
    assert whole()


@pytest.mark.usefixtures("world")
def test_the_keeper_confirms_a_site_and_the_host_an_activity(bring: Bring, officer: Actor) -> None:
    village, witness = account("V1", "recipient", officer), account("Y1", "verifier", officer)
    table = """
编号 | 确认对象编号 | 结果     | 日期       | 备注
B1   | DW1          | 收到     | 2021-04-01 |
B2   | HD1          | 没有收到 | 2021-04-01 | 没有来过
"""
    assert keys(bring({"确认": table}, village)) == []
    assert head(Site, "DW1").strength == CONFIRMED and head(Activity, "HD1").state == "disputed"
    assert keys(bring({"核实": "编号 | 核实对象编号 | 日期\nY1 | DW1 | 2021-05-01"}, witness)) == []
    assert head(Site, "DW1").strength == VERIFIED
    assert whole()


@pytest.mark.usefixtures("world")
def test_the_host_says_what_arrived_at_a_project(bring: Bring, officer: Actor) -> None:
    host = account("V1", "recipient", officer)
    table = "编号 | 确认对象编号 | 结果 | 日期 | 收到数\nB1 | JZ2 | {} | 2021-04-01 | {}"
    assert keys(bring({"确认": table.format("有异议", "")}, host)) == ["confirmation-of-project"]
    assert keys(bring({"确认": table.format("没有收到", "")}, host)) == []
    assert head(Project, "XM1").amounts["confirmed"] == "0"
    assert keys(bring({"确认": table.format("收到", "300")}, host, reason="查到了")) == []
    assert head(Project, "XM1").amounts | {"arrived": "500", "confirmed": "300"} == head(Project, "XM1").amounts
    assert whole()


@pytest.mark.usefixtures("world")
def test_an_assignment_is_sent_by_the_posts_organisation_and_only_it_renews(bring: Bring, officer: Actor) -> None:
    sender = Organisation.objects.in_force().get(number="S1").root
    assert Assignment.objects.in_force().get(number="PZ1").supporter_id == sender
    table = "编号 | 派驻编号 | 变更 | 日期 | 续到\nN1 | PZ1 | 续期 | 2021-12-20 | 2022-12-31"
    assert keys(bring({"派驻变更": table}, account("S2", "supporter", officer))) == ["rights-not-a-party"]
    assert keys(bring({"派驻变更": table}, account("S1", "supporter", officer))) == []
    assert str(head(Assignment, "PZ1").due) == "2022-12-31"


@pytest.mark.usefixtures("world")
def test_a_supporter_enters_its_own_projects_only(bring: Bring, officer: Actor) -> None:
    table = "编号 | 项目 | 项目名称 | 项目类别 | 业主编号 | 线索日期\nX8 | villages | 丙 | 投资 | {} | 2021-05-01"
    supporter = account("S2", "supporter", officer)
    assert keys(bring({"投资项目": table.format("S1")}, supporter)) == ["rights-not-a-party"]
    assert keys(bring({"投资项目": table.format("S2")}, supporter)) == []


@pytest.mark.usefixtures("world")
def test_nobody_who_handles_a_case_is_asked_to_look_back_on_it(bring: Bring) -> None:
    sheets = {
        "诉求交办": "编号 | 诉求编号 | 办理 | 日期 | 承办单位编号\nJ1 | SQ3 | 交办 | 2021-03-02 | S2",
        "回头看": "编号 | 回头看对象编号 | 回头看安排 | 计划日期\nH3 | SQ3 | 答复回头看 | 2021-04-10",
        "回头看委托": "编号 | 回头看编号 | 委托情况 | 日期 | 受托单位编号\nA1 | H3 | 委托 | 2021-04-10 | {}",
    }
    done = bring(sheets | {"回头看委托": sheets["回头看委托"].format("S2")})
    assert keys(done) == ["course-asked-not-independent"]
    follow_up = FollowUp.objects.in_force().get(number="H3")
    assert follow_up.plan == "answers" and follow_up.handler_id == Organisation.objects.in_force().get(number="S2").root
    again = bring(sheets | {"回头看委托": sheets["回头看委托"].format("Y1")})
    assert keys(again) == [] and counts(again)["回头看"] == (0, 0, 1, 0)
    assert head(FollowUp, "H3").state == "asked"
    assert whole()


CASES = """
编号 | 项目     | 诉求类别 | 急缓 | 收到日期   | 答复期限
C1   | problems | 问题     |      | 2021-04-12 |
C2   | problems | 问题     | 紧急 | 2021-04-12 |
C3   | problems | 问题     | 投诉 | {}         |
C4   | problems | 社情民意 |      | 2021-04-12 |
C5   | problems | 问题     |      | 2021-04-12 | 2021-06-30
"""


@pytest.mark.usefixtures("citywide")
def test_a_case_without_a_due_date_has_the_books(bring: Bring) -> None:
    done = bring({"诉求": CASES.format("2021-04-12")})
    assert keys(done) == [] and set(keys(done, "warning")) == {"case-lies-nowhere"}
    due = {case.number: case.due and case.due.isoformat() for case in Case.objects.in_force()}
    # The 14th and 15th are the region's own holiday, Sunday the 25th is worked.
    assert due == {"C1": "2021-04-21", "C2": "2021-04-12", "C3": "2021-04-30", "C4": None, "C5": "2021-06-30"}
    assert bring({"诉求": CASES.format("2021-04-12")}).receipt is None
    corrected = bring({"诉求": CASES.format("2021-04-13")}, reason="晚一天收到")
    assert {one.column for one in corrected.plan.differences} == {"收到日期", "答复期限"}
    assert Case.objects.in_force().get(number="C3").due == date(2021, 5, 6)


@pytest.mark.usefixtures("world")
def test_a_corrected_row_shows_numbers_before_and_after(bring: Bring) -> None:
    table = WORLD["派驻"].replace("V1 ", "S2 ")
    refused = bring({"派驻": table})
    assert keys(refused) == ["row-changed-without-reason"]
    done = bring({"派驻": table}, reason="换了对象")
    assert [(one.number, one.old, one.new) for one in done.plan.differences] == [("PZ1", "V1", "S2")]
    assert counts(done)["派驻"] == (0, 1, 1, 0)
    assert whole()


@pytest.mark.usefixtures("world")
def test_what_a_file_leaves_out_stays_and_is_counted(bring: Bring) -> None:
    done = bring({"点位": "\n".join(WORLD["点位"].strip().splitlines()[:2])})
    tally = done.plan.tallies[0]
    assert (tally.absent, tally.absent_numbers, done.receipt) == (1, ["DW2"], None)


@pytest.mark.parametrize("word", ["industry", "产业帮扶", "產業幫扶", " 产业 帮扶"])
def test_a_code_of_the_book_is_known_by_its_names(word: str, year: Imported, bring: Bring) -> None:
    done = bring({"需求": f"编号 | 单位编号 | 分类 | 起始日期\nN1 | V1 | {word} | 2021-01-01"})
    assert keys(done) == [] and Need.objects.in_force().get(number="N1").category == "industry"


@pytest.mark.usefixtures("world")
def test_one_number_of_two_things_is_not_guessed_at(bring: Bring) -> None:
    bring({"活动": WORLD["活动"].replace("HD1", "DW1")})
    done = bring({"确认": "编号 | 确认对象编号 | 结果 | 日期\nB1 | DW1 | 收到 | 2021-04-01"})
    assert keys(done) == ["subject-several"]
    assert CaseStep.objects.in_force().count() == 2
    assert InForce.objects.filter(key="DW1").count() == 2


def test_a_statistic_is_named_as_its_indicator_and_one_that_nothing_prints_is_told(bring: Bring) -> None:
    table = """
编号 | 指标代码           | 数值  | 单位 | 期间 | 来源
T1   | 新登记市场主体数   | 52000 | 户   | 2021 | 示例统计
T2   | 新登記市場主體數   | 41000 | 户   | 2020 | 示例统计
T3   | market-entites     | 7     | 户   | 2019 | 示例统计
"""
    done = bring({"统计": table})
    assert [(one.key, one.severity, one.cell) for one in done.findings] == [
        ("statistic-not-printed", "warning", "B4"),
    ]
    assert dict(Statistic.objects.in_force().values_list("number", "indicator")) == {
        "T1": "market-entities",
        "T2": "market-entities",
        "T3": "market-entites",
    }


@pytest.mark.usefixtures("year")
def test_a_case_without_place_and_handler_is_told_that_it_lies_nowhere(bring: Bring) -> None:
    cases = """
编号 | 项目     | 诉求类别 | 所在地 | 承办单位编号 | 收到日期
N1   | villages | 问题     | 柳城县 |              | 2021-04-01
N2   | villages | 问题     |        | S1           | 2021-04-01
N3   | villages | 问题     |        |              | 2021-04-01
N4   | villages | 问题     |        |              | 2021-04-01
"""
    routed = "编号 | 诉求编号 | 办理 | 日期 | 承办单位编号\nZB1 | N3 | 交办 | 2021-04-02 | S1"
    done = bring({"诉求": cases, "诉求交办": routed})
    assert [(one.key, one.severity, one.cell) for one in done.findings] == [("case-lies-nowhere", "warning", "D5")]
    assert Case.objects.in_force().filter(number__startswith="N").count() == 4
