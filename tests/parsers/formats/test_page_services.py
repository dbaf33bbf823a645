"""Consent walls in any wording, pages of services that hold no articles, and pages that only look like one of them."""

from __future__ import annotations

import pytest

from parsers.known import Desk
from parsers.model import Article, Parsed, RawDocument, Rejection
from parsers.pipeline import parse

REPORT = (
    "The dredger Tern has cleared the mouth of the Osk, the harbour office in Lund Quay said on Thursday.",
    "Ships of six metres can enter again, and the two that waited outside since Monday came in with the evening tide.",
    "The work took nine days, three of them lost to a storm, and cost less than the parish had put aside.",
)


def outcome(page: str) -> Article | str:
    """The article of a page, or why it is refused."""
    raw = RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="page.html", source_kind="page")
    found = parse(raw, Desk())
    if isinstance(found, Rejection):
        return found.detail
    assert isinstance(found, Parsed)
    return found.article


def page(body: str, head: str = "", title: str = "Osk Post") -> str:
    """A page with a menu."""
    return f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body><nav><a href=/>1</a></nav><main>{body}</main></body></html>"


WALLS = {
    "en": "Before you read on, please choose how your personal data may be used. You can accept or reject all tracking, and withdraw your consent whenever you like.",
    "de": "Mit Werbung und Tracking weiterlesen kostet nichts. Ihre Zustimmung können Sie jederzeit widerrufen. Im Pur-Abo lesen Sie werbefrei.",
    "fr": "Avec votre accord, nous déposons des traceurs. Vous pouvez retirer votre consentement quand vous voulez. Vos données personnelles restent protégées.",
    "es": "Su privacidad es lo primero. Puede aceptar o rechazar las cookies y cambiar sus preferencias más tarde.",
    "pt": "Este portal recorre a cookies. Ao prosseguir, concorda com o tratamento dos seus dados pessoais.",
    "it": "Il sito impiega cookie di profilazione. Può accettare tutto o rifiutare, e cambiare le preferenze in seguito.",
    "pl": "Twoja prywatność jest ważna. Wyrażasz zgodę na przetwarzanie danych osobowych, gdy klikasz „Dalej”.",
    "ru": "Сайт собирает куки. Нажимая «Далее», вы даёте согласие на обработку персональных данных.",
    "tr": "Bu site çerezlerle çalışır. Kişisel verileriniz yalnızca onayınızla işlenir.",
    "ja": "このページはクッキーを利用します。続けると、個人情報の取り扱いに同意したことになります。",
    "hu": "Az oldal sütiket alkalmaz. Az Elfogadom gombbal hozzájárul személyes adatai kezeléséhez.",
    "ro": "Acest site folosește cookie-uri. Continuarea înseamnă că sunteți de acord cu prelucrarea datelor personale.",
}


@pytest.mark.parametrize("language", WALLS)
def test_consent_is_known_by_what_its_sentences_are_about(language: str) -> None:
    """A short page under its site's name that asks for consent and does nothing else is a cookie wall, however worded."""
    assert outcome(page(f"<p>{WALLS[language]}</p>")) == "the page is a cookie wall"


def test_a_report_on_consent_is_filed() -> None:
    """A story about cookies has a headline of its own, or sentences about other things."""
    text = "Publishers must let readers reject cookies in one step, a court in Lund Quay ruled. The consent that they asked for was void, it said. Personal data may not be its price."
    assert isinstance(
        outcome(
            page(f"<h1>Court rules that walls are void</h1><p>{text}</p>", title="Court rules that walls are void")
        ),
        Article,
    )
    told = "Osk Post readers rejected the cookies of other sites. " + " ".join(REPORT)
    assert isinstance(outcome(page(f"<p>{told}</p>")), Article)


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("https://x.com/oskharbour/status/17890", "a post of a social network"),
        ("https://mobile.twitter.com/oskharbour/status/17890", "a post of a social network"),
        ("https://bsky.app/profile/osk.example/post/3kab", "a post of a social network"),
        ("https://www.reddit.com/r/harbours/comments/1ab/dredger/", "a post of a social network"),
        ("https://www.instagram.com/p/Cabc/", "a post of a social network"),
        ("https://x.com/oskharbour", "an account of a social network"),
        ("https://github.com/osk/tides", "a page of a repository"),
        ("https://github.com/osk/tides/issues/12", "a page of a repository"),
        ("https://gitlab.com/osk/tides/-/blob/main/README.md", "a page of a repository"),
        ("https://github.com/osk/tides/releases/tag/v2", None),
        ("https://gist.example/osk/tides", None),
        ("https://osk.example/x.com/status/12", None),
        ("https://notx.com/oskharbour/status/17890", None),
    ],
)
def test_pages_of_networks_and_repositories_are_no_articles(address: str, what: str | None) -> None:
    """Their own address says what such pages are, whatever type they give themselves; other hosts are not affected."""
    head = f'<link rel="canonical" href="{address}"><meta property="og:type" content="article">'
    found = outcome(page("".join(f"<p>{p}</p>" for p in REPORT), head))
    assert found == f"the page is {what}" if what else isinstance(found, Article)


def test_a_post_on_any_server_is_known_by_its_address_and_its_account() -> None:
    """Networks of many servers name the account in the title and number the post in the address."""
    title = '<meta property="og:title" content="Nora Feld (@nora@osk.example)">'
    head = f'<link rel="canonical" href="https://osk.example/@nora/1142">{title}'
    text = "".join(f"<p>{p}</p>" for p in REPORT)
    assert outcome(page(text, head)) == "the page is a post of a social network"
    assert isinstance(outcome(page(text, head.replace("/@nora/1142", "/n/1142"))), Article)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Nora Feld in Lund Quay, address, phone", "<h1>3 people named Nora Feld in Lund Quay</h1>" + "<div><h2><a href=/p>Nora Feld</a></h2><p>Age 41. Lives in Lund Quay.</p></div>" * 3),
        ("Our newsletters", "<h1>Our newsletters</h1><h3>Tide Table</h3><p>All that floats, every day at six.</p><h3>Galley</h3><p>Recipes from the quay, on Saturdays.</p>"),
        ("osk.example", "<h1>osk.example</h1><p>This domain may be available for purchase. Get a quote from one of our brokers now.</p>"),
    ],
)  # fmt: skip
def test_searches_for_people_newsletters_and_offers_of_domains_are_refused(title: str, body: str) -> None:
    """Pages of these kinds are no articles."""
    assert isinstance(outcome(page(body, title=title)), str)


def test_days_of_teasers_make_no_article_of_a_profile() -> None:
    """A page about an author lists dated reports; its own type says that it is a profile."""
    teasers = "".join(
        f"<div><b>Report {n}</b><span>{n} May 2026</span><p>{p}</p></div>" for n, p in enumerate(REPORT, 1)
    )
    about = "<h1>Nora Feld</h1><p>Nora Feld has written about the harbour for nine years and lives on a barge.</p>"
    assert outcome(page(about + teasers, '<meta property="og:type" content="profile">')) == "the page is a profile"


def test_a_film_with_its_transcript_is_an_article() -> None:
    """What is said in a film is a text of its own; without it the page is a video."""
    head = '<meta property="og:type" content="video.other">'
    film = '<h1>Dredger at work</h1><video src="/a.mp4"></video>'
    text = "".join(
        f"<p>{p}</p>"
        for p in (*REPORT, "A second dredger will follow in spring, when the sand from the storms has settled.")
    )
    assert isinstance(outcome(page(f"{film}<h2>Transcript</h2>{text}", head)), Article)
    assert outcome(page(f"{film}<p>{REPORT[0]}</p>", head)) == "the page is a video"


def test_a_page_without_doctype_is_no_rdf() -> None:
    """Three elements in a row are markup; names of RDF are absolute addresses."""
    text = "".join(f"<p>{p}</p>" for p in REPORT)
    bare = f"<html>\n<head>\n<title>Dredger clears the Osk</title>\n</head>\n<body>\n{text}\n</body>\n</html>"
    assert isinstance(outcome(bare), Article)
    triples = "<https://osk.example/a> <https://osk.example/b> <https://osk.example/c> .\n" * 3
    raw = RawDocument(raw_document_id="0" * 64, payload=triples.encode(), source_uri="a.nt", source_kind="file")
    found = parse(raw, Desk())
    assert isinstance(found, Rejection)
    assert "RDF" in found.detail


def test_whom_a_press_office_names_for_questions_is_no_author() -> None:
    """Names below "Media contact", or with a post in the press office or a telephone, sign nothing; a name with its mail does."""
    text = "".join(f"<p>{p}</p>" for p in REPORT)
    contact = "<h2>Media contact</h2><p>Nora Feld, press@osk.example</p>"
    spokesman = "<p>Nora Feld, Press Secretary, 555-0142, press@osk.example</p>"
    for end in (contact, spokesman):
        found = outcome(page(f"<h1>Dredger clears the Osk</h1>{text}{end}"))
        assert isinstance(found, Article)
        assert found.author == ()
    signed = outcome(page(f"<h1>Dredger clears the Osk</h1>{text}<p>Nora Feld, nora@osk.example</p>"))
    assert isinstance(signed, Article)
    assert signed.author == ("Nora Feld",)


@pytest.mark.parametrize(
    ("line", "author", "day", "language"),
    [
        ("<p>2026年5月12日 21時05分　佐藤健一</p>", ("佐藤健一",), "2026-05-12", "ja"),
        ("<p>12 maggio 2026 (modifica il 13 maggio 2026 | 08:14)</p>", (), "2026-05-12", "it"),
        ("<div><span class=author>Autors: Ilze Bērziņa</span></div>", ("Ilze Bērziņa",), None, "lv"),
        ("<p>Autore: Giulia Ferrero</p>", ("Giulia Ferrero",), None, "it"),
    ],
)
def test_lines_that_name_author_and_day(line: str, author: tuple[str, ...], day: str | None, language: str) -> None:
    """They are read and leave the body."""
    text = "".join(f"<p>{p}</p>" for p in REPORT)
    found = outcome(page(f"<h1>Dredger clears the Osk</h1>{line}{text}").replace("<html", f"<html lang={language}"))
    assert isinstance(found, Article)
    assert found.author == author
    assert (str(found.date_published)[:10] if found.date_published else None) == day
    assert found.article_body.startswith("The dredger")


def test_the_headline_of_a_page_without_headings_is_printed_in_it() -> None:
    """Old pages print their headline in bold type and the paper's name before it in the title."""
    text = "<P>".join(REPORT)
    old = f"<HTML><HEAD><TITLE>Lund Quay Post: Dredger clears the Osk</TITLE></HEAD><BODY><P>Lund Quay Post</P><HR><FONT SIZE=+2><B>Dredger clears the Osk</B></FONT><P>{text}</BODY></HTML>"
    found = outcome(old)
    assert isinstance(found, Article)
    assert found.headline == "Dredger clears the Osk"


def test_a_microformat_writes_the_date_in_its_title() -> None:
    """`<abbr title>` holds the date for machines; what it prints is a time of day."""
    stamp = '<abbr itemprop="datePublished" title="2026-05-12T21:10:00+02:00">9:10 PM</abbr>'
    text = "".join(f"<p>{p}</p>" for p in REPORT)
    found = outcome(
        page(
            f'<div itemscope itemtype="http://schema.org/BlogPosting"><h1>Dredger clears the Osk</h1>{text}{stamp}</div>'
        )
    )
    assert isinstance(found, Article)
    assert str(found.date_published) == "2026-05-12 19:10:00+00:00"
