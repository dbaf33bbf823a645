"""What readers wrote below an article: the lists of their comments and the form for one more, which no part of the text are."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from parsers.formats.page_lists import lines_of

_WORD = r"(?:comments?|comentarios?|comentários?|commentaires?|kommentare?r?|commenti|reacties|komentarze|komentar(?:y|i|ze)|yorum(?:lar)?|respond|replies|disqus|commentlist|commentform)"
_NAMED = re.compile(rf"(?:\A|[\s_-]){_WORD}(?:\Z|[\s_-])", re.I)
"""Class names and ids of comments, in the common publishing systems."""

_ONE = re.compile(rf"(?:\A|[\s_-]){_WORD}[-_]?(?:\d+|id|text|body|content|author|meta|date|item)(?:\Z|[\s_-])", re.I)
"""Names of one comment, or of a part of it."""

_STATE = re.compile(
    rf"\b(?:has|no|with|without|allow|enabled?|disabled?|open|closed)[-_]?{_WORD}|{_WORD}[-_](?:open|opened|closed|enabled|disabled|on|off|true|false|count|link)\b",
    re.I,
)
"""Names that say of a page or a post whether it may be commented."""

_HINT = re.compile("comm?ent|komm?entar|reacties|yorum|respond|replies|disqus", re.I)
_BOXES = ("div", "section", "ol", "ul", "aside", "form")
_OWN = ("h1", "article", "main")
"""Elements of the article itself; a comment may be an `article` too."""

MOST = 20_000
"""Elements of a page that are looked at."""


def drop(tree: HtmlElement) -> None:
    """Take the comments and their forms out of a page. What holds the headline, or nothing that only comments have, stays."""
    found: list[HtmlElement] = []
    for element in list(tree.iter(*_BOXES))[:MOST]:
        names = _names(element)
        if not _HINT.search(names) or not _NAMED.search(names) or _STATE.search(names):
            continue
        if _is_comments(element) and not any(a in found for a in element.iterancestors()):
            found.append(element)
    if found and _prose(tree) - sum(map(_prose, found)) >= TEXT:
        for element in found:
            element.drop_tree()


TEXT = 150
"""Weighed letters of prose that are left beside the comments; on a page with less they may be its text."""


def _prose(element: HtmlElement) -> int:
    return sum(line.weight for line in lines_of(element) if line.prose)


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_comments(element: HtmlElement) -> bool:
    """Whether an element has a box to write in, or two comments and more, and nothing of the article."""
    if any(not _HINT.search(_names(own)) for own in element.iter(*_OWN)):
        return False
    if next(element.iter("textarea"), None) is not None:
        return True
    parts = {_names(e) for e in element.iter("div", "li", "p", "span", "article") if _HINT.search(_names(e))}
    return sum(_ONE.search(part) is not None for part in parts) >= PARTS


PARTS = 2
"""Parts of comments, by different names, from which a list of them is one."""
