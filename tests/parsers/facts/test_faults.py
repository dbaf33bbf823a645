"""A fault of one extractor costs the sentence on which it fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parsers.facts import faults, quantity, time
from parsers.facts.reading import Reading, Span
from parsers.known import Desk
from parsers.model import Fact, Parsed, RawDocument
from parsers.pipeline import parse
from parsers.sentences import boundaries

SENTENCES = tuple(f"The mill at Orra made {n} tonnes of flour in May 20{n:02d}." for n in range(10, 30))
TEXT = "A mill and its flour\n\n" + "\n\n".join(" ".join(SENTENCES[n : n + 4]) for n in range(0, 20, 4))


def parsed(text: str = TEXT) -> Parsed:
    raw = RawDocument(raw_document_id="0" * 64, payload=text.encode(), source_uri="mill.txt")
    result = parse(raw, Desk())
    assert isinstance(result, Parsed)
    return result


def facts(result: Parsed, kind: str) -> set[tuple[str, int | None, str | None]]:
    return {(f.exact, f.anchor_start, f.timex_value) for f in result.facts if f.kind == kind}


def places(result: Parsed, kind: str) -> set[tuple[str, int | None]]:
    return {(exact, anchor) for exact, anchor, _ in facts(result, kind)}


def failing(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    """Let the extractor of times fail on sentences with some words."""
    real = time.extract

    def extract(reading: Reading) -> Iterator[Fact]:
        for start, end in reading.sentences:
            for word in words:
                if word in reading.body[start:end]:
                    raise ValueError(f"no such thing as {word}")
        yield from real(reading)

    monkeypatch.setattr(time, "extract", extract)


def test_the_rest_of_the_text_keeps_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The article is filed with the facts of all other sentences, in their places, and the fault is noted."""
    whole = parsed()
    failing(monkeypatch, " 17 tonnes", " 25 tonnes")
    hurt = parsed()
    lost = facts(whole, "time") - facts(hurt, "time")
    assert facts(hurt, "time") < facts(whole, "time")
    assert {exact for exact, _, _ in lost} == {SENTENCES[7], SENTENCES[15]}
    assert places(hurt, "quantity") == places(whole, "quantity")
    assert hurt.notes == ("time: 2 of 20 sentences not read (ValueError: no such thing as  17 tonnes)",)
    assert whole.notes == ()


def test_an_extractor_that_always_fails_costs_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a fault in every sentence the tries are bounded, and the other kinds stay."""
    tries = 0

    def extract(reading: Reading) -> Iterator[Fact]:
        nonlocal tries
        tries += 1
        raise KeyError("always")

    monkeypatch.setattr(quantity, "extract", extract)
    result = parsed()
    assert not facts(result, "quantity")
    assert facts(result, "time")
    assert result.notes == ("quantity: 20 of 20 sentences not read (KeyError: 'always')",)
    assert tries < 40


def test_odd_values_cost_no_article() -> None:
    """Parts of years, days and clocks that no calendar has leave the article and its other facts as they are."""
    odd = "It was so in the 0th quarter of 1987, the 0th half of 2003, the 9th quarter, week 99 of 2011, at 25:61 on day 00."
    result = parsed(f"{TEXT}\n\n{odd}")
    assert result.notes == ()
    assert {s for s, _, _ in facts(result, "time")} >= set(SENTENCES)


def test_a_piece_of_a_reading_keeps_its_offsets() -> None:
    """`alone` blanks the rest of the body and leaves out what is not in the piece."""
    seen: list[Reading] = []

    def extract(reading: Reading) -> Iterator[Fact]:
        seen.append(reading)
        raise ValueError("look")
        yield

    result = parsed()
    reading = Reading(
        body=result.article.article_body, passages=result.passages, sentences=_spans(result), mentions=result.mentions,
        in_language="en", date_published=None, publisher=None, author=(), facts=result.facts,
    )  # fmt: skip
    faults.facts_of("time", extract, reading)
    for piece in seen[1:]:
        start, end = piece.sentences[0].start, piece.sentences[-1].end
        assert piece.body[start:end] == reading.body[start:end]
        assert len(piece.body) == len(reading.body)
        assert not piece.body[:start].strip()
        assert not piece.body[end:].strip()
        assert all(start <= f.start_char and f.end_char <= end for f in piece.facts)


def _spans(result: Parsed) -> tuple[Span, ...]:
    return tuple(
        Span(*s) for p in result.passages for s in boundaries(result.article.article_body, p.start_char, p.end_char)
    )
