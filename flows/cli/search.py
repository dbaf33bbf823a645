"""`newsdesk search`: find articles by words, best match first, with the matching passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database, Limit, Since, Until, day
from flows.cli.output import FormatOption, OutputOption, RawOption, deliver, readable
from flows.cli.terminal import console
from flows.escaping import visible
from flows.reporting.counting import counted
from parsers.errors import UsageError
from warehouse.asking.search import Hit, Sought, clauses, find, search_query
from warehouse.database.place import Place
from warehouse.database.store import reading

if TYPE_CHECKING:
    from rich.text import Text


def search(
    *words: Annotated[str, Parameter(help='Words, "phrases", prefix*, -excluded, this OR that.')],
    since: Since = None,
    until: Until = None,
    publisher: Annotated[str | None, Parameter(help="Only outlets whose name contains this.")] = None,
    limit: Limit = 10,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> int:
    """Find articles that contain all the words, best match first (BM25; the headline counts more).

    Case and accents are ignored. "…" is a phrase, word* a prefix, -word excludes a word.

    Example: newsdesk search '"middle corridor" kazakh* -oil'
    """
    query = " ".join(words)
    if not query.strip():
        raise UsageError("give words to search for, for example: newsdesk search middle corridor")
    if not clauses(query):
        raise UsageError(f"there is no word to search for in: {query.strip()}")
    sought = Sought(query=query, since=day(since), until=day(until), publisher=publisher, limit=limit)
    place = Place.at(database)
    if format is not None or output is not None:
        deliver(place, search_query(sought), format, output, raw=raw)
        return 0
    with reading(place) as warehouse:
        total, hits = find(warehouse, sought)
    _print(total, hits)
    return 0


def _print(total: int, hits: tuple[Hit, ...]) -> None:
    out = console()
    for hit in hits:
        date = readable(hit.date_published)
        out.print(_marked(hit.headline or "(no headline)", hit.named, "bold", colours=out.is_terminal))
        out.print(
            "  ".join(filter(None, (hit.article_id, hit.publisher, date, f"{hit.score:.2f}"))),
            style="dim",
        )
        out.print(_marked(hit.snippet, hit.marks, "", colours=out.is_terminal))
        out.print()
    out.print(counted(total, "articles") + (f", the best {len(hits)} shown" if total > len(hits) else ""))


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
