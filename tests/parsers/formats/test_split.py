"""A file to its documents: every member has one outcome, nothing is lost at a cut, and no bytes stop the desk."""

from __future__ import annotations

import gzip
import io
import json
import random
import tarfile
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.formats import registry
from parsers.formats.pieces import Limits, Member, Note, Piece, Refused
from parsers.formats.split import split
from parsers.sniff import PAGES
from tests.parsers.formats import samples as s
from tests.parsers.formats.test_samples import SAMPLES

LINE = b'{"headline": "Port opens", "articleBody": "The port of Larkhaven opened on Monday."}'


def pieces(payload: bytes, name: str = "a", limits: Limits | None = None) -> list[Piece]:
    """All pieces of a file."""
    return list(split(io.BytesIO(payload), name, limits or Limits()))


def outcomes(payload: bytes, name: str = "a", limits: Limits | None = None) -> list[str]:
    """Each piece as a word: `member`, the reason of a refusal, or `note`."""
    words = {Member: "member", Note: "note"}
    return [words[type(p)] if not isinstance(p, Refused) else str(p.reason) for p in pieces(payload, name, limits)]


class OneByOne(io.RawIOBase):
    """A stream that cannot seek and gives few bytes at a time."""

    def __init__(self, payload: bytes) -> None:
        self._inner = io.BytesIO(payload)

    def read(self, size: int = -1, /) -> bytes:
        """At most 700 bytes."""
        return self._inner.read(min(size, 700) if size >= 0 else -1)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_stream_is_split_like_a_file(sample: s.Sample) -> None:
    """Whether one can seek in it, and in what portions it comes, changes nothing."""
    payload = sample.make()
    assert list(split(OneByOne(payload), sample.name)) == pieces(payload, sample.name)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_damaged_files_have_outcomes(sample: s.Sample) -> None:
    """Cut anywhere or with bytes changed, a file gives members and refusals with remedies, and never an exception."""
    payload, chance = sample.make(), random.Random(sample.name)
    for _ in range(6):
        cut = payload[: chance.randrange(len(payload))]
        spoiled = bytearray(payload)
        for _ in range(5):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        for damaged in (cut, bytes(spoiled)):
            for piece in pieces(damaged, sample.name):
                assert isinstance(piece, Note) or piece.name.startswith(sample.name)
                if isinstance(piece, Refused):
                    assert piece.remedy
                    assert "reader failed" not in piece.detail, piece.detail


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", *(m for m in (b"PK\x03\x04", b"WARC/1.0\r\n", b"%PDF-1.4\n", b"{\\rtf1 ", b"PAR1", b"\x1f\x8b\x08", b"From a Mon Jan  1 00:00:00 2024\n", b"{", b"[", b"<nitf>", b"<newsItem>", b"\x28\xb5\x2f\xfd", b"BZh91AY&SY", b"\xfd7zXZ\x00", b"title,text\n", b"---\ntitle: x\n---\n", b"From: a@b.c\nSubject: x\nMIME-Version: 1.0\n\n"))]),
    st.sampled_from(["a", "a.csv", "a.jsonl", "a.json", "a.eml", "a.xlsx", "a.md", "a.tar", "a.br"]),
)  # fmt: skip
def test_no_bytes_stop_the_registry(payload: bytes, head: bytes, name: str) -> None:
    """Whatever the bytes and the name, there is a media type, and each piece is a document, a refusal or a note."""
    data = head + payload
    assert "/" in registry.recognise(data, None, name)
    for piece in pieces(data, name):
        assert isinstance(piece, Member | Refused | Note)
        assert not isinstance(piece, Refused) or "reader failed" not in piece.detail


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from([LINE, b"null", b"done", b"[1]", b'{"a": 1}', b'"x"', b"{broken"]), min_size=1, max_size=12
    )
)
def test_lines_received_are_lines_accounted_for(lines: list[bytes]) -> None:
    """Each line of JSON Lines is one member, a document when it begins an object and else refused, under its number."""
    found = pieces(b"\n".join(lines), "a.jsonl")
    assert [p.name for p in found if not isinstance(p, Note)] == [f"a.jsonl#{n}" for n in range(1, len(lines) + 1)]
    assert [isinstance(p, Member) for p in found] == [line.startswith(b"{") for line in lines]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.none(),
            st.integers(),
            st.text(max_size=5),
            st.dictionaries(st.text(max_size=4), st.text(max_size=9), min_size=1, max_size=3),
            st.lists(st.integers(), max_size=2),
        ),
        min_size=2,
        max_size=10,
    ),
    st.integers(0, 3),
)
def test_elements_received_are_elements_accounted_for(values: list[object], indent: int) -> None:
    """Each element of an array is one member, whatever it is and however it is laid out; objects keep their bytes."""
    text = json.dumps([{"headline": "x"}, *values], indent=indent or None)
    found = pieces(text.encode(), "a.json")
    assert len(found) == len(values) + 1
    held = [json.loads(p.payload) for p in found if isinstance(p, Member)]
    assert held == [v for v in [{"headline": "x"}, *values] if isinstance(v, dict)]


@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "gz"), (s.zstd, "zst")])
def test_a_cut_archive_keeps_what_came_before(pack: object, name: str) -> None:
    """However small the archive is, whole lines before the cut are members; the cut is one refusal behind them."""
    chance = random.Random(3)
    lines = b"".join(json.dumps({"articleBody": chance.randbytes(40).hex()}).encode() + b"\n" for _ in range(50))
    packed = pack(lines)  # type: ignore[operator]
    found = pieces(packed[: len(packed) - 300], f"a.jsonl.{name}")
    *before, last = found
    assert len(before) > (20 if name == "gz" else 10)
    assert all(isinstance(p, Member) and json.loads(p.payload) for p in before)
    assert isinstance(last, Refused)
    assert (last.reason, last.name) == ("broken_compression", f"a.jsonl.{name}#{len(before) + 1}")


@pytest.mark.parametrize(
    "sample", [x for x in SAMPLES if "arc" in x.name or x.name.endswith((".zip", ".mbox"))], ids=lambda x: x.name
)
def test_what_is_cut_anywhere_has_a_name_for_each_piece(sample: s.Sample) -> None:
    """A record that breaks off and the archive that breaks off with it are two refusals, each with a number of its own."""
    payload = sample.make()
    for cut in range(len(payload) // 3, len(payload), max(1, len(payload) // 90)):
        names = [p.name for p in pieces(payload[:cut], sample.name) if not isinstance(p, Note)]
        assert len(names) == len(set(names))


def test_a_packed_file_of_no_use_whose_end_is_missing_is_refused_once() -> None:
    """A table without a text, packed, with the end of the packing missing: one outcome."""
    rows = b"title,number\n" + b"".join(b"%d,%d\n" % (n, n * n) for n in range(40_000))
    packed = gzip.compress(rows)
    assert outcomes(packed[:-9], "a.csv.gz") == ["no_text"]


@pytest.mark.parametrize("ending", ["html", "csv", "xml"])
def test_a_cut_document_is_refused_once(ending: str) -> None:
    """A page, a table's last row, a feed: what is whole stays, the cut is said once."""
    whole = {
        "html": s.page().encode(),
        "csv": s.table(),
        "xml": b"<rss version='2.0'><channel><title>x</title>"
        + b"".join(
            b"<item><title>Port %d opens</title><description>%s</description></item>" % (n, s.OTHER_TEXT.encode())
            for n in range(4)
        )
        + b"</channel></rss>",
    }[ending]
    packed = gzip.compress(whole)
    found = outcomes(packed[:-60], f"a.{ending}.gz")
    assert found.count("broken_compression") == 1
    assert found.count("member") == {"html": 0, "csv": 1, "xml": 1}[ending]


def test_a_bomb_is_refused_in_bounded_memory() -> None:
    """What unpacks to hundreds of times its size is given up, however deep it is packed."""
    small = Limits(free=1 << 20, ratio=100, document=1 << 22, line=1 << 20)
    bomb = gzip.compress(bytes(50_000_000))
    assert outcomes(bomb, "a.txt.gz", small) == ["too_large"]
    assert outcomes(s.zstd(bytes(50_000_000)), "a.jsonl.zst", small)[-1] == "too_large"
    assert set(outcomes(s.zipped(a_dot_txt=bytes(50_000_000)), "a.zip", small)) == {"too_large"}


def test_files_inside_files_have_a_limit() -> None:
    """Archives inside archives are opened so many times and no more."""
    payload = s.LINES
    for _ in range(8):
        payload = gzip.compress(payload)
    assert outcomes(payload, "a.jsonl.gz") == ["nested_compression"]


@pytest.mark.parametrize(
    ("payload", "name"),
    [
        (b"\n".join([LINE] * 9), "a.jsonl"),
        (b"[" + b", ".join([LINE] * 9) + b"]", "a.json"),
        (b"[" + b"{}, " * 8 + b"{}]", "a.json"),
        (gzip.compress(b"\n".join([LINE] * 9)), "a.jsonl.gz"),
        (s.zipped(**{f"n{n}_txt": LINE for n in range(9)}), "a.zip"),
        (s.zipped(a_jsonl=b"\n".join([LINE] * 3), b_jsonl=b"\n".join([LINE] * 6)), "a.zip"),
    ],
)
def test_more_members_than_allowed_are_one_refusal(payload: bytes, name: str) -> None:
    """Those before the limit are read; one refusal of the whole file counts the others, and says how to have them read."""
    found = pieces(payload, name, Limits(members=4))
    assert [type(p) for p in found[:4]] == [type(p) for p in pieces(payload, name)[:4]]
    (refused,) = found[4:]
    assert isinstance(refused, Refused)
    assert (refused.name, refused.reason) == (name, "too_many")
    assert "4 documents of a file are read, and 5 more were not" in refused.detail
    assert "NEWSDESK_FILE_DOCUMENTS" in refused.remedy


def test_members_beyond_are_counted_so_far() -> None:
    """Counting has an end, too, and then the refusal says that there may be more; without one too many there is none."""
    found = pieces(b"\n".join([LINE] * 90), "a.jsonl", Limits(members=4, counted=10))
    assert isinstance(found[-1], Refused)
    assert (len(found), "at least 10 more" in found[-1].detail) == (5, True)
    assert outcomes(b"\n".join([LINE] * 4), "a.jsonl", Limits(members=4)) == ["member"] * 4


def test_a_long_line_costs_itself_only() -> None:
    """A line or value beyond the limit is refused, and those before and behind it are read."""
    long = b'{"articleBody": "' + b"x" * 300_000 + b'"}'
    small = Limits(line=100_000)
    assert outcomes(b"\n".join([LINE, long, LINE]), "a.jsonl", small) == ["member", "too_large", "member"]
    assert outcomes(b"[" + b", ".join([LINE, long, LINE]) + b"]", "a.json", small) == ["member", "too_large", "member"]


def test_no_path_leads_out_of_an_archive() -> None:
    """Names with folders above, absolute names and links are names and nothing else: nothing is written or followed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../../tmp/evil.jsonl", LINE)
        archive.writestr("/etc/evil.jsonl", LINE)
    assert [p.name for p in pieces(out.getvalue(), "a.zip") if isinstance(p, Member)] == ["a.zip#1#1", "a.zip#2#1"]
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo("/etc/passwd")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert outcomes(out.getvalue(), "a.tar") == ["note"]


def test_names_inside_archives_say_the_kind() -> None:
    """A Markdown file, which is known by its name alone, is one inside a zip archive, also when its bytes come back alone."""
    (member,) = pieces(s.zipped(notes_dot_md=b"Plain words with *stars* in them."), "a.zip")
    assert isinstance(member, Member)
    assert [x.value for x in member.statements if x.field == "filename"] == ["notes.md"]


def test_a_feed_gives_all_its_entries() -> None:
    """Two and a half thousand entries are as many documents; entries without a word are refused, not dropped."""
    items = b"".join(b"<item><title>Port %d</title></item>" % n for n in range(2500)) + b"<item/>"
    feed = b"<rss version='2.0'><channel><title>x</title>" + items + b"</channel></rss>"
    assert outcomes(feed, "a.xml") == ["member"] * 2500 + ["no_text"]


def kinds_in(name: str, payload: bytes) -> set[str]:
    """The media types of a file, of the files in it, and of its documents."""
    found = {registry.recognise(payload, None, name)}
    for piece in pieces(payload, name):
        if isinstance(piece, Member):
            found.add(registry.recognise(piece.payload, piece.media_type, piece.name))
    return found


def test_every_format_has_a_sample() -> None:
    """What the registry reads is among the files that the tests read, whole, cut and spoiled; only polling makes joined pages."""
    sampled = set().union(*(kinds_in(sample.name, sample.make()) for sample in SAMPLES))
    read = {kind.media_type for kind, _ in registry.kinds() if kind.holds != "refused"}
    assert read - sampled == {PAGES}


def boxed(kind: str, texts: list[str]) -> bytes:
    """A container of so many documents."""
    rows = [{"title": f"Port {n} opens", "text": text} for n, text in enumerate(texts)]
    if kind == "csv":
        return b"title,text\r\n" + b"".join(f'"{r["title"]}","{r["text"]}"\r\n'.encode() for r in rows)
    if kind == "mbox":
        return b"".join(
            f"From a Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: {r['title']}\nMIME-Version: 1.0\n\n{r['text']}\n\n".encode()
            for r in rows
        )
    out = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(out, "w") as archive:
            for n, row in enumerate(rows):
                archive.writestr(f"{n}.txt", row["text"])
    else:
        with tarfile.open(fileobj=out, mode="w:gz") as tar:
            for n, row in enumerate(rows):
                info = tarfile.TarInfo(f"{n}.txt")
                info.size = len(row["text"].encode())
                tar.addfile(info, io.BytesIO(row["text"].encode()))
    return out.getvalue()


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["csv", "mbox", "zip", "tar.gz"]),
    st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), min_size=1, max_size=60), min_size=1, max_size=12),
)  # fmt: skip
def test_documents_received_are_members(kind: str, texts: list[str]) -> None:
    """So many documents as are put into a container come out of it, each once and in order, whatever they are."""
    found = pieces(boxed(kind, texts), f"a.{kind}")
    assert [p.name for p in found if not isinstance(p, Note)] == [f"a.{kind}#{n}" for n in range(1, len(texts) + 1)]


def test_the_last_whole_line_before_a_cut_is_kept() -> None:
    """Where only the end of the compressed data is lost, every line is there."""
    packed = gzip.compress(LINE + b"\n" + LINE)
    first, second, cut = pieces(packed[:-8], "a.jsonl.gz")
    assert isinstance(first, Member)
    assert isinstance(second, Member)
    assert isinstance(cut, Refused)


def test_what_names_no_character_costs_no_feed() -> None:
    """A reference to no character, as half-made feeds have them, leaves the entries readable."""
    feed = b"<rss><channel><title>Gulls &#xD800; and terns</title><item><title>Boats &#x110000; go</title><link>http://a.example/1</link><description>The boats go & come.</channel>"
    assert outcomes(feed, "a.xml") == ["member"]


@pytest.mark.parametrize("space", ["http://a.example/b c", "http://a.example/\n", " ", "a b c d"])
def test_a_blank_in_the_name_of_a_namespace_costs_no_feed(space: str) -> None:
    """Names of namespaces are taken without blanks, and the entries of the feed are read."""
    feed = f"<rss xmlns:x='{space}'><channel><title>Gulls</title><item><x:n a='1'>&bogus;</x:n><title>Boats go</title><link>http://a.example/1</link><description>The boats come.</channel>"
    assert outcomes(feed.encode(), "a.xml") == ["member"]


def test_a_letter_that_declares_no_charset_of_text_is_read() -> None:
    """`idna` is a codec of Python and no charset: the letter has an outcome and does not fail its reader."""
    letter = b"From: a@a.example\nSubject: Boats\nDate: Wed, 12 Jun 2024 06:45:00 +0000\nContent-Type: text/plain; charset=idna\n\nThe boats go again.\n"
    assert outcomes(letter, "a.eml") == ["member"]


def test_elements_with_undeclared_prefixes_are_read_by_their_local_names() -> None:
    """A damaged part of a Word document whose prefix nothing declares is read all the same."""
    package = io.BytesIO(s.docx())
    out = io.BytesIO()
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info).replace(b"xmlns:w=", b"xmlns:v="))
    assert outcomes(out.getvalue(), "a.docx") == ["member"]


def test_a_member_without_a_name_is_none() -> None:
    """A zip archive whose list has an entry without a name keeps its other members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("a.txt", "The pier opened on Monday, the mayor said.")
        new.writestr(zipfile.ZipInfo(""), "x")
    assert outcomes(out.getvalue(), "a.zip") == ["member"]


def test_a_damaged_sheet_is_malformed() -> None:
    """A workbook whose sheet is no XML is refused with what to do."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(s.workbook())) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, data[: len(data) // 2] if "worksheets/" in info.filename else data)
    (piece,) = pieces(out.getvalue(), "a.xlsx")
    assert isinstance(piece, Refused)
    assert (str(piece.reason), piece.remedy != "") == ("malformed", True)
