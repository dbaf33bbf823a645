"""When an event was: which of the times of its clause is the event's own, and whether that lies ahead."""

from __future__ import annotations

import re
from datetime import timedelta

from parsers.facts import circumstances, settings
from parsers.facts.event.guards import Happening
from parsers.facts.reading import Reading
from parsers.facts.syntax import Located, cues
from parsers.model import Fact


def when_of(
    reading: Reading, place: Located, happening: Happening, times: tuple[Fact, ...], modality: str, *, own: bool
) -> tuple[settings.Time, str]:
    """The time of an event, and its modality: planned where what is told as so has a time ahead."""
    when = circumstances.time_within(times, place, happening.token, own=own, up_to=_limit(happening))
    ahead = modality == "asserted" and (_yet_to_come(reading, when) or _begins(reading, place, happening, when))
    if _of_a_change(when) or _half_of_a_stretch(when) or (ahead and _told_as_done(place, happening)):
        return settings.NO_TIME, modality
    if modality == "planned" and _made_before(reading, place, happening, when):
        return settings.NO_TIME, modality
    if _one_of_two(place, times, when):
        return settings.NO_TIME, "planned" if ahead else modality
    return _on(place, happening, times, when), "planned" if ahead else modality


def _begins(reading: Reading, place: Located, happening: Happening, when: settings.Time) -> bool:
    """Whether the present tense tells of a coming day: `the | trial begins on Monday`, `he | travels to Norway this evening`."""
    clause, published = place.parse.clause_of(happening.token), reading.date_published
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or published is None or not when.time_start:
        return False
    if happening.family == "visit" and verb.head == happening.token and verb.tense == "present":
        return not (verb.perfect or verb.progressive) and when.time_start[:10] >= published.isoformat()[:10]
    if not happening.nominal:
        return False
    told = subject.start <= happening.token < subject.end
    present = verb.tense == "present" and not verb.perfect and verb.lemma in cues.OCCURRING | {"open", "resume"}
    return told and present and when.time_start[:10] > published.isoformat()[:10]


_OTHER = re.compile(r"(?:,? or|/| and) (?:(?:early|late|mid|in|on|next|the) )*(?:\d{1,2}\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)")  # fmt: skip


def _one_of_two(place: Located, times: tuple[Fact, ...], when: settings.Time) -> bool:
    """Whether another time is told instead or besides: `in | February or March`."""
    sentence, start = place.tokens.sentence, place.at
    for time in times:
        at = settings.anchor(time) - start
        if not 0 <= at < len(sentence) or time.time_surface != when.time_surface or "/" in (when.timex_value or ""):
            continue
        end = (time.anchor_end or 0) - start
        if _OTHER.match(sentence, end):
            return True
    return False


def _on(place: Located, happening: Happening, times: tuple[Fact, ...], when: settings.Time) -> settings.Time:
    """Without the preposition of the event's own phrase, or of its agent: `after the | 1999 death`, `hit by | Monday's storm`."""
    if when.time_relation not in ("after", "before", "by", "since", "until", "following"):
        return when
    start, end = place.at, place.at + len(place.tokens.sentence)
    anchors = (settings.anchor(f) for f in times if start <= settings.anchor(f) < end and f.time_surface == when.time_surface)  # fmt: skip
    token = next((place.token(a) for a in anchors), None)
    phrase = place.parse.phrase_at(token) if token is not None else None
    sides = [s.phrase for s in (happening.who, happening.whom) if s is not None]
    own = phrase is not None and (phrase.start <= happening.token < phrase.end or any(p.start == phrase.start for p in sides))  # fmt: skip
    if not own:
        return when
    surface = (when.time_surface or "").removeprefix(f"{when.time_relation} ") or None
    return when._replace(time_relation=None, time_surface=surface)


def _limit(happening: Happening) -> int | None:
    """The token from which on a time is that of what is condemned: `denounced the raid | on Monday`."""
    if happening.family != "condemnation" or happening.whom is None or happening.whom.phrase.start < happening.token:
        return None
    return happening.whom.phrase.start


def _made_before(reading: Reading, place: Located, happening: Happening, when: settings.Time) -> bool:
    """Whether a plan has a time in the past, which is then that of the plan: `agreed to sell it in February`."""
    if happening.nominal or reading.date_published is None or not when.time_end:
        return False
    infinitive = place.parse.clause_of(happening.token).link == "infinitive"
    return infinitive and when.time_end[:10] < reading.date_published.isoformat()[:10]


def _half_of_a_stretch(when: settings.Time) -> bool:
    """Whether only one end of a stretch was read: `between | the start of May and June 24`."""
    return when.time_relation == "between" and "/" not in (when.timex_value or "")


def _of_a_change(when: settings.Time) -> bool:
    """Whether a time is only one end of something: `since May`, `up from | last year`, `extended to | May 23`."""
    return when.time_relation in ("since", "to") or (
        when.time_relation == "from" and "/" not in (when.timex_value or "")
    )


def _told_as_done(place: Located, happening: Happening) -> bool:
    """Whether a verb tells of the past, so that a time ahead is that of something else."""
    clause = place.parse.clause_of(happening.token)
    verb = clause.verb
    if verb is not None and verb.tense == "infinitive" and clause.parent is not None:
        verb = place.parse.clauses[clause.parent].verb  # "was forced to resign on Monday"
    return not happening.nominal and verb is not None and (verb.tense == "past" or verb.perfect)


def _yet_to_come(reading: Reading, when: settings.Time) -> bool:
    """Whether a time begins after the day of publication; a day, give or take the one of the dateline."""
    if reading.date_published is None or not when.time_start or when.time_relation in ("before", "until", "since"):
        return False
    sure = "tomorrow" in (when.time_surface or "").lower()
    slack = timedelta(days=len(when.timex_value or "") == len("2024-03-31") and not sure)
    return when.time_start[:10] > (reading.date_published + slack).isoformat()
