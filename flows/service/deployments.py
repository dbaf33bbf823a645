"""The desk's deployments: what can be run, with which form, when it runs by itself, and what an event makes run.

`newsdesk serve` serves them from this machine. For a server and workers of your own: `prefect.yaml` in the project's
root, or `python -m flows.service.deployments --work-pool NAME FOLDER…` (docs/running.md).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.events import DeploymentEventTrigger
from prefect.schedules import Cron, Interval, Schedule
from prefect.types.entrypoint import EntrypointType

from flows import child_processes
from flows.inbox.confinement import Confinement
from flows.ingest import ingest
from flows.maintain import maintain
from flows.monitoring import events
from flows.prefect_settings import DEFAULTS
from flows.reprocess import reprocess
from flows.service.watch_folders import networks

TAGS = ["newsdesk"]

WORKER_ENVIRONMENT = {
    **{name: DEFAULTS[name] for name in ("DO_NOT_TRACK", "PREFECT_LOGGING_EXTRA_LOGGERS")},
    **child_processes.ENVIRONMENT,
}
"""Environment of a run on somebody's own worker, which imports Prefect before it imports us (the same is in prefect.yaml)."""

ONE_AT_A_TIME = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
"""A run that comes due while another of its kind is at work is cancelled: "Deployment concurrency limit reached".

The slot is a lease that a dead run loses after minutes; `flows.service.zombies` and `newsdesk serve` free it at once.
Who may write to the database is decided elsewhere, by a file lock, which no dead process can hold.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the deployments of one desk have in common. `allow` are private networks that feeds may be read from."""

    database: str
    folders: tuple[str, ...]
    allow: tuple[str, ...] = ()
    sweep: timedelta = timedelta(minutes=15)
    poll: timedelta = timedelta(minutes=5)

    @property
    def confinement(self) -> Confinement:
        """What runs of these deployments may touch, whatever parameters somebody gives them."""
        return Confinement(database=self.database, folders=self.folders, allow=self.allow)


def deployments(desk: Desk) -> tuple[RunnerDeployment, ...]:
    """All deployments of a desk."""
    return (_ingest(desk), _sweep(desk), *_poll(desk), _reprocess(desk), _maintain(desk))


def _ingest(desk: Desk) -> RunnerDeployment:
    """No limit: runs queue at the database, and no requested run may be dropped."""
    return RunnerDeployment.from_flow(
        ingest,
        "ingest",
        description=(
            "File documents: text, HTML, JSON, JSON Lines. Runs of the watcher appear here, and runs of documents that "
            f"others announce with the event `{events.ARRIVED}`."
        ),
        tags=[*TAGS],
        parameters={"paths": list(desk.folders), "database": desk.database, "only_changed": True},
        triggers=[announced()],
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def announced() -> DeploymentEventTrigger:
    """Runs `ingest` for a document that somebody else announced; the watcher takes in what it announces itself."""
    return DeploymentEventTrigger(
        name="newsdesk: file what is announced",
        description=f"An event {events.ARRIVED} with the label newsdesk.door=elsewhere and a payload `path` files that path.",
        expect={events.ARRIVED},
        match={"prefect.resource.id": "newsdesk.document.*", "newsdesk.door": "elsewhere"},
        parameters={
            "paths": [{"__prefect_kind": "jinja", "template": "{{ event.payload.path }}"}],
            "only_changed": True,
        },
    )


def _sweep(desk: Desk) -> RunnerDeployment:
    return RunnerDeployment.from_flow(
        ingest,
        "sweep",
        description="Scan the watched folders for files that caused no event, in case the watcher is not running.",
        tags=[*TAGS, "schedule"],
        parameters={"paths": list(desk.folders), "database": desk.database, "only_changed": True},
        schedules=[_every(desk.sweep, "sweep")] if desk.folders else [],
        concurrency_limit=ONE_AT_A_TIME,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def _poll(desk: Desk) -> tuple[RunnerDeployment, ...]:
    from flows.poll import poll

    return (
        RunnerDeployment.from_flow(
            poll,
            "poll",
            description="Ask the feeds that are due, and file what is new in them.",
            tags=[*TAGS, "schedule"],
            parameters={
                "database": desk.database,
                "feeds_file": feeds_file(desk.folders),
                "allow": list(desk.allow),
            },
            schedules=[_every(desk.poll, "poll")],
            concurrency_limit=ONE_AT_A_TIME,
            entrypoint_type=EntrypointType.MODULE_PATH,
        ),
    )


def feeds_file(folders: Sequence[str]) -> str | None:
    """The feeds.toml of the first watched folder that has one; else where one may come to lie, in the first folder."""
    paths = [Path(f, "feeds.toml") for f in folders]
    return next((str(path) for path in paths if path.is_file()), str(paths[0]) if paths else None)


def _reprocess(desk: Desk) -> RunnerDeployment:
    return RunnerDeployment.from_flow(
        reprocess,
        "reprocess",
        description="Derive everything again from the stored bytes with today's parsers; readers notice only the result.",
        tags=[*TAGS, "by hand"],
        parameters={"database": desk.database},
        concurrency_limit=ONE_AT_A_TIME,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def _maintain(desk: Desk) -> RunnerDeployment:
    return RunnerDeployment.from_flow(
        maintain,
        "maintain",
        description="Tidy up: checkpoint, publish, forget old runs, verify the ledger and every span, report growth.",
        tags=[*TAGS, "schedule"],
        parameters={"database": desk.database},
        schedules=[Cron("17 3 * * *", timezone="UTC", slug="nightly")],
        concurrency_limit=ONE_AT_A_TIME,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def _every(pause: timedelta, slug: str) -> Schedule:
    return Interval(pause, slug=slug)


def main(arguments: Sequence[str] | None = None) -> None:
    """Register the deployments with a work pool of the server that PREFECT_API_URL names."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folders", nargs="*", help="folders that the workers see, to sweep")
    parser.add_argument("--work-pool", required=True)
    parser.add_argument("--database", default="newsdesk.duckdb")
    parser.add_argument("--allow", action="append", default=[], help="a private network that feeds may be read from")
    given = parser.parse_args(arguments)
    desk = Desk(
        database=str(Path(given.database).expanduser().absolute()),
        folders=tuple(str(Path(f).expanduser().absolute()) for f in given.folders),
        allow=networks(given.allow),
    )
    for deployment in deployments(desk):
        deployment.work_pool_name = given.work_pool
        deployment.job_variables = {"env": {**WORKER_ENVIRONMENT, **desk.confinement.environment()}}
        deployment.apply()


if __name__ == "__main__":
    main()
