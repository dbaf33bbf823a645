"""`newsdesk ingest`: file documents and report the outcome of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import complain
from flows.cli.terminal import console, cut, shown, table
from flows.exit_codes import ExitCode
from warehouse.database.place import Place

if TYPE_CHECKING:
    from prefect import Flow

    from flows.run.summary import Line, Summary

R = TypeVar("R")

ROWS_SHOWN = 40
NOTES_SHOWN = 10


def ingest(*paths: Annotated[str, Parameter(allow_leading_hyphen=True)], database: Database = DEFAULT) -> int:
    """File documents: text, pages, JSON, tables, mail, PDF, Word, web archives, wires … (`newsdesk formats` lists all).

    Paths are files, folders (searched recursively), globs, or - for standard input. The same bytes are never filed
    twice. Exit code 1 when a document was rejected; `newsdesk quarantine list` says why. Exit code 2 when a glob matches
    nothing; the other paths are taken in.

    Example: newsdesk ingest seeds 'inbox/*.html' --database desk.duckdb
    """
    if not paths:
        complain("newsdesk ingest: name at least one path; for example: newsdesk ingest seeds")
        return 2

    from flows.inbox.files import unmatched
    from flows.run.sandbox import PARSING, prepared

    if not Place.at(database).published.exists():
        prepared(PARSING)  # all of it is new: the workers' word lists and tables are read while this process starts

    def flow() -> Flow[..., Summary]:
        from flows.ingest import ingest

        return ingest

    def plain() -> Callable[..., Summary]:
        from flows.filing import take_in

        return take_in

    missing = unmatched(paths)
    code = report(flow, database, plain, paths=list(paths), database=str(database))
    for pattern in missing:
        complain(f"newsdesk: {pattern} matches no file; the other paths are taken in")
    return ExitCode.NOTHING if missing else code


def report(
    flow: Callable[[], Flow[..., Summary]], shown: Path, plain: Callable[[], Callable[..., Summary]],
    **parameters: Any,  # noqa: ANN401 - parameters of the flow
) -> int:  # fmt: skip
    """Run a flow that files documents, show its progress, print its outcomes; the exit code.

    `flow` and `plain` import it and what does the same without Prefect, `shown` is the database as the person named it,
    the rest are the flow's parameters.
    """
    with Progress() as progress:
        summary = followed(flow, progress, plain, **parameters)
    _print(summary, shown)
    return 0 if summary.good else 1


def followed(
    flow: Callable[[], Flow[..., R]], progress: Progress, plain: Callable[[], Callable[..., R]],
    **parameters: Any,  # noqa: ANN401 - parameters of the flow
) -> R:  # fmt: skip
    """What a flow returns that tells how it gets on."""
    progress.note("starting …")
    from flows import filing  # slow to import: after the note
    from flows.cli.flow_calls import call

    filing.watching.set(progress.advance)
    filing.saying.set(progress.note)
    return call(flow, progress.keep, plain, **parameters)


class Progress:
    """A live line on a terminal; elsewhere one plain line now and then."""

    EVERY = 2_000

    def __init__(self) -> None:
        self._console = console(errors=True)
        self._status = self._console.status("", spinner="dots") if self._console.is_terminal else None
        self._said = 0
        self._noted = ""

    def __enter__(self) -> Progress:
        if self._status:
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._status:
            self._status.stop()

    def note(self, message: str) -> None:
        """Say something in passing; the same thing once."""
        if self._status:
            self._status.update(shown(message))
        elif message != self._noted:
            self._noted = message
            self._console.print(message, soft_wrap=True)

    def keep(self, message: str) -> None:
        """Say something that stays."""
        self._console.print(f"newsdesk: {message}", soft_wrap=True)

    def advance(self, summary: Summary) -> None:
        """Say how far a run is."""
        text = f"{summary.documents:,} documents filed"
        if summary.reading:
            name, share = summary.reading
            text += f"   {cut(PurePath(name).name, 40)} {bar(share)} {share:.0%} read"
        if self._status:
            self._status.update(shown(text))
        elif summary.documents - self._said >= self.EVERY:
            self._said = summary.documents
            self._console.print(text)


BAR = 24
"""Characters of the bar of a large file."""


def bar(share: float) -> str:
    """A bar of which a share, from 0 to 1, is filled."""
    full = round(BAR * min(1.0, max(0.0, share)))
    return "━" * full + "─" * (BAR - full)


def _print(summary: Summary, database: Path) -> None:
    out = console()
    lines = sorted(summary.lines, key=lambda line: line.outcome not in ("failed", "rejected"))
    rows = [_row(line) for line in lines[:ROWS_SHOWN]]
    out.print(table(("document", "outcome", "headline", "publisher", "date", "words"), rows, right=("words",)))
    if summary.documents > len(rows):
        out.print(f"… and {summary.documents - len(rows):,} more")
    for note in summary.notes[:NOTES_SHOWN]:
        out.print(f"note: {PurePath(note).name}")
    from flows.monitoring.artifacts import outcomes_line
    from flows.reporting.counting import counted
    from flows.run.summary import unread_keys

    if unread := unread_keys(summary):
        out.print(unread)
    out.print(f"\n{outcomes_line(summary.outcomes)}")
    if summary.alerts:
        out.print(f"Watches gave {counted(summary.alerts, 'alerts')}: newsdesk watches found" + _option(database))
    if not summary.good:
        out.print("Why, and what to do: newsdesk quarantine list" + _option(database))
    out.print(
        f'Try next: newsdesk sql "select publisher, headline, word_count from article order by date_published"{_option(database)}'
    )


def _row(line: Line) -> tuple[object, ...]:
    said = line.headline or line.reason
    return (cut(_name(line), 40), str(line.outcome), cut(said, 90), cut(line.publisher, 24), _date(line), line.words)


def _name(line: Line) -> str:
    return PurePath(line.document).name or line.document


def _date(line: Line) -> str:
    return f"{line.date_published:%Y-%m-%d}" if line.date_published else ""


def _option(database: Path) -> str:
    return "" if database == DEFAULT else f" --database {database}"
