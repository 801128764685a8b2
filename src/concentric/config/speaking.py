"""Help and mistakes of use in the reader's language.

In the code a command and its options explain themselves in English, where they are written; `help.zh-Hans.toml` has the
Chinese of each text, and of Click's own words. Nothing is looked up, or read, where English is asked for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import click
from click import core, exceptions, formatting, parser, types

from concentric.config.commands._common import chosen_language
from concentric.core.terms.scripts import to_traditional

CUT = "..."
"""How Click ends a text that is too long for a list; of several sentences it shows the first."""
SHORTEST = 12
"""Characters that a text must have to be taken for the beginning of another."""


def speak() -> None:
    """Have Click say everything as `said` does, from here on."""
    # Click asks gettext, which wants compiled catalogues in folders of its own: its modules are handed this instead.
    for module in (core, exceptions, formatting, parser, types):
        for name, own in (("_", said), ("ngettext", _one_or_many)):
            if hasattr(module, name):
                setattr(module, name, own)
    click.Context.formatter_class = Spoken


def said(text: str) -> str:
    """A text of the command line in the chosen language; as it stands where there is no other."""
    lang = chosen_language(None)
    if lang == "en":
        return text
    words = table()
    found = words.get(text) or words.get(" ".join(text.split()))
    if found is None and len(text) >= SHORTEST:
        found = next((full for own, full in words.items() if own.startswith(text.removesuffix(CUT))), None)
    if found is None:
        return text
    return to_traditional(found) if lang == "zh-Hant" else found


def _one_or_many(one: str, many: str, count: int) -> str:
    return said(one if count == 1 else many)


@cache
def table() -> Mapping[str, str]:
    """Every text in Chinese by what it is in English."""
    text = files("concentric.config").joinpath("help.zh-Hans.toml").read_text(encoding="utf-8")
    held: dict[str, dict[str, str]] = tomllib.loads(text)
    return held["commands"] | held["click"]


class Spoken(click.HelpFormatter):
    """Writes help as `said` has it."""

    def write_text(self, text: str) -> None:
        super().write_text(said(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], *more: Any, **how: Any) -> None:
        super().write_dl([(term, _explained(text)) for term, text in rows], *more, **how)


def _explained(text: str) -> str:
    """An option's text; what Click puts in brackets behind it is in the language already."""
    own, mark, behind = text.partition("  [")
    return said(own) + mark + behind
