"""The table of field names: `names.toml` beside this module, and what a user adds to it in a `fields.toml` of his own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType

from parsers.errors import UsageError
from parsers.model import UserNames

DEPTH = 3
"""Objects in objects that a name may lead into."""

MOST = 2000
"""Keys looked at of one record."""

_BY_OTHER_NAMES = {"article_body": "body"}
"""Fields that users may know by the name of our column."""

Flat = Mapping[str, tuple[str, object]]
"""Values by comparable key: the key as the record has it, and its value; what is inside an object under `outer.inner`."""


_NOWHERE: Mapping[str, int] = MappingProxyType({})

_TYPED = re.compile(r"_(?:t?dts?|ss?|ts?|txts?|txt_[a-z]{2})\Z")
"""What Solr's dynamic fields end with: the type of their values (`published_dt`, `title_txt_en`)."""


_PATH = re.compile(r"\.(?=\S)")
"""The dot that leads into an object; one before a space ends an abbreviation (`Pub. Date`)."""

_OF_WHAT = ("article", "news", "story", "post", "item", "doc", "document")
_COMPOSED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "headline": ("title", "headline"),
    "body": ("text", "body", "content", "contents"),
    "publisher": ("source", "outlet", "publisher"),
    "author": ("author", "authors"),
    "byline": ("byline",),
    "date_published": ("date", "datetime", "published"),
    "url": ("url", "link"),
    "in_language": ("language", "lang"),
})  # fmt: skip
"""Names that say of what they are the field: `story_author`, `doc_date`. They are read after those of the list."""


_MADE_OF: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType({
    "date_published": (
        ("", "first", "original", "initial", "article", "story", "news", "web", "online"),
        ("publish", "published", "publishing", "publication", "pub", "release", "released", "posted", "issue", "issued", "display", "online"),
        ("date", "time", "datetime", "at", "on", "ts", "dt", "timestamp", "epoch", "unix", "iso", "utc", "gmt", "parsed", "day", "dateutc", "timeutc"),
    ),
    "publisher": (
        ("newspaper", "journal", "magazine", "publication", "outlet", "channel", "medium", "site", "website", "source", "publisher", "brand", "paper", "feed", "station", "newssource"),
        ("name", "title", "label", "displayname", "fullname"),
    ),
})  # fmt: skip
"""Names that are made of such words, one of each row: `first_published_at`, `channelTitle`. They are read last."""


@dataclass(frozen=True, slots=True, eq=False)
class FieldNames:
    """Comparable keys by field, each with its place in reading order (best first), and back."""

    by_field: Mapping[str, Mapping[str, int]]
    fields: Mapping[str, str]

    def among(self, entries: Flat, field: str) -> list[str]:
        """The keys of a field that a record has, in reading order: a record has ten keys, a field has a hundred names."""
        places = self.by_field.get(field, _NOWHERE)
        return sorted(entries.keys() & places.keys(), key=places.__getitem__)

    def field_of(self, key: str) -> str | None:
        """The field that a comparable key belongs to; `other` for a known key of no field, None for a stranger."""
        return self.fields.get(key)

    def field_named(self, name: str) -> str | None:
        """The field that a name as printed belongs to, be it with the type of its values behind it (`title_txt_en`)."""
        typed = _TYPED.search(name)
        tried = (name, name.replace(".", " "), name[: typed.start()] if typed else "")
        return next((field for n in tried if (field := self.fields.get(key_of(n)))), None)


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """A name as names are compared: letters and digits in small letters; dots part objects from what is in them."""
    parts = ("".join(filter(str.isalnum, part.casefold())) for part in _PATH.split(name))
    return ".".join(filter(None, parts))


def flat(record: Mapping[str, object]) -> Flat:
    """A record's values by comparable key, objects opened to a bounded depth; of keys that compare equal the first."""
    found: dict[str, tuple[str, object]] = {}
    queue: list[tuple[str, str, Mapping[str, object], int]] = [("", "", record, 1)]
    for prefix, printed_prefix, at, depth in queue:
        for name, value in at.items():
            if len(found) >= MOST:
                return found
            key = key_of(str(name))
            if key:
                found.setdefault(prefix + key, (f"{printed_prefix}{name}", value))
            if key and isinstance(value, Mapping) and depth < DEPTH:
                queue.append((f"{prefix}{key}.", f"{printed_prefix}{name}.", value, depth + 1))
    for name, value in [*found.values()]:
        if "_" in name and (m := _TYPED.search(name)):
            found.setdefault(key_of(name[: m.start()]), (name, value))
    for name, value in record.items():
        if "." in str(name):  # as R writes the spaces of a column: `Pub.Date`
            found.setdefault(key_of(str(name).replace(".", " ")), (str(name), value))
    return found


@lru_cache(maxsize=1)
def known_names() -> FieldNames:
    """The names that come with newsdesk."""
    return _table(_known_lists(), {})


def field_names(text: str) -> FieldNames:
    """The known names with those of a `fields.toml` before them: `date_published = ["erschienen_am"]`, a line a field.

    Raises UsageError as `user_names` does.
    """
    return with_names(user_names(text))


@lru_cache(maxsize=16)
def with_names(user: UserNames) -> FieldNames:
    """The known names with a user's own before them."""
    return _table(_known_lists(), {field: list(names) for field, names in user}) if user else known_names()


def user_names(text: str, name: str = "fields.toml") -> UserNames:
    """What a `fields.toml` says; `name` is what messages call the file.

    Raises UsageError, with the line, when the text is no TOML, names a field that does not exist, or a value is no list
    of strings.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is not valid TOML: {error}; correct that line") from error
    return tuple((_BY_OTHER_NAMES.get(f, f), _names(f, said, text, name)) for f, said in table.items())


def _names(field: str, said: object, text: str, name: str) -> tuple[str, ...]:
    names = [said] if isinstance(said, str) else said
    fields = tuple(_known_lists())
    where = f"{name}, line {_line(field, text)}"
    if _BY_OTHER_NAMES.get(field, field) not in fields:
        raise UsageError(f"{where}: there is no field `{field}`; use one of {', '.join(fields)}")
    if not isinstance(names, list) or not all(isinstance(n, str) and key_of(n) for n in names):
        raise UsageError(f'{where}: `{field}` needs a list of names; write for example {field} = ["my_column"]')
    return tuple(names)


def _line(field: str, text: str) -> int:
    """The line on which a key of a TOML text is written, from 1."""
    found = re.search(rf"""^[ \t]*\[?[ \t]*["']?{re.escape(field)}["']?[ \t]*[=.\]]""", text, re.M)
    return text.count("\n", 0, found.start()) + 1 if found else 1


@lru_cache(maxsize=1)
def _known_lists() -> dict[str, list[str]]:
    text = files("parsers.fields.records").joinpath("names.toml").read_text(encoding="utf-8")
    lists = {field: row["names"] for field, row in tomllib.loads(text).items()}
    known = {key_of(n) for names in lists.values() for n in names}
    for field, ends in _COMPOSED.items():
        made = [f"{what}_{end}" for end in ends for what in _OF_WHAT]
        made += ("".join(parts) for parts in product(*_MADE_OF.get(field, ((),))))
        made += (
            (f"date{which}{root}" for which, root, _ in product(*_MADE_OF[field])) if field == "date_published" else ()
        )
        lists[field] += dict.fromkeys(n for n in made if n and key_of(n) not in known)
    return lists


def _table(known: dict[str, list[str]], user: dict[str, list[str]]) -> FieldNames:
    """The table; a name that the user gives to one field is taken from all others."""
    taken = {key_of(n) for names in user.values() for n in names}
    by_field: dict[str, Mapping[str, int]] = {}
    fields: dict[str, str] = {}
    for field, names in known.items():
        own = [key_of(n) for n in user.get(field, ())]
        keys = tuple(dict.fromkeys([*own, *(k for n in names if (k := key_of(n)) not in taken)]))
        by_field[field] = {key: place for place, key in enumerate(keys)}
        for key in keys:
            fields.setdefault(key, field)
    return FieldNames(MappingProxyType(by_field), MappingProxyType(fields))
