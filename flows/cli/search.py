"""`newsdesk search`: find stories or articles by words, best match first, with the matching passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database, Limit, Since, Until, day
from flows.cli.output import FormatOption, OutputOption, RawOption, deliver, readable
from flows.cli.terminal import console
from flows.escaping import visible
from flows.reporting.counting import counted, printed
from parsers.errors import UsageError
from warehouse.asking.query import questions
from warehouse.asking.search import Found, Sought, clauses, facets_query, find, search_query
from warehouse.database.place import Place

if TYPE_CHECKING:
    from rich.text import Text


def search(
    *words: Annotated[str, Parameter(help='Words, "phrases", prefix*, -excluded, this OR that, "near these"~5.')],
    since: Since = None,
    until: Until = None,
    publisher: Annotated[str | None, Parameter(help="Only outlets whose name contains this.")] = None,
    copies: Annotated[bool, Parameter(negative="", help="Show every article, not one a story.")] = False,
    facets: Annotated[bool, Parameter(negative="", help="Count by outlet, language, genre and day instead.")] = False,
    limit: Limit = 10,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> int:
    """Find stories that contain all the words, best match first (BM25; the headline counts more).

    Case and accents are ignored; other forms of a word are found, too, and count half. "…" is a phrase or an exact
    word, word* a prefix, -word excludes a word, "two words"~5 finds them within five words of each other.

    Example: newsdesk search '"middle corridor" kazakh* -oil'
    """
    query = " ".join(words)
    if not query.strip():
        raise UsageError("give words to search for, for example: newsdesk search middle corridor")
    if not clauses(query):
        raise UsageError(f"there is no word to search for in: {query.strip()}")
    sought = Sought(query=query, since=day(since), until=day(until), publisher=publisher, limit=limit)
    place = Place.at(database)
    if facets or format is not None or output is not None:
        query = facets_query(sought) if facets else search_query(sought, copies=copies)
        deliver(place, query, format, output, raw=raw)
        return 0
    with questions(place) as warehouse:
        found = find(warehouse, sought, copies=copies)
    _print(found)
    shown = "articles" if copies else "stories"
    more = (found.articles if copies else found.stories) > len(found.hits)
    console().print(
        f"{counted(found.stories, 'stories')}, {counted(found.articles, 'articles')}"
        + (f"; the best {counted(len(found.hits), shown)} shown" if more else "")
    )
    return 0


def _print(found: Found) -> None:
    out = console()
    for hit in found.hits:
        date = readable(hit.date_published)
        out.print(_marked(hit.headline or "(no headline)", hit.named, "bold", colours=out.is_terminal))
        out.print(
            "  ".join(
                filter(None, (hit.article_id, hit.publisher, date, f"{hit.score:.2f}", printed(hit.articles, hit.also)))
            ),
            style="dim",
        )
        out.print(_marked(hit.snippet, hit.marks, "", colours=out.is_terminal))
        out.print()


def _marked(said: str, marks: Sequence[tuple[int, int]], style: str, *, colours: bool) -> Text:
    """A text with its matches in colour, or between asterisks where there are no colours."""
    from rich.text import Text

    text, at = Text(style=style), 0
    for start, end in sorted(set(marks)):
        if start >= at:
            text.append(visible(said[at:start]))
            found = visible(said[start:end])
            text.append(found if colours else f"*{found}*", style="bold yellow")
            at = end
    return text.append(visible(said[at:]))
