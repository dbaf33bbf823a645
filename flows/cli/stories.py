"""`newsdesk stories`: list stories, split and merge them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from flows.cli.decisions import Note, decided
from flows.cli.options import DEFAULT, Database, Limit
from flows.cli.output import FormatOption, OutputOption, RawOption, as_json, deliver, readable
from flows.cli.printing import say
from flows.cli.terminal import console, table
from flows.escaping import visible
from flows.reporting.counting import counted
from parsers.errors import UsageError
from warehouse.database.place import Place
from warehouse.database.sql import written
from warehouse.database.store import reading

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from warehouse.stories.stories import Branch, Told

stories = App(name="stories", help="Stories and who reprinted them.\n\nExample: newsdesk stories --story 9c1f")


@stories.default
def list_(
    *,
    story: Annotated[
        str | None, Parameter(help="Print one story as a tree: the start of its id or of an article id in it.")
    ] = None,
    limit: Limit = 30,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> int:
    """List stories, the most reprinted first, or print one as a tree: the original, its copies, and why they belong together.

    Example: newsdesk stories --story 9c1f
    """
    place = Place.at(database)
    if story is None:
        deliver(place, written("list_stories", {"n": limit}), format, output, raw=raw)
        return 0
    from warehouse.stories import stories as told

    with reading(place) as warehouse:
        if format == "json":
            from flows.api import asking

            say(as_json(asking.story(warehouse, story)))
            return 0
        if format is not None or output is not None:
            raise UsageError("a story is a tree; it is given as JSON only (--format json), without --output")
        _print(told.story(warehouse, story))
    return 0


@stories.command
def split(
    article: str,
    other: str | None = None,
    /,
    *,
    note: Note = None,
    database: Database = DEFAULT,
) -> int:
    """Take an article and its copies out of its story (or apart from another article in it).

    The decision is kept when the articles are reprocessed.

    Example: newsdesk stories split 3f2a --note "another ferry"
    """
    from warehouse.stories import stories as told

    return decided(database, "its own story is now", lambda w, at: told.split(w, article, other, at, note))


@stories.command
def merge(article: str, other: str, /, *, note: Note = None, database: Database = DEFAULT) -> int:
    """Merge the stories of two articles. The decision is kept.

    Example: newsdesk stories merge 3f2a 9c1f
    """
    from warehouse.stories import stories as told

    return decided(database, "both are now in story", lambda w, at: told.merge(w, article, other, at, note))


def _print(told: Told) -> None:
    out = console()
    about = told.story
    outlets = f" in {counted(len(about.outlets), 'outlets')}" if about.outlets else ""
    credited = f"; credited: {about.credited}" if about.credited else ""
    out.print(about.headline or "(no headline)", style="bold")
    out.print(
        f"{counted(about.articles, 'articles')}{outlets}; original by {about.evidence}{credited}",
        style="dim",
    )
    out.print(_tree(told))
    if told.events:
        rows = [(readable(e.happened_at), e.kind, e.article_id, e.previous, e.detail) for e in told.events]
        out.print(table(("when", "what", "article", "other", "why"), rows))


def _tree(told: Told) -> Tree:
    """The original at the root, under every article what was copied from it."""
    from rich.tree import Tree

    root = Tree(_label(told.branches[0]), guide_style="dim")
    line = [root]
    for branch in told.branches[1:]:
        del line[branch.depth :]
        line.append(line[-1].add(_label(branch)))
    return root


def _label(branch: Branch) -> Text:
    from rich.text import Text

    relation = (branch.relation, "cyan") if branch.relation else ("original", "green")
    parts = (branch.outlet or "unnamed outlet", readable(branch.date_published), branch.article_id)
    said = "  ".join(filter(None, parts))
    why = f"  {branch.containment:.0%} the same, {branch.rule}" if branch.containment is not None else ""
    return Text.assemble(
        relation, visible(f"  {said}\n"), (visible(f"{branch.headline or '(no headline)'}{why}"), "dim")
    )
