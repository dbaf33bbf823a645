"""Documents that were taken out: what is said of them, how they end when they come again, and letting them in again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from parsers.model import Outcome
from warehouse.database.store import Warehouse, text_array

Cause = Literal["takedown", "retention", "archived"]

LIFT = "newsdesk forget {} --lift lets it in again"
"""What to do about a document that is refused because it was taken out."""


def sentence(cause: str, at: datetime, reason: str, path: str | None = None) -> str:
    """What the ledger says of a document that was taken out."""
    if cause == "archived":
        return f"archived at {path} on {at:%Y-%m-%d}"
    return f"forgotten on {at:%Y-%m-%d}: {reason}"


def ends(warehouse: Warehouse, raw_document_ids: Sequence[str]) -> dict[str, tuple[Outcome, str]]:
    """How documents that were taken out end when they arrive again, by raw document id; others are not in it.

    What was moved to an archive is filed there, so it is unchanged; everything else is rejected.
    """
    if not raw_document_ids:
        return {}
    rows = warehouse.rows("forgotten_among", incoming={"raw_document_id": text_array(list(raw_document_ids))})
    return {
        raw_id: (
            Outcome.UNCHANGED if cause == "archived" else Outcome.REJECTED,
            sentence(cause, at, reason, path) + ("" if cause == "archived" else f" — {LIFT.format(raw_id[:12])}"),
        )
        for raw_id, cause, at, reason, path in rows
    }


def named(warehouse: Warehouse, name: str) -> tuple[str, ...]:
    """The documents that were taken out and are refused of this id (bytes or article, the beginning is enough)."""
    return tuple(row[0] for row in warehouse.rows("forgotten_named", {"name": name}))


def lift(warehouse: Warehouse, raw_document_ids: Sequence[str], at: datetime) -> None:
    """Let documents be filed again when they arrive; part of the caller's transaction."""
    warehouse.run("lift_forgotten", {"at": at}, incoming={"raw_document_id": text_array(list(raw_document_ids))})


def unerased(warehouse: Warehouse) -> int:
    """Documents that were taken out since the database file was last rewritten."""
    return int(warehouse.rows("unerased")[0][0])
