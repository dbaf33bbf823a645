"""Whether what a verb of speech tells was said at all, and by whom where the verb is passive or only qualifies a noun."""

from __future__ import annotations

import re

from parsers.facts.neighbours import word_before
from parsers.facts.quotation import heads, inverted, standing, writings
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.cues import AUXILIARIES
from parsers.facts.quotation.subjects import PRONOUNS, Subject
from parsers.facts.reading import Reading


def made(reading: Reading, attribution: Attribution, low: int, high: int) -> Attribution | None:
    """An attribution with its modality; None when its verb is denied, supposed or passive, so that nothing was said."""
    attribution = writings.issued(reading, heads.headed(reading, attribution))
    cue, subject = attribution.cue, attribution.subject
    if cue is None or cue.word == "according":
        return attribution
    found = standing_of(reading, cue, subject, low, high)
    if found not in standing.SAID:
        return None
    if subject and cue.word in _AS_NAMED and not attribution.inverted and _qualifies(reading, cue, subject):
        return attribution._replace(subject=_agent(reading, cue, high), modality=found)
    if not attribution.inverted and standing.passive(reading.body, low, cue.start, cue.word) and cue.word != "quoted":
        return attribution._replace(subject=_agent(reading, cue, high), modality=found)
    return attribution if found == attribution.modality else attribution._replace(modality=found)


_AS_NAMED = frozenset(
    "called dubbed branded labelled labeled termed described denounced hailed touted billed characterized characterised portrayed known considered deemed judged regarded".split()
)
"""Participles that only qualify a noun with a name for it: `a plan | dubbed “the ladder”`; it is said by whoever follows `by`."""


def _qualifies(reading: Reading, cue: Cue, subject: Subject) -> bool:
    """Whether a participle only qualifies the noun before it; so it does with the name right behind it and no `what` in front."""
    body = reading.body
    nearest = word_before(body, cue.start, 8).lower()
    if nearest in PRONOUNS or nearest in AUXILIARIES or (subject.kind != "nominal" and subject.end == cue.start - 1):
        return False
    named = subject.kind == "nominal" and body[cue.end : cue.end + 2] in (' "', " “", " '", " ‘")
    relative = word_before(body, subject.start, 8).lower() in ("what", "which", "that", "whom")
    return not relative and (named or heads.qualifies(reading, cue))


def standing_of(reading: Reading, cue: Cue, subject: Subject | None, low: int, high: int) -> str:
    """The standing of speech at a verb with a subject: `asserted`, `planned`, `supposed` or `denied`."""
    place = (subject.start, subject.end) if subject else None
    return standing.standing(reading.body, low, cue, place, high)


_AGENT = re.compile(r"[^.;:]{0,60}?\bby\s+(?!\w+ing\b)")


def _agent(reading: Reading, cue: Cue, high: int) -> Subject | None:
    """Who does what a passive verb tells: `was called “a failure” by Ann Poole`."""
    by = _AGENT.match(reading.body, cue.end, high)
    return inverted.behind(reading, by.end(), high) if by else None


_PRONOUNCING = frozenset(
    "hailed described dismissed praised condemned denounced called branded labelled labeled criticised criticized attacked welcomed rejected "
    "derided blasted slammed lauded ridiculed portrayed characterised characterized seen regarded deemed deplored mocked touted".split()
)
_BY_AS = re.compile(
    r" (?:(?:\w+ly|on \w+day|yesterday|today) )?by [^,;:.“”\"]{2,90} (?:as |for )?(?:an? |the |being |having |in )?"
)
"""What is between a passive verb of judging and its words: `hailed | by envoy Ann Poole as “a start”`."""


def told_by(body: str, cue: Cue, quoted: int) -> bool:
    """Whether a passive verb of judging names who says the words right behind it: `dismissed by Ann Poole as | “a joke”`."""
    return cue.word in _PRONOUNCING and bool(_BY_AS.fullmatch(body, cue.end, quoted))


def blamed(reading: Reading, low: int, cue: Cue) -> Subject | None:
    """Who is blamed for what he said: `lashed out at Tom Ray for | calling her a “crank”`; not who apologises to Ray."""
    if cue.word != "calling" or not reading.body.startswith(" for ", cue.start - 5):
        return None
    named = reading.mentions_in(max(low, cue.start - 60), cue.start - 5)
    if not named or named[-1].end_char != cue.start - 5 or named[-1].entity_type != "person":
        return None
    led = reading.body[max(low, named[-1].start_char - 30) : named[-1].start_char].split()
    return None if "to" in led[-4:] else Subject(named[-1].start_char, named[-1].end_char, named[-1], "name")
