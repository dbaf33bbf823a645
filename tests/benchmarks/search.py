"""What the word index costs: milliseconds an article to keep up, bytes an article to store, seconds to ask.

    python -m tests.benchmarks.search ARTICLES.jsonl[.gz] [--batch 400]

The articles are schema.org NewsArticles, one a line.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import tempfile
import time
from pathlib import Path

from warehouse.database.place import Place
from warehouse.database.store import Warehouse, text_array, writing
from warehouse.database.terms import indexed
from warehouse.filing import word_index

REPEATS = 5


def index(warehouse: Warehouse, articles: list[dict[str, str]], start: int) -> None:
    """One batch; cutting its words is counted, too."""
    arrays = {
        "article_id": text_array([f"{start + i:020x}" for i in range(len(articles))]),
        "headline": text_array([a.get("headline") or "" for a in articles]),
        "body": text_array([a["articleBody"] for a in articles]),
    }
    with warehouse.transaction():
        with warehouse.incoming(arrays):
            warehouse.connection.execute(
                "insert into article by name select article_id, article_id as raw_document_id, headline, body as article_body, "
                "0 as word_count, '' as body_hash, '1' as parser_version, now() as recorded_at from incoming"
            ).fetchall()
        cut = [(" ".join(indexed(a.get("headline") or "")), " ".join(indexed(a["articleBody"]))) for a in articles]
        word_index.insert(
            warehouse, [word_index.Indexed(f"{start + i:020x}", "en", *both) for i, both in enumerate(cut)]
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--batch", type=int, default=400)
    given = parser.parse_args()
    opened = gzip.open if given.articles.suffix == ".gz" else open
    with opened(given.articles, "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    with tempfile.TemporaryDirectory() as folder, writing(Place.at(Path(folder) / "desk.duckdb")) as warehouse:
        wall, cpu = time.perf_counter(), time.process_time()
        for start in range(0, len(articles), given.batch):
            index(warehouse, articles[start : start + given.batch], start)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        number = len(articles)
        print(f"{number:,} articles of {statistics.mean(len(a['articleBody']) for a in articles):,.0f} characters")
        print(f"keeping up: {1000 * wall / number:.2f} ms an article ({1000 * cpu / number:.2f} ms of CPU)")
        blocks = _blocks(warehouse)
        print(f"stored: {blocks / number:,.0f} bytes an article")
        for query in ("oil", "oil prices", '"crude oil"', "refin*", "bank OR shares -oil"):
            times, spent = [], []
            for _ in range(REPEATS):
                start_at, cpu = time.perf_counter(), time.process_time()
                found = warehouse.connection.execute("select count(*) from search(?)", [query]).fetchall()[0][0]
                times.append(time.perf_counter() - start_at)
                spent.append(time.process_time() - cpu)
            print(
                f"{query:24} {found:6,} articles  {1000 * statistics.median(times):6.1f} ms, CPU {1000 * statistics.median(spent):5.1f} ms"
            )


def _blocks(warehouse: Warehouse) -> int:
    """Bytes of the blocks that the index holds."""
    warehouse.connection.execute("checkpoint").fetchall()
    size = 0
    for table in ("search_posting", "search_term", "search_document"):
        found = warehouse.connection.execute(
            f"select count(distinct block_id) from pragma_storage_info('{table}') where block_id >= 0"
        ).fetchall()
        size += found[0][0] * 262_144
    return size


if __name__ == "__main__":
    main()
