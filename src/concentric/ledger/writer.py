"""What a change may do while `append` holds the lock: add, supersede, void, step; and read what it decides by."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from uuid import UUID


from concentric.core.merkle import Frontier
from concentric.ledger import matters
from concentric.ledger.actor import Actor
from concentric.ledger.ids import new_id
from concentric.ledger.insert import insert, update
from concentric.ledger.models import Entry, Head, InForce, Matter, Record, SealedValue, Step, Void
from concentric.ledger.payload import Sealed, encode, kinds
from concentric.ledger.refusals import AlreadyKept, NotInForce

CHUNK = 5_000  # records held in memory before they are written; more gains no speed
_HEAD_FIELDS = ("state", "n", "holder", "due", "strength", "amounts", "detail")
LOOKUP = 500  # keys in one query: SQLite takes 999 variables at most on old systems


class Writer:
    """The one hand that writes. Records get their index in the order in which they are added.

    Made by `append` only. Nothing is visible to others before the transaction commits, and a refusal undoes all of it.
    """

    def __init__(self, actor: Actor, at: datetime, frontier: Frontier) -> None:
        self.actor = actor
        self.at = at
        self.frontier = frontier
        self.first = frontier.size
        self.next = frontier.size
        self._records: list[Record] = []
        self._sealed: dict[UUID, Mapping[str, Sealed]] = {}
        self._keys: dict[tuple[str, str], UUID | None] = {}
        self._heads: dict[UUID, Head] = {}
        self._dirty: set[UUID] = set()
        self._fresh: set[UUID] = set()
        self._latest: dict[UUID, InForce] = {}
        self._to_force: dict[UUID, InForce] = {}
        self._to_move: dict[UUID, InForce] = {}
        self._to_void: set[UUID] = set()

    # -- reading -------------------------------------------------------------------------------------------------

    def in_force(self, model: type[Record], key: str) -> UUID | None:
        """The root of the thing of this kind that bears `key` in the actor's office. One query if not prefetched."""
        self.prefetch(model, [key])
        return self._keys[model.KIND, key]

    def prefetch(self, model: type[Record], keys: Iterable[str]) -> None:
        """Read many keys at once: one query for each 500."""
        wanted = list({key for key in keys if (model.KIND, key) not in self._keys})
        for start in range(0, len(wanted), LOOKUP):
            part = wanted[start : start + LOOKUP]
            held = InForce.objects.filter(kind=model.KIND, office=self.actor.office, key__in=part)
            found = {row.key: row for row in held}
            for key in part:
                row = found.get(key)
                self._keys[model.KIND, key] = row.root if row else None
                if row and row.root not in self._latest:
                    self._latest[row.root] = row

    def head(self, matter: UUID) -> Head:
        """Where a matter stands. One query if it was not prefetched. NotInForce when there is no such matter."""
        if matter not in self._heads:
            self.prefetch_heads([matter])
        try:
            return self._heads[matter]
        except KeyError:
            raise NotInForce("ledger-not-in-force", what=str(matter)) from None

    def prefetch_heads(self, roots: Iterable[UUID]) -> None:
        """Read many heads at once: one query for each 500."""
        wanted = list({root for root in roots if root not in self._heads})
        for start in range(0, len(wanted), LOOKUP):
            for head in Head.objects.filter(matter__in=wanted[start : start + LOOKUP]):
                self._heads[head.matter] = head

    def _row(self, root: UUID, kind: str) -> InForce:
        row = self._to_force.get(root) or self._latest.get(root)
        if row is None:
            row = InForce.objects.filter(root=root).first()
        if row is None or row.kind != kind or root in self._to_void:
            raise NotInForce("ledger-not-in-force", what=f"{kind} {root}")
        self._latest[root] = row
        return row

    # -- writing -------------------------------------------------------------------------------------------------

    def add(self, record: Record, sealed: Mapping[str, str] | None = None) -> UUID:
        """Enter a new thing and return its root. AlreadyKept when its number is taken. A matter opens its course."""
        self._stamp(record)
        record.root = record.id
        key = self._claim(record)
        if isinstance(record, Matter):
            head = matters.opened(record)
            self._heads[record.id] = head
            self._fresh.add(record.id)
            self._dirty.add(record.id)
        self._enter(record, sealed)
        self._force(record, key)
        return record.id

    def supersede(
        self, root: UUID, record: Record, reason: str, sealed: Mapping[str, str] | None = None
    ) -> UUID:
        """Enter a new version of a thing, with the reason. Returns the id of the version.

        `sealed` must hold every sealed value that is still true: versions don't inherit them.
        """
        row = self._row(root, record.KIND)
        self._stamp(record)
        record.root, record.supersedes_id, record.reason = root, row.latest, reason
        key = getattr(record, record.NATURAL_KEY) if record.NATURAL_KEY else None
        if key != row.key:
            key = self._claim(record)
            self._keys.pop((record.KIND, row.key), None)
        if isinstance(record, Matter):
            self._heads[root] = matters.reopened(record, self.head(root), self._steps(type(record), root))
            self._dirty.add(root)
        self._enter(record, sealed)
        row.latest, row.key = record.id, key
        if root not in self._to_force:
            self._to_move[root] = row
        return record.id

    def void(self, root: UUID, kind: str, reason: str) -> UUID:
        """Take a plain record, or a matter on which no step stands, out of force."""
        row = self._row(root, kind)
        mark = Void(target=root, target_kind=kind, reason=reason)
        self._stamp(mark)
        mark.root = mark.id
        self._enter(mark, None)
        self._force(mark, None)
        self._leave(root, kind, row.key)
        model = kinds()[kind]
        if issubclass(model, Matter):
            if matters.standing(self._steps(model, root)):
                raise NotInForce("ledger-steps-stand", what=f"{kind} {row.key or root}")
            self._heads[root] = matters.voided(self.head(root))
            self._dirty.add(root)
        return mark.id

    def step(self, step: Step) -> UUID:
        """Take the next step of a matter: its course decides, and its refusal is passed on. Returns the step's id.

        `step.matter_id` is the matter's root; `n` and `state` are set here.
        """
        matter: UUID = step.matter_id  # type: ignore[attr-defined]
        head = self.head(matter)
        self._stamp(step)
        step.root = step.id
        step.n = head.n + 1
        key = self._claim(step)
        self._heads[matter] = matters.stepped(head, step)
        step.state = self._heads[matter].state
        self._dirty.add(matter)
        self._enter(step, None)
        self._force(step, key)
        if step.name == "reversed":
            taken_back = self._step(type(step), matter, step.of)
            self._leave(taken_back.id, step.KIND, taken_back.number or None)
        return step.id

    # -- inside --------------------------------------------------------------------------------------------------

    def _stamp(self, record: Record) -> None:
        actor = self.actor
        record.id = record.id or new_id()  # set beforehand only by the founding, which names itself as office
        record.idx = self.next
        record.office = actor.office
        record.recorded_at = self.at
        record.recorded_by = actor.key
        record.channel = actor.channel
        record.attested_by = actor.organisation
        self.next += 1

    def _claim(self, record: Record) -> str | None:
        key: str | None = (getattr(record, record.NATURAL_KEY) or None) if record.NATURAL_KEY else None
        if key is not None:
            if self.in_force(type(record), key) is not None:
                raise AlreadyKept("ledger-already-kept", what=record.KIND, number=key)
            self._keys[record.KIND, key] = record.root or record.id
        return key

    def _enter(self, record: Record, sealed: Mapping[str, str] | None) -> None:
        if sealed:
            unknown = set(sealed) - set(record.SEALED)
            if unknown:
                raise TypeError(f"{record.KIND} seals no {', '.join(sorted(unknown))}")
            self._sealed[record.id] = {
                name: Sealed(value, os.urandom(16)) for name, value in sealed.items() if value != ""
            }
        self._records.append(record)
        if len(self._records) >= CHUNK:
            self._flush()

    def _force(self, record: Record, key: str | None) -> None:
        self._to_force[record.root] = InForce(
            root=record.root, kind=record.KIND, office=record.office, key=key, latest=record.id
        )

    def _leave(self, root: UUID, kind: str, key: str | None) -> None:
        if key is not None:
            self._keys[kind, key] = None
        if self._to_force.pop(root, None) is None:
            self._to_void.add(root)
        self._to_move.pop(root, None)

    def _steps(self, model: type[Matter], root: UUID) -> list[Step]:
        self._flush()
        return list(matters.step_model(model).objects.filter(matter_id=root).order_by("n"))

    def _step(self, model: type[Step], matter: UUID, n: int | None) -> Step:
        found = model.objects.filter(matter_id=matter, n=n).first()
        if found is None:
            self._flush()
            found = model.objects.get(matter_id=matter, n=n)
        return found

    def _flush(self) -> None:
        """Write what is held: entries, typed rows by table, sealed values, and the projection of what is in force."""
        entries: list[Entry] = []
        tables: dict[type[Record], list[Record]] = defaultdict(list)
        seals: list[SealedValue] = []
        for record in self._records:
            salt = os.urandom(16)
            sealed = self._sealed.get(record.id, {})
            payload, leaf = encode(record, salt, sealed)
            entries.append(
                Entry(
                    idx=record.idx,
                    kind=record.KIND,
                    version=record.VERSION,
                    record=record.id,
                    payload=payload,
                    salt=salt,
                    leaf=leaf,
                )
            )
            tables[type(record)].append(record)
            seals.extend(SealedValue(record=record.id, field=n, value=s.value, salt=s.salt) for n, s in sealed.items())
        self._records, self._sealed = [], {}
        self.frontier.extend(entry.leaf for entry in entries)
        insert(entries)
        for rows in tables.values():
            insert(rows)
        insert(seals)
        if self._to_void:
            InForce.objects.filter(root__in=self._to_void).delete()
            self._to_void = set()
        # Those that move may free a key that another takes, so they go before the new ones.
        update(list(self._to_move.values()), ["key", "latest"])
        self._to_move = {}
        insert(list(self._to_force.values()))
        self._to_force = {}
        insert([self._heads[root] for root in self._fresh])
        update([self._heads[root] for root in self._dirty - self._fresh], _HEAD_FIELDS)
        self._fresh, self._dirty = set(), set()
        if len(self._heads) > 4 * CHUNK:
            self._heads = {}
        if len(self._latest) > 4 * CHUNK:
            self._latest = {}

    def finish(self) -> None:
        """Write everything that is still held."""
        self._flush()
