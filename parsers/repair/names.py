"""Names and marks that are written as they stand: brands with digits or capitals inside, tickers, hashtags, hosts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parsers.repair.wordlists import word_list

_WRITTEN_SO = re.compile(
    r"\W*(?:[#@]\w{2,}|[<(][A-Za-z0-9]{1,6}\.[A-Za-z]{1,3}[>)]|[a-z]\w*(?:\.[a-z]\w*){2,}\.\w+)\W*\Z"
)
"""A hashtag, a handle, a ticker (`<ABCD.N>`, `(abcd.L)`), a program's name (`org.port.util.Date`), with marks around it."""
_ADDRESS_START = re.compile(r"(?<=[\w.:,;!?)”’…])(?:https?://|www\.(?=[^\W_])|pic\.twitter\.com/)")
_DIGIT_INSIDE = re.compile(r"[a-z]\d{1,2}[A-Za-z]")
_CAPITAL_INSIDE = re.compile(r"[a-z]+(?=[A-Z])")
_DOMAIN = re.compile(r"[A-Z\d][\w-]*\.(?:Net|Com|Org|Info|Io|Tv|Eu|Co|Biz|Az|Ru|Uk|De|Fr|Tr)\Z")
"""A host written as a name: `Lumenews.Net`."""
_MARKED = re.compile(r"[A-Z][\w&-]*\.[A-Z][\w&-]*\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_FUNCTION, _OPENERS = word_list("function"), word_list("openers")
_ABBREVIATIONS = word_list("abbreviations")
_TWICE, _THRICE = 2, 3


def written_so(token: str) -> bool:
    """Whether a token is a hashtag, a handle or a ticker."""
    return _WRITTEN_SO.match(token) is not None


def address_start(token: str) -> int | None:
    """Where a web address starts behind a word or mark that it was glued to; None if it does not."""
    found = _ADDRESS_START.search(token)
    if found is None or "://" in token[: found.start()] or "/" in token[: found.start()]:
        return None
    return found.start()


def is_domain(before: str, after: str) -> bool:
    """Whether two words around a full stop are a host that is written as a name."""
    return _DOMAIN.match(f"{before}.{after}") is not None


def core(word: str) -> str:
    """A word without its possessive ending."""
    return _POSSESSIVE.sub("", word)


def recurs_as_name(word: str, n: int) -> bool:
    """Whether a word that a document has `n` times is a name: glued tokens with such shapes do not return.

    `theUN` may return: a common small word before a capital proves nothing.
    """
    if n < _TWICE:
        return False
    if _DIGIT_INSIDE.search(word):
        return True
    if _MARKED.match(word):
        before, _, after = word.lower().rpartition(".")
        return before not in _ABBREVIATIONS and after not in _FUNCTION | _OPENERS
    head = _CAPITAL_INSIDE.match(word)
    return n >= _THRICE and head is not None and head.group() not in _FUNCTION


def is_learned(token: str, words: Mapping[str, float]) -> bool:
    """Whether a token with a digit among its letters is a word that the desk has learned."""
    return _DIGIT_INSIDE.search(token) is not None and core(token.strip(".,;:!?()[]\"'“”‘’")).lower() in words
