"""What each step of a case finds and leaves, for all cases at once: the twin of `core.courses.case.Reading`.

A case is read step by step there; here the same is said by one window over the standing steps, which finds for each
the last of every sort before it. The clock runs in *spells*: an answer, a reopening, and a word that names another day
each begin a new one, and nothing that came before it counts. Words count since the last answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concentric.prove.rows.roles import spoken_steps

if TYPE_CHECKING:
    import ibis.expr.types as ir

SETTERS = ("accepted", "declined", "routed", "closed", "withdrawn", "answered", "reopened")
"""Steps that name the state they lead to."""
AFRESH = ("answered", "reopened")
"""Steps after which nothing that was said before counts."""
COLUMNS = ("name", "what", "party", "amount", "occurred_on", "until", "channel")
ROUTES = ("routed", "returned", "extension-approved")
"""Steps that may give the handler another day."""


def case_steps() -> ir.Table:
    """One row for each standing step of a case in force."""
    return _named(_clocked(_so_far()))


def _so_far() -> ir.Table:
    """The steps, each with the numbers of those before it that decide what it finds; null where there is none."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    t = spoken_steps("case", "", "raiser", case="idx", case_due="due")
    # Narrow, and told apart by a number: all of this is sorted once.
    t = t.select("case", "case_due", "idx", "n", "role", *COLUMNS)
    name, is_word = t["name"], t["name"] == "word"
    own = is_word & (t["role"] == "recipient") & (t["what"] != "no-answer")
    denies = t["what"] == "not-satisfied"
    afresh = name.isin(AFRESH)
    resets = afresh | (is_word & t["until"].notnull())
    before = ibis.window(group_by="case", order_by=t["n"], rows=(None, -1))
    so_far = ibis.window(group_by="case", order_by=t["n"], rows=(None, 0))

    def last(which: Any, window: Any) -> Any:
        return which.ifelse(t["n"], ibis.null("int64")).max().over(window)

    return t.mutate(
        is_word=is_word,
        afresh=afresh,
        resets=resets,
        routes=name.isin(ROUTES),
        # The clock: what a step finds.
        reset_n=last(resets, before),
        given_n=last(name.isin(ROUTES), before),
        approved_n=last(name == "extension-approved", before),
        asked_n=last(name == "extension-asked", before),
        set_n=last(name.isin(SETTERS), before),
        # The words: what a step leaves.
        afresh_n=last(afresh, so_far),
        own_denies=last(own & denies, so_far),
        own_accepts=last(own & ~denies, so_far),
        other_denies=last(is_word & ~own & denies, so_far),
        other_accepts=last(is_word & ~own & ~denies, so_far),
    )


def _clocked(t: ir.Table) -> ir.Table:
    """The steps with the day by which an answer was due before each of them and after it."""
    import ibis  # see _so_far

    none, nobody = ibis.null("date"), ibis.literal(0, "int64")
    since = t["reset_n"].fill_null(nobody)
    t = t.mutate(
        given_n=(t["given_n"] > since).ifelse(t["given_n"], ibis.null("int64")),
        approved_n=(t["approved_n"] > since).ifelse(t["approved_n"], ibis.null("int64")),
    )
    # Each of these joins is with few steps: they are told apart first.
    begun = t.filter(t["resets"]).select(begun_case="case", begun_n="n", begun_until="until")
    longer = _extensions(t)
    until = longer.select(until_case="case", until_n="n", longest="longest")
    own = longer.select(own_case="case", own_step="n", longer="longer")
    t = t.left_join(begun, [t["case"] == begun["begun_case"], t["reset_n"] == begun["begun_n"]])
    t = t.left_join(until, [t["case"] == until["until_case"], t["approved_n"] == until["until_n"]])
    t = t.left_join(own, [t["case"] == own["own_case"], t["n"] == own["own_step"]])
    t = t.mutate(start=t["reset_n"].isnull().ifelse(t["case_due"], t["begun_until"]))
    t = t.mutate(promised=_later(t["start"], t["longest"]))
    # An extension past what was promised to the raiser lifts the handler's own day; a shorter one is that day.
    shorter = (t["longer"] <= t["promised"]).fill_null(False)
    t = t.mutate(given=ibis.cases((t["name"] == "routed", t["until"]), (shorter, t["longer"]), else_=none))
    given = t.filter(t["routes"]).select(given_case="case", given_step="n", given_before="given")
    t = t.left_join(given, [t["case"] == given["given_case"], t["given_n"] == given["given_step"]])
    after = _sooner(_later(t["promised"], t["longer"]), t["routes"].ifelse(t["given"], t["given_before"]))
    return t.mutate(
        due_before=_sooner(t["promised"], t["given_before"]),
        due_after=t["resets"].ifelse(t["until"], after),
    )


def _extensions(t: ir.Table) -> ir.Table:
    """The extensions that were approved: until when (`longer`), and the longest of their spell so far (`longest`)."""
    import ibis  # see _so_far

    asked = t.filter(t["name"] == "extension-asked")
    asked = asked.select(asked_case="case", asked_step="n", asked_until="until")
    t = t.filter(t["name"] == "extension-approved").select("case", "n", "reset_n", "asked_n", "until")
    t = t.left_join(asked, [t["case"] == asked["asked_case"], t["asked_n"] == asked["asked_step"]])
    t = t.mutate(longer=t["until"].coalesce(t["asked_until"]))
    so_far = ibis.window(group_by=["case", "reset_n"], order_by=t["n"], rows=(None, 0))
    return t.mutate(longest=t["longer"].max().over(so_far))


def _named(t: ir.Table) -> ir.Table:
    """The steps with what they say of the state: `sets`, the word that counts, and whether it stands disputed."""
    import ibis  # see _so_far

    none = ibis.literal(0, "int64")
    since = t["afresh_n"].fill_null(none)
    words = ("own_denies", "own_accepts", "other_denies", "other_accepts")
    t = t.mutate(**{word: (t[word] > since).ifelse(t[word], none) for word in words})
    own_n = ibis.greatest(t["own_denies"], t["own_accepts"])
    other_n = ibis.greatest(t["other_denies"], t["other_accepts"])
    disputed = (t["own_denies"] > t["own_accepts"]) | (
        (t["other_denies"] > t["other_accepts"]) & (t["other_denies"] > own_n)
    )
    afresh = t["afresh"]
    return t.mutate(
        own_n=afresh.ifelse(none, own_n),
        word_n=afresh.ifelse(none, (own_n > 0).ifelse(own_n, other_n)),
        disputed=(disputed & ~afresh).ifelse(1, 0),
        sets=ibis.cases(
            (t["name"].isin(SETTERS), t["name"]),
            ((t["name"] == "returned") & t["set_n"].isnull(), "received"),
            (t["name"] == "returned", "accepted"),
            (t["is_word"] & disputed, "reopened"),
            else_="",
        ),
    )


def _later(one: ir.DateValue, other: ir.DateValue) -> Any:
    """The later of two days; the other where one is not known."""
    import ibis  # see _so_far

    return ibis.cases((one.isnull(), other), (other.isnull(), one), (one >= other, one), else_=other)


def _sooner(one: ir.DateValue, other: ir.DateValue) -> Any:
    """The sooner of two days; the other where one is not known."""
    import ibis  # see _so_far

    return ibis.cases((one.isnull(), other), (other.isnull(), one), (one <= other, one), else_=other)
