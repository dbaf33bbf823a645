"""Feed entries as documents: an entry as stable JSON, and that JSON back to the text of an article.

The feed's bytes are not kept, the entry is: sorted keys, no empty ones, nothing of the feed around it (a feed that
changes its title has not changed its articles). What the feed said is in the document's statements.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import Any

from parsers.charset import mend
from parsers.errors import Rejected
from parsers.feeds import aggregator, enclosures
from parsers.feeds.model import Feed, FeedEntry
from parsers.fields.dates import UPDATED, parse_date
from parsers.fields.names import person
from parsers.formats.glued import glued
from parsers.model import Copy, RawDocument, Reason, Statement
from parsers.record import changed
from parsers.sniff import ENTRY

MEDIA_TYPES = (ENTRY,)

_TAG = re.compile(r"<[^<>]{0,2000}>")
_KNOWN = frozenset(field.name for field in fields(FeedEntry)) - {"enclosures"}

ENCLOSURE = "enclosure"
"""The field of a statement that names an attachment: a note of the arrival, and nothing that the text says."""


def payload(entry: FeedEntry) -> bytes:
    """The entry as bytes: the same entry always gives the same."""
    said = {name: value for name in _KNOWN if (value := getattr(entry, name))}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "replace")


def entry_of(data: bytes) -> FeedEntry:
    """The entry that `payload` wrote. Raises Rejected(`malformed`)."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Rejected(f"no feed entry: {error}", Reason.MALFORMED, "poll its feed again") from error
    if not isinstance(record, dict):
        raise Rejected("no feed entry: the JSON is no object", Reason.MALFORMED, "poll its feed again")
    said: dict[str, Any] = {key: _typed(key, value) for key, value in record.items() if key in _KNOWN}
    return FeedEntry(**said)


def _typed(key: str, value: object) -> object:
    """A value in its field's type, whatever JSON had there."""
    if key in ("authors", "categories"):
        return tuple(map(str, value)) if isinstance(value, list) else ()
    if key.endswith("_kind"):
        return "text" if value == "text" else "html"
    return value if isinstance(value, str) else ""


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a feed entry: its fullest text as blocks, and what it says about itself.

    Raises Rejected(`headline_only`) for an entry that holds no words but its title's.
    """
    copy = _read(raw, media_type)
    attached = tuple(s.value for s in raw.statements if s.field == ENCLOSURE)
    return changed(copy, notes=(*copy.notes, *attached)) if attached else copy


def _read(raw: RawDocument, media_type: str) -> Copy:
    entry = entry_of(raw.payload)
    statements = tuple(s for s in raw.statements if s.field != ENCLOSURE) + of_entry(entry)
    if gathered := aggregator.line(entry):
        alone = Statement(field="headline_is_text", value="yes", source="feed")
        return Copy(text=gathered, media_type=media_type, charset="utf-8", statements=(*statements, alone))
    if entry.title and not any(map(str.isalnum, _TAG.sub("", entry.text))):
        raise Rejected(
            "the entry is a headline only: its feed carries no text",
            Reason.HEADLINE_ONLY,
            "let its page be fetched: `newsdesk feeds add URL --full-text always`",
        )
    kind = entry.content_kind if entry.content else entry.summary_kind
    from parsers.formats.blocks import (
        looks_like_markup,
        of_markup,
    )  # late: a desk that only names entries needs no markup

    if kind == "html" or looks_like_markup(entry.text):
        text, blocks = of_markup(entry.text)
        statements += _titled(entry, text)
        return Copy(
            text=text,
            media_type=media_type,
            charset="utf-8",
            statements=statements,
            blocks=blocks,
            glued=glued(entry.text),
        )
    text, repairs = mend(entry.text.replace("\r\n", "\n").replace("\r", "\n"))
    statements += _titled(entry, text)
    return Copy(text=text, media_type=media_type, charset="utf-8", statements=statements, repairs=repairs)


TITLE = 120
"""Characters of a headline that is made of a post's first words."""

_SENTENCE = re.compile(r".{8,}?[.!?…。！？](?=\s|\Z)")


def _titled(entry: FeedEntry, text: str) -> tuple[Statement, ...]:
    """A headline for an entry that has none, as posts have: its first sentence, or as many words of it as fit."""
    line = "" if entry.title else next((" ".join(n.split()) for n in text.splitlines() if n.strip()), "")
    if not any(map(str.isalpha, line)):
        return ()
    sentence = found.group() if (found := _SENTENCE.match(line)) else line
    if len(sentence) > TITLE:
        cut = sentence[:TITLE]
        sentence = (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:-–—") + "…"
    return (Statement(field="first_words", value=sentence, source="feed"),)


def text_of(entry: FeedEntry) -> str:
    """The words that the feed carries of an entry."""
    kind = entry.content_kind if entry.content else entry.summary_kind
    from parsers.formats.blocks import of_markup  # late: a desk that only names entries needs no markup

    return of_markup(entry.text)[0] if kind == "html" and entry.text else entry.text


def of_entry(entry: FeedEntry) -> tuple[Statement, ...]:
    """What an entry says about its article, under schema.org's names; dates as printed.

    Where no date of publication can be read, that of the last change is in, and its source says so.
    """
    said: list[tuple[str, Any]] = [
        ("headline", entry.title), ("url", aggregator.direct(entry.link)), ("date_published", entry.published), ("date_modified", entry.updated),
        ("in_language", entry.language), *(("author", name) for name in entry.authors), *(("section", name) for name in entry.categories[:5]),
    ]  # fmt: skip
    statements = [Statement(field=field, value=value, source="feed") for field, value in said if value]
    if entry.updated and not (entry.published and parse_date(entry.published)):
        statements.append(Statement(field="date_published", value=entry.updated, source=UPDATED))
    return (*statements, *aggregator.origin(entry))


def of_enclosures(entry: FeedEntry) -> tuple[Statement, ...]:
    """The sound, video and transcripts that an entry comes with, a line each; they are said beside the entry's bytes."""
    return tuple(Statement(field=ENCLOSURE, value=enclosures.line(each), source="feed") for each in entry.enclosures)


def of_feed(feed: Feed, name: str | None = None, entry: FeedEntry | None = None) -> tuple[Statement, ...]:
    """What a feed says about all its articles: publisher (as the subscriber names it, if he does) and language.

    A person whom it names is the author of an `entry` without authors of its own (RFC 4287, 4.2.1), and publishes nothing
    under a title that is another name.
    """
    owner = person(feed.publisher or "") if feed.title and feed.title != feed.publisher else None
    said = (
        ("publisher", name or (feed.title if owner else feed.publisher or feed.title)),
        ("in_language", feed.language),
        ("author", owner if entry is not None and not entry.authors else None),
    )
    return tuple(Statement(field=field, value=value, source="feed") for field, value in said if value)


def categories(data: bytes) -> tuple[str, ...]:
    """The categories of the entry that `payload` wrote. Raises Rejected(`malformed`)."""
    return entry_of(data).categories
