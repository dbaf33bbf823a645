"""`feeds.toml`: subscriptions as a file that a person keeps under version control, checked at the edge.

[[feed]]
url = "https://press.example/rss.xml"
title = "Press Example"          # optional
publisher = "Press Example"      # whose text it is, when the feed's own title does not say
folder = "Region / Ports"        # optional
full_text = "auto"               # auto | always | never: fetch the pages of its entries?
allow = ["192.168.1.0/24"]       # private networks in which the feed's own host may be; nobody else may write such a file
headers = { Authorization = "$PRESS_TOKEN" }   # also cookies, user_agent, proxy; for the feed's own server only (docs/rules.md)

[all]                            # what holds for every feed that does not say otherwise
proxy = "$DESK_PROXY"
user_agent = "our desk/1.0"
every_minutes = 60
site_rules = "site-rules"        # a folder beside this file: rules for the pages of single sites (docs/feeds.md)

[[rule]]                         # docs/rules.md
name = "no betting"
block = true                     # or keep = true
feed = "https://press.example/rss.xml"   # optional; else for all feeds
words = ["betting tips"]
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from flows.toml_files import validated
from flows.web.addresses import Allowed, Own
from flows.web.asking import Wanted
from flows.web.declared_rules import DeclaredRule
from flows.web.own_headers import OwnHeaders
from parsers.errors import UsageError
from parsers.feeds.links import absolute
from parsers.rules import Rule
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.filing import feeds, rules
from warehouse.filing.feeds import Subscribed

if TYPE_CHECKING:
    from parsers.feeds.opml import Subscription


class DeclaredFeed(OwnHeaders):
    """One `[[feed]]` of the file."""

    url: str
    title: str = ""
    publisher: str | None = None
    site: str | None = None
    folder: str = ""
    full_text: Literal["auto", "always", "never"] = "auto"
    allow: tuple[str, ...] = ()
    every_minutes: int | None = Field(default=None, ge=10, le=43_200)

    @field_validator("allow")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        Allowed.of(value)
        return value

    @field_validator("url")
    @classmethod
    def _address(cls, value: str) -> str:
        url = absolute(value)
        if url is None:
            raise ValueError(f"{value!r} is not an http or https address")
        return url


class DeclaredFolder(BaseModel):
    """One `[[folder]]` of the file: the pace of all feeds in it."""

    model_config = ConfigDict(extra="forbid")

    name: str
    every_minutes: int = Field(ge=10, le=43_200)


class DeclaredForAll(OwnHeaders):
    """`[all]` of the file: what holds for every feed that does not say otherwise."""

    every_minutes: int | None = Field(default=None, ge=10, le=43_200)
    site_rules: str | None = None


class FeedsFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    everyone: DeclaredForAll = Field(default_factory=DeclaredForAll, alias="all")

    feed: list[DeclaredFeed] = Field(default_factory=list)
    folder: list[DeclaredFolder] = Field(default_factory=list)
    rule: list[DeclaredRule] = Field(default_factory=list)

    @model_validator(mode="after")
    def _rules_name_feeds(self) -> FeedsFile:
        known = {f.url for f in self.feed}
        for rule in self.rule:
            if rule.feed is not None and absolute(rule.feed) not in known:
                raise ValueError(
                    f"rule {rule.name}: feed: {rule.feed} is the url of no [[feed]]; write it as it is there"
                )
        return self


def read_feeds_file(path: str | Path) -> tuple[Subscribed, ...]:
    """The subscriptions of a feeds.toml. Raises UsageError that names the entry and what is wrong with it."""
    return tuple(
        Subscribed(
            feed_id=feeds.feed_id_of(f.url), url=f.url, title=f.title, publisher=f.publisher, site=f.site, folder=f.folder,
            full_text=f.full_text, declared=True,
        )
        for f in _declared(path)
    )  # fmt: skip


def read_rules(path: str | Path) -> tuple[Rule, ...]:
    """The rules of a feeds.toml. Raises UsageError that names the rule and what is wrong with it."""
    return tuple(r.as_rule() for r in validated(path, FeedsFile).rule)


def wanted_of_feeds(path: str | Path) -> tuple[tuple[Wanted, ...], OwnHeaders]:
    """How the servers of the feeds of a file are asked, and those of all feeds. Raises UsageError."""
    said = validated(path, FeedsFile)
    feeds_said = (Wanted(where=f"{path}: feed {f.url}", url=f.url, said=_own(f)) for f in said.feed)
    return tuple(feeds_said), _own(said.everyone)


def _own(said: OwnHeaders) -> OwnHeaders:
    return OwnHeaders(**{name: getattr(said, name) for name in OwnHeaders.model_fields})


def paces_of_feeds(path: str | Path) -> tuple[dict[str, float], float | None]:
    """Seconds between polls that the file sets, by feed_id (the feed's own, else its folder's), and for all feeds."""
    said = validated(path, FeedsFile)
    of_folders = {f.name: f.every_minutes for f in said.folder}
    minutes = {feeds.feed_id_of(f.url): f.every_minutes or of_folders.get(f.folder) for f in said.feed}
    usual = said.everyone.every_minutes
    return {feed_id: 60.0 * every for feed_id, every in minutes.items() if every}, 60.0 * usual if usual else None


def site_rules_of(path: str | Path) -> Path | None:
    """The folder of rules for pages that the file names, as seen from the file."""
    folder = validated(path, FeedsFile).everyone.site_rules
    return Path(path).parent / Path(folder).expanduser() if folder else None


def networks_of_feeds(path: str | Path) -> dict[str, Own]:
    """The private networks that a feeds.toml opens, by feed_id. Raises UsageError when others could have written them."""
    opened = {feeds.feed_id_of(f.url): Own.of(f.url, Allowed.of(f.allow)) for f in _declared(path) if f.allow}
    about = Path(path).stat()
    if opened and (about.st_uid not in (0, os.geteuid()) or about.st_mode & 0o022):
        raise UsageError(
            f"{path} allows private networks, and others can write it; make it yours alone (chown, chmod go-w), or leave `allow` out"
        )
    return opened


def _declared(path: str | Path) -> list[DeclaredFeed]:
    return validated(path, FeedsFile).feed


def declare_file(place: Place, path: str | Path) -> bool:
    """Make the warehouse's declared feeds and rules those of the file; returns whether there are new feeds or other rules."""
    wanted, said = read_feeds_file(path), read_rules(path)
    with writing(place) as warehouse, warehouse.transaction():
        other_rules = rules.declare(warehouse, said, datetime.now(UTC))
        return bool(feeds.declare(warehouse, wanted, datetime.now(UTC))) or other_rules


def read_subscriptions(path: str | Path) -> tuple[Subscribed, ...]:
    """The subscriptions of an OPML or TOML file. Raises UsageError when it is neither."""
    if str(path).endswith(".toml"):
        return read_feeds_file(path)
    try:
        payload = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    from parsers.feeds.opml import read_opml  # late: polls do without it

    found = read_opml(payload)
    if found is None:
        raise UsageError(f"{path} is neither OPML nor a feeds.toml")
    return tuple(_subscribed(s) for s in found)


def _subscribed(said: Subscription) -> Subscribed:
    return Subscribed(
        feed_id=feeds.feed_id_of(said.url), url=said.url, title=said.title, site=said.site, folder=said.folder
    )


def as_toml(subscriptions: Sequence[Subscribed]) -> str:
    """Subscriptions as a feeds.toml."""
    return "\n".join(_table(s) for s in subscriptions)


def _table(feed: Subscribed) -> str:
    fields = [
        ("url", feed.url),
        ("title", feed.title),
        ("publisher", feed.publisher),
        ("site", feed.site),
        ("folder", feed.folder),
    ]
    fields += [("full_text", feed.full_text if feed.full_text != "auto" else "")]
    return "[[feed]]\n" + "".join(f"{name} = {_quoted(value)}\n" for name, value in fields if value)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}" for c in escaped) + '"'
