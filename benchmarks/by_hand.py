"""What the figures of the book `city` count, as somebody who knows DuckDB would write it for this one purpose.

No column more than that, and none of the names that a list of evidence shows: nor does the program make those before
somebody asks for the list. Over the same in-force tables that a snapshot holds; the other nouns are in
`by_hand_nouns.py`, the figures in `by_hand_figures.py`. Building these and counting them are timed apart.
"""

from __future__ import annotations

VIEWS = {
    "h_place": """
        WITH RECURSIVE tree AS (
            SELECT root, code, '/' || code || '/' AS path FROM place WHERE parent IS NULL
            UNION ALL
            SELECT p.root, p.code, t.path || p.code || '/' FROM place p JOIN tree t ON p.parent = t.root
        )
        SELECT * FROM tree""",
    "h_party": "SELECT o.root, p.path FROM organisation o LEFT JOIN h_place p ON o.place = p.root",
    "h_programme": "SELECT root, code FROM programme",
    "h_followed": """
        WITH found AS (
            SELECT f.target, s.what, s.occurred_on, s.idx, s.what IN ('holds', 'partly', 'relapsed') AS finds
            FROM follow_up_step s JOIN follow_up f ON s.matter = f.root WHERE s.name = 'result'
        )
        SELECT target, arg_max(what, row(finds, occurred_on, idx)) AS result FROM found GROUP BY target""",
    "h_pairing": """
        WITH step AS (
            SELECT s.matter, s.name, s.occurred_on,
                   CASE WHEN s.attested_by IS NULL THEN '' WHEN s.attested_by = p.office THEN 'office'
                        WHEN s.attested_by = p.supporter THEN 'supporter'
                        WHEN s.attested_by = p.recipient THEN 'recipient' ELSE 'other' END AS role
            FROM pairing_step s JOIN pairing p ON s.matter = p.root
        ), facts AS (
            SELECT matter, bool_or(name = 'agreed') AS agreed, bool_or(name = 'agreed' AND role = 'recipient') AS own,
                   bool_or(name = 'verified') AS checked, bool_or(name = 'declined') AS declined,
                   bool_or(name = 'ended') AS ended, min(occurred_on) FILTER (name = 'agreed') AS agreed_on
            FROM step GROUP BY matter
        ), ranked AS (
            SELECT p.root, f.agreed_on, CASE WHEN f.declined AND NOT f.ended THEN 1 WHEN f.agreed AND f.checked THEN 4
                   WHEN f.own THEN 3 WHEN f.agreed THEN 2 ELSE 1 END AS strength
            FROM pairing p LEFT JOIN facts f ON f.matter = p.root
        )
        SELECT m.code AS programme, p.supporter, p.recipient, r.path, f.agreed_on,
               CASE WHEN b.result = 'relapsed' AND f.strength > 2 THEN 2
                    WHEN b.result = 'partly' AND f.strength > 3 THEN 3
                    WHEN b.result = 'holds' AND f.strength = 3 THEN 4 ELSE f.strength END AS strength
        FROM pairing p LEFT JOIN ranked f ON f.root = p.root LEFT JOIN h_followed b ON b.target = p.root
        LEFT JOIN h_programme m ON m.root = p.programme LEFT JOIN h_party r ON r.root = p.recipient""",
    "h_part": """
        WITH step AS (
            SELECT s.*, CASE WHEN s.attested_by IS NULL THEN '' WHEN s.attested_by = c.office THEN 'office'
                        WHEN s.attested_by = c.supporter THEN 'supporter'
                        WHEN s.attested_by = c.recipient THEN 'recipient' ELSE 'other' END AS role
            FROM commitment_step s JOIN commitment c ON s.matter = c.root
        ), word AS (
            SELECT matter, "of", n, name, amount,
                   CASE WHEN name = 'verified' THEN 'check' WHEN role = 'recipient' THEN 'own' ELSE 'other' END AS whose
            FROM step WHERE name IN ('confirmed', 'nothing-came', 'disputed', 'verified')
        ), latest AS (
            SELECT matter, "of", whose, arg_max(struct_pack(n, name, amount), n) AS it
            FROM word GROUP BY ALL
        ), said AS (
            SELECT matter, "of", any_value(it) FILTER (whose = 'own') AS own,
                   any_value(it) FILTER (whose = 'other') AS other, any_value(it) FILTER (whose = 'check') AS chk
            FROM latest GROUP BY ALL
        ), deny AS (
            SELECT d.*, own, other, chk, CASE
                   WHEN own.name <> 'confirmed' THEN own.n
                   WHEN other.name <> 'confirmed' AND (own IS NULL OR other.n > own.n) THEN other.n END AS denial_n
            FROM step d LEFT JOIN said ON said.matter = d.matter AND said."of" = d.n WHERE d.name = 'delivered'
        ), judged AS (
            SELECT *, chk IS NOT NULL AND (denial_n IS NULL OR denial_n < chk.n) AS checked,
                   own IS NOT NULL AND denial_n IS NULL AS confirms FROM deny
        ), worth AS (
            SELECT *, coalesce(amount, 0) AS delivered,
                   CASE WHEN checked THEN coalesce(chk.amount, 0) ELSE 0 END AS verified FROM judged
        ), backed AS (
            SELECT matter, n, occurred_on, delivered, verified, denial_n IS NOT NULL AS doubted,
                   CASE WHEN confirms THEN greatest(coalesce(own.amount, 0), verified) ELSE verified END AS confirmed,
                   CASE WHEN checked AND coalesce(chk.amount, 1) > 0 THEN 4 WHEN confirms THEN 3 ELSE 2 END AS said
            FROM worth
        )
        SELECT p.* EXCLUDE (said, verified), greatest(delivered, confirmed) AS reported,
               CASE WHEN b.result = 'holds' AND said = 3 THEN confirmed ELSE verified END AS verified,
               CASE WHEN b.result = 'relapsed' AND said > 2 THEN 2 WHEN b.result = 'partly' AND said > 3 THEN 3
                    WHEN b.result = 'holds' AND said = 3 THEN 4 ELSE said END AS strength
        FROM backed p LEFT JOIN h_followed b ON b.target = p.matter""",
    "h_commitment": """
        WITH sums AS (
            SELECT matter, sum(reported) AS reported, sum(confirmed) AS confirmed, sum(verified) AS verified,
                   max(strength) AS strength, max(n) AS n, bool_or(doubted) AS doubted FROM h_part GROUP BY matter
        ), ends AS (
            SELECT matter, bool_or(name = 'written-off') AS written_off, max(n) FILTER (name = 'lapsed') AS lapsed_n
            FROM commitment_step GROUP BY matter
        )
        SELECT m.code AS programme, c.supporter, c.recipient, r.path, c.kind, c.currency, c.committed_on,
               c.amount AS money, coalesce(c.amount, c.quantity, 0) AS pledged,
               coalesce(t.reported, 0) AS reported, coalesce(t.confirmed, 0) AS confirmed,
               coalesce(t.verified, 0) AS verified, coalesce(t.strength, 1) AS strength,
               CASE WHEN e.written_off THEN 'written-off' WHEN t.doubted THEN 'disputed'
                    WHEN e.lapsed_n > coalesce(t.n, 0) THEN 'lapsed' ELSE '' END AS ended
        FROM commitment c LEFT JOIN sums t ON t.matter = c.root LEFT JOIN ends e ON e.matter = c.root
        LEFT JOIN h_programme m ON m.root = c.programme
        LEFT JOIN h_party r ON r.root = c.recipient""",
    "h_delivery": """
        SELECT d.* EXCLUDE (matter, n, doubted), m.code AS programme, r.path, c.kind, c.currency, c.amount AS money
        FROM h_part d JOIN commitment c ON d.matter = c.root LEFT JOIN h_programme m ON m.root = c.programme
        LEFT JOIN h_party r ON r.root = c.recipient""",
    "h_roster": """
        SELECT l.code AS roster, e.member, coalesce(e.since, l.as_of) AS since, e.until, r.path
        FROM roster_entry e JOIN roster l ON e.roster = l.root LEFT JOIN h_party r ON r.root = e.member""",
}
