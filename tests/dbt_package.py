"""The sources of the dbt package in docs/dbt, from the desk's own comments: `python -m tests.dbt_package` writes them anew."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml

from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import reading, writing
from warehouse.mirrors.relations import KEYS, Relation, described

PACKAGE = Path(__file__).parents[1] / "docs" / "dbt"
SOURCES = PACKAGE / "models" / "sources.yml"
HEAD = "# Written by `python -m tests.dbt_package` from the comments of the tables and views.\n"

LOCATION = 'read_parquet(\'{{ env_var("NEWSDESK_MIRROR", "mirror") }}/{name}/**/*.parquet\', hive_partitioning = true, union_by_name = true)'

LOOSE = ("note", "tag", "judgement", "fact_party")
"""What people wrote may be about something that is no longer there; a party of a fact may be named in no mention."""

CERTAIN = ("article_id", "fact_id", "story_id", "entity_id")
"""Columns whose row in the other relation is always there when they have a value."""


def sources() -> str:
    """The file of sources."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place.at(Path(folder) / "desk.duckdb")
        with writing(place):
            pass
        publish_now(place)
        with reading(place) as warehouse:
            tables = [_table(relation) for relation in described(warehouse, tuple(KEYS))]
    source = {
        "name": "newsdesk",
        "description": "A mirror of a news desk, kept by `newsdesk export --to parquet`.",
        "config": {"meta": {"external_location": LOCATION}},
        "tables": tables,
    }
    body: str = yaml.safe_dump({"version": 2, "sources": [source]}, sort_keys=False, width=1000, allow_unicode=True)
    return HEAD + body


def _table(relation: Relation) -> dict[str, Any]:
    columns = [_column(relation, field.name, field.comment) for field in relation.fields]
    return {"name": relation.name, "description": relation.comment, "columns": columns}


def _column(relation: Relation, name: str, comment: str) -> dict[str, Any]:
    tests: list[Any] = ["unique", "not_null"] if relation.key == (name,) else []
    parent = relation.parents.get(name)
    if parent and name in CERTAIN and relation.name not in LOOSE:
        other = {"to": f"source('newsdesk', '{parent}')", "field": KEYS[parent][0]}
        tests.append({"relationships": {"arguments": other}})
    return {"name": name, "description": comment, **({"data_tests": tests} if tests else {})}


if __name__ == "__main__":
    SOURCES.write_text(sources(), encoding="utf-8")
