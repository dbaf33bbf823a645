"""What a user would assemble instead: plain text, datasketch, quantulum3, dateparser, executemany into DuckDB.

    python -m venv assembled && assembled/bin/pip install datasketch quantulum3 dateparser duckdb
    assembled/bin/python tests/benchmarks/assembled.py ARCHIVE.jsonl[.gz] [--articles 300]

Needs nothing of the desk. No repair, no word index, no entities, no quotations, no offsets in the printed text: near
copies by MinHash, quantities and dates sentence by sentence as the libraries' front pages advise, rows by executemany.
`--processes` spreads the extraction over processes, as the desk does. Prints articles a second as JSON.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

Row = tuple[Any, ...]


def shingles(text: str, size: int = 5) -> list[bytes]:
    """Runs of five words."""
    words = re.findall(r"\w+", text.casefold())
    return [" ".join(words[i : i + size]).encode() for i in range(max(1, len(words) - size + 1))]


def extracted(article: dict[str, Any]) -> tuple[list[Row], list[Row], Any]:
    """Rows of quantities and dates of one article, and its sketch."""
    from datasketch import MinHash
    from dateparser.search import search_dates
    from quantulum3 import parser

    text = article["articleBody"]
    sketch = MinHash(num_perm=128)
    sketch.update_batch(shingles(text))
    quantities: list[Row] = []
    dates: list[Row] = []
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        quantities += [(q.value, q.unit.name, *q.span, q.surface) for q in _safely(parser.parse, sentence)]
        dates += [(surface, moment) for surface, moment in _safely(search_dates, sentence, languages=["en"])]
    return quantities, dates, sketch


def _safely(function: Any, *arguments: Any, **named: Any) -> list[Any]:
    """What the library finds; it raises on some sentences of real copy, which then count as empty."""
    try:
        return function(*arguments, **named) or []
    except Exception:  # noqa: BLE001 - any error of a library under comparison
        return []


def run(articles: list[dict[str, Any]], database: Path, processes: int) -> dict[str, float]:
    """Seconds by stage."""
    import duckdb
    from datasketch import MinHashLSH

    start = time.perf_counter()
    if processes > 1:
        with ProcessPoolExecutor(processes) as pool:
            found = list(pool.map(extracted, articles, chunksize=10))
    else:
        found = [extracted(article) for article in articles]
    done = time.perf_counter()
    index = MinHashLSH(threshold=0.5, num_perm=128)
    copies: list[Row] = []
    for n, (_, _, sketch) in enumerate(found):
        copies += [(n, int(other)) for other in index.query(sketch)]
        index.insert(n, sketch)
    linked = time.perf_counter()
    with duckdb.connect(str(database)) as connection:
        for table, columns, rows in (
            ("article", "id integer, headline varchar, body varchar", [(n, a.get("headline"), a["articleBody"]) for n, a in enumerate(articles)]),
            ("quantity", "article integer, value double, unit varchar, a integer, b integer, surface varchar", [(n, *q) for n, (qs, _, _) in enumerate(found) for q in qs]),
            ("date", "article integer, surface varchar, moment timestamp", [(n, s, m.replace(tzinfo=None)) for n, (_, ds, _) in enumerate(found) for s, m in ds]),
            ("copy", "article integer, other integer", copies),
        ):  # fmt: skip
            connection.execute(f"create table {table} ({columns})")
            if rows:
                connection.executemany(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)
    return {"extract": done - start, "copies": linked - done, "insert": time.perf_counter() - linked}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    opened = gzip.open if given.archive.suffix == ".gz" else open
    with opened(given.archive, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in islice(lines, given.articles)]
    with tempfile.TemporaryDirectory() as folder:
        seconds = run(articles, Path(folder) / "assembled.duckdb", given.processes)
    rate = len(articles) / sum(seconds.values())
    print(json.dumps({"articles": len(articles), "articles_a_second": round(rate, 1), "seconds": {k: round(v, 2) for k, v in seconds.items()}}))  # fmt: skip


if __name__ == "__main__":
    main()
