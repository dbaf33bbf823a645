"""What holds for the whole tree: import contracts, described tests, described tables, no orphan golden files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.sql import scripts
from warehouse.database.store import reading, writing

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(p for part in ("parsers", "warehouse", "flows") for p in (ROOT / part).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))


def test_imports_run_one_way() -> None:
    """The contracts of pyproject.toml hold: flows → warehouse → parsers, and each foreign library in its place."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    """Each module opens with a sentence, and none has grown into a store of everything."""
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= 400, "over 400 lines: split it"


@pytest.mark.parametrize("path", TESTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_test_states_its_requirement(path: Path) -> None:
    """Each test has a docstring that says what must hold."""
    tree = ast.parse(path.read_text("utf-8"))
    silent = [
        n.name
        for n in ast.walk(tree)
        if isinstance(n, ast.FunctionDef) and n.name.startswith("test_") and not ast.get_docstring(n)
    ]
    assert not silent


def test_every_table_view_and_column_is_described(tmp_path: Path) -> None:
    """A person who opens the database finds a comment on everything."""
    with writing(Place.at(tmp_path / "desk.duckdb")) as warehouse:
        missing = warehouse.connection.execute(
            """
            select table_name from duckdb_tables() where comment is null
            union all select view_name from duckdb_views() where comment is null and not internal
            union all select table_name || '.' || column_name from duckdb_columns() where comment is null and not internal
            """
        ).fetchall()
    assert missing == []


def test_every_query_says_what_it_answers() -> None:
    """Query files hold one statement, and their first line says what for."""
    for path in sorted((ROOT / "warehouse" / "queries").rglob("*.sql")):
        assert path.read_text("utf-8").startswith("-- "), path.name


def test_migrations_are_numbered_without_a_gap_twice() -> None:
    """No two migrations share a number."""
    numbers = [s.name.split("_")[0] for s in scripts("migrations")]
    assert len(numbers) == len(set(numbers))


def test_dependencies_fit_together() -> None:
    """What is installed satisfies what newsdesk needs; if not, the sentence says what to install."""
    wrong = []
    for line in requires("newsdesk") or ():
        need = Requirement(line)
        if need.marker and not need.marker.evaluate({"extra": ""}):
            continue
        try:
            found = version(need.name)
        except PackageNotFoundError:
            found = "nothing"
        if found == "nothing" or not need.specifier.contains(found, prereleases=True):
            wrong.append(
                f"{need.name} {found} is installed, newsdesk needs {need.specifier}: run `pip install -r requirements.txt`"
            )
    assert not wrong, "\n".join(wrong)


def test_prefect_starts_with_this_fastapi() -> None:
    """Prefect's server application can be made with the FastAPI that is installed; some pairs of versions cannot."""
    done = subprocess.run(
        [sys.executable, "-c", "import prefect.server.api.server"],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, (
        f"prefect {version('prefect')} does not work with fastapi {version('fastapi')}: run `pip install -r requirements.txt`\n{done.stderr[-500:]}"
    )


def test_nothing_names_a_machine() -> None:
    """No file that ships holds a path of the machine it was written on, or an index's address."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    bad = re.compile(r"/(?:root|home/[a-z]+|opt/pypi)/|--index-url|pypi\.org/simple")
    found = [
        n
        for n in tracked
        if n
        and (ROOT / n).is_file()
        and n != "tests/test_architecture.py"
        and bad.search((ROOT / n).read_text("utf-8", "ignore"))
    ]
    assert not found


PRINTING = {"flows/cli/printing.py", "flows/service/logs.py"}
"""Where lines are printed, made visible first; tables and colours go through `flows.cli.terminal.console`, which does the same."""


PIPED = {"warehouse/mirrors/ducklake_worker.py"}
"""What writes JSON to a pipe that newsdesk reads; no terminal ever sees it."""


def prints(tree: ast.AST) -> list[str]:
    """The places of a module that write to a terminal by themselves."""
    names = {"print", "Console"}
    written = re.compile(r"sys\.std(?:out|err)(?:\.buffer)?\.write(?:lines)?")
    nodes = [n for n in ast.walk(tree) if isinstance(n, ast.Call | ast.Name)]
    found = [f"{n.lineno}: {n.id}" for n in nodes if isinstance(n, ast.Name) and n.id == "print"]
    calls = [(n.lineno, ast.unparse(n.func)) for n in nodes if isinstance(n, ast.Call)]
    return found + [f"{line}: {said}" for line, said in calls if said in names or written.fullmatch(said)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_printing_modules_print(path: Path) -> None:
    """Nothing else writes to a terminal, so nothing forgets to make visible what documents say."""
    if str(path.relative_to(ROOT)) not in PRINTING | PIPED:
        assert prints(ast.parse(path.read_text("utf-8"))) == []


PICKLES = {"pickle", "cloudpickle", "dill", "marshal", "shelve", "joblib"}
PICKLING = {"flows/run/dask.py"}
"""Where a pickle is read: from a cluster that is the person's own (`check_border`)."""


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_pickle_is_read_from_elsewhere(path: Path) -> None:
    """A pickle runs code when it is read; ours come from child processes, by multiprocessing, and from one's own cluster."""
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        alias.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {(node.module or "").partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    listening = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & {"allow_pickle", "Listener"}
    assert str(path.relative_to(ROOT)) in PICKLING or not (imported & PICKLES or listening)


def test_samples_are_filed(tmp_path: Path) -> None:
    """Every sample document in seeds/ becomes an article, and the ledger adds up."""
    place = Place.at(tmp_path / "desk.duckdb")
    summary = file_paths(place, [str(ROOT / "seeds")])
    assert summary.good
    assert summary.documents >= 15
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select bool_and(adds_up) from ledger").fetchall() == [(True,)]
