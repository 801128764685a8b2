"""Who sent a file: as it is said, or as the file itself says above its table (填报单位：…).

Two counties may send tables with the same headings that mean other things; a mapping may be one sender's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from concentric.core.terms.codes import clean
from concentric.core.terms.scripts import to_simplified
from concentric.core.terms.words import LANGS, say
from concentric.exchange.planning.headings import SEARCHED
from concentric.exchange.workbook.raw import RawFile
from concentric.ledger.actor import Actor
from concentric.register.models import Organisation

LONGEST = 200  # characters of a cell that may name an organisation


def sender_of(file: RawFile, actor: Actor) -> Organisation | None:
    """The organisation that a file names as its sender, where exactly one bears the name. One query at most."""
    named = {text for text in _named(file) if text}
    if not named:
        return None
    held: Any = Organisation.objects.in_force().of_office(actor.office)
    found = list(held.filter(name__in=named | {to_simplified(name) for name in named})[:2])
    return found[0] if len(found) == 1 else None


def _named(file: RawFile) -> Iterator[str]:
    for raw in file.sheets:
        if raw.hidden:
            continue
        for row in raw.rows[:SEARCHED]:
            for place, cell in enumerate(row):
                if not isinstance(cell, str) or len(cell) > LONGEST:
                    continue
                match = _said().search(clean(cell))
                if match is None:
                    continue
                rest = match[1].strip()
                if not rest:  # the label stands in a cell of its own
                    rest = next((clean(one) for one in row[place + 1 :] if isinstance(one, str) and one.strip()), "")
                whole = re.split(r"\s{2,}|\(", rest)[0].strip()
                yield from (whole, whole.split(" ")[0])


@cache
def _said() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for lang in LANGS for word in say("sheets-sender", lang).split("|"))
    return re.compile(rf"(?:{words})\s*[:：]\s*(.*)", re.IGNORECASE)
