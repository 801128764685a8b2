"""What the projections must be, computed from the records in the order in which they were entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.ledger import matters
from concentric.ledger.matters import Live
from concentric.ledger.models import Head, InForce, Matter, Record, Step, Void

Say = Callable[..., None]


@dataclass
class _Thing:
    kind: str
    office: UUID | None
    key: str | None
    latest: UUID
    idx: int


class Replay:
    """Folds records one by one; `compare` then holds the stored projections against the result.

    `say(key, idx, **words)` is called for every difference.
    """

    def __init__(self, say: Say) -> None:
        self.say = say
        self.things: dict[UUID, _Thing] = {}
        self.heads: dict[UUID, tuple[Live, int]] = {}
        self.steps: dict[UUID, list[Step]] = {}

    def take(self, record: Record) -> None:
        """The next record of the log."""
        if isinstance(record, Void):
            self._void(record)
        if isinstance(record, Step):
            self._step(record)
        elif isinstance(record, Matter):
            self._matter(record)
        self._force(record)

    def _key(self, record: Record) -> str | None:
        return (getattr(record, record.NATURAL_KEY) or None) if record.NATURAL_KEY else None

    def _force(self, record: Record) -> None:
        key = self._key(record)
        if record.supersedes_id is None:
            if record.root != record.id:
                self.say("verify-root-of-thing", record.idx, kind=record.KIND)
            self.things[record.root] = _Thing(record.KIND, record.office, key, record.id, record.idx)
            return
        thing = self.things.get(record.root)
        if thing is None or thing.latest != record.supersedes_id or thing.kind != record.KIND:
            self.say("verify-supersedes-wrong", record.idx, kind=record.KIND)
        else:
            thing.latest, thing.key, thing.idx = record.id, key, record.idx

    def _void(self, mark: Void) -> None:
        thing = self.things.pop(mark.target, None)
        if thing is None or thing.kind != mark.target_kind:
            self.say("verify-void-of-nothing", mark.idx, kind=mark.target_kind)
        if mark.target in self.heads:
            head, _ = self.heads[mark.target]
            self.heads[mark.target] = (matters.voided(head), mark.idx)

    def _matter(self, matter: Matter) -> None:
        try:
            if matter.supersedes_id is None or matter.root not in self.heads:
                head = matters.opened(matter)
            else:
                head = matters.reopened(matter, self.heads[matter.root][0], self.steps.get(matter.root, []))
        except Refused as refused:
            self.say("verify-course-refuses", matter.idx, kind=matter.KIND, why=refused.key)
            return
        self.heads[matter.root] = (head, matter.idx)

    def _step(self, step: Step) -> None:
        matter = step.matter_id
        held = self.heads.get(matter)
        if held is None:
            self.say("verify-step-of-nothing", step.idx, kind=step.KIND)
            return
        try:
            head = matters.stepped(held[0], step)
        except Refused as refused:
            self.say("verify-course-refuses", step.idx, kind=step.KIND, why=refused.key)
            return
        if head.state.name != step.state:
            self.say("verify-state-differs", step.idx, stored=step.state, folded=head.state.name)
        taken = self.steps.setdefault(matter, [])
        taken.append(step)
        self.heads[matter] = (head, step.idx)
        if step.name == "reversed":
            for earlier in taken:
                if earlier.n == step.of:
                    self.things.pop(earlier.id, None)

    def compare(self) -> None:
        """Hold the stored projections against what the log says."""
        for row in InForce.objects.order_by("root").iterator(2_000):
            thing = self.things.pop(row.root, None)
            if thing is None:
                self.say("verify-in-force-stray", -1, kind=row.kind, root=str(row.root))
            elif (row.kind, row.office, row.key, row.latest) != (thing.kind, thing.office, thing.key, thing.latest):
                self.say("verify-in-force-differs", thing.idx, kind=row.kind)
        for thing in self.things.values():
            self.say("verify-in-force-missing", thing.idx, kind=thing.kind)
        for stored in Head.objects.order_by("matter").iterator(2_000):
            held = self.heads.pop(stored.matter, None)
            if held is None:
                self.say("verify-head-stray", -1, kind=stored.kind, matter=str(stored.matter))
                continue
            head, idx = held
            for name, value in head.row().items():
                if getattr(stored, name) != value:
                    self.say("verify-head-differs", idx, kind=stored.kind, field=name)
        for head, idx in self.heads.values():
            self.say("verify-head-missing", idx, kind=head.kind)
