"""The dbt package in docs/dbt: its sources are those of the desk, and it builds on a mirror."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cookbook import seeds
from tests.dbt_package import PACKAGE, SOURCES, sources
from tests.environments import Environment
from warehouse.mirrors.keeping import keep
from warehouse.mirrors.kinds import opener

DBT = ("dbt-core==1.10.23", "dbt-duckdb==1.10.1", "duckdb==1.5.5", "pytz")


def test_the_sources_are_those_of_the_desk() -> None:
    """Every relation and column of a mirror is a source with the desk's own comment (`python -m tests.dbt_package` renews them)."""
    assert SOURCES.read_text("utf-8") == sources()


@pytest.mark.trial
def test_the_package_builds_on_a_mirror(tmp_path: Path) -> None:
    """`dbt build` makes the models from a Parquet mirror, and every test of sources and models passes."""
    place = seeds(tmp_path)
    keep(place, opener("parquet", str(tmp_path / "mirror")))
    shutil.copytree(PACKAGE, tmp_path / "dbt")
    environment = Environment(tmp_path / "environment")
    environment.install(*DBT)
    settings = {
        "NEWSDESK_MIRROR": str(tmp_path / "mirror"), "NEWSDESK_DBT": str(tmp_path / "dbt.duckdb"), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }  # fmt: skip
    done = subprocess.run(
        [environment.bin / "dbt", "build", "--profiles-dir", "."],
        cwd=tmp_path / "dbt", env={**os.environ, **settings}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    results = json.loads((tmp_path / "dbt" / "target" / "run_results.json").read_text())["results"]
    assert {each["status"] for each in results} == {"pass", "success"}
    assert len(results) > 40
