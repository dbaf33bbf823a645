"""Full-text search: the articles that answer a query, and the passages that show it.

The index is three tables (`warehouse.filing.word_index`) and the macro `search` (views/060_search.sql), so that every
DuckDB client can search without an extension. The macro `search_words` splits queries into words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from warehouse.database.sql import written
from warehouse.database.store import Warehouse
from warehouse.database.terms import WORD, fold

CLAUSE = re.compile(r'-?"[^"]*"\*?|[^\s"]+')

SNIPPET_WORDS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that answers a query. `score` is BM25; `snippet` its densest stretch, `marks` the matches in it.

    `named` are the matches in the headline (in the opening words of an article that has none).
    """

    article_id: str
    score: float
    occurrences: int
    headline: str | None
    publisher: str | None
    date_published: datetime | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    named: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for: words, and which articles count: published from `since` to before `until`, by an outlet."""

    query: str
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    limit: int = 10


def search_query(sought: Sought) -> str:
    """The search as a query with its values written in, so that it can be delivered in any format."""
    return written("search_found", asdict(sought))


def find(warehouse: Warehouse, sought: Sought) -> tuple[int, tuple[Hit, ...]]:
    """How many articles answer a query, and the best of them with snippets."""
    rows = warehouse.rows("search_hits", asdict(sought))
    wanted = clauses(sought.query)
    hits = tuple(_hit(row[:6], row[6], wanted) for row in rows)
    return (rows[0][7] if rows else 0), hits


def _hit(row: Sequence[object], body: str, wanted: Sequence[Clause]) -> Hit:
    text, marks = snippet(body, wanted)
    names = ("article_id", "score", "occurrences", "headline", "publisher", "date_published")
    named = matches(str(row[3]), wanted)
    return Hit(**dict(zip(names, row, strict=True)), snippet=text, marks=marks, named=named)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Clause:
    """A word or a phrase to find: its folded words, and whether the last is only a beginning."""

    words: tuple[str, ...]
    prefix: bool


def clauses(query: str) -> tuple[Clause, ...]:
    """What a query wants to see (not what it excludes)."""
    found: list[Clause] = []
    for said in CLAUSE.findall(query):
        words = tuple(fold(word) for word in WORD.findall(said))
        if words and not said.startswith("-") and said != "OR":
            found.append(Clause(words, said.endswith(("*", '*"'))))
    return tuple(found)


def snippet(
    body: str, wanted: Sequence[Clause], length: int = SNIPPET_WORDS
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of `length` words with the most different matches, and their positions in it."""
    words = _words(body)
    found = _matches(words, wanted)
    first = _densest([(at, clause) for at, _, clause in found], length)
    last = min(first + length, len(words)) - 1
    if last < 0:
        return body[:200], ()
    start, end = words[first][0], words[last][1]
    marks = [(words[a][0] - start, words[b][1] - start) for a, b, _ in found if first <= a and b <= last]
    head, tail = "… " if first else "", " …" if last < len(words) - 1 else ""
    text = head + re.sub(r"\s", " ", body[start:end]) + (tail or body[end : end + 1].strip())
    return text, tuple((a + len(head), b + len(head)) for a, b in marks)


def matches(text: str, wanted: Sequence[Clause]) -> tuple[tuple[int, int], ...]:
    """Positions of the matches in a text."""
    words = _words(text)
    return tuple((words[a][0], words[b][1]) for a, b, _ in _matches(words, wanted))


def _words(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), fold(m.group())) for m in WORD.finditer(text)]


def _matches(words: Sequence[tuple[int, int, str]], wanted: Sequence[Clause]) -> list[tuple[int, int, int]]:
    """Matches as (first word, last word, number of the clause), in text order."""
    found: list[tuple[int, int, int]] = []
    for number, clause in enumerate(wanted):
        n = len(clause.words)
        found += (
            (at, at + n - 1, number)
            for at in range(len(words) - n + 1)
            if all(_same(words[at + i][2], w, clause.prefix and i == n - 1) for i, w in enumerate(clause.words))
        )
    return sorted(found)


def _same(word: str, wanted: str, prefix: bool) -> bool:
    return word.startswith(wanted) if prefix else word == wanted


def _densest(matches: Sequence[tuple[int, int]], length: int) -> int:
    """The first word to show, a little before the first match of the best window."""
    best, begin = (0, 0), 0
    for i, (at, _) in enumerate(matches):
        inside = [clause for place, clause in matches[i : i + length] if place < at + length - 4]
        merit = (len(set(inside)), len(inside))
        if merit > best:
            best, begin = merit, at
    return max(0, begin - 4)
