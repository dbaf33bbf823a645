"""Bylines: `By Jane Doe`, `Jane Doe in Baku`, `Name Read more`, `Global Times reporter Xie Wenting (GT)`.

The printed line is the byline; authors are only those words of it that are plainly people. A photographer is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from parsers.fields import header
from parsers.fields.credit import NO_OUTLETS
from parsers.fields.names import authors, people
from parsers.fields.outlets import Directory
from parsers.fields.sheet import Finding, Line, after_space, line_end, mark, say
from parsers.fields.stated import stated_people
from parsers.model import Mark, Statement

LONGEST = 160

ROLES = (
    r"(?:(?:our|a|the|an|chief|senior|special|staff|foreign|political|business|economics?|diplomatic|defen[cs]e|energy|sports?|deputy|assistant|"
    r"managing|contributing|guest|lead|regional|national|local)\s+)*(?:reporter|correspondent|writer|editor|columnist|journalist|contributor|commentator|author)s?"
)
_BY = re.compile(
    r"(?:By|BY|by|(?:Written|Interview|Interviewed|Reported|Text|Story|Words|Report) by|Authors?|Müəllif|Автор|Von|Par)\s*(?::\s*|\s)(?P<who>\S.*)",
    re.S,
)
_READ_MORE = re.compile(r"(?P<by>By\s+)?(?P<who>[^\W\d_][^\n;:()]{3,60}?)(?P<more>\s+Read\s?more)(?=\s|\Z)")
_REPORTER_LINE = re.compile(
    r"[\uac00-\ud7a3]{2,4}\s?(?:기자|특파원|선임기자)|[\u3400-\u9fff]{2,6}\s?(?:記者|特派員)|(?:本[报報社])?(?:记者|記者|作者|文)\s?[:：／/\s]\s?[\u3400-\u9fff·]{2,6}"
)
"""A line that names a reporter in Korean, Japanese or Chinese, with the word for one."""

_EDITED = re.compile(r"\s+for\s+|,?\s+(?:and\s+)?(?:edited|translated|photographed|compiled)\s+by\s")
_WHERE = re.compile(
    r"\s+(?:in|at|from)\s+(?P<place>[^\W\d_a-z][\w .'’\-]{1,40}?(?:,\s*[^\W\d_a-z][\w .'’\-]{1,30})*)\Z"
)
_AT = re.compile(r"\s*(?:\||•|·|\s[-–—]\s|\t|@)\s*|\s+(?=(?:Published|Updated|Posted|Last updated)\s*:)")
_WITH_PLACE = re.compile(
    r"(?P<who>[^\n,;:()|]{4,60}?)\s+in\s+(?P<place>[^\W\d_a-z][\w .'’\-]{1,40}(?:,\s[^\W\d_a-z][\w .'’\-]{1,30})?)"
)
_ROLE_END = re.compile(rf",?\s+(?:{ROLES})\Z", re.I)
_SIGNED = re.compile(
    r"[(\[]?\s*(?:Reporting|Written|Additional reporting|Story) by (?P<who>[^;)\]\n]{4,200}?)\s*(?:[;.]\s*(?:Additional|Writing|Editing|Edited|Compiled|Graphics)[^\n]{0,240}?)?[)\]]?\.?"
)


def at_front(text: str, at: int, book: Directory, credited: bool) -> Finding | None:
    """The byline that is at `at`. `credited` says that a credit has just been read: then a bare name is enough."""
    if "Read" in text and (m := _READ_MORE.match(text, at)) and (names := people(m["who"], said=True)):
        return _with_button(text, at, m, names)
    line = Line(at, line_end(text, at))
    if line.end - line.start > LONGEST:
        return None
    printed = text[line.start : line.end]
    if m := _BY.fullmatch(printed):
        return _by(line, printed, m["who"], book)
    if not printed.isascii() and _REPORTER_LINE.fullmatch(printed) and (names := stated_people(printed)):
        return _found(line, printed, names)
    if (m := _WITH_PLACE.fullmatch(printed)) and (names := people(m["who"])):
        return _found(line, printed, names)
    head, *rest = _AT.split(printed, maxsplit=1) if "," not in printed else printed.rsplit(",", 1)
    if rest and (outlet := book.named(_AT.split(rest[0])[0])) and (names := people(head)):
        return _found(line, printed, names, outlet.name)
    if credited and (names := people(printed)) and printed[:1] != "\n":
        return _found(line, printed, names)
    return None


def _with_button(text: str, at: int, m: re.Match[str], names: tuple[str, ...]) -> Finding:
    """A name with the "Read more" of its author's box: the name stays, the button goes."""
    end = after_space(text, m.end())
    cut = (m.start("more"), m.end() if "\n" in text[m.end() : end] or end == len(text) else end)
    if cut[1] == end and end < len(text):  # the body follows on the same line: the button becomes its space
        cut = (m.start("more") + 1, end)
    marks = (mark("byline", at, m.start("more"), "name_read_more"), mark("residue", *cut, "read_more"))
    return Finding(end=end, marks=marks, statements=_statements(m["who"], names, at, m.start("more")))


def _by(line: Line, printed: str, who: str, book: Directory) -> Finding | None:
    """A line that begins with "By": people, or an outlet's own name, which is a credit."""
    first, *rest = _AT.split(who)
    bare = _ROLE_END.sub("", _EDITED.split(first)[0].strip())
    names = people(bare, said=True) or people(_WHERE.sub("", bare), said=True) or authors(bare, said=True)
    outlets = [
        book.name(part) for part in (bare, *rest) if part.strip().casefold() not in NO_OUTLETS and book.named(part)
    ]
    if not names and not outlets:
        return None
    found = _found(line, printed, names)
    found = replace(
        found, statements=(*found.statements, *(s for part in rest for s in header.dates_of(part, line, None)))
    )
    if outlets and not names:
        said = tuple(say(f, outlets[0], "credit", line.start, line.end) for f in ("publisher", "credit_text"))
        return Finding(end=found.end, marks=found.marks, statements=(*found.statements, *said))
    return (
        replace(found, statements=(*found.statements, say("issuer", outlets[0], "byline", *line))) if outlets else found
    )


def _found(line: Line, printed: str, names: tuple[str, ...], outlet: str | None = None) -> Finding:
    marks: tuple[Mark, ...] = (mark("byline", line.start, line.end, "byline"),)
    said = _statements(printed, names, line.start, line.end) + (
        (say("issuer", outlet, "byline", *line),) if outlet else ()
    )
    return Finding(end=line.end, marks=marks, statements=said)


def _statements(printed: str, names: tuple[str, ...], start: int, end: int) -> tuple[Statement, ...]:
    return (say("byline", printed, "byline", start, end), *(say("author", n, "byline", start, end) for n in names))


def signed(text: str, line: Line) -> Finding | None:
    """The sign-off at the end: `(Reporting by Jane Doe in Baku; Editing by John Roe)`."""
    if line.end - line.start > 400 or not (m := _SIGNED.fullmatch(text, line.start, line.end)):
        return None
    parts = re.split(r"\s+and\s+|,\s+", m["who"])
    names = tuple(n for p in parts for n in people(_WHERE.sub("", p)))
    return _found(line, text[line.start : line.end], names) if names else None


_ABOUT = re.compile(
    r"(?P<who>[^\W\d_a-z][^,;:()\n]{3,50}?)\s+(?:is|was)\s+(?:(?:an?|the)\s+)?(?P<outlet>[^\n,;]{2,40}?)(?:[’'`]s?)?\s+(?:(?:staff|senior|chief|freelance)\s+)?"
    r"(?:journalist|reporter|correspondent|writer|editor|columnist)\b(?P<follow>,?\s*(?:and\s+)?(?:you can\s+)?follow\s+(?:him|her|them)\b)?[^\n]{0,160}"
)


def about_author(text: str, line: Line, book: Directory) -> Finding | None:
    """The line below a text that says whose journalist its author is; with "follow her on …" it is the page's."""
    m = _ABOUT.fullmatch(text, *line) if line.end - line.start < 300 else None
    if m is None or not (names := people(m["who"])) or not (outlet := book.named(m["outlet"])):
        return None
    rule = "author_note"
    marks = (
        (mark("byline", *line, rule), mark("residue", *line, rule)) if m["follow"] else (mark("byline", *line, rule),)
    )
    said = (*(say("author", n, "byline", *line) for n in names), say("issuer", outlet.name, "byline", *line))
    return Finding(end=line.end, marks=marks, statements=said)


# ------------------------------------------------------------------------------- the reporter who introduces himself

_REPORTER = re.compile(
    r"(?:\s*\((?P<before>[A-Z]{2,6})\))?(?:[’']s)?\s+(?:[a-z]+\s+)?(?:reporters?|correspondents?|journalists?)\s+(?P<who>[^\W\d_a-z][\w.’'\-]*(?:[ ,]+(?:and\s+)?[^\W\d_a-z][\w.’'\-]*){1,7})(?:\s*\((?P<after>[A-Z]{2,6})\))?"
)
_WHO = ("reporter", "correspondent", "journalist")
"""Words of which every such introduction holds one."""

_OUTLET_WORDS = re.compile(r"(?:[^\W\d_a-z][\w.’'&]*\s?){1,4}\Z")
NEAR = 160
"""Characters around a reporter's name in which his outlet and a word of meeting must stand."""

_MET = re.compile(
    r"\b(?:talked|spoke|sat down|interview(?:ed|s)?|conversation|asked|discussed|chatted|caught up|exclusive|met)\b",
    re.I,
)


def introduced(text: str, start: int, end: int, book: Directory) -> Finding | None:
    """`Global Times reporter Xie Wenting (GT) recently talked to …` in the opening: who asked, and for whom."""
    first = min((at for word in _WHO if (at := text.find(word, start, end)) >= 0), default=None)
    if first is None:
        return None
    for m in _REPORTER.finditer(text, max(start, first - NEAR), end):
        letters = m["before"] or m["after"]
        labelled = bool(letters) and _label(letters).search(text) is not None
        outlet = _outlet_before(text, start, m.start(), book, letters if labelled else None)
        if outlet is None or not (names := _longest(m["who"])) or not (letters or _has_met(text, m, start, end)):
            continue
        said = [say("author", n, "byline", m.start("who"), m.end("who")) for n in names]
        said.append(say("publisher" if labelled else "issuer", outlet, "byline", m.start(), m.end()))
        return Finding(end=m.end(), statements=tuple(said))
    return None


def _has_met(text: str, m: re.Match[str], start: int, end: int) -> bool:
    """A word of meeting stands near: the reporter asked, and is not merely quoted."""
    return _MET.search(text, max(start, m.start() - NEAR), min(end, m.end() + NEAR)) is not None


@lru_cache(maxsize=64)
def _label(letters: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[.!?”\"\n])){letters}:\s", re.M)


def _outlet_before(text: str, start: int, at: int, book: Directory, letters: str | None) -> str | None:
    """The longest known outlet's name that ends right here; or an unknown one whose initials are these letters."""
    m = _OUTLET_WORDS.search(text, max(start, at - 60), at)
    words = m.group().split() if m else []
    names = [words[i:] for i in range(len(words))]
    known = next((o.name for n in names if (o := book.named(" ".join(n)))), None)
    return known or next((" ".join(n) for n in names if letters and "".join(w[0] for w in n) == letters), None)


def _longest(printed: str) -> tuple[str, ...]:
    """The people at the head of a run of capitalised words."""
    words = printed.split()
    for n in range(len(words), 1, -1):
        if names := people(" ".join(words[:n])):
            return names
    return ()
