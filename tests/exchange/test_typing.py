"""Workbooks as people type them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.exchange.conftest import CAST, COMMITMENTS, Bring, counts, keys

from concentric.exchange.importing.imports import Imported, enter_files
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger.actor import Actor
from concentric.register.models import Organisation

HEAD = ["编号", "承诺编号", "日期", "兑现数"]


def test_dates_and_amounts_in_many_shapes_are_one_day_and_one_sum(year: Imported, bring: Bring) -> None:
    shapes: list[tuple[Any, Any]] = [
        ("2021-3-15", "52,000"),
        ("2021/3/15", "５２０００"),
        ("2021.3.15", "5.2万"),
        ("20210315", "52000.0"),
        (20210315, 52000),
        ("2021年3月15日", " 52000 "),
        ("二〇二一年三月十五日", "五万二千"),
        ("２０２１－０３－１５", "52000元"),
        (date(2021, 3, 15), 52000.0),
        (44270, "¥52,000.00"),
        ("2021-03-15 00:00:00", "\u200b52000\u00a0"),
    ]
    rows: list[list[Any]] = [HEAD] + [[f"T{n}", "C1", day, sum_] for n, (day, sum_) in enumerate(shapes)]
    done = bring({"兑现": rows})
    assert [(finding.row, finding.says("en")) for finding in done.findings] == []
    steps = CommitmentStep.objects.filter(number__startswith="T")
    assert {step.occurred_on for step in steps} == {date(2021, 3, 15)}
    assert {step.amount for step in steps} == {Decimal(52000)}
    assert steps.count() == len(shapes)


@pytest.mark.parametrize(
    ("heading", "cell", "value"),
    [
        ("金额（万元）", 5.2, "52000"),
        ("金额(万元)", "5.2", "52000"),
        ("承诺金额【亿元】", "0.5", "50000000"),
        ("金额（元）", "52000", "52000"),
        ("金额（万）", 1, "10000"),
    ],
)
def test_the_unit_in_a_heading_counts(year: Imported, bring: Bring, heading: str, cell: Any, value: str) -> None:
    rows = [line.split("|") for line in COMMITMENTS.strip().splitlines()[:2]]
    rows[0][7], rows[1][7], rows[1][0] = heading, cell, "C7"
    assert keys(bring({"承诺": rows})) == []
    assert Commitment.objects.in_force().get(number="C7").amount == Decimal(value)


def test_a_unit_written_twice_is_not_multiplied_twice(year: Imported, bring: Bring) -> None:
    assert keys(bring({"兑现": [[*HEAD[:3], "兑现数（万元）"], ["T1", "C1", "2021-06-01", "2万"]]})) == [
        "cell-unit-twice"
    ]


def test_a_foreign_currency_in_the_cell_is_the_commitments(year: Imported, bring: Bring) -> None:
    rows = [line.split("|") for line in COMMITMENTS.strip().splitlines()[:2]]
    rows[1][7], rows[1][0] = "5万美元", "C7"
    assert keys(bring({"承诺": rows})) == []
    held = Commitment.objects.in_force().get(number="C7")
    assert (held.amount, held.currency) == (Decimal(50000), "USD")
    done = bring({"兑现": [HEAD, ["T1", "C7", "2021-06-01", "1万美元"], ["T2", "C7", "2021-06-01", "1万港元"]]})
    assert keys(done) == ["step-currency-differs"]


def test_ids_that_excel_made_numbers_are_ids_again(bring: Bring) -> None:
    rows = [["编号", "单位名称", "单位类别"], [12.0, "甲", "企业"], ["007", "乙", "企业"], ["１３", "丙", "企业"]]
    rows.append(["14.0", "丁", "企业"])
    assert keys(bring({"单位": rows})) == []
    assert set(Organisation.objects.in_force().values_list("number", flat=True)) >= {"12", "007", "13", "14"}


def test_headings_may_stand_below_titles_and_blank_rows(bring: Bring) -> None:
    rows: list[list[Any]] = [["2021 年帮扶单位一览表"], [], ["填报单位：示例县", "", "单位：家"], [], []]
    rows += [["编号", "单位名称", "单位类别"], ["E1", "甲", "企业"], [], [" "], ["E2", "乙", "企业"]]
    done = bring({"单位": rows})
    assert counts(done)["单位"] == (2, 0, 0, 0)
    bad = bring({"单位": [*rows, ["E3", "", "企业"]]})
    (finding,) = bad.findings
    assert (finding.row, finding.cell, finding.column) == (11, "B11", "单位名称")


def test_totals_and_repeated_headings_are_passed_over_with_a_word(year: Imported, bring: Bring) -> None:
    rows: list[list[Any]] = [HEAD, ["T1", "C1", "2021-06-01", 5], ["合计", "", "", 5], HEAD, ["", "总 计", "", 5]]
    done = bring({"兑现": rows})
    assert counts(done)["兑现"] == (1, 0, 0, 0)
    assert keys(done, "notice") == ["row-total", "row-headings-again", "row-total"]


def test_the_same_row_twice_counts_once_and_two_rows_of_one_number_are_in_doubt(year: Imported, bring: Bring) -> None:
    same = ["T1", "C1", "2021-06-01", 5]
    done = bring({"兑现": [HEAD, same, same, ["T2", "C1", "2021-06-01", 6], ["T2", "C1", "2021-06-01", 7]]})
    assert keys(done, "notice") == ["row-repeated"]
    assert keys(done) == ["row-number-twice", "row-number-twice"]
    assert counts(done)["兑现"] == (1, 0, 0, 2)


def test_own_columns_are_passed_over_and_missing_ones_named(year: Imported, bring: Bring) -> None:
    done = bring({"兑现": [[*HEAD, "经办心得"], ["T1", "C1", "2021-06-01", 5, "很好"]]})
    assert keys(done, "notice") == ["sheet-column-unknown"] and keys(done) == []
    done = bring({"兑现": [["编号", "日期", "兑现数"], ["T2", "2021-06-01", 5]]})
    (finding,) = done.findings
    assert (finding.key, finding.args) == ("sheet-column-missing", {"heading": "承诺编号"})


def test_a_heading_twice_is_not_guessed_at(year: Imported, bring: Bring) -> None:
    done = bring({"兑现": [[*HEAD, "兑现金额"], ["T1", "C1", "2021-06-01", 5, 6]]})
    assert keys(done) == ["sheet-column-twice"]


@pytest.mark.parametrize("heading", ["民族", "政治面貌", "身份证号", "联系人健康状况", "Religion"])
def test_columns_about_private_persons_are_refused_and_kept_nowhere(officer: Actor, bring: Bring, heading: str) -> None:
    done = bring({"单位": [["编号", "单位名称", "单位类别", heading], ["E1", "甲", "企业", "秘密"]]})
    assert [key.partition("-")[0] for key in keys(done)] == ["guard"]
    assert done.receipt is None and done.plan.bad == []


def test_places_and_programmes_that_sound_personal_pass(officer: Actor, bring: Bring) -> None:
    rows = [
        ["编号", "单位名称", "单位类别"],
        ["E1", "三江侗族自治县民族团结促进会", "商会"],
        ["E2", "健康卫生院", "卫生院"],
    ]
    assert keys(bring({"单位": rows})) == []


def test_hidden_sheets_are_passed_over_with_a_word(officer: Actor, tmp_path: Path) -> None:
    path = tmp_path / "hidden.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name in ("单位", "村"):
        page = book.add_worksheet(name)
        page.write_row(0, 0, ["编号", "单位名称", "单位类别"])
        page.write_row(1, 0, ["E1", "甲", "企业"])
    page.hide()
    book.close()
    done = enter_files([path], officer)
    assert keys(done, "notice") == ["sheet-hidden"] and counts(done) == {"单位": (1, 0, 0, 0)}


def _formulas(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("兑现")
    page.write_row(0, 0, HEAD)
    for line, (number, result) in enumerate([("T1", 7), ("T2", ""), ("T3", "#DIV/0!")], 1):
        page.write_row(line, 0, [number, "C1", "2021-06-01"])
        page.write_formula(line, 3, "=3+4", None, result)
    page.write_formula(4, 0, '="T"&4', None, "T4")
    page.write_row(4, 1, ["C1", "2021-06-01", 4])
    book.close()
    return path


def test_formulas_count_by_their_stored_result_and_without_one_not_at_all(
    year: Imported, officer: Actor, tmp_path: Path
) -> None:
    import zipfile

    path = _formulas(tmp_path / "formulas.xlsx")
    data = {}
    with zipfile.ZipFile(path) as archive:
        data = {name: archive.read(name) for name in archive.namelist()}
    part = "xl/worksheets/sheet1.xml"
    # A program that writes formulas without working them out leaves the value away.
    assert b"<v></v>" in data[part] or b'<c r="D3"' in data[part]
    data[part] = data[part].replace(b"<v></v>", b"")
    with zipfile.ZipFile(path, "w") as archive:
        for name, held in data.items():
            archive.writestr(name, held)
    done = enter_files([path], officer)
    found = {finding.cell: (finding.key, finding.args) for finding in done.findings}
    assert found["D4"] == ("cell-formula-error", {"text": "#DIV/0!"})
    assert found["D3"][0] == "cell-formula-without-value"
    assert CommitmentStep.objects.get(number="T1").amount == Decimal(7)
    assert CommitmentStep.objects.get(number="T4").amount == Decimal(4)
    assert not CommitmentStep.objects.filter(number__in=["T2", "T3"]).exists()


def test_words_merged_over_rows_count_for_each_and_a_merged_amount_is_not_shared_out(
    year: Imported, officer: Actor, tmp_path: Path
) -> None:
    path = tmp_path / "merged.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("兑现")
    page.write_row(0, 0, HEAD)
    for line in range(1, 7):
        page.write_row(line, 0, [f"T{line}", "C1", "2021-06-01", line])
    page.merge_range("B2:B4", "C1")
    page.merge_range("C2:C4", "2021-06-15")
    page.merge_range("D5:D6", 100)
    book.close()
    done = enter_files([path], officer)
    assert [(finding.key, finding.cell) for finding in done.findings if finding.key.startswith("cell-merged")] == [
        ("cell-merged-amount", "D5"),
        ("cell-merged-amount", "D6"),
    ]
    held = CommitmentStep.objects.filter(number__startswith="T").order_by("number")
    assert [(step.number, step.occurred_on) for step in held] == [
        ("T1", date(2021, 6, 15)),
        ("T2", date(2021, 6, 15)),
        ("T3", date(2021, 6, 15)),
        ("T6", date(2021, 6, 1)),
    ]


def test_zero_unknown_and_blank_are_three_things(year: Imported, bring: Bring) -> None:
    rows = [["编号", "指标代码", "数值", "单位", "时期", "来源"], ["T1", "x", 0, "家", 2021, "某处"]]
    rows += [["T2", "x", "-", "家", "2021年", "某处"], ["T3", "x", "0.0", "家", "2021-Q3", "某处"]]
    done = bring({"统计数据": rows})
    assert [(one.key, one.cell) for one in done.findings if one.severity == "error"] == [("cell-missing", "C3")]
    from concentric.keep.models import Statistic

    assert {held.number: held.value for held in Statistic.objects.in_force()} == {"T1": Decimal(0), "T3": Decimal(0)}


def test_a_name_keeps_its_full_width_signs(bring: Bring) -> None:
    assert (
        keys(bring({"单位": [["编号", "单位名称", "单位类别"], ["E1", "\u3000甲（集团）\u200b公司 ", "企业"]]})) == []
    )
    assert Organisation.objects.in_force().get(number="E1").name == "甲（集团）公司"


def test_an_odd_credit_code_is_a_warning_and_enters(bring: Bring) -> None:
    rows = [line.split("|")[:3] for line in CAST.strip().splitlines()[:2]]
    done = bring({"单位": [[*rows[0], "统一社会信用代码"], [*rows[1], "12345"]]})
    assert keys(done, "warning") == ["code-uscc-length"] and keys(done) == []
    assert Organisation.objects.in_force().get(number="S1").uscc == "12345"
