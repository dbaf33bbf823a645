"""Factiva: documents that end with `Document XXXX00…`, as articles with a head of lines, or with labels of two letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.fields.dates import parse_date
from parsers.fields.language import NAMES
from parsers.fields.names import people
from parsers.formats import said, unspaced
from parsers.model import Statement

MEDIA_TYPE, TITLE = "text/x-factiva", "a document of a Factiva export"

_END = re.compile(r"^[ \t]*Document ([A-Z0-9]{4,12}\d{8}[a-z0-9]{6,16})[ \t]*$", re.M)
_CODED = re.compile(
    r"^(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|CT|RF|IPD|IPC|ART|CLM|GN)(?:[ \t]+(?P<value>.*)|[ \t]*)$",
    re.M,
)
_WORDS = re.compile(r"\d[\d,. ]* (?:words|Wörter|mots|palabras|parole|palavras|слов)", re.I)
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[A-Z]{2,4})?")
_CODE = re.compile(r"[A-Z0-9]{2,12}")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|Copyright\b)", re.I)
_PRESS = re.compile(
    r"(?<=[^\n])\n[ \t]*\n+(?:[^\W\d_][\w&.’'\-]*,?[ \t]+){1,8}(?:Ltd|Limited|Inc|LLC|L\.P|LP|Co|Corp|Corporation|Company|plc|GmbH|AG|KG|SE|S\.A|SA|SAS|S\.A\.S|SpA|S\.p\.A|Srl|S\.r\.l|S\.L|SL|B\.V|BV|NV|N\.V|AB|AS|ASA|Oy|A/S|ApS|Pty|Ltda|Publishing|Publishers|Verlag)\.?[ \t]*\Z"
)
"""The publishing company, which has the last line of a document to itself."""

_LAST = re.compile(r"(?<=[^\n])\n[ \t]*\n+(?P<line>[^\n]{3,60})\Z")
_HOUSE = re.compile(
    r"(?:[^\W\d_a-z][\w&.’'\-]*[ \t]+|(?:of|the|de|du|di|la|and|&|und|et)[ \t]+){0,6}(?:News|Media|Press|Group|Times|Post|Newspapers?|Newswires?|Agency|Wire|Services?|Network|Holdings|Communications|Broadcasting|Daily|Tribune|Herald|Gazette|Journal|Medien|Zeitung|Presse|Médias|Noticias|Prensa|Editorial)"
)
"""A line of nothing but capitalised words, the last of them one that publishing houses have in their names."""

_BY = re.compile(r"\A(?:by|von|par|por|di)\s+", re.I)

CODES = {
    "HD": "headline", "BY": "byline", "SN": "publisher", "PD": "date_published", "LA": "in_language", "SE": "section", "CR": "credit_text", "ET": "time", "NS": "keywords", "IN": "keywords",
}  # fmt: skip
SHORT = 4
"""Words that the name of a section has at most."""


def is_layout(text: str) -> bool:
    """Whether the head of a text is that of an export."""
    if _END.search(text) and (_WORDS.search(text) or _COPYRIGHT.search(text)):
        return True
    codes = {m["code"] for m in _CODED.finditer(text)}
    return {"HD", "PD"} <= codes and bool(codes & {"TD", "LP"}) and bool(codes & {"SN", "AN", "WC"})


def slices(text: str) -> Iterator[str]:
    """The documents, each up to the line that names it."""
    ends = [m.end() for m in _END.finditer(text)] or _ends_by_code(text)
    at = 0
    for end in ends:
        yield text[at:end].strip("\n\x0c ")
        at = end
    if unspaced.words(text[at:]) > 30:
        yield text[at:].strip("\n\x0c ")


def _ends_by_code(text: str) -> list[int]:
    """Where documents end that are labelled and have no last line: before the next headline's block."""
    starts = [m.start() for m in _CODED.finditer(text) if m["code"] == "HD"]
    sections = {m.start() for m in _CODED.finditer(text) if m["code"] == "SE"}
    return [
        max((s for s in sections if s < start and "\nHD" not in text[s + 1 : start - 1]), default=start)
        for start in starts[1:]
    ]


def read(text: str) -> tuple[tuple[Statement, ...], str]:
    """What the head of a document says, and its text."""
    text = _END.sub("", text).strip("\n ")
    codes = {m["code"] for m in _CODED.finditer(text[:20_000])}
    return _labelled(text) if {"HD", "PD"} <= codes else _by_lines(text)


def _labelled(text: str) -> tuple[tuple[Statement, ...], str]:
    found = list(_CODED.finditer(text))
    ends = [*(m.start() for m in found), len(text)][1:]
    values = {
        m["code"]: f"{m['value'] or ''}{text[m.end() : end]}".strip("\n") for m, end in zip(found, ends, strict=True)
    }
    pairs: list[tuple[str, str | None]] = []
    for code, value in values.items():
        field = CODES.get(code, "")
        if field == "byline":
            pairs += _byline(" ".join(value.split()))
        elif field and field not in ("time", "keywords"):
            pairs.append((field, value))
    if "ET" in values:
        pairs.insert(0, ("date_published", f"{' '.join(values['PD'].split())} {values['ET'].strip()}"))
    keywords = [w.partition(":")[2].strip() or w.strip() for c in ("NS", "IN") for w in values.get(c, "").split("|")]
    body = "\n\n".join(values[c].strip() for c in ("LP", "TD") if values.get(c, "").strip())
    return said.all_said(pairs) + said.keywords(keywords), re.sub(r"\n[ \t]+", "\n", body)


def _by_lines(text: str) -> tuple[tuple[Statement, ...], str]:
    lines = [line.strip() for line in text.split("\n")]
    at = next((n for n, line in enumerate(lines[:25]) if _WORDS.fullmatch(line)), None)
    if at is None:
        return (), text
    pairs: list[tuple[str, str | None]] = _title([line for line in lines[:at] if line])
    at, dated = _source(lines, at + 1)
    owners = [line for line in lines[:at] if _COPYRIGHT.match(line)] + [v for f, v in dated if f == "publisher" and v]
    return said.all_said(pairs + dated), _without_press("\n".join(lines[at:]).strip(), owners)


def _without_press(text: str, owners: list[str]) -> str:
    """The text without the publishing company's line at its end, which has a legal form, a house's word, or the owner's name."""
    if (cut := _PRESS.sub("", text)) != text:
        return cut
    last = _LAST.search(text)
    if last is None or last["line"].endswith((".", "!", "?", "”", '"')):
        return text
    line = last["line"].strip()
    named = len(line) > 4 and any(line.casefold() in owner.casefold() for owner in owners)
    return text[: last.start()] if named or _HOUSE.fullmatch(line) else text


def _title(above: list[str]) -> list[tuple[str, str | None]]:
    """Section, headline and byline: the lines above the count of words."""
    pairs: list[tuple[str, str | None]] = []
    if len(above) > 1 and (_BY.match(above[-1]) or people(above[-1])):
        pairs += _byline(above.pop())
    if len(above) > 1 and unspaced.words(above[0]) <= SHORT:
        pairs.append(("section", above.pop(0)))
    return [*pairs, ("headline", above[0] if above else None)]


def _byline(printed: str) -> list[tuple[str, str | None]]:
    return [("byline", printed), ("author", _BY.sub("", printed))]


def _source(lines: list[str], at: int) -> tuple[int, list[tuple[str, str | None]]]:
    """Day, clock, outlet, code, page, language and copyright: the lines below the count of words; where the text begins."""
    pairs: list[tuple[str, str | None]] = []
    day = ""
    named = False
    while at < len(lines):
        line = lines[at]
        if _COPYRIGHT.match(line):
            at += 1
            while at < len(lines) and lines[at] and len(lines[at]) < 120:
                at += 1  # a notice over several lines
            break
        if not line and pairs and named and (at + 1 >= len(lines) or len(lines[at + 1]) > 60):
            break
        if not day and (moment := parse_date(line)) and moment.precision == "day":
            day = line
            pairs.append(("date_published", line))
        elif day and not named and _TIME.fullmatch(line):
            pairs.insert(0, ("date_published", f"{day} {line}"))
        elif line.casefold() in NAMES:
            pairs.append(("in_language", line))
        elif day and not named and line:
            pairs.append(("publisher", line))
            named = True
        elif len(line) > 120:
            break
        at += 1
    return at, pairs
