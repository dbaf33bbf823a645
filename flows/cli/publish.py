"""`newsdesk publish`: publish the live database, also over a file that newsdesk did not publish."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import complain
from warehouse.database import aside
from warehouse.database.damage import no_database
from warehouse.database.place import Place
from warehouse.database.publish import publish as put
from warehouse.database.store import exclusive


def publish(
    *,
    replace: Annotated[
        bool, Parameter(negative="", help="Replace whatever is at the database's path, and keep it.")
    ] = False,
    database: Database = DEFAULT,
) -> int:
    """Publish what is filed. Every run does this too, but never over a file that newsdesk did not publish itself.

    --replace publishes over a damaged file, a copy that somebody put there, or changes of another program, and keeps them.

    Example: newsdesk publish --replace
    """
    from flows.clock import now

    def say(said: str) -> None:
        complain(said)

    place = Place.at(database)
    if not place.live.exists() and not place.published.exists():
        raise no_database(place)
    kept = aside.folder(place, now()) if replace else None
    with exclusive(place, say=say):
        put(place, say=say, aside=kept)
    say(f"published {place.published}")
    if kept and kept.exists():
        say(f"what it replaced is in {kept}")
    return 0
