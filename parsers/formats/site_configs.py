"""Rules of single sites in the public format of full-text readers: lines of `directive: value`, values mostly XPath 1.0.

One text file a host (`press.example.txt`, `.press.example.txt` for its subdomains too). Read are `title`, `body`, `author`,
`date`, `strip`, `strip_id_or_class`, `strip_image_src`, `single_page_link`, `next_page_link`, `if_page_contains`,
`find_string` with `replace_string`, and `replace_string(…)`. Other directives are for readers of another kind, and are passed over.

Of several `title`, `body`, `author` or `date`, the first that finds something counts; `strip` counts all.
Format: https://help.fivefilters.org/full-text-rss/site-patterns.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from lxml import html as lxml_html

from parsers.feeds.links import absolute
from parsers.formats.blocks import of_markup
from parsers.formats.page import tree_of
from parsers.model import BlockKind

GROWTH = 4
"""Times its length up to which replacements may make a page longer."""

LINES = 2_000
"""Lines of a file that are read."""

_LINE = re.compile(r"\s*([a-z_]+)(?:\((.*?)\))?\s*:\s?(.*?)\s*\Z", re.DOTALL)
_PATHS = ("title", "body", "author", "date", "strip", "next_page_link")
_XPATH_LISTS = frozenset(_PATHS)
_NAME = r"concat(' ', @class, ' ', @id, ' ')"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """The rules of a site. `single_page_links` are pairs: what the page must contain (or None), and the link."""

    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    strip: tuple[str, ...] = ()
    next_page_link: tuple[str, ...] = ()
    single_page_links: tuple[tuple[str | None, str], ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What the rules find on a page: blocks as (kind, text), none when no `body` fits; absolute addresses of other pages."""

    pieces: tuple[tuple[BlockKind, str], ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    single_page: str | None = None
    next_page: str | None = None

    @property
    def letters(self) -> int:
        """Letters of the text."""
        return sum(len("".join(text.split())) for _, text in self.pieces)


def of_text(text: str) -> SiteConfig:
    """The rules in a file. Never raises; values that are no XPath are in `broken`, as `directive: value`."""
    lists: dict[str, list[str]] = {name: [] for name in _PATHS}
    links: list[tuple[str | None, str]] = []
    replaced: list[tuple[str, str]] = []
    broken: list[str] = []
    condition: str | None = None
    find: str | None = None
    for name, inside, value in _directives(text):
        if name in (*_PATHS, "single_page_link", "if_page_contains") and _compiled(value) is None:
            broken.append(f"{name}: {value}"[:200])
        elif name in _XPATH_LISTS:
            lists[name].append(value)
        elif name == "strip_id_or_class":
            lists["strip"].append(f"//*[contains({_NAME}, {_literal(value)})]")
        elif name == "strip_image_src":
            lists["strip"].append(f"//img[contains(@src, {_literal(value)})]")
        elif name == "if_page_contains":
            condition = value
        elif name == "single_page_link":
            links.append((condition, value))
            condition = None
        elif name == "find_string":
            find = value
        elif name == "replace_string" and (inside or find):
            replaced.append((inside or find or "", value))
            find = None
    paths = {name: tuple(values) for name, values in lists.items()}
    return SiteConfig(**paths, single_page_links=tuple(links), replaced=tuple(replaced), broken=tuple(broken))


def _directives(text: str) -> Iterator[tuple[str, str | None, str]]:
    """Name, what is in brackets behind it, and value of each line that says something."""
    for line in text.lstrip("\ufeff").splitlines()[:LINES]:
        found = None if line.lstrip().startswith("#") else _LINE.match(line[:4000])
        if found and (found[3] or found[1] == "replace_string"):
            value = found[3]
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" and found[1].startswith("strip_")
            yield found[1], found[2], value[1:-1] if quoted else value


def _literal(value: str) -> str:
    """A string of XPath 1.0, which has no escapes."""
    if '"' not in value:
        return f'"{value}"'
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in value.split('"')) + ")"


@lru_cache(maxsize=2_000)
def _compiled(path: str) -> etree.XPath | None:
    """An XPath, ready to use; None for what is none, and for functions and variables that XPath 1.0 does not have."""
    called = _CALLED.findall(_STRING.sub("''", path))
    try:
        compiled = etree.XPath(path)
    except (etree.XPathError, ValueError):
        return None
    return compiled if _KNOWN.issuperset(called) and "$" not in _STRING.sub("", path) else None


_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_CALLED = re.compile(r"([\w:.-]+)\s*\(")
_KNOWN = frozenset(
    "last position count id local-name namespace-uri name string concat starts-with contains substring-before substring-after substring"
    " string-length normalize-space translate boolean not true false lang number sum floor ceiling round"
    " text node comment processing-instruction and or div mod".split()
)
"""What may stand before a bracket in XPath 1.0: its functions, node tests and operators. https://www.w3.org/TR/1999/REC-xpath-19991116/"""


def apply(config: SiteConfig, markup: str, url: str) -> Ruled:
    """What the rules find on a page at an address."""
    tree = tree_of(_replaced(markup, config))
    if tree is None:
        return Ruled()
    single = (link for condition, link in config.single_page_links if condition is None or _found(tree, condition))
    title, date = _first(tree, config.title)[:1], _first(tree, config.date)[:1]
    said = Ruled(
        title=title[0] if title else None,
        authors=_first(tree, config.author),
        date=date[0] if date else None,
        single_page=next((a for link in single if (a := _address(tree, link, url))), None),
        next_page=next((a for link in config.next_page_link if (a := _address(tree, link, url))), None),
    )
    for path in config.strip:
        for element in _elements(tree, path):
            if element.getparent() is not None and element.tag != "body":
                element.drop_tree()
    pieces = next((p for path in config.body if (p := tuple(_pieces(tree, path)))), ())
    return Ruled(
        pieces=pieces,
        title=said.title,
        authors=said.authors,
        date=said.date,
        single_page=said.single_page,
        next_page=said.next_page,
    )


def _replaced(markup: str, config: SiteConfig) -> str:
    most = GROWTH * len(markup)
    for find, instead in config.replaced:
        if len(markup) + markup.count(find) * (len(instead) - len(find)) <= most:
            markup = markup.replace(find, instead)
    return markup


def _found(tree: lxml_html.HtmlElement, path: str) -> list[object]:
    """What an XPath selects: elements, attributes and text; a string is one, nothing is none."""
    compiled = _compiled(path)
    try:
        result = compiled(tree) if compiled else []
    except etree.XPathError:  # a wrong number or kind of arguments shows only now
        return []
    if isinstance(result, list):
        return list(result)
    return [result] if result not in ("", False) else []


def _elements(tree: lxml_html.HtmlElement, path: str) -> list[lxml_html.HtmlElement]:
    return [e for e in _found(tree, path) if isinstance(e, lxml_html.HtmlElement)]


def _first(tree: lxml_html.HtmlElement, paths: tuple[str, ...]) -> tuple[str, ...]:
    """What the first XPath that finds words finds, as single lines."""
    for path in paths:
        lines = (" ".join(_words(f).split()) for f in _found(tree, path))
        if said := tuple(dict.fromkeys(line for line in lines if line)):
            return said
    return ()


def _words(found: object) -> str:
    return found.text_content() if isinstance(found, lxml_html.HtmlElement) else found if isinstance(found, str) else ""


def _address(tree: lxml_html.HtmlElement, path: str, url: str) -> str | None:
    for found in _found(tree, path):
        link = found.get("href") if isinstance(found, lxml_html.HtmlElement) else found
        if isinstance(link, str) and (address := absolute(link, url)):
            return address.partition("#")[0]
    return None


def _pieces(tree: lxml_html.HtmlElement, path: str) -> Iterator[tuple[BlockKind, str]]:
    """The blocks of the elements that an XPath selects, those inside of others once."""
    taken: set[lxml_html.HtmlElement] = set()
    for element in _elements(tree, path):
        if taken.isdisjoint(element.iterancestors()):
            taken.add(element)
            text, blocks = of_markup(lxml_html.tostring(element, encoding="unicode", with_tail=False))
            yield from ((b.kind, text[b.raw_start : b.raw_end]) for b in blocks)
