"""Straight quotation marks: which open and which close."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from parsers.repair.wordlists import word_list

_BEFORE_OPENING, _BEHIND_CLOSING = " \n\t([—–-", " \n\t.,;:!?)]—–-"

_STOPS = (".", "!", "?")
_FIRST_PERSON = re.compile(r"(?:I|We|My|Our|You)\b")
_SAID = re.compile(r"(?:said|says|added|told|asked|noted|stated|wrote)\b")
_WORD = re.compile(r"[^\W\d_]+")
_SINGLE = re.compile("(?<!')['’](?!')")
_QUOTED_WORD = re.compile(r"['’][^\W\d_]{3,}['’](?![^\W\d_])")
_CONTRACTION = re.compile(r"(?:s|t|m|d|re|ve|ll)(?![^\W\d_])")


class Marks(NamedTuple):
    """Straight quotation marks: where they open, and where nobody can tell."""

    opening: frozenset[int]
    doubtful: frozenset[int]


DOUBLED = "''"
NONE = Marks(frozenset(), frozenset())


def double_marks(text: str) -> Marks:
    """The sides of straight quotation marks, also of those typed as two single ones: `''so-called''`."""
    if DOUBLED not in text:
        return straight_marks(text) if '"' in text else NONE
    parts = text.split(DOUBLED)
    ends = list(accumulate(len(part) + 1 for part in parts[:-1]))
    found = straight_marks('"'.join(parts))
    return Marks(*(frozenset(at + bisect_right(ends, at) for at in some) for some in found))


def straight_marks(text: str) -> Marks:
    """The sides of straight quotation marks: by the white space beside them, else by the marks before and behind.

    Behind a full stop, a mark that opens if one believes those before it, or if one believes those behind it, may open:
    writers leave out the closing mark between two paragraphs of one speech, never an opening one. Where they left out
    others, any mark between two that open may be such.
    """
    every = [m.start() for m in re.finditer('"', text)]
    sides = [_side(text, at) for at in every]
    forward, backward = _alternate(sides), _alternate(sides[::-1], last=True)[::-1]
    leaves_out = any(one and two for one, two in pairwise(sides))
    opening, doubtful = set(), set()
    for i, at in enumerate(every):
        if forward[i] or (backward[i] and text[at - 1 : at] != ","):
            opening.add(at)
        between = i > 0 and sides[i - 1] is not False and sides[i + 1 : i + 2] != [False]
        if sides[i] is not None or text[at - 1 : at] not in _STOPS or not between:
            continue
        if _FIRST_PERSON.match(text, at + 1):
            opening.add(at)
        elif forward[i] != backward[i] or (leaves_out and _is_function_word(text, at + 1)):
            doubtful.add(at)
    return Marks(frozenset(opening), frozenset(doubtful))


def _is_function_word(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return word is not None and word.group().lower() in word_list("function")


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
    if text[at - 1 : at] == ":" and text[at + 1 : at + 2].isalnum():
        return True  # `said:"We`
    if text[at - 1 : at] == "," and _SAID.match(text, at + 1):
        return False  # `,"said`
    left = at == 0 or text[at - 1] in _BEFORE_OPENING
    right = at + 1 == len(text) or text[at + 1] in _BEHIND_CLOSING
    return left if left != right else None


def glued_quotes(text: str) -> dict[int, bool]:
    """Single quotation marks with a letter behind them that are no apostrophes: where, and whether they open.

    A mark behind a space opens; the next one that is no apostrophe closes, whatever is behind it. `first'slogan`
    closes if one is open; else it is `first's logan`, and an apostrophe as in any name (`Xi'an`). The mark before a single
    word with another behind it opens: `his'silence'`. A printer's closing mark never opens.
    """
    out, opened = {}, False
    for mark in _SINGLE.finditer(text):
        at = mark.start()
        if at == 0 or text[at - 1] in _BEFORE_OPENING:
            opened = True
        elif _CONTRACTION.match(text, at + 1):
            continue
        elif text[at + 1 : at + 2].isalpha():
            quoted = _QUOTED_WORD.match(text, at)
            if opened or quoted or text[at - 1] in ".,!?":
                out[at] = text[at] == "'" and (bool(quoted) or not opened)
            opened = bool(quoted)
        else:
            opened = False
    return out
