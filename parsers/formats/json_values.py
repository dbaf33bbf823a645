"""JSON values one after another, out of a stream: the elements of an array, objects in a row, JSON text sequences.

Nothing is decoded here: a value is the bytes from its first sign to its last, found by its brackets. Memory is bounded by
the largest value, whatever the length of the file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from parsers.formats.source import CHUNK, Source

What = Literal["object", "other", "junk", "long", "cut"]

_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*"|[{}\[\]]|"', re.S)
_BLANK = re.compile(rb"[\s\x1e,\x00]*+")
_SCALAR = re.compile(rb'[^\s,\[\]{}"\x1e]+')
_LINE = re.compile(rb"[^\n]*\n?")
_OPENS, _CLOSES = b"{[", b"}]"


class Value(NamedTuple):
    """An object, another JSON value, a line that is no JSON, a value beyond the limit, or one that is cut off."""

    what: What
    data: bytes


class Recoded:
    """The bytes of a UTF-16 or UTF-32 source as UTF-8."""

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    @property
    def broken(self) -> object:
        """Why the source breaks off, if it does."""
        return self._source.broken

    def read(self, size: int = -1, /) -> bytes:
        """At most about `size` bytes; none at the end."""
        while True:
            data = self._source.read(size if size > 0 else CHUNK)
            text = self._decoder.decode(data, final=not data)
            if text or not data:
                return text.encode("utf-8", "replace")


class _Buffer:
    """The bytes that are looked at; more are read when a value goes on behind them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.data = bytearray()
        self.at = 0
        self.ended = False

    def more(self) -> bool:
        """Read on, by as much again as there is, so that a long value is not looked at again and again."""
        if self.ended:
            return False
        if self.at > CHUNK:
            del self.data[: self.at]
            self.at = 0
        chunk = self._source.exactly(max(CHUNK, len(self.data) - self.at))
        self.ended = not chunk
        self.data += chunk
        return bool(chunk)

    def blank(self) -> bool:
        """Skip white space and separators; whether anything follows."""
        while True:
            found = _BLANK.match(self.data, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.data):
                return True
            if not self.more():
                return False

    def take(self, end: int) -> bytes:
        """The bytes up to an offset, which are read then."""
        out = bytes(self.data[self.at : end])
        self.at = end
        return out


def values(source: Source, limit: int) -> Iterator[Value]:
    """The values of a source: of an array its elements, else the values themselves. `limit` is bytes of one value."""
    buffer = _Buffer(source)
    inside = False
    while buffer.blank():
        sign = bytes(buffer.data[buffer.at : buffer.at + 1])
        if not inside and sign == b"[":
            inside = True
            buffer.at += 1
        elif inside and sign == b"]":
            inside = False
            buffer.at += 1
        elif sign in (b"{", b"["):
            value = _bracketed(buffer, limit)
            yield value
            if value.what == "cut":
                return
        elif inside:
            yield _scalar(buffer, limit)
        else:
            yield _junk(buffer, limit)
    if inside:
        yield Value("cut", b"")


def _bracketed(buffer: _Buffer, limit: int) -> Value:
    """An object or a list, to its closing bracket."""
    kind: What = "object" if buffer.data[buffer.at : buffer.at + 1] == b"{" else "other"
    start, at, depth = buffer.at, buffer.at, 0
    while True:
        found = _TOKEN.search(buffer.data, at)
        if found is None or found.group() == b'"':  # the string goes on behind what is here
            offset = (found.start() if found else len(buffer.data)) - start
            if len(buffer.data) - start > limit:
                return _skipped(buffer, start + offset, depth)
            if not buffer.more():
                return Value("cut", buffer.take(len(buffer.data)))
            start = buffer.at
            at = start + offset
            continue
        at = found.end()
        token = found.group()
        if len(token) == 1:
            depth += 1 if token in _OPENS else -1
            if depth == 0:
                long = at - start > limit
                data = buffer.take(at)
                return Value("long", b"") if long else Value(kind, data)


def _skipped(buffer: _Buffer, at: int, depth: int) -> Value:
    """Read past the rest of a value that is too long, keeping none of it."""
    while True:
        found = _TOKEN.search(buffer.data, at)
        if found is None or found.group() == b'"':
            buffer.at = found.start() if found else len(buffer.data)
            if (
                len(buffer.data) - buffer.at > 4 * CHUNK and found
            ):  # a string longer than anything: give its brackets up
                buffer.at = len(buffer.data)
            if not buffer.more():
                return Value("long", b"")
            at = buffer.at
            continue
        at = found.end()
        if len(found.group()) == 1:
            depth += 1 if found.group() in _OPENS else -1
            if depth == 0:
                buffer.at = at
                return Value("long", b"")


def _scalar(buffer: _Buffer, limit: int) -> Value:
    """A string, number or word inside an array."""
    while True:
        string = buffer.data[buffer.at : buffer.at + 1] == b'"'
        found = (_TOKEN if string else _SCALAR).match(buffer.data, buffer.at)
        whole = found is not None and (found.end() < len(buffer.data) or buffer.ended) and found.group() != b'"'
        if found is None:  # a bracket that closes nothing
            return Value("junk", buffer.take(buffer.at + 1))
        if whole:
            return Value("other", buffer.take(found.end()))
        if len(buffer.data) - buffer.at > limit:
            buffer.at = len(buffer.data)
            return Value("long", b"")
        if not buffer.more():
            return Value("cut", buffer.take(len(buffer.data)))


def _junk(buffer: _Buffer, limit: int) -> Value:
    """A line between the values."""
    while (
        buffer.data.find(b"\n", buffer.at) < 0 and len(buffer.data) - buffer.at < min(limit, 1 << 20) and buffer.more()
    ):
        pass
    found = _LINE.match(buffer.data, buffer.at)
    return Value("junk", buffer.take(found.end() if found else len(buffer.data)).strip())
