"""What a change may do while `append` holds the lock: add, supersede, void, step; and read what it decides by."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models

from concentric.core.courses import State
from concentric.core.merkle import Frontier
from concentric.ledger import matters
from concentric.ledger.actor import Actor
from concentric.ledger.behind import Behind
from concentric.ledger.ids import new_id
from concentric.ledger.insert import id_form, rows_of, update
from concentric.ledger.matters import Live
from concentric.ledger.models import Charter, Entry, Head, InForce, Matter, Record, SealedValue, Step, Void
from concentric.ledger.payload import Sealed, encode, kinds
from concentric.ledger.refusals import AlreadyKept, NotInForce
from concentric.ledger.select import id_of, places, select

CHUNK = 5_000  # records held in memory before they are written; more gains no speed
LOOKUP = 500  # keys in one query: SQLite takes 999 variables at most on old systems
HELD = 4 * CHUNK  # matters and versions remembered after they were written


@dataclass(slots=True)
class _Version:
    """A row of `InForce` as this transaction knows it."""

    kind: str
    key: str | None
    latest: UUID


class Writer:
    """The one hand that writes. Records get their index in the order in which they are added.

    Made by `append` only. Nothing is visible to others before the transaction commits, and a refusal undoes all of it.
    """

    def __init__(self, actor: Actor, at: datetime, frontier: Frontier, behind: Behind) -> None:
        self.actor = actor
        self.at = at
        self.frontier = frontier
        self.first = frontier.size
        self.next = frontier.size
        self._behind = behind
        self._records: list[Record] = []
        self._sealed: dict[UUID, Mapping[str, Sealed]] = {}
        self._keys: dict[tuple[str, str], UUID | None] = {}
        self._matters: dict[UUID, Live] = {}
        self._opened: set[UUID] = set()
        self._moved: set[UUID] = set()
        self._known: dict[UUID, _Version] = {}
        self._entered: dict[UUID, _Version] = {}
        self._corrected: dict[UUID, _Version] = {}
        self._gone: set[UUID] = set()

    # -- reading -------------------------------------------------------------------------------------------------

    def in_force(self, model: type[Record], key: str) -> UUID | None:
        """The root of the thing of this kind that bears `key` in the actor's office. One query if not prefetched."""
        held = (model.KIND, key)
        if held not in self._keys:
            self.prefetch(model, [key])
        return self._keys[held]

    def prefetch(self, model: type[Record], keys: Iterable[str]) -> None:
        """Read many keys at once: one query for each 500; a single one while nothing of the kind is in force."""
        kind = model.KIND
        wanted = list({key for key in keys if (kind, key) not in self._keys})
        held = InForce.objects.filter(kind=kind, office=self.actor.office)
        # Asking for each key costs more than asking whether there is anything at all: a first import is large.
        size = LOOKUP if len(wanted) <= LOOKUP or held.exists() else len(wanted)
        for start in range(0, len(wanted), size):
            part = wanted[start : start + size]
            self._keys.update(dict.fromkeys([(kind, key) for key in part]))
            if size != LOOKUP:
                continue
            mine = (" IS NULL",) if self.actor.office is None else (" = %s", self.actor.office)
            asked = (
                f"SELECT key, root, latest FROM ledger_inforce WHERE kind = %s AND key IN ({places(part)}) AND office"
            )
            for key, held_root, latest in select(asked + str(mine[0]), kind, *part, *mine[1:]):
                root = self._keys[kind, key] = id_of(held_root)
                if root not in self._entered:
                    self._known.setdefault(root, _Version(kind, key, id_of(latest)))

    def matter(self, root: UUID) -> Live:
        """Where a matter stands. One query if it was not prefetched. NotInForce when there is no such matter."""
        if root not in self._matters:
            self.prefetch_matters([root])
        live = self._matters.get(root)
        # Whether another office keeps such a matter is not to be told either.
        if live is None or live.opening.office != str(self.actor.office or ""):
            raise NotInForce("ledger-not-in-force", what=str(root))
        return live

    def prefetch_matters(self, roots: Iterable[UUID]) -> None:
        """Read where many matters stand: one query for each 500."""
        wanted = list({root for root in roots if root not in self._matters})
        for start in range(0, len(wanted), LOOKUP):
            part = wanted[start : start + LOOKUP]
            asked = f"SELECT matter, kind, state, n, detail FROM ledger_head WHERE matter IN ({places(part)})"
            for matter, kind, state, n, detail in select(asked, *part):
                root = id_of(matter)
                self._matters[root] = matters.loaded(root, kind, state, n, json.loads(detail))

    # -- writing -------------------------------------------------------------------------------------------------
    # Each verb first asks everything that may refuse, and only then changes what the writer holds: a change may catch a
    # refusal and carry on without leaving a gap in the index or a number taken by nobody.

    def add(self, record: Record, sealed: Mapping[str, str] | None = None, *, live: Live | None = None) -> UUID:
        """Enter a new thing and return its root. AlreadyKept when its number is taken. A matter opens its course.

        `live`, for a matter whose id is set beforehand: as its course opened it already (see `step`).

        TypeError for a step, which only `step` takes, and for a charter that is not the first record.
        """
        if isinstance(record, Step) or (isinstance(record, Charter) and self.next > 0):
            raise TypeError(f"a {record.KIND} is not added")
        self._stamp(record)
        root = record.root = record.id
        key = self._free(record)
        seals = _seals(record, sealed)
        if isinstance(record, Matter):
            self._matters[root] = live or matters.opened(record)
            self._opened.add(root)
        self._entered[root] = _Version(record.KIND, key, root)
        self._take(record, key)
        self._enter(record, seals)
        return root

    def supersede(self, root: UUID, record: Record, reason: str, sealed: Mapping[str, str] | None = None) -> UUID:
        """Enter a new version of a thing, with the reason. Returns the id of the version.

        `sealed` must hold every sealed value that is still true: versions don't inherit them. TypeError for a step or a
        void, which have one version only.
        """
        if isinstance(record, Step | Void):
            raise TypeError(f"a {record.KIND} has no second version")
        version = self._version(root, record.KIND)
        self._stamp(record)
        record.root, record.supersedes_id, record.reason = root, version.latest, reason
        key = _key(record)
        moved = key != version.key
        if moved:
            self._free(record)
        seals = _seals(record, sealed)
        if isinstance(record, Matter):
            self._matters[root] = matters.reopened(record, self.matter(root), self._steps(type(record), root))
            self._moved.add(root)
        if moved and version.key is not None:
            self._keys[record.KIND, version.key] = None
        version.latest, version.key = record.id, key
        if root not in self._entered:
            self._corrected[root] = version
        self._take(record, key)
        self._enter(record, seals)
        if moved:
            # Two things may pass a number on to each other: their rows must move in the order in which they did.
            self._flush()
        return record.id

    def void(self, root: UUID, kind: str, reason: str) -> UUID:
        """Take a plain record, or a matter on which no step stands, out of force.

        TypeError for a step (a counter-step takes it back), a void and the charter.
        """
        model = kinds()[kind]
        if issubclass(model, Step | Void | Charter):
            raise TypeError(f"a {kind} is not voided")
        version = self._version(root, kind)
        if issubclass(model, Matter):
            live = self.matter(root)
            # The state knows its standing steps: to read them again would mean a flush and a query for each void.
            if live.state.standing:
                raise NotInForce("ledger-steps-stand", what=f"{kind} {version.key or root}")
            self._matters[root] = matters.voided(live)
            self._moved.add(root)
        mark = Void(target=root, target_kind=kind, reason=reason)
        self._stamp(mark)
        mark.root = mark.id
        self._leave(root, kind, version.key)
        self._entered[mark.id] = _Version(mark.KIND, None, mark.id)
        self._enter(mark, {})
        return mark.id

    def step(self, step: Step, *, after: State | None = None) -> UUID:
        """Take the next step of a matter: its course decides, and its refusal is passed on. Returns the step's id.

        `step.matter_id` is the matter's root; `n` and `state` are set here. `after` is what the course answered to this
        very step when it was asked at the position that is written on: an import asks while it plans, and plans anew
        when the log has moved. `verify` folds again in any case.
        """
        root = step.matter_id
        live = self.matter(root)
        self._stamp(step)
        step.root = step.id
        step.n = live.state.n + 1
        key = self._free(step)
        live = matters.stepped(live, step) if after is None else matters.given(live, after, step.n)
        step.state = live.state.name
        back = self._step(type(step), root, step.of) if step.name == "reversed" else None
        self._matters[root] = live
        self._moved.add(root)
        if back is not None:
            self._leave(back.id, step.KIND, _key(back))
        self._entered[step.id] = _Version(step.KIND, key, step.id)
        self._take(step, key)
        self._enter(step, {})
        return step.id

    # -- inside --------------------------------------------------------------------------------------------------

    def _version(self, root: UUID, kind: str) -> _Version:
        version = self._entered.get(root) or self._corrected.get(root) or self._known.get(root)
        if version is None and root not in self._gone:
            mine = InForce.objects.filter(root=root, office=self.actor.office)
            row = mine.values_list("kind", "key", "latest").first()
            if row is not None:
                version = self._known[root] = _Version(*row)
        if version is None or version.kind != kind or root in self._gone:
            raise NotInForce("ledger-not-in-force", what=f"{kind} {root}")
        return version

    def _stamp(self, record: Record) -> None:
        actor = self.actor
        record.id = record.id or new_id()  # set beforehand only by the founding, which names itself as office
        record.office = actor.office
        record.recorded_at = self.at
        record.recorded_by = actor.key
        record.channel = actor.channel
        record.attested_by = actor.organisation

    def _free(self, record: Record) -> str | None:
        """The record's number, once it is sure that nothing in force bears it."""
        key = _key(record)
        if key is not None and self.in_force(type(record), key) is not None:
            raise AlreadyKept("ledger-already-kept", what=record.KIND, number=key)
        return key

    def _take(self, record: Record, key: str | None) -> None:
        if key is not None:
            self._keys[record.KIND, key] = record.root

    def _enter(self, record: Record, seals: Mapping[str, Sealed]) -> None:
        """Give the record its index and hold it. The last act of a verb: it may write all that is held."""
        record.idx = self.next
        self.next += 1
        if seals:
            self._sealed[record.id] = seals
        self._records.append(record)
        if len(self._records) >= CHUNK:
            self._behind.begin()
            self._flush()

    def _leave(self, root: UUID, kind: str, key: str | None) -> None:
        if key is not None:
            self._keys[kind, key] = None
        self._known.pop(root, None)
        self._corrected.pop(root, None)
        if self._entered.pop(root, None) is None:
            self._gone.add(root)

    def _steps(self, model: type[Matter], root: UUID) -> list[Step]:
        self._flush()
        return list(matters.steps_of(model, root))

    def _step(self, model: type[Step], matter: UUID, n: int | None) -> Step:
        taken: Any = model.objects
        found: Step | None = taken.filter(matter_id=matter, n=n).first()
        if found is None:
            self._flush()
            found = taken.get(matter_id=matter, n=n)
        return found

    def _flush(self) -> None:
        """Write what is held: entries, typed rows by table, sealed values, and the two projections."""
        entries: list[tuple[Any, ...]] = []
        leaves: list[bytes] = []
        as_id = id_form()
        tables: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)
        seals: list[dict[str, Any]] = []
        salts = os.urandom(16 * len(self._records))
        nothing: dict[str, Sealed] = {}
        for at, record in enumerate(self._records):
            salt = salts[16 * at : 16 * at + 16]
            sealed = self._sealed.get(record.id, nothing) if self._sealed else nothing
            payload, leaf = encode(record, salt, sealed)
            entries.append((record.idx, record.KIND, record.VERSION, as_id(record.id), payload, salt, leaf))
            leaves.append(leaf)
            tables[type(record)].append(record.__dict__)
            for name, held in sealed.items():
                seals.append(
                    {
                        "record": record.id,
                        "field": name,
                        "value": held.value,
                        "salt": held.salt,
                        "erased_at": None,
                        "erased_because": "",
                    }
                )
        self._records, self._sealed = [], {}
        self.frontier.extend(leaves)
        self._behind.insert(Entry, entries)
        # What others point at goes first: while a row points at nothing yet, SQLite looks for who waits for each new
        # one, through all rows of tables that have no index for it. Over a large ledger that never ended.
        for model in sorted(tables, key=_depth):
            self._behind.insert(model, rows_of(model, tables[model]))
        self._behind.insert(SealedValue, rows_of(SealedValue, seals))
        self._project()

    def _project(self) -> None:
        if self._gone:
            gone = list(self._gone)
            for start in range(0, len(gone), LOOKUP):
                InForce.objects.filter(root__in=gone[start : start + LOOKUP]).delete()
            self._gone = set()
        as_id = id_form()
        office = as_id(self.actor.office) if self.actor.office is not None else None
        # Corrected ones may free a key that a new one takes, so they go first.
        if self._corrected:
            self._behind.settle()
            corrected = [{"root": root, "key": v.key, "latest": v.latest} for root, v in self._corrected.items()]
            update(InForce, corrected, ("key", "latest"))
        entered = [(as_id(r), v.kind, office, v.key, as_id(v.latest)) for r, v in self._entered.items()]
        self._behind.insert(InForce, entered)
        live = self._matters
        self._behind.insert(Head, rows_of(Head, [live[root].row() for root in self._opened]))
        self._behind.put(Head, rows_of(Head, [live[root].row() for root in self._moved - self._opened]))
        self._opened, self._moved = set(), set()
        self._corrected, self._entered = {}, {}
        if len(self._matters) > HELD:
            self._matters = {}
        if len(self._known) > HELD:
            self._known = {}

    def finish(self) -> None:
        """Write everything that is still held."""
        self._flush()


@cache
def _depth(model: type[models.Model]) -> int:
    """How many tables stand one above another over this one: 0 where its rows point at no other table."""
    targets = {field.related_model for field in model._meta.concrete_fields if field.related_model} - {model}
    return max((1 + _depth(target) for target in targets), default=0)


def _key(record: Record) -> str | None:
    """The record's number; None where it has none, for only numbers must be unique."""
    return (getattr(record, record.NATURAL_KEY) or None) if record.NATURAL_KEY else None


def _seals(record: Record, sealed: Mapping[str, str] | None) -> dict[str, Sealed]:
    """Each sealed value that is not empty, with a salt of its own. TypeError for one that the noun doesn't seal."""
    if not sealed:
        return {}
    unknown = set(sealed) - set(record.SEALED)
    if unknown:
        raise TypeError(f"{record.KIND} seals no {', '.join(sorted(unknown))}")
    return {name: Sealed(value, os.urandom(16)) for name, value in sealed.items() if value != ""}
