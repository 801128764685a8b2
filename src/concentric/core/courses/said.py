"""What was said of one thing: by whom it was meant for, by anybody else, and by somebody independent."""

from collections.abc import Iterable

from concentric.core.courses.base import Kept
from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED


class Said:
    """The latest standing words on one thing: the recipient's own, anybody else's, a verifier's."""

    __slots__ = ("check", "other", "own")

    def __init__(self) -> None:
        self.own: Kept | None = None
        self.other: Kept | None = None
        self.check: Kept | None = None

    def hear(self, kept: Kept) -> None:
        """One more word; a later one of the same speaker replaces the earlier."""
        if kept.name == "verified":
            self.check = kept
        elif kept.role == "recipient":
            self.own = kept
        else:
            self.other = kept

    def denial(self) -> Kept | None:
        """The word against the thing that counts now.

        Nobody else's word lifts the recipient's own; but anybody's doubt counts until the recipient speaks again.
        """
        if self.own is not None and self.own.name != "confirmed":
            return self.own
        if self.other is None or self.other.name == "confirmed":
            return None
        return self.other if self.own is None or self.other.n > self.own.n else None

    def strength(self) -> int:
        """How far the thing is backed. What is doubted after it was verified has to be verified again."""
        denial = self.denial()
        if self.check is not None and (denial is None or self.check.n > denial.n):
            return VERIFIED
        return CONFIRMED if denial is None and self.own is not None else REPORTED

    def marks(self) -> tuple[str, ...]:
        """`disputed` while a word against it counts; `noted` where only others than the recipient confirmed it."""
        if self.denial() is not None:
            return ("disputed",)
        return ("noted",) if self.own is None and self.other is not None else ()


def heard(standing: Iterable[Kept], words: tuple[str, ...] = ("confirmed", "disputed", "verified")) -> Said:
    """All the words of these steps, as said of one thing."""
    said = Said()
    for kept in standing:
        if kept.name in words:
            said.hear(kept)
    return said
