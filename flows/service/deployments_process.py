"""The deployments as a part of the desk: `python -m flows.service.deployments_process JSON` registers them and executes their runs."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Sequence

import httpx
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitUpdate
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import PrefectException
from prefect.runner import Runner

from flows import child_processes
from flows.monitoring import after_run
from flows.service import zombies
from flows.service.deployments import Desk, deployments
from flows.service.supervisor import AWAY, die_with_parent
from warehouse.database.place import Place

RUNS_AT_ONCE = 3

log = logging.getLogger("newsdesk")


class DeskRunner(Runner):
    """Prefect's runner, ended in order by TERM: the runs at work are cancelled and say so."""

    def handle_sigterm(self, *_: object, **__: object) -> None:
        """Stop in the event loop. Prefect's own handler would call a coroutine without awaiting it."""
        if self._loop is not None:
            asyncio.run_coroutine_threadsafe(self.astop(), self._loop)


async def serve(made: Sequence[RunnerDeployment]) -> None:
    """Register the deployments and execute their runs until stopped."""
    runner = DeskRunner(name="newsdesk", limit=RUNS_AT_ONCE, pause_on_shutdown=False)
    ids = [await runner.aadd_deployment(deployment) for deployment in made]
    await free_slots([str(i) for i in ids])
    await runner.start()


async def free_slots(deployment_ids: list[str]) -> None:
    """Free the concurrency slots held by runs of a dead desk. Only one desk serves a database, so no slot is in use."""
    async with get_client() as client:
        for deployment_id in deployment_ids:
            deployment = await client.read_deployment(deployment_id)
            limit = deployment.global_concurrency_limit
            if limit and limit.active_slots:
                await client.update_global_concurrency_limit(limit.name, GlobalConcurrencyLimitUpdate(active_slots=0))
                log.warning("the slot of %s was held by a run that is dead; it is free again", deployment.name)


def main(arguments: list[str]) -> None:
    """Clear up after a desk that died, then serve."""
    die_with_parent()
    child_processes.leave_folder()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s deployments: %(message)s", datefmt="%H:%M:%S")
    given = json.loads(arguments[0])
    place = Place.at(given["database"])
    after_run.attempt("marks of dead runs", lambda: zombies.mark(place, deployments_are_dead=True))
    after_run.attempt("marks of missed runs", zombies.skip_missed)
    made = deployments(
        Desk(database=given["database"], folders=tuple(given["folders"]), allow=tuple(given.get("allow", ())))
    )
    try:
        asyncio.run(serve(made))
    except (httpx.HTTPError, PrefectException) as error:
        log.warning("the Prefect server went away (%s: %s)", type(error).__name__, error)
        sys.exit(AWAY)


if __name__ == "__main__":
    main(sys.argv[1:])
