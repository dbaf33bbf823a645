"""The words of a noun phrase as an argument: whole, and without what is no part of it."""

from __future__ import annotations

import re

from parsers.facts.syntax import Located, Phrase
from parsers.facts.time.words import WEEKDAYS

LONGEST = 120
"""Characters of a phrase that is shown as an argument; a longer one is cut at its head."""


def text_of(found: Located, phrase: Phrase) -> str:
    """The words of a phrase without tickers, brackets and what hangs on it; empty where they are too long."""
    tokens = found.tokens
    end = phrase.end + (found.tokens.low[phrase.end : phrase.end + 1] == ["others"])
    while end - 1 > phrase.head and (
        not (tokens.text[end - 1][0].isalnum() or tokens.text[end - 1] == "%") or _left_over(found, end - 1)
    ):
        end -= 1
    if end - 2 > phrase.head and tokens.low[end - 2] == "on" and tokens.low[end - 1] in WEEKDAYS:
        end -= 2  # "two senators | on Thursday"
    start = phrase.start - 1 if tokens.text[phrase.start] == "-" and phrase.start else phrase.start
    if start and tokens.low[start] == "others" and tokens.low[start - 1] in _SOME:
        start -= 1
    if start and tokens.low[start - 1] == "between" and found.parse.tags[start] == "#":
        start -= 1  # "sold | between 7,000 and 8,000 cars"
    if tokens.low[end : end + 1] in (['"'], ["”"]) and any(q in tokens.low[start:end] for q in ('"', "“")):
        end += tokens.phrase(start, end).count('"') % 2 or "“" in tokens.low[start:end]
    if "<" in tokens.low[start - 1 : end] and ">" not in tokens.low[start:end]:
        end = next(
            (k for k in range(end, min(end + 8, tokens.size)) if tokens.low[k] == ">"), end
        )  # "<Lund of Hamar | Ltd>"
    words_ = tokens.phrase(start, end)
    if words_.count('"') % 2:
        words_ = words_.replace('"', "")
    if len(words_) > LONGEST:
        words_ = tokens.phrase(phrase.start, phrase.head + 1)
    words_ = words_[2:] if words_.startswith(("s ", "’s", "'s")) else words_
    words_ = _TICKERS.sub("", words_).replace("<", "").replace(">", "")
    words_ = " ".join(words_.split()).strip(" ,;:\"“”'‘(")
    if words_.count('"') % 2 or words_.count("“") != words_.count("”"):
        words_ = words_.translate(_MARKS)
    return words_ if len(words_) <= LONGEST else ""


_MARKS = str.maketrans("", "", '"“”')


def _left_over(found: Located, k: int) -> bool:
    """Whether the last word of a phrase is an adjective of what follows, or of nothing: `a plan | similar to …`."""
    return (
        found.tokens.low[k] in _OPEN
        or found.tokens.low[k] in _DANGLING
        or (found.parse.tags[k] == "J" and found.tokens.low[k].islower())
    )


_SOME = frozenset("several many some few most two three four five six seven eight nine ten dozens".split())
_DANGLING = frozenset("of the a an in for to and or with by at on from its his her their".split())
"""Words that end no phrase: `eight staff | of the`."""
_OPEN = frozenset("capable able worth unable eligible responsible suitable due subject".split())
"""Adjectives behind a noun that are nothing without what follows: `machines | capable of …`."""
_TICKERS = re.compile(r"(?<! and)(?<! and ) ?<[A-Z]{1,6}(?:\.[A-Z]{1,3})?>?(?![a-z])")
