"""Rebuild the tree and every projection from the entries alone, and name each row that doesn't agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from concentric.core.merkle import Frontier
from concentric.core.notes import Checkpoint
from concentric.core.terms.findings import Finding
from concentric.core.terms.words import say
from concentric.ledger import stored
from concentric.ledger.garbage import no_collection
from concentric.ledger.lock import reading
from concentric.ledger.models import Commit, Entry, Record, SealedValue
from concentric.ledger.payload import NoSuchVersion, NotCanonical, decode, field_digest, kinds, upcast
from concentric.ledger.replay import Replay
from concentric.ledger.stored import ID, Row, Shape

Progress = Callable[[int, int], None]
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError)
_END = 1 << 63


@dataclass
class Report:
    """What `verify` saw: `size` entries, the tree's `root` as rebuilt, what was lawfully erased, and the findings.

    `against` is the size that the checkpoint signed which the tree was held against; None without one.
    """

    size: int
    root: bytes
    erased: int = 0
    findings: list[Finding] = field(default_factory=list)
    against: int | None = None

    def as_json(self, lang: str) -> dict[str, object]:
        """For programs: sizes, root as hex, and the findings with the index of the entry each speaks of (-1: none)."""
        found = [
            {"key": each.key, "idx": int(each.args.get("idx", -1)), "says": each.says(lang)} for each in self.findings
        ]
        advice = say("verify-advice", lang) if found else ""
        return {
            "size": self.size,
            "root": self.root.hex(),
            "against": self.against,
            "erased": self.erased,
            "findings": found,
            "advice": advice,
        }


def verify(*, against: Checkpoint | None = None, progress: Progress | None = None) -> Report:
    """Read the whole ledger once, in one snapshot, and compare everything that can be computed with what is stored.

    Checked: indexes without gaps; payloads canonical; each leaf, each commit's root, frontier, time, account and
    channel; each typed row; what is in force; each step's state and each matter's head; each sealed value; and, with
    `against`, that the tree still begins with the one the checkpoint signed, under the same name. Memory grows with
    the number of things, not of entries. Nothing is written, and no writer waits.
    """
    with reading(), no_collection():
        return _Verification(against, progress).run()


class _Rows:
    """The typed rows of one noun in the order of their index, read alongside the log."""

    def __init__(self, shape: Shape, there: bool) -> None:
        self.shape = shape
        self.rows: Iterator[Row] = shape.stored() if there else iter(())
        self.held: Row | None = next(self.rows, None)

    def before(self, idx: int) -> Iterator[int]:
        """The indexes of rows below `idx` that no entry asked for."""
        while self.held is not None and (type(self.held[0]) is not int or self.held[0] < idx):
            yield self.held[0] if type(self.held[0]) is int else -1
            self.held = next(self.rows, None)

    def take(self, idx: int) -> Row | None:
        """The row at `idx`, if it is there."""
        row = self.held
        if row is None or row[0] != idx:
            return None
        self.held = next(self.rows, None)
        return row


class _Verification:
    def __init__(self, against: Checkpoint | None, progress: Progress | None) -> None:
        self.against = against
        self.progress = progress
        self.findings: list[Finding] = []
        self.frontier = Frontier()
        # The tree as the commits claim it, once they claim another than the entries make: so that each commit behind an
        # edited one is held to what was added since, and not blamed for what came before.
        self.claimed: Frontier | None = None
        there = set(connection.introspection.table_names())
        self.rows: dict[str, _Rows] = {}
        for kind, model in kinds().items():
            shape = stored.shape(model, connection.vendor)
            self.rows[kind] = _Rows(shape, model._meta.db_table in there)
        self.replay = Replay(self._say)
        self.seals: dict[tuple[str, str], tuple[int, str]] = {}
        self.against_root: bytes | None = None
        self.origin = ""
        self.as_id, self.as_time = stored.id_form(), stored.time_form()
        self.said: tuple[str, str, str] = ("", "", "")
        self.strange = -1
        self.expected = 0

    def _say(self, key: str, idx: int, **args: str) -> None:
        self.findings.append(Finding(key, {"idx": str(idx), **args}))

    def run(self) -> Report:
        """Read everything once."""
        read = ["idx", "kind", "version", stored.id_column("record"), "payload", "salt", "leaf"]
        entries = stored.rows(Entry._meta.db_table, read, "idx")
        entry = next(entries, None)
        read = ["size", "first", "root", "frontier", stored.time_column("at"), "actor", "channel"]
        total = self._total() if self.progress else 0
        end, last = 0, ""
        if self.against is not None and self.against.size == 0:
            self.against_root = self.frontier.root()
        for size, first, root, frontier, at, actor, channel in stored.rows(Commit._meta.db_table, read, "size"):
            if first != end or size <= first:
                self._say("verify-commit-gap", first, expected=str(end), size=str(size))
            if str(at) < last:
                self._say("verify-time-goes-back", first)
            end, last = size, str(at)
            self.said, self.strange = (at, actor, channel), -1
            leaves = []
            while entry is not None and entry[0] < size:
                leaves.append(self._entry(entry))
                entry = next(entries, None)
            self._grow(leaves)
            if self.expected < size:
                self._say("verify-entries-missing", self.expected, size=str(size))
                self.expected = size
            if self.strange >= 0:
                self._say("verify-commit-differs", self.strange)
            self._commit(first, size, bytes(root), bytes(frontier))
            if self.progress:
                self.progress(min(size, total), total)
        while entry is not None:
            self._say("verify-after-last-commit", entry[0], kind=str(entry[1]))
            entry = next(entries, None)
        for kind, rows in self.rows.items():
            for idx in rows.before(_END):
                self._say("verify-row-without-entry", idx, kind=kind)
        self.replay.compare()
        erased = self._sealed()
        self._checkpoint()
        against = self.against.size if self.against is not None else None
        return Report(self.frontier.size, self.frontier.root(), erased, self.findings, against)

    def _total(self) -> int:
        last = Entry.objects.order_by("-idx").values_list("idx", flat=True).first()
        return 0 if last is None else last + 1

    def _grow(self, leaves: list[bytes]) -> None:
        if self.against is not None and 0 < (until := self.against.size - self.frontier.size) <= len(leaves):
            self.frontier.extend(leaves[:until])
            self.against_root = self.frontier.root()
            self.frontier.extend(leaves[until:])
        else:
            self.frontier.extend(leaves)
        if self.claimed is not None:
            self.claimed.extend(leaves)

    def _commit(self, first: int, size: int, root: bytes, frontier: bytes) -> None:
        tree = self.claimed or self.frontier
        wrong = False
        if tree.root() != root:
            self._say("verify-root-differs", first, size=str(size))
            wrong = True
        if tree.to_bytes() != frontier:
            self._say("verify-frontier-differs", first, size=str(size))
            wrong = True
        if wrong:
            try:
                claimed = Frontier.from_bytes(frontier)
            except ValueError:
                return
            if claimed.size == size and claimed.root() == root:
                self.claimed = claimed

    def _entry(self, entry: Row) -> bytes:
        """Check one entry and its row. The leaf as its content makes it, so that the tree is rebuilt from content."""
        idx, kind, version, record, payload, salt, leaf = entry
        leaf = bytes(leaf)
        if idx != self.expected:
            self._say("verify-index-gap", idx, expected=str(self.expected))
        self.expected = idx + 1
        try:
            parsed, again = decode(bytes(payload), bytes(salt))
        except NotCanonical:
            self._say("verify-payload-broken", idx, kind=str(kind))
            return leaf
        if again != leaf:
            self._say("verify-leaf-differs", idx, kind=str(kind))
        try:
            self._row(idx, parsed, kind, version, record)
        except _BROKEN:
            self._say("verify-row-broken", idx, kind=str(kind))
        return again

    def _row(self, idx: int, parsed: dict[str, dict[str, Any]], kind: str, version: int, record: str) -> None:
        header, fields = parsed["header"], parsed["fields"]
        named = header.get("kind")
        if named != kind or header.get("version") != str(version) or self.as_id(header["id"]) != record:
            self._say("verify-header-differs", idx, kind=str(kind))
        if self.strange < 0:
            said = (self.as_time(header["recorded_at"]), fields.get("recorded_by", ""), header["channel"])
            if said != self.said:
                self.strange = idx
        rows = self.rows.get(str(named))
        if rows is None:
            self._say("verify-unknown-kind", idx, kind=str(named))
            return
        shape = rows.shape
        model: type[Record] = shape.model
        for stray in rows.before(idx):
            self._say("verify-row-without-entry", stray, kind=model.KIND)
        row = rows.take(idx)
        if header["version"] != str(model.VERSION):
            try:
                fields = upcast(model.KIND, int(header["version"]), fields, model.VERSION)
            except NoSuchVersion:
                self._say("verify-unknown-version", idx, kind=model.KIND, version=str(version))
                return
        wanted = shape.wanted(idx, header, fields)
        if row is None:
            self._say("verify-row-missing", idx, kind=model.KIND)
        elif row != wanted:
            self._differences(idx, shape, row, wanted)
        for name, digest in parsed["sealed"].items():
            self.seals[wanted[ID], name] = (idx, digest)
        if idx == 0:
            self.origin = str(fields.get("origin", ""))
        self.replay.take(shape, wanted, header, fields)

    def _differences(self, idx: int, shape: Shape, row: Row, wanted: Row) -> None:
        for name, held, value in zip(shape.names, row, wanted, strict=True):
            if held != value:
                self._say("verify-field-differs", idx, kind=shape.model.KIND, field=name)

    def _sealed(self) -> int:
        erased = 0
        read = [stored.id_column("record"), "field", "value", "salt", stored.time_column("erased_at"), "erased_because"]
        for record, name, value, salt, erased_at, because in stored.rows(SealedValue._meta.db_table, read, "id"):
            idx, digest = self.seals.pop((record, name), (-1, ""))
            if idx < 0:
                self._say("verify-sealed-stray", idx, field=str(name))
            elif erased_at is not None or because:
                # An erasure takes value and salt together, says when and why, and leaves nothing to guess by.
                if value is None and salt is None and erased_at is not None and because:
                    erased += 1
                else:
                    self._say("verify-sealed-differs", idx, field=name)
            elif value is None or salt is None or field_digest(bytes(salt), name, value).hex() != digest:
                self._say("verify-sealed-differs", idx, field=name)
        for (_, name), (idx, _) in self.seals.items():
            self._say("verify-sealed-missing", idx, field=name)
        return erased

    def _checkpoint(self) -> None:
        if self.against is None:
            return
        if self.against.origin != self.origin:
            self._say("verify-other-ledger", -1, origin=self.against.origin)
        if self.against.size > self.frontier.size:
            self._say("verify-shorter-than-checkpoint", self.frontier.size, size=str(self.against.size))
        elif self.against_root != self.against.root:
            self._say("verify-not-the-checkpoint", self.against.size - 1, size=str(self.against.size))
