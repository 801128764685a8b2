"""Whether the Parquet mirror says what the ledger says: figures are counted from it, so `verify` asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from concentric.core.terms.findings import Finding
from concentric.lake import manifest as manifests
from concentric.lake.manifest import Segment
from concentric.lake.segments import lake_folder
from concentric.lake.shape import Shape, fingerprint, shapes
from concentric.lake.source import batches, schema
from concentric.ledger.models import Commit

if TYPE_CHECKING:
    import pyarrow as pa


def differing() -> list[Finding]:
    """A finding for each kind of which the mirror holds other rows than the ledger. Nothing is mended.

    A file that doesn't bear the digest it is listed with is written anew before it is read, and so is a mirror of
    another ledger; here is asked for those that would be believed. Reads both once, two batches at a time.
    """
    folder = lake_folder()
    held = manifests.load(folder)
    if held is None or held.shape != fingerprint():
        return []
    root = Commit.objects.filter(size=held.size).values_list("root", flat=True).first()
    if root is None or bytes(root).hex() != held.root:
        return []
    return [
        Finding("verify-mirror-differs", {"kind": shape.name})
        for shape in shapes().values()
        if not _holds(folder, shape, held.of(shape.name), held.size)
    ]


def _holds(folder: Path, shape: Shape, segments: tuple[Segment, ...], end: int) -> bool:
    if not all(manifests.is_sound(folder, segment) for segment in segments):
        return True
    return _same(_mirrored(folder, shape, segments), batches(shape, 0, end))


def _mirrored(folder: Path, shape: Shape, segments: tuple[Segment, ...]) -> Iterator[pa.Table]:
    import pyarrow as pa  # heavy, and most processes never read the lake
    import pyarrow.parquet as pq

    for segment in segments:
        with pq.ParquetFile(folder / segment.file) as file:
            for batch in file.iter_batches():
                yield pa.Table.from_batches([batch]).cast(schema(shape))


def _same(left: Iterator[pa.Table], right: Iterator[pa.Table]) -> bool:
    """Whether two rows of tables hold the same rows, however they are cut."""
    import pyarrow as pa  # see _mirrored

    one = other = None
    try:
        while True:
            one = one if one is not None and one.num_rows else next(left, None)
            other = other if other is not None and other.num_rows else next(right, None)
            if one is None or other is None:
                return one is other
            count = min(one.num_rows, other.num_rows)
            if not one.slice(0, count).equals(other.slice(0, count)):
                return False
            one, other = one.slice(count), other.slice(count)
    except (pa.ArrowException, OSError, ValueError, KeyError):
        return False
