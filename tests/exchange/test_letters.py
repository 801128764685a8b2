"""Letters of a run: one to each side, in words without points, only once there is a proposal."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from tests.match.town import DAY, Town, book, build

from concentric.core.terms.words import LANGS
from concentric.exchange.letters.proposals import NothingProposed, letters, write_letters, zipped
from concentric.exchange.letters.writing import Letter, write_letter
from concentric.ledger.actor import Actor
from concentric.match import runs
from concentric.match.approving import approve
from concentric.match.models import Run


def run_in(town: Town) -> Run:
    return runs.keep(town.office, runs.find(runs.ask(book(), town.office, "villages", DAY)))


def text(docx: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(docx)).paragraphs)


def test_both_sides_of_each_proposal_get_a_letter_that_says_why(office: Actor, tmp_path: Path) -> None:
    town = build(office)
    run = run_in(town)
    with pytest.raises(NothingProposed) as refused:
        list(letters(run, book(), "en"))
    assert all(refused.value.says(lang) and refused.value.remedy(lang) for lang in LANGS)
    approve(office, run, DAY)
    made = {letter.file: letter for letter in letters(run, book(), "zh-Hans")}
    assert len(made) == 8
    said = {file: text(write_letter(letter)) for file, letter in made.items()}
    mine = next(one for one in said.values() if one.splitlines()[2] == "V1单位：")
    assert "提议贵单位与S1单位结对，由对方提供帮扶" in mine and "（产业）；双方同在一县" in mine
    assert "协调办公室" in mine and "2021年3月1日" in mine and "示例数据" in mine and "分" not in mine
    assert sum("由贵单位提供帮扶" in one for one in said.values()) == 4
    assert write_letters(run, book(), "en", tmp_path / "out") == 8
    assert len(list((tmp_path / "out").glob("villages-2021-1-00?-recipient.docx"))) == 4
    for lang, words in (("zh-Hant", "提議貴單位與"), ("en", "we propose that you work together")):
        pieces = list(zipped(run, book(), lang))
        assert len(pieces) == 9 and pieces == list(zipped(run, book(), lang)), "always the same bytes"
        with zipfile.ZipFile(BytesIO(b"".join(pieces))) as archive:
            assert archive.testzip() is None and len(archive.namelist()) == 8
            assert all(words in text(archive.read(name)) for name in archive.namelist())


def test_what_a_letter_says_is_text_whatever_it_holds() -> None:
    letter = Letter("1", "zh-Hans", "甲 & 乙 <函>", "致\x07丙\n：", ["一 ]]> 二"], "办公室", DAY)
    document = Document(BytesIO(write_letter(letter)))
    assert [each.text for each in document.paragraphs] == [
        "甲 & 乙 <函>", "", "致丙 ：", "一 ]]> 二", "办公室", "2021年3月1日",
    ]  # fmt: skip
    assert document.core_properties.title == "甲 & 乙 <函>" and document.core_properties.author == "办公室"
    assert document.paragraphs[2].paragraph_format.first_line_indent == 0
    assert write_letter(letter) == write_letter(letter) != write_letter(replace(letter, note="示例"))


def test_a_search_that_was_stopped_does_not_call_itself_the_best(office: Actor) -> None:
    run = run_in(build(office))
    approve(office, run, DAY)
    run.gap = 7
    said = {lang: text(write_letter(next(iter(letters(run, book(), lang))))) for lang in LANGS}
    assert "没有更好的配法" not in said["zh-Hans"] and "no pairing is better" not in said["en"]


def test_whoever_was_set_by_hand_is_told_so_and_nobody_is_zero_kilometres_apart(office: Actor) -> None:
    build(office)
    asked = runs.ask(book(), office, "villages", DAY, pinned=(("S1", "V3"),), changed={"same_county": 0})
    run = runs.keep(office, runs.find(asked))
    approve(office, run, DAY)
    said = [" ".join(letter.paragraphs) for letter in letters(run, book(), "en")]
    by_hand = [one for one in said if "The office chose this pair itself" in one]
    assert len(by_hand) == 2 and all("no pairing is better" not in one for one in by_hand)
    assert not any("about 0 km" in one for one in said) and any("less than one kilometre apart" in one for one in said)
