"""Internet messages (RFC 5322, MIME) as parts: headers decoded, bodies in bytes, whatever the message looks like."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import collapse_rfc2231_value, parseaddr

from parsers.charset import decode
from parsers.errors import Rejected

DEEPEST = 12
"""Parts inside parts."""

LONGEST = 8_000
"""Characters of a header that are looked at."""

MOST = 1_000
"""Parts of a message that are looked at."""

_FAULTS = (
    MessageError,
    HeaderParseError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    IndexError,
    binascii.Error,
)
"""What the standard library raises on headers that are none."""


_FOLD = re.compile(r"\r?\n(?=[ \t])")
"""Where a header goes on in the next line (RFC 5322); `decode_header` would drop the blank that parts the words there."""


def parse(payload: bytes) -> Message:
    """The message in bytes; the standard library takes anything for one."""
    return BytesParser(policy=compat32).parsebytes(payload)


def header(message: Message, name: str) -> str:
    """A header as text, its encoded words decoded, on one line; empty when it is not there."""
    for key, value in message.raw_items():
        if key.lower() == name:
            return decoded(str(value))
    return ""


def headers(message: Message, name: str) -> list[str]:
    """All headers of a name."""
    return [decoded(str(value)) for key, value in message.raw_items() if key.lower() == name]


def decoded(value: str) -> str:
    """A raw header as text: encoded words by RFC 2047, bytes that are none by what they are. Its end may be cut."""
    value = _plain(_FOLD.sub("", value[:LONGEST]))
    try:
        parts = decode_header(value)
    except _FAULTS:
        parts = [(value, None)]
    text = "".join(_word(data, charset) for data, charset in parts)
    return " ".join(text.split())


def _plain(value: str) -> str:
    """A header whose raw bytes came as surrogates, as characters."""
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogateescape")
    return _text(data, None)


def _word(data: bytes | str, charset: str | None) -> str:
    return data if isinstance(data, str) else _text(data, charset)


def _text(data: bytes, charset: str | None) -> str:
    try:
        return decode(data, charset, "header").text
    except Rejected:
        return data.decode("cp1252", "replace")


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; a message in the message is one of them. Bounded in depth and number."""
    stack: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while stack and seen < MOST:
        part, depth = stack.pop()
        seen += 1
        held = part.get_payload() if part.is_multipart() else None  # text would be decoded with whatever it declares
        if isinstance(held, list) and part.get_content_maintype() == "multipart" and depth < DEEPEST:
            stack.extend((p, depth + 1) for p in reversed(held) if isinstance(p, Message))
        else:
            yield part


def content(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone; empty where they cannot be."""
    if part.get_content_type() == "message/rfc822":
        held = part.get_payload() if part.is_multipart() else None
        inner = held[0] if isinstance(held, list) and held else None
        return inner.as_bytes() if isinstance(inner, Message) else b""
    try:
        data = part.get_payload(decode=True)
    except _FAULTS:
        return b""
    return data if isinstance(data, bytes) else b""


def charset(part: Message) -> str | None:
    """The charset that a part declares."""
    try:
        said = part.get_param("charset")
    except _FAULTS:
        return None
    return collapse_rfc2231_value(said).strip("'\" ") if said else None


def filename(part: Message) -> str:
    """The name of an attachment; empty when it has none."""
    try:
        return decoded(part.get_filename() or "")
    except _FAULTS:
        return ""


def is_attachment(part: Message) -> bool:
    """Whether a part is a file that goes with the letter, and not its text."""
    disposition = str(part.get("Content-Disposition", "")).lower()
    return disposition.startswith("attachment") or (bool(filename(part)) and not disposition.startswith("inline"))


def sender(message: Message) -> tuple[str, str]:
    """Name and address of who wrote a letter."""
    raw = next((str(v) for k, v in message.raw_items() if k.lower() == "from"), "")
    try:
        name, address = parseaddr(_plain(raw))
    except _FAULTS:
        return "", ""
    return decoded(name), address


_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:(?:[ \t]|\n|\Z)")
TECHNICAL = frozenset(
    "message-id mime-version received return-path content-type content-transfer-encoding delivered-to dkim-signature x-mailer "
    "reply-to list-id list-unsubscribe in-reply-to references snapshot-content-location user-agent authentication-results".split()
)
"""Headers that mail programs write and people do not."""

COMMON = frozenset({"from", "to", "subject", "date", "cc", "bcc", "sender"})


def header_names(start: str) -> set[str]:
    """The names of the header lines at the start of a text, in lower case; none when its first line is none."""
    names: set[str] = set()
    for line in start.partition("\n\n")[0].split("\n")[:200]:
        if line[:1] in " \t" and names:
            continue
        if not _HEADER.match(line):
            return names if len(names) > 3 else set()
        names.add(line.partition(":")[0].lower())
    return names
