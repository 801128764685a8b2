"""The views `cases`, `answers` and `adoptions` in plain Python: each case is read step by step by its course."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from concentric.core.courses.base import Kept
from concentric.core.courses.case_reading import Reading
from concentric.core.courses.strength import CONFIRMED, REPORTED
from concentric.core.terms.working_days import calendar
from concentric.prove.plain_rows.known import Known, Row
from concentric.prove.plain_rows.matters import Folded, opening_of

_SORT = ("kind", "topic", "urgency", "origin", "received_on")


class _Read:
    """One case: its fold, its reading, and each answer with the day that was due when it was given."""

    def __init__(self, known: Known, row: Row) -> None:
        opening = opening_of(row, "", row["raiser"], kind=row["kind"], handler=row["handler"] or "")
        self.row = row
        self.one = Folded(known, "case", row, opening)
        standing = self.one.state.standing
        self.read = Reading(standing, opening)
        self.answers: list[tuple[Kept, Any]] = [
            (kept, Reading(standing[:n], opening).clock.due)
            for n, kept in enumerate(standing)
            if kept.name == "answered"
        ]

    def taken(self, until: Any) -> Row:
        """Days and working days from the day it was received to `until`."""
        since = self.row["received_on"]
        if until is None:
            return {"days": None, "working_days": None}
        return {"days": (until - since).days, "working_days": calendar().between(since, until)}

    def shared(self, known: Known) -> Row:
        """What its own view and those of its steps say of it."""
        handler = self.read.handler or None
        own = self.one.begin(None, self.row["raiser"], self.row["place"], known.place_root(handler))
        return {**own, **{name: self.row[name] for name in _SORT}, **known.party("handler", handler)}


def cases(known: Known) -> list[Row]:
    """One row for each case."""
    found = []
    for row in known.once("case"):
        case = _Read(known, row)
        one, read = case.one, case.read
        taken_on = [kept.on for kept in one.said("accepted", "routed", "answered") if kept.on is not None]
        first = min((kept.on for kept, _ in case.answers if kept.on is not None), default=None)
        adopted = one.said("adopted")
        best, who = row, ""
        if one.state.strength == CONFIRMED and read.own is not None:
            best = one.steps[read.own.n]
        elif one.state.strength == REPORTED:
            # Only office and handler answer, and a handler isn't independent.
            best, who = one.steps[case.answers[-1][0].n], "office"
        word = read.own or read.other
        closed = [kept.on for kept in one.said("closed") if kept.on is not None]
        found.append(
            {
                **case.shared(known),
                "accepted_on": min(taken_on, default=None),
                "first_answered_on": first,
                "answered_on": case.answers[-1][0].on if case.answers else None,
                "due": one.state.due,
                "closed_on": max(closed, default=None),
                "outcome": read.outcome,
                "raiser_word": "" if word is None else word.what,
                "late": "yes" if read.late else "no" if case.answers else "",
                "extended": "yes" if read.extended else "no",
                "adopted": "yes" if adopted else "no",
                "answers": len(case.answers),
                "adoptions": len(adopted),
                **case.taken(first),
                "points": sum((kept.amount or Decimal(0) for kept in adopted), Decimal(0)),
                **one.backed(best, who),
            }
        )
    return found


def _step(case: _Read, known: Known, kept: Kept) -> Row:
    step = case.one.steps[kept.n]
    return {
        **case.shared(known),
        **{name: step[name] for name in ("idx", "number", "recorded_at", "channel")},
        "record": step["id"],
        "root": step["id"],
        "case_root": case.row["root"],
        "case_number": case.row["number"],
        "attested": "office",
        "entered_at": step["recorded_at"],
        "reason": None,
    }


def answers(known: Known) -> list[Row]:
    """One row for each answer that stands."""
    found = []
    for row in known.once("case"):
        case = _Read(known, row)
        for kept, due in case.answers:
            found.append(
                {
                    **_step(case, known, kept),
                    "outcome": kept.what,
                    "answered_on": kept.on,
                    "due": due,
                    "until": kept.until,
                    "late": "yes" if due is not None and kept.on is not None and kept.on > due else "no",
                    "last": "yes" if kept is case.answers[-1][0] else "no",
                    **case.taken(kept.on),
                }
            )
    return found


def adoptions(known: Known) -> list[Row]:
    """One row for each adoption that stands."""
    found = []
    for row in known.once("case"):
        case = _Read(known, row)
        for kept in case.one.said("adopted"):
            more = {"level": kept.what, "adopted_on": kept.on, "points": kept.amount}
            found.append({**_step(case, known, kept), **more})
    return found
