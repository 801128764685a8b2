"""The views `cases`, `answers` and `adoptions`, made of `case_steps`. Read that file first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED
from concentric.lake.relations import standing_now
from concentric.prove.rows.days import taken
from concentric.prove.rows.follow_ups import looked_back
from concentric.prove.rows.matters import lying, matters
from concentric.prove.rows.roles import attested, role
from concentric.prove.rows.tables import in_programme, party
from concentric.prove.view import PLACE, PROGRAMME
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

FINAL = ("solved", "explained")
WAITING = ("received", "accepted", "routed", "reopened")
SORT = ("kind", "topic", "urgency", "origin")
OF_CASE = ("root", "number", "handler", "received_on", *(one.name for one in (*PROGRAMME, *PLACE)), *SORT)
"""What answers and adoptions say of their case."""
AMOUNT = "decimal(38, 4)"
NEVER = date(9999, 12, 31)


def _facts(steps: ir.Table) -> ir.Table:
    """For each case with steps: where it stands after the last of them, what happened when, and what was counted."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    name, n = steps["name"], steps["n"]
    answered, afresh = name == "answered", name.isin(["answered", "reopened"])
    sets, sends = steps["sets"] != "", name.isin(["routed", "returned"])

    def on(*names: str) -> Any:
        return steps["occurred_on"].min(where=name.isin(names))

    # Of a nullable column the engines disagree whether its nulls can be the last; so none is left null here.
    due = steps["due_after"].fill_null(ibis.literal(NEVER))
    told = steps.group_by(facts_case=steps["case"]).aggregate(
        accepted_on=on("accepted", "routed", "answered"),
        first_answered_on=on("answered"),
        answered_on=steps["occurred_on"].argmax(n, where=answered),
        closed_on=steps["occurred_on"].max(where=name == "closed"),
        answers=n.count(where=answered),
        adoptions=n.count(where=name == "adopted"),
        extensions=n.count(where=name == "extension-approved"),
        late_answers=n.count(where=answered & (steps["occurred_on"] > steps["due_before"])),
        points=steps["amount"].sum(where=name == "adopted").cast(AMOUNT),
        outcome=answered.ifelse(steps["what"], "").argmax(n, where=afresh),
        answer_channel=steps["channel"].argmax(n, where=answered),
        sent_n=n.max(where=sends),
        sent_to=steps["party"].fill_null("").argmax(n, where=sends),
        end_n=n.max(),
        due_after=due.argmax(n),
        own_n=steps["own_n"].argmax(n),
        word_n=steps["word_n"].argmax(n),
        disputed_end=steps["disputed"].argmax(n),
        # While it is disputed every step counts; once that is settled, it is as if what came in between had not been.
        stands_disputed=steps["sets"].argmax(n, where=sets),
        stands_settled=steps["sets"].argmax(n, where=sets & (afresh | (steps["disputed"] == 0))),
    )
    words = steps.filter(name == "word")
    words = words.select(word_case="case", word_step="n", raiser_word="what", word_channel="channel")
    return told.left_join(words, [told["facts_case"] == words["word_case"], told["word_n"] == words["word_step"]])


def cases() -> ir.Table:
    """One row for each case in force. It lies where it is entered, else where its handler is."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    held = matters("case", supporter="", recipient="raiser")
    steps = relation("case_steps")
    facts = _facts(steps)
    t = held.left_join(facts, held["idx"] == facts["facts_case"])
    none = ibis.literal(0, "int64")
    t = t.mutate(
        state=(t["disputed_end"] == 1).ifelse(t["stands_disputed"], t["stands_settled"]).fill_null("received"),
        outcome=t["outcome"].fill_null(""),
        raiser_word=t["raiser_word"].fill_null(""),
        handler=t["sent_n"].notnull().ifelse(t["sent_to"].nullif(""), t["handler"]),
        answers=t["answers"].fill_null(none),
        adoptions=t["adoptions"].fill_null(none),
        points=t["points"].fill_null(ibis.literal(0).cast(AMOUNT)),
        extended=_yes(t["extensions"].fill_null(none) > 0),
        late=ibis.cases(
            (t["late_answers"].fill_null(none) > 0, "yes"), (t["answers"].fill_null(none) > 0, "no"), else_=""
        ),
        end_due=t["end_n"].notnull().ifelse(t["due_after"].nullif(ibis.literal(NEVER)), t["due"]),
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


def _steps_of(name: str) -> ir.Table:
    """The standing steps of this name, each with what its case says of it."""
    import ibis  # see cases

    read = relation("case_steps").filter(lambda steps: steps["name"] == name)
    read = read.select("due_before", read_idx="idx")
    steps = standing_now("case_step")
    steps = steps.filter(steps["name"] == name).rename(record="id").drop("entered_at", "reason")
    of = relation("cases").select(*OF_CASE).rename(case_root="root", case_number="number")
    t = steps.inner_join(of, steps["matter"] == of["case_root"])
    t = t.inner_join(read, t["idx"] == read["read_idx"])
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
    return taken(party(t, "handler"), "received_on", "answered_on")


def adoptions() -> ir.Table:
    """One row for each adoption that stands, with its points."""
    t = _steps_of("adopted")
    return t.mutate(level=t["what"], adopted_on=t["occurred_on"], points=t["amount"])
