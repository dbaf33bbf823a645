"""Ways to damage a file: bytes, lines, markup, JSON values, words, and the insides of packed files.

Each mutator is (payload, dice) → payload; the same dice give the same damage. One that does not apply to a payload
(JSON values of a page, say) gives it back as it is.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from tests.fuzz.samples import samples, texts

Mutator = Callable[[bytes, random.Random], bytes]

ODD = """
0 -1 00 0th 1st 2nd 13th 31st 32nd 99th 0.0 1e400 1e-400 NaN Infinity 999999999999999999999999999999 1,2,3,,4 1.2.3.4 ½ ⅔% ٣٤ ４２ Ⅻ ²³
0000 0001 9999 10000 99999 0000-00-00 2024-02-30 2024-13-01 2024-W54-8 1969-12-31T23:59:60Z 9999-12-31T23:59:59+23:59
25:61 24:00 12:60pm 00:00am 32.13.2024 29/02/2023 Feb 31 December quarter half century decade weekend fortnight
Q0 Q5 H3 FY00 1980s 0s 2020-21 '00 mid-0 Monday Moonday GMT+99 UTC-25 EST CEST +25:99 z
İstanbul ǅ ŉ ﬁ ß ẞ µ Å ff́ e̡̢ \u200b \u202e \u2066 \u00ad \ufeff \ufffd \ud800 \x00 \x1b[2J \x85 \u2028 \U0010ffff 😀👩‍👩‍👧
$ € £0 $-5 US$ m bn trillion 10^6 km² °C % per-cent ‰ million-million percentage-points dozen scores hundred thousand zero nought
“ ” " ' ’ `` '' « » „ ( ) [ ] { } <b> </b> &amp; &#0; &#x110000; &#xD800; &nbsp &bogus; ]]> <![CDATA[ <!-- --> <? ?> — – - -- … ....
By Mr. Dr. said says according to told not never no signed agreement between and or the of in on at from until since before after
http:// http://[::1 https://a:99999999/ mailto: //x data:text/html,x javascript:1 user@ @x #1 ../../../etc
null true false None undefined
""".split()
"""Values that no schema expects, and words that grammars hang on."""

CHARSETS = (
    "utf-8",
    "utf-16",
    "utf-7",
    "utf-32",
    "latin-1",
    "windows-1252",
    "shift_jis",
    "big5",
    "x-none",
    "idna",
    "base64",
    "rot13",
    "unicode_escape",
    "hex",
    "",
    "\x00",
)
TOKEN = re.compile(rb"[A-Za-z0-9_]+|\s+|[^A-Za-z0-9_\s]")
TAG = re.compile(rb"</?[A-Za-z][^<>]{0,300}>")
DECLARED = re.compile(rb"((?:charset|encoding)\s*=\s*[\"']?)[\w-]+", re.IGNORECASE)
NUMBER = re.compile(rb"\d+")
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"


def odd(dice: random.Random) -> bytes:
    """An odd value, written out where it was given as an escape."""
    text = dice.choice(ODD)
    if "\\" in text:
        text = text.encode("latin-1", "backslashreplace").decode("unicode_escape")
    return text.encode("utf-8", "surrogatepass")


def _cut(payload: bytes, dice: random.Random, most: int = 400) -> tuple[int, int]:
    """A stretch of the payload."""
    start = dice.randrange(len(payload) + 1)
    return start, min(len(payload), start + dice.randrange(1, most))


def flip(payload: bytes, dice: random.Random) -> bytes:
    """Some bytes become others."""
    spoiled = bytearray(payload)
    for _ in range(dice.choice((1, 2, 5, 30))):
        if spoiled:
            spoiled[dice.randrange(len(spoiled))] = dice.choice((0, 255, 34, 60, 123, dice.randrange(256)))
    return bytes(spoiled)


def drop(payload: bytes, dice: random.Random) -> bytes:
    """A stretch is missing."""
    start, end = _cut(payload, dice)
    return payload[:start] + payload[end:]


def truncate(payload: bytes, dice: random.Random) -> bytes:
    """The file ends early."""
    return payload[: dice.randrange(len(payload) + 1)]


def repeat(payload: bytes, dice: random.Random) -> bytes:
    """A stretch comes again and again."""
    start, end = _cut(payload, dice, 60)
    return payload[:start] + payload[start:end] * dice.choice((2, 3, 50, 400)) + payload[end:]


def splice(payload: bytes, dice: random.Random) -> bytes:
    """A stretch of another file comes in."""
    other = dice.choice(samples())[1]
    start, end = _cut(other, dice, 2_000)
    at = dice.randrange(len(payload) + 1)
    return payload[:at] + other[start:end] + payload[at:]


def lines(payload: bytes, dice: random.Random) -> bytes:
    """Lines are left out, doubled, moved, or lose what is behind their colon."""
    parts = payload.splitlines(keepends=True)
    for _ in range(dice.choice((1, 2, 4))):
        if not parts:
            return payload
        at, to = dice.randrange(len(parts)), dice.randrange(len(parts))
        line = parts.pop(at)
        head, colon, _ = line.partition(b":")
        way = dice.randrange(4)
        parts[to:to] = ([], [line, line], [line], [head + colon + b" " + odd(dice) + b"\n"])[way]
    return b"".join(parts)


def numbers(payload: bytes, dice: random.Random) -> bytes:
    """Some numbers become odd ones."""
    found = list(NUMBER.finditer(payload))
    return _replaced(payload, [m.span() for m in found], dice)


def words(payload: bytes, dice: random.Random) -> bytes:
    """Some words become odd ones."""
    return _replaced(payload, [m.span() for m in TOKEN.finditer(payload[:20_000]) if not m[0].isspace()], dice)


def _replaced(payload: bytes, spans: list[tuple[int, int]], dice: random.Random) -> bytes:
    for start, end in sorted(dice.sample(spans, min(len(spans), dice.choice((1, 2, 4, 10)))), reverse=True):
        payload = payload[:start] + odd(dice) + payload[end:]
    return payload


def shuffle(payload: bytes, dice: random.Random) -> bytes:
    """The words of two texts, mixed: what grammars of sentences meet in no newspaper."""
    one, two = (TOKEN.findall(dice.choice(texts())[1]) for _ in range(2))
    mixed: list[bytes] = []
    for _ in range(dice.randrange(5, 40)):
        source = dice.choice((one, two))
        at = dice.randrange(len(source))
        mixed += source[at : at + dice.randrange(1, 12)]
        mixed.append(dice.choice((b" ", b". ", b", ", b"-", b"\n\n", b" " + odd(dice) + b" ")))
    at = dice.randrange(len(payload) + 1) if payload.isascii() else 0
    return payload[:at] + b" ".join((b"", b"".join(mixed), b"")) + payload[at:]


def tags(payload: bytes, dice: random.Random) -> bytes:
    """Tags are left out, doubled, swapped, nested deeply, or have other attributes."""
    found = [m.span() for m in TAG.finditer(payload)]
    for start, end in sorted(dice.sample(found, min(len(found), dice.choice((1, 2, 5)))), reverse=True):
        tag = payload[start:end]
        other = payload[slice(*dice.choice(found))]
        new = (
            b"",
            tag + tag,
            other,
            tag * dice.choice((20, 800)),
            tag[:-1] + b' a="' + odd(dice) + b'">',
            tag + odd(dice),
            tag.upper(),
        )
        payload = payload[:start] + dice.choice(new) + payload[end:]
    return payload


def charset(payload: bytes, dice: random.Random) -> bytes:
    """The file declares an encoding that is none, or is in another one than it says."""
    if dice.random() < 0.5:
        return DECLARED.sub(lambda m: m[1] + dice.choice(CHARSETS).encode(), payload, count=2)
    coding = dice.choice(("utf-16", "utf-16-be", "utf-32", "utf-7", "cp1251", "shift_jis", "cp500", "utf-8-sig"))
    return payload.decode("utf-8", "replace").encode(coding, "replace")


def values(payload: bytes, dice: random.Random) -> bytes:
    """JSON, or lines of it, with some values of other types."""
    try:
        found: Any = [json.loads(line) for line in payload.splitlines() if line.strip()]
        joined = b"\n"
    except (ValueError, RecursionError):
        try:
            found, joined = [json.loads(payload)], b""
        except (ValueError, RecursionError):
            return payload
    for _ in range(dice.choice((1, 1, 2, 4))):
        found = _otherwise(found, dice)
    items = found if isinstance(found, list) else [found]
    return joined.join(
        json.dumps(item, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass") for item in items
    )


def _otherwise(value: Any, dice: random.Random, depth: int = 0) -> Any:
    """The value with one thing in it replaced."""
    children = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    if children and (depth == 0 or dice.random() < 0.8):
        at = dice.choice(list(children))
        copy = dict(value) if isinstance(value, dict) else list(value)
        if depth and dice.random() < 0.1:
            del copy[at]
        elif isinstance(copy, dict) and dice.random() < 0.1:
            copy[odd(dice).decode("utf-8", "replace")] = copy.pop(at)
        else:
            copy[at] = _otherwise(copy[at], dice, depth + 1)
        return copy
    text = odd(dice).decode("utf-8", "surrogatepass")
    deep: Any = value
    for _ in range(dice.choice((1, 3, 60))):
        deep = [deep] if dice.random() < 0.5 else {"@value": deep}
    return dice.choice(
        (
            None,
            True,
            0,
            -1,
            1e308,
            10**30,
            "",
            text,
            f"{value} {text}",
            [],
            {},
            [value, None, text],
            deep,
            {"name": text},
            {"@type": text, "url": [text]},
            [text] * 50,
        )
    )


def inside(payload: bytes, dice: random.Random) -> bytes:
    """What is packed is damaged, and packed again."""
    try:
        if payload.startswith(GZIP):
            return gzip.compress(mutated(gzip.decompress(payload), dice), compresslevel=1, mtime=0)
        if payload.startswith(ZIP):
            return _rezipped(payload, dice)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
        return payload
    return payload


def _rezipped(payload: bytes, dice: random.Random) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(payload)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        names = old.namelist()
        hurt = dice.choice(names)
        for info in old.infolist():
            data = old.read(info)
            if info.filename == hurt:
                data = mutated(data, dice)
            new.writestr(zipfile.ZipInfo(info.filename), data, zipfile.ZIP_DEFLATED, compresslevel=1)  # no time of day
    return out.getvalue()


BYTES: tuple[Mutator, ...] = (flip, drop, truncate, repeat, splice)
STRUCTURE: tuple[Mutator, ...] = (lines, numbers, words, shuffle, tags, charset, values)
PACKED = (GZIP, ZIP)


def mutated(payload: bytes, dice: random.Random) -> bytes:
    """A payload damaged in one to three ways, mostly ways that its structure survives."""
    for _ in range(dice.choice((1, 1, 2, 3))):
        payload = dice.choice(STRUCTURE if dice.random() < 0.75 else BYTES)(payload, dice)
    return payload


def damaged(number: int, seed: int = 0) -> tuple[str, bytes]:
    """The name and bytes of the n-th damaged file."""
    dice = random.Random(f"{seed}/{number}")
    name, payload = dice.choice(samples())
    if payload.startswith(PACKED) and dice.random() < 0.8:
        return name, inside(payload, dice)
    return name, mutated(payload, dice)
