"""`newsdesk entity`: one person, body, place or programme: posts, words, figures, stories, and who is named with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number

from flows.cli.options import DEFAULT, Database, Limit
from flows.cli.output import FormatOption, OutputOption, RawOption, deliver, readable
from flows.cli.terminal import console
from flows.escaping import visible
from flows.reporting.counting import counted
from warehouse.asking.entities import meant
from warehouse.asking.entity_pages import entity_page, page_query
from warehouse.asking.query import questions
from warehouse.database.place import Place

Row = Mapping[str, Any]


def entity(
    name: str,
    /,
    *,
    person: Annotated[
        int, Parameter(help="Of several people of one name, which: 1 is in the most articles.", validator=Number(gte=1))
    ] = 1,
    limit: Limit = 10,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> int:
    """Show one person, organisation, place or programme, by a name, the entity's id or its id in Wikidata.

    Roles over time, quotations, figures, stories (one line a story), and who is named with it; up to --limit of each. People of one name are one only
    where a story, a post or others who are named tie their articles together.

    Example: newsdesk entity "Anna Bell" --format json
    """
    place = Place.at(database)
    if format is not None or output is not None:
        deliver(
            place,
            lambda warehouse: page_query(warehouse, meant(warehouse, name), person, limit),
            format,
            output,
            raw=raw,
        )
        return 0
    with questions(place) as warehouse:
        _print(entity_page(warehouse, meant(warehouse, name), person, limit))
    return 0


def _print(page: Row) -> None:
    out = console()
    out.print(visible(page["name"]), style="bold")
    for line in _head(page):
        out.print(visible(line), style="dim")
    for title, rows, line in SECTIONS:
        if page[rows]:
            out.print(f"\n{title}", style="bold")
            for row in page[rows]:
                out.print("  " + visible(" ".join(line(row).split())))


def _head(page: Row) -> Iterator[str]:
    linked = page["wikidata_id"] or (f"ambiguous in Wikidata: {', '.join(page['ambiguous'])}" if page["ambiguous"] else None)  # fmt: skip
    yield _joined(page["type"], page["country"], linked, ", ".join(page["entity_ids"]))
    period = " to ".join(dict.fromkeys(_day(page[end]) for end in ("first_seen", "last_seen") if page[end]))
    yield _joined(counted(page["stories"], "stories"), counted(page["articles"], "articles"), period)
    if page["people"] > 1:
        yield f"person {page['person']} of {page['people']} of this name: nothing in the texts ties their articles together (--person {page['person'] % page['people'] + 1})"


def _form(row: Row) -> str:
    return f"{row['surface']} ({row['mentions']})"


def _role(row: Row) -> str:
    who = row["person"] + ", " if row["side"] != "person" else ""
    body = row["body"] if row["body"] and row["body"].lower() not in row["post"].lower() else ""
    former = "former" if row["modality"] == "former" and not row["post"].lower().startswith(("former", "ex-")) else ""
    period = " to ".join(dict.fromkeys(_day(row[end]) for end in ("first_seen", "last_seen") if row[end]))
    return _joined(
        period, f"{former} {who}{row['post']}", body, counted(row["stories"], "stories"), row["article_id"][:12]
    )


def _quotation(row: Row) -> str:
    return _joined(_day(row["date_published"]), row["exact"], _also(row), row["article_id"][:12])


def _figure(row: Row) -> str:
    return _joined(_day(row["date_published"]), row["measure"], row["exact"], _also(row), row["article_id"][:12])


def _story(row: Row) -> str:
    also = f"also in {counted(row['outlets'] - 1, 'outlets')}" if row["outlets"] > 1 else ""
    return _joined(_day(row["first_seen"]), row["headline"], also, row["article_id"][:12])


def _other(row: Row) -> str:
    return _joined(row["name"], row["type"], counted(row["stories"], "stories"))


def _also(row: Row) -> str:
    return counted(row["articles"], "articles") if row["articles"] > 1 else ""


def _day(when: object) -> str:
    return readable(when)[:10]


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)


SECTIONS: Sequence[tuple[str, str, Any]] = (
    ("written as", "written_as", _form),
    ("roles", "roles", _role),
    ("quotations", "quotations", _quotation),
    ("figures", "figures", _figure),
    ("stories", "told_in", _story),
    ("named with", "named_with", _other),
)
"""What is shown, in which column it is, and its line."""
