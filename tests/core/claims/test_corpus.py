"""The corpus is what its README says, and the scorer tells a good checker from a bad one."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from . import scoring
from .corpus import HALVES, SCRIPTS, Labelled, Malformed, catalogues, load, readings
from .corpus.figures import read as read_catalogue
from .corpus.fillers import padded
from .corpus.markup import read
from .scoring import score

TEXTS = load()
AT_LEAST = {"zh-Hans": 55, "zh-Hant": 25, "en": 50}


def perfect(text: Labelled) -> dict[str, Any]:
    """What a checker that reads every label would print."""
    return {
        "claims": [
            {
                "start": claim.start,
                "end": claim.end,
                "text": claim.text,
                "value": float(claim.value),
                "low": float(claim.interval.low),
                "high": float(claim.interval.high),
                "verdict": claim.verdict,
                "figure": next(iter(claim.figures), None),
                "candidates": list(claim.figures),
            }
            for claim in text.claims
        ],
        "not_claims": [],
    }


KNOWN = {text.text: perfect(text) for text in TEXTS}


def test_there_are_enough_texts_in_every_script_and_the_halves_are_alike() -> None:
    counted = Counter((text.half, text.script) for text in TEXTS)
    for script in SCRIPTS:
        tuning, unseen = (counted[half, script] for half in HALVES)
        assert tuning + unseen >= AT_LEAST[script]
        assert abs(tuning - unseen) <= 4
    kinds = {half: Counter(text.kind for text in TEXTS if text.half == half) for half in HALVES}
    for kind in ("review", "article", "damaged", "table"):
        assert min(kinds[half][kind] for half in HALVES) >= 3


def test_no_text_and_no_id_stands_twice() -> None:
    assert len({text.id for text in TEXTS}) == len({text.text for text in TEXTS}) == len(TEXTS)


def test_about_as_many_numerals_claim_nothing_as_claim_something() -> None:
    for half in HALVES:
        texts = [text for text in TEXTS if text.half == half]
        claims = sum(len(text.claims) for text in texts)
        others = sum(len(text.others) + len(text.listed) for text in texts)
        assert 0.6 < others / claims < 1.5


def test_every_verdict_and_every_hedge_is_in_both_halves() -> None:
    for half in HALVES:
        claims = [claim for text in TEXTS if text.half == half for claim in text.claims]
        verdicts, hedges = Counter(c.verdict for c in claims), Counter(c.hedge for c in claims)
        assert all(verdicts[each] >= 3 for each in ("supported", "understated", "contradicted", "unsupported"))
        assert verdicts["other-denominator"] and verdicts["ambiguous"]
        assert all(hedges[each] for each in ("", *readings.HEDGES))
        assert {c.unit_class for c in claims} >= {"count", "people", "person_times", "money", "percent", "multiple"}


def test_a_span_is_exactly_what_its_label_marked() -> None:
    for text in TEXTS:
        for mark in (*text.claims, *text.listed, *text.others):
            shown = mark.text if hasattr(mark, "text") else mark.core
            assert text.text[mark.start : mark.end] == shown


def test_catalogues_have_the_size_of_real_ones() -> None:
    for name, catalogue in catalogues().items():
        assert 20 <= len(catalogue) <= 60, name
        values = Counter((entry.value, entry.unit_class) for entry in catalogue.values())
        assert max(values.values()) > 1, f"{name} has no two figures of one value"


def test_a_catalogue_can_be_filled_up_to_any_size() -> None:
    for language, name in (("zh", "lanchuan"), ("en", "lanchuan")):
        full = padded(catalogues()[name], language, 250)
        assert len(full) == 250
        assert len({str(entry.aliases) for entry in full.values()}) >= 248


@pytest.mark.parametrize(
    ("core", "value", "unit_class", "hedge", "low", "high"),
    [
        ("1200余户", "1200", "count", "over", "1200", "1300"),
        ("300亿元", "30000000000", "money", "over", "30000000000", "40000000000"),
        ("$18.2m", "18200000", "money", "over", "18200000", "18300000"),
        ("90%", "90", "percent", "over", "90", "100"),
        ("50个", "50", "count", "under", "45", "50"),
        ("1200", "1200", "count", "about", "1140", "1260"),
        ("5.2万", "52000", "count", "", "51500", "53000"),
        ("３.２億元", "320000000", "money", "", "315000000", "330000000"),
        ("43万元", "430000", "money", "", "425000", "440000"),
        ("3万人", "30000", "people", "", "29250", "31500"),
        ("53万3660票", "533660", "count", "", "533660", "533660"),
        ("87%", "87", "percent", "", "86.5", "88"),
        ("八成", "80", "percent", "", "75", "90"),
        ("五成八", "58", "percent", "", "57.5", "59"),
        ("9.6%", "9.6", "percent", "", "9.55", "9.7"),
        ("3倍", "3", "multiple", "", "2.5", "4"),
        ("2千多万元", "20000000", "money", "over", "20000000", "30000000"),
        ("87件", "87", "count", "", "87", "87"),
        ("全覆盖", "100", "percent", "full", "100", "100"),
        ("翻番", "2", "multiple", "about", "1.5", "2.5"),
    ],
)
def test_a_wording_allows_the_values_of_the_table(
    core: str, value: str, unit_class: str, hedge: str, low: str, high: str
) -> None:
    interval = readings.allowed(core, Decimal(value), unit_class, hedge)
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))
    assert readings.number_in(core) in (None, Decimal(value))


@pytest.mark.parametrize(
    "source",
    [
        "全年87件",
        "[[87件|87 count problems]]",
        "[[87件|87 heads problems supported]]",
        "[[87件|87 money problems supported]]",
        "[[87件|87 count problems true]]",
        "[[30至50名|30 people range problems supported]]",
        "{{第九批|because}}",
        "[[数十万元|listed somehow]]",
        "[[87件|87 count problems supported",
    ],
)
def test_a_label_that_says_too_little_is_refused(source: str) -> None:
    with pytest.raises(Malformed):
        read(source)


def test_a_figure_that_stands_twice_is_refused() -> None:
    with pytest.raises(Malformed, match="stands twice"):
        read_catalogue("a | 1 件 count | 甲\na | 2 件 count | 乙")


def test_a_checker_that_reads_the_labels_gets_everything_right() -> None:
    tallies = score(lambda text, _catalogue: KNOWN[text], TEXTS)
    for tally in tallies.values():
        rows = tally.rows()
        assert not tally.failures
        assert rows["extraction F1"] == rows["verdict, correct figure given"] == rows["link@3 without the value"] == 1
        assert rows["wrong or absent figure called supported"] == rows["true claim called contradicted"] == 0


def test_a_checker_that_supports_everything_is_found_out() -> None:
    def credulous(text: str, _catalogue: list[dict[str, Any]]) -> dict[str, Any]:
        return {"claims": [{**claim, "verdict": "supported"} for claim in KNOWN[text]["claims"]]}

    for tally in score(credulous, TEXTS).values():
        wrong = tally.rows()["wrong or absent figure called supported"]
        assert wrong is not None
        assert wrong > 0.1


def test_a_checker_that_finds_nothing_has_no_precision_and_no_recall() -> None:
    for tally in score(lambda _text, _catalogue: {"claims": []}, TEXTS).values():
        assert tally.rows()["extraction precision"] is None
        assert tally.rows()["extraction F1"] == 0


def test_a_numeral_that_claims_nothing_costs_precision_when_it_is_claimed() -> None:
    text = next(text for text in TEXTS if text.others)
    other = text.others[0]
    invented = {"start": other.start, "end": other.end, "text": other.core, "value": 9, "verdict": "supported"}
    said = {"claims": [*KNOWN[text.text]["claims"], invented]}
    tally = score(lambda _text, _catalogue: said, [text])[text.half, text.language]
    assert tally.extra == tally.wrongly_supported == 1


def test_the_table_has_a_column_for_each_half_and_language() -> None:
    shown = scoring.table(score(lambda text, _catalogue: KNOWN[text], TEXTS))
    assert shown.splitlines()[0].split() == ["tuning", "en", "tuning", "zh", "unseen", "en", "unseen", "zh"]


def test_an_amount_that_is_only_listed_counts_neither_way_unless_it_is_called_supported() -> None:
    text = next(text for text in TEXTS if text.listed)
    mark = text.listed[0]
    for verdict, extra in (("vague", 0), ("unsupported", 0), ("supported", 1)):
        told = {"start": mark.start, "end": mark.end, "text": mark.core, "value": 9, "verdict": verdict}
        said = {"claims": [*KNOWN[text.text]["claims"], told]}
        assert score(lambda _text, _catalogue, said=said: said, [text])[text.half, text.language].extra == extra
