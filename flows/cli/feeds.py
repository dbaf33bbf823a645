"""`newsdesk feeds`: subscriptions added, listed, paused, removed, imported and exported."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from flows.cli import feed_settings
from flows.cli.options import DEFAULT, Database
from flows.cli.output import ListFormat, deliver_records
from flows.cli.printing import complain, say
from flows.cli.terminal import console, cut, table
from flows.escaping import visible
from parsers.errors import UsageError
from parsers.feeds.links import absolute
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import reading, writing
from warehouse.filing import feeds as shelf
from warehouse.filing.feeds import Subscribed

feeds = App(name="feeds", help="Subscriptions: add, list, set, pause, remove, import, export.")
feeds.command(feed_settings.set_, name="set")

Allow = Annotated[
    tuple[str, ...],
    Parameter(name="--allow", negative=(), help="A private network that may be read, e.g. 127.0.0.0/8."),
]


@feeds.command
def add(
    address: str, *, title: str = "", publisher: str | None = None, folder: str = "",
    full_text: Literal["auto", "always", "never"] = "auto", every: bool = False, unchecked: bool = False, allow: Allow = (),
    database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Subscribe to a feed, or to the feed of a site. The address is read first.

    Parameters
    ----------
    every
        Subscribe to all feeds of the site, not only to the best one.
    unchecked
        Subscribe to the address as it is, without reading it now.

    Example: newsdesk feeds add https://press.example --folder Ports
    """
    if unchecked and not (address.isprintable() and absolute(address)):
        raise UsageError(f"{address} is not an http or https address")
    found = [(address, title, None)] if unchecked else _found(address, title, every, allow, database)
    wanted = [
        Subscribed(
            feed_id=shelf.feed_id_of(url),
            url=url,
            title=name,
            publisher=publisher,
            site=site,
            folder=folder,
            full_text=full_text,
        )
        for url, name, site in found
    ]
    added = _add(wanted, database)
    for feed in wanted:
        say(f"{'added' if feed in added else 'already there'}: {feed.feed_id}  {feed.title or feed.url}  {feed.url}")
    return 0


def _found(
    address: str, title: str, every: bool, allow: tuple[str, ...], database: Path
) -> list[tuple[str, str, str | None]]:
    from flows.web.addresses import Allowed
    from flows.web.discovery import discover

    found = discover(address, allowed=Allowed.of(allow), asking=feed_settings.asking(database))
    if not found:
        raise UsageError(
            f"{address} is not a feed, and its site links to none; find the address of a feed on the site and add that"
        )
    for other in found[1:] if not every else ():
        complain(f"also offered: {other.url}  {other.title}")
    return [(f.url, title or f.title, f.site) for f in (found if every else found[:1])]


def _add(wanted: list[Subscribed], database: Path) -> tuple[Subscribed, ...]:
    place = Place.at(database)
    with writing(place) as warehouse, warehouse.transaction():
        added = shelf.add(warehouse, wanted, datetime.now(UTC))
    publish_now(place)
    return added


@feeds.command(name="list")
def list_(*, trouble: bool = False, format: ListFormat = "table", database: Database = DEFAULT) -> int:
    """List the subscriptions with their state: next poll, last success, failures, silence.

    Parameters
    ----------
    trouble
        List only failing, silent and paused feeds.

    Example: newsdesk feeds list --trouble
    """
    with reading(Place.at(database)) as warehouse:
        rows = shelf.health(warehouse)
    shown = [r for r in rows if not trouble or r.standing in ("failing", "silent", "paused")]
    if format != "table":
        deliver_records(shown, shelf.Health, format)
        return 0
    out = console()
    names = ("id", "title", "standing", "next", "last success", "new in 7 days", "remark")
    lines = [
        (r.feed_id, cut(r.title or r.url, 40), r.standing, _when(r.next_poll_at, r.standing), _day(r.last_success_at), r.new_7d, cut(r.remark, 80))
        for r in shown
    ]  # fmt: skip
    out.print(table(names, lines, right=("new in 7 days",)))
    say(f"{len(shown):,} of {len(rows):,} feeds")
    return 0


def _when(moment: datetime | None, standing: str) -> str:
    if standing == "paused":
        return "–"
    return f"{moment:%Y-%m-%d %H:%M}" if moment and moment > datetime.now(UTC) else "due"


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else "never"


@feeds.command
def pause(name: str, *, reason: str = "paused by hand", database: Database = DEFAULT) -> int:
    """Stop polling a feed (by id, address or title) until it is resumed.

    Example: newsdesk feeds pause "Press Example"
    """
    return _set(name, "paused", reason, database)


@feeds.command
def resume(name: str, *, database: Database = DEFAULT) -> int:
    """Poll a paused or failing feed again, at once.

    Example: newsdesk feeds resume "Press Example"
    """
    return _set(name, "active", None, database)


def _set(name: str, status: str, reason: str | None, database: Path) -> int:
    place = Place.at(database)
    with writing(place) as warehouse, warehouse.transaction():
        feed = shelf.find(warehouse, name)
        shelf.set_status(warehouse, feed.feed_id, status, reason)
    publish_now(place)
    say(f"{status}: {feed.title or feed.url}")
    return 0


@feeds.command
def remove(name: str, *, database: Database = DEFAULT) -> int:
    """Unsubscribe from a feed (by id, address or title). Its articles are kept.

    Example: newsdesk feeds remove https://press.example/rss.xml
    """
    place = Place.at(database)
    with writing(place) as warehouse, warehouse.transaction():
        feed = shelf.find(warehouse, name)
        shelf.remove(warehouse, feed.feed_id)
    publish_now(place)
    say(f"removed: {feed.title or feed.url}; its articles stay")
    return 0


@feeds.command(name="import")
def import_(path: Path, *, database: Database = DEFAULT) -> int:
    """Subscribe to every feed in an OPML file, or in a feeds.toml.

    Example: newsdesk feeds import subscriptions.opml
    """
    from flows.web.feeds_file import read_subscriptions

    wanted = list(read_subscriptions(path))
    added = _add(wanted, database)
    say(f"{len(added):,} feeds added, {len(wanted) - len(added):,} were there already")
    return 0


@feeds.command
def export(path: Path | None = None, *, database: Database = DEFAULT) -> int:
    """Write the subscriptions as OPML, or as TOML if the name ends in .toml. Without a name, print them.

    Example: newsdesk feeds export subscriptions.opml
    """
    from flows.web.feeds_file import as_toml
    from parsers.feeds.opml import Subscription, write_opml

    with reading(Place.at(database)) as warehouse:
        every = shelf.listed(warehouse)
    if path and path.suffix == ".toml":
        data = as_toml(every).encode()
    else:
        listed = (
            Subscription(url=f.url, title=visible(f.title, keep=""), site=f.site, folder=visible(f.folder, keep=""))
            for f in every
        )  # XML has no word for controls
        data = write_opml(listed, title="newsdesk subscriptions", now=datetime.now(UTC))
    if path is None:
        say(data.decode(), end="")
    else:
        path.write_bytes(data)
        say(f"{len(every):,} feeds written to {path}")
    return 0
