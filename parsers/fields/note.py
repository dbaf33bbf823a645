"""Editor's notes: `Editor's note: Jane Doe is a … for News.Az. The article expresses the personal opinion of the author.`

They give the author, whose view it is not (that is the publisher), and that the piece is an opinion.
"""

from __future__ import annotations

import re

from parsers.fields.names import authors
from parsers.fields.outlets import Directory
from parsers.fields.sheet import Finding, Line, line_end, mark, say
from parsers.fields.words import words
from parsers.model import Statement

_LABEL = re.compile(
    r"[(\[*]?(?:(?:Editor|Editorial|Publisher)(?:[’'`]?s[’'`]?|s)?\s*note|Note\s*(?:from|by)\s*the\s*editors?|Ed(?:itor)?\.\s*note|From\s*the\s*editors?|About\s*the\s*authors?|NB)\s*[:.—–-]\s*(?=\S)",
    re.I,
)
_VIEWS = re.compile(
    r"(?:(?:the\s*)?(?:views?|opinions?)\s*(?:and\s*(?:views?|opinions?)\s*)?(?:expressed|are\s*those|in\s*this|here)"
    r"|(?:expresses?|reflects?|represents?)\s*(?:only\s*)?(?:the\s*)?(?:author.?s?\s*)?(?:own\s*|personal\s*)*(?:views?|opinions?|position)"
    r"|personal\s*(?:views?|opinions?)|(?:views?|opinions?)\s*of\s*the\s*author|author.s\s*own)",
    re.I,
)
_WHOSE = re.compile(
    r"(?:views?|position|opinions?|policy|policies|stance|standpoint|those)\s*(?:\w+\s*){0,2}?(?:of|held\s*by)\s*(?:the\s*)?(?:editorial\s*(?:board|staff|team|office)\s*of\s*)?(?P<of>[A-Z][\w.’'& \-]{1,50}?)(?=\s*(?:[.,;)]?\s*\Z|[.,;]\s|and\b|or\b))"
    r"|(?:reflect|represent|coincide\s*with)s?\s*(?P<poss>[A-Z][\w.& \-]{1,40}?)[’']s?\s*(?:own\s*)?(?:editorial\s*)?(?:views?|position|opinion|policy|stance)"
)
_FOR = re.compile(
    r"\b(?:(?:written|produced|prepared)\s*)?(?:exclusively\s*|specially\s*|specifically\s*)?for\s*(?:the\s*)?(?P<of>[A-Z][\w.’'& \-]{1,40}?)(?=\s*(?:[.,;](?!\w)|\Z|and\b|on\b|in\b|since\b))"
)
_IS = re.compile(
    r"(?:The\s*(?:author|writer),?\s*(?:is\s*)?)?(?P<name>[^\W\d_][^,;:()\n]{3,60}?)(?:\s*\([^()\n]{2,60}\))?(?:,[^.\n]{3,200}?)?,?\s+"
    r"(?:is|was|are|serves|works)\s+(?:an?|the|currently|as|at|based|former|executive|senior|special|chief|one|director|head|professor)\b"
)
_BY = re.compile(
    r"\b(?:[Ww]ritten|[Aa]uthored|[Pp]enned)\s*(?:exclusively\s*|specially\s*)?(?:for\s*[\w. ]{2,30}?\s*)?by\s*(?P<name>[^;:()\n]{4,80}?)(?=,|\.\s|\.?\Z|\s(?:for|and\sreflects|expresses|represents|is)\b)"
)
_AUTHOR_IS = re.compile(
    r"(?:The|the)\s*(?:author|writer)s?\s*(?:is|are|was)\s*(?:an?|the|currently|a|former|at|with)?\b"
)
SIGNS = ("iews", "iew ", "pinion", "osition", "own", " author ", " writer ", " authors ")
"""Parts of words of which every such paragraph holds one."""

OPENINGS = words("|disclaimer:|*|the|note:|this article|the article|this piece|this op-ed|this commentary|all", "|")
"""What may are before the words about views, in small letters."""

_SENTENCE = re.compile(r"[.!?][”\"')\]]?(?=\s*(?:[A-Z“\"]|\Z))")

LONGEST = 900
"""Characters: a paragraph longer than this holds more than the note."""


def read(text: str, line: Line, book: Directory) -> Finding | None:
    """The editor's note with which this line begins; the rest of a glued line is body again."""
    m = _LABEL.match(text, line.start)
    if m is None or m.end() >= len(text):
        return None
    line = line if m.end() < line.end else Line(line.start, line_end(text, m.end()))  # the label stands above its note
    end = _end(text, line)
    said = [say("editor_note", text[line.start : end].strip(" []()*"), "note", line.start, end)]
    said += _about(text, m.end(), end, book)
    return Finding(end=end, marks=(mark("editor_note", line.start, end, "editor_note"),), statements=tuple(said))


def disclaimer(text: str, line: Line, book: Directory) -> Finding | None:
    """A paragraph without the label that only says who the author is or whose views these are."""
    printed = text[line.start : line.end]
    if len(printed) > 500 or not any(map(printed.__contains__, SIGNS)):
        return None
    views = _VIEWS.search(printed)
    opening = printed[: views.start()].strip(" (*[").casefold() if views else None
    if opening not in OPENINGS and not _AUTHOR_IS.match(printed):
        return None
    said = (
        say("editor_note", printed, "note", *line),
        say("genre", "opinion", "note", *line),
        *_about(text, *line, book),
    )
    return Finding(
        end=line.end, marks=(mark("editor_note", line.start, line.end, "views_disclaimer"),), statements=said
    )


def _end(text: str, line: Line) -> int:
    """The end of the line; in a line with body glued behind the note, the end of the last sentence about views."""
    if line.end - line.start <= LONGEST:
        return line.end
    ends = [m.end() for m in _SENTENCE.finditer(text, line.start, line.start + LONGEST)]
    start, last = line.start, 0
    for end in ends:
        if _VIEWS.search(text, start, end):
            last = end
        start = end
    return last or (ends[0] if ends else line.end)


def _about(text: str, start: int, end: int, book: Directory) -> list[Statement]:
    """Author, publisher and genre from the words of the note."""
    said: list[Statement] = []
    for m in (_IS.match(text, start, end), _BY.search(text, start, end)):
        if m and (names := authors(m["name"])):
            said += [say("author", n, "note", m.start(), m.end()) for n in names]
            break
    for pattern in (_WHOSE, _FOR):
        for m in pattern.finditer(text, start, end):
            printed = m["of"] or m.groupdict().get("poss") or ""
            if outlet := book.named(printed):
                said.append(say("publisher", outlet.name, "note", m.start(), m.end()))
    if _VIEWS.search(text, start, end):
        said.append(say("genre", "opinion", "note", start, end))
    return said
