"""How the cost of claims and alterations, and the time of the views of happenings, grow with the database.

python -m tests.benchmarks.claims_growth STREAM.jsonl [ARTICLES …]

The stream is filed once. Then the desk is filled in SQL with the same articles of later days under new ids (each round begins where
the one before ends, so that names and keys come again), up to each number of articles, and one more round is settled as a
run would do it. Prints CPU milliseconds per article of that round, seconds of the views, and memory.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.stories import alterations, claims

SIZES = (10_000, 30_000, 100_000, 300_000)
VIEWS = ("happening", "happening_story", "happening_figure")
CLAIM_ID = "(({0} // 1024) * 1024 + $round)::ubigint as {0}"
"""The id of a claim of a later round: ids keep their order."""
ID = "{0} || '-' || $round as {0}"

LATER = {
    "article": (ID.format("article_id"), ID.format("story_id"), "date_published + to_days($days) as date_published"),
    "fact": (ID.format("article_id"), ID.format("fact_id")),
    "claim": (ID.format("article_id"), ID.format("fact_id"), CLAIM_ID.format("claim_id"), "(day + $days)::integer as day"),
    "claim_key": (CLAIM_ID.format("claim_id"), "(day + $days)::integer as day"),
    "claim_meeting": (CLAIM_ID.format("claim_id"), CLAIM_ID.format("other_id")),
    "claim_group": (CLAIM_ID.format("claim_id"), CLAIM_ID.format("group_id")),
    "story_original": (ID.format("article_id"), ID.format("story_id")),
    "alteration_pair": (ID.format("article_id"), ID.format("of_article_id")),
    "alteration": (ID.format("article_id"), ID.format("of_article_id")),
}  # fmt: skip
"""What is other in a later round, by table."""

DUE = """
insert into claim_due
select claim_id, any_value(day), list(key) from (select {id}, day + $days as day, key from first_claim_key) group by claim_id"""

UNSETTLED = frozenset({"claim_key", "claim_meeting", "claim_group", "alteration_pair", "alteration"})
"""Tables that settling fills."""


def main() -> None:
    """File, fill and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stream")
    parser.add_argument("articles", type=int, nargs="*", default=SIZES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Place.at(Path(folder) / "desk.duckdb")
        file_paths(place, [arguments.stream])
        with writing(place) as warehouse:
            warehouse.connection.execute("set threads = 1")
            _grow(warehouse, sorted(arguments.articles))


def _grow(warehouse: Warehouse, sizes: list[int]) -> None:
    each, days = _kept(warehouse)
    done = 1
    for size in sizes:
        while done < size // each:
            _fill(warehouse, done, done * days, frozenset())
            done += 1
        warehouse.connection.execute("checkpoint")
        _fill(warehouse, done, done * days, UNSETTLED)
        _say(f"{(done + 1) * each:>8} articles:", _settled(warehouse, each), _read(warehouse), f"{_peak():.0f} MB")
        done += 1


def _kept(warehouse: Warehouse) -> tuple[int, int]:
    """Keep the first round aside; its articles and its days."""
    for table in LATER:
        warehouse.connection.execute(f"create temp table first_{table} as from {table}")
    articles = warehouse.connection.execute("select count(*) from article").fetchall()[0][0]
    return articles, warehouse.connection.execute("select max(day) - min(day) + 1 from claim").fetchall()[0][0]


def _fill(warehouse: Warehouse, number: int, days: int, without: frozenset[str]) -> None:
    """Add one more round; with `without`, what settling makes is left out, and its claims are due."""
    with warehouse.transaction():
        for table, others in LATER.items():
            if table not in without:
                statement = f"insert into {table} by name select * replace ({', '.join(others)}) from first_{table}"
                known = {"round": number, "days": days}
                warehouse.connection.execute(
                    statement, {k: v for k, v in known.items() if f"${k}" in statement}
                ).fetchall()
        if without:
            statement = DUE.format(id=CLAIM_ID.format("claim_id"))
            warehouse.connection.execute(statement, {"round": number, "days": days}).fetchall()


def _settled(warehouse: Warehouse, articles: int) -> str:
    with warehouse.transaction():
        compared = _cpu(lambda: alterations.compare(warehouse))
        met = _cpu(lambda: claims.meet(warehouse))
    return f"claims {1000 * met / articles:.3f} ms, alterations {1000 * compared / articles:.3f} ms an article;"


def _read(warehouse: Warehouse) -> str:
    spent = ((v, _cpu(lambda v=v: warehouse.connection.execute(f"from {v}").fetchall())) for v in VIEWS)  # type: ignore[misc]
    return ", ".join(f"{view} {seconds:.2f} s" for view, seconds in spent)


def _cpu(do: Callable[[], object]) -> float:
    clock = time.process_time()
    do()
    return time.process_time() - clock


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
