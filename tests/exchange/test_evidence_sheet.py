"""Files beside a workbook are kept as evidence; what was entered twice is joined by a row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.exchange.conftest import Bring, account, keys
from tests.exchange.wrong import RECEIPT, WORLD

from concentric.core.terms.words import LANGS
from concentric.exchange.importing.imports import Imported
from concentric.exchange.importing.undo import undo_import
from concentric.keep import store
from concentric.keep.models import Case, CommitmentStep, Evidence, SameAs
from concentric.ledger.actor import Actor
from concentric.ledger.models import Void
from concentric.ledger.verify import verify

HEADS = "编号 | 佐证对象编号 | 文件 | 文件题名 | 公开程度 | 更正理由"


@pytest.fixture
def world(bring: Bring) -> Imported:
    """The year with every noun, as the office keyed it."""
    return bring(WORLD, name="world.xlsx")


def folder(tmp_path: Path, **files: bytes) -> None:
    """Lay files beside the workbooks that are brought."""
    (tmp_path / "凭证").mkdir(exist_ok=True)
    for name, content in files.items():
        (tmp_path / "凭证" / f"{name}.pdf").write_bytes(content)


def backed() -> dict[str, tuple[str, str, str, str]]:
    """What is kept, by number: what it is about, its name, for whom, its digest."""
    held = Evidence.objects.in_force()
    return {one.number: (one.about_kind, one.name, one.access, one.sha256) for one in held}


def test_files_beside_a_workbook_are_kept_with_the_rows_that_name_them(
    world: Imported, bring: Bring, officer: Actor, tmp_path: Path
) -> None:
    folder(tmp_path, 回单=RECEIPT, 新=b"%PDF-1.7\nanother\n")
    new = "编号 | 承诺编号 | 日期 | 兑现数\nD8 | C2 | 2021-09-01 | 3"
    rows = rf"""
{HEADS}
ZJ1 | D1  | 凭证/回单.pdf | 银行回单 | 公开 |
ZJ2 | D8  | 凭证\新.pdf   |          |      |
ZJ3 | SQ1 | 凭证/回单.pdf |          |      |
"""
    preview = bring({"兑现": new, "佐证": rows}, beside=True, all_or_nothing=True, name="all.xlsx")
    assert keys(preview) == []
    digest = store.known(RECEIPT).sha256
    kept = backed()
    assert kept["ZJ1"] == ("commitment-step", "银行回单", "public", digest)
    assert kept["ZJ2"][:3] == ("commitment-step", "新.pdf", "office")
    assert kept["ZJ3"][0] == "case" and store.take(digest) == RECEIPT
    assert Evidence.objects.get(number="ZJ2").about == CommitmentStep.objects.get(number="D8").root
    again = bring({"佐证": rows}, beside=True)
    assert keys(again) == [] and again.receipt is None
    # Later the folder is gone: the digest says the same.
    named = f"{HEADS}\nZJ1 | D1 | {digest} | 银行回单 | 不公开 | 有人名"
    assert keys(bring({"佐证": named})) == [] and backed()["ZJ1"][2] == "office"
    assert verify().findings == []


def test_a_file_is_taken_from_below_the_workbook_only(world: Imported, bring: Bring, tmp_path: Path) -> None:
    folder(tmp_path, 图=b"<svg/>", 大=b"%PDF-1.7\n" + b"x" * 20_000_000, 空=b"")
    outside = tmp_path.parent / f"{tmp_path.name}-outside.pdf"
    outside.write_bytes(RECEIPT)
    (tmp_path / "link.pdf").symlink_to(outside)
    wrong = {
        "没有.pdf": "evidence-not-beside",
        f"../{outside.name}": "evidence-outside",
        str(outside): "evidence-outside",
        "C:\\凭证\\回单.pdf": "evidence-outside",
        "link.pdf": "evidence-outside",
        "凭证": "evidence-not-beside",
        "凭证/图.pdf": "media-unknown",
        "凭证/大.pdf": "media-too-large",
        "凭证/空.pdf": "media-empty",
    }
    rows: list[list[Any]] = [["编号", "佐证对象编号", "文件"]]
    rows += [[f"ZJ{n}", "D1", path] for n, path in enumerate(wrong)]
    done = bring({"佐证": rows}, beside=True)
    assert keys(done) == list(wrong.values()) and {one.cell[0] for one in done.findings} == {"C"}
    for finding in done.findings:
        assert all(finding.says(lang) and finding.remedy(lang) for lang in LANGS)
    assert backed() == {} and not list((tmp_path / "evidence").rglob("*.pdf"))


def test_evidence_of_a_step_that_its_course_refuses_waits_with_it(
    world: Imported, bring: Bring, tmp_path: Path
) -> None:
    folder(tmp_path, 回单=RECEIPT)
    words = "编号 | 诉求编号 | 评价 | 日期\nPJ1 | SQ1 | 满意 | 2021-03-05"
    done = bring({"提出人评价": words, "佐证": f"{HEADS}\nZJ1 | PJ1 | 凭证/回单.pdf | | |"}, beside=True)
    assert keys(done)[-1] == "reference-to-refused-step" and len(keys(done)) == 2
    assert backed() == {} and verify().findings == []


def test_only_the_office_names_files(world: Imported, bring: Bring, officer: Actor, tmp_path: Path) -> None:
    folder(tmp_path, 回单=RECEIPT)
    done = bring({"佐证": f"{HEADS}\nZJ1 | D1 | 凭证/回单.pdf | | |"}, account("S1", "supporter", officer), beside=True)
    assert keys(done) == ["rights-sheet"] and backed() == {}


def test_a_row_joins_what_was_entered_twice_and_another_says_as_which(world: Imported, bring: Bring) -> None:
    heads = "编号 | 重复的编号 | 按哪一条计算 | 更正理由"
    assert keys(bring({"同一件事": f"{heads}\nTY8 | C2 | C1 |"})) == []
    assert bring({"同一件事": f"{heads}\nTY8 | C2 | C1 |"}).receipt is None
    assert keys(bring({"同一件事": f"{heads}\nTY1 | SQ2 | SQ1 | 看错一行"})) == []
    joined = dict(SameAs.objects.in_force().values_list("arm", "representative"))
    assert joined["TY1"] == Case.objects.in_force().get(number="SQ1").root and set(joined) == {"TY1", "TY8"}
    # In one workbook two rows that would make a chain: the second is told.
    chain = bring({"同一件事": f"{heads}\nTY9 | SQ3 | SQ4 |\nTY10 | SQ4 | SQ1 |"})
    assert [(one.key, one.cell) for one in chain.findings] == [("same-thing-represents", "B3")]
    assert verify().findings == []


def test_an_import_of_evidence_can_be_taken_back(world: Imported, bring: Bring, officer: Actor, tmp_path: Path) -> None:
    folder(tmp_path, 回单=RECEIPT)
    done = bring({"佐证": f"{HEADS}\nZJ1 | D1 | 凭证/回单.pdf | | |"}, beside=True)
    undo_import(officer, done.number, reason="放错了")
    assert backed() == {} and Void.objects.count() == 1 and verify().findings == []
