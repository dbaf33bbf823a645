"""Cells of CSV that a spreadsheet would compute: marked with an apostrophe when written, unmarked when read back.

Excel, LibreOffice and Google Sheets treat a cell that begins with one of `=+-@`, a tab or a carriage return as a formula,
which can fetch addresses and start programs. https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re

MARK = "'"

_COMPUTED = re.compile(r"'*[ \xa0\ufeff]*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet may compute, after the spaces that some of them trim; their full-width forms count, too."""

OWN_COLUMN = "article_body"
"""A table with a column of this name was exported by newsdesk."""


def marked(cell: str) -> str:
    """The cell as text for every spreadsheet. `unmarked` gives the cell back, whatever it holds."""
    return MARK + cell if _COMPUTED.match(cell) else cell


def unmarked(cell: str) -> str:
    """The cell before it was marked."""
    return cell[1:] if cell.startswith(MARK) and _COMPUTED.match(cell, 1) else cell
