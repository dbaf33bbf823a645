"""`newsdesk feeds set`: how the servers of one feed or of all are asked, how often, and what of a page is fetched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import say
from flows.cli.terminal import console, cut, table
from flows.clock import now
from parsers.errors import UsageError
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import reading, writing
from warehouse.filing import feed_settings, feeds
from warehouse.filing.feed_settings import Setting

if TYPE_CHECKING:
    from flows.web.asking import Asking

FEEDS_FILE = Path("seeds/feeds.toml")
KEYS = ("headers", "cookies", "user_agent", "proxy", "every_minutes", "site_rules")

Pairs = Annotated[tuple[str, ...], Parameter(negative=())]


def set_(
    name: str | None = None, *,
    all_feeds: Annotated[bool, Parameter(name="--all", negative="", help="Set it for all feeds.")] = False,
    header: Annotated[tuple[str, ...], Parameter(negative=(), help="A header, as NAME=VALUE.")] = (),
    cookie: Annotated[tuple[str, ...], Parameter(negative=(), help="A cookie, as NAME=VALUE.")] = (),
    user_agent: Annotated[str | None, Parameter(help="The User-Agent to send.")] = None,
    proxy: Annotated[str | None, Parameter(help="http://HOST:PORT, $NAME or secret:BLOCK; none for no proxy.")] = None,
    every_minutes: Annotated[int | None, Parameter(validator=Number(gte=10, lte=43_200), help="Minutes between two polls.")] = None,
    full_text: Annotated[Literal["auto", "always", "never"] | None, Parameter(help="Whether the pages of its entries are fetched.")] = None,
    site_rules: Annotated[Path | None, Parameter(help="With --all: a folder of rules for the pages of single sites.")] = None,
    clear: Annotated[tuple[str, ...], Parameter(negative=(), help="A setting to take out: proxy, headers, headers.NAME …")] = (),
    database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Set how the server of a feed is asked (by id, address or title), or those of all feeds; without options, show it.

    Secrets are not stored: write $NAME for the value of an environment variable, secret:BLOCK for that of a Prefect Secret block.

    Example: newsdesk feeds set "Press Example" --header 'Authorization=$PRESS_TOKEN' --proxy '$DESK_PROXY'
    """
    if all_feeds == (name is not None):
        raise UsageError("name one feed, or say --all")
    if site_rules and not all_feeds:
        raise UsageError("rules of sites are set for all feeds; say --all")
    if site_rules and not site_rules.is_dir():
        raise UsageError(f"{site_rules} is not a folder; name the folder that holds the files of rules")
    folder = str(site_rules.absolute()) if site_rules else None
    single = [("user_agent", user_agent), ("proxy", proxy), ("every_minutes", every_minutes), ("site_rules", folder)]
    said = [
        *_pairs("headers", header), *_pairs("cookies", cookie),
        *(Setting(key=key, value=str(value)) for key, value in single if value is not None),
    ]  # fmt: skip
    _check(said)
    if full_text and all_feeds:
        raise UsageError("full_text is set for one feed; name it")
    if not (said or clear or full_text):
        return _shown(name, database)
    place = Place.at(database)
    with writing(place) as warehouse, warehouse.transaction():
        feed = feeds.find(warehouse, name) if name else None
        if feed and feed.declared:
            raise UsageError(f"{feed.title or feed.url} is in the feeds file, which each poll reads; set it there")
        feed_id, url = (feed.feed_id, feed.url) if feed else (None, None)
        for each in clear:
            feed_settings.clear(warehouse, feed_id, *_cleared(each))
        feed_settings.put(
            warehouse, [Setting(feed_id=feed_id, url=url, key=s.key, name=s.name, value=s.value) for s in said], now()
        )
        if feed and full_text:
            feeds.set_full_text(warehouse, feed.feed_id, full_text)
    publish_now(place)
    say(f"set: {(feed.title or feed.url) if feed else 'all feeds'}; it holds from the next poll on")
    return 0


def _pairs(key: str, given: tuple[str, ...]) -> list[Setting]:
    parts = [pair.partition("=") for pair in given]
    if any(not mark for _, mark, _ in parts):
        raise UsageError(f"{key} are written as NAME=VALUE, for example --header 'X-Part=$NAME'")
    return [Setting(key=key, name=name.strip(), value=value.strip()) for name, _, value in parts]


def _check(said: list[Setting]) -> None:
    """Raise UsageError for what cannot be sent or may not be stored; a reference need not be there now."""
    from flows.web.feed_settings import as_said
    from flows.web.own_headers import check_storable

    check_storable(as_said(said))


def _cleared(name: str) -> tuple[str, str | None]:
    key, _, one = name.partition(".")
    if key not in KEYS:
        raise UsageError(f"{name} is no setting; take one of {', '.join(KEYS)}, or headers.NAME")
    return key, one or None


def _shown(name: str | None, database: Path) -> int:
    """What is set for a feed, or for all feeds."""
    with reading(Place.at(database)) as warehouse:
        feed = feeds.find(warehouse, name) if name else None
        rows = [s for s in feed_settings.listed(warehouse) if s.feed_id == (feed.feed_id if feed else None)]
    lines = [(s.key, s.name, cut(s.value, 80)) for s in rows]
    if feed:
        lines.append(("full_text", "", feed.full_text))
    console().print(table(("key", "name", "value"), lines))
    return 0


def asking(database: Path) -> Asking:
    """How servers are asked, by what is set in the database and in the feeds file of this folder, as far as there are any."""
    from flows.web.feed_settings import settings_of

    place, said = Place.at(database), FEEDS_FILE if FEEDS_FILE.is_file() else None
    if not place.published.exists():
        return settings_of(None, said, _block).asking
    with reading(place) as warehouse:
        return settings_of(warehouse, said, _block).asking


def _block(name: str) -> str:
    from flows.poll import secret_block

    return secret_block(name)
