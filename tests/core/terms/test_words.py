import timeit
from decimal import Decimal

import pytest

from concentric.core.terms.words import LANGS, _bundle, _pattern, languages, negotiate, say


def test_a_key_without_words_is_named_together_with_the_language() -> None:
    with pytest.raises(KeyError, match="no words for 'no-such-key' in 'en'"):
        say("no-such-key", "en")
    with pytest.raises(KeyError, match="no language 'fr'"):
        say("terms-where-joint", "fr")


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_variable_raises_and_never_shows_its_name(lang: str) -> None:
    with pytest.raises(ValueError, match="value"):
        say("terms-where-row", lang)


def test_whole_numbers_are_grouped_and_text_is_left_alone() -> None:
    assert say("terms-where-row", "en", value=12000) == "row 12,000"
    assert say("terms-where-row", "en", value="2021") == "row 2021"


def test_a_decimal_is_written_with_all_its_digits() -> None:
    assert say("terms-where-row", "en", value=Decimal("1234567.8901")) == "row 1,234,567.8901"


@pytest.mark.parametrize("value", [1.5, True, None, b"x"])
def test_a_value_that_could_be_shown_wrongly_is_a_type_error(value: object) -> None:
    with pytest.raises(TypeError):
        say("terms-where-row", "en", value=value)  # type: ignore[arg-type]


def test_english_plurals_follow_the_number() -> None:
    assert say("code-uscc-length", "en", code="9", length=1).endswith("1 character.")
    assert say("code-uscc-length", "en", code="91", length=2).endswith("2 characters.")


def test_traditional_is_made_from_simplified_but_quoted_text_stays_as_in_the_file() -> None:
    assert say("terms-where-sheet", "zh-Hant", value="项目") == "工作表「项目」"
    assert say("terms-where-cell", "zh-Hant", value="C7") == "儲存格 C7"


def test_every_language_is_offered_by_its_own_name() -> None:
    assert languages() == {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", "zh-Hans"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh-TW,zh;q=0.9", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("en-GB,en;q=0.9", "en"),
        ("en;q=0.5, zh-Hant;q=0.7", "zh-Hant"),
        ("de,fr;q=0.8,en;q=0.2", "en"),
        ("de", "zh-Hans"),
        ("en;q=0", "zh-Hans"),
        ("en;q=abc,,;;zh-tw", "zh-Hans"),
    ],
)
def test_the_browser_wish_is_met_as_far_as_it_can_be(header: str, lang: str) -> None:
    assert negotiate(header) == lang


@pytest.mark.parametrize("lang", LANGS)
def test_a_warm_sentence_costs_microseconds(lang: str) -> None:
    say("terms-where-row", lang, value=12000)
    best = min(timeit.repeat(lambda: say("terms-where-row", lang, value=12000), number=500, repeat=5)) / 500
    assert best < 60e-6  # about 8 on an idle machine; the bound leaves room for a busy one
    assert _pattern.cache_info().hits and _bundle.cache_info().currsize


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("length", [200, 201, 2_500, 2_501, 40_000])
def test_a_value_may_be_as_long_as_it_is(lang: str, length: int) -> None:
    names = "、".join(["三江侗族自治县"] * (length // 8 + 1))[:length]
    assert names in say("terms-where-sheet", lang, value=names)
    assert names in say("asked-message", lang, count=length, names=names)
