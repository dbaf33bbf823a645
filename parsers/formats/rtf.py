"""Rich Text Format: the text without its control words, deleted and hidden words. What a news database exported as RTF is split as its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from parsers.charset import whole
from parsers.errors import Rejected
from parsers.formats import exports, said
from parsers.formats.blocks import of_pieces
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import Inside, Limits, Part
from parsers.formats.raised import of_runs
from parsers.formats.source import Source
from parsers.model import Copy, RawDocument, Reason, Statement

RTF = "application/rtf"
MEDIA_TYPES = (RTF,)

_DESTINATIONS = re.compile(r"\{\\(?:pict|object|\*\\shppict|nonshppict)\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
"""Pictures, which are most of the bytes of a file that has some."""

_HEX = re.compile(r"[0-9a-fA-F\s]{2000,}")
_INFO = re.compile(r"\{\\(title|author|subject|keywords)\s([^{}]{1,500})\}")
_PAGE = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}

_FORMATTED = re.compile(r"\\(?:v|deleted|super)(?![a-z])")
_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+|\\", re.S)
_SWITCHES = {"v": "hidden", "deleted": "deleted", "super": "raised"}
_PARAGRAPHS = frozenset({"par", "pard", "sect", "page", "cell", "row", "line"})
_RAISE, _LOWER = "\x01", "\x02"
"""What is put around raised words until striprtf has read the rest; no text holds these characters."""

_RAISED = re.compile(f"{_RAISE}([^{_LOWER}]*){_LOWER}?")


def _matches(look: Look) -> bool:
    return look.head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf")


KINDS = (
    Kind(media_type=RTF, title="Rich Text Format", matches=_matches, holds="either", endings=(".rtf",), library="striprtf"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The document itself, or the documents of a database that were exported into it."""
    del look
    payload = source.whole(limits.document)
    yield from exports.documents(_text(payload)) or (Part(ordinal=None, payload=payload),)


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of an RTF document: its paragraphs. Raises Rejected(`malformed`)."""
    lines = [line.strip() for line in _text(raw.payload).split("\n")]
    about, pieces = exports.head_of([("paragraph", line) for line in lines if line])
    text, _ = of_pieces(pieces)
    return Copy(
        text=text, media_type=media_type, charset="utf-8", statements=raw.statements + about + _info(raw.payload, text)
    )


def _text(payload: bytes) -> str:
    from striprtf.striprtf import rtf_to_text

    source = _HEX.sub("", payload.decode("latin-1"))
    source = _visible(_DESTINATIONS.sub("", source))
    try:
        convert: Any = rtf_to_text
        text = str(convert(source, encoding=_encoding(source), errors="replace"))
    except (ArithmeticError, LookupError, ValueError, TypeError, RecursionError) as error:
        raise Rejected(f"the RTF cannot be read ({error})", Reason.MALFORMED, "save it again, or as .docx") from error
    text = of_runs((part, number % 2 == 1) for number, part in enumerate(_RAISED.split(text)))
    return whole(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"))


def _visible(source: str) -> str:
    """The document without its deleted and hidden words, and with marks around the raised ones: striprtf knows none of them."""
    source = source.replace(_RAISE, "").replace(_LOWER, "")
    return "".join(_shown(source)) if _FORMATTED.search(source) else source


def _shown(source: str) -> Iterator[str]:
    """The tokens of a document that are shown. Formats end with the group that they are set in, with `0` and with `\\plain`."""
    outer: list[frozenset[str]] = []
    formats: frozenset[str] = frozenset()
    raised = False
    for token in _TOKEN.finditer(source):
        word, printed = token[1], token[0]
        if printed == "{":
            outer.append(formats)
        elif printed == "}":
            formats = outer.pop() if outer else frozenset()
        elif word is not None:
            formats = _changed(formats, word, token[2])
        if raised and "raised" not in formats:
            raised = False
            yield _LOWER
        is_text = printed not in "{}" and (word is None or word == "u")
        if is_text and "raised" in formats and not raised:
            raised = True
            yield _RAISE
        if not formats & {"hidden", "deleted"} or printed in "{}" or (word and word in _PARAGRAPHS):
            yield printed


def _changed(formats: frozenset[str], word: str, value: str | None) -> frozenset[str]:
    """The formats behind a control word."""
    if word == "plain":
        return frozenset()
    if word in ("nosupersub", "sub"):
        return formats - {"raised"}
    if word not in _SWITCHES:
        return formats
    return formats - {_SWITCHES[word]} if value == "0" else formats | {_SWITCHES[word]}


def _encoding(source: str) -> str:
    """The code page of a document as Python names it."""
    found = re.search(r"\\ansicpg(\d{3,5})", source[:2000])
    if found and found[1] not in ("0", "65001", "10000"):
        return f"cp{found[1]}"
    kind = re.search(r"\\(ansi|mac|pca|pc)\b", source[:200])
    return _PAGE[kind[1]] if kind else "cp1252"


def _lines(text: str) -> set[str]:
    return {" ".join(line.split()) for line in text[:2000].split("\n") if line.strip()}


def _info(payload: bytes, text: str) -> tuple[Statement, ...]:
    """The title of the file, where it is the title of the text too."""
    held = dict(_INFO.findall(payload[:20_000].decode("latin-1")))
    title = " ".join(held.get("title", "").split())
    return said.all_said([("headline", title if title in _lines(text) else None)])
