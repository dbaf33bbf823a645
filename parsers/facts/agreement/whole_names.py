"""Whether the names of the parties are whole: no name cut at `of`, `and` or a capital, no list cut short."""

from __future__ import annotations

import re

from parsers.facts.arguments import Argument
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located
from parsers.model import Mention

_FORM = r"(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|Plc|PLC|NV|SA|AG|LLC)\b"
_FORMED = re.compile(_FORM + r"\.?\Z")
_RUN_ON = re.compile(rf"{_FORM}\.\s+<?[A-Z]")
"""A legal form whose full stop ends a sentence: `to Halden Corp. | Lund said`."""
_OF_FORM = re.compile(rf" of (?:the )?(?:[A-Z][\w.]* ){{1,4}}{_FORM}")
_OF_LAND = re.compile(r" of (?:North |Latin |South )?America\b(?! [A-Z])")
_OF = re.compile(r" of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*")
_AND = re.compile(
    rf" (?:and|&) (?:[A-Z]\w+ ){{0,4}}(?:{_FORM}|[A-Z]\w+ (?:Workers|Association|Union|Employees|Engineers)\b)"
)
_BODY = re.compile(
    r"\b(?:Association|Brotherhood|Union|Federation|Ministry|Department|Institute|Council|Board|Bureau|Office) (?:of|for) "
)
_MORE = re.compile(r" (?:and|&) [A-Z]\w+(?: [A-Z]\w+)*")
_CAPITAL = re.compile(r" [A-Z][a-z]+\b")
_OWNER = re.compile(r"(?:>|\)| ?<[A-Z.]{1,10}>)?['’]s?\b|['’]s")
_DIVISION = re.compile(r" (?:division|department|segment)\b")
_PARTNER = re.compile(r"\b(?:and|&) (?:Co|Company|Sons|Partners)\b")
_BEFORE_PARTNER = re.compile(r"[A-Z]\w+, \Z")
_PLAIN = frozenset(
    "financial first national general central federal standard union united savings state trust bank development reserve investment "
    "insurance commercial american international community citizens farmers merchants peoples security corp corporation co company inc association".split()
)
"""Words that alone tell no company from another: `Financial Corp | of Lund`."""


def sound(reading: Reading, place: Located, clause: Clause | None, sides: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The sides whose names and lists are whole; a cut name is told in its words, as nobody's."""
    if clause is not None and _of_two_speakers(place, clause):
        sides = tuple(side for side in sides if clause.subject is None or side.phrase.start > clause.subject.start)
    named = (_named_whole(reading, place, side) for side in sides)
    return tuple(side for side in named if side is not None and not _list_cut(reading, place, clause, side))


def _of_two_speakers(place: Located, clause: Clause) -> bool:
    """Whether a pronoun may repeat either of two speakers: `Halden Corp said a group said | it agreed`."""
    if clause.subject is None or place.tokens.low[clause.subject.head] not in ("it", "he", "she", "they"):
        return False
    return place.tokens.low[: clause.subject.start].count("said") > 1


def _named_whole(reading: Reading, place: Located, side: Argument) -> Argument | None:
    """A side with whole names; with a cut one its words without any name; None where the words are cut too."""
    first, last = place.tokens.start[side.phrase.start], place.tokens.end[side.phrase.end - 1]
    if _RUN_ON.search(place.tokens.sentence, first, last):
        return None
    if not side.members and _of_more(reading, place, side):
        return None
    ends = [_cut_at(reading, place, side, m) for m in side.members]
    cut = max(ends, default=0)
    if not any(ends):
        return side
    start = place.at + place.tokens.start[side.phrase.start]
    end = max(place.at + place.tokens.end[side.phrase.end - 1], cut)
    text = _BRACKETS.sub("", reading.body[start:end]).strip()
    if text.endswith(("'s", "’s")) or min(ends) < 0 or "\n" in text:
        return None
    return side._replace(members=(), text=text, worded=True)


_HEADED = re.compile(r"\b(?:Office|Department|Ministry|Bureau|Board|Bank|University|Institute|Council|Federation|Association|Union|Society|Commission|Agency|Republic|Kingdom|Province|City|Port|Church|House)\Z")  # fmt: skip
"""Nouns that name nobody without what they are of: `the Office | of the Secretary`."""


def _of_more(reading: Reading, place: Located, side: Argument) -> bool:
    """Whether the words of a side break off before `of`."""
    end = place.at + place.tokens.end[side.phrase.end - 1]
    return _HEADED.search(side.text) is not None and reading.body.startswith(" of ", end)


_AROUND = 4_000
"""Characters before and behind a town's name in which a firm of that name is looked for."""


def _firm_of_place(reading: Reading, member: Mention) -> bool:
    """Whether a town's name is short for a firm of the article: `Lund said`, where `Lund Mills Inc` is told of."""
    if member.entity_type != "place" or " " in member.surface:
        return False
    return any(
        m.entity_type == "organisation" and m.surface.startswith(member.surface + " ") and _FORMED.search(m.surface)
        for m in reading.mentions_in(max(0, member.start_char - _AROUND), member.start_char + _AROUND)
    )


_BRACKETS = re.compile(r" <[A-Z.]{1,10}>|[<>]")


def _cut_at(reading: Reading, place: Located, side: Argument, member: Mention) -> int:
    """Where a cut name ends (body offset); 0 for a whole one, -1 where its beginning is missing."""
    if _firm_of_place(reading, member):
        return member.end_char
    if member.entity_type != "organisation":
        return 0
    end = place.at + len(place.tokens.sentence)
    behind, before = reading.body[member.end_char : end], reading.body[max(place.at, member.start_char - 30) : member.start_char]  # fmt: skip
    name = member.surface
    if _PARTNER.search(name) and _BEFORE_PARTNER.search(before):
        return -1
    if (_ANY.search(before) and _BRANCH.match(behind)) or _another_name(member):
        return member.end_char
    if _owned_word(reading, member, before):
        return -1
    inside = place.at + place.tokens.end[side.phrase.end - 1] > member.end_char + 3
    if inside and _OWNER.match(behind):
        return member.end_char + 2
    if before.endswith(("'s ", "’s ")) and _DIVISION.match(behind) and not _FORMED.search(name):
        return member.end_char
    found = _OF_FORM.match(behind) or _OF_LAND.match(behind)
    if found is None and set(name.lower().rstrip(".").split()) <= _PLAIN:
        found = _OF.match(behind)
    if found is None and not _FORMED.search(name):
        found = _AND.match(behind) or _CAPITAL.match(behind) or (_BODY.search(name) and _MORE.match(behind)) or None
        found = None if found and _begins(reading, member.end_char, found.group()) else found
    return member.end_char + found.end() if found else 0


_ANY = re.compile(r"\b(?:an?|another|one|some|other) <?\Z")
_BRANCH = re.compile(r">?(?: <[A-Z.]{1,10}>)? (?:affiliate|unit|subsidiary|division|executive|partner|supplier|rival|creditor|bank)s?\b")  # fmt: skip


def _another_name(member: Mention) -> bool:
    """Whether a name with its legal form was taken for a firm that shares no word with it."""
    known, written = (set(re.findall(r"\w{2,}", text.lower())) for text in (member.name, member.surface))
    return _FORMED.search(member.surface) is not None and known.isdisjoint(written)


_OWNING = re.compile(r"(?:\A|[-–—] <?|said )([A-Z][a-z]+)['’]s \Z")


def _owned_word(reading: Reading, member: Mention, before: str) -> bool:
    """Whether a word in the possessive, itself no name, begins the name: `Broker's | Choice Capital Inc`."""
    found = _OWNING.search(before)
    if found is None:
        return False
    start = member.start_char - len(before) + found.start(1)
    return not any(m.end_char > start for m in reading.mentions_in(start, member.start_char))


def _begins(reading: Reading, offset: int, words: str) -> bool:
    """Whether another name begins behind the joint."""
    start = offset + (len(words) if words[1].isupper() else words.index(" ", 1) + 1)
    first = offset + 1 if words[1].isupper() else start
    return any(m.start_char == first for m in reading.mentions_in(first, first + 90))


_LIST_ON = re.compile(
    r">?(?: <[A-Z.]{1,10}>| \([^)]{1,40}\))?,? (?:and|&|plus|as well as) (?:(?:the|its|a|an) )?(?:[a-z-]+ ){0,3}<?[A-Z]"
)


def _list_cut(reading: Reading, place: Located, clause: Clause | None, side: Argument) -> bool:
    """Whether a list goes on behind a side: `with <Halden Ltd> | and <E.B. Moe>`, `both Halden Ltd | and the bank, Lund`."""
    low, tags, end = place.tokens.low, place.parse.tags, side.phrase.end
    if (
        "both" in (low[side.phrase.start], low[side.phrase.start - 1])
        and len(side.members) < 2
        and " and " not in side.text
    ):
        return True
    verb = clause.verb if clause is not None else None
    if verb is not None and clause is not None and clause.subject is not None and side.phrase.start == clause.subject.start and end < verb.start:  # fmt: skip
        return any(low[k] == "and" and (tags[k + 1] in "DNJO" or low[k + 1] == "<") for k in range(end, verb.start - 1))
    if not side.members:
        return reading.body.startswith(" plus ", place.at + place.tokens.end[end - 1])
    last = side.members[-1].end_char
    found = _LIST_ON.match(reading.body, last)
    if found is None or found.end() > place.at + len(place.tokens.sentence) or last < place.at + place.tokens.start[side.phrase.start]:  # fmt: skip
        return False
    token = place.token(found.end() - 1)
    inner = place.parse.clause_of(token)
    begins = inner.verb is not None and inner.verb.finite and inner.start > place.token(last - 1) and inner.subject is not None  # fmt: skip
    return not begins and token >= end
