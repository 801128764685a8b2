"""Signed checkpoints: what leaves the house so that outsiders can tell when the log was rewritten."""

from __future__ import annotations

import os
from pathlib import Path

from concentric.core import notes
from concentric.core.terms.findings import Refused
from concentric.ledger.positions import charter
from concentric.ledger.verify import Progress, Report, verify


class TreeDoesNotHold(Refused):
    """The ledger doesn't verify, or doesn't begin with the last checkpoint: it must not be signed."""

    def __init__(self, report: Report) -> None:
        super().__init__("checkpoint-tree-does-not-hold", count=len(report.findings))
        self.report = report


def key_at(path: Path, origin: str) -> notes.SigningKey:
    """The signing key kept in `path` (outside the database), made on first use and readable by its owner only."""
    try:
        return notes.SigningKey.from_text(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        pass
    key = notes.generate_key(origin)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(key.to_text())
    path.with_suffix(".public").write_text(key.verifier + "\n", encoding="utf-8")
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
    return notes.sign_checkpoint(charter().origin, report.size, report.root, key)


def read(path: Path, verifier: str) -> notes.Checkpoint:
    """The checkpoint in a file, its signature checked. Refused in words when it is none, or another key signed it."""
    return notes.read_checkpoint(path.read_text(encoding="utf-8", errors="replace"), verifier)
