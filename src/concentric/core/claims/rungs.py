"""Words of a text that say how strong a figure is: pledged, reported, confirmed by who received it, verified."""

from __future__ import annotations

import re

PATTERNS = {
    "pledged": re.compile(
        r"认捐|承诺|意向|签约|计划|约定|\b(?:pledg\w+|promis\w+|commit\w+|planned|signed)\b", re.IGNORECASE
    ),
    "reported": re.compile(r"报来|上报|送出|办过|据报|\b(?:report\w*|self-reported)\b", re.IGNORECASE),
    "confirmed": re.compile(r"确认|收到|到账|认可|\b(?:confirm\w*|received|acknowledged)\b", re.IGNORECASE),
    "verified": re.compile(r"核实|核验|查实|第三方|\b(?:verif\w+|audited|independent\w*)\b", re.IGNORECASE),
}


def strengths_in(text: str) -> frozenset[str]:
    """The rungs that a stretch of text names."""
    return frozenset(rung for rung, pattern in PATTERNS.items() if pattern.search(text))
