"""Lists of known names that a person gives: ids of Wikidata, names, aliases, as CSV, TSV or JSON Lines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from parsers.errors import UsageError
from parsers.facts.mentions.names import entity_id, plain
from parsers.model import EntityType

_ID = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9][0-9]{0,11})")
_BETWEEN = re.compile(r"[|;]")
_NAMES = {
    "id": ("id", "wikidata_id", "wikidata", "qid", "item"),
    "name": ("name", "label", "itemlabel"),
    "aliases": ("aliases", "alias", "itemaltlabel"),
    "type": ("type", "entity_type"),
}
"""What the fields are called: the names here, and those of Wikidata's query service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """One name or alias (`surface`) of an entry, and the id that an entity of this type has by it."""

    wikidata_id: str
    entity_type: str
    entity_id: str
    name: str
    surface: str


def known_names(text: str, ending: str) -> tuple[KnownName, ...]:
    """The names in a file's text; `ending` is .csv, .tsv, .jsonl or .ndjson.

    Raises UsageError, with the number of the line, for an entry without an id of Wikidata or a name.
    """
    rows = _json_lines(text) if ending in (".jsonl", ".ndjson") else _table(text, "\t" if ending == ".tsv" else ",")
    return tuple(dict.fromkeys(name for line, row in rows for name in _entry(line, row)))


def _table(text: str, separator: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    reader = csv.DictReader(text.splitlines(), delimiter=separator)
    given = {(column or "").strip().lower() for column in reader.fieldnames or ()}
    missing = [field for field in ("id", "name") if given.isdisjoint(_NAMES[field])]
    if missing:
        raise UsageError(f"the first line names no column {' or '.join(missing)}; it has to be like: id,name,aliases")
    for row in reader:
        yield reader.line_num, {(k or "").strip().lower(): v for k, v in row.items()}


def _json_lines(text: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise UsageError(f"line {number} is not JSON: {error}") from error
            if not isinstance(row, dict):
                raise UsageError(f"line {number} is not a JSON object")
            yield number, {str(k).lower(): v for k, v in row.items()}


def _entry(line: int, row: Mapping[str, object]) -> Iterator[KnownName]:
    """The names of one entry under every type that it may be of."""
    found = _ID.fullmatch(" ".join(_said(row, "id")))
    names = _said(row, "name")
    if not found or not names:
        raise UsageError(f"line {line} has no {'name' if found else 'id of Wikidata (Q and a number)'}")
    given = [said.lower() for said in _said(row, "type")]
    unknown = [said for said in given if said not in get_args(EntityType)]
    if unknown:
        raise UsageError(f"line {line}: {unknown[0]} is no type; types are {', '.join(get_args(EntityType))}")
    for entity_type in get_args(EntityType):
        if not given or entity_type in given:
            yield from _of_type(found[1], entity_type, names[0], (*names, *_said(row, "aliases")), sure=bool(given))


def _of_type(
    wikidata_id: str, entity_type: EntityType, name: str, surfaces: Iterable[str], *, sure: bool
) -> Iterator[KnownName]:
    """A person's surname alone names many; one name is enough only where the entry is a person's and has no other."""
    alone = sure and " " not in plain(name)
    for surface in surfaces:
        if plain(surface) and (entity_type != "person" or alone or " " in plain(surface)):
            yield KnownName(
                wikidata_id=wikidata_id,
                entity_type=entity_type,
                entity_id=entity_id(entity_type, surface),
                name=name,
                surface=surface,
            )


def _said(row: Mapping[str, object], field: str) -> list[str]:
    """The values of a field: a list, or words between bars or semicolons."""
    value = next((row[name] for name in _NAMES[field] if row.get(name)), None)
    if isinstance(value, list):
        parts = [str(part) for part in value]
    else:
        parts = _BETWEEN.split(str(value)) if value and field == "aliases" else [str(value or "")]
    return [" ".join(part.split()) for part in parts if part.strip()]
