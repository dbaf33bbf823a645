"""Child processes that import our modules and their libraries, whatever files lie in the folder where newsdesk runs.

`python -m` and `python -c` look for modules in the current folder first. A folder that people drop files into, or a
Prefect project with its own `flows/`, must not decide which code runs: `-P` and PYTHONSAFEPATH keep it out of the search.
https://docs.python.org/3/using/cmdline.html#cmdoption-P
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT = {"PYTHONSAFEPATH": "1"}
"""For children of children: Prefect starts its server and each run with `python -m`."""

PACKAGES = Path(__file__).resolve().parents[1]
"""The folder from which our packages are imported."""

STARTED_IN = "NEWSDESK_STARTED_IN"
"""Environment variable: the folder to which relative paths in the parameters of a run belong."""


def command(module: str, *arguments: str) -> tuple[str, ...]:
    """The command that runs a module of ours in a process of its own."""
    return (sys.executable, "-P", "-m", module, *arguments)


def protected(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a child process."""
    return {**environment, **ENVIRONMENT}


def protect() -> None:
    """Have every process that this one starts keep the current folder out of its search for modules."""
    os.environ.update(ENVIRONMENT)


def leave_folder() -> None:
    """Go to the folder of our packages, and note for the runs of deployments where we were.

    Prefect puts the current folder in front of the search before it imports the flow of a run
    (`prefect.utilities.importtools.load_module`); from the folder of our packages that changes nothing.
    """
    os.environ[STARTED_IN] = str(Path.cwd())
    os.chdir(PACKAGES)


def started_in() -> Path:
    """The folder in which newsdesk was started, whether or not this process has left it."""
    return Path(os.environ.get(STARTED_IN) or Path.cwd())


def return_to_folder() -> None:
    """In the process of a run: go back to the folder that `leave_folder` noted, if it did."""
    if folder := os.environ.pop(STARTED_IN, None):
        os.chdir(folder)
