"""The cookbook's queries, and its answers on the sample documents: `python -m tests.cookbook` writes them anew."""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from flows.cli.output import write
from tests.filing import file_paths
from warehouse.asking.query import ask
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading

ROOT = Path(__file__).parents[1]
COOKBOOK = ROOT / "docs" / "sql.md"
RECIPE = re.compile(r"(?P<query>```sql\n(?P<sql>.*?)\n```\n)(?:\n```text\n(?P<answer>.*?)\n```\n)?", re.DOTALL)


def seeds(folder: Path) -> Place:
    """A desk with the sample documents."""
    place = Place.at(folder / "seeds.duckdb")
    file_paths(place, [str(ROOT / "seeds")])
    return place


def answer(warehouse: Warehouse, sql: str) -> str:
    """The answer as `newsdesk sql` prints it where there is no terminal."""
    out = io.StringIO()
    write(ask(warehouse, sql), "table", out)
    return out.getvalue().rstrip()


def renew() -> None:
    """Write every answer into the cookbook."""
    with tempfile.TemporaryDirectory() as folder, reading(seeds(Path(folder))) as warehouse:
        text = RECIPE.sub(
            lambda m: f"{m['query']}\n```text\n{answer(warehouse, m['sql'])}\n```\n", COOKBOOK.read_text("utf-8")
        )
    COOKBOOK.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    renew()
