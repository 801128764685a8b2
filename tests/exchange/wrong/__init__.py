"""Wrong input: by the kind of a column (`kinds.py`), and by noun (`first.py`, `nouns.py`)."""

from __future__ import annotations

from typing import Any

from tests.exchange.wrong.first import FIRST
from tests.exchange.wrong.kinds import Spoilt, generated
from tests.exchange.wrong.nouns import NOUNS, RECEIPT, WORLD

from concentric.exchange.sheets.registry import BY_STEM

__all__ = ["CORPUS", "RECEIPT", "WORLD"]


def _whole(stem: str, good: dict[str, Any], told: Spoilt) -> tuple[dict[str, Any], Spoilt]:
    known = {(name, str(value)) for name, value, _ in told}
    more = [one for one in generated(BY_STEM[stem]) if (one[0], str(one[1])) not in known]
    return good, [*told, *more]


CORPUS: dict[str, tuple[dict[str, Any], Spoilt]] = {
    stem: _whole(stem, good, told) for stem, (good, told) in (FIRST | NOUNS).items()
}
