"""The newspaper fields of a document: one module, one field."""

from __future__ import annotations

from parsers.model import Copy, Fields, Outlet


def read(copy: Copy, outlets: tuple[Outlet, ...]) -> Fields:
    """The fields of a copy, each from the best statement about it."""
    said = {s.field: s.value for s in reversed(copy.statements)}
    return Fields(
        url=said.get("url"),
        headline=said.get("headline"),
        publisher=said.get("publisher"),
        in_language="en" if outlets is not None else None,
    )
