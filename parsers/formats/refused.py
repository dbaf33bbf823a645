"""Files that are known and not read: each by its name, with what to do instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from parsers.formats.look import Kind, Look

_SITEMAP = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_OPML = re.compile(r"<opml[\s>]", re.I)
_SVG = re.compile(r"<svg[\s>]")
_OTHER_XML = re.compile(
    r"<(kml|gpx|collection|xbrl|plist|Envelope|office:document|FictionBook|w:wordDocument|pkg:package|mediawiki|fx:|DDF)\b"
)
_GKG = re.compile(r"\d{14}-T?\d+\t\d{14}\t\d\t")
_GDELT_EVENTS = re.compile(r"\d{9,10}\t\d{8}\t\d{6}\t\d{4}\t")
_SUBTITLES = re.compile(r"\A(?:\[Script Info\]|\{\d+\}\{\d+\}|\d:\d\d:\d\d\.\d{3},\d:\d\d:\d\d\.\d{3}\n)")
"""Those of SubStation Alpha, MicroDVD and SubViewer."""

_RIS = re.compile(
    r"\A(?:TY  - |%0 [A-Z]|PMID- ?\d|FN (?:Clarivate|Thomson|ISI)|@(?:article|book|misc|inproceedings|online|techreport)\s*\{)",
    re.I,
)
_SQL = re.compile(
    r"\A(?:-- (?:MySQL dump|PostgreSQL database dump|phpMyAdmin)|(?:CREATE TABLE|INSERT INTO|SET NAMES|BEGIN TRANSACTION|PRAGMA )\b)",
    re.I,
)
_RDF = re.compile(
    r"\A(?:(?:#[^\n]*\n|\s)*@?(?:prefix|base)\s+\S*\s*<|(?:<\w[\w+.-]*:[^<>\s]+>|_:\w+)\s+<\w[\w+.-]*:[^<>\s]+>\s+[<\"_])",
    re.I,
)
_GETTEXT = re.compile(r'\A(?:#[^\n]*\n|\s)*msgid "')
_DIFF = re.compile(r"\A(?:diff --git |--- \S+\t?[^\n]*\n\+\+\+ |Index: )")
_CODE = re.compile(
    r"\A(?:#!\s?/|<\?php|(?:import|from) [\w.]+(?: import [\w, *]+)?\n(?:import|from) |package [\w.]+;|#include\s*[<\"]|using System|function \w+\(|const \w+ = require|def \w+\()"
)
_JSON_IN_SCRIPT = re.compile(
    r"\A(?:\s|/\*[^*]{0,2000}\*/|//[^\n]{0,400}\n)*(?:(?:(?:var|let|const)\s+)?[\w$.]{0,80}\s*[=(]\s*|export default\s+|\)\]\}',?\s*|while\s?\(1\);\s*|for\s?\(;;\);\s*|/\*[^*]{0,2000}\*/\s*)"
    r"(?:\[\s*)?\{\s*\""
)
"""JSON inside a call (JSONP), an assignment or behind the guards of services."""

_LATEX = re.compile(r"\A(?:%[^\n]{0,400}\n|\s)*\\document(?:class|style)\b")
_USAGE = re.compile(r"^[ \t]*usage:[ \t]+\S+", re.I | re.M)
_OPTION = re.compile(r"^[ \t]+-{1,2}[A-Za-z][\w\-]*[ ,=\t]", re.M)
_LOG = re.compile(
    r"\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[^\n]{0,40}\b(?:INFO|DEBUG|WARN|WARNING|ERROR|TRACE|FATAL|NOTICE)\b|\d{1,3}(?:\.\d{1,3}){3} - \S+ \[|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d \S+ [\w./-]+(?:\[\d+\])?: "
)
_TRACE = re.compile(r"\ATraceback \(most recent call last\):|\AException in thread ")
_PEM = re.compile(r"\A-----BEGIN [A-Z ]{3,40}-----")
_UUENCODED = re.compile(r"\Abegin(?:-base64)? [0-7]{3} \S+\n")


def _starts(*signatures: bytes) -> Callable[[Look], bool]:
    return lambda look: look.head.startswith(signatures)


def _ole(stream: str, *endings: str) -> Callable[[Look], bool]:
    """An OLE file with a stream of this name, or when none is seen in its head, of these endings."""
    name = stream.encode("utf-16-le")
    return lambda look: look.head.startswith(_OLE) and (name in look.head or look.ends(*endings))


def _found(pattern: re.Pattern[str], limit: int = 2048) -> Callable[[Look], bool]:
    return lambda look: bool(look.start) and pattern.match(look.start, 0, limit) is not None


def _xml(pattern: re.Pattern[str]) -> Callable[[Look], bool]:
    return lambda look: look.start[:1] == "<" and pattern.search(look.start[:2048]) is not None


def _is_log(look: Look) -> bool:
    lines = [line for line in look.start.split("\n")[:12] if line.strip()]
    return len(lines) > 2 and sum(_LOG.match(line) is not None for line in lines) > len(lines) / 2


def _is_help(look: Look) -> bool:
    """The help of a command: how it is called, and a list of its options."""
    start = look.start[:4096]
    return _USAGE.search(start[:600]) is not None and len(_OPTION.findall(start)) > 1


def _is_config(look: Look) -> bool:
    return look.ends(".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".env", ".properties") and look.text is not None


def _is_har(look: Look) -> bool:
    return look.ends(".har") and look.start[:1] == "{"


def _brotli(look: Look) -> bool:
    return look.text is None and look._name.lower().endswith(".br")


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


_PICTURES: tuple[tuple[str, str, *tuple[bytes, ...]], ...] = (
    ("image/png", ".png", b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", ".jpg", b"\xff\xd8\xff"),
    ("image/gif", ".gif", b"GIF87a", b"GIF89a"),
    ("image/tiff", ".tif", b"II*\x00", b"MM\x00*"),
)


_CARETS = re.compile(r"[^\n]{0,120}\n(?:\^[^\n<]{1,200}<[ \t]*\n){2}")
"""Lines between `^` and `<` below a header: those of American wires, of whose header nothing is known."""


def _kind(media_type: str, title: str, matches: Callable[[Look], bool], remedy: str, *endings: str) -> Kind:
    return Kind(media_type=media_type, title=title, matches=matches, holds="refused", endings=endings, remedy=remedy)


KINDS = (
    _kind("application/msword", "Word document of the old kind (.doc)", _ole("WordDocument", ".doc", ".dot"), "save it as .docx", ".doc"),
    _kind("application/vnd.ms-excel", "Excel workbook of the old kind (.xls)", _ole("Workbook", ".xls", ".xlt"), "save it as .xlsx or CSV", ".xls"),
    _kind("application/vnd.ms-powerpoint", "PowerPoint presentation of the old kind (.ppt)", _ole("PowerPoint Document", ".ppt"), "save its text as .docx or .txt", ".ppt"),
    _kind("application/vnd.ms-outlook", "Outlook message (.msg)", _ole("__nameid_version1.0", ".msg"), "save it as .eml", ".msg"),
    _kind("application/x-ole-storage", "Office file of an old kind", _starts(_OLE), "save it as .docx, .xlsx or PDF"),
    _kind("application/x-babyl", "mailbox of Emacs (Babyl)", lambda look: look.start.startswith("BABYL OPTIONS:"), "save it as mbox"),
    _kind("application/vnd.ms-outlook-pst", "Outlook mailbox (.pst)", _starts(b"!BDN"), "export its letters as .eml or mbox", ".pst"),
    _kind("application/x-7z-compressed", "7-Zip archive", _starts(b"7z\xbc\xaf\x27\x1c"), "unpack it, or pack it as zip or tar.gz", ".7z"),
    _kind("application/vnd.rar", "RAR archive", _starts(b"Rar!\x1a\x07"), "unpack it, or pack it as zip or tar.gz", ".rar"),
    _kind("application/x-lz4", "LZ4 file", _starts(b"\x04\x22\x4d\x18"), "unpack it, or pack it as gzip or zstd", ".lz4"),
    _kind("application/x-compress", "file of compress (.Z)", _starts(b"\x1f\x9d", b"\x1f\xa0"), "unpack it, or pack it as gzip", ".Z"),
    _kind("application/x-lzip", "lzip file", _starts(b"LZIP"), "unpack it, or pack it as xz", ".lz"),
    _kind("application/x-brotli", "Brotli file", _brotli, "unpack it, or pack it as gzip or zstd", ".br"),
    _kind("application/vnd.ms-cab-compressed", "CAB archive", _starts(b"MSCF\x00"), "unpack it, or pack it as zip", ".cab"),
    _kind("application/vnd.sqlite3", "SQLite database", _starts(b"SQLite format 3\x00"), "export its tables as CSV or JSON Lines", ".sqlite", ".db"),
    _kind("application/vnd.duckdb", "DuckDB database", lambda look: look.head[8:12] == b"DUCK", "export its tables: `newsdesk export article --format jsonl`", ".duckdb"),
    _kind("application/vnd.apache.arrow.file", "Arrow or Feather file", _starts(b"ARROW1", b"FEA1"), "write it as Parquet", ".arrow", ".feather"),
    _kind("application/x-orc", "ORC file", _starts(b"ORC\x08", b"ORC\x0a"), "write it as Parquet", ".orc"),
    _kind("application/avro", "Avro file", _starts(b"Obj\x01"), "write it as Parquet or JSON Lines", ".avro"),
    _kind("application/x-hdf5", "HDF5 file", _starts(b"\x89HDF\r\n\x1a\n"), "write it as Parquet or CSV", ".h5"),
    _kind("application/x-numpy", "NumPy array", _starts(b"\x93NUMPY"), "write it as Parquet or CSV", ".npy"),
    _kind("application/x-pickle", "Python pickle", lambda look: look.head[:1] == b"\x80" and look.head[1:2] in b"\x02\x03\x04\x05" and look.text is None and look.ends(".pkl", ".pickle"), "write it as JSON Lines or Parquet", ".pkl"),
    _kind("application/x-mobipocket-ebook", "Kindle book", lambda look: look.head[60:68] in (b"BOOKMOBI", b"TEXtREAd"), "convert it to EPUB", ".mobi", ".azw3"),
    _kind("image/vnd.djvu", "DjVu document", _starts(b"AT&TFORM"), "convert it to PDF with text, or to text", ".djvu"),
    _kind("application/postscript", "PostScript", _starts(b"%!PS"), "convert it to PDF or to text", ".ps"),
    *(_kind(media_type, "picture", _starts(*signatures), "run text recognition on it, or hand in the text", ending) for media_type, ending, *signatures in _PICTURES),
    _kind("image/webp", "picture", lambda look: look.head[:4] == b"RIFF" and look.head[8:12] == b"WEBP", "run text recognition on it, or hand in the text", ".webp"),
    _kind("image/heif", "picture", lambda look: look.head[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1"), "run text recognition on it, or hand in the text", ".heic", ".avif"),
    _kind("video/other", "sound or video", lambda look: look.head.startswith((b"ID3\x02", b"ID3\x03", b"ID3\x04", b"OggS\x00", b"fLaC", b"\x1aE\xdf\xa3", b"FLV\x01")) or (look.head[:4] == b"RIFF" and look.head[8:12] in (b"WAVE", b"AVI ")) or (look.head[4:8] == b"ftyp" and look.text is None), "hand in its transcript as text", ".mp3", ".mp4", ".wav"),
    _kind("application/x-executable", "program", lambda look: look.head.startswith((b"\x7fELF", b"\xca\xfe\xba\xbe", b"\x00asm", b"\xcf\xfa\xed\xfe")) or (look.head[:2] == b"MZ" and look.text is None), "hand in documents", ".exe"),
    _kind("application/vnd.sitemap+xml", "sitemap", _xml(_SITEMAP), "hand in the pages that it lists, or the site's feed: `newsdesk feeds add`", ".xml"),
    _kind("text/x-opml", "list of feeds (OPML)", _xml(_OPML), "import it: `newsdesk feeds import`", ".opml"),
    _kind("image/svg+xml", "SVG drawing", lambda look: look.start[:1] == "<" and _SVG.search(look.start[:600]) is not None and look.ends(".svg"), "hand in its text", ".svg"),
    _kind("application/x-other-xml", "XML of another trade", _xml(_OTHER_XML), "convert it to text, HTML, NITF or NewsML-G2", ".kml", ".fb2"),
    _kind("text/x-wire-signs", "wire message with a header of its own kind", lambda look: look.head.startswith((b"\x16\x16\x01", b"\x01\x02")) or _CARETS.match(look.text or "") is not None, "cut the header, or hand the message in as NITF, NewsML-G2 or ninjs"),
    _kind("text/x-gdelt-gkg", "GDELT Global Knowledge Graph", _found(_GKG), "it holds no text: fetch the pages of its DocumentIdentifier column", ".gkg.csv"),
    _kind("text/x-gdelt-events", "GDELT events", _found(_GDELT_EVENTS), "it holds no text: fetch the pages of its SOURCEURL column", ".export.csv"),
    _kind("text/x-ssa", "subtitles of another kind", _found(_SUBTITLES), "save them as WebVTT or SubRip", ".ass", ".sub", ".sbv"),
    _kind("application/x-research-info-systems", "list of references (RIS, BibTeX, EndNote, MEDLINE)", _found(_RIS), "it holds no text: export the documents themselves", ".ris", ".bib", ".enw", ".nbib"),
    _kind("text/calendar", "calendar or address book", lambda look: look.start.startswith(("BEGIN:VCALENDAR", "BEGIN:VCARD")), "hand in the text", ".ics", ".vcf"),
    _kind("application/sql", "SQL dump", _found(_SQL), "load it into a database, and export the table as CSV or JSON Lines", ".sql"),
    _kind("text/turtle", "RDF (Turtle, N-Triples)", _found(_RDF), "hand in the documents that it describes, or JSON-LD", ".ttl", ".nt"),
    _kind("text/x-gettext", "translations of a program (gettext)", _found(_GETTEXT), "hand in documents", ".po"),
    _kind("text/x-diff", "patch", _found(_DIFF), "hand in documents", ".diff", ".patch"),
    _kind("text/x-source", "program text", lambda look: look.ends(".py", ".js", ".ts", ".java", ".c", ".h", ".cpp", ".go", ".rs", ".rb", ".php", ".sh", ".bat", ".ps1", ".pl", ".r", ".ipynb", ".css") or _found(_CODE)(look), "hand in documents", ".py", ".js"),
    _kind("text/x-json-in-script", "JSON inside a script (JSONP)", _found(_JSON_IN_SCRIPT, 8192), "cut what is before the first and behind the last brace, and hand it in as .json"),
    _kind("text/x-log", "log of a program", lambda look: _is_log(look) or _found(_TRACE)(look) or (look.ends(".log") and _is_log(look)), "hand in documents", ".log"),
    _kind("text/x-command-help", "help of a command", _is_help, "hand in documents"),
    _kind("text/x-latex", "LaTeX", _found(_LATEX), "convert it to PDF, HTML or text", ".tex"),
    _kind("text/x-config", "settings of a program", _is_config, "hand in documents", ".yaml", ".ini", ".toml"),
    _kind("application/x-har", "recording of a browser (HAR)", _is_har, "save the pages as HTML, MHTML or WARC", ".har"),
    _kind("application/x-pem-file", "key or certificate", _found(_PEM), "hand in documents", ".pem"),
    _kind("text/x-uuencode", "uuencoded file", _found(_UUENCODED), "decode it", ".uu"),
)  # fmt: skip
