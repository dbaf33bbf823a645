"""The package as people install it: the wheel, in a fresh environment, with an old pip and with the newest."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.environments import Environment, pip

ROOT = Path(__file__).resolve().parents[1]
PIPS = (
    pytest.param("pip==22.3", id="the pip of Python 3.11.0", marks=pytest.mark.trial),
    pytest.param("pip", id="the newest pip"),
)
PACKAGES = ("flows", "parsers", "warehouse")
QUESTION = (
    "select count(*), count(*) filter (where outcome in ('loaded', 'unchanged', 'duplicate', 'revision')) from arrival"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from what git would ship, with the build tools that pyproject.toml names."""
    source, made = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    shipped = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    for name in filter(None, shipped.stdout.splitlines()):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, source / name)
    builder = Environment(made / "builder")
    pip(builder.python, "wheel", "--no-deps", "--wheel-dir", str(made), str(source))
    (found,) = made.glob("newsdesk-*.whl")
    return found


def test_the_wheel_holds_the_packages_their_data_and_their_types(wheel: Path) -> None:
    """All modules, SQL files and data; `py.typed`, so that users' type checkers read our annotations; no tests."""
    names = set(ZipFile(wheel).namelist())
    files = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files <= names
    assert {f"{package}/py.typed" for package in PACKAGES} <= names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == set(PACKAGES)


@pytest.mark.prefect
@pytest.mark.timeout(900)
@pytest.mark.parametrize("version", PIPS)
def test_a_plain_install_files_the_samples(wheel: Path, tmp_path: Path, version: str) -> None:
    """`pip install .` and `newsdesk ingest seeds`, with no lock file: every sample ends well, web pages too."""
    fresh = Environment(tmp_path / "environment")
    fresh.install("--upgrade", version)
    fresh.install(str(wheel))
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    command = str(fresh.bin / "newsdesk")

    def newsdesk(*words: str) -> str:
        done = subprocess.run(
            [command, *words], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=600,
            env=environment | {"PREFECT_HOME": str(tmp_path / "home")},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return done.stdout

    newsdesk("ingest", "seeds")
    arrived, well = newsdesk("sql", QUESTION, "--format", "csv").splitlines()[-1].split(",")
    assert arrived == well
    assert int(arrived) > 15
    assert "No broken requirements" in pip(fresh.python, "check")
