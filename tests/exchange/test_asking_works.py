"""What is asked of projects, sites, activities and assignments: how far they came, and whether it is so."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exchange.conftest import Bring, account
from tests.exchange.test_asking import asked, fill, known
from tests.exchange.test_nouns import head, whole
from tests.exchange.wrong import WORLD

from concentric.core.courses.strength import CONFIRMED
from concentric.core.terms.steps import state_word
from concentric.core.terms.words import LANGS
from concentric.exchange.asking.asks import asks_of
from concentric.exchange.asking.requests import organisation_of
from concentric.exchange.importing.imports import enter_files
from concentric.keep.models import Activity, Project, Site
from concentric.ledger.actor import Actor
from concentric.match.models import Assignment


@pytest.fixture
def world(bring: Bring) -> None:
    """The year with every noun, as the office keyed it."""
    bring(WORLD, name="world.xlsx")


@pytest.mark.usefixtures("world")
def test_the_recipient_is_asked_whether_it_is_so(officer: Actor) -> None:
    subjects = {row["subject"]: row["number"] for row in known(officer, "V1")["confirmations"]}
    assert {"JZ2", "DW1", "HD1", "PZ1"} <= subjects.keys(), "money that arrived, a site, a visit, an assignment"
    assert "JZ1" not in subjects and "PZ2" not in subjects, "a stage counts without it; what ended is over"
    assert (subjects["JZ2"], subjects["DW1"], subjects["HD1"]) == ("JZ2-R", "DW1-R2", "HD1-R1")


@pytest.mark.usefixtures("world")
def test_the_owner_and_the_builder_are_asked_how_far_it_came(officer: Actor) -> None:
    assert known(officer, "S2")["project-progress"] == [{"number": "XM2-J1", "project": "XM2"}]
    assert "project-progress" not in known(officer, "S1"), "the host has to speak first"
    assert known(officer, "V1")["site-progress"] == [{"number": "DW2-J1", "site": "DW2"}]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("lang", LANGS)
def test_each_row_says_what_it_is_about(lang: str, officer: Actor) -> None:
    found = {one.stem: one.rows for one in asks_of(organisation_of(officer, "V1").root, officer.office, lang)}
    arrived = next(row for row in found["confirmations"] if row.known["subject"] == "JZ2")
    assert arrived.context["what"] == "甲项目" and "500" in arrived.context["said"] and arrived.context["from"]
    [site] = found["site-progress"]
    assert site.context["what"] == "乙点位" and site.context["state"] == state_word("site", "planned", lang)


@pytest.mark.usefixtures("world")
def test_what_comes_back_confirms_and_moves_on(officer: Actor, tmp_path: Path) -> None:
    path = asked(officer, "V1", tmp_path / "v1.xlsx")
    rows = {row["subject"]: at for at, row in enumerate(known(officer, "V1")["confirmations"], start=2)}
    for subject in ("DW1", "HD1", "PZ1"):
        fill(path, "确认", rows[subject], {"结果": "收到", "日期": "2021-09-01"})
    fill(path, "确认", rows["JZ2"], {"结果": "收到", "日期": "2021-09-01", "收到数": 400})
    fill(path, "点位进展", 2, {"进展": "建成启用", "日期": "2021-09-01"})
    done = enter_files([path], account("V1", "recipient", officer))
    assert [finding.key for finding in done.findings if finding.severity != "notice"] == []
    assert {
        head(model, number).strength for model, number in ((Site, "DW1"), (Activity, "HD1"), (Assignment, "PZ1"))
    } == {CONFIRMED}
    assert head(Project, "XM1").amounts["confirmed"] == "400" and head(Site, "DW2").state == "opened"
    assert "project-progress" in known(officer, "S1"), "now it is the owner's turn"
    again = {row["subject"] for row in known(officer, "V1")["confirmations"]}
    assert "DW2" in again and not again & {"DW1", "HD1", "PZ1", "JZ2"}
    assert whole()


@pytest.mark.usefixtures("world")
def test_only_what_was_filled_in_becomes_a_record_also_where_what_was_known_is_overtyped(
    officer: Actor, tmp_path: Path
) -> None:
    path = asked(officer, "S2", tmp_path / "s2.xlsx")
    fill(path, "项目进展", 2, {"进展": "签约", "日期": "2021-09-01", "金额": "5万"})
    done = enter_files([path], account("S2", "supporter", officer))
    assert done.errors == 0 and head(Project, "XM2").state == "signed"
    assert head(Project, "XM2").amounts["contract"] == "50000"
    same = enter_files([path], account("S2", "supporter", officer))
    assert same.receipt is None and whole()
