"""The dateline: `BAKU, Azerbaijan, March 3.`, `LONDON (AP) —`, `MOSCOW, May 15. /TASS/.`: place, day and agency.

It opens the body and stays in it. Its day has no year, so it dates the article only when the year is known elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

from parsers.fields.case import small
from parsers.fields.months import DATELINES, month_numbers
from parsers.fields.outlets import Directory
from parsers.fields.sheet import Finding, mark, say
from parsers.fields.words import words
from parsers.model import Statement

_NAMES = sorted(month_numbers(DATELINES), key=lambda name: (name[0], -len(name)))
_BY_LETTER = ((first, [re.escape(n[1:]) for n in names]) for first, names in groupby(_NAMES, itemgetter(0)))
_MONTH = "(?:" + "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in _BY_LETTER) + r")\.?"
"""The names by their first letters: fifty are tried where no month stands, and not two hundred and fifty."""

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH}\s*{_DAY}|{_DAY}\s+(?:of\s+)?{_MONTH})(?!\d)(?:,?\s+\d{{4}}\b)?"
_WORD = r"[^\W\d_][\w.’'\-]*"
_NEXT = rf"(?:[ \xa0]{_WORD}){{0,3}}?"
_PLACE = rf"(?P<place>{_WORD}{_NEXT}(?:\s?\[{_WORD}{_NEXT}\])?(?:,[ \xa0]{_WORD}{_NEXT}){{0,2}}?)"
_AGENCY = r"(?:\s*[(\[](?P<paren>[^()\[\]\n]{2,60})[)\]]|\s*/(?P<slash>[^/\n]{2,40})/|[.,]?\s+(?P<bare>[^\W\d_][\w.]{1,14}(?:\.[aA]z/?)?)(?=\s*(?:[:.]|--|[-–—/]|\n)))"
_STOP = r"(?P<stop>\s*(?:-{1,2}|[–—]|[:.])+(?=\s|[A-Z“\"]|\Z)|(?=\n)|\Z)"

_DATED = re.compile(rf"{_PLACE}[.,]?\s*(?P<date>{_DATE})(?:[.,]?{_AGENCY})?{_STOP}?", re.I)
_PLACED_DAY = re.compile(rf"{_PLACE}[.,]?\s*{_DATE}")
"""What every such form begins with, for text in small letters."""

_CREDITED = re.compile(
    rf"{_PLACE}\s?(?:[-–—]{{1,2}})?(?:\s?[(\[](?P<paren>[^()\[\]\n]{{2,60}})[)\]]|\s?/(?P<slash>[^/\n]{{2,40}})/){_STOP}",
    re.I,
)
_CAPITALS = re.compile(
    r"(?P<place>[^\W\d_a-z][^\Wa-z]+(?:[ \xa0.’'\-][^\Wa-z]+){0,3}\.?(?:,[ \xa0][^\W\d_a-z][\w.]*(?:[ \xa0][^\W\d_a-z][\w.]*){0,2}){0,2}),?[ \xa0]{0,2}(?P<stop>(?<=[ \xa0])(?:--?|[–—])(?=\s)|—|:(?=\s))"
)
_CITY = re.compile(
    rf"(?P<place>{_WORD}(?:[ \xa0]{_WORD}){{0,3}}?(?:,[ \xa0]{_WORD}(?:[ \xa0]{_WORD}){{0,2}}?)?)(?P<stop>:(?=\s)|\s(?:--?|[–—])(?=\s))"
)

_DIGIT = re.compile(r"\d")
_NO_PLACE = words(
    "on in at by since from until till after before for the this that as and but with to of when while it he she they we i no"
)
LONGEST = 160
NEAR = 4000
"""Characters behind a dateline in which its place is looked for again."""


@lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    """Cities that are known without their country, case folded."""
    table: str = tomllib.loads(files("parsers.fields").joinpath("cities.toml").read_text(encoding="utf-8"))["cities"]
    return frozenset(c.strip().casefold() for c in table.replace("\n", "").split("|"))


def read(text: str, at: int, book: Directory) -> Finding | None:
    """The dateline (or the two, one outlet's before another's) that opens the body at `at`."""
    first = _one(text, at, book)
    if first is None:
        return None
    behind = first.end + (1 if text[first.end : first.end + 1] in (" ", "\xa0") else 0)
    second = _one(text, behind, book) if first.statements[1:] else None
    if second is None:
        return first
    own = tuple(s for s in second.statements if s.field == "publisher")
    outer = tuple(replace(s, field="republisher") if own and s.field == "publisher" else s for s in first.statements)
    return Finding(end=second.end, marks=(*first.marks, *second.marks), statements=(*own, *outer))


def _one(text: str, at: int, book: Directory) -> Finding | None:
    m = _match(text, at, book)
    if m is None:
        return None
    fields = m.groupdict()
    end = m.end("date") if fields.get("date") else m.end("place")
    shown = text[at:end].rstrip(" ,.")
    said = [say("dateline", shown, "dateline", at, at + len(shown))]
    if agency := _agency_of(m, book):
        said += [say("publisher", agency, "dateline", at, m.end()), say("credit_text", agency, "dateline", at, m.end())]
    if fields.get("date"):
        said.append(say("month_day", m["date"], "dateline", m.start("date"), m.end("date")))
    return Finding(end=m.end(), marks=(mark("dateline", at, m.end(), "dateline"),), statements=tuple(said))


def _match(text: str, at: int, book: Directory) -> re.Match[str] | None:
    """The form of dateline that stands here, if it is plausible enough in this form."""
    stop = min(len(text), at + LONGEST)
    if not text[at : at + 1].isupper() or text[at:stop].partition(" ")[0].casefold().strip(",.") in _NO_PLACE:
        return None
    opening = text[at:stop]
    for may_be, form, plausible in _FORMS:
        if may_be(opening) and (m := form.match(text, at, stop)) and plausible(m, book):
            return m
    return None


def _dated(m: re.Match[str], book: Directory) -> bool:
    """With a day: in capitals, or with an agency, a dash, or a city everybody knows."""
    stop = (m["stop"] or ("." if m["date"].endswith(".") else "")).strip()
    if _agency_of(m, book) or (_is_capital(m["place"]) and (stop or m.string[m.end() : m.end() + 1].isspace())):
        return True
    return _proper(m["place"]) and (stop[:1] in ("-", "–", "—") or (bool(stop) and _is_city(m["place"])))


def _credited(m: re.Match[str], book: Directory) -> bool:
    return _proper(m["place"]) and _agency_of(m, book) is not None


def _capitals(m: re.Match[str], _: Directory) -> bool:
    """Without day or agency, before a dash or a colon: a city everybody knows, a place with its country, or one that
    the text goes on to write in small letters, which it does not do with an acronym."""
    head = m["place"].split(",")[0]
    if _is_city(head):
        return True
    if any(c.isdigit() for c in head):
        return False
    again = m["stop"] != ":" and m.string.find(_small(head), m.end(), m.end() + NEAR) >= 0
    return m["stop"] != ":" and len(head) > 4 and ("," in m["place"] or again)


def _small(place: str) -> str:
    return " ".join(w[:1] + w[1:].lower() for w in place.split())


def _known_city(m: re.Match[str], _: Directory) -> bool:
    return _is_city(m["place"]) and _proper(m["place"])


def _agency_of(m: re.Match[str], book: Directory) -> str | None:
    """The outlet in the dateline, by its own name. In slashes and brackets any known outlet; bare only an agency."""
    fields = m.groupdict()
    for group in ("paren", "slash"):
        if printed := fields.get(group):
            outlet = book.named(printed) or book.named(printed.split("/")[0])
            return outlet.name if outlet else None
    bare = fields.get("bare")
    agency = book.agency(bare) if bare else None
    return agency.name if agency else None


def _is_capital(place: str) -> bool:
    head = place.split(",")[0]
    return len(head) > 2 and head.upper() == head and not any(c.isdigit() for c in head)


def _proper(place: str) -> bool:
    """Every word begins with a capital (`de`, `of` and the like excepted)."""
    words = re.findall(r"[^\W\d_][\w.’'\-]*", place)
    return all(w[0].isupper() or w in ("de", "da", "of", "la", "el", "am", "and") for w in words)


def _is_city(place: str) -> bool:
    return " ".join(place.split(",")[0].split("[")[0].split()).rstrip(".").casefold() in cities()


def _holds_day(opening: str) -> bool:
    return _DIGIT.search(opening) is not None and _PLACED_DAY.match(small(opening)) is not None


def _holds_agency(opening: str) -> bool:
    return "(" in opening or "[" in opening or "/" in opening


def _holds_stop(opening: str) -> bool:
    return "-" in opening or ":" in opening or "–" in opening or "—" in opening


_FORMS = (
    (_holds_day, _DATED, _dated),
    (_holds_agency, _CREDITED, _credited),
    (_holds_stop, _CAPITALS, _capitals),
    (_holds_stop, _CITY, _known_city),
)
"""The forms in their order: what each must hold (most openings have none of it), and what makes it likely."""


def with_year(statements: tuple[Statement, ...], year: str) -> tuple[Statement, ...]:
    """The dateline's days as dates of this year."""
    found = [s for s in statements if s.field == "month_day"]
    return tuple(
        say(
            "date_published",
            s.value if re.search(r"\d{4}", s.value) else f"{s.value} {year}",
            "dateline",
            s.raw_start,
            s.raw_end,
        )
        for s in found
    )
