"""The deployments: the same for `newsdesk serve` and for servers and workers of people's own."""

from __future__ import annotations

import importlib
import inspect
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.service.deployments import WORKER_ENVIRONMENT, Desk, deployments, settings_file

YAML = Path(__file__).parents[3] / "prefect.yaml"
DESK = Desk(database="/srv/desk/newsdesk.duckdb", folders=("/srv/desk/inbox",))


def told() -> list[dict[str, Any]]:
    """The deployments that prefect.yaml tells of."""
    found: list[dict[str, Any]] = yaml.safe_load(YAML.read_text("utf-8"))["deployments"]
    return found


def schedule(entry: Any) -> tuple[str, object]:
    """A schedule's slug and when it runs."""
    return entry["slug"], entry.get("cron") or timedelta(seconds=entry["interval"])


def test_prefect_yaml_deploys_the_same() -> None:
    """Names, tags, parameters, schedules and limits are those that the desk serves."""
    served = {
        d.name: (
            set(d.tags),
            {k: v for k, v in (d.parameters or {}).items() if v is not None},
            [(s.slug, getattr(s.schedule, "cron", None) or s.schedule.interval) for s in d.schedules or ()],
            d.concurrency_limit or None,
        )
        for d in deployments(DESK)
    }
    written = {
        d["name"]: (
            set(d["tags"]),
            d["parameters"],
            [schedule(s) for s in d.get("schedules", ())],
            (d.get("concurrency_limit") or {}).get("limit"),
        )
        for d in told()
    }
    assert written == served


def test_runs_on_a_worker_have_our_settings_before_prefect() -> None:
    """A worker's process imports Prefect first, so what our package sets would come too late; the pool's job sets it."""
    variables = [d["work_pool"].get("job_variables") for d in told()]
    assert variables == [{"env": WORKER_ENVIRONMENT}] * len(variables)


@pytest.mark.parametrize("entry", told(), ids=lambda d: d["name"])
def test_prefect_yaml_names_flows_and_parameters_that_exist(entry: dict[str, Any]) -> None:
    """A renamed flow or parameter is noticed here."""
    path, _, name = entry["entrypoint"].partition(":")
    flow = getattr(importlib.import_module(path.removesuffix(".py").replace("/", ".")), name)
    assert set(entry["parameters"]) <= set(inspect.signature(flow.fn).parameters)


def test_every_parameter_is_described_for_the_form() -> None:
    """Prefect takes descriptions from the flow's docstring."""
    for deployment in deployments(DESK):
        properties = deployment._parameter_openapi_schema.properties
        assert all(p.get("description") for p in properties.values()), deployment.name


def test_the_feeds_file_of_a_watched_folder_is_polled(tmp_path: Path) -> None:
    """The first feeds.toml counts; without one, the first folder is where a person may put it later."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert settings_file([], "feeds.toml") is None
    assert settings_file([str(tmp_path / "a"), str(tmp_path / "b")], "feeds.toml") == str(tmp_path / "a" / "feeds.toml")
    (tmp_path / "b" / "feeds.toml").write_text("", "utf-8")
    assert settings_file([str(tmp_path / "a"), str(tmp_path / "b")], "feeds.toml") == str(tmp_path / "b" / "feeds.toml")
