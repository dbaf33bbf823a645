"""`newsdesk stories`: who printed what, and what people decide about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from flows.cli.formats import FormatOption, OutputOption, deliver, readable
from flows.cli.options import DEFAULT, Database
from flows.cli.terminal import console
from warehouse.page import Version, find_story, versions
from warehouse.place import Place
from warehouse.store import reading

if TYPE_CHECKING:
    from rich.tree import Tree

stories = App(name="stories", help="Stories and who reprinted them.\n\nExample: newsdesk stories --story 9c1f")
STORIES = "select story_id, headline, articles, outlets, evidence, first_seen, last_seen, outlet_names from story order by articles desc, last_seen desc nulls last, story_id limit {}"


@stories.default
def list_(
    *,
    story: Annotated[str | None, Parameter(help="Show this story as a tree (the start of its id).")] = None,
    limit: Annotated[int, Parameter(name=["--limit", "-n"], help="At most so many stories.")] = 30,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
) -> int:
    """List the stories, the most printed first; or one as a tree: the original, its copies, and why.

    Example: newsdesk stories --story 9c1f
    """
    place = Place.at(database)
    if story is None:
        deliver(place, STORIES.format(int(limit)), format, output)
        return 0
    with reading(place) as warehouse:
        printings = versions(warehouse, find_story(warehouse, story))
    console().print(_tree(printings))
    return 0


def _tree(printings: tuple[Version, ...]) -> Tree:
    """The original at the root, under every article what was copied from it."""
    from rich.tree import Tree

    known = {v.article_id for v in printings}
    roots = [v for v in printings if v.of_article_id not in known]
    top = Tree(f"{len(printings)} articles", guide_style="dim")
    waiting = [(top, v) for v in reversed(roots)]
    while waiting:
        under, version = waiting.pop()
        branch = under.add(_label(version))
        waiting += [(branch, v) for v in reversed(printings) if v.of_article_id == version.article_id]
    return top


def _label(version: Version) -> str:
    from rich.markup import escape

    relation = f"[cyan]{version.relation}[/]" if version.relation else "[green]original[/]"
    parts = (version.publisher or "unnamed outlet", readable(version.date_published), version.article_id)
    said = escape("  ".join(filter(None, parts)))
    return f"{relation}  {said}\n[dim]{escape(version.headline or '(no headline)')}{_why(version)}[/]"


def _why(version: Version) -> str:
    return f"  {version.containment:.0%} the same, {version.rule}" if version.containment is not None else ""
