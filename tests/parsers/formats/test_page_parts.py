"""Pages of several stories: each is a document of its own, and no page of one article is ever divided."""

from __future__ import annotations

import io
import json

import pytest

from parsers.formats.pieces import Limits, Member, Refused
from parsers.formats.split import split
from parsers.model import Article
from tests.parsers.formats.samples import zipped
from tests.parsers.formats.test_page_stories import PARTS
from tests.parsers.formats.test_samples import documents

SITE = '<meta property="og:site_name" content="Aldery Post">'
ONE = SITE + '<meta property="og:type" content="article">'
DAY = '<time datetime="2024-03-0{n}T08:00:00+01:00">{n} March</time>'
BY = '<p class="byline">By Mara Tolley</p>' + DAY
TITLES = ("", "Mill grinds again in May", "Weir closed to boats", "Orchard sold to the parish")


def story(n: int, signed: str = BY, tag: str = "h2", around: str = "", link: str = "") -> str:
    """A story with a heading, who wrote it and when, and a text."""
    title = f'<a href="{link}">{TITLES[n]}</a>' if link else TITLES[n]
    text = "".join(f"<p>In valley {n}: {p}</p>" for p in PARTS)
    return f"<article{around}><{tag}>{title}</{tag}>{signed.replace('{n}', str(n))}{text}</article>"


def page(body: str, head: str = SITE, title: str = "News in brief") -> bytes:
    """A page with a menu and a heading above its stories."""
    heading = f"<h1>{title}</h1>" if title else ""
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><nav><a href="/">Home</a></nav><main>{heading}{body}</main></body></html>'.encode()


def filed(payload: bytes, name: str = "brief.html") -> list[Article]:
    """The articles of a page."""
    articles, refused = documents(name, payload)
    assert refused == 0
    return articles


THREE = "".join(map(story, (1, 2, 3)))


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize(
    "signed", [BY, DAY, "<p>By Mara Tolley | {n} March 2024</p>", '<div class="author">Mara Tolley</div>']
)
def test_each_story_is_a_document(count: int, signed: str) -> None:
    """Headline, text, day, author and outlet of each story are its own, however a story says who and when."""
    articles = filed(page("".join(story(n, signed) for n in range(1, count + 1))))
    assert [a.headline for a in articles] == list(TITLES[1 : count + 1])
    assert {a.publisher for a in articles} == {"Aldery Post"}
    for n, article in enumerate(articles, 1):
        assert article.article_body == "\n\n".join(f"In valley {n}: {p}" for p in PARTS)
        assert article.author == (("Mara Tolley",) if "Mara" in signed else ())
        assert (article.date_published is not None and article.date_published.day == n) == ("{n}" in signed)


def test_stories_are_counted_members_wherever_the_page_lies() -> None:
    """The names say which of the page's stories a document is, in a folder and in an archive."""
    names = [p.name for p in split(io.BytesIO(page(THREE)), "brief.html") if isinstance(p, Member)]
    assert names == ["brief.html#1", "brief.html#2", "brief.html#3"]
    assert len(filed(zipped(a_dot_html=page(THREE)), "a.zip")) == 3
    assert [a.headline for a in filed(page(THREE).replace(b"utf-8", b"utf-16").decode().encode("utf-8-sig"))] == list(
        TITLES[1:]
    )


def test_the_link_of_a_heading_is_the_storys_address() -> None:
    """It is taken relative to where the page says it is from; without that there is none."""
    body = story(1, link="/mill") + story(2, link="weir") + story(3, link="#orchard")
    known = filed(page(body, SITE + '<link rel="canonical" href="https://post.example/briefs/all">'))
    assert [a.url for a in known] == ["https://post.example/mill", "https://post.example/briefs/weir", None]
    assert [a.url for a in filed(page(body))] == [None, None, None]


def test_json_ld_speaks_for_the_story_with_its_headline() -> None:
    """Of several objects each story has its own, with the people that it refers to."""
    people = {"@type": "Person", "@id": "#m", "name": "Mara Tolley"}
    objects = [
        {
            "@type": "NewsArticle",
            "headline": TITLES[n],
            "author": {"@id": "#m"},
            "datePublished": f"2024-03-0{n}T07:00:00Z",
        }
        for n in (2, 1)
    ]
    script = f'<script type="application/ld+json">{json.dumps({"@graph": [people, *objects]})}</script>'
    articles = filed(
        page(story(1, '<p class="byline">By M. T.</p>') + story(2, '<p class="byline">By M. T.</p>'), script)
    )
    assert [(a.author, a.date_published.day) for a in articles if a.date_published] == [
        (("Mara Tolley",), 1),
        (("Mara Tolley",), 2),
    ]


@pytest.mark.parametrize(
    ("body", "head", "title"),
    [
        (THREE, ONE, "What the valleys did in March"),
        (THREE, SITE, "Live: the flood in the valleys"),
        ("".join(story(n, around=' class="liveblog-entry"') for n in (1, 2, 3)), SITE, "The flood"),
        ("".join(story(n, around=' class="comment"') for n in (1, 2, 3)), SITE, "The flood"),
        ("".join(story(n, "") for n in (1, 2, 3)), SITE, "Three things to know"),
        (story(1) + story(2, ""), SITE, "Mill and weir"),
        (story(1) + f"<article><h2><a href=/2>{TITLES[2]}</a></h2><p>{PARTS[0]}</p>{DAY}</article>".replace("{n}", "2"), SITE, "Mill"),
    ],
)  # fmt: skip
def test_a_page_of_one_article_stays_one(body: str, head: str, title: str) -> None:
    """Sections of an article, updates of a live blog, comments, unsigned parts and teasers are no documents."""
    (only,) = split(io.BytesIO(page(body, head, title)), "page.html")
    assert isinstance(only, Member)
    assert only.name == "page.html"


def lead(n: int, end: str = "") -> str:
    """The beginning of a story that is on a page of its own."""
    return f'<article><h2><a href="/{n}">{TITLES[n]}</a></h2>{DAY.replace("{n}", str(n))}<p>In valley {n}: {PARTS[0]} {PARTS[1]}{end}</p></article>'


@pytest.mark.parametrize(
    "body",
    [
        story(1) + lead(2, " …") + lead(3, "..."),
        story(1) + lead(2, ' <a href="/2">Read on</a>') + lead(3, ' <a href="/3">Read on</a>'),
        story(1).replace("</article>", "".join(f"<p>On day {n} {PARTS[n % 3]}</p>" for n in range(9)) + "</article>")
        + lead(2)
        + lead(3),
    ],
)
def test_beginnings_of_other_stories_are_no_documents(body: str) -> None:
    """What breaks off, leads on, or is short beside one long article is on another page."""
    (only,) = split(io.BytesIO(page(body)), "page.html")
    assert isinstance(only, Member)
    assert only.name == "page.html"


def test_a_page_inside_as_many_archives_as_are_opened_is_still_read() -> None:
    """What may be one document is one where no further file is opened; what must be taken apart is refused."""
    payload = page(THREE)
    limits = Limits(depth=1)
    (whole,) = split(io.BytesIO(zipped(a_dot_html=payload)), "a.zip", limits)
    assert isinstance(whole, Member)
    (refused,) = split(io.BytesIO(zipped(a_dot_zip=zipped(b_dot_html=payload))), "a.zip", limits)
    assert isinstance(refused, Refused)


def test_the_charset_that_an_archive_says_is_kept() -> None:
    """A page without a declaration of its own is read in the charset of whatever held it."""
    text = PARTS[0].replace("mill", "Mühle")
    letter = (
        b"From: Aldery Post <desk@post.example>\nSubject: Pages\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nThe page of Monday is attached to this letter, as every week.\n\n"
        b"--x\nContent-Type: text/html; charset=iso-8859-15\nContent-Disposition: attachment; filename=a.html\n\n"
    ) + f"<html><head><title>Mühle</title></head><body><p>{text} 5 €</p></body></html>\n--x--\n".encode("iso-8859-15")
    articles = filed(letter, "a.eml")
    assert "5 €" in articles[-1].article_body
