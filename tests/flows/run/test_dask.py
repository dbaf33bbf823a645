"""The pure middle on a Dask cluster: the same results as on this machine, whatever becomes of the workers."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import Client

from flows.run import dask as dask_pool
from flows.run import desk
from flows.run.dask import SETTING, Cluster
from flows.run.sandbox import Crashed
from parsers.errors import UsageError, WarehouseError
from tests.filing import file_paths
from tests.flows.run.test_desk import ROOT, archive, contents
from tests.servers.dask_cluster import DaskCluster, dask_cluster
from warehouse.database.place import Place

ARTICLES = 500
BATCH = 150
"""A few batches, so that both workers have something to do."""


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The sample documents and an archive of generated ones."""
    made = tmp_path_factory.mktemp("archive") / "made.jsonl.gz"
    archive(made, ARTICLES)
    return [str(ROOT / "seeds"), str(made)]


@pytest.fixture(scope="module")
def here(paths: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    """What they become on this machine."""
    place = Place.at(tmp_path_factory.mktemp("here") / "desk.duckdb")
    file_paths(place, paths)
    return contents(place)


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DaskCluster]:
    """Two workers without nannies: when one dies it is gone, as a host would be."""
    monkeypatch.setattr(desk, "BATCH_DOCUMENTS", BATCH)
    with dask_cluster(tmp_path) as started:
        monkeypatch.setenv(SETTING, started.address)
        yield started


def working(client: Client) -> set[str]:
    """Addresses of the workers that have a batch in hand."""
    return {address for address, keys in client.processing().items() if keys}


def test_a_cluster_of_two_gives_what_one_machine_gives(
    pair: DaskCluster, paths: list[str], here: dict[str, list[tuple[object, ...]]], tmp_path: Path
) -> None:
    """Every table is the same, and both workers had a part in it."""
    seen: set[str] = set()
    done = threading.Event()

    def look() -> None:
        with Client(pair.address, set_as_default=False) as client:
            while not done.is_set():
                seen.update(working(client))
                time.sleep(0.05)

    looking = threading.Thread(target=look)
    looking.start()
    summary = file_paths(Place.at(tmp_path / "desk.duckdb"), paths)
    done.set()
    looking.join()
    assert summary.good
    assert contents(Place.at(tmp_path / "desk.duckdb")) == here
    assert len(seen) == 2


def test_a_worker_that_dies_in_the_middle_loses_nothing(
    pair: DaskCluster, paths: list[str], here: dict[str, list[tuple[object, ...]]], tmp_path: Path
) -> None:
    """One of two workers is killed while it has a batch in hand: the other does it, and every table is the same."""
    killed: list[str] = []
    over = threading.Event()

    def kill() -> None:
        with Client(pair.address, set_as_default=False) as client:
            client.wait_for_workers(2)
            victim = client.run(os.getpid)
            while not killed and not over.is_set():
                busy = [a for a in working(client) if victim.get(a) == pair.workers[0].pid]
                if busy:
                    pair.workers[0].kill()
                    killed.extend(busy)
                time.sleep(0.02)

    killing = threading.Thread(target=kill)
    killing.start()
    summary = file_paths(Place.at(tmp_path / "desk.duckdb"), paths)
    over.set()
    killing.join()
    assert killed
    assert pair.workers[0].wait(120) == -9
    assert summary.good
    assert contents(Place.at(tmp_path / "desk.duckdb")) == here


def test_what_kills_or_hangs_a_worker_is_named_and_the_next_job_goes_on(tmp_path: Path) -> None:
    """A job that ends its worker, or overruns its time, comes back as Crashed; a nanny has a new worker ready."""
    with (
        dask_cluster(tmp_path, 1, nanny=True, allowed_failures=0) as started,
        Cluster(started.address, (int, ())) as crew,
    ):
        with pytest.raises(Crashed, match="took several workers"):
            crew.run_now(os._exit, (139,))
        assert crew.run_now(abs, (-3,)) == 3
        begun = time.monotonic()
        with pytest.raises(Crashed, match="not done within 2 s"):
            crew.run_now(time.sleep, (90,), 2.0)
        assert crew.run_now(abs, (-4,), 60.0) == 4
        assert time.monotonic() - begun < 60
        with pytest.raises(ZeroDivisionError):
            crew.run_now(divmod, (1, 0))


def test_a_worker_of_another_version_is_refused(pair: DaskCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """Results of one run never come from two versions of the parsers."""
    with Cluster(pair.address, (int, ())) as crew:
        monkeypatch.setattr(dask_pool, "PARSER_VERSION", "of tomorrow")
        with pytest.raises(UsageError, match="of version of tomorrow; update newsdesk there"):
            crew.run_now(abs, (-3,))


def test_a_cluster_without_workers_ends_the_run(pair: DaskCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run does not wait for ever for workers that do not come back; nothing is lost, the next run goes on."""
    monkeypatch.setattr(dask_pool, "ABSENCE_SECONDS", 2.0)
    with Cluster(pair.address, (int, ())) as crew:
        for worker in pair.workers:
            worker.kill()
        while crew.processes:
            time.sleep(0.05)
        with pytest.raises(WarehouseError, match="lost all its workers"):
            crew.run_now(abs, (-3,))


def test_a_scheduler_that_dies_ends_the_run(pair: DaskCluster) -> None:
    """A run does not hang when the scheduler goes: it ends with a sentence, and the next one goes on."""
    with dask.config.set({"distributed.comm.timeouts.connect": "2s"}), Cluster(pair.address, (int, ())) as crew:
        threading.Timer(2.0, pair.scheduler.kill).start()
        with pytest.raises(WarehouseError, match="is gone; what was filed is filed"):
            crew.run_now(time.sleep, (120,))


@pytest.mark.parametrize(
    "address", ["tcp://10.0.0.1:8786", "10.0.0.1:8786", "ws://scheduler.example:8786", "tcp://127.0.0.1.evil.example:1"]
)
def test_a_cluster_that_anybody_could_pose_as_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Results are pickles: they come from this machine, by TLS, or from a network that a person has called their own."""
    with pytest.raises(UsageError, match="neither on this machine nor encrypted"):
        Cluster(address, (int, ()))
    for known in ("tls://10.0.0.1:8786", "tcp://127.0.0.1:8786", "localhost:8786", "tcp://[::1]:8786"):
        dask_pool.check_border(known)
    monkeypatch.setenv(dask_pool.TRUSTED, "1")
    dask_pool.check_border(address)


def test_a_cluster_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong address, or Dask not installed, is a sentence with what to do."""
    monkeypatch.setattr(dask_pool, "JOIN_SECONDS", 1.0)
    with pytest.raises(UsageError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        Cluster("tcp://127.0.0.1:9", (int, ()))
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install .newsdesk\[dask\]"):
        Cluster("tcp://127.0.0.1:9", (int, ()))
