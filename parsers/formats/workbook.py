"""Excel workbooks (.xlsx): one article a row of each sheet whose columns are named."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from parsers.errors import Rejected
from parsers.fields.records import FieldNames
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import MEBIBYTE, Fault, Inside, Limits, Note
from parsers.formats.source import Source
from parsers.formats.tables import Columns, is_header
from parsers.model import Reason

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNPACKED = 1024 * MEBIBYTE
"""Bytes of all parts of a workbook; the strings of its cells are held while it is read."""

STRINGS = 256 * MEBIBYTE
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ArithmeticError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
)
"""What openpyxl raises over damaged sheets."""

ROWS_ABOVE = 10
"""Rows in which the names of the columns are looked for."""


def _matches(look: Look) -> bool:
    return look.head.startswith(b"PK") and (
        "xl/workbook.xml" in look.entries or (not look.entries and b"xl/workbook.xml" in look.head)
    )


KINDS = (
    Kind(media_type=XLSX, title="Excel workbook: one article a row", matches=_matches, holds="members", endings=(".xlsx", ".xlsm"), library="openpyxl", limit="1 GB unpacked, 256 MB of strings"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The articles of a workbook, sheet by sheet."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    file = source.seekable(limits.document)
    try:
        _bounded(zipfile.ZipFile(file))
        file.seek(0)
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except (*_FAULTS, InvalidFileException) as error:
        raise Rejected(
            f"the workbook is damaged ({error})"[:300], Reason.MALFORMED, "save it again, or as CSV"
        ) from error
    yield from _sheets(book, look.names)


def _bounded(archive: zipfile.ZipFile) -> None:
    sizes = {info.filename: info.file_size for info in archive.infolist()}
    if sum(sizes.values()) > UNPACKED or sizes.get("xl/sharedStrings.xml", 0) > STRINGS:
        raise Rejected("a workbook of more than 1 GB when unpacked", Reason.TOO_LARGE, "save it as CSV")


def _sheets(book: Any, known: FieldNames) -> Iterator[Inside]:  # noqa: ANN401 - openpyxl's
    number, refusal, found = 0, None, False
    others: list[str] = []
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        try:
            names = _header(rows, known)
            columns = Columns(names, known)
        except Rejected as error:
            refusal = error
            others.append(str(sheet.title))
            continue
        except _FAULTS as error:
            refusal = Rejected(
                f"a sheet is damaged ({error})"[:300], Reason.MALFORMED, "save the workbook again, or as CSV"
            )
            continue
        found = True
        try:
            for row in rows:
                if any(cell not in (None, "") for cell in row):
                    number += 1
                    if inside := columns.member(number, row):
                        yield inside
        except _FAULTS as error:
            yield Fault(
                number + 1, Reason.MALFORMED, f"the sheet cannot be read further ({error})"[:300], "save it as CSV"
            )
    if not found:
        raise refusal or Rejected("a workbook without sheets", Reason.EMPTY, "nothing to do")
    if others:
        yield Note(text=f"sheets without articles: {', '.join(others[:10])}{' …' if others[10:] else ''}")


def _header(rows: Iterator[tuple[object, ...]], known: FieldNames) -> list[str]:
    """The names of the columns: the first row that names articles' columns, below titles and empty rows."""
    first: list[str] = []
    for _ in range(ROWS_ABOVE):
        row = next(rows, None)
        if row is None:
            break
        names = [str(cell).strip() if cell is not None else "" for cell in row]
        if is_header([n for n in names if n], known):
            return names
        first = first or [n for n in names if n]
    raise Rejected(
        f"no row of this sheet names the columns of articles ({', '.join(first[:12])[:200]})", Reason.UNSUPPORTED,
        "name the columns in its first row: title, text, date, publisher, url",
    )  # fmt: skip
