"""What a row may look up while it is built: references by number, code or name; and where it says what is wrong.

Everything is read in bulk before the rows of a sheet are built; a lookup is one dictionary access.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Severity
from concentric.core.terms.scripts import to_traditional
from concentric.core.terms.words import Word
from concentric.exchange.held import chunks, in_force, values_of
from concentric.exchange.sheets.cells import Priced
from concentric.exchange.steps import KnownStep
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger.actor import Actor
from concentric.ledger.ids import new_id
from concentric.ledger.models import InForce, Record, Step
from concentric.match.models import Pairing, PairingStep
from concentric.register.models import Organisation, Place, Programme, ProgrammeBook, Roster

NOUN_OF_COLUMN: Mapping[str, tuple[type[Record], ...]] = {
    "parent": (Place,),
    "place": (Place,),
    "county": (Place,),
    "supporter": (Organisation,),
    "recipient": (Organisation,),
    "member": (Organisation,),
    "pairing": (Pairing,),
    "commitment": (Commitment,),
    "delivery": (CommitmentStep,),
    "subject": (CommitmentStep, Pairing),
    "step": (CommitmentStep, PairingStep),
}
"""Which nouns a reference column may name. Programmes are few: all are read at once."""


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


class PlaceFacts(NamedTuple):
    """What villages need to know of a place."""

    root: UUID
    code: str
    name: str
    level: str
    parent: UUID | None


class Look:
    """Lookups for one import of one account. `begin` starts a row; `problems` are what was said of it since."""

    def __init__(self, actor: Actor, today: date) -> None:
        self.actor = actor
        self.today = today
        self.problems: list[Problem] = []
        self.currency_of_heading = ""
        self.roots: dict[type[Record], dict[str, UUID]] = defaultdict(dict)
        self.sought: dict[type[Record], set[str]] = defaultdict(set)
        self.steps: dict[type[Step], dict[str, KnownStep]] = defaultdict(dict)
        self.bad: dict[tuple[str, str], tuple[str, int]] = {}
        self.places: dict[UUID, PlaceFacts] = {}
        self.place_names: dict[str, set[UUID]] = defaultdict(set)
        self.former: Mapping[str, Any] | None = None
        self.wanted: Companion | None = None
        self.currencies: dict[UUID, str] = {}
        self._stored_currencies = False
        self.programmes = _programmes(actor.office)
        self.default_currency = _currency_of_book(actor.office)

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

    def _fetch_steps(self, model: type[Step], held: Mapping[str, tuple[UUID, UUID]]) -> None:
        rows = values_of(model, [latest for _, latest in held.values()], _STEP_FIELDS)
        known = self.steps[model]
        for key, (_, latest) in held.items():
            matter, name, on, amount, n, attested_by = rows[latest]
            known.setdefault(key, KnownStep(model, matter, name, key, on, amount, n, attested_by))

    def _fetch_places(self, latest: Iterable[UUID]) -> None:
        rows = values_of(Place, list(latest), ("root", "code", "name", "level", "parent_id"))
        for root, code, name, level, parent in rows.values():
            self.know_place(PlaceFacts(root, code, name, level, parent))

    def _fetch_named(self, names: Iterable[str]) -> None:
        """Places whose name was given instead of their code."""
        held = Place.objects.in_force().of_office(self.actor.office)
        for part in chunks([name for name in names if not name.isascii()]):
            found = held.filter(name__in=part).values_list("root", "code", "name", "level", "parent_id")
            for root, code, name, level, parent in found:
                self.know_place(PlaceFacts(root, code, name, level, parent))
                self.sought[Place].add(code)

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

    def _missing(self, noun: str, text: str, column: str) -> None:
        bad = self.bad.get((noun, text))
        if bad is not None:
            self.wrong("reference-to-bad-row", column, text=text, sheet=bad[0], row=str(bad[1]))
        else:
            self.wrong(_UNKNOWN[noun], column, text=text)

    def place(self, text: str | None, column: str) -> UUID | None:
        """A place by its code, or by its name where only one bears it."""
        if text is None:
            return None
        root = self.roots[Place].get(text)
        if root is not None:
            return root
        named = self.place_names.get(text)
        if named and len(named) == 1:
            return next(iter(named))
        if named:
            codes = sorted(self.places[one].code for one in named)
            self.wrong("reference-place-ambiguous", column, text=text, codes=", ".join(codes[:6]))
        else:
            self._missing("places", text, column)
        return None

    def level_of(self, place: UUID) -> str:
        """The level of a place that was looked up."""
        return self.places[place].level if place in self.places else ""

    def organisation(self, text: str | None, column: str) -> UUID | None:
        """An organisation by the office's number."""
        return self.thing(Organisation, "organisations", text, column)

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
        root = self.programmes.get(_folded(text))
        if root is None:
            self.wrong("reference-programme", column, text=text)
        return root

    def thing(self, model: type[Record], noun: str, text: str | None, column: str) -> UUID | None:
        """What bears this number. `noun` is its stem in `_UNKNOWN` and among the nouns of sheets."""
        if text is None:
            return None
        root = self.roots[model].get(text)
        if root is None:
            self._missing(noun, text, column)
        return root

    def pairing(self, text: str | None, column: str) -> UUID | None:
        """A pairing by its number."""
        return self.thing(Pairing, "pairings", text, column)

    def known_pairing(self, text: str | None) -> UUID | None:
        """A pairing by its number, or None without a word."""
        return self.roots[Pairing].get(text) if text else None

    def commitment(self, text: str | None, column: str) -> UUID | None:
        """A commitment by its number."""
        return self.thing(Commitment, "commitments", text, column)

    def known_step(self, model: type[Step], text: str | None) -> KnownStep | None:
        """A step by its number, or None without a word."""
        return self.steps[model].get(text) if text else None

    def step(
        self, model: type[Step], text: str | None, column: str, *, names: tuple[str, ...] = (), noun: str = "deliveries"
    ) -> KnownStep | None:
        """A step by its number; `names` are the steps it may be."""
        if text is None:
            return None
        found = self.steps[model].get(text)
        if found is None:
            self._missing(noun, text, column)
        elif names and found.name not in names:
            self.wrong("reference-no-delivery", column, text=text)
            return None
        return found

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

    def same_currency(self, matter: UUID, amount: Decimal | None, column: str) -> None:
        """A step's currency, where its cell or heading names one, is the commitment's."""
        named = amount.currency if type(amount) is Priced else self.currency_of_heading
        if not named or amount is None:
            return
        if not self._stored_currencies:
            self._stored_currencies = True
            held: Any = Commitment.objects.in_force().of_office(self.actor.office)
            for root, currency in held.values_list("root", "currency").iterator(10_000):
                self.currencies.setdefault(root, currency)
        currency = self.currencies.get(matter, named)
        if currency != named:
            self.wrong("step-currency-differs", column, named=named, currency=currency or "—")


_STEP_FIELDS = ("matter_id", "name", "occurred_on", "amount", "n", "attested_by")
_UNKNOWN = {
    "places": "reference-place",
    "organisations": "reference-organisation",
    "pairings": "reference-pairing",
    "commitments": "reference-commitment",
    "deliveries": "reference-delivery",
    "subject": "reference-subject",
    "step": "reference-step",
}


def _latest(roots: list[UUID]) -> list[UUID]:
    return list(InForce.objects.filter(root__in=roots).values_list("latest", flat=True))


def _folded(text: str) -> str:
    return "".join(clean(text).casefold().split())


def _programmes(office: UUID | None) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    for root, code, names in Programme.objects.in_force().of_office(office).values_list("root", "code", "names"):
        given = [code, *names.values()]
        if "zh-Hans" in names:
            given.append(to_traditional(names["zh-Hans"]))
        for name in given:
            found.setdefault(_folded(name), root)
    return found


def _currency_of_book(office: UUID | None) -> str:
    """The currency of the programme book in force; CNY before there is one."""
    for toml in ProgrammeBook.objects.in_force().of_office(office).values_list("toml", flat=True):
        try:
            currency = tomllib.loads(toml).get("book", {}).get("currency")
        except tomllib.TOMLDecodeError:
            continue
        if isinstance(currency, str):
            return currency
    return "CNY"
