"""A table or view as a folder of Parquet files, one a month of publication: what grew cold can be kept elsewhere.

fact/month=2024-03/data_0.parquet      read_parquet('fact/**/*.parquet', hive_partitioning = true)
fact/month=undated/data_0.parquet      what has no date of publication
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

from parsers.errors import UsageError, WarehouseError
from warehouse.database.place import Place
from warehouse.database.store import reading

MONTH = "coalesce(strftime({date} at time zone 'UTC', '%Y-%m'), 'undated') as month"

KEYS = ("article_id", "raw_document_id")
"""Columns that lead to an article, and so to its date, in this order."""


def by_month(place: Place, relation: str, folder: Path) -> int:
    """Write a relation into `folder`, replacing its contents; return the number of months.

    Raises UsageError when its rows belong to no article, and so to no month.
    """
    with reading(place) as warehouse:
        columns = [
            row[0] for row in warehouse.connection.execute(f'select * from "{relation}" limit 0').description or ()
        ]
        part = folder.with_name(f".{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        try:
            found = warehouse.connection.sql(dated(relation, columns))
            found.write_parquet(str(part), partition_by=["month"], compression="zstd")
        except duckdb.Error as error:
            shutil.rmtree(part, ignore_errors=True)
            raise WarehouseError(f"{relation} could not be exported: {error}") from error
    shutil.rmtree(folder, ignore_errors=True)
    part.rename(folder)
    return sum(1 for _ in folder.glob("month=*"))


def way_to_article(columns: Sequence[str]) -> str | None:
    """The column by which rows belong to an article; None when they belong to none."""
    return next((key for key in KEYS if key in columns), None)


def dated(relation: str, columns: Sequence[str]) -> str:
    """The query that gives the relation with the month of each row as column `month`. Raises UsageError when its rows belong to no article."""
    if "date_published" in columns:
        return f'select *, {MONTH.format(date="date_published")} from "{relation}"'
    key = way_to_article(columns)
    if key is None:
        raise UsageError(
            f"{relation} cannot be split by month because its rows belong to no article; export it without --by month"
        )
    dates = f"(select {key}, min(date_published) as dated from article group by {key})"
    return f'select r.*, {MONTH.format(date="d.dated")} from "{relation}" r left join {dates} d using ({key})'
