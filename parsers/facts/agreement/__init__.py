"""Agreements: memoranda, contracts, treaties, partnerships, things agreed; with parties, topic, date and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.facts import settings, triggers
from parsers.facts.modality import modality
from parsers.facts.quotation import subjects
from parsers.facts.reading import Reading, Span
from parsers.model import Fact, Mention

KIND = "agreement"
VERSION = "1"

# Names of instruments that are agreements wherever they stand, after the UN Treaty Collection's glossary of terms.
_SURE = {
    r"[Mm]emorand(?:um|a|ums) of (?:[Uu]nderstanding|[Cc]ooperation|[Ii]ntent|[Aa]greement)|M[Oo]Us?": "memorandum of understanding",
    r"[Ff]ramework [Aa]greements?": "framework agreement",
    r"[Jj]oint [Dd]eclarations?|[Jj]oint [Ss]tatements?": "joint declaration",
    r"[Ff]ree[- ][Tt]rade [Aa]greements?|[Tt]rade [Aa]greements?|[Tt]rade deals?": "trade agreement",
    r"[Cc]ease-?fires?(?: (?:agreement|deal))?|[Tt]ruces?|[Pp]eace (?:agreements?|accords?|deals?|treat(?:y|ies))": "peace agreement",
    r"[Ll]etters? of [Ii]ntent": "letter of intent",
    r"[Jj]oint ventures?": "joint venture",
}
# Names that are agreements only beside a verb of signing, or with their parties.
_LOOSE = {
    r"[Aa]greements?": "agreement",
    r"[Aa]ccords?": "accord",
    r"[Tt]reat(?:y|ies)": "treaty",
    r"[Pp]acts?": "pact",
    r"[Cc]ontracts?": "contract",
    r"[Dd]eals?": "deal",
    r"[Pp]rotocols?": "protocol",
    r"[Cc]onventions?": "convention",
    r"(?:[Ss]trategic |[Cc]omprehensive )*[Pp]artnerships?": "partnership",
}
_NOUN = re.compile(rf"\b(?:(?P<sure>{'|'.join(_SURE)})|(?P<loose>{'|'.join(_LOOSE)}))\b")
_KINDS = tuple((re.compile(pattern), kind) for pattern, kind in (*_SURE.items(), *_LOOSE.items()))
_SIGNING = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|ink(?:s|ed|ing)|conclud(?:es|ed|ing)|initial(?:s|ed|led)|seal(?:s|ed|ing)|struck|strik(?:es|ing)|reach(?:es|ed|ing)|clinch(?:es|ed)|ratif(?:ies|ied|ying)|"
    r"enter(?:s|ed|ing)? into|finali[sz](?:es|ed|ing)|culminat(?:es|ed|ing) in|award(?:s|ed)|won|win(?:s|ning)?|secur(?:es|ed|ing)|broker(?:s|ed)|announc(?:es|ed)|agreed)\b"
)
_SIGNED = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|ink(?:s|ed|ing)|ratif(?:ies|ied)|conclude[sd]|entered into|reached|struck)\b"
)
_PARTNERS = re.compile(
    r"\b(?P<verb>partner(?:s|ed|ing)? (?:up )?with|teamed? up with|joined forces with|(?:has|have) agreed|(?:was|were) agreed|agreed (?:to|on|that)|agrees to|agree to|elevat(?:ed|ion|ing|es?)|upgrad(?:ed|ing|es?))\b"
)
_BETWEEN = re.compile(r"\b(?:between|among)\b")
_WITH = re.compile(r"\bwith\b")
_TOPIC = re.compile(
    r"\s(?:on|for|to(?= [a-z])|regarding|concerning|about|under which|in the field of) (?:the )?(?!\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday)\b)([^,;.()“”\"]{4,110})"
)
_TOPIC_END = re.compile(
    r"\s(?:was|were|is|has been|have been|had been|between|with|in (?:[A-Z]\w+|\d|January|February|March|April|May|June|July|August|September|October|November|December|\d)|signed|inked|on (?:[A-Z]|\d))\b"
)


class Instrument(NamedTuple):
    """A word for an agreement and what kind it names."""

    start: int
    end: int
    kind: str


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each agreement that a sentence tells of."""
    instruments = list(_instruments(reading))
    times = settings.times(reading) if instruments else ()
    for sentence, instrument in instruments:
        yield _fact(reading, sentence, instrument, times)


def _instruments(reading: Reading) -> Iterator[tuple[Span, Instrument]]:
    done = stop = -1
    for start, word, lower in triggers.where(reading, TRIGGERS):
        if lower in _HELPING and not reading.body.startswith(" agreed", start + len(word)):
            continue
        match = _NOUN.match(reading.body, start) if start >= stop else None
        sentence = reading.sentence_at(start)
        if match:
            stop = match.end()
            if start >= done and (match["sure"] or _is_agreement(reading, sentence, match)):
                done = sentence.end
                yield sentence, Instrument(start, match.end(), _kind(match.group()))
            continue
        verb = _PARTNERS.match(reading.body, start)
        kind = _verbal_kind(reading.body, verb, sentence) if verb else None
        if verb and kind and start >= stop:
            stop = sentence.end if kind == "decision" else verb.end()
            yield sentence, Instrument(start, verb.end(), kind)


_HELPING = frozenset("has have was were".split())
# The words with which an agreement's name or verb begins.
TRIGGERS = frozenset(
    "memorandum memoranda memorandums mou mous framework joint free trade ceasefire ceasefires cease truce truces peace letter letters agreement agreements accord accords "
    "treaty treaties pact pacts contract contracts deal deals protocol protocols convention conventions strategic comprehensive partnership partnerships partner partners "
    "partnered partnering teamed team joined has have was were agreed agrees agree elevated elevation elevating elevates elevate upgraded upgrading upgrades upgrade".split()
)


def _kind(words: str) -> str:
    return next(kind for pattern, kind in _KINDS if pattern.fullmatch(words))


def _is_agreement(reading: Reading, sentence: Span, match: re.Match[str]) -> bool:
    """Whether a loose word is an agreement: a verb of signing close by, or its parties named right behind it."""
    low, high = max(sentence.start, match.start() - 90), min(sentence.end, match.end() + 90)
    if match.group().lower().endswith("partnership") or match.group().lower().endswith("convention"):
        return bool(_SIGNED.search(reading.body, low, high))
    if _SIGNING.search(reading.body, low, high):
        return True
    behind = reading.body[match.end() : match.end() + 9]
    return behind.startswith((" with ", " between ")) and bool(_groups(reading.mentions_in(match.end(), high)))


def _verbal_kind(body: str, match: re.Match[str], sentence: Span) -> str | None:
    """What kind of agreement a verb tells of; None for `agreed` with a statement and for ties that were not raised."""
    verb = match["verb"]
    if verb.startswith(("elevat", "upgrad")):
        around = body[max(sentence.start, match.start() - 80) : min(sentence.end, match.end() + 110)]
        return (
            "strategic partnership"
            if re.search(r"\b(?:ties|relations|relationship|partnership|cooperation)\b", around)
            and re.search(r"\bpartnership\b|\blevel of\b", around)
            else None
        )
    if "with" in verb:
        return None if body[: match.start()].endswith((" to ", " could ", " would ", " may ")) else "partnership"
    following = body[match.end() : match.end() + 9]
    return "decision" if verb.endswith((" to", " on")) or following.startswith((" to ", " on ", " upon ")) else None


def _groups(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(
        m for m in mentions if m.entity_type in ("organisation", "place", "person") and not m.name.startswith("Global ")
    )


def _fact(reading: Reading, sentence: Span, instrument: Instrument, times: tuple[Fact, ...]) -> Fact:
    when = settings.time_of(times, sentence, instrument.start)
    place = settings.place_of(reading, sentence, instrument.start)
    sides = _sides(reading, sentence, instrument)
    text = reading.body[sentence.start : sentence.end]
    return Fact(
        kind=KIND,
        start_char=sentence.start,
        end_char=sentence.end,
        extractor=KIND,
        extractor_version=VERSION,
        subtype=instrument.kind,
        subject=settings.names(sides),
        predicate=reading.body[instrument.start : instrument.end],
        object=_topic(reading.body, instrument, sentence),
        modality="asserted" if _SIGNED.search(text) else modality(text, instrument.start - sentence.start),
        place=place.name if place and place not in sides else None,
        anchor_start=instrument.start,
        anchor_end=instrument.end,
        parties=settings.parties("party", sides),
        **when._asdict(),
    )


def _sides(reading: Reading, sentence: Span, instrument: Instrument) -> tuple[Mention, ...]:
    """The parties: those named behind `between`, else the one behind `with` and the sentence's subject."""
    body = reading.body
    between = _BETWEEN.search(body, instrument.end, min(sentence.end, instrument.end + 160))
    if between:
        both = _groups(reading.mentions_in(between.end(), min(sentence.end, between.end() + 170)))
        return tuple(m for m in both if not body.startswith(("'s ", "’s "), m.end_char))[:2]
    other = _WITH.search(body, instrument.start, min(sentence.end, instrument.end + 110))
    others = _groups(reading.mentions_in(other.end(), min(sentence.end, other.end() + 90)))[:1] if other else ()
    subject = _groups(reading.mentions_in(sentence.start, instrument.start))
    found = subjects.before(reading, sentence.start, instrument.start)
    owner = (
        settings.joined(reading, found.mention)
        if found and found.mention
        else subject[:2]
        if not others
        else subject[:1]
    )
    return tuple(dict.fromkeys((*owner, *others)))


def _topic(body: str, instrument: Instrument, sentence: Span) -> str | None:
    """What it is about: the words behind `on`, `for` or `to`, up to the verb."""
    if body[instrument.start : instrument.end].endswith((" to", " on")):
        words = body[instrument.end : min(sentence.end, instrument.end + 110)].split(",")[0].strip(" .")
    else:
        found = _TOPIC.search(body, instrument.end, min(sentence.end, instrument.end + 220))
        words = found.group(1) if found else ""
    stop = _TOPIC_END.search(words)
    return (words[: stop.start()] if stop else words).strip() or None
