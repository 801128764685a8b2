"""A book proposed from an old review: its outline, its author's words, and what the base book lacks."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from concentric.config.cli import concentric
from concentric.exchange.proposing.proposal import propose
from concentric.prove.book import check_book
from concentric.prove.manuscript import parse
from concentric.register.book import Book, read_book
from concentric.register.book.shipped import shipped

REVIEW = """某市伙伴计划年度述评

一、结对到村

一年来，全市98家商会和企业与104个村结成对子，民营企业家认捐超800万元。

二、服务到企

新登记市场主体3.1万户，全市苗圃培育新品种37个。某市列为第九批示范城市。
"""


@pytest.fixture(scope="module")
def base() -> Book:
    book, _ = read_book(shipped("city"))
    assert book is not None
    return book


def test_known_numbers_become_references_and_the_others_new_indicators(base: Book) -> None:
    found = propose([REVIEW], base)
    assert {one.code for one in found.known} >= {"supporters-paired", "villages-paired", "new-market-entities"}
    (new,) = [one for one in found.new if one.quoted.startswith("37")]
    assert "苗圃" in new.phrase
    outline = found.outlines["zh-Hans"]
    assert outline.startswith("# 某市伙伴计划年度述评\n") and "## 结对到村" in outline
    assert '{{ figure "villages-paired" }}个' in outline and "第九批" in outline
    assert not any(number in outline for number in ("98", "104", "800", "3.1", "37"))


def test_what_is_proposed_is_a_sound_book(base: Book) -> None:
    found = propose([REVIEW], base)
    assert [finding for finding in check_book(found.toml) if finding.severity == "error"] == []
    parsed = tomllib.loads(found.toml)
    taught = {alias for spec in parsed["indicator"].values() for alias in spec.get("aliases", {}).get("zh-Hans", [])}
    assert any("结成对子" in alias for alias in taught)
    references = {ref.figure for ref in parse(parsed["review"]["zh-Hans"]["text"]).references()}
    assert references <= set(parsed["indicator"])


def test_braces_in_a_text_are_no_references(base: Book) -> None:
    found = propose(['标题\n\n这里有 {{ figure "no-such" }} 和 {% if %}。\n'], base)
    assert found.known == found.new == [] and check_book(found.toml) is not None
    assert "{{" not in found.outlines["zh-Hans"]


def test_the_command_writes_the_book_and_tells_what_it_took(tmp_path: Path) -> None:
    old, out = tmp_path / "old.txt", tmp_path / "book.toml"
    old.write_bytes(REVIEW.encode("gb18030"))
    result = CliRunner().invoke(
        concentric, ["book", "propose", str(old), "--out", str(out), "--lang", "zh-Hans"], standalone_mode=False
    )
    assert result.exception is None and result.return_value == 0, result.output
    assert "villages-paired" in result.output and "新指标" in result.output
    assert tomllib.loads(out.read_text("utf-8"))["book"]["code"] == "city"
