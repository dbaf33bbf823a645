"""What a person set for feeds, by `feeds.toml` and by verb, put together for a poll.

What the file says of a feed goes before what a verb said of it, and what is said of one feed before what is said of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows.web.addresses import Own
from flows.web.asking import Asking, Wanted, asking_of
from flows.web.feeds_file import networks_of_feeds, paces_of_feeds, site_rules_of, wanted_of_feeds
from flows.web.own_headers import Blocks, OwnHeaders, no_blocks
from flows.web.site_rules import SiteRules
from warehouse.database.store import Warehouse
from warehouse.filing import feed_settings, feeds
from warehouse.filing.feed_settings import Setting

PACE = "every_minutes"
SITE_RULES = "site_rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSettings:
    """How servers are asked; the private networks and the seconds between polls of single feeds, by id; those of all feeds; rules for pages."""

    asking: Asking = field(default_factory=Asking)
    networks: Mapping[str, Own] = field(default_factory=dict)
    paces: Mapping[str, float] = field(default_factory=dict)
    pace: float | None = None
    site_rules: SiteRules | None = None


def settings_of(warehouse: Warehouse | None, path: str | Path | None, blocks: Blocks = no_blocks) -> FeedSettings:
    """The settings as they are now: of the database, when there is one, and of a feeds.toml. Raises UsageError."""
    kept = feed_settings.listed(warehouse) if warehouse else ()
    known = feeds.listed(warehouse) if warehouse else ()
    said, everyone = wanted_of_feeds(path) if path else ((), OwnHeaders())
    paces, pace = paces_of_feeds(path) if path else ({}, None)
    by_verb, for_all = _by_verb(kept)
    spoken = {w.url for w in (*said, *by_verb)}
    others = (Wanted(where=f"feed {f.url}", url=f.url, said=OwnHeaders()) for f in known if f.url not in spoken)
    where = f"{path}: all" if path else "all feeds"
    folder = (site_rules_of(path) if path else None) or next((s.value for s in kept if s.key == SITE_RULES), None)
    return FeedSettings(
        asking=asking_of((*said, *by_verb, *others), everyone.over(for_all), where, blocks),
        networks=networks_of_feeds(path) if path else {},
        paces={**_paces(s for s in kept if s.feed_id), **paces},
        pace=pace or next(iter(_paces(s for s in kept if not s.feed_id).values()), None),
        site_rules=SiteRules.at(folder) if folder else None,
    )


def _by_verb(kept: Iterable[Setting]) -> tuple[tuple[Wanted, ...], OwnHeaders]:
    """Settings by verb: of each feed for the address it had then, and of all feeds."""
    of_feeds: dict[str | None, list[Setting]] = {}
    for setting in kept:
        of_feeds.setdefault(setting.url, []).append(setting)
    for_all = as_said(of_feeds.pop(None, []))
    wanted = (Wanted(where=f"feed {url}", url=url or "", said=as_said(found)) for url, found in of_feeds.items())
    return tuple(wanted), for_all


def as_said(settings: Iterable[Setting]) -> OwnHeaders:
    """Settings as the record that a file would give; pace and folder are not in it."""
    said = OwnHeaders()
    for s in settings:
        if s.key in ("headers", "cookies"):
            getattr(said, s.key)[s.name] = s.value
        elif s.key not in (PACE, SITE_RULES):
            setattr(said, s.key, s.value)
    return said


def _paces(settings: Iterable[Setting]) -> dict[str, float]:
    return {s.feed_id or "": 60.0 * int(s.value) for s in settings if s.key == PACE}
