"""Headlines with tags in them, in every format that states one: the tags go, and a line break parts words."""

from __future__ import annotations

import pytest

from tests.parsers.formats.test_samples import documents

TEXT = "The canal office met on Monday for the fourth time and opened the swing bridge, as it had said it would. " * 3
ESCAPED = "Bridge&lt;br/&gt;opens &lt;i&gt;again&lt;/i&gt;"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Hollin Gazette</title><id>g</id><entry><id>https://hollin.example/1</id>'
    '<link href="https://hollin.example/1"/>{title}<content type="text">{text}</content></entry></feed>'
)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        (
            "a.atom",
            ATOM.replace(
                "{title}",
                '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Bridge<br/>opens <i>a</i>gain</div></title>',
            ),
        ),
        ("b.atom", ATOM.replace("{title}", f'<title type="html">{ESCAPED}</title>')),
        ("c.json", '{"headline": "Bridge<br>opens <i>again</i>", "articleBody": "{text}"}'),
        (
            "d.json",
            '{"link": "https://hollin.example/1", "title": {"rendered": "Bridge<br />opens <em>again</em>"}, "content": {"rendered": "<p>{text}</p>"}}',
        ),
        ("e.csv", 'headline,body\nBridge<br>opens <b>again</b>,"{text}"\n'),
        ("f.html", f'<html><head><meta property="og:title" content="{ESCAPED}"></head><body><p>{{text}}</p></body></html>'),
        (
            "g.html",
            '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge<br>opens again"}</script></head><body><p>{text}</p></body></html>',
        ),
        ("h.xml", "<nitf><body><body.head><hedline><hl1>Bridge<br/>opens <em>a</em>gain</hl1></hedline></body.head><body.content><p>{text}</p></body.content></body></nitf>"),
    ],
)  # fmt: skip
def test_tags_are_no_part_of_a_headline(name: str, form: str) -> None:
    """What publishing systems leave in a headline is not filed as words."""
    (article,), _ = documents(name, form.replace("{text}", TEXT).encode())
    assert article.headline == "Bridge opens again"


def test_a_tag_that_is_spoken_of_stays() -> None:
    """A sign or a tag alone is what the headline says."""
    record = '{"headline": "Loss < gain: why <b> breaks", "articleBody": "' + TEXT + '"}'
    (article,), _ = documents("i.json", record.encode())
    assert article.headline == "Loss < gain: why <b> breaks"
