"""How well wrapped copy in other languages is restored, and how well their sound copy is left alone.

    python -m tests.benchmarks.repair_languages FOLDER [LANGUAGE …] [--documents 100] [--show 0]

FOLDER holds one LANGUAGE.json a language: a list of texts, paragraphs parted by blank lines. Needs the program `tidy`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from parsers.repair.tongues import LISTS
from tests.benchmarks.damage import damaged
from tests.benchmarks.repair_quality import WIDTHS, Score, add, undamaged


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path)
    cli.add_argument("languages", nargs="*", default=sorted(LISTS))
    cli.add_argument("--documents", type=int, default=100)
    cli.add_argument("--show", type=int, default=0)
    options = cli.parse_args()
    for language in options.languages:
        texts = json.loads((options.folder / f"{language}.json").read_text("utf-8"))
        score = Score()
        for i, text in enumerate(texts[: options.documents]):
            add(score, damaged(text, WIDTHS[i % len(WIDTHS)], i), language)
        print(score.line(language))
        for title, counter in (("wrong", score.wrong), ("missed", score.missed)):
            for context, n in counter.most_common(options.show):
                print("   ", title, n, context)
        print(undamaged(texts, options.show, language))


if __name__ == "__main__":
    main()
