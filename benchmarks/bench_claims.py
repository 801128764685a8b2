"""The claim checker: the table of bars on both halves of the labelled corpus, peers on extraction, and the speed.

    python -m benchmarks.bench_claims [--figures 5000] [--characters 300000] [--peers]

The bars are measured on the texts in `tests/core/claims/corpus`; the unseen half is never read while rules are made.
Peers (Recognizers-Text, cn2an, quantulum3) run where they are installed, on the same texts and labels; each finds
numbers only, so only the rows on finding them are theirs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from tests.core.claims import scoring
from tests.core.claims.corpus import Labelled, load

from benchmarks.machine import line
from benchmarks.peers import PEERS
from concentric.core.claims.catalogue import Figure, read_catalogue
from concentric.core.claims.checking import Checker
from concentric.core.claims.report import as_document

LEAST = 50_000  # characters a second with 5,000 figures on one core


def main() -> int:
    """Read the options, run, and say 1 when the speed is below the bar."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--figures", type=int, default=5_000)
    parser.add_argument("--characters", type=int, default=300_000)
    options, _ = parser.parse_known_args()
    print(line())
    texts = load()
    print(scoring.table(scoring.score(_checker(), texts)))
    _peers(texts)
    return int(_speed(texts, options.figures, options.characters) < LEAST)


def _checker() -> Callable[[str, list[dict[str, Any]]], dict[str, Any]]:
    """The checker as the scorer asks it; a catalogue is indexed once for all its texts."""
    held: dict[tuple[tuple[str, str], ...], Checker] = {}

    def check(text: str, catalogue: list[dict[str, Any]]) -> dict[str, Any]:
        key = tuple((entry["id"], str(entry["value"])) for entry in catalogue)
        if key not in held:
            held[key] = Checker(read_catalogue(catalogue))
        return as_document(held[key].check(text))

    return check


def _peers(texts: Sequence[Labelled]) -> None:
    """Extraction by value: of the labelled numbers, how many a peer finds, and how many others it finds too."""
    print("\nfinding numbers, F1 of value and place (labelled claims against everything found)")
    for name, find in PEERS.items():
        for language in ("zh", "en"):
            rate = _found(find, [text for text in texts if text.language == language], language)
            print(f"{name:24} {language}  {'not installed' if rate is None else f'{rate:.1%}'}")


def _found(
    find: Callable[[str, str], list[tuple[int, int, float]]] | None, texts: Sequence[Labelled], language: str
) -> float | None:
    if find is None:
        return None
    hits = found = labelled = 0
    for text in texts:
        numbers = find(text.text, language)
        found += len(numbers)
        labelled += len(text.claims)
        for claim in text.claims:
            value = float(claim.value)
            near = [number for a, b, number in numbers if a < claim.end and b > claim.start]
            hits += any(abs(number - value) <= 1e-6 * abs(value) for number in near)
    return 2 * hits / (labelled + found) if labelled + found else None


def _speed(texts: Sequence[Labelled], figures: int, characters: int) -> float:
    """Characters a second: the corpus's texts one after the other, against a catalogue of many figures."""
    crowd = _crowd(texts, figures)
    started = time.perf_counter()
    checker = Checker(crowd)
    building = time.perf_counter() - started
    done, started = 0, time.process_time()
    claims = 0
    while done < characters:
        for text in texts:
            claims += len(checker.check(text.text).claims)
            done += len(text.text)
            if done >= characters:
                break
    rate = done / (time.process_time() - started)
    print(f"\n{len(crowd):,} figures indexed in {building:.2f} s")
    print(f"{claims:,} claims in {done:,} characters: {rate:,.0f} characters/s")
    return rate


def _crowd(texts: Sequence[Labelled], count: int) -> list[Figure]:
    """Every figure of the corpus, then the same figures under the names of places, as a breakdown has them."""
    own = {entry.id: entry.as_json() for text in texts for entry in text.catalogue.values()}
    entries = list(own.values())
    found = list(entries)
    n = 0
    while len(found) < count:
        place = f"第{n // len(entries) + 1}县"
        entry = dict(entries[n % len(entries)])
        names = entry["aliases"]
        flat = names if isinstance(names, list) else [name for each in names.values() for name in each]
        entry |= {"id": f"{entry['id']}@{place}", "aliases": [f"{place}{name}" for name in flat]}
        found.append(entry)
        n += 1
    return read_catalogue(found[:count])


if __name__ == "__main__":
    sys.exit(main())
