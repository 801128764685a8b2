"""What a sheet is: columns, and a function that turns the values of a row into the fields of records."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from concentric.core.terms.words import LANGS, say
from concentric.exchange.sheets.column import REASON, Column
from concentric.ledger.models import Record, Step

if TYPE_CHECKING:
    from concentric.exchange.rows.look import Look
    from concentric.exchange.rows.steps import Answer

Values = Sequence[Any]
Fields = dict[str, Any]


@dataclass(frozen=True)
class Sheet(ABC):
    """A sheet by its stem: `sheet-<stem>` is its name, `example-<stem>-1` and `-2` its example rows.

    `writers` are the roles besides the office that may fill it in.
    """

    stem: str
    own: tuple[Column, ...]
    writers: frozenset[str] = frozenset()
    columns: tuple[Column, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", (*self.own, REASON))

    def name(self, lang: str) -> str:
        """The name on the sheet's tab."""
        return say(f"sheet-{self.stem}", lang)

    def names(self) -> Iterator[str]:
        """Every name under which the sheet is recognised."""
        yield self.stem
        for lang in LANGS:
            yield self.name(lang)
            yield from say(f"sheet-{self.stem}-aliases", lang).split("|")

    def examples(self, lang: str) -> list[list[str]]:
        """The two example rows, in the order of the columns."""
        return [say(f"example-{self.stem}-{n}", lang).split("|") for n in (1, 2)]

    @abstractmethod
    def enters(self) -> tuple[type[Record], ...]:
        """The nouns that its rows may become, by whose numbers they are sought."""

    def at(self, name: str) -> int:
        """The place of a column among the values."""
        return next(place for place, column in enumerate(self.columns) if column.name == name)


@dataclass(frozen=True)
class RecordSheet(Sheet):
    """A sheet whose row is a plain record, or opens a matter.

    `build` gives the fields by the model's attribute names; where it can't it tells `look`, and its result is dropped.
    `companions` names records that a row brings along, so that they can be read in bulk. `check` is the verb's own:
    what must be true of a record whoever enters it; `told_at` names the column at which a refusal of it is told.
    """

    model: type[Record] = Record  # type: ignore[type-abstract]
    build: Callable[[Values, Look], Fields] = lambda values, look: {}
    companions: Callable[[Values], Iterable[tuple[type[Record], str]]] | None = None
    check: Callable[[Any], None] | None = None
    told_at: Mapping[str, str] = field(default_factory=dict, hash=False)

    def enters(self) -> tuple[type[Record], ...]:
        return (self.model,)


@dataclass(frozen=True)
class StepSheet(Sheet):
    """A sheet whose row is a step of a matter. `build` gives an `Answer`: the matter, the step, what it speaks of.

    `prepare` sees all good rows before the first is built, where what one says depends on the others. `said_in` names
    the column in which a field of the step stands, where it isn't the usual one: {"name": "outcome"}.
    """

    models: tuple[type[Step], ...] = ()
    names_of_steps: tuple[str, ...] = ()
    said_in: Mapping[str, str] = field(default_factory=dict, hash=False)
    prepare: Callable[[Sequence[Values], Look], None] | None = None
    build: Callable[[Values, Look], Answer | None] = lambda values, look: None

    def enters(self) -> tuple[type[Record], ...]:
        return self.models
