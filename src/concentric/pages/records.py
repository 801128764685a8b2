"""One record by its place in the log: what it is, what became of it, who said so, and what holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from concentric.core.courses.strength import RUNGS
from concentric.core.terms.steps import state_word, step_word
from concentric.core.terms.words import say
from concentric.keep.models import Evidence
from concentric.ledger.matters import course_of, steps_of
from concentric.ledger.models import Commit, Entry, Head, InForce, Matter, Record, Step, Void
from concentric.ledger.payload import NotCanonical, decode, kinds
from concentric.pages import fields as held
from concentric.pages import pairing_opening, parts, showing
from concentric.pages.context import masthead_of
from concentric.pages.listed import list_of
from concentric.pages.naming import Named, label, names_of
from concentric.pages.partaking import partaking
from concentric.register.models import Organisation

BAD = ("nothing-came", "disputed", "lapsed", "written-off", "declined", "not-satisfied", "relapsed")
"""Steps, and what they found, that a reader should see at once."""
MOST = 200  # versions or steps on one page; no thing of an office comes near


@dataclass(frozen=True)
class Change:
    """One field that a version changed; None where there was, or is, no value. Closed fields only say that they did."""

    label: str
    was: str | None
    now: str | None
    closed: bool = False


@dataclass(frozen=True)
class Version:
    """One version of a thing: `changes` against the version before, empty for the first."""

    record: Record
    by: str
    changes: list[Change] = field(default_factory=list)
    here: bool = False
    in_force: bool = False


@dataclass(frozen=True)
class Passed:
    """One step of a matter for the timeline."""

    step: Step
    title: str
    by: str
    role: str
    late: int | None
    back: bool
    here: bool
    bad: bool


@dataclass(frozen=True)
class Rung:
    """How far a matter came on one rung: "done", "part" or "" and what of it."""

    name: str
    reached: str
    shown: str


def record(request: HttpRequest, idx: int) -> HttpResponse:
    """The page of entry `idx`. A dozen queries whatever the record is."""
    lang: str = request.lang  # type: ignore[attr-defined]
    entry = Entry.objects.filter(idx=idx).first()
    model = kinds().get(entry.kind) if entry else None
    found = model.objects.filter(idx=idx).first() if model else None
    if entry is None or found is None:
        raise Http404("record")
    thing = _matter_of(found) if isinstance(found, Step) else found
    versions = list(type(thing).objects.filter(root=thing.root).order_by("idx")[:MOST])
    steps: Sequence[Step] = []
    if isinstance(thing, Matter):
        steps = list(steps_of(type(thing), thing.root))[::-1][:MOST]
    names = names_of(_wanted(found, versions, steps), lang)
    latest = InForce.objects.filter(root=thing.root).values_list("latest", flat=True).first()
    current = next((one for one in versions if one.id == latest), versions[-1])
    head = Head.objects.filter(matter=thing.root).first() if isinstance(thing, Matter) else None
    unit, zone = unit_of(current), masthead_of(lang).zone
    commit = Commit.objects.filter(size__gt=idx).order_by("size").first()
    within = list_of(thing.KIND)
    context = {
        "within": (within.stem, say(within.view.key, lang)) if within else None,
        "entry": entry,
        "record": found,
        "kind": held.kind_word(found.KIND, lang),
        "title": title_of(found, lang, names, unit),
        "parties": [names[root] for root in parts.sides(thing) if root in names],
        "thing": thing,
        "is_step": isinstance(found, Step),
        "is_matter": isinstance(thing, Matter),
        "fields": held.fields_of(found, lang, names, unit if isinstance(found, Step) else ""),
        "by": _said_by(found, names, lang, parts.hidden(current)),
        "late": late(found, zone),
        "backed": _backed(thing, steps),
        "taking": partaking(found, lang) if isinstance(found, Organisation) else [],
        "opened": versions[0],
        "opened_on": parts.day_of(versions[0]),
        "file": reverse("evidence", args=[found.idx])
        if isinstance(found, Evidence) and found.access == "public"
        else "",
        "channel": held.choice("", "channel", found.channel, lang),
        "versions": _versions(versions, found, latest, lang, names) if len(versions) > 1 else [],
        "newer": current if current.id != found.id and not isinstance(found, Step) else None,
        "void": Void.objects.filter(target=thing.root).order_by("-idx").first(),
        "steps": _passed(steps, found, thing, lang, names, unit, zone),
        "rungs": _rungs(head, unit, lang) if head else [],
        "head": head,
        "state": state_word(head.kind, head.state, lang) if head and head.state != "voided" else "",
        "commit": commit,
        "commit_last": commit.size - 1 if commit else None,
        "leaf": bytes(entry.leaf),
        "holds": _holds(entry),
        "under": pairing_opening.under(found, request),
    }
    return render(request, "records/detail.html", context)


def _matter_of(step: Step) -> Record:
    matter: Any = step
    found: Record = matter.matter  # a foreign key points at the first version
    return found


def _backed(thing: Record, steps: Sequence[Step]) -> list[Evidence]:
    """The evidence in force about a thing and its steps, by number. One query."""
    about = [thing.root, *(step.root for step in steps)]
    return list(Evidence.objects.in_force().filter(about__in=about).order_by("number"))


def _wanted(found: Record, versions: Sequence[Record], steps: Sequence[Step]) -> list[UUID | None]:
    wanted: list[UUID | None] = [found.attested_by, found.office]
    for one in {found.id: found, **{version.id: version for version in versions}}.values():
        wanted += [*held.references(one), one.attested_by]
    wanted += [step.attested_by for step in steps]
    if isinstance(found, Void):
        wanted.append(found.target)
    return wanted


def unit_of(thing: Record) -> str:
    """The unit in which a matter's amounts are counted."""
    currency = str(getattr(thing, "currency", ""))
    return currency or str(getattr(thing, "unit", ""))


def title_of(found: Record, lang: str, names: dict[UUID, Named], unit: str) -> str:
    """What a record is, in a few words."""
    if isinstance(found, Step):
        amount = getattr(found, "amount", None)
        word = step_word(course_of(found), found.name, lang)
        what = getattr(found, "what", "")
        if what:
            word = say("pages-step-what", lang, step=word, what=held.shown_value(found, "what", what, lang))
        if amount is None:
            return say("pages-step-title", lang, n=str(found.n), step=word)
        return say(
            "pages-step-title-amount", lang, n=str(found.n), step=word, amount=showing.quantity(amount, unit, lang)
        )
    if isinstance(found, Void):
        target = names.get(found.target)
        return say("pages-void-title", lang, what=target.name if target else str(found.target))
    for attribute in ("what", "name", "title"):
        text = getattr(found, attribute, "")
        if isinstance(text, str) and text and found.DISCLOSURE.get(attribute) == "public":
            return text
    member = getattr(found, "member_id", None)
    if member in names:
        return names[member].name
    indicator, value = getattr(found, "indicator", ""), getattr(found, "value", None)
    if indicator and value is not None:
        return say(
            "pages-statistic-title",
            lang,
            name=held.of_indicator(indicator, lang),
            value=showing.quantity(value, held.unit_of(found, "value", lang), lang),
        )
    own = label(found, lang)
    if own != getattr(found, "number", ""):
        return own
    return capital(say("pages-matter-title", lang, kind=held.kind_word(found.KIND, lang), number=own))


def capital(text: str) -> str:
    """A text that begins a line: its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def _said_by(one: Record, names: dict[UUID, Named], lang: str, hidden: str = "") -> str:
    """Who attested it. The one whose name is `hidden` is told by its part alone: a raiser isn't named to the public."""
    if one.attested_by is None:
        return say("pages-attested-by-nobody", lang)
    if str(one.attested_by) == hidden:
        return say("holder-raiser", lang)
    named = names.get(one.attested_by)
    return named.name if named else str(one.attested_by)


def late(one: Record, zone: str) -> int | None:
    """Days from the event to the entry on the office's calendar; None where no day is known, and for a correction."""
    if one.supersedes_id is not None:
        return None
    on = parts.day_of(one)
    if on is None:
        return None
    return (showing.day_of(one.recorded_at, zone) - on).days


def _versions(
    versions: Sequence[Record], found: Record, latest: UUID | None, lang: str, names: dict[UUID, Named]
) -> list[Version]:
    shown: list[Version] = []
    before: dict[str, held.Field] = {}
    for n, one in enumerate(versions):
        now = {each.name: each for each in held.fields_of(one, lang, names)}
        changes = [_change(before.get(name), now.get(name)) for name in {**before, **now}] if n else []
        real = [change for change in changes if change is not None]
        shown.append(
            Version(one, _said_by(one, names, lang, parts.hidden(one)), real, one.id == found.id, one.id == latest)
        )
        before = now
    return shown[::-1]


def _change(was: held.Field | None, now: held.Field | None) -> Change | None:
    either = now or was
    if either is None or (was and now and was.shown == now.shown and was.held == now.held):
        return None
    if either.held != "public" or either.long:
        return Change(either.label, None, None, closed=True)
    return Change(either.label, was.shown if was else None, now.shown if now else None)


def _passed(
    steps: Sequence[Step], found: Record, thing: Record, lang: str, names: dict[UUID, Named], unit: str, zone: str
) -> list[Passed]:
    back = {step.of for step in steps if step.name == "reversed"}
    played, hidden = parts.roles(thing, steps), parts.hidden(thing)
    shown = []
    for step in steps:
        shown.append(
            Passed(
                step,
                title_of(step, lang, names, unit),
                _said_by(step, names, lang, hidden),
                "" if str(step.attested_by) == hidden else played[step.n],
                late(step, zone),
                step.n in back,
                step.id == found.id,
                step.name in BAD or getattr(step, "what", "") in BAD,
            )
        )
    return shown


def _rungs(head: Head, unit: str, lang: str) -> list[Rung]:
    amounts = {name: Decimal(value) for name, value in head.amounts.items()}
    whole = amounts.get("pledged")
    found = []
    for strength, rung in enumerate(RUNGS, 1):
        value = amounts.get(rung)
        if value is None or whole is None:
            found.append(Rung(rung, "done" if head.strength >= strength else "", ""))
        else:
            reached = "done" if value >= whole and value > 0 else "part" if value > 0 else ""
            found.append(Rung(rung, reached, showing.quantity(value, unit, lang)))
    return found


def _holds(entry: Entry) -> bool:
    """Whether the stored content still gives the leaf that was entered. One hash; `verify` does it for all."""
    try:
        return decode(bytes(entry.payload), bytes(entry.salt))[1] == bytes(entry.leaf)
    except NotCanonical:
        return False
