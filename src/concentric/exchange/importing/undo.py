"""The verb `undo`: take back everything that one import entered, by counter-records, in one commit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import ForeignKey

from concentric.access.models import Account
from concentric.core.courses.objections import is_objection
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import DEFAULT_LANG
from concentric.exchange.importing.imports import role_of_account
from concentric.exchange.models import ImportUndo, TrayRow, WorkbookImport
from concentric.exchange.rows.held import chunks
from concentric.keep.models import Evidence, FollowUp, SameAs
from concentric.ledger.actor import Actor
from concentric.ledger.append import Receipt, append
from concentric.ledger.models import Commit, Entry, InForce, Matter, Record, SealedValue, Step, Void
from concentric.ledger.payload import columns, kinds
from concentric.ledger.writer import Writer

NAMED = 8  # dependents named in a refusal


class NoSuchImport(Refused):
    """No import bears this number."""


class UndoneBefore(Refused):
    """The import was taken back already."""


class NotYourImport(Refused):
    """Another account made the import."""


class UndoNeedsReason(Refused):
    """Taking back needs a reason, as every correction does."""


class LaterRecordsStand(Refused):
    """Later records stand on what the import entered. `dependents` names each."""

    def __init__(self, dependents: list[str]) -> None:
        more = ", …" if len(dependents) > NAMED else ""
        super().__init__("undo-depends", count=len(dependents), what=", ".join(dependents[:NAMED]) + more)
        self.dependents = dependents


class CourseForbidsUndo(Refused):
    """A course does not allow the counter-step."""


class ForeignStep(Refused):
    """The import took back a step that somebody else attested: only they can say it again."""


@dataclass(frozen=True)
class Undone:
    """What came of it: how many counter-records, and the receipt."""

    number: str
    count: int
    receipt: Receipt


@dataclass(frozen=True)
class Made:
    """An import as `undo --list` shows it."""

    record: WorkbookImport
    count: int
    undone: bool


def made(actor: Actor) -> list[Made]:
    """The imports of the actor's office, oldest first; of other accounts only for the office itself."""
    held = WorkbookImport.objects.in_force().of_office(actor.office).order_by("idx")
    if role_of_account(actor) != "office":
        held = held.filter(recorded_by=actor.key)
    back = set(ImportUndo.objects.values_list("undone_id", flat=True))
    records = list(held)
    sizes = dict(Commit.objects.filter(first__in=[one.idx for one in records]).values_list("first", "size"))
    return [Made(one, sizes[one.idx] - one.idx - 1, one.root in back) for one in records]


def undo_import(actor: Actor, number: str, *, reason: str, lang: str = DEFAULT_LANG) -> Undone:
    """Take back import `number`. LaterRecordsStand when something rests on it; then nothing is changed.

    Steps get counter-steps, newest first; corrections are corrected back; new records are voided. `lang` is the
    language in which a course's refusal is quoted.
    """
    if not reason.strip():
        raise UndoNeedsReason("undo-needs-reason")
    record = WorkbookImport.objects.in_force().of_office(actor.office).filter(number=number).first()
    if record is None:
        raise NoSuchImport("undo-no-such-import", number=number)
    if record.recorded_by != actor.key and role_of_account(actor) != "office":
        raise NotYourImport("undo-not-yours", number=number)
    _refuse_twice(record)
    count = 0

    def change(writer: Writer) -> None:
        nonlocal count
        _refuse_twice(record)
        size = Commit.objects.values_list("size", flat=True).get(first=record.idx)
        undoing = _Undoing(record.idx + 1, size, reason.strip(), lang)
        undoing.check()
        writer.add(ImportUndo.fresh(undone_id=record.root, reason=reason.strip()))
        undoing.write(writer)
        count = writer.next - writer.first - 1
        TrayRow.objects.filter(office=actor.office, import_number=number).delete()

    receipt = append(actor, change, request_id=f"undo:{actor.office}:{number}", request=number.encode())
    return Undone(number, count, receipt)


def _refuse_twice(record: WorkbookImport) -> None:
    if ImportUndo.objects.filter(undone=record.root).exists():
        raise UndoneBefore("undo-done-before", number=record.number)


class _Undoing:
    """What an import entered: the records with indexes from `first` to before `size`."""

    def __init__(self, first: int, size: int, reason: str, lang: str) -> None:
        self.first = first
        self.size = size
        self.reason = reason
        self.lang = lang
        self.models = kinds()
        self.again: dict[tuple[UUID, int], int] = {}
        self.standing: set[UUID] = set()

    def entered(self) -> Iterator[Record]:
        """The records, newest first, read kind by kind in parts."""
        held = Entry.objects.filter(idx__gte=self.first, idx__lt=self.size).order_by("-idx")
        for part in chunks(held.values_list("idx", "kind").iterator(2_000), 2_000):
            by_kind: dict[str, list[int]] = defaultdict(list)
            for idx, kind in part:
                by_kind[kind].append(idx)
            rows = {
                row.idx: row
                for kind, found in by_kind.items()
                for some in chunks(found)
                for row in self.models[kind]._base_manager.filter(idx__in=some)
            }
            for idx, _ in part:
                yield rows[idx]

    # -- what stands on it -----------------------------------------------------------------------------------------

    def check(self) -> None:
        """LaterRecordsStand with everything that was entered since and rests on the import."""
        found: list[str] = []
        for part in chunks(self.entered(), 2_000):
            found += self._later_versions(part)
            new = [record for record in part if record.supersedes_id is None and not isinstance(record, Step | Void)]
            found += self._later_references(new)
            found += self._later_steps([record for record in part if isinstance(record, Step)])
        if found:
            raise LaterRecordsStand(list(dict.fromkeys(found)))

    def _later_versions(self, part: list[Record]) -> Iterator[str]:
        by_model: dict[type[Record], list[UUID]] = defaultdict(list)
        for record in part:
            by_model[type(record)].append(record.id)
        for model, ids in by_model.items():
            for some in chunks(ids):
                later = model._base_manager.filter(supersedes__in=some, idx__gte=self.size)
                standing = later.filter(id__in=InForce.objects.values("latest"))
                yield from (_label(row) for row in standing)

    def _later_references(self, new: list[Record]) -> Iterator[str]:
        by_model: dict[type[Record], list[UUID]] = defaultdict(list)
        for record in new:
            by_model[type(record)].append(record.root)
        for model, roots in by_model.items():
            for other, attribute in _references(model):
                for some in chunks(roots):
                    later: Any = other._base_manager.filter(idx__gte=self.size, **{f"{attribute}__in": some})
                    standing = later.filter(id__in=InForce.objects.filter(kind=other.KIND).values("latest"))
                    if issubclass(other, Step):
                        standing = standing.exclude(name="reversed")
                    yield from (_label(row) for row in standing)
            for some in chunks(roots):
                accounts = Account.objects.filter(organisation__in=some, closed_at=None)
                yield from accounts.values_list("key", flat=True)

    def _later_steps(self, steps: list[Step]) -> Iterator[str]:
        by_model: dict[type[Step], dict[UUID, set[int]]] = defaultdict(lambda: defaultdict(set))
        for step in steps:
            by_model[type(step)][step.matter_id].add(step.n)
        for model, matters in by_model.items():
            for some in chunks(matters):
                taken: Any = model._base_manager
                later = taken.filter(matter_id__in=some, idx__gte=self.size, of__isnull=False)
                standing = later.filter(id__in=InForce.objects.filter(kind=model.KIND).values("latest"))
                yield from (
                    _label(row) for row in standing.exclude(name="reversed") if row.of in matters[row.matter_id]
                )

    # -- the counter-records -----------------------------------------------------------------------------------------

    def write(self, writer: Writer) -> None:
        """Counter-records for everything, newest first."""
        for part in chunks(self.entered(), 2_000):
            self._fetch(writer, part)
            for record in part:
                if isinstance(record, Step):
                    self._step_back(writer, record)
                elif record.id not in self.standing:
                    continue  # somebody took it out of force since
                elif record.supersedes_id is not None:
                    self._former_again(writer, record)
                else:
                    self._refusable(partial(writer.void, record.root, record.KIND, self.reason), record)

    def _fetch(self, writer: Writer, part: list[Record]) -> None:
        """Read in bulk what the verbs would ask for one by one."""
        ids = [record.id for record in part]
        self.standing = set()
        for some in chunks(ids):
            self.standing.update(InForce.objects.filter(latest__in=some).values_list("latest", flat=True))
        keys: dict[type[Record], list[str]] = defaultdict(list)
        for record in part:
            if record.NATURAL_KEY and (key := getattr(record, record.NATURAL_KEY)):
                keys[type(record)].append(key)
        for model, numbers in keys.items():
            writer.prefetch(model, numbers)
        steps = {record.matter_id for record in part if isinstance(record, Step)}
        writer.prefetch_matters(steps | {record.root for record in part if isinstance(record, Matter)})

    def _step_back(self, writer: Writer, step: Step) -> None:
        model: Any = type(step)
        if step.name == "reversed":
            before = model._base_manager.get(matter_id=step.matter_id, n=step.of)
            if before.idx >= self.first:
                return  # entered and taken back by this very import
            if before.attested_by != writer.actor.organisation:
                raise ForeignStep("undo-foreign-step", what=_label(before))
            of = self.again.get((step.matter_id, before.of), before.of) if before.of is not None else None
            # With everything it said: whom it went to, until when, what was found. The writer stamps the rest anew.
            made = model.fresh(**_values(before) | {"of": of})
            self._refusable(lambda: writer.step(made), step)
            self.again[step.matter_id, before.n] = made.n
            return
        if step.id not in self.standing:
            return  # somebody took it back since
        foreign = step.attested_by not in (None, writer.actor.organisation)
        if foreign and is_objection(step.name, getattr(step, "what", "")):
            raise ForeignStep("undo-objection", what=_label(step))
        back = self._step(model, step.matter_id, "reversed", step.occurred_on, step.n, self.reason)
        self._refusable(lambda: writer.step(back), step)

    def _step(self, model: Any, matter: UUID, name: str, on: Any, of: int | None, note: str) -> Any:
        return model.fresh(matter_id=matter, name=name, occurred_on=on, of=of, note=note)

    def _former_again(self, writer: Writer, record: Record) -> None:
        model: Any = type(record)
        former = model._base_manager.get(id=record.supersedes_id)
        sealed = SealedValue.objects.filter(record=former.id, value__isnull=False).values_list("field", "value")
        held = {name: value for name, value in sealed if value is not None}
        again = model.fresh(**_values(former))
        self._refusable(lambda: writer.supersede(record.root, again, self.reason, held), record)

    def _refusable(self, act: Callable[[], object], record: Record) -> None:
        try:
            act()
        except Refused as refused:
            raise CourseForbidsUndo("undo-course", what=_label(record), why=refused.says(self.lang)) from refused


def _values(record: Record) -> dict[str, Any]:
    """What a record says by itself, without why it was corrected."""
    return {each.attname: getattr(record, each.attname) for each in columns(type(record)) if each.name != "reason"}


def _label(record: Record) -> str:
    key = getattr(record, record.NATURAL_KEY) if record.NATURAL_KEY else ""
    return key or f"{record.KIND} {record.idx}"


_POINTERS: dict[type[Record], tuple[str, ...]] = {
    FollowUp: ("target",),
    SameAs: ("thing", "representative"),
    Evidence: ("about",),
}
"""Attributes that name a thing of any noun, and so are no foreign keys."""


def _references(model: type[Record]) -> Iterator[tuple[type[Record], str]]:
    """Nouns that point at `model`, and by which attribute."""
    for other, attributes in _POINTERS.items():
        yield from ((other, attribute) for attribute in attributes)
    for other in kinds().values():
        for field in other._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is model and field.name != "supersedes":
                yield other, field.attname
