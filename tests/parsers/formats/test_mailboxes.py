"""Mailboxes and letters in the forms of several programs: what the programs add is no text."""

from __future__ import annotations

import email.policy
import io
import mailbox
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from parsers.formats.pieces import Member, Note, Refused
from parsers.formats.split import split
from tests.parsers.formats import samples as s
from tests.parsers.formats.test_samples import documents


def letter(plain: str | None = s.TEXT, markup: str | None = None) -> EmailMessage:
    """A letter of the outlet, with the line ends of this system."""
    made = EmailMessage(policy=email.policy.default)
    made["From"], made["Subject"], made["Date"] = (
        f"{s.OUTLET} <news@tidewater.example>",
        s.TITLE,
        "Wed, 12 Jun 2024 08:45:00 +0200",
    )
    made["Message-ID"] = "<1@tidewater.example>"
    if plain is not None:
        made.set_content(f"{plain}\n")
    if markup is not None:
        made.set_content(markup, subtype="html")
    return made


def boxed(kind: type[mailbox.MMDF] | type[mailbox.Babyl]) -> bytes:
    """A mailbox of two letters as Python's library writes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "box"
        box = kind(str(path))
        for text in (s.TEXT, s.OTHER_TEXT):
            box.add(letter(text))
        box.flush()
        box.close()
        return path.read_bytes()


def test_an_mmdf_mailbox_is_its_letters() -> None:
    """Letters between lines of control characters are members, and no article holds headers."""
    articles, refused = documents("a.mmdf", boxed(mailbox.MMDF))
    assert ([" ".join(a.article_body.split()) for a in articles], refused) == (
        [" ".join(s.TEXT.split()), " ".join(s.OTHER_TEXT.split())],
        0,
    )
    assert {a.headline for a in articles} == {s.TITLE}


def test_a_mailbox_of_emacs_is_refused_by_name() -> None:
    """Its letters are not one article."""
    articles, refused = documents("a.babyl", boxed(mailbox.Babyl))
    assert (articles, refused) == ([], 1)


def test_what_apple_s_mail_puts_around_a_letter_is_no_text() -> None:
    """The count before the letter says where it ends; the property list behind it is not read."""
    data = letter().as_bytes()
    ((article,), _) = documents("a.emlx", b"%d\n%s<?xml version='1.0'?><plist><dict/></plist>\n" % (len(data), data))
    assert " ".join(article.article_body.split()) == " ".join(s.TEXT.split())


@pytest.mark.parametrize(
    "line",
    [
        "On Wed, 12 Jun 2024 at 10:15, The Desk <desk@tidewater.example> wrote:",
        "Am 12.06.2024 um 10:15 schrieb The Desk:",
        "Le 12 juin 2024 à 10:15, The Desk a écrit :",
        "El mié, 12 jun 2024 a las 10:15, The Desk (<desk@x.example>) escribió:",
        "Op 12 juni 2024 om 10:15 schreef The Desk:",
    ],
)
def test_the_line_above_a_quoted_letter_is_no_text(line: str) -> None:
    """Who wrote the letter that is quoted, and when, is said by mail programs in several languages."""
    quoted = "\n".join(f"> {row}".rstrip() for row in s.TEXT.split("\n"))
    ((article,), _) = documents("a.eml", letter(f"{line}\n\n{quoted}").as_bytes())
    assert " ".join(article.article_body.split()) == " ".join(s.TEXT.split())


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("View in browser", "You receive this because you subscribed. Unsubscribe"),
        ("Having trouble viewing this email? View it in your browser", "Unsubscribe | Manage preferences"),
        ("Newsletter im Browser ansehen", "Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben."),
        ("Voir ce message dans votre navigateur", "Se désabonner"),
    ],
)
def test_what_newsletters_put_around_their_text_is_residue(above: str, below: str) -> None:
    """Links to a browser and out of the list are cut at both ends of a letter in HTML."""
    markup = f"<html><body><table><tr><td><a href='https://x.example/'>{above}</a></td></tr><tr><td><h1>{s.TITLE}</h1>{s.HTML}</td></tr><tr><td>{below}</td></tr></table></body></html>"
    ((article,), _) = documents("a.eml", letter(None, markup).as_bytes())
    assert " ".join(article.article_body.split()) == " ".join(s.TEXT.split())


def test_sheets_without_articles_are_a_note() -> None:
    """The articles of a workbook are read, and the other sheets are named."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(s.workbook()))
    book.create_sheet("Figures").append([1, 2, 3])
    out = io.BytesIO()
    book.save(out)
    found = list(split(io.BytesIO(out.getvalue()), "a.xlsx"))
    assert [p.text for p in found if isinstance(p, Note)] == ["sheets without articles: notes, Figures"]
    assert sum(isinstance(p, Member) for p in found) == len(s.ROWS)


def test_other_open_documents_are_refused_as_a_whole() -> None:
    """A spreadsheet is no zip archive of files to be read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<a/>")
    (refused,) = split(io.BytesIO(out.getvalue()), "a.ods")
    assert isinstance(refused, Refused)
    assert refused.detail == "a document of the kind application/vnd.oasis.opendocument.spreadsheet"


def test_types_behind_the_names_of_solr_are_passed_over() -> None:
    """`published_dt` is a date and `title_txt_en` a headline."""
    record = {
        "title_txt_en": s.TITLE,
        "content_t": s.TEXT,
        "published_dt": s.WHEN,
        "publisher_s": s.OUTLET,
        "author_ss": [s.AUTHOR],
    }
    ((article,), _) = documents("a.json", s.dumped({"response": {"numFound": 1, "docs": [record]}}))
    assert (article.headline, article.publisher, article.author) == (s.TITLE, s.OUTLET, (s.AUTHOR,))
    assert article.date_published is not None


def test_the_page_that_lists_an_export_is_no_headline() -> None:
    """What was searched for and found is before the first document of Nexis Uni, whose title is printed twice."""
    asked = "Client/Matter: -None-\nSearch Terms: lock gates\nSearch Type: Natural Language\n"
    cover = f"User Name: A Reader\nDate and Time: Monday, January 6, 2025 10:00:00 AM EST\nJob Number: 23\nDocuments (2)\n1. {s.TITLE}\n{asked}2. {s.OTHER_TITLE}\n{asked}\n"
    export = s.nexis(modern=True)
    for title in (s.TITLE, s.OTHER_TITLE):
        export = export.replace(title, f"Page 1 of 2\n{title}\n\n{title}", 1)
    articles, refused = documents("a.txt", (cover + export).encode())
    assert ([a.headline for a in articles], refused) == ([s.TITLE, s.OTHER_TITLE], 0)
