"""Words that say more than a figure's strength holds: the number is right, the word is too strong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from concentric.core.claims.cleaning import folded
from concentric.core.claims.judging import Claim

_DELIVERED = re.compile(
    r"到账|到位|交付|兑现|已落实|落实到位|收到|拨付|送达|发放|建成|投用|上岗|交到|捐出|送到|已完成|投入使用"
    r"|\b(?:deliver(?:ed|ing)|received|paid(?: out| in)?|arrived|disbursed|handed over|distributed|given out|in hand|completed|built|spent|reached)\b",
    re.IGNORECASE,
)
_VERIFIED = re.compile(
    r"核实|查实|验收|核验|审计确认|回头看确认|第三方|\b(?:verified|audited|independently (?:confirmed|checked))\b",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"认捐|承诺|意向|签约|计划|约定|协议|待|将|尚未|未|\b(?:pledg\w+|promis\w+|commit\w+|agreed to|signed|planned|yet to|not yet)\b",
    re.IGNORECASE,
)
_RANKS = {"pledged": 1, "reported": 2, "confirmed": 3, "verified": 4}


def too_strong(text: str, claim: Claim) -> str:
    """The words in the claim's clause that its figure doesn't bear out; empty where it does."""
    figure = claim.figure
    if figure is None or claim.around.cell or figure.strength not in _RANKS:
        return ""
    if claim.verdict not in ("supported", "understated"):
        return ""
    start, end = claim.around.clause
    clause = text[start:end]
    for name in _own_words(figure.names):
        clause = clause.replace(name, "")
    rank = _RANKS[figure.strength]
    if rank < 4 and (found := _VERIFIED.search(clause)):
        return found[0]
    if rank == 1 and not _PROMISED.search(clause) and (found := _DELIVERED.search(clause)):
        return found[0]
    return ""


def _own_words(names: Sequence[str]) -> list[str]:
    """Words of the figure's own names: 收到企业问题 says no more than that they came in."""
    folds = " ".join(folded(name) for name in names)
    return sorted({match[0] for pattern in (_DELIVERED, _VERIFIED) for match in pattern.finditer(folds)})
