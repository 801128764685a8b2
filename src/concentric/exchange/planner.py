"""Working out an import: rows into records and steps, each compared with what is in force. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from concentric.core.terms.findings import Finding
from concentric.exchange.courses import run_courses
from concentric.exchange.held import chunks, in_force, values_of
from concentric.exchange.look import NOUN_OF_COLUMN, Companion, Look, PlaceFacts
from concentric.exchange.parse import Parsed, Row
from concentric.exchange.plan import Difference, Entering, MatterPlan, Plan, Stepping, Tally
from concentric.exchange.sheets.cells import shown
from concentric.exchange.sheets.registry import SHEETS
from concentric.exchange.sheets.sheet import RecordSheet, Sheet, StepSheet
from concentric.exchange.steps import Answer, KnownStep
from concentric.exchange.undone import undone_ranges
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.ledger.ids import new_id
from concentric.ledger.models import Matter, Record, SealedValue, Step
from concentric.ledger.payload import columns as payload_columns
from concentric.register.models import Organisation, Place

NOUNS_OF_SHEET: Mapping[str, tuple[str, ...]] = {
    "places": ("places",),
    "villages": ("organisations",),
    "organisations": ("organisations",),
    "pairings": ("pairings", "subject"),
    "commitments": ("commitments",),
    "agreements": ("step",),
    "deliveries": ("deliveries", "subject", "step"),
    "confirmations": ("step",),
    "verifications": ("step",),
}
"""What a number of a sheet may be sought as: a row that speaks of a bad one is told so."""


class Planner:
    """Plans the sheets of one import, in the order in which they build on each other."""

    def __init__(self, actor: Actor, role: str, today: date, reason: str, position: int) -> None:
        self.actor = actor
        self.role = role
        self.reason = reason
        self.look = Look(actor, today)
        self.plan = Plan(position, [])
        self.matters: dict[UUID, MatterPlan] = {}
        self.companions: dict[tuple[type[Record], str], tuple[dict[str, Any], Row]] = {}
        self.stored_companions: dict[tuple[type[Record], str], tuple[UUID, dict[str, Any]]] = {}

    def run(self, parsed: Sequence[Parsed]) -> Plan:
        """Plan everything. Costs a few queries for each 500 rows."""
        self.plan.parsed = list(parsed)
        for rank, sheet in enumerate(SHEETS):
            for one in parsed:
                if one.sheet is sheet and one.layout.usable:
                    self._sheet(one, rank)
        run_courses(self.actor, self.role, self.look, list(self.matters.values()))
        self.plan.matters = [matter for matter in self.matters.values() if matter.opens or matter.taken]
        self._conclude()
        return self.plan

    def _sheet(self, parsed: Parsed, rank: int) -> None:
        sheet = parsed.sheet
        if self.role != "office" and self.role not in sheet.writers:
            parsed.rows = []
            parsed.findings.append(Finding("rights-sheet", {}, file=parsed.raw.file.name, sheet=parsed.raw.name))
            return
        self._fetch(parsed)
        if isinstance(sheet, RecordSheet):
            self._records(parsed, sheet)
        elif isinstance(sheet, StepSheet):
            self._steps(parsed, sheet, rank)

    def _fetch(self, parsed: Parsed) -> None:
        """Read everything that the sheet's references may name."""
        for slot, column in enumerate(parsed.sheet.columns):
            if column.kind != "reference":
                continue
            for model in NOUN_OF_COLUMN.get(column.name, ()):
                self.look.fetch(model, {row.values[slot] for row in parsed.rows if row.values[slot] is not None})
        self.look.currency_of_heading = next(iter(parsed.layout.currencies.values()), "")

    # -- records -------------------------------------------------------------------------------------------------

    def _records(self, parsed: Parsed, sheet: RecordSheet) -> None:
        model, look = sheet.model, self.look
        names = [column.attname for column in payload_columns(model) if column.attname in _own(model)]
        numbers = [row.values[0] for row in parsed.rows if row.values[0] is not None]
        held = in_force(model, self.actor.office, numbers)
        stored = values_of(model, [latest for _, latest in held.values()], names) if held else {}
        sealed = _sealed([latest for _, latest in held.values()]) if held and model.SEALED else {}
        self._fetch_companions(parsed, sheet, held, stored, names)
        roots = look.roots[model]
        matter = issubclass(model, Matter)
        for row in parsed.rows:
            known = held.get(row.values[0]) if row.values[0] is not None else None
            former = None
            if known is not None:
                former = dict(zip(names, stored[known[1]], strict=True)) | sealed.get(known[1], {})
            if row.bad:
                self._check_references(parsed, row)
                self._bad(parsed, row)
                continue
            look.begin(former)
            fields = sheet.build(row.values, look)
            if look.wanted is not None:
                self._check_companion(look.wanted, row)
            if not self._judged(parsed, row):
                continue
            number = row.values[0]
            if number in roots and known is None:
                look.wrong("row-number-twice-in-import", "number", number=number)
                self._judged(parsed, row)
                continue
            companion_changed = look.wanted is not None and self._take_companion(parsed, row, look.wanted)
            if row.bad:
                continue
            secret = {name: fields.pop(name) for name in model.SEALED} if model.SEALED else {}
            if former is None:
                self._add(parsed, row, model, fields, secret, matter)
            else:
                assert known is not None
                self._correct(parsed, row, model, fields, secret, former, known[0], companion_changed)

    def _add(
        self,
        parsed: Parsed,
        row: Row,
        model: type[Record],
        fields: dict[str, Any],
        secret: dict[str, str],
        matter: bool,
    ) -> None:
        root = fields["id"] = new_id()
        fields["office"] = self.actor.office
        entering = Entering(model, fields, root, None, secret, row)
        if matter:
            self.matters[root] = MatterPlan(model, root, entering, parsed)  # type: ignore[arg-type]
        else:
            self.plan.records.append(entering)
        row.status = "new"
        self._know(model, row.values[0], root, fields)

    def _know(self, model: type[Record], number: str, root: UUID, fields: Mapping[str, Any]) -> None:
        self.look.roots[model][number] = root
        self.look.sought[model].add(number)
        if model is Place:
            self.look.know_place(PlaceFacts(root, fields["code"], fields["name"], fields["level"], fields["parent_id"]))
        elif model is Commitment:
            self.look.currencies[root] = fields["currency"]

    def _correct(
        self,
        parsed: Parsed,
        row: Row,
        model: type[Record],
        fields: dict[str, Any],
        secret: dict[str, str],
        former: dict[str, Any],
        root: UUID,
        companion_changed: bool,
    ) -> None:
        both = fields | secret
        changed = []
        for name, old in former.items():
            if name not in both:
                continue
            column = name.removesuffix("_id")
            if column in parsed.absent and column != "number":
                both[name] = old  # a column that the file doesn't have says nothing
            elif both[name] != old:
                changed.append(name)
        self._know(model, row.values[0], root, both)
        if not changed:
            row.status = "changed" if companion_changed else "unchanged"
            return
        reason = self._reason(parsed, row)
        if reason is None:
            return
        for name in changed:
            old, new = former[name], both[name]
            self._differs(parsed, row, name.removesuffix("_id"), old, new)
        secret = {name: both.pop(name) for name in secret}
        both |= {"id": new_id(), "office": self.actor.office}
        entering = Entering(model, both, root, reason, secret, row)
        if issubclass(model, Matter):
            self.matters[root] = MatterPlan(model, root, entering, parsed)
        else:
            self.plan.records.append(entering)
        row.status = "changed"

    def _reason(self, parsed: Parsed, row: Row) -> str | None:
        """Why the row is corrected: its own word, else the one given for the whole import. None: told to the row."""
        reason: str = row.values[-1] or self.reason
        if reason:
            return reason
        self.look.wrong("row-changed-without-reason", "number", number=row.values[0])
        self._judged(parsed, row)
        return None

    def _differs(self, parsed: Parsed, row: Row, column: str, old: Any, new: Any) -> None:
        place = parsed.layout.places.get(column)
        heading = parsed.layout.headings[place] if place is not None else column
        now = shown(row.cells[place]) if place is not None and isinstance(new, UUID) else _shown(new)
        found = Difference(parsed.raw.name, row.at, row.values[0], heading, self._name(old), now)
        if found not in self.plan.differences[-4:]:  # a village's name is also its place's
            self.plan.differences.append(found)

    def _name(self, value: Any) -> str:
        """A former value for people: what a root stands for by its number or code."""
        if not isinstance(value, UUID):
            return _shown(value)
        for model, attribute in ((Organisation, "number"), (Place, "code")):
            found = model.objects.filter(root=value).order_by("-idx").values_list(attribute, flat=True).first()
            if found is not None:
                return str(found)
        return next((name for name, root in self.look.programmes.items() if root == value), str(value))

    # -- records that rows bring along -----------------------------------------------------------------------------

    def _fetch_companions(
        self,
        parsed: Parsed,
        sheet: RecordSheet,
        held: Mapping[str, tuple[UUID, UUID]],
        stored: Mapping[UUID, tuple[Any, ...]],
        names: Sequence[str],
    ) -> None:
        if sheet.companions is None:
            return
        wanted: dict[type[Record], set[str]] = {}
        for row in parsed.rows:
            for model, key in sheet.companions(row.values):
                wanted.setdefault(model, set()).add(key)
        if "place_id" in names:
            at = names.index("place_id")
            places = {stored[latest][at] for _, latest in held.values()} - {None}
            self.look.fetch_places_by_root(places)
            wanted.setdefault(Place, set()).update(self.look.places[one].code for one in places)
        for model, keys in wanted.items():
            self.look.fetch(model, keys)
            found = in_force(model, self.actor.office, keys)
            own = sorted(_own(model))
            values = values_of(model, [latest for _, latest in found.values()], own)
            for key, (root, latest) in found.items():
                self.stored_companions[model, key] = (root, dict(zip(own, values[latest], strict=True)))

    def _check_companion(self, wanted: Companion, row: Row) -> None:
        """Two rows must not say different things of one list or one place."""
        before = self.companions.get((wanted.model, wanted.key))
        if before is None:
            return
        fields, first = before
        for name, column in zip([n for n in wanted.fields if n not in ("code", "level")], wanted.columns, strict=True):
            if fields[name] != wanted.fields[name]:
                self.look.wrong("row-contradicts", column, key=wanted.key, other=str(first.at))

    def _take_companion(self, parsed: Parsed, row: Row, wanted: Companion) -> bool:
        """Enter or correct it. True when it is corrected; the row is bad when that has no reason."""
        key = wanted.model, wanted.key
        if key in self.companions:
            return False
        held = self.stored_companions.get(key)
        if held is None and not wanted.new:
            return False  # it was planned by another sheet of this import
        if held is None:
            fields = wanted.fields | {"id": wanted.root, "office": self.actor.office}
            self.plan.records.append(Entering(wanted.model, fields, wanted.root, None, None, row))
            self._know(wanted.model, wanted.key, wanted.root, wanted.fields)
            self.companions[key] = (wanted.fields, row)
            return False
        root, former = held
        fields = former | {
            name: value for name, value in wanted.fields.items() if name.removesuffix("_id") not in parsed.absent
        }
        changed = [name for name in fields if fields[name] != former[name]]
        if changed:
            reason = self._reason(parsed, row)
            if reason is None:
                return False
            for name in changed:
                column = {"name": wanted.columns[0], "parent_id": "county"}.get(name, name.removesuffix("_id"))
                self._differs(parsed, row, column, former[name], fields[name])
            made = fields | {"id": new_id(), "office": self.actor.office}
            self.plan.records.append(Entering(wanted.model, made, root, reason, None, row))
        self._know(wanted.model, wanted.key, root, fields)
        self.companions[key] = (fields, row)
        return bool(changed)

    # -- steps -----------------------------------------------------------------------------------------------------

    def _steps(self, parsed: Parsed, sheet: StepSheet, rank: int) -> None:
        look = self.look
        numbers = [row.values[0] for row in parsed.rows if row.values[0] is not None]
        for model in sheet.models:
            look.fetch(model, numbers)
        stored = {model: self._stored_steps(model, numbers) for model in sheet.models}
        taken_back = {model: _taken_back(model, self.actor.office, numbers) for model in sheet.models}
        for row in parsed.rows:
            if row.bad:
                self._check_references(parsed, row)
                self._bad(parsed, row)
                continue
            look.begin()
            answer = sheet.build(row.values, look)
            if not self._judged(parsed, row) or answer is None or answer.matter is None:
                continue
            number = answer.number
            former = next((found for model in sheet.models if (found := stored[model].get(number))), None)
            self._check_number(sheet, answer, former, taken_back[answer.model])
            if not self._judged(parsed, row):
                continue
            if former is not None:
                self._step_again(parsed, row, answer, former, rank)
            else:
                self._ask(parsed, row, answer, rank)

    def _stored_steps(self, model: type[Step], numbers: Sequence[str]) -> dict[str, dict[str, Any]]:
        known = self.look.steps[model]
        held = in_force(model, self.actor.office, {number for number in numbers if number in known})
        values = values_of(model, [latest for _, latest in held.values()], _STEP_FIELDS)
        return {
            number: dict(zip(_STEP_FIELDS, values[latest], strict=True)) | {"model": model}
            for number, (_, latest) in held.items()
        }

    def _check_number(
        self, sheet: StepSheet, answer: Answer, former: Mapping[str, Any] | None, taken_back: set[str]
    ) -> None:
        look, number = self.look, answer.number
        if former is None:
            if any(number in look.steps[model] for model in sheet.models):
                look.wrong("row-number-of-other-step", "number", number=number)
            elif number in taken_back:
                look.wrong("row-number-taken-back", "number", number=number)
        elif former["name"] not in sheet.names_of_steps:
            look.wrong("row-number-of-other-step", "number", number=number)
        elif former["attested_by"] != self.actor.organisation and self.role != "office":
            look.wrong("row-number-of-other-account", "number", number=number)

    def _step_again(self, parsed: Parsed, row: Row, answer: Answer, former: Mapping[str, Any], rank: int) -> None:
        """A step that is in the ledger: the same, or to be taken back and entered anew."""
        now = {
            "matter_id": answer.matter,
            "name": answer.name,
            "occurred_on": answer.on,
            "amount": answer.amount,
            "of": answer.of.n if answer.of is not None else None,
            "note": answer.note,
        }
        for name, column in (("occurred_on", "on"), ("amount", "amount"), ("note", "note")):
            if column in parsed.absent:
                now[name] = former[name]
        changed = [name for name, value in now.items() if value != former[name]]
        if not changed:
            row.status = "unchanged"
            return
        if former["attested_by"] != self.actor.organisation:
            self.look.wrong("row-number-of-other-account", "number", number=answer.number)
            self._judged(parsed, row)
            return
        if former["matter_id"] != answer.matter or former["model"] is not answer.model:
            self.look.wrong("step-to-another-matter", "number", number=answer.number)
            self._judged(parsed, row)
            return
        reason = self._reason(parsed, row)
        if reason is None:
            return
        for name in changed:
            if name == "of":
                self._speaks_of_another(parsed, row, answer, former)
                continue
            column = {"occurred_on": "on", "name": _NAMED_BY.get(parsed.sheet.stem, "")}.get(name, name)
            self._differs(parsed, row, column, former[name], now[name])
        answer.on, answer.amount, answer.note = now["occurred_on"], now["amount"], now["note"]
        self._ask(parsed, row, answer, rank, back=former["n"], back_on=former["occurred_on"], reason=reason)
        row.status = "changed"

    def _speaks_of_another(self, parsed: Parsed, row: Row, answer: Answer, former: Mapping[str, Any]) -> None:
        """The step spoken of is another one; or only the same, entered anew by this very import."""
        steps = answer.model.objects.filter(matter_id=former["matter_id"], n=former["of"])
        before = steps.values_list("number", flat=True).first() or ""
        now = answer.of.number if answer.of is not None else ""
        if before != now:
            column = next(one.name for one in parsed.sheet.columns if one.kind == "reference")
            self._differs(parsed, row, column, before, now)

    def _ask(
        self,
        parsed: Parsed,
        row: Row,
        answer: Answer,
        rank: int,
        *,
        back: int | None = None,
        back_on: date | None = None,
        reason: str = "",
    ) -> None:
        assert answer.matter is not None
        matter = self.matters.get(answer.matter)
        if matter is None:
            matter = self.matters[answer.matter] = MatterPlan(_matter_of(answer.model), answer.matter, None, None)
        fields = {
            "matter_id": answer.matter,
            "name": answer.name,
            "occurred_on": answer.on,
            "amount": answer.amount,
            "number": answer.number,
            "note": answer.note,
        }
        known = self.look.steps[answer.model].get(answer.number)
        if known is None or back is None:
            known = KnownStep(
                answer.model,
                answer.matter,
                answer.name,
                answer.number,
                answer.on,
                answer.amount,
                None,
                self.actor.organisation,
            )
            self.look.steps[answer.model][answer.number] = known
        else:
            known.on, known.amount, known.name, known.n = answer.on, answer.amount, answer.name, None
        matter.asked.append(Stepping(fields, known, answer.of, parsed, row, rank, back, back_on, reason))
        row.status = "new"

    # -- what is said of rows ----------------------------------------------------------------------------------------

    def _judged(self, parsed: Parsed, row: Row) -> bool:
        """Turn the problems of the row into findings. True when the row is still good."""
        for problem in self.look.problems:
            parsed.findings.append(parsed.finding(problem.key, problem.column, row.at, problem.words, problem.severity))
            if problem.severity == "error":
                row.bad = True
        self.look.problems = []
        if row.bad:
            self._bad(parsed, row)
        return not row.bad

    def _bad(self, parsed: Parsed, row: Row) -> None:
        row.status = ""
        if row.values[0]:
            for noun in NOUNS_OF_SHEET.get(parsed.sheet.stem, ()):
                self.look.bad.setdefault((noun, row.values[0]), (parsed.raw.name, row.at))

    def _check_references(self, parsed: Parsed, row: Row) -> None:
        """A row with a bad cell is checked to its end: its other references too."""
        look = self.look
        look.begin()
        for slot, column in enumerate(parsed.sheet.columns):
            text = row.values[slot]
            if column.kind != "reference" or text is None:
                continue
            nouns = NOUN_OF_COLUMN.get(column.name, ())
            if nouns == (Place,):
                look.place(text, column.name)
            elif nouns == (Organisation,):
                look.organisation(text, column.name)
            elif column.name == "programme":
                look.programme(text, column.name)
            elif column.name == "pairing":
                look.pairing(text, column.name)
            elif column.name == "commitment":
                look.commitment(text, column.name)
        for problem in look.problems:
            parsed.findings.append(parsed.finding(problem.key, problem.column, row.at, problem.words, problem.severity))
        look.problems = []

    # -- the end -----------------------------------------------------------------------------------------------------

    def _conclude(self) -> None:
        plan = self.plan
        for parsed in plan.parsed:
            tally = Tally(parsed.sheet.stem, parsed.raw.name, parsed.raw.file.name)
            for row in parsed.rows:
                tally.rows[row.status if not row.bad and row.status else "waiting"] += 1
                if row.bad:
                    plan.bad.append((parsed, row))
            tally.rows["skipped"] = parsed.skipped
            plan.tallies.append(tally)
            plan.findings.extend(sorted(parsed.findings, key=lambda finding: finding.row or 0))
        self._absent()

    def _absent(self) -> None:
        """What this account entered from such a sheet before, and the file doesn't hold any more. Only reported."""
        by_sheet: dict[str, list[tuple[Parsed, Tally]]] = {}
        for parsed, tally in zip(self.plan.parsed, self.plan.tallies, strict=True):
            if parsed.layout.usable and parsed.rows:
                by_sheet.setdefault(parsed.sheet.stem, []).append((parsed, tally))
        for pairs in by_sheet.values():
            there = {row.values[0] for parsed, _ in pairs for row in parsed.rows if row.values[0] is not None}
            tally = pairs[-1][1]
            for number in _entered(pairs[0][0].sheet, self.actor):
                if number not in there:
                    tally.absent += 1
                    if len(tally.absent_numbers) < 20:
                        tally.absent_numbers.append(number)


_NAMED_BY = {"agreements": "what", "confirmations": "outcome"}
_STEP_FIELDS = ("matter_id", "name", "occurred_on", "amount", "of", "note", "n", "attested_by")


def _own(model: type[Record]) -> set[str]:
    """The attributes of a noun's own fields."""
    return {model._meta.get_field(name).attname for name in model.DISCLOSURE}  # type: ignore[union-attr]


@cache
def _matter_of(step: type[Step]) -> type[Matter]:
    """The noun whose steps these are."""
    found: type[Matter] = step._meta.get_field("matter").related_model  # type: ignore[assignment]
    return found


def _shown(value: Any) -> str:
    return format(value, "f") if hasattr(value, "is_finite") else shown(value)


def _sealed(latest: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    """Sealed values of versions; erased and never given ones count as blank."""
    found: dict[UUID, dict[str, str]] = {one: dict.fromkeys(Organisation.SEALED, "") for one in latest}
    for part in chunks(latest):
        held = SealedValue.objects.filter(record__in=part, value__isnull=False)
        for record, name, value in held.values_list("record", "field", "value"):
            found[record][name] = value
    return found


def _entered(sheet: Sheet, actor: Actor) -> Any:
    """Numbers in force that this account entered through workbooks."""
    models: Sequence[type[Record]] = sheet.models if isinstance(sheet, StepSheet) else [sheet.model]  # type: ignore[attr-defined]
    for model in models:
        held = model.objects.in_force().of_office(actor.office).filter(recorded_by=actor.key, channel="workbook")
        if isinstance(sheet, StepSheet):
            held = held.filter(name__in=sheet.names_of_steps).exclude(number="")
        elif model is Organisation:
            held = held.filter(kind="village") if sheet.stem == "villages" else held.exclude(kind="village")
        elif model is Place:
            held = held.exclude(level="village")
        yield from held.order_by().values_list(model.NATURAL_KEY, flat=True).iterator(10_000)


def _taken_back(model: type[Step], office: UUID | None, numbers: Sequence[str]) -> set[str]:
    """Numbers of steps that somebody took back on purpose. Those of an undone import may come again."""
    wanted = set(numbers)
    ranges = undone_ranges()
    back = model.objects.of_office(office).filter(name="reversed").values_list("matter_id", "of", "idx")
    found: set[str] = set()
    for part in chunks(back.iterator(10_000)):
        reversed_ = {(matter, of) for matter, of, idx in part if not any(first <= idx < size for first, size in ranges)}
        if not reversed_:
            continue
        steps = model._base_manager.filter(matter_id__in={matter for matter, _ in reversed_})
        for matter, n, number in steps.values_list("matter_id", "n", "number"):
            if (matter, n) in reversed_ and number in wanted:
                found.add(number)
    return found
