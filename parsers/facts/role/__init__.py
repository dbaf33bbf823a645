"""Who is what: a person, the post, the body or country it is held in, as of the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.facts.argument_nouns import TREATIES
from parsers.facts.mentions import posts as words
from parsers.facts.mentions.names import entity_id
from parsers.facts.neighbours import word_before
from parsers.facts.reading import Reading
from parsers.facts.role import bodies, phrases
from parsers.facts.role.described import described as described_in
from parsers.facts.role.phrases import Role
from parsers.model import Fact, Mention, Party

KIND = "role"
VERSION = "2"

_PHOTO = re.compile(r"\b(?:Photo|Photos|Photograph|Picture|Image)s?(?: by|:| ©| credit:)\s*\Z")
_PHOTO_WORDS = ("Photo", "Picture", "Image")
_OUTLET = re.compile(r"\s?/\s?([A-Z][\w. ]{1,30})")
_BANKING = re.compile(
    r"\b(?:(?:[Ss]ole|lead|joint|co-?lead)[ -]managers?|co-managers?|book-?runners?|underwriters?) \Z"
)
"""What banks are to a loan: a name behind it is no person."""
_JOINTS = (" and ", ", ", ", and ")


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each post that a text gives a person, wherever it does so."""
    people = [m for m in reading.mentions if m.entity_type == "person" and "-based" not in m.surface]
    found = list(_of_people(reading, people))
    fuller = {(f.subject, _head(f)): f for f in reversed(found) if f.object}
    for fact in found:
        known = fuller.get((fact.subject, _head(fact)))
        yield (
            fact
            if fact.object or not known or not _bare(fact)
            else replace(fact, object=known.object, parties=known.parties)
        )


def _of_people(reading: Reading, people: list[Mention]) -> Iterator[Fact]:
    low, end, shared = 0, 0, None
    for person in people:
        joined = reading.body[end : person.start_char] in _JOINTS
        title = shared if shared and joined else _title(reading, person, low)
        shared = title if title and title.plural else None
        post = _behind_rank(reading, person, title)
        if post:
            yield _fact(reading, person, post, post.start, person.end_char)
        yield from _roles(reading, person, title)
        owner = reading.body.startswith(("'s ", "’s ", " "), person.end_char)
        end = person.end_char
        low = (title.start if title else person.start_char) if owner else person.end_char


def _title(reading: Reading, person: Mention, low: int) -> Role | None:
    """The post before a name, or behind a comma in front of it."""
    sentence = reading.sentence_at(person.start_char)
    names = _Names(reading)
    if person.surface.lower() in TREATIES or _BANKING.search(reading.body, max(low, person.start_char - 24), person.start_char):  # fmt: skip
        return None
    title = phrases.before(reading.body, person.start_char, max(low, sentence.start), names.ending)
    if phrases.chosen(reading.body, title, person.end_char):
        return None
    if title or person.start_char - 2 <= low or reading.body[person.start_char - 2 : person.start_char] != ", ":
        return title
    return _described(reading, person, names)


def _described(reading: Reading, person: Mention, names: _Names, start: int | None = None) -> Role | None:
    """The post behind whose comma a name (or its title, at `start`) stands: `the head of the port, | Eldar Salahov`."""
    sentence = reading.sentence_at(person.start_char)
    at = person.start_char if start is None else start
    floor = max(sentence.start, at - 200)
    described = described_in(reading.body, at, floor, person.end_char, names.starting)
    return described if described and not described.plural else None


_STYLED = re.compile(
    r"(?<=, )(?:the )?(?:(?:Most|Right|Very) )?(?:Rev|Reverend|Hon|Honourable|Honorable|Dr|Prof|Sir|Dame|Lord|Mr|Mrs|Ms)\b\.? \Z"
)
_RANKS = frozenset(
    "colonel general captain major lieutenant admiral brigadier commander commodore sergeant professor bishop archbishop cardinal".split()
)
"""Ranks and styles between a post and its name: `the head of the army, | General Ann Lind`."""


def _behind_rank(reading: Reading, person: Mention, title: Role | None) -> Role | None:
    """The post behind whose comma a rank or style leads to a name."""
    if title is not None and title.text.lower() not in _RANKS:
        return None
    low = max(0, person.start_char - 30)
    styled = None if title else _STYLED.search(reading.body, low, person.start_char)
    start = title.start if title else styled.start() if styled else 0
    return _described(reading, person, _Names(reading), start) if reading.body.startswith(", ", start - 2) and start > 1 else None  # fmt: skip


class _Names:
    """Where the names of a reading begin and end."""

    __slots__ = ("reading",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def ending(self, offset: int) -> int:
        """Where the name begins that ends at an offset; the offset itself when none does."""
        found = self.reading.mentions_in(max(0, offset - 80), offset)
        return found[-1].start_char if found and found[-1].end_char == offset else offset

    def starting(self, offset: int) -> int:
        """Where the name ends that begins at an offset; the offset itself when none does."""
        found = self.reading.mentions_in(offset, offset + 120)
        return found[0].end_char if found and found[0].start_char == offset else offset


def _is_credit(reading: Reading, person: Mention) -> bool:
    """Whether a name is a photographer's: `Photo: …`."""
    low = max(0, person.start_char - 24)
    near = any(map(reading.body[low : person.start_char].__contains__, _PHOTO_WORDS))
    return near and bool(_PHOTO.search(reading.body, low, person.start_char))


def _bare(fact: Fact) -> bool:
    """Whether a post is named without the body it is held in: what the article says elsewhere then completes it."""
    post = fact.predicate or ""
    return post.count(" ") < 2 and "'" not in post and "’" not in post


def _head(fact: Fact) -> str:
    """The post's head noun: `President` of `Azerbaijani President` and of `President of Azerbaijan`."""
    return next((word for word in (fact.predicate or "").replace(",", " ").split() if words.is_head(word.lower())), "")


def _roles(reading: Reading, person: Mention, title: Role | None) -> Iterator[Fact]:
    if title:
        home = _home(reading, person, title)
        yield _fact(reading, person, title, min(title.start, person.start_char), home.end_char if home else person.end_char, home=home)  # fmt: skip
    if not _belongs(reading.body, person.start_char):
        stop = reading.sentence_at(person.start_char).end
        for role in phrases.behind(
            reading.body, person.end_char, stop, _Names(reading).starting, _start(person, title)
        ):
            if not role.plural and not _of_its_clause(reading, person, title, role):
                home = _bracketed(reading, role)
                yield _fact(reading, person, role, person.start_char, home.end_char if home else role.end, home=home)
    if _is_credit(reading, person):
        yield _photographer(reading, person)
    elif _is_byline(reading, person):
        author = Role(person.start_char, person.end_char, "author")
        yield _fact(reading, person, author, person.start_char, person.end_char, reading.publisher)


_LED = re.compile(r"(?:According to|In the (?:view|words|opinion|account) of|Speaking (?:with|to|for)|Like|Unlike|Under|With|For|To)(?: the)? \Z")  # fmt: skip


def _of_its_clause(reading: Reading, person: Mention, title: Role | None, role: Role) -> bool:
    """Whether what seems a post is the subject of the clause that a name only leads to: `According to Ann Lind, | the driver fled`."""
    body, start = reading.body, _start(person, title)
    sentence = reading.sentence_at(person.start_char)
    if body[role.end : role.end + 1] != " " or start - sentence.start > _LEAD or not body.startswith(", ", person.end_char):  # fmt: skip
        return False
    return bool(_LED.match(body, sentence.start, start)) and body[role.end + 1 : role.end + 2].islower()


_LEAD = 40
"""Characters of what leads to a name at the head of a sentence."""
_AT_HOME = re.compile(r",? (?:of|with|at|from) (?:the )?")


def _home(reading: Reading, person: Mention, title: Role) -> Mention | None:
    """The body behind a name whose post names none: `Analyst Ann Lind | of Halden Securities`."""
    found = _AT_HOME.match(reading.body, person.end_char)
    if found is None or _body_in(reading, title):
        return None
    named = reading.mentions_in(found.end(), found.end() + 90)
    return named[0] if named and named[0].start_char == found.end() and named[0].entity_type == "organisation" else None


def _bracketed(reading: Reading, role: Role) -> Mention | None:
    """The body that the wire sets in brackets: `the owner of | <Halden Ltd>`."""
    found = _IN_BRACKETS.match(reading.body, role.end)
    named = reading.mentions_in(found.end(), found.end() + 90) if found else ()
    return named[0] if found and named and named[0].start_char == found.end() else None


_IN_BRACKETS = re.compile(r" (?:of|for|at|with) (?:the )?<")


def _start(person: Mention, title: Role | None) -> int:
    return title.start if title else person.start_char


def _belongs(body: str, start: int) -> bool:
    """Whether a name is only the relative named in `the wife of X`: what follows may be said of either."""
    return word_before(body, start, 12) == "of" and word_before(body, start - 3, 24).lower() in words.KIN


def _fact(reading: Reading, person: Mention, role: Role, start: int, end: int, organisation: str | None = None, home: Mention | None = None) -> Fact:  # fmt: skip
    body = _body_in(reading, role) or home
    unlisted = None if body else bodies.body_in(_FORMERLY.sub("", role.text))
    name = organisation or (body.name if body else unlisted or bodies.country_in(role.text))
    held_in = (
        body.entity_id
        if body
        else (entity_id("organisation" if organisation or unlisted else "place", name) if name else None)
    )
    day = reading.date_published.isoformat() if reading.date_published and role.dated else None
    return Fact(
        kind=KIND,
        start_char=start,
        end_char=end,
        extractor=KIND,
        extractor_version=VERSION,
        subtype=role.standing,
        subject=person.name,
        predicate=role.text,
        object=name,
        timex_type="DATE" if day else None,
        timex_value=day,
        time_relation="as_of" if day else None,
        anchor_start=person.start_char,
        anchor_end=person.end_char,
        parties=(
            Party(role="person", entity_id=person.entity_id),
            *((Party(role="organisation", entity_id=held_in),) if held_in else ()),
        ),
    )


def _body_in(reading: Reading, role: Role) -> Mention | None:
    """The body, else the place, that a post's words name: a complement's goes before one in front of the head."""
    inside = [m for m in reading.mentions_in(role.start, role.end) if not (m.start_char <= role.head < m.end_char or _field(reading.body, m, role) or _hails(reading.body, m, role) or _part(reading.body, m, role))]  # fmt: skip
    held = [m for m in inside if m.entity_type == "organisation" or (m.entity_type == "place" and _whole(reading.body, m, role))]  # fmt: skip
    behind = [m for m in held if m.start_char > role.head and not _JOINED.search(reading.body, role.head, m.start_char)]
    front = [m for m in held if m.start_char < role.head and not (m.surface.endswith(_NO_BODIES) or reading.body.startswith(" and ", m.end_char))]  # fmt: skip
    ranked = sorted(behind, key=_bodies_first) or sorted(front, key=_bodies_first)
    return ranked[0] if ranked else None


_JOINED = re.compile(r"\b(?:of|for|at|with) (?:the )?[A-Z][\w. ’'-]+ (?:and|&) \Z")
"""What is before the last part of a name: `head of the Norwegian Food and | Grocery Council`."""
_MORE = re.compile(r" (?!(?:and|or|of|for|in|at|to|with|on|from|by|who|which|based|since|until)\b)[a-z]|, [A-Z]")


def _part(body: str, mention: Mention, role: Role) -> bool:
    """Whether a name in a complement is only a part of it: `head of | OTC trading`, `the House Trade, Consumer and Finance Committee`."""
    behind = role.head < mention.start_char and mention.end_char < role.end
    return behind and mention.entity_type == "organisation" and bool(_MORE.match(body, mention.end_char, role.end))


_NO_BODIES = ("District", "Circuit", "Olympic", "Oscar", "Grammy", "Nobel", "Pulitzer", "Emmy")
"""What stands before a post and holds nobody: districts of judges, prizes, games."""
_FORMERLY = re.compile(r"\A(?:(?:[Rr]etired|[Ff]ormer|[Tt]hen|[Aa]cting|[Dd]eputy|[Ll]ate|[Ee]x)[ -])+")
_HAILING = frozenset("senator representative congressman congresswoman delegate democrat republican deputy member mp lawmaker governor".split())  # fmt: skip


def _hails(body: str, mention: Mention, role: Role) -> bool:
    """Whether a place is only where somebody is from: `a teacher from | Hamar`; not of those who stand for it."""
    if mention.entity_type != "place" or not body[: mention.start_char].endswith(" from "):
        return False
    return body[role.head : mention.start_char].split(" ", 1)[0].lower() not in _HAILING


_FIELDS = frozenset("minister secretary undersecretary ministry".split())


def _field(body: str, mention: Mention, role: Role) -> bool:
    """Whether a name is one of the fields of a minister: `Minister of Energy, | Chemical and Pipeline Industries`."""
    if mention.entity_type != "organisation" or mention.start_char < role.head:
        return False
    front = body[role.head : mention.start_char].rstrip().lower()
    return front.split(" ", 1)[0] in _FIELDS and front.endswith((",", " and"))


def _bodies_first(mention: Mention) -> bool:
    return mention.entity_type != "organisation"


def _whole(body: str, place: Mention, role: Role) -> bool:
    """Whether a place is all that is named: `mayor of Narvik`, not `spokesman for the Narvik strikers`."""
    if place.start_char < role.head:
        return True
    between = body[role.head : place.start_char].split()
    if sum(word in words.LINKS for word in between if word != "of") + ("of" in between) > 1:
        return False
    if (
        between.count("of") > 1
        and between[-1] == "of"
        and between[-2][:1].isupper()
        and between[-2] not in _KINDS_OF_PLACES
    ):
        return False  # "president of Joined Builders of Norland"
    rest = body[place.end_char : role.end].lstrip(" ,")
    return not rest or rest.split(" ", 1)[0] in words.LINKS or (rest[0] in "'’" and " " not in rest)


_KINDS_OF_PLACES = frozenset("Republic State Province City Kingdom Government Commonwealth Region District County Principality Bank".split())  # fmt: skip


def _photographer(reading: Reading, person: Mention) -> Fact:
    outlet = _OUTLET.match(reading.body, person.end_char)
    end = outlet.end() if outlet else person.end_char
    before = _PHOTO.search(reading.body, max(0, person.start_char - 24), person.start_char)
    start = before.start() if before else person.start_char
    role = Role(person.start_char, end, "photographer")
    return _fact(reading, person, role, start, end, outlet.group(1).strip() if outlet else None)


def _is_byline(reading: Reading, person: Mention) -> bool:
    """Whether a name is alone in one of the first or last passages: the author's line."""
    for passage in (*reading.passages[:3], *reading.passages[-2:]):
        if passage.start_char <= person.start_char < passage.end_char:
            line = reading.body[passage.start_char : passage.end_char].removeprefix("By ").strip()
            return passage.kind in ("byline", "paragraph", "heading") and line == person.surface and " " in line
    return False
