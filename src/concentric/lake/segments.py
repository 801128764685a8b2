"""The mirror: `refresh` brings it up to the ledger's size, and mends whatever is missing, damaged or foreign.

New records become one new segment of each kind; segments are merged as they grow (four of one tier make one of the
next), so that a record is written again only a few times however long the ledger gets.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from filelock import FileLock

from concentric.lake import manifest as manifests
from concentric.lake.manifest import Manifest, Segment
from concentric.lake.shape import Shape, fingerprint, shapes
from concentric.lake.source import batches, schema
from concentric.ledger.models import Commit

if TYPE_CHECKING:
    import pyarrow as pa

FANOUT = 4  # segments of one tier that are merged into one of the next
SMALL = 2_000  # rows under which a segment is merged with its neighbour at once
GRACE = 600  # seconds for which a file that is no longer listed stays, because somebody may be reading it


def lake_folder() -> Path:
    """Where the lake of this home lies."""
    return Path(settings.HOME) / "lake"


def refresh(folder: Path | None = None) -> Manifest:
    """Bring the lake up to date and return what it is made of. Safe in several processes: one works, the others wait.

    Costs as much as the new records, and nothing but two small reads when there are none.
    """
    folder = folder or lake_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / ".lock", thread_local=True):
        held = manifests.load(folder)
        if held is None or held.shape != fingerprint() or not _is_of_this_ledger(held):
            held = Manifest(fingerprint())
        mended = _mended(folder, held)
        grown = _grown(folder, mended)
        if grown != manifests.load(folder):
            manifests.store(folder, grown)
            _sweep(folder, grown)
        return grown


def rebuild(folder: Path | None = None) -> Manifest:
    """Forget the lake and mirror the whole ledger again."""
    folder = folder or lake_folder()
    (folder / manifests.NAME).unlink(missing_ok=True)
    return refresh(folder)


def _is_of_this_ledger(held: Manifest) -> bool:
    if held.size == 0:
        return True
    commit = Commit.objects.filter(size=held.size).first()
    return commit is not None and bytes(commit.root).hex() == held.root


def _mended(folder: Path, held: Manifest) -> Manifest:
    """The same segments, those that are missing or damaged written again from the ledger."""
    known = shapes()
    segments = tuple(
        segment
        if manifests.is_sound(folder, segment)
        else _write(folder, known[segment.kind], segment.first, segment.end, _rows(known[segment.kind], segment))
        for segment in held.segments
    )
    return replace(held, segments=segments)


def _rows(shape: Shape, segment: Segment) -> Iterator[pa.Table]:
    return batches(shape, segment.first, segment.end)


def _grown(folder: Path, held: Manifest) -> Manifest:
    last = Commit.objects.order_by("-size").first()
    if last is None or last.size == held.size:
        return held
    segments: list[Segment] = []
    for shape in shapes().values():
        mine = list(held.of(shape.name))
        fresh = _write(folder, shape, held.size, last.size, batches(shape, held.size, last.size))
        if fresh.rows:
            mine = _compacted(folder, shape, [*mine, fresh])
        segments += mine
    return Manifest(held.shape, last.size, bytes(last.root).hex(), tuple(segments))


def _tier(segment: Segment) -> int:
    tier, rows = 0, segment.rows
    while rows >= SMALL:
        tier, rows = tier + 1, rows // FANOUT
    return tier


def _compacted(folder: Path, shape: Shape, segments: list[Segment]) -> list[Segment]:
    """Merge from the end: small ones with their neighbour, else four in a row of one tier."""
    while len(segments) > 1:
        if _tier(segments[-2]) == 0:
            count = 2
        elif len(segments) >= FANOUT and len({_tier(segment) for segment in segments[-FANOUT:]}) == 1:
            count = FANOUT
        else:
            break
        parts = segments[-count:]
        merged = _write(folder, shape, parts[0].first, parts[-1].end, _read(folder, parts))
        segments = [*segments[:-count], merged]
    return segments


def _read(folder: Path, segments: Iterable[Segment]) -> Iterator[pa.Table]:
    import pyarrow as pa  # heavy, and most processes never read the lake
    import pyarrow.parquet as pq

    for segment in segments:
        with pq.ParquetFile(folder / segment.file) as file:
            for batch in file.iter_batches(batch_size=65_536):
                yield pa.Table.from_batches([batch])


def _write(folder: Path, shape: Shape, first: int, end: int, tables: Iterable[pa.Table]) -> Segment:
    """One segment from `tables`, under its final name only once it is complete and synced. No file without rows."""
    import pyarrow.parquet as pq  # see _read

    temporary = folder / f"{shape.name}-{uuid4().hex}.tmp"
    rows = 0
    writer = None
    try:
        for table in tables:
            if writer is None:
                writer = pq.ParquetWriter(temporary, schema(shape), compression="zstd")
            writer.write_table(table, row_group_size=1 << 17)
            rows += table.num_rows
    finally:
        if writer is not None:
            writer.close()
    if rows == 0:
        return Segment(shape.name, first, end, 0, "", 0, "")
    with temporary.open("rb") as file:
        os.fsync(file.fileno())
    sha256 = manifests.digest(temporary)
    path = folder / f"{shape.name}-{first:012d}-{end:012d}-{sha256[:16]}.parquet"
    temporary.replace(path)
    manifests.sync(folder)
    return Segment(shape.name, first, end, rows, path.name, path.stat().st_size, sha256)


def _sweep(folder: Path, listed: Manifest) -> None:
    """Delete what no manifest lists any more, once nobody can still be reading it."""
    keep = {segment.file for segment in listed.segments}
    before = time.time() - GRACE
    for path in (*folder.glob("*.parquet"), *folder.glob("*.tmp")):
        if path.name not in keep and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
