"""What the desk learns from its own undamaged articles: names and brands that no general word list has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from parsers.known import Vocabulary
from parsers.repair.joints import plain
from parsers.repair.known import STRONG
from parsers.repair.lexicon import english

LEAST_ARTICLES = 2
"""A word counts when that many articles have it: one writer's slip is no word."""
LEAST_ARTICLES_DOUBTFUL = 5
"""The same for a word that may itself be two run together."""
_WORD = re.compile(r"[^\W\d_]{3,40}")


class Printed(Protocol):
    """Anything with a clean body: an Article, or a row of one."""

    @property
    def article_body(self) -> str:
        """The clean text."""
        ...


def learn(articles: Iterable[Printed]) -> Vocabulary:
    """The words worth learning and in how many articles each occurs, sorted by word, whatever the order of articles.

    Give it articles without joins among their repairs: a damaged one would teach its own mistakes.
    """
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update({word for word in set(_WORD.findall(article.article_body)) if _unusual(word)})
    kept: Counter[str] = Counter()
    for word, n in counts.items():
        if n >= (LEAST_ARTICLES_DOUBTFUL if _doubtful(word) else LEAST_ARTICLES):
            kept[word.lower()] += n
    return Vocabulary(counts=tuple(sorted(kept.items())))


def _unusual(word: str) -> bool:
    return word.lower() not in english() or _is_camel(word)


def _is_camel(word: str) -> bool:
    return not (word.islower() or word.isupper() or word[1:].islower())


def _doubtful(word: str) -> bool:
    return any(joint.score >= STRONG for joint in plain(word))
