"""Who is what: a person, the post, the body or country it is held in, as of the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.facts.mentions.names import entity_id
from parsers.facts.reading import Reading
from parsers.facts.role import phrases
from parsers.facts.role.phrases import Role
from parsers.model import Fact, Mention, Party

KIND = "role"
VERSION = "1"

_PHOTO = re.compile(r"\b(?:Photo|Photos|Photograph|Picture|Image)s?(?: by|:| ©| credit:)\s*\Z")
_PHOTO_WORDS = ("Photo", "Picture", "Image")
_OUTLET = re.compile(r"\s?/\s?([A-Z][\w. ]{1,30})")


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each post that a text gives a person, wherever it does so."""
    people = [m for m in reading.mentions if m.entity_type == "person"]
    ends = (0, *(m.end_char for m in people))
    found = [fact for person, low in zip(people, ends, strict=False) for fact in _roles(reading, person, low)]
    fuller = {(f.subject, _head(f)): f for f in reversed(found) if f.object}
    for fact in found:
        known = fuller.get((fact.subject, _head(fact)))
        yield fact if fact.object or not known else replace(fact, object=known.object, parties=known.parties)


def _is_credit(reading: Reading, person: Mention) -> bool:
    """Whether a name is a photographer's: `Photo: …`."""
    low = max(0, person.start_char - 24)
    near = any(map(reading.body[low : person.start_char].__contains__, _PHOTO_WORDS))
    return near and bool(_PHOTO.search(reading.body, low, person.start_char))


def _head(fact: Fact) -> str:
    """The post's head noun: `President` of `Azerbaijani President` and of `President of Azerbaijan`."""
    return next(
        (word for word in (fact.predicate or "").replace(",", " ").split() if word.lower() in phrases.HEADS), ""
    )


def _roles(reading: Reading, person: Mention, low: int) -> Iterator[Fact]:
    sentence = reading.sentence_at(person.start_char)
    title = phrases.before(reading.body, person.start_char, low) or phrases.described(
        reading.body, person.start_char, max(low, sentence.start)
    )
    if title and title.start >= sentence.start - 1:
        yield _fact(reading, person, title, title.start, person.end_char)
    for role in phrases.behind(reading.body, person.end_char, sentence.end):
        yield _fact(reading, person, role, person.start_char, role.end)
    if _is_credit(reading, person):
        yield _photographer(reading, person)
    elif _is_byline(reading, person):
        yield _fact(
            reading,
            person,
            Role(person.start_char, person.end_char, "author"),
            person.start_char,
            person.end_char,
            reading.publisher,
        )


def _fact(reading: Reading, person: Mention, role: Role, start: int, end: int, organisation: str | None = None) -> Fact:
    body = _body_in(reading, role)
    name = organisation or (body.name if body else phrases.country_in(role.text))
    held_in = (
        body.entity_id if body else (entity_id("organisation" if organisation else "place", name) if name else None)
    )
    day = reading.date_published.isoformat() if reading.date_published else None
    return Fact(
        kind=KIND,
        start_char=start,
        end_char=end,
        extractor=KIND,
        extractor_version=VERSION,
        subtype="former" if role.text.lower().startswith(("former ", "ex-")) else None,
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
    """The body, else the place, that a post's words name."""
    inside = reading.mentions_in(role.start, role.end)
    bodies = [m for m in inside if m.entity_type == "organisation"] or [m for m in inside if m.entity_type == "place"]
    return bodies[-1] if bodies else None


def _photographer(reading: Reading, person: Mention) -> Fact:
    outlet = _OUTLET.match(reading.body, person.end_char)
    end = outlet.end() if outlet else person.end_char
    before = _PHOTO.search(reading.body, max(0, person.start_char - 24), person.start_char)
    start = before.start() if before else person.start_char
    return _fact(
        reading,
        person,
        Role(person.start_char, end, "photographer"),
        start,
        end,
        outlet.group(1).strip() if outlet else None,
    )


def _is_byline(reading: Reading, person: Mention) -> bool:
    """Whether a name stands alone in one of the first or last passages: the author's line."""
    for passage in (*reading.passages[:3], *reading.passages[-2:]):
        if passage.start_char <= person.start_char < passage.end_char:
            words = reading.body[passage.start_char : passage.end_char].removeprefix("By ").strip()
            return passage.kind in ("byline", "paragraph", "heading") and words == person.surface and " " in words
    return False
