"""In which line each key of a TOML text stands, so that a finding can point at it.

The standard parser says lines for its own errors only. This scanner is for a text that it has accepted: it follows
tables, dotted and quoted keys, strings of all four kinds, arrays and inline tables, and nothing else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\r\n]+")
_STRINGS = (
    re.compile(r'"""(?:\\.|[^\\])*?"{3,5}', re.DOTALL),
    re.compile(r"'''.*?'{3,5}", re.DOTALL),
    re.compile(r'"(?:\\.|[^"\\\n])*"'),
    re.compile(r"'[^'\n]*'"),
)


class LineMap:
    """Lines by key path, 1-based. A list's items are in the path by number."""

    def __init__(self, lines: Mapping[Path, int]) -> None:
        self._lines = dict(lines)

    def __getitem__(self, path: Path) -> int:
        """The line of the key, or of the nearest table around it that is written down; 1 for an empty path."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def __contains__(self, path: Path) -> bool:
        return path in self._lines

    def __iter__(self) -> Iterator[Path]:
        return iter(self._lines)


def line_map(text: str) -> LineMap:
    """The lines of every key of `text`, which the standard parser must have accepted."""
    return LineMap(_Scanner(text).run())


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._seen = (0, 1)

    def run(self) -> dict[Path, int]:
        table: Path = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)
        return self.lines

    def _header(self) -> Path:
        line = self._line()
        array = self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        keys = self._key()
        self.at += 2 if array else 1
        path = self._within(keys[:-1]) + keys[-1:]
        if array:
            count = self._counts.get(path, 0)
            self._counts[path] = count + 1
            self.lines.setdefault(path, line)
            path = (*path, count)
        self._note(path, line)
        return path

    def _within(self, keys: Path) -> Path:
        """A header below an array of tables speaks of the array's last table."""
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table + self._key()
        self._note(path, line)
        self.at += 1  # the sign of equality
        self._skip(_SPACE)
        self._value(path)

    def _key(self) -> Path:
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            if (bare := _BARE.match(self.text, self.at)) is not None:
                self.at = bare.end()
                parts.append(bare[0])
            else:
                start = self.at
                self._string()
                parts.append(tomllib.loads(f"k = {self.text[start : self.at]}")["k"])
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def _value(self, path: Path) -> None:
        sign = self.text[self.at]
        if sign in "\"'":
            self._string()
        elif sign == "[":
            self._items(path, "]")
        elif sign == "{":
            self._items(path, "}")
        else:
            self._skip(_SCALAR)

    def _items(self, path: Path, close: str) -> None:
        self.at += 1
        count = 0
        while True:
            self._skip(_BLANK)
            if self.text[self.at] == close:
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
            elif close == "]":
                self._note((*path, count), self._line())
                self._value((*path, count))
                count += 1
            else:
                self._pair(path)

    def _string(self) -> None:
        for pattern in _STRINGS:
            if (found := pattern.match(self.text, self.at)) is not None:
                self.at = found.end()
                return
        raise ValueError(f"no string at {self.at}: the text was not accepted by the parser")

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if (found := pattern.match(self.text, self.at)) is not None:
            self.at = found.end()

    def _note(self, path: Path, line: int) -> None:
        for cut in range(1, len(path)):
            self.lines.setdefault(path[:cut], line)
        self.lines[path] = line

    def _line(self) -> int:
        # Counted on from the last place asked for: counting from the start would be quadratic.
        offset, line = self._seen
        line += self.text.count("\n", offset, self.at)
        self._seen = (self.at, line)
        return line
