"""What was said of each thing, in relational form: the twin of `core.courses.said`. Read that file first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.prove.rows.roles import last, spread

if TYPE_CHECKING:
    import ibis.expr.types as ir

WORDS = ("confirmed", "disputed")
_HEARD = {
    "n": "n",
    "idx": "idx",
    "name": "name",
    "amount": "amount",
    "on": "occurred_on",
    "channel": "channel",
}


def said(steps: ir.Table, keys: tuple[str, ...] = ("matter",), words: tuple[str, ...] = WORDS) -> ir.Table:
    """One row for each thing spoken of: the latest word of the recipient (`own_`), of anybody else, of a verifier.

    `keys` tell things apart; here they are called `said_matter` and so on.
    """
    spoken = steps.filter(steps["name"].isin([*words, "verified"]))
    check, recipient = spoken["name"] == "verified", spoken["role"] == "recipient"
    heard = spoken.group_by([spoken[key].name(f"said_{key}") for key in keys]).aggregate(
        own=last(spoken, ~check & recipient, **_HEARD),
        other=last(spoken, ~check & ~recipient, **_HEARD),
        check=last(spoken, check, **_HEARD),
    )
    return spread(heard, "own", "other", "check")


def judged(t: ir.Table) -> ir.Table:
    """`t`, which bears the columns of `said`, with the word against it (`denial_n`, `denial`), `checked`, `confirms`.

    Nobody else's word lifts the recipient's own; but anybody's doubt counts until the recipient speaks again.
    """
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    own_denies = t["own_n"].notnull() & (t["own_name"] != "confirmed").fill_null(False)
    other_denies = (
        t["other_n"].notnull()
        & (t["other_name"] != "confirmed").fill_null(False)
        & (t["own_n"].isnull() | (t["other_n"] > t["own_n"]).fill_null(False))
    )
    t = t.mutate(
        denial_n=ibis.cases((own_denies, t["own_n"]), (other_denies, t["other_n"])),
        denial=ibis.cases((own_denies, t["own_name"]), (other_denies, t["other_name"])),
    )
    return t.mutate(
        checked=t["check_n"].notnull() & (t["denial_n"].isnull() | (t["denial_n"] < t["check_n"]).fill_null(False)),
        confirms=t["own_n"].notnull() & t["denial_n"].isnull(),
    )


def backed(t: ir.Table) -> ir.Table:
    """`t`, judged, with `strength` from reported up, and on which days it was confirmed and verified."""
    import ibis  # see judged

    strength = ibis.cases((t["checked"], VERIFIED), (t["confirms"], CONFIRMED), else_=REPORTED)
    none = ibis.null("date")
    return t.mutate(
        strength=strength,
        confirmed_on=t["confirms"].ifelse(t["own_on"], none),
        verified_on=t["checked"].ifelse(t["check_on"], none),
    )


def on_whose_word(t: ir.Table, attested: ir.StringColumn, channel: ir.StringColumn) -> ir.Table:
    """`t`, backed, with who attests it and how: the verifier, the recipient, else the given ones."""
    import ibis  # see judged

    verified, confirmed = t["strength"] == VERIFIED, t["strength"] == CONFIRMED
    return t.mutate(
        attested=ibis.cases((verified, "independent"), (confirmed, "recipient"), else_=attested),
        channel=ibis.cases((verified, t["check_channel"]), (confirmed, t["own_channel"]), else_=channel),
    )
