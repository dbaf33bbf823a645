"""What readers make of a page's headline, authors and day, beside trafilatura and htmldate, all in one run.

    python -m tests.benchmarks.page_metadata [--pages 240] [--saved FOLDER]

Pages are made: every way in which pages state these fields, in a dozen languages, with other articles' dates and names beside
them. `--saved` adds pages of a folder, `NAME.html` beside `NAME.json` with `headline`, `author` (a list) and `date` (a day).
An answer is right, wrong, or none; where a page does not say a field, none is right. Times are CPU seconds of whole readers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import htmldate
import trafilatura

from parsers.fields import known_outlets
from parsers.fields import read as read_fields
from parsers.formats.html import read
from parsers.model import RawDocument
from parsers.sniff import HTML
from tests.benchmarks.made_pages import paragraph

OUTLET = "Quayside Mercury"
PEOPLE = {
    "en": ("Ada Thornhill", "Owen Pryce"), "de": ("Jörg Weidner", "Anke Lüth"), "fr": ("Élise Garnier", "Luc Fabre"), "es": ("Inés Olmedo", "Raúl Cuesta"),
    "pl": ("Kinga Wolska", "Adam Rej"), "ru": ("Анна Лескова", "Пётр Градов"), "tr": ("Ayşe Korkut", "Mert Yalın"), "sv": ("Ylva Ström", "Nils Berg"),
    "zh": ("李文博", "周晓梅"), "ja": ("佐伯 直子", "森田 健"), "ko": ("김서연", "박준호"), "ar": ("سلمى الحداد", "كريم منصور"),
}  # fmt: skip
"""Two people of each language; nobody is called so as far as we know."""

DAYS = {
    "en": "{d} {m} {y}", "de": "{d}. {m} {y}", "fr": "Publié le {d} {m} {y}", "es": "{d} de {m} de {y}", "pl": "{d} {m} {y}", "ru": "{d} {m} {y}",
    "tr": "{d} {m} {y}", "sv": "Publicerad {d} {m} {y}", "zh": "{y}年{n}月{d}日", "ja": "{y}年{n}月{d}日", "ko": "{y}년 {n}월 {d}일", "ar": "{d} {m} {y}",
}  # fmt: skip
MAY = {
    "en": "May",
    "de": "Mai",
    "fr": "mai",
    "es": "mayo",
    "pl": "maja",
    "ru": "мая",
    "tr": "Mayıs",
    "sv": "maj",
    "ar": "مايو",
}
BY = {"en": "By {}", "de": "Von {}", "fr": "Par {}", "es": "Por {}", "sv": "Av {}", "ru": "Автор: {}"}
AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "pl": "i", "ru": "и", "tr": "ve", "sv": "och"}
AUTHOR_WAYS = (
    "json-ld",
    "json-ld list",
    "meta",
    "microdata",
    "rel",
    "byline",
    "byline with agency",
    "organisation only",
    "none",
)
DATE_WAYS = ("json-ld", "json-ld epoch", "meta", "time", "visible", "two readings", "another's only", "none")
TITLE_WAYS = ("h1 and suffix", "json-ld with entities", "opengraph of the site first", "title in a div")


@dataclass(frozen=True)
class Told:
    """A page, how it says its fields, and what they are."""

    way: tuple[str, str, str]
    markup: str
    headline: str
    author: tuple[str, ...]
    date: str | None


@dataclass(frozen=True)
class Answer:
    """What a reader found; None for a field that it does not read, empty for one without an answer."""

    headline: str | None = None
    author: tuple[str, ...] | None = None
    date: str | None = None


def made(count: int) -> Iterator[Told]:
    """Pages of all combinations of ways in turn, each in another language than the last."""
    ways = list(product(AUTHOR_WAYS, DATE_WAYS, TITLE_WAYS))
    random.Random(11).shuffle(ways)
    languages = list(PEOPLE)
    for n in range(count):
        yield _page(ways[n % len(ways)], languages[n % len(languages)], random.Random(f"page {n}"))


def _page(way: tuple[str, str, str], language: str, dice: random.Random) -> Told:
    by, when, titled = way
    if when == "two readings" and language != "en":  # elsewhere the language says which number is the day
        when = "visible"
    day = date(2021 + dice.randrange(4), 5, dice.randint(13, 28))
    title = paragraph(dice, 1)[:60].rsplit(" ", 1)[0]
    title = f"{title} & “more”" if titled == "json-ld with entities" else title
    people = PEOPLE[language][: dice.choice((1, 1, 2))]
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "publisher": {"@type": "Organization", "name": OUTLET},
    }
    said["headline"] = title.replace("&", "&amp;").replace("“", "&#8220;").replace("”", "&#8221;")
    head, lines = _date(when, day, language, said, dice)
    more, author_lines = _author(by, people, language, said)
    markup = _markup(language, when, titled, title, said, head + more, author_lines + lines, dice)
    known = () if by in ("organisation only", "none") else people
    return Told(
        way, markup, title, known, None if when in ("two readings", "another's only", "none") else day.isoformat()
    )


def _date(when: str, day: date, language: str, said: dict[str, object], dice: random.Random) -> tuple[str, str]:
    """What the head and the lines under the headline say of the date."""
    moment = datetime(day.year, day.month, day.day, dice.randint(6, 20), 30, tzinfo=UTC)
    if when == "json-ld":
        said["datePublished"] = moment.isoformat()
    elif when == "json-ld epoch":
        said["datePublished"] = int(moment.timestamp())
    elif when == "meta":
        names = (
            "article:published_time",
            "parsely-pub-date",
            "sailthru.date",
            "DC.date.issued",
            "publish-date",
            "pubdate",
        )
        return f'<meta property="{dice.choice(names)}" content="{moment.isoformat()}">', ""
    elif when == "time":
        return "", f'<time datetime="{moment.isoformat()}">{day.day} {MAY["en"]}</time>'
    elif when == "visible":
        printed = DAYS[language].format(d=day.day, m=MAY.get(language, ""), n=day.month, y=day.year)
        return "", f'<div class="meta"><span>{printed}</span></div>'
    elif when == "two readings":
        return "", f'<div class="meta"><span>05/0{dice.randint(6, 9)}/{day.year}</span></div>'
    return "", ""


def _author(by: str, people: tuple[str, ...], language: str, said: dict[str, object]) -> tuple[str, str]:
    joined = f" {AND.get(language, ',')} ".replace(" , ", ", ").join(people)
    line = BY.get(language, "{}").format(joined)
    if by == "json-ld":
        said["author"] = {"@type": "Person", "name": joined}
    elif by == "json-ld list":
        said["author"] = [{"@type": "Person", "name": name} for name in people]
    elif by == "organisation only":
        said["author"] = {"@type": "Organization", "name": OUTLET}
    elif by == "meta":
        return f'<meta name="author" content="{joined}">', ""
    elif by == "microdata":
        return "", "".join(
            f'<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{n}</span></span>'
            for n in people
        )
    elif by == "rel":
        return "", "<p>" + ", ".join(
            f'<a rel="author" href="/a/{n}">{name}</a>' for n, name in enumerate(people)
        ) + "</p>"
    elif by in ("byline", "byline with agency"):
        return "", f'<p class="byline">{line}{", dpa" if by != "byline" else ""}</p>'
    return "", ""


def _markup(
    language: str,
    when: str,
    titled: str,
    title: str,
    said: dict[str, object],
    head: str,
    lines: str,
    dice: random.Random,
) -> str:
    plain = title.replace("&", "&amp;")
    if titled == "opengraph of the site first":
        head += f'<meta property="og:title" content="{OUTLET}"><meta property="og:title" content="{plain}">'
    heading = f'<div class="headline">{plain}</div>' if titled == "title in a div" else f"<h1>{plain}</h1>"
    text = "".join(f"<p>{paragraph(dice, 2)}</p>" for _ in range(dice.randint(4, 9)))
    others = '<aside class="related"><ul><li><a href="/x">Old mill sold</a> <time datetime="2016-03-04">4 March 2016</time> <span class="author">Gil Rowe</span></li></ul></aside>'
    if when != "another's only" and dice.random() < 0.5:
        others = ""
    script = f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False)}</script>'
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{plain} | {OUTLET}</title><meta property="og:site_name" content="{OUTLET}">{head}{script}</head>'
        f'<body><header><nav><a href="/">Start</a> <a href="/news">News</a></nav></header><main><article>{heading}{lines}{text}</article>{others}</main>'
        f"<footer><a href='/imprint'>Imprint</a> © 2009–2026 {OUTLET}</footer></body></html>"
    )


def ours(markup: bytes) -> Answer:
    """The fields as an article is filed with them."""
    name = hashlib.sha256(markup).hexdigest()
    copy = read(RawDocument(raw_document_id=name, payload=markup, source_uri="page.html", source_kind="page"), HTML)
    fields = read_fields(copy, known_outlets())
    return Answer(
        fields.headline or "", fields.author, fields.date_published.date().isoformat() if fields.date_published else ""
    )


def theirs(markup: bytes) -> Answer:
    """trafilatura's metadata, with its text, as `bare_extraction` gives them."""
    found = trafilatura.bare_extraction(markup, with_metadata=True)
    if found is None:
        return Answer("", (), "")
    return Answer(
        found.title or "", tuple(n.strip() for n in (found.author or "").split(";") if n.strip()), found.date or ""
    )


def days_alone(markup: bytes) -> Answer:
    """htmldate as it comes."""
    return Answer(date=htmldate.find_date(markup.decode(), original_date=True) or "")


READERS: dict[str, Callable[[bytes], Answer]] = {"newsdesk": ours, "trafilatura": theirs, "htmldate": days_alone}


def verdict(found: object, wanted: object) -> str:
    """`right`, `wrong` or `none`."""
    if isinstance(found, tuple) and isinstance(wanted, tuple):
        same = sorted(n.casefold() for n in found) == sorted(n.casefold() for n in wanted)
    else:
        same = (found or None) == (wanted or None)
    return "right" if same else "wrong" if found else "none"


def saved(folder: Path) -> list[Told]:
    """Pages of a folder with what is right beside them."""
    told = []
    for path in sorted(folder.glob("*.html")):
        right = json.loads(path.with_suffix(".json").read_text("utf-8"))
        told.append(
            Told(
                ("saved",) * 3,
                path.read_text("utf-8"),
                right.get("headline") or "",
                tuple(right.get("author") or ()),
                right.get("date"),
            )
        )
    return told


def measure(told: list[Told]) -> None:
    """Read every page with every reader, in turn, and print what was right."""
    seconds: Counter[str] = Counter()
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    ways: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for page in told:
        for name, reader in READERS.items():
            begun = time.process_time()
            answer = reader(page.markup.encode())
            seconds[name] += time.process_time() - begun
            for at, field in enumerate(("author", "date", "headline")):
                found = getattr(answer, field)
                if found is not None:
                    result = verdict(found, getattr(page, field))
                    counts[name, field][result] += 1
                    ways[f"{field}: {page.way[at]}", name][result] += 1
    print(f"{len(told)} pages\n")
    print(f"{'reader':<12} {'field':<9} right wrong  none   pages/s")
    for (name, field), c in counts.items():
        print(f"{name:<12} {field:<9} {c['right']:>5} {c['wrong']:>5} {c['none']:>5} {len(told) / seconds[name]:>9.0f}")
    print("\nright and wrong, by the way a page says it")
    for way in sorted({w for w, _ in ways}):
        print(
            f"  {way:<38}",
            *(f"{n} {ways[way, n]['right']}/{ways[way, n]['wrong']}" for n in READERS if (way, n) in ways),
            sep="  ",
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--pages", type=int, default=240)
    parser.add_argument("--saved", type=Path)
    given = parser.parse_args()
    measure([*made(given.pages), *(saved(given.saved) if given.saved else ())])


if __name__ == "__main__":
    main()
