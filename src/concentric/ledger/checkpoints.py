"""Signed checkpoints: what leaves the house so that outsiders can tell when the log was rewritten."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from concentric.core import notes
from concentric.core.terms.findings import Refused
from concentric.ledger.positions import origin
from concentric.ledger.verify import Progress, Report, verify


class TreeDoesNotHold(Refused):
    """The ledger doesn't verify, or doesn't begin with the last checkpoint: it must not be signed."""

    def __init__(self, report: Report) -> None:
        super().__init__("checkpoint-tree-does-not-hold", count=len(report.findings))
        self.report = report


class KeyBroken(Refused):
    """There is a signing key, but it can't be read. It is never replaced by another: nobody would know that one."""


def key_at(path: Path, origin: str) -> notes.SigningKey:
    """The signing key kept in `path` (outside the database), made on first use and readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Written whole, then linked under its name: neither a crash nor a second process leaves half a key.
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=".key-") as file:  # mode 0600
            file.write(notes.generate_key(origin).to_text())
            file.flush()
            os.fsync(file.fileno())
            with suppress(FileExistsError):
                os.link(file.name, path)
    try:
        key = notes.SigningKey.from_text(path.read_text(encoding="utf-8", errors="replace"))
    except notes.KeyUnreadable as unreadable:
        raise KeyBroken("checkpoint-key-broken", path=str(path)) from unreadable
    public = path.with_suffix(".public")
    if not public.exists():
        public.write_text(key.verifier + "\n", encoding="utf-8")
    return key


def sign(key: notes.SigningKey, *, last: Path | None = None, progress: Progress | None = None) -> str:
    """A signed checkpoint of the ledger as it is now.

    First everything is rebuilt from the entries, and held against the checkpoint kept in `last` (outside the database)
    if that file is there: a tree that was rewritten since is never signed (TreeDoesNotHold).
    """
    before = None
    if last is not None and last.exists():
        before = notes.read_checkpoint(last.read_text(encoding="utf-8"), key.verifier)
    report = verify(against=before, progress=progress)
    if report.findings:
        raise TreeDoesNotHold(report)
    return notes.sign_checkpoint(origin(), report.size, report.root, key)


def last_at(home: Path) -> Path:
    """Where the last checkpoint that was signed in a home is kept."""
    return home / "checkpoints" / "last.checkpoint"


def public_at(home: Path) -> Path:
    """Where the public half of a home's signing key is kept."""
    return home / "keys" / "checkpoint.public"


def kept(home: Path, verifier: str = "") -> notes.Checkpoint | None:
    """The last checkpoint signed in this home, by its own key or `verifier`; None where none was.

    Refused in words when it can't be relied on.
    """
    last, public = last_at(home), public_at(home)
    if not last.exists():
        return None
    if not verifier and public.exists():
        verifier = public.read_text(encoding="utf-8", errors="replace").strip()
    return read(last, verifier)


def read(path: Path, verifier: str) -> notes.Checkpoint:
    """The checkpoint in a file, its signature checked. Refused in words when it is none, or another key signed it."""
    return notes.read_checkpoint(path.read_text(encoding="utf-8", errors="replace"), verifier)
