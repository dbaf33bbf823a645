"""Kill a filing run before each of its events in turn, run it again, and compare every table with an undisturbed run.

    python -m tests.benchmarks.kills [--every N] [--articles N]

Prints a line for each event after which a table differs, and how many of all came out equal. About a second an event.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tests.flows.run.test_desk import archive, contents
from tests.kills import differing, file_and_kill
from warehouse.database.place import Place


def main() -> None:
    """Try every event."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--articles", type=int, default=24)
    given = options.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox = folder / "inbox"
        inbox.mkdir()
        archive(inbox / "archive.jsonl.gz", given.articles)
        (inbox / "empty.txt").write_text("")
        (inbox / "empty too.txt").write_text("")
        undisturbed = Place.at(folder / "undisturbed.duckdb")
        events = file_and_kill(undisturbed, [str(inbox)], None)
        expected = contents(undisturbed)
        tried = range(0, events, given.every)
        equal = sum(_tried(folder, inbox, at, expected) for at in tried)
    print(
        f"{equal} of {len(tried)} equal after a kill and a second run; {events} events; {time.monotonic() - start:.0f} s"
    )


def _tried(folder: Path, inbox: Path, at: int, expected: dict[str, list[tuple[object, ...]]]) -> bool:
    place = Place.at(folder / f"at{at}" / "desk.duckdb")
    place.published.parent.mkdir()
    killed = file_and_kill(place, [str(inbox)], at) == -1
    file_and_kill(place, [str(inbox)], None)
    differ = differing(place, expected)
    if differ or not killed:
        print(f"event {at}: {'differs in ' + ', '.join(sorted(differ)) if differ else 'was not reached'}", flush=True)
    elif at % 20 == 0:
        print(f"event {at}: tried", flush=True)
    return killed and not differ


if __name__ == "__main__":
    main()
