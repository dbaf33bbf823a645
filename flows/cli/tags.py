"""`newsdesk tags`: tags of people on articles, stories, facts and entities."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from cyclopts import App, Parameter

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

tags = App(name="tags", help="Tags on articles, stories, facts and entities: add, list, remove.")


@tags.command
def add(
    id: str, /, *names: Annotated[str, Parameter(help="One or more tags.")], on: On = "article", by: By = None,
    database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Tag an article or a story (by id or words of a headline), a fact (by id) or an entity (by id or name).

    When several headlines hold the words, they are listed and nothing is tagged.

    Example: newsdesk tags add 9c1f checked harbour --by ana
    Example: newsdesk tags add "dam villages" checked
    """

    def put(warehouse: Warehouse, at: datetime) -> str:
        of = thing_meant(warehouse, on, id)
        new = ", ".join(kept.add_tags(warehouse, of, names, author(by), at)) or "nothing new"
        return f"{new} on {called(kept.listed_tags(warehouse, of), of)}"

    with several_listed():
        return decided(database, "tagged:", put)


@tags.command(name="list")
def list_(
    id: str | None = None, /, *, on: On = "article", format: ListFormat = "table", database: Database = DEFAULT
) -> int:
    """List tags, the latest first: all, or those of one thing.

    Example: newsdesk tags list --format json
    """
    with questions(Place.at(database)) as warehouse, several_listed(quiet=format != "table"):
        found = kept.listed_tags(warehouse, thing_meant(warehouse, on, id) if id else None)
    if format != "table":
        rows = [(n.text, n.at, n.author, *thing(n)) for n in found]
        deliver_rows(("tag", "tagged_at", "author", *THING), rows, format)
        return 0
    lines = [(n.text, readable(n.at), n.author, n.thing.about, named(n), cut(n.headline, 80)) for n in found]
    console().print(table(("tag", "when", "who", "on", "id", "what"), lines))
    say(counted(len(found), "tags"))
    return 0


@tags.command
def remove(id: str, tag: str, /, *, on: On = "article", database: Database = DEFAULT) -> int:
    """Take a tag off.

    Example: newsdesk tags remove 9c1f checked
    """
    with several_listed():
        return removed(database, tag, lambda w: kept.remove_tag(w, thing_meant(w, on, id), tag))
