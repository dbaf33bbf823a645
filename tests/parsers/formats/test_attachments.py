"""What is beside a document: attachments that are not read, damaged files inside files, lines cut off a page's head."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import tarfile
import zipfile
from datetime import UTC, datetime

import pytest

from parsers.alignment import rebuild
from parsers.formats.pieces import Limits, Member, Note, Piece, Refused
from parsers.formats.split import split
from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse
from tests.parsers.formats import samples as s


def pieces(payload: bytes, name: str) -> list[Piece]:
    """All pieces of a file."""
    return list(split(io.BytesIO(payload), name, Limits()))


def parsed(payload: bytes, name: str, arrived: datetime | None = None) -> Parsed:
    """The parsed document of a file."""
    raw = RawDocument(
        raw_document_id=hashlib.sha256(payload).hexdigest(), payload=payload, source_uri=name, arrived_at=arrived
    )
    found = parse(raw, Desk())
    assert isinstance(found, Parsed)
    return found


PICTURE = ("map.png", "image/png", b"\x89PNG\r\n\x1a\n")
SHEET = ("figures.xls", "application/vnd.ms-excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def test_attachments_that_are_not_read_are_listed() -> None:
    """The letter's own row names what went with it and was not taken in; what was taken in is no note."""
    letter = s.letter(attach=(PICTURE, SHEET, ("release.docx", "application/octet-stream", s.docx()))).as_bytes()
    first, second = pieces(letter, "a.eml")
    assert isinstance(first, Member)
    assert first.note == "attached and not read: map.png, figures.xls"
    assert isinstance(second, Member)
    assert second.note is None


def test_attachments_of_a_letter_without_text_are_a_note_of_the_file() -> None:
    """Where only an attachment is a document, the others are named beside it."""
    letter = s.letter("\n", attach=(PICTURE, ("release.pdf", "application/pdf", s.pdf()))).as_bytes()
    notes = [p.text for p in pieces(letter, "a.eml") if isinstance(p, Note)]
    assert notes == ["attached and not read: map.png"]


def test_a_long_list_of_attachments_is_cut_with_its_number() -> None:
    """A note stays short however many pictures a letter has."""
    letter = s.letter(attach=tuple((f"p{n}.png", "image/png", b"x") for n in range(50))).as_bytes()
    (member,) = pieces(letter, "a.eml")
    assert isinstance(member, Member)
    assert member.note is not None
    assert member.note.endswith("p19.png and 30 more")


def damaged(name: str) -> bytes:
    """A container that cannot be opened."""
    return {
        "inner.zip": s.zipped(a_dot_jsonl=s.LINES)[:-40],
        "inner.docx": s.docx()[:-200],
        "inner.parquet": s.parquet()[:-30] + b"PAR1",
        "inner.html.gz": gzip.compress(s.page().encode())[:-60],
        "inner.html.bz2": bz2.compress(s.page().encode())[:-20],
    }[name]


@pytest.mark.parametrize("name", ["inner.zip", "inner.docx", "inner.parquet", "inner.html.gz", "inner.html.bz2"])
@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_a_damaged_file_in_an_archive_keeps_its_bytes(kind: str, name: str) -> None:
    """Its refusal holds the bytes that it has in the archive, and the files beside it are read."""
    inner = damaged(name)
    found = pieces(packed(kind, {name: inner, "b.html": s.page().encode()}), f"a.{kind}")
    refused = [p for p in found if isinstance(p, Refused)]
    assert [(p.name, p.payload) for p in refused] == [(f"a.{kind}#1", inner)]
    assert [p.name for p in found if isinstance(p, Member)] == [f"a.{kind}#2"]


def packed(kind: str, files: dict[str, bytes]) -> bytes:
    """An archive of files."""
    out = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
    else:
        with tarfile.open(fileobj=out, mode="w:gz" if kind.endswith("gz") else "w") as tar:
            for name, data in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


PAGE = """<html lang="en"><head><title>Lamp of Varn to be lit again</title></head><body><article><h1>Lamp of Varn to be lit again</h1>
<p class="byline">By Marit Solberg</p><p>12 March 2026 | 4 min read</p><p>{}</p></article></body></html>"""


def test_lines_cut_at_the_head_of_a_page_are_on_record() -> None:
    """Byline and date leave the body; each is a row of residue, and the rows give back the text with them."""
    body = "The lighthouse keeper of Varn said on Thursday that the old lamp will be lit again in spring. " * 4
    found = parsed(PAGE.format(body).encode(), "a.html")
    cut = [r.before.strip() for r in found.repairs if r.rule == "head_line"]
    assert cut == ["By Marit Solberg", "12 March 2026 | 4 min read"]
    came = rebuild(found.article.article_body, found.repairs)
    assert came.startswith("By Marit Solberg\n\n12 March 2026 | 4 min read\n\n")
    assert all(f.raw_start is not None and came[f.raw_start :][:3] == f.exact[:3] for f in found.facts if f.start_char)


@pytest.mark.parametrize(
    ("printed", "day"), [("03/12/2026", "2026-03-12"), ("03/04/2026", None), ("Friday, 03/04/2026", "2026-04-03")]
)
def test_the_day_of_arrival_decides_a_date(printed: str, day: str | None) -> None:
    """Of two readings one that is later than the arrival falls away; where both are earlier, only a weekday helps."""
    text = (
        f"Lamp of Varn to be lit again\n\n{printed}\n\n"
        + "The keeper of Varn said the lamp will be lit in spring. " * 4
    )
    article = parsed(text.encode(), "a.txt", datetime(2026, 11, 30, tzinfo=UTC)).article
    assert (article.date_published.date().isoformat() if article.date_published else None) == day
    assert printed not in article.article_body


def test_a_date_later_than_the_arrival_is_left_to_whoever_files_it() -> None:
    """The only date there is stays, so that the filing can mark it as doubtful."""
    text = (
        "Lamp of Varn to be lit again\n\n2031-01-05\n\n"
        + "The keeper of Varn said the lamp will be lit in spring. " * 4
    )
    article = parsed(text.encode(), "a.txt", datetime(2026, 11, 30, tzinfo=UTC)).article
    assert article.date_published == datetime(2031, 1, 5, tzinfo=UTC)
