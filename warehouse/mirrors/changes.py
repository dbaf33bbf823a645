"""What differs between the desk and a mirror, row by row: by the digests of all values, so that nothing has to be noted while the desk works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warehouse.mirrors.relations import DIGEST
from warehouse.mirrors.targets import Rows

if TYPE_CHECKING:
    from warehouse.database.store import Warehouse
    from warehouse.mirrors.relations import Relation
    from warehouse.mirrors.targets import Mirror, Reading

CHUNK = 5_000

HASHED = "select *, md5(to_json(r)::varchar) as {digest} from ({source}) r"

COUNTED = "select {digest}, count(*) as n from {of} group by all"

DIFFERENT = """
select {digest} from ({first}) a left join ({second}) b using ({digest}) where a.n is distinct from b.n
"""
"""Digests of the first that the second has not, or has another number of times: equal rows are taken out and added together."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Digests of rows to take out (a pyarrow.Table), the rows to add, and how many of each; `rows` is the size afterwards."""

    gone: Any
    added: Rows
    removed: int
    written: int
    rows: int


def changes(warehouse: Warehouse, relation: Relation, mirror: Mirror) -> Changes:
    """Compare a relation with what a mirror has of it. Views are computed once, because two answers may differ in order."""
    run = warehouse.connection.execute
    reading = mirror.reading(relation)
    source = HASHED.format(digest=DIGEST, source=reading.source)
    if relation.is_view:
        run(f"create or replace temp table mirrored as {source}").fetchall()
        source = "select * from mirrored"
    run(f"create or replace temp table present as select {DIGEST} from ({source})").fetchall()
    warehouse.connection.register("held", mirror.digests(relation))
    run(f"create or replace temp table gone as {_different('held', 'present')}").fetchall()
    run(f"create or replace temp table fresh as {_different('present', 'held')}").fetchall()
    warehouse.connection.unregister("held")
    ((rows, removed, written),) = run(
        f"select (select count(*) from present), (select count(*) from gone), (select count(*) from present semi join fresh using ({DIGEST}))"
    ).fetchall()
    gone = warehouse.connection.sql("from gone").to_arrow_table()
    return Changes(gone, _rows(warehouse, reading, source), removed, written, rows)


def _different(first: str, second: str) -> str:
    counted = (COUNTED.format(digest=DIGEST, of=of) for of in (first, second))
    return DIFFERENT.format(digest=DIGEST, first=next(counted), second=next(counted))


def _rows(warehouse: Warehouse, reading: Reading, source: str) -> Rows:
    """The rows whose digest is fresh, with their columns as the mirror takes them."""
    values = [f'{value} as "{name}"' for name, value in reading.columns.items()]
    order = f" order by {reading.order}" if reading.order else ""
    query = f"select {', '.join([*values, DIGEST])} from ({source}) semi join fresh using ({DIGEST}){order}"

    def tuples() -> Iterator[list[tuple[Any, ...]]]:
        found = warehouse.connection.execute(query)
        while chunk := found.fetchmany(CHUNK):
            yield chunk

    return Rows((*reading.columns, DIGEST), tuples, lambda: warehouse.connection.sql(query).to_arrow_reader(CHUNK))
