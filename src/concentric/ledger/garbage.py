"""Python's collector of cycles, kept away from work that makes none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection(*, large: bool = False) -> Iterator[None]:
    """No collection while the block runs: it would walk all the living objects again and again, and find nothing.

    After a `large` one, what it made counts as old: the first collection would otherwise walk millions once more. Not
    for what runs often, as old garbage waits longest.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if large:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
