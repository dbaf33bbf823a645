"""A run of the desk: nothing twice, nothing lost, whatever the order and whatever kills it."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest

from flows.inbox.files import Numbers, arrivals
from flows.run import desk
from flows.run.desk import Run, new_run_id, unwatched
from parsers.fields import known_outlets
from parsers.formats.page import LARGE
from parsers.known import Desk
from parsers.model import Outcome
from tests.filing import file_paths, file_texts
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing.ledger import Settled

ROOT = Path(__file__).resolve().parents[3]

HARBOUR = "LARKHAVEN, March 3 (Osk News Agency) -- The harbour of Larkhaven handled 4.2 million tonnes in 2024, the port office said.\n\nA new quay opens in May.\n"
BRIDGE = "The council of Osk voted on Tuesday to repair the iron bridge for $3.4 million. “It cannot wait,” said the mayor, Ilse Brandt.\n"


def contents(place: Place) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the published warehouse that must not depend on when and in how many runs it was filed."""
    queries = {
        "raw_document": "select raw_document_id, byte_length, media_type, charset from raw_document",
        "arrival": "select raw_document_id, source_uri, source_kind, outcome, reason, article_id from arrival",
        "article": "select * exclude (recorded_at) from article",
        "passage": "select * from passage",
        "repair": "select * from repair",
        "fact": "select * from fact",
        "fact_party": "select * from fact_party",
        "entity": "select * from entity",
        "entity_alias": "select * from entity_alias",
        "mention": "select * from mention",
        "syndication": "select * from syndication",
        "reuse": "select * from reuse",
        "alteration": "select * from alteration",
    }
    with reading(place) as warehouse:
        return {name: sorted(warehouse.connection.execute(q).fetchall(), key=repr) for name, q in queries.items()}


def archive(path: Path, articles: int) -> None:
    """An archive of generated articles, some of them copies."""
    chance = random.Random(7)
    syllables = "ba ko ri ten sul mar vel ost ing dra pel on ta hem".split()
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(600)]
    bodies: list[str] = []
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for n in range(articles):
            if n % 5 == 4:
                body = chance.choice(bodies)
            else:
                body = " ".join(
                    f"The {' '.join(chance.choices(words, k=8))} cost ${chance.randint(2, 900)} million in {chance.randint(1990, 2024)}."
                    for _ in range(9)
                )
                bodies.append(body)
            out.write(
                json.dumps(
                    {
                        "@type": "NewsArticle",
                        "headline": f"Story {n}",
                        "articleBody": body,
                        "publisher": {"name": f"Paper {n % 7}"},
                    }
                )
                + "\n"
            )


def test_the_same_bytes_are_filed_once(tmp_path: Path) -> None:
    """A document that arrives again is unchanged, under its own or another name; articles and facts stay as they are."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {"harbour.txt": HARBOUR})
    first = contents(place)
    again = file_texts(place, {"harbour.txt": HARBOUR, "renamed.txt": HARBOUR})
    assert again.outcomes == {Outcome.UNCHANGED: 2}
    second = contents(place)
    assert {k: v for k, v in second.items() if k != "arrival"} == {k: v for k, v in first.items() if k != "arrival"}
    assert len(second["arrival"]) == 3


def test_the_same_bytes_twice_in_one_batch(tmp_path: Path) -> None:
    """Two files of the same content in one run give one article and two arrivals."""
    place = Place.at(tmp_path / "desk.duckdb")
    summary = file_texts(place, {"a.txt": HARBOUR, "b.txt": HARBOUR})
    assert summary.outcomes == {Outcome.LOADED: 1, Outcome.UNCHANGED: 1}


def test_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    """Whatever the order and the runs, the articles, facts, repairs and stories are the same."""
    archive(tmp_path / "inbox.jsonl.gz", 60)
    lines = gzip.decompress((tmp_path / "inbox.jsonl.gz").read_bytes()).splitlines()
    results = []
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        random.Random(seed).shuffle(lines)
        place = Place.at(folder / "desk.duckdb")
        for part in (lines[:25], lines[25:]):
            (folder / "part.jsonl").write_bytes(b"\n".join(part))
            file_paths(place, [str(folder / "part.jsonl")])
        results.append({k: v for k, v in contents(place).items() if k != "arrival"})
    assert results[0] == results[1]


def test_killed_and_run_again_is_as_if_undisturbed(tmp_path: Path) -> None:
    """kill -9 at any moment, then the same command: the warehouse equals that of one undisturbed run."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    archive(inbox / "archive.jsonl.gz", 700)
    (inbox / "harbour.txt").write_text(HARBOUR)
    (inbox / "empty.txt").write_text("")
    undisturbed = Place.at(tmp_path / "undisturbed.duckdb")
    file_paths(undisturbed, [str(inbox)])
    disturbed = Place.at(tmp_path / "disturbed.duckdb")
    chance = random.Random(3)
    for _ in range(4):
        _run_and_kill(disturbed, inbox, after=chance.uniform(0.8, 3.5))
    file_paths(disturbed, [str(inbox)])
    expected, got = contents(undisturbed), contents(disturbed)
    for table in expected:
        assert got[table] == expected[table], table
    with reading(disturbed) as warehouse:
        assert warehouse.connection.execute("select bool_and(adds_up) from ledger").fetchall() == [(True,)]


def _run_and_kill(place: Place, inbox: Path, after: float) -> None:
    code = f"import sys; from tests.filing import file_paths; from warehouse.database.place import Place; file_paths(Place.at({str(place.published)!r}), [{str(inbox)!r}])"
    child = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(after)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def test_copies_of_a_file_that_a_dead_run_had_stored_are_one_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run finds both among the unfinished documents at once; the second is the same bytes again."""
    monkeypatch.setattr(desk, "FIRST_BATCH", 0)  # the copies arrive in two batches, so neither is known yet
    place, inbox = Place.at(tmp_path / "desk.duckdb"), tmp_path / "inbox"
    inbox.mkdir()
    for name in ("first.txt", "second.txt"):
        (inbox / name).write_text(HARBOUR, "utf-8")
    run_id = new_run_id()
    run = Run(place, Desk(outlets=known_outlets()), kind="ingest", run_id=run_id)

    def killed(number: int) -> tuple[Settled, ...]:
        raise KeyboardInterrupt(number)

    with pytest.raises(KeyboardInterrupt):
        run.go(arrivals([str(inbox)], Numbers(run_id)), replace(run.steps(), record=killed), unwatched)
    file_paths(place, [])
    with reading(place) as warehouse:
        rows = warehouse.connection.execute("select article_id from article").fetchall()
        ended = warehouse.connection.execute("select outcome from arrival order by source_uri").fetchall()
    assert len(rows) == 1
    assert ended == [("loaded",), ("unchanged",)]


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "zeros.txt": (b"\0" * 50_000_000, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "binary"),
    "noise.bin": (random.Random(1).randbytes(50_000), "binary"),
    "often.txt.gz": (reduce(lambda packed, _: gzip.compress(packed), range(5), HARBOUR.encode()), "nested_compression"),
    "cut.txt.gz": (gzip.compress(HARBOUR.encode() * 99)[:60], "broken_compression"),
    "cut.json": (b'{"headline": "x", ', "malformed"),
    "deep.json": (b"[" * 100_000, "malformed"),
    "no_body.json": (b'{"@type": "NewsArticle", "headline": "Nothing below"}', "no_text"),
    "endless.txt": (b"The port opened on Monday, and it rained. " * 500_000, "too_large"),
}


def test_any_bytes_end_in_a_named_outcome(tmp_path: Path) -> None:
    """Whatever the bytes, they are kept, rejected by name with something to do, and the good ones beside them are filed."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name, (payload, _) in HOSTILE.items():
        (inbox / name).write_bytes(payload)
    (inbox / "fine.txt").write_text(HARBOUR)
    (inbox / "fine_too.txt.gz").write_bytes(gzip.compress(BRIDGE.encode()))
    (inbox / "line.txt").write_bytes(b"The port opened on Monday and 5 million people came. " * 9_000)
    (inbox / "deep.html").write_bytes(b"<div>" * 50_000 + b"<p>The bridge is open again, the council said.</p>")
    place = Place.at(tmp_path / "desk.duckdb")
    summary = file_paths(place, [str(inbox), str(tmp_path / "gone.txt")])
    assert not summary.good
    reasons = {Path(line.document).name: (line.reason or "").split(":")[0] for line in summary.lines}
    for name, (_, reason) in HOSTILE.items():
        assert reasons[name] == reason, name
    assert reasons["gone.txt"] == "vanished"
    with reading(place) as warehouse:
        kept = dict(warehouse.connection.execute("select source_uri, byte_length from quarantine").fetchall())
        assert all(kept[str(inbox / name)] == len(payload) for name, (payload, _) in HOSTILE.items())
        filed = warehouse.connection.execute("select source_uri from arrival where outcome = 'loaded'").fetchall()
        assert {Path(uri).name for (uri,) in filed} == {"fine.txt", "fine_too.txt.gz", "line.txt", "deep.html"}
        assert warehouse.connection.execute("select received, adds_up from ledger").fetchall() == [
            (len(HOSTILE) + 5, True)
        ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    """A file that may not be read is rejected by name, and what lies beside it is filed."""
    place = Place.at(tmp_path / "desk.duckdb")
    (tmp_path / "secret.txt").write_text(BRIDGE)
    (tmp_path / "secret.txt").chmod(0)
    (tmp_path / "open.txt").write_text(HARBOUR)
    summary = file_paths(place, [str(tmp_path / "secret.txt"), str(tmp_path / "open.txt")])
    assert summary.outcomes == {Outcome.REJECTED: 1, Outcome.LOADED: 1}


ENCODED = {
    "windows-1251": ("Порт Ларкхейвена открылся в понедельник, сообщили в управлении. Работы шли два года.", "cp1251"),
    "windows-1252": ("Le port a été rouvert lundi, selon le préfet : « C’était prévu depuis un an. »", "cp1252"),
    "windows-1254": ("Liman pazartesi günü açıldı, yetkililer söyledi. İş dünyası şaşkın değil.", "cp1254"),
    "utf-16": ("The port opened on Monday — officials said so.", "utf-16"),
    "utf-8-sig": ("The port opened on Monday — officials said so.", "utf-8-sig"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_text_in_any_of_its_encodings(tmp_path: Path, name: str) -> None:
    """Undeclared encodings are recognised, and the text comes out as it was written."""
    text, charset = ENCODED[name]
    place = Place.at(tmp_path / "desk.duckdb")
    (tmp_path / "copy.txt").write_bytes(text.encode(charset))
    file_paths(place, [str(tmp_path / "copy.txt")])
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select article_body from article").fetchall() == [(text,)]


def test_mojibake_is_mended_and_recorded(tmp_path: Path) -> None:
    """Text that was decoded wrongly before it came is mended where that is certain, and each mend is a repair row."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(
        place,
        {
            "copy.txt": "The mayor said it is a “good day” for the café.\n".encode()
            .decode("cp1252", "replace")
            .replace("\ufffd", "\x9d")
        },
    )
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select article_body from article").fetchall() == [
            ("The mayor said it is a “good day” for the café.",)
        ]
        kinds = warehouse.connection.execute(
            "select distinct kind from repair where before <> after and kind = 'charset'"
        ).fetchall()
        assert kinds == [("charset",)]


def test_a_published_copy_can_be_taken_elsewhere(tmp_path: Path) -> None:
    """The published file alone is enough to go on with in another place."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {"harbour.txt": HARBOUR})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(place.published, elsewhere / "desk.duckdb")
    summary = file_texts(Place.at(elsewhere / "desk.duckdb"), {"harbour.txt": HARBOUR, "bridge.txt": BRIDGE})
    assert summary.outcomes == {Outcome.UNCHANGED: 1, Outcome.LOADED: 1}


def test_what_is_noted_of_a_document_is_in_the_ledger(tmp_path: Path) -> None:
    """A document that was read otherwise than usual says so in its arrival and in the run's notes, and is filed."""
    place = Place.at(tmp_path / "desk.duckdb")
    paragraphs = "".join(f"<p>The harbour of Larkhaven handled {n} tonnes.</p>" for n in range(3_100))
    page = f"<html><body><nav><a href=/>Home</a></nav><h1>Tonnes</h1>{paragraphs}</body></html>"
    summary = file_texts(place, {"tonnes.html": page, "harbour.txt": HARBOUR})
    with reading(place) as warehouse:
        noted = warehouse.connection.execute("select outcome, note from arrival order by source_uri").fetchall()
    assert noted == [("loaded", None), ("loaded", LARGE)]
    assert summary.notes == [f"{tmp_path / 'inbox' / 'tonnes.html'}: {LARGE}"]


def test_ids_of_runs_within_a_second_sort_by_time() -> None:
    """The newest arrival of a source is known by its id, also when two runs took less than a second."""
    ids = []
    for _ in range(40):
        ids.append(new_run_id())
        time.sleep(0.001)
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
