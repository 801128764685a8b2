"""The store of evidence: files under CONCENTRIC_HOME, each named by the SHA-256 of its content.

The ledger holds the digest, the store the bytes. So a file can't be changed without being found out, the same file is
kept once, and one that must go by law can be taken away without touching the ledger.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from concentric.core.media import Kind, kind_of
from concentric.core.terms.findings import Refused

_is_digest = re.compile("[0-9a-f]{64}").fullmatch


class EvidenceGone(Refused):
    """The ledger knows of a file that isn't in the store."""


class EvidenceChanged(Refused):
    """A file in the store is no longer what the ledger says."""


class Held(NamedTuple):
    """A file that the store holds."""

    sha256: str
    kind: Kind
    size: int


def put(content: bytes) -> Held:
    """Keep a file, once it is on the disk for good. Refuses what isn't safe to keep (see `core.media`)."""
    held = known(content)
    path = place(held.sha256)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path, content)
    return held


def known(content: bytes) -> Held:
    """What the store would say of a file, without keeping it."""
    return Held(sha256(content).hexdigest(), kind_of(content), len(content))


def take(digest: str) -> bytes:
    """A file by its digest. EvidenceGone when it isn't there, EvidenceChanged when it is another."""
    try:
        content = place(digest).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise EvidenceGone("evidence-gone", digest=digest) from None
    if sha256(content).hexdigest() != digest:
        raise EvidenceChanged("evidence-changed", digest=digest)
    return content


def place(digest: str) -> Path:
    """Where a file lies. ValueError for what is no digest, which could lead out of the store."""
    if not _is_digest(digest):
        raise ValueError(f"{digest!r} is no digest")
    folder: Path = settings.HOME / "evidence" / digest[:2]
    return folder / digest


def _write(path: Path, content: bytes) -> None:
    # Under another name first: a power cut must not leave half a file under a name that promises all of it.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
