"""Residue: what a page's furniture left in the copy. Cut only as whole lines, at the edges, or where it is certain."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from parsers.fields.sheet import Line, after_space, before_space, mark
from parsers.model import Mark

Where = Literal["front", "start", "line", "end", "tail", "anywhere"]

LONGEST = 800
"""Characters: a line longer than this is never residue as a whole."""

CERTAIN = ("MENAFN", "menafn", "Menafn")
"""Words of which every pattern that may match anywhere holds one: texts without them are passed over."""

_NET = (
    r"(?:facebook|twitter|\bx\b|x \(twitter\)|whatsapp|telegram|linkedin|instagram|youtube|pinterest|reddit|messenger|viber|vk|vkontakte"
    r"|e-?mail|google(?: news| plus|\+)|threads|bluesky|mastodon|tiktok|flipboard|print|copy link|link)"
)
_NAMES = {"{net}": _NET, "{nets}": rf"{_NET}(?:[ ,/|•·]*(?:and )?{_NET}){{0,14}}", "{outlet}": r"[^\n|]{2,60}?"}


@lru_cache(maxsize=1)
def _table() -> dict[str, re.Pattern[str]]:
    """One pattern for each place, its alternatives named by row; `_rules` says what a row is called."""
    rows = tomllib.loads(files("parsers.fields").joinpath("residue.toml").read_text(encoding="utf-8"))["residue"]
    places: dict[str, list[str]] = {}
    for n, row in enumerate(rows):
        places.setdefault(row["where"], []).append(f"(?P<{row['rule']}__{n}>{_expanded(row['pattern'])})")
    return {where: re.compile("|".join(patterns), re.I) for where, patterns in places.items()}


def _expanded(pattern: str) -> str:
    for name, meaning in _NAMES.items():
        pattern = pattern.replace(name, meaning)
    return re.sub(r" (?![?*+{])", r"\\s*", pattern).replace(" ?", r"\s?")


def _rule(m: re.Match[str]) -> str:
    return (m.lastgroup or "").partition("__")[0]


def line_rule(text: str, line: Line, *places: Where) -> str | None:
    """The rule by which the whole line is residue in one of these places, or None."""
    if line.end - line.start > LONGEST:
        return None
    for place in places:
        if (pattern := _table().get(place)) and (m := pattern.fullmatch(text, line.start, line.end)):
            return _rule(m)
    return None


def at_start(text: str, at: int) -> Mark | None:
    """Residue at the very front that the body may follow on the same line."""
    m = _table()["start"].match(text, at)
    return mark("residue", m.start(), after_space(text, m.end()), _rule(m)) if m else None


def anywhere(text: str) -> Iterator[Mark]:
    """Residue that is certain wherever it stands: it goes with the white space before it."""
    if not any(word in text for word in CERTAIN):
        return
    for m in _table()["anywhere"].finditer(text):
        yield mark("residue", before_space(text, m.start()), m.end(), _rule(m))


_TAIL = 400
_STOPS = '.!?…”"»)'


def at_tail(text: str, line: Line) -> Mark | None:
    """Residue glued behind the last sentence of a line."""
    for m in _table()["tail"].finditer(text, max(line.start, line.end - _TAIL), line.end):
        before = before_space(text, m.start())
        if m.end() == line.end and before > line.start and text[before - 1] in _STOPS:
            return mark("residue", before, line.end, _rule(m))
    return None
