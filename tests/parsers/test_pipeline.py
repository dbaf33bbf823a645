"""One document in, one article or one named rejection out."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from parsers import pipeline
from parsers.alignment import rebuild
from parsers.charset import decode
from parsers.fields import known_outlets
from parsers.formats import feed_members
from parsers.identity import article_id
from parsers.known import Desk
from parsers.model import Outcome, Parsed, RawDocument, Reason, Rejection
from parsers.pipeline import groups, parse, parse_together

SEEDS = Path(__file__).parents[2] / "seeds"
HARBOUR = "LARKHAVEN, March 3 (Osk News Agency) -- The harbour of Larkhaven handled 4.2 million tonnes in 2024, the port office said.\n\nA new quay opens in May.\n"


def raw(payload: bytes, name: str = "a.txt") -> RawDocument:
    """A document."""
    return RawDocument(raw_document_id=hashlib.sha256(payload).hexdigest(), payload=payload, source_uri=name)


def samples() -> dict[str, RawDocument]:
    """Every sample of seeds/, each member of the archive by itself."""
    found = {p.name: raw(p.read_bytes(), p.name) for p in SEEDS.iterdir() if p.suffix in (".txt", ".html")}
    for archive in SEEDS.glob("*.jsonl.gz"):
        lines = gzip.decompress(archive.read_bytes()).splitlines()
        found |= {f"{archive.name}#{n}": raw(line, f"{archive.name}#{n}") for n, line in enumerate(lines, 1)}
    return found


SAMPLES = samples()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_span_of_every_sample_holds(name: str) -> None:
    """Facts, mentions, passages and repairs point at the words they claim, in the body and in the raw text."""
    parsed = parse(SAMPLES[name], Desk(outlets=known_outlets()))
    assert isinstance(parsed, Parsed)
    body = parsed.article.article_body
    text = rebuild(body, parsed.repairs)
    for fact in parsed.facts:
        assert body[fact.start_char : fact.end_char] == fact.exact
        assert fact.exact or fact.extractor == "header"  # a date line that is no part of the body has its raw span
        assert fact.raw_start is not None
        assert fact.raw_end is not None
        assert 0 <= fact.raw_start < fact.raw_end <= len(text)
        if fact.anchor_start is not None and fact.anchor_end is not None:
            assert 0 <= fact.anchor_start < fact.anchor_end <= len(body)
    for mention in parsed.mentions:
        assert body[mention.start_char : mention.end_char] == mention.surface
    for passage in parsed.passages:
        assert 0 <= passage.start_char < passage.end_char <= len(body)
    for repair in parsed.repairs:
        if repair.before != repair.after:
            assert text[repair.raw_start : repair.raw_end] == repair.before
            assert body[repair.start_char :][: len(repair.after)] == repair.after
    if name.endswith(".txt"):
        assert text == decode(SAMPLES[name].payload, None, name).text


def test_a_parsers_defect_is_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that raises fails its document, with the cause named and something to do, and nothing escapes."""

    def broken(body: str) -> object:
        raise ZeroDivisionError("no letters")

    monkeypatch.setattr(pipeline, "fingerprint", broken)
    made = parse(raw(HARBOUR.encode()), Desk())
    assert isinstance(made, Rejection)
    assert (made.outcome, made.reason) == (Outcome.FAILED, "parser_fault")
    assert "ZeroDivisionError: no letters" in made.sentence()
    assert made.remedy
    assert made.media_type == "text/plain"


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_who_stops_the_desk_stops_it(monkeypatch: pytest.MonkeyPatch, error: type[BaseException]) -> None:
    """An interrupt is no defect of a parser."""

    def interrupted(body: str) -> object:
        raise error

    monkeypatch.setattr(pipeline, "fingerprint", interrupted)
    with pytest.raises(error):
        parse(raw(HARBOUR.encode()), Desk())


def test_what_is_no_article_is_rejected_with_its_kind() -> None:
    """A rejection says why, what to do, and what the bytes turned out to be."""
    made = parse(raw(b"\x89PNG\r\n\x1a\n" + bytes(99)), Desk())
    assert isinstance(made, Rejection)
    assert (made.outcome, made.reason, made.media_type) == (Outcome.REJECTED, Reason.BINARY, "image/png")
    assert made.sentence().startswith("binary: ")


def test_a_page_that_came_instead_is_rejected() -> None:
    """A cookie wall is no article."""
    wall = (
        "Your privacy matters to Osk Courier\n\n"
        "We and our partners use cookies to measure how this website is read. You can change your consent at any time. "
        "By clicking below you agree to our cookie policy and to the processing of your personal data by our partners.\n"
    )
    made = parse(raw(wall.encode()), Desk())
    assert isinstance(made, Rejection)
    assert made.reason == Reason.STUB


def test_what_is_only_furniture_is_no_article() -> None:
    """Where nothing is left when the residue is taken out, there is nothing to file."""
    made = parse(raw(b"Accept all cookies\nRead more\nShare\n"), Desk())
    assert isinstance(made, Rejection)
    assert made.reason in (Reason.STUB, Reason.NO_TEXT)


def test_stages_are_told_in_order() -> None:
    """Whoever times the stages hears of each once, as it ends."""
    laps: list[str] = []
    parse(raw(HARBOUR.encode()), Desk(), laps.append)
    assert laps == ["read", "fields", "repair", "passages", "facts", "fingerprint"]


def test_side_by_side_documents_become_what_each_becomes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither neighbours nor their troubles touch a document; the results stand in the order of the documents."""
    desk, fingerprint = Desk(outlets=known_outlets()), pipeline.fingerprint

    def faulty(body: str) -> object:
        if "Larkhaven handled" in body:
            raise ZeroDivisionError("no letters")
        return fingerprint(body)

    monkeypatch.setattr(pipeline, "fingerprint", faulty)
    documents = [raw(b""), *SAMPLES.values(), raw(HARBOUR.encode()), raw(b"\x89PNG\r\n\x1a\n" + bytes(99))]
    documents = documents[::2] + documents[1::2]
    together, alone = parse_together(documents, desk), [parse(document, desk) for document in documents]
    assert [repr(result) for result in together] == [repr(result) for result in alone]
    assert {type(result) for result in together} == {Parsed, Rejection}
    assert [r.raw_document_id for r in together if isinstance(r, Rejection) and r.outcome == Outcome.FAILED] == [
        raw(HARBOUR.encode()).raw_document_id
    ]


def test_groups_are_bounded_in_documents_and_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every document is in one group, in order; a long one has a group of its own rather than swell that of others."""
    monkeypatch.setattr(pipeline, "TOGETHER", 3)
    monkeypatch.setattr(pipeline, "TOGETHER_BYTES", 100)
    documents = [raw(b"x" * size) for size in (1, 2, 3, 4, 60, 70, 500, 30, 70, 1)]
    sizes = [[len(document.payload) for document in group] for group in groups(documents)]
    assert sizes == [[1, 2, 3], [4, 60], [70], [500], [30, 70], [1]]
    assert list(groups([])) == []


def test_the_same_bytes_give_the_same_article() -> None:
    """Results depend on the bytes and the desk alone; the id is made from the bytes."""
    one, two = parse(raw(HARBOUR.encode()), Desk()), parse(raw(HARBOUR.encode()), Desk())
    assert isinstance(one, Parsed)
    assert isinstance(two, Parsed)
    assert (one.article, one.facts, one.repairs) == (two.article, two.facts, two.repairs)
    assert one.article.article_id == article_id(one.article.raw_document_id)


def test_mended_and_repaired_at_once() -> None:
    """Where mojibake and a repair meet, the rows still lead back to what came."""
    came = (
        "The mayor said it is a â€œ good day â€\x9d for Larkhaven.The port opened on Monday at the cafÃ© , he said.\n"
        * 3
    )
    parsed = parse(raw(came.encode()), Desk())
    assert isinstance(parsed, Parsed)
    assert rebuild(parsed.article.article_body, parsed.repairs) == came


def test_entries_with_broken_characters_are_read() -> None:
    """A JSON feed whose escapes are broken gives entries that can be stored."""
    feed = rb'{"version": "https://jsonfeed.org/version/1.1", "title": "Osk \ud800", "items": [{"id": "1", "title": "a \udfff", "content_text": "The \ud800 port."}]}'
    (entry,) = feed_members.members(feed, "feed.json")
    assert all("\ufffd" in s.value or s.value.isascii() for s in entry.statements)
    "".join(s.value for s in entry.statements).encode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry left the old harbour in the rain on Monday.", 11),
        ("渡船星期一早上因大风停航。市政府说乘客都已安全上岸。", 13),
        ("เรือข้ามฟากหยุดเดินเรือเมื่อเช้าวันจันทร์เพราะลมแรง", 14),
    ],
)
def test_words_of_scripts_without_spaces_are_counted_by_letters(text: str, words: int) -> None:
    """Two letters of Chinese are a word, three of Thai; other texts are counted by their spaces."""
    parsed = parse(raw(text.encode()), Desk())
    assert isinstance(parsed, Parsed)
    assert abs(parsed.article.word_count - words) <= 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("hi", Reason.NO_TEXT),
        ("Draft two", Reason.NO_TEXT),
        ("1 200 300 400", Reason.NO_TEXT),
        ("港湾", Reason.NO_TEXT),
        ('{"headline": "EIL: Hafen offen", "articleBody": "EIL: Hafen offen"}', Reason.HEADLINE_ONLY),
        ("FLASH: Larkhaven port reopens", None),
        ("Port reopens Monday", None),
        ("速報 港湾が再開", None),
    ],
)
def test_an_article_is_three_words_at_least(text: str, reason: Reason | None) -> None:
    """An alert is an article; a word or two, figures alone, or the headline again are none, and the reason says so."""
    found = parse(raw(text.encode(), "a.json" if text[0] == "{" else "a.txt"), Desk())
    assert (found.reason if isinstance(found, Rejection) else None) == reason
