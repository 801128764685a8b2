"""The formula of docs/ledger.md once more, from the standard library and rfc8785 alone: the tests' own opinion."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import rfc8785


def _digest(salt: bytes, name: str, value: Any) -> bytes:
    return hashlib.sha256(salt + rfc8785.dumps([name, value])).digest()


def digests(payload: bytes, salt: bytes) -> dict[str, bytes]:
    """The digest of each field, open or sealed."""
    parsed = json.loads(payload)
    names = sorted(parsed["fields"])
    stream = hashlib.shake_256(salt).digest(16 * len(names))
    found = {
        name: _digest(stream[16 * at : 16 * (at + 1)], name, parsed["fields"][name]) for at, name in enumerate(names)
    }
    return found | {name: bytes.fromhex(text) for name, text in parsed["sealed"].items()}


def leaf_from(header: Any, found: dict[str, bytes]) -> bytes:
    """The leaf of a header and of digests by their names."""
    body = hashlib.sha256(b"".join(found[name] for name in sorted(found))).digest()
    return hashlib.sha256(b"\x00" + rfc8785.dumps(header) + body).digest()


def leaf(payload: bytes, salt: bytes) -> bytes:
    """The leaf of a stored entry."""
    return leaf_from(json.loads(payload)["header"], digests(payload, salt))


def root(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, word for word."""
    if len(leaves) <= 1:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    half = 1
    while 2 * half < len(leaves):
        half *= 2
    return hashlib.sha256(b"\x01" + root(leaves[:half]) + root(leaves[half:])).digest()
