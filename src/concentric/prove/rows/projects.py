"""The views `projects`, `arrivals` and `signings`. The twin of `core.courses.project`: read that file first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED
from concentric.lake.relations import standing_now
from concentric.prove.rows.follow_ups import looked_back, parts_looked_back
from concentric.prove.rows.matters import between, lying, matters
from concentric.prove.rows.roles import attested, best, role, spoken_steps, spread
from concentric.prove.rows.said import said
from concentric.prove.rows.same_as import once
from concentric.prove.rows.tables import entered
from concentric.prove.view import PARTIES, PLACE, PROGRAMME
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

STAGES = ("signed", "started", "producing", "at-capacity")
AMOUNT = "decimal(38, 4)"
_SIDES = ("owner", "host")


def stages() -> ir.Table:
    """One row for each standing stage and arrival of a project in force, as far as it is backed.

    Amounts are those of arrivals; a stage has none, so that its strength rests on words alone.
    """
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    steps = spoken_steps("project", *_SIDES)
    words = said(steps, ("matter", "of"), ("confirmed",))
    moved = steps.filter(steps["name"].isin([*STAGES, "arrived"]))
    t = moved.left_join(words, [moved["matter"] == words["said_matter"], moved["n"] == words["said_of"]])
    zero = ibis.literal(0).cast(AMOUNT)
    own, check = t["own_n"].notnull(), t["check_n"].notnull()
    t = t.mutate(verified=t["check_amount"].cast(AMOUNT).fill_null(zero), money=t["name"] == "arrived")
    t = t.mutate(
        confirmed=own.ifelse(ibis.greatest(t["own_amount"].cast(AMOUNT).fill_null(zero), t["verified"]), t["verified"])
    )
    is_verified = t["money"].ifelse(t["verified"] > 0, check)
    is_confirmed = t["money"].ifelse(t["confirmed"] > 0, own)
    t = t.mutate(strength=ibis.cases((is_verified, VERIFIED), (is_confirmed, CONFIRMED), else_=REPORTED))
    is_verified, is_confirmed = t["strength"] == VERIFIED, t["strength"] == CONFIRMED
    t = t.mutate(
        record=t["id"],
        answer=ibis.cases((own, "confirmed"), (t["other_n"].notnull(), "noted"), else_=""),
        arrived=t["money"].ifelse(t["amount"].cast(AMOUNT).fill_null(zero), zero),
        confirmed_on=t["own_on"],
        verified_on=is_verified.ifelse(t["check_on"], ibis.null("date")),
        backed_by=ibis.cases((is_verified, t["check_idx"]), (is_confirmed, t["own_idx"]), else_=t["idx"]),
        attested=ibis.cases((is_verified, "independent"), (is_confirmed, "recipient"), else_=attested(t["role"])),
        channel=ibis.cases((is_verified, t["check_channel"]), (is_confirmed, t["own_channel"]), else_=t["channel"]),
    )
    return parts_looked_back(t)


def _contracts() -> ir.Table:
    """For each project with a contract: its amount with every increase, and when the signing was first entered."""
    steps = spoken_steps("project", *_SIDES)
    signed = steps["name"] == "signed"
    return steps.group_by(contract_matter=steps["matter"]).aggregate(
        contract=steps["amount"].sum(where=steps["name"].isin(["signed", "increased"])).cast(AMOUNT),
        signed_at=steps["recorded_at"].max(where=signed),
        ended_n=steps["n"].max(where=steps["name"] == "ended"),
        ended_on=steps["occurred_on"].max(where=steps["name"] == "ended"),
    )


def _moves(part: ir.Table) -> ir.Table:
    """For each project: the day of each stage, the furthest stage, what arrived, and whose word backs it best."""
    money = part["name"] == "arrived"
    days = {f"{name.replace('-', '_')}_on": part["occurred_on"].max(where=part["name"] == name) for name in STAGES}
    sums = part.group_by(moved_matter=part["matter"]).aggregate(
        **days,
        **{name: part[name].sum().cast(AMOUNT) for name in ("arrived", "confirmed", "held")},
        arrivals=part["n"].count(where=money),
        arrived_on=part["occurred_on"].max(where=money),
        strongest=part["strength"].max(),
        stage=part["name"].argmax(part["n"], where=~money),
        best=best(part, attested="attested", channel="channel"),
    )
    return spread(sums, "best")


def projects() -> ir.Table:
    """One row for each project in force, however often it was signed. It lies where it is entered, else at its host."""
    import ibis  # see stages

    held = matters("project", supporter="owner", recipient="host")
    contracts, moves = _contracts(), _moves(relation("stages"))
    t = held.left_join(contracts, held["root"] == contracts["contract_matter"])
    t = t.left_join(moves, t["root"] == moves["moved_matter"])
    shown = once("signing")
    events = shown.group_by(shown_project=shown["project"]).aggregate(signings=shown.count())
    t = t.left_join(events, t["root"] == events["shown_project"])
    zero, none = ibis.literal(0).cast(AMOUNT), ibis.literal(0, "int64")
    t = t.mutate(
        state=t["ended_n"].notnull().ifelse("ended", t["stage"].fill_null("lead")),
        strength=t["strongest"].fill_null(PLEDGED),
        amount=t["contract"].fill_null(zero),
        amount_pledged=t["contract"].fill_null(zero),
        amount_reported=t["arrived"].fill_null(zero),
        amount_confirmed=t["confirmed"].fill_null(zero),
        amount_verified=t["held"].fill_null(zero),
        signings=t["signings"].fill_null(none),
        arrivals=t["arrivals"].fill_null(none),
        attested=t["best_attested"].coalesce(attested(role(t["attested_by"], t))),
        channel=t["best_channel"].coalesce(t["channel"]),
        entered_at=t["signed_at"].coalesce(t["entered_at"]),
    )
    chain = standing_now("organisation").select(chain_number="number", chain_name="name", chain_root="root")
    t = looked_back(t).left_join(chain, t["chain"] == chain["chain_root"])
    return between(lying(t, "recipient"))


_OF = tuple(column.name for column in (*PROGRAMME, *PARTIES, *PLACE))


def arrivals() -> ir.Table:
    """One row for each standing arrival of money, with what its project says of it."""
    import ibis  # see stages

    part = relation("stages")
    part = part.filter(part["name"] == "arrived").drop("name", "strength")
    held = relation("projects").select(
        *_OF, "kind", "industry", "currency", project="root", project_number="number", project_name="name"
    )
    t = part.inner_join(held, part["matter"] == held["project"])
    return t.mutate(
        root=t["record"],
        amount=t["arrived"],
        amount_reported=t["arrived"],
        amount_confirmed=t["confirmed"],
        amount_verified=t["held"],
        strength=t["held_strength"],
        arrived_on=t["occurred_on"],
        entered_at=t["recorded_at"],
        reason=ibis.null("string"),
    )


def signings() -> ir.Table:
    """One row for each signing event in force whose project is. It lies where its project does."""
    held = once("signing")
    of = relation("projects").select(*_OF, project_number="number", project_name="name", project_root="root")
    t = held.inner_join(of, held["project"] == of["project_root"])
    return t.mutate(**entered(t))
