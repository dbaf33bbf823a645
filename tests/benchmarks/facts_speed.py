"""Speed of fact extraction, beside quantulum3 and dateparser, in processor time on one core.

    python tests/benchmarks/facts_speed.py ../shared/evals/duplicates_dev.jsonl.gz [--sample 400] [--peers VENV/bin/python]

Takes every n-th article of a gzipped file of schema.org NewsArticles, and prints articles per second for all kinds of
facts, for numbers and times alone, and, in the same run, for the peers on the first 20 of the sample (they are slow).
Then the time per character for bodies from 1 kB to 1 MB, and for patterns made to hurt.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pathlib
import subprocess
import time
from dataclasses import replace
from datetime import UTC, date, datetime

from parsers.facts import extract, quantity, syntax
from parsers.facts import time as times
from parsers.facts.reading import Reading, Span, reading
from parsers.model import Article, Passage

PEERS = """
import json, sys, time
texts = json.load(sys.stdin)
def timed(name, read):
    read(texts[0][:300])
    start = time.process_time()
    for text in texts:
        read(text)
    print(f"{name}: {len(texts) / (time.process_time() - start):.1f} articles/s on {len(texts)} of them")
from quantulum3 import parser
timed("quantulum3", parser.parse)
from dateparser.search import search_dates
timed("dateparser.search", lambda text: search_dates(text, languages=["en"]))
"""

PATTERNS = ("1 ", "one ", "a million ", "10:30, ", "1-", "$", "between 1 and ", "two days after ", "1/", "6 to ", "1 hour and ", "March ", "of the ", '"', "1,", "the 3rd of ", "x")  # fmt: skip


def article_of(text: str) -> tuple[Article, tuple[Passage, ...]]:
    """A text as an article; blank lines part its passages."""
    article = Article(
        article_id="b",
        raw_document_id="b",
        article_body=text,
        word_count=0,
        parser_version="0",
        date_published=datetime(2024, 3, 31, tzinfo=UTC),
        in_language="en",
    )
    passages, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            passages.append(
                Passage(ordinal=len(passages), kind="paragraph", start_char=start, end_char=start + len(part))
            )
        start += len(part) + 2
    return article, tuple(passages)


def numbers_and_times(text: Reading) -> int:
    """How many times and quantities a reading has; it is read as if none of its sentences had been read before."""
    times.times.forget()
    quantity.figures.forget()
    syntax.parses.forget()
    found = tuple(times.extract(text))
    return len(found) + sum(1 for _ in quantity.extract(replace(text, facts=found)))


def seconds(work, *arguments) -> float:
    """Processor time of one call."""
    start = time.process_time()
    work(*arguments)
    return time.process_time() - start


def one_sentence(body: str) -> Reading:
    """A body as one sentence."""
    return Reading(
        body=body, passages=(), sentences=(Span(0, len(body)),), mentions=(), in_language="en",
        date_published=date(2024, 3, 31), publisher=None, author=(),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=pathlib.Path)
    parser.add_argument("--sample", type=int, default=400)
    parser.add_argument("--peers", type=pathlib.Path)
    arguments = parser.parse_args()
    with gzip.open(arguments.articles, "rt", encoding="utf8") as lines:
        bodies = [json.loads(line)["articleBody"] for line in lines]
    sample = bodies[:: max(1, len(bodies) // arguments.sample)]
    print(f"{len(sample)} articles, {sum(map(len, sample)) / len(sample):.0f} characters each")
    articles = [article_of(body) for body in sample]
    extract(*articles[0])
    spent = sum(seconds(extract, *article) for article in articles)
    print(f"all facts: {len(sample) / spent:.0f} articles/s, {1000 * spent / len(sample):.2f} ms each")
    readings = [reading(*article) for article in articles]
    spent = sum(seconds(numbers_and_times, text) for text in readings)
    print(f"quantities and times: {len(sample) / spent:.0f} articles/s, {1000 * spent / len(sample):.2f} ms each")
    if arguments.peers:
        run = subprocess.run(
            [arguments.peers, "-c", PEERS], input=json.dumps(sample[:20]), capture_output=True, text=True, check=True
        )
        print(run.stdout.strip())
    joined = "\n\n".join(sample)
    while len(joined) < 1_000_000:
        joined += "\n\n" + joined
    for size in (1_000, 10_000, 100_000, 1_000_000):
        text = reading(*article_of(joined[:size]))
        print(f"{size:>9} characters: {seconds(numbers_and_times, text) / size * 1e6:.2f} µs a character")
    for pattern in PATTERNS:
        short, long = (
            seconds(numbers_and_times, one_sentence(pattern * (size // len(pattern)))) / size * 1e6
            for size in (50_000, 500_000)
        )
        print(f"{pattern!r:>20} repeated: {short:.2f} µs a character at 50 kB, {long:.2f} at 500 kB")


if __name__ == "__main__":
    main()
