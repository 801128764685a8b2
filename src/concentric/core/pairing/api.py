"""What other rooms call. Numba costs a second to load, so it is loaded by the first call, not by the import."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from concentric.core.pairing.certificate import Assignment, Certificate, Pairing, Progress, Verdict
from concentric.core.pairing.preparing import Centres
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Supporters


def assign(benefit: Any, capacity: Any = None, demand: Any = None) -> Assignment:
    """Pair supporters (rows) with recipients (columns): first as many recipients as possible, then the most benefit.

    `benefit` holds whole numbers: a 2-D array, or CSR whose absent pairs are forbidden. `capacity` is how many partners
    each supporter takes, `demand` how many each recipient wants (1 by default); no two meet twice. A second partner is
    taken only where it adds. Raises `BadBenefit` for what cannot be computed with.
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
) -> Pairing:
    """The best pairing under the rules, over all pairs: pinned and forbidden pairs, then quotas, coverage, benefit.

    The same for any order of rows and any number of threads. `centres` are the counties' coordinates, for organisations
    without their own. `progress` is told after every round; when it returns something true, the search ends with the
    best pairing so far and its proven gap. Raises `CannotPair` with all findings when the input has errors.
    """
    from concentric.core.pairing.pairing import pair as run

    return run(supporters, recipients, rules, centres=centres, progress=progress, threads=threads)


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
