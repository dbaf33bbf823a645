"""Full-text search: the stories or articles that answer a query, and the passages that show it.

The index is three tables (`warehouse.filing.word_index`) and the macro `search` (views/060_search.sql), so that every
DuckDB client can search without an extension. The macro `search_asked` splits queries into words. `find` does the same
in short queries (`warehouse.asking.matching`): the macro takes longer to plan than the index takes to read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from parsers.sentences import boundaries
from warehouse.asking.attached import Attached
from warehouse.asking.matching import matched
from warehouse.database.sql import written
from warehouse.database.stems import stem
from warehouse.database.store import Warehouse
from warehouse.database.terms import WORD, terms

CLAUSE = re.compile(r'-?"[^"]*"(?:\*|~[0-9]{1,2})?|[^\s"]+')
NEAR = re.compile(r'([^\s"]+)\s+NEAR/([0-9]{1,2})\s+([^\s"]+)')
HYPHENS = ("-", "\u2010", "\u2011")
HYPHEN = re.compile(r"(?<=[^\W_])[-\u2010\u2011]")

SNIPPET_WORDS = 32

STOPS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that answers a query. `score` is BM25; `snippet` its densest stretch, `marks` the matches in it.

    It stands for its story of `articles` articles, which is also in `also` other outlets; alone it is the one article.
    `named` are the matches in the headline (in the opening words of an article that has none).
    """

    article_id: str
    score: float
    headline: str | None
    publisher: str | None
    date_published: datetime | None
    articles: int
    also: int
    snippet: str
    marks: tuple[tuple[int, int], ...]
    named: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many articles and stories answer a query, and the best of them."""

    articles: int
    stories: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for: words, and which articles count: published from `since` to before `until`, by an outlet."""

    query: str
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    limit: int = 10


def search_query(sought: Sought, *, copies: bool = False) -> str:
    """The search as a query with its values written in, so that it can be delivered in any format.

    One row a story, or one an article with `copies`.
    """
    return written("search_found" if copies else "search_stories_found", asdict(sought))


def facets_query(sought: Sought) -> str:
    """How many articles and stories answer, by outlet, language, genre and day: a query with its values written in."""
    return written("search_facets", {**asdict(sought), "outlet": None, "language": None, "genre": None, "named": False})


class _Best(NamedTuple):
    """One of the best articles, how many articles and stories there are in all, and its place in the table (its id in a view)."""

    article_id: str
    score: float
    story_id: str | None
    articles: int
    stories: int
    place: int | str


def find(warehouse: Warehouse, sought: Sought, *, copies: bool = False) -> Found:
    """The best stories for a query with snippets, or the best articles with `copies`."""
    asked = asdict(sought)
    query = asked.pop("query")
    with matching(warehouse, query):
        best = [_Best(*row) for row in warehouse.rows("search_hits" if copies else "search_story_hits", asked)]
    if not best:
        return Found(articles=0, stories=0, hits=())
    return Found(articles=best[0].articles, stories=best[0].stories, hits=_hits(warehouse, best, query, copies=copies))


@contextmanager
def matching(warehouse: Warehouse, query: str) -> Iterator[None]:
    """The documents of the word index that answer a query, and their scores, as the relation `incoming`."""
    if isinstance(warehouse, Attached):
        found = warehouse.columns("search_matched", {"query": query})
    else:
        found = matched(warehouse, query)
    with warehouse.incoming(found):
        yield


def _hits(warehouse: Warehouse, best: Sequence[_Best], query: str, *, copies: bool) -> tuple[Hit, ...]:
    """The best with what is shown of them: each alone with `copies`, else with what its story has beside it."""
    shown = {row[0]: row[1:] for row in warehouse.rows("search_shown", {"places": [b.place for b in best]})}
    printed: dict[str | None, list[tuple[str | None, int]]] = {}
    if not copies:
        for story, outlet, articles in warehouse.rows("search_printed", {"stories": [b.story_id for b in best]}):
            printed.setdefault(story, []).append((outlet, articles))
    wanted = clauses(query)
    return tuple([_hit(b, shown[b.article_id], printed.get(b.story_id, ()), wanted) for b in best])


def _hit(best: _Best, shown: Sequence[Any], printed: Sequence[tuple[str | None, int]], wanted: Sequence[Clause]) -> Hit:
    headline, publisher, published, outlet, body, language = shown
    text, marks = snippet(body, wanted, language)
    return Hit(
        article_id=best.article_id,
        score=best.score,
        headline=headline,
        publisher=publisher,
        date_published=published,
        articles=sum(articles for _, articles in printed) or 1,
        also=sum(other is not None and other != outlet for other, _ in printed),
        snippet=text,
        marks=marks,
        named=matches(str(headline), wanted, language),
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """A word or a phrase to find: its folded words, whether the last is only a beginning, and whether others of its stem do.

    `near` is how many words apart the words may be, None where they follow one another.
    """

    words: tuple[str, ...]
    prefix: bool
    stemmed: bool = False
    near: int | None = None


def clauses(query: str) -> tuple[Clause, ...]:
    """What a query wants to see (not what it excludes)."""
    found: list[Clause] = []
    for said in CLAUSE.findall(NEAR.sub(r'"\1 \3"~\2', query)):
        if not said.startswith("-") and said != "OR":
            found += dict.fromkeys(variants(said))
    return tuple(found)


def variants(said: str) -> Iterator[Clause]:
    """A clause, and the same with hyphenated words as one."""
    bare, _, near = said.partition('"~')
    for text in (bare, HYPHEN.sub("", bare)):
        words = tuple(terms(text))
        if words:
            prefix = said.endswith(("*", '*"'))
            stemmed = len(words) == 1 and not prefix and '"' not in said
            yield Clause(words, prefix, stemmed, int(near) if near else None)


def snippet(
    body: str, wanted: Sequence[Clause], language: str | None = None, length: int = SNIPPET_WORDS
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of `length` words with the most different matches, from the beginning of a sentence where that fits, and their positions in it."""
    found = _stretch(body, wanted, language, length)
    if found is None:
        return body[:200], ()
    start, end = found.start, found.end
    head, tail = "" if found.opening else "… ", " …" if found.after else ""
    text = head + re.sub(r"\s", " ", body[start:end]) + (tail or body[end : end + 1].strip())
    return text, tuple((a - start + len(head), b - start + len(head)) for a, b in found.marks)


def quote(
    body: str, wanted: Sequence[Clause], language: str | None = None, length: int = SNIPPET_WORDS
) -> tuple[int, int] | None:
    """Where the same stretch starts and ends in the body, with whole sentences at its end where one ends behind the matches.

    None when nothing in it matches.
    """
    found = _stretch(body, wanted, language, length)
    if found is None or not found.marks:
        return None
    if body[found.end : found.end + 1] in STOPS:
        return found.start, found.end + 1
    ends = [end for _, end in boundaries(body, found.start, found.end)[:-1] if end >= found.marks[-1][1]]
    return found.start, ends[-1] if ends else found.end


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some words in a row: where they start and end, the matches among them, whether they open a sentence, and whether words follow."""

    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    opening: bool
    after: bool


def _stretch(body: str, wanted: Sequence[Clause], language: str | None, length: int) -> _Stretch | None:
    """The densest stretch; None for a body without words."""
    words = _words(body)
    if not words:
        return None
    found = _matches(body, words, wanted, language)
    begin, end = _densest([(at, clause) for at, _, clause in found], length)
    first = max(0, begin - 4)
    opening = _opening(body, words, begin, length - 1 - (end - begin))
    if opening is not None:
        first = bisect_left(words, opening, key=itemgetter(0))
    last = min(first + length, len(words)) - 1
    marks = tuple((words[a][0], words[b][1]) for a, b, _ in found if first <= a and b <= last)
    start = words[first][0] if opening is None else opening
    return _Stretch(start, words[last][1], marks, opening is not None or first == 0, last < len(words) - 1)


def _opening(body: str, words: Sequence[Word], at: int, most: int) -> int | None:
    """Where the sentence of a word begins; None when that is more than `most` words before it."""
    lowest, place = words[max(0, at - most)][0], words[at][0]
    line = body.rfind("\n", 0, place) + 1
    spans = boundaries(body, max(line, lowest), place)
    start = spans[-1][0] if spans else max(line, lowest)
    if start == lowest > line and not _begins(body, lowest):
        return None
    return start + len(body[start:place]) - len(body[start:place].lstrip())


def _begins(body: str, place: int) -> bool:
    """Whether a sentence begins exactly here."""
    before = max(0, place - 60)
    return any(start == place for start, _ in boundaries(body, before, place + 1)[1:])


def matches(text: str, wanted: Sequence[Clause], language: str | None = None) -> tuple[tuple[int, int], ...]:
    """Positions of the matches in a text of a language."""
    words = _words(text)
    return tuple((words[a][0], words[b][1]) for a, b, _ in _matches(text, words, wanted, language))


Word = tuple[int, int, str]
"""Where a word begins and ends, and the word as the index has it."""


@lru_cache(maxsize=4)  # many watches quote the same article one after another
def _words(text: str) -> list[Word]:
    return [(m.start(), m.end(), _bare(m.group())) for m in WORD.finditer(text)]


@lru_cache(maxsize=1 << 14)  # the same words again and again
def _bare(word: str) -> str:
    return "".join(terms(word))


def _matches(
    text: str, words: Sequence[Word], wanted: Sequence[Clause], language: str | None
) -> list[tuple[int, int, int]]:
    """Matches as (first word, last word, number of the clause), in text order."""
    found: list[tuple[int, int, int]] = []
    for number, clause in enumerate(wanted):
        if len(clause.words) == 1:
            whole = chain(((at, at, word[2]) for at, word in enumerate(words)), _hyphenated(text, words))
            spans: Iterable[tuple[int, int]] = ((a, b) for a, b, said in whole if _same(said, clause, 0, language))
        else:
            spans = _near(words, clause, clause.near) if clause.near else _phrase(words, clause)
        found += ((a, b, number) for a, b in spans)
    return sorted(found)


def _hyphenated(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Words that hyphens join, without them."""
    if not any(hyphen in text for hyphen in HYPHENS):
        return
    first = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or text[words[at - 1][1] : words[at][0]] not in HYPHENS:
            if at - first > 1:
                yield first, at - 1, "".join(word[2] for word in words[first:at])
            first = at


def _phrase(words: Sequence[Word], clause: Clause) -> Iterator[tuple[int, int]]:
    n = len(clause.words)
    for at in range(len(words) - n + 1):
        if all(_same(words[at + i][2], clause, i) for i in range(n)):
            yield at, at + n - 1


def _near(words: Sequence[Word], clause: Clause, slack: int) -> Iterator[tuple[int, int]]:
    """The words of the clause where all of them are within `slack` words."""
    places = [(at, w) for at, word in enumerate(words) for w in range(len(clause.words)) if _same(word[2], clause, w)]
    shown: set[int] = set()
    for i, (start, _) in enumerate(places):
        inside = [place for place in places[i : i + slack * len(clause.words) + 1] if place[0] <= start + slack]
        if len({w for _, w in inside}) == len(clause.words):
            shown |= {at for at, _ in inside}
    yield from ((at, at) for at in sorted(shown))


def _same(word: str, clause: Clause, ordinal: int, language: str | None = None) -> bool:
    """Whether a word of a text is what the clause wants at a place."""
    wanted = clause.words[ordinal]
    if clause.prefix and ordinal == len(clause.words) - 1:
        return word.startswith(wanted)
    alike = clause.stemmed and word[:1] == wanted[0]
    return word == wanted or (alike and stem(word, language) == stem(wanted, language))


def _densest(matches: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """The first and the last match of the best window, as numbers of words."""
    best, begin, end = (0, 0), 0, 0
    for i, (at, _) in enumerate(matches):
        inside = [(place, clause) for place, clause in matches[i : i + length] if place < at + length - 4]
        merit = (len({clause for _, clause in inside}), len(inside))
        if merit > best:
            best, begin, end = merit, at, inside[-1][0]
    return begin, end
