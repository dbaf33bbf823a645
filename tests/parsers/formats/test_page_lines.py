"""Lines at the head of a page: bylines, dates and reading times leave the body, other words stay."""

from __future__ import annotations

import pytest

from parsers.fields import known_outlets
from parsers.known import Desk
from parsers.model import Article, Parsed, RawDocument
from parsers.pipeline import parse

BODY = (
    "The lock keepers of Marsh Ferry have agreed to open the upper gate at night from the first of June, the canal trust said on Monday.",
    "Barges will need a permit that costs four crowns, and the quay lamps stay lit until two in the morning, the trust added.",
    "Rowers may pass without one, its director Nora Feld told the harbour committee, whose members had asked for that.",
)


def filed(head: str, around: str = "{}", extra: str = "") -> Article:
    """The article of a page with these lines between its headline and its text."""
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY)
    inside = around.format(f"<article><h1>Upper gate to open at night</h1>{head}{paragraphs}</article>")
    page = f"<!doctype html><html><head><meta charset=utf-8><title>Upper gate to open at night</title>{extra}</head><body>{inside}</body></html>"
    raw = RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="page.html", source_kind="page")
    found = parse(raw, Desk(outlets=known_outlets()))
    assert isinstance(found, Parsed)
    return found.article


AROUND = ("{}", '<header><a href="/">Start</a></header><main>{}</main><footer>Imprint</footer>')


@pytest.mark.parametrize("around", AROUND, ids=("bare", "furnished"))
@pytest.mark.parametrize(
    ("head", "author", "day"),
    [
        ('<p class="byline">By Ida Brandt</p>', "Ida Brandt", None),
        ("<p>By Ida Brandt</p>", "Ida Brandt", None),
        ('By <a rel="author" href="/x">Ida Brandt</a> <span>May 3, 2024</span>', "Ida Brandt", "2024-05-03"),
        ('<span class="author">Ida Brandt</span><time datetime="2024-05-03T08:00:00Z">earlier</time>', "Ida Brandt", "2024-05-03"),
        ("<p><span>Ida Brandt</span> | <time>3 May 2024, 10:00</time> | 3 min read</p>", "Ida Brandt", "2024-05-03"),
        ("<p>Ida Brandt</p><p>3 May 2024</p>", "Ida Brandt", "2024-05-03"),
        ("<div>Submitted by Ida Brandt on Fri, 05/03/2024 - 09:30</div>", "Ida Brandt", "2024-05-03"),
        ("<div>Published 3 hours ago</div>", None, None),
        ("<p>Von Ida Brandt</p><p>Stand: 03.05.2024, 11:02 Uhr</p><p>Lesezeit: 3 Min.</p>", "Ida Brandt", "2024-05-03"),
        ("<p>Par Ida Brandt</p><p>Publié il y a 3 heures</p><p>Temps de lecture : 3 min</p>", "Ida Brandt", None),
        ("<p>Por Ida Brandt</p><p>hace 2 horas</p><p>3 min de lectura</p>", "Ida Brandt", None),
        ("<p>di Ida Brandt</p><p>3 maggio 2024</p><p>2 ore fa</p>", "Ida Brandt", "2024-05-03"),
        ("<p>Door Ida Brandt</p><p>2 uur geleden</p><p>Leestijd: 2 minuten</p>", "Ida Brandt", None),
        ("<p>Autor: Ida Brandt</p><p>3 maja 2024, 09:30</p><p>3 minuty czytania</p>", "Ida Brandt", "2024-05-03"),
        ("<p>Автор: Ида Брандт</p><p>3 часа назад</p><p>Время чтения: 3 мин</p>", "Ида Брандт", None),
        ("<p>Av Ida Brandt</p><p>för 3 timmar sedan</p>", "Ida Brandt", None),
        ("<p>Yazar: Ida Brandt</p><p>3 saat önce</p><p>3 dk okuma</p>", "Ida Brandt", None),
        ("<p>記者：山田太郎</p><p>3時間前</p>", "山田太郎", None),
        ("<p>بقلم: أحمد سالم</p><p>منذ 3 ساعات</p>", "أحمد سالم", None),
    ],
)  # fmt: skip
def test_lines_of_byline_and_date_leave_the_body(around: str, head: str, author: str | None, day: str | None) -> None:
    """Author and date are said by the line, in any of the languages, and the body begins behind it."""
    article = filed(head, around)
    assert article.article_body.split("\n\n") == list(BODY)
    assert article.author == ((author,) if author else ())
    assert (str(article.date_published)[:10] if article.date_published else None) == day
    assert bool(article.byline) == bool(author)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the quay was empty.",
        "Ida Brandt",
        "Ida Brandt | 14 May 1932 – 3 June 2024",
        "Open from 3 May 2024 – 9 June 2024",
        "Where: Town Hall | When: 14 May 2024",
        "Today the gate is shut!",
        "By the numbers",
    ],
)
def test_other_short_lines_stay(line: str) -> None:
    """A short line that is no byline and no date is part of the text."""
    assert filed(f"<p>{line}</p>").article_body.split("\n\n") == [line, *BODY]


def test_dates_between_paragraphs_stay() -> None:
    """The days of a chronicle head its parts and are no date of publication."""
    around = "{}".replace("{}", "{}<h3>3 May 2021</h3><p>The gate was shut after a barge had struck it at night.</p>")
    assert "3 May 2021" in filed("", around).article_body


def test_hatom_names_author_and_moment() -> None:
    """A vCard's formatted name is the author, and the title of `published` the moment to the second."""
    head = '<span class="author vcard"><span class="fn">Ida Brandt</span></span> <abbr class="published" title="2024-05-03T08:01:07Z">lately</abbr>'
    article = filed(head)
    assert (article.author, str(article.date_published)) == (("Ida Brandt",), "2024-05-03 08:01:07+00:00")
    assert article.article_body.split("\n\n") == list(BODY)


def test_microdata_names_the_address() -> None:
    """`mainEntityOfPage` gives the address where no canonical link does."""
    around = '<div itemscope itemtype="https://schema.org/NewsArticle"><link itemprop="mainEntityOfPage" href="https://ferry.example/gate">{}</div>'
    assert filed("", around).url == "https://ferry.example/gate"


def test_day_of_the_last_change_is_no_day_of_publication() -> None:
    """A page that says only when it was changed has no date of publication."""
    article = filed("", AROUND[1], '<meta name="last-modified" content="2024-06-02T10:00:00Z">')
    assert (article.date_published, str(article.date_modified)[:10]) == (None, "2024-06-02")


@pytest.mark.parametrize("bar", [" - ", " | ", " – "])
def test_name_of_the_outlet_leaves_the_headline(bar: str) -> None:
    """A title's last part goes when heading, site name or publisher confirm that it is the outlet."""
    title = f"Upper gate to open at night{bar}Marsh Ferry Echo"
    og = f'<meta property="og:title" content="{title}">'
    ld = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{title}","publisher":{{"name":"Marsh Ferry Echo"}}}}</script>'
    assert [filed("", AROUND[1], head).headline for head in (og, ld)] == ["Upper gate to open at night"] * 2


def test_live_blog_that_scripts_fill_is_its_updates() -> None:
    """Where the markup has no update, the body is those of JSON-LD, and no menu."""
    updates = ",".join(
        f'{{"@type":"BlogPosting","headline":"Step {n}","datePublished":"2024-05-03T0{n}:00:00Z","articleBody":"{p}"}}'
        for n, p in enumerate(BODY)
    )
    ld = f'<script type="application/ld+json">{{"@type":"LiveBlogPosting","headline":"Upper gate to open at night","liveBlogUpdate":[{updates}]}}</script>'
    page = f"<html><head><title>Upper gate to open at night</title>{ld}</head><body><nav><a href='/'>Home</a></nav><h1>Upper gate to open at night</h1></body></html>"
    raw = RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="live.html", source_kind="page")
    found = parse(raw, Desk(outlets=known_outlets()))
    assert isinstance(found, Parsed)
    assert found.article.article_body.split("\n\n") == [x for n, p in enumerate(BODY) for x in (f"Step {n}", p)]
    assert len({p.time for p in found.passages}) == len(BODY)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<div class="ContributorName">Ina Berg</div>', ("Ina Berg",)), ('<div data-testid="byline-name">Ina Berg</div>', ("Ina Berg",)), ('<ul class="authors"><li>Ina Berg</li><li>Jon Varn</li></ul>', ("Ina Berg", "Jon Varn")),
        ('<p class="signature">Ina Berg (avec AFP)</p>', ("Ina Berg",)), ('<div class="author-box"><div class="author-box__name">Ina Berg</div><p>Ina Berg covers ports.</p></div>', ("Ina Berg",)),
        ("<div><span>Автор: Инна Берг</span> <span>2025-03-04 10:00</span></div>", ("Инна Берг",)), ("<p>김철수 기자</p>", ("김철수",)), ("<p>लेखक: राम कुमार</p>", ("राम कुमार",)), ("<div><span>文・山田太郎</span> <span>2025-03-04</span></div>", ("山田太郎",)),
        ('<meta name="author" content="desk@varn.example"><div class="byline">By Ina Berg</div>', ("Ina Berg",)),
    ],
)  # fmt: skip
def test_bylines_by_class_and_by_words(markup: str, names: tuple[str, ...]) -> None:
    """Class names in any spelling, lists, and lines in scripts without capitals name the authors and leave the body."""
    article = filed(markup, AROUND[1])
    assert article.author == names
    assert article.article_body.startswith("The lock keepers")


@pytest.mark.parametrize(
    ("language", "printed", "day"),
    [
        ("fr", "Publié le 04/03/2025 à 10:00", "2025-03-04"), ("pt", "04/03/2025 10h00", "2025-03-04"), ("vi", "04/03/2025", "2025-03-04"), ("en-GB", "04/03/2025", "2025-03-04"), ("en-US", "03/04/2025", "2025-03-04"), ("en", "04/03/2025", None), ("fr-CA", "04/03/2025", None),
        ("pt", "Publicado em 4 de março de 2025", "2025-03-04"), ("hr", "4. ožujka 2025.", "2025-03-04"), ("hr", "5. listopada 2024.", "2024-10-05"), ("pl", "5 listopada 2024", "2024-11-05"), ("th", "4 มีนาคม 2568", "2025-03-04"), ("ar", "نشر في 4 آذار/مارس 2025", "2025-03-04"), ("hi", "प्रकाशित: 4 मार्च 2025", "2025-03-04"),
    ],
)  # fmt: skip
def test_printed_days_are_read_in_the_order_of_the_language(language: str, printed: str, day: str | None) -> None:
    """Two numbers are day and month as the page's language has them; English without a country leaves them open."""
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY)
    page = f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>Gate</title></head><body><nav><a href='/'>A</a></nav><h1>Upper gate opens</h1><div>{printed}</div>{paragraphs}</body></html>"
    found = parse(
        RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="p.html", source_kind="page"), Desk()
    )
    assert isinstance(found, Parsed)
    assert (str(found.article.date_published)[:10] if found.article.date_published else None) == day


@pytest.mark.parametrize("heading", ["h1", "h2", "div", "p"])
def test_the_day_behind_the_headline_goes_before_the_day_above_it(heading: str) -> None:
    """A day in the masthead may be the reader's own; a page without an h1 has its headline where its title is said."""
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY)
    page = (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Upper gate opens at night - Canal News</title></head><body><nav><a href='/'>A</a></nav><div>Monday, 6 July 2026</div>"
        f"<{heading}>Upper gate opens at night</{heading}><div>Tuesday, 4 March 2025</div>{paragraphs}</body></html>"
    )
    found = parse(
        RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="p.html", source_kind="page"), Desk()
    )
    assert isinstance(found, Parsed)
    assert str(found.article.date_published)[:10] == "2025-03-04"
