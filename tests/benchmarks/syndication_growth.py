"""Measure how the cost of a story grows with the warehouse: `PYTHONPATH=. python tests/benchmarks/syndication_growth.py [ARTICLES] [PER_DAY]`.

Generated articles in order of publication: stories of made-up words, each reprinted by up to seven of eighty outlets, cut,
lightly edited and followed by the outlet's own boilerplate. Prints CPU seconds per thousand articles for each tenth of the
run (fingerprint, judgement, SQL), the settlement's, and the peak memory.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from parsers.model import Article
from tests.benchmarks.syndication import AT, file_articles, parsed
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.stories import syndication

BATCH = 400


def generated(per_day: int, seed: int = 1) -> Iterator[Article]:
    """Articles without end."""
    made = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]
    words = ["".join(made.choices(syllables, k=made.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / (n + 10) for n in range(len(words))]
    pool = made.choices(words, weights, k=2_000_000)
    boxes = [" ".join(made.choices(words, k=50)) for _ in range(80)]

    def sentence() -> str:
        start = made.randrange(len(pool) - 30)
        piece = pool[start : start + made.randint(8, 26)]
        made.shuffle(piece)
        return " ".join(piece).capitalize() + f" {made.randint(2, 9999)}."

    number = 0
    while True:
        story = [sentence() for _ in range(made.randint(5, 25))]
        for outlet in made.sample(range(80), made.choice((1, 1, 1, 2, 3, 5, 7))):
            kept = story[: made.randint(max(2, len(story) // 3), len(story))]
            if made.random() < 0.3:
                kept[made.randrange(len(kept))] = sentence()
            body = "\n\n".join([*kept, boxes[outlet]])
            yield Article(
                article_id=f"{seed:04d}{number:016d}",
                raw_document_id="",
                article_body=body,
                word_count=len(body.split()),
                parser_version="0",
                headline=" ".join(story[0].split()[:6]),
                publisher=f"Outlet {outlet}",
                date_published=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=number / per_day),
            )
            number += 1


def main() -> None:
    """Run and print."""
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
    per_day = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    articles = generated(per_day)
    done, spent, tenth = 0, 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        place = Place.at(Path(folder) / "desk.duckdb")
        while batch := list(islice(articles, min(BATCH, total - done))):
            clock = time.process_time()
            documents = [parsed(a) for a in batch]
            spent += time.process_time() - clock
            with writing(place) as warehouse:
                warehouse.connection.execute("set threads = 1")
                with warehouse.transaction():
                    file_articles(warehouse, documents)
                    clock = time.process_time()
                    syndication.judge_batch(warehouse, documents, AT)
                    spent += time.process_time() - clock
            done, tenth = done + len(batch), tenth + len(batch)
            if tenth >= total // 10 or done == total:
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                sys.stdout.write(f"{done:8} articles: {1000 * spent / tenth:.2f} s a thousand, {peak:.0f} MB\n")
                sys.stdout.flush()
                spent, tenth = 0.0, 0
        with writing(place) as warehouse, warehouse.transaction():
            clock = time.process_time()
            syndication.settle(warehouse)
            spent = time.process_time() - clock
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(f"settlement: {1000 * spent / total:.2f} s a thousand, {peak:.0f} MB\n")


if __name__ == "__main__":
    main()
