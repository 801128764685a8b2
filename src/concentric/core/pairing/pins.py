"""Pinned pairs that cannot be made, found before any search."""

from __future__ import annotations

from concentric.core.pairing.checking import Checking
from concentric.core.pairing.rules import Pair, Rules

SHOWN = 20
"""Conflicts that are listed; the first ones have to be mended before more can be told."""


def check_pins(check: Checking, rules: Rules, room: dict[str, int], want: dict[str, int]) -> None:
    """Pinned pairs that are forbidden too, or that are more than one side takes.

    Each finding names a set of rules that is irreducible: without any one of them the others can hold.
    """
    pinned = sorted(set(rules.pinned))
    for supporter, recipient in sorted(set(pinned) & set(rules.forbidden))[:SHOWN]:
        check.error("pairing-pinned-and-forbidden", supporter=supporter, recipient=recipient)
    for side, takes in enumerate((room, want)):
        by_id: dict[str, list[Pair]] = {}
        for each in pinned:
            by_id.setdefault(each[side], []).append(each)
        over = [(id_, pairs) for id_, pairs in by_id.items() if len(pairs) > takes.get(id_, len(pairs))]
        for id_, pairs in sorted(over)[:SHOWN]:
            enough = [each[1 - side] for each in pairs[: takes[id_] + 1]]
            key = "pairing-pinned-over-capacity" if side == 0 else "pairing-pinned-over-demand"
            check.error(key, id=id_, takes=takes[id_], pairs=", ".join(enough))
