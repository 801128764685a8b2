"""Rules that cannot hold together: the rules themselves, named, and none too many."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from concentric.core.pairing.growing import Growing
from concentric.core.pairing.preparing import Centres, prepare
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Supporters
from concentric.core.pairing.tabling import table_of
from concentric.core.terms.findings import Finding

SHOWN = 20
"""Pinned pairs that are tried one by one; more of them are taken as given."""


def conflict(
    supporters: Supporters, recipients: Recipients, rules: Rules, centres: Centres | None, threads: int | None
) -> list[Finding]:
    """Why quotas cannot have what they must: an irreducible set of rules, each with a finding.

    Each rule is left out in turn; what is possible without it stays in the set. Costs one search for each of them.
    """
    kept = rules
    for name in _parts(rules):
        fewer = _without(kept, name)
        if not possible(supporters, recipients, fewer, centres, threads):
            kept = fewer
    named = [_named(kept, name) for name in _parts(kept)]
    return [Finding("pairing-conflict", {"count": len(named)}), *named]


def possible(
    supporters: Supporters, recipients: Recipients, rules: Rules, centres: Centres | None, threads: int | None
) -> bool:
    """Whether any pairing keeps all rules."""
    prepared = prepare(supporters, recipients, rules, centres)
    settled = np.bincount(prepared.pinned[:, 1], minlength=prepared.want.size)
    growing = Growing(table_of(prepared, rules), prepared.room, prepared.want, settled, prepared.trees, threads)
    growing.run()
    return not growing.tolls.unmet.size


def _parts(rules: Rules) -> list[tuple[str, str]]:
    """All that can be left out: single quotas and pinned pairs, and the other rules as wholes."""
    there = {"minimum": rules.minimum is not None, "within": rules.within != "", "forbidden": len(rules.forbidden) > 0}
    wholes = [(name, "") for name, here in there.items() if here]
    pins = [("pinned", f"{one}\0{other}") for one, other in sorted(set(rules.pinned))]
    most = [("at_most", quota.name) for quota in rules.quotas if quota.at_most is not None]
    least = [("at_least", quota.name) for quota in rules.quotas if quota.at_least]
    return [*wholes, *(pins if len(pins) <= SHOWN else []), *most, *least]


def _without(rules: Rules, part: tuple[str, str]) -> Rules:
    name, which = part
    if name == "minimum":
        return replace(rules, minimum=None)
    if name == "within":
        return replace(rules, within="")
    if name == "forbidden":
        return replace(rules, forbidden=())
    if name == "pinned":
        return replace(rules, pinned=[each for each in rules.pinned if "\0".join(each) != which])
    quotas = []
    for quota in rules.quotas:
        if quota.name != which:
            quotas.append(quota)
        elif name == "at_most" and quota.at_least:
            quotas.append(replace(quota, at_most=None))
        elif name == "at_least" and quota.at_most is not None:
            quotas.append(replace(quota, at_least=None))
    return replace(rules, quotas=tuple(quotas))


def _named(rules: Rules, part: tuple[str, str]) -> Finding:
    name, which = part
    if name == "pinned":
        supporter, _, recipient = which.partition("\0")
        return Finding("pairing-conflict-pinned", {"supporter": supporter, "recipient": recipient})
    for quota in rules.quotas:
        if name in ("at_most", "at_least") and quota.name == which:
            key = f"pairing-conflict-{name.replace('_', '-')}"
            return Finding(key, {"name": quota.name, "count": int(getattr(quota, name))})
    return Finding(f"pairing-conflict-{name}", {})
