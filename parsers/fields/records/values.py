"""Values of records: dates that are strings, numbers or objects; names that are strings, lists or objects; texts in parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Day
from datetime import datetime

from parsers.feeds.text import without_tags
from parsers.fields.words import words

LONGEST_NAME = 200
"""Characters of a name; what is longer is a sentence."""

_DATE_KEYS = (
    "$date",
    "@value",
    "value",
    "#text",
    "_text",
    "iso",
    "iso8601",
    "main",
    "raw",
    "$numberlong",
    "$t",
    "timestamp",
    "seconds",
    "_seconds",
    "published",
)
"""Where an object holds a date: MongoDB's extended JSON, JSON-LD, XML made JSON, Firestore; in small letters."""

_PARTS = ("year", "month", "day", "hour", "minute", "second")

_NAME_KEYS = (
    "name",
    "title",
    "display_name",
    "displayname",
    "full_name",
    "fullname",
    "common_name",
    "brand_name",
    "label",
    "@value",
    "value",
    "#text",
    "rendered",
    "text",
    "alternatename",
)
_HOST_KEYS = ("domain", "hostname", "uri", "host", "site", "homepage", "home_page", "@id", "url", "href", "id")
"""Where an object holds a name, and what is in for it in an outlet that has none."""

_TEXT_KEYS = (
    "value",
    "@value",
    "rendered",
    "text",
    "content",
    "body",
    "html",
    "#text",
    "bodyhtml",
    "bodytextsummary",
    "plain",
    "plaintext",
    "paragraphs",
    "sections",
    "summary",
)
"""Where an object holds a text; `sections` and `paragraphs` are lists of them."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_QUOTED_CALL = re.compile(
    r"""(?:new )?(?:ISODate|Date|Timestamp|DateTime|date|datetime|UTCDateTime|pd\.Timestamp)\(\s*['"]([^'"]{4,40})['"][^()]{0,40}\)"""
)
_PYTHON = re.compile(
    r"(?:datetime\.)?(?:datetime|date)\((\d{4}, ?\d{1,2}, ?\d{1,2})((?:, ?\d{1,6}){1,4})?(, ?tzinfo=[\w.() =]{2,60})?\)"
)
_WIKI = re.compile(r"\[\[(?:[^\[\]|]{1,100}\|)?([^\[\]|]{1,100})\]\]")
"""A link of Obsidian and wikis, in the place of a name."""

_ADDRESS = re.compile(r"\s*(?:https?:)?//\S+\s*\Z", re.I)
_HOST = re.compile(
    r"\s*(?:https?:)?(?://)?(?:www\d?\.)?((?:[a-z0-9](?:[a-z0-9\-]{0,61})\.)+[a-z]{2,24})(?::\d+)?(?:/\S*)?\s*\Z", re.I
)
_LIST = re.compile(r"\s*[;|]\s*")
_EMPTY = words("none null nan n/a na unknown undefined - -- [] {}")
_LONGEST_EMPTY = max(map(len, _EMPTY))


def _small(value: Mapping[str, object]) -> dict[str, object]:
    return {str(k).casefold(): v for k, v in value.items()}


def _said(value: object) -> str:
    """A string with something in it; what programs print for nothing is nothing."""
    text = value.strip() if isinstance(value, str) else ""
    return "" if len(text) <= _LONGEST_EMPTY and text.casefold() in _EMPTY else text


# ------------------------------------------------------------------------------------------------------------ dates


def date(value: object) -> str:
    """A date as text for `parse_date`, from a string, a number (epoch or calendar digits), a datetime or an object."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str):
        return _called(_said(value))
    if isinstance(value, datetime | Day):
        return value.isoformat()
    if isinstance(value, int | float):
        return _digits(value)
    if isinstance(value, Mapping):
        return _dated(_small(value))
    if isinstance(value, list | tuple):
        return _clock(value) or next((said for item in value[:5] if (said := date(item))), "")
    return ""


def _clock(numbers: Sequence[object]) -> str:
    """Year, month, day and clock as numbers in a row; nine of them are Python's `struct_time`, which feed parsers give in UTC."""
    found = [n for n in numbers[:9] if isinstance(n, int) and not isinstance(n, bool)]
    if len(found) != min(len(numbers), 9) or len(found) < 3 or not 1000 <= found[0] <= 9999:
        return ""
    clock = [*found[3:6], 0, 0][:3] if len(found) > 4 else []
    day = f"{found[0]:04}-{found[1]:02}-{found[2]:02}"
    return day + ("T" + ":".join(f"{n:02}" for n in clock) if clock else "") + ("Z" if len(found) == 9 else "")


def _called(said: str) -> str:
    """A date without the call that a shell or a program prints around it: `ISODate("…")`, `datetime.datetime(…)`."""
    if not said.endswith(")"):
        return said
    if found := _QUOTED_CALL.fullmatch(said):
        return found[1]
    if found := _PYTHON.fullmatch(said):
        day, clock = found[1].split(","), found[2]
        numbers = [int(n) for n in (*day, *(clock or "").strip(" ,").split(",")) if n.strip()]
        text = "-".join(f"{n:02}" for n in numbers[:3])
        text += "T" + ":".join(f"{n:02}" for n in (*numbers[3:6], 0)[: max(2, len(numbers[3:6]))]) if clock else ""
        return text + ("Z" if found[3] and "utc" in found[3].lower() else "")
    return said


def _digits(value: float) -> str:
    """A number as the digits it means: no exponent, no `.0`."""
    if value != value or abs(value) > 1e20:
        return ""
    return str(int(value)) if value == int(value) else f"{value:.6f}"


def _dated(value: dict[str, object]) -> str:
    if isinstance(parts := value.get("date-parts"), list):  # CSL-JSON
        return _parts(parts)
    if "date" in value and "timezone" in value:  # PHP's DateTime
        return f"{date(value['date'])[:19]} {_said(value['timezone'])}".strip()
    if all(k in value for k in _PARTS[:3]):
        numbers = [int(str(value[k])) for k in _PARTS if k in value and str(value[k]).isdecimal()]
        return _clock(numbers) or _parts([[value[k] for k in _PARTS[:3]]])
    if len(value) == 1:
        return date(next(iter(value.values())))
    return next((said for key in _DATE_KEYS if (said := date(value.get(key)))), "")


def _parts(parts: list[object]) -> str:
    first = parts[0] if parts and isinstance(parts[0], list) else []
    numbers = [int(str(n)) for n in first[:3] if str(n).isdecimal()]
    return "-".join(f"{n:02}" if i else f"{n:04}" for i, n in enumerate(numbers))


# ------------------------------------------------------------------------------------------------------------ names


def line(value: object) -> str:
    """One line: a string, or what an object or the first of a list holds as its name, title or value."""
    if isinstance(value, str):
        return " ".join(_said(value).split())
    if isinstance(value, Mapping):
        small = _small(value)
        return next((said for key in _NAME_KEYS if (said := line(small.get(key)))), "")
    if isinstance(value, list | tuple):
        return next((said for item in _main_first(value) if (said := line(item))), "")
    return ""


def title(value: object) -> str:
    """The one line that a headline is, without the tags that publishing systems leave in it."""
    return without_tags(line(value))


def _main_first(items: Iterable[object]) -> list[object]:
    """The items of a list with the one of role `main` (ninjs 2 and 3) first."""
    return sorted(items, key=lambda i: not (isinstance(i, Mapping) and str(i.get("role", "")).casefold() == "main"))[
        :50
    ]


def address(value: object) -> str:
    """An http address: a string, or one that an object or the first of a list holds."""
    if isinstance(value, str):
        return value.strip() if value.strip().lower().startswith(("http://", "https://")) else ""
    if isinstance(value, Mapping):
        small = _small(value)
        return next((said for key in ("@id", "url", "href", "value") if (said := address(small.get(key)))), "")
    if isinstance(value, list | tuple):
        return next((said for item in value[:20] if (said := address(item))), "")
    return ""


def outlet(value: object) -> str:
    """An outlet's name; for an object without one its host. Empty for an address: that is where, not who."""
    if isinstance(value, str):
        said = " ".join(_said(value).split())
        return "" if _ADDRESS.match(said) or len(said) > LONGEST_NAME or said.isdigit() else said
    if isinstance(value, Mapping):
        small = _small(value)
        named = next((said for key in _NAME_KEYS if (said := outlet(small.get(key)))), "")
        return named or next((said for key in _HOST_KEYS if (said := host(small.get(key)))), "")
    if isinstance(value, list | tuple):
        return next((said for item in value[:5] if (said := outlet(item))), "")
    return ""


def host(value: object) -> str:
    """The host of an address or of a bare domain, in small letters without `www.`; empty for anything else."""
    found = _HOST.match(value) if isinstance(value, str) and len(value) < 2048 else None
    return found[1].lower() if found else ""


def byline(value: object) -> str:
    """A byline as printed; of several the names, parted by commas."""
    if isinstance(value, list | tuple):
        return ", ".join(people(value))
    return line(value)[:1000]


def people(value: object) -> tuple[str, ...]:
    """Names as printed: a string (parted at `;` and `|`), a list of strings or objects, or one object."""
    return tuple(dict.fromkeys(_people(value)))[:50]


def _people(value: object) -> Iterator[str]:
    if isinstance(value, str):
        said = _WIKI.sub(r"\1;", _said(value)).strip("; ")
        if said.startswith("[") and said.endswith("]"):  # a list that a table holds as text
            said = ";".join(part.strip(" '\"") for part in re.split(r"(?<=['\"])\s*,\s*(?=['\"])", said[1:-1]))
        yield from (" ".join(part.split()) for part in _LIST.split(said) if part.strip())
    elif isinstance(value, Mapping):
        small = _small(value)
        parts = [
            line(small.get(k))
            for ks in (
                ("given", "first_name", "firstname", "givenname"),
                ("family", "last_name", "lastname", "surname", "familyname"),
            )
            for k in ks
        ]
        full = " ".join(filter(None, parts))
        yield from _people(line(value) or full)
    elif isinstance(value, list | tuple):
        for item in value[:50]:
            yield from _people(item)


def terms(value: object) -> tuple[str, ...]:
    """Keywords and sections: strings, or the names of objects, each once."""
    if isinstance(value, list | tuple):
        return tuple(dict.fromkeys(t for item in value[:100] for t in terms(item)))
    if isinstance(value, str):
        return tuple(dict.fromkeys(" ".join(t.split()) for t in re.split(r"[;,|]", _said(value)) if t.strip()))
    said = line(value)
    return (said,) if said else ()


# ------------------------------------------------------------------------------------------------------------ texts


def text(value: object) -> str:
    """A text, plain or marked up: a string, a list of parts, or an object that holds them."""
    return "\n\n".join(_passages(value, 0))


def _passages(value: object, depth: int) -> Iterator[str]:
    if depth > 6:
        return
    if isinstance(value, str):
        if _said(value):
            yield value.strip("\n")
    elif isinstance(value, Mapping):
        small = _small(value)
        if isinstance(
            sections := small.get("sections"), list
        ):  # Fundus: summary, then sections of headline and paragraphs
            for part in (small.get("summary"), *sections):
                yield from _section(part, depth)
        else:
            yield from next((list(p) for key in _TEXT_KEYS if (p := list(_passages(small.get(key), depth + 1)))), [])
    elif isinstance(value, list | tuple):
        for item in _main_first(value) if depth == 0 and _versions(value) else value:
            found = list(_passages(item, depth + 1))
            yield from found
            if found and depth == 0 and _versions(value):
                return


def _section(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key in ("headline", "paragraphs"):
            yield from _passages(value.get(key), depth + 1)
    else:
        yield from _passages(value, depth + 1)


def _versions(items: Iterable[object]) -> bool:
    """Whether a list holds one text in several forms (ninjs `bodies`) and not several parts of it."""
    return all(isinstance(i, Mapping) and ("contenttype" in _small(i) or "role" in i) for i in items)
