"""Letters of a run: one to each side, in words without points, only once there is a proposal."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from tests.match.town import DAY, Town, book, build

from concentric.core.terms.words import LANGS
from concentric.exchange.letters.proposals import NothingProposed, letters, write_letters, zipped
from concentric.exchange.letters.writing import write_letter
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
        with zipfile.ZipFile(BytesIO(zipped(run, book(), lang))) as archive:
            assert all(words in text(archive.read(name)) for name in archive.namelist())
