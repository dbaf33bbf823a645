"""`newsdesk search`: articles by words, best first, with the passage that answers."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from flows.cli.formats import FormatOption, OutputOption, deliver, readable
from flows.cli.options import DEFAULT, Database
from flows.cli.terminal import console
from parsers.errors import UsageError
from warehouse.place import Place
from warehouse.search import Hit, find
from warehouse.store import reading


def search(
    *words: Annotated[
        str, Parameter(help='Words, "phrases", begin*, -without, this OR that.', allow_leading_hyphen=True)
    ],
    limit: Annotated[int, Parameter(name=["--limit", "-n"], help="At most so many articles.")] = 10,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
) -> int:
    """Find articles that hold all the words, best first (BM25; the headline counts more).

    Case and accents do not matter. "…" finds a phrase, word* every word that begins so, -word excludes.

    Example: newsdesk search '"middle corridor" kazakh* -oil'
    """
    query = " ".join(words)
    if not query.strip():
        raise UsageError("search for what? for example: newsdesk search middle corridor")
    place = Place.at(database)
    if format is not None or output is not None:
        said = query.replace("'", "''")
        deliver(place, f"select * from search('{said}') limit {limit:d}", format, output)
        return 0
    with reading(place) as warehouse:
        total, hits = find(warehouse, query, limit)
    _print(total, hits)
    return 0


def _print(total: int, hits: tuple[Hit, ...]) -> None:
    from rich.text import Text

    out = console()
    for hit in hits:
        date = readable(hit.date_published)
        out.print(hit.headline or "(no headline)", style="bold", markup=False)
        out.print(
            "  ".join(filter(None, (hit.article_id, hit.publisher, date, f"{hit.score:.2f}"))),
            style="dim",
            markup=False,
        )
        snippet = Text(hit.snippet)
        for start, end in hit.marks:
            snippet.stylize("bold yellow", start, end)
        out.print(snippet if out.is_terminal else _starred(hit))
        out.print()
    out.print(f"{total:,} articles" + (f", the best {len(hits)} shown" if total > len(hits) else ""))


def _starred(hit: Hit) -> str:
    """Matches between asterisks, where there are no colours."""
    text, at = "", 0
    for start, end in sorted(set(hit.marks)):
        if start >= at:
            text += f"{hit.snippet[at:start]}*{hit.snippet[start:end]}*"
            at = end
    return text + hit.snippet[at:]
