"""Rows as Arrow columns: the quick way into DuckDB for many rows that hold lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

MANY = 1_000
"""Rows from which it pays to load pyarrow, which takes 80 ms once, for lists: they cost the appender half a microsecond an item."""


def append(
    connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Add rows of these columns to a table. Raises pyarrow.ArrowInvalid for a value that its column does not take."""
    import pyarrow as pa  # not at the top: a few rows go without it

    named = ", ".join(columns)
    described: Any = connection.sql(f"select {named} from {table} limit 0").to_arrow_table()
    schema = described.schema
    arrays = [pa.array(values, field.type) for values, field in zip(zip(*rows, strict=True), schema, strict=True)]
    incoming = pa.Table.from_arrays(arrays, schema=schema)  # noqa: F841
    connection.execute(f"insert into {table} ({named}) select * from incoming").fetchall()
