"""Which segments make up the lake: one JSON file, replaced as a whole, that names the ledger it mirrors."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path

FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True)
class Segment:
    """Records of one kind with first <= idx < end, in one Parquet file of `size` bytes with the digest `sha256`."""

    kind: str
    first: int
    end: int
    rows: int
    file: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """The lake when the log had `size` entries and the tree the root `root` (hex). `shape` is that of its tables."""

    shape: str
    size: int = 0
    root: str = ""
    segments: tuple[Segment, ...] = ()

    def of(self, kind: str) -> tuple[Segment, ...]:
        """The segments of a kind in the order of the log."""
        return tuple(segment for segment in self.segments if segment.kind == kind)


def load(folder: Path) -> Manifest | None:
    """The manifest in `folder`; None when there is none, or it can't be read, or another version wrote it."""
    try:
        held = json.loads((folder / NAME).read_text(encoding="utf-8"))
        if held.pop("format") != FORMAT:
            return None
        segments = tuple(Segment(**segment) for segment in held.pop("segments"))
        return Manifest(**held, segments=segments)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def store(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest at once: who reads it sees the old one or the new one."""
    text = json.dumps({"format": FORMAT, **asdict(manifest)}, indent=1)
    temporary = folder / f"{NAME}.{os.getpid()}.tmp"
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / NAME)
    sync(folder)


def sync(folder: Path) -> None:
    """Make renames in `folder` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


_SOUND: dict[tuple[str, int, int, int], str] = {}


def is_sound(folder: Path, segment: Segment) -> bool:
    """Whether a segment's file is there and bears its digest. A process reads an unchanged file once."""
    path = folder / segment.file
    try:
        held = path.stat()
        if held.st_size != segment.size:
            return False
        known = (str(path), held.st_ino, held.st_mtime_ns, held.st_size)
        if known not in _SOUND:
            _SOUND[known] = digest(path)
        return _SOUND[known] == segment.sha256
    except OSError:
        return False
