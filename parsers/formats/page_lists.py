"""Whether the text of a page is a list: linked titles with a short text each, cards, captions, or rows without a sentence.

    page | lines  → what is between two borders of blocks: its letters, how many of them are linked, where to
         | inside → the lines that were taken as the page's text, each once
         | kinds  → titles, teasers under them, and the page's own lines

Letters are weighed: one of Chinese, Japanese, Korean, Burmese or Khmer counts twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from parsers.formats import unspaced
from parsers.formats.blocks import BLOCK_TAGS

_SKIPPED = frozenset(("script", "style", "noscript", "template", "nav", "footer", "select", "button", "svg", "head"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
_CAPTIONS = frozenset(("figcaption", "figure"))

MOST_LINES = 6000
"""Lines of a page that are looked at."""

TITLES = 4
"""Linked titles to different pages, from which a page may be a list of them."""

TITLE, HEADING = 12, 6
"""Weighed letters that a title must have, and one in a heading; shorter links are of menus."""

TEASER = 420
"""Weighed letters up to which the lines under a title are its teaser, and not a text of its own."""

SHARE = 0.6
"""Share of the text that must be titles and teasers in a list, and of a line that must be linked in a title."""

OWN = 80
"""Weighed letters of prose before the first title, up to which a page has no text of its own."""

LEAD = 0.25
"""Share of the list that such prose may be of: tags and sections are described in a sentence or two."""

SENTENCES = 1
"""Lines of running text under a title, up to which they are its teaser."""

PROSE, PROSE_WORDS = 60, 11
"""Weighed letters of the shortest line that can be running text, or its words in scripts without spaces."""

CAPTIONED = 0.8
"""Share of the text that must be captions in a gallery."""

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, weighed letters, those in links, and the links' words and addresses."""

    text: str
    weight: int
    linked: int
    heading: bool
    caption: bool
    links: tuple[tuple[str, str], ...]

    @property
    def prose(self) -> bool:
        """Whether the line is running text: long, hardly linked, with the end of a sentence."""
        if self.linked >= SHARE * self.weight or not unspaced.ends(self.text):
            return False
        return self.weight >= PROSE or (
            2 * self.weight >= PROSE and unspaced.is_unspaced(self.text) and unspaced.words(self.text) >= PROSE_WORDS
        )


def weight(text: str) -> int:
    """The letters and digits of a text, those of scripts with syllables or words for letters twice."""
    return sum(map(str.isalnum, text)) + len(_WIDE.findall(text))


def letters(text: str) -> str:
    """The letters and digits of a text, case folded."""
    return "".join(filter(str.isalnum, text.casefold()))


class _Walk:
    """A walk over a page: the words and links of the line that is being read, and what it is inside of."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._links: list[tuple[list[str], str]] = []
        self._depth = {"a": 0, "heading": 0, "caption": 0}
        self._address = ""

    def enter(self, tag: str, element: HtmlElement) -> None:
        """The beginning of an element, and the words before its first child."""
        self._border(tag)
        self._count(tag, 1)
        if tag == "a":
            self._address = (element.get("href") or "").strip()
        if tag not in _SKIPPED:
            self._add(element.text)

    def leave(self, tag: str, element: HtmlElement) -> None:
        """The end of an element, and the words behind it."""
        self._border(tag)
        self._count(tag, -1)
        self._add(element.tail)

    def end(self) -> None:
        """The end of a line."""
        text = " ".join("".join(self._words).split())
        links = tuple((" ".join("".join(words).split()), address) for words, address in self._links)
        if text:
            linked = sum(weight(words) for words, _ in links)
            inside = self._depth
            self.lines.append(Line(text, weight(text), linked, inside["heading"] > 0, inside["caption"] > 0, links))
        self._words, self._links = [], []

    def _border(self, tag: str) -> None:
        if tag in BLOCK_TAGS or tag in _SKIPPED or tag == "br":
            self.end()

    def _count(self, tag: str, step: int) -> None:
        for name, tags in (("a", ("a",)), ("heading", _HEADINGS), ("caption", _CAPTIONS)):
            self._depth[name] += step * (tag in tags)

    def _add(self, words: str | None) -> None:
        if not words:
            return
        self._words.append(words)
        if self._depth["a"] and self._address and words.strip():
            if not self._links or self._links[-1][1] != self._address:
                self._links.append(([], self._address))
            self._links[-1][0].append(words)


def lines_of(tree: HtmlElement) -> list[Line]:
    """The lines of a page in order, without its menus and footers."""
    walk = _Walk()
    body = next(tree.iter("body"), tree)
    stack: list[tuple[HtmlElement, str, bool]] = [(body, "body", False)]
    while stack and len(walk.lines) < MOST_LINES:
        element, tag, closing = stack.pop()
        if closing:
            walk.leave(tag, element)
            continue
        walk.enter(tag, element)
        if element is not body:
            stack.append((element, tag, True))
        if tag not in _SKIPPED:
            stack.extend((c, c.tag if isinstance(c.tag, str) else "script", False) for c in reversed(element))
    walk.end()
    return walk.lines


def inside(lines: list[Line], text: str) -> list[Line]:
    """The lines that were taken as the page's text, each stretch of the text once: the longest line that says it."""
    left, found = letters(text), set()
    printed = [letters(line.text) for line in lines]
    for at in sorted(range(len(lines)), key=lambda n: len(printed[n]), reverse=True):
        if len(printed[at]) > 3 and printed[at] in left:
            left = left.replace(printed[at], "\n", 1)
            found.add(at)
    return [line for at, line in enumerate(lines) if at in found]


def is_index(lines: list[Line], taken: list[Line], host: str) -> bool:
    """Whether the taken lines are hardly anything but linked titles and their teasers.

    `host` is the page's own, where it is known: links to others are not titles of its own reports.
    """
    within = set(map(id, taken))
    cards = _cards(lines, host)
    addresses: set[str] = set()
    listed = own = lead = 0
    for unit in _units(lines, host):
        kept = [line for line in unit if id(line) in within]
        size = sum(line.weight for line in kept)
        titled = _is_title(unit[0], host) or _is_card(unit, cards)
        if titled and kept and _is_teaser(unit[0], kept):
            addresses.add(_address(unit, cards))
            listed += size
            continue
        own += size
        lead += sum(line.weight for line in kept if line.prose)
    return len(addresses) >= TITLES and listed >= SHARE * (listed + own) and lead < max(OWN, LEAD * listed)


def _address(unit: list[Line], cards: set[str]) -> str:
    """Where a title leads, or the link of its card."""
    if unit[0].links:
        return unit[0].links[0][1]
    return next(address for line in unit for words, address in line.links if words in cards)


def _is_teaser(title: Line, kept: list[Line]) -> bool:
    """Whether the lines under a title are few and short."""
    below = [line for line in kept if line is not title]
    return sum(line.weight for line in below) <= TEASER and sum(line.prose for line in below) <= SENTENCES


def _units(lines: list[Line], host: str) -> Iterator[list[Line]]:
    """Titles with the lines under them; what is before the first title is a unit too."""
    unit: list[Line] = []
    for line in lines:
        if unit and (line.heading or _is_title(line, host)):
            yield unit
            unit = []
        unit.append(line)
    if unit:
        yield unit


def _is_title(line: Line, host: str) -> bool:
    least = HEADING if line.heading else TITLE
    return (
        line.weight >= least
        and line.linked >= SHARE * line.weight
        and bool(line.links)
        and _leads_on(line.links[0][1], host)
    )


FRONT, STRETCH = 8, 3
"""Linked titles to different pages that a front page has at least, and lines of running text under one that it never has."""


def is_front(lines: list[Line]) -> bool:
    """Whether a page is linked titles with hardly a text under any; a portal's lead to hosts of other names than its own."""
    titles = {line.links[0][1] for line in lines if _is_title(line, "")}
    return len(titles) >= FRONT and all(sum(line.prose for line in unit) < STRETCH for unit in _units(lines, ""))


def _leads_on(address: str, host: str) -> bool:
    """Whether a link leads to another page of the site."""
    if address.startswith(("#", "javascript:", "mailto:", "tel:")):
        return False
    if not address.startswith(("http://", "https://", "//")):
        return True
    try:
        other = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # no address at all
        return False
    return not host or other == host or other.endswith(f".{host}") or host.endswith(f".{other}")


def _cards(lines: list[Line], host: str) -> set[str]:
    """The words of links that are on the page again and again and lead to another page of the site each time, as `Read more`."""
    found: dict[str, set[str]] = {}
    for line in lines:
        for words, address in line.links:
            if 0 < len(words) <= 30 and _leads_on(address, host):
                found.setdefault(words, set()).add(address)
    return {words for words, addresses in found.items() if len(addresses) >= TITLES}


def _is_card(unit: list[Line], cards: set[str]) -> bool:
    """Whether a heading's lines hold such a link."""
    return unit[0].heading and any(words in cards for line in unit for words, _ in line.links)


def are_rows(lines: list[Line], taken: list[Line], host: str) -> bool:
    """Whether the taken lines are rows that begin with a linked title, as the topics of a forum, and no sentence is among them.

    A few rows are enough where nothing else was taken, and the page has more of them.
    """
    titled = _row_titles(taken, host)
    if has_sentence(taken):
        return False
    if len(set(titled)) >= TITLES:
        return len(titled) >= SHARE * len(taken)
    rows = [line for line in taken if line.links or not line.heading]
    return 0 < len(titled) == len(rows) and len(set(_row_titles(lines, host))) > TITLES


def _row_titles(lines: list[Line], host: str) -> list[str]:
    """The addresses of the linked titles that lines begin with."""
    return [
        line.links[0][1]
        for line in lines
        if line.links
        and weight(line.links[0][0]) >= TITLE
        and line.text.startswith(line.links[0][0])
        and _leads_on(line.links[0][1], host)
    ]


def is_gallery(taken: list[Line]) -> bool:
    """Whether the text is captions of pictures, and of several."""
    captions = [line.weight for line in taken if line.caption]
    return len(captions) >= TITLES and sum(captions) >= CAPTIONED * sum(line.weight for line in taken)


def has_sentence(taken: list[Line]) -> bool:
    """Whether any line is a sentence, or so long that it cannot be a label."""
    free = [line for line in taken if line.linked < SHARE * line.weight]
    return any(line.weight > 2 * PROSE or (2 * line.weight >= PROSE and _is_sentence(line.text)) for line in free)


def _is_sentence(text: str) -> bool:
    """Whether a line ends like a sentence; in a script without stops, whether it is long enough for one."""
    return unspaced.ENDS.search(text) is not None or (weight(text) >= PROSE and unspaced.is_stopless(text))
