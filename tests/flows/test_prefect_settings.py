"""Prefect's settings that the desk needs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.prefect_settings import DEFAULTS

ROOT = Path(__file__).parents[2]
PLAIN = {k: v for k, v in os.environ.items() if k not in DEFAULTS}


def imports_prefect(path: Path) -> bool:
    """Whether a module imports Prefect anywhere."""
    tree = ast.parse(path.read_text("utf-8"))
    return any(
        (isinstance(node, ast.Import) and any(a.name.split(".")[0] == "prefect" for a in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "prefect")
        for node in ast.walk(tree)
    )


MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for package in ("flows", "warehouse", "parsers")
    for path in (ROOT / package).rglob("*.py")
    if imports_prefect(path)
)
"""Every module that imports Prefect."""

STAND_IN = """
import importlib, os, sys
class Stop(Exception): pass
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "prefect":
            missing = [n for n in sys.argv[2:] if n not in os.environ]
            assert not missing, f"Prefect is imported before {missing} are set"
            raise Stop
sys.meta_path.insert(0, Finder())
try:
    importlib.import_module(sys.argv[1])
except Stop:
    pass
assert all(n in os.environ for n in sys.argv[2:])
"""


def test_the_flows_are_among_the_modules() -> None:
    """The list is made from the sources."""
    assert {"flows.ingest", "flows.poll", "flows.retry", "flows.reprocess", "flows.maintain"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_settings_are_there_before_prefect(module: str) -> None:
    """However a module that imports Prefect is reached, Prefect finds our settings."""
    done = subprocess.run(
        [sys.executable, "-c", STAND_IN, module, *DEFAULTS], env=PLAIN, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_prefect_reads_them() -> None:
    """The names are those that the installed Prefect knows: analytics are off, its server has time to start."""
    code = (
        "import flows.retry; from prefect.settings import get_current_settings as s; "
        "print(s().server.analytics_enabled, s().server.ephemeral.startup_timeout_seconds, s().logging.extra_loggers)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=PLAIN, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "180", "['newsdesk']"]


def test_what_the_user_has_set_stands() -> None:
    """Defaults fill gaps only."""
    name = "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE"
    done = subprocess.run(
        [sys.executable, "-c", f"import os, flows; print(os.environ['{name}'])"],
        env={**os.environ, name: "7"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "7"
