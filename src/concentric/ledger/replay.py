"""What the projections must be, computed from the log alone, in the order in which records were entered.

Ids and keys are kept as the database holds them (`stored.py`), so that comparing converts nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from concentric.core.courses import Step as CourseStep
from concentric.core.terms.findings import Refused
from concentric.ledger import matters, stored
from concentric.ledger.matters import Live
from concentric.ledger.models import Head, InForce, Matter, Step, Void
from concentric.ledger.stored import ID, OFFICE, ROOT, SUPERSEDES, Fields, Header, Row, Shape

Say = Callable[..., None]


class _Thing(NamedTuple):
    """What is in force, as a row of `InForce` without its root, and the entry that brought it about."""

    row: tuple[str, str | None, str | None, str]
    idx: int


class Replay:
    """Folds records one by one; `compare` then holds the stored projections against the result.

    `say(key, idx, **words)` is called for every difference.
    """

    def __init__(self, say: Say) -> None:
        self.say = say
        self.as_id = stored.id_form()
        self.things: dict[str, _Thing] = {}
        self.heads: dict[str, tuple[Live, int]] = {}
        self.steps: dict[str, list[tuple[str, CourseStep]]] = {}

    def take(self, shape: Shape, row: Row, header: Header, fields: Fields) -> None:
        """The next record of the log: its row as the log says it must be, and what its payload holds."""
        model = shape.model
        idx, id_, root, earlier = row[0], row[ID], row[ROOT], row[SUPERSEDES]
        key = (fields.get(model.NATURAL_KEY) or None) if model.NATURAL_KEY else None
        if earlier is None:
            if root != id_:
                self.say("verify-root-of-thing", idx, kind=model.KIND)
            self.things[root] = _Thing((model.KIND, row[OFFICE], key, id_), idx)
        else:
            thing = self.things.get(root)
            if thing is None or thing.row[3] != earlier or thing.row[0] != model.KIND:
                self.say("verify-supersedes-wrong", idx, kind=model.KIND)
            else:
                # Who keeps a thing is settled by its first version.
                self.things[root] = _Thing((model.KIND, thing.row[1], key, id_), idx)
        if issubclass(model, Step):
            self._step(model, idx, id_, fields)
        elif issubclass(model, Matter):
            self._matter(shape, model, idx, root, earlier, header, fields)
        elif issubclass(model, Void):
            self._void(idx, self.as_id(fields["target"]), fields["target_kind"])

    def _void(self, idx: int, target: str, kind: str) -> None:
        thing = self.things.pop(target, None)
        if thing is None or thing.row[0] != kind:
            self.say("verify-void-of-nothing", idx, kind=kind)
        if target in self.heads:
            head, _ = self.heads[target]
            self.heads[target] = (matters.voided(head), idx)

    def _matter(
        self,
        shape: Shape,
        model: type[Matter],
        idx: int,
        root: str,
        earlier: str | None,
        header: Header,
        fields: Fields,
    ) -> None:
        # Without the constructor, which costs ten times as much: a course needs the values only.
        matter = model.__new__(model)
        matter.__dict__.update(shape.values(header, fields))
        try:
            if earlier is None or root not in self.heads:
                head = matters.opened(matter)
            else:
                taken = [step for _, step in self.steps.get(root, [])]
                head = matters.refolded(self.heads[root][0], matter.opening(), taken)
        except Refused as refused:
            self.say("verify-course-refuses", idx, kind=model.KIND, why=refused.key)
            return
        self.heads[root] = (head, idx)

    def _step(self, model: type[Step], idx: int, id_: str, fields: Fields) -> None:
        matter = self.as_id(fields["matter"])
        held = self.heads.get(matter)
        if held is None:
            self.say("verify-step-of-nothing", idx, kind=model.KIND)
            return
        step = _course_step(fields)
        try:
            head = matters.moved(held[0], step)
        except Refused as refused:
            self.say("verify-course-refuses", idx, kind=model.KIND, why=refused.key)
            return
        if head.state.name != fields["state"]:
            self.say("verify-state-differs", idx, stored=fields["state"], folded=head.state.name)
        taken = self.steps.setdefault(matter, [])
        taken.append((id_, step))
        self.heads[matter] = (head, idx)
        if step.name == "reversed":
            for earlier, other in taken:
                if other.n == step.of:
                    self.things.pop(earlier, None)

    def compare(self) -> None:
        """Hold the stored projections against what the log says. Uses the replay up."""
        self.steps = {}
        self._compare_in_force()
        self._compare_heads()

    def _compare_in_force(self) -> None:
        read = [stored.id_column("root"), "kind", stored.id_column("office"), "key", stored.id_column("latest")]
        for root, *held in stored.rows(InForce._meta.db_table, read, "root"):
            thing = self.things.pop(root, None)
            if thing is None:
                self.say("verify-in-force-stray", -1, kind=held[0], root=str(root))
            elif tuple(held) != thing.row:
                self.say("verify-in-force-differs", thing.idx, kind=thing.row[0])
        for thing in self.things.values():
            self.say("verify-in-force-missing", thing.idx, kind=thing.row[0])

    def _compare_heads(self) -> None:
        names = ("kind", "state", "n", "holder", "due", "strength", "amounts", "detail")
        read = [stored.id_column("matter"), *(stored.date_column(name) if name == "due" else name for name in names)]
        for matter, *held in stored.rows(Head._meta.db_table, read, "matter"):
            known = self.heads.pop(matter, None)
            if known is None:
                self.say("verify-head-stray", -1, kind=str(held[0]), matter=str(matter))
                continue
            head, idx = known
            row = head.row()
            due = row["due"]
            wanted = row | {"due": None if due is None else due.isoformat()}
            for name, value in zip(names, held, strict=True):
                if value != wanted[name]:
                    self.say("verify-head-differs", idx, kind=head.kind, field=name)
        for head, idx in self.heads.values():
            self.say("verify-head-missing", idx, kind=head.kind)


def _course_step(fields: Fields) -> CourseStep:
    on, amount, of, until = (fields.get(name) for name in ("occurred_on", "amount", "of", "until"))
    return CourseStep(
        n=int(fields["n"]),
        name=fields["name"],
        on=None if on is None else date.fromisoformat(on),
        by=fields.get("attested_by", ""),
        amount=None if amount is None else Decimal(amount),
        of=None if of is None else int(of),
        note=fields.get("note", ""),
        until=None if until is None else date.fromisoformat(until),
        what=fields.get("what", ""),
        to=fields.get("party", ""),
    )
