"""The table of field names: `names.toml` beside this module, and what a user adds to it in a `fields.toml` of his own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from parsers.errors import UsageError

DEPTH = 3
"""Objects in objects that a name may lead into."""

MOST = 2000
"""Keys looked at of one record."""

Flat = Mapping[str, tuple[str, object]]
"""Values by comparable key: the key as the record has it, and its value; what is inside an object under `outer.inner`."""


@dataclass(frozen=True, slots=True, eq=False)
class FieldNames:
    """Comparable keys by field, best first, and back."""

    by_field: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, str]

    def of(self, field: str) -> tuple[str, ...]:
        """The comparable keys of a field in reading order."""
        return self.by_field.get(field, ())

    def field_of(self, key: str) -> str | None:
        """The field that a comparable key belongs to; `other` for a known key of no field, None for a stranger."""
        return self.fields.get(key)


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """A name as names are compared: letters and digits in small letters; dots part objects from what is in them."""
    parts = ("".join(filter(str.isalnum, part.casefold())) for part in name.split("."))
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
    return found


@lru_cache(maxsize=1)
def known_names() -> FieldNames:
    """The names that come with newsdesk."""
    return _table(_lists(files("parsers.fields.records").joinpath("names.toml").read_text(encoding="utf-8")), {})


def field_names(text: str) -> FieldNames:
    """The known names with those of a `fields.toml` before them: `date_published = ["erschienen_am"]`, a line a field.

    Raises UsageError when the text is no TOML, names a field that does not exist, or a value is no list of strings.
    """
    known = _lists(files("parsers.fields.records").joinpath("names.toml").read_text(encoding="utf-8"))
    return _table(known, _user_lists(text, tuple(known)))


def _lists(text: str) -> dict[str, list[str]]:
    return {field: row["names"] for field, row in tomllib.loads(text).items()}


def _user_lists(text: str, fields: tuple[str, ...]) -> dict[str, list[str]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"fields.toml cannot be read: {error}") from error
    lists: dict[str, list[str]] = {}
    for field, said in table.items():
        field = {"article_body": "body"}.get(field, field)
        names = [said] if isinstance(said, str) else said
        if field not in fields:
            raise UsageError(f"fields.toml: there is no field `{field}`; the fields are {', '.join(fields)}")
        if not isinstance(names, list) or not all(isinstance(n, str) and key_of(n) for n in names):
            raise UsageError(f'fields.toml: `{field}` needs a list of names, for example {field} = ["my_column"]')
        lists[field] = names
    return lists


def _table(known: dict[str, list[str]], user: dict[str, list[str]]) -> FieldNames:
    """The table; a name that the user gives to one field is taken from all others."""
    taken = {key_of(n) for names in user.values() for n in names}
    by_field: dict[str, tuple[str, ...]] = {}
    fields: dict[str, str] = {}
    for field, names in known.items():
        own = [key_of(n) for n in user.get(field, ())]
        keys = tuple(dict.fromkeys([*own, *(k for n in names if (k := key_of(n)) not in taken)]))
        by_field[field] = keys
        for key in keys:
            fields.setdefault(key, field)
    return FieldNames(MappingProxyType(by_field), MappingProxyType(fields))
