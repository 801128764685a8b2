"""What a row may look up while it is built: references by number, code or name; and where it says what is wrong.

Everything is read in bulk before the rows of a sheet are built; a lookup is one dictionary access.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from concentric.core.terms.findings import Severity
from concentric.core.terms.money import Priced
from concentric.core.terms.scripts import to_simplified
from concentric.core.terms.words import DEFAULT_LANG, Word, say
from concentric.exchange.rows.beside import Beside
from concentric.exchange.rows.book_words import BookWords, folded
from concentric.exchange.rows.facts import FACTS, Facts
from concentric.exchange.rows.held import chunks, in_force, values_of
from concentric.exchange.rows.nouns import UNKNOWN
from concentric.exchange.rows.steps import KnownStep
from concentric.exchange.sheets.column import Column
from concentric.keep.models import SameAs
from concentric.keep.same_as import arms
from concentric.ledger.actor import Actor
from concentric.ledger.ids import new_id
from concentric.ledger.matters import Live, step_model
from concentric.ledger.models import InForce, Matter, Record, Step
from concentric.register.models import Organisation, Place, Roster


class Problem(NamedTuple):
    """Something wrong with a row, in one of its columns."""

    key: str
    column: str
    words: Mapping[str, Word]
    severity: Severity


class Companion(NamedTuple):
    """A record that a row brings along. `columns` say where to report what is wrong with it; `root` may be new."""

    model: type[Record]
    key: str
    fields: dict[str, Any]
    columns: tuple[str, ...]
    root: UUID
    new: bool


class Reckoned(NamedTuple):
    """What the book gives a row of adoptions. `kept` is what it counts so far; `because` of which others it changed."""

    given: Decimal | None
    kept: Decimal | None = None
    because: tuple[str, ...] = ()
    stale: int = 0
    """Adoptions of the case that would now count otherwise, and aren't in the file."""


class PlaceFacts(NamedTuple):
    """What villages need to know of a place."""

    root: UUID
    code: str
    name: str
    level: str
    parent: UUID | None


class Look:
    """Lookups for one import of one account. `begin` starts a row; `problems` are what was said of it since."""

    def __init__(self, actor: Actor, today: date, lang: str = DEFAULT_LANG) -> None:
        self.actor = actor
        self.today = today
        self.lang = lang
        self.problems: list[Problem] = []
        self.currency_of_heading = ""
        self.roots: dict[type[Record], dict[str, UUID]] = defaultdict(dict)
        self.sought: dict[type[Record], set[str]] = defaultdict(set)
        self.steps: dict[type[Step], dict[str, KnownStep]] = defaultdict(dict)
        self.gone: dict[type[Step], dict[str, KnownStep]] = defaultdict(dict)
        """Steps that were taken back. A row may still speak of them, as it did when it was entered."""
        self.bad: dict[tuple[type[Record], str], tuple[str, int]] = {}
        self.places: dict[UUID, PlaceFacts] = {}
        self.place_names: dict[str, set[UUID]] = defaultdict(set)
        self.named: dict[str, dict[UUID, str]] = defaultdict(dict)
        """Organisations by name: those that bear it, with their numbers."""
        self._names: dict[UUID, str] = {}
        self.routed: dict[UUID, UUID] = {}
        """Whom this import routes cases to."""
        self.adopted: dict[UUID, list[tuple[str, Decimal]]] = defaultdict(list)
        """Adoptions of cases that this import enters: their levels and points, in the order of its rows."""
        self.reckoned: dict[str, Reckoned] = {}
        """What rows of adoptions count by the book, by their numbers."""
        self.former: Mapping[str, Any] | None = None
        self.wanted: Companion | None = None
        self.book = BookWords(actor.office)
        self.default_currency = self.book.currency
        self.beside = Beside(None)
        self.lost: set[UUID] = set()
        """What was planned and fell out when the courses were run: whatever speaks of it falls out with it."""
        self._codes: dict[str, dict[str, str]] = {}
        self._facts = Facts()

    # -- what is wrong -------------------------------------------------------------------------------------------

    def begin(self, former: Mapping[str, Any] | None = None) -> None:
        """A new row; `former` are the fields of the version in force, if there is one."""
        self.problems = []
        self.former = former
        self.wanted = None

    def wrong(self, key: str, column: str, /, **words: Word) -> None:
        """The row can't be entered."""
        self.problems.append(Problem(key, column, words, "error"))

    def warn(self, key: str, column: str, /, **words: Word) -> None:
        """The row is entered, but somebody should look."""
        self.problems.append(Problem(key, column, words, "warning"))

    def in_order(self, first: date | None, last: date | None, column: str) -> None:
        """The second date is not before the first."""
        if first is not None and last is not None and last < first:
            self.wrong("row-dates-backwards", column, first=first.isoformat(), last=last.isoformat())

    def not_yet(self, on: date | None, column: str) -> None:
        """What has happened did not happen in the future."""
        if on is not None and on > self.today:
            self.wrong("row-in-future", column, on=on.isoformat())

    # -- reading in bulk -----------------------------------------------------------------------------------------

    def fetch(self, model: type[Record], keys: Iterable[str]) -> None:
        """Read what bears these keys, once."""
        new = set(keys) - self.sought[model]
        if not new:
            return
        self.sought[model] |= new
        held = in_force(model, self.actor.office, new)
        if issubclass(model, Step):
            self._fetch_steps(model, held)
            return
        roots = self.roots[model]
        for key, (root, _) in held.items():
            roots.setdefault(key, root)
        if model is Place:
            self._fetch_places({latest for _, latest in held.values()})
            self._fetch_named(new - held.keys())
        elif model is Organisation:
            self._fetch_organisations(new - held.keys())

    def _fetch_steps(self, model: type[Step], held: Mapping[str, tuple[UUID, UUID]]) -> None:
        rows = values_of(model, [latest for _, latest in held.values()], _STEP_FIELDS)
        known = self.steps[model]
        for key, (root, latest) in held.items():
            matter, name, on, amount, n, attested_by = rows[latest]
            known.setdefault(key, KnownStep(model, matter, name, key, on, amount, n, attested_by, root))

    def _fetch_places(self, latest: Iterable[UUID]) -> None:
        rows = values_of(Place, list(latest), ("root", "code", "name", "level", "parent_id"))
        for root, code, name, level, parent in rows.values():
            self.know_place(PlaceFacts(root, code, name, level, parent))

    def _fetch_named(self, names: Iterable[str]) -> None:
        """Places whose name was given instead of their code, in either script."""
        held = Place.objects.in_force().of_office(self.actor.office)
        wanted = {name for name in names if not name.isascii()}
        for part in chunks(wanted | {to_simplified(name) for name in wanted}):
            found = held.filter(name__in=part).values_list("root", "code", "name", "level", "parent_id")
            for root, code, name, level, parent in found:
                self.know_place(PlaceFacts(root, code, name, level, parent))
                self.sought[Place].add(code)

    def _fetch_organisations(self, names: Iterable[str]) -> None:
        """Organisations whose name was given instead of their number."""
        wanted = [name for name in names if not name.isascii() or " " in name]
        held = Organisation.objects.in_force().of_office(self.actor.office)
        for part in chunks(wanted):
            for root, number, name in held.filter(name__in=part).values_list("root", "number", "name"):
                self.named[name][root] = number
                self._names[root] = name

    def fetch_places_by_root(self, roots: Iterable[UUID]) -> None:
        """Read the facts of places that records point at."""
        new = [root for root in roots if root not in self.places]
        latest = [row for part in chunks(new) for row in _latest(part)]
        self._fetch_places(latest)

    def know_place(self, facts: PlaceFacts) -> None:
        """A place that is held or planned; the latest facts count."""
        before = self.places.get(facts.root)
        if before is not None:
            self.place_names[before.name].discard(facts.root)
        self.places[facts.root] = facts
        self.roots[Place][facts.code] = facts.root
        self.place_names[facts.name].add(facts.root)

    # -- references ----------------------------------------------------------------------------------------------

    def missing(self, models: Iterable[type[Record]], key: str, text: str, column: str) -> None:
        """Nothing bears this number: one of `models` would, if its own row weren't bad; else it is said as `key`."""
        bad = next((found for model in models if (found := self.bad.get((model, text)))), None)
        if bad is not None:
            self.wrong("reference-to-bad-row", column, text=text, sheet=bad[0], row=str(bad[1]))
        else:
            self.wrong(key, column, text=text)

    def place(self, text: str | None, column: str) -> UUID | None:
        """A place by its code, or by its name where only one bears it."""
        if text is None:
            return None
        root = self.roots[Place].get(text)
        if root is not None:
            return root
        named = self.place_names.get(text) or self.place_names.get(to_simplified(text))
        if named and len(named) == 1:
            return next(iter(named))
        if named:
            codes = sorted(self.places[one].code for one in named)
            self.wrong("reference-place-ambiguous", column, text=text, codes=", ".join(codes[:6]))
        else:
            self.missing((Place,), UNKNOWN[Place], text, column)
        return None

    def level_of(self, place: UUID) -> str:
        """The level of a place that was looked up."""
        return self.places[place].level if place in self.places else ""

    def thing(self, model: type[Record], text: str | None, column: str) -> UUID | None:
        """What bears this number."""
        if text is None:
            return None
        root = self.roots[model].get(text)
        if root is None:
            self.missing((model,), UNKNOWN[model], text, column)
        return root

    def organisation(self, text: str | None, column: str) -> UUID | None:
        """An organisation by the office's number, or by its name where only one bears it."""
        named = self.named.get(text) if text is not None and text not in self.roots[Organisation] else None
        if text is None or not named:
            return self.thing(Organisation, text, column)
        if len(named) == 1:
            return next(iter(named))
        numbers = ", ".join(sorted(named.values())[:6])
        self.wrong("reference-organisation-ambiguous", column, text=text, numbers=numbers)
        return None

    def parties(self, supporter: str | None, recipient: str | None, same: str, number: str) -> dict[str, UUID | None]:
        """Supporter and recipient, who are two; one of them is the account's own unless it is the office's."""
        found = self.organisation(supporter, "supporter"), self.organisation(recipient, "recipient")
        if found[0] is not None and found[0] == found[1]:
            self.wrong(same, "recipient", number=number)
        own = self.actor.organisation
        if own != self.actor.office and own not in found and None not in found:
            self.wrong("rights-not-a-party", "supporter")
        return {"supporter_id": found[0], "recipient_id": found[1]}

    def programme(self, text: str | None, column: str) -> UUID | None:
        """A programme by its code, or by its name in any language."""
        if text is None:
            return None
        root = self.book.programme(text)
        if root is None:
            self.wrong("reference-programme", column, text=text)
        return root

    def code(self, table: str, text: str | None, column: str) -> str:
        """A code of the book's `table`, given as itself or by its name. Any word where the book has no such table."""
        if text is None:
            return ""
        known = self.listed(table)
        found = known.get(folded(text)) if known else text
        if found is None:
            choices = say("sheets-joint", self.lang).join(self.book.offered(table, self.lang).values())
            self.wrong("reference-code", column, text=text, choices=choices)
        return found or ""

    def codes(self, column: Column, text: str | None) -> str:
        """Several codes of the book's list that the column names, in its order, with commas between them.

        Given as codes or names, with commas or the like between them, or blanks where no name has any.
        """
        if text is None:
            return ""
        assert column.table
        known = self.listed(column.table)
        parts: list[str] = []
        for part in filter(None, (one.strip() for one in _BETWEEN.split(text))):
            words = part.split()
            parts += words if folded(part) not in known and all(folded(one) in known for one in words) else [part]
        found = dict.fromkeys(self.code(column.table, part, column.name) for part in parts)
        order = {code: n for n, code in enumerate(dict.fromkeys(known.values()))}
        joined = ",".join(sorted(found, key=lambda code: order.get(code, len(order))))
        if len(joined) > column.length:
            self.wrong("cell-too-long", column.name, text=joined[:40], most=column.length, length=len(joined))
        return joined

    def listed(self, table: str) -> Mapping[str, str]:
        """Folded name -> code for one of the book's lists; read once."""
        known = self._codes.get(table)
        if known is None:
            known = self._codes[table] = self.book.codes(table)
        return known

    @cached_property
    def joined(self) -> dict[UUID, UUID]:
        """What counts as another thing, in the ledger or by this import: thing -> representative."""
        return arms(self.actor.office)

    def facts(self, model: type[Record], root: UUID) -> Mapping[str, Any]:
        """What is known of a thing beyond its number: see `FACTS`. Read in bulk for all that were fetched."""
        return self._facts.of(model, root, lambda: self._fetched(model))

    def live(self, model: type[Matter], root: UUID) -> Live:
        """A matter as it stood before this import, or as this import opens it."""
        return self._facts.live(model, root, lambda: self._fetched(model))

    def _fetched(self, model: type[Record]) -> set[UUID]:
        found = set(self.roots[model].values())
        if issubclass(model, Matter):
            found.update(known.matter for known in self.steps[step_model(model)].values())
        return found

    def know(self, model: type[Record], root: UUID, fields: Mapping[str, Any]) -> None:
        """A thing as this import enters or corrects it."""
        if model is Organisation:
            before = self._names.get(root)
            if before is not None:
                self.named[before].pop(root, None)
            self._names[root] = fields["name"]
            self.named[fields["name"]][root] = fields["number"]
        if model in FACTS:
            self._facts.know(root, fields)
        if model is SameAs:
            self.joined[fields["thing"]] = fields["representative"]

    def own(self, column: str, *parties: UUID | None) -> None:
        """One of these is the account's own organisation, unless the account is the office's."""
        own = self.actor.organisation
        if own != self.actor.office and own not in parties and not self.problems:
            self.wrong("rights-not-a-party", column)

    # -- records that a row brings along -------------------------------------------------------------------------

    def village_place(self, code: str, name: str, parent: UUID | None, *, derived: bool) -> UUID | None:
        """The place of a village: the one that bears `code`, made or corrected as the row says.

        Where the code is only `derived` and the village is known, it keeps the place it has.
        """
        if derived and self.former is not None and self.former["place_id"] in self.places:
            code = self.places[self.former["place_id"]].code
        root = self.roots[Place].get(code)
        if root is not None and self.places[root].level != "village":
            self.wrong("village-code-taken", "code", code=code, name=self.places[root].name)
            return None
        return self._companion(
            Place, code, {"code": code, "name": name, "level": "village", "parent_id": parent}, ("name", "county")
        )

    def roster(self, head: dict[str, Any]) -> UUID | None:
        """The list that a row belongs to: all its rows must say the same of it."""
        return self._companion(Roster, head["code"], head, ("roster_name", "programme", "as_of"))

    def _companion(self, model: type[Record], key: str, fields: dict[str, Any], columns: tuple[str, ...]) -> UUID:
        """Kept for the planner, which enters or corrects it once the row is found to be good."""
        root = self.roots[model].get(key)
        self.wanted = Companion(model, key, fields, columns, root or new_id(), root is None)
        return self.wanted.root

    # -- currencies ----------------------------------------------------------------------------------------------

    def named_currency(self, amount: Decimal | None) -> str:
        """The currency that the amount's cell or heading names, or ""."""
        return amount.currency if type(amount) is Priced else self.currency_of_heading

    def currency(self, amount: Decimal | None, typed: str) -> str:
        """The currency of an amount: the one in its own column, else the one named; a finding where the two differ."""
        if amount is None:
            return ""
        named = self.named_currency(amount)
        if named and typed and named != typed:
            self.wrong("cell-currency-differs", "amount", text=str(amount), currency=typed)
        return typed or named

    def same_currency(self, model: type[Matter], matter: UUID, amount: Decimal | None, column: str) -> None:
        """A step's currency, where its cell or heading names one, is that of its commitment or project."""
        named = self.named_currency(amount)
        if not named or amount is None:
            return
        currency = self.facts(model, matter)["currency"]
        if currency != named:
            self.wrong("step-currency-differs", column, named=named, currency=currency or "—")


_BETWEEN = re.compile(r"[、,，;；/|\n]+")
_STEP_FIELDS = ("matter_id", "name", "occurred_on", "amount", "n", "attested_by")


def _latest(roots: list[UUID]) -> list[UUID]:
    return list(InForce.objects.filter(root__in=roots).values_list("latest", flat=True))
