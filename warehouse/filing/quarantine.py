"""The quarantine: arrivals that were rejected or failed, and have not come in well since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warehouse.database.store import Warehouse
from warehouse.filing.ledger import Pending, pending_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A document in quarantine. `raw_document_id` and `byte_length` are None when its bytes could not be read."""

    arrival_id: str
    source_uri: str
    outcome: str
    reason: str
    arrived_at: datetime
    raw_document_id: str | None
    byte_length: int | None
    media_type: str | None = None


def find(warehouse: Warehouse, name: str) -> Held | None:
    """The newest document in quarantine of this arrival id, this source, or a source that ends so; of all for no name."""
    every = held(warehouse)
    for fits in (lambda h: name in (h.arrival_id, h.source_uri), lambda h: h.source_uri.endswith(name)):
        if found := next(filter(fits, every), None):
            return found
    return None


def payload(warehouse: Warehouse, document: Held) -> bytes | None:
    """The stored bytes of a document; None when there are none."""
    rows = warehouse.rows("payload", {"raw_document_id": document.raw_document_id})
    return bytes(rows[0][0]) if rows and rows[0][0] is not None else None


def held(warehouse: Warehouse) -> tuple[Held, ...]:
    """Everything in quarantine, newest first."""
    rows = warehouse.rows("quarantine")
    return tuple(
        Held(
            arrival_id=a,
            source_uri=u,
            outcome=o,
            reason=r or "",
            arrived_at=t,
            raw_document_id=i,
            byte_length=n,
            media_type=m,
        )
        for a, u, o, r, t, i, n, m in rows
    )


def released(warehouse: Warehouse) -> tuple[Pending, ...]:
    """The stored documents of the quarantine, to be parsed again; their arrivals keep their place in the ledger."""
    return tuple(pending_of(row) for row in warehouse.rows("quarantined_documents"))
