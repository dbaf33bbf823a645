"""When an event was: which of the times of its clause is the event's own, and whether that lies ahead."""

from __future__ import annotations

from datetime import timedelta

from parsers.facts import circumstances, settings
from parsers.facts.event.guards import Happening
from parsers.facts.reading import Reading
from parsers.facts.syntax import Located
from parsers.model import Fact


def when_of(
    reading: Reading, place: Located, happening: Happening, times: tuple[Fact, ...], modality: str, *, own: bool
) -> tuple[settings.Time, str]:
    """The time of an event, and its modality: planned where what is told as so has a time ahead."""
    when = circumstances.time_within(times, place, happening.token, own=own, up_to=_limit(happening))
    ahead = modality == "asserted" and _yet_to_come(reading, when)
    if _of_a_change(when) or (ahead and _told_as_done(place, happening)):
        return settings.NO_TIME, modality
    if modality == "planned" and _made_before(reading, place, happening, when):
        return settings.NO_TIME, modality
    return when, "planned" if ahead else modality


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


def _of_a_change(when: settings.Time) -> bool:
    """Whether a time is only one end of something: `since May`, `up from | last year`, `extended to | May 23`."""
    return when.time_relation in ("since", "to") or (
        when.time_relation == "from" and "/" not in (when.timex_value or "")
    )


def _told_as_done(place: Located, happening: Happening) -> bool:
    """Whether a verb tells of the past, so that a time ahead is that of something else."""
    verb = place.parse.clause_of(happening.token).verb
    return not happening.nominal and verb is not None and (verb.tense == "past" or verb.perfect)


def _yet_to_come(reading: Reading, when: settings.Time) -> bool:
    """Whether a time begins after the day of publication; a day, give or take the one of the dateline."""
    if reading.date_published is None or not when.time_start or when.time_relation in ("before", "until", "since"):
        return False
    slack = timedelta(days=len(when.timex_value or "") == len("2024-03-31"))
    return when.time_start[:10] > (reading.date_published + slack).isoformat()
