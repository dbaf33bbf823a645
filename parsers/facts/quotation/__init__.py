"""Who said what: direct, mixed and reported speech, and the answers of an interview, each with its speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.facts import corrections
from parsers.facts.quotation import (
    by_language,
    clausal,
    cues,
    fragments,
    indirect,
    indirect_by_language,
    interview,
    nouns,
    scare,
)
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.attribution import TRIGGERS as VERBS
from parsers.facts.quotation.attribution import Cues, announced, attribute, labelled
from parsers.facts.quotation.frames import Frames
from parsers.facts.quotation.languages import LANGUAGES, Language
from parsers.facts.quotation.making import made
from parsers.facts.quotation.marks import Quoted, quoted
from parsers.facts.quotation.people import People
from parsers.facts.quotation.resolution import Company, Speaker
from parsers.facts.quotation.speech import is_attribute, is_narrative, is_sentence, is_title
from parsers.facts.quotation.subject_words import are_people
from parsers.facts.reading import Reading, Span
from parsers.model import Fact, Party
from parsers.record import changed

KIND = "quotation"
VERSION = "1"
TRIGGERS = VERBS | nouns.TRIGGERS

__all__ = ["KIND", "TRIGGERS", "VERSION", "extract"]


def extract(reading: Reading) -> Iterable[Fact]:
    """Every quotation in reading order. The evidence of direct and mixed speech is the quoted words with their marks."""
    reading = changed(reading, passages=tuple(sorted(reading.passages, key=lambda p: p.start_char)))
    company = Company.of(reading)
    language = LANGUAGES.get((reading.in_language or "")[:2])
    yield from _foreign(reading, language) if language else _english(reading, company)
    yield from interview.answers(reading, company)


def _foreign(reading: Reading, language: Language) -> Iterator[Fact]:
    """The quotations of a text in a language with tables of its own: direct and mixed ones, then indirect ones."""
    code = (reading.in_language or "")[:2]
    yield from by_language.extract(reading, language)
    yield from indirect_by_language.extract(reading, language, code, People.of(reading, language))


def _english(reading: Reading, company: Company) -> Iterator[Fact]:
    """The quotations of a text in English, or in a language without tables of its own."""
    quotes = quoted(reading.body, reading.passages)
    found = Cues(reading, quotes)
    marked = list(_marked(reading, quotes, found))
    spent = {s.attribution.cue for s in marked if s.quote_type == "direct"}
    reported = _reported(reading, found, spent)
    said = sorted([*marked, *reported], key=_place)
    yield from _facts(reading, said, company)


class Said(NamedTuple):
    """Something said: where it is, how it is given (direct, mixed, indirect), and what it hangs on."""

    span: Span
    quote_type: str
    attribution: Attribution


def _place(said: Said) -> tuple[int, int]:
    cue = said.attribution.cue
    return (cue.start if cue else said.span.start), said.span.start


def _marked(reading: Reading, quotes: tuple[Quoted, ...], found: Cues) -> Iterator[Said]:
    """What is in quotation marks and is speech; fragments that one verb strings together are one quotation."""
    if not quotes:
        return
    held: Said | None = None
    for said in _single(reading, quotes, found):
        if held and _strung(reading.body, held, said):
            held = Said(Span(held.span.start, said.span.end), held.quote_type, held.attribution)
            continue
        if held:
            yield held
        held = said
    if held:
        yield held


def _strung(body: str, one: Said, other: Said) -> bool:
    """Whether two fragments belong together: `a “b,” a “c” and “d”`."""
    same = one.attribution.cue is not None and one.attribution.cue == other.attribution.cue
    return same and one.quote_type == other.quote_type == "mixed" and _joint(body, one.span.end, other.span.start)


_JOINT = re.compile(r"[ ,]*(?:and|or)?(?: ?(?:an?|the))?[ ,]*")


def _single(reading: Reading, quotes: tuple[Quoted, ...], found: Cues) -> Iterator[Said]:
    frames = Frames(reading, quotes)
    previous: tuple[int, Attribution] | None = None
    whole: Attribution | None = None
    for i, quote in enumerate(quotes):
        low, high = frames.around(quote)
        nxt = _next(reading.body, quotes, i)
        sentence = is_sentence(reading.body, quote)
        attribution = labelled(reading, quote) or attribute(reading, quote, found, low, high, nxt)
        if attribution is None and quote.passage and quote.start == reading.passages[quote.passage].start_char:
            attribution = announced(reading, quote, found, reading.passages[quote.passage - 1])
        if (
            attribution is None
            and sentence
            and quote.last(reading.body) == ","
            and quote.passage + 1 < len(reading.passages)
        ):
            attribution = _cut_off(reading, quote, found)
        elif attribution is None and sentence:
            attribution = _sequel(reading, quote, found, low, previous)
        if attribution is None or (attribution.subject is None and not sentence) or is_title(reading.body, quote):
            continue
        led = attribution.cue is not None and 0 <= quote.start - attribution.cue.end < _NEAR
        if not sentence and fragments.is_no_speech(reading.body, quote, low):
            continue
        if sentence and fragments.is_put(reading.body, quote):
            continue
        if (not led and is_narrative(reading.body, quote)) or (not sentence and scare.is_scare(reading.body, quote)):
            continue
        behind = attribution.cue is not None and attribution.cue.start >= quote.end
        attribution = made(reading, attribution, quote.end if behind else low, high)
        if attribution is None or (attribution.subject is None and not sentence):
            continue
        if not sentence and attribution.subject and attribution.subject.text(reading.body).lower() in _WRITERS:
            continue
        if not sentence and not _beside(reading.body, quote, attribution) and _held(reading.body, quote, attribution):
            continue
        sentence = sentence or (quote.last(reading.body) in ".!?" and _goes_on(reading.body, quote, whole, attribution))
        yield Said(Span(quote.start, quote.end), "direct" if sentence else "mixed", attribution)
        previous = (quote.end, attribution)
        whole = attribution if sentence else None


def _goes_on(body: str, quote: Quoted, whole: Attribution | None, attribution: Attribution) -> bool:
    """Whether words go on with the utterance that a verb parts: `“The day,” he said, | “is over.”`; not `…, telling us to | “go.”`"""
    if whole is None or whole.cue is None or whole.cue != attribution.cue:
        return False
    return body[: quote.start].rstrip()[-1:] in _PAUSES


_PAUSES = frozenset(",;:—–-")


_WRITERS = frozenset(("i", "we", "you"))
"""Whoever writes or reads: words in marks near `I think` are nobody's speech."""
_NEAR = 25
_BELIEFS = frozenset(
    "expect expects expected hope hopes hoped fear fears feared think thinks thought know knows knew want wants wanted see sees saw".split()
)


_SHOWING = frozenset(
    "show shows showed shown indicate indicates indicated suggest suggests suggested reveal reveals revealed find finds found".split()
)


def _by_a_thing(body: str, attribution: Attribution) -> bool:
    """Whether a thing shows what words in marks only name: `drawings show several “themed” areas`."""
    subject, cue = attribution.subject, attribution.cue
    if subject is None or cue is None or cue.word not in _SHOWING or subject.kind != "nominal":
        return False
    head = subject.text(body).split(" of ")[0].rpartition(" ")[2].lower()
    named = head in clausal.DOCUMENTS or head in ("research", "they") or head.endswith(_DOERS)
    return not named and not are_people(subject.text(body))


_DOERS = ("ers", "ors", "ists", "ians", "er", "or", "ist", "ian")
"""Endings of nouns for those who do something."""


def _held(body: str, quote: Quoted, attribution: Attribution) -> bool:
    """Whether a fragment is a word held at a distance: it only qualifies a noun, or is short and stands under a belief."""
    believed = attribution.cue is not None and (attribution.cue.word in _BELIEFS or _by_a_thing(body, attribution))
    return is_attribute(body, quote) or (believed and quote.inner(body).count(" ") < 2)


def _beside(body: str, quote: Quoted, attribution: Attribution) -> bool:
    """Whether the verb stands close before the quotation: `called it an “ugly” plan`."""
    cue = attribution.cue
    if cue is None or not 0 <= quote.start - cue.end < _NEAR or cue.word in cues.PLAIN | _BELIEFS:
        return False
    return " that " not in body[cue.end : quote.start]


def _next(body: str, quotes: tuple[Quoted, ...], i: int) -> int:
    """Where the next quotation begins that is not strung to this one: `“a,” “b” and “c,” X said`."""
    at = i + 1
    while at < min(len(quotes), i + 6) and _joint(body, quotes[at - 1].end, quotes[at].start):
        at += 1
    return quotes[at].start if at < len(quotes) else len(body)


def _joint(body: str, end: int, start: int) -> bool:
    return end < start < end + 12 and bool(_JOINT.fullmatch(body, end, start))


def _cut_off(reading: Reading, quote: Quoted, found: Cues) -> Attribution | None:
    """The attribution of a quotation that a paragraph's end cuts off from its verb: `“…,”` and below it `Poole said.`"""
    passage, following = reading.passages[quote.passage], reading.passages[quote.passage + 1]
    if reading.body[quote.end : passage.end_char].strip():
        return None
    high = reading.sentence_at(following.start_char).end
    joined = Quoted(quote.start, following.start_char, quote.passage, quote.closed, quote.width)
    return attribute(reading, joined, found, quote.start, high, high)


def _sequel(
    reading: Reading, quote: Quoted, found: Cues, low: int, previous: tuple[int, Attribution] | None
) -> Attribution | None:
    """The attribution of a whole sentence without a verb of its own: whoever was reported, or quoted, right before."""
    passage = reading.passages[quote.passage]
    if low > passage.start_char:
        before = reading.sentence_at(low - 2)
        if previous is None or previous[0] <= before.start:
            attribution = indirect.reported(reading, before, found.within(before.start, before.end))
            if attribution:
                return Attribution(None, attribution.subject)
    if previous and quote.passage - _passage_of(reading, previous[0] - 1) <= 1:
        return Attribution(None, None if _others_since(reading, previous, low) else previous[1].subject)
    return None


def _others_since(reading: Reading, previous: tuple[int, Attribution], low: int) -> bool:
    """Whether another person is named between a quotation and the next, so that the next may be theirs."""
    subject = previous[1].subject
    speaker = subject.mention.entity_id if subject and subject.mention else None
    begin = max(previous[0], subject.end if subject else 0)
    for mention in reading.mentions_in(begin, low):
        start = reading.sentence_at(mention.start_char).start
        leads = start >= begin and mention.start_char - start < _LEADING
        if leads and mention.entity_type == "person" and mention.entity_id != speaker:
            return True
    return False


_LEADING = 40
"""Characters from the head of a sentence within which a name is most often its subject."""


def _passage_of(reading: Reading, offset: int) -> int:
    return bisect_right(reading.passages, offset, key=lambda p: p.start_char) - 1


def _reported(reading: Reading, found: Cues, spent: set[Cue | None]) -> Iterator[Said]:
    """Speech without marks: sentences that no quotation of their own takes up."""
    told = nouns.places(reading)
    for sentence in reading.sentences:
        here = found.within(sentence.start, sentence.end)
        if here and spent:
            here = [cue for cue in here if cue not in spent]
        attribution = indirect.reported(reading, sentence, here) if here else None
        attribution = attribution or (
            nouns.reported(reading, sentence, told) if told and not found.open_at(sentence.start) else None
        )
        if attribution:
            yield Said(sentence, "indirect", attribution)


_IN_MARKS = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|``[^'\n]*''")


def _outside(body: str, sentence: Span, span: Span) -> str:
    """The words of a verb's sentence that are in no quotation marks: only there a medium is named."""
    high = min(sentence.end, sentence.start + _SENTENCE)
    if span.start <= sentence.start and span.end >= sentence.end:
        words = body[sentence.start : high]
    else:
        words = body[sentence.start : max(span.start, sentence.start)][:_SENTENCE] + " " + body[span.end : high]
    return _IN_MARKS.sub(" ", words)


_SENTENCE = 600
"""Characters of a sentence in which a medium is looked for."""


def _facts(reading: Reading, said: list[Said], company: Company) -> Iterator[Fact]:
    for span, quote_type, attribution in said:
        subject = attribution.subject
        if subject and subject.kind == "nominal" and corrections.is_version(reading.body, subject.start, subject.end):
            continue
        speaker = (
            company.speaker(attribution.subject, attribution.cue) if attribution.subject else Speaker("", None, None)
        )
        cue = attribution.cue
        sentence = reading.sentence_at(cue.start) if cue else span
        yield Fact(
            kind=KIND,
            start_char=span.start,
            end_char=span.end,
            extractor=KIND,
            extractor_version=VERSION,
            subtype=quote_type,
            subject=speaker.name or None,
            speaker=speaker.name or None,
            speaker_role=speaker.role,
            cue=cue.word if cue else None,
            medium=cues.medium(_outside(reading.body, sentence, span)) if cue and cue.word != "according" else None,
            quote_type=quote_type,
            modality=attribution.modality,
            certainty="certain" if speaker.certain else "likely",
            anchor_start=cue.start if cue else None,
            anchor_end=cue.end if cue else None,
            parties=tuple(Party(role="speaker", entity_id=i) for i in (*speaker.others, speaker.entity_id) if i),
        )
