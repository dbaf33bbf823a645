"""`newsdesk reprocess`: parse the stored bytes again."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import say
from flows.cli.terminal import note
from warehouse.database.permission import check_writable
from warehouse.database.place import Place
from warehouse.database.store import must_exist


def reprocess(
    *,
    database: Database = DEFAULT,
    old_only: Annotated[
        bool, Parameter(help="Only articles that another version of the parsers produced.", negative="")
    ] = False,
) -> int:
    """Parse the stored bytes again with this version's parsers: articles, repairs, facts and stories.

    Ids, arrivals and people's decisions are kept. Readers see the result when it is complete. If it is stopped, the
    next call continues.

    Example: newsdesk reprocess --database desk.duckdb
    """
    must_exist(Place.at(database))
    check_writable(Place.at(database))  # before Prefect is loaded
    from flows.cli.flow_calls import call
    from flows.reprocess import reprocess as flow
    from flows.reprocess import summary

    say(
        summary(
            call(lambda: flow, note, lambda: flow.fn, database=str(Place.at(database).published), old_only=old_only)
        )
    )
    return 0
