"""What other rooms call. Numba costs a second to load, so it is loaded by the first call, not by the import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, overload

from concentric.core.pairing.certificate import Assignment, Certificate, Explanation, Forced, Pairing, Progress, Verdict
from concentric.core.pairing.check import check_assignment
from concentric.core.pairing.preparing import Centres
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Supporters


def assign(benefit: Any, capacity: Any = None, demand: Any = None) -> Assignment:
    """Pair supporters (rows) with recipients (columns): first as many recipients as possible, then the most benefit.

    `benefit` holds whole numbers up to 2**30 of either sign: a 2-D array, or a list whose absent pairs are forbidden (a
    sparse matrix of scipy, a masked array, or CSR as a tuple of indptr, indices, data and shape; a stored 0 is a pair).
    `capacity` is how many partners each supporter takes, `demand` how many each recipient wants (1 by default); no two
    meet twice. A second partner is taken only where it adds. What is given stays as it is. Raises `BadBenefit`, with
    words, for what cannot be computed with.
    """
    from concentric.core.pairing.assigning import assign as run

    return run(benefit, capacity, demand)


def pair(
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    *,
    centres: Centres | None = None,
    progress: Callable[[Progress], object] | None = None,
    threads: int | None = None,
    start: Pairing | None = None,
) -> Pairing:
    """The best pairing under the rules, over all pairs: pinned and forbidden pairs, then quotas, coverage, benefit.

    The same for any order of rows and any number of threads. `centres` are the counties' coordinates, for organisations
    without their own. `progress` is told after every round; when it returns something true, the search ends with the
    best pairing so far and its proven gap. `start` is an earlier result for the same lists: after a small change of
    rules it saves most of the time, and changes nothing else. Raises `CannotPair` with all findings when the input has
    errors, or when quotas cannot be kept: then with an irreducible set of the rules in conflict.
    """
    from concentric.core.pairing.pairing import pair as run

    return run(supporters, recipients, rules, centres=centres, progress=progress, threads=threads, start=start)


def check_pairing(
    certificate: Certificate,
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    *,
    centres: Centres | None = None,
    threads: int | None = None,
) -> Verdict:
    """Whether a pairing is the best one, from its pairs and prices alone: every pair is looked at, none passed over."""
    from concentric.core.pairing.verifying import check_pairing as run

    return run(certificate, supporters, recipients, rules, centres=centres, threads=threads)


@overload
def check_certificate(
    certificate: Certificate, benefit: Any, capacity: Any = None, demand: Any = None, /
) -> Verdict: ...


@overload
def check_certificate(
    certificate: Certificate,
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    /,
    *,
    centres: Centres | None = None,
    threads: int | None = None,
) -> Verdict: ...


def check_certificate(certificate: Certificate, *given: Any, **more: Any) -> Verdict:
    """Whether a certificate of `assign` or of `pair` proves its pairing the best one: "optimal", "gap" or "wrong".

    Call it with what was paired: `check_certificate(certificate, benefit, capacity, demand)` after `assign`, and
    `check_certificate(certificate, supporters, recipients, rules, centres=...)` after `pair`.
    """
    if given and isinstance(given[0], Supporters):
        return check_pairing(certificate, *given, **more)
    return check_assignment(certificate, *given, **more)


def explain(
    result: Pairing,
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    *,
    which: Sequence[int] | None = None,
    centres: Centres | None = None,
) -> list[Explanation]:
    """What pairs score and why, and who would have been next best for each side; `which` are positions in the pairs.

    Costs a look at a whole row and a whole column for each pair: a tenth of a millisecond each in a nation.
    """
    from concentric.core.pairing.explaining import explain as run

    return run(result, supporters, recipients, rules, which=which, centres=centres)


def cost_of_forcing(
    result: Pairing,
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    pair: tuple[int, int],
    *,
    centres: Centres | None = None,
    exactly: bool = True,
) -> Forced:
    """What it would cost the whole to pair these two, given by their positions, and who would change partners.

    "At least" comes from the prices at once; exactly takes the shortest paths that make room for the two.
    """
    from concentric.core.pairing.explaining import cost_of_forcing as run

    return run(result, supporters, recipients, rules, pair, centres=centres, exactly=exactly)


def smallest_continuity(
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    keep: int,
    *,
    centres: Centres | None = None,
    most: int = 10_000,
) -> tuple[int, Pairing]:
    """The smallest bonus up to `most` with which `keep` of last year's pairs stay, and that pairing.

    Where even `most` keeps fewer, the smallest one that keeps as many as it does; count them with `kept`.
    """
    from concentric.core.pairing.continuing import smallest_continuity as run

    return run(supporters, recipients, rules, keep, centres=centres, most=most)
