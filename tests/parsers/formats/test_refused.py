"""What is no article is refused by its name, with a remedy, and never filed as a text."""

from __future__ import annotations

import base64
import io
import json
import random
import zipfile

import pytest

from parsers.errors import Rejected
from parsers.formats import prose, reading, registry
from parsers.formats.pieces import Member, Note, Refused
from parsers.formats.split import split
from parsers.model import RawDocument
from tests.parsers.formats import samples as s

CHANCE = random.Random(5)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
LOG = "\n".join(
    f"2024-06-12 06:45:{n:02} INFO crawler.fetch: fetched https://tidewater.example/{n} in 0.{n} s" for n in range(20)
)
CODE = "import os\nimport sys\n\n" + "\n".join(
    f"def step_{n}(value: int) -> int:\n    total = value * {n};\n    return total" for n in range(9)
)
GKG = "20240612064500-1\t20240612064500\t1\ttidewater.example\thttps://tidewater.example/1\t\t\tTAX_FNCACT;\t\n" * 3
PAIRS = "\n".join(f"setting_{n} = value{n}" for n in range(40))

REFUSED: list[tuple[str, bytes, str]] = [
    ("old.doc", OLE + "WordDocument".encode("utf-16-le"), "old kind (.doc)"),
    ("old.xls", OLE + "Workbook".encode("utf-16-le"), "old kind (.xls)"),
    ("letter.msg", OLE + "__nameid_version1.0".encode("utf-16-le"), "Outlook message"),
    ("unnamed", OLE, "Office file of an old kind"),
    ("slides.pptx", s.zipped(ppt__presentation_dot_xml=b"<p/>"), "PowerPoint"),
    ("a0042", b"\x16\x16\x01a0042\x1fr e bc-locks 06-12 0150\r\n\x02" + s.TEXT.encode() + b"\r\n\x03\x04", "wire message with a header of its own kind"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "7-Zip"),
    ("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(40), "RAR"),
    ("a.sqlite", b"SQLite format 3\x00" + bytes(90), "SQLite"),
    ("a.feather", b"ARROW1\x00\x00" + bytes(90), "Arrow"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(90), "picture"),
    ("a.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(90), "sound or video"),
    ("sitemap.xml", b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://tidewater.example/</loc></url></urlset>', "sitemap"),
    ("feeds.opml", b'<?xml version="1.0"?><opml version="2.0"><body><outline text="x" xmlUrl="https://tidewater.example/f"/></body></opml>', "OPML"),
    ("gkg.txt", GKG.encode(), "Knowledge Graph"),
    ("film.ass", b"[Script Info]\nTitle: Port\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:04.00,,,0,0,0,,The port opened.\n", "subtitles of another kind"),
    ("list.enw", b"%0 Newspaper Article\n%T Port opens on Monday\n%A Holt, Marian\n", "references"),
    ("list.ris", b"TY  - NEWS\nTI  - Port opens\nER  - \n", "references"),
    ("dump.sql", b"-- MySQL dump 10.13\nCREATE TABLE article (id int);\n", "SQL dump"),
    ("crawl.txt", LOG.encode(), "log"),
    ("error.txt", b"Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nValueError: no\n" * 3, "log"),
    ("code.txt", CODE.encode(), "program text"),
    ("settings.yaml", b"feeds:\n  - a: 1\n", "settings"),
    ("meeting.ics", b"BEGIN:VCALENDAR\nSUMMARY:Port\nEND:VCALENDAR\n", "calendar"),
    ("blob.txt", base64.encodebytes(CHANCE.randbytes(900)), "encode something"),
    ("line.txt", base64.b64encode(CHANCE.randbytes(900)), "encode something"),
    ("pairs.txt", PAIRS.encode(), "code or settings"),
    ("figures.txt", b"\n".join(b" ".join(b"%d.%02d" % (n, m) for m in range(9)) for n in range(40)), "figures"),
    ("rows.txt", b"\n".join(b"a%d\tport\tharbour\tmonday\tmorning" % n for n in range(30)), "columns"),
    ("urls.csv", b"title,url\nPort opens,https://tidewater.example/1\n", "without a column for the text"),
    ("prices.csv", b"day,ship,tons\n2024-06-12,Aster,300\n", "no column of this table"),
    ("invoice.xml", b'<?xml version="1.0"?><invoice><sum>3</sum></invoice>', "no reader"),
    ("facts.ttl", b'@prefix s: <http://schema.org/> .\n<https://a.example/1> s:headline "Port opens" .\n', "RDF"),
    ("facts", b'<https://a.example/1> <http://schema.org/headline> "Port opens on Monday" .\n', "RDF"),
    ("de.po", b'# German\nmsgid ""\nmsgstr "Language: de"\n\nmsgid "Open the port"\nmsgstr "Hafen auf"\n', "gettext"),
    ("map.json", b'{"type": "FeatureCollection", "features": [{"type": "Feature"}]}', "GeoJSON"),
    ("book.json", b'{"cells": [], "nbformat": 4}', "notebook"),
    ("posts.jsonl", b'{"body": "I like this port.", "subreddit": "ports", "link_id": "t3_1", "author": "a"}\n', "a post of a social network"),
    ("noise", CHANCE.randbytes(3000), "no text and no known format"),
    ("video.xml", s.item(content='<remoteContent href="a.mp4"/>').encode(), "without a text"),
    ("empty.zip", s.zipped(), "no document"),
    ("empty.json", b"[]", "no object"),
    ("rtf.rtf", rb"{\rtf1\ansi }", "no text"),
    ("scan.pdf", s.scan(), "pictures"),
    ("links.eml", s.letter("\n").as_bytes(), "without text"),
]  # fmt: skip


def refusals(name: str, payload: bytes) -> list[str]:
    """What is said about each document of a file that is not read; an article among them is a mistake."""
    said = []
    for piece in split(io.BytesIO(payload), name):
        if isinstance(piece, Refused):
            said.append(piece.detail)
        elif isinstance(piece, Member):
            raw = RawDocument(
                raw_document_id="0",
                payload=piece.payload,
                source_uri=piece.name,
                media_type=piece.media_type,
                statements=piece.statements,
            )
            with pytest.raises(Rejected) as caught:
                reading.read(raw, reading.recognise(raw))
            assert caught.value.remedy
            said.append(caught.value.detail)
        else:
            said.append(f"no document: {piece.text}")
    return said or ["no document"]


@pytest.mark.parametrize(("name", "payload", "said"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_is_no_article_is_named(name: str, payload: bytes, said: str) -> None:
    """The refusal says what the file is."""
    assert said in "; ".join(refusals(name, payload))


@pytest.mark.parametrize(
    "text",
    [
        "Port opens",
        s.TEXT,
        s.TEXT.replace(" ", ""),
        "Порт открылся в понедельник, сообщило управление. " * 9,
        "港湾は月曜日に再開したと市長が述べた。" * 20,
        "बंदरगाह सोमवार को खुला, महापौर ने कहा। " * 9,
        "ท่าเรือเปิดในวันจันทร์ นายกเทศมนตรีกล่าว " * 9,
        "Results: Harbour 3, Quay 1; Mole 2, Pier 2; Dock 0, Wharf 4, after a long day at Penhallow.\n" * 4,
        "\n".join(
            f"Q: What happened on pier {n}?\nA: Nothing that we know of, said the harbour master." for n in range(9)
        ),
        "Shr 1.19 dlrs vs 1.46 dlrs\nNet 3,150,185 vs 2,665,284\nRevs 27.9 mln vs 24.1 mln\nNOTE: Tidewater Bancorp\n"
        * 3,
        "* first the gates\n* then the sluices\n* then the towpath, the trust said\n" * 5,
    ],
)
def test_prose_of_all_kinds_is_believed(text: str) -> None:
    """Short and long, run together, in any script, interviews, lists and results: all of it reads like prose."""
    assert prose.fault(text) is None


def test_every_kind_says_what_it_is() -> None:
    """Each kind has a title and a media type of its own; a refused one has a remedy, a read one somebody who reads it."""
    kinds = registry.kinds()
    assert len({kind.media_type for kind, _ in kinds}) == len(kinds)
    for kind, module in kinds:
        assert kind.title
        assert "/" in kind.media_type
        assert (kind.holds == "refused") == bool(kind.remedy)
        assert kind.holds == "refused" or hasattr(module, "read") or hasattr(module, "parts")


def test_a_zip_of_everything_is_accounted_for() -> None:
    """Of an archive of good, bad and unknown files each has one outcome; pictures and films are counted in a note."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, payload, _ in REFUSED[:12]:
            archive.writestr(name, payload)
        archive.writestr("good.json", json.dumps({"headline": s.TITLE, "articleBody": s.TEXT}))
    found = list(split(io.BytesIO(out.getvalue()), "a.zip"))
    assert len([p for p in found if not isinstance(p, Note)]) == 11
    assert [p.text for p in found if isinstance(p, Note)] == [
        "2 pictures, styles and scripts in the archive are no documents"
    ]
