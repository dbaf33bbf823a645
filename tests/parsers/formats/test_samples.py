"""Every format, several variants each: all documents of a file come out, with their fields, and with nothing but their text."""

from __future__ import annotations

import bz2
import csv
import gzip
import hashlib
import io
import json
import lzma
import mailbox
from dataclasses import replace

import pytest

from parsers.fields import known_outlets
from parsers.formats.pieces import Member, Refused
from parsers.formats.split import split
from parsers.known import Desk
from parsers.model import Article, Parsed, RawDocument
from parsers.pipeline import parse
from tests.parsers.formats import samples as s
from tests.parsers.formats.samples import Right, Sample

LETTERS = (s.LETTER, replace(s.LETTER, headline=s.OTHER_TITLE, date="2024-06-13T10:00:00+00:00", body=s.OTHER_TEXT))
BOXED = (LETTERS[0], replace(LETTERS[1], body=s.OTHER_TEXT + "\n\nFrom there the boats go on."))
NO_DATE = replace(s.FILED, headline=s.TITLE)
CURSE = {
    "headline": s.TITLE,
    "articleBody": s.TEXT,
    "datePublished": s.WHEN,
    "publisher": {"@type": "Organization", "name": s.OUTLET},
    "author": [{"@type": "Person", "name": s.AUTHOR}],
    "url": s.URL,
    "@type": "NewsArticle",
}

WEB = [
    Sample("a.warc.gz", s.warc, s.PAGES),
    Sample("plain.warc", lambda: s.warc(gz=False, extra=False), s.PAGES),
    Sample("coded.warc.gz", lambda: s.warc(coding="gzip", chunked=True, version="1.1"), s.PAGES),
    Sample("br.warc.gz", lambda: s.warc(coding="br"), s.PAGES),
    Sample("zstd.warc.gz", lambda: s.warc(coding="zstd"), s.PAGES),
    Sample("crawl.wacz", lambda: s.zipped(archive__data_dot_warc_dot_gz=s.warc(), datapackage_dot_json=b"{}", indexes__index_dot_cdx=b"x", pages__pages_dot_jsonl=b"{}"), s.PAGES),
    Sample("a.mhtml", s.mhtml),
    Sample("b.mht", lambda: s.mhtml("base64")),
    Sample("noname.mhtml.txt", s.mhtml),
]  # fmt: skip
ENTRIES = (Right(), replace(s.SECOND, author=(s.AUTHOR,), url=f"{s.URL}-2"))
FEEDS = [
    Sample("feed.xml", lambda: s.feed().encode(), ENTRIES),
    Sample("feed.xml.gz", lambda: gzip.compress(s.feed().encode()), ENTRIES),
    Sample("feeds.zip", lambda: s.zipped(a_dot_xml=s.feed().encode(), notes_dot_dat=b"\x00\x01\x02"), ENTRIES, refused=1),
]  # fmt: skip
MAIL = [
    Sample("a.eml", lambda: s.letter().as_bytes(), (s.LETTER,)),
    Sample("b64.eml", lambda: s.letter(cte="base64").as_bytes(), (s.LETTER,)),
    Sample("latin.eml", lambda: s.letter(s.TEXT.replace("“", '"').replace("”", '"').replace("€", "euro"), charset="iso-8859-1", cte="8bit").as_bytes(), (replace(s.LETTER, body=s.TEXT.replace("“", '"').replace("”", '"')),)),
    Sample("alternative.eml", lambda: s.letter(markup=s.NEWSLETTER).as_bytes(), (s.LETTER,)),
    Sample("html.eml", lambda: s.letter(plain=None, markup=s.NEWSLETTER).as_bytes(), (s.LETTER,)),
    Sample("teaser.eml", lambda: s.letter(plain="View this letter in your browser.", markup=s.NEWSLETTER).as_bytes(), (s.LETTER,)),
    Sample("preheader.eml", lambda: s.letter(plain=None, markup=s.NEWSLETTER.replace("<table", '<div style="display:none; max-height:0"><span>Your letter of the morning</span> &zwnj;&nbsp;</div><table', 1)).as_bytes(), (s.LETTER,)),
    Sample("folded.eml", lambda: s.letter(subject="Schleuse: Behörde lässt Tore von Penhallow bis zum Winter erneuern").as_bytes().replace(b"?= Tore", b"?=\r\n Tore"), (replace(s.LETTER, headline="Schleuse: Behörde lässt Tore von Penhallow bis zum Winter erneuern"),)),
    Sample("flowed.eml", s.flowed, (s.LETTER,)),
    Sample("quoted.eml", lambda: s.letter("\n".join("> " + line for line in s.TEXT.split("\n")), subject="Fwd: " + s.TITLE).as_bytes(), (s.LETTER,)),
    Sample("signed.eml", lambda: s.letter(s.TEXT + "\n\n-- \nPress office\n+44 1234 567\n").as_bytes(), (s.LETTER,)),
    Sample("person.eml", lambda: s.letter(sender=f"{s.AUTHOR} <m@tidewater.example>").as_bytes(), (replace(s.LETTER, author=(s.AUTHOR,), publisher=None),)),
    Sample("noname", lambda: s.letter().as_bytes(), (s.LETTER,)),
    Sample("attached.eml", lambda: s.letter(s.OTHER_TEXT, subject=s.OTHER_TITLE, attach=(("release.docx", "application/octet-stream", s.docx()), ("logo.png", "image/png", b"\x89PNG\r\n\x1a\n"))).as_bytes(), (replace(LETTERS[1], date=s.INSTANT), replace(s.LETTER))),
    Sample("only-attached.eml", lambda: s.letter("\n", attach=(("release.pdf", "application/pdf", s.pdf()),)).as_bytes(), (s.LETTER,)),
    Sample("a.mbox", s.mbox, BOXED),
    Sample("letters", s.mbox, BOXED),
    Sample("a.mmdf", lambda: s.mbox(mailbox.MMDF), BOXED),
    Sample("a.mbox.gz", lambda: gzip.compress(s.mbox()), BOXED),
]  # fmt: skip
TABLES = [
    Sample("a.csv", s.table, s.ROWS),
    Sample("semicolon.csv", lambda: s.table(";", "utf-8-sig"), s.ROWS),
    Sample("a.tsv", lambda: s.table("\t", quoting=csv.QUOTE_ALL, end="\n"), s.ROWS),
    Sample("excel.csv", lambda: s.table(";", "cp1252", before="sep=;\r\n"), s.ROWS),
    Sample("wide.csv", lambda: s.table("\t", "utf-16"), s.ROWS),
    Sample("noname.txt", lambda: s.table(names={"date": "publish_date", "source_name": "media_name", "authors": "author"}), s.ROWS),
    Sample("broken.csv", lambda: s.table() + b"a,b,c,d,e,f,g,h,i\r\n", s.ROWS, refused=1),
    Sample("a.csv.zst", lambda: s.zstd(s.table()), s.ROWS),
    Sample("a.parquet", s.parquet, s.ROWS),
    Sample("zstd.parquet", lambda: s.parquet("zstd"), s.ROWS),
    Sample("packed.parquet.gz", lambda: gzip.compress(s.parquet("none")), s.ROWS),
    Sample("a.xlsx", s.workbook, s.ROWS),
    Sample("titled.xlsx", lambda: s.workbook(above=True), s.ROWS),
    Sample("dated.xlsx", lambda: s.workbook(date_cells=True), s.ROWS),
]  # fmt: skip
JSON = [
    Sample("a.json", lambda: s.dumped(CURSE)),
    Sample("pretty.json", lambda: s.dumped(CURSE, indent=2)),
    Sample("array.json", lambda: s.dumped([s.ARTICLE, None, s.ARTICLE2, 7]), s.ROWS, refused=2),
    Sample("array.json.gz", lambda: gzip.compress(s.dumped([s.ARTICLE, s.ARTICLE2], indent=1)), s.ROWS),
    Sample("a.jsonl", lambda: s.LINES, s.ROWS),
    Sample("bom.jsonl", lambda: b"\xef\xbb\xbf" + s.LINES.replace(b"\n", b"\r\n"), s.ROWS),
    Sample("wide.jsonl", lambda: s.LINES.decode().encode("utf-16"), s.ROWS),
    Sample("wide.json", lambda: s.dumped([s.ARTICLE, s.ARTICLE2]).decode().encode("utf-16-le"), s.ROWS),
    Sample("stray.jsonl", lambda: b"# made by hand\n" + s.LINES + b"[1]\n\ndone\n", s.ROWS, refused=3),
    Sample("row.json", lambda: s.dumped(s.ARTICLE, indent=2) + b"\n" + s.dumped(s.ARTICLE2, indent=2), s.ROWS),
    Sample("sequence.json-seq", lambda: b"\x1e" + s.dumped(s.ARTICLE) + b"\n\x1e" + s.dumped(s.ARTICLE2) + b"\n", s.ROWS),
    Sample("newsapi.json", lambda: s.dumped({"status": "ok", "totalResults": 2, "articles": [{**s.ARTICLE, "text": None, "content": s.TEXT + "… [+1432 chars]", "publishedAt": s.WHEN}, {**s.ARTICLE2, "content": s.OTHER_TEXT, "text": None}]}), s.ROWS),
    Sample("guardian.json", lambda: s.dumped({"response": {"status": "ok", "results": [{"webTitle": s.TITLE, "webPublicationDate": s.WHEN, "webUrl": s.URL, "fields": {"bodyText": s.TEXT, "byline": s.AUTHOR, "publication": s.OUTLET}}]}})),
    Sample("one.json", lambda: s.dumped({"response": {"status": "ok", "content": {"id": "a/1", "webTitle": s.TITLE, "webPublicationDate": s.WHEN, "webUrl": s.URL, "fields": {"bodyText": s.TEXT, "byline": s.AUTHOR, "publication": s.OUTLET}, "tags": [{"id": "profile/mh", "type": "contributor", "webTitle": s.AUTHOR}]}}})),
    Sample("answers.jsonl", lambda: b"\n".join(s.dumped({"status": "ok", "articles": [a]}) for a in (s.ARTICLE, s.ARTICLE2)), s.ROWS),
    Sample("answers.json", lambda: b"\n".join(s.dumped({"results": [a]}, indent=1) for a in (s.ARTICLE, s.ARTICLE2)), s.ROWS),
    Sample("gnews.json", lambda: s.dumped({"totalArticles": 1, "articles": [{"title": s.TITLE, "content": s.TEXT + "... [612 chars]", "url": s.URL, "publishedAt": s.WHEN, "author": s.AUTHOR, "source": {"name": s.OUTLET}}]})),
    Sample("fundus.json", lambda: s.dumped({"title": s.TITLE, "plaintext": s.TEXT, "authors": [s.AUTHOR], "publishing_date": s.WHEN, "url": s.URL, "html": {"source_info": {"publisher": s.OUTLET}}})),
    Sample("nyt.json", lambda: s.dumped({"status": "OK", "response": {"docs": [{"headline": {"main": s.TITLE}, "lead_paragraph": s.BODY[0], "pub_date": s.WHEN, "web_url": s.URL, "source": s.OUTLET, "byline": {"original": f"By {s.AUTHOR}"}}]}}), (replace(Right(), body=s.BODY[0]),)),
    Sample("registry.json", lambda: s.dumped({"articles": {"results": [{"title": s.TITLE, "body": s.TEXT, "dateTimePub": s.WHEN, "url": s.URL, "source": {"uri": "tidewater.example", "title": s.OUTLET}, "authors": [{"name": s.AUTHOR}]}], "totalResults": 1}})),
    Sample("gdelt.json", lambda: s.dumped({"articles": [{"url": s.URL, "title": s.TITLE, "seendate": "20240612T064500Z", "domain": "tidewater.example", "language": "English"}]}), (), refused=1),
    Sample("elastic.json", lambda: s.dumped({"took": 3, "hits": {"total": 2, "hits": [{"_id": "1", "_source": s.ARTICLE}, {"_id": "2", "_source": s.ARTICLE2}]}}), s.ROWS),
    Sample("api.json", lambda: s.dumped({"data": [{"type": "articles", "id": "1", "attributes": s.ARTICLE}, {"type": "articles", "id": "2", "attributes": s.ARTICLE2}]}), s.ROWS),
    Sample("frame.json", lambda: s.dumped({"title": {"0": s.TITLE, "1": s.OTHER_TITLE}, "text": {"0": s.TEXT, "1": s.OTHER_TEXT}, "date": {"0": s.WHEN, "1": "2024-06-13T10:00:00Z"}, "source": {"0": s.OUTLET, "1": s.OUTLET}, "author": {"0": s.AUTHOR, "1": None}, "url": {"0": s.URL, "1": None}}), s.ROWS),
    Sample("split.json", lambda: s.dumped({"columns": list(s.ROW), "index": [0, 1], "data": [list(s.ROW.values()), list(s.ROW2.values())]}), s.ROWS),
    Sample("mongo.json", lambda: s.dumped({"_id": {"$oid": "6"}, "title": s.TITLE, "text": s.TEXT, "published": {"$date": {"$numberLong": "1718174700000"}}, "source": s.OUTLET, "author": s.AUTHOR, "url": s.URL})),
    Sample("feed.json", lambda: s.dumped({"title": s.OUTLET, "items": [{"id": "1", "url": s.URL, "title": s.TITLE, "content_text": s.TEXT, "date_published": s.WHEN, "authors": [{"name": s.AUTHOR}]}]})),
    Sample("ninjs1.json", lambda: s.dumped({"uri": s.URL, "type": "text", "versioncreated": s.WHEN, "headline": s.TITLE, "byline": f"By {s.AUTHOR}", "body_xhtml": f"<div>{s.HTML}</div>", "copyrightholder": s.OUTLET, "language": "en", "subject": [{"code": "medtop:1", "name": "waterways"}]})),
    Sample("ninjs2.json", lambda: s.dumped({"uri": s.URL, "standard": {"name": "ninjs", "version": "2.1"}, "firstcreated": s.WHEN, "headlines": [{"role": "short", "value": "Lock gates"}, {"role": "main", "value": s.TITLE}], "by": s.AUTHOR, "bodies": [{"role": "main", "contenttype": "text/html", "value": s.HTML}], "infosources": [{"name": s.OUTLET}]})),
    Sample("ninjs3.json", lambda: s.dumped({"uri": s.URL, "standard": {"name": "ninjs", "version": "3.0"}, "firstCreated": s.WHEN, "headlines": [{"value": s.TITLE}], "by": s.AUTHOR, "bodies": [{"contentType": "text/plain", "value": s.TEXT}], "infoSources": [{"name": s.OUTLET}]})),
]  # fmt: skip
WIRES = [
    Sample("a.xml", lambda: s.NITF.encode(), (replace(s.WIRED),)),
    Sample("a.nitf", lambda: s.NITF.replace("<nitf>", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">').encode(), (s.WIRED,)),
    Sample("wide.xml", lambda: s.NITF.replace("UTF-8", "UTF-16").encode("utf-16"), (s.WIRED,)),
    Sample("latin.xml", lambda: s.NITF.replace("UTF-8", "windows-1252").encode("cp1252"), (s.WIRED,)),
    Sample("g2.xml", lambda: s.item().encode(), (s.WIRED,)),
    Sample("prefix.xml", lambda: s.item().replace("<newsItem xmlns=", "<nar:newsItem xmlns:nar=").replace("newsItem>", "nar:newsItem>").replace("</nar:newsItem>", "</nar:newsItem>").replace("<itemMeta>", '<itemMeta xmlns="http://iptc.org/std/nar/2006-10-01/">').replace("<contentMeta>", '<contentMeta xmlns="http://iptc.org/std/nar/2006-10-01/">').replace("<contentSet>", '<contentSet xmlns="http://iptc.org/std/nar/2006-10-01/">').encode(), (s.WIRED,)),
    Sample("message.xml", lambda: s.message(s.item(), s.item(2, s.XHTML.format(s.OTHER_HTML), s.OTHER_TITLE, "2024-06-13T10:00:00Z", ""), s.PACKAGE), (s.WIRED, s.SECOND), refused=1),
    Sample("g2nitf.xml", lambda: s.item(content=f'<inlineXML contenttype="application/nitf+xml">{s.NITF.partition("<nitf>")[1]}{s.NITF.partition("<nitf>")[2]}</inlineXML>').encode(), (s.WIRED,)),
    Sample("g2text.xml", lambda: s.item(content=f'<inlineData contenttype="text/plain">{s.TEXT}</inlineData>').encode(), (s.WIRED,)),
    Sample("g2data.xml", lambda: s.item(content=f'<inlineData contenttype="text/html"><![CDATA[{s.HTML}]]></inlineData>').encode(), (s.WIRED,)),
    Sample("package.xml", lambda: s.PACKAGE.encode(), (), refused=1),
    Sample("7901.txt", s.iptc7901, (replace(s.WIRED, publisher=None),)),
    Sample("7901b.txt", lambda: s.iptc7901(signs=False, zone=""), (replace(s.WIRED, publisher=None),)),
    Sample("7901c.txt", lambda: s.iptc7901() + s.iptc7901().replace(b"0214", b"0215").replace(b"Penhallow", b"Trevarno"), (replace(s.WIRED, publisher=None), replace(s.WIRED, publisher=None, headline=s.TITLE.replace("Penhallow", "Trevarno"), body=s.TEXT.replace("Penhallow", "Trevarno")))),
    Sample("anpa.txt", s.anpa, (replace(s.WIRED, publisher=None, date="2024-06-12T12:45:00+00:00"),)),
    Sample("anpa2.txt", lambda: s.anpa(signs=False), (replace(s.WIRED, publisher=None, date=s.DAY),)),
]  # fmt: skip
DOCUMENTS = [
    Sample("a.docx", s.docx, (NO_DATE,)),
    Sample("heading.docx", lambda: s.docx("heading"), (NO_DATE,)),
    Sample("dated.docx", lambda: s.docx("dated"), (replace(NO_DATE, date=s.INSTANT),)),
    Sample("table.docx", lambda: s.docx("table"), (replace(NO_DATE, body=s.TEXT + "\n\ngates   weeks\n\nfour   nine"),)),
    Sample("a.odt", s.odt, (NO_DATE,)),
    Sample("a.pdf", s.pdf, (NO_DATE,)),
    Sample("columns.pdf", lambda: s.pdf(2), (NO_DATE,)),
    Sample("pages.pdf", lambda: s.pdf(times=6), (NO_DATE,)),
    Sample("bare.pdf", lambda: s.pdf(furniture=False), (NO_DATE,)),
    Sample("a.rtf", s.rtf, (NO_DATE,)),
    Sample("ansi.rtf", lambda: s.rtf("ansi"), (NO_DATE,)),
    Sample("titled.rtf", lambda: s.rtf_of(f"{s.TITLE}\n{s.TEXT}").replace(b"{\\rtf1\\ansi ", b"{\\rtf1\\ansi {\\info{\\title Lock}}"), (NO_DATE,)),
    Sample("head.rtf", lambda: s.rtf_of(f"{s.TITLE}\nBy {s.AUTHOR}\nThe Tidewater Post\n12 June 2024\n{s.TEXT}"), (Right(date=s.DAY, url=None),)),
    Sample("head.docx", lambda: s.docx_of(f"{s.TITLE}\nThe Tidewater Post\nJune 12, 2024 Wednesday\n{s.TEXT}"), (Right(date=s.DAY, url=None, author=None),)),
    Sample("place.rtf", lambda: s.rtf_of(f"{s.TITLE}\nPenhallow Basin\n12 June 2024\n{s.TEXT}"), (replace(NO_DATE, body=f"Penhallow Basin 12 June 2024 {s.TEXT}"),)),
    Sample("a.epub", s.epub, (replace(Right(), url=None),)),
    Sample("two.epub", lambda: s.epub(2), (replace(Right(), url=None), Right(headline=s.OTHER_TITLE, url=None, body=s.OTHER_TEXT))),
    Sample("a.md", lambda: (s.FRONT + "\n" + s.TEXT.replace("Marian Holt", "**Marian Holt**").replace("canal trust", "[canal trust](https://x.example)")).encode()),
    Sample("toml.md", lambda: (s.TOML + "\n" + s.TEXT).encode()),
    Sample("params.md", lambda: (f'+++\ntitle = "{s.TITLE}"\ndate = {s.WHEN}\nlink = "{s.URL}"\n[params]\nauthor = "{s.AUTHOR}"\noutlet = "{s.OUTLET}"\n+++\n\n' + s.TEXT).encode()),
    Sample("json.md", lambda: (json.dumps({"title": s.TITLE, "date": s.WHEN, "author": s.AUTHOR, "outlet": s.OUTLET, "link": s.URL}, indent=1) + "\n\n" + s.TEXT).encode()),
    Sample("plain.md", lambda: f"# {s.TITLE}\n\n{s.TEXT}\n".encode(), (NO_DATE,)),
    Sample("loose.md", lambda: (s.FRONT.replace(f'"{s.TITLE}"', s.TITLE.replace("Lock", "Works: lock")) + s.TEXT).encode(), (replace(Right(), headline=s.TITLE.replace("Lock", "Works: lock")),)),
    Sample("front.txt", lambda: (s.FRONT + "\n" + s.TEXT).encode()),
]  # fmt: skip
DATABASES = (Right(date=s.DAY, url=None), replace(s.SECOND, date="2024-06-13T00:00:00+00:00", author=(), url=None))
EXPORTS = [
    Sample("nexis.txt", lambda: s.nexis().encode(), s.EXPORTED),
    Sample("ebsco.txt", lambda: s.ebsco().encode(), DATABASES),
    Sample("gale.txt", lambda: s.gale().encode(), DATABASES),
    Sample("europresse.txt", lambda: s.europresse().encode(), DATABASES),
    Sample("fed.txt", lambda: s.nexis(feed="\x0c").encode(), s.EXPORTED),
    Sample("uni.txt", lambda: s.nexis(modern=True).encode(), s.EXPORTED),
    Sample("nexis.rtf", lambda: s.rtf_of(s.nexis(modern=True)), s.EXPORTED),
    Sample("nexis.docx", lambda: s.docx_of(s.nexis()), s.EXPORTED),
    Sample("uni.docx", lambda: s.docx_of(s.nexis(modern=True)), s.EXPORTED),
    Sample("factiva.txt", lambda: s.factiva().encode(), s.EXPORTED),
    Sample("coded.txt", lambda: s.factiva(coded=True).encode(), s.EXPORTED),
    Sample("factiva.html", lambda: s.factiva_page().encode(), s.EXPORTED),
    Sample("factiva.rtf", lambda: s.rtf_of(s.factiva()), s.EXPORTED),
    Sample("proquest.txt", lambda: s.proquest().encode(), s.EXPORTED),
    Sample("proquest.docx", lambda: s.docx_of(s.proquest()), s.EXPORTED),
    Sample("reut2-000.sgm", lambda: s.SGML, (Right(publisher="Reuters", author=None, url=None, date="2024-06-12T05:45:01+00:00"),), refused=1),
    Sample("2286newsML.xml", lambda: s.rcv1().encode(), (Right(publisher="Reuters", date=s.DAY, url=None),)),
    Sample("extract.xml", s.extract, (Right(date=s.DAY),)),
    Sample("named-by-host.tei.xml", lambda: s.tei().replace(s.OUTLET, f"{s.OUTLET} (tidewater.example)").encode(), (Right(date=s.DAY, url=None),)),
    Sample("a.tei.xml", lambda: s.tei().encode(), (Right(date=s.DAY, url=None),)),
    Sample("untold.xml", lambda: s.tei().replace(f'<title level="a">{s.TITLE}</title>', "").replace('level="j"', "").encode(), (Right(date=s.DAY, url=None),)),
    Sample("corpus.xml", lambda: f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{s.tei()}{s.tei(2)}</teiCorpus>'.encode(), (Right(date=s.DAY, url=None), Right(headline=s.OTHER_TITLE, date=s.DAY, url=None, body=s.OTHER_TEXT))),
]  # fmt: skip
ARCHIVES = [
    Sample("a.jsonl.bz2", lambda: bz2.compress(s.LINES), s.ROWS),
    Sample("a.jsonl.xz", lambda: lzma.compress(s.LINES), s.ROWS),
    Sample("a.jsonl.zst", lambda: s.zstd(s.LINES), s.ROWS),
    Sample("a.zip", lambda: s.zipped(x__a_dot_jsonl=s.LINES, logo_dot_png=b"\x89PNG"), s.ROWS),
    Sample("b.zip", lambda: s.zipped(a_dot_md=(s.FRONT + s.TEXT).encode(), b_dot_docx=s.docx()), (Right(), NO_DATE)),
    Sample("a.tar", lambda: s.tarred(a_dot_jsonl=s.LINES), s.ROWS),
    Sample("a.tar.gz", lambda: s.tarred("w:gz", in__a_dot_csv=s.table(), b_dot_eml=s.letter().as_bytes()), (*s.ROWS, s.LETTER)),
    Sample("a.tar.xz", lambda: s.tarred("w:xz", a_dot_html=s.page().encode()), (replace(Right(), url=None),)),
    Sample("a.tar.zst", lambda: s.zstd(s.tarred(a_dot_jsonl=s.LINES)), s.ROWS),
    Sample("zip.zip", lambda: s.zipped(inner_dot_zip=s.zipped(a_dot_jsonl=s.LINES)), s.ROWS),
]  # fmt: skip
SPOKEN = [
    Sample("talk.vtt", lambda: s.spoken("vtt"), (s.SPOKEN,)),
    Sample("talk.srt", lambda: s.spoken("srt").replace(b"\n", b"\r\n"), (s.SPOKEN,)),
    Sample("wide.vtt", lambda: s.spoken("vtt").decode().encode("utf-16"), (s.SPOKEN,)),
    Sample("talk.vtt.gz", lambda: gzip.compress(s.spoken("vtt")), (s.SPOKEN,)),
    Sample(
        "rolling.vtt", lambda: s.ROLLING, (replace(s.SPOKEN, body="the gates are shut until the boats can go again"),)
    ),
    Sample("noise.srt", lambda: b"1\n00:00:01,000 --> 00:00:04,000\n[gulls]\n", (), refused=1),
]
SAMPLES = [*SPOKEN, *WEB, *FEEDS, *MAIL, *TABLES, *JSON, *WIRES, *DOCUMENTS, *EXPORTS, *ARCHIVES]

DESK = Desk(outlets=known_outlets())


def documents(name: str, payload: bytes) -> tuple[list[Article], int]:
    """The articles of a file, and how many of its members are refused."""
    articles, refused = [], 0
    for piece in split(io.BytesIO(payload), name):
        if isinstance(piece, Member):
            raw = RawDocument(
                raw_document_id=hashlib.sha256(piece.payload).hexdigest(),
                payload=piece.payload,
                source_uri=piece.name,
                source_kind=piece.source_kind,
                media_type=piece.media_type,
                charset=piece.charset,
                statements=piece.statements,
            )
            result = parse(raw, DESK)
            if isinstance(result, Parsed):
                articles.append(result.article)
                continue
            assert result.remedy
            assert result.reason != "parser_fault", result.detail
            refused += 1
        elif isinstance(piece, Refused):
            assert piece.remedy
            refused += 1
    return articles, refused


def seen(article: Article, right: Right) -> Right:
    """What came out, with what is not asked for as it is in `right`."""
    date = article.date_published.isoformat() if article.date_published else None
    return Right(
        headline=article.headline,
        publisher=article.publisher,
        date=date,
        author=right.author if right.author is None else article.author,
        url=right.url if right.url is None else article.url,
        body=" ".join(article.article_body.split()),
        keywords=right.keywords,
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_document_comes_out_right(sample: Sample) -> None:
    """Headline, outlet, instant, author, address and text of each document; what is none is refused and counted."""
    articles, refused = documents(sample.name, sample.make())
    right = [replace(r, body=" ".join(r.body.split())) for r in sample.right]
    assert [seen(a, r) for a, r in zip(articles, right, strict=False)] == right
    assert (len(articles), refused) == (len(right), sample.refused)
