"""A workbook goes in, and what it says stands in the ledger."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.conftest import (
    CAST,
    COMMITMENTS,
    CONFIRMATIONS,
    DELIVERIES,
    PAIRINGS,
    VILLAGES,
    YEAR,
    Bring,
    account,
    counts,
    keys,
    write,
)

from concentric.exchange.importing import tray
from concentric.exchange.importing.imports import NoSheetRecognised, enter_files, plan_import, read_files
from concentric.exchange.models import TrayRow, WorkbookImport
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger import clock
from concentric.ledger.actor import Actor
from concentric.ledger.models import Commit, Entry, Head, SealedValue
from concentric.ledger.verify import verify
from concentric.match.models import Pairing, PairingStep
from concentric.register.models import Organisation, Place, Roster, RosterEntry


def head_of(number: str) -> Head:
    return Head.objects.get(matter=Commitment.objects.in_force().get(number=number).root)


def whole() -> bool:
    return verify().findings == []


def test_a_year_goes_in_whatever_the_order_of_its_sheets(bring: Bring) -> None:
    done = bring(dict(reversed(YEAR.items())) | {"确认": CONFIRMATIONS})
    assert keys(done) == []
    assert counts(done)["兑现"] == (3, 0, 0, 0)
    commitment = Commitment.objects.in_force().get(number="C1")
    assert (commitment.amount, commitment.currency, commitment.due) == (Decimal(50000), "CNY", date(2021, 12, 31))
    in_kind = Commitment.objects.in_force().get(number="C2")
    assert (in_kind.amount, in_kind.quantity, in_kind.unit, in_kind.currency) == (None, Decimal(12), "台", "")
    assert head_of("C1").state == "disputed"
    assert whole()


def test_one_import_is_one_commit_that_begins_with_its_record(bring: Bring) -> None:
    before = Commit.objects.count()
    done = bring(YEAR)
    assert Commit.objects.count() == before + 1
    assert done.receipt is not None
    record = WorkbookImport.objects.get(number=done.number)
    assert record.idx == done.receipt.first
    assert Entry.objects.filter(idx__gte=record.idx).count() == done.receipt.size - done.receipt.first
    assert [file["name"] for file in record.files] == ["book-1.xlsx"]
    assert {one["sheet"]: one["new"] for one in record.sheets}["deliveries"] == 3


def test_what_the_office_types_is_only_reported_and_the_villages_own_word_confirms(
    bring: Bring, officer: Actor
) -> None:
    bring(YEAR | {"确认": "编号 | 兑现编号 | 结果 | 日期\nR1 | D1 | 收到 | 2021-06-05"})
    assert Head.objects.get(matter=Commitment.objects.in_force().get(number="C1").root).strength == 2
    village = account("V1", "recipient", officer)
    done = bring({"确认": "编号 | 兑现编号 | 结果 | 日期\nV1-1 | D1 | 收到 | 2021-06-06"}, village)
    assert keys(done) == []
    assert head_of("C1").strength == 3
    step = CommitmentStep.objects.get(number="V1-1")
    assert (step.attested_by, step.amount, step.channel) == (village.organisation, Decimal(20000), "workbook")
    assert whole()


def test_an_independent_account_verifies_a_delivery_and_a_pairing(bring: Bring, officer: Actor) -> None:
    bring(YEAR | {"确认": CONFIRMATIONS, "结对进展": "编号 | 结对编号 | 日期 | 进展\nA1 | P1 | 2021-03-20 | 同意"})
    sheet = "编号 | 核实对象编号 | 日期 | 核实数\nY1 | D1 | 2021-08-01 | 20000\nY2 | P1 | 2021-08-02 |"
    mine = bring({"核实": sheet})
    assert keys(mine) == ["course-not-independent", "course-not-independent"]
    done = bring({"核实": sheet}, account("Y1", "verifier", officer))
    assert keys(done) == []
    assert CommitmentStep.objects.get(number="Y1").name == "verified"
    assert PairingStep.objects.get(number="Y2").name == "verified"
    assert whole()


def test_a_second_import_of_the_same_file_enters_nothing(bring: Bring) -> None:
    first = bring(YEAR, name="same.xlsx")
    size = Entry.objects.count()
    second = bring(YEAR, name="same.xlsx")
    assert (second.receipt, second.number) == (None, "")
    assert Entry.objects.count() == size
    assert {name: unchanged for name, (_, _, unchanged, _) in counts(second).items()} == {
        name: new for name, (new, _, _, _) in counts(first).items()
    }


def test_a_changed_row_needs_a_reason_and_shows_the_old_value_beside_the_new(year: Any, bring: Bring) -> None:
    changed = {"承诺": COMMITMENTS.replace("50000", "6万")}
    assert keys(bring(changed)) == ["row-changed-without-reason"]
    done = bring(changed, reason="合同写的是六万")
    assert keys(done) == []
    (difference,) = done.plan.differences
    assert (difference.number, difference.column, difference.old, difference.new) == ("C1", "金额", "50000", "60000")
    versions = Commitment.objects.filter(number="C1").order_by("idx")
    assert [version.amount for version in versions] == [Decimal(50000), Decimal(60000)]
    assert versions[1].reason == "合同写的是六万"
    assert whole()


def test_a_rows_own_reason_goes_before_the_one_for_all(year: Any, bring: Bring) -> None:
    table = "编号 | 单位名称 | 单位类别 | 更正理由\nS2 | 示例集团 | 企业 | 更名"
    assert keys(bring({"单位": table}, reason="整批")) == []
    assert Organisation.objects.in_force().get(number="S2").reason == "更名"


def test_a_column_that_the_file_does_not_have_says_nothing(year: Any, bring: Bring) -> None:
    place = Organisation.objects.in_force().get(number="S1").place_id
    assert place is not None
    done = bring({"单位": "编号 | 单位名称 | 单位类别\nS1 | 示例总商会 | 商会"}, reason="更名")
    assert keys(done) == []
    assert Organisation.objects.in_force().get(number="S1").place_id == place


def test_a_changed_delivery_is_taken_back_and_entered_anew(year: Any, bring: Bring) -> None:
    done = bring({"兑现": DELIVERIES.replace("30000", "25000")}, reason="少记了退款")
    assert counts(done)["兑现"] == (0, 1, 2, 0)
    steps = CommitmentStep.objects.filter(matter__number="C1").order_by("n")
    assert [(step.n, step.name, step.of) for step in steps] == [
        (1, "delivered", None),
        (2, "delivered", None),
        (3, "reversed", 2),
        (4, "delivered", None),
    ]
    # The sum over any window of days stays right only if the counter-step counts on the day of what it takes back.
    assert steps[2].occurred_on == steps[1].occurred_on == date(2021, 7, 1)
    assert CommitmentStep.objects.in_force().get(number="D2").amount == Decimal(25000)
    assert bring({"兑现": DELIVERIES.replace("30000", "25000")}).receipt is None
    assert whole()


def test_a_delivery_that_the_village_confirmed_is_not_changed_behind_its_back(
    year: Any, bring: Bring, officer: Actor
) -> None:
    village = account("V1", "recipient", officer)
    bring({"确认": "编号 | 兑现编号 | 结果 | 日期\nW1 | D1 | 收到 | 2021-06-06"}, village)
    done = bring({"兑现": DELIVERIES.replace("20000", "9000")}, reason="改")
    assert keys(done) == ["course-delivery-still-confirmed"]
    assert CommitmentStep.objects.in_force().get(number="D1").amount == Decimal(20000)
    assert whole()


def test_a_delivery_and_the_offices_own_confirmation_are_corrected_together(bring: Bring) -> None:
    bring(YEAR | {"确认": CONFIRMATIONS})
    done = bring(
        {"兑现": DELIVERIES.replace("20000", "9000"), "确认": CONFIRMATIONS.replace("20000", "9000")}, reason="改"
    )
    assert keys(done) == []
    names = CommitmentStep.objects.filter(matter__number="C1").order_by("n").values_list("name", "of")
    # The confirmation is taken back before the delivery that it speaks of, and entered after it.
    assert list(names)[4:] == [("reversed", 2), ("reversed", 1), ("delivered", None), ("confirmed", 7)]
    assert whole()


def test_a_correction_that_a_step_forbids_is_a_finding(year: Any, bring: Bring) -> None:
    swapped = COMMITMENTS.replace("C1|企村结对|S1|V1", "C1|企村结对|S1|K1")
    done = bring({"承诺": swapped}, reason="改")
    assert keys(done) == []  # nobody confirmed yet: the recipient may still be corrected
    assert whole()


def test_what_is_gone_from_the_file_is_only_reported(year: Any, bring: Bring) -> None:
    done = bring({"兑现": "编号 | 承诺编号 | 日期 | 兑现数\nD1 | C1 | 2021-06-01 | 20000"})
    (tally,) = done.plan.tallies
    assert (tally.absent, sorted(tally.absent_numbers)) == (2, ["D2", "D3"])
    assert CommitmentStep.objects.in_force().filter(number="D2").exists()


def test_a_preview_says_the_same_and_writes_nothing(officer: Actor, tmp_path: Path) -> None:
    path = write(tmp_path / "year.xlsx", YEAR | {"兑现": DELIVERIES.replace("C2", "C9")})
    size = Entry.objects.count()
    seen = plan_import(read_files([path]), officer)
    assert (Entry.objects.count(), TrayRow.objects.count()) == (size, 0)
    done = enter_files([path], officer)
    assert counts(seen) == counts(done)
    assert keys(seen) == keys(done) == ["reference-commitment"]


def test_all_or_nothing_enters_nothing_when_one_cell_is_wrong(bring: Bring) -> None:
    size = Entry.objects.count()
    done = bring(YEAR | {"兑现": DELIVERIES.replace("20000", "约两万")}, all_or_nothing=True)
    assert done.refused and keys(done) == ["number-estimate"]
    assert (Entry.objects.count(), TrayRow.objects.count()) == (size, 0)


def test_a_bad_row_waits_with_all_that_speak_of_it_and_they_come_good_together(bring: Bring) -> None:
    bad = YEAR | {"承诺": COMMITMENTS.replace("|V1|", "|V9|"), "确认": CONFIRMATIONS}
    done = bring(bad)
    assert counts(done)["承诺"] == (1, 0, 0, 1)
    assert counts(done)["兑现"] == (1, 0, 0, 2)
    assert counts(done)["确认"] == (0, 0, 0, 2)
    told = [finding for finding in done.findings if finding.key == "reference-to-bad-row"]
    assert len(told) == 4 and told[0].args == {"text": "C1", "sheet": "承诺", "row": "2"}
    assert TrayRow.objects.count() == 5
    good = bring(YEAR | {"确认": CONFIRMATIONS})
    assert counts(good)["确认"] == (2, 0, 0, 0)
    assert TrayRow.objects.count() == 0
    assert whole()


def test_ten_thousand_bad_cells_are_ten_thousand_findings_each_with_its_place(bring: Bring) -> None:
    rows: list[list[Any]] = [["编号", "承诺编号", "日期", "兑现数"]]
    rows += [[f"D{n}", "C1", "2021-02-30", "约五万"] for n in range(5_000)]
    done = bring({"单位": CAST, "村": VILLAGES, "承诺": COMMITMENTS, "兑现": rows})
    assert len(done.findings) == 10_000
    last = done.findings[-1]
    assert (last.sheet, last.row, last.column, last.cell) == ("兑现", 5_001, "兑现数", "D5001")
    assert TrayRow.objects.count() == 5_000


def test_sheets_are_known_by_their_headings_where_the_name_says_nothing(bring: Bring) -> None:
    assert keys(bring({"Sheet1": CAST})) == []
    assert Organisation.objects.in_force().filter(number="K1").exists()


@pytest.mark.parametrize(
    ("name", "headings"),
    [
        ("Organisations", ["Number", "Name", "Kind"]),
        ("單位", ["編號", "單位名稱", "單位類別"]),
        ("organisations", ["number", "name", "kind"]),
        ("企业", ["* 编 号：", "企业名称（全称）", "单位性质"]),
    ],
)
def test_headings_and_names_of_any_language_are_known(bring: Bring, name: str, headings: list[str]) -> None:
    done = bring({name: [headings, ["E1", "甲公司", "enterprise"]]})
    assert keys(done) == [] and counts(done)[name][0] == 1


def test_a_file_without_any_known_sheet_is_refused(bring: Bring) -> None:
    with pytest.raises(NoSheetRecognised):
        bring({"随手记": [["买菜", "三块"]]})


def test_a_roster_and_its_entries_come_from_one_sheet(year: Any, bring: Bring) -> None:
    table = """
    编号 | 名单代码      | 名单名称     | 项目     | 名单日期   | 成员编号
    L1   | villages-2021 | 结对村名单   | 企村结对 | 2021-01-01 | V1
    L2   | villages-2021 | 结对村名单   | 企村结对 | 2021-01-01 | K1
    """
    assert keys(bring({"名单": table})) == []
    roster = Roster.objects.in_force().get(code="villages-2021")
    assert roster.as_of == date(2021, 1, 1)
    assert {entry.roster_id for entry in RosterEntry.objects.in_force()} == {roster.root}
    later = table.replace("2021-01-01", "2021-06-30")
    assert keys(bring({"名单": later})) == ["row-changed-without-reason", "row-changed-without-reason"]
    assert keys(bring({"名单": later}, reason="年中调整")) == []
    assert Roster.objects.in_force().get(code="villages-2021").as_of == date(2021, 6, 30)
    mixed = later.replace("L2   | villages-2021 | 结对村名单 ", "L2   | villages-2021 | 另一份名单 ")
    assert "row-contradicts" in keys(bring({"名单": mixed}, reason="改"))
    assert whole()


def test_a_village_is_a_place_and_an_organisation_and_keeps_its_place(year: Any, bring: Bring) -> None:
    village = Organisation.objects.in_force().get(number="V1")
    place = Place.objects.in_force().get(root=village.place_id)
    assert (place.code, place.level, place.name) == ("V-V1", "village", "石桥村")
    renamed = bring({"村": VILLAGES.replace("石桥村", "石板村").replace("柳城县", "鹿寨县")}, reason="更名并划转")
    assert keys(renamed) == []
    assert Place.objects.in_force().get(root=place.root).name == "石板村"
    assert Organisation.objects.in_force().get(number="V1").place_id == place.root
    assert bring({"村": VILLAGES.replace("石桥村", "石板村").replace("柳城县", "鹿寨县")}).receipt is None
    assert whole()


def test_contacts_are_sealed_and_a_correction_of_the_name_keeps_them(bring: Bring) -> None:
    table = "编号 | 单位名称 | 单位类别 | 联系人 | 联系电话\nE1 | 甲公司 | 企业 | 某某 | 07721234567"
    bring({"单位": table})
    assert bring({"单位": table}).receipt is None
    assert keys(bring({"单位": "编号 | 单位名称 | 单位类别\nE1 | 乙公司 | 企业"}, reason="更名")) == []
    latest = Organisation.objects.in_force().get(number="E1")
    held = dict(SealedValue.objects.filter(record=latest.id).values_list("field", "value"))
    assert held == {"contact_name": "某某", "contact_phone": "07721234567"}
    assert "某某" not in "".join(bytes(entry.payload).decode() for entry in Entry.objects.all())
    assert whole()


def test_a_step_that_was_taken_back_does_not_come_again_with_the_old_file(year: Any, bring: Bring) -> None:
    done = bring({"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | D2 | 重复登记"})
    assert keys(done) == []
    assert not CommitmentStep.objects.in_force().filter(number="D2").exists()
    again = bring(YEAR, name="year.xlsx")
    assert keys(again) == [] and keys(again, "notice") == ["row-number-taken-back"]
    assert again.receipt is None and counts(again)["兑现"] == (0, 0, 3, 0)
    assert whole()


def test_under_the_number_of_a_step_that_was_taken_back_nothing_else_is_entered(year: Any, bring: Bring) -> None:
    bring({"冲正": "编号 | 被冲正编号 | 冲正原因\nX1 | D2 | 重复登记"})
    other = bring({"兑现": DELIVERIES.replace("30000", "29999")}, reason="改")
    assert keys(other) == ["row-number-taken-back"]
    assert not CommitmentStep.objects.in_force().filter(number="D2").exists()
    assert whole()


def test_a_pairing_runs_through_its_steps(year: Any, bring: Bring, officer: Actor) -> None:
    bring({"结对进展": "编号 | 结对编号 | 日期 | 进展\nA1 | P1 | 2021-03-20 | 同意"})
    village = account("V1", "recipient", officer)
    done = bring({"结对进展": "编号 | 结对编号 | 日期 | 进展\nB1 | P1 | 2021-03-22 | 同意"}, village)
    assert keys(done) == []
    head = Head.objects.get(matter=Pairing.objects.in_force().get(number="P1").root)
    assert (head.state, head.strength) == ("active", 3)
    assert whole()


class TestOthers:
    """What accounts other than the office's may not do."""

    def test_an_outsider_does_not_confirm_what_others_received(self, year: Any, bring: Bring, officer: Actor) -> None:
        outsider = account("X1", "recipient", officer)
        sheet = {"确认": "编号 | 兑现编号 | 结果 | 日期\nO1 | D1 | 收到 | 2021-06-06"}
        assert keys(bring(sheet, outsider)) == ["rights-not-a-party"]
        assert not CommitmentStep.objects.filter(number="O1").exists()

    def test_a_village_does_not_fill_in_the_register(self, year: Any, bring: Bring, officer: Actor) -> None:
        done = bring({"单位": CAST}, account("V1", "recipient", officer))
        assert keys(done) == ["rights-sheet"] and done.receipt is None

    def test_a_village_does_not_take_back_what_the_chamber_said(self, year: Any, bring: Bring, officer: Actor) -> None:
        chamber = account("S1", "supporter", officer)
        bring({"兑现": "编号 | 承诺编号 | 日期 | 兑现数\nS1-1 | C1 | 2021-08-01 | 10"}, chamber)
        sheet = {"冲正": "编号 | 被冲正编号 | 冲正原因\nZ1 | S1-1 | 不认"}
        assert keys(bring(sheet, account("V1", "recipient", officer))) == ["rights-not-your-step"]

    def test_a_number_that_another_account_used_is_not_overwritten(
        self, year: Any, bring: Bring, officer: Actor
    ) -> None:
        chamber = account("S1", "supporter", officer)
        done = bring({"兑现": "编号 | 承诺编号 | 日期 | 兑现数\nD1 | C1 | 2021-06-01 | 1"}, chamber, reason="改")
        assert keys(done) == ["row-number-of-other-account"]


def test_a_csv_takes_its_sheet_from_its_name_or_from_what_is_said(year: Any, officer: Actor, tmp_path: Path) -> None:
    text = '编号,承诺编号,日期,兑现数\r\nD4,C1,2021-08-01,"1,000"\r\n'
    for encoding, name, sheet in [
        ("utf-8", "兑现.csv", ""),
        ("utf-8-sig", "2021-deliveries-north.csv", ""),
        ("gb18030", "x.csv", "deliveries"),
        ("utf-16", "y.csv", "兑现"),
    ]:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        done = enter_files([path], officer, sheet=sheet)
        assert keys(done) == [], (name, [finding.args for finding in done.findings])
    assert CommitmentStep.objects.in_force().get(number="D4").amount == Decimal(1000)


def test_the_tray_is_each_accounts_own(year: Any, bring: Bring, officer: Actor) -> None:
    chamber = account("S1", "supporter", officer)
    bring({"兑现": "编号 | 承诺编号 | 日期 | 兑现数\nQ1 | C1 | 2021-08-01 | 若干"}, chamber)
    assert [row.number for row in tray.waiting(chamber)] == ["Q1"]
    assert tray.waiting(officer) == []


def test_nothing_lies_in_the_future(year: Any, bring: Bring) -> None:
    day = (clock.now().date() + timedelta(days=30)).isoformat()
    done = bring({"兑现": f"编号 | 承诺编号 | 日期 | 兑现数\nD8 | C1 | {day} | 5"})
    assert keys(done) == ["row-in-future"]


def test_a_pairing_with_both_sides_alike_is_refused(year: Any, bring: Bring) -> None:
    assert keys(bring({"结对": PAIRINGS.replace("| V1 ", "| S1 ").replace("P1", "P9")})) == ["match-paired-with-itself"]
