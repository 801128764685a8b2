"""Mappings for one sender: two counties may send tables with the same headings that mean other things."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.conftest import CAST, VILLAGES, Bring
from tests.exchange.test_commands import run
from tests.exchange.test_mapping import COUNTY, SET, county

from concentric.exchange.importing.imports import enter_files
from concentric.exchange.mapping.proposed import propose
from concentric.exchange.mapping.sender import sender_of
from concentric.exchange.models import WorkbookMapping
from concentric.exchange.workbook.raw import RawFile, RawSheet
from concentric.exchange.workbook.reading import read_file
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.ledger.verify import verify
from concentric.register.models import Organisation

FEDERATIONS = """
编号 | 单位名称     | 单位类别 | 所在地
G1   | 柳城县工商联 | 其他     | 柳城县
G2   | 鹿寨县工商联 | 其他     | 柳城县
"""


@pytest.fixture
def cast(bring: Bring) -> None:
    bring({"单位": CAST + FEDERATIONS.split("\n", 2)[2], "村": VILLAGES})


def from_(path: Path, who: str, village: str = "石桥村") -> Path:
    """The county's table as another one sends it: the same headings, its own name above them."""
    rows: list[list[Any]] = [list(row) for row in COUNTY]
    rows[1][0] = f"填报单位：{who}（盖章）" if who else ""
    return county(path, rows)


def says(*cells: Any) -> RawFile:
    return RawFile(Path("x.xlsx"), "", [RawSheet(Path("x.xlsx"), "表", [["汇总表"], list(cells), ["编号", "金额"]])])


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("cells", "number"),
    [
        (["填报单位：柳城县工商联"], "G1"),
        (["报送单位: 鹿寨县工商聯（盖章）   单位：万元"], "G2"),
        (["填报单位：柳城县工商联 单位：万元"], "G1"),
        (["填报单位：", "", "鹿寨县工商联"], "G2"),
        (["Reported by: 示例商会"], "S1"),
        (["填报单位：没有的单位"], None),
        (["填报单位：", ""], None),
        (["单位：万元"], None),
        ([7, None], None),
    ],
)
def test_a_file_says_who_sent_it(cells: list[Any], number: str | None, officer: Actor) -> None:
    found = sender_of(says(*cells), officer)
    assert (found.number if found else None) == number


@pytest.mark.usefixtures("cast")
def test_what_is_decided_for_one_sender_is_not_taken_for_another(officer: Actor, tmp_path: Path) -> None:
    one, other = from_(tmp_path / "lc.xlsx", "柳城县工商联"), from_(tmp_path / "lz.xlsx", "鹿寨县工商联")
    told = run("map", one, *SET, "--save", "--lang", "zh-Hans").output
    assert "发来的单位：柳城县工商联" in told and "别的单位的不受影响" in told
    assert propose(read_file(one), officer)[0].origin == "remembered"
    assert propose(read_file(other), officer)[0].origin == "guessed"
    setting = [text.replace("'LC'", "'LZ'") for text in SET]
    run("map", other, *setting, "--save", "--lang", "zh-Hans")
    enter_files([one], officer)
    enter_files([other], officer)
    assert set(Commitment.objects.values_list("number", flat=True)) == {"LC/1", "LC/2", "LZ/1", "LZ/2"}
    kept = WorkbookMapping.objects.in_force()
    assert {one.sender_id for one in kept} == set(
        Organisation.objects.filter(number__in=["G1", "G2"]).values_list("root", flat=True)
    )
    assert verify().findings == []


@pytest.mark.usefixtures("cast")
def test_what_is_decided_for_everybody_holds_where_a_sender_has_nothing_of_its_own(
    officer: Actor, tmp_path: Path
) -> None:
    run("map", from_(tmp_path / "any.xlsx", ""), *SET, "--save")
    other = read_file(from_(tmp_path / "lz.xlsx", "鹿寨县工商联"))
    assert propose(other, officer)[0].origin == "remembered"
    setting = [text.replace("'LC'", "'LZ'") for text in SET]
    run("map", tmp_path / "lz.xlsx", *setting, "--save")
    [own] = propose(other, officer)
    assert own.mapping is not None and str(own.mapping.columns["number"]) == "'LZ'+A"


@pytest.mark.usefixtures("cast")
def test_who_sent_it_may_be_said_where_the_file_does_not(officer: Actor, tmp_path: Path) -> None:
    path = from_(tmp_path / "plain.xlsx", "")
    found = json.loads(run("map", path, *SET, "--from", "G2", "--save", "--json").output)
    assert found["sheets"][0]["sender"] == "G2" and found["sheets"][0]["saved"] is True
    assert propose(read_file(path), officer)[0].origin == "guessed"
    run("import", path, "--from", "鹿寨县工商联")
    assert set(Commitment.objects.values_list("number", flat=True)) == {"LC/1", "LC/2"}
    with pytest.raises(AssertionError, match="asked-no-such"):
        run("import", path, "--from", "G9")


@pytest.mark.usefixtures("cast")
def test_a_folder_may_hold_the_files_of_several_senders(officer: Actor, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, who, prefix in (("lc", "柳城县工商联", "'LC'"), ("lz", "鹿寨县工商联", "'LZ'")):
        path = from_(folder / f"{name}.xlsx", who)
        run("map", path, *[text.replace("'LC'", prefix) for text in SET], "--save")
    from_(folder / "others.xlsx", "示例商会")
    told = run("import", folder, "--lang", "zh-Hans", code=1).output
    assert Commitment.objects.count() == 4 and "concentric map" in told, "a table of a third sender is told how"
