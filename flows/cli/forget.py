"""`newsdesk forget`: take out an article, a document or an outlet for good, or let it in again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.output import readable
from flows.cli.printing import say
from flows.delivery import feed_files
from flows.reporting.counting import counted
from parsers.errors import UsageError
from warehouse.database.holders import holders
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, must_exist, reading
from warehouse.filing import archive_erasure, forgetting, tombstones
from warehouse.filing.archive_erasure import Archived
from warehouse.filing.forgetting import Preview

SHOWN = 10
"""Articles and sources that are named before the rest is counted."""


def forget(
    name: Annotated[
        str, Parameter(help="An article's id, a document's SHA-256, arrival or source, or the name of an outlet.")
    ],
    *,
    reason: Annotated[str | None, Parameter(help="Why. The ledger keeps it.")] = None,
    kind: Annotated[
        Literal["article", "document", "outlet"] | None,
        Parameter(help="What NAME is, when it could be several things."),
    ] = None,
    yes: Annotated[bool, Parameter(negative="", help="Do not ask.")] = False,
    lift: Annotated[
        bool, Parameter(negative="", help="Let a forgotten document be filed again the next time that it arrives.")
    ] = False,
    backup: Annotated[
        tuple[Path, ...], Parameter(negative=(), help="A backup to look into, beside those that lie with the database.")
    ] = (),
    database: Database = DEFAULT,
) -> int:
    """Take out an article, a document or all that an outlet printed: bytes, text, facts, search, its part in stories.

    It shows what goes and asks. The ledger keeps that it was there, when it went and why; the same bytes are rejected when
    they come again. The database file is rewritten, so that nothing of it is left in free blocks. Files that still hold it
    are named at the end.

    Example: newsdesk forget 3f2a9c --reason "taken down on request of the author"
    """
    place = Place.at(database)
    if lift:
        return _lift(place, name)
    if not reason or not reason.strip():
        raise UsageError("say why with --reason; the ledger keeps it")
    with reading(place) as warehouse:
        name = _whole_path(warehouse, name)
        archived = archive_erasure.named(warehouse, name)
        known = tombstones.named(warehouse, name)
        goes = None if known else forgetting.preview(warehouse, forgetting.scope(warehouse, name, kind))
    from flows.run import forgetting as forgets

    if archived:
        return _archived(place, name, archived, reason.strip(), yes)
    if goes is None:
        forgets.resume(place)
        say(f"{name} is forgotten already; newsdesk forget {name} --lift lets it in again")
        return 0
    say("\n".join(_shown(goes)))
    if not yes and not _agreed():
        raise UsageError(REFUSED)
    done = forgets.takedown(place, name, kind, reason=reason.strip(), say=say)
    feed_files.renew_published(place)
    say(
        f"forgotten: {counted(done.articles, 'articles')}, {counted(len(done.documents), 'documents')}; the database was rewritten and published"
    )
    say("\n".join(_left(place, done.documents, goes, backup)))
    return 0


def _whole_path(warehouse: Warehouse, name: str) -> str:
    """The source that a file's path, written as one does in this folder, stands for; any other name as it is."""
    whole = str(Path(name).expanduser().absolute())
    return whole if forgetting.is_source(warehouse, whole) else name


def _lift(place: Place, name: str) -> int:
    from flows.run import forgetting as forgets

    must_exist(place)
    found = forgets.lift(place, name)
    if not found:
        raise UsageError(f"nothing that was forgotten has an id that begins with {name}")
    say(f"{counted(len(found), 'documents')} may be filed again; hand the files in again")
    return 0


def _archived(place: Place, name: str, found: tuple[Archived, ...], reason: str, yes: bool) -> int:
    """Take out what was moved to an archive."""
    from flows.run.archiving import take_out

    for each in found:
        say(f"{', '.join(each.articles)}  in {each.path}")
    if not yes and not _agreed():
        raise UsageError(REFUSED)
    say(
        f"forgotten: {counted(take_out(place, name, reason, say=say), 'documents')}; the files of the archive were rewritten"
    )
    say("copies of the archive that lie elsewhere still hold it")
    return 0


REFUSED = "nothing was forgotten; --yes forgets without asking"


def _agreed() -> bool:
    """Whether the person at the terminal says yes; nobody there is no."""
    return sys.stdin.isatty() and input("Forget this for good? [y/N] ").strip().lower() in ("y", "yes")


def _shown(goes: Preview) -> Iterator[str]:
    """What goes, in lines."""
    for article_id, headline, outlet, date in goes.lines[:SHOWN]:
        yield "  ".join(filter(None, (article_id, headline, outlet, readable(date))))
    if len(goes.lines) > SHOWN:
        yield f"… and {counted(len(goes.lines) - SHOWN, 'articles')} more"
    for address, _, arrivals in goes.sources[:SHOWN]:
        yield f"from {address}" + (f" ({arrivals} times)" if arrivals > 1 else "")
    if len(goes.sources) > SHOWN:
        yield f"… and from {len(goes.sources) - SHOWN:,} more places"
    yield "goes: " + ", ".join(f"{n:,} × {name}" for name, n in goes.rows if n and not name.startswith("story"))
    if goes.others:
        yield f"stays: {counted(goes.others, 'articles')} of the same stories, which are reconciled without it"


def _left(place: Place, documents: tuple[str, ...], goes: Preview, backups: tuple[Path, ...]) -> Iterator[str]:
    """What still holds the documents, or may."""
    for holder in holders(place, documents, backups):
        held = "still holds it" if holder.documents else "cannot be read; it may hold it"
        written = f"written {holder.written_at:%Y-%m-%d %H:%M} UTC" if holder.written_at else "not there now"
        yield f"{holder.path} ({written}) {held}"
    for address, kind, _ in goes.sources:
        if kind == "file" and Path(address.split("#")[0]).is_file():
            yield f"{address} is still there; it is rejected if it is filed again"
    yield "backups and copies made before now that lie elsewhere still hold it, and readers that are open still see it"
    yield "newsdesk export --to takes it out of the mirrors that it keeps"
    yield "Prefect's pages may show its headline until their history is deleted (newsdesk maintain --keep-days)"
