"""How a figure is printed: exact, in the reader's language, never zero for what is unknown."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.prove.town import BOOK

from concentric.core.terms.words import LANGS
from concentric.prove.figures import Figure
from concentric.prove.manuscript import Reference
from concentric.prove.shown import Quantity, guarded, quantity, show, show_percent, show_reach, with_unit
from concentric.register.book import Book, read_book


def book() -> Book:
    found, _ = read_book(BOOK)
    assert found is not None
    return found


def figure(code: str, **changes: Any) -> Figure:
    held: dict[str, Any] = {
        "state": "value",
        "value": Decimal(1),
        "unit": "",
        "strength": "confirmed",
        "rungs": {},
        "numerator": None,
        "denominator": None,
        "row_count": 1,
        "period": "2021",
        "place": "450222",
        "position": 9,
    }
    return Figure(code=code, **(held | changes))


def number(value: str | None, unit: str = "", decimals: int = 0) -> Quantity:
    return Quantity(None if value is None else Decimal(value), "unknown" if value is None else "value", unit, decimals)


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        ("120", "", "120", "120"),
        ("0", "", "0", "0"),
        ("52000", "", "5.2 万", "52,000"),
        ("12345", "", "12,345", "12,345"),
        ("10680000", "CNY", "1,068 万元", "CNY 10.68 million"),
        ("0", "CNY", "0 元", "CNY 0"),
        ("90.6474820143", "%", "90.6%", "90.6%"),
        (None, "", "—（未知）", "— (unknown)"),
        (None, "CNY", "—（未知）", "— (unknown)"),
    ],
)
def test_a_number_is_printed_as_people_write_it(value: str | None, unit: str, chinese: str, english: str) -> None:
    one = number(value, unit, 1 if unit == "%" else 0)
    assert show(one, "zh-Hans") == chinese
    assert show(one, "en") == english


def test_the_plain_style_keeps_all_digits() -> None:
    assert show(number("52000"), "zh-Hans", style="plain") == "52,000"


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        ("10680000", "CNY", "超 1,000 万元", "more than CNY 10 million"),
        ("10000000", "CNY", "1,000 万元", "CNY 10 million"),
        ("126", "", "超 100", "more than 100"),
        ("52340", "", "超 5 万", "more than 50,000"),
        ("0", "CNY", "0 元", "CNY 0"),
        ("90.6", "%", "90.6%", "90.6%"),
    ],
)
def test_a_lead_may_round_down_to_one_digit_and_says_so(value: str, unit: str, chinese: str, english: str) -> None:
    one = number(value, unit, 1 if unit == "%" else 0)
    assert show(one, "zh-Hans", style="over") == chinese
    assert show(one, "en", style="over") == english


def test_what_does_not_apply_is_not_called_unknown() -> None:
    assert show(Quantity(None, "not_applicable"), "zh-Hans") == "不适用"
    assert show(Quantity(None, "not_applicable", "%"), "zh-Hant") == "不適用"


@given(st.sampled_from(["unknown", "not_applicable", "suppressed"]), st.sampled_from(["", "%", "CNY"]))
def test_nothing_without_a_value_is_ever_printed_with_a_zero(state: Any, unit: str) -> None:
    for lang in LANGS:
        assert "0" not in show(Quantity(None, state, unit), lang, below=5)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("100", "100%"), ("99.96", "99.96%"), ("99.999", "99.999%"), ("0.04", "0.04%"), ("0", "0%"), ("50", "50%"),
     ("37.957", "38.0%"), ("87.45", "87.5%"), ("87.449", "87.4%")],
)  # fmt: skip
def test_a_share_is_rounded_half_up_but_never_to_all_or_nothing(value: str, shown: str) -> None:
    assert show_percent(Decimal(value), 1) == shown


@given(st.decimals("0", "100", places=10))
def test_only_all_is_printed_as_all_and_only_nothing_as_nothing(value: Decimal) -> None:
    assert (show_percent(value, 1) == "100%") == (value == 100)
    assert (show_percent(value, 1) == "0%") == (value == 0)


def test_a_reference_asks_for_the_value_a_rung_or_the_denominator() -> None:
    rungs = {"pledged": None, "reported": Decimal(7), "confirmed": Decimal(5), "verified": Decimal(0)}
    one = figure("villages-paired", value=Decimal(5), rungs=rungs)
    assert quantity(book(), one, Reference("villages-paired")).value == 5
    assert quantity(book(), one, Reference("villages-paired", rung="reported")).value == 7
    assert quantity(book(), one, Reference("villages-paired", rung="verified")).value == 0
    unknown = quantity(book(), one, Reference("villages-paired", rung="pledged"))
    assert (unknown.value, unknown.state) == (None, "unknown")


def test_a_denominator_is_printed_in_its_own_unit() -> None:
    share = figure("money-share", value=Decimal(50), numerator=Decimal(50), denominator=Decimal(100))
    whole = quantity(book(), share, Reference("money-share", of="denominator"))
    assert show(whole, "zh-Hans") == "100 元"
    coverage = figure("villages-share", value=Decimal(50), numerator=Decimal(1), denominator=Decimal(2))
    assert show(quantity(book(), coverage, Reference("villages-share", of="denominator")), "en") == "2"
    assert show(quantity(book(), coverage, Reference("villages-share")), "en") == "50%"


def test_small_counts_are_held_back_from_the_public_and_zero_is_not() -> None:
    for value, shown in (("0", "0"), ("1", "不足 5"), ("4", "不足 5"), ("5", "5")):
        one = figure("villages-paired", value=Decimal(value))
        closed = guarded(book(), one, quantity(book(), one, Reference("villages-paired")), 5)
        assert show(closed, "zh-Hans", below=5) == shown


def test_a_share_of_few_is_held_back_but_money_and_outside_numbers_are_not() -> None:
    few = figure("villages-share", value=Decimal(10), numerator=Decimal(3), denominator=Decimal(30))
    assert guarded(book(), few, quantity(book(), few, Reference("villages-share")), 5).state == "suppressed"
    money = figure("money-received", value=Decimal(3))
    assert guarded(book(), money, quantity(book(), money, Reference("money-received")), 5).value == 3
    shops = figure("shops", value=Decimal(3))
    assert guarded(book(), shops, quantity(book(), shops, Reference("shops")), 5).value == 3


def test_reach_and_whole_share_one_unit_on_a_label() -> None:
    assert show_reach(Decimal(126), Decimal(139), "", "en") == "126/139"
    assert show_reach(Decimal(5), None, "", "en") == "5/—"
    assert show_reach(None, Decimal(9), "", "en") == "—/9"
    assert show_reach(Decimal(6552000), Decimal(10680000), "CNY", "zh-Hans") == "655.2/1,068 万元"
    assert show_reach(Decimal(6548000), Decimal(10680000), "CNY", "en") == "CNY 6.548/10.68 million"
    assert show_reach(Decimal(6548100), Decimal(10680000), "CNY", "en") == "CNY 6,548,100/CNY 10.68 million"
    assert show_reach(Decimal("12.5"), Decimal(100), "CNY", "zh-Hans") == "12.50 元/100 元"


def test_a_unit_follows_a_count_and_money_bears_its_own() -> None:
    assert with_unit("126", "个村", "zh-Hans") == "126 个村"
    assert with_unit("CNY 5", "CNY", "en") == "CNY 5"
    assert with_unit("90%", "%", "en") == "90%"


def test_a_unit_follows_a_word_of_number_without_a_space() -> None:
    assert with_unit("5.2 万", "户", "zh-Hans") == "5.2 万户"
    assert with_unit("126", "个村", "zh-Hans") == "126 个村"
    assert with_unit("52,000", "entities", "en") == "52,000 entities"
