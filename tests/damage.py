"""Damage to database files, as disks and people do it."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.database.blocks import BLOCK, HEADER, HEADERS

FIRST = HEADERS * HEADER


def flip_used_block(path: Path, table: str | None) -> None:
    """Flip bits in the middle of a block that a table uses; with None, of one that nothing uses."""
    used = _used(path, table)
    block = used[0] if table else min(set(range((path.stat().st_size - FIRST) // BLOCK)) - set(used) - _metadata(path))
    with path.open("r+b") as file:
        file.seek(FIRST + block * BLOCK + 2_000)
        eight = file.read(8)
        file.seek(-8, 1)
        file.write(bytes(b ^ 0xFF for b in eight))


def _used(path: Path, table: str | None) -> list[int]:
    with duckdb.connect(str(path), read_only=True) as connection:
        names = (
            [table]
            if table
            else [n for (n,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
        )
        found: set[int] = set()
        for name in names:
            rows = connection.execute(
                f"select block_id, additional_block_ids from pragma_storage_info('{name}')"
            ).fetchall()
            found |= {b for block, more in rows for b in (block, *(more or ())) if b is not None and b >= 0}
    return sorted(found)


def _metadata(path: Path) -> set[int]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return {int(b) for (b,) in connection.execute("select block_id from pragma_metadata_info()").fetchall()}


def zero_header(path: Path) -> None:
    """Zeros where the file says that it is a database."""
    with path.open("r+b") as file:
        file.write(bytes(HEADER))


def empty(path: Path) -> None:
    """No byte is left."""
    path.write_bytes(b"")


def cut(path: Path) -> None:
    """Only the beginning is left."""
    with path.open("r+b") as file:
        file.truncate(FIRST + BLOCK + 1_000)


def flip_fact(path: Path) -> None:
    """Bits are flipped in the table of facts."""
    flip_used_block(path, "fact")


def flip_everywhere(path: Path) -> None:
    """A bit is flipped in each block, one after the other."""
    data = bytearray(path.read_bytes())
    for at in range(FIRST + 5_000, len(data), BLOCK):
        data[at] ^= 1
    path.write_bytes(data)


def delete(path: Path) -> None:
    """The file is gone."""
    path.unlink()
