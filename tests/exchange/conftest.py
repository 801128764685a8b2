"""A cast, and workbooks written as small text tables.

The chamber S1 and the enterprise S2 support; the village V1 and the clinic K1 receive; the officer keys for the office;
the verifier Y1 is independent; the outsider X1 has nothing to do with anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from concentric.access.accounts import acting, open_account
from concentric.exchange.importing.imports import Imported, enter_files
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.writer import Writer
from concentric.register.book.shipped import shipped
from concentric.register.models import Circle, Organisation, Place, Programme, ProgrammeBook

Table = str | list[list[Any]]

BOOK = """
[category]
industry = { names = { zh-Hans = "产业帮扶", en = "industry" }, aliases = { zh-Hans = ["产业"] } }
jobs = { names = { zh-Hans = "就业", en = "jobs" } }
skills = { names = { zh-Hans = "技能", en = "skills" } }
welfare = { names = { zh-Hans = "公益", en = "welfare" } }
[class.financing]
names = { zh-Hans = "融资", en = "financing" }
[setting.school]
names = { zh-Hans = "学校", en = "schools" }
[site.research]
names = { zh-Hans = "调研", en = "research" }
[indicator.new-market-entities]
name = { zh-Hans = "新登记市场主体数", en = "newly registered market entities" }
statistic = "market-entities"
[scheme.unity-city]
names = { zh-Hans = "示范市", en = "demonstration city" }
[adoption]
party-body = { names = { zh-Hans = "党派采用", en = "party body" } }
government = { names = { zh-Hans = "政府采用", en = "government" } }
[follow-up]
answers = { names = { zh-Hans = "答复回头看", en = "answers" } }
gifts = { names = { zh-Hans = "捐赠回头看", en = "gifts" } }
"""
CAST = """
编号 | 单位名称   | 单位类别 | 所在地
S1   | 示例商会   | 商会     | 柳城县
S2   | 示例企业   | 企业     | 450222
K1   | 示例卫生院 | 卫生院   |
Y1   | 示例核实所 | 其他     |
X1   | 局外公司   | 企业     |
"""
VILLAGES = """
编号 | 村名   | 所属县区
V1   | 石桥村 | 柳城县
"""
PAIRINGS = """
编号 | 项目     | 帮扶方编号 | 受帮扶方编号 | 提出日期
P1   | 企村结对 | S1         | V1           | 2021-03-01
"""
COMMITMENTS = """
编号|项目|帮扶方编号|受帮扶方编号|承诺内容类别|性质|约定程度|金额|数量|计量单位|承诺日期|期限
C1|企村结对|S1|V1|资金|公益|承诺|50000|||2021-03-10|2021-12-31
C2|企村结对|S2|K1|物资|公益|已签约||12|台|2021-03-12|
"""
DELIVERIES = """
编号 | 承诺编号 | 日期       | 兑现数
D1   | C1       | 2021-06-01 | 20000
D2   | C1       | 2021-07-01 | 30000
D3   | C2       | 2021-07-02 | 12
"""
CONFIRMATIONS = """
编号 | 兑现编号 | 结果     | 日期       | 收到数 | 备注
R1   | D1       | 收到     | 2021-06-05 | 20000  |
R2   | D2       | 没有收到 | 2021-07-09 |        |
"""
YEAR = {
    "单位": CAST,
    "村": VILLAGES,
    "结对": PAIRINGS,
    "承诺": COMMITMENTS,
    "兑现": DELIVERIES,
}


def cells(table: Table) -> list[list[Any]]:
    """A text table as rows of cells; lists pass through."""
    if not isinstance(table, str):
        return table
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def write(path: Path, sheets: Mapping[str, Table]) -> Path:
    """A workbook with these sheets. Text stays text; numbers and dates given as such become number and date cells."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, table in sheets.items():
        page = book.add_worksheet(name)
        for line, row in enumerate(cells(table)):
            for column, cell in enumerate(row):
                if isinstance(cell, bool):
                    page.write_boolean(line, column, cell)
                elif isinstance(cell, date):
                    page.write_datetime(line, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
                elif isinstance(cell, int | float):
                    page.write_number(line, column, cell)
                elif cell != "":
                    page.write_string(line, column, cell)
    book.close()
    return path


@pytest.fixture
def officer(office: Actor) -> Actor:
    """The officer of an office whose book has two programmes and whose places are two counties."""

    def book(writer: Writer) -> None:
        writer.add(ProgrammeBook(code="office", title={"zh-Hans": "手册"}, toml=BOOK))
        circle = writer.add(Circle(code="cooperation", names={"zh-Hans": "合作", "en": "Cooperation"}, rank=1))
        for rank, (code, zh, en) in enumerate(
            [("villages", "企村结对", "Villages paired"), ("clinics", "村卫生室", "Clinics")], 1
        ):
            writer.add(Programme(code=code, circle_id=circle, names={"zh-Hans": zh, "en": en}, rank=rank))
        writer.add(Place(code="450222", name="柳城县", level="county"))
        writer.add(Place(code="450223", name="鹿寨县", level="county"))
        writer.add(Place(code="450224", name="重名", level="county"))
        writer.add(Place(code="450225", name="重名", level="county"))

    append(office, book, request_id="book")
    return office


Bring = Callable[..., Imported]


@pytest.fixture
def bring(officer: Actor, tmp_path: Path) -> Bring:
    """Import sheets as the officer, or as somebody else."""
    count = 0

    def bring(sheets: Mapping[str, Table], actor: Actor | None = None, **options: Any) -> Imported:
        nonlocal count
        count += 1
        name = options.pop("name", f"book-{count}.xlsx")
        return enter_files([write(tmp_path / name, sheets)], actor or officer, **options)

    return bring


@pytest.fixture
def year(bring: Bring) -> Imported:
    """The year as the office keyed it, up to the deliveries."""
    return bring(YEAR, name="year.xlsx")


def account(number: str, role: str, office: Actor) -> Actor:
    """The account of an organisation, opened where it isn't yet."""
    root = Organisation.objects.in_force().get(number=number).root
    open_account(f"{role}-{number}", role, root, office.office)
    return acting(f"{role}-{number}", "workbook")


def keys(done: Imported, severity: str = "error") -> list[str]:
    """The keys of what was found, in order."""
    return [finding.key for finding in done.findings if finding.severity == severity]


def counts(done: Imported) -> dict[str, tuple[int, int, int, int]]:
    """New, changed, unchanged, waiting for each sheet."""
    return {
        tally.name: tuple(tally.rows[name] for name in ("new", "changed", "unchanged", "waiting"))  # type: ignore[misc]
        for tally in done.plan.tallies
    }


@pytest.fixture
def citywide(officer: Actor) -> None:
    """The office has the book of a whole city."""
    book = ProgrammeBook.objects.in_force().get()

    def widened(writer: Writer) -> None:
        writer.supersede(book.root, ProgrammeBook(code=book.code, title=book.title, toml=shipped("city")), "widened")
        circle = Circle.objects.in_force().get().root
        writer.add(Programme(code="problems", circle_id=circle, names={"zh-Hans": "企业问题"}, rank=3))

    append(officer, widened, request_id="widened")
