"""Reading a programme book: what is right is kept, what is wrong is named by its line."""

import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.terms.findings import Finding
from concentric.core.terms.words import LANGS
from concentric.register.book import Book, line_map, read_book, shipped, shipped_books
from concentric.register.book.shipped import NoSuchShippedBook

SMALL = """\
[book]
code = "small-town"
title = { zh-Hans = "小城", en = "Small town" }
place = "450222"
period = "2021"
time_zone = "Asia/Shanghai"
currency = "CNY"

[circle.near]
names = { zh-Hans = "近", en = "Near" }
rank = 1
hue = "hz"

[programme.wells]
circle = "near"
names = { zh-Hans = "打井", en = "Wells" }
rank = 1
reach = "wells-dug"
target = "12.5"

[indicator.wells-dug]
name = { zh-Hans = "已打的井", en = "wells dug" }
aliases = { zh-Hans = ["水井"], en = ["new wells"] }
unit = { zh-Hans = "口", en = "wells" }
counts = "commitments"
during = "committed_on"
headline = "confirmed"

[indicator.wells-share]
name = { zh-Hans = "打井比例", en = "share of wells" }
ratio = { numerator = "wells-dug", denominator = "wells-dug" }

[review.zh-Hans]
text = '''
# 水
'''

[review.en]
text = '''
# Water
'''
"""


def good(text: str = SMALL) -> Book:
    book, findings = read_book(text)
    assert findings == []
    assert book is not None
    return book


def complaints(text: str) -> list[tuple[int | None, str]]:
    return [(finding.line, finding.key) for finding in read_book(text)[1]]


def line_of(text: str, piece: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if piece in line)


def with_(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


def test_a_book_without_mistakes_is_kept_whole() -> None:
    book = good()
    assert (book.code, book.place, book.period, book.suppress_below) == ("small-town", "450222", "2021", 0)
    assert book.programmes["wells"].target == Decimal("12.5")
    assert book.indicators["wells-dug"]["aliases"]["en"] == ["new wells"]
    assert book.source == SMALL
    assert [circle.code for circle, _ in book.rings()] == ["near"]


def test_a_byte_order_mark_and_line_ends_of_windows_change_no_line() -> None:
    text = "\ufeff" + with_('hue = "hz"', 'hue = "zz"').replace("\n", "\r\n")
    assert complaints(text) == [(line_of(SMALL, "hue ="), "book-hue")]


def test_the_outline_in_traditional_is_made_from_simplified() -> None:
    book = good(with_("# 水\n", "# 企业与村\n"))
    assert book.outline("zh-Hant").strip() == "# 企業與村"
    assert book.outline("en").strip() == "# Water"


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('place = "450222"', 'place = "柳城"', 'place = "柳城"', "book-place"),
        ('period = "2021"', 'period = "last year"', "period =", "period-unreadable"),
        ("Asia/Shanghai", "Asia/Liuzhou", "time_zone", "book-time-zone"),
        ('currency = "CNY"', 'currency = "CNX"', "currency", "book-currency-near"),
        ('currency = "CNY"', 'curency = "CNY"', "curency", "book-unknown-key-near"),
        ('hue = "hz"', 'hue = "blue"', "hue", "book-hue"),
        ('rank = 1\nhue = "hz"', 'rank = "1"\nhue = "hz"', 'rank = "1"', "book-not-whole"),
        ('circle = "near"', 'circle = "near-by"', "circle =", "book-no-circle-near"),
        ('circle = "near"', 'circle = "quite-elsewhere"', "circle =", "book-no-circle"),
        ('reach = "wells-dug"', 'reach = "wells-dig"', "reach", "book-no-indicator-near"),
        ('target = "12.5"', "target = 12.5", "target", "book-target"),
        ('target = "12.5"', 'target = "0"', "target", "book-target"),
        ('target = "12.5"', 'target = "12.5"\nbase = "wells-dug"', "target", "book-base-and-target"),
        ('reach = "wells-dug"\n', "", "[programme.wells]", "book-no-reach"),
        ('headline = "confirmed"', 'headline = "confirmd"', "headline", "book-headline-near"),
        ('en = "wells dug"', 'fr = "puits"', "puits", "book-missing-language"),
        ('during = "committed_on"\n', "", "[indicator.wells-dug]", "book-no-time"),
        ('during = "committed_on"', 'at_end = ["since"]', "at_end", "book-at-end"),
        ('during = "com', 'distinct = "a"\nsum = "b"\nduring = "com', "sum", "book-distinct-and-sum"),
        ('counts = "commitments"', 'counts = "commitments"\nstatistic = "x"', "[indicator.wells-dug]", "book-one-way"),
        ('denominator = "wells-dug"', 'denominator = "wells-share"', "denominator", "book-ratio-of-ratio"),
        ('ratio = {', 'during = "x"\nratio = {', 'during = "x"', "book-key-of-another"),
        ('en = "share of wells"', 'en = "New Wells"', "New Wells", "book-alias-taken"),
        ("[circle.near]", "[circle.Near]", "[circle.Near]", "book-code"),
        ('code = "small-town"\n', "", "[book]", "book-missing"),
        ("[indicator.wells-share]", "[indikator.x]\n[indicator.wells-share]", "[indikator.x]", "book-unknown-key-near"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_the_line_in_which_it_stands(old: str, new: str, line: str, key: str) -> None:
    text = with_(old, new)
    book, findings = read_book(text)
    assert book is None
    assert (line_of(text, line), key) in [(finding.line, finding.key) for finding in findings]


def test_every_complaint_can_be_said_with_its_remedy_in_every_language() -> None:
    broken = "[book]\ncode = 1\nplaces = 2\n[circle]\na = 1\n[programme.p]\ncircle = 'q'\n[indicator.i]\n[review.xx]\n"
    findings = read_book(broken)[1]
    assert len(findings) > 12
    for finding in findings:
        for lang in LANGS:
            assert finding.says(lang) and finding.remedy(lang)
            assert "\u2068" not in finding.says(lang)


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = with_('hue = "hz"', 'hue = "zz"').replace('circle = "near"', 'circle = "far"').replace("CNY", "XYZ")
    found = complaints(text)
    assert [key for _, key in found] == ["book-currency", "book-hue", "book-no-circle", "book-circle-empty"] or (
        [line for line, _ in found] == sorted(line or 0 for line, _ in found) and len(found) == 4
    )


def test_two_circles_share_neither_rank_nor_hue() -> None:
    twin = '[circle.far]\nnames = { zh-Hans = "远", en = "Far" }\nrank = 1\nhue = "hz"\n\n[programme.wells]'
    assert [key for _, key in complaints(with_("[programme.wells]", twin))] == [
        "book-circle-empty",
        "book-rank-taken",
        "book-hue-taken",
    ]


def test_an_empty_circle_is_a_warning_and_the_book_is_read() -> None:
    more = '[circle.far]\nnames = { zh-Hans = "远", en = "Far" }\nrank = 2\nhue = "tj"\n\n[programme.wells]'
    book, findings = read_book(with_("[programme.wells]", more))
    assert book is not None
    assert [(finding.key, finding.severity) for finding in findings] == [("book-circle-empty", "warning")]


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('a = 1\na = "x', "book-toml-string", 2),
        ("a = 1\na = 2\n", "book-toml-twice", 2),
        ("[a]\nb = 1\n[a]\n", "book-toml-twice", 3),
        ("[book\n", "book-toml-bracket", 1),
        ("a 1\n", "book-toml-equals", 1),
        ("\n\na = \n", "book-toml-value", 3),
        ("a = 5.2万\n", "book-toml-rest", 1),
    ],
)
def test_a_text_that_is_no_toml_is_told_in_words(text: str, key: str, line: int) -> None:
    book, [finding] = read_book(text)
    assert book is None
    assert (finding.key, finding.line) == (key, line)
    assert isinstance(finding, Finding) and finding.says("zh-Hans") and finding.remedy("en")


def test_nested_brackets_and_endless_files_are_refused() -> None:
    assert complaints("a = " + "[" * 5000 + "]" * 5000)[0][1] == "book-too-deep"
    assert complaints("#" * 1_000_001)[0][1] == "book-too-long"


TRICKY = '''\
"quoted.key" = 1
a.b."c d" = [1, 2, # a remark with ] and "
  { x = "}", y = """]""" },
  4]
# [not.a.table]
text = """
[also.not]
k = 1 \\""" still
"""
raw = \'\'\'[[no]]
\'\'\'
[t]
"é" = \'it\'
[[list]]
k = 1
[list.sub]
m = 2
[[list]]
k = { deep = { deeper = 3 } }
'''


def test_lines_are_found_through_strings_lists_and_inline_tables() -> None:
    lines = line_map(TRICKY)
    assert lines["quoted.key",] == 1
    assert lines["a", "b", "c d"] == 2
    assert lines["a", "b", "c d", 2, "y"] == 3
    assert lines["a", "b", "c d", 3] == 4
    assert lines["text",] == 6
    assert lines["raw",] == 10
    assert lines["t", "é"] == 13
    assert lines["list", 0, "k"] == 15
    assert lines["list", 0, "sub", "m"] == 17
    assert lines["list", 1, "k", "deep", "deeper"] == 19
    assert ("also", "not") not in lines and ("not", "a", "table") not in lines


def test_an_unknown_path_falls_back_to_the_table_around_it() -> None:
    lines = line_map("[a.b]\nc = 1\n")
    assert lines["a", "b", "missing", 3] == 1
    assert lines["elsewhere",] == 1


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        found += [one for key, item in value.items() for one in paths(item, (*path, key))]
    elif isinstance(value, list):
        found += [one for n, item in enumerate(value) for one in paths(item, (*path, n))]
    return found


KEYS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=6)
STRINGS = st.text(st.sampled_from("ab\"'[]{}#=,\\\n\t é村"), max_size=8)
VALUES = st.recursive(
    st.one_of(st.integers(-9, 9), st.booleans(), STRINGS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def written(value: Any) -> str:
    """TOML of a value; lists break their lines, so that items stand in lines of their own."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[\n" + ",\n".join(written(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{quoted(key)} = {written(item)}" for key, item in value.items()) + " }"
    return str(value)


def quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{plain}"'


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, max_size=3), min_size=1, max_size=3))
def test_every_key_that_the_parser_finds_has_a_line_and_its_key_stands_there(data: dict[str, dict[str, Any]]) -> None:
    parts = []
    for name, table in data.items():
        parts.append(f"[{quoted(name)}]")
        parts += [f"{quoted(key)} = {written(value)}" for key, value in table.items()]
    text = "\n".join(parts) + "\n"
    assert tomllib.loads(text) == data
    lines, rows = line_map(text), text.split("\n")
    for path in paths(data):
        assert path in lines
        if isinstance(path[-1], str):
            assert quoted(path[-1]) in rows[lines[path] - 1]


def test_the_books_that_come_with_the_program_have_no_mistake_and_bear_their_own_names() -> None:
    assert shipped_books()
    for code in shipped_books():
        assert good(shipped(code)).code == code


def test_the_example_names_every_indicator_and_two_more_words_for_it_in_both_languages() -> None:
    book = good(shipped("city"))
    assert len(book.indicators) >= 60
    for code, spec in book.indicators.items():
        for lang in ("zh-Hans", "en"):
            assert spec["definition"][lang], code
            assert len(spec["aliases"][lang]) >= 2, code


def test_a_book_that_does_not_come_with_the_program_is_refused_with_those_that_do() -> None:
    with pytest.raises(NoSuchShippedBook) as refused:
        shipped("../city")
    assert "city" in refused.value.says("en")
