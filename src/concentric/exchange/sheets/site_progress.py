"""Site progress: a row is a step of a site: started, opened, closed."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Site, SiteStep

STEPS = ("started", "opened", "closed")


def build(values: Values, look: Look) -> Answer | None:
    own, site, what, on, note, _ = values
    matter = look.thing(Site, site, "site")
    look.not_yet(on, "on")
    return Answer(SiteStep, matter, what, on, None, None, own, note or "")


SHEET = StepSheet(
    "site-progress",
    (
        number("number"),
        Column("site", "reference", required=True),
        Column("what", "choice", required=True, words="progress", choices=STEPS, terms="choice-site-step", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"supporter", "recipient"}),
    models=(SiteStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
