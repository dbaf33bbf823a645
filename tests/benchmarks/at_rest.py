"""What `newsdesk serve` holds when it has nothing to do: all its processes together.

    python -m tests.benchmarks.at_rest [--quiet 660] [--write tests/benchmarks/figures/at_rest.json]

Serves a folder with three documents, waits until nothing has been filed for `--quiet` seconds, and prints for each process
its resident memory (RSS), its share of it (PSS: pages that several processes have are divided among them), and what is
its own and was written to. The sum of the shares is what the desk costs; the sum of RSS counts shared pages more than once.
Fails above the goal.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.servers.copy_desk import article
from tests.servers.served_desk import ServedDesk
from tests.servers.watched_desk import drop, until

GOAL = 500.0
"""Megabytes, by either measure."""

_FIELD = re.compile(r"^(Rss|Pss|Private_Dirty):\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Megabytes of one process."""

    process: str
    rss: float
    pss: float
    written: float


def family(pid: int) -> list[int]:
    """A process and all that it started, directly or not."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def held(pid: int) -> Held:
    """What the system says of one process."""
    kilobytes = {k: int(n) / 1024 for k, n in _FIELD.findall(Path(f"/proc/{pid}/smaps_rollup").read_text())}
    words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    name = next((w for w in words if "flows." in w or "multiprocessing." in w or w == "serve"), words[0])
    return Held(
        process=re.split(r"[\n;,(]", name)[0].removeprefix("from "),
        rss=round(kilobytes["Rss"], 1),
        pss=round(kilobytes["Pss"], 1),
        written=round(kilobytes["Private_Dirty"], 1),
    )


def measure(desk: ServedDesk, quiet: float) -> dict[str, object]:
    """Have three documents filed, wait, and look."""
    for number in range(3):
        drop(desk.inbox, f"quay-{number}.txt", article(number))
    until(lambda: desk.received() == 3, 120, "the documents are filed")
    time.sleep(quiet)
    processes = [held(pid) for pid in family(desk.pid)]
    return {
        "quiet seconds": quiet,
        "rss": round(sum(p.rss for p in processes), 1),
        "pss": round(sum(p.pss for p in processes), 1),
        "processes": [asdict(p) for p in processes],
    }


def main() -> None:
    """Measure, print, and fail above the goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quiet", type=float, default=660.0)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ServedDesk(Path(folder)) as desk:
        found = measure(desk, given.quiet)
    text = json.dumps(found, indent=1)
    print(text)
    if given.write:
        given.write.write_text(text + "\n", "utf-8")
    sys.exit(1 if max(float(str(found["rss"])), float(str(found["pss"]))) > GOAL else 0)


if __name__ == "__main__":
    main()
