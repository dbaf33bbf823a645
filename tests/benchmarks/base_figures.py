"""The figures that docs/scale.md plans with, read off a desk that has filed an archive.

    newsdesk ingest ARCHIVE.jsonl.gz --database scale.duckdb
    python -m tests.benchmarks.base_figures scale.duckdb [--cluster]

Milliseconds an article by stage are those of the desk's last run (of CPU for parse, wall for the rest, so that only an
idle machine gives them), bytes an article those of the published file and of the same tables in Parquet. `--cluster`
starts a Dask cluster of one worker on loopback and times empty tasks.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from flows.run.dask import Cluster
from tests.servers.dask_cluster import dask_cluster
from warehouse.asking.partition import by_month
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading

BLOCK = 262_144
COLD = ("raw_document", "article", "passage", "repair", "fact", "mention", "syndication", "reuse", "arrival")
TASKS = 200


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database")
    parser.add_argument("--cluster", action="store_true")
    arguments = parser.parse_args()
    place = Place.at(arguments.database)
    with reading(place) as warehouse:
        articles = _one(warehouse, "select count(*) from article")
        print(
            f"{articles:,} articles, {_one(warehouse, 'select avg(byte_length) from raw_document'):,.0f} bytes each as they came"
        )
        _stages(warehouse, articles)
        _tables(warehouse, articles)
    print(f"{'published file':<24} {place.published.stat().st_size / articles:>9,.0f} bytes an article")
    _cold(place, articles)
    if arguments.cluster:
        _tasks()


def _one(warehouse: Warehouse, sql: str) -> float:
    value: float = warehouse.connection.execute(sql).fetchall()[0][0]
    return value


def _stages(warehouse: Warehouse, articles: float) -> None:
    sql = (
        "select stage, seconds from run_stage where run_id = (select max(run_id) from run_stage) order by seconds desc"
    )
    for stage, seconds in warehouse.connection.execute(sql).fetchall():
        print(f"{stage:<24} {1000 * seconds / articles:>9.2f} ms an article")


def _tables(warehouse: Warehouse, articles: float) -> None:
    names = [r[0] for r in warehouse.connection.execute("select table_name from duckdb_tables()").fetchall()]
    sizes = {
        n: BLOCK
        * _one(warehouse, f"select count(distinct block_id) from pragma_storage_info('{n}') where block_id >= 0")
        for n in names
    }
    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        if size > BLOCK:
            rows = _one(warehouse, f'select count(*) from "{name}"')
            print(f"{name:<24} {size / articles:>9,.0f} bytes an article, {rows / articles:,.2f} rows")


def _cold(place: Place, articles: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in COLD:
            by_month(place, name, Path(folder, name))
        size = sum(f.stat().st_size for f in Path(folder).rglob("*.parquet"))
    print(f"{'the same in Parquet':<24} {size / articles:>9,.0f} bytes an article")


def _tasks() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        dask_cluster(Path(folder), 1) as started,
        Cluster(started.address, (int, ())) as cluster,
    ):
        cluster.run_now(abs, (-1,))
        start = time.perf_counter()
        for number in range(TASKS):
            cluster.run_now(abs, (number,))
        print(f"{'a Dask task':<24} {1000 * (time.perf_counter() - start) / TASKS:>9.1f} ms")


if __name__ == "__main__":
    main()
