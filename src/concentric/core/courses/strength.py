"""The ladder of strength: how far a thing said is backed by somebody other than the one who said it."""

RUNGS = ("pledged", "reported", "confirmed", "verified")
"""From weakest to strongest; the rung at place i has strength i + 1."""

PLEDGED, REPORTED, CONFIRMED, VERIFIED = range(1, 5)


def rung(strength: int) -> str:
    """The name of a strength from 1 to 4. Raises ValueError for another number."""
    if not PLEDGED <= strength <= VERIFIED:
        raise ValueError(f"no rung has strength {strength}")
    return RUNGS[strength - 1]


def strength_of(name: str) -> int:
    """The strength of a rung, 1 to 4. Raises ValueError for another name."""
    return RUNGS.index(name) + 1
