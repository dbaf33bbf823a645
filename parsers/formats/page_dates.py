"""Dates that are in a page's markup and not in its metadata: `<time>`, dates printed beside the headline, htmldate.

A printed date that can be read in two ways is none, whoever reads it, and a year in a copyright line dates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import islice

from lxml.html import HtmlElement

from parsers.feeds.text import plain
from parsers.fields import header
from parsers.fields.dates import FINENESS, parse_date
from parsers.formats import json_ld
from parsers.formats.page_bylines import cut, remove_alone
from parsers.formats.statements import of_meta
from parsers.model import Statement

LATEST = "2099-12-31"
"""htmldate's bound: its default is today, and results must not depend on today."""

EARLIEST = "1995-01-01"

LONGEST = 160
"""Characters of a line of dates and bylines."""

RUNNING = 70
"""Characters of a paragraph that may be running text: a standfirst is one, the text the second."""

DESCENDANTS = 16
"""Elements inside a line, at most."""

NEAR_BEFORE, NEAR_BEHIND = 12, 60
"""Elements before and behind the headline among which its date is looked for."""

_SKIPPED = frozenset(("script", "style", "noscript", "nav", "footer", "aside", "form", "button", "svg", "select"))
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "span",
        "time",
        "li",
        "td",
        "small",
        "em",
        "strong",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "header",
        "ul",
        "dd",
        "b",
        "i",
        "abbr",
        "address",
        "font",
        "center",
    )
)
_DIGITS = re.compile(r"\d")
_OWNED = re.compile(r"(?:©|&copy;|\(c\)|copyright|all rights reserved)[^<>]{0,80}\Z", re.I)


def read(
    tree: HtmlElement, markup: str, url: str | None, said: Sequence[Statement], language: str = ""
) -> tuple[Statement, ...]:
    """What markup and print say of the date, as far as it is not known to the minute already.

    `language` is the page's, with its country: it decides which of two numbers is the day.
    """
    known = [
        s for s in said if s.field == "date_published" and (m := parse_date(s.value)) and _fine(m.precision, "day")
    ]
    if any((m := parse_date(s.value)) and _fine(m.precision, "minute") for s in known):
        return ()
    visible = tuple(_visible(tree, language))
    if any(s.field == "date_published" for s in (*known, *visible)):
        return visible
    return (*visible, *_guessed(tree, markup, url))


def _fine(precision: str, least: str) -> bool:
    names = [str(n) for n in FINENESS]
    return names.index(precision) >= names.index(least)


# ----------------------------------------------------------------------------------------------------- time elements


def times(tree: HtmlElement, said: Sequence[Statement]) -> tuple[Statement, ...]:
    """The date of a `<time>` element, where no element has said one; asked before lines of dates leave the tree."""
    return () if any(s.field == "date_published" and s.source == "html" for s in said) else tuple(_times(tree))


def _times(tree: HtmlElement) -> Iterator[Statement]:
    """The first `<time>` that is marked as the date of publication, or else is the only one beside the headline."""
    found = [t for t in tree.iter("time", "abbr") if _machine(t)[:4].isdigit() and not _is_beside(t)]
    marked = [t for t in found if _is_marked(t)]
    others = [t for t in found if t.tag == "time" and not _CHANGED.search(t.get("class") or "")]
    chosen = (marked or others if marked or len({_machine(t) for t in others}) == 1 else [])[:1]
    yield from (Statement(field="date_published", value=_machine(t), source="html") for t in chosen)


def _is_beside(element: HtmlElement) -> bool:
    """Whether an element is in what is beside the article: the other articles that a page names."""
    return any(_is_of_other(a) for a in islice(element.iterancestors(), 12))


def _machine(element: HtmlElement) -> str:
    """The date that an element writes for machines: `<time datetime>`, and hAtom's `<abbr title>`."""
    return str(element.get("datetime" if element.tag == "time" else "title") or "").strip()


_PUBLISHED = re.compile(r"publi|entry-date|post-date|posted-on|article-date|created")
_CHANGED = re.compile(r"updat|modif|(?:\A|\s)dt-updated", re.I)


def _is_marked(element: HtmlElement) -> bool:
    names = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    return _PUBLISHED.search(names) is not None or element.get("pubdate") is not None


# ----------------------------------------------------------------------------------------------------- printed dates


def _visible(tree: HtmlElement, language: str) -> Iterator[Statement]:
    """What the first short line near the headline says that is nothing but dates, bylines and labels.

    A line that is a date of two readings says nothing, and is no text either.
    """
    heading = next((h for h in tree.iter("h1") if plain(h.text_content())), None)
    if heading is None:
        return
    for element in (*_behind(heading), *_before(heading)):
        line = element.tag in _BLOCKS and _is_short(element)
        printed = header.in_order_of(plain(element.text_content(), markup=False), language) if line else ""
        if not printed or len(printed) > LONGEST or not _DIGITS.search(printed):
            continue
        if found := header.said_in(printed):
            yield from (Statement(field=field, value=value, source="visible") for field, value in found)
            yield from map(cut, filter(None, [remove_alone(element)]))
            return
        if header.is_twofold(printed):
            yield from map(cut, filter(None, [remove_alone(element)]))


def _behind(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Elements behind the headline in the order of the page, until running text begins."""
    long = 0
    for element in islice(_following(heading), NEAR_BEHIND * 4):
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            continue
        long += element.tag == "p" and len((element.text or "").strip()) > RUNNING
        if long > 1:
            return
        yield element


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    at: HtmlElement | None = element
    while at is not None:
        for sibling in at.itersiblings():
            yield from sibling.iter()
        at = at.getparent()


def _before(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Elements before the headline, the nearest first."""
    at: HtmlElement | None = heading
    left = NEAR_BEFORE
    while at is not None and left:
        for sibling in at.itersiblings(preceding=True):
            for element in islice(reversed(list(islice(sibling.iter(), 50))), left):
                left -= 1
                if isinstance(element.tag, str) and element.tag not in _SKIPPED:
                    yield element
            if not left:
                return
        at = at.getparent()


def _is_short(element: HtmlElement) -> bool:
    """Whether an element may be a line: it has but a few elements inside."""
    return next(islice(element.iter(), DESCENDANTS, None), None) is None


# ------------------------------------------------------------------------------------------------------------ guesses


def _guessed(tree: HtmlElement, markup: str, url: str | None) -> Iterator[Statement]:
    """What htmldate finds in the markup: a day, the least certain of all."""
    from htmldate import find_date  # slow to import, and most pages say their date

    tree = deepcopy(tree)
    for other in [e for e in tree.iter("meta", "script", "aside", "nav", "section", "div", "ul") if _is_of_other(e)]:
        other.drop_tree()
    try:
        day = find_date(tree, extensive_search=False, original_date=True, url=url, min_date=EARLIEST, max_date=LATEST)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return  # a defect of the guesser on a page without a date: then it has none
    if day and _printed(markup, day):
        yield Statement(field="date_published", value=day, source="htmldate", precision="day")


_OTHERS = re.compile(
    r"related|recommend|popular|most-?read|trending|more-?(?:news|stories|articles)|read-?(?:next|also)", re.I
)


def _is_of_other(element: HtmlElement) -> bool:
    """Whether an element dates something else: the last change, a picture, or the other articles that a page names."""
    if element.tag == "meta":
        return _is_of_change(element)
    if element.tag == "script":  # JSON-LD that can be read was read: htmldate takes the dates of any object in it
        return "ld+json" in (element.get("type") or "").lower() and bool(json_ld.nodes_of([element.text or ""]))
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return (element.tag in ("aside", "nav") or _OTHERS.search(named) is not None) and element.find(".//h1") is None


def _is_of_change(meta: HtmlElement) -> bool:
    """Whether a meta element gives the day of the last change, or of a picture: htmldate takes both for the first."""
    name = next((n for k in ("property", "name", "itemprop", "http-equiv") if (n := meta.get(k))), "")
    return "image" in name.casefold() or any(
        s.field == "date_modified" for s in of_meta([(name, meta.get("content") or "")])
    )


def _printed(markup: str, day: str) -> bool:
    """Whether the day is printed in a way that means this day alone, and not only in a line of copyright."""
    year, month, number = day[:4], int(day[5:7]), int(day[8:10])
    certain = re.compile(
        rf"{year}\s?[-/.年년]\s?0?{month}\s?[-/.月월]\s?0?{number}(?!\d)|{year}{month:02}{number:02}|(?<!\d)0?{number}\.\s?0?{month}\.\s?{year}(?!\d)"
        rf"|(?<!\d)0?{number}(?:st|nd|rd|th|er|º|\.)?[\s\-,]+(?:[^\W\d_]+\.?[\s\-,]+){{1,3}}{year}|[^\W\d_]{{3,}}\.?[\s\-]+0?{number}(?:st|nd|rd|th)?[\s,\-]+{year}"
    )
    short = re.compile(rf"(?<!\d)0?{number}\.\s?0?{month}\.\s?{year[2:]}(?!\d)")
    windows = (
        (m.start() - 40, markup[max(0, m.start() - 40) : m.end() + 24]) for m in islice(re.finditer(year, markup), 300)
    )
    places = [start for start, window in windows if certain.search(window)]
    places += [m.start() for m in islice(short.finditer(markup), 20)]
    if places:
        return any(not _OWNED.search(markup[max(0, at - 80) : at + 41]) for at in places)
    twofold = re.compile(
        rf"(?<!\d)(?:0?{month}[/\-]0?{number}|0?{number}[/\-]0?{month})[/\-](?:{year}|{year[2:]})(?!\d)"
    )
    return not (month != number <= 12 and twofold.search(markup))
