"""ProQuest: documents apart by a line of underscores, with labels (`Title:`, `Full text:`, `Publication date:`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.fields.dates import parse_date
from parsers.formats import said, unspaced
from parsers.model import Statement

MEDIA_TYPE, TITLE = "text/x-proquest", "a document of a ProQuest export"

_RULE = re.compile(r"^[_=]{20,}[ \t]*$", re.M)
_COUNT = re.compile(r"^[ \t]*Document \d+ of \d+[ \t]*$", re.M | re.I)
LABELS = {
    "title": "headline", "author": "author", "publication title": "publisher", "publication": "publisher", "publication date": "date_published", "publication info": "info",
    "language of publication": "in_language", "language": "in_language", "document type": "genre", "subject": "keywords", "section": "section", "document url": "url",
    "full text": "body", "abstract": "description", "dateline": "dateline", "column": "section", "first page": "", "links": "", "pages": "", "publication year": "", "publication subject": "", "volume": "", "issue": "",
    "publisher": "", "place of publication": "", "country of publication": "", "issn": "", "source type": "", "proquest document id": "", "copyright": "", "last updated": "", "database": "",
    "location": "", "company": "", "company / organization": "", "people": "", "classification": "", "identifier / keyword": "keywords", "identifier/keyword": "keywords", "e-issn": "", "online publication date": "",
    "publication history": "", "document feature": "", "notes": "", "year": "", "credit": "", "alternate title": "", "person": "", "startpage": "", "document status": "", "correspondence author": "", "pubid": "", "snippet": "", "contact": "", "publication type": "",
}  # fmt: skip
_LABEL = re.compile(r"^[ \t]*(?P<label>[A-Z][A-Za-z /-]{2,28}):(?:[ \t]+(?P<value>.*)|[ \t]*)$", re.M)
_DAY = re.compile(r"(?:\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})")


def is_layout(text: str) -> bool:
    """Whether the head of a text is that of an export."""
    labels = {m["label"].lower() for m in _LABEL.finditer(text)}
    own = {"proquest document id", "publication title", "publication info", "document url", "language of publication"}
    return (len(labels & own) >= 2 and bool(labels & {"full text", "abstract"})) or (
        "full text" in labels and bool(labels & own) and bool(_RULE.search(text))
    )


def slices(text: str) -> Iterator[str]:
    """The documents: what is between rules and holds a label of a document (a list of contents holds none)."""
    for held in _RULE.split(text):
        labels = {m["label"].lower() for m in _LABEL.finditer(held)}
        if labels & {"full text", "abstract"} and labels & {
            "title",
            "publication title",
            "publication info",
            "publication date",
        }:
            yield held.strip("\n\x0c ")


def read(text: str) -> tuple[tuple[Statement, ...], str]:
    """What the labels of a document say, and its full text."""
    text = _COUNT.sub("", text)
    found = [m for m in _LABEL.finditer(text) if m["label"].lower() in LABELS]
    ends = [*(m.start() for m in found), len(text)][1:]
    pairs: list[tuple[str, str | None]] = []
    keywords: list[str] = []
    body = ""
    for m, end in zip(found, ends, strict=True):
        field = LABELS[m["label"].lower()]
        value = f"{m['value'] or ''}{text[m.end() : end]}".strip()
        if field == "body":
            body = value
        elif field == "keywords":
            keywords += re.split(r"[;\n]", value)
        elif field == "info":
            pairs += _info(value)
        elif field == "author":
            pairs += [("author", turned(name)) for name in re.split(r"\s*;\s*", " ".join(value.split()))]
        elif field:
            pairs.append((field, value))
    above = " ".join(text[: found[0].start()].split()) if found else ""
    pairs.append(("headline", above if 2 < unspaced.words(above) < 40 else None))
    return said.all_said(_dated(pairs)) + said.keywords(keywords), body


def turned(name: str) -> str:
    """`Vell, Tomas` as it is spoken."""
    last, comma, first = name.rstrip(".").partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _info(value: str) -> list[tuple[str, str | None]]:
    """`Outlet ; Town [Town]14 May 2024: A1.` as outlet and day."""
    day = _DAY.search(value)
    outlet = re.split(r"\s*[;,\[]\s*", value)[0]
    return [("publisher", outlet), ("date_published", day.group() if day else None)]


def _dated(pairs: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Without dates that cannot be read, so that one that can is taken."""
    return [(f, v) for f, v in pairs if f != "date_published" or (v and parse_date(" ".join(v.split())))]
