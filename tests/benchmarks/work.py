"""How much work parsing is, counted and not timed: calls of functions, Python's and C's, for 50 documents.

    python -m tests.benchmarks.work [--renew]

The documents are those of `seeds/`, and the texts of the golden documents wrapped at several widths with the words run
together, so that repair has its part. A busy machine changes nothing about the number; another minor version of Python does, so each has its own in
`figures/work.json`. `tests/test_work.py` fails when the number has grown by a fifth; --renew writes today's, which must
then be named in CHANGELOG.md with the reason.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import textwrap
from itertools import islice
from pathlib import Path

from parsers.facts.remembered import Remembered
from parsers.fields import known_outlets
from parsers.known import Desk
from parsers.model import RawDocument
from parsers.pipeline import parse

ROOT = Path(__file__).resolve().parents[2]
FIGURES = Path(__file__).with_name("figures") / "work.json"
DOCUMENTS = 50
WIDTHS = (60, 66, 72, 78)
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


def documents() -> list[RawDocument]:
    """The documents, the same every time."""
    files = sorted(p for p in (ROOT / "seeds").iterdir() if p.suffix in (".txt", ".html"))
    golden = sorted((ROOT / "tests" / "golden" / "documents").glob("*.json"))
    bodies = ["\n".join(text for *_, text in json.loads(p.read_text("utf-8"))["passages"]) for p in golden]
    damaged = [run_together(body, width) for width in WIDTHS for body in bodies]
    payloads = islice([*[p.read_bytes() for p in files], *damaged], DOCUMENTS)
    return [RawDocument(raw_document_id=f"{n:064}", payload=p, source_uri=f"{n}.txt") for n, p in enumerate(payloads)]


def run_together(body: str, width: int) -> bytes:
    """A text as it is when its lines were wrapped and then joined without a space; paragraphs stay."""
    return "\n\n".join("".join(textwrap.wrap(each, width)) for each in body.split("\n") if each.strip()).encode()


def calls() -> int:
    """Calls that parsing the documents takes, once words and tables are loaded."""
    import flows.run.warm  # noqa: F401 - loads them

    gc.unfreeze()
    remembered = [each for each in gc.get_objects() if isinstance(each, Remembered)]
    desk, counted = Desk(outlets=known_outlets()), 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    for document in documents():
        for each in remembered:
            each.forget()  # the documents share sentences, and reading is to be counted
        sys.setprofile(count)
        try:
            parse(document, desk)
        finally:
            sys.setprofile(None)
    return counted


def calls_of_another_process() -> int:
    """The same, counted in a fresh process in which the order of sets is always the same."""
    command = [sys.executable, "-m", "tests.benchmarks.work", "--count"]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout)


def figures() -> dict[str, int]:
    """Calls by version of Python, as they were when they were last renewed."""
    known: dict[str, int] = json.loads(FIGURES.read_text("utf-8"))
    return known


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--renew", action="store_true")
    parser.add_argument("--count", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.count:
        print(calls())
        return
    now = calls_of_another_process()
    before = figures().get(VERSION) if FIGURES.exists() else None
    print(
        f"Python {VERSION}: {now:,} calls for {DOCUMENTS} documents"
        + (f", {now / before:.3f} of before" if before else "")
    )
    if given.renew:
        known = (figures() if FIGURES.exists() else {}) | {VERSION: now}
        FIGURES.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
