"""The ledger's tables as they were in force at a position, in a DuckDB of their own that can reach nothing else."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from concentric.lake.manifest import Manifest
from concentric.lake.relations import RAW, tables
from concentric.lake.segments import lake_folder, refresh
from concentric.lake.shape import Shape, shapes
from concentric.lake.statements import named, statement
from concentric.ledger.models import Commit
from concentric.ledger.positions import size

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir
    import pyarrow as pa

_SQL = {
    "id": "VARCHAR",
    "text": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DECIMAL(22, 4)",
    "date": "DATE",
    "time": "TIMESTAMP",
    "truth": "BOOLEAN",
}
KEPT = 3  # snapshots that a process keeps; each holds its tables in memory


class Engine(Protocol):
    """What computes: a snapshot in DuckDB, or another engine that Ibis speaks to."""

    position: int
    lock: threading.RLock
    """Held by whoever makes tables of which one is made of another."""

    def rows(self, expression: ir.Expr) -> list[tuple[Any, ...]]:
        """What an expression over the snapshot's tables gives: dates as dates, decimals as decimals."""
        ...

    def asked(self, name: str, make: Callable[[], ir.Expr]) -> list[tuple[Any, ...]]:
        """What the made expression gives. `name` says everything that it depends on, so it is compiled only once."""
        ...

    def materialise(self, name: str, make: Callable[[], ir.Table], columns: Sequence[str] | None = None) -> None:
        """Keep what the made expression gives as the table `name`; nothing to do when it is there already.

        Where the expression has only some `columns` of it, a later one with others takes its place.
        """
        ...

    def columns(self, name: str) -> frozenset[str] | None:
        """The columns of a table that is kept; none when it isn't there, None where it is whole."""
        ...


class Held:
    """Which tables an engine keeps, and with which columns (None: all)."""

    def __init__(self) -> None:
        self._columns: dict[str, frozenset[str] | None] = {}

    def has(self, name: str, columns: Sequence[str] | None) -> bool:
        """Whether the table is there with these columns."""
        if name not in self._columns:
            return False
        held = self._columns[name]
        return held is None or (columns is not None and held.issuperset(columns))

    def columns(self, name: str) -> frozenset[str] | None:
        """The columns it is there with: none when it isn't, None for all."""
        return self._columns.get(name, frozenset())

    def add(self, name: str, columns: Sequence[str] | None) -> None:
        """The table is there with these columns."""
        self._columns[name] = None if columns is None else frozenset(columns)


class Snapshot:
    """Tables in force at `position`. Threads may share it; each query runs on a cursor of its own."""

    def __init__(self, position: int, connection: duckdb.DuckDBPyConnection) -> None:
        self.position = position
        self.connection = connection
        self.lock = threading.RLock()
        self._tables = Held()

    def rows(self, expression: ir.Expr) -> list[tuple[Any, ...]]:
        """What an expression over the tables gives, row by row."""
        return self.run(compiled(expression))

    def asked(self, name: str, make: Callable[[], ir.Expr]) -> list[tuple[Any, ...]]:
        """What a named expression gives, row by row."""
        return self.run(statement(name, make, compiled))

    def run(self, text: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a statement gives. For statements of this program only: text from outside never reaches it."""
        found: list[tuple[Any, ...]] = self.connection.cursor().execute(text, parameters).fetchall()
        return found

    def materialise(self, name: str, make: Callable[[], ir.Table], columns: Sequence[str] | None = None) -> None:
        """Keep what the made expression gives as the table `name`. Who reads it meanwhile still reads the old one."""
        with self.lock:
            if not self._tables.has(name, columns):
                text = statement(name if columns is None else named(name, columns), make, compiled)
                self.connection.cursor().execute(f'CREATE OR REPLACE TABLE "{name}" AS {text}')
                self._tables.add(name, columns)

    def columns(self, name: str) -> frozenset[str] | None:
        """The columns of a table that is kept."""
        return self._tables.columns(name)


def compiled(expression: ir.Expr) -> str:
    """An expression as DuckDB reads it."""
    return _compiled(expression.op())


@lru_cache(maxsize=512)
def _compiled(node: Any) -> str:
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    return str(ibis.to_sql(node.to_expr(), dialect="duckdb", pretty=False))


_kept: OrderedDict[tuple[str, bytes, int], Snapshot] = OrderedDict()
_making = threading.RLock()


def snapshot(position: int | None = None, *, folder: Path | None = None) -> Snapshot:
    """The tables in force at a position of the log (None: now), kept for the next who asks.

    The first call for a position reads the lake; later ones cost one small query. A ledger that has grown makes "now"
    another position. ValueError for a position the log hasn't reached.
    """
    folder = folder or lake_folder()
    now = size()
    wanted = now if position is None else position
    if not 0 <= wanted <= now:
        raise ValueError(f"the log has {now} entries, there is no position {wanted}")
    # The first commit that reaches it: positions of another ledger in the same folder never share its root.
    commit = Commit.objects.filter(size__gte=wanted).order_by("size").first()
    key = (str(folder), bytes(commit.root) if commit else b"", wanted)
    with _making:
        if key not in _kept:
            _kept[key] = open_snapshot(folder, refresh(folder), wanted)
        _kept.move_to_end(key)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
        return _kept[key]


def open_snapshot(folder: Path, manifest: Manifest, position: int) -> Snapshot:
    """A new snapshot of the lake that `manifest` lists."""
    connection = _connect([str(folder.resolve()) + os.sep])
    for shape in shapes().values():
        files = [str((folder / segment.file).resolve()) for segment in manifest.of(shape.name)]
        if files:
            listed = ", ".join(map(_literal, files))
            _know(connection, shape, f"read_parquet([{listed}])", position)
        else:
            _know(connection, shape, _nothing(shape), position)
    return _filled(connection, position)


def snapshot_of(mirrored: Mapping[str, pa.Table], position: int) -> Snapshot:
    """A snapshot of mirrored tables that are held in memory, by their names in the lake. Missing ones are empty."""
    connection = _connect([])
    for name, shape in shapes().items():
        held = f'"held_{name}"'
        if name in mirrored:
            connection.register("given", mirrored[name])
            connection.execute(f"CREATE TABLE {held} AS SELECT * FROM given")
            connection.unregister("given")
        _know(connection, shape, held if name in mirrored else _nothing(shape), position)
    return _filled(connection, position)


def _connect(folders: list[str]) -> duckdb.DuckDBPyConnection:
    import duckdb  # a native library that most commands never need

    connection = duckdb.connect(":memory:")
    connection.execute(f"SET threads = {os.cpu_count() or 1}")
    connection.execute(f"SET memory_limit = '{_memory() // 2**20}MB'")
    # No statement here relies on the order of rows; without it tables are written by all threads.
    connection.execute("SET preserve_insertion_order = false")
    # Written out: for a parameter the library loads pandas, half of the time that a short command takes.
    connection.execute(f"SET allowed_directories = [{', '.join(map(_literal, folders))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _know(connection: duckdb.DuckDBPyConnection, shape: Shape, source: str, position: int) -> None:
    """What was known at the position. Cut here, so that every position runs the same statements."""
    connection.execute(f'CREATE VIEW "{RAW}{shape.name}" AS SELECT * FROM {source} WHERE idx < {int(position)}')


def _nothing(shape: Shape) -> str:
    """A table without rows: for most commands it would be all that pyarrow is loaded for."""
    columns = ", ".join(f'CAST(NULL AS {_SQL[column.type]}) AS "{column.name}"' for column in shape.columns)
    return f"(SELECT {columns} WHERE false)"


def _filled(connection: duckdb.DuckDBPyConnection, position: int) -> Snapshot:
    found = Snapshot(position, connection)
    for name, make in tables():
        found.materialise(name, make)
    return found


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _memory() -> int:
    """Half of the machine's memory."""
    return int(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2)
