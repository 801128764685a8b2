"""Rebuild the tree and every projection from the entries alone, and name each row that doesn't agree."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from concentric.core.merkle import Frontier
from concentric.core.notes import Checkpoint
from concentric.core.terms.findings import Finding
from concentric.ledger.models import Commit, Entry, Record, SealedValue
from concentric.ledger.payload import (
    NoSuchVersion,
    NotCanonical,
    decode,
    field_digest,
    fields_of,
    header_of,
    kinds,
    leaf_again,
    upcast,
)
from concentric.ledger.replay import Replay

CHUNK = 2_000
Progress = Callable[[int, int], None]


@dataclass
class Report:
    """What `verify` saw: `size` entries, the tree's `root` as rebuilt, what was lawfully erased, and the findings."""

    size: int
    root: bytes
    erased: int = 0
    findings: list[Finding] = field(default_factory=list)

    def as_json(self, lang: str) -> dict[str, object]:
        """For programs: size, root as hex, and the findings with the index of the entry each speaks of."""
        found = [finding.as_json(lang) | {"idx": finding.args.get("idx")} for finding in self.findings]
        return {"size": self.size, "root": self.root.hex(), "erased": self.erased, "findings": found}


def verify(*, against: Checkpoint | None = None, progress: Progress | None = None) -> Report:
    """Read the whole ledger once, in one snapshot, and compare everything that can be computed with what is stored.

    Checked: indexes without gaps; payloads canonical; each leaf, each commit's root, frontier and time; each typed row;
    what is in force; each step's state and each matter's head; each sealed value; and, with `against`, that the tree
    still begins with the one the checkpoint signed. Memory grows with the number of things, not of entries.
    """
    with transaction.atomic():
        return _Verification(against, progress).run()


def _finding(key: str, idx: int, **args: str) -> Finding:
    return Finding(key, {"idx": str(idx), **args})


class _Rows:
    """The typed rows of one kind in the order of their index, read alongside the log."""

    def __init__(self, model: type[Record]) -> None:
        rows = model._base_manager.order_by("idx").iterator(CHUNK)
        self.rows: Iterator[Record] = iter(rows)
        self.held: Record | None = next(self.rows, None)

    def before(self, idx: int) -> Iterator[Record]:
        """Rows with an index below `idx` that no entry asked for."""
        while self.held is not None and self.held.idx < idx:
            yield self.held
            self.held = next(self.rows, None)

    def take(self, idx: int) -> Record | None:
        """The row at `idx`, if it is there."""
        if self.held is None or self.held.idx != idx:
            return None
        row, self.held = self.held, next(self.rows, None)
        return row


class _Verification:
    def __init__(self, against: Checkpoint | None, progress: Progress | None) -> None:
        self.against = against
        self.progress = progress
        self.findings: list[Finding] = []
        self.frontier = Frontier()
        self.models = kinds()
        self.rows = {kind: _Rows(model) for kind, model in self.models.items()}
        self.replay = Replay(self._say)
        self.seals: dict[tuple[UUID, str], tuple[int, str]] = {}
        self.against_root: bytes | None = None
        self.commit_at: datetime | None = None

    def _say(self, key: str, idx: int, **args: str) -> None:
        self.findings.append(_finding(key, idx, **args))

    def run(self) -> Report:
        """Read everything once."""
        total = Entry.objects.count()
        entries = iter(Entry.objects.order_by("idx").iterator(CHUNK))
        self._reach(0)
        expected = 0
        for commit in Commit.objects.order_by("size").iterator(CHUNK):
            expected = self._commit(commit, entries, expected)
            if self.progress:
                self.progress(min(expected, total), total)
        for entry in entries:
            self._say("verify-after-last-commit", entry.idx, kind=entry.kind)
        for kind, rows in self.rows.items():
            for row in itertools.chain(rows.before(1 << 62)):
                self._say("verify-row-without-entry", row.idx, kind=kind)
        self.replay.compare()
        erased = self._sealed()
        self._checkpoint()
        return Report(self.frontier.size, self.frontier.root(), erased, self.findings)

    def _commit(self, commit: Commit, entries: Iterator[Entry], expected: int) -> int:
        if commit.first != expected or commit.size <= commit.first:
            self._say("verify-commit-gap", commit.first, expected=str(expected), size=str(commit.size))
        if self.commit_at is not None and commit.at < self.commit_at:
            self._say("verify-time-goes-back", commit.first)
        self.commit_at = commit.at
        for _ in range(max(0, commit.size - expected)):
            entry = next(entries, None)
            if entry is None:
                self._say("verify-entries-missing", self.frontier.size, size=str(commit.size))
                break
            if entry.idx != self.frontier.size:
                self._say("verify-index-gap", entry.idx, expected=str(self.frontier.size))
            self._entry(entry)
        if self.frontier.root() != bytes(commit.root):
            self._say("verify-root-differs", commit.first, size=str(commit.size))
        if self.frontier.to_bytes() != bytes(commit.frontier):
            self._say("verify-frontier-differs", commit.first, size=str(commit.size))
        return commit.size

    def _entry(self, entry: Entry) -> None:
        leaf = bytes(entry.leaf)
        try:
            parsed = decode(bytes(entry.payload))
            again = leaf_again(parsed, bytes(entry.salt))
        except (NotCanonical, ValueError, KeyError, TypeError, AttributeError):
            self._say("verify-payload-broken", entry.idx, kind=entry.kind)
            parsed, again = None, leaf
        if again != leaf:
            self._say("verify-leaf-differs", entry.idx, kind=entry.kind)
        # The tree is rebuilt from content wherever content can be read, so that a leaf exchanged together with its
        # payload still shows at the commit's root.
        self.frontier.extend([again])
        self._reach(self.frontier.size)
        if parsed is not None:
            self._row(entry, parsed)

    def _reach(self, size: int) -> None:
        if self.against is not None and size == self.against.size:
            self.against_root = self.frontier.root()

    def _row(self, entry: Entry, parsed: dict[str, Any]) -> None:
        header = parsed["header"]
        kind = header.get("kind")
        if kind != entry.kind or header.get("version") != str(entry.version) or header.get("id") != str(entry.record):
            self._say("verify-header-differs", entry.idx, kind=entry.kind)
        model = self.models.get(str(kind))
        if model is None:
            self._say("verify-unknown-kind", entry.idx, kind=str(kind))
            return
        try:
            fields = upcast(model.KIND, entry.version, parsed["fields"], model.VERSION)
        except NoSuchVersion:
            self._say("verify-unknown-version", entry.idx, kind=model.KIND, version=str(entry.version))
            return
        rows = self.rows[model.KIND]
        for row in rows.before(entry.idx):
            self._say("verify-row-without-entry", row.idx, kind=model.KIND)
        row = rows.take(entry.idx)
        if row is None:
            self._say("verify-row-missing", entry.idx, kind=model.KIND)
            return
        self._compare(row, header | {"version": str(model.VERSION)}, fields)
        for name, digest in parsed["sealed"].items():
            self.seals[row.id, name] = (entry.idx, digest)
        self.replay.take(row)

    def _compare(self, row: Record, header: dict[str, Any], fields: dict[str, Any]) -> None:
        try:
            stored = header_of(row) | fields_of(row)
        except (ValueError, TypeError, AttributeError):
            self._say("verify-row-broken", row.idx, kind=row.KIND)
            return
        wanted = header | fields
        if stored != wanted:
            for name in sorted(stored.keys() | wanted.keys()):
                if stored.get(name) != wanted.get(name):
                    self._say("verify-field-differs", row.idx, kind=row.KIND, field=name)

    def _sealed(self) -> int:
        erased = 0
        for held in SealedValue.objects.order_by("id").iterator(CHUNK):
            idx, digest = self.seals.pop((held.record, held.field), (-1, ""))
            if idx < 0:
                self._say("verify-sealed-stray", idx, field=held.field)
            elif held.erased_at is not None and held.value is None:
                erased += 1
            elif (
                held.value is None
                or held.salt is None
                or field_digest(bytes(held.salt), held.field, held.value).hex() != digest
            ):
                self._say("verify-sealed-differs", idx, field=held.field)
        for (_, name), (idx, _) in self.seals.items():
            self._say("verify-sealed-missing", idx, field=name)
        return erased

    def _checkpoint(self) -> None:
        if self.against is None:
            return
        if self.against.size > self.frontier.size:
            self._say("verify-shorter-than-checkpoint", self.frontier.size, size=str(self.against.size))
        elif self.against_root != self.against.root:
            self._say("verify-not-the-checkpoint", self.against.size - 1, size=str(self.against.size))
