"""What an outsider takes along to check a review offline: text, numbers, rows, records with proofs, and the checker.

May import `prove` and below. Read `making.py` first, then `check.py`, which imports nothing of this program.
"""

from concentric.exchange.bundle.making import (
    BundleTooLarge,
    NoCheckpoint,
    NoSuchNumber,
    NotPublic,
    Signed,
    covering,
    reference_in,
    write_bundle,
)

__all__ = [
    "BundleTooLarge",
    "NoCheckpoint",
    "NoSuchNumber",
    "NotPublic",
    "Signed",
    "covering",
    "reference_in",
    "write_bundle",
]
