"""A run as pages read it: kept by its record, which never changes, so that only its first reader waits."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock, Thread
from typing import Any
from uuid import UUID

from django.http import Http404

from concentric.access.accounts import acting
from concentric.core.terms.findings import Finding
from concentric.core.terms.scripts import localized, to_simplified
from concentric.match import runs
from concentric.match.instances import Instance
from concentric.match.loads import Load, loads
from concentric.match.models import Run
from concentric.match.sending import holder
from concentric.register.models import Programme

HEAVY = ("rules", "result", "certificate")
"""What may be megabytes: read once for a run, not for each of its pages."""
SMALL = 20_000
"""Recipients up to which a run is found again while a reader waits."""


@dataclass(frozen=True)
class Row:
    """One pair of a run: numbers, names, points."""

    supporter: str
    supporter_name: str
    recipient: str
    recipient_name: str
    worth: int


class Reading:
    """One run with everything that its pages show."""

    def __init__(self, run: Run, instance: Instance | None = None) -> None:
        self.kind = run.kind
        self.result: dict[str, Any] = json.loads(run.result)
        self.asked = runs.asked_of(run)
        self.instance = instance or self.asked.instance()
        self.names: Mapping[str, str] = self._names()
        self.rows = [
            Row(one, self.names.get(one, one), other, self.names.get(other, other), worth)
            for one, other, worth in self.result["pairs"]
        ]
        self.drawn: dict[str, str] = {}

    @property
    def sent(self) -> bool:
        """Whether it sends commissioners."""
        return self.kind == "commissioner"

    def _names(self) -> dict[str, str]:
        """By number; of commissioners also the post's, and of whoever was listed before."""
        names = {one.number: one.name for one in self.asked.standing.organisations.values()}
        names |= dict(self.instance.names)
        if self.sent:
            names |= {holder(slot): self.instance.names[slot] for slot in self.instance.supporters.ids}
        return names

    @cached_property
    def loads(self) -> list[Load]:
        """Commissioners with those whom they serve."""
        return loads(self.instance, [(row.supporter, row.recipient) for row in self.rows])

    @cached_property
    def partners(self) -> dict[str, list[str]]:
        """Who helps each recipient now."""
        found: dict[str, list[str]] = {}
        for row in self.rows:
            found.setdefault(row.recipient, []).append(row.supporter)
        return found

    @cached_property
    def searched(self) -> list[str]:
        """What a search looks at, for each row."""
        told = [f"{row.supporter} {row.supporter_name} {row.recipient} {row.recipient_name}" for row in self.rows]
        return to_simplified("\n".join(" ".join(each.split()) for each in told)).casefold().split("\n")

    def found(self, search: str, order: str) -> list[Row]:
        """The rows in which every word of a search occurs, in one of the orders that the table offers."""
        words = to_simplified(search).casefold().split()
        rows = [row for row, text in zip(self.rows, self.searched, strict=True) if all(word in text for word in words)]
        keys = {"supporter": lambda row: (row.supporter, row.recipient), "worth": lambda row: row.worth}
        name = order.removeprefix("-")
        if name in keys:
            rows.sort(key=keys[name], reverse=order.startswith("-"))
        elif order == "-recipient":
            rows.reverse()
        return rows

    def findings(self, lang: str) -> list[tuple[str, str, str]]:
        """What was assumed or left open: severity, words, remedy; what is worst first."""
        held = [Finding(each["key"], each["args"], each["severity"]) for each in self.result["findings"]]
        held.sort(key=lambda each: ("error", "warning", "notice").index(each.severity))
        return [(each.severity, each.says(lang), each.remedy(lang)) for each in held]


def held(number: str) -> Run:
    """The run of a number, without what is heavy. 404 where there is none."""
    office = acting("office", "page").office
    run: Run | None = Run.objects.in_force().of_office(office).filter(number=number).defer(*HEAVY).first()
    if run is None:
        raise Http404("run")
    return run


KEPT = 6
"""Runs that are kept at hand; a province's takes some fifty megabytes."""
_readings: OrderedDict[UUID, Reading] = OrderedDict()
_finds: OrderedDict[UUID, runs.Found] = OrderedDict()
_reads, _searches = Lock(), Lock()
"""One reader reads, and one searches, at a time; the others find it at hand."""


def reading(run: Run) -> Reading:
    """What a run's pages show; its first reader waits, for a province's some seconds."""
    with _reads:
        if run.id not in _readings:
            _at_hand(_readings, run.id, Reading(Run.objects.get(id=run.id)))
        return _readings[run.id]


def found(run: Run) -> runs.Found:
    """A run found again from the ledger, to ask it what else could have been."""
    read = reading(run)
    with _searches:
        if run.id not in _finds:
            _at_hand(_finds, run.id, runs.find(read.asked, instance=read.instance))
        return _finds[run.id]


def remember(run: Run, answer: runs.Found) -> None:
    """Keep at hand what was just found, so that nobody waits for it again."""
    read = Reading(run, answer.instance)
    with _reads:
        _at_hand(_readings, run.id, read)
    with _searches:
        _at_hand(_finds, run.id, answer)


def expect(run: Run) -> None:
    """Find it again beside the reader: whoever looks at a run at the desk may change it next. Needs no database."""
    if run.id in _readings and run.id not in _finds:
        Thread(target=found, args=(run,), daemon=True).start()


def _at_hand(kept: OrderedDict[UUID, Any], key: UUID, value: Any) -> None:
    kept[key] = value
    while len(kept) > KEPT:
        kept.popitem(last=False)


def programmes(lang: str) -> Mapping[Any, str]:
    """Names of programmes by root."""
    return {root: localized(names, lang) for root, names in Programme.objects.in_force().values_list("root", "names")}
