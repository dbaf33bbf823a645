"""What is left in Prefect's event store after a client has sent again what the store has, and new events behind it.

`python -m tests.servers.event_store BATCH_SIZE [repaired]` prints the number of events kept and of events sent. A process of its
own, with a PREFECT_HOME of its own: Prefect has one database a process.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta

import sqlalchemy
from prefect.events.schemas.events import Event
from prefect.server.database import provide_database_interface
from prefect.server.events.schemas.events import ReceivedEvent
from prefect.server.events.services.event_persister import create_handler
from prefect.server.utilities.messaging import MessageHandler
from prefect.server.utilities.messaging.memory import MemoryMessage

from flows.service import event_store

KNOWN, NEW = 60, 20
FLUSH_SECONDS = 0.1
READERS = 2
"""The server reads its queue with two coroutines."""

RELATED = [
    {"prefect.resource.id": f"prefect.thing.{n}", "prefect.resource.role": role}
    for n, role in enumerate(("flow-run", "flow", "deployment", "tag", "tag", "work-queue"))
]
"""As many as an event of a run has that stands under its deployment."""


def event(number: int) -> ReceivedEvent:
    """One event as the server receives it."""
    sent = Event(
        event="newsdesk.article.loaded",
        resource={"prefect.resource.id": f"newsdesk.article.{number}"},
        related=RELATED,  # type: ignore[arg-type]
    )
    return ReceivedEvent.model_validate({**sent.model_dump(), "received": datetime.now(UTC)})


async def deliver(events: list[ReceivedEvent], batch_size: int) -> None:
    """Hand events to the part of the server that stores them, and wait until it has tried often enough."""
    waiting = [MemoryMessage(e.model_dump_json(), {}) for e in events]

    async def read(handler: MessageHandler) -> None:
        while waiting:
            await handler(waiting.pop(0))

    async with create_handler(batch_size, timedelta(seconds=FLUSH_SECONDS)) as handler:
        await asyncio.gather(*(read(handler) for _ in range(READERS)))
        await asyncio.sleep(20 * FLUSH_SECONDS)


async def main(batch_size: int) -> None:
    """Store some events, deliver them again with new ones behind, and count."""
    database = provide_database_interface()
    await database.create_db()
    known = [event(n) for n in range(KNOWN)]
    await deliver(known, batch_size)
    await deliver([*known, *(event(KNOWN + n) for n in range(NEW))], batch_size)
    async with database.session_context() as session:
        kept = await session.scalar(sqlalchemy.select(sqlalchemy.func.count()).select_from(database.Event))
    sys.stdout.write(f"{kept} {KNOWN + NEW}\n")


if __name__ == "__main__":
    if "repaired" in sys.argv:
        assert event_store.repair()
    asyncio.run(main(int(sys.argv[1])))
