"""Runs that Prefect believes to be running: which of them are dead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from prefect.client.schemas.objects import FlowRun
from prefect.states import Running

from flows.service.zombies import is_dead
from warehouse.filing.run_registry import Lives

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
RUN = UUID("00000000-0000-0000-0000-000000000001")
NOBODY = Lives(living=frozenset(), dead=frozenset())


def run(minutes: float = 0.0, deployment: UUID | None = None) -> FlowRun:
    """A run that has been Running for so many minutes."""
    return FlowRun(
        id=RUN, flow_id=uuid4(), deployment_id=deployment, state=Running(timestamp=NOW - timedelta(minutes=minutes))
    )


@pytest.mark.parametrize("deployments_are_dead", [False, True])
def test_a_run_that_holds_its_lock_lives(deployments_are_dead: bool) -> None:
    """However long it has been at work."""
    known = Lives(living=frozenset({str(RUN)}), dead=frozenset())
    assert not is_dead(run(600, uuid4()), known, NOW, deployments_are_dead)


def test_a_run_whose_lock_nobody_holds_is_dead() -> None:
    """However short ago it began."""
    assert is_dead(run(), Lives(living=frozenset(), dead=frozenset({str(RUN)})), NOW, False)


def test_a_run_of_a_deployment_may_take_its_time_to_enter_itself() -> None:
    """It starts in a process of its own, and looks through folders first; but not for hours."""
    assert not is_dead(run(1, uuid4()), NOBODY, NOW, False)
    assert is_dead(run(60, uuid4()), NOBODY, NOW, False)


def test_when_a_desk_starts_nobody_else_serves_its_deployments() -> None:
    """What the desk before it left is dead."""
    assert is_dead(run(0, uuid4()), NOBODY, NOW, True)


def test_runs_that_are_none_of_ours_are_left_alone() -> None:
    """Not in the ledger, and of no deployment."""
    assert not is_dead(run(600), NOBODY, NOW, True)
