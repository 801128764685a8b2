"""The rules by which a programme is paired: `[pairing.<programme>]`, with defaults for all that it leaves unsaid."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from concentric.core.terms.codes import is_place_code
from concentric.register.book.checking import Checking
from concentric.register.book.lines import Path

Names = Mapping[str, str]
PairedKind = Literal["pairing", "commissioner"]

KINDS = ("pairing", "commissioner")
SIDES = ("supporters", "recipients")
REGIONS = ("county", "prefecture", "province")
MOST = 1_000_000
FARTHEST = 2_047
"""Kilometres after which no points for being near may be left: up to there distances are exact."""


@dataclass(frozen=True)
class QuotaSpec:
    """How many pairs one place (with all below it) may have or must have, on one side."""

    code: str
    names: Names
    side: str
    place: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True)
class PairingSpec:
    """How one programme is paired. Points are whole numbers.

    A category brings its weight times `points` for each step of the need's urgency, from one; each class of size that
    two differ by costs `size`. `takes` is how many recipients a supporter takes whose offers don't say, `wants` how
    many supporters a recipient gets. `roster` limits the recipients. A commissioner takes `least` to `most` of the
    roster; commissioners are who holds a post whose title has `posts` in it.
    """

    programme: str
    kind: PairedKind = "pairing"
    roster: str = ""
    posts: str = ""
    points: int = 400
    near: int = 3000
    per_km: int = 6
    same_county: int = 800
    same_prefecture: int = 400
    size: int = 0
    continuity: int = 1500
    minimum: int | None = None
    within: Literal["", "county", "prefecture", "province"] = ""
    takes: int = 1
    wants: int = 1
    least: int = 3
    most: int = 6
    weights: Mapping[str, int] = field(default_factory=dict)
    forbidden: tuple[tuple[str, str], ...] = ()
    pinned: tuple[tuple[str, str], ...] = ()
    quotas: tuple[QuotaSpec, ...] = ()


POINTS = ("points", "near", "per_km", "same_county", "same_prefecture", "size", "continuity")
KEYS = (
    *("kind", "roster", "posts", *POINTS, "minimum", "within", "takes", "wants", "least", "most"),
    *("weights", "forbidden", "pinned", "quota"),
)


def check_pairings(
    check: Checking, tables: Mapping[str, Any], programmes: Collection[str], categories: Collection[str]
) -> dict[str, PairingSpec]:
    """The rules of each programme that is paired, in the book's order."""
    found: dict[str, PairingSpec] = {}
    for code, value in tables.items():
        path: Path = ("pairing", code)
        if code not in programmes:
            check.near("book-not-among", path, code, programmes)
        table = check.table(value, path)
        check.keys(table, path, KEYS)
        found[code] = _spec(check, code, table, path, categories)
    return found


def _spec(check: Checking, code: str, table: Mapping[str, Any], path: Path, categories: Collection[str]) -> PairingSpec:
    plain = PairingSpec(code)
    points = {name: check.whole(table, name, path, least=0, most=MOST, default=getattr(plain, name)) for name in POINTS}
    if points["near"] > points["per_km"] * FARTHEST:
        check.add("book-pairing-too-far", (*path, "per_km" if "per_km" in table else "near"), km=FARTHEST)
    kind = check.among(table, "kind", path, KINDS) or plain.kind
    roster = check.text(table, "roster", path, required=kind == "commissioner")
    least = check.whole(table, "least", path, least=0, most=MOST, default=plain.least)
    most = check.whole(table, "most", path, least=1, most=MOST, default=plain.most)
    if least > most:
        check.add("book-pairing-least", (*path, "least" if "least" in table else "most"), least=least, most=most)
    return PairingSpec(
        code,
        kind=cast("PairedKind", kind),
        roster=roster,
        posts=check.text(table, "posts", path, required=False),
        **points,
        minimum=_maybe(check, table, "minimum", path),
        within=cast('Literal["", "county", "prefecture", "province"]', check.among(table, "within", path, REGIONS)),
        takes=check.whole(table, "takes", path, least=1, most=MOST, default=plain.takes),
        wants=check.whole(table, "wants", path, least=1, most=MOST, default=plain.wants),
        least=least,
        most=most,
        weights=_weights(check, table, path, categories),
        forbidden=_pairs(check, table, "forbidden", path),
        pinned=_pairs(check, table, "pinned", path),
        quotas=_quotas(check, check.table(table.get("quota", {}), (*path, "quota")), (*path, "quota")),
    )


def _maybe(check: Checking, table: Mapping[str, Any], key: str, path: Path, least: int = -MOST) -> int | None:
    return check.whole(table, key, path, least=least, most=MOST, default=least) if key in table else None


def _weights(check: Checking, table: Mapping[str, Any], path: Path, categories: Collection[str]) -> dict[str, int]:
    here = (*path, "weights")
    given = check.table(table.get("weights", {}), here)
    for code in given:
        if code not in categories:
            check.near("book-not-among", (*here, code), code, categories)
    return {code: check.whole(given, code, here, least=0, most=1_000, default=1) for code in given}


def _pairs(check: Checking, table: Mapping[str, Any], key: str, path: Path) -> tuple[tuple[str, str], ...]:
    value = table.get(key, [])
    good = isinstance(value, list) and all(
        isinstance(one, list) and len(one) == 2 and all(isinstance(each, str) and each.strip() for each in one)
        for one in value
    )
    if not good:
        check.add("book-pairing-not-pairs", (*path, key))
        return ()
    return tuple(sorted({(one[0], one[1]) for one in value}))


def _quotas(check: Checking, tables: Mapping[str, Any], path: Path) -> tuple[QuotaSpec, ...]:
    found = []
    for code, value in tables.items():
        here = (*path, code)
        check.code(code, here)
        table = check.table(value, here)
        check.keys(table, here, ("names", "side", "place", "at_least", "at_most"))
        place = check.text(table, "place", here)
        if place.strip() and not is_place_code(place):
            check.add("book-place", (*here, "place"), value=place)
        low, high = (_maybe(check, table, key, here, least=0) for key in ("at_least", "at_most"))
        if low is None and high is None:
            check.add("book-pairing-quota-empty", here)
        elif low is not None and high is not None and low > high:
            check.add("book-pairing-least", (*here, "at_least"), least=low, most=high)
        side = check.among(table, "side", here, SIDES) or "recipients"
        found.append(QuotaSpec(code, check.names(table, "names", here), side, place, low, high))
    return tuple(found)
