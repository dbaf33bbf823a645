"""`newsdesk reprocess`: derive everything again from the stored bytes."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from warehouse.database.place import Place
from warehouse.database.store import reading


def reprocess(
    *,
    database: Database = DEFAULT,
    old_only: Annotated[
        bool, Parameter(help="Only articles that other versions of the parsers made.", negative="")
    ] = False,
) -> int:
    """Derive articles, repairs, facts and stories again from the stored bytes with this version's parsers.

    Ids, arrivals and people's decisions stay; readers see the result when it is complete. Stopped, it is taken up by
    the next call where it was.

    Example: newsdesk reprocess --database desk.duckdb
    """
    with reading(Place.at(database)):
        pass  # says so when there is no database
    from flows.reprocess import reprocess as flow
    from flows.reprocess import summary

    print(summary(flow(database=str(Place.at(database).published), old_only=old_only)))
    return 0
