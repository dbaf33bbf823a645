"""`newsdesk migrate`: bring the database schema up to this version, or list the steps."""

from __future__ import annotations

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import say
from warehouse.database.migrate import standing
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import reading, writing


def migrate(*, database: Database = DEFAULT, dry_run: bool = False) -> int:
    """Apply the schema changes of this version. Every run does this too. --dry-run only lists them.

    Example: newsdesk migrate --dry-run
    """
    place = Place.at(database)
    with reading(place) as warehouse:
        now = standing(warehouse.connection, str(place.published))
    for script in now.pending:
        say(f"{'would apply' if dry_run else 'applying'} {script.name}")
    if not now.pending:
        say(f"{place.published} is up to date ({len(now.applied)} migrations applied)")
    if dry_run or (not now.pending and now.views_current):
        return 0
    with writing(place):
        pass  # opening for writing migrates
    publish_now(place)
    return 0
