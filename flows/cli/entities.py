"""`newsdesk entities`: who and what is named most; link names to Wikidata by a list of yours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from flows.cli.decisions import decided
from flows.cli.options import DEFAULT, Database, Limit
from flows.cli.output import FormatOption, OutputOption, RawOption, deliver
from flows.cli.printing import complain
from flows.reporting.counting import counted
from parsers.errors import UsageError
from warehouse.database.place import Place
from warehouse.database.sql import written
from warehouse.database.store import Warehouse

ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")
_SHOWN = 20
"""Ambiguous names that are printed; the view entity_link has all."""

entities = App(
    name="entities",
    help="List who and what is named; link names to Wikidata.\n\nExample: newsdesk entities --type person --limit 10",
)


@entities.default
def list_(
    *,
    type: Annotated[
        Literal["person", "organisation", "place", "programme"] | None, Parameter(help="Only entities of this type.")
    ] = None,
    named: Annotated[str | None, Parameter(help="Only those with this in a name.")] = None,
    limit: Limit = 30,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> int:
    """List people, organisations, places and programmes, those that most stories name first.

    Example: newsdesk entities --type person --named bell
    """
    query = written("list_entities", {"type": type, "named": named, "limit": limit})
    deliver(Place.at(database), query, format, output, raw=raw)
    return 0


@entities.command
def link(file: Path, /, *, database: Database = DEFAULT) -> int:
    """Link entities to Wikidata by a file of ids, names and aliases (CSV, TSV or JSON Lines), in place of the list before.

    Columns: id (Q and a number), name, aliases (with | between them) and, if you have it, type. Names that several ids
    have are not linked, and are printed. A person's surname alone links nobody. Entities of later runs are linked, too.

    Example: newsdesk entities link people.csv
    """
    from parsers.authority import known_names
    from warehouse.filing.authority import Linked, replace_names

    names = known_names(_text(file), file.suffix.lower())
    found: list[Linked] = []

    def enter(warehouse: Warehouse, _: datetime) -> str:
        found.append(replace_names(warehouse, names))
        ids, known = {n.wikidata_id for n in names}, {n.surface for n in names}
        return f"{counted(found[0].entities, 'entities')}; the list has {counted(len(known), 'names')} of {counted(len(ids), 'ids')}"

    code = decided(database, "linked", enter)
    _say_ambiguous(found[0].ambiguous)
    return code


@entities.command
def unlink(*, database: Database = DEFAULT) -> int:
    """Forget the list of names: no entity is linked any more.

    Example: newsdesk entities unlink
    """
    from warehouse.filing.authority import replace_names

    def empty(warehouse: Warehouse, _: datetime) -> str:
        replace_names(warehouse, ())
        return "no entity is linked"

    return decided(database, "forgotten:", empty)


def _text(file: Path) -> str:
    if file.suffix.lower() not in ENDINGS:
        raise UsageError(f"{file}: the name has to end in {', '.join(ENDINGS)}")
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error


def _say_ambiguous(ambiguous: Sequence[tuple[str, Sequence[str]]]) -> None:
    for name, candidates in ambiguous[:_SHOWN]:
        complain(f"not linked, ambiguous: {name} ({', '.join(candidates)})")
    if len(ambiguous) > _SHOWN:
        complain(f"… and {len(ambiguous) - _SHOWN} more; see the view entity_link")
