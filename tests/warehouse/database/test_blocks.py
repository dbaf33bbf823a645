"""Reading the blocks of a database file without DuckDB."""

from __future__ import annotations

import random
from pathlib import Path

import duckdb
import pytest

from warehouse.database.blocks import BLOCK, HEADER, HEADERS, read_blocks


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database of several blocks that was written, changed and deleted from, so that some of them are free."""
    path = tmp_path_factory.mktemp("blocks") / "a.duckdb"
    with duckdb.connect(str(path), config={"storage_compatibility_version": "v1.5.0"}) as connection:
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
        assert read_blocks(tmp_path / "x").damaged > 0
