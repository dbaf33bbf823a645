"""JSON files of several articles: JSON Lines, arrays, objects in a row, text sequences, answers of news services, tables.

JSON Lines             each line a member; a line that is no object is a refused one
[ … ]                  each element a member; a null, a number or a string is a refused one
{…} {…}, RFC 7464      each object a member
{"articles": […]}      an answer: its articles are the members
{"title": {"0": …}}    a data frame: its rows are the members
{…}                    one article: the document itself
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from parsers.charset import whole
from parsers.errors import Rejected
from parsers.fields.records import FieldNames
from parsers.formats import feed_members, json_envelopes, json_values
from parsers.formats.json_news import read as read_news
from parsers.formats.json_values import Recoded, Value, values
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import MEBIBYTE, Fault, Inside, Limits, Part
from parsers.formats.source import Source
from parsers.model import Copy, RawDocument, Reason
from parsers.sniff import JSON, JSON_LINES, bom, wide

MEDIA_TYPES = (JSON,)
LINES = "application/jsonl"
ENVELOPE = 64 * MEBIBYTE
"""Bytes of an object that is looked into: decoded it takes about ten times as much memory."""

LINE_ENDINGS = (".jsonl", ".ndjson", ".jl", ".ldjson")
_JSON_START = re.compile(r"\x1e?\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
_BEGUN = re.compile(r"[\[{]\s*\Z")
_VALUES = re.compile(r"\[\s*(?:[\"-]|\d|true|false|null)")


def _are_lines(look: Look) -> bool:
    """JSON Lines: by name, unless the first line is only the beginning of a value; or two objects in two lines."""
    start = look.start
    named = look.ends(*LINE_ENDINGS) or look.declared in (LINES, "application/x-jsonlines", "application/ndjson")
    if not start or (start[0] not in "{[\x1e" and not named) or look.ends(".md", ".markdown"):
        return False
    first, _, rest = start.partition("\n")
    if named:
        return first.strip() not in ("{", "[", "[{")  # else a value over several lines, whatever the name says
    return first.rstrip().endswith("}") and rest.lstrip().startswith("{")


def _is_json(look: Look) -> bool:
    start = look.start
    if not start or start[0] not in "{[\x1e" or look.ends(".md", ".markdown"):
        return False
    if _JSON_START.match(start) or (_BEGUN.match(start) and len(start) < 4096):
        return True
    meant = "json" in look.declared or look.ends(".json")  # else [1] is a footnote and ["No"] a quotation
    return meant and (_VALUES.match(start) is not None or start[0] == "{")


KINDS = (
    Kind(media_type=LINES, title="JSON Lines", matches=_are_lines, holds="members", endings=LINE_ENDINGS, limit="32 MB a line"),
    Kind(media_type=JSON, title="JSON: an article, an array, objects in a row, a service's answer, a data frame", matches=_is_json, holds="either", endings=(".json",), limit="32 MB an article; answers and data frames of 64 MB"),
)  # fmt: skip


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a file that is one article's object. Raises Rejected."""
    return read_news(raw, media_type)


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The articles of a JSON file."""
    encoding = bom(look.head) or wide(look.head)
    if encoding == "utf-8":
        source.exactly(3)
    elif encoding:
        source = _recoded(source, encoding)
    yield from (_lines if _are_lines(look) else _values)(source, limits)


def _recoded(source: Source, encoding: str) -> Source:
    recoded = Source(Recoded(source, encoding), source.name)
    recoded.names = source.names
    if recoded.peek(3) == b"\xef\xbb\xbf":
        recoded.exactly(3)
    return recoded


# ---------------------------------------------------------------------------------------------------------- JSON Lines


def _lines(source: Source, limits: Limits) -> Iterator[Inside]:
    number = 0
    while line := source.line(limits.line + 1):
        number += 1
        if len(line) > limits.line:
            yield _too_long(number, limits)
            while line and not line.endswith(b"\n"):
                line = source.line(limits.line)
        elif source.broken and not line.endswith(b"\n"):
            if _is_whole(line):
                yield _line(number, line.strip(b"\x1e \t\r\n\x00"))
            return  # else the cut went through this line
        elif stripped := line.strip(b"\x1e \t\r\n\x00"):
            if held := _answer(stripped, source.names):
                yield from (_dumped(n, each) for n, each in enumerate(held, number))
                number += len(held) - 1
            else:
                yield _line(number, stripped)


def _answer(data: bytes, names: FieldNames) -> list[Any] | None:
    """The articles of a service's answer that is one of several lines or values; None for an article."""
    if data.find(b"[", 0, CHUNK_OF_HEAD) < 0 and data.find(b"{", 1, CHUNK_OF_HEAD) < 0:
        return None  # most articles: no list and no object near their beginning
    held = _held(data, names) if data[:1] == b"{" and _ENVELOPE.search(data, 0, CHUNK_OF_HEAD) else None
    return None if held is json_envelopes.FEED else held


def _is_whole(line: bytes) -> bool:
    """Whether the last line before a cut is an object to its end: then only what is behind it was lost."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _line(number: int, line: bytes) -> Inside:
    if line[:1] == b"{":
        return Part(ordinal=number, payload=line.removesuffix(b","), media_type=JSON_LINES)
    return _no_object(number, line)


def _no_object(number: int, data: bytes) -> Fault:
    shown = whole(data[:60].decode("utf-8", "replace"))
    return Fault(
        number, Reason.MALFORMED, f"no JSON object: {shown}", "one object an article; drop the line", data, JSON_LINES
    )


def _too_long(number: int, limits: Limits) -> Fault:
    return Fault(
        number, Reason.TOO_LARGE, f"a line or value of more than {limits.line // MEBIBYTE:,} MB", "one article a line"
    )


# -------------------------------------------------------------------------------------------------------------- values


def _values(source: Source, limits: Limits) -> Iterator[Inside]:
    """Of one value what is inside it; of several, each."""
    array = source.peek(CHUNK_OF_HEAD).lstrip()[:1] == b"["
    if array and b"{" not in source.peek():
        yield Part(ordinal=None, payload=source.whole(limits.document))  # a list of numbers or words
        return
    found = values(source, limits.line if array else limits.document)
    first = next(found, None)
    second = next(found, None)
    if first is None:
        raise Rejected("an empty list", Reason.EMPTY, "nothing to do, unless its source should have had articles")
    if second is None and (not array or first.what == "object"):
        yield from _single(first, source)
        return
    number = 0
    for value in (v for v in _chain(first, second, found)):
        for inside in _several(value, number + 1, source, limits):
            number += 1
            yield inside


CHUNK_OF_HEAD = 256

_ENVELOPE = re.compile(
    rb'"(?:articles|results|response|docs|hits|stories|posts|news|objects|_items)"\s*:\s*(?:\[\s*)?\{'
)
"""What the answer of a service begins with, and an article does not."""


def _chain(first: Value, second: Value | None, rest: Iterator[Value]) -> Iterator[Value]:
    yield first
    if second is not None:
        yield second
    yield from rest


def _single(value: Value, source: Source) -> Iterator[Inside]:
    """A file of one object: an article, or what holds several."""
    if value.what != "object":
        if not (value.what == "cut" and source.broken):
            yield Fault(
                None, Reason.MALFORMED, "the JSON is not complete", "fetch the file again", value.data, JSON_LINES
            )
        return
    held = _held(value.data, source.names) if len(value.data) <= ENVELOPE else None
    if len(value.data) > ENVELOPE:
        raise Rejected(f"an object of more than {ENVELOPE // MEBIBYTE} MB", Reason.TOO_LARGE, "write JSON Lines")
    if held is None:
        yield Part(ordinal=None, payload=value.data)
    elif held is json_envelopes.FEED:
        yield from feed_members.of_json(value.data, source.name)
    else:
        for number, each in enumerate(held, 1):
            yield _dumped(number, each)


def _several(value: Value, number: int, source: Source, limits: Limits) -> Iterator[Inside]:
    """One of several values; an answer among them gives its articles."""
    if value.what == "object":
        if held := _answer(value.data, source.names):
            yield from (_dumped(n, each) for n, each in enumerate(held, number))
        else:
            yield Part(ordinal=number, payload=value.data, media_type=JSON_LINES)
    elif value.what == "long":
        yield _too_long(number, limits)
    elif value.what != "cut":
        yield _no_object(number, value.data)
    elif not source.broken:
        yield Fault(
            number,
            Reason.MALFORMED,
            "the JSON ends in the middle",
            "fetch the file again",
            value.data or None,
            JSON_LINES,
        )


def _held(data: bytes, names: FieldNames) -> list[Any] | None:
    """What an object holds instead of being an article; None for an article, and for what no decoder can read."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return json_envelopes.held(value, names) if isinstance(value, dict) else None


def _dumped(number: int, value: object) -> Inside:
    data = whole(json.dumps(value, ensure_ascii=False)).encode()
    if not isinstance(value, dict):
        return _no_object(number, data)
    return Part(ordinal=number, payload=data, media_type=JSON_LINES)


__all__ = ["KINDS", "MEDIA_TYPES", "json_values", "parts", "read"]
