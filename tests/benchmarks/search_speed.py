"""Search against SQLite's FTS5 on the same made articles, in one run: CPU milliseconds a question.

    python -m tests.benchmarks.search_speed [--articles 4000]

Words are made and as frequent as words are (Zipf). FTS5 knows no stems, so the counts of single words differ.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.benchmarks.search import index
from warehouse.asking.matching import matched
from warehouse.database.place import Place
from warehouse.database.store import writing

VOCABULARY = 60_000
LENGTH = 300
BATCH = 400
REPEATS = 7
SYLLABLES = ("ba", "do", "fi", "gu", "ka", "le", "mi", "no", "pra", "ru", "sta", "te", "vo", "win", "zer", "cho")


def word(number: int) -> str:
    """A made word, the same for a number every time."""
    said = SYLLABLES[number % 16] + SYLLABLES[number // 16 % 16]
    return said + "".join(SYLLABLES[int(digit, 16)] for digit in f"{number // 256:x}")


def articles(number: int) -> list[dict[str, str]]:
    """Made articles, the same every time."""
    rng = np.random.default_rng(7)
    words = np.array([word(n) for n in range(VOCABULARY)], dtype=object)
    drawn = np.minimum(rng.zipf(1.2, (number, LENGTH)), VOCABULARY) - 1
    return [{"headline": " ".join(words[row[:8]]), "articleBody": " ".join(words[row[8:]])} for row in drawn]


QUESTIONS = {
    "a word": (word(40), word(40)),
    "two words": (f"{word(40)} {word(90)}", f"{word(40)} {word(90)}"),
    "a phrase": (f'"{word(3)} {word(9)}"', f'"{word(3)} {word(9)}"'),
    "a prefix": (f"{word(700)[:6]}*", f"{word(700)[:6]}*"),
    "alternatives": (f"{word(40)} OR {word(90)} -{word(200)}", f"({word(40)} OR {word(90)}) NOT {word(200)}"),
    "near": (f'"{word(3)} {word(9)}"~5', f'NEAR("{word(3)}" "{word(9)}", 4)'),
}
"""What is asked: here, and in FTS5's words."""


def cost(asked: Callable[[], list[tuple[object, ...]]]) -> tuple[int, float]:
    """How many rows a question gives, and the median of its CPU milliseconds."""
    rows, spent = len(asked()), []
    for _ in range(REPEATS):
        start = time.process_time()
        asked()
        spent.append(1000 * (time.process_time() - start))
    return rows, statistics.median(spent)


def main() -> None:
    """Fill both, ask both in turns, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=4000)
    made = articles(parser.parse_args().articles)
    with tempfile.TemporaryDirectory() as folder, writing(Place.at(Path(folder) / "desk.duckdb")) as warehouse:
        for start in range(0, len(made), BATCH):
            index(warehouse, made[start : start + BATCH], start)
        warehouse.connection.execute("checkpoint").fetchall()
        peer = sqlite3.connect(":memory:")
        peer.execute("create virtual table a using fts5(headline, body, tokenize = 'unicode61 remove_diacritics 2')")
        peer.executemany("insert into a values (?, ?)", [(each["headline"], each["articleBody"]) for each in made])
        peer.execute("insert into a (a) values ('optimize')")
        print(
            f"{len(made):,} articles; best 20: rows and CPU ms of search(…), ms of what newsdesk search asks, rows and ms of FTS5"
        )
        for name, (ours, theirs) in QUESTIONS.items():
            here = cost(
                lambda said=ours: warehouse.connection.execute("from search(?) limit 20", [said]).fetchall()  # type: ignore[misc]
            )
            _, quick = cost(lambda said=ours: [*matched(warehouse, said)["score"].tolist()])  # type: ignore[misc]
            there = cost(
                lambda said=theirs: peer.execute(  # type: ignore[misc]
                    "select rowid, headline, bm25(a, 3, 1) as s from a where a match ? order by s limit 20", [said]
                ).fetchall()
            )
            print(f"{name:14} {here[0]:4} {here[1]:8.2f} {quick:8.2f}   {there[0]:4} {there[1]:8.2f}")


if __name__ == "__main__":
    main()
