"""`newsdesk poll`: read the feeds that are due and file what is new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Allow, Database
from flows.cli.printing import say
from flows.cli.terminal import console, cut, table
from parsers.errors import UsageError
from warehouse.database.place import Place
from warehouse.database.store import reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from prefect import Flow

    from flows.web.polling import PollReport

FEEDS_FILE = Path("seeds/feeds.toml")
"""Read first when it is there and no other is named."""

TROUBLES_SHOWN = 20


def poll(
    feed: Annotated[
        str | None, Parameter(help="One feed, by id, address or title, due or not. [default: all that are due]")
    ] = None,
    *,
    everything: bool = False,
    feeds_file: Path | None = None,
    allow: Allow = (),
    database: Database = DEFAULT,
) -> int:
    """Poll the feeds that are due (or one, by id, address or title) and file their new entries.

    Exit code 0: what arrived was filed, or left out by your rules, also when feeds could not be read: they are in the
    table, in `newsdesk feeds list --trouble`, and are polled again. Exit code 1: an entry or page was rejected or failed;
    `newsdesk quarantine list` says why. Exit code 2: nothing was polled; the message says what to do.

    Example: newsdesk poll

    Parameters
    ----------
    everything
        Poll feeds that are not due, too.
    feeds_file
        Subscriptions as TOML, applied before polling. [default: seeds/feeds.toml, if it is there]

    Example: newsdesk poll
    """
    from flows.cli.ingest import Progress, followed

    if feeds_file and not feeds_file.is_file():
        raise UsageError(f"{feeds_file} is not a file; docs/feeds.md describes feeds.toml")
    declared = feeds_file or (FEEDS_FILE if FEEDS_FILE.exists() else None)
    with Progress() as progress:
        report = followed(
            _flow, progress, _plain, database=str(database), feeds_file=str(declared) if declared else None, everything=everything or feed is not None,
            only=_id(feed, database) if feed else None, allow=list(allow),
        )  # fmt: skip
    from flows.poll import heading

    out = console()
    if report.troubles:
        out.print(
            table(
                ("feed", "trouble"),
                [(cut(url, 60), cut(trouble, 100)) for url, trouble in report.troubles[:TROUBLES_SHOWN]],
            )
        )
    say(heading(report))
    return 0 if not report.summary or report.summary.good else 1


def _flow() -> Flow[..., PollReport]:
    from flows.poll import poll as flow

    return flow


def _plain() -> Callable[..., PollReport]:
    return _flow().fn


def _id(name: str, database: Path) -> str:
    from warehouse.filing import feeds

    with reading(Place.at(database)) as warehouse:
        return feeds.find(warehouse, name).feed_id
