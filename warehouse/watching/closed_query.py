"""A SELECT of a person, asked of the live database: it can read tables, views and macros of the desk, and nothing else.

The text is parsed by DuckDB, and every table and table function in it is compared with what there is: a file, a web address
or a function that reads one is neither. It has a time limit, and a connection of its own, so that its failure costs no
transaction.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb

from warehouse.asking.query import bare
from warehouse.database.sql import query
from warehouse.database.store import Warehouse

SECONDS = 2.0
"""Time limit of one question."""

MOST = 1_000
"""Rows of one answer."""

KEYS = ("article_id", "story_id")
"""A question must give one of these columns."""

FUNCTIONS = frozenset(("unnest", "range", "generate_series", "json_each", "json_tree"))
"""Table functions beside our own macros that touch no file."""


_PLAIN = re.compile(r"\w{1,100}")


class Refused(ValueError):
    """A question that is not asked."""


def check(warehouse: Warehouse, said: str) -> str:
    """The column that names what a question finds. Raises Refused, with what to do, for one that cannot be asked."""
    try:
        statements = duckdb.extract_statements(said)
    except duckdb.Error as error:
        raise Refused(f"its SQL cannot be read: {_said(error)}") from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise Refused("it must be one SELECT; watches only read")
    text = bare(said)
    with _cursor(warehouse) as cursor:
        try:
            _check_names(cursor, text)
            columns = [row[0] for row in cursor.execute(f"describe from ({text})").fetchall()]
        except duckdb.Error as error:
            raise Refused(f"its SQL cannot be asked: {_said(error)}") from error
    found = next((key for key in KEYS if key in columns), None)
    if found is None:
        raise Refused("it must give a column article_id or story_id; select one of them")
    return found


def asked(warehouse: Warehouse, said: str, article_ids: Sequence[str] | None) -> list[tuple[str, str | None]]:
    """The articles (ids) that a question finds among some, or among all, each with the words it gives in a column `why`.

    Raises Refused when it cannot be asked or takes too long.
    """
    key, text = check(warehouse, said), bare(said)
    with _cursor(warehouse) as cursor:
        try:
            columns = [row[0] for row in cursor.execute(f"describe from ({text})").fetchall()]
            why = "q.why::varchar" if "why" in columns else "null::varchar"
            among = "" if article_ids is None else "where a.article_id in (select unnest($ids::varchar[]))"
            found = cursor.execute(
                f"select a.article_id, any_value({why}) from ({text}) q join article a on a.{key} = q.{key} "
                f"{among} group by a.article_id order by a.article_id limit {MOST}",
                {} if article_ids is None else {"ids": list(article_ids)},
            ).fetchall()
        except duckdb.InterruptException as error:
            raise Refused(f"it took longer than {SECONDS:g} s; ask for less") from error
        except duckdb.Error as error:
            raise Refused(f"its SQL failed: {_said(error)}") from error
    return [(article_id, words) for article_id, words in found]


@contextmanager
def _cursor(warehouse: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection beside, that is interrupted when its time is over."""
    cursor = warehouse.connection.cursor()
    cursor.execute("set python_enable_replacements = false").fetchall()  # else a name may mean a variable of ours
    timer = threading.Timer(SECONDS, cursor.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield cursor
    finally:
        timer.cancel()
        cursor.close()


def _check_names(cursor: duckdb.DuckDBPyConnection, text: str) -> None:
    ((said,),) = cursor.execute("select json_serialize_sql($text::varchar)", {"text": text}).fetchall()
    tree = json.loads(said)
    if tree.get("error"):
        raise Refused(f"its SQL cannot be read: {tree.get('error_message', 'it is no SELECT')}")
    nodes = list(_nodes(tree))
    tables = {str(row[0]).lower() for row in cursor.execute(query("relation_names")).fetchall()} | set(
        _own_names(nodes)
    )
    functions = {str(row[0]).lower() for row in cursor.execute(query("table_macros")).fetchall()} | FUNCTIONS
    for node in nodes:
        _check_node(node, tables, functions)


def _own_names(nodes: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The names that a query gives to its own parts (with NAME as …)."""
    for node in nodes:
        parts = node.get("cte_map")
        for entry in parts.get("map", ()) if isinstance(parts, dict) else ():
            if not _PLAIN.fullmatch(entry["key"]):  # else it might be the name of a file elsewhere in the query
                raise Refused(f"it names a part of itself {entry['key'][:60]!r}; take letters, digits and underscores")
            yield entry["key"].lower()


def _check_node(node: dict[str, Any], tables: Container[str], functions: Container[str]) -> None:
    if node.get("type") == "BASE_TABLE":
        name = str(node.get("table_name", ""))
        elsewhere = node.get("schema_name") not in ("", "main") or node.get("catalog_name")
        if elsewhere or name.lower() not in tables:
            raise Refused(f"there is no table or view {name[:60]}; `newsdesk sql .tables` lists them")
    if node.get("type") == "TABLE_FUNCTION":
        name = str(node.get("function", {}).get("function_name", ""))
        if name.lower() not in functions:
            raise Refused(f"it may not use {name[:60]}: watches read tables, views and macros of the desk only")


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Every object in a tree."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _said(error: duckdb.Error) -> str:
    return " ".join(str(error).split())[:300]
