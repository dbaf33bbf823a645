"""Milliseconds a document that reading its fields takes, and what was found.

    python -m tests.benchmarks.fields ARTICLES.jsonl.gz [COUNT]

ARTICLES is an archive of schema.org NewsArticle objects, one a line. Time is processor time of one process.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import Counter
from pathlib import Path

from parsers.fields import known_outlets, read
from parsers.formats.statements import of_json_ld
from parsers.model import Copy


def main(path: str, count: str = "2000") -> None:
    with gzip.open(Path(path), "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line, _ in zip(lines, range(int(count)), strict=False)]
    copies = [
        Copy(text=r["articleBody"], media_type="application/ld+json", charset="utf-8", statements=of_json_ld(r))
        for r in records
    ]
    outlets = known_outlets()
    read(copies[0], outlets)
    began = time.process_time()
    fields = [read(copy, outlets) for copy in copies]
    spent = time.process_time() - began
    letters = sum(len(c.text) for c in copies)
    print(f"{1000 * spent / len(copies):.2f} ms a document, {letters / spent / 1e6:.1f} M characters/s")
    print(Counter(m.kind for f in fields for m in f.marks).most_common())
    print("publishers read off the text:", sum(f.republisher is not None for f in fields), "of", len(fields))


if __name__ == "__main__":
    main(*sys.argv[1:])
