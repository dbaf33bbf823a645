"""What we use of Prefect that its documentation does not promise: each test fails with a sentence when it has moved."""

from __future__ import annotations

from importlib import import_module
from inspect import signature
from multiprocessing import forkserver

import pytest
from prefect.runner import Runner
from prefect.server.api.server import create_app
from prefect.settings import PREFECT_HOME
from prefect.utilities import importtools

from flows.service import hosted, prefect_server
from flows.service.deployments_process import DeskRunner, new_runner


def test_a_run_can_be_executed_in_this_process() -> None:
    """The watcher's runs belong to their deployment only while Prefect has `run_flow` with these parameters."""
    assert hosted.supported(), (
        "prefect.flow_engine.run_flow takes other parameters: change flows/service/hosted.py, "
        "or the runs of the watcher appear without their deployment"
    )


def test_the_runner_can_be_ended_by_a_signal() -> None:
    """Our runner replaces Prefect's handler of TERM, and stops itself in its event loop."""
    assert "handle_sigterm" in vars(Runner), (
        "Prefect's runner no longer has `handle_sigterm`: TERM is handled elsewhere"
    )
    assert hasattr(Runner, "astop"), "Prefect's runner no longer has `astop`: end the runner in another way"
    assert "_loop" in vars(DeskRunner(name="newsdesk", pause_on_shutdown=False)), (
        "Prefect's runner no longer keeps its event loop in `_loop`: find it for DeskRunner.handle_sigterm"
    )


@pytest.mark.parametrize("name", [prefect_server.LEASES])
def test_the_storage_of_leases_is_there(name: str) -> None:
    """Leases that survive a restart of the server are kept by this module of Prefect's."""
    assert import_module(name).ConcurrencyLeaseStorage, f"Prefect has no lease storage {name}: choose another"


def test_the_server_is_an_application_that_we_can_run() -> None:
    """`newsdesk serve` runs it with uvicorn in a process of its own."""
    assert "final" in signature(create_app).parameters, (
        "Prefect's create_app has no parameter `final`: see prefect_server.main"
    )


def test_prefect_puts_the_current_folder_before_ours() -> None:
    """The reason why the deployments part changes its folder (flows/child_processes.py)."""
    assert "getcwd" in importtools.load_module.__code__.co_names, (
        "Prefect no longer puts the current folder in front of the search for the flow's module: "
        "`leave_folder` and `return_to_folder` in flows/child_processes.py can go"
    )


def test_the_runner_counts_its_runs() -> None:
    """A watcher that has grown waits for them; `_limiter` is there before and while the runner is at work."""
    assert new_runner().idle(), "Prefect's runner no longer has `_limiter`: count its runs in another way"


def test_the_fork_server_can_be_ended() -> None:
    """Python has no public function for it; without this one a resting watcher keeps 170 MB."""
    assert hasattr(forkserver._forkserver, "_stop"), "multiprocessing.forkserver has moved `_stop`: see sandbox.rest"


def test_the_files_of_the_runner_are_in_our_hands() -> None:
    """Two users of a machine cannot share Prefect's folder in /tmp: the second one's deployments are not served."""
    assert "_tmp_dir" in vars(Runner(name="x")), "Prefect's runner no longer has `_tmp_dir`: see new_runner"
    assert str(new_runner()._tmp_dir).startswith(str(PREFECT_HOME.value()))
