"""The flow `retry`: parse documents in quarantine again."""

from __future__ import annotations

from typing import Annotated

from prefect import flow
from pydantic import Field

from flows.inbox.files import Numbers, arrivals
from flows.ingest import file_arrivals
from flows.run.desk import Summary, new_run_id
from flows.run.splitting import Splitting
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import quarantine


@flow(name="retry", flow_run_name="retry quarantine", persist_result=False)
def retry(database: Annotated[str, Field(description="The database file")] = "newsdesk.duckdb") -> Summary:
    """Parse the stored bytes of quarantined documents again, and read again paths that could not be read.

    Args:
        database: The database file.
    """
    place = Place.at(database)
    run_id = new_run_id()
    with reading(place) as warehouse:
        unread = [
            h.source_uri for h in quarantine.held(warehouse) if h.raw_document_id is None and "#" not in h.source_uri
        ]
    with Splitting() as splitter:
        arriving = arrivals(unread, Numbers(run_id), splitter)
        return file_arrivals(arriving, place, kind="retry", run_id=run_id, again=quarantine.released)
