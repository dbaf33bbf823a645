"""The desk on a server and a worker of one's own: deployed to a work pool, run by schedule, by hand and by an event."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.inbox.confinement import Confinement
from flows.service.deployments import WORKER_ENVIRONMENT
from tests.servers.copy_desk import article
from tests.servers.pool_desk import POOL, ROOT, PoolDesk
from tests.servers.watched_desk import PATIENCE, TEST_SECONDS, announce, drop, until

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(TEST_SECONDS)]

BY_HAND = ("sweep", "poll", "reprocess", "maintain")
LIMITED = BY_HAND


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PoolDesk]:
    """A server, the pool, everything in prefect.yaml deployed, and a worker: as docs/running.md says."""
    with PoolDesk(tmp_path_factory.mktemp("pool")) as started:
        started.prefect("work-pool", "create", POOL, "--type", "process")
        started.prefect("deploy", "--all", "--prefect-file", str(started.adapted(ROOT / "prefect.yaml")))
        for number in range(3):
            drop(started.inbox, f"first-{number}.txt", article(number))
        started.work()
        yield started


def test_prefect_yaml_deploys_schedules_limits_and_the_trigger(desk: PoolDesk) -> None:
    """What the server holds afterwards is what the file says."""
    held = {d["name"]: d for d in desk.post("deployments/filter", {})}
    assert {name: [s["slug"] for s in d["schedules"]] for name, d in held.items()} == {
        "ingest": [], "sweep": ["sweep"], "poll": ["poll"], "reprocess": [], "maintain": ["nightly"],
    }  # fmt: skip
    assert {d["work_pool_name"] for d in held.values()} == {POOL}
    assert all(held[name]["global_concurrency_limit"]["limit"] == 1 for name in LIMITED)
    assert all(held[name]["concurrency_options"]["collision_strategy"] == "CANCEL_NEW" for name in LIMITED)
    assert all(d["job_variables"]["env"] == WORKER_ENVIRONMENT for d in held.values())
    assert [a["name"] for a in desk.post("automations/filter", {})] == ["newsdesk: file what is announced"]


def test_every_deployment_runs_on_the_worker(desk: PoolDesk) -> None:
    """The sweep files what lies in the folder; the others come to a good end after it; all runs have readable names."""
    swept = desk.ended(desk.run("sweep"), PATIENCE)
    others = [desk.run(name) for name in BY_HAND[1:]]
    runs = [swept, *(desk.ended(each, PATIENCE) for each in others)]
    assert [run["state_type"] for run in runs] == ["COMPLETED"] * len(BY_HAND)
    assert [run["name"].split()[0] for run in runs] == ["ingest", "poll", "reprocess", "maintain"]
    assert desk.ask("select outcome, count(*) from arrival group by all") == [("loaded", 3)]
    assert dict(desk.ask("select kind, state from run")) == {
        "ingest": "finished", "reprocess": "finished", "maintain": "finished",
    }  # fmt: skip


def test_an_announced_document_is_filed(desk: PoolDesk, tmp_path: Path) -> None:
    """The event newsdesk.document.arrived with the door `elsewhere` makes `ingest` run on the worker."""
    announce(drop(tmp_path, "announced.txt", article(9)), desk.environment)
    filed = "select count(*) from arrival where ends_with(source_uri, 'announced.txt') and outcome = 'loaded'"
    until(lambda: desk.count(filed) == 1, PATIENCE, "the announced document is filed")


def test_the_same_is_deployed_from_python(desk: PoolDesk, tmp_path: Path) -> None:
    """`python -m flows.service.deployments` replaces the deployments, with its own paths, and the worker runs them."""
    drop(desk.inbox, "later.txt", article(5))
    database = tmp_path / "other.duckdb"
    command = [
        sys.executable,
        "-m",
        "flows.service.deployments",
        "--work-pool",
        POOL,
        "--database",
        str(database),
        str(desk.inbox),
    ]
    subprocess.run(command, env=desk.environment, check=True, timeout=PATIENCE, cwd=tmp_path)
    held = desk.post("deployments/filter", {})
    confined = Confinement(database=str(database), folders=(str(desk.inbox),), allow=()).environment()
    assert [d["job_variables"]["env"] for d in held] == [{**WORKER_ENVIRONMENT, **confined}] * 5
    assert desk.ended(desk.run("sweep"), PATIENCE)["state_type"] == "COMPLETED"
    desk.database = database
    assert desk.received() == 4


def test_the_watcher_beside_the_worker_files_under_the_same_deployment(desk: PoolDesk) -> None:
    """`newsdesk watch` with PREFECT_API_URL: its runs stand under `ingest`, and TERM ends it with exit code 0."""
    run = "from flows.cli import main; main()"
    command = [sys.executable, "-c", run, "watch", str(desk.inbox), "--database", str(desk.database)]
    watching = subprocess.Popen(command, env=desk.environment, cwd=desk.folder, stderr=subprocess.PIPE, text=True)
    drop(desk.inbox, "watched.txt", article(6))
    filed = "select flow_run_id from arrival where ends_with(source_uri, 'watched.txt') and outcome is not null"
    until(lambda: desk.ask(filed), PATIENCE, "the watched file is filed")
    ((flow_run_id,),) = desk.ask(filed)
    ended = desk.ended(flow_run_id, PATIENCE)
    watching.terminate()
    _, said = watching.communicate(timeout=PATIENCE)
    assert (ended["state_type"], ended["deployment_id"]) == ("COMPLETED", desk.deployment("ingest")["id"])
    assert watching.returncode == 0
    assert "Traceback" not in said
