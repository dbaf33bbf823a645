"""Reprint notices: `X has published an article entitled “…”. Y reprints the article by Z`, `Originally published by X`.

A notice stays in the body (it says where the text is from) and gives publisher, republisher, headline and authors.
In every pattern a space means any white space or none: notices are wrapped and run together like the rest.
"""

from __future__ import annotations

import re

from parsers.fields.names import authors
from parsers.fields.outlets import Directory
from parsers.fields.sheet import Finding, Line, mark, say
from parsers.model import Statement

LONGEST = 900
"""Characters: a paragraph longer than this is no notice as a whole."""

SIGNS = (
    "ublish",
    "eprint",
    "epost",
    "ppeared",
    "rrangement",
    "ourtesy",
    "eproduc",
    "artnership",
    "ooperation",
    "resents",
    "arried",
    "posted",
)
"""Parts of words of which every notice holds one."""

_PIECE = r"(?:article|interview|op-ed|opinion piece|piece|commentary|report|story|analysis|column|essay|op ed|blog post|feature|material|text)"
_DONE = r"(?:published|carried|posted|printed|run|ran|featured|released|published online|aired)"
_AGAIN = r"(?:reprints?|republish(?:es|ed)?|presents?|reproduces?|re-?posts?|offers?|shares?|brings?|publishes|carries|provides)"
_OUTLET = r"(?:(?:[Tt]he )?[A-Z0-9](?:[^,;:.“”\"\n]|\.(?!\s|\Z)){1,60}?)"
_QUOTED = r"[“\"«„‘'](?P<headline>[^“”\"«»\n]{4,220})[”\"»’']"
_BY = r"(?: (?:written |authored |penned )?by (?P<author{n}>[^“”\"\n]{4,160}?))?"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r" (?![?*+{])", r"\\s*", pattern))


_ENTITLED = r"(?:entitled|titled|headlined|called|named|under the (?:headline|title|heading)|with the (?:headline|title)|under the heading)"

FORMS: tuple[re.Pattern[str], ...] = (
    # X, a daily, has published an article (by Z) entitled “H.” Y reprints the article by Z, a journalist.
    _compiled(
        rf"[“\"]?(?P<publisher>{_OUTLET})[”\"]?(?:, [^“”\"\n]{{3,160}}?,)? (?:has|had)? (?:recently )?{_DONE} (?:an?|the|its|this) (?:[a-z\-]+ ){{0,3}}?{_PIECE}"
        rf"{_BY.replace('{n}', '_a')},? {_ENTITLED}:? {_QUOTED}(?:{_BY.replace('{n}', '_c').removesuffix('?')}[.;]| ?[.,;]?) (?P<republisher>{_OUTLET}) {_AGAIN} (?:the|this|that|it|its|an?|below|here)"
        rf"(?: [^.“”\"\n]{{0,60}}?(?:{_PIECE}|text|translation))?{_BY.replace('{n}', '_b')}(?:\.|:|,[^\n]{{0,200}}|\Z)"
    ),
    # An article by Z entitled “H” has been published in X. Y presents the text.
    _compiled(
        rf"(?:An?|The) (?:[a-z\-]+ ){{0,3}}?{_PIECE}{_BY.replace('{n}', '_a')},? {_ENTITLED}:? {_QUOTED} (?:has been|was|is|appeared) ?(?:{_DONE})? "
        rf"(?:by|in|on|at) (?P<publisher>{_OUTLET})\.(?: (?P<republisher>{_OUTLET}) {_AGAIN} (?:the|this|that|it|its|an?|below|here)[^\n]{{0,120}})?"
    ),
    # This article was originally published by X (on DATE) and is republished by Y with permission.
    _compiled(
        rf"[(\[*]?(?:Editor.s note: |Note: )?(?:This|The|The above|The following) {_PIECE}(?: below| above)?{_BY.replace('{n}', '_a')},? (?:was|is|has been|had been|originally|first)? ?(?:also )?(?:originally|first|previously|initially)? ?"
        rf"(?:{_DONE}|appeared) ?(?:originally|first)? ?(?:by|in|on|at) (?P<publisher>{_OUTLET})"
        rf"(?: on (?P<date>\w+ \d{{1,2}},? \d{{4}}|\d{{1,2}} \w+ \d{{4}}))?(?:,? and (?:is|has been|was) (?:re-?published|reprinted|re-?posted|reproduced)(?: here)?(?: by (?P<republisher>{_OUTLET}))?"
        rf"(?: (?:here )?with (?:their |kind |the )?permission[^\n]{{0,80}}| here| under [^\n]{{2,120}})?)? ?[.)\]*]*(?: Read the original[^\n]{{0,80}}|(?: (?P<again>{_OUTLET}) {_AGAIN} (?:the|this|it)[^\n]{{0,120}}))?"
    ),
    # Republished from X under … ; Reprinted with permission from X
    _compiled(
        rf"[(\[*]?(?:This (?:{_PIECE}) (?:is|was|has been) )?(?:[Rr]e-?published|[Rr]eprinted|[Rr]eproduced|[Rr]e-?posted)(?: here)?(?: with (?:the )?(?:kind )?permission)? (?:from|of|by courtesy of|courtesy of|by permission of|by arrangement with) "
        rf"(?P<publisher>{_OUTLET})(?: (?:under|with|by) [^\n]{{3,120}}|, [^\n]{{3,120}})? ?[.)\]*]*(?: Read the original[^\n]{{0,80}})?"
    ),
    # Originally published by X (on DATE); First appeared in X
    _compiled(
        rf"[(\[*]?(?:Originally|First|Previously) (?:published|appeared|posted|printed)(?:(?: by| in| at| on) (?P<publisher>{_OUTLET}))??"
        rf"(?:,? on (?P<date>\w+ \d{{1,2}},? \d{{4}}|\d{{1,2}} \w+ \d{{4}}))? ?[.)\]*]*"
    ),
    # By arrangement with X; In partnership with X
    _compiled(rf"[(\[*]?(?:By (?:special )?arrangement with|Published (?:by arrangement|in (?:partnership|cooperation)) with|By courtesy of|Courtesy of) (?P<publisher>{_OUTLET}) ?[.)\]*]*"),
    # Y reprints the article (by Z) published by X
    _compiled(
        rf"(?P<republisher>{_OUTLET}) (?:reprints|republishes|reproduces|re-?posts|presents) (?:the|this|an) (?:[a-z\-]+ ){{0,3}}?{_PIECE}{_BY.replace('{n}', '_a')},? "
        rf"(?:which was |that was |first |originally )*(?:published|carried|appeared|from) ?(?:by|in|on)? (?P<publisher>{_OUTLET})\."
    ),
)  # fmt: skip

_NO_OUTLET = re.compile(
    r"(?:this|the (?:author|same|following|original|official)|his|her|our|their|a|an|it|on|in)\b", re.I
)


def read(text: str, line: Line, book: Directory) -> Finding | None:
    """The reprint notice that a whole paragraph is, or None."""
    if line.end - line.start > LONGEST or not any(map(text[line.start : line.end].__contains__, SIGNS)):
        return None
    m = next((m for form in FORMS if (m := form.fullmatch(text, line.start, line.end))), None)
    if m is None:
        return None
    said = tuple(_statements(m, book))
    marks = [mark("reprint_notice", line.start, line.end, "reprint_notice")]
    marks += [
        mark("headline", s.raw_start, s.raw_end, "notice")
        for s in said
        if s.field == "headline" and s.raw_start is not None and s.raw_end
    ]
    return Finding(end=line.end, marks=tuple(marks), statements=said) if said else None


def _statements(m: re.Match[str], book: Directory) -> list[Statement]:
    fields, said = m.groupdict(), list[Statement]()
    for group in ("publisher", "republisher", "again"):
        if (printed := fields.get(group)) and not _NO_OUTLET.match(printed):
            role = "publisher" if group == "publisher" else "republisher"
            said.append(say(role, book.within(printed), "notice", m.start(group), m.end(group)))
    if headline := (fields.get("headline") or "").rstrip(".,; "):
        start = m.start("headline")
        said.append(say("headline", " ".join(headline.split()), "notice", start, start + len(headline)))
    for group in ("author_b", "author_c", "author_a"):
        said += [
            say("author", name, "notice", m.start(group), m.end(group)) for name in authors(_unglued(fields.get(group)))
        ]
    if fields.get("date"):
        said.append(say("date_published", m["date"], "notice", m.start("date"), m.end("date")))
    return said


_GLUE = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-Z])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bDi)(?<!\bLa)(?<!\bLe)(?<!\bVan)(?<!\bFitz)"
)


def _unglued(printed: str | None) -> str | None:
    """Names that ran together at a line wrap, apart again: `JaneCarver` but not `McCarver`."""
    return _GLUE.sub(" ", printed) if printed else None
