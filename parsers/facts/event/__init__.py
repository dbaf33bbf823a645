"""Events: who visited, met, opened, elected, appointed, sanctioned whom; when, where, and whether it has happened."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.facts import settings
from parsers.facts.event.families import TRIGGERS, Trigger, found_in
from parsers.facts.modality import modality
from parsers.facts.quotation import subjects
from parsers.facts.reading import Reading, Span
from parsers.model import Fact, Mention, Party

KIND = "event"
VERSION = "1"

__all__ = ["KIND", "TRIGGERS", "VERSION", "extract"]

_LONG = 420
"""A sentence longer than this is shown only around its event."""


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each family of events in each sentence that names somebody."""
    triggers = found_in(reading)
    times = settings.times(reading) if triggers else ()
    seen: set[tuple[int, str]] = set()
    for trigger in triggers:
        sentence = reading.sentence_at(trigger.start)
        if (sentence.start, trigger.family) in seen:
            continue
        near = Span(max(sentence.start, trigger.start - _LONG // 2), min(sentence.end, trigger.end + _LONG // 2))
        sides = _Sides(reading, near, trigger)
        if sides.anybody:
            seen.add((sentence.start, trigger.family))
            yield _fact(reading, sentence if sentence.end - sentence.start <= _LONG else near, trigger, sides, times)


def _doer(reading: Reading, sentence: Span, trigger: Trigger, others: tuple[Mention, ...]) -> Mention | None:
    """Whose visit (election, appointment …) it is: the person behind `of` or `by`, else the name right before the noun."""
    by = _BY.match(reading.body, trigger.end)
    if by:
        return next(
            (m for m in others if m.entity_type in ("person", "organisation") and m.start_char - by.end() < 60), None
        )
    before = reading.mentions_in(max(sentence.start, trigger.start - 90), trigger.start)
    return before[-1] if before and before[-1].end_char + 4 >= trigger.start else None


_BY = re.compile(r"(?: to (?:the )?[A-Z]\w+)? (?:of|by) ")
_CAPITAL = re.compile(r"[A-Z](?<!\w.)")


class _Sides:
    """Who does it and to whom: the subject of the verb, the first name behind it, everybody else."""

    def __init__(self, reading: Reading, sentence: Span, trigger: Trigger) -> None:
        others = reading.mentions_in(trigger.end, sentence.end)
        self.subject: subjects.Subject | None = None
        if trigger.verbal:
            self.subject = subjects.before(reading, sentence.start, trigger.start)
        else:
            doer = _doer(reading, sentence, trigger, others)
            self.subject = subjects.Subject(doer.start_char, doer.end_char, doer, "name") if doer else None
            others = tuple(m for m in others if m is not doer)
        self.patient = next((m for m in others if m.start_char - trigger.end < 90), None)
        self.everybody = reading.mentions_in(sentence.start, sentence.end)
        named = not trigger.verbal and bool(
            _CAPITAL.search(reading.body, trigger.end, min(sentence.end, trigger.end + 60))
        )
        self.anybody = bool(self.everybody) or named or (self.subject is not None and self.subject.kind == "pronoun")


def _fact(reading: Reading, sentence: Span, trigger: Trigger, sides: _Sides, times: tuple[Fact, ...]) -> Fact:
    when = settings.time_of(times, sentence, trigger.start)
    place = settings.place_of(reading, sentence, trigger.start)
    doer = _name(reading, sides.subject)
    agents = settings.joined(reading, sides.subject.mention) if sides.subject and sides.subject.mention else ()
    return Fact(
        kind=KIND,
        start_char=sentence.start,
        end_char=sentence.end,
        extractor=KIND,
        extractor_version=VERSION,
        subtype=trigger.family,
        subject=settings.names(agents) or doer,
        predicate=reading.body[trigger.start : trigger.end],
        object=sides.patient.name if sides.patient else _rest(reading.body, trigger, sentence),
        modality=_modality(reading.body, trigger, sentence, when),
        place=place.name if place else None,
        anchor_start=trigger.start,
        anchor_end=trigger.end,
        parties=_parties(sides, agents, place),
        **when._asdict(),
    )


def _name(reading: Reading, subject: subjects.Subject | None) -> str | None:
    if subject is None:
        return None
    return subject.mention.name if subject.mention else subject.text(reading.body).strip(" ,") or None


def _rest(body: str, trigger: Trigger, sentence: Span) -> str | None:
    """The words behind the event, up to the next comma: its object when nobody is named there."""
    words = body[trigger.end : min(sentence.end, trigger.end + 80)].strip()
    return words.split(",")[0].strip(" .;:") or None


def _modality(body: str, trigger: Trigger, sentence: Span, when: settings.Time) -> str:
    """How sure it is; a target is one whatever stands before it, and what has a past date has happened."""
    if trigger.family == "target":
        return "target"
    found = modality(body[sentence.start : sentence.end], trigger.start - sentence.start)
    done = trigger.verbal and body[trigger.start : trigger.end].endswith("ed") and when.timex_value == "PAST_REF"
    return "asserted" if done else found


def _parties(sides: _Sides, agents: tuple[Mention, ...], place: Mention | None) -> tuple[Party, ...]:
    """The doer, the other side, the place, and everybody else of the sentence as a participant."""
    roles = {mention.entity_id: "agent" for mention in agents}
    if sides.patient:
        roles.setdefault(
            sides.patient.entity_id, "place" if place and place.entity_id == sides.patient.entity_id else "patient"
        )
    for mention in sides.everybody:
        roles.setdefault(mention.entity_id, "place" if mention.entity_type == "place" else "participant")
    return tuple(Party(role=role, entity_id=entity) for entity, role in roles.items())
