"""Layouts that people hand in: labels and gaps of exports, envelopes of the wire, senders of letters, odd tables."""

from __future__ import annotations

import json

import pytest

from parsers.formats import factiva, nexis
from parsers.formats.json_members import KINDS as JSON_KINDS
from parsers.formats.look import look
from parsers.formats.registry import recognise
from parsers.formats.senders import sender
from parsers.known import Desk
from parsers.model import RawDocument, Rejection
from parsers.pipeline import parse
from tests.parsers.formats.test_samples import documents

BODY = (
    "The swing bridge at Hollin Quay closes for nine nights from Sunday, the canal office said.\n\n"
    "Barges may pass until ten in the evening, and a ferry takes walkers across after that hour."
)
SECOND = (
    "Bakers in Orrin Vale will pay less for flour from next month, the guild of millers said.\n\n"
    "It had raised the price twice since the dry summer, and forty shops had closed one day a week."
)


def export(count: str, labels: tuple[str, ...], tail: tuple[str, ...], gap: str, above: str = "") -> str:
    """An export of two documents."""
    held = []
    for number, (title, body) in enumerate(
        (("Bridge closes for nine nights", BODY), ("Flour to cost less", SECOND)), 1
    ):
        head = "\n\n".join(labels)
        held.append(
            f"\n\n{count.format(number)}\n\n{above}        Hollin Gazette\n\n     {number + 4} March 2024\n\n{title}\n\n{head}\n\n\n{body}{gap}"
            + "\n\n".join(tail)
            + "\n\n     Copyright 2024 Hollin Gazette\n"
        )
    return "".join(held)


@pytest.mark.parametrize(
    ("count", "labels", "tail"),
    [
        ("{} of 2 DOCUMENTS", ("BYLINE: Mara Tolley", "LENGTH: 90 words"), ("GRAPHIC: a map", "TYPE: Letter", "LOAD-DATE: March 6, 2024", "PUBLICATION-TYPE: Newspaper")),
        ("Dokument {} von 2", ("AUTOR: Mara Tolley", "LÄNGE: 90 Wörter"), ("UPDATE: 6. März 2024", "SPRACHE: GERMAN", "PUBLICATION-TYPE: Zeitung")),
        ("{} de 2 DOCUMENTS", ("AUTEUR: Mara Tolley", "RUBRIQUE: VILLE; Pg. 2", "LONGUEUR: 90 mots"), ("DATE-CHARGEMENT: 6 mars 2024", "LANGUE: FRENCH", "TYPE-PUBLICATION: Journal")),
        ("{} de 2 DOCUMENTOS", ("AUTOR: Mara Tolley", "LONGITUD: 90 palabras"), ("FECHA-CARGA: 6 de marzo de 2024", "IDIOMA: SPANISH", "TIPO-PUBLICACIÓN: Periódico")),
        ("{} van 2 DOCUMENTEN", ("AUTEUR: Mara Tolley", "LENGTE: 90 woorden"), ("LAADDATUM: 6 maart 2024", "TAAL: DUTCH", "PUBLICATIETYPE: Krant")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n \n\t\n\n"])
def test_labels_of_an_export_are_no_text(count: str, labels: tuple[str, ...], tail: tuple[str, ...], gap: str) -> None:
    """However many empty lines part them and whatever their language, labels are fields and never body text."""
    slices = list(nexis.slices(export(count, labels, tail, gap)))
    read = [nexis.read(held) for held in slices]
    assert [body for _, body in read] == [BODY, SECOND]
    assert {"Mara Tolley"} == {s.value for said, _ in read for s in said if s.field == "author"}


def test_a_notice_of_copyright_above_the_outlet_is_not_its_name() -> None:
    """The outlet is the line above the day, whatever rights are reserved above it; a running head is no headline."""
    text = export("{} of 2 DOCUMENTS", ("LENGTH: 90 words",), ("LOAD-DATE: March 6, 2024",), "\n\n\n", "Copyright 2024 Hollin Gazette\nAll Rights Reserved\n\n")  # fmt: skip
    said, _ = nexis.read(next(iter(nexis.slices(text))))
    assert [s.value for s in said if s.field == "publisher"] == ["Hollin Gazette"]
    said, _ = nexis.read(
        f"Page 1 of 2\nBridge closes\nHollin Gazette\nMarch 5, 2024 Tuesday\n\nLength: 90 words\n\nBody\n\n{BODY}"
    )
    assert [s.value for s in said if s.field == "headline"] == ["Bridge closes"]


@pytest.mark.parametrize(
    ("name", "address", "right"),
    [
        ("Hollin Courier", "news@hollin.example", (None, "Hollin Courier")),
        ("Orrin Mercury", "news@x.example", (None, "Orrin Mercury")),
        ("Seeblick Redaktion", "post@x.example", (None, "Seeblick Redaktion")),
        ("Le Quotidien", "news@x.example", (None, "Le Quotidien")),
        ("Vale Nord", "news@valenord.example", (None, "Vale Nord")),
        ("Tolley, Mara", "mara@x.example", ("Mara Tolley", None)),
        ("Mara Tolley", "mara@courier.example", ("Mara Tolley", None)),
        ("Mara Post", "mara.post@x.example", ("Mara Post", None)),
        ("Mara Tolley, Hollin Courier", "mara@x.example", ("Mara Tolley", "Hollin Courier")),
        ("Newsdesk", "newsdesk@x.example", (None, None)),
        ("", "mara@x.example", (None, None)),
    ],
)
def test_a_sender_is_a_person_or_an_outlet(name: str, address: str, right: tuple[str | None, str | None]) -> None:
    """A name of an outlet's words, or that of the address's house, is an outlet; another name of a person's shape is one."""
    assert sender(name, address) == right


def test_a_nitf_document_in_newsml_is_read_as_newsml() -> None:
    """The root element decides: headline and outlet are those of the item, and pictures and notes are no text."""
    first, second = (f"<p>{p}</p>" for p in BODY.split("\n\n"))
    inner = f"<nitf><body><body.content><note><p>EDITORS: a map follows</p></note>{first}<media><media-caption>The bridge</media-caption></media>{second}</body.content></body></nitf>"
    item = f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="u1" version="1"><itemMeta><provider literal="Hollin Gazette"/><versionCreated>2024-03-05T08:00:00Z</versionCreated></itemMeta><contentMeta><headline>Bridge closes for nine nights</headline></contentMeta><contentSet><inlineXML contenttype="application/nitf+xml">{inner}</inlineXML></contentSet></newsItem>'
    (article,), refused = documents("item.xml", item.encode())
    assert (article.headline, article.publisher, refused) == ("Bridge closes for nine nights", "Hollin Gazette", 0)
    assert " ".join(article.article_body.split()) == " ".join(BODY.split())


@pytest.mark.parametrize(
    "payload",
    [
        f'Results of the search\n\nTitle,Date,Source,Text\nBridge closes for nine nights,2024-03-05,Hollin Gazette,"{BODY}"\n',
        f'Titre,Date de parution,Journal,Contenu\nBridge closes for nine nights,2024-03-05,Hollin Gazette,"{BODY}"\n',
        f'Kop,Datum,Krant,Tekst\nBridge closes for nine nights,2024-03-05,Hollin Gazette,"{BODY}"\n',
    ],
)
def test_the_names_of_columns_are_found(payload: str) -> None:
    """Below a title and an empty line, and in other languages."""
    (article,), refused = documents("rows.csv", payload.encode())
    assert (article.headline, article.publisher, refused) == ("Bridge closes for nine nights", "Hollin Gazette", 0)


def test_quotation_marks_behind_a_backslash_belong_to_the_cell() -> None:
    """Spark and MySQL write them so: the row keeps its cells."""
    quoted = BODY + '\n\n\\"We are glad,\\" said the keeper of the bridge, who had asked for it for years.'
    (article,), refused = documents("rows.csv", f'title,date,text\n"Bridge closes","2024-03-05","{quoted}"\n'.encode())
    assert '"We are glad," said' in article.article_body.replace("“", '"').replace("”", '"')
    assert refused == 0


@pytest.mark.parametrize("charset", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
def test_wide_encodings_without_a_mark_are_known(charset: str) -> None:
    """Lines of JSON in UTF-16 and UTF-32 are read though no mark is before them."""
    lines = "".join(json.dumps({"title": t, "text": b}) + "\n" for t, b in (("Bridge", BODY), ("Flour", SECOND)))
    articles, refused = documents("rows.jsonl", lines.encode(charset))
    assert ([a.headline for a in articles], refused) == (["Bridge", "Flour"], 0)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("package.json", '{"name": "ferry", "version": "1.0.2", "description": "Reads the times of all the ferries on the river and prints them.", "dependencies": {"left": "1"}}'),
        ("help.txt", "Usage: ferry [OPTIONS] QUAY\n\nPrint when the next ferry leaves.\n\n  -h, --help   show this help\n  -q, --quiet  say nothing\n"),
        ("paper.tex", "% draft\n\\documentclass[a4paper]{article}\n\\begin{document}\nThe ferry is late today because of the fog, says the quay.\n\\end{document}\n"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused(name: str, text: str) -> None:
    """Descriptions of packages, the help of commands, and LaTeX."""
    articles, refused = documents(name, text.encode())
    assert (articles, refused) == ([], 1)


def test_a_byline_below_the_title_of_markdown_is_no_text() -> None:
    """`*By Mara Tolley*` names the author."""
    (article,), _ = documents("bridge.md", f"# Bridge closes for nine nights\n\n*By Mara Tolley*\n\n{BODY}\n".encode())
    assert article.author == ("Mara Tolley",)
    assert article.article_body.startswith("The swing bridge")


def test_a_cover_note_is_no_article() -> None:
    """A letter that forwards another in a few words gives that one, with its own sender."""
    inner = f"From: Mara Tolley <mara@x.example>\nSubject: Bridge closes for nine nights\nDate: Tue, 05 Mar 2024 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{BODY}\n"
    letter = f'From: Jo Finch <jo@y.example>\nSubject: Fwd: Bridge\nDate: Wed, 06 Mar 2024 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nFor your information.\n\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n'
    (article,), _ = documents("fwd.eml", letter.encode())
    assert (article.author, article.headline) == (("Mara Tolley",), "Bridge closes for nine nights")


def test_one_item_of_a_service_in_a_list_is_read() -> None:
    """An answer about a single article keeps it two objects deep."""
    item = {"webTitle": "Bridge closes", "webUrl": "https://hollin.example/1", "fields": {"body": BODY}}
    held = [
        {"response": {"status": "ok", "content": item}},
        {"response": {"status": "ok", "content": {**item, "webTitle": "Flour", "fields": {"body": SECOND}}}},
    ]
    articles, refused = documents("items.json", json.dumps(held).encode())
    assert ([a.headline for a in articles], refused) == (["Bridge closes", "Flour"], 0)


def test_json_is_still_json() -> None:
    """What the new refusals look for does not take articles away."""
    payload = json.dumps({"name": "Bridge closes", "version": 2, "articleBody": BODY}).encode()
    assert any(kind.matches(look(payload, "a.json")) for kind in JSON_KINDS)
    assert recognise(b"Usage: the word has two meanings.\n\n" + BODY.encode(), None, "a.txt") == "text/plain"


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("Harbour Press Group", False),
        ("Larrand Media", False),
        ("The Quay Company of Larrand", False),
        ("Zeitungsverlag Larrand GmbH", False),
        ("Nobody was hurt", True),
        ("Marian Holt and Ewa Bryl", True),
        ("He said: Read the Daily.", True),
    ],
)
def test_the_publishing_company_below_a_factiva_document_is_no_text(last: str, kept: bool) -> None:
    """It is known by a legal form, a word of publishing houses, or the owner's name in the notice of copyright."""
    head = "Quay to grow\n120 words\n12 June 2024\nLarrand Echo\nLARE\n3\nEnglish\n(c) 2024 The Quay Company of Larrand.\n\n"
    _, body = factiva.read(f"{head}{BODY}\n\n{last}\n\nDocument LARE000020240612ek6c00001\n")
    assert body == (f"{BODY}\n\n{last}" if kept else BODY)


def test_posts_of_social_networks_are_refused_by_name() -> None:
    """An object with who posted it and no headline is a post, and no article."""
    post = {"created_at": "Mon May 15 07:35:00 +0000 2023", "id": 1, "full_text": BODY, "user": {"screen_name": "a"}}
    found = parse(RawDocument(raw_document_id="0" * 64, payload=json.dumps(post).encode(), source_uri="a.json"), Desk())
    assert isinstance(found, Rejection)
    assert found.sentence().startswith("unsupported: a post of a social network")


def test_line_breaks_behind_a_backslash_are_line_breaks() -> None:
    """Databases dump tab-separated text with `\\n` in its cells; a table with quotation marks means what it says."""
    row = BODY.replace("\n", "\\n")
    ((article,), _) = documents("a.tsv", f"title\ttext\turl\nQuay to grow\t{row}\thttps://a.example/1\n".encode())
    assert article.article_body == BODY


def test_an_article_in_a_graph_is_read_with_what_it_refers_to() -> None:
    """JSON-LD names the outlet in an object of its own, which is no article."""
    graph = [
        {"@type": "Organization", "@id": "#o", "name": "Hollin Gazette"},
        {"@type": "NewsArticle", "headline": "Quay to grow", "articleBody": BODY, "publisher": {"@id": "#o"}},
    ]
    articles, refused = documents("a.json", json.dumps({"@context": "https://schema.org", "@graph": graph}).encode())
    assert ([(a.headline, a.publisher) for a in articles], refused) == ([("Quay to grow", "Hollin Gazette")], 0)


def test_results_of_a_search_are_no_article() -> None:
    """Items that begin with a link and hold a teaser each are a list, whatever the tags are in which they are written."""
    items = "".join(
        f"<li><a href='/{n}'>Council votes to build number {n}</a><p>A teaser of story {n}</p></li>" for n in range(12)
    )
    _, refused = documents(
        "a.html",
        f"<html><head><title>Search results</title></head><body><h1>Search results</h1><ul>{items}</ul></body></html>".encode(),
    )
    assert refused == 1


def test_a_wire_message_of_carets_is_refused_by_its_kind() -> None:
    """Below a header that no standard has, lines between `^` and `<` are a wire's: its header must not become text."""
    body = "\n".join("   " + part for part in BODY.split("\n\n"))
    message = (
        f"x77 bridge closes 03-05 0120\n^BC-Bridge,0120<\n^Bridge closes for nine nights<\n^By Mara Tolley<\n{body}\n"
    )
    assert recognise(message.encode(), None, "message.txt") == "text/x-wire-signs"
    assert recognise(f"Sums\n\nx^2 < 4 holds below two.\n{BODY}".encode(), None, "sums.txt") == "text/plain"


LINES = [line for text in (BODY, SECOND) for line in text.split("\n\n")]


def body_of(text: str) -> str:
    """The text that is filed of a record with this one."""
    record = json.dumps({"title": "Bridge closes", "text": text}).encode()
    ((article,), refused) = documents("a.json", record)
    assert refused == 0
    return article.article_body


def test_lines_of_a_record_that_end_as_sentences_are_paragraphs() -> None:
    """Extractors write each paragraph on a line of its own; lines of wrapped copy end anywhere."""
    assert body_of("\n".join(LINES)) == "\n\n".join(LINES)
    wrapped = "The swing bridge at Hollin Quay closes for nine nights\nfrom Sunday, and barges may pass until ten in the\nevening."
    assert "\n\n" not in body_of(wrapped)


@pytest.mark.parametrize(
    "around",
    [
        "callback({})",
        "var answer = {};",
        ")]}}',\n{}",
        "/* saved */ {}",
        "window.data={}",
        "while(1);{}",
        "export default {}",
    ],
)
def test_json_inside_a_script_is_refused_by_its_name(around: str) -> None:
    """A call, an assignment or a guard around JSON is no prose: the file says what to cut."""
    record = json.dumps({"title": "Bridge closes", "articleBody": BODY})
    assert recognise(around.format(record).encode(), None, "a.json") == "text/x-json-in-script"
    assert recognise(f"He wrote: (see {{'a'}}) {BODY}".encode(), None, "a.txt") == "text/plain"


def test_captions_of_an_export_are_no_text() -> None:
    """What is below the word for pictures at the end of a document belongs to them."""
    text = f"Bridge closes\nHollin Gazette\n5 March 2024\n\nLength: 90 words\n\nBody\n\n{BODY}\n\nGraphic\n\nThe bridge at dusk.\n\nLoad-Date: March 6, 2024"
    assert nexis.read(text)[1] == BODY


def test_a_release_is_its_senders_by_the_source_below() -> None:
    """Press wires name who had a release sent in a line below it, after the contacts."""
    text = f"Bridge closes\n\nHOLLIN--(BUSINESS WIRE)--{BODY}\n\nContacts\n\nMara Tolley\n\nSource: Hollin Canal Office"
    ((article,), _) = documents("a.txt", text.encode())
    assert article.publisher == "Hollin Canal Office"
    ((other,), _) = documents("a.txt", text.replace("--(BUSINESS WIRE)--", ": ").encode())
    assert other.publisher is None
