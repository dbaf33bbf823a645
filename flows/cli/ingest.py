"""`newsdesk ingest`: file documents and report the outcome of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import complain
from flows.cli.terminal import console, cut, shown, table

if TYPE_CHECKING:
    from flows.run.desk import Line, Summary

ROWS_SHOWN = 40
NOTES_SHOWN = 10


def ingest(*paths: Annotated[str, Parameter(allow_leading_hyphen=True)], database: Database = DEFAULT) -> int:
    """File documents: text, pages, JSON, tables, mail, PDF, Word, web archives, wires … (`newsdesk formats` lists all).

    Paths are files, folders (searched recursively), globs, or - for standard input. The same bytes are never filed
    twice. Exit code 1 when a document was rejected; `newsdesk quarantine list` says why.

    Example: newsdesk ingest seeds 'inbox/*.html' --database desk.duckdb
    """
    if not paths:
        complain("newsdesk ingest: name at least one path; for example: newsdesk ingest seeds")
        return 2

    from flows.run.sandbox import PARSING, prepared

    prepared(PARSING)  # the workers' word lists and tables are read while Prefect starts

    def run() -> Summary:
        from flows.ingest import ingest as flow

        return flow(paths=list(paths), database=str(database))

    return report(run, database)


def report(run: Callable[[], Summary], database: Path) -> int:
    """Run a flow that files documents, show its progress, print its outcomes; the exit code."""
    with Progress() as progress:
        progress.note("starting Prefect …")
        from flows import ingest as flows_ingest  # sets Prefect's defaults before Prefect is imported
        from prefect import tags  # isort: skip

        flows_ingest.watching.set(progress.advance)
        flows_ingest.saying.set(progress.note)
        with tags("newsdesk", "command line"):
            summary = run()
    _print(summary, database)
    return 0 if summary.good else 1


class Progress:
    """A live line on a terminal; elsewhere one plain line now and then."""

    EVERY = 2_000

    def __init__(self) -> None:
        self._console = console(errors=True)
        self._status = self._console.status("", spinner="dots") if self._console.is_terminal else None
        self._said = 0

    def __enter__(self) -> Progress:
        if self._status:
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._status:
            self._status.stop()

    def note(self, message: str) -> None:
        """Say something in passing."""
        if self._status:
            self._status.update(shown(message))
        else:
            self._console.print(message)

    def advance(self, summary: Summary) -> None:
        """Say how far a run is."""
        text = f"{summary.documents:,} documents filed"
        if self._status:
            self._status.update(shown(text))
        elif summary.documents - self._said >= self.EVERY:
            self._said = summary.documents
            self._console.print(text)


def _print(summary: Summary, database: Path) -> None:
    out = console()
    lines = sorted(summary.lines, key=lambda line: line.outcome not in ("failed", "rejected"))
    rows = [_row(line) for line in lines[:ROWS_SHOWN]]
    out.print(table(("document", "outcome", "headline", "publisher", "date", "words"), rows, right=("words",)))
    if summary.documents > len(rows):
        out.print(f"… and {summary.documents - len(rows):,} more")
    for note in summary.notes[:NOTES_SHOWN]:
        out.print(f"note: {PurePath(note).name}")
    from flows.run.desk import unread_keys

    if unread := unread_keys(summary):
        out.print(unread)
    counts = ", ".join(f"{n:,} {name}" for name, n in sorted(summary.outcomes.items()))
    out.print(f"\n{summary.documents:,} documents: {counts or 'nothing arrived'}")
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
