"""A mirror as a folder of Parquet files: a file a month of publication, or one for relations that belong to no article.

    FOLDER/newsdesk_mirror.json
    FOLDER/fact/month=2024-03/data.parquet     read_parquet('FOLDER/fact/*/*.parquet', hive_partitioning = true)
    FOLDER/entity/data.parquet

A file is replaced as a whole, and only when rows of it changed. A run that is cut leaves whole files, some of them new; the
next one compares what is in them and goes on.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from parsers.errors import MirrorFailed, UsageError
from warehouse.asking.partition import dated, way_to_article
from warehouse.mirrors.relations import DIGEST, Relation
from warehouse.mirrors.targets import BOOK, Held, Reading, Rows

MONTH = "month"
UNDATED = "undated"
DATA = "data.parquet"
WIDE = {"HUGEINT": "{column}::bigint"}
"""Types that Parquet has no integer for, and what is written in place of them."""

Found = Iterator[tuple[str | None, Iterator[Any]]]


@contextmanager
def opened(folder: Path) -> Iterator[ParquetMirror]:
    """Open the folder, or make it. Raises UsageError when it holds something else, MirrorFailed while another run writes to it."""
    if folder.is_dir() and not (folder / f"{BOOK}.json").is_file() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty and no mirror; name another folder")
    folder.mkdir(exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield ParquetMirror(folder)
    except BlockingIOError as error:
        raise MirrorFailed(
            str(folder), "another run writes to it; run the command again when that has ended"
        ) from error
    finally:
        os.close(lock)


class ParquetMirror:
    """The folder, with the book of what is in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._book: dict[str, dict[str, Any]] = {}

    def held(self) -> dict[str, Held]:
        """The relations that it has, by name. What a run that was cut left behind is removed."""
        for part in self._folder.rglob(".*.part"):
            part.unlink()
        path = self._folder / f"{BOOK}.json"
        if not path.is_file():
            self._write_book()
        self._book = json.loads(path.read_text("utf-8"))
        return {
            name: Held(
                desk=s["desk"], forgotten=s["forgotten"], shape=s["shape"], mark=s.get("mark", ""), rows=s["rows"]
            )
            for name, s in self._book.items()
        }

    def expect(self, planned: Mapping[str, Held]) -> None:
        """Note the relations that it is to have: what a run that is cut has not written, the next one writes."""
        for name, held in planned.items():
            self._note(name, held)
        self._write_book()

    def make(self, relation: Relation, held: Held | None) -> None:
        """Files whose columns are others now are removed."""
        if held and dict(held.shape) != relation.shape:
            shutil.rmtree(self._folder / relation.name, ignore_errors=True)
        (self._folder / relation.name).mkdir(exist_ok=True)

    def _files(self, relation: Relation) -> dict[str | None, Path]:
        """The files of a relation by their month; None when it has no months."""
        found = sorted((self._folder / relation.name).rglob(DATA))
        return {_month(path): path for path in found}

    def digests(self, relation: Relation) -> Any:  # noqa: ANN401 - pyarrow has no types
        """The digests of the rows that it has."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        tables = [pq.read_table(path, columns=[DIGEST], partitioning=None) for path in self._files(relation).values()]
        return pa.concat_tables([pa.table({DIGEST: pa.array([], pa.string())}), *tables])

    def reading(self, relation: Relation) -> Reading:
        """The relation with the month of each row, if it has one. A row whose month changes is another row."""
        columns = {f.name: WIDE.get(f.type, "{column}").format(column=f'"{f.name}"') for f in relation.fields}
        if not _by_month(relation):
            return Reading(source=relation.query, columns=columns)
        names = ", ".join(f'"{name}"' for name in columns)
        source = f"select {names}, {MONTH} from ({dated(relation.name, tuple(columns))})"
        return Reading(source=source, columns={**columns, MONTH: MONTH}, order=MONTH)

    def write(self, relation: Relation, gone: Any, added: Rows) -> None:  # noqa: ANN401 - pyarrow has no types
        """Write anew the files of months that gained or lost rows. Until all are, the book says that their state is not known."""
        if self._book.get(relation.name, {}).get("mark"):
            self._book[relation.name]["mark"] = ""
            self._write_book()
        files = self._files(relation)
        written = set()
        for month, batches in _monthly(added, _by_month(relation)):
            path = files.get(month) or self._path(relation, month)
            _replace(path, gone, batches)
            written.add(path)
        for path in files.values():
            if path not in written and _loses(path, gone):
                _replace(path, gone, iter(()))
        if not self._files(relation):
            self._write_empty(relation, added)

    def _write_empty(self, relation: Relation, added: Rows) -> None:
        """A file without rows, so that whoever reads the relation finds its columns."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        schema = pa.schema([field for field in added.arrow().schema if field.name != MONTH])
        path = self._path(relation, UNDATED if _by_month(relation) else None)
        part = path.with_name(f".{path.name}.part")
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(schema.empty_table(), part)
        part.replace(path)

    def _path(self, relation: Relation, month: str | None) -> Path:
        folder = self._folder / relation.name
        return folder / f"{MONTH}={month}" / DATA if month else folder / DATA

    def rows(self, relation: Relation) -> int:
        """How many rows it has of a relation, by what its files say of themselves."""
        import pyarrow.parquet as pq

        return sum(pq.read_metadata(path).num_rows for path in self._files(relation).values())

    def remember(self, relation: Relation, held: Held) -> None:
        """Note what it has now."""
        self._note(relation.name, held)
        self._write_book()

    def _note(self, name: str, held: Held) -> None:
        self._book[name] = asdict(held)

    def _write_book(self) -> None:
        part = self._folder / f".{BOOK}.json.part"
        part.write_text(json.dumps(self._book, indent=1), encoding="utf-8")
        part.replace(self._folder / f"{BOOK}.json")

    def erase(self) -> None:
        """Nothing more: a file that loses a row is written anew without it."""


def _by_month(relation: Relation) -> bool:
    return "date_published" in relation.shape or way_to_article(tuple(relation.shape)) is not None


def _month(path: Path) -> str | None:
    name = path.parent.name
    return name.removeprefix(f"{MONTH}=") if name.startswith(f"{MONTH}=") else None


def _monthly(added: Rows, by_month: bool) -> Found:
    """The batches of rows to add, by month; they come in the order of months."""
    if not by_month:
        yield None, iter(added.arrow())
        return
    parts = (part for batch in added.arrow() for part in _parts(batch))
    for month, found in groupby(parts, key=lambda part: part[0]):
        yield month, (batch for _, batch in found)


def _parts(batch: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - pyarrow has no types
    """A batch in pieces of one month, without the column."""
    months = batch.column(MONTH).to_pylist()
    rest = batch.drop_columns([MONTH])
    start = 0
    for month, same in groupby(months):
        length = sum(1 for _ in same)
        yield month, rest.slice(start, length)
        start += length


def _loses(path: Path, gone: Any) -> bool:  # noqa: ANN401 - pyarrow has no types
    """Whether a file has rows that are gone."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    held = pq.read_table(path, columns=[DIGEST], partitioning=None)[DIGEST]
    return bool(len(gone)) and bool(pc.any(pc.is_in(held, gone[DIGEST])).as_py())


def _replace(path: Path, gone: Any, batches: Iterator[Any]) -> None:  # noqa: ANN401 - pyarrow has no types
    """Write a file anew: what is in it without what is gone, and more rows. A file without rows is removed."""
    import pyarrow.parquet as pq

    part = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    writer, rows = None, 0
    try:
        for batch in (each for each in _both(path, gone, batches) if each.num_rows):
            writer = writer or pq.ParquetWriter(part, batch.schema, compression="zstd")
            writer.write_batch(batch)
            rows += batch.num_rows
    finally:
        if writer:
            writer.close()
    if rows:
        part.replace(path)
        return
    part.unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    if _month(path):
        path.parent.rmdir()


def _both(path: Path, gone: Any, batches: Iterator[Any]) -> Iterator[Any]:  # noqa: ANN401 - pyarrow has no types
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    if path.is_file():
        with pq.ParquetFile(path) as file:
            yield from (b.filter(pc.invert(pc.is_in(b.column(DIGEST), gone[DIGEST]))) for b in file.iter_batches())
    yield from batches
