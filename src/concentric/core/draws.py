"""Public draws: who is looked back on is decided by a number that nobody could know when the list was fixed.

1. The *frame* is fixed: for each stratum its items (ids, sorted) and how many of them will be drawn, as canonical JSON.
   Its digest, SHA-256 of those bytes, is published.
2. A public number that was named beforehand appears later, from outside: a lottery's, a stock index. It is text.
3. seed = SHA-256(digest as 32 bytes || the number in UTF-8).
4. In each stratum the items are put in the order of SHA-256(seed || 0x00 || stratum || 0x00 || item), and the first
   are drawn.

No figure of the ledger enters, for the office could try many until one suits it. Whoever has the frame and the number
repeats the draw with twenty lines of any language (see `docs/lookback.md`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from concentric.core.canonical import canonical
from concentric.core.terms.findings import Refused


class FrameEmpty(Refused):
    """Nothing is in the frame, or nothing would be drawn."""


class TakesTooMany(Refused):
    """More would be drawn from a stratum than it holds, or less than nothing."""


class ItemTwice(Refused):
    """An item stands in the frame twice: it could be drawn twice."""


class NumberMissing(Refused):
    """A draw needs the public number."""


@dataclass(frozen=True)
class Stratum:
    """A part of the frame from which `take` of its items are drawn."""

    name: str
    items: tuple[str, ...]
    take: int


def fixed(items: Mapping[str, Sequence[str]], take: Mapping[str, int]) -> list[Stratum]:
    """The strata of a frame, in the order of their names, with sorted items. Refuses what no fair draw can be made of.

    A stratum that `take` doesn't name is in the frame, and nothing is drawn from it.
    """
    strata = [Stratum(name, tuple(sorted(items[name])), take.get(name, 0)) for name in sorted(items)]
    if sum(stratum.take for stratum in strata) == 0:
        raise FrameEmpty("draw-frame-empty")
    for name, count in take.items():
        held = len(items.get(name, ()))
        if not 0 <= count <= held:
            raise TakesTooMany("draw-takes-too-many", stratum=name, take=count, held=held)
    seen: set[str] = set()
    for stratum in strata:
        for item in stratum.items:
            if item in seen:
                raise ItemTwice("draw-item-twice", item=item)
            seen.add(item)
    return strata


def frame_text(strata: Sequence[Stratum]) -> str:
    """The frame as it is digested: canonical JSON of [{"items": [...], "stratum": name, "take": "3"}, ...]."""
    return canonical(
        [{"items": list(one.items), "stratum": one.name, "take": str(one.take)} for one in strata]
    ).decode()


def read_frame(text: str) -> list[Stratum]:
    """The strata that `frame_text` wrote."""
    return [Stratum(one["stratum"], tuple(one["items"]), int(one["take"])) for one in json.loads(text)]


def digest(text: str) -> str:
    """The digest of a frame's text, in hex: what is published before the number is known."""
    return sha256(text.encode()).hexdigest()


def seed_of(frame_digest: str, public_number: str) -> str:
    """The seed, in hex. Blanks around the number don't count; within it they do. NumberMissing when it is empty."""
    number = public_number.strip()
    if not number:
        raise NumberMissing("draw-number-missing")
    return sha256(bytes.fromhex(frame_digest) + number.encode()).hexdigest()


def drawn(strata: Sequence[Stratum], seed: str) -> list[Stratum]:
    """Each stratum with the items that are drawn from it, in their order. Strata from which none is drawn are left out.

    Costs one hash for each item of the frame.
    """
    found = []
    for stratum in strata:
        lead = bytes.fromhex(seed) + b"\0" + stratum.name.encode() + b"\0"
        order = sorted(stratum.items, key=lambda item: sha256(lead + item.encode()).digest())
        if stratum.take:
            found.append(Stratum(stratum.name, tuple(order[: stratum.take]), stratum.take))
    return found


def chosen_text(strata: Sequence[Stratum]) -> str:
    """What was drawn, as the ledger keeps it: canonical JSON of [{"items": [...], "stratum": name}, ...]."""
    return canonical([{"items": list(one.items), "stratum": one.name} for one in strata]).decode()
