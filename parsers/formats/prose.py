"""Whether a text reads like prose: what no format knows is an article only then.

The signs are of form, not of language: letters among the characters, no columns, no lines of code, nothing encoded.
A short text says too little about itself and is believed.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

LOOK = 20_000
"""Characters looked at."""

SHORT = 200
"""Characters below which a text is believed."""

LETTERS = 0.4
"""Share of letters among what is printed; prose has .9 and more, results of companies .5."""

MOST = 0.6
"""Share of lines that must look alike before they speak for the whole."""

COLUMNS = 0.8
"""Share of lines with the same number of separators."""

_ENCODED = re.compile(r"[A-Za-z0-9+/=_-]{40,}")
_CODE = re.compile(
    r"[;{}]\s*\Z|\A\s*(?:</?\w+|[\w.]+\s*[=:]=?\s*\S|[\w.]+\(.*\)\s*\Z|#include|//|/\*|\*/|return\b|end\b|\$\w+)"
)
_PAIR = re.compile(r"\A\s*[\w.\-\[\]\"']{1,60}\s*[=:]\s*\S{0,200}\Z")
_COLUMNS = re.compile(r"[\t|;]")


def fault(text: str) -> str | None:
    """Why a text does not read like prose; None when it does."""
    head = text[:LOOK]
    printed = "".join(head.split())
    if len(printed) < SHORT:
        return None
    lines = [line for line in head.split("\n") if line.strip()]
    if _encoded(lines, printed):
        return "letters and digits that encode something"
    if sum(map(str.isalpha, printed)) + _marks(printed) < LETTERS * len(printed):
        return "more figures and signs than letters"
    if len(lines) >= 5 and _columns(lines):
        return "columns without a header that names them"
    if len(lines) >= 8 and sum(_CODE.search(line) is not None and _coded(line) for line in lines) > MOST * len(lines):
        return "lines of code or settings"
    return None


def _marks(printed: str) -> int:
    """Signs that go with letters in scripts of the world (vowel signs, tones), which are no letters by themselves."""
    return (
        0
        if printed.isascii()
        else sum(ord(c) >= 0x300 and not c.isalpha() and not c.isdigit() and ord(c) < 0x2000 for c in printed)
    )


def _encoded(lines: list[str], printed: str) -> bool:
    """Most of it in long runs of letters and digits that no language has: digits, and capitals inside words."""
    runs = [m.group() for line in lines for m in _ENCODED.finditer(line)]
    strange = sum(len(run) for run in runs if _mixed(run))
    return strange > MOST * len(printed)


def _mixed(run: str) -> bool:
    capitals = sum(a.islower() and b.isupper() for a, b in pairwise(run))
    figures = sum(map(str.isdigit, run))
    return capitals > len(run) / 12 or figures > len(run) / 4


def _columns(lines: list[str]) -> bool:
    """Whether most lines have the same number of separators, three or more."""
    counts = Counter(len(_COLUMNS.findall(line)) for line in lines)
    count, times = counts.most_common(1)[0]
    return count >= 3 and times > COLUMNS * len(lines)


def _coded(line: str) -> bool:
    """Whether a line is code by more than its end: few words, or signs between them."""
    words = line.split()
    return (
        len(words) < 12
        and not line.rstrip().endswith((".", "!", "?", "”", '"'))
        and (_PAIR.match(line) is not None or line.rstrip()[-1:] in ";{}" or line.lstrip()[:1] in "<#/*$")
    )
