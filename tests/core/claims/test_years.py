"""Which year a text is of, and which one a claim or a column speaks of."""

import pytest

from concentric.core.claims.catalogue import read_catalogue
from concentric.core.claims.checking import Checker
from concentric.core.claims.years import When, Years


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("2022年全市办结诉求1703件，力争2023年再增一成。", 2022),
        ("到2025年再建冷库10座。2023年建成3座。", 2023),
        ("依据安卫发〔2020〕33号，2021年度派驻医师43人。", 2021),
        ("2023年有164家。请于2024年2月10日前致电。", 2023),
        ("截至2023年底共有164家。", 2023),
        ("Net zero by 2045; emissions fell in 2023.", 2023),
        ("By 2045 we hope to have none.", None),
        ("By the end of 2023 all had arrived.", 2023),
        ("It grew from 40 in 2021 to 52 in 2022.", 2022),
        ("12% more than in 2021", 2022),
    ],
)
def test_a_text_is_of_the_year_it_tells_of_and_not_of_its_goals(text: str, main: int | None) -> None:
    assert Years(text).main == main


def test_of_two_years_named_once_the_catalogue_knows_which() -> None:
    assert Years("2021 to 2022: more", frozenset((2021,))).main == 2021


@pytest.mark.parametrize("text", ["In 2022–23 we grew", "2022/23", "Between 1 April 2022 and 31 March 2023"])
def test_a_year_may_run_over_two(text: str) -> None:
    years = Years(text)
    assert years.main == 2022
    assert years.of_heading("this year") == When("said", 2022, 2023)
    assert years.of_heading("prior year") == When("before", 2021, 2022)


def test_a_column_of_the_year_before_says_so_in_words() -> None:
    years = Years("2023年企业情况")
    assert years.of_heading("上年") == When("before", 2022)
    assert years.of_heading("本年") == When("said", 2023)
    assert years.of_heading("户数") is None


@pytest.mark.parametrize("text", ["全县建成冷库12座。", "2022年，全县建成冷库12座。"])
def test_last_years_figure_never_supports_where_the_catalogue_has_the_texts_own_year(text: str) -> None:
    def figure(key: str, name: str, value: int, period: str) -> dict[str, object]:
        names = {"aliases": [name], "unit": "座", "unit_class": "count"}
        return {"id": key, **names, "value": value, "period": period}

    bridge = figure("bridge", "便民桥", 7, "2022")
    earlier = figure("store", "建成冷库", 12, "2021")
    (claim,) = Checker(read_catalogue([bridge, earlier])).check(text).claims
    assert (claim.verdict, claim.why) == ("unsupported", "other-year")
    (claim,) = Checker(read_catalogue([bridge, earlier | {"period": "2022"}])).check(text).claims
    assert claim.verdict == "supported"
