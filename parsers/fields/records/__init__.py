"""Articles as records (JSON objects, rows of a table, front matter): which of their keys is which field.

One table of names (`names.toml`) covers schema.org, IPTC ninjs, the usual extractors, news services and databases, and
our own export. A field takes the first name under which something can be *read*: a date that is no date, an empty string
or a number where a name should be makes way for the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from parsers.fields.dates import FINENESS, SOURCES, UPDATED, Moment, parse_date
from parsers.fields.records import values
from parsers.fields.records.names import (
    FieldNames,
    Flat,
    field_names,
    flat,
    key_of,
    known_names,
    user_names,
    with_names,
)
from parsers.fields.stated import stated_people
from parsers.fields.words import words
from parsers.model import Statement

_DATE_LIKE = re.compile(
    r"date|time(?!nt)|datum|fecha|дата|tarih|日期|日付|published?\b|pub(?:lished|lication)?(?:on|at)?\Z|issued|posted|created|erschienen|veröffentlicht"
)
_OUTLET_LIKE = re.compile(
    r"publisher|publication|outlet|newspaper|sitename|sourcename|medianame|mediumname|zeitung|quelle|journal|periódico|издание"
)
_MEDIA = words("image images picture photo photos video audio thumbnail logo enclosure")

FULLER = 1.5
"""A text so many times as long as that of a better name is the text, and the better name's is its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a record says.

    `statements` carry the fields but for the text; `body` is the text as held (plain or markup, see `body_key`), None
    when no name of the table holds one. `unread` are keys that look like a date's or an outlet's and gave nothing, as
    they are written in the record: whoever runs the desk may name them in a `fields.toml`.
    """

    statements: tuple[Statement, ...] = ()
    body: str | None = None
    body_key: str | None = None
    unread: tuple[str, ...] = ()


def read(record: Mapping[str, object], names: FieldNames | None = None, source: str = "json-ld") -> Record:
    """The fields of a record; `source` is who says them. Never raises on any value."""
    names = names or known_names()
    entries = flat(_unwrapped(record, names))
    said = [
        *_dates(entries, names, source),
        *_texts(entries, names, source),
        *_lists(entries, names, source),
        *_outlets(entries, names, source),
    ]
    if not any(s.field == "author" and stated_people(s.value) for s in said):  # a byline alone names them, too
        said += [Statement(field="author", value=s.value, source=source) for s in said if s.field == "byline"]
    body_key, body = _body(entries, names)
    return Record(
        statements=tuple(said),
        body=body,
        body_key=body_key,
        unread=tuple(_unread(entries, names)),
    )


_WRAPPERS = (
    "_source",
    "response",
    "result",
    "content",
    "article",
    "doc",
    "document",
    "data",
    "attributes",
    "item",
    "story",
    "node",
    "post",
    "entry",
    "record",
)
"""Objects that hold the record and nothing else does: search engines and services put one around it."""


def _unwrapped(record: Mapping[str, object], known: FieldNames, depth: int = 0) -> Mapping[str, object]:
    """The record inside its wrapper: an object with a headline and a text, in one that has no headline itself."""
    if any(known.field_named(str(k)) == "headline" for k in record):
        return record
    for key in _WRAPPERS:
        inner = record.get(key)
        if not isinstance(inner, Mapping):
            continue
        if {"headline", "body"} <= {known.field_of(k) for k in flat(inner)}:
            return inner
        if depth < 2 and (deeper := _unwrapped(inner, known, depth + 1)) is not inner:
            return deeper
    return record


def _keys(entries: Flat, names: FieldNames, field: str) -> list[str]:
    """The keys of a field that the record has, in reading order."""
    return names.among(entries, field)


# ------------------------------------------------------------------------------------------------------------ text


def _body(entries: Flat, names: FieldNames) -> tuple[str | None, str | None]:
    """The key and the text of the best name; a much longer text under another name is the fuller one."""
    best_key, best = None, ""
    for key in _keys(entries, names, "body"):
        text = values.text(entries[key][1])
        if (text and (not best or len(text) > FULLER * len(best))) or (
            best and "\n\n" not in best and _is_marked_up(text, best)
        ):
            best_key, best = entries[key][0], text
    return best_key, best or None


_ELEMENT = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&[#\w]{2,10};")
_PARAGRAPHS = re.compile(r"<(?:p|br|div|h[1-6])\b", re.I)


def _is_marked_up(text: str, plain: str) -> bool:
    """Whether a text is another one with its paragraphs marked up: the letters are the same."""
    if len(text) <= len(plain) or len(_PARAGRAPHS.findall(text)) < 2:
        return False
    bare = _ELEMENT.sub("", text)
    return abs(len(bare) - len(plain)) < 0.2 * len(plain) and _ascii(bare) == _ascii(_ELEMENT.sub("", plain))


def _ascii(text: str) -> str:
    """The unaccented letters and digits of a text; other signs may be written as entities."""
    return "".join(c for c in text if c.isascii() and c.isalnum())


_READERS: tuple[tuple[str, Callable[[object], str]], ...] = (
    ("headline", values.title),
    ("url", values.address),
    ("canonical_url", values.address),
    ("in_language", values.line),
    ("dateline", values.line),
    ("credit_text", values.line),
    ("editor_note", values.text),
    ("genre", values.line),
    ("description", values.text),
    ("byline", values.byline),
)
"""Fields of one value, and how it is read."""


def _texts(entries: Flat, names: FieldNames, source: str) -> Iterator[Statement]:
    for field, reader in _READERS:
        said = next((v for key in _keys(entries, names, field) if (v := reader(entries[key][1]))), "")
        if said:
            yield Statement(field=field, value=said, source=source)


def _lists(entries: Flat, names: FieldNames, source: str) -> Iterator[Statement]:
    for field, reader in (
        ("author", values.people),
        ("section", values.terms),
        ("keywords", values.terms),
        ("is_based_on", values.terms),
    ):
        found = next((v for key in _keys(entries, names, field) if (v := reader(entries[key][1]))), ())
        yield from (Statement(field=field, value=value, source=source) for value in found)


# --------------------------------------------------------------------------------------------------------- outlets

_HOSTS = words(
    "thread.sitefull thread.site sourcedomain domainname domain hostname host site cleanurl canonicaldomain mediaurl sourceurl publisherdomain sourceid"
)
"""Keys of which a host or an address names the outlet, when nothing better does."""

_PLAIN = words("media medium site website channel station network brand organization sourceid")
"""Keys that name an outlet when they hold a string, and are pictures or parts of the page when they hold more."""


def _outlets(entries: Flat, names: FieldNames, source: str) -> Iterator[Statement]:
    """Whose text it is and who put it out: a source organisation beside another publisher has been reprinted by it."""
    publisher = next((v for key in _keys(entries, names, "publisher") if (v := _outlet(key, entries[key][1]))), "")
    if publisher:
        yield Statement(field="publisher", value=publisher, source=source)
    origin, provider = (
        values.outlet(entries[k][1]) if k in entries else "" for k in ("sourceorganization", "provider")
    )
    if origin and origin != publisher:
        yield Statement(field="publisher", value=origin, source="credit")
    reprinted = next((v for key in _keys(entries, names, "republisher") if (v := values.outlet(entries[key][1]))), "")
    if reprinted or (provider and provider != publisher):
        yield Statement(field="republisher", value=reprinted or provider, source=source)


def _outlet(key: str, value: object) -> str:
    if key in _PLAIN and not isinstance(value, str):
        return ""
    return (values.host(value) if key in _HOSTS else "") or values.outlet(value)


# ----------------------------------------------------------------------------------------------------------- dates


def _dates(entries: Flat, names: FieldNames, source: str) -> Iterator[Statement]:
    """The dates of publication and of the last change; creation, then the last change are in for the first."""
    by, precision = _printed_with(entries, source)
    published = _date(entries, _keys(entries, names, "date_published")) or _date(
        entries, _keys(entries, names, "date_created")
    )
    modified = _date(entries, _keys(entries, names, "date_modified"))
    if published:
        yield Statement(field="date_published", value=published, source=by, precision=precision)
    elif unread := _raw_dates(entries, _keys(entries, names, "date_published")):
        yield from (
            Statement(field="date_published", value=v, source=source) for v in unread
        )  # an outlet's clock may tell
    elif modified:
        yield Statement(field="date_published", value=modified, source=UPDATED)
    if modified:
        yield Statement(field="date_modified", value=modified, source=source)


def _printed_with(entries: Flat, source: str) -> tuple[str, str | None]:
    """Source and precision where the record is a row of our own table and says them."""
    by, precision = (entries.get(key, ("", None))[1] for key in ("datepublishedsource", "datepublishedprecision"))
    return (by if isinstance(by, str) and by in SOURCES else source), (precision if precision in FINENESS else None)


def _date(entries: Flat, keys: list[str]) -> str | None:
    """The first date that can be read; one of the same day that is finer refines it."""
    best: tuple[str, Moment] | None = None
    for key in keys:
        printed = _printed(key, entries)
        moment = parse_date(printed) if printed else None
        if moment and (best is None or _refines(moment, best[1])):
            best = printed, moment
        if best and FINENESS.index(best[1].precision) > FINENESS.index("day"):
            break
    return best[0] if best else None


def _refines(other: Moment, best: Moment) -> bool:
    finer = FINENESS.index(other.precision) > FINENESS.index(best.precision)
    return finer and other.datetime.date() == best.datetime.date()


def _printed(key: str, entries: Flat) -> str:
    """A date as text, with what its name or its neighbours add: `date_gmt` is UTC, `time` beside `date` is its clock."""
    text = values.date(entries[key][1])
    if key.endswith(("gmt", "utc")) and re.search(r"\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\Z", text):
        return f"{text}Z"
    if key == "date" and "time" in entries and len(text) <= 10:
        timed = f"{text} {values.date(entries['time'][1])}"
        return timed if parse_date(timed) else text
    return text


def _raw_dates(entries: Flat, keys: list[str]) -> list[str]:
    return [v for key in keys if (v := values.date(entries[key][1])) and any(map(str.isdigit, v))]


# ---------------------------------------------------------------------------------------------------- what is left


def _unread(entries: Flat, names: FieldNames) -> Iterator[str]:
    """Keys that look like a date's or an outlet's: strangers, and known ones whose value is no date."""
    for key, (printed, value) in entries.items():
        field = names.field_of(key)
        if "." in key and field is None and names.field_of(key.partition(".")[0]):
            continue  # part of a value that is known
        if field == "other" or not value or isinstance(value, bool | Mapping) or _of_media(key):
            continue
        if field in ("date_published", "date_created", "date_modified"):
            if (said := values.date(value)) and any(map(str.isdigit, said)) and parse_date(said) is None:
                yield printed
        elif field is None and (_is_date(key, value) or (_OUTLET_LIKE.search(key) and values.outlet(value))):
            yield printed


@lru_cache(maxsize=1024)
def _of_media(key: str) -> bool:
    return any(w in key for w in _MEDIA)


def _is_date(key: str, value: object) -> bool:
    """Whether the key names a date and the value has the digits of one."""
    return bool(_DATE_LIKE.search(key)) and sum(map(str.isdigit, values.date(value)[:40])) >= 4


__all__ = [
    "UPDATED",
    "FieldNames",
    "Record",
    "field_names",
    "key_of",
    "known_names",
    "read",
    "user_names",
    "with_names",
]
