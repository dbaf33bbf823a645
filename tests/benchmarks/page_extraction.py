"""Extraction of whole pages beside plain trafilatura, in one run: pages a second and F1 of the text, by layout.

    python -m tests.benchmarks.page_extraction [--pages 120] [--saved FOLDER]

Pages are made by `made_pages`; `--saved` adds pages from a folder, `NAME.html` beside `NAME.txt` (the article's text).
F1 is over runs of four words, the mean over pages. Times are CPU seconds; all readers see every page in turn, five times over.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura

from parsers.formats.html import read
from parsers.model import RawDocument
from parsers.sniff import HTML
from tests.benchmarks.made_pages import MadePage, pages


def ours(markup: bytes) -> str:
    return read(RawDocument(raw_document_id="x", payload=markup, source_uri="page.html", source_kind="page"), HTML).text


def plain(markup: bytes) -> str:
    return trafilatura.extract(markup) or ""


def without_comments(markup: bytes) -> str:
    return trafilatura.extract(markup, include_comments=False) or ""


def with_metadata(markup: bytes) -> str:
    found = trafilatura.bare_extraction(markup, include_comments=False, with_metadata=True)
    return found.text or "" if found else ""


ROUNDS = 5

READERS: dict[str, Callable[[bytes], str]] = {
    "newsdesk": ours,
    "trafilatura": plain,
    "trafilatura, no comments": without_comments,
    "trafilatura + metadata": with_metadata,
}


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def f1(found: str, wanted: str) -> float:
    a, b = runs(found), runs(wanted)
    hits = (a & b).total()
    return 2 * hits / (a.total() + b.total()) if a or b else 1.0


def saved(folder: Path) -> list[MadePage]:
    return [
        MadePage("saved", p.read_text("utf-8"), (p.with_suffix(".txt").read_text("utf-8"),))
        for p in sorted(folder.glob("*.html"))
    ]


def measure(found: Sequence[MadePage]) -> None:
    seconds: Counter[str] = Counter()
    scores: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in READERS}
    for page in (p for _ in range(ROUNDS) for p in found):
        payload = page.markup.encode()
        for name, reader in READERS.items():
            start = time.process_time()
            text = reader(payload)
            seconds[name] += time.process_time() - start
            scores[name][page.layout].append(f1(text, "\n".join(page.article)))
    size = sum(len(p.markup) for p in found) / len(found) / 1000
    print(f"{len(found)} pages of {size:.0f} kB on average")
    for name in READERS:
        every = [s for group in scores[name].values() for s in group]
        print(f"{name:25} F1 {sum(every) / len(every):.3f}   {ROUNDS * len(found) / seconds[name]:6.1f} pages/s")
    print("\nF1 by layout")
    for layout in dict.fromkeys(p.layout for p in found):
        print(f"{layout:12}" + "".join(f"  {name} {sum(s[layout]) / len(s[layout]):.3f}" for name, s in scores.items()))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--pages", type=int, default=120)
    arguments.add_argument("--saved", type=Path)
    said = arguments.parse_args()
    found = [*pages(said.pages), *(saved(said.saved) if said.saved else ())]
    for reader in READERS.values():
        reader(found[0].markup.encode())  # imports and caches
    measure(found)


if __name__ == "__main__":
    main()
