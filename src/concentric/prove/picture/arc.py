"""What the picture shows: circles of programmes, each with its reach at every rung, and the words in the middle."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from urllib.parse import urlsplit

RUNGS = ("verified", "confirmed", "reported", "pledged")  # strongest first: their order along the arc
HUES = ("hz", "hq", "tj", "sl", "zt")  # azurite, ochre, madder, pine, sandalwood: from the outermost ring in

Value = Decimal | int | None

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Arc:
    """One programme. `at` holds the cumulative value at each rung; a rung missing or None is unknown, 0 is a true zero.

    `base` is the size of the roster or the target; None says that there is none yet. `counts`: the base counts things,
    so that one cell is one thing. `shown` is the label's value ("126/139"), `printed` the rung it stands for.
    """

    no: int
    name: str
    at: Mapping[str, Value]
    base: Value
    href: str = ""
    counts: bool = True
    note: str = ""
    shown: str = ""
    printed: str = "confirmed"

    @property
    def known(self) -> bool:
        """Whether a length can be drawn at all: there is a base, and a value at some rung."""
        return self.base is not None and self.base > 0 and any(self.at.get(rung) is not None for rung in RUNGS)

    def share(self, rung: str) -> float | None:
        """How much of the base the rung reaches, 0 to 1 (above 100 % the arc is full and the label says the value)."""
        value = self.at.get(rung)
        if value is None or self.base is None or self.base <= 0:
            return None
        return min(1.0, max(0.0, float(value / self.base)))

    @property
    def says(self) -> str:
        """The arc in words: number, name, value, note."""
        return " ".join(part for part in (str(self.no), self.name, self.shown, self.note) if part)


@dataclass(frozen=True)
class Circle:
    """One ring; `hue` is one of HUES."""

    hue: str
    name: str
    arcs: tuple[Arc, ...] = ()

    def __post_init__(self) -> None:
        if self.hue not in HUES:
            raise ValueError(f"no hue {self.hue!r}; there are {', '.join(HUES)}")


@dataclass(frozen=True)
class Centre:
    """What the middle says: the year, up to two lines, the state of the check, and the ledger's root around it."""

    year: str
    lines: tuple[str, ...] = ()
    good: str = ""
    root: str = ""


def safe_text(words: str) -> str:
    """Words as they may stand in an SVG file: escaped, without what XML can't hold."""
    return escape(_UNPRINTABLE.sub("", words))


def safe_link(href: str) -> str:
    """The address, or nothing where its scheme could run code."""
    href = href.strip()
    return href if urlsplit(href).scheme.lower() in ("", "http", "https") else ""
