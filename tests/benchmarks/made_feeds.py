"""Feeds made for measuring: RSS with full text, RSS with summaries, Atom, RDF; as many and as long as asked for."""

from __future__ import annotations

import html
import random
from dataclasses import dataclass

from tests.benchmarks.made_pages import CLAUSES, SUBJECTS, TAILS, VERBS, paragraph

WORDS = sorted({word.strip(".,") for part in (*SUBJECTS, *VERBS, *CLAUSES, *TAILS) for word in part.split()})
"""Their order is drawn anew for every paragraph: whole sentences in common would make all entries copies of each other."""

KINDS = ("rss full", "rss summary", "atom", "rdf")


@dataclass(frozen=True)
class MadeEntry:
    """An entry: number, title, address, and paragraphs."""

    number: int
    title: str
    link: str
    paragraphs: tuple[str, ...]

    @property
    def markup(self) -> str:
        """The paragraphs as HTML."""
        return "".join(f'<p>{p} <a href="{self.link}">link</a></p>' for p in self.paragraphs)


def entries(feed: int, count: int, seed: int = 3) -> list[MadeEntry]:
    """The entries of one feed; the same numbers give the same entries."""
    dice = random.Random(f"{seed}/{feed}")
    made = []
    for n in range(count):
        paragraphs = tuple(f"Report {feed}-{n}-{k} said that {' '.join(dice.choices(WORDS, k=40))}." for k in range(4))
        made.append(
            MadeEntry(
                n,
                f"{paragraph(dice, 1)[:60]} {feed}-{n}",
                f"https://made{feed}.example/2026/05/{n}?utm_source=rss",
                paragraphs,
            )
        )
    return made


def feed(number: int, count: int = 20, kind: str | None = None) -> bytes:
    """One feed in one of the KINDS."""
    kind = kind or KINDS[number % len(KINDS)]
    made = entries(number, count)
    text = _atom(made) if kind == "atom" else _rdf(made) if kind == "rdf" else _rss(made, full=kind == "rss full")
    return text.encode()


def _rss(made: list[MadeEntry], *, full: bool) -> str:
    items = "".join(
        f"<item><title>{html.escape(e.title)}</title><link>{html.escape(e.link)}</link><guid isPermaLink='false'>{e.link}</guid>"
        f"<pubDate>Mon, 04 May 2026 {e.number % 24:02}:00:00 GMT</pubDate><dc:creator>Leyla Quint</dc:creator><category>News</category>"
        f"<description><![CDATA[<p>{e.paragraphs[0]}</p>]]></description>"
        + (f"<content:encoded><![CDATA[{e.markup}]]></content:encoded>" if full else "")
        + "</item>"
        for e in made
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {spaces}><channel><title>Made</title><link>https://made.example/</link>{items}</channel></rss>'


def _atom(made: list[MadeEntry]) -> str:
    items = "".join(
        f'<entry><title type="html">{html.escape(e.title)}</title><id>{e.link}</id><link rel="alternate" href="{html.escape(e.link)}"/>'
        f"<published>2026-05-04T{e.number % 24:02}:00:00Z</published><updated>2026-05-04T{e.number % 24:02}:00:00Z</updated>"
        f'<author><name>Leyla Quint</name></author><content type="html">{html.escape(e.markup)}</content></entry>'
        for e in made
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Made</title><id>tag:made</id><updated>2026-05-04T00:00:00Z</updated>{items}</feed>'


def _rdf(made: list[MadeEntry]) -> str:
    items = "".join(
        f'<item rdf:about="{html.escape(e.link)}"><title>{html.escape(e.title)}</title><link>{html.escape(e.link)}</link>'
        f"<description>{html.escape(e.markup)}</description><dc:date>2026-05-04T{e.number % 24:02}:00:00Z</dc:date></item>"
        for e in made
    )
    spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0" encoding="UTF-8"?><rdf:RDF {spaces}><channel rdf:about="https://made.example/"><title>Made</title><link>https://made.example/</link></channel>{items}</rdf:RDF>'
