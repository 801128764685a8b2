"""Making the engine ready before anybody waits for it: loaded in over a second, compiled once on a machine in twenty.

`python -m concentric.core.pairing.ready` does it in a process beside: compiling would hold up the others' threads.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

MARK = "ready"
"""A file among the compiled parts that says that all were compiled."""
SIDES = (40, 60)
"""Organisations of an invented pairing that takes the engine through all that a city needs."""


def make_ready() -> None:
    """Pair something small: so everything is loaded and, where it isn't kept yet, compiled."""
    from concentric.core.pairing import api
    from concentric.core.pairing.synth import instance

    supporters, recipients, rules = instance(*SIDES, seed=1)
    first = api.pair(supporters, recipients, rules)
    one, other = (int(position) for position in first.pairs[0])
    apart = replace(rules, forbidden=[(supporters.ids[one], recipients.ids[other])])
    api.pair(supporters, recipients, apart, start=first)
    api.explain(first, supporters, recipients, rules, which=[0])
    api.cost_of_forcing(first, supporters, recipients, rules, (one, len(recipients) - 1 - other))
    api.check_pairing(first.certificate, supporters, recipients, rules)
    _mark().touch()


def is_compiled() -> bool:
    """Whether somebody has made it ready on this machine, so that only loading is left."""
    return _mark().exists()


def compile_beside() -> subprocess.Popen[bytes]:
    """Start a process that compiles the engine; for later ones what it compiled is kept."""
    return subprocess.Popen(
        [sys.executable, "-m", "concentric.core.pairing.ready"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )


def _mark() -> Path:
    from concentric.core.pairing.compiling import HERE, folder_of  # numba takes a second to load

    return folder_of(HERE) / MARK


if __name__ == "__main__":
    make_ready()
