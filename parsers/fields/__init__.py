"""The newspaper fields of a document: who, when, where and under what headline, with marks in the raw text.

    statements (markup, feed, transport) ─┐
    front matter ▸ body ▸ end matter     ─┴─ resolve, one field at a time → Fields

One module, one field. What a reader finds in the text becomes statements like those of the markup, with their own
sources (header, credit, notice, note, dateline, byline), so every field is one ranking of who said what.
"""

from __future__ import annotations

import re
from datetime import datetime

from parsers.alignment import Alignment
from parsers.fields import back, credit, dateline, dates, front, genre, headline, language, url
from parsers.fields.dates import Dated, Moment, parse_date
from parsers.fields.outlets import Directory, directory, known_outlets, name_key
from parsers.fields.publisher import FIELDS as PUBLISHER_FIELDS
from parsers.fields.publisher import PAGE_SOURCES, Publishing
from parsers.fields.publisher import resolve as resolve_publisher
from parsers.fields.sheet import after_space, before_space, lines_of, say, without_overlaps
from parsers.fields.stated import stated_people
from parsers.known import Outlet
from parsers.model import Copy, Fields, Mark, Statement
from parsers.record import changed
from parsers.sniff import HTML, PAGES

AUTHOR_SOURCES = ("site-rule", "json-ld", "opengraph", "meta", "feed", "html", "visible", "notice", "byline", "note")
"""Who names authors, the most trusted first."""

_BY = re.compile(
    r"\A\s*(?:(?:by|von|par|por|di|door|av|af|od|от|yazan|text|texte|texto|testo)\s*:?\s+|(?:author|autor|auteur|автор|yazar|müəllif)\s*:\s*)",
    re.I,
)


def read(copy: Copy, outlets: tuple[Outlet, ...] = (), arrived: datetime | None = None) -> Fields:
    """Every field of a copy. Offsets of marks are raw; residue marks do not overlap. Never raises on any text.

    `arrived` is when the document came: of two readings of a date, one that is later is none.
    """
    book = directory(outlets)
    text, stated = copy.text, copy.statements
    own_url, canonical = url.of_field(stated, "url"), url.of_field(stated, "canonical_url")
    zone = _zone(resolve_publisher(stated, own_url or canonical, book), book)
    lines = lines_of(text)
    above = front.read(text, lines, book, zone, stated, copy.blocks, page=copy.media_type in (HTML, PAGES))
    below = back.read(text, lines, above.end, book)
    said = stated + above.statements + below.statements + _of_urls(own_url, canonical) + _credited(stated, book)
    said += _elsewhere(stated, book)
    who = resolve_publisher(said, own_url or canonical, book)
    published = _published(said, _zone(who, book) or zone, arrived)
    modified = dates.resolve(said, "date_modified", _zone(who, book) or zone, arrived)
    return Fields(
        url=own_url or canonical,
        canonical_url=canonical,
        headline=headline.resolve(said, (who.publisher, who.republisher), book) or _value(said, "first_words"),
        byline=_value(said, "byline"),
        author=_authors(said, book, who),
        dateline=_value(said, "dateline"),
        credit_text=_value(said, "credit_text"),
        publisher=who.publisher,
        republisher=who.republisher,
        date_published=published.moment.datetime if published else None,
        date_published_source=published.source if published else None,
        date_published_precision=published.moment.precision if published else None,
        date_published_offset=published.moment.offset if published else None,
        date_modified=modified.moment.datetime if modified else None,
        in_language=language.identify(text, above.end, stated),
        genre=genre.resolve(
            text,
            above.end,
            said,
            known=bool(who.publisher or published or _value(said, "dateline") or _value(said, "byline")),
        ),
        editor_note=_value(said, "editor_note"),
        keywords=_keywords(stated),
        is_partial=True if _value(stated, "is_partial") else None,
        marks=_spaced(text, without_overlaps((*above.marks, *below.marks))),
    )


def settled(fields: Fields, body: str, alignment: Alignment) -> Fields:
    """The fields with their words as the repaired body has them: what was read off run-together copy, read again."""
    headline_, note = fields.headline, fields.editor_note
    for m in fields.marks:
        if m.kind not in ("headline", "editor_note"):  # the others' words are not kept
            continue
        clean = " ".join(body[alignment.to_body(m.raw_start) : alignment.to_body(m.raw_end)].split())
        if m.kind == "headline" and m.rule == "notice" and _same(headline_, clean):
            headline_ = clean
        elif m.kind == "editor_note" and _same(note, clean):
            note = clean
    if headline_ == fields.headline and note == fields.editor_note:
        return fields
    return changed(fields, headline=headline_, editor_note=note)


def _same(read_off: str | None, clean: str) -> bool:
    """The same letters, differently spaced."""
    return read_off is not None and name_key(read_off) == name_key(clean)


def _zone(who: Publishing, book: Directory) -> str | None:
    """The clock of the newsroom: of whoever put the document out, else of whose text it is."""
    for name in (who.republisher, who.publisher):
        if name and (outlet := book.named(name)) and outlet.time_zone:
            return outlet.time_zone
    return None


MOST_KEYWORDS = 50


def _keywords(stated: tuple[Statement, ...]) -> tuple[str, ...]:
    """Keywords and subjects as the document's surroundings give them, each once."""
    words = (" ".join(s.value.split()) for s in stated if s.field == "keywords")
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_KEYWORDS]


def _value(said: tuple[Statement, ...], field: str) -> str | None:
    return next((" ".join(s.value.split()) for s in said if s.field == field and s.value.strip()), None)


def _authors(said: tuple[Statement, ...], book: Directory, who: Publishing) -> tuple[str, ...]:
    """People only. Markup first, then the notice, the byline, the note; a source that names nobody is passed over.

    Many pages call the outlet itself their author: it is none.
    """
    stated = [s for s in said if s.field == "author"]
    if not stated:
        return ()
    outlets = {name_key(name) for name in (who.publisher, who.republisher) if name}
    outlets |= {name_key(s.value) for s in said if s.field in PUBLISHER_FIELDS}
    for source in AUTHOR_SOURCES:
        named = (s.value for s in stated if s.source == source and not book.named(s.value))
        found = (n for value in named for n in stated_people(_BY.sub("", value)) if not book.named(n))
        if authors := tuple(dict.fromkeys(n for n in found if name_key(n) not in outlets)):
            return authors
    return ()


def _of_urls(*urls: str | None) -> tuple[Statement, ...]:
    return tuple(say("date_published", day, "url") for address in urls if address and (day := url.day_in_path(address)))


def _credited(stated: tuple[Statement, ...], book: Directory) -> tuple[Statement, ...]:
    """Whose text it is by markup's credit (`creditText`), or by an agency that it calls the author."""
    chains = (credit.chain(s.value, book) for s in stated if s.field == "credit_text")
    agencies = (
        a.name
        for s in stated
        if s.field in ("author", "author_organization") and (a := book.agency(_BY.sub("", s.value)))
    )
    names = (*(chain[-1] for chain in chains if chain), *agencies)
    return tuple(say("publisher", name, "credit") for name in names)


def _elsewhere(stated: tuple[Statement, ...], book: Directory) -> tuple[Statement, ...]:
    """Whose text it is by an address on a known outlet's site, where another outlet puts the page out.

    A site of the same outlet under a name like its own (`BBC Sport`) has reprinted nothing, and a canonical address
    says nothing where the page's own is not known.
    """
    issuer = next((s.value for s in stated if s.field == "publisher" and s.source in PAGE_SOURCES), "")
    own = name_key(book.name(issuer))
    homes = [s.value for s in stated if s.field == "url" and s.source != "html"]
    said = (
        s for s in stated if s.field == "is_based_on" or (s.field == "canonical_url" and (homes or s.source == "meta"))
    )
    for statement in said if own else ():
        outlet = book.at(statement.value)
        if outlet is None or any(book.at(home) == outlet for home in homes):
            continue
        keys = [name_key(name) for name in (outlet.name, *outlet.aliases)]
        if not any(key in own or own in key for key in keys):
            return (say("publisher", outlet.name, "credit"),)
    return ()


def _published(said: tuple[Statement, ...], zone: str | None, arrived: datetime | None) -> Dated | None:
    """The date of publication; a dateline's day joins in when something else has given the year.

    Where every date is later than the arrival, the best of them: whoever files it marks it as doubtful.
    """
    said += _changed(said)
    return _dated(said, zone, arrived) or (_dated(said, zone, None) if arrived else None)


def _changed(said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The day that a page prints of its last change: it stands in where no other is said, and the source says so."""
    changed = (s for s in said if s.field == "date_modified" and s.source == "visible")
    return tuple(say("date_published", s.value, dates.UPDATED) for s in changed)


def _dated(said: tuple[Statement, ...], zone: str | None, arrived: datetime | None) -> Dated | None:
    dated = dates.resolve(said, "date_published", zone, arrived)
    year = str(dated.moment.datetime.year) if dated else _value(said, "year")
    if dated and dates.FINENESS.index(dated.moment.precision) >= dates.FINENESS.index("day"):
        return dated
    with_day = dates.resolve(dateline.with_year(said, year or ""), "date_published", zone, arrived)
    return with_day or dated


def _spaced(text: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Residue that is whole lines takes its white space along, so that cutting it leaves one gap and not two."""
    out: list[Mark] = []
    cuts = [m.raw_start for m in marks if m.kind == "residue"] + [len(text)]
    cut, n = 0, 0
    for m in marks:
        if m.kind == "residue":
            n += 1
            m = _widened(text, m, cut, cuts[n])
            cut = m.raw_end
        out.append(m)
    return tuple(out)


def _widened(text: str, m: Mark, floor: int, ceiling: int) -> Mark:
    """The mark over the white space behind it; at the end of the text, over that before it."""
    before = before_space(text, m.raw_start)
    if before > 0 and "\n" not in text[before : m.raw_start]:
        return m
    end = min(after_space(text, m.raw_end), ceiling)
    if end < len(text):
        return changed(m, raw_end=end) if "\n" in text[m.raw_end : end] else m
    return changed(m, raw_start=max(floor, before), raw_end=end)


__all__ = ["Moment", "directory", "known_outlets", "parse_date", "read", "settled"]
