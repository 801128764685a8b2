"""What other rooms call. Numba costs a second to load, so it is loaded by the first call, not by the import."""

from __future__ import annotations

from typing import Any

from concentric.core.pairing.certificate import Assignment


def assign(benefit: Any, capacity: Any = None, demand: Any = None) -> Assignment:
    """Pair supporters (rows) with recipients (columns): first as many recipients as possible, then the most benefit.

    `benefit` holds whole numbers: a 2-D array, or CSR whose absent pairs are forbidden. `capacity` is how many partners
    each supporter takes, `demand` how many each recipient wants (1 by default); no two meet twice. A second partner is
    taken only where it adds. Raises `BadBenefit` for what cannot be computed with.
    """
    from concentric.core.pairing.assigning import assign as run

    return run(benefit, capacity, demand)
