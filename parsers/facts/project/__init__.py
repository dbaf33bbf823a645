"""Projects: what is to be built, produced or set up; by whom, where, for how much, by when, and how far it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.facts import settings, triggers
from parsers.facts.project.words import DONE, MAKING, MARKS, NOMINAL, THINGS
from parsers.facts.quotation import subjects
from parsers.facts.reading import Reading, Span
from parsers.model import Fact

KIND = "project"
VERSION = "1"

_OBJECT = re.compile(r"\s(?:of |for )?((?:the |an? |its |their |our )?[^,;:()“”\"]{3,110})")
_OBJECT_END = re.compile(
    r"\s(?:in (?:the )?[A-Z]\w*|by \d+|by (?:the end|[A-Z]\w*)|to (?:produce|meet|help|be|ensure|reduce)|which|that|and (?:will|is|are|to)|is|are|will|was|were|has|have|with annual|in partnership|within|at a cost|worth|underway)\b"
)


TRIGGERS = MAKING | NOMINAL.keys()


class Work(NamedTuple):
    """A word of making and the stretch that it governs."""

    start: int
    end: int
    status: str


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each piece of work that a sentence tells of."""
    works = list(_works(reading))
    if not works:
        return
    times = settings.times(reading)
    amounts = tuple(f for f in reading.facts if f.kind == "quantity" and f.anchor_start is not None)
    last = -1
    for work, sentence in works:
        if sentence.start == last:
            continue
        last = sentence.start
        yield _fact(reading, sentence, work, times, amounts)


def _works(reading: Reading) -> Iterator[tuple[Work, Span]]:
    for start, _, word in triggers.where(reading, TRIGGERS):
        sentence = reading.sentence_at(start)
        near = Span(max(sentence.start, start - 220), min(sentence.end, start + 240))
        status = _status(reading.body, near, start, word)
        if status:
            yield Work(start, start + len(word), status), near if sentence.end - sentence.start > 460 else sentence


def _status(body: str, near: Span, start: int, word: str) -> str | None:
    """How far the work is, by the marks before it (`plans to`, `slated to`) and around it; None when it is no project."""
    behind = body[start + len(word) : min(near.end, start + len(word) + 130)]
    if word in NOMINAL and not behind.startswith((" of ", " for ", " is ")):
        return None
    thing = THINGS.search(behind.split(",")[0][:90]) or (
        word not in NOMINAL and THINGS.search(body, max(near.start, start - 60), start)
    )
    if not thing and not behind.startswith(" $"):
        return None
    before = body[near.start : start]
    mark = None
    for status, pattern in MARKS:
        found = pattern.search(before[-90:])
        if found:
            mark = status
            break
    if word in NOMINAL:
        mark = mark or ("planned" if _AHEAD.search(behind) else None)
        return (mark or NOMINAL[word]) if thing else None
    if DONE.search(before[-24:]) or (word.endswith("ed") and mark is None) or word == "built":
        return "completed" if thing and re.match(r" by (?:the )?[A-Z]", behind) else None
    if mark is None and word.endswith("ing") and re.search(r"\b(?:is|are) \Z", before):
        mark = "ongoing"
    return mark if mark and (thing or behind.startswith(" $")) else None


_AHEAD = re.compile(r"\b(?:is|are) (?:expected|planned|slated|scheduled|due|set|to)\b|\bwill (?:be|begin|start|take)\b")


def _fact(reading: Reading, sentence: Span, work: Work, times: tuple[Fact, ...], amounts: tuple[Fact, ...]) -> Fact:
    when = settings.time_of(times, sentence, work.start)
    place = settings.place_of(reading, sentence, work.start)
    subject = subjects.before(reading, sentence.start, work.start) or subjects.first(
        reading, sentence.start, work.start
    )
    named = tuple(m for m in reading.mentions_in(sentence.start, sentence.end) if m is not place)
    amount = next(
        (f for f in amounts if sentence.start <= (f.anchor_start or 0) < sentence.end and f.subtype == "money"), None
    )
    amount = amount or next((f for f in amounts if sentence.start <= (f.anchor_start or 0) < sentence.end), None)
    maker = subject.mention.name if subject and subject.mention else settings.names(named[:1])
    return Fact(
        kind=KIND,
        start_char=sentence.start,
        end_char=sentence.end,
        extractor=KIND,
        extractor_version=VERSION,
        subtype=work.status,
        subject=maker or (subject.text(reading.body) if subject else None),
        predicate=reading.body[work.start : work.end],
        object=_thing(reading.body, work, sentence),
        value=amount.value if amount else None,
        value_high=amount.value_high if amount else None,
        unit=amount.unit if amount else None,
        bound=amount.bound if amount else None,
        modality=_MODALITY[work.status],
        place=place.name if place else None,
        anchor_start=work.start,
        anchor_end=work.end,
        parties=settings.parties("participant", named) + (settings.parties("place", (place,)) if place else ()),
        **when._asdict(),
    )


_MODALITY = {
    "planned": "planned",
    "proposed": "proposed",
    "target": "target",
    "ongoing": "asserted",
    "completed": "asserted",
}


_BUILT = re.compile(r"((?:[Tt]he |[Aa]n? )?[^,;:.()“”]{3,80}?),?\s(?:which )?(?:was |were |is |are |has been )?\Z")


def _thing(body: str, work: Work, sentence: Span) -> str | None:
    """What is made: the noun phrase behind the word of making; before it, when the work is done (`the line, built by …`)."""
    if work.status == "completed":
        before = _BUILT.search(body, max(sentence.start, work.start - 90), work.start)
        return before.group(1) if before else None
    found = _OBJECT.match(body, work.end, min(sentence.end, work.end + 120))
    if not found:
        return None
    words = found.group(1)
    stop = _OBJECT_END.search(words)
    return (words[: stop.start()] if stop else words).strip(" .") or None
