"""A review that was edited in Word comes back: numbers stay bound, changes are shown, hostile files are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx import Document
from docx.document import Document as Doc
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from tests.prove.charted import CHARTED
from tests.prove.charted import TEXT as CHARTED_TEXT
from tests.prove.town import Town

from concentric.config.commands import review as command
from concentric.core.terms.findings import Refused
from concentric.exchange.manuscripts import Read, Source, keywords_of, read_document
from concentric.exchange.manuscripts.changes import Change, changes_between, shown
from concentric.exchange.manuscripts.guards import LARGEST_PART
from concentric.exchange.word import Drawing, Facts, write_review
from concentric.exchange.word.numbers import reference_of
from concentric.ledger.actor import Actor
from concentric.prove.book import adopt_book, current_book
from concentric.prove.manuscript import Reference
from concentric.prove.reviews import freeze

LONG = "recipient_kind = 'village' AND nature = 'welfare' AND firmness = 'signed'"
TEXT = f"""# 三个圈
——2021 年度述评

全年 {{{{ figure "villages" }}}} 个村结对，
名册内 {{{{ figure "villages" of="denominator" }}}} 个，{{{{ change "villages" }}}}。

## 合作

认捐 {{{{ figure "money" rung="pledged" }}}}，给村的 {{{{ figure "money" where="{LONG}" }}}}。

{{{{ chart "stream" }}}}

### 城中区

这一段没有数字。

> 注：初步核算数。

——协调办公室
"""
SHOWN = {
    Reference("villages"): "126",
    Reference("villages", of="denominator"): "139",
    Reference("villages", what="change"): "比上年增长 8.5%",
    Reference("money", rung="pledged"): "1,068 万元",
    Reference("money", where=LONG): "12 万元",
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="608" height="20"><rect width="20" height="20"/></svg>'


@pytest.fixture
def source() -> Source:
    """A text with every kind of block and of reference."""
    return Source("town.1", TEXT, "zh-Hans", SHOWN)


@pytest.fixture
def edited(source: Source, tmp_path: Path) -> Callable[..., Read]:
    """Write the text to Word, let an editor work on it, read it back."""

    def edit(work: Callable[[Doc], None] = lambda document: None, against: Source | None = source) -> Read:
        path = tmp_path / "review.docx"
        write_review(
            source.manuscript,
            picture_svg="",
            facts=Facts(1, "ab", "今天"),
            appendix=(),
            lang="zh-Hans",
            target=path,
            charts={"stream": Drawing(SVG, "图题", "一句话。", "附注")},
            source=source.name,
        )
        document = Document(str(path))
        work(document)
        document.save(str(path))
        return read_document(path, against)

    return edit


def paragraph(document: Doc, start: str) -> Any:
    return next(one for one in document.paragraphs if "".join(one._p.itertext()).startswith(start))


def controls(document: Doc) -> list[Any]:
    return list(document.element.body.iter(qn("w:sdt")))


def keys(read: Read) -> list[str]:
    return [finding.key for finding in read.findings]


def told(read: Read) -> list[str]:
    return [f"{change.how} {shown(change)}" for change in read.changes]


def test_an_untouched_document_gives_back_its_text_to_the_letter(edited: Callable[..., Read]) -> None:
    read = edited()
    assert read.text.replace("\n", "") == TEXT.replace("\n", "")
    assert (read.changes, read.findings, read.numbers) == ((), (), 5)


def test_a_document_says_what_it_was_written_from(edited: Callable[..., Read], tmp_path: Path) -> None:
    edited()
    assert keywords_of(tmp_path / "review.docx") == "town.1"


def test_edited_words_are_shown_and_their_numbers_stay_bound(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        one = paragraph(document, "全年")
        one.runs[0].text = "2021 年全年共有 "
        document.paragraphs[0].insert_paragraph_before("新加的一段", style="Concentric paragraph")
        gone = paragraph(document, "这一段")._p
        gone.getparent().remove(gone)

    read = edited(work)
    assert '2021 年全年共有 {{ figure "villages" }} 个村结对' in read.text
    assert read.findings == () and read.numbers == 5
    assert told(read) == [
        "added [+新加的一段+]",
        "changed [+2021年+]全年[+共有+]126个村结对，名册内139个，比上年增长8.5%。",
        "removed [-这一段没有数字。-]",
    ]


def test_a_number_that_was_typed_over_keeps_its_reference_and_is_told(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        next(controls(document)[0].iter(qn("w:t"))).text = "130"
        for text in list(controls(document)[3].iter(qn("w:t"))):
            text.text = ""

    read = edited(work)
    assert '全年 {{ figure "villages" }} 个村' in read.text and '{{ figure "money" rung="pledged" }}' in read.text
    assert keys(read) == ["document-number-typed", "document-number-emptied"]
    assert "“126”被手改成“130”" in read.findings[0].says("zh-Hans")
    assert 'figure "villages"' in read.findings[0].remedy("en")


def test_white_space_and_wide_digits_are_no_change_of_a_number(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        next(controls(document)[3].iter(qn("w:t"))).text = "１,068\u00a0万元"

    assert keys(edited(work)) == []


def test_a_number_whose_control_an_editor_dropped_is_known_by_its_bookmark(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        for control in controls(document):
            for run in control.find(qn("w:sdtContent")):
                control.addprevious(run)
            control.getparent().remove(control)

    read = edited(work)
    assert (read.numbers, read.findings, read.changes) == (5, (), ())
    assert f'{{{{ figure "money" where="{LONG}" }}}}' in read.text


def test_text_typed_right_beside_a_number_is_no_part_of_it(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        made = OxmlElement("w:r")
        words = OxmlElement("w:t")
        words.text = "多"
        made.append(words)
        controls(document)[0].addnext(made)

    read = edited(work)
    assert '{{ figure "villages" }} 多个村' in read.text and read.findings == ()


def test_a_number_retyped_as_plain_text_is_told_with_its_reference(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        one = paragraph(document, "全年")._p
        for child in list(one):
            if child.tag != qn("w:pPr"):
                one.remove(child)
        made = parse_xml(f"<w:r {nsdecls('w')}><w:t>全年 126 个村结对，名册内有好些村。</w:t></w:r>")
        one.append(made)

    read = edited(work)
    assert sorted(keys(read)) == ["document-number-gone", "document-number-gone", "document-number-loose"]
    [loose] = [finding for finding in read.findings if finding.key == "document-number-loose"]
    assert loose.severity == "error" and loose.args["reference"] == 'figure "villages"'


def test_a_reference_typed_in_word_becomes_a_number(edited: Callable[..., Read]) -> None:
    read = edited(lambda document: paragraph(document, "这一段").add_run("另有 {{ figure “money” }}。") and None)
    assert "另有 {{ figure “money” }}。" in read.text


def test_tracked_changes_count_as_accepted(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        one = paragraph(document, "这一段")._p
        run = one.find(qn("w:r"))
        run.addprevious(parse_xml(f"<w:ins {nsdecls('w')} w:id='9' w:author='x'><w:r><w:t>补充：</w:t></w:r></w:ins>"))
        gone = "<w:del %s w:id='8' w:author='x'><w:r><w:delText>不要</w:delText></w:r></w:del>"
        run.addnext(parse_xml(gone % nsdecls("w")))

    assert told(edited(work)) == ["changed [+补充：+]这一段没有数字。"]


def test_what_a_review_cannot_hold_is_told_and_left_out(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        table = document.add_table(1, 1)
        table.cell(0, 0).text = "表里的字"
        document.paragraphs[0]._p.addprevious(table._tbl)
        run = paragraph(document, "这一段").add_run()
        run._r.append(parse_xml(f"<w:footnoteReference {nsdecls('w')} w:id='1'/>"))
        run._r.append(parse_xml(f"<w:pict {nsdecls('w')}><w:t>藏</w:t></w:pict>"))

    read = edited(work)
    assert keys(read) == ["document-footnotes", "document-objects", "document-tables"]
    assert {finding.severity for finding in read.findings} == {"warning"}
    assert "表里的字" not in read.text and "藏" not in read.text


def test_a_chart_is_known_by_its_picture_and_its_caption_is_no_paragraph(edited: Callable[..., Read]) -> None:
    def work(document: Doc) -> None:
        for drawn in document.element.body.iter(qn("wp:docPr")):
            drawn.set("name", "图片 1")
        for one in document.paragraphs:
            if one.text.startswith("图题"):
                one.style = document.styles["Normal"]

    read = edited(work)
    assert '\n{{ chart "stream" }}\n' in read.text and read.changes == ()


def test_a_new_paragraph_of_any_style_is_text_and_a_style_made_from_another_is_as_that(
    edited: Callable[..., Read],
) -> None:
    def work(document: Doc) -> None:
        style = document.styles.add_style("Mine", 1)
        style.base_style = document.styles["Heading 1"]
        paragraph(document, "这一段").style = style

    assert told(edited(work)) == ["restyled 这一段没有数字。"]


def test_without_its_source_a_document_is_read_but_not_compared(edited: Callable[..., Read]) -> None:
    read = edited(against=None)
    assert '{{ figure "villages" }}' in read.text and '{{ change "villages" }}' in read.text
    assert keys(read) == ["document-no-source"] and read.changes == ()
    assert read.numbers == 4  # a reference too long for a tag is known by its source only


@pytest.mark.parametrize("tag", ["", "#3", "Title 1", "a;b=c", 'x" rung="verified', "a;rung=loud", "标签"])
def test_a_control_of_somebody_else_is_no_number(tag: str) -> None:
    assert reference_of(tag) is None


def packed(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


BODY = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{}</w:body></w:document>"
BOMB = "<!DOCTYPE a [<!ENTITY b 'cc'><!ENTITY d '&b;&b;'>]>" + BODY.format("<w:p><w:r><w:t>&d;</w:t></w:r></w:p>")
OUTSIDE = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + BODY.format("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
DEEP = BODY.format("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)
BLANKS = b" " * (LARGEST_PART + 5)
HOSTILE = {
    "empty": (b"", "file-empty"),
    "text": (b"hello", "document-other"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "document-old"),
    "torn": (packed({"[Content_Types].xml": b"", "word/document.xml": b"x" * 999})[:200], "file-damaged"),
    "workbook": (packed({"[Content_Types].xml": b"", "xl/workbook.xml": b"<a/>"}), "document-other"),
    "archive": (packed({"a.txt": b"hello"}), "document-other"),
    "entities": (packed({"[Content_Types].xml": b"", "word/document.xml": BOMB.encode()}), "document-entities"),
    "outside": (packed({"[Content_Types].xml": b"", "word/document.xml": OUTSIDE.encode()}), "document-entities"),
    "relations": (
        packed({"[Content_Types].xml": b"", "_rels/.rels": b'Target="a"' * 400_000, "word/document.xml": b"<a"}),
        "file-damaged",
    ),
    "broken": (packed({"[Content_Types].xml": b"", "word/document.xml": b"<w:document>"}), "file-damaged"),
    "deep": (packed({"[Content_Types].xml": b"", "word/document.xml": DEEP.encode()}), "file-damaged"),
    "unfolds": (
        packed({"[Content_Types].xml": b"", "word/document.xml": b" " * (LARGEST_PART + 5)}),
        "document-unfolds",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_honest_document_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    content, key = HOSTILE[name]
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_document(path, None)
    assert refused.value.key == key
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert "x.docx" in refused.value.says(lang) and refused.value.remedy(lang)


def test_changes_keep_the_order_and_pair_what_is_alike() -> None:
    old = [("paragraph", text) for text in ("甲乙丙丁戊己", "子丑寅卯辰巳", "不动")]
    new = [("paragraph", text) for text in ("甲乙丙丁戊庚", "全新的文字写在此", "不动")]
    found = changes_between(old, new)
    assert [(change.how, change.n) for change in found] == [("changed", 1), ("added", 2), ("removed", 2)]
    assert shown(found[0]) == "甲乙丙丁戊[-己-][+庚+]"
    assert isinstance(found[0], Change)


def test_a_paragraph_that_stands_elsewhere_word_for_word_was_moved() -> None:
    old = [("paragraph", text) for text in ("头一段说村", "第二段说钱", "末一段说路")]
    new = [old[2], old[0], old[1]]
    [moved] = changes_between(old, new)
    assert (moved.how, moved.n, shown(moved)) == ("moved", 1, "末一段说路")
    twice = changes_between(old, [old[2], old[0], old[1], old[2]])
    assert [change.how for change in twice] == ["added"]


def test_an_edition_goes_out_to_word_comes_back_edited_and_is_frozen_again(office: Actor, tmp_path: Path) -> None:
    town = Town(office)
    adopt_book(office, CHARTED)
    town.pledge("c1", "100000")
    edition = freeze(office, current_book()[0], "zh-Hans", text=CHARTED_TEXT)
    out, back = tmp_path / "out.docx", tmp_path / "back.md"
    run = CliRunner()
    assert run.invoke(command.command, ["word", edition.number, str(out)], standalone_mode=False).return_value == 0
    document = Document(str(out))
    paragraph(document, "到账").runs[0].text = "全年到账"
    document.save(str(out))
    done = run.invoke(command.command, ["read", str(out), "--out", str(back), "--lang", "en"], standalone_mode=False)
    assert done.return_value == 0 and "Paragraph 2 changed: [+全年+]到账" in done.output
    frozen = freeze(office, current_book()[0], "zh-Hans", text=back.read_text(encoding="utf-8"))
    assert frozen.n == 2 and len(frozen.figures) == len(edition.figures)

    hant = tmp_path / "hant.docx"
    assert run.invoke(command.command, ["word", edition.number, str(hant), "--lang", "zh-Hant"]).exit_code == 0
    document = Document(str(hant))
    assert "到帳" in paragraph(document, "到帳").text and "本文以簡體字定稿" in document.paragraphs[-1].text
    document.save(str(hant))
    done = run.invoke(command.command, ["read", str(hant), "--lang", "zh-Hans"], standalone_mode=False)
    assert "完全相同" in done.output and done.return_value == 0

    draft = tmp_path / "draft.docx"
    done = run.invoke(command.command, ["draft", "--out", str(draft), "--lang", "zh-Hans"], standalone_mode=False)
    assert done.return_value == 0 and keywords_of(draft).startswith("draft-")
    done = run.invoke(command.command, ["draft", str(back), "--out", str(draft)], standalone_mode=False)
    assert done.return_value == 0
    back.write_text('# T\n\n{{ figure "nothing-at-all" }}', encoding="utf-8")
    done = run.invoke(command.command, ["draft", str(back), "--out", str(tmp_path / "no.docx")], standalone_mode=False)
    assert done.return_value == 1 and not (tmp_path / "no.docx").exists()
    done = run.invoke(command.command, ["read", str(draft), "--lang", "zh-Hans"], standalone_mode=False)
    assert "完全相同" in done.output and done.return_value == 0
