"""`newsdesk notes`: what people note on articles, stories, facts and entities."""

from __future__ import annotations

from datetime import datetime

from cyclopts import App

from flows.cli.authorship import THING, By, On, author, called, named, thing
from flows.cli.decisions import decided, removed
from flows.cli.naming import several_listed, thing_meant
from flows.cli.options import DEFAULT, Database
from flows.cli.output import ListFormat, deliver_rows, readable
from flows.cli.printing import say
from flows.cli.terminal import console, cut, table
from flows.reporting.counting import counted
from warehouse.asking.query import questions
from warehouse.database.place import Place
from warehouse.database.store import Warehouse
from warehouse.filing import notes as kept

notes = App(name="notes", help="Notes on articles, stories, facts and entities: add, list, remove.")


@notes.command
def add(id: str, text: str, /, *, on: On = "article", by: By = None, database: Database = DEFAULT) -> int:
    """Note something on an article or a story (by id or words of a headline), a fact (by id) or an entity (by id or name).

    When several headlines hold the words, they are listed and nothing is noted. Notes are kept when articles are
    reprocessed, and go with an article that is forgotten.

    Example: newsdesk notes add 9c1f "the ministry denies this" --by ana
    Example: newsdesk notes add "dam villages" "ask the mayor"
    """

    def put(warehouse: Warehouse, at: datetime) -> str:
        of = thing_meant(warehouse, on, id)
        note_id = kept.add_note(warehouse, of, text, author(by), at)
        return f"{note_id} on {called(kept.listed_notes(warehouse, of), of)}"

    with several_listed():
        return decided(database, "noted:", put)


@notes.command(name="list")
def list_(
    id: str | None = None, /, *, on: On = "article", format: ListFormat = "table", database: Database = DEFAULT
) -> int:
    """List notes, the latest first: all, or those on one thing, named as for `add`.

    Example: newsdesk notes list --format json
    """
    with questions(Place.at(database)) as warehouse, several_listed(quiet=format != "table"):
        found = kept.listed_notes(warehouse, thing_meant(warehouse, on, id) if id else None)
    if format != "table":
        rows = [(n.note_id, n.at, n.author, *thing(n), n.text) for n in found]
        deliver_rows(("note_id", "noted_at", "author", *THING, "text"), rows, format)
        return 0
    lines = [
        (n.note_id, readable(n.at), n.author, n.thing.about, named(n), cut(n.headline, 50), cut(n.text, 120))
        for n in found
    ]
    console().print(table(("note", "when", "who", "on", "id", "what", "text"), lines))
    say(counted(len(found), "notes"))
    return 0


@notes.command
def remove(note: str, /, *, database: Database = DEFAULT) -> int:
    """Remove a note, by the beginning of its id.

    Example: newsdesk notes remove 51c0
    """
    return removed(database, note, lambda w: kept.remove_note(w, note))
