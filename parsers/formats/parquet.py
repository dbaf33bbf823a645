"""Apache Parquet: one article a row, read in batches of rows; the columns by their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parsers.errors import Rejected
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import Fault, Inside, Limits
from parsers.formats.source import Source
from parsers.formats.tables import Columns
from parsers.model import Reason

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

PARQUET = "application/vnd.apache.parquet"
BATCH = 128
"""Rows held at once."""

KINDS = (
    Kind(media_type=PARQUET, title="Parquet: one article a row", matches=lambda look: look.head.startswith(b"PAR1"), holds="members", endings=(".parquet",), library="pyarrow"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The articles of a table, each row as a JSON object of its columns; columns of bytes are left out."""
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(source.seekable(limits.document))
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise Rejected(f"the Parquet file is damaged ({_short(error)})", Reason.MALFORMED, "fetch it again") from error
    schema = file.schema_arrow
    names = [field.name for field in schema if not _bytes(field.type)]
    columns = Columns(names, look.names)
    number = 0
    try:
        for row in _rows(file, names):
            number += 1
            if inside := columns.member(number, row):
                yield inside
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        yield Fault(
            number + 1, Reason.MALFORMED, f"the Parquet file cannot be read further ({_short(error)})", "fetch it again"
        )


def _rows(file: ParquetFile, names: list[str]) -> Iterator[tuple[object, ...]]:
    """The rows, a group after the other: read in one go, the memory of groups that are done is not given back."""
    for group in range(file.num_row_groups):
        for batch in file.iter_batches(batch_size=BATCH, row_groups=[group], columns=names):
            yield from zip(*(batch.column(name).to_pylist() for name in names), strict=True)


def _bytes(kind: object) -> bool:
    from pyarrow import types

    return bool(types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind))


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
