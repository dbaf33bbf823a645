"""Who is named around a claim: the names of a sentence and those that an article is about."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
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

_ENDS, _SPACES = r"[.!?:\n\-–—]", r"[ \t\"“”'‘(«]"
OPENS = "|".join(
    [rf"(?<={_ENDS}{_SPACES * n}.)" for n in range(3)]
    + [rf"(?<=\A{_SPACES * n}.)" for n in range(3)]
    + [rf"(?<={_SPACES * 3}.)"]
)
"""Behind a letter that opens a sentence, so that its capital tells nothing: it has the end of another one or nothing before it."""

CAPITAL = re.compile(rf"[^\W\d_a-z](?<![^\W\d_][^\W\d_a-z])(?:(?:{OPENS})()|)[^\W\d_]*(?:[.'’&][^\W\d_]+)*", re.DOTALL)
"""A word that does not begin with a small letter of English; with a group where it opens a sentence. (Looking back after the
letter, not before it, lets `re` go from letter to letter.)"""

_ASCII_CAPITAL = re.compile(
    CAPITAL.pattern.replace(r"[^\W\d_a-z]", "[A-Z]").replace(r"[^\W\d_]", "[A-Za-z]"), re.DOTALL
)
"""The same in text that is all ASCII, which two articles in five are: in .55 of the time."""

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

UNCOMMON = 3.0
"""Zipf frequency under which a word that opens a sentence is taken for a name."""

LEAD = 400
"""Characters of the opening that are looked at for what an article is about."""


@dataclass(frozen=True, slots=True)
class Context(Record):
    """An article as its claims see it: its words, the names it is about, and the countries.

    `starts`, `stems`, `names` and `countries` have an item a word, in the order of the body: where it begins, its stem, and
    the folded name or the country that it may be.
    """

    starts: Sequence[int]
    stems: Sequence[str | None]
    names: Sequence[str | None]
    countries: Sequence[str | None]
    heading: int
    title: Names
    theme: Names
    about: Names
    about_places: Names
    mentions: tuple[Mention, ...]
    main_entity: str | None

    def between(self, start: int, end: int) -> slice:
        """The words that begin in a stretch of the body."""
        first = bisect_left(self.starts, start)
        return slice(first, bisect_left(self.starts, end, first))

    def mentioned(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the entities that are named in a stretch of the body."""
        return tuple(sorted({m.entity_id for m in self.mentions if m.start_char >= start and m.end_char <= end}))


def distinct(items: Sequence[str | None]) -> Names:
    """What there is, each once, sorted."""
    return tuple(sorted(filter(None, set(items))))


Capital = tuple[int, str, int | None]
"""Where a word with a capital begins, the word, and 1 if it opens a sentence."""

Spans = Sequence[tuple[int, int]]


def context(
    article: Article, mentions: tuple[Mention, ...], read: Spans, known: Collection[tuple[int, int]] = ()
) -> Context:
    """Read an article's names once, for all its claims. Words that are no names are only read in the stretches `read`, sorted.

    Mentions in small letters count in the stretches `known` too.
    """
    body = article.article_body
    written = DATELINE.match(body)
    behind = written.end() if written else 0
    capital = _ASCII_CAPITAL if body.isascii() else CAPITAL
    capitals = [(m.start(), m.group(), m.lastindex) for m in capital.finditer(body)]
    found = _within(body, capitals, behind, read)
    found.update(_small(body, mentions, behind, known))
    starts = sorted(found)
    stems, names, of = _read(found, starts, mentions, _capitals(body, capitals))
    title, about, places = _about(article, names, of, bisect_left(starts, LEAD))
    return Context(
        starts, stems, names, of, _heading(article), title, _theme(article.headline, title), about,
        (*places, *_home(capitals, behind)), mentions, _main(article, mentions),
    )  # fmt: skip


def _home(capitals: Sequence[Capital], behind: int) -> Names:
    """The words of the dateline that are printed in capitals, two at most."""
    line = takewhile(lambda each: each[0] < behind, capitals)
    return distinct([folded(w) for _, w, _ in line if len(w) > 3 and w.isupper()])[:2]


class Capitals(NamedTuple):
    """What the capitals of an article tell: those that only open a sentence, words that have one elsewhere, and whether all have."""

    openers: frozenset[int]
    sure: frozenset[str]
    shouting: bool


def _capitals(body: str, capitals: Sequence[Capital]) -> Capitals:
    openers = frozenset([at for at, _, opens in capitals if opens])
    sure = frozenset([word for _, word, opens in capitals if not opens])
    most = 0.8 * body.count(" ")
    shouting = len(capitals) > most and sum([w.isupper() for _, w, _ in capitals if len(w) > 1]) > most
    return Capitals(openers, sure, shouting)


def _within(body: str, capitals: Sequence[Capital], behind: int, read: Spans) -> dict[int, str]:
    """The words behind an offset, by where they begin: those with a capital, and all in the stretches that are read."""
    found = {at: word for at, word, _ in capitals if at >= behind}
    end = behind
    for start, stop in read:
        if stop > end:
            found.update([(m.start(), m.group()) for m in WORD.finditer(body, max(start, end), stop)])
            end = stop
    return found


def _small(
    body: str, mentions: Sequence[Mention], behind: int, known: Collection[tuple[int, int]]
) -> Iterator[tuple[int, str]]:
    """The words in small letters with which mentions in some stretches begin."""
    for m in mentions:
        at = m.start_char
        if at >= behind and "a" <= body[at] <= "z" and any(start <= at < end for start, end in known):
            word = WORD.match(body, at)
            if word is not None and not body[at - 1 : at].isalpha():
                yield at, word.group()


Items = list[str | None]


def _read(
    found: dict[int, str], starts: Sequence[int], mentions: tuple[Mention, ...], capitals: Capitals
) -> tuple[Items, Items, Items]:
    """The stems of words, the names and the countries that they may be; an item a word."""
    places = {m.start_char: m for m in mentions if m.country and m.entity_type == "place"}
    spans = {m.start_char for m in mentions}
    words = [found[at] for at in starts]
    stems: Items = [stem(word) if word.islower() else None for word in words]
    names: Items = [None] * len(words)
    countries_: Items = [None] * len(words)
    for n, (at, word) in enumerate(zip(starts, words, strict=True)):
        if at in spans or not word.islower():
            stems[n], names[n], countries_[n] = _seen(at, word, capitals, places.get(at), at in spans)
    return stems, names, countries_


Item = tuple[str | None, str | None, str | None]
"""The stem of a word, the folded name or the country that it may be."""


def _seen(at: int, word: str, capitals: Capitals, place: Mention | None, mentioned: bool) -> Item:
    if place is not None and place.name in countries():
        return None, None, place.country
    country, name, bare = _as_name(word)
    if country is not None:
        return None, None, country
    named = mentioned or (
        not capitals.shouting
        and word[0].isupper()
        and (word in capitals.sure or at not in capitals.openers or commonness(word) < UNCOMMON)
    )
    return None if named and name else bare, name if named else None, None


def _heading(article: Article) -> int:
    """A hash of the letters of a headline and of its outlet; 0 without one. Notices that come again have the same one."""
    letters = "".join(filter(str.isalnum, (article.headline or "").casefold()))
    return zlib.crc32(f"{article.publisher}|{letters}".encode()) if letters else 0


def _theme(headline: str | None, title: Names) -> Names:
    """The stems of a headline, but for its names."""
    stems = {stem(w) for w in WORD.findall(headline or "") if folded(w) not in title}
    return tuple(sorted(filter(None, stems)))[:MOST]


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


def _about(article: Article, names_of: Items, countries_of: Items, lead: int) -> tuple[Names, Names, Names]:
    """The names in an article's headline, those it is about (in its headline, its opening, or frequent), and the countries.

    `lead` is how many words the opening has.
    """
    headline = {m.group() for m in WORD.finditer(article.headline or "")}
    titled = {folded(w.removesuffix("'s").removesuffix("’s")) for w in headline}
    counts = Counter(filter(None, names_of))
    in_title = [n for n in counts if n in titled]
    in_title += sorted(
        n
        for w in headline
        if commonness(w) < RARE
        and f" {w.lower()}" not in article.article_body
        and (n := _as_name(w)[1])
        and n not in counts
    )
    often = [n for n, times in counts.most_common(4) if times > 2]
    names = dict.fromkeys([*in_title, *filter(None, names_of[:lead]), *often])
    nations = {*countries_of[:lead], *[_as_name(w.title() if w.isupper() else w)[0] for w in headline]}
    return tuple(sorted(in_title[:MOST])), tuple(sorted(list(names)[:MOST])), distinct(tuple(nations))[:4]


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
