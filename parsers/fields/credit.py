"""Agency credits: `(MENAFN- AzerNews)`, `(Reuters) -`, `Source: TASS`, `© 2024 AFP`: whose text it is and who passed it on.

A chain names the last hands first: in `MENAFN - AzerNews - Trend` Trend wrote, AzerNews and then MENAFN reprinted.
Only outlets the desk knows are believed on their own; beside a known one (`MENAFN- Somebody New`) a stranger counts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.fields.outlets import Directory
from parsers.fields.sheet import Finding, Line, after_space, mark, say
from parsers.fields.words import words
from parsers.model import Statement

NO_OUTLETS = words(
    "press release|press releases|pressrelease|editorial|news|agencies|agency|news agencies|wires|staff|advertorial|sponsored|contributed|with agencies",
    "|",
)
"""What a credit says when it names nobody."""

_ABBREVIATED = r"(?:\s?\([^()\[\]\n]{2,20}\))?"
"""`Kuwait News Agency (KUNA)`: an outlet's short name behind its long one."""

_PAREN = re.compile(rf"[(\[]\s*([^()\[\]\n]{{2,90}}?{_ABBREVIATED})\s*[)\]](?:\s*[-–—:]+(?=\s))?")
_SHORT_NAME = re.compile(rf"(?<=\w){_ABBREVIATED}\Z")
_LEAD = re.compile(r"([^\W\d_][\w.’'\- ]{1,30}?)\s(?:[-–—]{1,2})\s(?=[^\W\d_a-zß-ÿ]{2})")
_SPLIT = re.compile(r"\s+[-–—/|>]+\s*|\s*[-–—/|>]+\s+|\s+via\s+|\s*/\s*")
_SOURCE_LINE = re.compile(
    r"(?:(?:news )?source|via|courtesy(?: of)?|agency|originally from|credit|mənbə|kaynak|источник|quelle)\s*[:\-–]\s*(.{2,80}?)\.?",
    re.I,
)
_ISSUED = re.compile(r"SOURCE:?\s+(?P<who>[^\W\d_a-z][^\n:;!?]{1,80}?)\.?")
"""How press wires sign: the word in capitals, and who had the release sent."""

OPENING = 1500
"""Characters in which a press wire names itself."""

_WIRED = re.compile(
    r"\((?:BUSINESS\s?WIRE|GLOBE\s?NEWSWIRE|EINPresswire[^()]{0,20}|Newsfile Corp[^()]{0,30}|Marketwired[^()]{0,30})\)|/PRNewswire[^/\n]{0,20}/|/CNW/|/ACCESS ?Newswire/|ACCESSWIRE\s/", re.I
)  # fmt: skip
"""How press wires mark the first line of what they send: `Source:` below such a text names who had it sent."""

_COPYRIGHT = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?(\d{4})?(?:\s*[-–]\s*(\d{4}))?[\s,]*(.{2,60}?)(?:[.,|]\s.*|\.)?",
    re.I,
)
_PICTURES = re.compile(r"image|photo|picture|getty|shutterstock", re.I)
_BARE = re.compile(rf"[-–—(\[]*\s*([^()\[\]\n]{{2,40}}?{_ABBREVIATED})\s*[)\]]*\.?")
_INPUTS = re.compile(
    r"\(?\s*(?:with|based on) (?:inputs?|contributions?|files|reporting|material) (?:from|by) (.{2,60}?)\s*\)?\.?", re.I
)


def chain(printed: str, book: Directory) -> tuple[str, ...]:
    """The outlets of a credit in printed order, by their own names; empty when it does not begin with a known one."""
    printed = _SHORT_NAME.sub("", printed)
    if whole := book.named(printed):
        return (whole.name,)
    head, *behind = _SPLIT.split(printed, maxsplit=1)
    if not behind and "-" in printed:  # "MENAFN-AFP" is a chain, "ITAR-TASS" was caught above
        head, *behind = printed.split("-", 1)
    first = book.named(head)
    if first is None or not behind or not any(c.isalpha() for c in behind[0]):
        return ()
    if (rest := behind[0].strip()).casefold() in NO_OUTLETS:
        return (first.name,)
    return first.name, *(chain(rest, book) or tuple(book.name(p) for p in _SPLIT.split(rest) if p.strip()))


def statements(names: tuple[str, ...], printed: str, start: int, end: int) -> tuple[Statement, ...]:
    """What a chain says: the last is the publisher, the first the republisher."""
    said = [say("credit_text", printed, "credit", start, end)]
    said += [say("publisher", names[-1], "credit", start, end)] if names[1:] or names[0] != "MENAFN" else []
    said += [say("republisher", names[0], "credit", start, end)] if names[1:] or names[0] == "MENAFN" else []
    return tuple(said)


def at_front(text: str, at: int, book: Directory) -> Finding | None:
    """A credit that is before the body: in brackets, or as `ANI - ` before a dateline."""
    if m := _PAREN.match(text, at):
        names = chain(m[1], book)
    elif (m := _LEAD.match(text, at)) and (agency := book.agency(m[1])):
        names = (agency.name,)
    else:
        return None
    if not names:
        return None
    end = after_space(text, m.end())
    marks = (mark("credit", at, m.end(), "agency_credit"), mark("residue", at, end, "agency_credit"))
    return Finding(end=end, marks=marks, statements=statements(names, m[1], m.start(1), m.end(1)))


def issued(who: str, start: int | None, end: int | None, book: Directory) -> tuple[Statement, ...]:
    """Who had a press release sent: the text is theirs, whoever passes it on."""
    said = (("credit_text", who, "credit"), ("publisher", book.name(who), "notice"))
    return tuple(Statement(field=f, value=v, source=s, raw_start=start, raw_end=end) for f, v, s in said)


SHORTEST = 3
"""Letters of a name that is alone: `A A` is a button for the size of the letters."""


def masthead(text: str, at: Line, book: Directory, source: str = "dateline") -> Finding | None:
    """A line of nothing but an outlet's name: between credit and body (an agency's counts like a dateline), or last."""
    printed = text[at.start : at.end]
    if not SHORTEST <= len(printed.replace(" ", "")) <= 40 or not (outlet := book.named(printed)):
        return None
    said = (say("publisher", outlet.name, source, *at),) if outlet.agency or source == "credit" else ()
    return _whole(at, "masthead", said)


def line(text: str, at: Line, book: Directory) -> Finding | None:
    """A line that is a credit as a whole: `Source: TASS`, `© 2024 AFP`, `(Reuters)`, `(With inputs from PTI)`."""
    if at.end - at.start > 140:
        return None
    printed = text[at.start : at.end]
    if m := _INPUTS.fullmatch(text, at.start, at.end):
        return _whole(at, "inputs", (say("credit_text", m[1], "credit", m.start(1), m.end(1)),))
    if m := _SOURCE_LINE.fullmatch(text, at.start, at.end):
        site = book.at(m[1]) if "://" in m[1] else None
        names = (site.name,) if site else chain(m[1], book) or tuple(filter(None, (book.plausible(m[1]),)))
        if not names and m[1][0].isupper() and printed[:6].casefold() == "source" and _WIRED.search(text, 0, OPENING):
            return _whole(at, "source_line", issued(m[1], m.start(1), m.end(1), book))
        return _whole(at, "source_line", statements(names, m[1], m.start(1), m.end(1))) if names else None
    if m := _ISSUED.fullmatch(text, at.start, at.end):
        return _whole(at, "source_line", issued(m["who"], m.start("who"), m.end("who"), book))
    if m := _COPYRIGHT.fullmatch(text, at.start, at.end):
        return _whole(at, "copyright", _owned(m, book))
    if (
        not (printed[:1].isalnum() and printed[-1:].isalnum())  # else nothing is there but the name
        and (m := _BARE.fullmatch(text, at.start, at.end))
        and m[1] != m.group()
        and (names := chain(m[1], book))
    ):
        return _whole(at, "agency_credit", statements(names, m[1], m.start(1), m.end(1)))
    return None


def of_part(part: str, at: Line, book: Directory) -> tuple[Statement, ...]:
    """What a part of a line of credits says: `Source: Xinhua` or an outlet's bare name; none when it is no credit."""
    whole = Line(0, len(part))
    if found := line(part, whole, book):
        return tuple(replace(s, raw_start=at.start, raw_end=at.end) for s in found.statements)
    return (say("issuer", outlet.name, "credit", *at),) if (outlet := book.named(part)) else ()


def _owned(m: re.Match[str], book: Directory) -> tuple[Statement, ...]:
    """Who holds the copyright: a known outlet wrote the text; a stranger at least put this document out."""
    year = (say("year", m[2] or m[1], "credit", *m.span()),) if m[1] else ()
    if owner := book.named(m[3]):
        return (*statements((owner.name,), m[3], m.start(3), m.end(3)), *year)
    name = book.name(m[3])
    own = len(name.split()) <= 5 and name[:1].isupper() and not _PICTURES.search(name)
    return ((say("issuer", name, "credit", m.start(3), m.end(3)),) if own else ()) + year


def _whole(at: Line, rule: str, said: tuple[Statement, ...]) -> Finding:
    marks = (mark("credit", at.start, at.end, rule), mark("residue", at.start, at.end, rule))
    return Finding(end=at.end, marks=marks, statements=said)
