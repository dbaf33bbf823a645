"""What watches cost: CPU seconds to ask 1, 100 and 1,000 of a batch of articles. `python -m tests.benchmarks.watches FOLDER`.

The articles of the folder are filed once; then the same 100 of them are asked about with more and more watches, made of
words, names and measures that occur in them, in turns; then with 1,000 watches of measures by unit (`money`, `euros`, …).
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from parsers.watches import Watch
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, text_array, writing
from warehouse.watching import watches
from warehouse.watching.evaluate import evaluate

COUNTS = (1, 100, 1_000)
BATCH = 100
TURNS = 5


def made(warehouse: Warehouse, number: int) -> list[Watch]:
    """Watches as people have them: seven of ten are searches of two words, one phrases, one names, one measures."""
    chance = random.Random(7)
    words = [
        r[0]
        for r in warehouse.connection.execute(
            "select distinct term from search_term where length(term) > 4 order by 1"
        ).fetchall()
    ]
    names = [r[0] for r in warehouse.connection.execute("select distinct name from entity order by 1").fetchall()] or [
        "nobody"
    ]
    found = []
    for n in range(number):
        one, other = chance.sample(words, 2)
        asked = {7: ("search", f'"{one} {other}"'), 8: ("entity", chance.choice(names)), 9: ("measure", one)}.get(
            n % 10, ("search", f"{one} {other}")
        )
        found.append(Watch(name=f"w{n}", kind=asked[0], question=asked[1], targets=("mailto:a@press.example",)))  # type: ignore[arg-type]
    return found


def measures(number: int) -> list[Watch]:
    """Watches of figures by unit and kind, half of them with a word or a unit as the question, too."""
    chance = random.Random(3)
    return [
        Watch(
            name=f"m{n}", kind="measure", question=chance.choice(("money", "profit", "euros", "revenue")) if n % 2 else None,
            unit=chance.choice(("money", "USD", "euros", "tonnes", "jobs", "GBP", "percent")), at_least=chance.choice((1.0, 1e6, 1e9)),
        )
        for n in range(number)
    ]  # fmt: skip


def asked(warehouse: Warehouse, batch: list[str]) -> tuple[float, int]:
    """CPU seconds of asking all watches of a batch, and the alerts."""
    warehouse.run("enter_watch_due", incoming={"article_id": text_array(batch)})
    start = time.process_time()
    alerts = evaluate(warehouse, "r", datetime.now(UTC))
    return time.process_time() - start, alerts


def main() -> None:
    """Measure and print a line for each number of watches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Place.at(Path(folder) / "desk.duckdb")
        file_paths(place, given.paths)
        with writing(place) as warehouse:
            batch = [
                r[0]
                for r in warehouse.connection.execute(
                    "select article_id from article order by article_id limit ?", [BATCH]
                ).fetchall()
            ]
            ((articles,),) = warehouse.connection.execute("select count(*) from article").fetchall()
            print(f"{articles:,} articles, a batch of {len(batch)}")
            for count in COUNTS:
                measure(warehouse, batch, made(warehouse, count))
            measure(warehouse, batch, measures(COUNTS[-1]))


def measure(warehouse: Warehouse, batch: list[str], every: list[Watch]) -> None:
    """Ask so many watches, several times, each time as if nothing had been told."""
    costs, alerts = [], 0
    for _ in range(TURNS):
        for table in ("watch", "alert", "delivery", "watch_due"):
            warehouse.connection.execute(f"delete from {table}").fetchall()
        with warehouse.transaction():
            watches.add(warehouse, every, datetime.now(UTC))
        cost, alerts = asked(warehouse, batch)
        costs.append(cost)
    print(f"{len(every):>5} watches: {statistics.median(costs):.3f} s CPU (first {costs[0]:.3f}), {alerts} alerts")


if __name__ == "__main__":
    main()
