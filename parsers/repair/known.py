"""What is known of words when one document is read: English, what the desk has learned, the document's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from parsers.known import Vocabulary
from parsers.repair.joints import LONGEST_TOKEN, Joint, possible
from parsers.repair.lexicon import english

PUNCTUATION = ".,;:!?()[]\"'“”‘’«»…"
_RUN = re.compile(r"[^\W\d_]+")
_LEARNED_TEXT = 1e7
"""As if the vocabulary had been counted in that many words: a name seen once is as rare as 1 in 10 million."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word → log10 frequency, and the joints of a token by these words alone (remembered, since tokens recur)."""

    words: Mapping[str, float]
    joints: Callable[[str], tuple[Joint, ...]]


@lru_cache(maxsize=4)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The words of English and of the desk's vocabulary."""
    words = english()
    if vocabulary.counts:
        learned = {w: max(log10(n / _LEARNED_TEXT), words.get(w, -20.0)) for w, n in vocabulary.counts}
        words = {**words, **learned}
    held = words
    return Lexicon(held, lru_cache(maxsize=1 << 16)(lambda token: possible(token, held)))


class Overlay(Mapping[str, float]):
    """A few words of one document over the many of the language."""

    __slots__ = ("_base", "_own")

    def __init__(self, own: Mapping[str, float], base: Mapping[str, float]) -> None:
        self._own, self._base = own, base

    def __getitem__(self, word: str) -> float:
        own = self._own.get(word)
        return self._base[word] if own is None else own

    def __contains__(self, word: object) -> bool:
        return word in self._own or word in self._base

    def get(self, word: str, default: float | None = None) -> float | None:  # type: ignore[override]
        """The word's log10 frequency, or the default."""
        own = self._own.get(word)
        return self._base.get(word, default) if own is None else own

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from self._base

    def __len__(self) -> int:
        return len(self._base)


def with_own_words(own: Mapping[str, float], lexicon: Lexicon) -> tuple[Overlay, Callable[[str], tuple[Joint, ...]]]:
    """The lexicon with a document's own words over it. Tokens without any keep their joints from document to document."""
    words = Overlay(own, lexicon.words)

    def joints(token: str) -> tuple[Joint, ...]:
        return possible(token, words) if _holds_any(token, own) else lexicon.joints(token)

    return words, lru_cache(maxsize=None)(joints)


def _holds_any(token: str, own: Mapping[str, float]) -> bool:
    """Whether a word of some starts or ends a run of letters of a token."""
    for run in _RUN.findall(token[:LONGEST_TOKEN].lower()):
        for at in range(1, len(run) + 1):
            if run[:at] in own or run[at:] in own:
                return True
    return False


def document_words(tokens: Iterable[str], lexicon: Lexicon) -> dict[str, float]:
    """The words a document makes its own: names it repeats are likelier in it than in the language at large.

    A token that may itself be two words teaches nothing, unless it is a brand in mixed case that returns.
    """
    counts = Counter(token.strip(PUNCTUATION) for token in tokens)
    total = max(200, sum(counts.values()))
    out: dict[str, float] = {}
    for word, n in counts.items():
        if len(word) < 3 or not word[0].isalpha() or not word[-1].isalpha():
            continue
        lower = word.lower().removesuffix("'s").removesuffix("’s")
        common = lexicon.words.get(lower)
        if common is not None and common > -5:
            continue
        if _may_be_two(word, n, lexicon):
            continue
        share = log10(n / total) - 1.7
        out[lower] = max(share, out.get(lower, common if common is not None else -20.0))
    return out


def _may_be_two(word: str, n: int, lexicon: Lexicon) -> bool:
    """Whether a token is rather glued than a word: less so the oftener it returns, and least with a capital."""
    named = word[0].isupper()
    if named and (n > 2 or (n > 1 and word[1:] != word[1:].lower())):
        return False
    least = (2.5 if named else 0.5) if n > 1 else -1.5
    return any(j.score >= least for j in lexicon.joints(word))
