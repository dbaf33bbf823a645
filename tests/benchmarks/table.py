"""The figures of docs/performance.md again, in one go: each benchmark in a process of its own, one after the other.

    python -m tests.benchmarks.table ARCHIVE.jsonl[.gz] [--only NAME …]

The archive is of schema.org NewsArticles, one a line. What a benchmark prints is shown under its command. On a machine that
does other work, read the CPU seconds and the counts, not the articles a second.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

ARCHIVE = "ARCHIVE"
BENCHMARKS = {
    "work": ("work",),
    "side_by_side": ("side_by_side", ARCHIVE),
    "whole_path": ("whole_path", ARCHIVE),
    "growth": ("whole_path", ARCHIVE, "--rounds", "11", "--no-prefect", "--no-command-line"),
    "search": ("search_speed", "--articles", "4000"),
    "search_many": ("search_speed", "--articles", "100000"),
    "word_index": ("search", ARCHIVE),
}
"""Name, module and arguments of what is measured."""


def main() -> int:
    """Run them; the number of those that failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--only", nargs="+", choices=[*BENCHMARKS], default=[*BENCHMARKS])
    given = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    failed = 0
    for name in given.only:
        module, *rest = BENCHMARKS[name]
        arguments = [str(given.archive.resolve()) if each == ARCHIVE else each for each in rest]
        command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
        print(f"\n== {' '.join(['python', *command[1:]])}", flush=True)
        failed += subprocess.run(command, cwd=ROOT, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
