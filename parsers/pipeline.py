"""The pure middle: one raw document in, one parsed article (or a named rejection) out.

RawDocument
| registry | charset | formats   → Copy        decoded text and statements
| characters                     → Copy        clean characters, every change on record
| fields                         → Fields      who, when, where; marks in the raw text
| repair                         → Cleaned     the body and every edit
| passages                       → Passage…    in reading order
| facts                          → Fact…       with evidence in body and raw
| claims                         → Claim…      what can be compared with other articles
| fingerprint                    → Fingerprint

Documents go through it side by side, a step of each in turn: what a processor holds ready of one step serves all of them,
which saves it a fifth of its time (docs/performance.md).
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from parsers import characters, fields, kept_out, passages, repair
from parsers.alignment import Alignment, compose
from parsers.claims.reading import claims
from parsers.errors import Rejected
from parsers.facts import coverage, evidence, readings
from parsers.facts.mentions import providers
from parsers.facts.second.spacy_parser import parser
from parsers.formats import reading as formats
from parsers.formats import unspaced
from parsers.identity import article_id
from parsers.known import PARSER_VERSION, Desk, Lap
from parsers.model import DAMAGE, Article, Fields, Outcome, Parsed, RawDocument, Reason, Rejection, Repair
from parsers.record import changed
from parsers.syndication import fingerprint, stubs

STAGES = ("read", "fields", "repair", "passages", "facts", "fingerprint")

TOGETHER, TOGETHER_BYTES = 100, 2_000_000
"""Documents, and bytes of them, that go side by side."""

LEAST_WORDS, LEAST_LETTERS = 3, 3
"""What the text of an article has at least: the shortest alerts of the trade are a subject and what happened."""


def no_clock(stage: str) -> None:
    """The lap function of those who do not time anything."""


def parse(raw: RawDocument, desk: Desk, lap: Lap = no_clock) -> Parsed | Rejection:
    """Read, repair and analyse one document. A document that is no article comes back as a Rejection.

    A defect of a parser comes back as a Rejection with outcome `failed`: the other documents must go on, and the
    bytes are already stored. `lap` is called with each stage's name as it ends.
    """
    return parse_together((raw,), desk, lap)[0]


def parse_together(documents: Sequence[RawDocument], desk: Desk, lap: Lap = no_clock) -> list[Parsed | Rejection]:
    """What `parse` makes of each document, in the same order; they go through the stages side by side."""
    parsings = [_Parsing(raw, desk) for raw in documents]
    for stage in STAGES:
        here = [parsing for parsing in parsings if parsing.stage == stage]
        while here:
            here = [parsing for parsing in here if parsing.step() == stage]
        lap(stage)
    return [parsing.result for parsing in parsings]


def groups(documents: Sequence[RawDocument]) -> Iterator[Sequence[RawDocument]]:
    """Documents in groups of a size to be parsed together: of more, or of long ones, too much would be at hand at once."""
    first = size = 0
    for at, document in enumerate(documents):
        size += len(document.payload)
        if at > first and (at - first == TOGETHER or size > TOGETHER_BYTES):
            yield documents[first:at]
            first, size = at, len(document.payload)
    if first < len(documents):
        yield documents[first:]


class _Parsing:
    """A document on its way: the stage of its next step, None when there is none, and then the result."""

    result: Parsed | Rejection

    def __init__(self, raw: RawDocument, desk: Desk) -> None:
        self.stage: str | None = STAGES[0]
        self._raw = raw
        self._steps = _steps(raw, desk)

    def step(self) -> str | None:
        """Take the next step; the stage of the one behind it."""
        try:
            self.stage = next(self._steps)
        except StopIteration as end:
            self._end(end.value)
        except Rejected as error:
            self._end(self._rejection(Outcome.REJECTED, error.reason, error.detail, error.remedy))
        except Exception as error:  # noqa: BLE001 - the border where a defect becomes an outcome, with its cause named
            remedy = "report this document; `newsdesk quarantine retry` takes it up again after an update"
            self._end(self._rejection(Outcome.FAILED, "parser_fault", f"{type(error).__name__}: {error}", remedy))
        return self.stage

    def _end(self, result: Parsed | Rejection) -> None:
        self.stage, self.result = None, result

    def _rejection(self, outcome: Outcome, reason: str, detail: str, remedy: str) -> Rejection:
        raw = self._raw
        return Rejection(
            raw_document_id=raw.raw_document_id,
            outcome=outcome,
            reason=reason,
            detail=detail,
            remedy=remedy,
            media_type=formats.recognise(raw),
        )


def _steps(raw: RawDocument, desk: Desk) -> Generator[str, None, Parsed]:
    """The way of one document. Wherever it names the stage of its next step, the other documents take theirs."""
    media_type = formats.recognise(raw)
    if desk.field_names:
        raw = changed(raw, field_names=desk.field_names)
    copy = characters.clean(formats.read(raw, media_type))
    yield "fields"
    known = fields.read(copy, desk.outlets, raw.arrived_at)
    yield "repair"
    cleaned = repair.clean(copy, known, desk.vocabulary)
    yield "passages"
    if why := stubs.reason(cleaned.body, known.headline):
        raise Rejected(why, Reason.STUB, "fetch the article itself; the page that came instead is kept")
    _check_text(cleaned.body, known.headline, copy.text)
    yield "passages"
    across = Alignment.of(cleaned.repairs)
    layout = passages.divide(cleaned.body, cleaned.repairs, copy, known, across)
    repairs = compose(copy.repairs, cleaned.repairs + layout.repairs, copy.text)
    yield "passages"
    settled = fields.settled(known, cleaned.body, across)
    settled = changed(settled, headline=repair.title(settled.headline, settled.in_language, desk.vocabulary))
    article = _article(raw, settled, cleaned.body, repairs)
    if desk.rules:
        kept_out.check(desk.rules, raw, article)
    yield "facts"
    for reading in readings(article, layout.passages, providers(desk.spacy_pipeline), parser(desk.spacy_pipeline)):
        found = reading
        yield "facts"
    to_raw = Alignment.of(repairs) if copy.repairs else across  # a layout's rows say what was moved, and move nothing
    facts = evidence.attach((*evidence.of_header(known), *found.facts), article, to_raw)
    yield "facts"
    claimed = claims(article, facts, found.mentions)
    yield "fingerprint"
    return Parsed(
        article=article,
        media_type=media_type,
        charset=copy.charset,
        passages=layout.passages,
        repairs=repairs,
        facts=facts,
        mentions=found.mentions,
        fingerprint=fingerprint(cleaned.body),
        claims=claimed,
        unread=copy.unread,
        notes=(*copy.notes, *found.faults),
    )


def _check_text(body: str, headline: str | None, printed: str) -> None:
    """Whether a body is the least that an article has. Raises Rejected(`no_text`, `headline_only`)."""
    if not body.strip():
        if headline and " ".join(printed.split()).casefold() == " ".join(headline.split()).casefold():
            raise Rejected("the text is the headline again", Reason.HEADLINE_ONLY, "fetch the article itself")
        raise Rejected(
            "nothing but page furniture stands in it", Reason.NO_TEXT, "look at the raw bytes; they are kept"
        )
    if unspaced.words(body) < LEAST_WORDS or sum(map(str.isalpha, body)) < LEAST_LETTERS:
        raise Rejected(
            f"less than {LEAST_WORDS} words are no article",
            Reason.NO_TEXT,
            "hand in the text, or nothing if this is all",
        )


def _article(raw: RawDocument, known: Fields, body: str, repairs: Sequence[Repair]) -> Article:
    return Article(
        article_id=article_id(raw.raw_document_id),
        raw_document_id=raw.raw_document_id,
        article_body=body,
        word_count=unspaced.words(body),
        parser_version=PARSER_VERSION,
        url=known.url,
        canonical_url=known.canonical_url,
        headline=known.headline,
        byline=known.byline,
        author=known.author,
        dateline=known.dateline,
        credit_text=known.credit_text,
        publisher=known.publisher,
        republisher=known.republisher,
        date_published=known.date_published,
        date_published_source=known.date_published_source,
        date_published_precision=known.date_published_precision,
        date_published_offset=known.date_published_offset,
        date_modified=known.date_modified,
        in_language=known.in_language,
        genre=known.genre,
        editor_note=known.editor_note,
        keywords=known.keywords,
        facts_read=coverage.facts_read(known.in_language),
        damage=sum(r.kind in DAMAGE for r in repairs),
        is_partial=known.is_partial,
    )
