"""A served desk with a watch: a dropped file leads to a mail, a post and a feed entry, once, whatever happens on the way."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.delivery import feed_files
from parsers.watches import Watch
from tests.servers.receivers import Hook, Mailbox
from tests.servers.served_desk import ServedDesk
from tests.servers.watched_desk import PATIENCE, TEST_SECONDS, drop, until
from tests.warehouse.watching.test_evaluate import FERRY, LATER
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.watching import watches

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(TEST_SECONDS)]


def entries(desk: ServedDesk) -> int:
    """Entries in the Atom feed of the watch."""
    path = feed_files.folder(Place.at(desk.database)) / "boats.atom"
    return path.read_text("utf-8").count("<entry>") if path.exists() else 0


def test_a_dropped_file_is_told_once_even_if_hook_and_desk_were_down(tmp_path: Path) -> None:
    """Mail, post and feed come once each; a post that was not taken before a kill -9 comes after the desk is back."""
    mailbox, hook = Mailbox(), Hook()
    desk = ServedDesk(tmp_path)
    desk.environment |= mailbox.settings
    asked = Watch(
        name="boats",
        kind="search",
        question="ferry",
        targets=(hook.url, "mailto:news@press.example"),
        networks=("127.0.0.0/8",),
    )
    with writing(Place.at(desk.database)) as warehouse, warehouse.transaction():
        watches.add(warehouse, [asked], datetime.now(UTC))
    with desk:
        drop(desk.inbox, "ferry.txt", FERRY)
        until(lambda: mailbox.mails and hook.posts and entries(desk) == 1, PATIENCE, "mail, post and feed entry")
        hook.stop()
        drop(desk.inbox, "later.txt", LATER)
        until(lambda: len(mailbox.mails) == 2 and entries(desk) == 2, PATIENCE, "the second mail and entry")
        time.sleep(5)  # what came of the mail is kept: killed before that, it would come again under its id
        desk.kill()
        back = Hook(port=hook.port)
        desk.start()
        until(lambda: back.posts, PATIENCE, "the second post")
        time.sleep(3)
    assert [len(post["alerts"]) for post in (*hook.posts, *back.posts)] == [1, 1]
    told = [a["headline"] for post in (*hook.posts, *back.posts) for a in post["alerts"]]
    assert told == ["Ferry fares rise in Quillport", "Second ferry ordered"]
    assert len({mail["Message-ID"] for mail in mailbox.mails}) == len(mailbox.mails) == 2
    assert entries(desk) == 2
    back.stop()
    mailbox.stop()
