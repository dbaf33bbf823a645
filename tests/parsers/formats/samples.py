"""Files of every format, made with the libraries that write them, and what is right about each."""

from __future__ import annotations

import csv
import email.policy
import gzip
import io
import json
import mailbox
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from html import escape
from pathlib import Path

TITLE = "Lock gates at Penhallow to be renewed before winter"
OUTLET = "The Tidewater Post"
AUTHOR = "Marian Holt"
URL = "https://tidewater.example/2024/06/lock-gates"
WHEN, INSTANT = "2024-06-12T08:45:00+02:00", "2024-06-12T06:45:00+00:00"
DAY = "2024-06-12T00:00:00+00:00"
BODY = (
    "The canal trust said on Wednesday that the lock gates at Penhallow would be renewed before the winter, three years after divers found cracks in the oldest of them.",
    "Marian Holt, an engineer who inspected the site, said the work would cost 4.2 million euros and close the canal to boats for nine weeks.",
    "“We would rather close it once for two months than every spring for a week,” she said. “The boatyards know that, and most of them agree.”",
    "The trust will pay a third of the cost; the county and the water board share the rest. A vote in the county council is planned for July.",
)
OTHER = (
    "Ferries between Quarr and the mainland were cancelled on Thursday after fog closed the harbour for most of the morning.",
    "The operator said that passengers could use their tickets until Sunday, and that an extra boat would leave at six in the evening.",
    "It was the fourth closure this month. Pilots have asked for a new radar on the northern pier, which the harbour board wants to decide on in autumn.",
)
OTHER_TITLE = "Fog halts the Quarr ferry for a morning"
TEXT, OTHER_TEXT = "\n\n".join(BODY), "\n\n".join(OTHER)
HTML = "".join(f"<p>{escape(p, quote=False)}</p>" for p in BODY)
OTHER_HTML = "".join(f"<p>{escape(p, quote=False)}</p>" for p in OTHER)


@dataclass(frozen=True)
class Right:
    """What one document must come out as; None for what a format cannot say."""

    headline: str | None = TITLE
    publisher: str | None = OUTLET
    date: str | None = INSTANT
    author: tuple[str, ...] | None = (AUTHOR,)
    url: str | None = URL
    body: str = TEXT
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sample:
    """A file: how it is made, and its documents. `refused` counts members that must be refused."""

    name: str
    make: Callable[[], bytes]
    right: tuple[Right, ...] = field(default=(Right(),))
    refused: int = 0


SECOND = Right(headline=OTHER_TITLE, author=None, url=None, date="2024-06-13T10:00:00+00:00", body=OTHER_TEXT)


def page(title: str = TITLE, body: str = HTML, head: str = "") -> str:
    """A web page as publishing systems make it."""
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": WHEN,
        "author": {"@type": "Person", "name": AUTHOR},
        "publisher": {"@type": "Organization", "name": OUTLET},
    }
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><script type="application/ld+json">{json.dumps(said)}</script>{head}</head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><article><h1>{title}</h1>{body}</article></main><footer>All rights reserved</footer></body></html>'


# ------------------------------------------------------------------------------------------------------- web archives


def warc(coding: str = "", chunked: bool = False, gz: bool = True, extra: bool = True, version: str = "1.0") -> bytes:
    """A web archive as warcio writes it."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gz, warc_version=version)
    if extra:
        writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "crawler"}))
    for url, body in ((URL, page()), ("https://tidewater.example/q", page(OTHER_TITLE, OTHER_HTML))):
        data = body.encode()
        headers = [("Content-Type", "text/html; charset=utf-8")]
        if coding:
            data = coded(coding, data)
            headers.append(("Content-Encoding", coding))
        if chunked:
            data = (
                b"".join(
                    b"%x\r\n%s\r\n" % (len(data[i : i + 500]), data[i : i + 500]) for i in range(0, len(data), 500)
                )
                + b"0\r\n\r\n"
            )
            headers.append(("Transfer-Encoding", "chunked"))
        if extra:
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "request",
                    payload=io.BytesIO(b""),
                    http_headers=StatusAndHeaders(
                        "GET / HTTP/1.1", [("Host", "tidewater.example")], is_http_request=True
                    ),
                )
            )
        writer.write_record(
            writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(data),
                http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            )
        )
    if extra:
        writer.write_record(
            writer.create_warc_record(
                "https://tidewater.example/a.png",
                "response",
                payload=io.BytesIO(b"\x89PNG\r\n\x1a\n"),
                http_headers=StatusAndHeaders("200 OK", [("Content-Type", "image/png")], protocol="HTTP/1.1"),
            )
        )
        writer.write_record(
            writer.create_warc_record(
                "https://tidewater.example/old",
                "response",
                payload=io.BytesIO(b"moved"),
                http_headers=StatusAndHeaders(
                    "301 Moved", [("Content-Type", "text/html"), ("Location", URL)], protocol="HTTP/1.1"
                ),
            )
        )
    return out.getvalue()


def coded(coding: str, data: bytes) -> bytes:
    """Bytes in a content encoding."""
    import brotli
    import zstandard

    return {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.compress}[coding](data)


PAGES = (Right(), Right(headline=OTHER_TITLE, url="https://tidewater.example/q", body=OTHER_TEXT))


def mhtml(coding: str = "quoted-printable") -> bytes:
    """A page as a browser saves it."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = URL
    message["Subject"] = TITLE
    message["Date"] = "Mon, 01 Jul 2024 10:00:00 +0000"
    message.set_content(page(), subtype="html", cte=coding)
    message.replace_header("Content-Type", 'text/html; charset="utf-8"')
    message["Content-Location"] = URL
    message.make_related()
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<1@x>")
    return message.as_bytes()


# --------------------------------------------------------------------------------------------------------------- mail


def letter(
    plain: str | None = TEXT,
    markup: str | None = None,
    cte: str = "quoted-printable",
    sender: str = f"{OUTLET} <desk@tidewater.example>",
    subject: str = TITLE,
    charset: str = "utf-8",
    attach: tuple[tuple[str, str, bytes], ...] = (),
    day: str = "Wed, 12 Jun 2024 08:45:00 +0200",
) -> EmailMessage:
    """A letter as the standard library writes it."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = sender
    message["To"] = "news@example.org"
    message["Subject"] = subject
    message["Date"] = day
    message["Message-ID"] = "<1@tidewater.example>"
    if plain is not None:
        message.set_content(plain, charset=charset, cte=cte)
    if markup is not None and plain is not None:
        message.add_alternative(markup, subtype="html", cte=cte)
    elif markup is not None:
        message.set_content(markup, subtype="html", cte=cte)
    for name, kind, data in attach:
        message.add_attachment(data, maintype=kind.split("/")[0], subtype=kind.split("/")[1], filename=name)
    return message


NEWSLETTER = (
    f'<html><body><table width="600"><tr><td><h1>{TITLE}</h1></td></tr><tr><td>{HTML}</td></tr></table></body></html>'
)
LETTER = Right(author=None, url=None)


def extract() -> bytes:
    """What trafilatura writes as XML."""
    head = f'sitename="{OUTLET}" title="{TITLE}" author="{AUTHOR}" date="{WHEN[:10]}" url="{URL}" hostname="tidewater.example"'
    return f'<doc {head} fingerprint="98924179bea09e5f">\n  <main>\n    <head rend="h1">{TITLE}</head>\n{HTML}</main>\n</doc>'.encode()


def flowed() -> bytes:
    """A letter with soft line breaks (RFC 3676)."""
    lines = []
    for paragraph in BODY:
        words, line = paragraph.split(), ""
        for word in words:
            if len(line) + len(word) > 66:
                lines.append(line)
                line = ""
            line += word + " "
        lines += [line.rstrip(), ""]
    message = letter("\n".join(lines), cte="8bit")
    message.set_param("format", "flowed")
    return message.as_bytes()


def mbox(form: type[mailbox.mbox] | type[mailbox.MMDF] = mailbox.mbox) -> bytes:
    """A mailbox as the standard library writes it, with a line that begins like a new letter."""
    with tempfile.TemporaryDirectory() as folder:
        box = form(f"{folder}/a.mbox")
        box.add(letter().as_bytes())
        box.add(
            letter(
                OTHER_TEXT + "\n\nFrom there the boats go on.",
                subject=OTHER_TITLE,
                day="Thu, 13 Jun 2024 12:00:00 +0200",
            ).as_bytes()
        )
        box.close()
        return Path(f"{folder}/a.mbox").read_bytes()


# -------------------------------------------------------------------------------------------------------------- tables

ROW = {"title": TITLE, "text": TEXT, "date": WHEN, "source_name": OUTLET, "authors": AUTHOR, "url": URL}
ROW2 = {
    "title": OTHER_TITLE,
    "text": OTHER_TEXT,
    "date": "2024-06-13T10:00:00Z",
    "source_name": OUTLET,
    "authors": "",
    "url": "",
}
ROWS = (Right(), SECOND)


def table(
    separator: str = ",",
    encoding: str = "utf-8",
    names: dict[str, str] | None = None,
    quoting: int = csv.QUOTE_MINIMAL,
    before: str = "",
    end: str = "\r\n",
) -> bytes:
    """A table as the standard library writes it."""
    out = io.StringIO(newline="")
    out.write(before)
    names = names or {}
    writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=end)
    writer.writerow([names.get(key, key) for key in ROW])
    writer.writerows([row.values() for row in (ROW, ROW2)])
    return out.getvalue().encode(encoding)


def parquet(compression: str = "snappy") -> bytes:
    """A table as pyarrow writes it, with lists, instants and bytes in it."""
    from datetime import datetime

    import pyarrow as pa
    from pyarrow import parquet as pq

    rows = [
        {**ROW, "date": datetime.fromisoformat(INSTANT), "authors": [AUTHOR], "embedding": b"\x00\x01"},
        {**ROW2, "date": datetime.fromisoformat("2024-06-13T10:00:00+00:00"), "authors": [], "embedding": b"\x02"},
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, compression=compression)
    return out.getvalue()


def workbook(above: bool = False, date_cells: bool = False) -> bytes:
    """A workbook as openpyxl writes it."""
    from datetime import datetime

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    if above:
        sheet.append(["Monitoring of June"])
        sheet.append([])
    sheet.append(list(ROW))
    for row in (ROW, ROW2):
        cells = list(row.values())
        if date_cells:
            cells[2] = (
                datetime.fromisoformat(INSTANT).replace(tzinfo=None)
                if row is ROW
                else datetime.fromisoformat("2024-06-13T10:00:00")
            )
        sheet.append(cells)
    book.create_sheet("notes").append(["nothing", "here"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# ---------------------------------------------------------------------------------------------------------------- JSON


def dumped(value: object, **how: object) -> bytes:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False, **how).encode()  # type: ignore[arg-type]


ARTICLE = {"title": TITLE, "text": TEXT, "published_at": WHEN, "source": {"name": OUTLET}, "author": AUTHOR, "url": URL}
ARTICLE2 = {
    "title": OTHER_TITLE,
    "text": OTHER_TEXT,
    "published_at": "2024-06-13T10:00:00Z",
    "source": {"name": OUTLET},
}


# --------------------------------------------------------------------------------------------------------------- wires

NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>{TITLE}</title><docdata><date.issue norm="20240612T084500+0200"/><doc.copyright year="2024" holder="{OUTLET}"/><key-list><keyword key="canals"/></key-list></docdata></head>
<body><body.head><hedline><hl1>{TITLE}</hl1><hl2>Canal to close</hl2></hedline><byline>By <person>{AUTHOR}</person></byline><distributor>{OUTLET}</distributor></body.head>
<body.content>{HTML.replace("canal trust", "<org>canal trust</org>").replace("Penhallow", "<location>Penhallow</location>", 1)}<media media-type="image"><media-reference source="a.jpg"/></media></body.content></body></nitf>"""

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:{n}" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider><name>The Tidewater Post</name></provider><versionCreated>{when}</versionCreated></itemMeta><contentMeta><contentCreated>{when}</contentCreated>{by}<language tag="en"/><subject qcode="medtop:20000337"><name>waterways</name></subject><headline>{title}</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""
XHTML = '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html></inlineXML>'


def item(
    n: int = 1, content: str | None = None, title: str = TITLE, when: str = WHEN, by: str = f"<by>By {AUTHOR}</by>"
) -> str:
    """A newsItem of NewsML-G2."""
    return ITEM.format(n=n, title=title, when=when, by=by, content=content or XHTML.format(HTML))


def message(*items: str) -> bytes:
    """A newsMessage of NewsML-G2."""
    return f'<?xml version="1.0" encoding="utf-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-06-14T00:00:00Z</sent></header><itemSet>{"".join(items)}</itemSet></newsMessage>'.encode()


WIRED = Right(url=None)
PACKAGE = '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p"><groupSet root="g"><group id="g"><itemRef residref="urn:x:1"><headline>A</headline></itemRef></group></groupSet></packageItem>'


def iptc7901(signs: bool = True, zone: str = "GMT") -> bytes:
    """A message of IPTC 7901."""
    text = "\r\n".join("   " + p for p in BODY)
    head, start, end, stop = ("\x01", "\x02", "\x03", "\x04") if signs else ("", "", "", "")
    return f"{head}tid0214 4 eco 145 TID 0311\r\n{start}canals-locks\r\n{TITLE}\r\n\r\nBy {AUTHOR}\r\n\r\n{text}\r\n{end}\r\n120645 {zone + ' ' if zone else ''}JUN 24\r\n{stop}".encode()


def anpa(signs: bool = True) -> bytes:
    """A message of ANPA 1312."""
    text = "\r\n".join("\t" + p for p in BODY)
    if signs:
        return f"\x16\x16\x01a0214\x1ftid-\r\nr f\x14\x11 bc-locks 06-12-24 0145\r\n\x02^{TITLE}<\r\n^By {AUTHOR}<\r\n{text}\r\n\x03\r\nTP-WX-06-12-24 0845EDT<\r\n\x04".encode()
    return f"a0214\nr f bc-locks 06-12-24 0145\n^{TITLE}<\n^By {AUTHOR}<\n{text}\n".replace("\r", "").encode()


# ----------------------------------------------------------------------------------------------------------- documents


def docx(kind: str = "plain") -> bytes:
    """A document as python-docx writes it."""
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 0 if kind != "heading" else 1)
    document.sections[0].header.paragraphs[0].text = "PRESS OFFICE"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    if kind == "dated":
        document.add_paragraph("Published: June 12, 2024 06:45 GMT")
    for paragraph in BODY:
        added = document.add_paragraph()
        for n, word in enumerate(paragraph.split(" ")):
            run = added.add_run((" " if n else "") + word)
            run.bold = n == 1
    if kind == "table":
        held = document.add_table(rows=2, cols=2)
        held.cell(0, 0).text, held.cell(0, 1).text, held.cell(1, 0).text, held.cell(1, 1).text = (
            "gates",
            "weeks",
            "four",
            "nine",
        )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt() -> bytes:
    """An OpenDocument text."""
    paragraphs = "".join(f"<text:p>{escape(p, quote=False)}</text:p>" for p in BODY)
    content = f'<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h text:outline-level="1">{TITLE}</text:h>{paragraphs}</office:text></office:body></office:document-content>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return out.getvalue()


def epub(chapters: int = 1) -> bytes:
    """A book of one or two articles."""
    texts = [(TITLE, HTML), (OTHER_TITLE, OTHER_HTML)][:chapters]
    items = "".join(
        f'<item id="c{n}" href="text/c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(chapters)
    )
    refs = "".join(f'<itemref idref="c{n}"/>' for n in range(chapters))
    opf = f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE if chapters == 1 else "June"}</dc:title><dc:creator>{AUTHOR}</dc:creator><dc:publisher>{OUTLET}</dc:publisher><dc:date>{WHEN}</dc:date><dc:language>en</dc:language><dc:subject>canals</dc:subject></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}</manifest><spine><itemref idref="nav"/>{refs}</spine></package>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        )
        archive.writestr("OEBPS/content.opf", opf)
        archive.writestr("OEBPS/nav.xhtml", "<html><body><nav><ol><li>One</li></ol></nav></body></html>")
        for n, (title, body) in enumerate(texts):
            archive.writestr(
                f"OEBPS/text/c{n}.xhtml",
                f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>',
            )
    return out.getvalue()


def pdf(columns: int = 1, furniture: bool = True, times: int = 1) -> bytes:
    """A PDF as reportlab writes it: justified, with running heads and page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    def decorate(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(50, 820, "CANAL TRUST NEWS")  # type: ignore[attr-defined]
        canvas.drawCentredString(300, 20, f"Page {document.page}")  # type: ignore[attr-defined]

    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4)
    width = (A4[0] - 100 - (columns - 1) * 20) / columns
    frames = [
        Frame(
            50 + i * (width + 20),
            560 if times == 1 else 50,
            width,
            230 if times == 1 else 740,
            id=f"f{i}",
            leftPadding=0,
            rightPadding=0,
        )
        for i in range(columns)
    ]
    document.addPageTemplates([PageTemplate(frames=frames, onPage=decorate if furniture else lambda c, d: None)])
    styles = getSampleStyleSheet()
    style = ParagraphStyle("text", parent=styles["BodyText"], alignment=4, fontSize=10, leading=12)
    document.build([Paragraph(TITLE, styles["Title"]), *(Paragraph(p, style) for p in BODY * times)])
    return out.getvalue()


def scan() -> bytes:
    """A PDF without text, as scanners make them."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(50, 50, 300, 400, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def rtf(kind: str = "word") -> bytes:
    """An RTF document as word processors write it."""

    def control(text: str) -> str:
        return "".join(
            c if ord(c) < 128 else f"\\u{ord(c)}?" if kind != "ansi" else "\\'" + c.encode("cp1252").hex() for c in text
        )

    paragraphs = "".join(f"\\pard\\sa200 {control(p)}\\par\n" for p in BODY)
    info = r"{\info{\title " + TITLE + r"}{\author press}}"
    head = r"{\header\pard CANAL TRUST\par}{\footer\pard Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}"
        + info
        + head
        + f"\\pard\\b\\fs28 {TITLE}\\b0\\par\n{paragraphs}"
        + "}"
    ).encode("ascii")


FILED = Right(publisher=None, date=None, author=None, url=None)

FRONT = f"""---
title: "{TITLE}"
date: {WHEN}
author: {AUTHOR}
publication: {OUTLET}
url: {URL}
tags: [canals, works]
---
"""
TOML = f"""+++
title = "{TITLE}"
date = {WHEN}
authors = ["{AUTHOR}"]
source = "{OUTLET}"
canonical = "{URL}"
+++
"""

# ------------------------------------------------------------------------------------------------------------- exports


def nexis(modern: bool = False, feed: str = "\n\n") -> str:
    """A file of Nexis: the layout of old with its counts, `feed` before each, and that of Nexis Uni."""
    documents = []
    for n, (title, text, day, by) in enumerate(
        ((TITLE, TEXT, "June 12, 2024 Wednesday", AUTHOR), (OTHER_TITLE, OTHER_TEXT, "June 13, 2024 Thursday", "")), 1
    ):
        byline = f"BYLINE: {by}\n\n" if by else ""
        if modern:
            documents.append(
                f"{title}\n{OUTLET}\n{day}\n\nCopyright 2024 {OUTLET} All Rights Reserved\n\nSection: NEWS; Pg. {n}\nLength: {len(text.split())} words\n{'Byline: ' + by if by else 'Dateline: QUARR'}\n\nBody\n\n{text}\n\nClassification\n\nLanguage: ENGLISH\n\nPublication-Type: Newspaper\n\nSubject: WATERWAYS (90%); COUNTY COUNCILS (71%)\n\nLoad-Date: June 14, 2024\n\nEnd of Document\n\n"
            )
        else:
            documents.append(
                f"{feed}                               {n} of 2 DOCUMENTS\n\n\n                          {OUTLET}\n\n                      {day}\n                            First Edition\n\n{title}\n\n{byline}SECTION: NEWS; Pg. {n}\n\nLENGTH: {len(text.split())} words\n\n\n{text}\n\nLOAD-DATE: June 14, 2024\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n                     Copyright 2024 {OUTLET}\n                          All Rights Reserved\n"
            )
    return "".join(documents)


def factiva(coded: bool = False) -> str:
    """A file of Factiva: articles as printed, and with labels of two letters."""
    documents = []
    for n, (title, text, day, by) in enumerate(
        ((TITLE, TEXT, "12 June 2024", AUTHOR), (OTHER_TITLE, OTHER_TEXT, "13 June 2024", "")), 1
    ):
        if coded:
            first, _, rest = text.partition("\n\n")
            documents.append(
                f"SE   News\nHD   {title}\n{'BY   By ' + by + chr(10) if by else ''}WC   {len(text.split())} words\nPD   {day}\nSN   {OUTLET}\nSC   TIDEP\nLA   English\nCY   (c) 2024 {OUTLET}\n\nLP   \n{first}\n\nTD   \n{rest}\n\nNS   gtrans : Transport | gcat : Political\nAN   Document TIDEP00020240612ek6c0000{n}\n\n"
            )
        else:
            documents.append(
                f"News\n{title}\n{'By ' + by + chr(10) if by else ''}{len(text.split())} words\n{day}\n{OUTLET}\nTIDEP\n{n}\nEnglish\n(c) 2024 {OUTLET}. All rights reserved.\n\n{text}\n\nDocument TIDEP00020240612ek6c0000{n}\n\n"
            )
    return "".join(documents)


def factiva_page() -> str:
    """The same, saved as a web page."""
    documents = []
    for n, (title, text, day, by) in enumerate(
        ((TITLE, TEXT, "12 June 2024", AUTHOR), (OTHER_TITLE, OTHER_TEXT, "13 June 2024", "")), 1
    ):
        head = (f"{len(text.split())} words", day, OUTLET, "TIDEP", "English", f"(c) 2024 {OUTLET}")
        documents.append(
            f'<div class="article enArticle"><p><div id="hd"><span class="enHeadline">{title}</span></div>'
            + (f'<div class="author">By {by}</div>' if by else "")
            + "".join(f"<div>{line}</div>" for line in head)
            + "".join(f'<p class="articleParagraph enarticleParagraph">{p}</p>' for p in text.split("\n\n"))
            + f"<p>Document TIDEP00020240612ek6c0000{n}</p></div>"
        )
    return f"<html><head><title>Factiva</title></head><body>{''.join(documents)}</body></html>"


def proquest() -> str:
    """A file of ProQuest."""
    rule = "_" * 60
    documents = []
    for n, (title, text, day, by) in enumerate(
        ((TITLE, TEXT, "Jun 12, 2024", "Holt, Marian"), (OTHER_TITLE, OTHER_TEXT, "Jun 13, 2024", "")), 1
    ):
        documents.append(
            f"{rule}\n\nDocument {n} of 2\n\n{title}\n\n{'Author: ' + by + chr(10) + chr(10) if by else ''}Publication info: {OUTLET} ; Penhallow [Penhallow]{day.split()[1].strip(',')} {day.split()[0]} 2024: A.{n}.\n\nAbstract: {text[:80]}...\n\nFull text: {text}\n\nSubject: Waterways; Councils\n\nTitle: {title}\n\nPublication title: {OUTLET}\n\nPublication date: {day}\n\nLanguage of publication: English\n\nProQuest document ID: 30{n}\n\nCopyright: Copyright {OUTLET} {day}\n\n"
        )
    return "".join(documents) + rule + "\n\nContact us at: http://about.example/\n"


EXPORTED = (
    Right(date=DAY, url=None),
    Right(headline=OTHER_TITLE, date="2024-06-13T00:00:00+00:00", author=None, url=None, body=OTHER_TEXT),
)


def feed() -> str:
    """A feed of two entries with their texts."""
    entries = "".join(
        f"<item><title>{title}</title><link>{url}</link><guid>{url}</guid><dc:creator>{AUTHOR}</dc:creator><pubDate>{day}</pubDate><content:encoded><![CDATA[{body}]]></content:encoded></item>"
        for title, url, day, body in (
            (TITLE, URL, "Wed, 12 Jun 2024 08:45:00 +0200", HTML),
            (OTHER_TITLE, f"{URL}-2", "Thu, 13 Jun 2024 10:00:00 GMT", OTHER_HTML),
        )
    )
    return f'<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title><link>https://tidewater.example/</link><description>All of it</description>{entries}</channel></rss>'


def rcv1() -> str:
    """A story of the corpus RCV1."""
    return f'<?xml version="1.0" encoding="iso-8859-1" ?>\n<newsitem itemid="2286" id="root" date="2024-06-12" xml:lang="en">\n<title>UK: {TITLE}.</title>\n<headline>{TITLE}</headline>\n<byline>{AUTHOR}</byline>\n<dateline>PENHALLOW 2024-06-12</dateline>\n<text>\n{HTML.encode("ascii", "xmlcharrefreplace").decode()}\n</text>\n<copyright>(c) Reuters Limited 2024</copyright>\n<metadata><codes class="bip:topics:1.0"><code code="GTRA"></code></codes></metadata>\n</newsitem>'


def rtf_of(text: str) -> bytes:
    """A text as RTF, a line a paragraph."""
    return (
        r"{\rtf1\ansi "
        + "".join((f"\\u{ord(c)}?" if ord(c) > 127 else c) if c != "\n" else "\\par\n" for c in text)
        + "}"
    ).encode()


def docx_of(text: str) -> bytes:
    """A text as a Word document, a line a paragraph."""
    from docx import Document

    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line.strip())
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# ------------------------------------------------------------------------------------------------------------- corpora

SGML = f"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="1" NEWID="1">
<DATE>12-JUN-2024 06:45:01.79</DATE>
<TOPICS><D>ship</D></TOPICS>
<PLACES><D>uk</D></PLACES>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>{TITLE}</TITLE>
<DATELINE>    PENHALLOW, June 12 - </DATELINE><BODY>{(chr(10) + "    ").join(BODY)}
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS TOPICS="NO" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="2" NEWID="2">
<DATE>13-JUN-2024 10:00:00.00</DATE>
<TOPICS></TOPICS>
<TEXT TYPE="BRIEF">&#2;
<TITLE>FOG HALTS FERRY</TITLE>
&#3;</TEXT>
</REUTERS>
""".encode()


def tei(n: int = 1) -> str:
    """A TEI document."""
    title, body = ((TITLE, BODY), (OTHER_TITLE, OTHER))[n - 1]
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{title}</title><author>{AUTHOR}</author></titleStmt><publicationStmt><publisher>Corpus Centre</publisher><date when="2025-01-01"/></publicationStmt><sourceDesc><bibl><title level="a">{title}</title><title level="j">{OUTLET}</title><date when="2024-06-12"/></bibl></sourceDesc></fileDesc><profileDesc><langUsage><language ident="en">English</language></langUsage><textClass><keywords><term>canals</term></keywords></textClass></profileDesc></teiHeader><text><body><div>{"".join(f"<p>{escape(p, quote=False)}</p>" for p in body)}</div></body></text></TEI>'


# ------------------------------------------------------------------------------------------------------------ archives


def zipped(**files: bytes) -> bytes:
    """A zip archive; `__` in a name is a folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("__MACOSX/._a.json", b"\x00\x05\x16\x07")
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def tarred(mode: str = "w", **files: bytes) -> bytes:
    """A tar archive with a link in it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        link = tarfile.TarInfo("../../outside")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
        for name, data in files.items():
            info = tarfile.TarInfo(name.replace("__", "/").replace("_dot_", "."))
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    """Bytes as zstandard writes them, in two frames with one to be skipped between."""
    import zstandard

    half = len(data) // 2
    return zstandard.compress(data[:half]) + b"\x50\x2a\x4d\x18\x04\x00\x00\x00meta" + zstandard.compress(data[half:])


LINES = dumped(ARTICLE) + b"\n" + dumped(ARTICLE2) + b"\n"


SPOKEN = Right(
    headline=None, publisher=None, date=None, author=(), url=None,
    body="Marian Holt: The gates at Penhallow are shut & drained. They reopen in nine weeks.\n\nPiers Gale: Who pays for it?\n\nHOLT: The county does.",
)  # fmt: skip
_TALK = (
    ("00:00:01.000", "00:00:04.000", "<v.near Marian Holt>The <i>gates</i> at Penhallow\nare shut &amp; drained.</v>", "Marian Holt: The <i>gates</i> at Penhallow\nare shut & drained."),
    ("00:00:04.000", "00:00:06.000", "<v Marian Holt>They reopen in nine weeks.", "They reopen in nine weeks."),
    ("00:00:06.000", "00:00:07.000", "♪ brass band ♪\n[applause]", "♪ brass band ♪\n[applause]"),
    ("00:00:07.000", "00:00:09.500", "<v Piers Gale>Who pays for it?", "Piers Gale: Who pays for it?"),
    ("00:00:10.000", "00:00:12.000", ">> HOLT: The county does.", "- HOLT: The county does."),
)  # fmt: skip
ROLLING = b"""WEBVTT
Kind: captions

00:00:01.000 --> 00:00:02.000 align:start position:0%
the<00:00:01.200><c> gates</c><00:00:01.500><c> are</c>

00:00:02.000 --> 00:00:02.010
the gates are

00:00:02.010 --> 00:00:03.000
the gates are
shut<00:00:02.300><c> until</c>

00:00:03.000 --> 00:00:03.010
shut until

00:00:03.010 --> 00:00:04.000
shut until
the boats can go again
"""


def spoken(kind: str) -> bytes:
    """A talk as WebVTT, with voices, a note and a style; or as SubRip, with names before what is said."""
    if kind == "vtt":
        head = "WEBVTT - talk at the locks\n\nNOTE\nmade by hand\n\nSTYLE\n::cue { color: red }\n\n"
        return (head + "\n\n".join(f"{a} --> {b} line:0\n{voiced}" for a, b, voiced, _ in _TALK)).encode()
    cues = (f"{n}\n{a} --> {b}\n{named}\n".replace(".", ",", 2) for n, (a, b, _, named) in enumerate(_TALK, 1))
    return "\n".join(cues).encode()


def ebsco() -> str:
    """Two records of EBSCO: labels over their values, the month first."""
    records = ((TITLE, TEXT, "06/12/2024", "Holt, Marian"), (OTHER_TITLE, OTHER_TEXT, "06/13/2024", None))
    return "\n".join(
        f"Record: {n}\nTitle:\n{title}. \n{'Authors:' + chr(10) + by + chr(10) if by else ''}Source:\n{OUTLET}. {day}, p{n}. 1p.\nDocument Type:\nArticle\nAccession Number:\n4XY{n}\nDatabase:\nNewspaper Source\n\n{text}\n\n~~~~~~~~\n\nCopyright of {OUTLET} is the property of Tidewater Ltd and its content may not be copied.\n"
        for n, (title, text, day, by) in enumerate(records, 1)
    )


def gale() -> str:
    """Two documents of Gale: labels, the text, its citation and its number."""
    records = ((TITLE, TEXT, "June 12, 2024", f"Author(s): {AUTHOR}\n"), (OTHER_TITLE, OTHER_TEXT, "June 13, 2024", ""))
    return "\n\n".join(
        f'Title: {title}\n{by}Source: {OUTLET} (Penhallow, England)\nPublication Date: {day}\nDocument Type: Article\n\nFull Text:\n\n{text}\n\nSource Citation (MLA 9th Edition)\n"{title}." {OUTLET}, 2024. Accessed 14 June 2024.\nGale Document Number: GALE|A77{n}\n'
        for n, (title, text, day, by) in enumerate(records, 1)
    )


def europresse() -> str:
    """Two documents of Europresse, each with its notice and its code."""
    records = ((TITLE, TEXT, "12 juin 2024", f"{AUTHOR.upper()}\n\n"), (OTHER_TITLE, OTHER_TEXT, "13 juin 2024", ""))
    return "\n\n".join(
        f"{OUTLET}, no. 81{n}\nRégion, mercredi {day}, p. {n}\n\n{title}\n\n{by}{text}\n\nCe document est destiné à l'usage exclusif de l'utilisateur autorisé.\n\n© 2024 {OUTLET}. Tous droits réservés.\n\nnews·{20240611 + n}·TP·00{n}\n"
        for n, (title, text, day, by) in enumerate(records, 1)
    )
