"""The flow `retry`: parse documents in quarantine again."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows.filing import desk, file_arrivals
from flows.inbox import confinement
from flows.inbox.files import Numbers, arrivals, documents
from flows.monitoring import artifacts, flow_runs
from flows.run.desk import new_run_id
from flows.run.splitting import Splitting
from flows.run.summary import Summary
from parsers.model import Reason
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import quarantine
from warehouse.filing.quarantine import Held


@flow(name="retry", flow_run_name="retry quarantine", persist_result=False)
def retry(database: Annotated[str, Field(description="The database file")] = "newsdesk.duckdb") -> Summary:
    """Parse the stored bytes of quarantined documents again, and read again paths that could not be read.

    Args:
        database: The database file.
    """
    place = Place.at(database)
    confinement.check(place)
    run_id = new_run_id()
    with reading(place) as warehouse:
        held = quarantine.held(warehouse)
        unfinished = [(h.source_uri, quarantine.payload(warehouse, h)) for h in held if _is_unfinished(h)]
    unread = [h.source_uri for h in held if "#" not in h.source_uri and not _is_unfinished(h) and _to_read(h)]
    known = desk([*unread, *(uri for uri, _ in unfinished)])
    with Splitting(known.field_names) as splitter:
        numbers = Numbers(run_id)
        again = (documents(payload, uri, numbers, splitter) for uri, payload in unfinished if payload)
        arriving = chain(arrivals(unread, numbers, splitter), chain.from_iterable(again))
        summary = file_arrivals(arriving, place, kind="retry", run_id=run_id, again=quarantine.released, known=known)
    return flow_runs.ended(summary, artifacts.heading(summary))


def _is_unfinished(held: Held) -> bool:
    """Whether it is a file of too many documents, stored whole: it is split again."""
    return held.raw_document_id is not None and held.reason.startswith(f"{Reason.TOO_MANY}:")


def _to_read(held: Held) -> bool:
    """Whether a path is read again: nothing is stored of it, or a file of documents that was refused as a whole."""
    from parsers.formats.registry import is_container  # late: the desk lists this flow and has no formats

    return held.raw_document_id is None or (is_container(held.media_type) and Path(held.source_uri).is_file())
