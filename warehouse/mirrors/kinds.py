"""The kinds of mirrors, and how each is opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from parsers.errors import UsageError

if TYPE_CHECKING:
    from warehouse.mirrors.targets import Opened

Kind = Literal["sqlite", "postgres", "ducklake", "parquet"]


def opener(kind: Kind, target: str, files: str | None = None) -> Opened:
    """What opens a mirror. `files` is the folder of a DuckLake's Parquet files; other kinds have none."""
    if files and kind != "ducklake":
        raise UsageError("--files goes with --to ducklake")
    return OPENERS[kind](target, files)


def _sqlite(target: str, _: str | None) -> Opened:
    from warehouse.mirrors import sqlite_file

    return partial(sqlite_file.opened, Path(target).absolute())


def _postgres(target: str, _: str | None) -> Opened:
    from warehouse.mirrors import postgres

    return partial(postgres.opened, target)


def _ducklake(target: str, files: str | None) -> Opened:
    from warehouse.mirrors import ducklake

    return partial(ducklake.opened, target, files)


def _parquet(target: str, _: str | None) -> Opened:
    from warehouse.mirrors import parquet_folder

    return partial(parquet_folder.opened, Path(target).absolute())


OPENERS = {"sqlite": _sqlite, "postgres": _postgres, "ducklake": _ducklake, "parquet": _parquet}
