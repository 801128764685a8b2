"""Deliveries as far as they are backed, and the views made of them: `deliveries` and `commitments`.

The relational twin of `core.courses.commitment`: what stands there for one matter stands here for all, and a test holds
the two together. Read that file first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses import RUNGS
from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED
from concentric.lake.relations import standing_now
from concentric.prove.rows.follow_ups import looked_back, parts_looked_back
from concentric.prove.rows.roles import attested, best, role, spoken_steps, spread
from concentric.prove.rows.said import judged, said
from concentric.prove.rows.same_as import once
from concentric.prove.rows.tables import in_programme, party
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

WORDS = ("confirmed", "nothing-came", "disputed")
AMOUNT = "decimal(38, 4)"


def parts() -> ir.Table:
    """One row for each standing delivery of a commitment in force."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    steps = spoken_steps("commitment")
    words = said(steps, ("matter", "of"), WORDS)
    given = steps.filter(steps["name"] == "delivered")
    t = judged(given.left_join(words, [given["matter"] == words["said_matter"], given["n"] == words["said_of"]]))
    zero = ibis.literal(0).cast(AMOUNT)
    t = t.mutate(delivered=t["amount"].cast(AMOUNT).fill_null(zero))
    t = t.mutate(verified=t["checked"].ifelse(t["check_amount"].cast(AMOUNT).fill_null(zero), zero))
    t = t.mutate(
        confirmed=t["confirms"].ifelse(
            ibis.greatest(t["own_amount"].cast(AMOUNT).fill_null(zero), t["verified"]), t["verified"]
        ),
        strength=ibis.cases(
            (t["checked"] & (t["check_amount"].isnull() | (t["check_amount"] > 0).fill_null(False)), VERIFIED),
            (t["confirms"], CONFIRMED),
            else_=REPORTED,
        ),
        answer=ibis.cases(
            (t["denial_n"].notnull(), t["denial"]),
            (t["confirms"], "confirmed"),
            (t["other_n"].isnull(), ""),
            else_="noted",
        ),
    )
    is_verified, is_confirmed = t["strength"] == VERIFIED, t["strength"] == CONFIRMED
    t = t.mutate(
        record=t["id"],
        reported=ibis.greatest(t["delivered"], t["confirmed"]),
        came=ibis.cases(
            (t["confirms"] | t["checked"], t["confirmed"]),
            (t["answer"] == "nothing-came", zero),
            else_=t["delivered"],
        ),
        delivered_on=t["occurred_on"],
        confirmed_on=t["confirms"].ifelse(t["own_on"], ibis.null("date")),
        verified_on=is_verified.ifelse(t["check_on"], ibis.null("date")),
        backed_by=ibis.cases((is_verified, t["check_idx"]), (is_confirmed, t["own_idx"]), else_=t["idx"]),
        attested=ibis.cases((is_verified, "independent"), (is_confirmed, "recipient"), else_=attested(t["role"])),
        channel=ibis.cases((is_verified, t["check_channel"]), (is_confirmed, t["own_channel"]), else_=t["channel"]),
    )
    return parts_looked_back(t)


def _measures(table: ir.Table, rungs: tuple[str, ...]) -> ir.Table:
    """Every rung's amount as money or as a quantity, whichever the commitment is made in; the other is null."""
    import ibis  # see parts

    none = ibis.null(AMOUNT)
    money = table["pledged_amount"].notnull()
    changed = {}
    for rung in rungs:
        changed[f"amount_{rung}"] = money.ifelse(table[rung], none)
        changed[f"quantity_{rung}"] = money.ifelse(none, table[rung])
    return table.mutate(**changed)


OF_COMMITMENT = (
    *("programme", "kind", "nature", "firmness", "what", "currency", "unit", "committed_on", "due"),
    *("supporter", "recipient"),
)


def deliveries() -> ir.Table:
    """One row for each standing delivery, with what its commitment says of it."""
    part = relation("parts").drop("verified", "strength").rename(verified="held", strength="held_strength")
    held = once("commitment").select(
        *OF_COMMITMENT, commitment="root", commitment_number="number", pledged_amount="amount"
    )
    found = part.inner_join(held, part["matter"] == held["commitment"])
    found = _parties(_measures(found, ("delivered", *RUNGS[1:])))
    found = found.mutate(root=found["record"], entered_at=found["recorded_at"], reason=_none())
    return found.rename(amount="amount_delivered", quantity="quantity_delivered")


def _none() -> ir.StringValue:
    import ibis  # see parts

    found: ir.StringValue = ibis.null("string")
    return found


def _ends() -> ir.Table:
    """For each commitment with steps: whether it is written off, and the number of the last lapse."""
    steps = standing_now("commitment_step")
    return steps.group_by(ends_matter=steps["matter"]).aggregate(
        write_offs=steps["n"].count(where=steps["name"] == "written-off"),
        lapsed_n=steps["n"].max(where=steps["name"] == "lapsed"),
    )


def _sums() -> ir.Table:
    """For each commitment with deliveries: their amounts together, and whose word backs the strongest of them."""
    part = relation("parts")
    backs = (part["answer"] != "nothing-came") | (part["strength"] > REPORTED)
    sums = part.group_by(sums_matter=part["matter"]).aggregate(
        deliveries=part["n"].count(),
        **{name: part[name].sum().cast(AMOUNT) for name in ("reported", "confirmed", "verified", "held", "came")},
        strongest=part["strength"].max(),
        weakest=part["strength"].min(),
        backing=part["n"].count(where=backs),
        doubts=part["n"].count(where=part["answer"].isin(["disputed", "nothing-came"])),
        delivered_n=part["n"].max(),
        delivered_on=part["delivered_on"].max(),
        best=best(part, attested="attested", channel="channel"),
    )
    return spread(sums, "best")


def commitments() -> ir.Table:
    """One row for each commitment in force, with what its standing deliveries have brought at each rung."""
    import ibis  # see parts

    held = once("commitment")
    sums, ends = _sums(), _ends()
    t = held.left_join(sums, held["root"] == sums["sums_matter"])
    t = t.left_join(ends, t["root"] == ends["ends_matter"])
    zero = ibis.literal(0).cast(AMOUNT)
    t = t.mutate(
        pledged_amount=t["amount"],
        pledged=t["amount"].coalesce(t["quantity"]).cast(AMOUNT).fill_null(zero),
        deliveries=t["deliveries"].fill_null(0),
        strength=t["strongest"].fill_null(PLEDGED),
        **{name: t[name].fill_null(zero) for name in ("reported", "confirmed", "verified", "held", "came")},
    )
    full = (t["came"] >= t["pledged"]) & (t["backing"].fill_null(0) > 0)
    enough = ibis.ifelse(t["strength"] == VERIFIED, t["verified"], t["confirmed"]) >= t["pledged"]
    whole = full & (t["weakest"] == t["strength"]).fill_null(False) & enough
    t = t.mutate(
        state=ibis.cases(
            (t["write_offs"].fill_null(0) > 0, "written-off"),
            (t["doubts"].fill_null(0) > 0, "disputed"),
            ((t["lapsed_n"] > t["delivered_n"].fill_null(0)).fill_null(False), "lapsed"),
            (t["strength"] == PLEDGED, "pledged"),
            (t["strength"] == REPORTED, full.ifelse("delivered", "part-delivered")),
            (t["strength"] == CONFIRMED, whole.ifelse("confirmed", "part-confirmed")),
            else_=whole.ifelse("verified", "part-verified"),
        ),
        matter_office=t["office"],
    )
    t = _measures(t.drop("verified").rename(verified="held"), RUNGS)
    opened = attested(role(t["attested_by"], t))
    t = t.mutate(attested=t["best_attested"].coalesce(opened), channel=t["best_channel"].coalesce(t["channel"]))
    return _parties(looked_back(t))


def _parties(t: ir.Table) -> ir.Table:
    """`t` with its programme and with what is known of its two sides. It lies where the recipient is."""
    return party(party(in_programme(t), "supporter"), "recipient", placed=True)
