"""Which of a page's headings is the headline: the one h1 that is left, or is made, before anything else is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from parsers.feeds.text import plain
from parsers.formats.page_lists import letters

_PART = re.compile(r"\s+(?:[|»·•–—-]|--)\s+|\s*[|｜：]\s*")


def settle(tree: HtmlElement) -> None:
    """Leave a page the one h1 that its title names, where another one is the site's or another story's.

    Where a page has no h1, one is made of what a microformat calls the title, else of the first heading, or line, that
    is what its title says.
    """
    if headings := [h for h in tree.iter("h1") if plain(h.text_content())]:
        _demote(tree, headings)
    else:
        _make(tree)


def _demote(tree: HtmlElement, headings: list[HtmlElement]) -> None:
    """The headings that the page's title does not name are no h1, where it names one of them, or a lower one below the site's."""
    titles = _titles(tree)
    named = [h for h in headings if any(letters(h.text_content()) in title for title in titles)]
    own = [h for h in named if len(letters(h.text_content())) >= TITLE]
    if len(headings) == 1:
        own = list(_below_site(tree, headings[0], titles)) if named else []
        headings = [*headings, *own]
    if len({letters(h.text_content()) for h in own}) == 1:
        for heading in headings:
            heading.tag = "h1" if heading is own[0] else "h2"


def _titles(tree: HtmlElement) -> set[str]:
    """What the page's title and OpenGraph's say, by letters and digits."""
    said = [e.text_content() for e in list(tree.iter("title"))[:1]]
    said += [m.get("content") or "" for m in tree.iter("meta") if m.get("property") in ("og:title", "twitter:title")]
    return {key for text in said if (key := letters(text))}


def _below_site(tree: HtmlElement, site: HtmlElement, titles: set[str]) -> Iterator[HtmlElement]:
    """The heading that links to a page below the one that the h1, a site's name, links to, and that the title names too."""
    home = next((a.get("href") or "" for a in site.iter("a")), "")
    for heading in tree.iter("h2", "h3") if home else ():
        key = letters(heading.text_content()[:LONGEST_TITLE])
        link = next((a.get("href") or "" for a in heading.iter("a")), "")
        if (
            len(key) >= SHORT_TITLE
            and link != home
            and link.startswith(home)
            and any(t.endswith(key) or t.startswith(key) for t in titles)
        ):
            yield heading


def _make(tree: HtmlElement) -> None:
    """Make an h1 of what is the title by a microformat, or by what it says."""
    if (entry := _entry_title(tree)) is not None:
        entry.tag = "h1"
        return
    titles = {
        t
        for e in list(tree.iter("title"))[:1]
        for part in (e.text_content(), *_PART.split(e.text_content()), *e.text_content().split(": "))
        if len(t := letters(part)) >= TITLE
    }
    found: dict[str, HtmlElement] = {}
    for element in tree.iter("h2", "h3", "h4", "div", "p", "strong", "b", "font", "big") if titles else ():
        if len(element) <= 2 and (words := letters(element.text_content()[:LONGEST_TITLE])) in titles:
            found.setdefault(words, element)
    if found:  # the site's name is a part of the title, too, and may be printed first
        found[max(found, key=len)].tag = "h1"


def _entry_title(tree: HtmlElement) -> HtmlElement | None:
    """The only title of the only entry of a page in hAtom, hNews or h-entry (http://microformats.org/wiki/h-entry)."""
    found = [
        e
        for e in tree.iter("h2", "h3", "h4", "span", "div", "p", "strong")
        if (classes := (e.get("class") or "").split()) and ("entry-title" in classes or "p-name" in classes)
    ]
    if len(found) != 1 or not TITLE <= len(letters(found[0].text_content()[: 2 * LONGEST_TITLE])) <= LONGEST_TITLE:
        return None
    around = (set((a.get("class") or "").split()) for a in found[0].iterancestors())
    return found[0] if any(classes & {"hentry", "h-entry", "hnews"} for classes in around) else None


TITLE, SHORT_TITLE, LONGEST_TITLE = 12, 6, 400
"""Letters of the shortest title that is looked for on its page, and of one whose address is below its site's; characters of an element's text that are compared."""
