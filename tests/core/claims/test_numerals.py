"""Numbers of running text read exactly."""

from decimal import Decimal

import pytest

from concentric.core.claims.numerals import read_chinese, read_english_words

CHINESE = """
1,200       1200
1.43万亿    1430000000000
53万3660    533660
2千多万     20000000
1亿2000万   120000000
3千万       30000000
十二        12
二十三      23
二百零五    205
三百五      350
一万二      12000
一千零五    1005
两千万      20000000
三点五      3.5
十余万      100000
百余        100
二〇二一    2021
"""
ENGLISH = """
fourteen                  14
twenty-three              23
nine hundred              900
two thousand and fifty    2050
two dozen                 24
a hundred                 100
one million two hundred thousand   1200000
five lakh                 500000
twelve crore              120000000
"""


def rows(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.strip().splitlines():
        token, _, value = line.rpartition(" ")
        found.append((token.strip(), value))
    return found


@pytest.mark.parametrize(("token", "value"), rows(CHINESE))
def test_a_chinese_token_has_its_value(token: str, value: str) -> None:
    numeral = read_chinese(token)
    assert numeral is not None and numeral.value == Decimal(value)


@pytest.mark.parametrize(("words", "value"), rows(ENGLISH))
def test_english_words_have_their_value(words: str, value: str) -> None:
    assert read_english_words(words) == Decimal(value)


def test_how_a_number_was_printed_is_kept() -> None:
    rounded, exact, more, vague = (read_chinese(one) for one in ("5.2万", "53万3660", "1200多", "数十万"))
    assert rounded and (rounded.decimals, rounded.scale, rounded.mixed) == (1, 10**4, False)
    assert exact and exact.mixed
    assert more and more.more and not more.vague
    assert vague and vague.vague


def test_what_is_no_number_has_no_value() -> None:
    assert read_chinese("1 2") is None
    assert read_english_words("several") is None
