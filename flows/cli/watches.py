"""`newsdesk watches`: questions that are kept, asked of what each run files, and who hears of the answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import App, Parameter
from cyclopts.validators import Number

from flows.cli.options import DEFAULT, Database, Limit, Since, Until, day
from flows.cli.output import ListFormat, deliver_records, deliver_rows, readable
from flows.cli.printing import say
from flows.cli.terminal import console, cut, table
from flows.clock import now
from flows.delivery import feed_files, rounds
from flows.reporting.counting import counted
from parsers.errors import UsageError
from parsers.watches import Watch, in_words
from warehouse.asking.listing import alerts_page
from warehouse.asking.query import questions
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import must_exist, reading, writing
from warehouse.watching import outbox, trying
from warehouse.watching import watches as kept

watches = App(
    name="watches", help="Questions asked of what each run files: add, list, found, test, remove, declare, due."
)

WATCHES_FILE = Path("seeds/watches.toml")

Kind = Literal["search", "entity", "measure", "contradiction", "spread", "sql"]
Pace = Literal["at_once", "hourly", "daily", "weekly"]
Targets = Annotated[
    tuple[str, ...],
    Parameter(name="--to", negative=(), help="mailto:NAME@HOST, a web address, or $NAME for what the environment's NAME holds."),
]  # fmt: skip
Publisher = Annotated[str | None, Parameter(help="Only outlets whose name contains this.")]
Networks = Annotated[tuple[str, ...], Parameter(name="--allow", negative=(), help="A private network in which a webhook may be, e.g. 127.0.0.0/8.")]  # fmt: skip


FOUND = (
    "found_at",
    "watch",
    "alert_id",
    "story_id",
    "article_id",
    "headline",
    "outlet",
    "date_published",
    "exact",
    "why",
)
"""What is listed of an alert."""

CAME = ("declared", "added_at", "alerts", "last_alert", "waiting", "failing", "error", "trouble")
"""What is listed of a watch beside what it is."""


@watches.command(name="list")
def list_(*, format: ListFormat = "table", database: Database = DEFAULT) -> int:
    """List the watches, with what each found and what waits to be sent.

    Example: newsdesk watches list --format json
    """
    with reading(Place.at(database)) as warehouse:
        every = kept.listed(warehouse)
    if format != "table":
        rows = (
            (*(getattr(k.watch, name) for name in kept.COLUMNS), *(getattr(k, name) for name in CAME)) for k in every
        )
        deliver_rows((*kept.COLUMNS, *CAME), rows, format)
        return 0
    lines = [
        (k.watch.name, k.watch.kind, cut(in_words(k.watch), 60), cut(", ".join(k.watch.targets) or "feed only", 50), pace(k.watch),
         "watches file" if k.declared else "here", k.alerts, readable(k.last_alert), k.waiting, cut(k.trouble or k.error or "", 80))
        for k in every
    ]  # fmt: skip
    names = ("name", "kind", "asks", "sent to", "pace", "set in", "alerts", "last", "waiting", "trouble")
    console().print(table(names, lines, right=("alerts", "waiting")))
    say(counted(len(every), "watches"))
    return 0


def pace(watch: Watch) -> str:
    """When it is sent, in words."""
    at = f" {watch.send_at} {watch.timezone}" if watch.pace in ("daily", "weekly") else ""
    return watch.pace.replace("_", " ") + at + (f", not {watch.quiet}" if watch.quiet else "")


@watches.command
def add(
    name: str, *words: Annotated[str, Parameter(help="The question: words as for search, an entity, words of a measure, or a SELECT.")],
    kind: Annotated[Kind, Parameter(help="What is asked.")] = "search", publisher: Publisher = None, since: Since = None, until: Until = None,
    unit: Annotated[str | None, Parameter(help="Unit of a measure: its code, sign or name (EUR, euros, tonnes, jobs), or a kind of figure (money, mass).")] = None,
    at_least: Annotated[float | None, Parameter(help="Lowest value of a measure.")] = None,
    at_most: Annotated[float | None, Parameter(help="Highest value of a measure.")] = None,
    outlets: Annotated[int | None, Parameter(validator=Number(gte=1), help="Outlets that a story must reach.")] = None,
    to: Targets = (), pace: Annotated[Pace, Parameter(help="When it is sent.")] = "at_once",
    send_at: Annotated[str, Parameter(help="Time of day of daily and weekly digests.")] = "07:00",
    quiet: Annotated[str | None, Parameter(help="Hours in which nothing is sent, e.g. 22:00-07:00.")] = None,
    timezone: Annotated[str, Parameter(help="Time zone of both.")] = "UTC", allow: Networks = (), database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Add a watch. It looks at what is filed from now on; `newsdesk watches test` shows what is filed already.

    What it finds is in the table alert and in its feed files, and is sent to the targets, each story once.

    Example: newsdesk watches add harbours "port OR harbour -closed" --to mailto:desk@press.example --pace daily
    Example: newsdesk watches add layoffs jobs --kind measure --at-least 100
    Example: newsdesk watches add deals --kind measure --unit money --at-least 1e9
    """
    watch = Watch(
        name=name, kind=kind, question=" ".join(words) or None, publisher=publisher, since=_day(since), until=_day(until), unit=unit,
        at_least=at_least, at_most=at_most, outlets=outlets, targets=to, pace=pace, send_at=send_at, quiet=quiet, timezone=timezone, networks=allow,
    )  # fmt: skip
    place = Place.at(database)
    with writing(place) as warehouse:
        with warehouse.transaction():
            kept.add(warehouse, [watch], now())
        feed_files.renew(warehouse, place)
    publish_now(place)
    say(f"added: {name}; its feed is {feed_files.folder(place) / name}.atom")
    return 0


def _day(said: str | None) -> date | None:
    found = day(said)
    return date.fromisoformat(found) if found else None


@watches.command
def remove(name: str, *, database: Database = DEFAULT) -> int:
    """Remove a watch, with its alerts, its feed, and what waits to be sent.

    Example: newsdesk watches remove harbours
    """
    place = Place.at(database)
    must_exist(place)
    with writing(place) as warehouse:
        with warehouse.transaction():
            kept.remove(warehouse, name)
        feed_files.renew(warehouse, place)
    publish_now(place)
    say(f"removed: {name}")
    return 0


@watches.command
def declare(file: Path = WATCHES_FILE, /, *, database: Database = DEFAULT) -> int:
    """Take over the watches of a file. A run does the same with the watches.toml in the folder that it files.

    Example: newsdesk watches declare seeds/watches.toml
    """
    from flows.inbox import watches_file

    place = Place.at(database)
    changed = watches_file.declare(place, file)
    with writing(place) as warehouse:
        feed_files.renew(warehouse, place)
    publish_now(place)
    say(f"{file}: {'taken over' if changed else 'nothing changed'}")
    return 0


@watches.command
def found(
    name: str | None = None, /, *, limit: Limit = 20, format: ListFormat = "table", database: Database = DEFAULT
) -> int:
    """Show what the watches found, the latest first, with its exact words and why; of one watch, or of all.

    Example: newsdesk watches found harbours
    """
    with questions(Place.at(database)) as warehouse:
        if name is not None:
            kept.find(warehouse, name)
        rows = alerts_page(warehouse, name, limit)
    if format != "table":
        deliver_rows(FOUND, ([row[column] for column in FOUND] for row in rows), format)
        return 0
    for row in rows:
        console().print(cut(row["headline"] or "(no headline)", 100), style="bold")
        said = (
            row["article_id"],
            row["outlet"] or "unnamed outlet",
            readable(row["date_published"]),
            f"{row['watch']}, {readable(row['found_at'])}",
        )
        say("  ".join(filter(None, said)))
        if row["exact"]:
            say(f"“{row['exact']}”")
        say(f"why: {row['why']}")
        say("")
    say(
        counted(len(rows), "alerts")
        if rows
        else "nothing found yet; newsdesk watches test NAME shows what is filed already"
    )
    return 0


@watches.command(name="test")
def try_(name: str, *, limit: Limit = 10, database: Database = DEFAULT) -> int:
    """Show what a watch finds in what is filed, the latest first. Nothing is kept or sent.

    Example: newsdesk watches test harbours
    """
    with reading(Place.at(database)) as warehouse:
        found = trying.found(warehouse, kept.find(warehouse, name), limit)
    for article, match in found.shown:
        console().print(cut(article.headline or "(no headline)", 100), style="bold")
        say(f"{article.article_id}  {article.publisher or 'unnamed outlet'}  {readable(article.date_published)}")
        say(f"“{match.exact}”")
        say(f"why: {match.why}")
        say("")
    say(f"{counted(found.stories, 'stories')} in the latest {counted(found.looked_at, 'articles')}")
    return 0


@watches.command
def due(
    *,
    send: Annotated[bool, Parameter(negative="", help="Send now what is due.")] = False,
    format: ListFormat = "table",
    database: Database = DEFAULT,
) -> int:
    """List what waits to be sent: to whom, when, and why it failed; with --send send what is due.

    A served desk sends by itself, and each run does at its end.

    Example: newsdesk watches due --send
    """
    place = Place.at(database)
    must_exist(place)
    done = rounds.deliver(place) if send else rounds.Done()
    if done.busy:
        raise UsageError("another newsdesk is delivering; try again in a minute")
    if done.attempted:
        publish_now(place)
    with reading(place) as warehouse:
        waiting = outbox.waiting(warehouse)
    if format != "table":
        deliver_records(waiting, outbox.Waiting, format)
        return 1 if done.failed else 0
    if not waiting:
        say("nothing waits to be sent")
    lines: list[tuple[Any, ...]] = [
        (w.target, w.watch, w.alerts, readable(w.due_at), w.attempts, cut(w.error or "", 100)) for w in waiting
    ]
    names = ("target", "watch", "alerts", "due", "attempts", "last error")
    if lines:
        console().print(table(names, lines, right=("alerts", "attempts")))
    if send:
        say(f"{counted(done.sent, 'messages')} sent, {done.failed} failed")
    return 1 if done.failed else 0
