"""Answers as text and files: a table for people, CSV, JSON, JSON Lines, Markdown, Parquet for everything else."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import chain, islice
from math import isfinite
from pathlib import Path
from typing import IO, Annotated, Any, Literal

from cyclopts import Parameter

from flows.cli.printing import Visible
from flows.escaping import in_json, markdown, visible
from parsers.errors import UsageError
from parsers.formulas import marked
from warehouse.asking.query import Answer, ask, questions, statements, to_parquet
from warehouse.database.place import Place
from warehouse.database.store import Warehouse

Out = IO[str] | Visible

Format = Literal["table", "csv", "json", "jsonl", "markdown", "parquet"]
ENDINGS: dict[str, Format] = {
    ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "markdown", ".parquet": "parquet",
    ".txt": "table",
}  # fmt: skip

FormatOption = Annotated[
    Format | None, Parameter(name=["--format", "-f"], help="Output format. [default: table, or by FILE's ending]")
]
OutputOption = Annotated[Path | None, Parameter(name=["--output", "-o"], help="Write to FILE instead of the terminal.")]

RawOption = Annotated[
    bool,
    Parameter(name="--raw", negative="", help="CSV and Markdown with exact values: formulas and links are not marked."),
]

ListFormat = Annotated[
    Literal["table", "csv", "json", "jsonl", "markdown"], Parameter(name=["--format", "-f"], help="Output format.")
]
"""Of a verb that makes its rows by itself."""

PLAN = ("explain_key", "explain_value")
"""What `explain` answers: a drawing."""

ROWS_ON_TERMINAL = 500
"""More rows than anyone scrolls through; files and pipes get all of them."""


def deliver(
    place: Place,
    query: str | Callable[[Warehouse], str],
    form: Format | None,
    output: Path | None,
    *,
    raw: bool = False,
    seconds: float | None = None,
) -> None:
    """Answer a query in a format, on standard output or as a file that appears whole or not at all.

    The query is given, or made when the database is open.

    With `raw`, CSV and Markdown hold the exact values; raises UsageError for other formats, which need no such switch.
    Raises QuestionError when a query takes more than so many seconds.
    """
    chosen = form or (_by_ending(output) if output else "table")
    if raw and chosen not in MARKED:
        raise UsageError(f"--raw is for {' and '.join(MARKED)}; {chosen} needs none")
    if output is None:
        if chosen == "parquet":
            raise UsageError("Parquet is not text; name a file with --output FILE.parquet")
        with questions(place) as warehouse:
            for statement in statements(query if isinstance(query, str) else query(warehouse)):
                show(ask(warehouse, statement, seconds=seconds), chosen, sys.stdout, raw=raw)
        return
    with whole(output.absolute()) as part, questions(place, output=part) as warehouse:
        made = query if isinstance(query, str) else query(warehouse)
        if chosen == "parquet":
            to_parquet(warehouse, made, part, seconds)
        else:
            with part.open("w", encoding="utf-8", newline="") as file:
                write(ask(warehouse, made, seconds=seconds), chosen, file, raw=raw)


def deliver_records(records: Sequence[Any], kind: type, form: Format) -> None:
    """Records of a dataclass as rows of its fields, on standard output in a format."""
    names = tuple(field.name for field in fields(kind))
    deliver_rows(names, ([getattr(each, name) for name in names] for each in records), form)


def deliver_rows(names: Sequence[str], rows: Iterable[Sequence[Any]], form: Format) -> None:
    """Rows that a verb has made, on standard output in a format."""
    answer = Answer(tuple(names), ("VARCHAR",) * len(names), (tuple(map(_row_value, row)) for row in rows))
    show(answer, form, sys.stdout)


def _row_value(value: object) -> object:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def as_json(value: object) -> str:
    """A record or rows as JSON for a program, on several lines; what a terminal would obey is escaped."""
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    return in_json(json.dumps(_finite(plain), ensure_ascii=False, default=_plain, allow_nan=False, indent=1))


def _by_ending(output: Path) -> Format:
    if output.suffix and output.suffix.lower() not in ENDINGS:
        raise UsageError(f"{output}: no format has this ending; use {', '.join(ENDINGS)}, or say --format")
    return ENDINGS.get(output.suffix.lower(), "csv")


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A temporary path that becomes the target when all went well."""
    if not target.parent.is_dir():
        raise UsageError(f"the folder {target.parent} does not exist")
    part = target.with_name(f".{target.name}.part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def show(answer: Answer, form: Format, out: IO[str], *, raw: bool = False) -> None:
    """Print an answer for a terminal, or a pipe that may end at one: what a terminal would obey is made visible."""
    write(answer, form, out if raw and form in MARKED else Visible(out), raw=raw)


def write(answer: Answer, form: Format, out: Out, *, raw: bool = False) -> None:
    """Write an answer; nothing where there are no columns."""
    if answer.names:
        writers = {**WRITERS, **(EXACT if raw else {})}
        writers[form](answer, out)


def _table(answer: Answer, out: Out) -> None:
    if answer.names == PLAN:
        for _, plan in answer.rows:
            out.write(plan)
        return
    if not out.isatty():
        _aligned(answer, out)
        return
    from flows.cli.terminal import console, table

    rows = list(islice(answer.rows, ROWS_ON_TERMINAL + 1))
    shown = [[_line(value) for value in row] for row in rows[:ROWS_ON_TERMINAL]]
    console().print(table(answer.names, shown, right=answer.numbers))
    if len(rows) > len(shown):
        out.write(f"… the first {ROWS_ON_TERMINAL} rows; --format csv gives all\n")


def _aligned(answer: Answer, out: Out) -> None:
    """The table in plain characters, nothing cut."""
    rows = [answer.names, *([visible(_line(value)) for value in row] for row in answer.rows)]
    right = [name in answer.numbers for name in answer.names]
    widths = [max(len(row[i]) for row in rows) for i in range(len(answer.names))]
    for row in rows:
        cells = (c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right, strict=True))
        out.write("  ".join(cells).rstrip() + "\n")


def _csv(answer: Answer, out: Out) -> None:
    _csv_table(answer, out, _marked)


def _csv_table(answer: Answer, out: Out, cell: Callable[[object], object]) -> None:
    """Rows of cells. Python's writer puts no quotation marks around a carriage return, which would end the row for others."""
    plain = csv.writer(out, lineterminator="\n")
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    for row in ([*map(cell, each)] for each in chain([answer.names], answer.rows)):
        broken = any(isinstance(value, str) and "\r" in value for value in row)
        (quoted if broken else plain).writerow(row)


def _marked(value: object) -> object:
    """A cell; text that a spreadsheet would compute is marked, numbers are numbers."""
    return marked(value) if isinstance(value, str) else _cell(value)


def _exact_csv(answer: Answer, out: Out) -> None:
    _csv_table(answer, out, _cell)


def _jsonl(answer: Answer, out: Out) -> None:
    for row in answer.rows:
        out.write(_json(dict(zip(answer.names, row, strict=True))) + "\n")


def _json_array(answer: Answer, out: Out) -> None:
    between = "["
    for row in answer.rows:
        out.write(between + "\n  " + _json(dict(zip(answer.names, row, strict=True))))
        between = ","
    out.write("[]\n" if between == "[" else "\n]\n")


def _markdown(answer: Answer, out: Out) -> None:
    _markdown_table(answer, out, markdown)


def _exact_markdown(answer: Answer, out: Out) -> None:
    """Links and marks of the values work; only what would end a cell is escaped."""
    _markdown_table(answer, out, lambda cell: cell.replace("|", "\\|"))


def _markdown_table(answer: Answer, out: Out, escaped: Callable[[str], str]) -> None:
    out.write(_row(map(escaped, answer.names)))
    out.write(_row("---:" if name in answer.numbers else "---" for name in answer.names))
    numbers = [name in answer.numbers for name in answer.names]
    for row in answer.rows:
        cells = ((_line(value), number) for value, number in zip(row, numbers, strict=True))
        out.write(_row(cell if number else escaped(cell) for cell, number in cells))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


WRITERS: dict[str, Callable[[Answer, Out], None]] = {
    "table": _table, "csv": _csv, "json": _json_array, "jsonl": _jsonl, "markdown": _markdown,
}  # fmt: skip
EXACT: dict[str, Callable[[Answer, Out], None]] = {"csv": _exact_csv, "markdown": _exact_markdown}
"""The same with every value as it is."""

MARKED = tuple(EXACT)


def readable(value: object) -> str:
    """A value for people: dates without a needless time, lists without brackets."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() and abs(value) >= 10_000 else f"{value:.10g}"
    if isinstance(value, list | tuple):
        return ", ".join(readable(v) for v in value)
    if isinstance(value, bytes):
        return value.hex()
    return str(value)


def _line(value: object) -> str:
    return " ".join(readable(value).split())


def _moment(value: datetime) -> str:
    if (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0):
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m-%d %H:%M}" if value.second == 0 else f"{value:%Y-%m-%d %H:%M:%S}"


def _cell(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, timedelta):  # as DuckDB and pandas read it; str() puts a comma between
        return f"{value.days} days {timedelta(seconds=value.seconds, microseconds=value.microseconds)}"
    return _json(value) if isinstance(value, list | tuple | dict) else value


def _json(value: object) -> str:
    return in_json(json.dumps(_finite(value), ensure_ascii=False, default=_plain, allow_nan=False))


def _finite(value: object) -> object:
    """A value without what JSON has no word for: infinite numbers and NaN become null."""
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): _finite(v) for key, v in value.items()}
    return [_finite(v) for v in value] if isinstance(value, list | tuple) else value


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value.hex() if isinstance(value, bytes) else str(value)
