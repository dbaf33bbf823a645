"""Straight quotation marks: which open and which close."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BEFORE_OPENING, _BEHIND_CLOSING = " \n\t([—–-", " \n\t.,;:!?)]—–-"

_SPEECH = re.compile(r"(?:said|says|added|told|asked|noted|stated|wrote),\Z")
_SINGLE = re.compile("['’]")
_CONTRACTION = re.compile(r"(?:s|t|m|d|re|ve|ll)(?![^\W\d_])")


def opening_marks(text: str) -> frozenset[int]:
    """Where straight quotation marks open: by the white space beside them, else by the marks before and behind.

    Behind a full stop, a mark that opens if one believes those before it, or if one believes those behind it, opens:
    writers leave out the closing mark between two paragraphs of one speech, never an opening one.
    """
    marks = [m.start() for m in re.finditer('"', text)]
    sides = [_side(text, at) for at in marks]
    forward, backward = _alternate(sides), _alternate(sides[::-1], last=True)[::-1]
    return frozenset(
        at
        for at, one, two in zip(marks, forward, backward, strict=True)
        if one or (two and not text[:at].endswith(","))
    )


def _alternate(sides: Sequence[bool | None], last: bool = False) -> list[bool]:
    """Each mark's side, where it is sure, else the other one than its neighbour's."""
    out: list[bool] = []
    opens = last
    for side in sides:
        opens = side if side is not None else not opens
        out.append(opens)
    return out


def _side(text: str, at: int) -> bool | None:
    """Whether a mark opens, by white space on one side of it only; None if that does not tell."""
    if text[at - 1 : at] == "," and text[at + 1 : at + 2].islower() and not _SPEECH.search(text, max(0, at - 12), at):
        return False  # `,"said`
    left = at == 0 or text[at - 1] in _BEFORE_OPENING
    right = at + 1 == len(text) or text[at + 1] in _BEHIND_CLOSING
    return left if left != right else None


def glued_quotes(text: str) -> dict[int, bool]:
    """Single quotation marks with a letter behind them that are no apostrophes: where, and whether they open.

    A mark behind a space opens; the next one that is no apostrophe closes, whatever stands behind it. `first'slogan`
    closes if one is open; else it is `first's logan`, and an apostrophe as in any name (`Xi'an`).
    """
    out, opened = {}, False
    for mark in _SINGLE.finditer(text):
        at = mark.start()
        if at == 0 or text[at - 1] in _BEFORE_OPENING:
            opened = True
        elif _CONTRACTION.match(text, at + 1):
            continue
        elif text[at + 1 : at + 2].isalpha():
            if opened or text[at - 1] in ".,!?":
                out[at] = not opened
            opened = False if opened else opened
        else:
            opened = False
    return out
