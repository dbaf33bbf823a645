"""Subscriptions, polls, and the entries ever seen: what is remembered of feeds between two polls."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from parsers.errors import UsageError
from parsers.feeds.identity import SeenEntry
from parsers.feeds.parts import Part
from parsers.feeds.schedule import Answer, FeedState
from parsers.feeds.websub import Offer
from warehouse.database.store import Warehouse, text_array
from warehouse.filing import feed_parts

_STATE = tuple(f.name for f in fields(FeedState))
_TIMES = ("next_poll_at", "last_poll_at", "last_success_at", "last_new_at", "full_at", "distrusted_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribed:
    """A subscription as the person sees it. `full_text` is auto, always or never."""

    feed_id: str
    url: str
    title: str = ""
    publisher: str | None = None
    site: str | None = None
    folder: str = ""
    full_text: str = "auto"
    declared: bool = False
    status: str = "active"
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """A pushed document that waits: its file, the feed, the charset that its header named, and the bytes."""

    path: Path
    feed_id: str
    charset: str | None
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A feed seen at another address. `how` is redirect or rediscovered; `taken` when the subscription follows."""

    to_url: str
    how: str
    taken: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A feed to be polled. `parts` are its documents beside its own address, `pushed` what a hub pushed.

    `redirected_to` is where its server redirected permanently at the last poll, if that was the first time.
    """

    state: FeedState
    title: str
    publisher: str | None
    full_text: str
    site: str | None = None
    redirected_to: str | None = None
    parts: tuple[Part, ...] = ()
    pushed: tuple[Push, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A remembered entry: its identity, and the state of its page (none, wanted, fetched, refused)."""

    keys: SeenEntry
    page_state: str = "none"
    page_attempts: int = 0
    page_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """Everything one poll changes: the feed's next state, the row of the poll, the entries met, a host to leave alone.

    `parts` are its documents beside its own address from now on; None when they stay as they are. `offers` is empty when
    the feed was not read, else the hub that it names, or None. `pushed`: nothing was asked, a hub pushed these.
    """

    state: FeedState
    answer: Answer
    asked: str
    conditional: bool
    at: datetime
    title: str = ""
    site: str | None = None
    entries: tuple[Remembered, ...] = ()
    bytes: int = 0
    dropped: int = 0
    pages: int = 0
    elapsed: float = 0.0
    note: str | None = None
    hold: tuple[str, datetime] | None = None
    parts: tuple[Part, ...] | None = None
    move: Move | None = None
    offers: tuple[Offer | None, ...] = ()
    pushed: tuple[Push, ...] = ()


def feed_id_of(url: str) -> str:
    """The id of a feed added under an address."""
    return hashlib.sha256(url.encode()).hexdigest()[:12]


def add(warehouse: Warehouse, wanted: Iterable[Subscribed], at: datetime) -> tuple[Subscribed, ...]:
    """Subscribe to feeds; those whose address is known already are left as they are. Returns the ones added."""
    known = {feed.url for feed in listed(warehouse)} | {feed.feed_id for feed in listed(warehouse)}
    fresh: dict[str, Subscribed] = {}
    for feed in wanted:
        if feed.url not in known and feed.feed_id not in known:
            fresh.setdefault(feed.url, feed)
    columns = (
        "feed_id", "url", "title", "publisher", "site", "folder", "full_text", "declared", "status", "reason",
        "interval_seconds", "failures", "added_at",
    )  # fmt: skip
    first = FeedState(feed_id="", url="").interval
    warehouse.append(
        "feed",
        columns,
        [
            (
                f.feed_id,
                f.url,
                f.title,
                f.publisher,
                f.site,
                f.folder,
                f.full_text,
                f.declared,
                f.status,
                f.reason,
                first,
                0.0,
                at,
            )
            for f in fresh.values()
        ],
    )
    return tuple(fresh.values())


def listed(warehouse: Warehouse) -> tuple[Subscribed, ...]:
    """All subscriptions, by folder and title."""
    return tuple(
        Subscribed(
            feed_id=i, url=url, title=title, publisher=publisher, site=site, folder=folder, full_text=full, declared=declared,
            status=status, reason=reason,
        )
        for i, url, title, publisher, site, folder, full, declared, status, reason in warehouse.rows("list_feeds")
    )  # fmt: skip


def find(warehouse: Warehouse, name: str) -> Subscribed:
    """The feed with this id, address or title. Raises UsageError when no feed or several match."""
    every = listed(warehouse)
    for match in (
        [f for f in every if name in (f.feed_id, f.url)],
        [f for f in every if f.title.casefold() == name.casefold()],
        [f for f in every if len(name) >= 4 and (f.feed_id.startswith(name) or name.casefold() in f.url.casefold())],
    ):
        if len(match) == 1:
            return match[0]
        if match:
            raise UsageError(f"{name} names {len(match)} feeds; give the id: {', '.join(f.feed_id for f in match[:5])}")
    raise UsageError(f"there is no feed {name}; `newsdesk feeds list` lists all feeds")


def remove(warehouse: Warehouse, feed_id: str) -> None:
    """Unsubscribe. Its articles stay, and so do the keys of its entries, for the day it is added again."""
    warehouse.connection.execute("delete from feed where feed_id = ?", [feed_id]).fetchall()


def set_status(warehouse: Warehouse, feed_id: str, status: str, reason: str | None) -> None:
    """Pause or resume a feed; a resumed one is due at once and starts without failures."""
    warehouse.connection.execute(
        "update feed set status = ?, reason = ?, failures = 0, next_poll_at = null where feed_id = ?",
        [status, reason, feed_id],
    ).fetchall()


def set_full_text(warehouse: Warehouse, feed_id: str, full_text: str) -> None:
    """Have the pages of a feed's entries fetched always, never, or where the feed carries summaries (auto)."""
    warehouse.connection.execute("update feed set full_text = ? where feed_id = ?", [full_text, feed_id]).fetchall()


def declare(warehouse: Warehouse, wanted: Sequence[Subscribed], at: datetime) -> tuple[Subscribed, ...]:
    """Make the declared feeds those of a feeds file: new ones added, changed ones updated, missing ones paused."""
    added = add(warehouse, wanted, at)
    now_declared = {feed.feed_id: feed for feed in wanted}
    for feed in listed(warehouse):
        said = now_declared.get(feed.feed_id)
        if said is None and feed.declared and feed.status == "active":
            set_status(warehouse, feed.feed_id, "paused", "undeclared: it was removed from the feeds file")
        elif said and replace(said, status=feed.status, reason=feed.reason, url=feed.url) != feed:
            _describe(warehouse, said)
        if said and feed.status == "paused" and (feed.reason or "").startswith("undeclared"):
            set_status(warehouse, feed.feed_id, "active", None)
    return added


def _describe(warehouse: Warehouse, feed: Subscribed) -> None:
    warehouse.connection.execute(
        "update feed set title = coalesce(nullif(?, ''), title), publisher = ?, site = coalesce(?, site), folder = ?, full_text = ?, "
        "declared = true where feed_id = ?",
        [feed.title, feed.publisher, feed.site, feed.folder, feed.full_text, feed.feed_id],
    ).fetchall()


# ------------------------------------------------------------------------------------------------------------ polling


def due(
    warehouse: Warehouse, now: datetime, *, most: int, everything: bool = False, only: str | None = None
) -> tuple[Due, ...]:
    """The feeds to poll now, the longest due first. `everything` ignores their times, `only` names one feed."""
    rows = warehouse.rows("due_feeds", {"now": now, "most": most, "everything": everything, "only": only})
    return tuple(_due(row) for row in rows)


def named(warehouse: Warehouse, feed_ids: Sequence[str]) -> tuple[Due, ...]:
    """The active feeds among these, whether or not they are due."""
    every = due(warehouse, datetime.max.replace(tzinfo=UTC), most=1_000_000, everything=True) if feed_ids else ()
    return tuple(d for d in every if d.state.feed_id in set(feed_ids))


def _due(row: tuple[Any, ...]) -> Due:
    (
        feed_id, url, title, publisher, full_text, status, reason, etag, last_modified, body_hash, interval, failures, *rest,
    ) = row  # fmt: skip
    return Due(
        title=title,
        publisher=publisher,
        full_text=full_text,
        site=rest[-2],
        redirected_to=rest[-1],
        state=FeedState(
            feed_id=feed_id, url=url, status=status, reason=reason, etag=etag, last_modified=last_modified, body_hash=body_hash,
            interval=interval, failures=failures, usual_gap=rest[-3], **dict(zip(_TIMES, rest, strict=False)),
        ),
    )  # fmt: skip


def held(warehouse: Warehouse, now: datetime) -> dict[str, datetime]:
    """Hosts to be left alone, and until when."""
    return dict(warehouse.rows("held_hosts", {"now": now}))


def seen(warehouse: Warehouse, feed_ids: Sequence[str]) -> dict[str, tuple[Remembered, ...]]:
    """The entries remembered of some feeds."""
    found: dict[str, list[Remembered]] = {feed_id: [] for feed_id in feed_ids}
    if not feed_ids:
        return {}
    with warehouse.incoming({"feed_id": text_array(list(feed_ids))}):
        for feed_id, key, guid, url, title, content, state, attempts in warehouse.rows("seen_entries"):
            keys = SeenEntry(entry_key=key, guid_key=guid, url_key=url, title_key=title, content_hash=content)
            found[feed_id].append(Remembered(keys=keys, page_state=state, page_attempts=attempts))
    return {feed_id: tuple(entries) for feed_id, entries in found.items()}


def record(warehouse: Warehouse, polls: Sequence[Polled], run_id: str | None) -> None:
    """Remember polls: states, rows, entries and hosts, in one transaction. Call it when their documents are stored."""
    if not polls:
        return
    with warehouse.transaction():
        asked = [p for p in polls if not p.pushed]
        if asked:
            with warehouse.incoming(_states(asked)):
                warehouse.run("remember_feeds")
        _pushed(warehouse, [p for p in polls if p.pushed and p.answer.newest_at])
        moves = [p for p in polls if p.move]
        if any(p.move and p.move.taken for p in moves):
            warehouse.run("pause_moved_feeds")
        _note_moves(warehouse, moves)
        _log(warehouse, polls, run_id)
        feed_parts.remember(warehouse, {p.state.feed_id: p.parts for p in polls if p.parts is not None})
        entries = _entries(polls)
        if len(entries["feed_id"]):
            with warehouse.incoming(entries):
                warehouse.run("update_entries")
                warehouse.run("add_entries")
        holds = {p.hold[0]: (p.hold[0], p.hold[1], p.answer.reason) for p in polls if p.hold}
        warehouse.connection.execute("delete from feed_host where held_until < ?", [polls[0].at]).fetchall()
        warehouse.append("feed_host", ("host", "held_until", "reason"), list(holds.values()))


def _pushed(warehouse: Warehouse, polls: Sequence[Polled]) -> None:
    """Of a push, the feed remembers only its newest entry: its pace and validators are those of polls."""
    for poll in polls:
        warehouse.connection.execute(
            "update feed set last_new_at = greatest(last_new_at, ?) where feed_id = ?",
            [poll.answer.newest_at, poll.state.feed_id],
        ).fetchall()


def _note_moves(warehouse: Warehouse, polls: Sequence[Polled]) -> None:
    """A row for each move; a suggestion that stands already is not noted again, a redirect has one row."""
    for poll in polls:
        if poll.move and poll.move.how == "redirect":
            warehouse.connection.execute(
                "delete from feed_move where feed_id = ? and how = 'redirect' and taken_at is null",
                [poll.state.feed_id],
            ).fetchall()
    suggested = set(
        warehouse.connection.execute("select feed_id, to_url from feed_move where taken_at is null").fetchall()
    )
    rows = [
        (p.state.feed_id, p.at, p.asked, m.to_url, m.how, p.at if m.taken else None, m.reason)
        for p in polls if (m := p.move) and (m.taken or (p.state.feed_id, m.to_url) not in suggested)
    ]  # fmt: skip
    warehouse.append("feed_move", ("feed_id", "noticed_at", "from_url", "to_url", "how", "taken_at", "reason"), rows)


def _states(polls: Sequence[Polled]) -> dict[str, npt.NDArray[Any]]:
    arrays: dict[str, npt.NDArray[Any]] = {}
    for name in _STATE:
        values = [getattr(p.state, name) for p in polls]
        if name in _TIMES:
            arrays[name] = text_array([v.isoformat() if v else None for v in values])
        elif name in ("interval", "failures"):
            arrays[name] = np.array(values, dtype=np.float64)
        elif name == "usual_gap":
            arrays[name] = text_array([None if v is None else repr(v) for v in values])
        else:
            arrays[name] = text_array(values)
    arrays["title"] = text_array([p.title for p in polls])
    arrays["site"] = text_array([p.site for p in polls])
    return arrays


def _log(warehouse: Warehouse, polls: Sequence[Polled], run_id: str | None) -> None:
    columns = (
        "feed_id", "run_id", "polled_at", "url", "kind", "reason", "http_status", "conditional", "bytes", "entries", "new", "edited",
        "dropped", "pages", "elapsed", "note", "pushed",
    )  # fmt: skip
    warehouse.append(
        "feed_poll",
        columns,
        [
            (p.state.feed_id, run_id, p.at, p.asked, p.answer.kind, p.answer.reason, p.answer.http_status, p.conditional, p.bytes,
             p.answer.entries, p.answer.new, p.answer.edited, p.dropped, p.pages, p.elapsed, p.note, bool(p.pushed))
            for p in polls
        ],
    )  # fmt: skip


def _entries(polls: Sequence[Polled]) -> dict[str, npt.NDArray[Any]]:
    met = [(p, e) for p in polls for e in p.entries]
    return {
        "feed_id": text_array([p.state.feed_id for p, _ in met]),
        "seen_at": text_array([p.at.isoformat() for p, _ in met]),
        **{name: text_array([getattr(e.keys, name) for _, e in met]) for name in (f.name for f in fields(SeenEntry))},
        "page_state": text_array([e.page_state for _, e in met]),
        "page_attempts": np.array([e.page_attempts for _, e in met], dtype=np.int32),
        "page_reason": text_array([e.page_reason for _, e in met]),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """A row of the view `feed_health`."""

    feed_id: str
    title: str
    url: str
    standing: str
    next_poll_at: datetime | None
    last_success_at: datetime | None
    new_7d: int
    remark: str | None


def health(warehouse: Warehouse) -> tuple[Health, ...]:
    """How every feed is: troubles first."""
    names = tuple(f.name for f in fields(Health))
    return tuple(Health(**dict(zip(names, row, strict=True))) for row in warehouse.rows("feed_states"))
