"""Who is named around a claim: the names of a sentence and those that an article is about."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from parsers.claims.model import Names
from parsers.claims.words import EMPTY, commonness, folded, stem
from parsers.facts.mentions.gazetteer import countries, demonyms
from parsers.facts.mentions.names import plain
from parsers.facts.mentions.words import HONORIFICS, ORGANISATION_HEADS, TOPICS
from parsers.model import Article, Mention
from parsers.record import Record

WORD = re.compile(r"[^\W\d_]+(?:[.'’&][^\W\d_]+)*")
"""A word, with stops and apostrophes inside it."""

CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-z][^\W\d_]*(?:[.'’&][^\W\d_]+)*")
"""A word that does not begin with a small letter of English."""

WEAK = (
    HONORIFICS
    | TOPICS
    | ORGANISATION_HEADS
    | frozenset(
        "bank banks national international united general american corp corporation inc ltd co company plc ag sa nv group holdings industries trust first central "
        "federal reserve house senate board exchange ministry minister union party state states department president chairman prime chief executive officer secretary "
        "director commission committee council court government parliament congress association institute agency office service services system systems mr mrs ms dr "
        "sir lord north south east west northern southern eastern western city county street new york london washington tokyo paris bonn reuter reuters ap afp upi "
        "shr shrs net revs oper qtr qtly mths avg nil note prior record pay div vs sales assets tax loss profit yr nine six english world europe european asia asian "
        "africa african america latin gulf middle far pacific atlantic securities registration calif texas mass conn treasuries ecu ecus notes bonds debentures eurobond eurobonds coordination mercantile libor interbank offered rates rate prime guesstimates series credit class world shares share stock common preferred ill ind minn mich fla pa ga ny nj the sources analysts traders dealers economists police officials spokesman".split()
    )
)
"""Words of names that many names have, and what tables of results are headed with: sharing one tells little."""

MOST = 12
"""Names kept of a sentence, and of what an article is about."""

DATELINE = re.compile(r"\s*[A-Z][^\n]{2,70}?\s(?:--?|–|—)\s")
"""Where a report was written: its names are those of the place, not of whom it is about."""

RARE = 3.2
"""Zipf frequency under which a word of a headline is taken for a name, whatever its capitals."""

LEAD = 400
"""Characters of the opening that are looked at for what an article is about."""


class Seen(NamedTuple):
    """A word of the body: where it is, its stem, and the folded name or the country that it may be."""

    start: int
    stem: str | None
    name: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Context(Record):
    """An article as its claims see it: its words, the names it is about, and the countries."""

    seen: tuple[Seen, ...]
    starts: tuple[int, ...]
    heading: int
    title: Names
    theme: Names
    about: Names
    about_places: Names
    mentions: tuple[Mention, ...]
    main_entity: str | None

    def between(self, start: int, end: int) -> tuple[Seen, ...]:
        """The words that begin in a stretch of the body."""
        return self.seen[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def mentioned(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the entities that are named in a stretch of the body."""
        return tuple(sorted({m.entity_id for m in self.mentions if m.start_char >= start and m.end_char <= end}))


def context(article: Article, mentions: tuple[Mention, ...], read: Sequence[tuple[int, int]]) -> Context:
    """Read an article's names once, for all its claims. Words that are no names are only read in the stretches `read`, sorted."""
    body = article.article_body
    written = DATELINE.match(body)
    behind = written.end() if written else 0
    capitals = [(m.start(), m.group()) for m in CAPITAL.finditer(body)]
    shouting = sum(w.isupper() and len(w) > 1 for _, w in capitals) > 0.8 * body.count(" ")
    countries_of = {m.start_char: m for m in mentions if m.country and m.entity_type == "place"}
    sure = {w for at, w in capitals if not _opens(body, at)}
    spans = _spans(mentions)
    home = tuple(sorted({folded(w) for at, w in capitals if at < behind and len(w) > 3 and w.isupper() and folded(w)}))[
        :2
    ]
    seen = tuple(
        [
            Seen(at, stem(word), None, None) if word.islower() and at not in spans
            else _seen(body, at, word, sure, countries_of.get(at), spans, shouting)
            for at, word in _within(body, capitals, behind, read)
        ]
    )  # fmt: skip
    title, about, places = _about(article, seen)
    return Context(
        seen,
        tuple([s.start for s in seen]),
        _heading(article),
        title,
        _theme(article.headline, title),
        about,
        (*places, *home),
        mentions,
        _main(article, mentions),
    )


def _heading(article: Article) -> int:
    """A hash of the letters of a headline and of its outlet; 0 without one. Notices that come again have the same one."""
    letters = "".join(filter(str.isalnum, (article.headline or "").casefold()))
    return zlib.crc32(f"{article.publisher}|{letters}".encode()) if letters else 0


def _theme(headline: str | None, title: Names) -> Names:
    """The stems of a headline, but for its names."""
    stems = {stem(w) for w in WORD.findall(headline or "") if folded(w) not in title}
    return tuple(sorted(filter(None, stems)))[:MOST]


def _spans(mentions: tuple[Mention, ...]) -> frozenset[int]:
    """Where words of names begin, as far as mentions tell."""
    return frozenset(m.start_char for m in mentions)


def _within(
    body: str, capitals: list[tuple[int, str]], behind: int, read: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, str]]:
    """The words behind an offset, in order: those with a capital, and all in the stretches that are read."""
    found = dict(capitals)
    end = behind
    for start, stop in read:
        found.update((m.start(), m.group()) for m in WORD.finditer(body, max(start, end), max(stop, end)))
        end = max(end, stop)
    return ((at, found[at]) for at in sorted(found) if at >= behind)


def _opens(body: str, at: int) -> bool:
    """Whether a word opens a sentence, so that its capital tells nothing."""
    before = body[max(0, at - 3) : at].rstrip(" \t\"“”'‘(«")
    return not before or before[-1] in ".!?:\n-–—"


def _seen(
    body: str, at: int, word: str, sure: set[str], place: Mention | None, spans: frozenset[int], shouting: bool
) -> Seen:
    if place is not None and place.name in countries():
        return Seen(at, None, None, place.country)
    country, name, bare = _as_name(word)
    if country is not None:
        return Seen(at, None, None, country)
    capital = word[:1].isupper() and not shouting
    named = at in spans or (capital and (word in sure or commonness(word) < 3.0 or not _opens(body, at)))
    return Seen(at, None if named and name else bare, name if named else None, None)


@lru_cache(maxsize=16384)
def _as_name(word: str) -> tuple[str | None, str | None, str | None]:
    """What a word may be: the country it names, the folded word of a name, the stem."""
    bare = word.removesuffix("'s").removesuffix("’s")
    of = (countries().get(bare) or demonyms().get(bare)) if bare[:1].isupper() else None
    if of is not None:
        return of.code, None, None
    low = plain(bare)
    weak = low in WEAK or low in EMPTY or len(low) < 2
    return None, None if weak else folded(bare), stem(bare)


def _about(article: Article, seen: tuple[Seen, ...]) -> tuple[Names, Names, Names]:
    """The names in an article's headline, those it is about (in its headline, its opening, or frequent), and the countries."""
    headline = {m.group() for m in WORD.finditer(article.headline or "")}
    titled = {folded(w.removesuffix("'s").removesuffix("’s")) for w in headline}
    counts = Counter(s.name for s in seen if s.name)
    in_title = [n for n in counts if n in titled]
    in_title += sorted(
        n
        for w in headline
        if commonness(w) < RARE
        and f" {w.lower()}" not in article.article_body
        and (n := _as_name(w)[1])
        and n not in counts
    )
    lead = list(dict.fromkeys(s.name for s in seen if s.name and s.start < LEAD))
    often = [n for n, times in counts.most_common(4) if times > 2]
    names = dict.fromkeys([*in_title, *lead, *often])
    nations = Counter(s.country for s in seen if s.country and s.start < LEAD)
    nations.update(c for w in headline if (c := _as_name(w.title() if w.isupper() else w)[0]))
    return tuple(sorted(in_title[:MOST])), tuple(sorted(list(names)[:MOST])), tuple(sorted(nations))[:4]


def _main(article: Article, mentions: tuple[Mention, ...]) -> str | None:
    """The entity an article is most about: named in its headline, then most often, then first."""
    if not mentions:
        return None
    title = (article.headline or "").lower()
    times = Counter(m.entity_id for m in mentions)
    titled = {m.entity_id for m in mentions if m.surface.lower() in title}
    first = {m.entity_id: -m.start_char for m in reversed(mentions)}
    return max(times, key=lambda e: (e in titled, times[e], first[e]))


def named_in(words: str | None) -> tuple[Names, Names, Names]:
    """The folded names, the countries and the stems in a phrase."""
    names, places, stems = set(), set(), set()
    for word in WORD.findall(words or ""):
        country, name, bare = _as_name(word)
        if country is not None:
            places.add(country)
        elif word[:1].isupper() and name:
            names.add(name)
        elif bare:
            stems.add(bare)
    return tuple(sorted(names)), tuple(sorted(places)), tuple(sorted(stems))
