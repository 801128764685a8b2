"""The text of a review: what is read, what is reported, and that nothing else ever changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.terms.words import LANGS
from concentric.prove.manuscript import Number, Reference, Text, Unbound, bind, parse

SOURCE = """\
# 三个圈，一年账
——示例市伙伴计划 2021 年度述评

全年共有 {{ figure "villages-paired" }} 个村结对，名册内
共 {{ figure "villages-paired" of="denominator" }} 个村。

## 合作
### 城中区
受方确认 {{ figure "villages-paired" rung="confirmed" place="450202" style="plain" }} 个村。
> 注：数字为初步核算数，
> 四舍五入。

——示例市协调办公室
2022年1月28日
"""


def keys(source: str, lang: str = "zh-Hans") -> list[tuple[str, int | None]]:
    return [(finding.key, finding.line) for finding in parse("# 题\n" + source, lang).findings]


def test_every_kind_of_block_is_read_with_its_line() -> None:
    manuscript = parse(SOURCE)
    assert [(block.kind, block.line) for block in manuscript.blocks] == [
        ("title", 1),
        ("subtitle", 2),
        ("paragraph", 4),
        ("heading", 7),
        ("subheading", 8),
        ("paragraph", 9),
        ("note", 10),
        ("byline", 13),
        ("byline", 14),
    ]
    assert manuscript.findings == ()
    assert manuscript.first("title") == "三个圈，一年账"
    assert manuscript.first("note") == "注：数字为初步核算数，四舍五入。"


def test_numbers_are_counted_and_references_are_kept_once() -> None:
    manuscript = parse(SOURCE + '\n再说一遍，{{ figure "villages-paired" }} 个村。')
    assert [number.n for number in manuscript.numbers()] == [1, 2, 3, 4]
    assert manuscript.references() == (
        Reference("villages-paired"),
        Reference("villages-paired", of="denominator"),
        Reference("villages-paired", style="plain", rung="confirmed", place="450202"),
    )


def test_binding_fills_every_number_and_leaves_the_words() -> None:
    manuscript = parse(SOURCE)
    shown = {reference: str(n) for n, reference in enumerate(manuscript.references(), 126)}
    bound = bind(manuscript, shown)
    assert bound.blocks[2].text == "全年共有126个村结对，名册内共127个村。"
    assert [block.kind for block in bound.blocks] == [block.kind for block in manuscript.blocks]


def test_a_number_without_a_value_is_refused_by_name() -> None:
    with pytest.raises(Unbound) as refused:
        bind(parse(SOURCE), {Reference("villages-paired"): "126"})
    assert 'figure "villages-paired" of="denominator"' in refused.value.says("en")


def test_english_words_keep_the_space_where_lines_join() -> None:
    manuscript = parse('# T\nIn the year\n{{ figure "a" }} villages\nwere paired.', "en")
    assert bind(manuscript, {Reference("a"): "126"}).blocks[1].text == "In the year 126 villages were paired."


@pytest.mark.parametrize(
    ("source", "key", "line"),
    [
        ('{{ picture "a" }}', "manuscript-tag", 2),
        ("第一行\n第二行 {{ figure villages }}", "manuscript-tag", 3),
        ("{{ }}", "manuscript-tag", 2),
        ('{{ figure "a" colour="red" }}', "manuscript-option", 2),
        ('{{ figure "a" rung="great" }}', "manuscript-option-value", 2),
        ('{{ figure "a" place="柳城" }}', "manuscript-option-value", 2),
        ('文字\n\n{{ figure "a"\n\n文字', "manuscript-braces", 4),
        ("多出来的 }} 括号", "manuscript-braces", 2),
        ("甲\n乙 {% if x %}", "manuscript-braces", 3),
        ("甲\n<script>alert(1)</script>", "manuscript-markup", 3),
    ],
)
def test_what_cannot_be_read_is_reported_on_its_line_and_stays_in_the_text(source: str, key: str, line: int) -> None:
    assert (key, line) in keys(source)
    text = "".join(block.text for block in parse("# 题\n" + source).blocks)
    assert re.sub(r"\s", "", text) == "题" + re.sub(r"\s", "", source)


def test_curly_quotes_from_an_office_program_are_read_as_straight_ones() -> None:
    assert parse("# 题\n{{ figure “villages-paired” rung=“reported” }}").references() == (
        Reference("villages-paired", rung="reported"),
    )


def test_a_text_without_a_title_is_warned_about() -> None:
    assert [(f.key, f.severity) for f in parse("只有一段。").findings] == [("manuscript-no-title", "warning")]


@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_says_what_is_wrong_and_what_to_do(lang: str) -> None:
    source = '{{ chart }} {{ figure "a" x="1" }} {{ figure "a" of="b" }} {{ <b>'
    found = parse(source, lang).findings
    assert {finding.key for finding in found} >= {
        "manuscript-no-title",
        "manuscript-tag",
        "manuscript-option",
        "manuscript-option-value",
        "manuscript-braces",
        "manuscript-markup",
    }
    for finding in found:
        assert finding.says(lang) and finding.remedy(lang) and finding.where(lang)


@given(st.text(st.sampled_from('甲a {}%"<>#-—\n=figure'), max_size=80))
def test_reading_never_fails_and_never_loses_a_character(source: str) -> None:
    manuscript = parse(source)
    for block in manuscript.blocks:
        assert all(isinstance(run, Text | Number) for run in block.runs)
    printed = "".join(run.text for block in manuscript.blocks for run in block.runs if isinstance(run, Text))
    marks = re.sub(r'\{\{\s*figure\s+"[a-z0-9][a-z0-9-]*"\s*\}\}', "", source)
    wanted = "".join(re.sub(r"^\s*(?:#{1,3} |> |——|--|—|-{3,}$)", "", line) for line in marks.splitlines())
    assert re.sub(r"[\s-]", "", printed).count("甲") == wanted.count("甲")
