"""Workbooks that are not ours: what is guessed, what a person sets, and how the next file of the shape is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.conftest import CAST, VILLAGES, write
from tests.exchange.test_commands import run

from concentric.core.terms.findings import Refused
from concentric.exchange.importing.imports import Imported, enter_files, plan_import
from concentric.exchange.mapping.guess import guess
from concentric.exchange.mapping.mapping import Source, headings_at, read_source, shape_of, shapes
from concentric.exchange.mapping.proposed import propose
from concentric.exchange.mapping.remembered import MappingIncomplete, MappingNotSaved, remember
from concentric.exchange.mapping.similar import alike
from concentric.exchange.mapping.telling import look_of
from concentric.exchange.models import WorkbookMapping
from concentric.exchange.sheets.registry import SHEETS
from concentric.exchange.workbook.raw import RawSheet
from concentric.exchange.workbook.reading import read_file
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor

COUNTY = [
    ["柳城县2021年企业帮扶情况汇总表", "", "", "", "", ""],
    ["填报单位：柳城县工商联", "", "", "", "", "单位：万元"],
    ["序号", "帮扶企业", "帮扶村", "捐赠情况", "", "签约时间"],
    ["", "", "", "捐款金额（万元）", "用途说明", ""],
    [1, "示例商会", "石桥村", 5, "助学", "2021年6月1日"],
    [2, "示例企业", "石桥村", 3.2, "修路", "2021.7.3"],
    ["合计", "", "", 8.2, "", ""],
]
SET = [
    "--set",
    "帮扶汇总!编号='LC'+A",
    "--set",
    "帮扶汇总!programme='企村结对'",
    "--set",
    "帮扶汇总!kind='资金'",
    "--set",
    "帮扶汇总!nature='公益'",
    "--set",
    "帮扶汇总!firmness='承诺'",
]


def county(path: Path, rows: list[list[Any]] = COUNTY) -> Path:
    """A county's own table: a title, a remark, two rows of headings with merged cells, a total."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("帮扶汇总")
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell != "":
                page.write(line, column, cell)
    page.merge_range(2, 3, 2, 4, "捐赠情况")
    for column in (0, 1, 2, 5):
        page.merge_range(2, column, 3, column, rows[2][column])
    book.close()
    return path


@pytest.fixture
def cast(officer: Actor, tmp_path: Path) -> Actor:
    enter_files([write(tmp_path / "cast.xlsx", {"单位": CAST, "村": VILLAGES})], officer)
    return officer


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("帮扶单位", "帮扶单位", 1, 1),
        ("幫扶單位", "帮扶单位", 1, 1),
        ("* 金额 (万元)", "金额（万元）", 1, 1),
        ("到账金额合计", "到账金额", 0.7, 0.97),
        ("受帮扶村", "帮扶村", 0.7, 0.97),
        ("联系电话", "承诺日期", 0, 0.2),
        ("", "金额", 0, 0),
    ],
)
def test_headings_are_alike_by_their_characters(one: str, other: str, least: float, most: float) -> None:
    assert least <= alike(one, other) <= most and alike(one, other) == alike(other, one)


@given(st.lists(st.sampled_from("ABCZ"), min_size=1, max_size=4, unique=True), st.sampled_from(["", "LC", "柳城 县"]))
def test_a_source_is_read_as_it_is_written(letters: list[str], text: str) -> None:
    source = Source(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) for letter in letters), text)
    assert read_source(str(source)) == source
    assert read_source(str(source).replace("'", "”").lower() if not text else str(source)) == source


@pytest.mark.parametrize("written", ["", "1", "A+", "+", "A+'x'", "'x'+'y'", "ABC", "'", "A;B", "=A1"])
def test_a_source_that_says_nothing_is_refused(written: str) -> None:
    with pytest.raises(Refused):
        read_source(written)


def test_two_rows_of_headings_are_read_together(tmp_path: Path) -> None:
    raw = read_file(county(tmp_path / "county.xlsx")).sheets[0]
    assert headings_at(raw, 2, 2) == [
        "序号",
        "帮扶企业",
        "帮扶村",
        "捐赠情况 捐款金额（万元）",
        "捐赠情况 用途说明",
        "签约时间",
    ]


def test_a_countys_table_is_known_for_commitments(cast: Actor, tmp_path: Path) -> None:
    raw = read_file(county(tmp_path / "county.xlsx")).sheets[0]
    found = guess(raw, look_of(cast))
    assert found is not None and (found.sheet.stem, found.header, found.depth) == ("commitments", 2, 2)
    assert {one.column: one.place for one in found.columns} == {
        "number": 0,
        "supporter": 1,
        "recipient": 2,
        "amount": 3,
        "what": 4,
        "committed_on": 5,
    }


def test_values_tell_where_headings_do_not(cast: Actor) -> None:
    rows = [["甲", "乙", "丙"], ["S1", "V1", "2021-03-01"], ["S2", "V1", "2021-03-02"]]
    looks = look_of(cast)
    pairings = next(sheet for sheet in SHEETS if sheet.stem == "pairings")
    found = guess(RawSheet(Path("a.xlsx"), "结对", rows), looks, sheet=pairings)
    assert found is not None
    by_values = {one.column: one.place for one in found.columns if one.why == "values"}
    assert by_values["proposed_on"] == 2 and {by_values["supporter"], by_values["recipient"]} == {0, 1}


@pytest.mark.parametrize("rows", [[], [[""]], [["只有一格"]], [[1, 2, 3], [4, 5, 6]], [["甲", "乙"], ["丙", "丁"]]])
def test_what_is_no_table_gets_no_guess(rows: list[list[Any]]) -> None:
    assert guess(RawSheet(Path("a.xlsx"), "x", rows)) is None


def test_a_column_about_private_persons_is_never_proposed(tmp_path: Path) -> None:
    rows = [["编号", "单位名称", "民族", "身份证号", "单位类别"], ["S1", "示例商会", "x", "y", "商会"]]
    found = guess(RawSheet(Path("a.xlsx"), "x", rows))
    assert found is not None and {2, 3}.isdisjoint({one.place for one in found.columns})


def test_the_template_is_known_as_itself(cast: Actor, tmp_path: Path) -> None:
    file = read_file(write(tmp_path / "cast.xlsx", {"单位": CAST}))
    (one,) = propose(file, cast)
    assert one.origin == "template" and one.mapping is not None and one.mapping.stem == "organisations"


def test_what_was_decided_is_used_by_the_next_file_of_that_shape(cast: Actor, tmp_path: Path) -> None:
    path = county(tmp_path / "county.xlsx")
    with pytest.raises(Refused):
        enter_files([path], cast)  # by itself it is not one of our sheets
    result = run("map", path, *SET, "--save", "--lang", "zh-Hans", "--json")
    (told,) = json.loads(result.output)["sheets"]
    assert told["columns"]["number"] == "'LC'+A" and told["missing"] == [] and told["saved"]
    done = enter_files([path], cast)
    assert [finding.key for finding in done.findings if finding.severity != "notice"] == []
    assert "mapping-used" in {finding.key for finding in done.findings}
    held = {one.number: one.amount for one in Commitment.objects.in_force()}
    assert held == {"LC/1": 50_000, "LC/2": 32_000}
    # The next month's file has the headings two rows lower, and one row more.
    more = [["另附说明", "", "", "", "", ""], *COUNTY[:6], [3, "示例商会", "石桥村", 1, "路灯", "2021-08-01"]]
    shifted = [[""] * 6, *more]
    book = xlsxwriter.Workbook(str(tmp_path / "next.xlsx"))
    page = book.add_worksheet("八月")
    for line, row in enumerate(shifted):
        for column, cell in enumerate(row):
            if cell != "":
                page.write(line, column, cell)
    page.merge_range(4, 3, 4, 4, "捐赠情况")
    for column in (0, 1, 2, 5):
        page.merge_range(4, column, 5, column, COUNTY[2][column])
    book.close()
    again = enter_files([tmp_path / "next.xlsx"], cast)
    tally = again.plan.tallies[0].rows
    assert (tally["unchanged"], tally["new"], tally["waiting"]) == (2, 1, 0)


def test_another_account_does_not_read_by_it(cast: Actor, tmp_path: Path) -> None:
    path = county(tmp_path / "county.xlsx")
    run("map", path, *SET, "--save")
    other = Actor("somebody", "workbook", cast.office, cast.organisation)
    assert [one.origin for one in propose(read_file(path), other)] == ["guessed"]
    assert [one.origin for one in propose(read_file(path), cast)] == ["remembered"]


def test_a_mapping_without_what_is_needed_is_not_kept(cast: Actor, tmp_path: Path) -> None:
    (one,) = propose(read_file(county(tmp_path / "county.xlsx")), cast)
    assert one.mapping is not None and "programme" in one.mapping.missing
    with pytest.raises(MappingIncomplete):
        remember(cast, one.mapping, one.headings, reason="")
    assert WorkbookMapping.objects.count() == 0


def test_a_mapping_is_corrected_with_a_reason_and_not_kept_twice(cast: Actor, tmp_path: Path) -> None:
    path = county(tmp_path / "county.xlsx")
    run("map", path, *SET, "--save")
    (one,) = propose(read_file(path), cast)
    assert one.mapping is not None
    with pytest.raises(MappingNotSaved):
        remember(cast, one.mapping, one.headings, reason="again")
    run("map", path, "--set", "帮扶汇总!due=F", "--save", "--reason", "期限同签约")
    kept = WorkbookMapping.objects.in_force().get()
    assert kept.columns["due"] == "F" and kept.reason == "期限同签约" and WorkbookMapping.objects.count() == 2


def test_the_command_tells_what_is_missing_and_what_only_counts_rows(cast: Actor, tmp_path: Path) -> None:
    result = run("map", county(tmp_path / "county.xlsx"), "--lang", "zh-Hans", code=1)
    assert "猜是“承诺”" in result.output and "只是行的顺序号" in result.output
    assert "! 性质 ← （没有）" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["--set", "没有这张表!amount=A"],
        ["--set", "帮扶汇总!没有这列=A"],
        ["--set", "帮扶汇总!amount=?"],
        ["--sheet", "帮扶汇总=不存在"],
        ["--sheet", "别的=承诺"],
        ["--save"],
    ],
)
def test_wrong_wishes_are_refused_and_nothing_is_kept(cast: Actor, tmp_path: Path, arguments: list[str]) -> None:
    from click.testing import CliRunner

    from concentric.config.cli import concentric

    path = county(tmp_path / "county.xlsx")
    result = CliRunner().invoke(concentric, ["map", str(path), *arguments], standalone_mode=False)
    assert isinstance(result.exception, Refused)
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert result.exception.says(lang) and result.exception.remedy(lang)
    assert WorkbookMapping.objects.count() == 0


def test_a_number_of_several_cells_needs_them_all(cast: Actor, tmp_path: Path) -> None:
    path = county(tmp_path / "county.xlsx", [*COUNTY[:5], ["", "示例企业", "石桥村", 1, "x", "2021-07-01"]])
    (one,) = propose(
        read_file(path),
        cast,
        changes={
            "帮扶汇总": {
                "number": read_source("'LC'+A+B"),
                "programme": read_source("'企村结对'"),
                "kind": read_source("'资金'"),
                "nature": read_source("'公益'"),
                "firmness": read_source("'承诺'"),
            }
        },
    )
    assert one.mapping is not None
    planned: Imported = plan_import([read_file(path)], cast, mappings={"帮扶汇总": one.mapping})
    assert [row.values[0] for row in planned.plan.parsed[0].rows] == ["LC/1/示例商会", None]
    wrong = [(finding.key, finding.row) for finding in planned.findings if finding.severity == "error"]
    assert wrong == [("cell-no-number", 6)]


def test_an_organisation_is_meant_by_its_name_where_only_one_bears_it(cast: Actor, tmp_path: Path) -> None:
    twins = "编号 | 单位名称 | 单位类别\nT1 | 同名公司 | 企业\nT2 | 同名公司 | 企业\nT3 | 新来公司 | 企业"
    pairings = "编号 | 项目 | 帮扶方 | 受帮扶方 | 提出日期\n" + "\n".join(
        f"N{n} | 企村结对 | {name} | 石桥村 | 2021-03-01"
        for n, name in enumerate(("示例商会", "新来公司", "同名公司", "无此公司"))
    )
    done = enter_files([write(tmp_path / "names.xlsx", {"单位": twins, "结对": pairings})], cast)
    assert done.plan.tallies[1].rows["new"] == 2
    wrong = {finding.args.get("text"): finding.key for finding in done.findings if finding.severity == "error"}
    assert wrong == {"同名公司": "reference-organisation-ambiguous", "无此公司": "reference-organisation"}


def test_shapes_of_the_same_headings_are_the_same_wherever_they_stand() -> None:
    rows: list[list[Any]] = [["编号", "金额（元）"], ["A", 1]]
    first = {shape for shape, _, depth in shapes(RawSheet(Path("a"), "a", rows)) if depth == 1}
    moved = {shape for shape, _, depth in shapes(RawSheet(Path("b"), "b", [["标题", ""], *rows])) if depth == 1}
    assert first & moved and shape_of(["编号 ", "＊金额(元)", ""]) in first
