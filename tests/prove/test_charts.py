"""The charts of an edition: their numbers are figures, their drawings link to them, their sentences say all of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from tests.prove.charted import CHARTED, TEXT
from tests.prove.town import Town

from concentric.ledger.actor import Actor
from concentric.ledger.writer import Writer
from concentric.prove.book import adopt_book, check_book, current_book
from concentric.prove.charts import Chart, charts_of, draw, draw_printed
from concentric.prove.charts.bars import seen
from concentric.prove.editions import frozen_numbers
from concentric.prove.models import Edition
from concentric.prove.reviews import check_review, freeze
from concentric.register.book import read_book
from concentric.register.models import Place


@pytest.fixture
def town(office: Actor) -> Town:
    """A town whose county has two places with a centre; one village and the clinic were promised money."""
    town = Town(office)
    adopt_book(office, CHARTED)

    def centres(writer: Writer) -> None:
        [root] = Place.objects.filter(code="450222").values_list("root", flat=True)
        for n, code in enumerate(("450222100", "450222101")):
            spot = {"latitude": Decimal("24.6") + n, "longitude": Decimal("109.2")}
            town.roots[code] = writer.add(Place(code=code, name=f"镇{n}", level="township", parent_id=root, **spot))

    town.do(centres)
    town.pair("p1", "chamber", "upper")
    town.pledge("c1", "100000")
    town.pledge("c2", "40000", to="clinic")
    town.deliver("c1", "60000")
    town.confirm("c1", "50000")
    return town


@pytest.fixture
def edition(town: Town) -> Edition:
    """The town's review with all its charts."""
    return freeze(town.office, current_book()[0], "zh-Hans", text=TEXT)


def labels(chart: Chart) -> list[str]:
    return [row.label for row in chart.rows]


def test_every_number_of_a_chart_is_a_frozen_figure_with_its_evidence(edition: Edition) -> None:
    kept = {number.ref: number for number in frozen_numbers(edition)}
    drawn = [number for chart in charts_of(edition).values() for row in chart.rows for number in row.numbers.values()]
    assert drawn and all(kept[number.ref] == number and len(number.digest) == 64 for number in drawn)


def test_a_stream_runs_through_the_rungs_and_says_what_stayed_behind(edition: Edition) -> None:
    money = charts_of(edition)["money"]
    assert [row.printed.value for row in money.rows] == [140000, 60000, 50000, 0]
    assert labels(money) == ["承诺", "上报", "确认", "核实"]
    assert money.sentence == (
        "从认捐到核实：承诺 14 万元；上报 6 万元；确认 5 万元；核实 0 元。尚未到“核实”的有 14 万元。"
    )
    assert money.note == "按承诺日期计。"


def test_a_breakdown_shows_the_named_values_and_what_is_left_over(edition: Edition) -> None:
    kinds = charts_of(edition)["kinds"]
    assert labels(kinds) == ["村", "其他"]
    assert [row.numbers["pledged"].value for row in kinds.rows] == [1, 1]
    assert [row.numbers["confirmed"].value for row in kinds.rows] == [1, 0]


def test_a_breakdown_without_named_values_finds_them(town: Town) -> None:
    spec = 'values = { village = { zh-Hans = "村", en = "villages" } }\n'
    adopt_book(town.office, CHARTED.replace(spec, ""))
    edition = freeze(town.office, current_book()[0], "en", text=TEXT)
    assert labels(charts_of(edition)["kinds"]) == ["clinic", "village"]


def test_a_map_has_each_place_below_the_review_s_own(edition: Edition) -> None:
    places = charts_of(edition)["places"]
    assert labels(places) == ["镇0", "镇1"]
    assert [row.printed.ref.place for row in places.rows] == ["450222100", "450222101"]
    assert places.rows[0].at == (Decimal("24.6"), Decimal("109.2"))


def test_a_map_s_places_bear_the_names_that_the_book_gives_them(town: Town) -> None:
    named = '[chart.places.values]\n450222100 = { zh-Hans = "头一个镇", en = "First Town" }\n\n[chart.beside]'
    adopt_book(town.office, CHARTED.replace("[chart.beside]", named))
    edition = freeze(town.office, current_book()[0], "en", text=TEXT)
    assert labels(charts_of(edition)["places"]) == ["First Town", "镇1"]


def test_on_paper_six_pairs_of_years_take_half_the_height(edition: Edition) -> None:
    chart = charts_of(edition)["beside"]
    long = replace(chart, rows=(replace(chart.rows[0], label="到账"),) * 6)
    tall, low = (
        float(drawn.split('viewBox="')[1].split('"')[0].split()[3]) for drawn in (draw(long, str), draw_printed(long))
    )
    assert low < 0.6 * tall


def test_every_chart_is_drawn_as_one_labelled_element_whose_numbers_lead_somewhere(town: Town) -> None:
    for lang in ("zh-Hans", "zh-Hant", "en"):
        for code, chart in charts_of(freeze(town.office, current_book()[0], lang, text=TEXT)).items():
            for narrow in (False, True):
                svg = ElementTree.fromstring(draw(chart, lambda ref: f"/{ref.figure}", narrow=narrow))
                width, height = map(float, svg.attrib["viewBox"].split()[2:])
                assert width == (342 if narrow else 610) and 20 < height < 1500, code
                described = {part.text for part in svg if part.tag.endswith(("title", "desc"))}
                assert described == {chart.title, chart.sentence}
                links = [one.attrib["href"] for one in svg.iter() if one.tag.endswith("}a")]
                assert links and all(link.startswith("/") for link in links), code


def test_on_paper_a_chart_has_literal_colours_and_no_links(edition: Edition) -> None:
    for chart in charts_of(edition).values():
        svg = draw_printed(chart)
        assert "<style>" in svg and "<a " not in svg and "var(" not in svg
        ElementTree.fromstring(svg)


def test_what_a_person_wrote_stays_text_in_a_drawing(town: Town) -> None:
    wild = CHARTED.replace('zh-Hans = "村", en', "zh-Hans = '<script>\"&', en")
    adopt_book(town.office, wild)
    edition = freeze(town.office, current_book()[0], "zh-Hans", text=TEXT)
    svg = draw(charts_of(edition)["kinds"], lambda ref: "javascript:alert(1)")
    assert "<script" not in svg and "javascript:" not in svg
    ElementTree.fromstring(svg)


def test_a_chart_drawn_again_after_a_correction_is_the_one_that_was_frozen(town: Town, edition: Edition) -> None:
    before = charts_of(edition)["money"]
    town.confirm("c1", "10000")
    from concentric.prove.charts import chart as file

    file._charts.cache_clear()
    assert charts_of(edition)["money"] == before


def test_nothing_to_draw_is_said_and_not_drawn(office: Actor) -> None:
    town = Town(office)
    adopt_book(office, CHARTED)
    edition = freeze(town.office, current_book()[0], "en", text=TEXT)
    assert "There is no number to draw." in draw(charts_of(edition)["money"], lambda ref: "")
    assert charts_of(edition)["places"].rows == ()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('kind = "sankey"', 'kind = "sanky"', "chart-kind-near"),
        ('kind = "sankey"', 'kind = "pie of all"', "chart-kind"),
        ('indicator = "money-received"', 'indicator = "money-share"', "chart-not-counted"),
        ('indicator = "money-received"', 'indicator = "shops"', "chart-no-ladder"),
        ('indicator = "money-received"', 'indicator = "money-recieved"', "book-no-indicator-near"),
        ('by = "recipient_kind"', 'by = "recipient_kinds"', "chart-no-column"),
        ('by = "recipient_kind"', 'by = "recorded_by"', "chart-no-column"),
        ('by = "recipient_kind"', "", "book-missing"),
        ("values = { village", 'values = { "vil\'lage"', "chart-value"),
        ('indicators = ["villages-paired", "money-received"]', 'indicators = ["gifts", "gifts"]', "chart-indicators"),
        ('indicators = ["villages-paired", "money-received"]', "indicators = []", "book-not-a-list"),
        ('indicators = ["villages-paired", "money-received"]', 'indicator = "gifts"', "book-missing"),
        ('kind = "map"', 'kind = "map"\nby = "place"', "book-unknown-key"),
        ("[chart.places]", '["chart"."Places!"]', "book-code"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_refused_at_its_line(old: str, new: str, key: str) -> None:
    text = CHARTED.replace(old, new, 1)
    assert text != CHARTED
    found = [finding for finding in check_book(text) if finding.key == key]
    assert found, [finding.key for finding in check_book(text)]
    start = text.splitlines().index("[chart.money]") + 1
    assert found[0].line is not None and found[0].line >= start
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert found[0].says(lang) and found[0].remedy(lang)


def test_a_text_may_print_only_charts_that_the_book_has_each_on_a_line_of_its_own() -> None:
    book, _ = read_book(CHARTED)
    assert book is not None
    text = '# T\n\n{{ chart "mony" }}\n\n{{ chart "whatever" }}\n\nsee {{ chart "money" }} here\n'
    found = check_review(text, book, "en")
    assert [(one.key, one.line) for one in found] == [
        ("chart-unknown-near", 3),
        ("chart-unknown", 5),
        ("manuscript-chart-alone", 7),
    ]
    assert check_review('# T\n\n{{ chart "money" }}\n', book, "en") == []


def test_a_legend_names_the_shades_that_can_be_seen(edition: Edition) -> None:
    kinds = charts_of(edition)["kinds"]
    assert list(kinds.rungs) == ["pledged", "reported", "confirmed", "verified"]
    assert seen(kinds) == ["pledged", "confirmed"], "what is reported reaches no further than what is confirmed"
