"""Exports of EBSCO, Gale and Europresse as text: one document each, or many in a file.

EBSCO and Gale print labels above the text and a citation or a notice below it. Europresse prints the outlet with its number, the
day with the page, the headline, and below the text a notice and the code of the document (`news·20250304·XY·0042`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.fields.dates import parse_date
from parsers.formats import said, unspaced
from parsers.formats.proquest import turned
from parsers.model import Statement

Pairs = list[tuple[str, str | None]]

LABELS = {
    "title": "headline", "authors": "author", "author(s)": "author", "author": "author", "source": "source", "publication date": "date_published", "date": "date_published",
    "publication": "publisher", "publication title": "publisher", "section": "section", "subject terms": "keywords", "subjects": "keywords", "subject": "keywords", "keywords": "keywords", "language": "in_language",
    "persistent link to this record (permalink)": "url", "url": "url", "document type": "", "publication type": "", "abstract": "description", "issn": "", "accession number": "", "database": "",
    "length": "", "record": "", "geographic terms": "", "people": "", "lexile": "", "word count": "", "full text word count": "", "byline": "author", "volume": "", "issue": "", "company/entity": "", "naics/industry codes": "", "full text": "body", "persistent link": "url", "edition": "",
}  # fmt: skip
"""Labels above a text in EBSCO and Gale, and the field that each is."""

_LABEL = re.compile(r"^(?P<label>[A-Z][A-Za-z/]*(?: [A-Za-z/()]+){0,6}(?:\(s\))?):[ \t]*(?P<value>[^\n]*)$", re.M)
_RECORD = re.compile(r"^[ \t\ufeff\x0c]*Record: \d{1,5}[ \t]*$", re.M)
_GALE = re.compile(r"^[ \t]*(?:Gale )?Document Number:[ \t]*(?:Gale,? ?)?(?:GALE)?\|?A?\d+[^\n]*$", re.M)
_CITED = re.compile(
    r"^[ \t]*(?:Source )?Citation(?: \([^\n]{3,40}\))?:?[ \t]*(?:\n|$)|^[ \t]*Source Citation\b[^\n]*$", re.M
)
_RIGHTS = re.compile(r"^[ \t]*(?:~{4,}[ \t]*$|Copyright of [^\n]{2,200} is the property of\b|COPYRIGHT \d{4}\b)", re.M)
_SIGNED = re.compile(r"^[ \t]*By (?P<who>[^\n]{3,100}?)[ \t]*$", re.M)
_SLASHED = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b")
_DAY = re.compile(r"\b(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\b")

_CODE = re.compile(r"^[ \t]*(?:(?:news|web)[·.])(?P<day>\d{8})[·.][\w-]{1,12}[·.][\w-]{1,60}[ \t]*$", re.M)
_NOTICE = re.compile(
    r"^[ \t]*(?:Ce (?:document|certificat) est (?:destiné|émis)|Le présent document\b|This (?:document|certificate) is (?:destined|issued)|©[ \t]*\d{4}|Certificat émis)",
    re.M,
)
_ISSUE = re.compile(r",? n[o°º]\.? ?[\w-]{1,12}[ \t]*$")
_CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ][^\Wa-zà-ÿ]*(?:[ .'’-]+[^\W\d_a-zà-ÿ][^\Wa-zà-ÿ]*){1,4}")
_PRINTED = re.compile(r"(?P<day>\d{1,2}(?:er)? [^\W\d_]{3,9} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})")


def _labels(text: str) -> set[str]:
    return {m["label"].lower() for m in _LABEL.finditer(text)}


def _split(text: str, marks: re.Pattern[str], before: bool) -> Iterator[str]:
    """The documents that begin with a mark, or with `before` False end with one."""
    found = list(marks.finditer(text))
    starts = [m.end() for m in found] if before else [0, *(m.end() for m in found)][: len(found)]
    ends = [*(m.start() for m in found), len(text)][1:] if before else [m.end() for m in found]
    yield from (text[a:b].strip("\n\x0c ") for a, b in zip(starts, ends, strict=True))


def _head(text: str) -> tuple[Pairs, list[str], int]:
    """What the labels above a text say, its keywords, and where the text begins."""
    pairs: Pairs = []
    keywords: list[str] = []
    at = 0
    found = [m for m in _LABEL.finditer(text) if m["label"].lower() in LABELS]
    for m in found:
        if text[at : m.start()].strip() and at:
            break
        field = LABELS[m["label"].lower()]
        at = m.end()
        if field == "body":
            return pairs, keywords, m.start("value")
        value = m["value"].strip()
        if not value:  # the value is below its label, up to the next one or a blank line
            end = re.compile(r"\n[ \t]*\n|\n(?=[A-Z][\w ()/]{1,40}:[ \t]*(?:\n|\S))|\Z").search(text, at + 1)
            value, at = text[at : end.start() if end else len(text)], end.start() if end else len(text)
        if field == "keywords":
            keywords += re.split(r"[;\n]", value)
        elif field == "author":
            pairs += [("author", turned(name)) for name in re.split(r"\s*;\s*|\n", value.strip())]
        elif field == "source":
            pairs += _source(value)
        elif field:
            pairs.append((field, value.strip().rstrip(".") if field == "headline" else value))
    return pairs, keywords, at


def _source(value: str) -> Pairs:
    """`Outlet. 03/04/2025, p4.` as outlet and day; EBSCO prints the month first."""
    printed = " ".join(value.split())
    outlet = re.split(r"\.? *[(;]|\. |, ", printed)[0].rstrip(".")
    if day := _SLASHED.search(printed):
        return [("publisher", outlet), ("date_published", f"{day['year']}-{day['month']:>02}-{day['day']:>02}")]
    named = _DAY.search(printed)
    return [("publisher", outlet), ("date_published", named.group() if named else None)]


def _read_labelled(text: str) -> tuple[tuple[Statement, ...], str]:
    pairs, keywords, at = _head(text)
    body = text[at:]
    ends = [m.start() for pattern in (_RIGHTS, _CITED, _GALE) if (m := pattern.search(body))]
    below = body[min(ends, default=len(body)) :]
    signed = _SIGNED.search(below)
    if signed and not any(field == "author" for field, _ in pairs):
        pairs.append(("author", signed["who"]))
    pairs = [(f, v) for f, v in pairs if f != "date_published" or (v and parse_date(" ".join(v.split())))]
    return said.all_said(pairs) + said.keywords(keywords), body[: min(ends, default=len(body))].strip()


class _Ebsco:
    """`Record: 1`, labels over their values, and a notice of rights."""

    MEDIA_TYPE, TITLE = "text/x-ebsco", "a document of an EBSCO export"

    def is_layout(self, text: str) -> bool:
        """Whether the head of a text is that of such an export."""
        labels = _labels(text)
        return {"title", "source", "accession number"} <= labels and bool(
            labels & {"database", "issn", "document type"}
        )

    def slices(self, text: str) -> Iterator[str]:
        """The documents."""
        return _split(text, _RECORD, before=True) if _RECORD.search(text) else iter((text,))

    def read(self, text: str) -> tuple[tuple[Statement, ...], str]:
        """What is printed around a text, and the text."""
        return _read_labelled(text)


class _Gale:
    """Labels, `Full Text:`, and below the text its citation and its number."""

    MEDIA_TYPE, TITLE = "text/x-gale", "a document of a Gale export"

    def is_layout(self, text: str) -> bool:
        """Whether the head of a text is that of such an export."""
        labels = _labels(text)
        return {"title", "full text"} <= labels and (
            _GALE.search(text) is not None or ("source" in labels and bool(labels & {"author(s)", "document type"}))
        )

    def slices(self, text: str) -> Iterator[str]:
        """The documents."""
        return _split(text, _GALE, before=False) if _GALE.search(text) else iter((text,))

    def read(self, text: str) -> tuple[tuple[Statement, ...], str]:
        """What is printed around a text, and the text."""
        return _read_labelled(text)


class _Europresse:
    """Outlet and number, day and page, headline, text, notice and code."""

    MEDIA_TYPE, TITLE = "text/x-europresse", "a document of a Europresse export"

    def is_layout(self, text: str) -> bool:
        """Whether the head of a text is that of such an export."""
        return _CODE.search(text) is not None and _NOTICE.search(text) is not None

    def slices(self, text: str) -> Iterator[str]:
        """The documents."""
        return _split(text, _CODE, before=False)

    def read(self, text: str) -> tuple[tuple[Statement, ...], str]:
        """What is printed around a text, and the text."""
        code = _CODE.search(text)
        notice = _NOTICE.search(text)
        held = text[: min(m.start() for m in (code, notice) if m)] if code or notice else text
        lines = [" ".join(line.split()) for line in held.split("\n") if line.strip()]
        at = next((n for n, line in enumerate(lines[:6]) if _PRINTED.search(line) and len(line) < 160), None)
        if at is None:
            return (), held.strip()
        printed = _PRINTED.search(lines[at])
        outlet = _ISSUE.sub("", lines[0]) if at else None
        rest = lines[at + 1 :]
        pairs: Pairs = [("publisher", outlet), ("date_published", printed["day"] if printed else None)]
        if rest and unspaced.words(rest[0]) < 40:
            pairs.append(("headline", rest.pop(0)))
        if rest and _CAPITALS.fullmatch(rest[0]) and len(rest[0]) < 80:
            pairs.append(("author", rest.pop(0).title()))
        return said.all_said(pairs), "\n\n".join(rest)


EBSCO, GALE, EUROPRESSE = _Ebsco(), _Gale(), _Europresse()
