"""The pairing engine: the provably best pairing, from a city to a nation. No Django, no database.

    supporters = Supporters(ids=["S1", "S2"], place=[450203, 450225], categories=[[2, 0], [0, 1]], takes=[1, 2])
    recipients = Recipients(ids=["V1", "V2"], place=[450225, 450226], categories=[[1, 0], [0, 3]])
    rules = Rules(weights=(10, 8), near=3000, per_km=6, last_year=[("S1", "V1")], continuity=1500)
    result = pair(supporters, recipients, rules, centres={450203: (24.3, 109.4), ...})
    for supporter, recipient in result.pairs: ...  # positions in the ids above
    check_certificate(result.certificate, supporters, recipients, rules, centres=...).says  # "optimal"

    explain(result, supporters, recipients, rules, which=[0])  # points by part, next best for both sides
    cost_of_forcing(result, supporters, recipients, rules, (0, 1))  # at least, exactly, and who moves
    write_certificate(result.certificate, supporters, recipients, rules)  # bytes of one file

`pair` raises `CannotPair` with findings for bad input, and notes in `result.findings` what it assumed. `assign` does
the same for an explicit table of benefits:

    result = assign([[5, 3], [4, 0]], capacity=[1, 1])  # rows are supporters; result.benefit == 7
    check_certificate(result.certificate, [[5, 3], [4, 0]], [1, 1]).says  # "optimal"

Start reading with `api.py`; `check.py` says what a certificate proves;
`growing.py` is the search, `sparse/` the solver of a listed graph.
"""

from concentric.core.pairing.api import (
    assign,
    check_certificate,
    check_pairing,
    cost_of_forcing,
    explain,
    pair,
    smallest_continuity,
)
from concentric.core.pairing.certificate import Assignment, Certificate, Explanation, Forced, Pairing, Progress, Verdict
from concentric.core.pairing.check import check_assignment
from concentric.core.pairing.keeping import kept
from concentric.core.pairing.refusals import BadBenefit, CannotPair, NotACertificate
from concentric.core.pairing.rules import Quota, Rules
from concentric.core.pairing.sides import Recipients, Supporters
from concentric.core.pairing.storing import read_certificate, write_certificate

__all__ = [
    "Assignment",
    "BadBenefit",
    "CannotPair",
    "Certificate",
    "Explanation",
    "Forced",
    "NotACertificate",
    "Pairing",
    "Progress",
    "Quota",
    "Recipients",
    "Rules",
    "Supporters",
    "Verdict",
    "assign",
    "check_assignment",
    "check_certificate",
    "check_pairing",
    "cost_of_forcing",
    "explain",
    "kept",
    "pair",
    "read_certificate",
    "smallest_continuity",
    "write_certificate",
]
