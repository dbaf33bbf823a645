"""An archive made many times as long: the same articles again and again, each time of later days and in other words.

    python -m tests.benchmarks.longer ARCHIVE.jsonl[.gz] ROUNDS > LONG.jsonl

Every word of five letters and more that several articles have, the very common ones and the calendar's excepted, is
exchanged for one about as common with the same ending (names for names), the same one throughout a round: so copies,
revisions and templates of one round stay what they are to each other, and are nothing to those of another round.
Damaged words are in no list and stay as they are.
"""

from __future__ import annotations

import calendar
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

_WORD = re.compile(r"[^\W\d_]{5,}")
SHARED = 5
"""Articles that must have a word for it to be exchanged."""
COMMON = 300
"""The commonest words stay: by them a text is understood."""
ALIKE = 40
"""Words of about the same frequency among which one is exchanged for another."""
_CALENDAR = {w.lower() for w in (*calendar.month_name, *calendar.day_name)}
TEXTS = ("headline", "articleBody", "alternativeHeadline", "description")


def lines(archive: Path) -> Iterator[str]:
    """The lines of an archive, gzip or not."""
    opened = gzip.open if archive.suffix == ".gz" else open
    with opened(archive, "rt", encoding="utf-8") as file:
        yield from file


def articles(archive: Path) -> Iterator[dict[str, Any]]:
    """The articles of an archive."""
    return map(json.loads, lines(archive))


def longer(archive: Path, rounds: int) -> Iterator[dict[str, Any]]:
    """The articles of the archive, then those of the other rounds."""
    words = _words(archive)
    days = [datetime.fromisoformat(a["datePublished"]) for a in articles(archive) if a.get("datePublished")]
    span = max(days) - min(days) + timedelta(days=1)
    for number in range(rounds):
        others = _exchanged(words, number)
        for article in articles(archive):
            yield _again(article, number, others, span * number)


def _words(archive: Path) -> list[list[str]]:
    """Lists of words that may stand for each other: names or not, with the same ending, about as common; lower-case."""
    counts, written_small = Counter[str](), set[str]()
    for article in articles(archive):
        found = set(_WORD.findall(article["articleBody"]))
        written_small |= {w for w in found if w.islower()}
        counts.update({w.lower() for w in found})
    like: defaultdict[tuple[bool, str], list[str]] = defaultdict(list)
    for word, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[COMMON:]:
        if number >= SHARED and word not in _CALENDAR:
            like[(word in written_small, word[-2:])].append(word)
    return [words[n : n + ALIKE] for words in like.values() for n in range(0, len(words), ALIKE)]


def _exchanged(words: list[list[str]], number: int) -> dict[str, str]:
    """Every word's other word in this round: among its likes, each so many places on."""
    return {w: alike[(n + number) % len(alike)] for alike in words for n, w in enumerate(alike)} if number else {}


def _again(article: dict[str, Any], number: int, others: dict[str, str], later: timedelta) -> dict[str, Any]:
    """The article with its words exchanged, later by so much, under ids of its own."""

    def exchange(m: re.Match[str]) -> str:
        other = others.get(m[0].lower(), m[0])
        if m[0].islower():
            return other
        return other.upper() if m[0].isupper() else other.capitalize()

    made = dict(article)
    for key in TEXTS:
        if isinstance(made.get(key), str):
            made[key] = _WORD.sub(exchange, made[key])
    for key in ("url", "identifier", "@id"):
        if isinstance(made.get(key), str):
            made[key] = f"{made[key]}-{number}" if number else made[key]
    for key in ("datePublished", "dateModified"):
        if made.get(key):
            made[key] = (datetime.fromisoformat(made[key]) + later).isoformat()
    return made


def main() -> None:
    """Print the longer archive."""
    for article in longer(Path(sys.argv[1]), int(sys.argv[2])):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
