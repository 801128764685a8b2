"""The other nouns by hand: the views that the figures of a whole year count, as somebody would write them for this."""

from __future__ import annotations

_ROLE = (
    "CASE WHEN s.attested_by IS NULL THEN '' WHEN s.attested_by = m.office THEN 'office' "
    "WHEN s.attested_by = m.{supporter} THEN 'supporter' WHEN s.attested_by = m.{recipient} THEN 'recipient' "
    "ELSE 'other' END AS role"
)
_AFTER = """
    CASE WHEN f.result = 'relapsed' AND {strength} > 2 THEN 2 WHEN f.result = 'partly' AND {strength} > 3 THEN 3
         WHEN f.result = 'holds' AND {strength} = 3 THEN 4 ELSE {strength} END"""


def _steps(kind: str, supporter: str, recipient: str) -> str:
    role = _ROLE.format(supporter=supporter, recipient=recipient)
    return f"SELECT s.*, {role} FROM {kind}_step s JOIN {kind} m ON s.matter = m.root"


_SAID = """
    word AS (
        SELECT matter, {of}n, name, amount, occurred_on,
               CASE WHEN name = 'verified' THEN 'check' WHEN role = 'recipient' THEN 'own' ELSE 'other' END AS whose
        FROM step WHERE name IN ('confirmed', 'disputed', 'verified')
    ), latest AS (
        SELECT matter, {of}whose, arg_max(struct_pack(n, name, amount, occurred_on), n) AS it FROM word GROUP BY ALL
    ), said AS (
        SELECT matter{comma_of}, any_value(it) FILTER (whose = 'own') AS own,
               any_value(it) FILTER (whose = 'other') AS other, any_value(it) FILTER (whose = 'check') AS chk
        FROM latest GROUP BY ALL
    )"""
_DENIAL = """
    CASE WHEN own.name <> 'confirmed' THEN own.n
         WHEN other.name <> 'confirmed' AND (own IS NULL OR other.n > own.n) THEN other.n END"""
_STRENGTH = f"""
    CASE WHEN chk IS NOT NULL AND coalesce(chk.n > ({_DENIAL}), true) THEN 4
         WHEN own IS NOT NULL AND ({_DENIAL}) IS NULL THEN 3 ELSE 2 END"""


def _matter(
    kind: str, supporter: str, recipient: str, columns: str, place: str, *, extra: str = "", own: str = ""
) -> str:
    """A matter of which things are said as a whole: its strength, its programme, its place, its two sides."""
    strength = own or "coalesce(j.strength, 2)"
    return f"""
        WITH step AS ({_steps(kind, supporter, recipient)}), {_SAID.format(of="", comma_of="")}, judged AS (
            SELECT matter, {_STRENGTH} AS strength FROM said
        ), moves AS (
            SELECT matter, max(occurred_on) FILTER (name = 'started') AS started_on,
                   max(occurred_on) FILTER (name = 'opened') AS opened_on,
                   max(occurred_on) FILTER (name = 'ended') AS ended_on
            FROM step GROUP BY matter
        )
        SELECT m.root, m.number, g.code AS programme, {columns}, w.path, v.started_on, v.opened_on, v.ended_on,
               {_AFTER.format(strength=f"({strength})")} AS strength
        FROM {kind} m LEFT JOIN judged j ON j.matter = m.root LEFT JOIN moves v ON v.matter = m.root
        LEFT JOIN h_followed f ON f.target = m.root LEFT JOIN h_programme g ON g.root = m.programme
        LEFT JOIN h_placed w ON w.root = coalesce({place}, m.{recipient})"""


VIEWS = {
    # A root of a place or of an organisation: where it lies.
    "h_placed": "SELECT root, path FROM h_party UNION ALL SELECT root, path FROM h_place",
    "h_case": """
        WITH step AS (
            SELECT s.*, m.raiser = s.attested_by AS own, m.due, row_number() OVER (PARTITION BY s.matter ORDER BY s.n)
                AS k, sum(CASE WHEN s.name IN ('answered', 'reopened') THEN 1 ELSE 0 END)
                OVER (PARTITION BY s.matter ORDER BY s.n) AS answers
            FROM case_step s JOIN "case" m ON s.matter = m.root
        ), clock AS (
            SELECT *, CASE WHEN name = 'answered' THEN answers - 1 ELSE answers END AS spell FROM step
        ), days AS (
            SELECT matter, spell, max(until) FILTER (name = 'extension-asked') AS asked,
                   bool_or(name = 'extension-approved') AS extended,
                   arg_max(until, n) FILTER (name = 'routed') AS routed,
                   max(occurred_on) FILTER (name = 'answered') AS answered_on, any_value(due) AS due
            FROM clock GROUP BY matter, spell
        ), promised AS (
            SELECT d.*, CASE WHEN d.spell = 0 THEN d.due ELSE before.until END AS base
            FROM days d LEFT JOIN step before
            ON before.matter = d.matter AND before.answers = d.spell AND before.name = 'answered'
        ), late AS (
            SELECT matter, bool_or(answered_on > CASE WHEN extended THEN greatest(base, asked)
                                                      ELSE least(base, routed) END) AS late,
                   bool_or(extended) AS extended
            FROM promised GROUP BY matter
        ), word AS (
            SELECT matter, answers, arg_max(what, n) FILTER (own AND what <> 'no-answer') AS own,
                   arg_max(what, n) FILTER (NOT own OR what = 'no-answer') AS other
            FROM step WHERE name = 'word' GROUP BY matter, answers
        ), facts AS (
            SELECT matter, arg_max(name, n) FILTER (name IN ('accepted', 'declined', 'routed', 'answered', 'closed',
                                                             'reopened', 'withdrawn')) AS stands,
                   arg_max(CASE WHEN name = 'answered' THEN what ELSE '' END, n)
                       FILTER (name IN ('answered', 'reopened')) AS outcome,
                   max(answers) AS answers, arg_max(party, n) FILTER (name = 'routed') AS handler,
                   min(occurred_on) FILTER (name IN ('accepted', 'routed', 'answered')) AS accepted_on,
                   min(occurred_on) FILTER (name = 'answered') AS first_answered_on,
                   max(occurred_on) FILTER (name = 'answered') AS answered_on,
                   count(*) FILTER (name = 'adopted') AS adoptions, sum(amount) FILTER (name = 'adopted') AS points
            FROM step GROUP BY matter
        )
        SELECT m.root, m.number, g.code AS programme, m.kind, m.origin, m.received_on, w.path, f.accepted_on,
               f.answered_on, f.adoptions, coalesce(f.outcome, '') AS outcome,
               CASE WHEN coalesce(o.own, o.other) = 'not-satisfied' THEN 'reopened' ELSE f.stands END AS state,
               coalesce(o.own, o.other, '') AS raiser_word, l.extended,
               CASE WHEN l.late THEN 'yes' WHEN f.answered_on IS NOT NULL THEN 'no' ELSE '' END AS late,
               b.result AS followed, """
    + _AFTER.replace("f.result", "b.result").format(
        strength="(CASE WHEN coalesce(f.outcome, '') = '' THEN 1 WHEN o.own = 'satisfied' THEN 3 ELSE 2 END)"
    )
    + """ AS strength
        FROM "case" m LEFT JOIN facts f ON f.matter = m.root LEFT JOIN late l ON l.matter = m.root
        LEFT JOIN word o ON o.matter = m.root AND o.answers = f.answers LEFT JOIN h_followed b ON b.target = m.root
        LEFT JOIN h_programme g ON g.root = m.programme
        LEFT JOIN h_placed w ON w.root = coalesce(m.place, f.handler, m.handler)""",
    "h_adoption": """
        SELECT s.what, s.amount, s.occurred_on, c.path FROM case_step s JOIN h_case c ON s.matter = c.root
        WHERE s.name = 'adopted'""",
    "h_project": f"""
        WITH step AS ({_steps("project", "owner", "host")}), {_SAID.format(of='"of", ', comma_of=', "of"')}, stage AS (
            SELECT d.matter, d.name, d.occurred_on, d.amount, d.name = 'arrived' AS money,
                   coalesce(chk.amount, 0) AS verified, chk IS NOT NULL AS checked, own IS NOT NULL AS heard,
                   greatest(coalesce(own.amount, 0), coalesce(chk.amount, 0)) AS confirmed
            FROM step d LEFT JOIN said ON said.matter = d.matter AND said."of" = d.n
            WHERE d.name IN ('signed', 'started', 'producing', 'at-capacity', 'arrived')
        ), facts AS (
            SELECT matter, max(occurred_on) FILTER (name = 'signed') AS signed_on,
                   max(occurred_on) FILTER (name = 'started') AS started_on,
                   max(occurred_on) FILTER (name = 'producing') AS producing_on,
                   max(occurred_on) FILTER (name = 'at-capacity') AS at_capacity_on,
                   coalesce(sum(amount) FILTER (money), 0) AS arrived,
                   coalesce(sum(confirmed) FILTER (money), 0) AS confirmed,
                   coalesce(sum(verified) FILTER (money), 0) AS verified,
                   max(CASE WHEN CASE WHEN money THEN verified > 0 ELSE checked END THEN 4
                            WHEN CASE WHEN money THEN confirmed > 0 ELSE heard END THEN 3 ELSE 2 END) AS strength
            FROM stage GROUP BY matter
        ), contract AS (
            SELECT matter, sum(amount) FILTER (name IN ('signed', 'increased')) AS contract,
                   bool_or(name = 'ended') AS ended FROM step GROUP BY matter
        ), shown AS (SELECT project, count(*) AS signings FROM signing GROUP BY project)
        SELECT m.root, g.code AS programme, m.chain, m.currency, w.path, f.signed_on, f.started_on, f.producing_on,
               f.at_capacity_on, c.ended,
               coalesce(e.signings, 0) AS signings, coalesce(c.contract, 0) AS pledged,
               coalesce(f.arrived, 0) AS reported, coalesce(f.confirmed, 0) AS confirmed,
               coalesce(f.verified, 0) AS verified, coalesce(f.strength, 1) AS strength
        FROM project m LEFT JOIN facts f ON f.matter = m.root LEFT JOIN contract c ON c.matter = m.root
        LEFT JOIN shown e ON e.project = m.root LEFT JOIN h_programme g ON g.root = m.programme
        LEFT JOIN h_placed w ON w.root = coalesce(m.place, m.host)""",
    "h_signing": "SELECT e.signed_on, p.programme, p.path FROM signing e JOIN h_project p ON e.project = p.root",
    "h_activity": _matter(
        "activity", "organiser", "host", "m.kind, m.setting, m.organiser, m.host, m.held_on, m.person_times", "m.place"
    ),
    "h_site": _matter(
        "site",
        "supporter",
        "keeper",
        "m.kind, m.category, m.keeper, m.planned_on",
        "m.place",
        own="CASE WHEN v.opened_on IS NOT NULL THEN coalesce(j.strength, 2) "
        "WHEN v.started_on IS NOT NULL THEN 2 ELSE 1 END",
    ),
    "h_visit": "SELECT organiser, host, held_on FROM h_activity WHERE kind = 'visit'",
    "h_assignment": "SELECT a.*, coalesce(a.ended_on, a.until) AS holds_until, k.visits FROM ("
    + _matter("assignment", "supporter", "recipient", "m.kind, m.appointment, m.recipient, m.since, m.until", "NULL")
    + ") a LEFT JOIN (SELECT b.root, count(*) AS visits FROM assignment b "
    "JOIN h_visit v ON v.organiser = b.supporter AND v.host = b.recipient"
    " AND v.held_on >= b.since GROUP BY b.root) k ON k.root = a.root",
    "h_accreditation": """
        WITH facts AS (
            SELECT matter, max(occurred_on) FILTER (name = 'named') AS named_on,
                   arg_max(until, n) FILTER (name IN ('named', 'renewed')) AS holds_until,
                   max(CASE WHEN name IN ('assessed', 'named') THEN 2 ELSE 1 END) AS strength
            FROM accreditation_step GROUP BY matter
        )
        SELECT g.code AS programme, m.applied_on, f.named_on, f.holds_until, r.path,
               coalesce(f.strength, 1) AS strength
        FROM accreditation m LEFT JOIN facts f ON f.matter = m.root LEFT JOIN h_programme g ON g.root = m.programme
        LEFT JOIN h_party r ON r.root = m.candidate""",
    "h_honour": "SELECT h.title, h.kind, h.batch, h.organisation, h.awarded_on, o.path FROM honour h "
    "LEFT JOIN h_party o ON o.root = h.organisation",
    **{
        f"h_{kind}": f"SELECT n.category, n.since, n.until, o.path FROM {kind} n "
        "LEFT JOIN h_party o ON o.root = n.organisation"
        for kind in ("need", "offer")
    },
    "h_follow_up": """
        WITH steps AS (
            SELECT matter, arg_max(what, n) FILTER (name = 'result') AS result FROM follow_up_step GROUP BY matter
        ), target AS (SELECT root, path FROM h_case UNION ALL SELECT root, path FROM h_site)
        SELECT f.planned_on, t.path, coalesce(s.result, '') AS result
        FROM follow_up f LEFT JOIN steps s ON s.matter = f.root LEFT JOIN target t ON t.root = f.target""",
}
