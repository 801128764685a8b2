"""The views `cases`, `answers` and `adoptions`, made of `case_steps`. Read that file first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED
from concentric.prove.rows.days import taken
from concentric.prove.rows.follow_ups import looked_back
from concentric.prove.rows.matters import lying, matters
from concentric.prove.rows.roles import attested, latest, only, role
from concentric.prove.rows.tables import in_programme, party
from concentric.prove.view import PLACE, PROGRAMME
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

FINAL = ("solved", "explained")
WAITING = ("received", "accepted", "routed", "reopened")
AMOUNT = "decimal(38, 4)"


def _facts(steps: ir.Table) -> ir.Table:
    """For each case with steps: the days of what happened, and what was counted."""

    def on(*names: str) -> Any:
        return steps["occurred_on"].min(where=steps["name"].isin(names))

    def how_many(name: str) -> Any:
        return steps["n"].count(where=steps["name"] == name)

    answered = steps["name"] == "answered"
    return steps.group_by(facts_matter=steps["matter"]).aggregate(
        accepted_on=on("accepted", "routed", "answered"),
        first_answered_on=on("answered"),
        closed_on=steps["occurred_on"].max(where=steps["name"] == "closed"),
        answers=how_many("answered"),
        adoptions=how_many("adopted"),
        extensions=how_many("extension-approved"),
        late_answers=steps["n"].count(where=answered & (steps["occurred_on"] > steps["due_before"])),
        points=steps["amount"].sum(where=steps["name"] == "adopted").cast(AMOUNT),
    )


def _last(steps: ir.Table) -> ir.Table:
    """For each case with steps: where it stands after the last of them."""
    end = latest(steps, ["matter"]).select("due_after", "own_n", "word_n", disputed_end="disputed", end_matter="matter")
    # While it is disputed every step counts; once that is settled, it is as if what came in between had not been.
    t = steps.inner_join(end.select("disputed_end", "end_matter"), steps["matter"] == end["end_matter"])
    afresh = t["name"].isin(["answered", "reopened"])
    counts = (t["sets"] != "") & (afresh | (t["disputed_end"] == 1) | (t["disputed"] == 0))
    stands = latest(t.filter(counts), ["matter"]).select(stands="sets", stands_matter="matter")
    found = end.left_join(stands, end["end_matter"] == stands["stands_matter"])
    word = steps.select(word_matter="matter", word_step="n", raiser_word="what", word_channel="channel")
    return found.left_join(word, [found["end_matter"] == word["word_matter"], found["word_n"] == word["word_step"]])


def _turns(steps: ir.Table) -> ir.Table:
    """For each case that was answered or sent on: the last answer or reopening, the last answer, the last sending."""
    turns = {"answered": "answer", "reopened": "answer", "routed": "sending", "returned": "sending"}
    t = steps.filter(steps["name"].isin(list(turns)))
    t = t.mutate(turn=t["name"].isin(["answered", "reopened"]).ifelse("answer", "sending"))
    last = latest(t, ["matter", "turn"])
    answer, sending = last["turn"] == "answer", last["turn"] == "sending"
    found = last.group_by(turns_matter=last["matter"]).aggregate(
        outcome=only(last["what"], answer & (last["name"] == "answered")),
        sent_n=only(last["n"], sending),
        sent_to=only(last["party"], sending & (last["name"] == "routed")),
    )
    said = latest(steps.filter(steps["name"] == "answered"), ["matter"])
    said = said.select(answered_on="occurred_on", answer_channel="channel", said_matter="matter")
    return found.left_join(said, found["turns_matter"] == said["said_matter"])


def cases() -> ir.Table:
    """One row for each case in force. It lies where it is entered, else where its handler is."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    held = matters("case", supporter="", recipient="raiser")
    steps = relation("case_steps")
    t = held
    for part, key in ((_facts(steps), "facts_matter"), (_last(steps), "end_matter"), (_turns(steps), "turns_matter")):
        t = t.left_join(part, t["root"] == part[key])
    none = ibis.literal(0, "int64")
    t = t.mutate(
        state=t["stands"].fill_null("received"),
        outcome=t["outcome"].fill_null(""),
        raiser_word=t["raiser_word"].fill_null(""),
        handler=t["sent_n"].notnull().ifelse(t["sent_to"], t["handler"]),
        answers=t["answers"].fill_null(none),
        adoptions=t["adoptions"].fill_null(none),
        points=t["points"].fill_null(ibis.literal(0).cast(AMOUNT)),
        extended=_yes(t["extensions"].fill_null(none) > 0),
        late=ibis.cases(
            (t["late_answers"].fill_null(none) > 0, "yes"), (t["answers"].fill_null(none) > 0, "no"), else_=""
        ),
        end_due=t["end_matter"].notnull().ifelse(t["due_after"], t["due"]),
    )
    t = t.mutate(adopted=_yes(t["adoptions"] > 0))
    waits = t["state"].isin(WAITING) | ((t["state"] == "answered") & t["outcome"].notin(FINAL))
    is_own = (t["own_n"].fill_null(none) > 0) & (t["disputed_end"].fill_null(0) == 0)
    t = t.mutate(
        due=waits.ifelse(t["end_due"], ibis.null("date")),
        strength=ibis.cases((t["outcome"] == "", PLEDGED), (is_own, CONFIRMED), else_=REPORTED),
    )
    confirmed, reported = t["strength"] == CONFIRMED, t["strength"] == REPORTED
    t = t.mutate(
        attested=ibis.cases((confirmed, "recipient"), (reported, "office"), else_=attested(role(t["attested_by"], t))),
        channel=ibis.cases((confirmed, t["word_channel"]), (reported, t["answer_channel"]), else_=t["channel"]),
    )
    t = taken(looked_back(t), "received_on", "first_answered_on")
    return party(party(in_programme(lying(t, "handler")), "handler"), "recipient")


def _yes(is_so: ir.BooleanValue) -> Any:
    return is_so.ifelse("yes", "no")


_SHOWN = (
    *(column.name for column in (*PROGRAMME, *PLACE)),
    *("kind", "topic", "urgency", "origin", "received_on"),
    *(f"handler{name}" for name in ("", "_number", "_name", "_kind")),
)


def _steps_of(name: str) -> ir.Table:
    """The standing steps of this name, each with what its case says of it."""
    import ibis  # see cases

    steps = relation("case_steps")
    steps = steps.filter(steps["name"] == name)
    of = relation("cases").select(*_SHOWN, case="root", case_number="number")
    t = steps.inner_join(of, steps["matter"] == of["case"])
    return t.mutate(
        root=t["record"], entered_at=t["recorded_at"], attested=ibis.literal("office"), reason=ibis.null("string")
    )


def answers() -> ir.Table:
    """One row for each answer that stands, against the day that was due when it was given."""
    t = _steps_of("answered")
    last = t.group_by(last_matter=t["matter"]).aggregate(last_n=t["n"].max())
    t = t.left_join(last, t["matter"] == last["last_matter"])
    t = t.mutate(
        outcome=t["what"],
        answered_on=t["occurred_on"],
        due=t["due_before"],
        late=_yes((t["occurred_on"] > t["due_before"]).fill_null(False)),
        last=_yes(t["n"] == t["last_n"]),
    )
    return taken(t, "received_on", "answered_on")


def adoptions() -> ir.Table:
    """One row for each adoption that stands, with its points."""
    t = _steps_of("adopted")
    return t.mutate(level=t["what"], adopted_on=t["occurred_on"], points=t["amount"])
