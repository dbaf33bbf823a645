"""Kill `reprocess`, `maintain`, `restore`, `forget` and `migrate` before random events, call them again, and compare every table.

    python -m tests.benchmarks.verb_kills [--kills 20] [--verbs reprocess maintain …] [--seed N] [--articles N]

Prints a line for each event after which something differs, and for each verb how many came out equal.
"""

from __future__ import annotations

import argparse
import lzma
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.verb_kills import VERBS, copied, made, spoilt, undisturbed, wrong
from tests.warehouse import test_migration_kills as migrating
from warehouse.database.place import Place


def main() -> None:
    """Try so many kills of each verb."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--verbs", nargs="+", default=[*VERBS, "migrate"])
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--articles", type=int, default=24)
    given = options.parse_args()
    dice = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = made(Path(name, "desk"), given.articles)
        for verb in given.verbs:
            events, equal, tried = (
                _migrations(Path(name), given.kills, dice)
                if verb == "migrate"
                else _of(folder, verb, given.kills, dice)
            )
            print(f"{verb}: {equal} of {tried} equal after a kill and a second call; {events} events", flush=True)


def _of(folder: Path, verb: str, most: int, dice: random.Random) -> tuple[int, int, int]:
    desk = copied(folder, f"{verb}-desk")
    if verb in ("reprocess", "maintain"):
        spoilt(desk)
    events, before, after = undisturbed(desk, VERBS[verb])

    def differs(at: int) -> str:
        copy = copied(desk, "tried")
        try:
            return ", ".join(sorted(wrong(copy, VERBS[verb], at, before, after)))
        finally:
            shutil.rmtree(copy)

    return events, *_counted(verb, events, most, dice, differs)


def _migrations(folder: Path, most: int, dice: random.Random) -> tuple[int, int, int]:
    """The same of an upgrade of a database of nine migrations."""
    place = Place.at(folder / "old" / "desk.duckdb")
    place.desk.mkdir(parents=True)
    place.live.write_bytes(lzma.decompress(migrating.OLDER.read_bytes()))
    events, before, after = migrating.undisturbed(folder / "old")
    return events, *_counted(
        "migrate", events, most, dice, lambda at: migrating.tried(folder / "old", at, before, after)
    )


def _counted(verb: str, events: int, most: int, dice: random.Random, differs: Callable[[int], str]) -> tuple[int, int]:
    """How many came out equal, of how many."""
    chosen = sorted(dice.sample(range(events), min(most, events)))
    equal = 0
    for at in chosen:
        found = differs(at)
        equal += not found
        if found:
            print(f"{verb}, event {at} of {events}: {found}", flush=True)
    return equal, len(chosen)


if __name__ == "__main__":
    main()
