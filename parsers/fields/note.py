"""Editor's notes: `Editor's note: Jane Doe is a … for News.Az. The article expresses the personal opinion of the author.`

They give the author, whose view it is not (that is the publisher), and that the piece is an opinion.
"""

from __future__ import annotations

import re

from parsers.fields.names import person
from parsers.fields.outlets import Directory
from parsers.fields.sheet import Finding, Line, mark, say
from parsers.model import Statement

_LABEL = re.compile(
    r"[(\[*]?(?:(?:Editor|Editorial|Publisher)(?:[’'`]?s[’'`]?|s)?\s*note|Note\s*(?:from|by)\s*the\s*editors?|Ed(?:itor)?\.\s*note|From\s*the\s*editors?|NB)\s*[:.—–-]\s*(?=\S)",
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
    r"\b(?:(?:written|produced|prepared)\s*)?(?:exclusively\s*|specially\s*|specifically\s*)?for\s*(?:the\s*)?(?P<of>[A-Z][\w.’'& \-]{1,40}?)(?=\s*(?:[.,;]|\Z|and\b|on\b|in\b|since\b))"
)
_WHO = re.compile(
    r"(?:The\s*(?:author|writer),?\s*(?:is\s*)?)?(?P<name>[^\W\d_][^,.;:()\n]{3,60}?|[^\W\d_][^,;:()\n]{3,60}?),?\s+(?:is|was|are|serves|works)\s+(?:an?|the|currently|as|at|executive|senior|special|chief)\b|(?:[Ww]ritten|[Aa]uthored)\s*by\s*(?P<by>[^,;:()\n]{4,60}?)(?=[,.]\s|,|\.\Z)"
)
_SENTENCE = re.compile(r"[.!?][”\"')\]]?(?=\s*(?:[A-Z“\"]|\Z))")

LONGEST = 900
"""Characters: a paragraph longer than this holds more than the note."""


def read(text: str, line: Line, book: Directory) -> Finding | None:
    """The editor's note with which this line begins; the rest of a glued line is body again."""
    m = _LABEL.match(text, line.start)
    if m is None or m.end() >= line.end:
        return None
    end = _end(text, line)
    said = [say("editor_note", text[line.start : end].strip(" []()*"), "note", line.start, end)]
    said += _about(text, m.end(), end, book)
    return Finding(end=end, marks=(mark("editor_note", line.start, end, "editor_note"),), statements=tuple(said))


def disclaimer(text: str, line: Line, book: Directory) -> Finding | None:
    """A paragraph without the label that only says whose views these are."""
    if line.end - line.start > 500 or not any(
        word in text[line.start : line.end] for word in ("iew", "pinion", "osition", "own")
    ):
        return None
    if not (m := _VIEWS.search(text, line.start, line.end)):
        return None
    opening = text[line.start : m.start()].strip(" (*[").casefold()
    if opening not in (
        "",
        "disclaimer:",
        "*",
        "the",
        "note:",
        "this article",
        "the article",
        "this piece",
        "this op-ed",
        "this commentary",
    ):
        return None
    said = [
        say("editor_note", text[line.start : line.end], "note", line.start, line.end),
        *_about(text, line.start, line.end, book),
    ]
    return Finding(
        end=line.end, marks=(mark("editor_note", line.start, line.end, "views_disclaimer"),), statements=tuple(said)
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
    if (m := _WHO.match(text, start, end)) and (name := person(m["name"] or m["by"])):
        said.append(say("author", name, "note", m.start(), m.end()))
    for pattern in (_WHOSE, _FOR):
        for m in pattern.finditer(text, start, end):
            printed = m["of"] or m.groupdict().get("poss") or ""
            if outlet := book.named(printed):
                said.append(say("publisher", outlet.name, "note", m.start(), m.end()))
    if _VIEWS.search(text, start, end):
        said.append(say("genre", "opinion", "note", start, end))
    return said
