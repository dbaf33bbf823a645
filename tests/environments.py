"""Fresh virtual environments with packages from the registry, for tests that try what people have installed."""

from __future__ import annotations

import re
import subprocess
import venv
from pathlib import Path

import pytest

UNREACHABLE = re.compile(
    r"Max retries exceeded|NewConnectionError|Connection to \S+ timed out|Name or service not known"
    r"|Temporary failure in name resolution|connection broken|ConnectTimeoutError|Network is unreachable"
)
"""What pip says when there is no way to its registry."""

PIP = ("-m", "pip", "--disable-pip-version-check", "--retries", "1", "--timeout", "30")


class Environment:
    """A virtual environment in a folder, with the pip that Python brings."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=True)
        self.bin = folder / "bin"
        self.python = str(self.bin / "python")

    def install(self, *what: str) -> str:
        """Install packages, and return what pip said. Skips the test when the registry cannot be reached."""
        return pip(self.python, "install", "--no-compile", *what)


def pip(python: str, *words: str) -> str:
    """A command of pip's. Skips the test when the registry cannot be reached; fails when pip does."""
    done = subprocess.run([python, *PIP, *words], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if done.returncode and UNREACHABLE.search(said):
        pytest.skip("the package registry cannot be reached")
    assert done.returncode == 0, said[-3000:]
    return said
