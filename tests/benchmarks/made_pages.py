"""Web pages made for measuring extraction: twelve layouts of news sites around texts with known paragraphs.

    from tests.benchmarks.made_pages import pages
    for page in pages(60): page.layout, page.markup, page.article

The layouts follow what publishing systems produce: semantic elements, div soup, tables, `<br><br>` paragraphs, boxes in
the middle of the text, comments, sidebars. Texts are put together from sentences written for this file.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SUBJECTS = "The harbour board|A spokesman for the ministry|The railway operator|Farmers in the north|The city council|Two engineers|The central bank|A team of doctors|Residents of the old town|The energy company|Teachers|The court of appeal".split(
    "|"
)
VERBS = "said on Monday that|announced that|has decided that|expects that|warned last week that|denied that|confirmed on Friday that|told reporters that|believes that|reported that".split(
    "|"
)
CLAUSES = "the new bridge will open before winter|prices of bread rose by 4.2 percent in May|the line will carry 3 million passengers a year|water will be turned off on two days|the second berth takes ships of up to 60,000 tonnes|a loan of 90 million manat was signed|the school will get twelve more classrooms|exports of fruit fell by a fifth|the road to the airport stays closed until June|the old mill is to become a museum|wind turbines near the coast will be doubled in number|the law comes into force next spring".split(
    "|"
)
TAILS = "after three years of work.|although many had doubted it.|which is more than a year ago.|and nobody was hurt.|as the figures published on Tuesday show.|when the tests are finished.|because the river is low.|in spite of the rain.|and the opposition agrees.|, which surprised the market.".split(
    "|"
)


@dataclass(frozen=True)
class MadePage:
    """A page, the layout it was made in, and the paragraphs of its article in order."""

    layout: str
    markup: str
    article: tuple[str, ...]


def paragraph(dice: random.Random, sentences: int) -> str:
    """A paragraph of some sentences."""
    parts = (
        f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(CLAUSES)} {dice.choice(TAILS)}"
        for _ in range(sentences)
    )
    return " ".join(parts).replace(" ,", ",")


def pages(count: int, seed: int = 7) -> Iterator[MadePage]:
    """Pages in all layouts in turn; the same seed gives the same pages."""
    names = list(LAYOUTS)
    for n in range(count):
        dice = random.Random(f"{seed}/{n}")
        article = tuple(paragraph(dice, dice.randint(1, 4)) for _ in range(dice.randint(3, 14)))
        layout = names[n % len(names)]
        yield MadePage(layout, _page(dice, LAYOUTS[layout](dice, article), n), article)


def _page(dice: random.Random, body: str, n: int) -> str:
    title = paragraph(dice, 1)[:70]
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"2026-05-{n % 28 + 1:02}T08:00:00+04:00",
        "author": {"@type": "Person", "name": "Leyla Quint"},
    }
    script = "".join(
        f"window.dataLayer.push({{event:'e{i}',value:{i}}});function f{i}(a,b){{return a+b*{i}}}"
        for i in range(dice.randint(50, 300))
    )
    style = "".join(f".c{i}{{margin:{i}px;padding:0 {i}px}}" for i in range(dice.randint(50, 200)))
    head = f'<meta charset="utf-8"><title>{title} | Made News</title><meta property="og:title" content="{title}"><meta property="og:site_name" content="Made News"><style>{style}</style>'
    head += (
        f'<script type="application/ld+json">{json.dumps(said)}</script>'
        if n % 3
        else f'<meta property="article:published_time" content="2026-05-{n % 28 + 1:02}T08:00:00+04:00">'
    )
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><script>{script}</script>{body}<script>{script}</script></body></html>'


def _links(dice: random.Random, count: int) -> str:
    return "".join(
        f'<li class="item"><a href="/news/{dice.randint(1000, 9999)}">{paragraph(dice, 1)[: dice.randint(20, 90)]}</a></li>'
        for _ in range(count)
    )


def _menu(dice: random.Random) -> str:
    return f'<header><div class="logo"><a href="/">Made News</a></div><nav class="main-menu"><ul>{_links(dice, 14)}</ul></nav></header>'


def _foot(dice: random.Random) -> str:
    return f'<footer class="site-footer"><ul>{_links(dice, 10)}</ul><p>© 2026 Made News. All rights reserved. Reproduction only with permission.</p></footer>'


def _side(dice: random.Random) -> str:
    boxes = "".join(
        f'<div class="widget"><h3>{name}</h3><ul>{_links(dice, 8)}</ul></div>'
        for name in ("Most read", "Latest", "Opinion")
    )
    return f'<aside class="sidebar">{boxes}</aside>'


def _inline(dice: random.Random, text: str) -> str:
    """A paragraph's text with links and emphasis in it."""
    words = text.split(" ")
    at = dice.randrange(len(words))
    words[at] = f'<a href="/tag/{at}">{words[at]}</a>' if dice.random() < 0.5 else f"<strong>{words[at]}</strong>"
    return " ".join(words)


def _paragraphs(dice: random.Random, article: tuple[str, ...]) -> str:
    return "".join(f"<p>{_inline(dice, p)}</p>\n" for p in article)


def _semantic(dice: random.Random, article: tuple[str, ...]) -> str:
    return f'{_menu(dice)}<main><article><h1>Headline of the day</h1><time datetime="2026-05-04">4 May</time>{_paragraphs(dice, article)}</article></main>{_side(dice)}{_foot(dice)}'


def _blog(dice: random.Random, article: tuple[str, ...]) -> str:
    return f'{_menu(dice)}<div id="content"><div class="post"><h1 class="entry-title">Headline of the day</h1><div class="entry-content">{_paragraphs(dice, article)}</div><div class="sharedaddy"><ul><li>Share on X</li><li>Share by mail</li></ul></div></div></div>{_side(dice)}{_foot(dice)}'


def _soup(dice: random.Random, article: tuple[str, ...]) -> str:
    inner = "".join(f'<div class="c{n} paragraph"><p>{_inline(dice, p)}</p></div>' for n, p in enumerate(article))
    return f'<div class="w1"><div class="w2"><ul class="nav">{_links(dice, 20)}</ul></div><div class="w3"><div class="story-body">{inner}</div></div><div class="w4 related-links"><ul>{_links(dice, 20)}</ul></div></div>'


def _table(dice: random.Random, article: tuple[str, ...]) -> str:
    return f'<table width="100%"><tr><td width="150"><ul>{_links(dice, 15)}</ul></td><td><h2>Headline of the day</h2>{_paragraphs(dice, article)}</td><td><ul>{_links(dice, 10)}</ul></td></tr></table>{_foot(dice)}'


def _breaks(dice: random.Random, article: tuple[str, ...]) -> str:
    return f'{_menu(dice)}<div class="article-text" itemprop="articleBody">{"<br><br>".join(_inline(dice, p) for p in article)}</div>{_side(dice)}{_foot(dice)}'


def _boxed(dice: random.Random, article: tuple[str, ...]) -> str:
    half = len(article) // 2
    box = f'<div class="related-box"><h4>Related</h4><ul>{_links(dice, 4)}</ul></div>'
    return f'{_menu(dice)}<article class="article"><div class="article__body">{_paragraphs(dice, article[:half])}{box}{_paragraphs(dice, article[half:])}</div></article>{_side(dice)}{_foot(dice)}'


def _commented(dice: random.Random, article: tuple[str, ...]) -> str:
    comments = "".join(
        f'<li class="comment"><div class="comment-author">reader{n}</div><div class="comment-body"><p>{paragraph(dice, 1)}</p></div></li>'
        for n in range(6)
    )
    return f'{_menu(dice)}<article><div class="content-body">{_paragraphs(dice, article)}</div></article><section id="comments"><h3>Comments</h3><ol class="commentlist">{comments}</ol></section>{_foot(dice)}'


def _pictured(dice: random.Random, article: tuple[str, ...]) -> str:
    return f'{_menu(dice)}<main><div class="post-content"><figure><img src="/a.jpg" alt="A crane"></figure>{_paragraphs(dice, article[:2])}<div class="ad-slot" id="ad1"></div>{_paragraphs(dice, article[2:])}<div class="newsletter-signup"><p>Subscribe to our newsletter to get the news every morning.</p></div></div></main>{_side(dice)}{_foot(dice)}'


def _nested(dice: random.Random, article: tuple[str, ...]) -> str:
    inner = f'<div><div><section><div class="text-block">{_paragraphs(dice, article)}</div></section></div></div>'
    return f'{_menu(dice)}<div role="main"><div class="breadcrumbs"><a href="/">Home</a> / <a href="/n">News</a></div>{inner}</div>{_side(dice)}{_foot(dice)}'


def _spans(dice: random.Random, article: tuple[str, ...]) -> str:
    inner = "".join(
        f'<p><span style="font-size:14px"><span>{_inline(dice, p)}</span></span></p><p>&nbsp;</p>' for p in article
    )
    return f'{_menu(dice)}<div class="news-detail"><div class="date">04.05.2026</div><div class="text">{inner}</div><div class="tags">Tags: {_links(dice, 3)}</div></div>{_foot(dice)}'


def _teasers(dice: random.Random, article: tuple[str, ...]) -> str:
    cards = "".join(
        f'<div class="card"><h3><a href="/{n}">{paragraph(dice, 1)[:60]}</a></h3><p class="teaser">{paragraph(dice, 1)}</p></div>'
        for n in range(10)
    )
    return f'{_menu(dice)}<div class="container"><article>{_paragraphs(dice, article)}</article><div class="more-news">{cards}</div></div>{_foot(dice)}'


def _walled(dice: random.Random, article: tuple[str, ...]) -> str:
    consent = '<div class="cookie-consent" role="dialog"><p>We and our partners use cookies to store information on your device. You can accept all or manage your choices at any time.</p><button>Accept all</button></div>'
    return f'{consent}{_menu(dice)}<article><div class="body-copy">{_paragraphs(dice, article)}</div></article>{_side(dice)}{_foot(dice)}'


LAYOUTS: dict[str, Callable[[random.Random, tuple[str, ...]], str]] = {
    "semantic": _semantic, "blog": _blog, "soup": _soup, "table": _table, "breaks": _breaks, "boxed": _boxed, "commented": _commented,
    "pictured": _pictured, "nested": _nested, "spans": _spans, "teasers": _teasers, "walled": _walled,
}  # fmt: skip
