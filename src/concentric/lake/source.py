"""Rows of the ledger as Arrow batches, exact to the last decimal.

PostgreSQL is read through ADBC. SQLite is read through the connection that Django holds: a second copy of the SQLite
library in this process (which the ADBC driver brings) would drop the locks of the first whenever it closes the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db import connection

from concentric.lake.shape import Column, Shape, Type

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 20_000  # rows held as Python objects at once


def schema(shape: Shape) -> pa.Schema:
    """The Arrow schema of a kind's table."""
    import pyarrow as pa  # heavy, and most processes never read the lake

    return pa.schema([pa.field(column.name, _arrow(column.type)) for column in shape.columns])


def _arrow(type_: Type) -> pa.DataType:
    import pyarrow as pa  # see schema

    return {
        "id": pa.string(),
        "text": pa.string(),
        "integer": pa.int64(),
        "decimal": pa.decimal128(22, 4),
        "date": pa.date32(),
        "time": pa.timestamp("us"),
        "truth": pa.bool_(),
    }[type_]


def batches(shape: Shape, first: int, end: int) -> Iterator[pa.Table]:
    """The rows with first <= idx < end in the order of the log, `BATCH` at a time."""
    read = _sqlite if connection.vendor == "sqlite" else _postgresql
    wanted = schema(shape)
    for table in read(shape, first, end):
        if table.num_rows:
            yield _typed(table, wanted)


def _sqlite(shape: Shape, first: int, end: int) -> Iterator[pa.Table]:
    import pyarrow as pa  # see schema

    raw = {"id": pa.string(), "text": pa.string(), "date": pa.string(), "time": pa.string()}
    types = [raw.get(column.type, pa.int64()) for column in shape.columns]
    connection.ensure_connection()
    # The driver's own cursor: Django's would turn every date into a Python object, only for Arrow to turn it back.
    cursor = connection.connection.execute(_select(shape, _sqlite_value, first, end))
    while rows := cursor.fetchmany(BATCH):
        values = zip(*rows, strict=True)
        arrays = [pa.array(column, type_) for column, type_ in zip(values, types, strict=True)]
        yield pa.Table.from_arrays(arrays, names=[column.name for column in shape.columns])


def _postgresql(shape: Shape, first: int, end: int) -> Iterator[pa.Table]:
    import adbc_driver_postgresql.dbapi as adbc  # heavy, and of use with one database only
    import pyarrow as pa  # see schema

    with adbc.connect(_uri()) as link, link.cursor() as cursor:
        cursor.execute(_select(shape, _postgresql_value, first, end))
        reader = cursor.fetch_record_batch()
        for batch in reader:
            yield pa.Table.from_batches([batch])


def _uri() -> str:
    """Where the connection that Django holds leads, so that a test database is found too, and under the same TLS."""
    from psycopg.conninfo import make_conninfo  # only here
    from psycopg.pq import Conninfo

    parameters = connection.get_connection_params()
    names = (option.keyword.decode() for option in Conninfo.get_defaults())
    return make_conninfo(**{name: parameters[name] for name in names if parameters.get(name)})


def _select(shape: Shape, value: Any, first: int, end: int) -> str:
    columns = ", ".join(f'{value(column)} AS "{column.name}"' for column in shape.columns)
    return f'SELECT {columns} FROM "{shape.table}" WHERE idx >= {int(first)} AND idx < {int(end)} ORDER BY idx'


def _sqlite_value(column: Column) -> str:
    name = f'"{column.column}"'
    if column.type == "id":
        # Stored as 32 hexadecimal digits; the lake holds ids as payloads do.
        parts = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
        return "||'-'||".join(f"substr({name}, {start}, {length})" for start, length in parts)
    # An expression has no declared type, so that no converter of Django's is called.
    return f"{name}||''" if column.type in ("text", "date", "time") else f"+{name}"


def _postgresql_value(column: Column) -> str:
    name = f'"{column.column}"'
    if column.type == "time":
        return f"timezone('UTC', {name})"
    if column.type in ("integer", "decimal"):
        return f"{name}::bigint"
    return f"{name}::text" if column.type in ("id", "text") else name


def _typed(table: pa.Table, wanted: pa.Schema) -> pa.Table:
    columns = [_column(table.column(field.name), field.type) for field in wanted]
    import pyarrow as pa  # see schema

    return pa.Table.from_arrays(columns, schema=wanted)


def _column(values: pa.ChunkedArray, wanted: pa.DataType) -> pa.ChunkedArray:
    import pyarrow as pa  # see schema

    if pa.types.is_decimal(wanted):
        return pa.chunked_array([_decimal(chunk, wanted) for chunk in values.chunks], wanted)
    return values.cast(wanted)


def _decimal(units: pa.Array, wanted: pa.DataType) -> pa.Array:
    """Integers in 1/10000 as decimals: the same 128 bits under another type, so nothing can be rounded."""
    import pyarrow as pa  # see schema

    whole = units.cast(pa.int64()).cast(pa.decimal128(22, 0))
    return pa.Array.from_buffers(wanted, len(whole), whole.buffers(), whole.null_count, whole.offset)
