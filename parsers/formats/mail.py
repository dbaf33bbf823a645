"""Mail: a letter (`.eml`, RFC 5322) as one article, a mailbox (mbox) as its letters; readable attachments are members.

Subject, From and Date are headline, author or publisher, and date. The text is the plain part, or the HTML part through
the reader of pages; soft breaks, quotation marks of replies (`> `) and the signature are undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from parsers.charset import decode, mend
from parsers.errors import Rejected
from parsers.formats import html, letters, said, senders, unspaced
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import Fault, Inside, Limits, Nested, Note, Part
from parsers.formats.source import Source
from parsers.model import Copy, RawDocument, Reason, Statement
from parsers.record import changed
from parsers.sniff import HTML

LETTER, MBOX, MMDF = "message/rfc822", "application/mbox", "application/x-mmdf"
MEDIA_TYPES = (LETTER,)

READABLE = (
    ".docx",
    ".pdf",
    ".html",
    ".htm",
    ".rtf",
    ".odt",
    ".txt",
    ".eml",
    ".md",
    ".zip",
    ".epub",
    ".xml",
    ".csv",
    ".xlsx",
    ".json",
)
READABLE_TYPES = (
    "application/pdf", "application/rtf", "text/rtf", "message/rfc822", "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword",
)  # fmt: skip
"""Attachments that are taken as members, by name or media type; a note lists the others."""

ENOUGH = 0.6
"""Share of the words of the HTML part that the plain part must have to be taken for the whole text."""

_BEGINS = re.compile(rb"From \S.*\b\d{4}\s*\Z")
_FROM = re.compile(rb">+From ")
_PREFIX = re.compile(r"\A(?:(?:fwd?|re|aw|wg|tr|rv|antw|fw)\s*:\s*|\[[^\]]{1,40}\]\s+(?=\S))+", re.I)
"""What mail programs and mailing lists put before a subject."""

_UNSEEN = re.compile(
    rb"""(?is)<(div|span|p|td|font)\b[^<>]{0,400}?style\s*=\s*["'][^"'<>]{0,300}?(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)[^<>]{0,400}>(?:[^<]|<(?!/?\1\b)[^<>]{0,300}>){0,600}</\1\s*>"""
)
"""A line that mail programs show in their list of letters, and not in the letter: its preheader."""

_QUOTED = re.compile(r"\A(?:> ?)+")
_WROTE = re.compile(
    r"\A\s*(?:On|Am|Le|El|Il|Em|Op|Den|Dnia|W dniu)\b[^\n]{4,120}(?:\n[^\n>][^\n]{0,80})?\b(?:wrote|writes|schrieb|a écrit|escribió|escribio|ha scritto|escreveu|schreef|skrev|napisał|napisała)\b[^\n]{0,60}:[ \t]*\n\s*(?=>)",
    re.I,
)
"""The line that mail programs put above a letter that they quote, at the top of one that is nothing else."""

_SIGNATURE = re.compile(r"^-- ?$", re.M)
_FORWARDED = re.compile(
    r"^(?:-{2,} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Message transféré)[^\n]*|Begin forwarded message:)\n(?:\s*\n)?(?:(?:From|Von|De|To|An|À|Cc|Date|Datum|Sent|Gesendet|Subject|Betreff|Objet|Reply-To):[^\n]*\n)+",
    re.M | re.I,
)


def _is_letter(look: Look) -> bool:
    start = look.start
    if look.ends(".emlx") and start[:1].isdigit():
        start = start.partition("\n")[2]
    if not start[:1].isalpha() or ":" not in start[:200]:
        return look.declared == LETTER
    names = letters.header_names(start)
    if "from" in names and (names & letters.TECHNICAL or ("subject" in names and "@" in start[:2000])):
        return True
    return len(names & letters.TECHNICAL) >= 2 and bool(names & letters.COMMON)


MMDF_LINE = b"\x01\x01\x01\x01"


def _is_mmdf(look: Look) -> bool:
    return look.head.startswith((MMDF_LINE + b"\n", MMDF_LINE + b"\r\n"))


def _is_mbox(look: Look) -> bool:
    if not look.start.startswith("From "):
        return False
    first, _, rest = look.start.partition("\n")
    return _BEGINS.match(first.encode("utf-8", "replace")) is not None and bool(letters.header_names(rest))


KINDS = (
    Kind(media_type=MMDF, title="MMDF mailbox", matches=_is_mmdf, holds="members", endings=(".mmdf",), library="email (standard library)", limit="32 MB a letter"),
    Kind(media_type=MBOX, title="mbox mailbox", matches=_is_mbox, holds="members", endings=(".mbox",), library="email (standard library)", limit="32 MB a letter"),
    Kind(media_type=LETTER, title="e-mail letter", matches=_is_letter, holds="either", endings=(".eml", ".emlx"), library="email (standard library)", declared=True),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The letters of a mailbox; or a letter itself, and its attachments that can be read."""
    if _is_mmdf(look):
        return _mmdf(source, limits)
    return _mailbox(source, limits) if _is_mbox(look) else _letter(source, limits)


def _mmdf(source: Source, limits: Limits) -> Iterator[Inside]:
    """Letters between lines of four control characters; a line that begins `From ` may be the first of each."""
    number, letter, size = 0, bytearray(), 0
    while line := source.line(limits.line):
        if line.rstrip(b"\r\n") != MMDF_LINE:
            size += len(line)
            if size <= limits.line and (letter or not line.startswith(b"From ")):
                letter += line
        elif size:
            number += 1
            yield _boxed(number, bytes(letter), size, limits)
            letter, size = bytearray(), 0
    if letter and not source.broken:
        yield _boxed(number + 1, bytes(letter), size, limits)


def _mailbox(source: Source, limits: Limits) -> Iterator[Inside]:
    """Letters, cut where a line begins `From ` behind an empty one. `>From ` is undone, as mbox writes it."""
    number, letter, blank, size = 0, bytearray(), True, 0
    while line := source.line(limits.line):
        if blank and line.startswith(b"From ") and _BEGINS.match(line):
            if number:
                yield _boxed(number, bytes(letter), size, limits)
            number, size = number + 1, 0
            letter.clear()
        else:
            size += len(line)
            if size <= limits.line:
                letter += line[1:] if _FROM.match(line) else line
        blank = not line.strip()
    if number and not (source.broken and blank is False):
        yield _boxed(number, bytes(letter), size, limits)


def _boxed(number: int, letter: bytes, size: int, limits: Limits) -> Inside:
    if size > limits.line:
        return Fault(number, Reason.TOO_LARGE, f"a letter of {size:,} bytes", "save its attachments and hand them in")
    return Nested(source=Source.of_bytes(letter, f"{number}.eml", LETTER), ordinal=number)


def _letter(source: Source, limits: Limits) -> Iterator[Inside]:
    payload = source.whole(limits.document)
    message = letters.parse(_bare(payload))
    attached = [
        part
        for part in letters.leaves(message)
        if letters.is_attachment(part) or part.get_content_type() == "message/rfc822"
    ]
    read = [part for part in attached if _readable(part)]
    unread = _unread([part for part in attached if not _readable(part)])
    if not read or _says_more(message, read):
        yield Part(ordinal=None, payload=payload, media_type=LETTER, note=unread)
    elif unread:
        yield Note(text=unread)
    about = _dated(message)
    for number, part in enumerate(read, 1):
        name = letters.filename(part) or ("letter.eml" if part.get_content_type() == "message/rfc822" else "attachment")
        data = letters.content(part)
        own = part.get_content_type() == "message/rfc822"  # it says itself who wrote it, and when
        yield Nested(
            source=Source.of_bytes(data, name), ordinal=number, statements=() if own else about, charset=letters.charset(part),
        )  # fmt: skip


LISTED = 20
"""Attachments that a note names; of more it says how many they are."""


def _unread(parts: list[Message]) -> str | None:
    """A note that lists the attachments that are not read; None when there are none."""
    if not parts:
        return None
    names = [letters.filename(part) or part.get_content_type() for part in parts]
    more = f" and {len(names) - LISTED:,} more" if len(names) > LISTED else ""
    return f"attached and not read: {', '.join(names[:LISTED])}{more}"


COVER = 25
"""Words below which the text of a letter that forwards another is its cover note."""


def _says_more(message: Message, read: list[Message]) -> bool:
    """Whether a letter has a text of its own beside what goes with it; the cover note of a forwarded letter is none."""
    text = _text_of(message)[0].strip()
    forwards = any(part.get_content_type() == "message/rfc822" for part in read)
    return unspaced.words(text) >= COVER if forwards else bool(text)


def _bare(payload: bytes) -> bytes:
    """A letter without the byte count that Apple's Mail puts before it, and the property list behind so many bytes."""
    first, _, rest = payload[:20].lstrip().partition(b"\n")
    if not first.strip().isdigit() or not rest:
        return payload
    start = payload.index(b"\n") + 1
    return payload[start : start + int(first)]


def _readable(part: Message) -> bool:
    return letters.filename(part).lower().endswith(READABLE) or part.get_content_type() in READABLE_TYPES


def _dated(message: Message) -> tuple[Statement, ...]:
    """What a letter says about the files that go with it."""
    _, outlet = senders.sender(*letters.sender(message))
    return said.all_said([("date_published", letters.header(message, "date")), ("publisher", outlet)], "notice")


# ------------------------------------------------------------------------------------------------------------- reading


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a letter. Raises Rejected(`no_text`, `undecodable`)."""
    message = letters.parse(_bare(raw.payload))
    statements = raw.statements + _statements(message)
    text, page = _text_of(message)
    if page is not None:
        inner = changed(
            raw, payload=_UNSEEN.sub(b" ", letters.content(page)), charset=letters.charset(page), statements=statements
        )
        return changed(html.read(inner, HTML), media_type=media_type)
    if not text.strip():
        names = [letters.filename(part) for part in letters.leaves(message) if letters.filename(part)]
        what = f"a letter without text; attached: {', '.join(names[:5])}" if names else "a letter without text"
        raise Rejected(what, Reason.NO_TEXT, "save the attachments and hand them in")
    mended, repairs = mend(text)
    return Copy(text=mended, media_type=media_type, charset="utf-8", statements=statements, repairs=repairs)


def _statements(message: Message) -> tuple[Statement, ...]:
    author, outlet = senders.sender(*letters.sender(message))
    pairs: list[tuple[str, str | None]] = [
        ("headline", _PREFIX.sub("", letters.header(message, "subject"))),
        ("date_published", letters.header(message, "date")),
        ("author", author),
        ("publisher", outlet),
        ("publisher", letters.header(message, "organization")),
        ("in_language", letters.header(message, "content-language")),
    ]
    keywords = (word for line in letters.headers(message, "keywords") for word in line.split(","))
    return said.all_said(pairs) + said.keywords(keywords)


def _text_of(message: Message) -> tuple[str, Message | None]:
    """The text of a letter; or the HTML part that has it."""
    plain, pages = [], []
    for part in letters.leaves(message):
        if letters.is_attachment(part):
            continue
        kind = part.get_content_type()
        if kind == "text/plain":
            plain.append(_plain(part))
        elif kind == "text/html":
            pages.append(part)
    text = "\n\n".join(t for t in plain if t.strip())
    if not pages:
        return text, None
    page = max(pages, key=lambda part: len(letters.content(part)))
    return ("", page) if len(text.split()) < ENOUGH * _words(page) else (text, None)


def _words(page: Message) -> int:
    """About how many words a page has."""
    markup = re.sub(rb"(?is)<(style|script|head)\b.*?</\1>|<[^<>]*>", b" ", letters.content(page))
    return len(markup.split())


def _plain(part: Message) -> str:
    try:
        text = decode(letters.content(part), letters.charset(part), "letter").text
    except Rejected:
        text = letters.content(part).decode("cp1252", "replace")
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    text = _WROTE.sub("", _SIGNATURE.split(text, maxsplit=1)[0], count=1)
    lines = [_unquoted(line) for line in text.split("\n")]
    text = _flowed(lines, str(part.get_param("delsp") or "").lower() == "yes") if flowed else "\n".join(lines)
    return _FORWARDED.sub("", text)


def _unquoted(line: str) -> str:
    return _QUOTED.sub("", line) if line.startswith(">") else line


def _flowed(lines: list[str], joined: bool) -> str:
    """Soft breaks undone (RFC 3676): a line that ends with a space goes on in the next."""
    out: list[str] = []
    soft = False
    for line in lines:
        line = line.removeprefix(" ")  # stuffed
        piece = line[:-1] if joined and line.endswith(" ") else line
        if soft and line:
            out[-1] += piece
        else:
            out.append(piece)
        soft = line.endswith(" ") and line != "-- "
    return "\n".join(line.rstrip() for line in out)
