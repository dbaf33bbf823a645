"""CSV and TSV: one article a row, by the names of the columns.

The separator is found in the header line, quotation marks as in RFC 4180. A row with more or fewer cells than there are
columns is refused: nobody knows which cell is the text.
"""

from __future__ import annotations

import ast
import codecs
import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain
from typing import Any

from parsers.charset import decode, whole
from parsers.errors import Rejected
from parsers.fields.records import FieldNames, key_of
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import MEBIBYTE, Fault, Inside, Limits, Part
from parsers.formats.source import Source
from parsers.formulas import OWN_COLUMN, unmarked
from parsers.model import Reason
from parsers.sniff import JSON_LINES, bom, wide

CSV = "text/csv"
SEPARATORS = "\t,;|"
LISTS = frozenset({"author", "keywords", "section"})
"""Fields whose cells may hold a list."""

LONGEST_NAME = 100
_SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n", re.I)
_LIST = re.compile(r"\[.*\]|\{.*\}", re.S)
SAMPLE = 64 * 1024
PREAMBLE = 12
"""Lines at the top among which the names of the columns are looked for: a title and an empty line may be above them."""

_ESCAPED = re.compile(r"""(?:[^\\,;\t|\n"]|\n)\\"[^\n\\]""")
_DOUBLED = re.compile(r"""[^\\,;\t|\n"]""(?:[^,;\t|\n"]|\n)|(?:^|[,;\t|])"{3}[^"]""", re.M)
_ESCAPE = re.compile(r'(?<!\\)((?:\\\\)*)\\"')
LONGEST_LINE = 32 * MEBIBYTE


def columns_of(names: list[str], known: FieldNames) -> dict[str, str]:
    """The fields that the names of columns mean: field to name. Words of a sentence are no names."""
    fields: dict[str, str] = {}
    for name in names:
        field = known.field_of(key_of(name)) if name and len(name) <= LONGEST_NAME else None
        if field and field != "other":
            fields.setdefault(field, name)
    return fields


def is_header(names: list[str], known: FieldNames) -> bool:
    """Whether a row names the columns of articles: a headline or text among them, and something else that is known."""
    fields = columns_of(names, known)
    return ("body" in fields or "headline" in fields) and len(fields) >= 2 and len(set(names)) == len(names)


def _matches(look: Look) -> bool:
    if look.text is None or look.start[:1] in ("", "<", "{", "["):
        return False
    start = _SEPARATOR_LINE.sub("", look.start)
    lines = start.split("\n", PREAMBLE)[:PREAMBLE]
    first = lines[_preamble(lines, look.names)]
    named = look.ends(".csv", ".tsv", ".tab") or look.declared in (CSV, "text/tab-separated-values")
    if named and (any(s in first for s in SEPARATORS) or is_single(first, look.names)):
        return True
    separator = _separator(first, look.names)
    if separator is None:
        return False
    cells = _cells(first, separator)
    return is_header(cells, look.names) and "body" in columns_of(cells, look.names)


def is_single(first: str, known: FieldNames) -> bool:
    """Whether a line is the one name of a text's column."""
    return "body" in columns_of([first.strip().strip('"')], known)


KINDS = (
    Kind(media_type=CSV, title="CSV, TSV: one article a row", matches=_matches, holds="members", endings=(".csv", ".tsv"), library="csv (standard library)", limit="32 MB a cell"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The articles of a table, each row as a JSON object."""
    csv.field_size_limit(limits.line)
    encoding = _encoding(source)
    escaped = _is_escaped(source.peek(SAMPLE).decode(encoding, "replace"))
    rows = _rows(_Text(source, encoding), look.names, escaped)
    header = next((row for row in rows if isinstance(row, list) and any(c.strip() for c in row)), None)
    if not isinstance(header, list):
        raise Rejected("a table without a row", Reason.EMPTY, "nothing to do")
    names = [name.strip().lstrip("\ufeff") for name in header]
    # in tables of others an apostrophe before such a sign may be an apostrophe
    columns = Columns(names, look.names, formulas_marked=OWN_COLUMN in names)
    held: Inside | None = None
    for number, row in enumerate(rows, 1):
        if held:
            yield held
        if isinstance(row, str):
            yield Fault(number, Reason.MALFORMED, row, "repair the file")
            return
        held = columns.member(number, row)
    if held and not source.broken:  # else the cut went through it
        yield held


class Columns:
    """The names of a table's columns, and which of them is what. Raises Rejected when none is the text of an article."""

    def __init__(self, names: list[str], known: FieldNames, *, formulas_marked: bool = False) -> None:
        self.names = names
        self.fields = columns_of(names, known)
        self._marked = formulas_marked
        shown = ", ".join(name[:40] for name in names[:12])
        if "body" not in self.fields and "headline" in self.fields:
            raise Rejected(
                f"a table without a column for the text of the articles ({shown})", Reason.NO_TEXT,
                "add a column `text`, or fetch the pages it lists",
            )  # fmt: skip
        if "body" not in self.fields:
            raise Rejected(
                f"no column of this table is the text of an article ({shown})", Reason.UNSUPPORTED,
                "name the columns in its first row: title, text, date, publisher, url",
            )  # fmt: skip
        self._text = names.index(self.fields["body"])
        self._lists = frozenset(n for n in names if known.field_of(key_of(n)) in LISTS | {"publisher"})

    def member(self, number: int, row: Sequence[object]) -> Inside | None:
        """A row as a member, a JSON object of its cells; None for an empty row."""
        if all(c in (None, "") for c in row):
            return None
        extra = any(c not in (None, "") for c in row[len(self.names) :])
        if extra or len(row) <= self._text:
            return Fault(
                number, Reason.MALFORMED, f"a row of {len(row)} cells under {len(self.names)} columns",
                "put quotation marks around cells that hold separators or line breaks", to_json(dict(enumerate(row))), JSON_LINES,
            )  # fmt: skip
        record = {n: self._cell(n, v) for n, v in zip(self.names, row, strict=False) if n and v not in (None, "")}
        return Part(ordinal=number, payload=to_json(record), media_type=JSON_LINES)

    def _cell(self, name: str, value: object) -> object:
        """A cell; a list of people or terms that was written as JSON or by Python is one again.

        An apostrophe that `newsdesk export` put before a formula is taken away.
        """
        if self._marked and isinstance(value, str):
            value = unmarked(value)
        return _listed(value) if name in self._lists and isinstance(value, str) else value


def _listed(value: str) -> object:
    if not _LIST.fullmatch(value) or len(value) > 10_000:
        return value
    for reader in (json.loads, ast.literal_eval):
        try:
            found = reader(value)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            continue
        return found if isinstance(found, list | dict) else value
    return value


def to_json(record: Mapping[Any, object]) -> bytes:
    """A row as bytes: its cells under their columns' names."""
    return whole(json.dumps(record, ensure_ascii=False, default=plain)).encode()


def plain(value: object) -> object:
    """A value that JSON has no word for."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value.hex() if isinstance(value, bytes) else str(value)


# ---------------------------------------------------------------------------------------------------------------- text


class _Text:
    """A source as lines of text; a character that cannot be decoded is U+FFFD."""

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._held = ""
        self._at = 0

    def line(self) -> str:
        """The next line with its end; empty at the end. A line of more than 32 MB is cut."""
        while (end := self._held.find("\n", self._at)) < 0 and len(self._held) - self._at < LONGEST_LINE:
            data = self._source.read(SAMPLE)
            self._held = self._held[self._at :] + self._decoder.decode(data, final=not data)
            self._at = 0
            if not data:
                break
        stop = end + 1 if end >= 0 else len(self._held)
        line, self._at = self._held[self._at : stop], stop
        return line


def _encoding(source: Source) -> str:
    """The encoding of a table, by its head: every row has the same."""
    head = source.peek(SAMPLE)
    if marked := bom(head):
        return "utf-8-sig" if marked == "utf-8" else marked
    if twos := wide(head):
        return twos
    try:
        head[: head.rfind(b"\n") + 1 or len(head)].decode("utf-8")
    except UnicodeDecodeError:
        return decode(head, None, source.name).charset
    return "utf-8"


def _is_escaped(sample: str) -> bool:
    """Whether quotation marks in cells are written as Spark and MySQL write them (a backslash before them), not doubled."""
    return "\\" in sample and _ESCAPED.search(sample) is not None and _DOUBLED.search(sample) is None


def _preamble(lines: Sequence[str], known: FieldNames) -> int:
    """The lines above the names of the columns: a title, what was searched for, and an empty line."""
    for at, line in enumerate(lines):
        separator = _separator(line, known)
        cells = _cells(line, separator) if separator else []
        if not is_header(cells, known) or "body" not in columns_of(cells, known):
            continue
        return at if at and not lines[at - 1].strip(SEPARATORS + " \r\n") else 0
    return 0


def _rows(lines: _Text, known: FieldNames, escaped: bool) -> Iterator[list[str] | str]:
    """The rows of a table; a sentence where it cannot be read further."""
    first = lines.line()
    separator = None
    if found := _SEPARATOR_LINE.match(first):
        separator, first = found[1], lines.line()
    above = [first, *(lines.line() for _ in range(PREAMBLE - 1))]
    above = above[_preamble(above, known) :]
    first = above[0]
    separator = separator or _separator(first, known) or ","
    reader = csv.reader(_chained(above, lines, escaped), delimiter=separator, doublequote=True, skipinitialspace=True)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"the table cannot be read further ({error})"
            return
        yield row


def _chained(above: Sequence[str], lines: _Text, escaped: bool) -> Iterator[str]:
    for at, line in enumerate(chain(above, iter(lines.line, ""))):
        if line:
            bare = line if at else line.lstrip("\ufeff")
            yield _ESCAPE.sub(r'\1""', bare) if escaped and "\\" in bare else bare


def _cells(line: str, separator: str) -> list[str]:
    try:
        row = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
    return [cell.strip().lstrip("\ufeff") for cell in row]


def _separator(line: str, known: FieldNames) -> str | None:
    """The sign that parts a line into the most names that are known, or into the most cells."""
    best = max(SEPARATORS, key=lambda s: (len(columns_of(_cells(line, s), known)), line.count(s)))
    return best if best in line else None
