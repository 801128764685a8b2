from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.terms.findings import Unreadable
from concentric.core.terms.money import CURRENCIES, read_money, show_money, unit_factor
from concentric.core.terms.numbers import LIMIT
from concentric.core.terms.words import LANGS


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("5万元", "50000", "CNY"),
        ("52000", "52000", "CNY"),
        ("5万", "50000", "CNY"),
        ("¥1,200.50", "1200.5", "CNY"),
        ("￥５００", "500", "CNY"),
        ("人民币5万元", "50000", "CNY"),
        ("5万元人民币", "50000", "CNY"),
        ("RMB 300", "300", "CNY"),
        ("伍万元整", "50000", "CNY"),
        ("100 yuan", "100", "CNY"),
        ("1,068 万元", "10680000", "CNY"),
        ("CNY 10.68 million", "10680000", "CNY"),
        ("-5元", "-5", "CNY"),
        ("CNY -5", "-5", "CNY"),
        ("3亿美元", "300000000", "USD"),
        ("US$20", "20", "USD"),
        ("usd 5", "5", "USD"),
        ("HK$20", "20", "HKD"),
        ("100港币", "100", "HKD"),
        ("€5", "5", "EUR"),
    ],
)
def test_an_amount_is_read_with_its_currency(typed: str, amount: str, currency: str) -> None:
    assert read_money(typed) == (Decimal(amount), currency)


def test_a_bare_number_takes_the_currency_of_its_column() -> None:
    assert read_money("5万", default="USD") == (Decimal(50000), "USD")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("$5", "money-currency"),
        ("USD 5元", "money-currency"),
        ("5元6角", "money-currency"),
        ("500块", "money-currency"),
        ("10万元/年", "money-currency"),
        ("约5万元", "number-estimate"),
        ("5-6万元", "number-range"),
        ("5万元左右", "number-estimate"),
        ("", "number-missing"),
        ("999999 trillion", "number-large"),
        ("0.00001元", "number-precise"),
    ],
)
def test_a_doubtful_amount_is_refused_with_its_reason(typed: str, key: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_money(typed)
    assert refused.value.key == key
    assert refused.value.says("zh-Hans") and refused.value.remedy("en")


@pytest.mark.parametrize(
    ("unit", "factor", "currency"),
    [
        ("元", 1, "CNY"),
        ("万元", 10**4, "CNY"),
        ("（万元）", 10**4, "CNY"),
        ("單位：萬元".replace("單", "单"), 10**4, "CNY"),
        ("千元", 1000, "CNY"),
        ("百万元", 10**6, "CNY"),
        ("亿元", 10**8, "CNY"),
        ("万亿元", 10**12, "CNY"),
        ("人民币万元", 10**4, "CNY"),
        ("RMB", 1, "CNY"),
        ("万美元", 10**4, "USD"),
        ("USD million", 10**6, "USD"),
        ("million yuan", 10**6, "CNY"),
    ],
)
def test_a_heading_unit_has_a_factor_and_a_currency(unit: str, factor: int, currency: str) -> None:
    assert unit_factor(unit) == (Decimal(factor), currency)


@pytest.mark.parametrize("unit", ["", "人", "户", "万", "$", "平方米", "公里", "million", "元/年"])
def test_a_unit_that_is_no_money_is_refused(unit: str) -> None:
    with pytest.raises(Unreadable) as refused:
        unit_factor(unit)
    assert refused.value.key == "money-unit"


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        ("10680000", "1,068 万元", "CNY 10.68 million"),
        ("10681234.50", "10,681,234.50 元", "CNY 10,681,234.50"),
        ("100000000", "1 亿元", "CNY 100 million"),
        ("80770000", "8,077 万元", "CNY 80.77 million"),
        ("123450000", "12,345 万元", "CNY 123.45 million"),
        ("1430000000000", "1.43 万亿元", "CNY 1.43 trillion"),
        ("52000", "5.2 万元", "CNY 52,000"),
        ("12345", "12,345 元", "CNY 12,345"),
        ("5.5", "5.50 元", "CNY 5.50"),
        ("0.0001", "0.0001 元", "CNY 0.0001"),
        ("0", "0 元", "CNY 0"),
        ("-10680000", "-1,068 万元", "CNY -10.68 million"),
    ],
)
def test_money_uses_a_large_unit_only_where_that_is_exact(value: str, chinese: str, english: str) -> None:
    assert show_money(Decimal(value), "CNY", "zh-Hans") == chinese
    assert show_money(Decimal(value), "CNY", "en") == english


def test_every_currency_can_be_shown_in_every_language_and_read_again() -> None:
    for currency in CURRENCIES:
        for lang in LANGS:
            assert read_money(show_money(Decimal("1234.5"), currency, lang)) == (Decimal("1234.5"), currency)


@given(st.decimals(-LIMIT, LIMIT, places=4), st.sampled_from(LANGS), st.sampled_from(sorted(CURRENCIES)))
def test_shown_money_reads_back_as_the_same_amount(value: Decimal, lang: str, currency: str) -> None:
    assert read_money(show_money(value, currency, lang)) == (value, currency)
