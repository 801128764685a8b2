"""The figures of the book `city` by hand: each is spelt out, rungs included; those of one view share a scan.

`FIGURES` are (codes, number of rungs, statement), `COVERAGES` (code, statement).
"""

from __future__ import annotations

HERE = "path LIKE '/450200/%'"
YEAR = "BETWEEN DATE '2021-01-01' AND DATE '2021-12-31'"
LAST = "DATE '2021-12-31'"
RUNGS = {"pledged": 1, "reported": 2, "confirmed": 3, "verified": 4}
ALL, SAID, NONE = (1, 2, 3, 4), (2, 3, 4), (0,)

Asked = tuple[str, str]
"""What is counted, and where: "" counts rows, "*column" things once, anything else is summed."""


def _cell(asked: Asked, rung: int) -> str:
    what, where = asked
    at = f"({where})" + (f" AND strength >= {rung}" if rung else "")
    if not what:
        return f"count(*) FILTER ({at})"
    if what.startswith("*"):
        return f"count(DISTINCT {what[1:]}) FILTER ({at})"
    names = dict(zip(RUNGS.values(), RUNGS, strict=True))
    return f"coalesce(sum({what.format(rung=names.get(rung, ''))}) FILTER ({at}), 0)"


def _scan(view: str, dated: str, rungs: tuple[int, ...], asked: dict[str, Asked]) -> tuple[list[str], int, str]:
    cells = ", ".join(_cell(one, rung) for one in asked.values() for rung in rungs)
    return list(asked), len(rungs), f"SELECT {cells} FROM {view} WHERE {dated} AND {HERE}"


def _at_end(since: str, until: str) -> str:
    return f"{since} <= {LAST} AND ({until} IS NULL OR {until} > {LAST})"


_GIFTS = "programme = 'gifts' AND kind = 'money'"
_MONEY = f"{_GIFTS} AND money IS NOT NULL AND currency = 'CNY'"


def _quantity(programme: str, kind: str) -> str:
    return f"programme = '{programme}' AND kind = '{kind}' AND money IS NULL"


_ENTER = "programme = 'enter'"
_CNY = f"{_ENTER} AND currency = 'CNY'"
_LOOKED = "kind = 'problem' AND origin = 'look-back'"
_PROBLEM = "kind = 'problem'"
_TAKEN = f"{_PROBLEM} AND accepted_on IS NOT NULL"
_COMMISSIONED = "kind = 'visit' AND programme = 'commissioners'"
_JUDGED = "kind = 'visit' AND programme = 'judges'"
_OUTREACH = "kind = 'outreach' AND programme = 'settings'"
_TRAINED = "kind = 'training' AND programme = 'bases'"
_PAIRED = "programme = 'villages'"

FIGURES = [
    _scan("h_pairing", f"agreed_on {YEAR}", ALL, {
        "supporters-paired": ("*supporter", _PAIRED),
        "villages-paired": ("*recipient", _PAIRED),
        "pairings-agreed": ("", _PAIRED),
    }),
    _scan("h_commitment", f"committed_on {YEAR}", ALL, {
        "money-pledged": ("{rung}", _MONEY),
        "money-received": ("{rung}", _MONEY),
        "gifts-pledged": ("", _GIFTS),
        "jobs-pledged": ("{rung}", _quantity("jobs", "jobs")),
        "jobs-filled": ("{rung}", _quantity("jobs", "jobs")),
        "training-planned": ("{rung}", _quantity("training", "training")),
        "training-attended": ("{rung}", _quantity("training", "training")),
        "finance-meetings-planned": ("{rung}", _quantity("finance", "work")),
        "finance-meetings-held": ("{rung}", _quantity("finance", "work")),
        "clinics-equipped": ("*recipient", "programme = 'clinics'"),
        "supporters-active": ("*supporter", "true"),
        "recipients-heard": ("*recipient", "true"),
        "commitments-made": ("", "true"),
        "commitments-heard": ("", "true"),
        "commitments-lapsed": ("", "ended = 'lapsed'"),
        "commitments-written-off": ("", "ended = 'written-off'"),
    }),
    _scan("h_delivery", f"occurred_on {YEAR}", SAID, {"money-delivered": ("{rung}", _MONEY)}),
    _scan("h_roster", _at_end("since", "until"), NONE, {
        "villages-listed": ("*member", "roster = 'villages-2021'"),
        "clinics-listed": ("*member", "roster = 'clinics-2021'"),
        "chains-listed": ("*member", "roster = 'chains-2021'"),
        "key-enterprises-listed": ("*member", "roster = 'key-2021'"),
    }),
    _scan("h_project", f"signed_on {YEAR}", ALL, {
        "projects-signed": ("", _ENTER),
        "projects-signed-twice": ("", f"{_ENTER} AND signings > 1"),
        "projects-started": ("", f"{_ENTER} AND started_on IS NOT NULL"),
        "projects-producing": ("", f"{_ENTER} AND producing_on IS NOT NULL"),
        "projects-at-capacity": ("", f"{_ENTER} AND at_capacity_on IS NOT NULL"),
        "projects-ended": ("", f"{_ENTER} AND ended"),
        "projects-contract": ("{rung}", _CNY),
        "projects-arrived": ("{rung}", _CNY),
        "chain-projects": ("", "chain IS NOT NULL"),
    }),
    _scan("h_signing", f"signed_on {YEAR}", NONE, {"signing-events": ("", _ENTER)}),
    _scan("h_need", _at_end("since", "until"), NONE, {"needs-open": ("", "true")}),
    _scan("h_offer", _at_end("since", "until"), NONE, {"offers-open": ("", "true")}),
    _scan("h_case", f"answered_on {YEAR}", ALL, {
        "problems-moved": ("", f"{_LOOKED} AND outcome IN ('solved', 'under-way')"),
        "problems-solved": ("", f"{_LOOKED} AND outcome = 'solved'"),
        "problems-confirmed": ("", f"{_LOOKED} AND outcome = 'solved'"),
        "problems-under-way": ("", f"{_LOOKED} AND outcome = 'under-way'"),
        "problems-planned": ("", f"{_LOOKED} AND outcome = 'planned'"),
        "problems-explained": ("", f"{_LOOKED} AND outcome = 'explained'"),
    }),
    _scan("h_case", f"received_on {YEAR}", ALL, {
        "problems-received": ("", _PROBLEM),
        "consultations-received": ("", "kind = 'consultation'"),
        "problems-accepted": ("", _TAKEN),
        "problems-declined": ("", f"{_PROBLEM} AND state = 'declined'"),
        "problems-withdrawn": ("", f"{_PROBLEM} AND state = 'withdrawn'"),
        "problems-answered": ("", f"{_PROBLEM} AND answered_on IS NOT NULL"),
        "problems-solved-received": ("", f"{_TAKEN} AND outcome = 'solved'"),
        "raisers-satisfied": ("", f"{_TAKEN} AND raiser_word = 'satisfied'"),
        "problems-late": ("", f"{_PROBLEM} AND late = 'yes'"),
        "problems-on-time": ("", f"{_PROBLEM} AND late = 'no'"),
        "problems-extended": ("", f"{_PROBLEM} AND extended"),
        "problems-relapsed": ("", f"{_PROBLEM} AND followed = 'relapsed'"),
        "proposals-received": ("", "kind = 'proposal'"),
        "opinions-received": ("", "kind = 'opinion'"),
        "opinions-adopted": ("", "kind = 'opinion' AND adoptions > 0"),
        "research-topics": ("", "kind = 'research'"),
    }),
    _scan("h_adoption", f"occurred_on {YEAR}", NONE, {"opinion-points": ("amount", "true")}),
    _scan("h_assignment", _at_end("since", "holds_until"), SAID, {
        "chain-leaders": ("*recipient", "kind = 'chain-leader'"),
        "enterprises-assigned": ("*recipient", "kind = 'commissioner'"),
        "commissioners": ("*appointment", "kind = 'commissioner'"),
    }),
    _scan("h_activity", f"held_on {YEAR}", SAID, {
        "enterprises-visited": ("*host", _COMMISSIONED),
        "commissioner-visits": ("", _COMMISSIONED),
        "judges-visits": ("", _JUDGED),
        "judges-visit-settings": ("*setting", _JUDGED),
        "base-trainings": ("", _TRAINED),
        "base-training-attendances": ("person_times", _TRAINED),
        "settings-reached": ("*setting", _OUTREACH),
        "outreach-activities": ("", _OUTREACH),
        "outreach-attendances": ("person_times", _OUTREACH),
    }),
    _scan("h_site", f"planned_on {YEAR}", ALL, {
        "culture-sites-planned": ("", "kind = 'culture'"),
        "bases-planned": ("", "kind = 'base'"),
    }),
    _scan("h_site", f"started_on {YEAR}", ALL, {
        "culture-sites": ("", "kind = 'culture'"),
        "culture-sites-opened": ("", "kind = 'culture' AND opened_on IS NOT NULL"),
        "culture-sites-in-use": ("", "kind = 'culture'"),
        "clinics-upgraded": ("*keeper", "kind = 'clinic'"),
    }),
    _scan("h_site", f"opened_on {YEAR}", ALL, {
        "research-bases": ("", "kind = 'base' AND category = 'research'"),
        "education-bases": ("", "kind = 'base' AND category = 'education'"),
        "bases-opened": ("", "kind = 'base'"),
    }),
    _scan("h_accreditation", f"applied_on {YEAR}", ALL, {"namings-applied": ("", "programme = 'naming'")}),
    _scan("h_accreditation", _at_end("named_on", "holds_until"), ALL, {
        "namings-in-force": ("", "programme = 'naming'"),
    }),
    _scan("h_honour", f"awarded_on {YEAR}", NONE, {
        "honours-poverty": ("*organisation", "kind = 'collective' AND batch = 'poverty-campaign'"),
        "honours-opinions": ("*organisation", "kind = 'collective' AND batch = 'opinion-reports'"),
        "honours-office": ("*organisation", "kind = 'collective' AND batch = 'office'"),
        "honours": ("", "true"),
    }),
    _scan("h_follow_up", f"planned_on {YEAR}", NONE, {
        "look-backs-planned": ("", "true"),
        "look-backs-answered": ("", "result IN ('holds', 'partly', 'relapsed', 'unclear')"),
        "look-backs-holding": ("", "result = 'holds'"),
        "look-backs-relapsed": ("", "result = 'relapsed'"),
    }),
]  # fmt: skip


def _covered(roster: str, member: str, rows: str, rungs: tuple[int, ...]) -> str:
    covered = ", ".join(f"count(*) FILTER (best >= {rung})" for rung in rungs)
    return f"""
        WITH best AS (SELECT {member} AS member, max(strength) AS best FROM {rows} GROUP BY ALL),
        listed AS (
            SELECT DISTINCT member FROM h_roster
            WHERE roster = '{roster}' AND {_at_end("since", "until")} AND {HERE}
        )
        SELECT {covered}, count(*) FROM listed LEFT JOIN best USING (member)"""


COVERAGES = [
    ("villages-share",
     _covered("villages-2021", "recipient", f"(FROM h_pairing WHERE {_PAIRED} AND agreed_on {YEAR})", ALL)),
    ("clinics-share",
     _covered("clinics-2021", "recipient",
              f"(FROM h_commitment WHERE programme = 'clinics' AND committed_on {YEAR})", ALL)),
    ("commissioner-coverage",
     _covered("key-2021", "recipient",
              f"(FROM h_assignment WHERE kind = 'commissioner' AND {_at_end('since', 'holds_until')})", SAID)),
    ("visit-coverage",
     _covered("key-2021", "host", f"(FROM h_activity WHERE {_COMMISSIONED} AND held_on {YEAR})", SAID)),
]  # fmt: skip
