"""Near-duplicate libraries on the same archive: `PYTHONPATH=. python tests/benchmarks/syndication_peers.py ARCHIVE.jsonl.gz GOLD.tsv`.

Needs `pip install datasketch rensa simhash` in an environment of its own. Each links pairs as its documentation advises;
linked pairs are joined into groups. CPU time is that of hashing, searching and joining.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.grouping import score

Links = Iterator[tuple[int, int]]


def words(text: str, size: int) -> set[str]:
    """Runs of `size` words."""
    found = re.findall(r"\w+", text.casefold())
    return {" ".join(found[i : i + size]) for i in range(max(1, len(found) - size + 1))}


def letters(text: str, size: int) -> set[str]:
    """Runs of `size` letters, spaces left out."""
    found = "".join(re.findall(r"\w", text.casefold()))
    return {found[i : i + size] for i in range(max(1, len(found) - size + 1))}


def datasketch(texts: list[str]) -> Links:
    """MinHash LSH over five words, Jaccard 0.5, 128 permutations."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([s.encode() for s in words(text, 5)])
        yield from ((number, other) for other in index.query(sketch))
        index.insert(number, sketch)


def rensa(texts: list[str]) -> Links:
    """RMinHash LSH over twenty letters, Jaccard 0.5, 128 permutations."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    sketches = []
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(list(letters(text, 20)))
        yield from ((number, other) for other in index.query(sketch) if sketches[other].jaccard(sketch) >= 0.5)
        index.insert(number, sketch)
        sketches.append(sketch)


def simhash(texts: list[str]) -> Links:
    """SimHash over words, at most three of 64 bits different."""
    from simhash import Simhash

    blocks: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        value = Simhash(re.findall(r"\w+", text.casefold())).value
        near = {pair for i in range(4) for pair in blocks[i, value >> 16 * i & 0xFFFF]}
        yield from ((number, other) for other, there in near if (value ^ there).bit_count() <= 3)
        for i in range(4):
            blocks[i, value >> 16 * i & 0xFFFF].append((number, value))


def groups(count: int, links: Links) -> list[int]:
    """The group of each text."""
    parent = list(range(count))

    def top(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for one, other in links:
        parent[top(one)] = top(other)
    return [top(n) for n in range(count)]


def main() -> None:
    """Print the table."""
    archive, table = sys.argv[1:3]
    with gzip.open(archive, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    with Path(table).open(encoding="utf8") as opened:
        gold = {r["id"]: r for r in csv.DictReader(opened, delimiter="\t")}
    names = [r["url"].rsplit("/", 1)[1] for r in rows]
    texts = [r["articleBody"] for r in rows]
    methods: tuple[Callable[[list[str]], Links], ...] = (datasketch, rensa, simhash)
    for method in methods:
        clock = time.process_time()
        found = groups(len(texts), method(texts))
        seconds = time.process_time() - clock
        figures = score(gold, {n: str(g) for n, g in zip(names, found, strict=True)})
        line = ", ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items())
        sys.stdout.write(f"{method.__name__}: {line}, {len(texts) / seconds:.0f} articles/s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
