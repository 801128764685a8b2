"""What every check of a book needs: findings with lines, and readers of one value each that go on after an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from concentric.core.terms.findings import Finding, Severity
from concentric.core.terms.words import LANGS, Word
from concentric.register.book.lines import LineMap, Path

CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
CODE_LENGTH = 64
REQUIRED_LANGS = ("zh-Hans", "en")


def shown(path: Path) -> str:
    """A key path as a person would write it: indicator.jobs-found.name."""
    return ".".join(str(part) for part in path)


def listed(words: Iterable[str]) -> str:
    """Some words on one line, in code order as given."""
    return ", ".join(words)


class Checking:
    """Gathers what is wrong with one book. A reader returns a harmless value when it had to complain."""

    def __init__(self, lines: LineMap) -> None:
        self.lines = lines
        self.findings: list[Finding] = []

    def add(self, key: str, path: Path, /, **args: Word) -> None:
        """Note an error at the line of `path`."""
        self._note(key, path, "error", args)

    def warn(self, key: str, path: Path, /, **args: Word) -> None:
        """Note what the book may keep, but should not."""
        self._note(key, path, "warning", args)

    def near(self, key: str, path: Path, value: str, known: Iterable[str], /, **args: Word) -> None:
        """Note that `value` is none of `known`, with the nearest of them where one is near."""
        choices = list(known)
        close = get_close_matches(value, choices, n=1, cutoff=0.6)
        if close:
            self.add(f"{key}-near", path, value=value, near=close[0], **args)
        else:
            self.add(key, path, value=value, known=listed(choices) or "—", **args)

    def _note(self, key: str, path: Path, severity: Severity, args: Mapping[str, Word]) -> None:
        self.findings.append(Finding(key, {"at": shown(path), **args}, severity, line=self.lines[path]))

    def table(self, value: Any, path: Path) -> Mapping[str, Any]:
        """`value` as a table; empty after a complaint."""
        if isinstance(value, dict):
            return value
        self.add("book-not-a-table", path)
        return {}

    def keys(self, table: Mapping[str, Any], path: Path, known: Iterable[str]) -> None:
        """Complain about each key that is not `known`."""
        choices = list(known)
        for key in table:
            if key not in choices:
                self.near("book-unknown-key", (*path, key), key, choices)

    def code(self, value: str, path: Path) -> None:
        """Complain about a code that addresses and file names could not carry."""
        if not CODE.fullmatch(value) or len(value) > CODE_LENGTH:
            self.add("book-code", path, value=value)

    def text(self, table: Mapping[str, Any], key: str, path: Path, *, required: bool = True) -> str:
        """A text that is not blank."""
        if key not in table:
            if required:
                self.add("book-missing", path, key=key)
            return ""
        value = table[key]
        if not isinstance(value, str):
            self.add("book-not-text", (*path, key))
            return ""
        if not value.strip():
            self.add("book-empty", (*path, key))
        return value

    def whole(self, table: Mapping[str, Any], key: str, path: Path, *, least: int, most: int, default: int) -> int:
        """A whole number from `least` to `most`; `default` where it may be left out (less than `least`: it may not)."""
        if key not in table:
            if default < least:
                self.add("book-missing", path, key=key)
            return default
        value = table[key]
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.add("book-not-whole", (*path, key), least=least, most=most)
            return default
        return value

    def among(self, table: Mapping[str, Any], key: str, path: Path, known: Iterable[str]) -> str:
        """A text that is one of `known`; empty where it is left out, or none of them."""
        choices = tuple(known)
        value = self.text(table, key, path, required=False).strip()
        if value and value not in choices:
            self.near("book-not-among", (*path, key), value, choices)
            return ""
        return value

    def aliases(self, table: Mapping[str, Any], path: Path) -> dict[str, tuple[str, ...]]:
        """What else people call a thing, by language."""
        if "aliases" not in table:
            return {}
        here = (*path, "aliases")
        lists = self.table(table["aliases"], here)
        self.keys(lists, here, LANGS)
        found: dict[str, tuple[str, ...]] = {}
        for lang, words in lists.items():
            if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
                self.add("book-not-a-list", (*here, lang))
            elif lang in LANGS:
                found[lang] = tuple(words)
        return found

    def names(self, table: Mapping[str, Any], key: str, path: Path, *, required: bool = True) -> dict[str, str]:
        """A text in Simplified Chinese and in English; Traditional may be added where the conversion would be wrong."""
        if key not in table:
            if required:
                self.add("book-missing-names", path, key=key)
            return {}
        here = (*path, key)
        if not isinstance(table[key], dict):
            self.add("book-not-names", here)
            return {}
        names = table[key]
        self.keys(names, here, LANGS)
        for lang in REQUIRED_LANGS:
            if lang not in names:
                self.add("book-missing-language", here, lang=lang)
        return {lang: self.text(names, lang, here) for lang in LANGS if lang in names}
