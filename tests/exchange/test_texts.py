"""Texts are read safely whatever they are, and comments go into a copy."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.checking import Checker
from concentric.exchange.texts.comments import write_comments
from concentric.exchange.texts.reading import read_text
from concentric.exchange.texts.refusing import TextRefused

CHINESE = "2021年，全市化解民营企业难题87件，新登记市场主体5.2万户。这是一份年报。"
TRADITIONAL = "去年，全縣化解民營企業難題八十七件，新登記商戶一千戶，這是一份報告。"
PROBLEMS = Figure("problems", ("化解民营企业难题",), "件", "count", None)


def written(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def word(tmp_path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path = tmp_path / "text.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", CHINESE),
        ("utf-8-sig", CHINESE),
        ("utf-16", CHINESE),
        ("utf-16-le", CHINESE),
        ("utf-16-be", CHINESE),
        ("gb18030", CHINESE),
        ("gb18030", TRADITIONAL),
        ("big5", TRADITIONAL),
        ("utf-8", "We paired 126 villages."),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str, text: str) -> None:
    assert read_text(written(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_a_plain_text_keeps_its_ends_of_lines_so_that_places_are_those_of_the_file(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, "a.txt", "一。\r\n二。".encode())).text == "一。\r\n二。"


def test_a_web_page_is_read_without_its_scripts(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>x</title><script>var a = '99件'</script></head><body onload='x()'>"
        "<h1>年报</h1><p>化解难题<b>87</b>件&nbsp;。<style>p{}</style></p><table><tr><td>项目</td><td>5个</td></tr></table>"
        "<img src='http://example.invalid/a.png'></body></html>"
    )
    text = read_text(written(tmp_path, "a.htm", page.encode("gb18030")))
    assert text.kind == "web" and "99" not in text.text
    assert "化解难题87件" in text.text and "项目\t5个" in text.text
    assert [one.key for one in text.findings] == ["text-has-scripts"]


@pytest.mark.parametrize(
    "text", ["<!---->" * 400 + "结对126个村", "<!--" * 400 + "结对126个村", " " * 3000 + "<!-- a -->126"]
)
def test_a_text_that_begins_with_comments_is_read(tmp_path: Path, text: str) -> None:
    """Comments could be cut into groups in more ways than there is time."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert "126" in read_text(path).text


def test_of_a_page_that_marks_its_article_only_the_article_is_read(tmp_path: Path) -> None:
    body = "<p>化解难题87件。</p><aside>另有99件</aside><div><p>完毕。</p></div>" + "<p>这是正文的一段话。</p>" * 30
    page = (
        "<!DOCTYPE html><html><body><p>共5版</p><article><h1 itemprop='headline'>年报</h1><p>下载4次</p>"
        f"<div itemprop='articleBody'>{body}</div><p>更正12处</p></article></body></html>"
    )
    text = read_text(written(tmp_path, "a.html", page.encode()))
    assert text.text.startswith("年报\n化解难题87件。\n完毕。\n这是正文")
    assert not any(left in text.text for left in ("5版", "4次", "99件", "12处"))
    assert [one.key for one in text.findings] == ["text-article-only"]
    short = written(tmp_path, "b.html", b"<!DOCTYPE html><p>87</p><div itemprop='articleBody'>99</div>")
    assert "87" in read_text(short).text


def test_a_word_document_is_read_by_paragraph_and_table(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("化解难题")
    paragraph.add_run("87").bold = True
    paragraph.add_run("件。")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目", "5个"
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert read_text(path).text == "化解难题87件。\n项目\t5个\n"


def test_comments_stand_at_the_claims_of_a_copy(tmp_path: Path) -> None:
    source = word(tmp_path, "全市化解民营企业难题87件，成效明显。")
    before = source.read_bytes()
    report = Checker([PROBLEMS]).check(read_text(source).text)
    out = tmp_path / "out.docx"
    write_comments(source, out, report, "zh-Hans")
    assert source.read_bytes() == before
    made = docx.Document(str(out))
    assert [paragraph.text for paragraph in made.paragraphs] == ["全市化解民营企业难题87件，成效明显。"]
    (comment,) = list(made.comments)
    assert comment.author == "同心" and "87" in comment.text
    assert [run.text for run in made.paragraphs[0].runs if run.text] == ["全市化解民营企业难题", "87件", "，成效明显。"]
    with pytest.raises(TextRefused):
        write_comments(source, out, report, "zh-Hans")


def archive(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return held.getvalue()


W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "text-empty"),
        (b" \n ", "text-empty"),
        (b"%PDF-1.7 x", "text-is-pdf"),
        (b"\x89PNG\r\n", "text-is-binary"),
        (b"\x00\x01\x02\x03" * 400, "text-is-binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 90, "text-is-old-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "text-has-password"),
        (b"PK\x03\x04 broken", "text-damaged"),
        (archive(xl__workbook_xml=b"<a/>"), "text-is-archive"),
        (archive(word__document_xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + W), "text-has-entities"),
        (archive(word__document_xml=b"<w:document"), "text-damaged"),
        (archive(word__document_xml=W), "text-empty"),
        (archive(word__document_xml=b"<a>" + b" " * (61 * 2**20) + b"</a>"), "text-unfolds"),
        (bytes(range(128, 256)) * 20, "text-encoding"),
    ],
)
def test_what_is_no_text_is_answered_with_one_sentence(tmp_path: Path, data: bytes, key: str) -> None:
    with pytest.raises(TextRefused) as refused:
        read_text(written(tmp_path, "a.docx", data))
    assert refused.value.key == key
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert "a.docx" in refused.value.says(lang) and refused.value.remedy(lang)


def test_a_file_that_is_missing_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TextRefused) as missing:
        read_text(tmp_path / "none.txt")
    assert missing.value.key == "text-not-found"
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50 * 2**20)
    with pytest.raises(TextRefused) as refused:
        read_text(large)
    assert refused.value.key == "text-too-large"


def test_macros_and_outside_references_are_left_alone_and_told(tmp_path: Path) -> None:
    source = word(tmp_path, "化解难题87件。")
    with zipfile.ZipFile(source, "a") as file:
        file.writestr("word/vbaProject.bin", b"macro")
        file.writestr(
            "word/_rels/settings.xml.rels", b'<R TargetMode="External" Target="http://example.invalid/t.dotm"/>'
        )
    text = read_text(source)
    assert "87" in text.text
    assert {one.key for one in text.findings} == {"text-has-macros", "text-has-links"}
