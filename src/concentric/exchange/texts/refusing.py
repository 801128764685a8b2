"""Why a file can't be checked, in one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from concentric.core.terms.findings import Refused


class TextRefused(Refused):
    """The file can't be checked; the words say why."""


def refuse(key: str, path: Path, **words: str | int) -> NoReturn:
    """TextRefused with the file's name."""
    raise TextRefused(key, name=path.name, **words)
