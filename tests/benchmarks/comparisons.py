"""Contradictions and corroborations of a desk, to be read by a person: which of them are ones?

python -m tests.benchmarks.comparisons DATABASE [-n 40]
"""

from __future__ import annotations

import argparse

from warehouse.database.place import Place
from warehouse.database.store import reading

CONTRADICTIONS = """
select about, thing, verb, unit, timex_value, list_distinct(list_transform(versions, lambda v: v.value)), versions[1].exact, versions[-1].exact
from contradiction order by md5(concat(about, thing, timex_value, unit)) limit ?"""

CORROBORATIONS = """
select about, measure, value, unit, timex_value, independent, stories, exact
from corroboration where independent > 1 order by md5(concat(about, measure, timex_value, unit)) limit ?"""


def main() -> None:
    """Print how many there are, and a fixed sample of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database")
    parser.add_argument("-n", type=int, default=40)
    arguments = parser.parse_args()
    with reading(Place.at(arguments.database)) as warehouse:
        ask = warehouse.connection.execute
        print("contradictions:", ask("select count(*) from contradiction").fetchall()[0][0])
        for number, row in enumerate(ask(CONTRADICTIONS, [arguments.n]).fetchall(), 1):
            print(f"{number:>3} {row[:6]}", *row[6:], sep="\n      ")
        print("corroborated:", ask("select count(*) from corroboration where independent > 1").fetchall()[0][0])
        for number, row in enumerate(ask(CORROBORATIONS, [arguments.n]).fetchall(), 1):
            print(f"{number:>3} {row[:7]}", row[7], sep="\n      ")


if __name__ == "__main__":
    main()
