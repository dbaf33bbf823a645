"""A repair of the Prefect server that the desk starts: events that its SQLite has already must not cost the new ones.

After a server was killed its clients send the last half minute of events again. Prefect (3.9.1 too) leaves out those it has, and
then inserts an empty list when nothing remains of a portion: SQLite refuses, everything that waits is kept for another
try, and after five tries it is dropped, new events too. Here nothing known is handed to that function in the first place.
(`prefect.server.events.storage.database._write_sqlite_events`; with PostgreSQL all is well.)
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy
from prefect.server.database import provide_database_interface
from prefect.server.events.schemas.events import ReceivedEvent
from prefect.server.events.services import event_persister
from prefect.server.events.storage.database import write_events
from sqlalchemy.ext.asyncio import AsyncSession

ASKED_AT_ONCE = 500
"""SQLite takes 999 values in a statement."""


async def write_new_events(session: AsyncSession, events: list[ReceivedEvent]) -> None:
    """Prefect's `write_events`, without what the store has and what is there twice."""
    known = await _known(session, [event.id for event in events])
    new = {event.id: event for event in events if event.id not in known}
    await write_events(session=session, events=list(new.values()))


async def _known(session: AsyncSession, ids: Sequence[UUID]) -> set[UUID]:
    stored = provide_database_interface().Event.id
    found: set[UUID] = set()
    for at in range(0, len(ids), ASKED_AT_ONCE):
        some = ids[at : at + ASKED_AT_ONCE]
        found.update(await session.scalars(sqlalchemy.select(stored).where(stored.in_(some))))
    return found


def repair() -> bool:
    """Have the Prefect server of this process store events so. False when this Prefect has moved the function."""
    if not hasattr(event_persister, "write_events"):
        return False
    event_persister.write_events = write_new_events
    return True
