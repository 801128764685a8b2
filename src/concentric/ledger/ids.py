"""UUIDv7: ids in the order in which they were made, so that indexes grow at their right end (RFC 9562, 5.7)."""

from __future__ import annotations

import threading
import time
from random import SystemRandom
from uuid import UUID

getrandbits = SystemRandom().getrandbits
_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A UUIDv7, greater than every one that this process made before.

    The 12 bits after the millisecond are a fraction of it (RFC 9562, method 3); within one tick they count on.
    """
    global _last
    millis, rest = divmod(time.time_ns(), 1_000_000)
    stamp = millis << 12 | rest * 4096 // 1_000_000
    with _lock:
        _last = stamp = max(stamp, _last + 1)
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64
    return UUID(int=value | 0x2 << 62 | getrandbits(62))
