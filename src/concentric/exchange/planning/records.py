"""Planning rows that are records, or open a matter: new, unchanged, or corrected with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.exchange.planning.desk import Desk
from concentric.exchange.planning.parse import Parsed, Row
from concentric.exchange.planning.plan import Entering, MatterPlan
from concentric.exchange.rows.draft import draft
from concentric.exchange.rows.held import chunks, in_force, values_of
from concentric.exchange.rows.look import Companion, PlaceFacts
from concentric.exchange.sheets.sheet import RecordSheet
from concentric.keep.models import Evidence, SameAs
from concentric.ledger.ids import new_id
from concentric.ledger.models import Matter, Record, SealedValue
from concentric.ledger.payload import columns as payload_columns
from concentric.register.models import Place


class RecordPlanner:
    """Plans the sheets of records, with the records that their rows bring along (a village's place, a list)."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.companions: dict[tuple[type[Record], str], tuple[dict[str, Any], Row]] = {}
        self.late: list[tuple[Parsed, Entering]] = []
        """What speaks of records of any noun, also of steps: see `let_go`."""
        self.stored_companions: dict[tuple[type[Record], str], tuple[UUID, dict[str, Any]]] = {}

    def plan(self, parsed: Parsed, sheet: RecordSheet) -> None:
        model, look = sheet.model, self.desk.look
        names = [column.attname for column in payload_columns(model) if column.attname in _own(model)]
        numbers = [row.values[0] for row in parsed.rows if row.values[0] is not None]
        held = in_force(model, self.desk.actor.office, numbers)
        stored = values_of(model, [latest for _, latest in held.values()], names) if held else {}
        sealed = _sealed(model, [latest for _, latest in held.values()]) if held and model.SEALED else {}
        self._fetch_companions(parsed, sheet, held, stored, names)
        roots = look.roots[model]
        matter = issubclass(model, Matter)
        for row in parsed.rows:
            known = held.get(row.values[0]) if row.values[0] is not None else None
            former = None
            if known is not None:
                former = dict(zip(names, stored[known[1]], strict=True)) | sealed.get(known[1], {})
            if row.bad:
                self.desk.check_references(parsed, row)
                self.desk.bad(parsed, row)
                continue
            look.begin(former)
            fields = sheet.build(row.values, look)
            if look.wanted is not None:
                self._check_companion(look.wanted, row)
            if not self.desk.judged(parsed, row):
                continue
            if sheet.check is not None and not self._stands(parsed, row, sheet, fields):
                continue
            number = row.values[0]
            if number in roots and known is None:
                look.wrong("row-number-twice-in-import", "number", number=number)
                self.desk.judged(parsed, row)
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

    def _stands(self, parsed: Parsed, row: Row, sheet: RecordSheet, fields: dict[str, Any]) -> bool:
        """Whether the verb would take the record. What it refuses is told to the row."""
        assert sheet.check is not None
        try:
            sheet.check(draft(fields))
        except Refused as refused:
            parsed.wrong(row, refused.key, sheet.told_at.get(refused.key, "number"), refused.words)
            self.desk.bad(parsed, row)
            return False
        return True

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
        fields["office"] = self.desk.actor.office
        entering = Entering(model, fields, root, None, secret, row)
        if matter:
            self.desk.matters[root] = MatterPlan(model, root, entering, parsed)  # type: ignore[arg-type]
        else:
            self.desk.plan.records.append(entering)
        if model in _SPEAK:
            self.late.append((parsed, entering))
        row.status = "new"
        self._know(model, row.values[0], root, fields)

    def let_go(self) -> None:
        """What speaks of a step or a matter that fell out, when the courses were run, is not entered either."""
        lost = self.desk.look.lost
        if not lost:
            return
        for parsed, entering in self.late:
            column = next((name for name in _SPEAK[entering.model] if entering.fields[name] in lost), None)
            if column is not None:
                text = entering.row.values[parsed.sheet.at(column)]
                parsed.wrong(entering.row, "reference-to-refused-step", column, {"text": text})
                entering.row.status = ""
                self.desk.plan.records.remove(entering)

    def _know(self, model: type[Record], number: str, root: UUID, fields: Mapping[str, Any]) -> None:
        self.desk.look.roots[model][number] = root
        self.desk.look.sought[model].add(number)
        if model is Place:
            self.desk.look.know_place(
                PlaceFacts(root, fields["code"], fields["name"], fields["level"], fields["parent_id"])
            )
        else:
            self.desk.look.know(model, root, fields)

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
        both["office"] = self.desk.actor.office
        self._know(model, row.values[0], root, both)
        if not changed:
            row.status = "changed" if companion_changed else "unchanged"
            return
        reason = self.desk.reason(parsed, row)
        if reason is None:
            return
        shown = {column.name for column in parsed.sheet.columns}
        for name in [one for one in changed if one.removesuffix("_id") in shown] or changed:
            old, new = former[name], both[name]
            self.desk.differs(parsed, row, name.removesuffix("_id"), old, new)
        secret = {name: both.pop(name) for name in secret}
        both["id"] = new_id()
        entering = Entering(model, both, root, reason, secret, row)
        if issubclass(model, Matter):
            self.desk.matters[root] = MatterPlan(model, root, entering, parsed)
        else:
            self.desk.plan.records.append(entering)
        row.status = "changed"

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
            self.desk.look.fetch_places_by_root(places)
            wanted.setdefault(Place, set()).update(self.desk.look.places[one].code for one in places)
        for model, keys in wanted.items():
            self.desk.look.fetch(model, keys)
            found = in_force(model, self.desk.actor.office, keys)
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
                self.desk.look.wrong("row-contradicts", column, key=wanted.key, other=str(first.at))

    def _take_companion(self, parsed: Parsed, row: Row, wanted: Companion) -> bool:
        """Enter or correct it. True when it is corrected; the row is bad when that has no reason."""
        key = wanted.model, wanted.key
        if key in self.companions:
            return False
        held = self.stored_companions.get(key)
        if held is None and not wanted.new:
            return False  # it was planned by another sheet of this import
        if held is None:
            fields = wanted.fields | {"id": wanted.root, "office": self.desk.actor.office}
            self.desk.plan.records.append(Entering(wanted.model, fields, wanted.root, None, None, row))
            self._know(wanted.model, wanted.key, wanted.root, wanted.fields)
            self.companions[key] = (wanted.fields, row)
            return False
        root, former = held
        fields = former | {
            name: value for name, value in wanted.fields.items() if name.removesuffix("_id") not in parsed.absent
        }
        changed = [name for name in fields if fields[name] != former[name]]
        if changed:
            reason = self.desk.reason(parsed, row)
            if reason is None:
                return False
            for name in changed:
                column = {"name": wanted.columns[0], "parent_id": "county"}.get(name, name.removesuffix("_id"))
                self.desk.differs(parsed, row, column, former[name], fields[name])
            made = fields | {"id": new_id(), "office": self.desk.actor.office}
            self.desk.plan.records.append(Entering(wanted.model, made, root, reason, None, row))
        self._know(wanted.model, wanted.key, root, fields)
        self.companions[key] = (fields, row)
        return bool(changed)


_SPEAK: Mapping[type[Record], tuple[str, ...]] = {Evidence: ("about",), SameAs: ("thing", "representative")}


@cache
def _own(model: Any) -> frozenset[str]:
    """The attributes of a noun's own fields."""
    return frozenset(model._meta.get_field(name).attname for name in model.DISCLOSURE)


def _sealed(model: type[Record], latest: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    """Sealed values of versions; erased and never given ones count as blank."""
    found: dict[UUID, dict[str, str]] = {one: dict.fromkeys(model.SEALED, "") for one in latest}
    for part in chunks(latest):
        held = SealedValue.objects.filter(record__in=part, value__isnull=False)
        for record, name, value in held.values_list("record", "field", "value"):
            found[record][name] = value or ""
    return found
