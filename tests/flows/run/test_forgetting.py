"""Killed anywhere, forgetting and moving go on where they were; readers meet nothing half done."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.run import archiving, forgetting
from parsers.errors import UsageError
from tests.kills import act_and_kill
from tests.warehouse.filing.test_forgetting import RARE, TEXTS, contents, copied, filed, forget
from warehouse.asking import attached
from warehouse.asking.query import questions
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import reading, writing
from warehouse.filing import checks
from warehouse.filing.retention import Rule

ROOT = Path(__file__).resolve().parents[3]

KILLS = 7
"""Kills tried here of each, spread over all events."""

LOOK = """
import sys, pathlib
from warehouse.database.place import Place
from warehouse.database.store import reading
place, stop, looks = Place.at(sys.argv[1]), pathlib.Path(sys.argv[2]), 0
while not stop.exists() or not looks:
    with reading(place) as warehouse:
        run = warehouse.connection.execute
        torn = run("select count(*) from arrival a where outcome in ('loaded', 'duplicate') and (article_id is null) <> "
            "(raw_document_id in (select raw_document_id from forgotten where lifted_at is null))").fetchall()
        lost = run("select count(*) from fact where article_id not in (select article_id from article)").fetchall()
        found = run("select count(*) from search('harbour') where article_id not in (select article_id from article)").fetchall()
    assert (torn, lost, found) == ([(0,)], [(0,)], [(0,)]), (torn, lost, found)
    looks += 1
print(looks)
"""


@contextmanager
def reader(place: Place, stop: Path) -> Iterator[None]:
    """A process that reads the published file all the time; at the end it must have met nothing half done."""
    child = subprocess.Popen(
        [sys.executable, "-c", LOOK, str(place.published), str(stop)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        yield
    finally:
        stop.touch()
        said, _ = child.communicate(timeout=600)
    assert child.returncode == 0
    assert int(said) > 0


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with all texts, its published file migrated."""
    return filed(tmp_path_factory.mktemp("desk") / "d", TEXTS).published.parent


def spread(events: int) -> list[int]:
    return sorted({round(events * n / (KILLS - 1)) for n in range(KILLS - 1)} | {events - 1} - {events})


@pytest.mark.trial
def test_forgetting_killed_anywhere(tmp_path: Path, desk: Path) -> None:
    """kill -9 at any step, then the same command: tables, files and ledger are those of an undisturbed one."""

    def doing(place: Place) -> Callable[[], object]:
        return lambda: forget(place, "secret.txt")

    whole = copied(desk, tmp_path / "whole")
    events = act_and_kill(doing(whole), None)
    expected = contents(whole)
    for at in spread(events):
        place = copied(desk, tmp_path / str(at))
        with reader(place, tmp_path / f"stop{at}"):
            assert act_and_kill(doing(place), at) == -1
            with suppress(UsageError):  # it was all but done
                forget(place, "secret.txt")
        assert contents(place) == expected, f"killed before event {at} of {events}"
        for path in (place.published, place.live):
            assert RARE.encode() not in path.read_bytes()
        with reading(place) as warehouse:
            assert warehouse.connection.execute("select count(*), count(erased_at) from forgotten").fetchall() == [
                (1, 1)
            ]
            assert [c.rule for c in checks.check(warehouse) if c.violations] == []
        assert not list(place.desk.glob("*.part"))
        shutil.rmtree(tmp_path / str(at))


BEFORE = datetime(2025, 3, 6, tzinfo=UTC)

BOTH = ("article", "passage", "repair", "fact", "fact_party", "entity", "entity_alias", "mention", "raw_document",
        "syndication", "reuse", "story_original", "story")  # fmt: skip


def asked(place: Place) -> dict[str, object]:
    """What questions are answered: tables, views and search."""
    with questions(place) as warehouse:
        run = warehouse.connection.execute
        tables = {t: sorted(run(f'from "{t}"').fetchall(), key=repr) for t in BOTH}
        arrivals = sorted(run("select arrival_id, outcome, article_id, statements from arrival").fetchall())
        hits = {q: run(f"from search('{q}') order by all").fetchall() for q in ("harbour", '"iron bridge"', "kestr*")}
        figures = sorted(run("from quantity").fetchall(), key=repr)
    return {**tables, "arrivals": arrivals, "figures": figures, **hits}


@pytest.mark.trial
def test_a_move_killed_anywhere(tmp_path: Path, desk: Path) -> None:
    """kill -9 at any step, then the same command: with the folder attached everything is there once, as before the move."""
    before = asked(copied(desk, tmp_path / "before"))

    def doing(place: Place) -> Callable[[], object]:
        return lambda: archiving.move(place, place.published.parent / "cold", BEFORE)

    whole = copied(desk, tmp_path / "whole")
    events = act_and_kill(doing(whole), None)
    left = contents(whole)
    assert len(left["article"]) == 2
    for at in spread(events):
        place = copied(desk, tmp_path / str(at))
        with reader(place, tmp_path / f"stop{at}"):
            assert act_and_kill(doing(place), at) == -1
            doing(place)()
        assert contents(place) == left, f"killed before event {at} of {events}"
        attached.attach(place, place.published.parent / "cold")
        got = asked(place)
        assert {n for n in before if got[n] != before[n]} == set(), f"killed before event {at} of {events}"
        with reading(place) as warehouse:
            assert [c.rule for c in checks.check(warehouse) if c.violations] == []
            assert warehouse.connection.execute("from archive where moved_at is null").fetchall() == []
        assert not list((place.published.parent / "cold").glob(".*"))
        shutil.rmtree(tmp_path / str(at))


def test_retention_takes_out_what_is_past_its_time(tmp_path: Path, desk: Path) -> None:
    """The first rule that fits decides; what goes is as if it had never been there, in batches, at most so many at once."""
    place = copied(desk, tmp_path / "d")
    with writing(place) as warehouse:
        run = warehouse.connection.execute
        ids = dict(run("select regexp_extract(source_uri, '([a-z]+)[.]txt', 1), article_id from arrival").fetchall())
    rules = (
        Rule(days=None, articles=(ids["harbour"][:10],)),
        Rule(days=30, age="published"),
    )
    at = datetime(2025, 4, 4, 12, tzinfo=UTC)  # copy (March 4), bridge (5) are past; secret (6) and borrower (9) not
    assert sum(forgetting.retire(place, rules, 1, at).values()) == 1
    gone = forgetting.retire(place, rules, 100, at)
    assert gone == {"retention: articles kept 30 days after publication": 1}
    assert forgetting.retire(place, rules, 100, at) == {}
    forgetting.finish(place)
    publish_now(place)
    never = filed(tmp_path / "never", {n: TEXTS[n] for n in ("harbour.txt", "borrower.txt", "secret.txt")})
    left, expected = contents(place), contents(never)
    assert {t for t in expected if left[t] != expected[t]} == set()
    assert not forgetting.retire(place, (Rule(days=30),), 100, datetime.now(UTC) + timedelta(days=29))


def test_everything_in_small_batches(tmp_path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the batches, nothing is left when all goes."""
    monkeypatch.setattr(forgetting, "BATCH", 2)
    place = copied(desk, tmp_path / "d")
    forgetting.retire(place, (Rule(days=1),), 100, datetime.now(UTC) + timedelta(days=2))
    forgetting.finish(place)
    publish_now(place)
    assert not any(contents(place).values())
