"""What is printed beside a page's text leaves it; which heading is the headline; whose bylines and dates count."""

from __future__ import annotations

import pytest

from parsers.fields import known_outlets
from parsers.known import Desk
from parsers.model import Article, Parsed, RawDocument, Rejection
from parsers.pipeline import parse

TITLE = "Ferry pier reopens after repairs"
BODY = (
    "The pier of Marsh Ferry will open again on Saturday, the canal trust said, after nine weeks of work on its piles and rails.",
    "Carpenters replaced forty of the oak piles, and the lamps along the quay were moved to the side of the water.",
    "Boats to the islands leave every hour from six in the morning, and the last one back is at ten at night.",
)
"""A text of our own."""


def filed(markup: str, title: str = TITLE, head: str = "") -> Article:
    """The article of a page with furniture; `@` in the markup is the text of three paragraphs."""
    text = markup.replace("@", "".join(f"<p>{p}</p>" for p in BODY))
    page = (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>"
        f'<header><a href="/">Start</a><nav><a href="/a">News</a></nav></header><div id=main>{text}</div><footer><p>Imprint</p></footer></body></html>'
    )
    raw = RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="page.html", source_kind="page")
    found = parse(raw, Desk(outlets=known_outlets()))
    assert isinstance(found, Parsed)
    return found.article


@pytest.mark.parametrize(
    "beside",
    [
        '<div class="photo-box"><img src=a.jpg alt=""><p>The pier in spring.</p></div>',
        '<div><img src=a.jpg alt="The pier in spring."><p>The pier in spring.</p></div>',
        '<p class="photoCredit">Courtesy Marsh Trust</p>',
        '<span class="image_caption">The pier in spring</span>',
        '<p class="post-tags">Topics: <a href="/t/pier">pier</a>, <a href="/t/boats">boats</a></p>',
        '<ul class="article__sources"><li>Source <a href="http://trust.example/">Canal trust</a></li></ul>',
        '<div class="field-label">Teaser image:</div>',
        '<div style="visibility: hidden"><p>Loading the weather …</p></div>',
        '<a href="/pier#comments">157</a>',
        '<div class="sponsored-ads"><script>var a = "' + "x" * 400 + '";</script><p>Sponsored ads</p></div>',
    ],
)
def test_what_is_beside_the_text_is_no_part_of_it(beside: str) -> None:
    """Captions, credits, tags, sources, labels, counts and what is not shown leave the body, and no paragraph goes with them."""
    first, *others = (f"<p>{p}</p>" for p in BODY)
    article = filed(f"<article><h1>{TITLE}</h1>{first}{beside}{''.join(others)}</article>")
    assert article.article_body.split("\n\n") == list(BODY)


@pytest.mark.parametrize(
    "kicker",
    ["<p class=antetitulo>On the lower river</p>", "<h2>Town &amp; River</h2>", "<h1>Town &amp; River</h1>"],
)
def test_the_line_above_the_headline_is_no_text(kicker: str) -> None:
    """A kicker, a section or a second h1 above the headline is neither headline nor text."""
    article = filed(f"<div class=story>{kicker}<h1>{TITLE}</h1>@</div>")
    assert article.headline == TITLE
    assert article.article_body.split("\n\n") == list(BODY)


def test_a_caption_alone_is_kept() -> None:
    """Where hardly anything else is on the page, what is below a picture may be its text."""
    words = f"{BODY[0]} {BODY[1]}"
    article = filed(f'<article><h1>{TITLE}</h1><p class="caption">{words}</p></article>')
    assert article.article_body.replace("\n\n", " ") == words


def test_the_h1_that_the_title_names_is_the_headline() -> None:
    """Where other stories on the page have an h1 of their own, the title tells, and the site's suffix goes."""
    others = "".join(f'<h1><a href="/s{n}">Another story of the river {n}</a></h1>' for n in range(3))
    article = filed(
        f"<article><h1>{TITLE}</h1>@</article><section>{others}</section>", title=f"{TITLE} - Post Newsline"
    )
    assert article.headline == TITLE


def test_the_headline_is_below_the_name_of_the_blog() -> None:
    """Where the h1 is the site's name and links to it, the heading whose address is below it is the headline."""
    site = '<h1><a href="http://blog.example/river/">The River Crew</a></h1>'
    story = f'<h2><a href="http://blog.example/river/2024/05/pier/">{TITLE}</a></h2>'
    article = filed(f"{site}<div class=post>{story}@</div>", title=f"The River Crew » Archive » {TITLE}")
    assert article.headline == TITLE


@pytest.mark.parametrize(
    ("byline", "author", "moment"),
    [
        ('<div class=byline>By <a href="/x">Ida Brandt</a><script>who = "By Ida Brandt";</script></div>', "Ida Brandt", None),
        ("<div class=postByline><div>by Ida Brandt</div><span>May 3, 2024 11:25 AM PDT</span><menu><li>Follow @ida</li></menu></div>", "Ida Brandt", "2024-05-03 18:25"),
        ('<p class="byline vcard">By <a class="author fn">Ida Brandt</a>\n<span>on <time datetime="2024-05-03T18:25:00Z" pubdate>May 3, 2024</time></span></p>', "Ida Brandt", "2024-05-03 18:25"),
        ("<div>By: <a href=/x>Ida Brandt</a><br>Harbour News Editor</div><p>Published: May 3, 2024 6:25 PM GMT</p>", "Ida Brandt", "2024-05-03 18:25"),
        ("<div class=ts>Updated: May 3, 2024, 6:25 PM GMT</div><p>By Ida Brandt</p>", "Ida Brandt", "2024-05-03 18:25"),
        ("<div class=ts>Published May 3, 2024, updated 18:25</div>", None, "2024-05-03 00:00"),
        ("<div class=ts>May 3, 2024 -- Updated 1825 GMT (0225 HKT)</div>", None, "2024-05-03 00:00"),
        ("<div class=ts>الأحد، 05 أيار/مايو 2024، آخر تحديث 02:21 (GMT+0400)</div>", None, "2024-05-05 00:00"),
    ],
)  # fmt: skip
def test_bylines_and_dates_as_pages_mix_them(byline: str, author: str | None, moment: str | None) -> None:
    """Names and dates of one element are read apart, scripts and buttons in it are no part of them."""
    article = filed(f"<article><h1>{TITLE}</h1>{byline}@</article>")
    assert article.author == ((author,) if author else ())
    assert (str(article.date_published)[:16] if article.date_published else None) == moment
    assert article.article_body.split("\n\n") == list(BODY)
    assert "who" not in (article.byline or "")
    assert "Follow" not in (article.byline or "")


@pytest.mark.parametrize(
    "line", ["Updated: May 3, 2024", "May 3, 2024 -- Updated 1825 GMT (0225 HKT)", "Stand: 03.05.2024"]
)
def test_the_day_of_the_last_change_stands_in_and_says_so(line: str) -> None:
    """A page that prints only when it was changed is dated by that, with the source `updated`."""
    article = filed(f"<article><h1>{TITLE}</h1><p>{line}</p>@</article>")
    assert (article.date_published_source, article.date_modified) == ("updated", article.date_published)


def test_bylines_of_other_articles_name_no_author() -> None:
    """What is behind running text is the byline of another article where one is beside the headline."""
    other = (
        '<div class=item><a href="/o">An older story of the river</a><a href="/o" class="byline">Nora Feld</a></div>'
    )
    article = filed(f"<article><h1>{TITLE}</h1><p class=byline>By Ida Brandt</p>@{other}</article>")
    assert article.author == ("Ida Brandt",)


def test_the_author_whose_page_a_meta_element_names() -> None:
    """`article:author` with an address is the person whom the page's link to that address names."""
    head = '<meta property="article:author" content="http://post.example/people/ida-brandt">'
    box = '<div class="sidebar-bar"><a href="/people/ida-brandt">Ida Brandt</a></div>'
    assert filed(f"<article><h1>{TITLE}</h1>@</article>{box}", head=head).author == ("Ida Brandt",)


def test_a_section_above_the_headline_is_no_author() -> None:
    """Two words in capitals above the headline are its section, also where a date is the next line."""
    article = filed(f"<article><h2>Executive Branch</h2><h1>{TITLE}</h1><p>Published May 3, 2024</p>@</article>")
    assert (article.author, article.byline) == ((), None)


def test_whose_a_picture_is_says_nothing_of_the_article() -> None:
    """`copyrightHolder` of an ImageObject is not the outlet."""
    aside = '<aside itemscope itemtype="http://schema.org/ImageObject"><img src=a.jpg><meta itemprop="copyrightHolder" content="Ida Brandt/Marsh Pictures"></aside>'
    assert filed(f"<article><h1>{TITLE}</h1>@{aside}</article>").publisher is None


@pytest.mark.parametrize(
    ("line", "author"),
    [("최윤서 기자 yun@post.example", "최윤서"), ("Ida Brandt, Harbour Editor (ida@post.example)", "Ida Brandt"), ("Ask the trust at pier@trust.example", None)],
)  # fmt: skip
def test_a_name_and_a_mail_address_below_the_text_are_its_byline(line: str, author: str | None) -> None:
    """The last line of name, post and mail address names the author; of anything else it is text."""
    text = "\n\n".join((TITLE, *BODY, line))
    raw = RawDocument(raw_document_id="0" * 64, payload=text.encode(), source_uri="pier.txt")
    found = parse(raw, Desk())
    assert isinstance(found, Parsed)
    assert found.article.author == ((author,) if author else ())
    assert found.article.byline == (line if author else None)


def test_rows_of_an_index_with_dates_are_no_lines_of_dates() -> None:
    """Links to other articles with their dates beside them date nothing here, and such a page is an index."""
    rows = "".join(
        f"<li><a href=/s{n}><img src=a.jpg><span>A ferry story number {n} of the river</span></a><time>3 May 2024, 10:3{n}</time></li>"
        for n in range(7)
    )
    page = f"<!doctype html><html lang=en><head><title>Varn</title></head><body><header><a href=/>A</a></header><main><h1>Varn</h1><ul>{rows}</ul></main></body></html>"
    raw = RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="page.html", source_kind="page")
    found = parse(raw, Desk())
    assert isinstance(found, Rejection)
    assert found.reason == "not_an_article"


def test_a_box_that_sells_the_rest_leaves_a_partial_text() -> None:
    """Of a page that says it is not free, the box of the paywall is no text, and the text is partial."""
    said = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","isAccessibleForFree":false}}</script>'
    article = filed(f"<h1>{TITLE}</h1>@<div class=paywall><p>Premium</p><a href=/abo>Plans</a></div>", head=said)
    assert article.is_partial
    assert article.article_body.split("\n\n") == list(BODY)
