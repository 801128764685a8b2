"""Random matters of every noun for random logs: what each opens with, and what its steps may say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from concentric.core.courses import Opening

if TYPE_CHECKING:
    from .logs import Log

Row = dict[str, Any]
CURRENCIES = ("CNY", "CNY", "USD")


class Noun(NamedTuple):
    """How a matter is made at random, and which of its columns its course opens with."""

    make: Callable[[Log], Row]
    supporter: str = "supporter"
    recipient: str = "recipient"
    amount: str = ""
    due: str = "due"
    handler: str = ""

    def opening(self, row: Row) -> Opening:
        """What the course opens with."""
        sides = (row[self.supporter] if self.supporter else "", row[self.recipient])
        amount = row[self.amount] if self.amount else None
        if amount is None:
            amount = row.get("quantity")
        handler = row[self.handler] if self.handler else ""
        due = row[self.due] if self.due else None
        return Opening(
            *(side or "" for side in sides), row["office"], None, amount, due,
            kind=row.get("kind", ""), handler=handler or "",
        )  # fmt: skip


def commitment(log: Log) -> Row:
    supporter, recipient = log.two()
    money, amount = log.chance(0.7), log.amount()
    return {
        "programme": log.one_of(log.programmes),
        "supporter": supporter,
        "recipient": recipient,
        "kind": log.one_of(["money", "goods"]),
        "nature": "welfare",
        "firmness": log.one_of(["pledged", "signed"]),
        "amount": amount if money else None,
        "currency": log.one_of(CURRENCIES) if money else "",
        "quantity": None if money else amount,
        "unit": "" if money else "吨",
        "committed_on": log.day(),
        "due": log.day(open_=True),
    }


def pairing(log: Log) -> Row:
    supporter, recipient = log.two()
    return {
        "programme": log.one_of(log.programmes),
        "supporter": supporter,
        "recipient": recipient,
        "proposed_on": log.day(),
        "batch": log.one_of(["", "first"]),
    }


def project(log: Log) -> Row:
    owner, host = log.two()
    return {
        "programme": log.one_of(log.programmes),
        "name": "厂",
        "kind": "investment",
        "owner": owner,
        "host": log.maybe([host, host]),
        "place": log.maybe(log.places),
        "chain": log.maybe(log.parties),
        "currency": log.one_of(CURRENCIES),
        "lead_on": log.day(),
        "due": log.day(open_=True),
    }


def case(log: Log) -> Row:
    return {
        "programme": log.one_of(log.programmes),
        "kind": log.one_of(["problem", "opinion"]),
        "topic": log.one_of(["land", ""]),
        "urgency": "normal",
        "origin": log.one_of(["raised", "look-back"]),
        "raiser": log.maybe([*log.parties, *log.parties]),
        "place": log.maybe(log.places),
        "handler": log.maybe(log.parties),
        "received_on": log.day(),
        "due": log.day(open_=True),
        "subject": "secret",
    }


def assignment(log: Log) -> Row:
    supporter, recipient = log.two()
    appointments = [row["root"] for row in log.records["appointment"]]
    return {
        "programme": log.one_of(log.programmes),
        "kind": "commissioner",
        "appointment": log.one_of(appointments) if appointments else log.parties[0],
        "supporter": supporter,
        "recipient": recipient,
        "since": log.day(),
        "until": log.day(open_=True),
        "rhythm": log.maybe([7, 30]),
    }


def activity(log: Log) -> Row:
    organiser, host = log.two()
    sites = [row["root"] for row in log.records["site"]]
    return {
        "programme": log.one_of(log.programmes),
        "kind": log.one_of(["visit", "visit", "training"]),
        "setting": log.one_of(["school", ""]),
        "title": "会",
        "organiser": organiser,
        "host": log.maybe([host, host]),
        "site": log.maybe(sites),
        "place": log.maybe([log.places[1]]),
        "held_on": log.day(),
        "people": log.maybe([log.amount()]),
        "person_times": log.maybe([log.amount()]),
    }


def site(log: Log) -> Row:
    supporter, keeper = log.two()
    return {
        "programme": log.one_of(log.programmes),
        "name": "书屋",
        "kind": "culture",
        "category": log.one_of(["", "research"]),
        "place": log.maybe(log.places),
        "supporter": log.maybe([supporter]),
        "keeper": keeper,
        "planned_on": log.day(),
        "due": log.day(open_=True),
    }


def accreditation(log: Log) -> Row:
    return {
        "programme": log.one_of(log.programmes),
        "scheme": "demonstration",
        "level": "national",
        "candidate": log.one_of(log.parties),
        "applied_on": log.day(),
        "threshold": log.maybe([log.amount()]),
    }


def follow_up(log: Log) -> Row:
    """Mostly of what already has steps: then there is something to lose."""
    targets = sorted(root for root, (kind, _, _) in log.matters.items() if kind != "follow_up")
    stepped = [root for root in targets if log.matters[root][2]]
    target = log.one_of(stepped or targets or log.parties)
    return {
        "plan": "after-30",
        "stratum": log.one_of(["450222", ""]),
        "target": target,
        "target_kind": log.matters[target][0] if target in log.matters else "",
        "supporter": log.maybe(log.parties[:2]),
        "recipient": log.maybe(log.parties[:2]),
        "handler": log.maybe(log.parties[:1]),
        "draw": log.maybe([row["root"] for row in log.records["draw"]]),
        "planned_on": log.day(),
        "due": log.day(open_=True),
    }


NOUNS: dict[str, Noun] = {
    "commitment": Noun(commitment, amount="amount"),
    "pairing": Noun(pairing, due=""),
    "project": Noun(project, "owner", "host"),
    "case": Noun(case, "", "raiser", handler="handler"),
    "assignment": Noun(assignment, due="until"),
    "activity": Noun(activity, "organiser", "host", due=""),
    "site": Noun(site, recipient="keeper"),
    "accreditation": Noun(accreditation, "", "candidate", amount="threshold", due=""),
    "follow_up": Noun(follow_up, handler="handler"),
}

OF = ("confirmed", "nothing-came", "disputed", "verified", "reversed")
WHAT = {
    "answered": ("solved", "under-way", "planned", "explained"),
    "word": ("satisfied", "not-satisfied", "not-satisfied", "no-answer"),
    "result": ("holds", "holds", "partly", "relapsed", "unclear"),
    "assessed": ("a", "b", "c"),
    "named": ("ninth",),
    "adopted": ("city", "central"),
}
AMOUNTS = ("delivered", "signed", "increased", "arrived", "assessed", "adopted")
UNTIL = ("routed", "extension-asked", "renewed", "named", "reopened")


def random_step(log: Log, kind: str, name: str, row: Row, steps: list[Row]) -> Row:
    """What a step of this name might say; its course decides whether it may."""
    noun = NOUNS[kind]
    sides = [row[side] for side in (noun.supporter, noun.recipient) if side]
    by = log.one_of([*sides, *[sides[-1]] * 3, *[log.office] * 4, *log.parties[:3], None])
    counts = name in AMOUNTS or (kind in ("commitment", "project") and name in ("confirmed", "verified"))
    numbered = [step["n"] for step in steps]
    of = log.maybe(numbered) if (name in OF and kind in ("commitment", "project")) or name == "reversed" else None
    what = log.one_of(WHAT[name]) if name in WHAT else ""
    until = name in UNTIL or what in ("under-way", "planned") or (what == "not-satisfied" and log.chance(0.3))
    if name == "extension-approved":
        until = log.chance(0.5)
    return {
        "by": by,
        "occurred_on": log.day(open_=True),
        "amount": log.amount() if counts and log.chance(0.9) else None,
        "of": of,
        "until": log.day() if until and kind != "pairing" else None,
        "what": what,
        "party": log.one_of(log.parties) if name in ("routed", "asked") else None,
    }
