"""An edited entry of a feed is a revision of the article it was, however much of it was rewritten."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flows.clock import now
from flows.run.desk import Run, new_run_id, unwatched
from flows.run.summary import Summary
from parsers.known import Desk
from parsers.model import RawDocument, Statement
from tests.filing import file_texts
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing.ledger import Arriving

FIRST = "The council of Osk voted on Tuesday to repair the iron bridge for $3.4 million, and work begins in May.\n"
REWRITTEN = "Engineers found rust in every pillar. A new crossing will be built beside the old one, the mayor told residents of both banks.\n"


def file_entry(place: Place, text: str, key: str) -> Summary:
    """File a text as a feed's entry under a key."""
    payload = text.encode()
    raw = RawDocument(
        raw_document_id=hashlib.sha256(payload).hexdigest(),
        payload=payload,
        source_uri="https://osk.example/bridge",
        source_kind="feed_entry",
        statements=(
            Statement(field="entry_key", value=key, source="feed"),
            Statement(field="publisher", value="The Osk Echo", source="feed"),
        ),
    )
    run_id = new_run_id()
    arriving = Arriving(
        arrival_id=f"{run_id}-1",
        arrived_at=now(),
        source_uri=raw.source_uri,
        source_kind="feed_entry",
        raw=raw,
        entry_key=key,
    )
    run = Run(place, Desk(), kind="poll", run_id=run_id)
    return run.go([arriving], run.steps(), unwatched)


def test_an_edited_entry_is_a_revision(tmp_path: Path) -> None:
    """The same key with another text is filed as a revision in the same story, by the rule that says so."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_entry(place, FIRST, "osk-1")
    summary = file_entry(place, REWRITTEN, "osk-1")
    assert summary.outcomes == {"revision": 1} or summary.outcomes == {"loaded": 1}
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select relation, rule from syndication").fetchall() == [
            ("revision", "entry_key")
        ]
        assert warehouse.connection.execute("select count(distinct story_id) from article").fetchall() == [(1,)]


def test_another_entry_is_another_story(tmp_path: Path) -> None:
    """Different keys are not tied."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_entry(place, FIRST, "osk-1")
    file_entry(place, REWRITTEN, "osk-2")
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select count(distinct story_id) from article").fetchall() == [(2,)]


def test_an_entry_and_a_dropped_file_of_one_text_are_one_article(tmp_path: Path) -> None:
    """The same text by another way is unchanged, not a copy."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_entry(place, FIRST, "osk-1")
    summary = file_texts(place, {"bridge.txt": FIRST + "\n\n"})
    assert summary.outcomes == {"unchanged": 1}
