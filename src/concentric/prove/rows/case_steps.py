"""What each step of a case finds and leaves, for all cases at once: the twin of `core.courses.case.Reading`.

A case is read step by step there; here the same is said by windows over the standing steps. The clock runs in *spells*:
an answer, a reopening, and a word that names another day each begin a new one. Words count since the last answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concentric.lake.relations import standing_now
from concentric.prove.rows.roles import spoken_steps

if TYPE_CHECKING:
    import ibis.expr.types as ir

SETTERS = ("accepted", "declined", "routed", "closed", "withdrawn", "answered", "reopened")
"""Steps that name the state they lead to."""
AFRESH = ("answered", "reopened")
"""Steps after which nothing that was said before counts."""
COLUMNS = ("name", "what", "party", "amount", "occurred_on", "until", "channel")
BEFORE = (None, -1)


def case_steps() -> ir.Table:
    """One row for each standing step of a case in force."""
    return _named(_clocked(_spells()))


def _spells() -> ir.Table:
    """The steps, numbered by the spell of the clock and by the answer that they come after."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    opened = standing_now("case").select(case_due="due", case_root="root", case="idx")
    t = spoken_steps("case", "", "raiser")
    t = t.inner_join(opened, t["matter"] == opened["case_root"])
    # Narrow, and told apart by a number: all of this is sorted three times.
    t = t.select("case", "case_due", "idx", "n", "role", *COLUMNS)
    is_word = t["name"] == "word"
    t = t.mutate(
        is_word=is_word,
        own=is_word & (t["role"] == "recipient") & (t["what"] != "no-answer"),
        denies=is_word & (t["what"] == "not-satisfied"),
        afresh=t["name"].isin(AFRESH).ifelse(1, 0),
        resets=(t["name"].isin(AFRESH) | (is_word & t["until"].notnull())).ifelse(1, 0),
    )
    so_far = ibis.cumulative_window(group_by="case", order_by=t["n"])
    asked = (t["name"] == "extension-asked").ifelse(t["n"], ibis.null("int64"))
    return t.mutate(
        spell=t["resets"].sum().over(so_far) - t["resets"],
        round=t["afresh"].sum().over(so_far) - t["afresh"],
        asked_n=asked.max().over(so_far),
        moved=t["name"].isin(SETTERS).ifelse(1, 0).sum().over(so_far),
    )


def _clocked(t: ir.Table) -> ir.Table:
    """The steps with the day by which an answer was due before each of them and after it."""
    import ibis  # see _spells

    none = ibis.null("date")
    # Each of these joins is with few steps: they are told apart first.
    asked = t.filter(t["name"] == "extension-asked")
    asked = asked.select(asked_case="case", asked_step="n", asked_until="until")
    t = t.left_join(asked, [t["case"] == asked["asked_case"], t["asked_n"] == asked["asked_step"]])
    begun = t.filter(t["resets"] == 1)
    begun = begun.select(begun_case="case", begun_spell=begun["spell"] + 1, begun_until="until")
    t = t.left_join(begun, [t["case"] == begun["begun_case"], t["spell"] == begun["begun_spell"]])
    approved = t["name"] == "extension-approved"
    t = t.mutate(
        start=(t["spell"] == 0).ifelse(t["case_due"], t["begun_until"]),
        longer=approved.ifelse(t["until"].coalesce(t["asked_until"]), none),
        routes=t["name"].isin(["routed", "returned", "extension-approved"]),
    )
    before = ibis.window(group_by=["case", "spell"], order_by=t["n"], rows=BEFORE)
    t = t.mutate(
        longest=t["longer"].max().over(before),
        given_n=t["routes"].ifelse(t["n"], ibis.null("int64")).max().over(before),
    )
    t = t.mutate(promised=_later(t["start"], t["longest"]))
    # An extension past what was promised to the raiser lifts the handler's own day; a shorter one is that day.
    shorter = (t["longer"] <= t["promised"]).fill_null(False)
    t = t.mutate(given=ibis.cases((t["name"] == "routed", t["until"]), (shorter, t["longer"]), else_=none))
    given = t.filter(t["routes"]).select(given_case="case", given_step="n", given_before="given")
    t = t.left_join(given, [t["case"] == given["given_case"], t["given_n"] == given["given_step"]])
    after = _sooner(_later(t["promised"], t["longer"]), t["routes"].ifelse(t["given"], t["given_before"]))
    return t.mutate(
        due_before=_sooner(t["promised"], t["given_before"]),
        due_after=(t["resets"] == 1).ifelse(t["until"], after),
    )


def _named(t: ir.Table) -> ir.Table:
    """The steps with what they say of the state: `sets`, the word that counts, and whether it stands disputed."""
    import ibis  # see _spells

    so_far = ibis.cumulative_window(group_by=["case", "round"], order_by=t["n"])
    none = ibis.literal(0, "int64")

    def last(which: Any) -> Any:
        return which.ifelse(t["n"], none).max().over(so_far)

    t = t.mutate(
        own_denies=last(t["own"] & t["denies"]),
        own_accepts=last(t["own"] & ~t["denies"]),
        other_denies=last(t["is_word"] & ~t["own"] & t["denies"]),
        other_accepts=last(t["is_word"] & ~t["own"] & ~t["denies"]),
    )
    own_n = ibis.greatest(t["own_denies"], t["own_accepts"])
    other_n = ibis.greatest(t["other_denies"], t["other_accepts"])
    disputed = (t["own_denies"] > t["own_accepts"]) | (
        (t["other_denies"] > t["other_accepts"]) & (t["other_denies"] > own_n)
    )
    afresh = t["afresh"] == 1
    return t.mutate(
        own_n=afresh.ifelse(none, own_n),
        word_n=afresh.ifelse(none, (own_n > 0).ifelse(own_n, other_n)),
        disputed=(disputed & ~afresh).ifelse(1, 0),
        sets=ibis.cases(
            (t["name"].isin(SETTERS), t["name"]),
            ((t["name"] == "returned") & (t["moved"] == 0), "received"),
            (t["name"] == "returned", "accepted"),
            (t["is_word"] & disputed, "reopened"),
            else_="",
        ),
    )


def _later(one: ir.DateValue, other: ir.DateValue) -> Any:
    """The later of two days; the other where one is not known."""
    import ibis  # see _spells

    return ibis.cases((one.isnull(), other), (other.isnull(), one), (one >= other, one), else_=other)


def _sooner(one: ir.DateValue, other: ir.DateValue) -> Any:
    """The sooner of two days; the other where one is not known."""
    import ibis  # see _spells

    return ibis.cases((one.isnull(), other), (other.isnull(), one), (one <= other, one), else_=other)
