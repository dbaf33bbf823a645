"""Measures that facts stay linear on hostile text: microseconds per character at growing sizes, kind by kind.

python tests/benchmarks/facts_adversarial.py 10 100 1000        (thousands of characters)
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from parsers.facts import EXTRACTORS
from parsers.facts.reading import reading
from parsers.model import Article, Passage

PROSE = "Ann Poole, the mayor of Halden, said that the “bridge” was sound and would be built by Norway in May. "
HOSTILE = {
    "prose": PROSE,
    "prose without full stops": PROSE.replace(". ", " "),
    "opening quotation marks": "“",
    "straight quotation marks": '" ',
    "quoted letters": '"a" ',
    "quotations that never close": "“a said ",
    "capitals": "Aa ",
    "capitals joined by of": "Aa of ",
    "heads of organisations": "Bank of ",
    "titles": "Minister ",
    "verbs of speech": " said",
    "one word": "a",
    "hyphens": "A-",
    "acronyms in brackets": "(AB) ",
    "agreements": "agreement with Norway ",
    "visits": "visited Norway ",
    "plans": "plans to build a plant ",
    "initials": "A. ",
    "spaces": " ",
    "line ends": "\n",
}


def seconds(body: str) -> float:
    """CPU time for the reading and all facts of a body that is one passage."""
    article = Article(article_id="x", raw_document_id="x", article_body=body, word_count=0, parser_version="x")
    start = time.process_time()
    found = reading(article, (Passage(ordinal=0, kind="paragraph", start_char=0, end_char=len(body)),))
    for extractor in EXTRACTORS:
        found = replace(found, facts=found.facts + tuple(extractor.extract(found)))
    return time.process_time() - start


def main() -> None:
    """One line a kind of text: microseconds per character at each size."""
    sizes = [int(s) * 1000 for s in sys.argv[1:] or ("10", "100", "1000")]
    print(f"{'microseconds per character':32s}" + "".join(f"{size // 1000:>8d}k" for size in sizes))
    for name, unit in HOSTILE.items():
        costs = [seconds(unit * (size // len(unit))) / size * 1e6 for size in sizes]
        print(f"{name:32s}" + "".join(f"{cost:9.2f}" for cost in costs), flush=True)


if __name__ == "__main__":
    main()
