"""Residue: what a page's furniture left in the copy. Cut only as whole lines, at the edges, or where it is certain."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from parsers.fields.case import small_ascii
from parsers.fields.sheet import Line, after_space, before_space, mark
from parsers.model import Mark

Where = Literal["front", "start", "line", "end", "tail", "anywhere"]

SEARCHED = ("tail", "anywhere")
"""Places where residue is looked for; everywhere else it is the whole line, or what is first."""

LONGEST = 800
"""Characters: a line longer than this is never residue as a whole."""

KEPT = 2048
"""Lines that are remembered: buttons and labels are in document after document, and copies repeat whole paragraphs."""

EDGE = 400
"""Characters at either end of a text in which residue may be glued to the body, and before a certain word."""

CERTAIN = ("MENAFN", "menafn", "Menafn")
"""Words of which every pattern that may match anywhere holds one near its beginning: other text is passed over."""

_NET = (
    r"(?:facebook|twitter|\bx\b|x \(twitter\)|whatsapp|telegram|linkedin|instagram|youtube|pinterest|reddit|messenger|viber|vk|vkontakte"
    r"|e-?mail|google(?: news| plus|\+)|threads|bluesky|mastodon|tiktok|flipboard|print|copy link|link)"
)
_NAMES = {"{net}": _NET, "{nets}": rf"{_NET}(?:[ ,/|•·]*(?:and )?{_NET}){{0,14}}", "{outlet}": r"[^\n|]{2,60}?"}


class _Row(NamedTuple):
    name: str
    pattern: str
    holds: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """The patterns of one place, for text in small letters; their alternatives are named by row (see `_rule`)."""

    every: re.Pattern[str]
    fixed: re.Pattern[str]
    """Without the rows that begin with anything: those are slow, and lines without the letters in `holds` need none."""
    holds: tuple[str, ...]
    each: tuple[re.Pattern[str], ...]
    """Of a place that is searched, the rows one by one: each begins with letters that are quick to look for."""

    def of(self, line: str) -> re.Pattern[str]:
        """The pattern for a whole line."""
        return self.every if any(map(line.__contains__, self.holds)) else self.fixed

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        first = min((m.start() for row in self.each if (m := row.search(text))), default=None)
        return iter(()) if first is None else self.every.finditer(text, first)


@lru_cache(maxsize=1)
def _table() -> dict[str, _Place]:
    rows = tomllib.loads(files("parsers.fields").joinpath("residue.toml").read_text(encoding="utf-8"))["residue"]
    places: dict[str, list[_Row]] = {}
    for n, row in enumerate(rows):
        made = _Row(f"{row['rule']}__{n}", _expanded(row["pattern"]), row.get("holds"))
        places.setdefault(row["where"], []).append(made)
    return {where: _place(where, made) for where, made in places.items()}


def _place(where: str, rows: list[_Row]) -> _Place:
    return _Place(
        every=re.compile("|".join(f"(?P<{r.name}>{r.pattern})" for r in rows)),
        fixed=re.compile("|".join(f"(?P<{r.name}>{r.pattern})" for r in rows if not r.holds)),
        holds=tuple(r.holds for r in rows if r.holds),
        each=tuple(re.compile(r.pattern) for r in rows if where in SEARCHED),
    )


def _expanded(pattern: str) -> str:
    for name, meaning in _NAMES.items():
        pattern = pattern.replace(name, meaning)
    return re.sub(r" (?![?*+{])", r"\\s*", pattern).replace(" ?", r"\s?")


def _rule(m: re.Match[str]) -> str:
    return (m.lastgroup or "").partition("__")[0]


def line_rule(text: str, line: Line, *places: Where) -> str | None:
    """The rule by which the whole line is residue in one of these places, or None."""
    length = line.end - line.start
    if length > LONGEST:
        return None
    return _rule_of(text[line.start : line.end], places)


@lru_cache(maxsize=KEPT)
def _rule_of(printed: str, places: tuple[Where, ...]) -> str | None:
    line = small_ascii(printed)
    for place in places:
        if (patterns := _table().get(place)) and (m := patterns.of(line).fullmatch(line)):
            return _rule(m)
    return None


def at_start(text: str, at: int) -> Mark | None:
    """Residue at the very front that the body may follow on the same line."""
    m = _table()["start"].every.match(small_ascii(text[at : at + EDGE]))
    return mark("residue", at, after_space(text, at + m.end()), _rule(m)) if m else None


def anywhere(text: str) -> Iterator[Mark]:
    """Residue that is certain wherever it stands: it goes with the white space before it."""
    first = min((at for word in CERTAIN if (at := text.find(word)) >= 0), default=None)
    if first is None:
        return
    start = max(0, first - EDGE)
    for m in _table()["anywhere"].found(small_ascii(text[start:])):
        yield mark("residue", before_space(text, start + m.start()), start + m.end(), _rule(m))


_STOPS = '.!?…”"»)'


def at_tail(text: str, line: Line) -> Mark | None:
    """Residue glued behind the last sentence of a line."""
    start = max(line.start, line.end - EDGE)
    for m in _table()["tail"].found(small_ascii(text[start : line.end])):
        before = before_space(text, start + m.start())
        if start + m.end() == line.end and before > line.start and text[before - 1] in _STOPS:
            return mark("residue", before, line.end, _rule(m))
    return None
