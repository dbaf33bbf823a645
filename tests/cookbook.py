"""The cookbook's queries, and its answers on the sample documents: `python -m tests.cookbook` writes them anew."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from flows.cli.output import write
from parsers.watches import Watch
from tests.filing import file_paths
from warehouse.asking.query import ask
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading, writing
from warehouse.watching import watches as kept

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)

ROOT = Path(__file__).parents[1]
COOKBOOK = ROOT / "docs" / "sql.md"
RECIPE = re.compile(r"(?P<query>```sql\n(?P<sql>.*?)\n```\n)(?:\n```text\n(?P<answer>.*?)\n```\n)?", re.DOTALL)


WATCHES = (
    Watch(name="ports", kind="search", question="port OR quay OR ferry"),
    Watch(name="savings", kind="measure", question="fuel", unit="t", at_least=10),
    Watch(name="spreading", kind="spread", outlets=2),
)
"""What the recipes about watches are asked of."""


def seeds(folder: Path, watches: Sequence[Watch] = ()) -> Place:
    """A desk with the sample documents, filed while these watches were there."""
    place = Place.at(folder / "seeds.duckdb")
    if watches:
        with writing(place) as warehouse, warehouse.transaction():
            kept.add(warehouse, watches, AT)
    file_paths(place, [str(ROOT / "seeds")])
    return place


def answer(warehouse: Warehouse, sql: str) -> str:
    """The answer as `newsdesk sql` prints it where there is no terminal."""
    out = io.StringIO()
    write(ask(warehouse, sql), "table", out)
    return out.getvalue().rstrip()


def renew() -> None:
    """Write every answer into the cookbook."""
    with tempfile.TemporaryDirectory() as folder, reading(seeds(Path(folder), WATCHES)) as warehouse:
        text = RECIPE.sub(
            lambda m: f"{m['query']}\n```text\n{answer(warehouse, m['sql'])}\n```\n", COOKBOOK.read_text("utf-8")
        )
    COOKBOOK.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    renew()
