"""The documentation is run: every command of README and tutorial works, and every answer the tutorial prints is true."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
_NOT_HERE = ("make ", "pip ")
"""Commands that install: what they give is what the tests run in."""


@dataclass(frozen=True)
class Step:
    """A block of a page: its language, its text, and the answer printed below it."""

    page: str
    language: str
    text: str
    answer: str | None


def steps(page: str) -> Iterator[Step]:
    """The blocks of a page that are run, each with the output block that follows it."""
    blocks = _BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    for (language, text), after in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if language in ("sh", "sql"):
            yield Step(page, language, text, after[1] if after[0] == "output" else None)


@dataclass(frozen=True)
class Desk:
    """A fresh folder with the samples in it and `newsdesk` on the path."""

    folder: Path

    def run(self, step: Step) -> str:
        """Run a block; its standard output. Fails with what went wrong."""
        if step.language == "sql":
            command = ["newsdesk", "sql", step.text.strip()]
        else:
            kept = [line for line in step.text.splitlines() if not line.startswith(_NOT_HERE)]
            command = ["sh", "-eu", "-c", "\n".join(kept)]
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        env = {
            **os.environ,
            "PATH": path,
            "PREFECT_HOME": str(self.folder / "prefect"),
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        }
        env.pop("NEWSDESK_DATABASE", None)
        done = subprocess.run(
            command, cwd=self.folder, env=env, capture_output=True, text=True, timeout=600, check=False
        )
        assert done.returncode == 0, f"{step.page}: {step.text}\n{done.stdout}\n{done.stderr}"
        return done.stdout


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A newcomer's folder."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    command = tmp_path / "bin" / "newsdesk"
    command.parent.mkdir()
    command.write_text(
        f"#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -c 'from flows.cli import main; main()' \"$@\"\n",
        encoding="utf-8",
    )
    command.chmod(0o755)
    return Desk(tmp_path)


def words(answer: str) -> list[list[str]]:
    """The lines of an answer as words: how wide a column is printed does not matter."""
    return [line.split() for line in answer.splitlines() if line.strip()]


@pytest.mark.prefect
@pytest.mark.timeout(2400)  # some thirty processes, one after the other
@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_every_command_works_and_every_answer_is_true(page: str, desk: Desk) -> None:
    """The blocks of a page run one after the other, and print what the page says they print."""
    for step in steps(page):
        printed = desk.run(step)
        if step.answer is not None:
            assert words(printed) == words(step.answer), f"{page}: {step.text}\n{printed}"
    assert any(step.language == "sql" or "newsdesk" in step.text for step in steps(page))


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md", "docs/glossary.md", "seeds/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    """Every relative link of a page names a file of the project."""
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []
