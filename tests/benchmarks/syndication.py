"""Measure how stories are put together: `PYTHONPATH=. python tests/benchmarks/syndication.py ARCHIVE.jsonl.gz GOLD.tsv [--batch N] [--shuffle SEED]`.

The archive holds one schema.org NewsArticle a line, the gold table the columns id, story, kind, kept, copy_of, wrapped.
Articles go to the warehouse as they are, not repaired; figures are those of the whole stage on one core,
in seconds of CPU time: fingerprint, judgement, SQL and settlement. As in a run of the desk, the database stays open
between batches and Python's collector looks seldom.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import random
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from flows.run.garbage import seldom
from parsers.model import Article, Parsed
from parsers.syndication import fingerprint
from tests.benchmarks.grouping import score
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, staying, writing
from warehouse.filing.rows import ARTICLE, article_row, filing
from warehouse.stories import syndication

DATABASE = "desk.duckdb"

AT = datetime(2026, 1, 1, tzinfo=UTC)


def article(row: dict) -> Article:
    """A row of the archive as the parsers would hand it on, unrepaired."""
    body = row["articleBody"]
    return Article(
        article_id=hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:20],
        raw_document_id="",
        article_body=body,
        word_count=len(body.split()),
        parser_version="0",
        url=row["url"],
        headline=row["headline"],
        publisher=row["publisher"]["name"],
        date_published=datetime.fromisoformat(row["datePublished"]),
        date_published_precision="second",
    )


def parsed(read: Article) -> Parsed:
    """The article with its fingerprint."""
    print_ = fingerprint(read.article_body)
    return Parsed(
        article=read, media_type="", charset="", passages=(), repairs=(), facts=(), mentions=(), fingerprint=print_
    )


def file_articles(warehouse: Warehouse, batch: list[Parsed]) -> None:
    """What the desk does with a batch before stories are judged; not counted."""
    rows = [(*article_row(filing(p)), p.fingerprint.exact, AT) for p in batch]
    warehouse.append("article", (*ARTICLE, "body_hash", "recorded_at"), rows)


def ingest(folder: Path, rows: list[dict], batch: int, threads: int = 1) -> tuple[dict[str, str], float, float]:
    """Story by url for all rows, seconds of the stage, and seconds of the settlement among them."""
    seconds = settled = 0.0
    place = Place.at(folder / DATABASE)
    for start in range(0, len(rows), batch):
        read = [article(r) for r in rows[start : start + batch]]
        clock = time.process_time()
        documents = [parsed(a) for a in read]
        seconds += time.process_time() - clock
        with writing(place) as warehouse:
            warehouse.connection.execute(f"set threads = {threads}")
            with warehouse.transaction():
                file_articles(warehouse, documents)
                clock = time.process_time()
                syndication.judge_batch(warehouse, documents, AT)
                seconds += time.process_time() - clock
    with writing(place) as warehouse, warehouse.transaction():
        warehouse.connection.execute(f"set threads = {threads}")
        clock = time.process_time()
        syndication.settle(warehouse)
        settled = time.process_time() - clock
    with writing(place) as warehouse:
        stories = dict(warehouse.connection.execute("select url, story_id from article").fetchall())
    return stories, seconds + settled, settled


def main() -> None:
    """Print the figures of one run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("archive")
    options.add_argument("gold")
    options.add_argument("--batch", type=int, default=400)
    options.add_argument("--shuffle", type=int)
    chosen = options.parse_args()
    with gzip.open(chosen.archive, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    with Path(chosen.gold).open(encoding="utf8") as table:
        gold = {r["id"]: r for r in csv.DictReader(table, delimiter="\t")}
    if chosen.shuffle is not None:
        random.Random(chosen.shuffle).shuffle(rows)
    with tempfile.TemporaryDirectory() as folder, seldom(), staying(Place.at(Path(folder) / DATABASE)):
        stories, seconds, settled = ingest(Path(folder), rows, chosen.batch)
    predicted = {url.rsplit("/", 1)[1]: s for url, s in stories.items()}
    for name, value in score(gold, predicted).items():
        sys.stdout.write(f"{name:28} {value:.4f}\n")
    groups = hashlib.sha256(repr(sorted(predicted.items())).encode()).hexdigest()[:12]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{len(rows) / seconds:.0f} articles/s ({seconds:.1f} s, settlement {settled:.1f} s), {peak:.0f} MB, stories {groups}\n"
    )


if __name__ == "__main__":
    main()
