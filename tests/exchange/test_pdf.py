"""The PDF: tagged, in the layout of official documents, the same bytes each time; texts are data, never markup."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.exchange.test_word import ROOT, ROWS, SOURCES, picture, text

from concentric.core.terms.words import say
from concentric.exchange.pdf import NoTypeface, faces, set_review, setting
from concentric.exchange.word import Drawing, Evidence, Facts
from concentric.prove.manuscript import Manuscript, Unbound, parse

FACTS = Facts(4987, ROOT, "2022 年 1 月 24 日", "示例市协调办公室", datetime(2022, 1, 28, 4, 0, 0, 999, tzinfo=UTC))
CHART = '<svg xmlns="http://www.w3.org/2000/svg" width="608" height="40"><text y="20">图 1</text></svg>'
reads_pdf = pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("pdfinfo")),
    reason="reads the page back through poppler: sh scripts/debian-packages pdf",
)


def made(manuscript: Manuscript, rows: tuple[Evidence, ...] = ROWS, svg: str = "") -> bytes:
    charts = {"money": Drawing(CHART, "捐资", "捐资：认捐 10 万元。", "附注")}
    return set_review(manuscript, cover_svg=svg, facts=FACTS, appendix=rows, charts=charts)


def words(pdf: bytes, folder: Path, *options: str) -> str:
    (folder / "x.pdf").write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", *options, str(folder / "x.pdf"), "-"], check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode()


@pytest.fixture(autouse=True)
def _typeface() -> None:
    if not faces.draws_chinese():
        pytest.skip("no typeface with Han characters: sh scripts/debian-packages")


@reads_pdf
@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_a_review_is_a_tagged_pdf_with_cover_text_and_appendix(lang: str, tmp_path: Path) -> None:
    source = text("en" if lang == "en" else "zh-Hans")
    manuscript = Manuscript(lang, source.blocks)
    pdf = made(manuscript, svg=picture())
    found = words(pdf, tmp_path)
    assert manuscript.first("title") in found and ROOT in found.replace("\n", "")
    assert say("word-appendix", lang) in found and "126" in found
    info = subprocess.run(["pdfinfo", str(tmp_path / "x.pdf")], check=True, capture_output=True).stdout.decode()
    assert re.search(r"Tagged: +yes", info) and re.search(r"Page size: +595.* x 841.* pts \(A4\)", info)
    assert re.search(r"Pages: +3", info) and manuscript.first("title") in info
    assert b"pdfuaid" in pdf


def test_the_same_edition_is_the_same_bytes() -> None:
    assert made(text()) == made(text())


@reads_pdf
def test_what_a_writer_typed_is_never_run_as_markup(tmp_path: Path) -> None:
    wild = '#import "x": * $x^2$ @ref <label> `raw` #read("/etc/passwd") \\ * _a_ = b // c'
    evil = Evidence("#x", "#y", "#panic()", "outside")
    found = words(made(parse(f"# {wild}\n\n{wild}\n"), rows=(evil,)), tmp_path, "-layout")
    flat = re.sub(r"\s", "", found)
    assert flat.count('#read("/etc/passwd")') == 2 and "#panic()" in flat and "root:" not in flat


@reads_pdf
def test_a_chart_stands_in_the_text_with_its_caption(tmp_path: Path) -> None:
    found = words(made(parse('# 题\n\n前\n\n{{ chart "money" }}\n\n{{ chart "gone" }}\n\n后'), rows=()), tmp_path)
    assert "捐资\n附注" in found and found.index("图1") > found.index("前")


def test_a_heading_level_is_never_skipped_whatever_the_writer_did() -> None:
    blocks = setting._blocks(parse("### 子\n\n# 题\n\n### 丑\n\n## 甲\n\n### 寅"), {}, {})
    assert [block["level"] for block in blocks] == [1, 1, 2, 2, 3]
    assert made(parse("### 只有小标题\n\n文字"), rows=()).startswith(b"%PDF")


def test_an_unbound_number_is_never_printed() -> None:
    with pytest.raises(Unbound):
        made(parse(SOURCES["zh-Hans"]))


def test_a_machine_without_chinese_typefaces_makes_no_page_of_empty_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "draws_chinese", lambda: False)
    with pytest.raises(NoTypeface) as refused:
        made(text())
    assert "fonts-noto-cjk" in refused.value.remedy("en")


@reads_pdf
def test_a_full_page_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    sentence = "示例市伙伴计划把商会企业与村庄连起来" * 90
    page = words(made(parse(f"# 题\n{sentence}"), rows=()), tmp_path, "-layout", "-f", "2", "-l", "2")
    lines = [re.sub(r"\s", "", line) for line in page.splitlines() if line.strip()]
    assert [len(line) for line in lines[:-1]] == [28] * 22 and lines[-1] == "—2—"
