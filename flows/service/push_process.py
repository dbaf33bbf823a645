"""The receiver of pushes as a part of the desk: `python -m flows.service.push_process JSON`, ended by TERM or with its parent.

answer    hubs that ask and push, over HTTP               flows.service.push_receiver
attend    subscriptions: requested, renewed, undone        parsers.feeds.websub decides
file      what was pushed, with the flow `poll`            a thread beside

Subscriptions follow what polls found out: the hubs in the published database.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flows import child_processes
from flows.clock import now
from flows.service.host_guard import HostGuard, names
from flows.service.push_receiver import PushReceiver
from flows.service.supervisor import die_with_parent
from flows.web.addresses import Allowed, Own
from flows.web.asker import Polling
from flows.web.feed_settings import settings_of
from flows.web.fetch import Reader
from flows.web.push_box import PushBox
from parsers.errors import FetchError
from parsers.feeds.websub import Offer, Subscription, asked, form, is_due, parted, refusal, refused
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import feed_hubs

ROUND_SECONDS = 5.0
"""How often the subscriptions are looked through."""

FILE_SECONDS = 30.0
"""How long a push waits at most when filing it failed."""

ENDING_ATTEMPTS = 3
"""Requests to a hub to undo a subscription; then it is forgotten, and pushes are answered 404."""

TOKEN_BYTES = 32
SECRET_BYTES = 32

log = logging.getLogger("newsdesk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """What subscribes: the database's place, the public address of the callbacks, and networks open to single feeds."""

    place: Place
    public: str
    polling: Polling

    @property
    def box(self) -> PushBox:
        """Where the subscriptions are."""
        return PushBox(self.place)

    def callback(self, subscription: Subscription) -> str:
        """The address that a hub is given."""
        return f"{self.public.rstrip('/')}/websub/{subscription.token}"

    def own(self, subscription: Subscription) -> Own | None:
        """The private networks open to the hub: those of its feed, and only at the feed's own host."""
        own = self.polling.own_of(subscription.feed_id, subscription.feed_url)
        return own if own and own.covers(subscription.hub) else None

    def follow(self, wanted: Mapping[str, tuple[Offer, str]]) -> None:
        """Begin what feeds name now, and undo what they no longer name."""
        over, fresh = parted(self.box.subscriptions(), {feed_id: offer for feed_id, (offer, _) in wanted.items()})
        for subscription in over:
            self._end(subscription)
        for feed_id, offer in fresh.items():
            self.box.save(self._begun(feed_id, wanted[feed_id][1], offer))

    def _begun(self, feed_id: str, url: str, offer: Offer) -> Subscription:
        made = Subscription(
            feed_id=feed_id, feed_url=url, hub=offer.hub, topic=offer.topic, token=secrets.token_urlsafe(TOKEN_BYTES),
            secret=secrets.token_hex(SECRET_BYTES),
        )  # fmt: skip
        why = refusal(offer.hub, private=self.own(made) is not None)
        return replace(made, state="offered", reason=why) if why else made

    def _end(self, subscription: Subscription) -> None:
        if subscription.state == "offered":
            self.box.remove(subscription.token)
        else:
            self.box.save(replace(subscription, state="ending", next_try_at=None, failures=0))

    async def attend(self, reader: Reader) -> None:
        """Ask the hubs that are to be asked now."""
        due = [s for s in self.box.subscriptions() if is_due(s, now())]
        await asyncio.gather(*(self._ask(s, reader) for s in due))

    async def _ask(self, subscription: Subscription, reader: Reader) -> None:
        """One request. The hub may verify before it answers, so that what it changed meanwhile stays."""
        before = self.box.find(subscription.token)
        if before is None or (before.state == "ending" and before.failures >= ENDING_ATTEMPTS):
            return self.box.remove(subscription.token)
        self.box.save(asked(before, now()))
        trouble = await self._trouble(before, reader)
        current = self.box.find(subscription.token)
        if trouble and current and current.verified_at == before.verified_at:
            log.warning("the hub of feed %s: %s", subscription.feed_id, trouble)
            self.box.save(refused(current, trouble, now()))
        return None

    async def _trouble(self, subscription: Subscription, reader: Reader) -> str | None:
        """Why the hub did not accept the request; None when it did."""
        said = form(subscription, self.callback(subscription))
        try:
            status = await reader.post(subscription.hub, said, own=self.own(subscription))
        except FetchError as error:
            return error.reason
        return None if 200 <= status < 300 else f"refused: the hub answers with status {status}"


class Offers:
    """The hubs of active feeds in the published database, read again when it was replaced."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._stamp: tuple[int, int] | None = None

    def changed(self) -> dict[str, tuple[Offer, str]] | None:
        """What feeds name now; None when that is as it was, or there is no database yet."""
        try:
            about = self._place.published.stat()
        except FileNotFoundError:
            return None
        if (about.st_ino, about.st_mtime_ns) == self._stamp:
            return None
        self._stamp = about.st_ino, about.st_mtime_ns
        with reading(self._place) as warehouse:
            return feed_hubs.wanted(warehouse)


async def keep(subscriber: Subscriber, agent: str | None = None) -> None:
    """Look through the subscriptions for ever; what fails is tried again in the next round."""
    offers = Offers(subscriber.place)
    async with Reader(agent=agent, asking=subscriber.polling.asking) as reader:
        while True:
            try:
                if (wanted := offers.changed()) is not None:
                    subscriber.follow(wanted)
                await subscriber.attend(reader)
            except Exception:
                log.exception("subscriptions at hubs could not be looked through; trying again")
            await asyncio.sleep(ROUND_SECONDS)


class Filing:
    """A thread that files pushes, one run at a time; a run takes all that wait."""

    def __init__(self, box: PushBox, run: Callable[[], object]) -> None:
        self._box, self._run = box, run
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._go, name="filing", daemon=True)

    def start(self) -> None:
        """Begin, with what a desk before has left."""
        self._thread.start()

    def wake(self) -> None:
        """File soon."""
        self._wake.set()

    def _go(self) -> None:
        import flows.poll  # noqa: F401 - takes seconds: now, and not when the first push waits

        while True:
            try:
                while self._box.any_waiting():
                    self._wake.clear()
                    self._run()
            except Exception:
                log.exception("pushes could not be filed; trying again")
            self._wake.wait(FILE_SECONDS)
            self._wake.clear()


def main(arguments: list[str]) -> None:
    """Serve until stopped."""
    given = json.loads(arguments[0])
    die_with_parent()
    child_processes.leave_folder()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s pushes: %(message)s", datefmt="%H:%M:%S")
    asyncio.run(_serve(given))


async def _serve(given: Mapping[str, Any]) -> None:
    import uvicorn

    place = Place.at(given["database"])
    box = PushBox(place)
    box.make()
    filing = Filing(box, lambda: _file(given))
    filing.start()
    allowed = names(given["host"], [urlsplit(given["public"]).hostname or ""])
    server = uvicorn.Server(
        uvicorn.Config(
            HostGuard(PushReceiver(box, filing.wake), allowed), host=given["host"], port=given["port"], log_level="warning",
            access_log=False, limit_concurrency=100, timeout_keep_alive=5, timeout_graceful_shutdown=5, server_header=False,
        )
    )  # fmt: skip
    keeping = asyncio.create_task(keep(Subscriber(place=place, public=given["public"], polling=_polling(given))))
    await server.serve()
    keeping.cancel()


def _polling(given: Mapping[str, Any]) -> Polling:
    """What is open to hubs of feeds, and how hubs are asked, as it is at the start."""
    from flows.poll import secret_block

    place, file = Place.at(given["database"]), given["feeds_file"]
    said = file if file and Path(file).is_file() else None
    with reading(place) if place.published.exists() else nullcontext() as warehouse:
        wanted = settings_of(warehouse, said, secret_block)
    return Polling(allowed=Allowed.of(given["allow"]), of_feeds=wanted.networks, asking=wanted.asking)


def _file(given: Mapping[str, Any]) -> None:
    """One run of the flow `poll` in this process."""
    from flows.poll import poll

    poll(database=given["database"], feeds_file=given["feeds_file"], allow=list(given["allow"]), pushed=True)


if __name__ == "__main__":
    main(sys.argv[1:])
