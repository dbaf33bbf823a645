"""`newsdesk quarantine`: list what could not be filed and why, show one of it, or try it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Annotated

from cyclopts import App, Parameter

from flows.cli.options import DEFAULT, NONE_OR_MORE, Database
from flows.cli.output import ListFormat, deliver_records
from flows.cli.printing import say
from flows.cli.terminal import console, table
from parsers.errors import UsageError
from warehouse.database.place import Place
from warehouse.database.store import must_exist, reading
from warehouse.filing import quarantine as shelf

quarantine = App(name="quarantine", help="What could not be filed: list it, show one document, try it again.")


@quarantine.command(name="list")
def list_(*, format: ListFormat = "table", database: Database = DEFAULT) -> int:
    """List the documents that were rejected or failed, newest first.

    Example: newsdesk quarantine list
    """
    with reading(Place.at(database)) as warehouse:
        held = shelf.held(warehouse)
    if format != "table":
        deliver_records(held, shelf.Held, format)
        return 0
    rows = [
        (
            PurePath(h.source_uri).name or h.source_uri,
            h.outcome,
            h.byte_length,
            f"{h.arrived_at:%Y-%m-%d %H:%M}",
            h.reason,
        )
        for h in held
    ]
    console().print(table(("document", "outcome", "bytes", "arrived", "reason"), rows, right=("bytes",)))
    say(f"{len(held):,} documents in quarantine")
    return 0


BYTES_SHOWN = 2_000


@quarantine.command
def show(
    document: Annotated[
        str, Parameter(help="Its name, the end of its name, or its arrival_id. [default: the newest]")
    ] = "",
    *,
    bytes_: Annotated[
        int, Parameter(name=["--bytes", "-b"], help="How many of its first bytes to print.", validator=NONE_OR_MORE)
    ] = BYTES_SHOWN,
    database: Database = DEFAULT,
) -> int:
    """Show a document of the quarantine: why it is there, what reads its kind, and its first bytes.

    Example: newsdesk quarantine show press.zip#3
    """
    with reading(Place.at(database)) as warehouse:
        found = shelf.find(warehouse, document)
        payload = shelf.payload(warehouse, found) if found else None
    if found is None:
        raise UsageError(
            f"nothing in quarantine is called {document}; `newsdesk quarantine list` has the names"
            if document
            else "the quarantine is empty"
        )
    for name, value in _facts(found, payload):
        say(f"{name:<9} {value}")
    if payload:
        say(f"\n{_printable(payload[:bytes_])}")
        if len(payload) > bytes_:
            say(f"… {len(payload) - bytes_:,} bytes more; --bytes {len(payload)} prints all")
    return 0


def _facts(held: shelf.Held, payload: bytes | None) -> Iterator[tuple[str, str]]:
    """What is known of a document, as names and values."""
    reason, _, remedy = held.reason.partition(" — ")
    yield "document", held.source_uri
    yield "arrival", f"{held.arrival_id}, {held.arrived_at:%Y-%m-%d %H:%M}"
    yield "outcome", f"{held.outcome}: {reason}"
    if remedy:
        yield "to do", remedy
    if payload is None:
        yield "bytes", "not kept: hand the file in again"
        return
    yield "bytes", f"{len(payload):,}"
    yield "kind", _kind(payload, held)


def _kind(payload: bytes, held: shelf.Held) -> str:
    """What the bytes are, and what `quarantine retry` would read them with."""
    from parsers.formats import registry

    media_type = held.media_type or registry.recognise(payload, None, held.source_uri)
    known = registry.known(media_type)
    if known is None:
        return media_type
    if known[0].holds == "refused":
        return f"{known[0].title} ({media_type}): not read"
    return f"{known[0].title} ({media_type}); retry reads it" + (
        f" with {known[0].library}" if known[0].library else ""
    )


def _printable(payload: bytes) -> str:
    """Bytes as text where they are text, else as hexadecimal lines; `say` makes the rest visible."""
    if b"\x00" not in payload and sum(b < 9 or 13 < b < 32 for b in payload) <= len(payload) / 50:
        return payload.decode("utf-8", "replace")
    rows = (payload[at : at + 16] for at in range(0, len(payload), 16))
    return "\n".join(
        f"{n * 16:08x}  {row.hex(' '):<47}  {''.join(chr(b) if 32 <= b < 127 else '.' for b in row)}"
        for n, row in enumerate(rows)
    )


@quarantine.command
def retry(*, database: Database = DEFAULT) -> int:
    """Parse everything in quarantine again: the stored bytes, or the file at its path if it could not be read.

    Example: newsdesk quarantine retry
    """
    from flows.cli.ingest import report
    from flows.retry import retry as flow

    must_exist(Place.at(database))
    return report(lambda: flow, database, lambda: flow.fn, database=str(database))
