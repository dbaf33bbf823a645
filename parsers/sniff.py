"""What kind of bytes these are, by a bounded look at their head. Never raises; may answer "unknown"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.feeds import wrapped

UNKNOWN = "application/octet-stream"
EMPTY = "application/x-empty"
TEXT, HTML, XML, JSON, JSON_LINES = (
    "text/plain",
    "text/html",
    "application/xml",
    "application/json",
    "application/x-ndjson",
)
FEED, JSON_FEED = "application/rss+xml", "application/feed+json"
ENTRY = "application/vnd.newsdesk.entry+json"
PAGES = "application/vnd.newsdesk.pages+json"

LOOK = 4096
"""Bytes looked at."""

# Signatures: https://www.iana.org/assignments/media-types and the formats' own specifications, as of 2026. Those that begin with letters are long enough
# not to be the first word of an article.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    *((b"BZh%d1AY&SY" % level, "application/x-bzip2") for level in range(1, 10)),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x7fELF", "application/x-elf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    *((b"ID3" + version, "audio/mpeg") for version in (b"\x02", b"\x03", b"\x04")),
    (b"OggS\x00", "application/ogg"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)

_SIGNATURES = tuple(signature for signature, _ in MAGIC)

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MARKS = tuple(mark for mark, _ in _BOMS)
_CONTROLS = bytes((*range(9), *range(14, 27), 28, 29, 30, 31, 127))
_HIGH = bytes(range(8))
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_BLOCK = re.compile(r"</?(?:p|div|br|h[1-6]|ul|ol|li|table|article|section|blockquote|span|figure|main)\b[^<>]*>", re.I)
_OBJECTS = re.compile(r"\{\s*[\"}]|\[\s*[\[{\]]|[\[{]\s*\Z")
_VALUES = re.compile(r"\[\s*(?:[\"-]|\d|true|false|null)")
_PROLOGUE = re.compile(r"\A(?:\s|<\?xml[^>]*\?>|<!--.*?-->|<\?[^>]*\?>)*", re.S)


def sniff(payload: bytes, declared: str | None, source_uri: str) -> str:
    """The media type of a document; `declared` and the name's ending decide only between kinds of text."""
    if not payload:
        return EMPTY
    if payload.startswith(_SIGNATURES):
        return next(media_type for signature, media_type in MAGIC if payload.startswith(signature))
    if payload.startswith(b"RIFF") and payload[8:12] in (b"WAVE", b"WEBP", b"AVI "):
        return "application/x-riff"
    if declared in (ENTRY, PAGES):
        return declared
    head = _head(payload)
    return UNKNOWN if head is None else _text_kind(head, declared or "", source_uri.lower())


def bom(payload: bytes) -> str | None:
    """The encoding that a byte order mark names, if there is one."""
    if not payload.startswith(_MARKS):
        return None
    return next(name for mark, name in _BOMS if payload.startswith(mark))


def wide(payload: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark. UTF-16: every other byte of the head is the number of an alphabet's block, below 8."""
    head = payload[:512]
    if len(head) < 8 or len(head.translate(None, _HIGH)) == len(head):  # of most texts not one byte is below 8
        return None
    if fours := _in_fours(head):
        return fours
    even, odd = _blocks(head[0::2]), _blocks(head[1::2])
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else None


def _in_fours(head: bytes) -> str | None:
    """UTF-32 without a byte order mark: of every four bytes the two highest are zero, and hardly any of the lowest is."""
    head = head[: len(head) // 4 * 4]
    zeros = [head[n::4].count(0) / max(1, len(head) // 4) for n in range(4)]
    if zeros[2] + zeros[3] == 2 and zeros[0] < 0.1:
        return "utf-32-le"
    return "utf-32-be" if zeros[0] + zeros[1] == 2 and zeros[3] < 0.1 else None


def _blocks(places: bytes) -> float:
    """The share of bytes that are high bytes of Latin, Greek, Cyrillic, Hebrew or Arabic letters in UTF-16."""
    return (len(places) - len(places.translate(None, _HIGH))) / len(places)


def _head(payload: bytes) -> str | None:
    """The head as text, roughly; None when it is not text."""
    encoding = bom(payload) or wide(payload)
    head = payload[:LOOK]
    if encoding and encoding != "utf-8":
        return head.decode(encoding, "ignore").lstrip("\ufeff")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > len(head) / 50 or (b"\x00" in head and not strays(head)):
        return None
    return head.decode("utf-8", "replace").lstrip("\ufeff")


STRAYS = 200
"""Bytes of a text to one zero byte among them, at least; what is binary has more of them, and several in a row."""


def strays(head: bytes) -> bool:
    """Whether the zero bytes of a head are strays in a text of UTF-8: few, each between two signs that are printed."""
    if b"\x00" not in head or b"\x00\x00" in head or STRAYS * head.count(0) > len(head):
        return False
    try:
        head[:-4].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end == len(head[:-4])  # the last letter is cut
    return True


def _text_kind(head: str, declared: str, name: str) -> str:
    start = head[_prologue_end(head) :]
    if wrapped.ROOT.match(start):
        return FEED
    if start[:1] in "{[" and start[:1]:
        return _json_kind(start, declared, name)
    if ("<" in head or "&lt;" in head) and wrapped.is_wrapped(start):
        return FEED
    if _PAGE.search(start[:1024]) or "html" in declared or _ending(name, ("html", "htm", "xhtml")):
        return HTML
    if start.startswith("<") and len(_BLOCK.findall(head)) >= 1:
        return HTML
    if len(_BLOCK.findall(head)) >= 3:
        return HTML
    if head.lstrip().startswith("<?xml"):
        return FEED if wrapped.ROOT.search(head) else XML
    return TEXT


def _prologue_end(head: str) -> int:
    found = _PROLOGUE.match(head)
    return found.end() if found else 0


def _json_kind(start: str, declared: str, name: str) -> str:
    lines = start.split("\n", 2)
    if _ending(name, ("jsonl", "ndjson")):
        return JSON_LINES
    if len(lines) > 1 and lines[0].rstrip().endswith("}") and lines[1].lstrip().startswith("{"):
        return JSON_LINES
    if "jsonfeed.org/version" in start:
        return JSON_FEED
    if _OBJECTS.match(start):
        return JSON
    meant = "json" in declared or _ending(name, ("json",))  # else [1] is a footnote and ["No"] a quotation
    return JSON if meant and _VALUES.match(start) else TEXT


def _ending(name: str, endings: Sequence[str]) -> bool:
    name = name.removesuffix(".gz")
    return any(name.endswith("." + ending) for ending in endings)
