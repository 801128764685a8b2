"""Statements that are compiled once for all processes.

What a view is in SQL depends on the program alone, and compiling all of them takes seconds. So each text is kept in a
file beside the lake, in a folder named after the program's own source: another program never reads it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings

import concentric

if TYPE_CHECKING:
    import ibis.expr.types as ir

FOLDER = "statements"
MOST = 600  # files kept: those of all views, and of the questions asked last


def statement(name: str, make: Callable[[], ir.Expr], compile_: Callable[[ir.Expr], str]) -> str:
    """The statement `name`, from its file where there is one. The name says everything that it depends on."""
    return kept(f"{name}.sql", lambda: compile_(make()))


def kept(name: str, make: Callable[[], str]) -> str:
    """What takes long to work out and depends on the program and on `name` alone: from its file where there is one."""
    path = _folder() / name
    key = str(path)
    if key not in _held:
        text = _read(path)
        if text is None:
            text = make()
            _write(path, text)
        _held[key] = text
    return _held[key]


def named(prefix: str, *parts: object) -> str:
    """A name for a statement that depends on these, whatever they are; their `repr` tells them apart."""
    return f"{prefix}-{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"


_held: dict[str, str] = {}


def _read(path: Path) -> str | None:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return None
    head, _, body = text.partition("\n")
    # A file that was cut off, or changed, isn't what was compiled.
    return body if head == _seal(body) else None


def _write(path: Path, text: str) -> None:
    """Keep it for the next process. A folder that can't be written costs that process its time, and nothing else."""
    temporary = path.with_name(f"{uuid4().hex}.tmp")
    try:
        if not path.parent.is_dir():
            _begin(path.parent)
        temporary.write_text(f"{_seal(text)}\n{text}", encoding="utf-8")
        temporary.replace(path)
        _sweep(path.parent)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _begin(folder: Path) -> None:
    """A new folder; those of other programs go, they are made again when wanted."""
    for old in folder.parent.glob("*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)


def _sweep(folder: Path) -> None:
    kept = list(os.scandir(folder))
    if len(kept) > MOST:
        for entry in sorted(kept, key=lambda entry: entry.stat().st_mtime)[: len(kept) // 2]:
            Path(entry.path).unlink(missing_ok=True)


def _seal(text: str) -> str:
    return "-- " + hashlib.sha256(text.encode()).hexdigest()


def _folder() -> Path:
    return Path(settings.HOME) / "lake" / FOLDER / _program()


@cache
def _program() -> str:
    """What this program is: its source, and the versions of what compiles for it."""
    found = hashlib.sha256()
    for name in ("ibis-framework", "sqlglot", "duckdb"):
        found.update(f"{name} {version(name)}\n".encode())
    for path in sorted(Path(concentric.__file__).parent.rglob("*.py")):
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:32]
