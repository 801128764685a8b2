"""Workbooks that go out with what is known, come back, and are known again; and who has not answered."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.exchange.conftest import CONFIRMATIONS, write
from tests.exchange.test_commands import run

from concentric.access.accounts import acting, open_account
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import LANGS, say
from concentric.exchange.asking.asks import asks_of, numbered
from concentric.exchange.asking.requests import ask, ask_all, message, organisation_of, waiting
from concentric.exchange.importing.imports import Imported, enter_files
from concentric.exchange.models import WorkbookImport, WorkbookRequest
from concentric.exchange.sheets.registry import BY_STEM
from concentric.keep.models import CommitmentStep
from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry
from concentric.ledger.verify import verify
from concentric.prove.listing import disarmed

DUE = date(2021, 9, 30)


def asked(actor: Actor, number: str, path: Path, lang: str = "zh-Hans") -> Path:
    """The workbook of an organisation, written."""
    return ask(actor, organisation_of(actor, number), path, round_="2021-Q3", due=DUE, lang=lang).path


def fill(path: Path, sheet: str, row: int, values: dict[str, Any]) -> None:
    """Type into a row of a sheet, by the headings as the person sees them."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    heads = {str(cell.value).lstrip("* "): cell.column for cell in page[1]}
    for heading, value in values.items():
        page.cell(row, heads[heading]).value = value
    book.save(path)


def known(actor: Actor, number: str) -> dict[str, list[dict[str, Any]]]:
    found = asks_of(organisation_of(actor, number).root, actor.office, "zh-Hans")
    return {one.stem: [row.known for row in one.rows] for one in found}


def test_each_is_asked_for_what_waits_for_it_and_nothing_else(year: Imported, officer: Actor) -> None:
    assert known(officer, "V1") == {
        "confirmations": [{"number": "D1-R", "subject": "D1"}, {"number": "D2-R", "subject": "D2"}],
    }
    assert known(officer, "S1") == {"agreements": [{"number": "P1-S", "pairing": "P1"}]}
    assert known(officer, "K1") == {"confirmations": [{"number": "D3-R", "subject": "D3"}]}
    assert known(officer, "X1") == {}


def test_a_supporter_is_asked_how_far_it_came(officer: Actor, bring: Any, year: Imported) -> None:
    pledged = """
    编号|项目|帮扶方编号|受帮扶方编号|承诺内容类别|性质|约定程度|金额|承诺日期
    C9|企村结对|S2|V1|资金|公益|承诺|90000|2021-03-10
    """
    bring({"承诺": pledged})
    assert known(officer, "S2")["deliveries"] == [{"number": "C9-D1", "commitment": "C9"}]
    ask_ = next(one for one in asks_of(organisation_of(officer, "S2").root, officer.office, "zh-Hans"))
    assert ask_.rows[0].context["whole"] == "9 万元" and ask_.rows[0].context["to"] == "石桥村"


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_book_lists_is_picked_and_what_is_known_is_called_by_its_name(
    lang: str, officer: Actor, bring: Any, year: Imported, tmp_path: Path
) -> None:
    sheets = {
        "职务": "编号 | 单位编号 | 职务名称\nZW1 | S1 | 特派员",
        "任职": "编号 | 职务编号 | 任职日期\nRZ1 | ZW1 | 2021-01-01",
        "派驻": """
编号 | 项目     | 派驻类别 | 任职编号 | 服务对象编号 | 派驻日期
PZ1  | villages | 特派员   | RZ1      | V1           | 2021-02-01
""",
    }
    assert bring(sheets).findings == []
    path = asked(officer, "S1", tmp_path / "s1.xlsx", lang)
    page = openpyxl.load_workbook(path)[BY_STEM["activities"].name(lang)]
    heads = {str(cell.value).lstrip("* "): cell.column_letter for cell in page[1]}
    programme, setting = (say(f"column-{name}", lang) for name in ("programme", "setting"))
    assert page[f"{heads[programme]}2"].value == {"en": "Villages paired", "zh-Hant": "企村結對"}.get(lang, "企村结对")
    rules = {str(rule.sqref).rstrip("0123456789").split("2:")[0] for rule in page.data_validations.dataValidation}
    assert {heads[programme], heads[setting]} <= rules


def test_what_comes_back_enters_what_was_filled_in_and_passes_over_the_rest(
    year: Imported, officer: Actor, tmp_path: Path
) -> None:
    path = asked(officer, "V1", tmp_path / "v1.xlsx")
    fill(path, "确认", 2, {"结果": "收到", "日期": "2021-09-01"})
    open_account("village", "recipient", organisation_of(officer, "V1").root, officer.office)
    done = enter_files([path], acting("village", "workbook"))
    assert [finding.key for finding in done.findings if finding.severity != "notice"] == []
    assert CommitmentStep.objects.filter(name="confirmed").count() == 1
    assert sum(tally.rows["skipped"] for tally in done.plan.tallies) == 1
    assert sum(tally.absent for tally in done.plan.tallies) == 0, "it holds what was asked, and no more"
    assert WorkbookImport.objects.get(number=done.number).answers == ["2021-Q3/V1"]
    assert verify().findings == []


def test_a_row_half_filled_in_is_not_passed_over(year: Imported, officer: Actor, tmp_path: Path) -> None:
    path = asked(officer, "V1", tmp_path / "v1.xlsx")
    fill(path, "确认", 2, {"结果": "收到"})
    done = enter_files([path], officer)
    assert {(finding.key, finding.row) for finding in done.findings if finding.severity == "error"} == {
        ("cell-missing", 2)
    }


def test_who_has_not_answered_is_listed_until_the_workbook_is_back(
    year: Imported, officer: Actor, tmp_path: Path
) -> None:
    sent = list(ask_all(officer, tmp_path / "out", round_="2021-Q3", due=DUE, lang="zh-Hans"))
    numbers = {one.organisation.number for one in sent}
    assert {"V1", "K1"} <= numbers and "X1" not in numbers
    assert {one.organisation.number for one in waiting(officer)} == numbers
    clinic = next(one.path for one in sent if one.organisation.number == "K1")
    fill(clinic, "确认", 2, {"结果": "没有收到", "日期": "2021-09-02"})
    enter_files([clinic], officer)
    left = waiting(officer)
    assert {one.organisation.number for one in left} == numbers - {"K1"}
    assert waiting(officer, "another round") == []
    for lang in LANGS:
        text = message(left, lang)
        assert "石桥村" in text and "示例卫生院" not in text and "{" not in text


def test_asking_twice_in_a_round_records_it_once(year: Imported, officer: Actor, tmp_path: Path) -> None:
    asked(officer, "V1", tmp_path / "a.xlsx")
    size = Entry.objects.count()
    asked(officer, "V1", tmp_path / "b.xlsx")
    assert Entry.objects.count() == size and WorkbookRequest.objects.count() == 1


def test_a_workbook_of_another_ledger_answers_nothing_here(year: Imported, officer: Actor, tmp_path: Path) -> None:
    path = asked(officer, "V1", tmp_path / "v1.xlsx")
    book = openpyxl.load_workbook(path)
    book["concentric-asked"]["B1"].value = "elsewhere.example/ledger"
    book.save(path)
    fill(path, "确认", 2, {"结果": "收到", "日期": "2021-09-01"})
    done = enter_files([path], officer)
    assert done.answers == []


def test_context_and_mark_are_no_findings(year: Imported, officer: Actor, tmp_path: Path) -> None:
    path = asked(officer, "V1", tmp_path / "v1.xlsx")
    fill(path, "确认", 2, {"结果": "收到", "日期": "2021-09-01"})
    done = enter_files([path], officer)
    assert {finding.key for finding in done.findings} <= {"asked-untouched"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_workbook_has_words_in_every_language_and_is_read_in_each(
    year: Imported, officer: Actor, tmp_path: Path, lang: str
) -> None:
    path = asked(officer, "K1", tmp_path / "k1.xlsx", lang)
    sheet = say("sheet-confirmations", lang)
    outcome = say("choice-outcome-nothing-came", lang).split("|")[0]
    fill(path, sheet, 2, {say("column-outcome", lang): outcome, say("column-on", lang): "2021-09-02"})
    assert enter_files([path], officer, lang=lang).errors == 0
    assert CommitmentStep.objects.filter(name="nothing-came").count() == 1


def test_a_number_is_the_same_whenever_it_is_asked_again() -> None:
    assert numbered("D1", "R") == "D1-R" and numbered("C9", "D", 0) == "C9-D1"
    assert len(numbered("x" * 64, "D", 12)) == 64


def test_the_commands_write_list_and_take_along(year: Imported, officer: Actor, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = run("template", out, "--for-all", "--round", "=2021", "--due", "2021-09-30", "--lang", "zh-Hans").output
    assert "共写好" in told and len(list(out.glob("*.xlsx"))) >= 2
    listed = run("waiting", "--csv", tmp_path / "w.csv", "--lang", "zh-Hans", code=1).output
    assert "还有" in listed and "可粘贴的文字" in listed
    rows = list(csv.reader(io.StringIO((tmp_path / "w.csv").read_text("utf-8-sig"))))
    assert rows[0][0] == "编号" and all(row[2] == "'=2021" for row in rows[1:])
    assert {one["late"] for one in json.loads(run("waiting", "--json", code=1).output)} == {True}
    one = run("template", tmp_path / "one.xlsx", "--for", "石桥村", "--lang", "zh-Hans").output
    assert "石桥村：2 行" in one


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["--for", "nobody"], "asked-no-such"),
        (["--for", "X1"], "asked-nothing"),
        (["--for", "V1", "--for-all"], "asked-folder-or-file"),
    ],
)
def test_wrong_wishes_are_refused(
    year: Imported, officer: Actor, tmp_path: Path, arguments: list[str], key: str
) -> None:
    from click.testing import CliRunner

    from concentric.config.cli import concentric

    result = CliRunner().invoke(concentric, ["template", str(tmp_path / "x.xlsx"), *arguments], standalone_mode=False)
    assert isinstance(result.exception, Refused) and result.exception.key == key
    assert not (tmp_path / "x.xlsx").exists() and WorkbookRequest.objects.count() == 0


def test_what_a_spreadsheet_would_run_is_disarmed_in_both_widths() -> None:
    for sign in "=+-@＝＋－＠\t\r\n":
        assert disarmed(f"{sign}1+1") == f"'{sign}1+1"
    assert disarmed("2021-01") == "2021-01" and disarmed("") == ""


def test_the_page_lists_who_has_not_answered(
    year: Imported, officer: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    desk = Client(headers={"accept-language": "zh-CN", "host": "127.0.0.1"})
    assert "还没有发出过工作簿" in desk.get("/waiting/").content.decode()
    list(ask_all(officer, tmp_path / "out", round_="2021-Q3", due=DUE, lang="zh-Hans"))
    page = desk.get("/waiting/").content.decode()
    assert "石桥村" in page and "可粘贴的文字" in page and "各位好" in page
    assert desk.get("/waiting/?format=csv")["Content-Disposition"] == 'attachment; filename="waiting.csv"'
    assert desk.get("/waiting/", REMOTE_ADDR="203.0.113.9").status_code == 403
    for lang in LANGS:
        assert desk.get(f"/waiting/?lang={lang}&round=nonsense").status_code == 200


def test_a_confirmation_given_otherwise_is_not_asked_again(bring: Any, year: Imported, officer: Actor) -> None:
    open_account("village", "recipient", organisation_of(officer, "V1").root, officer.office)
    bring({"确认": CONFIRMATIONS}, acting("village", "workbook"))
    assert "confirmations" not in known(officer, "V1")


def test_a_folder_of_returned_workbooks_answers_all_their_requests(
    year: Imported, officer: Actor, tmp_path: Path
) -> None:
    sent = list(ask_all(officer, tmp_path / "out", round_="Q3", due=None, lang="zh-Hans", kinds=["village", "clinic"]))
    for one in sent:
        row = {"结果": "收到", "日期": "2021-09-03"}
        fill(one.path, "确认", 2, row)
    run("import", tmp_path / "out")
    assert waiting(officer) == []
    write(tmp_path / "other.xlsx", {"单位": "编号|单位名称|单位类别"})


def test_more_rows_cost_no_more_queries(officer: Actor, bring: Any, year: Imported) -> None:
    def cost() -> tuple[int, int]:
        root = organisation_of(officer, "V1").root
        with CaptureQueriesContext(connection) as queries:
            asks = asks_of(root, officer.office, "zh-Hans")
        return sum(len(one.rows) for one in asks), len(queries)

    rows, before = cost()
    heads = {
        "承诺": "编号|项目|帮扶方编号|受帮扶方编号|承诺内容类别|性质|约定程度|金额|承诺日期",
        "交付": "编号|承诺编号|金额|日期",
    }
    pledged = [f"M{n}|企村结对|S2|V1|资金|公益|承诺|9000|2021-03-10" for n in range(12)]
    delivered = [f"N{n}|M{n}|9000|2021-04-10" for n in range(12)]
    done = bring({"承诺": "\n".join([heads["承诺"], *pledged]), "交付": "\n".join([heads["交付"], *delivered])})
    assert done.findings == []
    assert cost() == (rows + 12, before)
