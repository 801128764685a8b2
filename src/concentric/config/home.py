"""The folder that holds everything the embedded default writes."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def home_folder() -> Path:
    """CONCENTRIC_HOME, or `~/.local/share/concentric`. Made when it is missing, readable by its owner only."""
    given = os.environ.get("CONCENTRIC_HOME")
    folder = Path(given).expanduser() if given else Path.home() / ".local" / "share" / "concentric"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder.resolve()


def secret_key(folder: Path) -> str:
    """The key for signed cookies: made once and kept in `folder`, readable by its owner only."""
    path = folder / "secret-key"
    try:
        # O_EXCL: of two processes that start together only one writes, the other reads.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(48)
        file.write(key)
    return key
