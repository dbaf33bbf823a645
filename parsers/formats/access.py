"""Whether a page that is not free to read holds its whole text all the same, as many do for search engines.

schema.org: `isAccessibleForFree`, `hasPart` with `cssSelector` (the part that is kept back), `wordCount`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

ENOUGH = 500
"""Letters in the part that is kept back from which it is on the page."""

SHARE = 0.9
"""Part of the words that the page says it has, from which none are missing."""

_SELECTOR = re.compile(r"\s*[\w-]{0,40}([.#])([\w-]{1,100})\s*")


def holds_all(own: Mapping[str, Any] | None, tree: HtmlElement, text: str) -> bool:
    """Whether the text is all of the article, by the number of its words or because what is kept back is on the page."""
    if own is None:
        return False
    count = str(own.get("wordCount") or "").strip()
    if count.isascii() and count.isdigit() and len(count) < 8 and int(count) > 0:
        return len(text.split()) >= SHARE * int(count)
    return any(_letters(e) >= ENOUGH for selector in _kept_back(own) for e in _selected(tree, selector))


def _kept_back(own: Mapping[str, Any]) -> Iterator[str]:
    parts = own.get("hasPart")
    for part in parts if isinstance(parts, list) else [parts]:
        if isinstance(part, Mapping) and part.get("isAccessibleForFree") in (False, "False", "false"):
            selectors = part.get("cssSelector")
            yield from (s for s in (selectors if isinstance(selectors, list) else [selectors]) if isinstance(s, str))


def _selected(tree: HtmlElement, selector: str) -> Iterator[HtmlElement]:
    """The elements of a plain selector: a class or an id, with or without the name of its element."""
    if found := _SELECTOR.fullmatch(selector):
        key = "class" if found[1] == "." else "id"
        yield from (e for e in tree.iter() if found[2] in (e.get(key) or "").split())


def _letters(element: HtmlElement) -> int:
    return sum(len("".join(p.text_content().split())) for p in element.iter("p"))
