"""UUIDv7: ids in the order in which they were made, so that indexes grow at their right end (RFC 9562, 5.7)."""

from __future__ import annotations

import os
import threading
import time
from struct import unpack
from typing import Any
from uuid import UUID, SafeUUID

_lock = threading.Lock()
_last = 0
_random: list[int] = []  # 64 bits each: asking the system for every id costs as much as the rest of it


def _forget() -> None:
    # A forked child must not make the ids of its parent; and may have been forked while the lock was taken.
    global _lock
    _lock = threading.Lock()
    _random.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


class Id(UUID):
    """A UUID that keeps its digits: on its way into the database an id is written and looked up some thirty times.

    Equal to the plain UUID of the same value, and copied or pickled as one.
    """

    __slots__ = ("_hash", "hex")
    _hash: int

    def __init__(self, value: int) -> None:
        keep = object.__setattr__  # UUID refuses the plain way, to be immutable
        digits = f"{value:032x}"
        keep(self, "int", value)
        keep(self, "is_safe", SafeUUID.unknown)
        keep(self, "hex", digits)
        keep(self, "_hash", hash(value))

    def __str__(self) -> str:
        digits = self.hex
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> Any:
        return UUID, (self.hex,)


def new_id() -> UUID:
    """A UUIDv7, greater than every one that this process made before.

    The 12 bits after the millisecond are a fraction of it (RFC 9562, method 3); within one tick they count on.
    """
    global _last
    millis, rest = divmod(time.time_ns(), 1_000_000)
    stamp = millis << 12 | rest * 4096 // 1_000_000
    with _lock:
        _last = stamp = max(stamp, _last + 1)
        if not _random:
            _random.extend(unpack("512Q", os.urandom(4096)))
        bits = _random.pop() >> 2
    return Id((stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0x2 << 62 | bits)
