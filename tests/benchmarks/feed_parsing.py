"""Reading feeds beside feedparser, in one run: entries a second, by kind of feed, and whether the entries agree.

    python -m tests.benchmarks.feed_parsing [--feeds 40]

`feedparser` is called as its documentation shows; `feedparser, bare` without its sanitiser and URI code. The damaged
kind is an RSS feed cut in the middle, which our direct reader hands to feedparser. CPU seconds.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import feedparser

from parsers.feeds.model import NotAFeed
from parsers.formats.feed import read_feed
from tests.benchmarks.made_feeds import KINDS, feed

Entry = tuple[str, str]


def ours(payload: bytes) -> list[Entry]:
    found = read_feed(payload, url="https://made.example/feed")
    assert not isinstance(found, NotAFeed)
    return [(e.title, e.link or "") for e in found.entries]


def plain(payload: bytes) -> list[Entry]:
    return [
        (" ".join(e.get("title", "").split()), e.get("link", "")) for e in feedparser.parse(BytesIO(payload)).entries
    ]


def bare(payload: bytes) -> list[Entry]:
    found = feedparser.parse(BytesIO(payload), sanitize_html=False, resolve_relative_uris=False)
    return [(" ".join(e.get("title", "").split()), e.get("link", "")) for e in found.entries]


READERS: dict[str, Callable[[bytes], list[Entry]]] = {"newsdesk": ours, "feedparser": plain, "feedparser, bare": bare}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--feeds", type=int, default=40)
    count = arguments.parse_args().feeds
    groups = {kind: [feed(n, 20, kind) for n in range(count // 4)] for kind in KINDS}
    groups["damaged"] = [f[: len(f) * 2 // 3] for f in groups["rss full"]]
    seconds: Counter[tuple[str, str]] = Counter()
    entries: Counter[str] = Counter()
    agree: Counter[str] = Counter()
    for kind, feeds in groups.items():
        for payload in feeds:
            found = {}
            for name, reader in READERS.items():
                start = time.process_time()
                found[name] = reader(payload)
                seconds[kind, name] += time.process_time() - start
            entries[kind] += len(found["feedparser"])
            agree[kind] += sum(a == b for a, b in zip(found["newsdesk"], found["feedparser"], strict=False))
    print("entries/s      " + "".join(f"{name:>20}" for name in READERS) + f"{'same title and link':>24}")
    for kind in groups:
        rates = "".join(f"{entries[kind] / seconds[kind, name]:20,.0f}" for name in READERS)
        print(f"{kind:15}{rates}{agree[kind]:>18,}/{entries[kind]:,}")
    whole = {name: sum(entries[k] for k in KINDS) / sum(seconds[k, name] for k in KINDS) for name in READERS}
    print(f"{'all well-formed':15}" + "".join(f"{rate:20,.0f}" for rate in whole.values()))
    print(
        f"newsdesk / feedparser: {whole['newsdesk'] / whole['feedparser']:.1f}; / bare: {whole['newsdesk'] / whole['feedparser, bare']:.1f}"
    )


if __name__ == "__main__":
    main()
