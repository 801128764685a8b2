"""Runs over recipients on several cores. One thread alone works on each recipient, so no result depends on them."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

RUN = 256
"""Recipients that one thread takes at a time."""


def over_recipients(work: Callable[[int, int], None], recipients: int, threads: int | None) -> None:
    """Call `work(first, end)` until all recipients are done; compiled code lets go of the interpreter meanwhile."""
    runs = [(first, min(recipients, first + RUN)) for first in range(0, recipients, RUN)]
    count = min(len(runs), threads or os.cpu_count() or 1)
    if count <= 1:
        for first, end in runs:
            work(first, end)
        return
    with ThreadPoolExecutor(count) as pool:
        for done in [pool.submit(work, first, end) for first, end in runs]:
            done.result()
