"""One noun for "something is wrong, here, do this": a `Finding` where checking goes on, a `Refused` where it stops."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from concentric.core.terms.words import Word, say

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True)
class Finding:
    """What is wrong (`key`), where, and what to do (`key` + "-remedy"). Places in a file are as Excel shows them."""

    key: str
    args: Mapping[str, Word] = field(default_factory=dict, hash=False)
    severity: Severity = "error"
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: str = ""
    line: int | None = None

    def says(self, lang: str) -> str:
        """What is wrong, as one sentence."""
        return say(self.key, lang, **self.args)

    def remedy(self, lang: str) -> str:
        """What the reader can do about it, as one sentence."""
        return say(f"{self.key}-remedy", lang, **self.args)

    def where(self, lang: str) -> str:
        """Where it is, from the file down to the cell; empty when it has no place."""
        parts: list[str] = []
        for name in ("file", "sheet", "row", "column", "cell", "line"):
            value = getattr(self, name)
            if value not in ("", None):
                parts.append(say(f"terms-where-{name}", lang, value=str(value)))
        return say("terms-where-joint", lang).join(parts)

    def as_json(self, lang: str) -> dict[str, object]:
        """The finding for programs; words in `lang`, places as values."""
        return {
            "key": self.key,
            "severity": self.severity,
            "says": self.says(lang),
            "remedy": self.remedy(lang),
            "where": self.where(lang),
            "file": self.file,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "cell": self.cell,
            "line": self.line,
        }


class Refused(Exception):
    """A rule said no. Every named refusal is a subclass; `key` names the words, `words` fills them."""

    def __init__(self, key: str, /, **args: Word) -> None:
        super().__init__(key)
        self.key = key
        self.words: Mapping[str, Word] = args

    def __str__(self) -> str:
        filled = ", ".join(f"{name}={value!r}" for name, value in self.words.items())
        return f"{self.key}({filled})"

    def says(self, lang: str) -> str:
        """Why it was refused, as one sentence."""
        return say(self.key, lang, **self.words)

    def remedy(self, lang: str) -> str:
        """What the reader can do about it, as one sentence."""
        return say(f"{self.key}-remedy", lang, **self.words)

    def finding(
        self,
        *,
        severity: Severity = "error",
        file: str = "",
        sheet: str = "",
        row: int | None = None,
        column: str = "",
        cell: str = "",
        line: int | None = None,
    ) -> Finding:
        """The same refusal as a finding at a place, for checks that carry on to the next row."""
        return Finding(self.key, dict(self.words), severity, file, sheet, row, column, cell, line)


class Unreadable(Refused):
    """What was typed has no single exact meaning; the words say why."""
