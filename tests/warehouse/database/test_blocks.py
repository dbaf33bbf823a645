"""Reading the blocks of a database file without DuckDB."""

from __future__ import annotations

import random
from pathlib import Path

import duckdb
import pytest

from warehouse.database.blocks import BLOCK, HEADER, HEADERS, read_blocks
from warehouse.database.copying import readable


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database of several blocks that was written, changed and deleted from, so that some of them are free."""
    path = tmp_path_factory.mktemp("blocks") / "a.duckdb"
    with duckdb.connect(str(path), config={"storage_compatibility_version": "v1.5.0"}) as connection:
        connection.execute("create table schema_migration (name varchar)")
        connection.execute("create table t as select range as i, repeat(md5(range::varchar), 20) as s from range(9000)")
        connection.execute("create table u as from t")
        connection.execute("checkpoint")
        connection.execute("drop table u")
        connection.execute("update t set s = 'short' where i % 3 = 0")
    return path.read_bytes()


def test_a_whole_file_has_no_damaged_block(whole: bytes, tmp_path: Path) -> None:
    """Checksums are computed as DuckDB computes them, also of blocks that are free; the digest is one of the contents."""
    (tmp_path / "a").write_bytes(whole)
    (tmp_path / "b").write_bytes(whole)
    first, second = read_blocks(tmp_path / "a"), read_blocks(tmp_path / "b")
    assert len(whole) > 5 * BLOCK
    assert (first.damaged, first.byte_length) == (0, len(whole))
    assert first == second


def test_every_flipped_bit_is_seen(whole: bytes, tmp_path: Path) -> None:
    """A bit that is flipped anywhere makes one block damaged and another digest, unless it is a checksum itself."""
    before = digest(tmp_path, whole)
    rng = random.Random(16)
    for at in (0, HEADER, 2 * HEADER + 40, HEADERS * HEADER, *(rng.randrange(len(whole)) for _ in range(60))):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << rng.randrange(8)
        (tmp_path / "x").write_bytes(flipped)
        found = read_blocks(tmp_path / "x")
        assert found.damaged == 1, at
        assert found.digest != before or (at - HEADERS * HEADER) % BLOCK < 8


def digest(folder: Path, data: bytes) -> str:
    """The digest of a file with this in it."""
    (folder / "x").write_bytes(data)
    return read_blocks(folder / "x").digest


@pytest.mark.parametrize("cut", [0, 100, HEADER, HEADERS * HEADER, HEADERS * HEADER + BLOCK, -BLOCK, -100])
def test_a_cut_file_is_damaged(whole: bytes, tmp_path: Path, cut: int) -> None:
    """A file that ends too early is damaged, also where a block ends; so is one of zeros, and a letter."""
    for data in (whole[:cut], bytes(max(cut, 0)), b"Dear sir, " * 1000):
        (tmp_path / "x").write_bytes(data)
        assert read_blocks(tmp_path / "x").suspect


def test_a_file_that_was_shortened_after_its_header_is_whole(tmp_path: Path) -> None:
    """DuckDB shortens a file after it has written the header: the blocks that the header speaks of are missing, none is
    damaged, and the file can be read."""
    path = tmp_path / "a.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table schema_migration (name varchar)")
        connection.execute("create table t as select range as i from range(9)")
        connection.execute("create table u as select md5(range::varchar) as s from range(200000)")
        connection.execute("checkpoint")
        connection.execute("drop table u")
        connection.execute("checkpoint")
        connection.execute("insert into t values (9)")
        connection.execute("checkpoint")
    found = read_blocks(path)
    assert (found.damaged, found.missing > 0) == (0, True)
    assert readable(path)


def test_what_is_damaged_or_cut_is_not_readable(whole: bytes, tmp_path: Path) -> None:
    """A flipped bit in a block that is in use, a cut file and a letter cannot be read as a whole."""
    (tmp_path / "x").write_bytes(whole)
    assert readable(tmp_path / "x")
    flipped = bytearray(whole)
    for start in range(HEADERS * HEADER, len(whole), BLOCK):
        flipped[start + 100] ^= 1
    for data in (bytes(flipped), whole[: HEADERS * HEADER + BLOCK], b"Dear sir, " * 1000):
        (tmp_path / "x").write_bytes(data)
        assert not readable(tmp_path / "x")
