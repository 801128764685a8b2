"""What was changed between two texts, paragraph by paragraph, with the words that differ marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Told = tuple[str, str]
"""A paragraph: its kind, and what it prints (of a chart its code)."""
ALIKE = 0.4  # two paragraphs that share less are one that went and one that came
MOST = 4_000  # characters of a paragraph that are compared one by one


@dataclass(frozen=True)
class Piece:
    """A stretch of a changed paragraph: kept, removed or added."""

    how: Literal["kept", "removed", "added"]
    text: str


@dataclass(frozen=True)
class Change:
    """What became of one paragraph; `n` counts those of the new text (of the old if removed)."""

    how: Literal["changed", "added", "removed", "restyled", "moved"]
    n: int
    kind: str
    pieces: tuple[Piece, ...]


def changes_between(old: Sequence[Told], new: Sequence[Told]) -> list[Change]:
    """Every change in the order of the new text. What went in one place and came word for word in another moved."""
    found = list(_changes(old, new))
    moved = Counter(_text(one) for one in found if one.how == "removed")
    moved &= Counter(_text(one) for one in found if one.how == "added")
    left = {"added": Counter(moved), "removed": Counter(moved)}
    out: list[Change] = []
    for one in found:
        text = _text(one)
        if one.how not in ("added", "removed") or not left[one.how][text]:
            out.append(one)
            continue
        left[one.how][text] -= 1
        if one.how == "added":
            out.append(Change("moved", one.n, one.kind, (Piece("kept", text),)))
    return out


def _text(change: Change) -> str:
    return "".join(piece.text for piece in change.pieces)


def _changes(old: Sequence[Told], new: Sequence[Told]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [text for _, text in old], [text for _, text in new], autojunk=False)
    for how, a, b, c, d in matcher.get_opcodes():
        if how == "equal":
            for (was, text), (kind, _), n in zip(old[a:b], new[c:d], range(c + 1, d + 1), strict=True):
                if was != kind:
                    yield Change("restyled", n, kind, (Piece("kept", text),))
            continue
        yield from _replaced(old, new, (a, b), (c, d))


def _replaced(
    old: Sequence[Told], new: Sequence[Told], gone: tuple[int, int], come: tuple[int, int]
) -> Iterator[Change]:
    """Paragraphs of two stretches, each new one with the first old one that is alike; the order is kept."""
    a = gone[0]
    for c in range(*come):
        partner = next((k for k in range(a, gone[1]) if alike(old[k][1], new[c][1])), None)
        if partner is None:
            yield Change("added", c + 1, new[c][0], (Piece("added", new[c][1]),))
            continue
        yield from (Change("removed", k + 1, old[k][0], (Piece("removed", old[k][1]),)) for k in range(a, partner))
        yield Change("changed", c + 1, new[c][0], tuple(_marked(old[partner][1], new[c][1])))
        a = partner + 1
    yield from (Change("removed", k + 1, old[k][0], (Piece("removed", old[k][1]),)) for k in range(a, gone[1]))


def alike(one: str, other: str) -> bool:
    """Whether two paragraphs are one that was edited."""
    matcher = SequenceMatcher(None, one[:MOST], other[:MOST], autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _marked(old: str, new: str) -> Iterator[Piece]:
    if max(len(old), len(new)) > MOST:
        yield from (Piece("removed", old), Piece("added", new))
        return
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            yield Piece("kept", old[a:b])
            continue
        if a < b:
            yield Piece("removed", old[a:b])
        if c < d:
            yield Piece("added", new[c:d])


def shown(change: Change, *, around: int = 16) -> str:
    """The change on one line: [-gone-] and [+come+], with a little of what stands around them."""
    out = []
    for n, piece in enumerate(change.pieces):
        if piece.how == "kept":
            out.append(_short(piece.text, around, first=n == 0, last=n == len(change.pieces) - 1))
        else:
            out.append(f"[-{piece.text}-]" if piece.how == "removed" else f"[+{piece.text}+]")
    return "".join(out)


def _short(text: str, around: int, *, first: bool, last: bool) -> str:
    if len(text) <= 2 * around:
        return text
    head, tail = "" if first else text[:around], "" if last else text[-around:]
    return f"{head}…{tail}" if head or tail else text[: 2 * around] + "…"
