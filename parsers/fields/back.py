"""Everything below the first word of the body that is no body: end matter, buttons between paragraphs, photo credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.fields import byline, correction, credit, header, house, note, notice, residue
from parsers.fields.names import people
from parsers.fields.outlets import Directory
from parsers.fields.sheet import Finding, Line, mark, say
from parsers.fields.stated import stated_people
from parsers.model import Mark, Statement

_SIGNED = re.compile(r"(?:By|BY|Authors?:|Written by|Text by|Müəllif:|Автор:)\s")
_WITH_MAIL = re.compile(r"(?P<who>[^\n@]{3,80}?)[\s,:(|/·–—-]+[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}[)\s]*")
"""A name, with or without its post, and nothing but a mail address behind it."""

_NO_AUTHOR = re.compile(
    r"\d{3}|\b(?:press|media|public relations|communications?|spokes\w+|investor|marketing|presse\w*|sprecher\w*|prensa|stampa|imprensa|пресс\w*)\b",
    re.I,
)
"""What is beside the name of somebody whom a press office names for questions: a telephone, a post."""

_CONTACT = re.compile(
    r"(?:\A|\n)[ \t#*]*(?:(?:for )?(?:more |further )?(?:(?:media|press|news|investor)\s)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|information)|presse-?kontakt|ansprechpartner(?:in)?|contacts? presse|"
    r"contacto(?: de prensa)?|contatt[oi](?: stampa)?|контакт\w*)\b[^\n.]{0,40}\n",
    re.I,
)
CONTACT = 220
"""Characters before a name in which a heading may say that it is a contact's."""

MOST = 24
"""Lines of end matter looked at."""

OPENING = 1500
"""Characters of the first paragraph in which a reporter may be introduced."""

LINKS = 10
"""Most lines that a list of related stories has, and the most characters each."""
LINK = 140

_MENAFN_ID = re.compile(r"MENAFN(\d\d)(\d\d)(20\d\d)\d{6,24}ID\d{6,14}")

PICTURED = (
    "hoto",
    "HOTO",
    "mage",
    "MAGE",
    "icture",
    "llustration",
    "creenshot",
    "raphic",
    "ideo",
    "VIDEO",
    "oto:",
    "ото",
    "əkil",
    "Bild",
)
"""Parts of the words for pictures: lines without any of them carry no photo credit."""

_PHOTO = re.compile(
    r"(?P<caption>[^\n]{0,400}?)(?P<credit>[\s(\[/|–-]*(?:(?:file|handout|courtesy|stock)\s+)?(?:photos?|images?|pictures?|illustrations?|screenshots?|graphics?|video|foto|фото|şəkil|bild)"
    r"(?:\s*(?:credits?|courtesy(?:\s+of)?|source))?\s*(?:(?::|/)\s*|\s(?:by|from|courtesy of)\s)(?P<whose>[^\n.:;!?]{2,60}?)[)\]]?\.?)",
    re.I,
)
LONGEST_CAPTION = 420


def read(text: str, lines: tuple[Line, ...], at: int, book: Directory) -> Finding:
    """Marks and statements behind `at`, the first word of the body."""
    rest = tuple([n if n.start >= at else Line(at, n.end) for n in lines if n.end > at])
    marks: list[Mark] = list(residue.anywhere(text))
    statements: list[Statement] = list(_ids(text))
    opening = min(rest[0].end, rest[0].start + OPENING) if rest else len(text)
    if met := byline.introduced(text, 0 if at < OPENING else at, opening, book):
        statements += met.statements
    statements += house.reports(text, at, at + OPENING, book)
    below = _end_matter(text, rest, book, marks, statements)
    for n in rest[: len(rest) - below]:
        if n.end - n.start <= LONGEST_CAPTION:
            marks += _between(text, n)
    return Finding(end=at, marks=tuple(marks), statements=tuple(statements))


def _ids(text: str) -> Iterator[Statement]:
    """MENAFN numbers its copies by day: `MENAFN15052024…ID…` is of 15 May 2024."""
    for m in _MENAFN_ID.finditer(text):
        yield say("date_published", f"{m[3]}-{m[2]}-{m[1]}", "credit", *m.span())
        yield say("issuer", "MENAFN", "credit", *m.span())


def _between(text: str, line: Line) -> Iterator[Mark]:
    """What may are between paragraphs: a button on a line of its own, a caption with its credit."""
    if rule := residue.line_rule(text, line, "line"):
        yield mark("residue", *line, rule)
    elif (
        any(map(text[line.start : line.end].__contains__, PICTURED))
        and (m := _PHOTO.fullmatch(text, *line))
        and _is_credit(m["whose"])
    ):
        yield from caption(m)


def caption(m: re.Match[str]) -> Iterator[Mark]:
    """The caption stays, its credit goes."""
    if m["caption"].strip():
        yield mark("caption", m.start(), m.start("credit"), "photo_credit")
    yield mark("residue", m.start("credit"), m.end(), "photo_credit")


def _is_credit(whose: str) -> bool:
    """Names and outlets only: `Chen Tao/GT`, `AFP`, `the Ministry of Energy`; a sentence has small words."""
    words = re.findall(r"[^\W\d_]+", whose)
    small = [
        w
        for w in words
        if w[0].islower() and w not in ("of", "the", "and", "for", "via", "by", "on", "from", "courtesy", "com", "az")
    ]
    return bool(words) and len(words) <= 8 and (not small or (whose.islower() and len(words) <= 2) or "." in whose)


def _end_matter(
    text: str, lines: tuple[Line, ...], book: Directory, marks: list[Mark], statements: list[Statement]
) -> int:
    """Reads upwards from the last line; returns how many lines belong to the end matter."""
    below = _related(text, lines, marks)
    for line in reversed(lines[: len(lines) - below][-MOST:]):
        found = _end_line(text, line, book)
        if found is None:
            if tail := residue.at_tail(text, line):
                marks.append(tail)
            break
        marks += found.marks
        statements += found.statements
        below += 1
    return below


def _end_line(text: str, line: Line, book: Directory) -> Finding | None:
    if (
        found := credit.line(text, line, book)
        or credit.masthead(text, line, book, "credit")
        or byline.signed(text, line)
    ):
        return found
    if rule := residue.line_rule(text, line, "end", "line"):
        return Finding(end=line.end, marks=(mark("residue", *line, rule),))
    if any(m.start() <= line.start and line.end <= m.end() for m in _MENAFN_ID.finditer(text, line.start, line.end)):
        return Finding(end=line.end)
    if text.startswith("MENAFN provides", line.start):
        return Finding(end=line.end)
    if changed := header.changed_in(text[line.start : line.end]):
        said = say("date_modified", changed, "header", *line)
        return Finding(end=line.end, marks=(mark("residue", *line, "date_line"),), statements=(said,))
    if found := note.read(text, line, book) or correction.read(text, line) or correction.above(text, line):
        return found
    if found := note.disclaimer(text, line, book) or notice.read(text, line, book):
        return found
    return _end_byline(text, line, book)


def _end_byline(text: str, line: Line, book: Directory) -> Finding | None:
    """`By Jane Doe` or `— Jane Doe` below the text."""
    printed = text[line.start : line.end]
    if _SIGNED.match(printed):
        return byline.at_front(text, line.start, book, credited=False)
    if found := byline.about_author(text, line, book):
        return found
    mailed = None if _CONTACT.search(text, max(0, line.start - CONTACT), line.start) else _WITH_MAIL.fullmatch(printed)
    if (m := mailed) and not _NO_AUTHOR.search(m["who"]) and (names := stated_people(m["who"])):
        said = (say("byline", printed, "byline", *line), *(say("author", n, "byline", *line) for n in names))
        return Finding(end=line.end, marks=(mark("byline", *line, "signature"),), statements=said)
    names = people(printed.lstrip("–—- ")) if printed[:1] in "–—-" else ()
    said = (say("byline", printed, "byline", *line), *(say("author", n, "byline", *line) for n in names))
    return Finding(end=line.end, marks=(mark("byline", *line, "signature"),), statements=said) if names else None


def _related(text: str, lines: tuple[Line, ...], marks: list[Mark]) -> int:
    """A list of related stories at the very end: its heading and every short line below it."""
    below = 0
    for n, line in enumerate(reversed(lines[-LINKS:]), 1):
        if residue.line_rule(text, line, "end") == "related":
            below = n
        elif line.end - line.start > LINK or text[line.end - 1] in '.!”"':
            break
    marks += (mark("residue", *each, "related") for each in lines[len(lines) - below :])
    return below
