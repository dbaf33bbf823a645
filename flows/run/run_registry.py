"""A run that takes in no documents (`reprocess`, `maintain`) is in the ledger all the same, and can be seen to live."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flows.clock import now
from flows.run.desk import new_run_id
from parsers.known import PARSER_VERSION
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.filing import run_registry
from warehouse.filing.ledger import RunLock


@contextmanager
def present(place: Place, kind: str, flow: tuple[str | None, str | None]) -> Iterator[str]:
    """Be in the ledger as a run of this kind while the block lasts. Gives the run's id.

    `flow` is Prefect's id and name of the flow run.
    """
    run_id = new_run_id()
    with writing(place) as warehouse:
        run_registry.enter(warehouse, run_id, kind, now(), flow, PARSER_VERSION)
    lock = RunLock(place, run_id)
    state = "failed"
    try:
        yield run_id
        state = "finished"
    finally:
        try:
            with writing(place) as warehouse:
                run_registry.leave(warehouse, run_id, now(), state)
        finally:
            lock.release()
