"""Words that were parted by a hyphen at a line's end and put on one line again: `dred-ging`, `dred- ging`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from parsers.repair.edits import Change, Note
from parsers.repair.lexicon import UNKNOWN

_SPACED = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-‐¬][ ]([^\W\d_]{2,})(?![\w-])")
_MARKS = "-‐¬"
"""The hyphens that stand at a line's end: that of typewriters, Unicode's own, and the sign that scanners print for a soft one."""
_BEHIND_SPACE = r" [^\W\d_]{2,}(?![\w-])"
_INSIDE = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-‐¬]([^\W\d_]{2,})(?![\w-])")
_COMMON, _VERY_COMMON, _WORD, _MARGIN = -6.3, -5.3, -5.6, 2.0
"""log10 frequency of the whole word, at least; of a part that may be a word of its own; what the whole must be ahead."""
_KNOWN, _PART, _LEAST_TAIL = -7.5, -5.0, 4
"""log10 frequency of a word beside others that a line's end parted, and of its rarer part, at most: lists have `wellknown`, too;
letters of a part that is no word by itself, at least."""
_LEAST = 2
"""So many different ones in a text, one of them certain, are no writer's."""
_OWN = 3
"""A line's end that parts one word so often is none: the writer parts it."""
_AND = frozenset("and or und oder et ou y e o i en of и или та або ve dan atau to bis bzw".split())
_BEFORE_HYPHEN = frozenset(
    "re co de non anti multi semi sub un bi tri inter intra pre post ex pro mid vice self all cross e mini micro macro neo"
    " over under out up off on in by half quasi pseudo ultra super extra counter para meta mega auto eco geo bio ré dé pré ri contre sur sous".split()
)
_BEHIND_HYPHEN = frozenset(
    "in ins out outs up ups off offs on ons down downs by ray la le lo las los les se me te".split()
)
"""Of `plug-ins` and `Blu-ray`, and the pronouns of `ver-la`."""


def may_be_parted(token: str, words: Mapping[str, float]) -> bool:
    """Whether a token is a known word with a hyphen in it, of which a part is no word."""
    found = _INSIDE.search(token)
    return found is not None and is_one(found.group(1), found.group(2), words)


def may_be_in(text: str) -> bool:
    """Whether a hyphen ends a word somewhere: dashes with a space on both sides do not count."""
    ends = text.count("- ")
    if ends > 0 and ends > text.count(" - "):
        return True
    return not text.isascii() and ("‐" in text or "¬" in text)


def joins(text: str, tokens: Collection[str], words: Mapping[str, float]) -> Iterator[Change | Note]:
    """The hyphens and spaces that go: where both parts are one known word, and not both are words of their own.

    One alone inside a word is only suspected. `tokens` are those of the text; they tell fast that there is nothing to do.
    """
    hyphened = [token for token in tokens if "-" in token]
    if not text.isascii() and ("‐" in text or "¬" in text):
        hyphened += [token for token in tokens if "-" not in token and ("‐" in token or "¬" in token)]
    if may_be_in(text):
        yield from _with_spaces(text, [t for t in hyphened if t[-1] in _MARKS and t[-3:-1].isalpha()], words)
    if not any(may_be_parted(token, words) for token in hyphened):
        return
    found = [
        m for m in _INSIDE.finditer(text)
        if is_one(m.group(1), m.group(2), words) or _is_likely(m.group(1), m.group(2), words)
    ]  # fmt: skip
    seen = Counter(m.group().lower().rstrip("s") for m in found)
    once = [m for m in found if seen[m.group().lower().rstrip("s")] < _OWN]
    many = len({m.group().lower().rstrip("s") for m in once}) >= _LEAST
    for m in once:
        if many:
            yield Change(m.end(1), m.start(2), "", "line_join", 0.9, "lost_hyphen")
        elif m.group(1).islower() and words.get((m.group(1) + m.group(2)).lower(), UNKNOWN) > _VERY_COMMON:
            yield Note(m.start(), m.end(), "suspect", 0.7, "lost_hyphen")


def _with_spaces(text: str, tokens: Collection[str], words: Mapping[str, float]) -> Iterator[Change | Note]:
    """Words' beginnings with their hyphens, wherever a space and the word's end are behind them.

    Where several are certain, the others came by their space in the same way: what they were tells `mended`.
    """
    found = [
        (m.start(), part)
        for token in tokens
        for m in re.finditer(re.escape(token) + _BEHIND_SPACE, text)
        if (part := _SPACED.search(m.group())) and part[2].lower() not in _AND
    ]
    sure = [is_one(part[1], part[2], words, spaced=True) for _, part in found]
    many = sum(sure) >= _LEAST
    for (at, part), certain in zip(found, sure, strict=True):
        kept = "" if certain else mended(part[1], part[2], words) if many else None
        start, end = at + part.end(1), at + part.start(2)
        if kept is not None:
            yield Change(start + len(kept), end, "", "line_join", 0.95 if certain else 0.9, "lost_hyphen")
        elif many and part[2][0].islower():
            yield Note(at + part.start(1), at + part.end(2), "suspect", 0.7, "lost_hyphen")


def mended(left: str, right: str, words: Mapping[str, float]) -> str | None:
    """What stays between two parts at a line's end, in a text where others are certain: nothing in one word, a hyphen in
    two; None if nobody can tell."""
    head, tail = left.lower(), right.lower()
    if not right[0].islower():
        return None
    if f"{head}-{tail}" in words:
        return "-"
    rarer = min(words.get(head, UNKNOWN), words.get(tail, UNKNOWN))
    one = _is_likely(left, right, words, _WORD) or (words.get(head + tail, UNKNOWN) > _KNOWN and rarer < _PART)
    return "" if one or (tail not in words and len(tail) >= _LEAST_TAIL) else None


def _is_likely(left: str, right: str, words: Mapping[str, float], least: float = _VERY_COMMON) -> bool:
    """Whether two parts that may be words of their own are one common word, in a text where others surely are."""
    head, tail = left.lower(), right.lower()
    if not right[0].islower() or f"{head}-{tail}" in words or head[-1] == tail[0]:
        return False
    return words.get(head + tail, UNKNOWN) > least


def is_one(left: str, right: str, words: Mapping[str, float], spaced: bool = False) -> bool:
    """Whether two parts are one word that a line's end parted, and not two with a hyphen."""
    head, tail = left.lower(), right.lower()
    whole = words.get(head + tail, UNKNOWN)
    if whole < _COMMON or not right[0].islower() or (not spaced and (head in _BEFORE_HYPHEN or tail in _BEHIND_HYPHEN)):
        return False
    if f"{head}-{tail}" in words:
        return False
    parts = [words.get(head, UNKNOWN), words.get(tail, UNKNOWN)]
    if spaced:
        return min(parts) < _WORD or whole > sum(parts) + _MARGIN
    return min(parts) < _COMMON
