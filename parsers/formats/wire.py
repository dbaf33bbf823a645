"""Wire messages in signs: IPTC 7901 and ANPA 1312. Header and trailer are no text; several messages are members.

7901: source, number, priority, category, words; keyword line; text; `DDHHMM ZONE MON YY`. ANPA: service and number;
priority, category, slugline, `MM-DD-YY` and words; text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.charset import decode
from parsers.errors import Rejected
from parsers.formats import said
from parsers.formats.blocks import of_pieces
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import Inside, Limits, Part
from parsers.formats.source import Source
from parsers.model import BlockKind, Copy, RawDocument, Reason, Statement

IPTC7901, ANPA = "text/vnd.iptc.7901", "text/vnd.anpa.1312"
MEDIA_TYPES = (IPTC7901, ANPA)

_SIGNS = "\x01\x02\x03\x04\x06\x07\x08\x0e\x0f\x11\x12\x13\x14\x16\x1a\x1e\x1f\x7f"
_HEADER = re.compile(
    r"[\x01\x16\s]*(?:ZCZC\s+)?(?P<source>[A-Za-z]{2,4})(?P<number>\d{3,5})[ \x1f](?P<priority>[1-9])[ \x1f](?P<category>[A-Za-z]{1,4})[ \x1f]+(?P<words>\d{1,5})(?:[ \x1f]+(?P<rest>[^\n]{0,80}))?[ \t\r]*(?:\n|\x02)"
)
_TRAILER = re.compile(
    r"(?:^[ \t\x03\x04]*|(?<=\x03))(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})[ \t]?(?P<zone>[A-Z]{0,5})[ \t]+(?P<month>[A-Za-z]{3})[a-z]*\.?[ \t]+(?P<year>\d{2}(?:\d{2})?)[ \t\x03\x04]*$",
    re.M,
)
_ANPA_FIRST = re.compile(
    r"[\x16\x01\s]*(?P<service>[A-Za-z])(?P<number>\d{4})(?:[\x1f \t]*(?P<selector>[A-Za-z-]{0,12}))?(?:[ \t\r\x1f]*\n|[ \t]*[\x11-\x14]+)"
)
_ANPA_SECOND = re.compile(
    r"[ \t\x11-\x14]*(?P<priority>[a-zA-Z])[ \t\x11-\x14\x1f]+(?P<category>[a-zA-Z])[ \t]*[\x11-\x14\x1f^]*[ \t]*(?P<slug>(?:(?:am|pm|bc|ap|pr|fc)-)?[^\n\x00-\x1f]{1,60}?)[ \t\x11-\x14\x1f]+(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:-(?P<year>\d{2,4}))?[ \t]+(?P<words>\d{2,5})[ \t\r]*[\x02]?\n",
    re.I,
)
_END = re.compile(r"[\x03\x04]+|^NNNN[ \t]*$", re.M)
_MARKED = re.compile(r"^[ \t]*\^(?P<line>[^\n<]{1,200})[<^]?[ \t]*$", re.M)
_BREAK = re.compile(r"\n[ \t]{2,}(?=\S)|\n\t|\n[ \t]*\n")
_BYLINE = re.compile(r"(?:By|BY|Von|VON|Par|Por)\s+\S")
_STAMP = re.compile(
    r"^[\x03 \t]*(?:[A-Za-z]{2,6}-(?:[A-Za-z]{2,4}-)?)?(?P<month>\d{2})-(?P<day>\d{2})-(?P<year>\d{2})[ \t]+(?P<hour>\d{2})(?P<minute>\d{2})(?P<zone>[A-Z]{3})[ \t\r<]*$",
    re.M,
)
"""The time of transmission below an American message: `AP-NY-05-14-24 0930EDT<`."""
_NOTES = re.compile(
    r"#{1,2} ?(?:Notizblock|Redaktionelle Hinweise|Internet|Orte|dpa-Notizblock)\b|(?:dpa|afp|apa|sda) [a-z]{2,3}(?: [a-z]{2,4}){1,3}\s*\Z"
)
"""Where notes to editors begin, as the services of German-speaking countries write them; and the marks of who wrote."""

_SLUG = re.compile(r"\S{1,40}(?:[/-]\S{1,40})+|[A-Za-z]{2,20}(?:/[A-Za-z]{2,20})*/?")


def _is_7901(look: Look) -> bool:
    text = look.head.decode("latin-1").replace("\r\n", "\n") if look.text is None else look.text
    found = _HEADER.match(text)
    return found is not None and (
        text[:1] in "\x01\x16Z" or bool(_TRAILER.search(text)) or "\x03" in text or bool(_plausible(found))
    )


def _plausible(found: re.Match[str]) -> bool:
    """A header that more than a chance first line is: upper-case or three letters, and words of a count."""
    return len(found["source"]) == 3 and int(found["words"]) >= 10 and len(found["category"]) <= 3


def _is_anpa(look: Look) -> bool:
    text = look.head.decode("latin-1").replace("\r\n", "\n") if look.text is None else look.text
    first = _ANPA_FIRST.match(text)
    return first is not None and _ANPA_SECOND.match(text, first.end()) is not None


KINDS = (
    Kind(media_type=ANPA, title="ANPA 1312", matches=_is_anpa, holds="either", declared=True),
    Kind(media_type=IPTC7901, title="IPTC 7901", matches=_is_7901, holds="either", endings=(".txt", ".7901"), declared=True),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The messages of a file; one is the document itself."""
    payload = source.whole(limits.document)
    kind, pattern = (ANPA, _ANPA_FIRST) if _is_anpa(look) else (IPTC7901, _HEADER)
    starts = _starts(payload, pattern)
    if len(starts) < 2:
        yield Part(ordinal=None, payload=payload, media_type=kind)
        return
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(payload)], strict=True), 1):
        yield Part(ordinal=number, payload=payload[start:end].strip(b"\r\n"), media_type=kind)


def _starts(payload: bytes, pattern: re.Pattern[str]) -> list[int]:
    """Where messages begin: at the start of header, or behind the end of the last one."""
    text = payload.decode("latin-1")
    starts: list[int] = []
    for found in re.finditer(r"\A|\x01|(?:\x04|\x03|^NNNN|^\d{6}[^\n]{5,20})\s*\n(?:[ \t]*\n)*", text, re.M):
        at = found.start() if found.group() == "\x01" else found.end()
        match = pattern.match(text, at)
        if (
            match
            and (pattern is _HEADER or _ANPA_SECOND.match(text, match.end()))
            and (not starts or at > starts[-1] + 20)
        ):
            starts.append(at)
    return starts


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a message. Raises Rejected(`malformed`, `no_text`)."""
    text = _decoded(raw)
    statements, body = (_anpa if media_type == ANPA else _iptc)(text)
    lines, title, slugs, byline = _head(body)
    statements += said.all_said([("headline", title), ("byline", byline), ("author", byline)]) + said.keywords(slugs)
    kinds: list[tuple[BlockKind, str]] = [("paragraph", p) for p in lines]
    whole, blocks = of_pieces(kinds)
    return Copy(
        text=whole, media_type=media_type, charset="utf-8", statements=raw.statements + statements, blocks=blocks
    )


def _decoded(raw: RawDocument) -> str:
    return decode(raw.payload, raw.charset, raw.source_uri).text


def _iptc(text: str) -> tuple[tuple[Statement, ...], str]:
    header = _HEADER.match(text)
    if header is None:
        raise Rejected("no header of IPTC 7901", Reason.MALFORMED, "hand in the message as it came")
    rest = text[header.end() :]
    trailer = next(iter(reversed(list(_TRAILER.finditer(rest)))), None)
    end = _END.search(rest)
    stop = min(trailer.start() if trailer else len(rest), end.start() if end and end.start() > 0 else len(rest))
    pairs: list[tuple[str, str | None]] = [("date_published", _moment(trailer) if trailer else None)]
    return said.all_said(pairs) + said.keywords([header["category"]]), rest[:stop]


def _moment(m: re.Match[str]) -> str:
    """`141030 GMT MAY 24` as a date that everybody reads; the services' clock is UTC unless they say another."""
    year = m["year"] if len(m["year"]) == 4 else f"20{m['year']}" if int(m["year"]) < 70 else f"19{m['year']}"
    return f"{m['day']} {m['month'].title()} {year} {m['hour']}:{m['minute']} {m['zone'] or 'UTC'}"


def _anpa(text: str) -> tuple[tuple[Statement, ...], str]:
    first = _ANPA_FIRST.match(text)
    second = _ANPA_SECOND.match(text, first.end()) if first else None
    if first is None or second is None:
        raise Rejected("no header of ANPA 1312", Reason.MALFORMED, "hand in the message as it came")
    rest = text[second.end() :]
    end = _END.search(rest)
    stamp = _STAMP.search(rest)
    body = rest[: min(end.start() if end and end.start() > 0 else len(rest), stamp.start() if stamp else len(rest))]
    year = second["year"]
    day = f"{_year(year)}-{int(second['month']):02}-{int(second['day']):02}" if year else None
    pairs: list[tuple[str, str | None]] = [("date_published", _sent(stamp) if stamp else None), ("date_published", day)]
    return said.all_said(pairs) + said.keywords([second["slug"].strip()]), body


def _sent(m: re.Match[str]) -> str:
    """The time of transmission as a date that everybody reads."""
    return f"{_year(m['year'])}-{m['month']}-{m['day']} {m['hour']}:{m['minute']} {m['zone']}"


def _year(printed: str) -> str:
    return printed if len(printed) == 4 else f"20{printed}" if int(printed) < 70 else f"19{printed}"


def _head(body: str) -> tuple[list[str], str | None, list[str], str | None]:
    """Paragraphs of the text; and the headline, sluglines and byline above them."""
    lines = body.translate({ord(sign): None for sign in _SIGNS}).strip("\n").split("\n")
    marked = [m["line"].strip() for line in lines[:8] if (m := _MARKED.match(line))]
    slugs: list[str] = []
    title = byline = None
    at = 0
    while at < min(len(lines), 12):
        line = lines[at].strip(" \t<^=")
        if not line or _MARKED.match(lines[at]):
            if _MARKED.match(lines[at]) and _BYLINE.match(line):
                byline = byline or line
            elif line and title is None and not (_SLUG.fullmatch(line) and len(marked) > 1):
                title = line
            elif line:
                slugs.append(line)
        elif _BYLINE.match(line) and len(line) < 80:
            byline = byline or line
        elif title is None and _SLUG.fullmatch(line) and not slugs:
            slugs.append(line)
        elif title is None and len(line) < 200 and not lines[at].startswith((" ", "\t")):
            title = line
        else:
            break
        at += 1
    end = next((n for n, row in enumerate(lines) if n > at and _NOTES.match(row)), len(lines))
    text = "\n" + "\n".join(lines[at:end])
    paragraphs = [" ".join(p.split()) if "\n" not in p.strip() else p.strip() for p in _BREAK.split(text) if p.strip()]
    return paragraphs, title, slugs, byline
