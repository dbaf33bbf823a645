"""What must hold for any bytes under any name: one outcome each, no exception, exact spans, the raw text rebuilt."""

from __future__ import annotations

import hashlib
import logging
import signal
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from types import FrameType

from flows.inbox.files import in_process
from parsers.alignment import rebuild
from parsers.fields import known_outlets
from parsers.formats.pieces import Member, Piece, Refused
from parsers.known import Desk
from parsers.model import Outcome, Parsed, RawDocument, Rejection
from parsers.pipeline import parse
from warehouse.filing.rows import filing

HANG_SECONDS = 20.0
"""Seconds of CPU after which one step counts as a hang."""

SLOW_SECONDS, SLOW_SECONDS_A_MEGABYTE = 5.0, 20.0
"""Seconds of CPU, and how many more for each megabyte, after which a file counts as slow: a character that is repaired is an
edit of its own, and a file may be nothing else."""

MOST_PIECES = 3_000
MOST_PARSED = 6
"""Documents of a file that are parsed: members of one file are alike."""

DESK = Desk(outlets=known_outlets())

for noisy in ("pypdf", "openpyxl"):
    logging.getLogger(noisy).setLevel(logging.CRITICAL)
warnings.filterwarnings("ignore", module="openpyxl|bs4")


class Hang(BaseException):
    """A step took too long; no net of the product catches it."""


@dataclass(slots=True)
class Tried:
    """Counts, and what was found: (what is wrong, the number of the input)."""

    inputs: int = 0
    pieces: int = 0
    parsed: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    found: list[tuple[str, int]] = field(default_factory=list)
    slowest: float = 0.0
    slowest_input: int = -1


@contextmanager
def limited() -> Iterator[None]:
    """Raise Hang when the block takes too much CPU. Only in the main thread."""

    def over(number: int, frame: FrameType | None) -> None:
        raise Hang(f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "somewhere")

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, HANG_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def attempt(number: int, name: str, payload: bytes, tried: Tried) -> None:
    """Split a file and parse the first of its documents; note everything that is wrong."""
    start = time.process_time()
    try:
        with limited():
            wrong = list(_wrong(name, payload, tried))
    except Hang as hang:
        wrong = [f"hang: {hang}"]
    except Exception as error:  # noqa: BLE001 - an escaped exception is what is looked for
        wrong = [f"escaped: {type(error).__name__}: {error}{_where(error)}"]
    took = time.process_time() - start
    if took > SLOW_SECONDS + SLOW_SECONDS_A_MEGABYTE * len(payload) / 1e6:
        wrong.append(f"slow: {took:.0f} s for {len(payload):,} bytes of {name}")
    if took > tried.slowest:
        tried.slowest, tried.slowest_input = took, number
    tried.inputs += 1
    tried.found += [(text[:400], number) for text in wrong]


def _where(error: BaseException) -> str:
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    return f" at {at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else ""


def _wrong(name: str, payload: bytes, tried: Tried) -> Iterator[str]:
    pieces: list[Piece] = list(islice(in_process(payload, name), MOST_PIECES))  # type: ignore[arg-type]
    tried.pieces += len(pieces)
    documents = [p for p in pieces if isinstance(p, Member | Refused)]
    names = Counter(p.name for p in documents)
    yield from (f"split: {n} pieces have the name {x}" for x, n in names.items() if n > 1)
    yield from (f"split: {x} does not begin with its file's name" for x in names if not x.startswith(name))
    for piece in documents:
        if isinstance(piece, Refused):
            tried.outcomes[f"refused {piece.reason}"] += 1
            yield from _words(f"{piece.detail}{piece.remedy}{piece.name}")
            if "its reader failed" in piece.detail:
                yield f"reader: {piece.detail}"
    for member in [p for p in documents if isinstance(p, Member)][:MOST_PARSED]:
        yield from _parsed(member, tried)


def _parsed(member: Member, tried: Tried) -> Iterator[str]:
    raw = RawDocument(
        raw_document_id=hashlib.sha256(member.payload).hexdigest(), payload=member.payload, source_uri=member.name,
        source_kind=member.source_kind, media_type=member.media_type, charset=member.charset, statements=member.statements,
    )  # fmt: skip
    yield from _words("".join(f"{s.field}{s.value}{s.source}" for s in member.statements) + member.name)
    result = parse(raw, DESK)
    tried.parsed += 1
    if isinstance(result, Rejection):
        tried.outcomes[f"{result.outcome} {result.reason}"] += 1
        yield from _words(result.sentence())
        if result.outcome is Outcome.FAILED:
            yield f"failed: {result.detail}"
    else:
        tried.outcomes["article"] += 1
        yield from (f"fault: {note}" for note in result.notes if "not read (" in note)
        yield from _spans(result)
        filing(result)


def _words(text: str) -> Iterator[str]:
    """What the database cannot hold."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            yield f"text: not UTF-8: {error.reason}"


def _spans(parsed: Parsed) -> Iterator[str]:
    article, body = parsed.article, parsed.article.article_body
    yield from _words(
        body
        + "".join(
            str(v)
            for v in (
                article.headline,
                article.byline,
                article.dateline,
                article.url,
                article.publisher,
                article.author,
                article.credit_text,
                article.keywords,
                article.editor_note,
            )
        )
    )
    raw = rebuild(body, parsed.repairs)
    for fact in parsed.facts:
        yield from _words(
            "".join(filter(None, (fact.subject, fact.predicate, fact.object, fact.timex_value, fact.unit)))
        )
        if body[fact.start_char : fact.end_char] != fact.exact or not (fact.exact or fact.extractor == "header"):
            yield f"span: a {fact.kind} has other words"
        if fact.raw_start is None or fact.raw_end is None or not 0 <= fact.raw_start <= fact.raw_end <= len(raw):
            yield f"span: a {fact.kind} lies outside of the raw text"
        if (
            fact.anchor_start is not None
            and fact.anchor_end is not None
            and not 0 <= fact.anchor_start < fact.anchor_end <= len(body)
        ):
            yield f"span: the anchor of a {fact.kind} lies outside of the body"
    if len({f.fact_id for f in parsed.facts}) != len(parsed.facts):
        yield "facts: two have one id"
    for mention in parsed.mentions:
        if body[mention.start_char : mention.end_char] != mention.surface:
            yield "span: a mention has other words"
    at = 0
    for passage in sorted(
        parsed.passages, key=lambda p: p.start_char
    ):  # answers may be paired with questions far above
        if not at <= passage.start_char <= passage.end_char <= len(body):
            yield "span: passages overlap or leave the body"
        at = passage.end_char
    for repair in parsed.repairs:
        if repair.before != repair.after and (
            raw[repair.raw_start : repair.raw_end] != repair.before
            or not body.startswith(repair.after, repair.start_char)
        ):
            yield f"repair: a {repair.kind} has other words"
