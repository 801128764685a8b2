"""The Word document: its page, its numbers, its appendix. Looked at through the file, as Word and WPS would."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from concentric.exchange.word import Evidence, Facts, write_review
from concentric.exchange.word import cover as cover_file
from concentric.exchange.word.appendix import COLUMNS, texts
from concentric.exchange.word.headings import han, prefixes
from concentric.prove.manuscript import Manuscript, Reference, Unbound, bind, parse
from concentric.prove.picture import Arc, Centre, Circle, draw_cover

ROOT = "7c4e91ab2f08d5e6c3190b7a44fe6d12a9508c73be1f24d0965ea8137bc0d2f4"
SOURCES = {
    "zh-Hans": '# 三个圈，一年账\n——示例市 2021 年度述评\n\n全年 {{ figure "villages-paired" }} 个村结对。\n'
    '## 合作\n### 城中区\n认捐 {{ figure "money" rung="pledged" }}。\n> 注：初步核算数。\n——协调办公室',
    "en": '# Three circles\n-- The year 2021\n\n{{ figure "villages-paired" }} villages were paired.\n'
    '## Partnership\n### The centre\n{{ figure "money" rung="pledged" }} was pledged.\n> Note: preliminary.\n-- Us',
}
ROWS = (
    Evidence(
        "villages-paired",
        "126",
        "签有在用结对协议的村",
        "confirmed",
        {"pledged": "133", "reported": "130", "confirmed": "126"},
        denominator="139",
        records=133,
        lag_days=6,
    ),
    Evidence("money", "1,068 万元", "=HYPERLINK(1)\x00<b>&\n第二行", "outside"),
)


def text(lang: str = "zh-Hans") -> Manuscript:
    shown = {Reference("villages-paired"): "126", Reference("money", rung="pledged"): "1,068 万元"}
    return bind(parse(SOURCES[lang], lang), shown)


def picture(lang: str = "zh-Hans") -> str:
    arc = Arc(1, "企村结对", {"confirmed": 126}, 139, shown="126/139")
    return draw_cover([Circle("hz", "合作", (arc,))], Centre("2021", root=ROOT), lang, title="三个圈", subtitle="述评")


def written(manuscript: Manuscript, lang: str = "zh-Hans", svg: str = "", rows: tuple[Evidence, ...] = ROWS) -> BytesIO:
    target = BytesIO()
    facts = Facts(4987, ROOT, "2022 年 1 月 24 日", "示例市协调办公室")
    found = write_review(manuscript, picture_svg=svg, facts=facts, appendix=rows, lang=lang, target=target)
    assert {finding.key for finding in found} <= {"word-no-chinese-font"}  # this machine may have none
    target.seek(0)
    return target


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_a_review_has_its_cover_its_text_and_its_appendix(lang: str) -> None:
    manuscript = text("en" if lang == "en" else "zh-Hans")
    document = Document(written(manuscript, lang, picture(lang)))
    assert len(document.sections) == 3
    assert len(document.element.body.findall(f".//{qn('wp:anchor')}")) == 1
    assert document.core_properties.title == manuscript.first("title")
    words = [paragraph.text for paragraph in document.paragraphs]
    assert any(ROOT in line for line in words) and any("4,987" in line for line in words)


def test_the_page_is_that_of_official_documents() -> None:
    document = Document(written(text()))
    page = document.sections[0]
    assert [round(n.mm) for n in (page.page_width, page.page_height)] == [210, 297]
    assert [round(n.mm) for n in (page.top_margin, page.left_margin, page.right_margin, page.bottom_margin)] == [
        37,
        28,
        26,
        35,
    ]
    style = document.styles["Concentric paragraph"]
    spacing = style.element.pPr.find(qn("w:spacing"))
    height = (page.page_height - page.top_margin - page.bottom_margin) / 635
    assert spacing.get(qn("w:lineRule")) == "exact" and height // int(spacing.get(qn("w:line"))) == 22
    size = style.element.rPr.find(qn("w:sz")).get(qn("w:val"))
    closer = int(style.element.rPr.find(qn("w:spacing")).get(qn("w:val")))
    width = (page.page_width - page.left_margin - page.right_margin) / 635
    assert size == "32" and width // (16 * 20 + closer) == 28


def test_each_level_has_its_typeface_with_stand_ins() -> None:
    file = written(text())
    document = Document(file)
    faces = {
        name: document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Title", "Concentric paragraph", "Heading 1", "Heading 2")
    }
    assert list(faces.values()) == ["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"]
    assert document.styles["Title"].font.size.pt == 22
    table = zipfile.ZipFile(file).read("word/fontTable.xml").decode()
    for face in faces.values():
        assert re.search(f'w:name="{face}"><w:altName w:val="[^"]+"', table.replace("'", '"')), face


def test_headings_are_numbered_as_in_official_documents_unless_the_writer_has_done_it() -> None:
    blocks = parse("# 题\n## 甲\n### 子\n### 丑\n## 二、乙\n## 丙\n### 寅").blocks
    assert prefixes(blocks, "zh-Hans") == ("", "一、", "（一）", "（二）", "", "三、", "（一）")
    assert prefixes(blocks, "en") == ("", "1. ", "1.1 ", "1.2 ", "", "3. ", "3.1 ")
    assert [han(n) for n in (1, 9, 10, 11, 20, 21, 99)] == ["一", "九", "十", "十一", "二十", "二十一", "九十九"]


def bound_numbers(file: BytesIO) -> list[tuple[str, str]]:
    """The tag and the text of every number, in reading order."""
    controls = Document(file).element.body.iter(qn("w:sdt"))
    tags = ((control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}"), control) for control in controls)
    return [(tag.get(qn("w:val")), "".join(part.text for part in one.iter(qn("w:t")))) for tag, one in tags]


def test_every_number_is_marked_with_its_reference_and_stands_close_to_the_text() -> None:
    file = written(text())
    assert bound_numbers(file) == [("villages-paired", "126"), ("money;rung=pledged", "1,068万元")]
    assert "——示例市2021年度述评" in [paragraph.text for paragraph in Document(file).paragraphs]


def test_a_reference_too_long_for_a_tag_is_marked_by_its_place() -> None:
    long = "a" * 60
    manuscript = parse(f'# 题\n{{{{ figure "{long}" rung="confirmed" }}}} 个')
    bound = bind(manuscript, dict.fromkeys(manuscript.references(), "1"))
    assert bound_numbers(written(bound)) == [("#1", "1")]


def test_an_unbound_number_is_never_printed() -> None:
    with pytest.raises(Unbound):
        written(parse(SOURCES["zh-Hans"]))


@pytest.mark.parametrize(("lang", "early"), [("zh-Hans", "提前 26 天"), ("en", "26 d before")])
def test_what_was_entered_before_its_day_is_not_late_by_a_negative_number(lang: str, early: str) -> None:
    assert texts(1, Evidence("plan", "30", "应回访件数", lag_days=-26), lang)["lag"] == early


def test_the_appendix_says_where_each_number_comes_from_and_takes_text_as_text() -> None:
    table = Document(written(text())).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == [
        "1",
        "126",
        "签有在用结对协议的村",
        "确认",
        "133",
        "130",
        "126",
        "—",
        "139",
        "133",
        "6天",
    ]
    outside = [cell.text for cell in table.rows[2].cells]
    assert outside[2] == "=HYPERLINK(1)<b>& 第二行" and outside[3] == "外部数据"
    bold = [bool(cell.paragraphs[0].runs[0].bold) for cell in table.rows[1].cells]
    assert bold.index(True) == 6 and sum(bold) == 1
    assert sum(COLUMNS.values()) == 225
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_page_numbers_stand_outside_and_carry_on_in_the_appendix() -> None:
    document = Document(written(text(), svg=picture()))
    cover, body, appendix = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    assert "PAGE" not in cover.footer._element.xml
    sides = [
        footer.paragraphs[0]._p.pPr.find(qn("w:jc")).get(qn("w:val")) for footer in (body.footer, body.even_page_footer)
    ]
    assert sides == ["right", "left"] and "PAGE" in body.footer._element.xml
    assert body._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert appendix.footer.is_linked_to_previous and appendix._sectPr.find(qn("w:pgNumType")) is None


def test_a_machine_without_chinese_typefaces_is_told_and_not_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cover_file, "draws_chinese", lambda: False)
    target = BytesIO()
    found = write_review(
        text(), picture_svg=picture(), facts=Facts(1, ROOT, "今天"), appendix=(), lang="zh-Hans", target=target
    )
    assert [(finding.key, finding.severity) for finding in found] == [("word-no-chinese-font", "warning")]
    assert found[0].remedy("en") and len(Document(target).sections) == 3


def test_the_file_carries_nothing_of_the_template_it_was_made_from() -> None:
    names = zipfile.ZipFile(written(text())).namelist()
    assert not [name for name in names if "thumbnail" in name or "stylesWithEffects" in name or "customXml" in name]
    document = Document(written(text()))
    assert "python-docx" not in document.core_properties.author + document.core_properties.comments


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="looks at the page through LibreOffice: sh scripts/debian-packages word",
)
def test_a_full_page_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    words = "示例市伙伴计划把商会企业与村庄连起来" * 90
    (tmp_path / "full.docx").write_bytes(written(parse(f"# 题\n{words}"), rows=()).getvalue())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "full.docx")], check=True, capture_output=True, timeout=120)
    page = ["pdftotext", "-layout", "-f", "2", "-l", "2", str(tmp_path / "full.pdf"), "-"]
    text = subprocess.run(page, check=True, capture_output=True, timeout=60).stdout.decode()
    lines = [re.sub(r"\s", "", line) for line in text.splitlines() if line.strip()]
    assert [len(line) for line in lines[:-1]] == [28] * 22 and lines[-1] == "—2—"
