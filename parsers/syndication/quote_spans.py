"""The quotations of a text, as far as quotation marks tell: for what a copy changed in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from parsers.syndication.word_changes import WORD, Span

_QUOTED = re.compile(r"“([^”“]{12,1500})”|\"([^\"\n]{12,1500})\"|«([^»«]{12,1500})»|„([^“”„]{12,1500})[“”]")


def quote_at(text: str, at: int) -> Span | None:
    """The words between quotation marks around an offset."""
    quotes = _quotes(text)
    n = bisect_left(quotes, (at + 1,)) - 1
    return quotes[n] if n >= 0 and at < quotes[n][1] else None


@lru_cache(maxsize=64)
def _quotes(text: str) -> Sequence[Span]:
    """The words between quotation marks, in order: each mark that opens closes before the next one opens."""
    return [(m.start() + 1, m.end() - 1) for m in _QUOTED.finditer(text)]


def quotes_in(text: str, span: Span) -> bool:
    """Whether some of a stretch is between quotation marks."""
    quotes = _quotes(text)
    n = bisect_left(quotes, (span[1] + 1,)) - 1
    return n >= 0 and span[0] <= quotes[n][1]


def one_quotation(one: str, other: str) -> bool:
    """Whether two quotations share half of the longer one's words."""
    some, others = ({w.casefold() for w in WORD.findall(text)} for text in (one, other))
    return 2 * len(some & others) >= max(len(some), len(others))
