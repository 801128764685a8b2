"""A whole import taken back by counter-records, and put back by importing again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.exchange.conftest import CAST, COMMITMENTS, CONFIRMATIONS, DELIVERIES, YEAR, Bring, account, keys
from tests.exchange.wrong import WORLD

from concentric.exchange.importing.imports import Imported
from concentric.exchange.importing.undo import (
    CourseForbidsUndo,
    ForeignStep,
    LaterRecordsStand,
    NoSuchImport,
    NotYourImport,
    UndoneBefore,
    UndoNeedsReason,
    made,
    undo_import,
)
from concentric.exchange.models import ImportUndo, TrayRow
from concentric.keep.models import CaseStep, Commitment, CommitmentStep
from concentric.ledger.actor import Actor
from concentric.ledger.models import Commit, Entry, Head, InForce, SealedValue
from concentric.ledger.verify import verify
from concentric.register.models import Organisation


def standing() -> dict[tuple[str, str], Any]:
    """What is in force, by kind and number, with what it says."""
    found: dict[tuple[str, str], Any] = {}
    for model, fields in [
        (Organisation, ("name", "kind", "place_id")),
        (Commitment, ("amount", "quantity", "due")),
        (CommitmentStep, ("name", "occurred_on", "amount")),
    ]:
        for held in model.objects.in_force().exclude(number=""):
            if getattr(held, "name", "") != "reversed":
                found[model.KIND, held.number] = tuple(getattr(held, field) for field in fields)
    return found


def whole() -> bool:
    return verify().findings == []


def test_an_import_taken_back_leaves_nothing_of_it_in_force(bring: Bring, officer: Actor) -> None:
    before = standing()
    done = bring(YEAR | {"确认": CONFIRMATIONS})
    commits = Commit.objects.count()
    undone = undo_import(officer, done.number, reason="导错了文件")
    assert Commit.objects.count() == commits + 1
    assert standing() == before
    assert undone.count == Entry.objects.count() - ImportUndo.objects.get().idx - 1
    assert not Head.objects.exclude(state="voided").exists()
    assert whole()


def test_every_noun_goes_back(bring: Bring, officer: Actor) -> None:
    def known() -> set[tuple[str, str | None]]:
        return set(InForce.objects.exclude(kind="import").exclude(key=None).values_list("kind", "key"))

    before = known()
    done = bring(WORLD)
    assert keys(done) == [] and known() > before
    undo_import(officer, done.number, reason="导错了文件")
    assert known() == before
    assert not Head.objects.exclude(state="voided").exists()
    assert whole()


def test_what_is_looked_back_on_is_not_taken_back(year: Imported, bring: Bring, officer: Actor) -> None:
    bring({"回头看": "编号 | 回头看对象编号 | 回头看安排 | 计划日期\nHT1 | C1 | gifts | 2021-10-01"})
    with pytest.raises(LaterRecordsStand) as caught:
        undo_import(officer, year.number, reason="试试")
    assert caught.value.dependents == ["HT1"]


def test_the_same_file_may_come_again_after_it_was_taken_back(bring: Bring, officer: Actor) -> None:
    done = bring(YEAR | {"确认": CONFIRMATIONS}, name="again.xlsx")
    held = standing()
    undo_import(officer, done.number, reason="早了一天")
    again = bring(YEAR | {"确认": CONFIRMATIONS}, name="again.xlsx")
    assert keys(again) == [] and again.receipt is not None
    assert {key: value[:2] for key, value in standing().items()}.keys() == held.keys()
    assert whole()


def test_corrections_go_back_to_what_they_corrected(year: Imported, bring: Bring, officer: Actor) -> None:
    before = standing()
    changes = {
        "单位": CAST.replace("示例企业", "改名企业"),
        "承诺": COMMITMENTS.replace("50000", "60000"),
        "兑现": DELIVERIES.replace("30000", "25000").replace("D3 ", "D4 "),
    }
    done = bring(changes, reason="改")
    assert keys(done) == [] and standing() != before
    undo_import(officer, done.number, reason="改错了")
    assert standing() == before
    assert Organisation.objects.in_force().get(number="S2").reason == "改错了"
    assert whole()


def test_sealed_values_are_true_again_too(bring: Bring, officer: Actor) -> None:
    table = "编号 | 单位名称 | 单位类别 | 联系人\nE1 | 甲公司 | 企业 | 某某"
    bring({"单位": table})
    done = bring({"单位": table.replace("某某", "另一人")}, reason="换人")
    undo_import(officer, done.number, reason="没有换")
    latest = InForce.objects.get(key="E1").latest
    assert SealedValue.objects.get(record=latest, field="contact_name").value == "某某"
    assert whole()


@pytest.mark.parametrize(
    ("later", "names"),
    [
        ({"兑现": "编号 | 承诺编号 | 日期 | 兑现数\nD9 | C1 | 2021-08-01 | 5"}, {"D9"}),
        ({"确认": "编号 | 兑现编号 | 结果 | 日期\nR9 | D1 | 收到 | 2021-08-01"}, {"R9"}),
        ({"单位": "编号 | 单位名称 | 单位类别\nX1 | 局外集团 | 企业"}, {"X1"}),
        ({"结对": "编号 | 项目 | 帮扶方编号 | 受帮扶方编号 | 提出日期\nP9 | villages | S2 | V1 | 2021-03-01"}, {"P9"}),
        ({"结对进展": "编号 | 结对编号 | 日期 | 进展\nA9 | P1 | 2021-03-20 | 同意"}, {"A9"}),
    ],
)
def test_what_later_records_stand_on_is_not_taken_back(
    year: Imported, bring: Bring, officer: Actor, later: dict[str, str], names: set[str]
) -> None:
    second = bring(later, reason="更名")
    assert keys(second) == []
    size = Entry.objects.count()
    with pytest.raises(LaterRecordsStand) as caught:
        undo_import(officer, year.number, reason="试试")
    assert set(caught.value.dependents) == names
    assert Entry.objects.count() == size
    undo_import(officer, second.number, reason="先撤后来的")
    undo_import(officer, year.number, reason="再撤先前的")
    assert whole()


def test_an_account_of_an_organisation_stands_on_it(year: Imported, officer: Actor) -> None:
    account("V1", "recipient", officer)
    with pytest.raises(LaterRecordsStand) as caught:
        undo_import(officer, year.number, reason="试试")
    assert caught.value.dependents == ["recipient-V1"]


def test_a_step_that_the_import_took_back_stands_again(year: Imported, bring: Bring, officer: Actor) -> None:
    done = bring({"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | D2 | 重复"})
    undo_import(officer, done.number, reason="并不重复")
    assert CommitmentStep.objects.in_force().get(number="D2").amount == Decimal(30000)
    assert whole()


def test_a_step_stands_again_with_everything_it_said(bring: Bring, officer: Actor) -> None:
    """Whom it went to, until when, what was found: the course refuses most without, and takes some for another."""
    bring(WORLD)
    bring({"诉求交办": "编号 | 诉求编号 | 办理 | 日期 | 承办单位编号\nZ1 | SQ1 | 交办 | 2021-03-05 | S1"})

    def said() -> list[tuple[object, ...]]:
        steps = CaseStep.objects.in_force().filter(number__in=["DF4", "Z1"]).order_by("number")
        return list(steps.values_list("number", "name", "occurred_on", "what", "until", "party_id", "note"))

    before = said()
    assert before[0][3:5] == ("under-way", date(2021, 5, 10)) and before[1][5] is not None
    later = "编号 | 诉求编号 | 答复结果 | 日期 | 下次答复日期\nDF4 | SQ4 | 正在解决 | 2021-03-10 | 2021-06-10"
    done = bring({"诉求答复": later}, reason="改期")
    assert said() != before
    undo_import(officer, done.number, reason="没有改期")
    assert said() == before
    done = bring({"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | DF4 | 录错\nX2 | Z1 | 录错"})
    assert said() == []
    undo_import(officer, done.number, reason="没有录错")
    assert said() == before and whole()


def test_nobody_says_again_for_another_what_was_taken_back(year: Imported, bring: Bring, officer: Actor) -> None:
    village = account("V1", "recipient", officer)
    bring({"确认": "编号 | 兑现编号 | 结果 | 日期\nW1 | D1 | 收到 | 2021-06-06"}, village)
    done = bring({"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | W1 | 村里打电话说没有"})
    with pytest.raises(ForeignStep):
        undo_import(officer, done.number, reason="试试")
    assert whole()


def test_a_second_undo_and_an_unknown_import_are_refused(year: Imported, officer: Actor) -> None:
    with pytest.raises(UndoNeedsReason):
        undo_import(officer, year.number, reason="  ")
    undo_import(officer, year.number, reason="错")
    with pytest.raises((UndoneBefore, CourseForbidsUndo)):
        undo_import(officer, year.number, reason="又")
    with pytest.raises(NoSuchImport):
        undo_import(officer, "99", reason="错")


def test_others_do_not_take_back_the_offices_import(year: Imported, bring: Bring, officer: Actor) -> None:
    village = account("V1", "recipient", officer)
    with pytest.raises(NotYourImport):
        undo_import(village, year.number, reason="不喜欢")
    assert [one.record.number for one in made(officer)] == [year.number]
    assert made(village) == []


OBJECTIONS = (
    "编号 | 兑现编号 | 结果 | 日期 | 备注\nW1 | D1 | 没有收到 | 2021-06-06 |\nW2 | D2 | 有异议 | 2021-06-06 | 少了一半"
)


def test_an_objection_is_taken_back_by_nobody_but_who_made_it(year: Imported, bring: Bring, officer: Actor) -> None:
    village = account("V1", "recipient", officer)
    before = standing()
    said = bring({"确认": OBJECTIONS}, village)
    assert keys(said) == []
    done = bring({"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | W1 | 电话里说收到了\nX2 | W2 | 一样"})
    assert keys(done) == ["rights-objection", "rights-objection"]
    with pytest.raises(ForeignStep) as refused:
        undo_import(officer, said.number, reason="村里弄错了")
    assert refused.value.key == "undo-objection"
    assert bring({"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | W1 | 后来收到了"}, village).errors == 0
    undo_import(village, said.number, reason="都收到了")
    assert standing() == before and whole()


def test_the_offices_own_note_of_an_objection_is_its_to_take_back(year: Imported, bring: Bring, officer: Actor) -> None:
    before = standing()
    said = bring({"确认": OBJECTIONS})
    assert bring({"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | W1 | 记错了"}).errors == 0
    undo_import(officer, said.number, reason="记错了")
    assert standing() == before and whole()


def test_who_imported_takes_it_back_and_the_office_whatever_weakens_nothing(
    year: Imported, bring: Bring, officer: Actor
) -> None:
    village = account("V1", "recipient", officer)
    before = standing()
    for actor in (village, officer):
        words = "编号 | 兑现编号 | 结果 | 日期\nW{0} | D1 | 收到 | 2021-06-06"
        done = bring({"确认": words.format(actor.key[:1])}, village)
        undo_import(actor, done.number, reason="点错了")
        assert standing() == before
    assert whole()


def test_rows_that_waited_for_the_import_go_with_it(bring: Bring, officer: Actor) -> None:
    done = bring(YEAR | {"兑现": DELIVERIES.replace("20000", "若干")})
    assert TrayRow.objects.count() == 1
    undo_import(officer, done.number, reason="错")
    assert TrayRow.objects.count() == 0


def test_what_was_entered_and_taken_back_by_one_import_stays_away(bring: Bring, officer: Actor) -> None:
    before = standing()
    done = bring(YEAR | {"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | D2 | 重复"})
    assert keys(done) == []
    undo_import(officer, done.number, reason="错")
    assert standing() == before
    assert whole()
