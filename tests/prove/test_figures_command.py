"""`concentric figures` prints a table for people and JSON for programs."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from click.testing import CliRunner, Result

from concentric.config.commands.figures import NoSuchPlace, NoSuchPosition, command
from concentric.lake.spark import NoSpark, spark
from concentric.ledger.actor import Actor
from concentric.prove.book import adopt_book
from concentric.prove.figures import NoSuchIndicator
from concentric.register.book import shipped

from .cast import Town

FIELDS = {
    *("code", "state", "value", "unit", "strength", "rungs", "numerator", "denominator", "row_count"),
    *("period", "place", "position"),
}


@pytest.fixture
def town(office: Actor) -> Town:
    made = Town(office)
    adopt_book(office, shipped("city"))
    made.pledge("C1", "1234.5")
    made.pledge("C2", "1", currency="USD")
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments), catch_exceptions=False)


def as_json(*arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("--json", *arguments).output)
    return found


def test_json_holds_decimals_as_text_and_names_its_position(town: Town) -> None:
    (figure,) = as_json("--code", "money-pledged")
    assert set(figure) == FIELDS
    assert (figure["value"], figure["unit"], figure["strength"]) == ("1234.5", "CNY", "pledged")
    assert figure["rungs"] == {"pledged": "1234.5", "reported": "0", "confirmed": "0", "verified": "0"}
    assert (figure["period"], figure["place"], figure["row_count"]) == ("2021", "450200", 1)
    earlier = as_json("--code", "money-pledged", "--position", str(figure["position"] - 2))
    assert earlier[0]["value"] == "0"


def test_the_table_says_what_is_unknown_and_what_was_left_out(town: Town) -> None:
    text = run("--lang", "en").output
    assert "CNY 1,234.50" in text or "CNY 1,234.5" in text
    assert "unknown" in text and "another currency" in text
    assert "柳州市 450200" in text


def test_another_place_and_period(town: Town) -> None:
    (figure,) = as_json("--code", "money-pledged", "--place", "450223")
    assert figure["value"] == "0"
    (figure,) = as_json("--code", "money-pledged", "--period", "2021-Q2", "--place", "450222")
    assert (figure["value"], figure["period"], figure["place"]) == ("0", "2021-Q2", "450222")


def test_what_does_not_exist_is_refused_by_name(town: Town) -> None:
    for arguments, refusal in (
        (("--code", "nothing"), NoSuchIndicator),
        (("--place", "999999"), NoSuchPlace),
        (("--position", "99999"), NoSuchPosition),
    ):
        with pytest.raises(refusal):
            run(*arguments)
    assert run("--position", "1", "--as-known-on", "2021-01-01").exit_code == 2


def test_where_spark_is_not_installed_it_says_what_to_install(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyspark", "pyspark.sql", "pyspark.errors"):
        monkeypatch.setitem(sys.modules, name, None)
    spark.cache_clear()
    with pytest.raises(NoSpark) as refused:
        run("--engine", "spark")
    assert "concentric[spark]" in refused.value.remedy("en")
