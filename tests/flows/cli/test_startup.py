"""Starting quickly: what a call imports is what it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.filing import file_texts
from warehouse.database.place import Place

ROOT = Path(__file__).parents[3]
CALL = """
import sys
from flows.cli import main
try:
    main()
except SystemExit as done:
    print(sorted({m.split('.')[0] for m in sys.modules} & set(HEAVY)), file=sys.stderr)
    raise
"""
HEAVY = ("prefect", "pydantic", "duckdb", "numpy", "httpx", "bs4", "trafilatura", "prompt_toolkit", "wordfreq")


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        (["--help"], []),
        (["ingest", "--help"], []),
        (["sql", "select 1"], ["duckdb"]),
        (["search", "mayor"], ["duckdb", "numpy"]),
        (["status"], ["duckdb"]),
    ],
)
def test_a_verb_imports_what_it_needs(tmp_path: Path, words: list[str], needs: list[str]) -> None:
    """Help loads no library but the command line's; a question loads the database (a search numpy, too) and nothing that files or fetches."""
    place = Place.at(tmp_path / "desk.duckdb")
    if needs:
        file_texts(place, {"a.txt": "Nothing happened\n\n" + "Nothing happened in the town, the mayor said. " * 8})
    given = words if "--help" in words else [*words, "--database", str(place.published)]
    done = subprocess.run(
        [sys.executable, "-c", f"HEAVY = {HEAVY!r}" + CALL, *given],
        capture_output=True, text=True, timeout=600, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr.strip() == str(needs)
