"""What a publication costs at 10,000, 100,000 and more generated articles, and how fresh readers are by the policy.

    python -m tests.benchmarks.publish [--articles 10000 100000 1000000] [--folder DIR]

The articles are generated: 2,200 characters of invented sentences each, with their bytes, a passage a paragraph, thirty
facts and the word index, so that the file has the size of a real one. Beyond 100,000 they are repeated under new ids.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np

from flows.run.desk import PUBLISH_SECONDS, PUBLISH_SHARE
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import Warehouse, exclusive, reading, text_array, writing
from warehouse.filing import word_index

WORDS_EACH = 340
BATCH = 400
REPEATS = 3
DISTINCT = 100_000

SENTENCE = ("minister", "harbour", "agreed", "railway", "percent", "council", "report", "opened", "million", "Tuesday")


def vocabulary() -> list[str]:
    """Thirty thousand invented words, and the common ones."""
    random.seed(7)
    letters = "abcdefghijklmnoprstuvz"
    return [*SENTENCE, *("".join(random.choices(letters, k=random.randint(3, 10))) for _ in range(30_000))]


def fill(warehouse: Warehouse, start: int, number: int, words: list[str]) -> None:
    """One batch of generated articles, in every table that grows with them."""
    # Zipf's law gives the word index the shape of a real one
    picks = np.minimum(np.random.default_rng(start).zipf(1.2, (number, WORDS_EACH)) - 1, len(words) - 1)
    bodies = [" ".join(words[i] for i in row) for row in picks]
    ids = [f"{start + i:020x}" for i in range(number)]
    arrays = {
        "position": np.arange(number, dtype=np.int32),
        "article_id": text_array(ids),
        "headline": text_array([b[:60] for b in bodies]),
        "body": text_array(bodies),
    }
    with warehouse.transaction():
        with warehouse.incoming(arrays):
            for statement in ROWS:
                warehouse.connection.execute(statement).fetchall()
        word_index.insert(warehouse, [word_index.Indexed(i, "en", b[:60], b) for i, b in zip(ids, bodies, strict=True)])


ROWS = (
    """insert into article by name select article_id, article_id as raw_document_id, article_id as story_id, headline,
       body as article_body, 340 as word_count, article_id as body_hash, '1' as parser_version, now() as recorded_at,
       timestamptz '2024-01-01 00:00Z' + interval 1 minute * position as date_published from incoming""",
    """insert into raw_document by name select article_id as raw_document_id, encode(body) as payload, 'text/plain' as media_type,
       'utf-8' as charset, 2200 as byte_length, now() as first_seen_at from incoming""",
    """insert into arrival by name select article_id as arrival_id, article_id as raw_document_id, 'file' as source_kind,
       '/inbox/' || article_id || '.txt' as source_uri, now() as arrived_at, 'r' as run_id, 'loaded' as outcome, article_id from incoming""",
    """insert into passage by name select article_id, n as ordinal, 'paragraph' as kind, n * 200 as start_char, n * 200 + 198 as end_char
       from incoming, range(10) t(n)""",
    """insert into fact by name select article_id || n as fact_id, article_id, 'quantity' as kind, 'count' as subtype, n * 7.5 as value,
       '{person}' as unit, 'asserted' as modality, n * 60 as start_char, n * 60 + 90 as end_char, substring(body, n * 60 + 1, 90) as exact,
       n * 60 as raw_start, n * 60 + 90 as raw_end, 'bench' as extractor, '1' as extractor_version from incoming, range(30) t(n)""",
)


REPEATED = (
    "insert into article select * replace (md5(article_id || $k)[:20] as article_id) from article where rowid < $n",
    "insert into raw_document select * replace (md5(raw_document_id || $k)[:20] as raw_document_id) from raw_document where rowid < $n",
    "insert into arrival select * replace (md5(arrival_id || $k)[:20] as arrival_id) from arrival where rowid < $n",
    "insert into passage select * replace (md5(article_id || $k)[:20] as article_id) from passage where rowid < 10 * $n",
    "insert into fact select * replace (md5(article_id || $k)[:20] as article_id) from fact where rowid < 30 * $n",
    "insert into search_document select * replace (document + $k * $n as document, batch + $k * $n as batch, md5(article_id || $k)[:20] as article_id) from search_document where document <= $n",
    "insert into search_posting select * replace (batch + $k * $n as batch, list_transform(documents, lambda d: (d + $k * $n)::integer) as documents) from search_posting where batch <= $n",
)


def repeat(warehouse: Warehouse, time_number: int) -> None:
    """Add the distinct articles once more under new ids."""
    for statement in REPEATED:
        said = statement.replace("$k", str(time_number)).replace("$n", str(DISTINCT))
        warehouse.connection.execute(said).fetchall()


def grow(warehouse: Warehouse, held: int, size: int, words: list[str]) -> int:
    """Some more articles; how many there are then."""
    if held >= DISTINCT:
        repeat(warehouse, held // DISTINCT)
        return held + DISTINCT
    for _ in range(25):
        number = min(BATCH, size - held)
        if number:
            fill(warehouse, held, number, words)
        held += number
    return held


def measure(folder: Path, sizes: list[int]) -> None:
    """Grow one desk to each size and publish it a few times."""
    place = Place.at(folder / "desk.duckdb")
    words = vocabulary()
    held = 0
    print(f"{'articles':>10} {'MB':>7} {'publish s':>10} {'stale at most s':>16} {'search s':>9}")
    for size in sorted(sizes):
        while held < size:
            with writing(place) as warehouse:
                held = grow(warehouse, held, size, words)
        costs = []
        for _ in range(REPEATS):
            with exclusive(place):
                start = time.perf_counter()
                publish(place)
                costs.append(time.perf_counter() - start)
        cost = statistics.median(costs)
        stale = max(PUBLISH_SECONDS, PUBLISH_SHARE * cost) + cost
        megabytes = place.published.stat().st_size / 1e6
        print(f"{size:>10,} {megabytes:>7,.0f} {cost:>10.2f} {stale:>16.0f} {_search(place, words):>9.3f}", flush=True)


def _search(place: Place, words: list[str]) -> float:
    """Seconds of a search for words that one article in a few hundred has, as the words of a subject are."""
    low, high = words[400], words[900]
    with reading(place) as warehouse:
        times = []
        for query in (f"{low} {high}", low, f"{high} OR {words[1500]}"):
            start = time.perf_counter()
            warehouse.connection.execute("select * from search(?) limit 10", [query]).fetchall()
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="where the desk is made (default: a temporary folder)")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    try:
        measure(folder, given.articles)
    finally:
        if given.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
