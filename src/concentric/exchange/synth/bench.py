"""One big workbook of any number of rows: what an import is timed with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from concentric.exchange.synth import rows
from concentric.exchange.synth.dice import dice
from concentric.exchange.synth.places import ABOVE, COUNTIES
from concentric.exchange.synth.rows import Row
from concentric.exchange.synth.words import MARK
from concentric.exchange.synth.writing import write_sheets

SHARES = {"organisations": 4, "villages": 6, "pairings": 15, "agreements": 10, "commitments": 25, "deliveries": 25}
"""Of 100 rows; what is left are confirmations that the office typed."""
FIRST = date(2021, 1, 4)


def write_bench(path: Path, count: int, seed: int, lang: str = "zh-Hans") -> int:
    """Write `count` rows in all into one workbook; they import without a finding. Returns the number of rows.

    ValueError under 200 rows: then there would be too few to refer to one another.
    """
    if count < 200:
        raise ValueError("a bench needs at least 200 rows")
    return write_sheets(path, list(bench(count, seed).items()), lang)


def bench(count: int, seed: int) -> dict[str, Iterator[Row]]:
    """The rows of every sheet, made while they are read. The sheets are read in this order."""
    spots = [*ABOVE, *COUNTIES]
    sizes = {stem: (count - len(spots)) * share // 100 for stem, share in SHARES.items()}
    sizes["confirmations"] = count - len(spots) - sum(sizes.values())
    return {
        "places": map(rows.place, spots),
        "organisations": _organisations(sizes["organisations"], seed),
        "villages": _villages(sizes["villages"]),
        "pairings": _pairings(sizes["pairings"], sizes, seed),
        "agreements": _agreements(sizes["agreements"]),
        "commitments": _commitments(sizes["commitments"], sizes, seed),
        "deliveries": _deliveries(sizes["deliveries"], seed),
        "confirmations": _confirmations(sizes["confirmations"]),
    }


def _day(n: int, offset: int = 0) -> date:
    return FIRST + timedelta(days=n % 240 + offset)


def _organisations(size: int, seed: int) -> Iterator[Row]:
    rng = dice(seed, "bench organisations")
    for n in range(size):
        county = rng.choice(COUNTIES).code
        yield {"number": f"S{n:06}", "name": f"{n} 号企业{MARK}", "kind": "enterprise", "place": county}


def _villages(size: int) -> Iterator[Row]:
    for n in range(size):
        county = COUNTIES[n % len(COUNTIES)].code
        yield {"number": f"V{n:06}", "name": f"{n} 号村{MARK}", "code": f"V{n:06}", "county": county}


def _parties(sizes: dict[str, int], seed: int, stem: str) -> Iterator[tuple[str, str]]:
    rng = dice(seed, f"bench {stem}")
    while True:
        yield f"S{rng.randrange(sizes['organisations']):06}", f"V{rng.randrange(sizes['villages']):06}"


def _pairings(size: int, sizes: dict[str, int], seed: int) -> Iterator[Row]:
    for n, (supporter, village) in zip(range(size), _parties(sizes, seed, "pairings"), strict=False):
        yield {
            "number": f"P{n:07}",
            "programme": "villages",
            "supporter": supporter,
            "recipient": village,
            "proposed_on": _day(n),
            "help_types": ("industry", "jobs,skills", "welfare")[n % 3],
        }


def _agreements(size: int) -> Iterator[Row]:
    for n in range(size):
        yield {"number": f"A{n:07}", "pairing": f"P{n:07}", "on": _day(n, 20), "what": "agreed"}


def _commitments(size: int, sizes: dict[str, int], seed: int) -> Iterator[Row]:
    rng = dice(seed, "bench amounts")
    for n, (supporter, village) in zip(range(size), _parties(sizes, seed, "commitments"), strict=False):
        yield {
            "number": f"G{n:07}",
            "programme": "gifts",
            "supporter": supporter,
            "recipient": village,
            "kind": "money",
            "nature": "welfare",
            "firmness": "pledged",
            "amount": rng.randrange(1, 400) * 1_000,
            "currency": "CNY",
            "committed_on": _day(n),
            "due": _day(n, 120),
        }


def _deliveries(size: int, seed: int) -> Iterator[Row]:
    rng = dice(seed, "bench deliveries")
    for n in range(size):
        amount = rng.randrange(1, 400) * 500
        yield {"number": f"D{n:07}", "commitment": f"G{n:07}", "on": _day(n, 60), "amount": amount}


def _confirmations(size: int) -> Iterator[Row]:
    for n in range(size):
        delivery = f"D{n:07}"
        yield {"number": f"R{n:07}", "subject": delivery, "outcome": "confirmed", "on": _day(n, 80)}
