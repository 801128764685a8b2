"""An edition, or one of its numbers, as a zip file that `check.py` proves against a signed checkpoint."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from django.db.models import QuerySet

from concentric.core.merkle import Tree
from concentric.core.notes import Checkpoint, read_checkpoint
from concentric.core.proofs import hashes_beside
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say
from concentric.exchange.bundle.records import disclosed, entries_of, pointed_at
from concentric.ledger.checkpoints import last_at, public_at
from concentric.ledger.models import Commit, Entry
from concentric.prove.behind import records_behind, things_behind
from concentric.prove.editions import book_of, frozen_numbers, period_of
from concentric.prove.freezing import Frozen
from concentric.prove.indicators import Count, indicators_of
from concentric.prove.listing import plain_value
from concentric.prove.manuscript import Reference, parse
from concentric.prove.models import Edition
from concentric.prove.narrowing import evidence_of
from concentric.register.models import ProgrammeBook

MOST_RECORDS = 200_000
DAY = (1980, 1, 1, 0, 0, 0)  # of every part: the same edition and checkpoint are the same bytes
_TAG = re.compile(r"\{\{[^{}]*\}\}")


class NotPublic(Refused):
    """An internal edition doesn't leave the house."""


class NoCheckpoint(Refused):
    """No signed checkpoint reaches as far as the edition."""


class NoSuchNumber(Refused):
    """The edition prints no such number."""


class BundleTooLarge(Refused):
    """More records stand behind the numbers than a file to be handed on can hold."""


@dataclass(frozen=True)
class Signed:
    """A checkpoint as it was signed, and the public key that signed it."""

    text: str
    key: str
    checkpoint: Checkpoint


def covering(edition: Edition, home: Path) -> Signed:
    """The last checkpoint of this home, if the edition's own record is in it. NoCheckpoint otherwise."""
    try:
        text = last_at(home).read_text(encoding="utf-8")
        key = public_at(home).read_text(encoding="utf-8")
        found = Signed(text, key, read_checkpoint(text, key.strip()))
    except (OSError, ValueError, Refused):
        raise NoCheckpoint("bundle-no-checkpoint", number=edition.number) from None
    root = Commit.objects.filter(size=found.checkpoint.size).values_list("root", flat=True).first()
    if found.checkpoint.size <= edition.idx or root is None or bytes(root) != found.checkpoint.root:
        raise NoCheckpoint("bundle-no-checkpoint", number=edition.number)
    return found


def reference_in(edition: Edition, words: str) -> Reference:
    """A number of the edition, by its code or its whole reference. NoSuchNumber when it prints none such."""
    known = [number.ref for number in frozen_numbers(edition)]
    wanted = parse("{{ " + (words if '"' in words else f'figure "{words}"') + " }}").references()
    found = next((ref for ref in known if ref in wanted), None) or next((r for r in known if r.figure == words), None)
    if found is None:
        raise NoSuchNumber("bundle-no-figure", number=edition.number, reference=words)
    return found


def write_bundle(edition: Edition, signed: Signed, target: Path | IO[bytes], *, only: Reference | None = None) -> int:
    """Write the bundle of an edition, or of one of its numbers (`only`); returns how many numbers have their rows.

    Fields that only the office sees are there as digests, sealed values not at all; a number that is held back comes
    without rows. Costs the evidence of each number once, and 64 bytes of memory for each entry of the ledger.
    """
    if edition.audience != "public":
        raise NotPublic("bundle-not-public", number=edition.number)
    wanted = [number for number in frozen_numbers(edition) if only in (None, number.ref) and _has_rows(number)]
    if _rows_at_least(edition, wanted) > MOST_RECORDS:  # known before any of them is read
        raise BundleTooLarge("bundle-too-large", number=edition.number, most=MOST_RECORDS)
    roots, records = set[UUID](), {edition.id, edition.book}
    figures: dict[str, Any] = {}
    tables: dict[str, str] = {}
    for number in wanted:
        held = _Rows(edition, number)
        figures[str(number.ref)] = held.as_json()
        records |= held.records
        roots |= held.roots
        tables[_file_name(number.ref, len(tables) + 1)] = held.csv()
        if len(records) + len(roots) > MOST_RECORDS:
            raise BundleTooLarge("bundle-too-large", number=edition.number, most=MOST_RECORDS)
    entries = entries_of(records, records_behind(roots, edition.position))
    entries |= entries_of(pointed_at(entries.values(), edition.position), ())
    size = signed.checkpoint.size
    beside = hashes_beside(_tree(signed.checkpoint.root, size), entries, [edition.position, size])
    proof = {
        "edition": str(edition.idx),
        "book": str(ProgrammeBook.objects.get(id=edition.book).idx),
        "records": {str(idx): disclosed(entry) for idx, entry in sorted(entries.items())},
        "figures": figures,
        "beside": {f"{low}-{high}": hashed.hex() for (low, high), hashed in sorted(beside.items())},
    }
    parts = {
        "README.txt": _readme(edition, only),
        "check.py": files(__package__).joinpath("check.py").read_text(encoding="utf-8"),
        "checkpoint.txt": signed.text,
        "key.txt": signed.key,
        "review.txt": printed(edition),
        "figures.csv": _figures(edition),
        **tables,
        "proof.json": json.dumps(proof, ensure_ascii=False, separators=(",", ":")),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), text, zipfile.ZIP_DEFLATED)
    return len(wanted)


def printed(edition: Edition) -> str:
    """The text with each reference replaced by what it printed; charts stay as they are named."""
    shown = {number.ref: number.shown for number in frozen_numbers(edition)}

    def one(tag: re.Match[str]) -> str:
        refs = parse(tag[0]).references()
        return shown[refs[0]] if refs else tag[0]

    return _TAG.sub(one, edition.text)


def _rows_at_least(edition: Edition, numbers: Sequence[Frozen]) -> int:
    """How many rows stand behind the numbers at least: numbers of one view may share rows, those of two never do."""
    meant = indicators_of(book_of(edition))
    most: dict[str, int] = {}
    for number in numbers:
        meaning = meant[number.ref.figure].means
        if isinstance(meaning, Count):
            most[meaning.view.name] = max(most.get(meaning.view.name, 0), number.row_count)
    return sum(most.values())


def _has_rows(number: Frozen) -> bool:
    """Held-back numbers show no rows; a change has those of two editions."""
    return number.state != "suppressed" and number.ref.what == "figure"


class _Rows:
    """The rows behind one number: as the digest reads them, and as a table for people."""

    def __init__(self, edition: Edition, number: Frozen) -> None:
        book = book_of(edition)
        self.lang = edition.lang
        self.proof = evidence_of(
            book, number.ref, period=period_of(edition), place=number.place, position=edition.position
        )
        self.parts = [proof for proof in (self.proof, self.proof.denominator) if proof is not None]
        self.rows = [
            [[idx, record, plain_value(value)] for idx, record, value in proof.counted()] for proof in self.parts
        ]
        self.records = {UUID(record) for part in self.rows for _, record, _ in part}
        self.roots = {root for proof in self.parts for root in things_behind(proof, book, number.ref.figure)}

    def as_json(self) -> dict[str, Any]:
        return {"rows": self.rows[0]} | ({"whole": self.rows[1]} if len(self.rows) > 1 else {})

    def csv(self) -> str:
        file = io.StringIO(newline="")
        self.proof.csv(file, self.lang)
        return file.getvalue()


def _file_name(ref: Reference, n: int) -> str:
    return f"rows/{n:03}-{ref.figure}{'-' + ref.rung if ref.rung else ''}.csv"


def _figures(edition: Edition) -> str:
    """Every number of the edition in a table for people."""
    file = io.StringIO(newline="")
    file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\r\n")
    heads = ("reference", "printed", "value", "unit", "strength", "rows", "digest")
    writer.writerow([say(f"bundle-column-{head}", edition.lang) for head in heads])
    for number in frozen_numbers(edition):
        value = "" if number.value is None else plain_value(number.value)
        row = (str(number.ref), number.shown, value, number.unit, number.strength, number.row_count, number.digest)
        writer.writerow(row)
    return file.getvalue()


def _readme(edition: Edition, only: Reference | None) -> str:
    words = {"number": edition.number, "reference": str(only) if only else ""}
    key = "bundle-readme-one" if only else "bundle-readme"
    said = [f"{say(key, lang, **words)}\n{say('bundle-readme-how', lang)}\n" for lang in ("zh-Hans", "en")]
    return "\n".join(said)


@lru_cache(maxsize=1)
def _tree(root: bytes, size: int) -> Tree:
    """The tree that a checkpoint signed. A root stands for its leaves, so it is kept for the next reader."""
    return Tree(_leaves(size))


def _leaves(size: int) -> Iterator[bytes]:
    found: QuerySet[Any, Any] = Entry.objects.filter(idx__lt=size).order_by("idx").values_list("leaf", flat=True)
    return (bytes(leaf) for leaf in found.iterator(chunk_size=20_000))
