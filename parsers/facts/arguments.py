"""Who or what a noun phrase of a clause names: its members, its words, and what sort of thing it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from parsers.facts import settings
from parsers.facts.argument_nouns import (
    ARMED,
    BODIES,
    BOMBS,
    FACILITIES,
    MONEY,
    PEOPLE,
    PLACES,
    SOMEBODY,
    STRUCTURES,
    VEHICLES,
)
from parsers.facts.mentions import gazetteer, posts
from parsers.facts.mentions.words import TOPICS
from parsers.facts.quantity.places import PARTS
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase
from parsers.model import Fact, Mention

LONGEST = 120
"""Characters of a phrase that is shown as an argument; a longer one is cut at its head."""


class Argument(NamedTuple):
    """A noun phrase as an argument: the names it consists of (none for common nouns), its words, its labels."""

    phrase: Phrase
    members: tuple[Mention, ...]
    text: str
    labels: frozenset[str]
    worded: bool = False

    @property
    def name(self) -> str | None:
        """The names joined by semicolons; the words where nothing in them is a name, or not all members of a list are."""
        return (settings.names(self.members) if self.complete and not self.worded else None) or self.text or None

    @property
    def complete(self) -> bool:
        """Whether all members of a list are names."""
        if not self.members:
            return False
        at = 0
        for nth, member in enumerate(self.members):
            start = self.text.find(member.surface, at)
            if nth and start > at and not _only_titles(self.text[at:start]):
                return False
            at = max(at, start + len(member.surface))
        behind = self.text.rpartition(self.members[-1].surface)[2]
        return not any(f" {joint} " in behind for joint in ("and", "&")) and not behind.startswith(", ")


def _only_titles(between: str) -> bool:
    """Whether there is nothing but joints and titles between two names of a list."""
    rest = _MARKUP.sub("", between).replace(",", " ").split()
    return all(w in ("and", "the", "&", "as", "well") or posts.is_head(w.lower().rstrip(".")) or w.lower() in TOPICS or w.lower().rstrip(".") in posts.ADDRESS for w in rest)  # fmt: skip


def _filled(found: Located, phrase: Phrase) -> Phrase:
    """A phrase that ends with an adjective of a country, with the noun behind it: `5,000 tonnes of Canadian | rapeseed`."""
    end = phrase.end
    if found.tokens.text[end - 1] in gazetteer.demonyms():
        while found.parse.tags[end : end + 1] == "N" and found.tokens.text[end].islower():
            end += 1
    if found.tokens.low[end : end + 2] == ["worth", "of"]:
        end = next((c.phrase.end for c in found.parse.complements if c.preposition == end + 1), end)
    return phrase._replace(end=end) if end > phrase.end else phrase


_MARKUP = re.compile(r"<[A-Z.]{1,10}>|\([A-Z.: ]{1,12}\)")


def argument(reading: Reading, found: Located, phrase: Phrase | None) -> Argument | None:
    """A phrase as an argument, without what explains it; None for none, and for a phrase that is only a determiner."""
    if phrase is None or found.parse.tags[phrase.head] in "DpjJ" or found.parse.tags[phrase.end - 1] == "p":
        return None
    phrase = _filled(found, phrase)
    if found.tokens.low[phrase.start - 1] in _APART and phrase.start:
        return None
    members = _members(reading, found, phrase)
    if not members:
        explained = next((first for first, second in found.parse.appositions if second.head == phrase.head), None)
        if explained is not None and _members(reading, found, explained):
            phrase, members = explained, _members(reading, found, explained)
        else:
            phrase, members = _explaining(reading, found, phrase)
    return Argument(phrase, members, _text(found, phrase), _labels(found, phrase, members))


def _explaining(reading: Reading, found: Located, phrase: Phrase) -> tuple[Phrase, tuple[Mention, ...]]:
    """The name that explains a post: `the founder, | Ewa Bryl`; else the phrase itself, that names nobody."""
    second = next((b for a, b in found.parse.appositions if a.head == phrase.head), None)
    head = found.tokens.low[phrase.head]
    if second is not None and (posts.is_head(head) or head == "counterpart"):
        members = _members(reading, found, second)
        if len(members) == 1 and members[0].entity_type == "person":
            return second, members
    return phrase, ()


_APART = frozenset("except including like unlike than besides".split())
"""Words behind which a phrase is no subject or object of its own."""


def _ticker(body: str, mention: Mention) -> bool:
    """Whether a name is the ticker of the one before it: `Halden Corp <HLD>`."""
    return (
        body[mention.start_char - 1 : mention.start_char] == "<"
        and mention.surface.isupper()
        and len(mention.surface) < 7
    )


_HOLDER = re.compile(
    r" (?!(?:and|or|of|in|at|on|for|to|from|with|by|as|the|a|an|said|says|that|who)\b)[a-z][a-z-]*(?<!ed)(?<!s) [A-Z][a-z]+ [A-Z][a-z]"
)
"""A post and a name in two words."""


def _adjective(body: str, mention: Mention) -> bool:
    """Whether a name only tells whose the noun behind it is: `North Korean | officials`, `Belfast | lock Tom Ray`."""
    behind = body[mention.end_char : mention.end_char + 2]
    if _HOLDER.match(body, mention.end_char):
        return True
    return behind[:1] == " " and behind[1:].islower() and mention.surface.rpartition(" ")[2] in gazetteer.demonyms()


def _members(reading: Reading, found: Located, phrase: Phrase) -> tuple[Mention, ...]:
    """The names of which a phrase consists: the one with its head, and those joined to it."""
    tokens, at = found.tokens, found.at
    start, end = at + tokens.start[phrase.start], at + tokens.end[phrase.end - 1]
    head = at + tokens.start[phrase.head]
    inside = tuple([m for m in reading.mentions_in(start, end) if not (_ticker(reading.body, m) or _adjective(reading.body, m))])  # fmt: skip
    first = next((i for i, m in enumerate(inside) if m.start_char <= head < m.end_char), None)
    if first is None:
        return _titled(found, phrase, inside, end, reading.body)
    if inside[first].entity_type == "programme":
        return ()
    chain = [inside[first]]
    for other in inside[first + 1 :]:
        if not _joined(reading.body[chain[-1].end_char : other.start_char]) or other.entity_type == "programme":
            break
        chain.append(other)
    return tuple(chain)


def _titled(found: Located, phrase: Phrase, inside: tuple[Mention, ...], end: int, body: str) -> tuple[Mention, ...]:
    """The person behind a post with its complement: `the President of Norway | Ola Dahl`."""
    if (
        inside
        and inside[0].entity_type == "person"
        and inside[0].start_char == found.at + found.tokens.start[phrase.start]
    ):
        return () if body.startswith(("'", "’"), inside[0].end_char) else inside[:1]
    if not inside or inside[-1].entity_type != "person" or inside[-1].end_char != end:
        return ()
    before = body[: inside[-1].start_char][-4:]
    return (
        inside[-1:]
        if posts.is_head(found.tokens.low[phrase.head]) and not before.endswith((" of ", "'s ", "’s "))
        else ()
    )


_TICKER = re.compile(r"\A ?(?:<[A-Z.]{1,10}>|\([A-Z.: ]{1,12}\)|\([A-Z][\w ,.]{1,30}\))")


_TITLING = frozenset(
    "prime foreign finance defence defense chief executive senior vice of the for deputy former central".split()
)


def _joined(between: str) -> bool:
    """Whether two names of a list are parted by these words: a comma or `and`, and at most a title."""
    stripped = _TICKER.sub("", between).lstrip()
    for joint in (", and ", "and ", ", ", "& ", "as well as "):
        if stripped.startswith(joint):
            rest = stripped[len(joint) :].removeprefix("the ").strip().rstrip(".")
            if joint == ", " and not {"of", "for"}.isdisjoint(rest.split()):
                return False  # "Ann Lind, head of the Union"
            return all(w[:1].isupper() or posts.is_head(w.lower()) or w in _TITLING for w in rest.split())
    return False


def _text(found: Located, phrase: Phrase) -> str:
    tokens = found.tokens
    end = phrase.end
    while end - 1 > phrase.head and not tokens.text[end - 1][0].isalnum():
        end -= 1
    start = phrase.start - 1 if tokens.text[phrase.start] == "-" and phrase.start else phrase.start
    words_ = tokens.phrase(start, end)
    if len(words_) > LONGEST:
        words_ = tokens.phrase(phrase.start, phrase.head + 1)
    words_ = words_[2:] if words_.startswith(("s ", "’s", "'s")) else words_
    words_ = _TICKERS.sub("", words_).replace("<", "").replace(">", "")
    return " ".join(words_.split()).strip(" ,;:\"“”'‘(") if len(words_) <= LONGEST else ""


_TICKERS = re.compile(r" ?<[A-Z]{1,6}(?:\.[A-Z]{1,3})?>?(?![a-z])")


_THAT = frozenset("it that this which these those what".split())


def _labels(found: Located, phrase: Phrase, members: tuple[Mention, ...]) -> frozenset[str]:
    """What sort of thing a phrase names: person, body, place, somebody (any of these that acts), thing, and tables."""
    low = found.tokens.low
    head = low[phrase.head]
    labels = {f"={head}", f"={low[phrase.end - 1]}"}
    if members:
        kind = members[0].entity_type
        labels.update(("named", {"organisation": "body"}.get(kind, kind), "somebody"))
        if kind == "place" and not members[0].country:
            labels.add("placeish")
    elif head in SOMEBODY or head in PEOPLE or posts.is_head(head) or posts.is_plural_head(head):
        labels.update(("person", "somebody"))
        if any(found.tokens.text[k][:1].isupper() for k in range(phrase.start + 1, phrase.end) if k != phrase.head):
            labels.add("holder")
    elif head in BODIES:
        labels.update(("body", "somebody"))
    elif head in posts.CALENDAR or head in posts.TIMES:
        labels.add("time")
    elif head in _THAT:
        labels.add("it")
    elif found.tokens.text[phrase.head][:1].isupper() and phrase.head:
        labels.update(("unknown", "somebody"))
    else:
        labels.add("thing")
    if not MONEY.isdisjoint(low[phrase.start : phrase.end]):
        labels.add("money")
    for label, table in (("placeish", PLACES), ("armed", ARMED), ("facility", FACILITIES), ("structure", STRUCTURES), ("vehicle", VEHICLES), ("bomb", BOMBS)):  # fmt: skip
        if head in table:
            labels.add(label)
    return frozenset(labels)


def extended(found: Located, phrase: Phrase) -> Phrase:
    """A phrase with the `of` phrases right behind it: `five days | of strikes`."""
    for complement in found.parse.complements:
        at = complement.preposition
        if at == phrase.end and found.tokens.low[at] == "of":
            phrase = phrase._replace(end=complement.phrase.end)
        elif at > phrase.end:
            break
    return phrase


def subject(reading: Reading, found: Located, clause: Clause) -> Argument | None:
    """The subject of a clause, with the names that it is listed with on either side."""
    phrase = clause.subject
    if phrase is None:
        return None
    tokens, verb = found.tokens, clause.verb
    if verb is not None and phrase.start > 1 and tokens.low[phrase.start - 1] == "and" and tokens.low[verb.start] in _MANY:  # fmt: skip
        first = found.parse.phrase_at(phrase.start - 2)
        if first is not None and found.parse.tags[first.head] == "N":
            phrase = phrase._replace(start=first.start)
            head = first.head
            return argument(reading, found, phrase._replace(head=head))
    return argument(
        reading, found, listed(reading, found, phrase) if verb is None or phrase.end <= verb.start else phrase
    )


_MANY = frozenset("have are were".split())
"""Verbs of several."""


def listed(reading: Reading, found: Located, phrase: Phrase) -> Phrase:
    """A phrase with the names that it is listed with behind it, up to the one behind `and`: `Pan Am <PNN>, | NWA and Delta`."""
    tokens, at = found.tokens, found.at
    end = at + tokens.end[phrase.end - 1]
    stop = at + len(tokens.sentence)
    last = phrase.end
    for other in reading.mentions_in(end, min(stop, end + 200)):
        if _ticker(reading.body, other):
            continue
        between = reading.body[end : other.start_char]
        if not _joined(between):
            break
        end = other.end_char
        if " and " in between or any(posts.is_head(w.lower()) for w in between.split()):
            last = found.token(end - 1) + 1
    phrase = phrase._replace(end=last) if last > phrase.end else phrase
    return phrase._replace(end=_list_end(found, phrase.end))


_LIST = 16
"""Tokens of a list that are looked at."""


def _list_end(found: Located, k: int) -> int:
    """Behind the last member of a list that goes on at token k with what no list of names knows; k where none does.

    `Ethiopia, | the Horn Union and Upper Nile`: printed as it stands rather than cut. An apposition and a new clause are none.
    """
    tokens, tags = found.tokens, found.parse.tags
    stop = min(tokens.size, k + _LIST)
    if tags[k : k + 1] not in (",", "C") or k + 1 >= stop or tokens.low[k] not in (",", "and"):
        return k
    first = k + 1 + (tokens.low[k + 1] == "and")
    if tags[k] == "," and not tokens.text[first][:1].isupper():
        return k
    joined, end = tokens.low[k] == "and" or first > k + 1, first
    while end < stop and (tags[end] in "NJDp#j" or tokens.low[end] in ("of", "and", ",")):
        joined = joined or tokens.low[end] == "and"
        end += 1
    if end < stop and tags[end] in "MBhdvaSWt":
        return k
    while end > first and tags[end - 1] in ",CDI":
        end -= 1
    return end if joined and end > first and tags[end - 1] in "N#" else k


def time_within(known: tuple[Fact, ...], found: Located, token: int) -> settings.Time:
    """The time of the clause of a token: one that the same clause holds, the nearest; none when only others hold one."""
    number = found.parse.owner[token]
    clause = found.parse.clauses[number]
    tokens, at = found.tokens, found.at
    start, end = at + tokens.start[clause.start], at + tokens.end[max(clause.start, clause.end - 1)]
    low = bisect_left(known, start, key=settings.anchor)
    high = bisect_left(known, end, key=settings.anchor)
    own = tuple(f for f in known[low:high] if _same_clause(found, number, token, found.token(settings.anchor(f))))
    return settings.nearest(own, at + tokens.start[token])


def _same_clause(found: Located, number: int, token: int, when: int) -> bool:
    """Whether a time is in a clause and not parted from its verb by more than one comma, nor in a dateline."""
    if found.parse.owner[when] != number or found.tokens.low[token:when].count(",") > 1:
        return False
    return not any(found.tokens.low[k] in "-–—" and not found.tokens.glued(k) for k in range(when, token))


_AT = frozenset("in at near inside outside within around off".split())


def place_within(
    reading: Reading, found: Located, token: int, beside: tuple[Phrase | None, ...] = ()
) -> Mention | None:
    """The place behind `in`, `at` or `near` in the clause of a token, outside the phrases `beside`."""
    number = found.parse.owner[token]
    tokens = found.tokens
    best: tuple[int, Mention] | None = None
    for complement in found.parse.complements:
        at = complement.preposition
        if tokens.low[at] not in _AT or found.parse.owner[at] != number or complement.phrase.head < token - 25:
            continue
        host = found.parse.hosts.get(at)
        if at and tokens.low[at - 1] in PARTS:
            continue
        if host is not None and host != token and any(p is not None and p.start <= host < p.end for p in beside):
            continue
        members = _members(reading, found, complement.phrase)
        if len(members) == 1 and members[0].entity_type == "place":
            distance = abs(at - token)
            if best is None or distance < best[0]:
                best = distance, members[0]
    return best[1] if best else None
