"""Which true values each wording allows: the table of hedges, row by row."""

from decimal import Decimal

import pytest

from concentric.core.claims.cleaning import clean
from concentric.core.claims.found import find

TABLE = """
建设1200余个点位                     1200        1300
认捐资金超300亿元                    30000000000 40000000000
raised over $18.2m for clinics       18200000    18300000
spent Rs 4,825 crore on roads        48245000000 48260000000
覆盖率超过90%                        90          100
支出近5000万元                       45000000    50000000
fewer than 200 villages joined       180         200
约300家企业                          250         350
收入翻番                             1.5         2.5
half of the villages joined          45          55
登记市场主体5.2万户                  51500       53000
投资300亿元                          29950000000 30100000000
拨款5万元                            48750       52500
满意率87%                            86.5        88
满意率八成                           75          90
比重提高1.2个百分点                  1.15        1.3
办结率100%                           100         100
实现全覆盖                           100         100
有53万3660票                         533660      533660
化解难题87件                         87          87
招聘20至30人                         20          30
raised £43m for schools              42500000    44000000
nine hundred people came             900         900
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_a_wording_allows_just_these_values(line: str) -> None:
    text, low, high = line.rsplit(maxsplit=2)
    span = find(clean(text)).readings[0].interval
    assert span is not None and (span.low, span.high) == (Decimal(low), Decimal(high))


def test_the_end_of_a_rounded_interval_lies_outside() -> None:
    span = find(clean("登记市场主体5.2万户")).readings[0].interval
    assert span is not None
    assert span.holds(Decimal(51500)) and span.holds(Decimal("52999.9")) and not span.holds(Decimal(53000))


def test_more_than_ninety_percent_may_be_all() -> None:
    span = find(clean("覆盖率超过90%")).readings[0].interval
    assert span is not None and span.holds(Decimal(100))
