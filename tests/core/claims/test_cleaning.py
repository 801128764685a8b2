"""Damaged copies are read through, and every span points into the text as it was given."""

from hypothesis import given
from hypothesis import strategies as st

from concentric.core.claims.cleaning import clean
from concentric.core.claims.found import find

DAMAGED = "全市統(tǒng)一辦(bàn)理１２０家企業(yè)"


def test_pinyin_behind_its_character_is_dropped_and_names_stay() -> None:
    assert clean(DAMAGED).text == "全市统一办理120家企业"
    assert clean("（王明 李华）").text == "（王明 李华）"
    assert clean("联系(Li Ming)").text == "联系(Li Ming)"


def test_a_span_points_into_the_original() -> None:
    cleaned = clean(DAMAGED)
    (claim,) = find(cleaned).readings
    start, end = cleaned.span(claim.start, claim.end)
    assert DAMAGED[start:end] == "１２０家"


def test_what_was_destroyed_is_marked() -> None:
    gone = "企业发展".encode().decode("gbk", "ignore")
    for text in (f"今年{gone}，好", "共锟斤拷件", "caf\ufffd\ufffd"):
        cleaned = clean(text)
        assert len(cleaned.unreadable) == 1
    assert clean("今年企业发展很好").unreadable == []


@given(st.text(alphabet="全市统(tǒng)一１２0５家企業,.%万 \u200b\n（）", max_size=60))
def test_any_text_is_cleaned_without_losing_its_places(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned.text) == len(cleaned.at)
    for one in find(cleaned).readings:
        start, end = cleaned.span(one.start, one.end)
        assert 0 <= start < end <= len(text)


def test_every_form_is_folded_into_its_own_plain_one() -> None:
    forms = {
        "　": " ",
        "\u00a0": " ",
        "「": "“",
        "」": "”",
        "『": "‘",
        "』": "’",
        "﹪": "%",
        "−": "-",
        "–": "-",
        "￥": "¥",
    }
    for form, plain in {
        **forms,
        "〜": "~",
        "馀": "余",
        "著": "着",
        "圆": "元",
        "￡": "£",
        "％": "%",
        "５": "5",
    }.items():
        assert clean(form).text == plain
    (claim,) = find(clean("合计￥120万。")).readings
    assert (claim.unit, claim.value) == ("CNY", 1_200_000)
    assert find(clean("In 2022–23 we grew")).readings == []


def test_a_line_ends_in_one_character_or_two_and_spans_stay_where_they_are() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        text = f"第一段。{end}😀𠮷结对126個(gè)村，{end}投入3万元。"
        cleaned = clean(text)
        assert cleaned.text.count("\n") == 2
        spans = [cleaned.span(one.start, one.end) for one in find(cleaned).readings]
        assert [text[start:end] for start, end in spans] == ["126個", "3万元"]


def test_a_text_without_an_end_of_sentence_or_number_is_still_read() -> None:
    assert find(clean("一" * 5000)).readings == []
    assert len(find(clean("结对126个村，" * 300)).readings) == 300
