"""Rules of single sites in the public format: what each directive does, and what a wrong one does not."""

from __future__ import annotations

import pytest

from parsers.errors import Rejected
from parsers.formats import joined_pages, site_configs
from parsers.model import RawDocument
from parsers.sniff import PAGES

URL = "https://press.example/harbour"
MARKUP = (
    "<html lang='en'><head><title>Harbour | Press Example</title></head><body><nav><a href='/'>Home</a></nav>"
    "<h1>Harbour opens <em>again</em></h1><p class='by'>By Ann Poole and Tom Reed</p><time datetime='2026-03-02T09:00:00Z'>2 March</time>"
    "<div id='story'><p>The harbour opened on Monday after two years.</p><div class='ad-box'>Buy boats</div><p id='share-this'>Share</p>"
    "<ul><li>One berth</li><li>Two cranes</li></ul><img src='/pixel/1.gif'><p>Ships of 60,000 tonnes can berth.</p></div>"
    "<a class='next' href='/harbour?page=2#top'>Next</a><a class='all' href='/harbour/print'>One page</a></body></html>"
)


def ruled(rules: str, markup: str = MARKUP) -> site_configs.Ruled:
    """What rules find on a page."""
    return site_configs.apply(site_configs.of_text(rules), markup, URL)


def texts(rules: str, markup: str = MARKUP) -> list[str]:
    """The blocks that rules find."""
    return [text for _, text in ruled(rules, markup).pieces]


def test_the_first_body_that_finds_something_counts() -> None:
    """Later ones are for pages of another layout; blocks keep their kinds."""
    found = ruled(
        "body: //div[@id='no']\nbody: //div[@id='story']\nbody: //nav\nstrip_id_or_class: ad-box\nstrip: //p[@id='share-this']"
    )
    assert [kind for kind, _ in found.pieces] == ["paragraph", "list_item", "list_item", "paragraph"]
    assert found.pieces[0][1] == "The harbour opened on Monday after two years."


@pytest.mark.parametrize(
    "rule", ["strip_id_or_class: ad-", "strip_id_or_class: 'ad-box'", "strip: //div[contains(@class, 'ad')]"]
)
def test_what_is_stripped_is_gone(rule: str) -> None:
    """By XPath, by a part of an id or class, with and without quotation marks."""
    assert "Buy boats" in texts("body: //div[@id='story']")
    assert "Buy boats" not in texts(f"body: //div[@id='story']\n{rule}")


def test_title_author_date_are_read_before_stripping() -> None:
    """Elements give their text, attributes and functions their string; the first that finds something counts."""
    found = ruled(
        "title: //h2\ntitle: //h1\nauthor: substring-after(//p[@class='by'], 'By ')\ndate: //time/@datetime\nstrip: //h1\nbody: //body"
    )
    assert (found.title, found.authors, found.date) == (
        "Harbour opens again",
        ("Ann Poole and Tom Reed",),
        "2026-03-02T09:00:00Z",
    )
    assert "Harbour opens again" not in [text for _, text in found.pieces]


def test_links_to_other_pages_are_absolute_and_conditions_hold_for_one_link() -> None:
    """An element gives its address, an attribute itself; `if_page_contains` is for the single_page_link behind it."""
    assert ruled("next_page_link: //a[@class='next']").next_page == "https://press.example/harbour?page=2"
    assert ruled("single_page_link: //a[@class='all']/@href").single_page == "https://press.example/harbour/print"
    assert (
        ruled("single_page_link: concat('https://press.example', //a[@class='all']/@href)").single_page
        == "https://press.example/harbour/print"
    )
    assert ruled("if_page_contains: //table\nsingle_page_link: //a[@class='all']").single_page is None
    assert ruled("if_page_contains: //table\nsingle_page_link: //b\nsingle_page_link: //a[@class='all']").single_page


def test_strings_are_replaced_before_the_page_is_read() -> None:
    """In both ways of writing it; a replacement that makes the page much longer is left out."""
    assert "Two ships" in texts("body: //div[@id='story']\nfind_string: Two cranes\nreplace_string: Two ships")
    assert "Two ships" in texts("body: //div[@id='story']\nreplace_string(Two cranes): Two ships")
    assert "Two cranes" in texts(f"body: //div[@id='story']\nreplace_string(e): {'x' * 900}")


@pytest.mark.parametrize(
    "rule", ["body: //div[", "strip: //p[@id=$x]", "title: php:function('f', .)", "next_page_link: //a[nonsense()]"]
)
def test_what_is_no_xpath_is_named_and_passed_over(rule: str) -> None:
    """One wrong line costs no other."""
    config = site_configs.of_text(f"{rule}\nbody: //div[@id='story']")
    assert config.broken == (rule,)
    assert site_configs.apply(config, MARKUP, URL).pieces


def test_other_directives_comments_and_noise_are_passed_over() -> None:
    """Files hold much that is for other readers."""
    text = "# body: //x\n\nprune: no\ntidy: yes\nhttp_header(user-agent): x\ntest_url: https://press.example/1\nbody://div[@id='story']\nnonsense\n\ufeff"
    assert site_configs.of_text(text) == site_configs.SiteConfig(body=("//div[@id='story']",))


def document(*bodies: str, rules: str = "body: //div[@id='story']", missing: str | None = None) -> RawDocument:
    """Pages of an article as they are stored."""
    pages = tuple(
        joined_pages.Page(url=f"{URL}?page={n}", charset=None, body=b.encode()) for n, b in enumerate(bodies, 1)
    )
    payload = joined_pages.payload(
        joined_pages.Pages(name="press.example.txt", rules=rules, pages=pages, missing=missing)
    )
    return RawDocument(raw_document_id="x", payload=payload, source_uri=URL, source_kind="page", media_type=PAGES)


def test_pages_are_joined_and_repeated_boxes_are_not() -> None:
    """A block that an earlier page had in the same words is there once; short ones may come again."""
    second = MARKUP.replace(
        "The harbour opened on Monday after two years.", "A third berth is to follow in 2028, they said."
    )
    copy = joined_pages.read(document(MARKUP, second), PAGES)
    assert copy.text.count("Ships of 60,000 tonnes can berth.") == 1
    assert copy.text.index("opened on Monday") < copy.text.index("third berth")
    assert copy.notes == ()


def test_what_the_rules_say_goes_before_what_the_page_says() -> None:
    """Headline, authors and date of the rules are the first statements of the page."""
    rules = "title: //h1\nauthor: //p[@class='by']\ndate: //time/@datetime\nbody: //div[@id='story']"
    said = joined_pages.read(document(MARKUP, rules=rules), PAGES).statements
    first = {s.field: (s.value, s.source) for s in reversed(said)}
    assert first["headline"] == ("Harbour opens again", "site-rule")
    assert first["date_published"] == ("2026-03-02T09:00:00Z", "site-rule")


def test_rules_that_have_aged_are_noted_and_the_page_is_read_as_any_other() -> None:
    """No body of theirs: the general extraction, with a note; wrong lines and a missing page are noted, too."""
    copy = joined_pages.read(document(MARKUP * 1, rules="body: //div[@id='gone']\nbody: //div["), PAGES)
    assert "The harbour opened on Monday" in copy.text
    assert [n for n in copy.notes if "no body of theirs" in n]
    assert [n for n in copy.notes if "not XPath 1.0: body: //div[" in n]
    assert joined_pages.read(document(MARKUP, missing="page 2 cannot be had (x)"), PAGES).notes


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"[]",
        b"{}",
        b'{"pages": [], "rules": {"name": "", "text": ""}, "missing": null}',
        b'{"pages": [{"url": 1}], "rules": 1}',
    ],
)
def test_what_are_no_pages_is_malformed(payload: bytes) -> None:
    """Bytes that only claim to be pages are refused."""
    with pytest.raises(Rejected, match="malformed"):
        joined_pages.pages_of(payload)


def test_the_same_pages_are_the_same_bytes() -> None:
    """What is stored is read back, and written again it has the same id."""
    raw = document(MARKUP, MARKUP)
    assert joined_pages.payload(joined_pages.pages_of(raw.payload)) == raw.payload
