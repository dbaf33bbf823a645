"""Who or what a noun phrase of a clause names: its members, its words, and what sort of thing it is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from parsers.facts import list_asides, settings
from parsers.facts.argument_labels import labels_of
from parsers.facts.argument_nouns import (
    BODIES,
    LISTING,
    MONEY,
    REPORTED,
    UNITS,
)
from parsers.facts.argument_text import text_of
from parsers.facts.asides import before_aside, last_of_named, listed_before
from parsers.facts.list_ends import begins_clause, list_end, of_last
from parsers.facts.mentions import gazetteer, posts
from parsers.facts.mentions.words import TOPICS
from parsers.facts.name_edges import cut_in_front, holds_post, modifies
from parsers.facts.phrase_ends import before_time, seated, with_seat
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase
from parsers.model import Mention


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
            if nth and start > at and not _only_titles(self.text[list_asides.behind(self.text, at) : start]):
                return False
            at = max(at, start + len(member.surface))
        behind = self.text.rpartition(self.members[-1].surface)[2]
        return not any(f" {joint} " in behind for joint in ("and", "&")) and not behind.startswith(", ")


def _only_titles(between: str) -> bool:
    """Whether there is nothing but joints and titles between two names of a list."""
    rest = _MARKUP.sub("", between).replace(",", " ").split()
    if rest[:1] == ["and"] and list_asides.is_title(rest[1:]):
        return True
    return all(w in ("and", "the", "&", "as", "well") or w in LISTING or w.endswith(("'s", "’s")) or posts.is_head(w.lower().rstrip(".")) or w.lower() in TOPICS or w.lower().rstrip(".") in posts.ADDRESS for w in rest)  # fmt: skip


def _described(reading: Reading, end: int, stop: int) -> bool:
    """Whether those who are counted are named with their posts: `two members, | Ann Lind, chairman of X, and …`."""
    first = next(iter(reading.mentions_in(end, min(stop, end + 60))), None)
    return first is not None and list_asides.behind(reading.body, first.end_char) > first.end_char


def _ends_in_title(found: Located, phrase: Phrase) -> bool:
    """Whether the last of a list is a title, whose holder a comma parts from it: `A and the Chilean leader, | B`."""
    low = found.tokens.low
    return "and" in low[phrase.start : phrase.end] and posts.is_head(low[phrase.end - 1])


def _filled(found: Located, phrase: Phrase) -> Phrase:
    """A phrase that ends with an adjective of a country, with the noun behind it: `5,000 tonnes of Canadian | rapeseed`."""
    end = phrase.end
    if found.tokens.text[end - 1] in gazetteer.demonyms():
        while found.parse.tags[end : end + 1] == "N" and found.tokens.text[end].islower():
            end += 1
    if found.parse.tags[phrase.start : end].strip("#") == "" and found.tokens.low[end : end + 1] == ["to"] and found.parse.tags[end + 1 : end + 2] == "#":  # fmt: skip
        upper = found.parse.phrase_at(end + 1)
        end = upper.end if upper is not None else end  # "20 to 21 million tonnes"
    if found.tokens.low[end : end + 1] == ["("]:  # "253 million euros (328 million dollars) of new shares"
        close = next(
            (k for k in range(end, min(end + _EQUIVALENT, found.tokens.size)) if found.tokens.low[k] == ")"), end
        )
        rest = found.parse.phrase_at(close + 2) if found.tokens.low[close + 1 : close + 2] == ["of"] else None
        end = rest.end if rest is not None and not MONEY.isdisjoint(found.tokens.low[phrase.start : end]) else end
    if found.tokens.low[end : end + 2] == ["worth", "of"]:
        end = next((c.phrase.end for c in found.parse.complements if c.preposition == end + 1), end)
        end = _and_more(found, end)
    elif found.tokens.low[end : end + 1] == ["in"] and not MONEY.isdisjoint(found.tokens.low[phrase.start : phrase.end]):  # fmt: skip
        end = _in_goods(found, phrase, end)
    return phrase._replace(end=end) if end > phrase.end else phrase


def _and_more(found: Located, end: int) -> int:
    """Behind the second of two things that a sum is worth of: `worth of tools | and materials`."""
    other = found.parse.phrase_at(end + 1) if found.tokens.low[end : end + 1] == ["and"] else None
    if other is None or other.start != end + 1 or not found.tokens.text[other.head].islower():
        return end
    return end if found.parse.tags[other.end : other.end + 1] in tuple("MBhdva") else other.end


def _in_goods(found: Located, phrase: Phrase, end: int) -> int:
    """Behind the goods that a sum is told in: `sold 84 mln dlrs | in electronic equipment`; what is invested in is none."""
    verb, goods = found.parse.clause_of(phrase.start).verb, found.parse.phrase_at(end + 1)
    if verb is None or verb.lemma not in ("sell", "buy", "purchase", "export", "import", "acquire") or goods is None:
        return end
    return goods.end if goods.start == end + 1 and found.tokens.text[goods.head].islower() and found.parse.tags[goods.start] != "D" else end  # fmt: skip


_EQUIVALENT = 12
"""Tokens of a sum that is told again in brackets."""


_MARKUP = re.compile(r"<[A-Z.]{1,10}>|\([A-Z.: ]{1,12}\)")


def argument(reading: Reading, found: Located, phrase: Phrase | None) -> Argument | None:
    """A phrase as an argument, without what explains it; None for none, and for a phrase that is only a determiner."""
    if phrase is None or found.parse.tags[phrase.head] in "DpjJ" or found.parse.tags[phrase.end - 1] == "p":
        return None
    if found.tokens.low[phrase.start] == "whose":
        return None
    phrase = _filled(found, before_time(found, seated(found, phrase)))
    if found.tokens.low[phrase.start] in REPORTED and phrase.head > phrase.start and found.tokens.low[phrase.start - 1] in REPORTED:  # fmt: skip
        phrase = phrase._replace(start=phrase.start + 1)
    if found.tokens.low[phrase.start - 1] in _APART and phrase.start:
        return None
    members = members_of(reading, found, phrase)
    if not members:
        explained = next((first for first, second in found.parse.appositions if second.head == phrase.head), None)
        if explained is not None and members_of(reading, found, explained):
            phrase, members = explained, members_of(reading, found, explained)
        else:
            phrase, members = _explaining(reading, found, phrase)
    if found.tokens.text[phrase.head][:1].isupper() and not any(m.entity_type == "person" for m in members) and not _doer_of_noun(found, phrase):  # fmt: skip
        whole = with_seat(found, phrase)
        if whole is not phrase:  # "Lund of Norway Inc": a name that no list knows whole
            text = found.tokens.phrase(whole.start, whole.end)
            return Argument(whole, (), text, frozenset(("body", "named", "somebody")), worded=True)
    counted = found.parse.tags[phrase.start] == "#" and len(members) == 1 and members[0].entity_type == "organisation"
    return Argument(phrase, members, text_of(found, phrase), labels_of(found, phrase, members), worded=counted)


def _doer_of_noun(found: Located, phrase: Phrase) -> bool:
    """Whether a name is behind `by` of a noun, whose `of` then follows: `the purchase by | Halden Corp of Lund Inc`."""
    host = found.parse.hosts.get(phrase.start - 1)
    return host is not None and found.tokens.low[phrase.start - 1] == "by" and found.parse.tags[host] == "N"


def _explaining(reading: Reading, found: Located, phrase: Phrase) -> tuple[Phrase, tuple[Mention, ...]]:
    """The name that explains a post: `the founder, | Ewa Bryl`; else the phrase itself, that names nobody."""
    second = next((b for a, b in found.parse.appositions if a.head == phrase.head), None)
    head = found.tokens.low[phrase.head]
    if second is not None and head in BODIES and (found.parse.tags[phrase.start] in "DO" or "p" in found.parse.tags[phrase.start : phrase.head]):  # fmt: skip
        members = members_of(reading, found, second)
        if len(members) == 1 and members[0].entity_type == "organisation":
            return second, members
    if second is not None and (posts.is_head(head) or head == "counterpart"):
        members = members_of(reading, found, second)
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


def members_of(reading: Reading, found: Located, phrase: Phrase) -> tuple[Mention, ...]:
    """The names of which a phrase consists: the one with its head, and those joined to it."""
    tokens, at = found.tokens, found.at
    start, end = at + tokens.start[phrase.start], at + tokens.end[phrase.end - 1]
    head, stop = at + tokens.start[phrase.head], end
    named = reading.mentions_in(start, end)
    inside = tuple([m for m in named if not (_ticker(reading.body, m) or modifies(reading.body, m))])
    first = next((i for i, m in enumerate(inside) if m.start_char <= head < m.end_char), None)
    if first is None:
        unit = _unit(found, phrase, inside)
        return unit or _titled(reading, found, phrase, inside, end)
    if inside[first].entity_type == "programme" or cut_in_front(reading, inside[first], start):
        return ()
    chain = [inside[first]]
    for other in inside[first + 1 :]:
        end = list_asides.behind(reading.body, chain[-1].end_char)
        if other.start_char < end:
            continue  # "Ann Lind, the mayor of | Hamar, and Ola Dahl"
        between = _between(reading, end, other.start_char)
        if (
            not _joined(between)
            or (other.entity_type != "person" and list_asides.headed(between))
            or other.entity_type == "programme"
        ):
            break
        held = other.entity_type == "person" and chain[-1].entity_type == "organisation" and _OFFICE.fullmatch(between)
        chain = [other] if held and posts.is_head(between.split()[-1].lower()) else [*chain, other]
    if len(chain) > 1 and chain[-1].end_char < stop and _OWNING.match(reading.body, chain[-1].end_char):
        return ()  # "Ann Lind and Ola Dahl's family"
    return () if len(chain) == 1 and _half(found, phrase, chain[0]) else tuple(chain)


_OFFICE = re.compile(r", (?:[A-Z][a-z]+ ){1,3}")
"""A post between the short form of a body and who holds it: `Lund Mills Board, LMB, | President Ann Lind`."""
_OWNING = re.compile(r"['’]s [a-z]")


def _between(reading: Reading, start: int, end: int) -> str:
    """The words between two names of a list, without a body whose post the second holds: `and | Bank of Norway Governor Ola Dahl`."""
    between = reading.body[start:end]
    for holder in reading.mentions_in(start, end):
        if holder.entity_type != "person" and (holds_post(reading.body, holder) or _in_post(reading, holder)):
            between = between.replace(f"{holder.surface} ", "")
    return between


def _in_post(reading: Reading, mention: Mention) -> bool:
    """Whether a body is in the post in front of a name: `Governor of the Bank of Norway | Ola Dahl`."""
    if not reading.body[max(0, mention.start_char - 8) : mention.start_char].endswith((" of ", " of the ", " for ", " for the ")):  # fmt: skip
        return False
    at = mention.end_char + 1
    named = reading.mentions_in(at, at + 60) if reading.body[at - 1 : at] == " " else ()
    return bool(named) and named[0].start_char == at and named[0].entity_type == "person"


def _unit(found: Located, phrase: Phrase, inside: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The body that a phrase of its kind names: `its <Halden Ltd> | unit`."""
    if not inside or inside[-1].entity_type != "organisation" or found.tokens.low[phrase.head] not in UNITS:
        return ()
    near = found.at + found.tokens.start[phrase.head] - inside[-1].end_char
    named_for = found.tokens.low[found.token(inside[-1].end_char)] in ("'", "’", "'s", "’s", "of")
    return inside[-1:] if 0 < near <= _BRACKETED and not named_for else ()


_BRACKETED = 12
"""Characters between a name and the noun of its kind: a bracket, a ticker."""


def _half(found: Located, phrase: Phrase, last: Mention) -> bool:
    """Whether the last name is only half of one: `the Pipes | and Valves Division`."""
    tokens = found.tokens
    k = found.token(last.end_char)
    if tokens.low[k] != "and" or not tokens.text[k + 1 : k + 2] or tokens.low[phrase.start] not in _ITS:
        return False
    end = min(phrase.end, k + 5)
    return last.entity_type == "organisation" and any(tokens.low[n] in UNITS for n in range(k + 2, end))


_ITS = frozenset("its their his her the".split())


def _titled(
    reading: Reading, found: Located, phrase: Phrase, inside: tuple[Mention, ...], end: int
) -> tuple[Mention, ...]:
    """The person behind a post with its complement: `the President of Norway | Ola Dahl`."""
    body, people = reading.body, tuple(m for m in inside if m.entity_type == "person")
    if (
        inside
        and inside[0].entity_type == "person"
        and inside[0].start_char == found.at + found.tokens.start[phrase.start]
    ):
        return () if body.startswith(("'", "’"), inside[0].end_char) else inside[:1]
    if not inside or inside[-1].entity_type != "person" or inside[-1].end_char != end:
        return ()
    before = body[max(0, inside[-1].start_char - 4) : inside[-1].start_char]
    pairs = pairwise(people)
    several = all(_joined(_between(reading, a.end_char, b.start_char)) for a, b in pairs)
    return (
        (people if several else inside[-1:])
        if posts.is_head(found.tokens.low[phrase.head]) and not before.endswith((" of ", "'s ", "’s "))
        else ()
    )


_TICKER = re.compile(r"\A ?(?:<[A-Z.]{1,10}>|\([A-Z.: ]{1,12}\)|\([A-Z][\w ,.]{1,30}\))")


_OWNED = re.compile(r"\A['’]s (?=and )")
"""The possessive of the first of two that each have their own: `Ola Dahl's and | Ewa Bryl's visits`."""


def _joined(between: str) -> bool:
    """Whether two names of a list are parted by these words: a comma or `and`, and at most a title."""
    stripped = _OWNED.sub("", _TICKER.sub("", between.lstrip("> ")).lstrip("> ").rstrip("<"))
    for joint in (", and ", "and ", ", ", "& ", "as well as "):
        if stripped.startswith(joint):
            rest = stripped[len(joint) :].removeprefix("the ").strip().rstrip(".")
            if joint.endswith("and ") and list_asides.is_title(rest.removesuffix(",").split()):
                return True
            if joint == ", " and not {"of", "for"}.isdisjoint(rest.split()):
                return False  # "Ann Lind, head of the Union"
            return all(w[:1].isupper() or w in LISTING or posts.is_head(w.lower()) or w.endswith(("'s", "’s")) for w in rest.split())  # fmt: skip
    return False


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
    if _in_seat(reading, found, phrase) or last_of_named(found, phrase):
        return None
    told = before_aside(found, phrase, verb) if verb is not None and not clause.inherited else None
    if told is not None:
        return argument(reading, found, told.subject)
    if verb is not None and phrase.start > 1 and tokens.low[phrase.start - 1] == "and" and tokens.low[verb.start] in _MANY:  # fmt: skip
        outer = found.parse.clauses[clause.parent] if clause.parent is not None else None
        floor = outer.verb.end if outer is not None and outer.verb is not None and outer.verb.end < phrase.start else 0
        whole = listed_before(found, phrase, floor)
        if whole.start < phrase.start:
            return argument(reading, found, whole)
    return argument(
        reading, found, listed(reading, found, phrase) if verb is None or phrase.end <= verb.start else phrase
    )


def _in_seat(reading: Reading, found: Located, phrase: Phrase) -> bool:
    """Whether a place is the second half of where somebody is: `a group of Narvik, | Norway, said`."""
    low, text, k = found.tokens.low, found.tokens.text, phrase.start
    if k < 2 or low[k - 1] != "," or low[phrase.end] != "," or not text[k - 2][:1].isupper():
        return False
    members = members_of(reading, found, phrase)
    return len(members) == 1 and members[0].entity_type == "place"


_MANY = frozenset("have are were".split())
"""Verbs of several."""


def listed(reading: Reading, found: Located, phrase: Phrase) -> Phrase:
    """A phrase with the names that it is listed with behind it, up to the one behind `and`: `Pan Am <PNN>, | NWA and Delta`."""
    tokens, at = found.tokens, found.at
    end = at + tokens.end[phrase.end - 1]
    stop = at + len(tokens.sentence)
    last = phrase.end
    named = next(iter(reading.mentions_in(at + tokens.start[phrase.start], end)), None)
    if named is not None and named.end_char < end and list_asides.behind(reading.body, named.end_char) >= end:
        end = named.end_char  # "Ann Lind, president and | chief executive of Lund Corp, and Ola Dahl"
    if found.parse.tags[phrase.start] == "#" and _described(reading, end, stop):
        return phrase
    for other in reading.mentions_in(end, min(stop, end + 200)):
        if _ticker(reading.body, other) or (other.entity_type != "person" and (holds_post(reading.body, other) or _in_post(reading, other))) or modifies(reading.body, other):  # fmt: skip
            continue
        aside = list_asides.behind(reading.body, end)
        if other.start_char < aside:
            continue
        between = _between(reading, aside, other.start_char)
        alone = " and " not in between or aside > end or "," in between.strip(", ") or between.startswith(", and")
        if (
            not _joined(between)
            or (other.entity_type != "person" and list_asides.headed(between))
            or (alone and begins_clause(found, phrase, found.token(other.start_char)))
        ):
            break
        end = other.end_char
        titled = between == ", " and last == phrase.end and _ends_in_title(found, phrase)
        if titled or " and " in between or any(posts.is_head(w.lower()) for w in between.split()):
            last = found.token(end - 1) + 1
    phrase = phrase._replace(end=last) if last > phrase.end else phrase
    return of_last(found, phrase._replace(end=list_end(found, phrase.end)))
