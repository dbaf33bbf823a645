"""Golden facts: a text beside the facts it must give, one folder a kind."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from parsers.facts import extract
from parsers.model import Article, Fact, Passage

GOLDEN = Path(__file__).parents[2] / "golden" / "facts"
TEXTS = sorted(GOLDEN.glob("*/*.txt"))


def article_of(text: str, published: str | None) -> tuple[Article, tuple[Passage, ...]]:
    """A text as an article whose lines are its paragraphs."""
    moment = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    article = Article(
        article_id="golden",
        raw_document_id="golden",
        article_body=text,
        word_count=len(text.split()),
        parser_version="0",
        date_published=moment,
        in_language="en",
    )
    passages, start = [], 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\n")
        if body:
            passages.append(
                Passage(ordinal=len(passages), kind="paragraph", start_char=start, end_char=start + len(body))
            )
        start += len(line)
    return article, tuple(passages)


def facts_of(text: str, published: str | None = None) -> tuple[Fact, ...]:
    """The facts of a text."""
    return extract(*article_of(text, published)).facts


def test_every_golden_text_has_facts_and_every_golden_fact_a_text() -> None:
    """A golden text without its facts, or facts without a text, is a mistake."""
    assert TEXTS
    assert {p.with_suffix("") for p in TEXTS} == {p.with_suffix("") for p in GOLDEN.glob("*/*.json")}


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_golden_text_gives_its_facts_and_no_others(path: Path) -> None:
    """Each golden text gives the listed facts of its kind, in order, and no others; unlisted columns are free."""
    golden = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))
    text = path.read_text(encoding="utf8")
    found = [f for f in facts_of(text, golden.get("date_published")) if f.kind == path.parent.name]
    rows = [asdict(f) | {"anchor": text[f.anchor_start or f.start_char : f.anchor_end or f.end_char]} for f in found]
    assert [r["anchor"] for r in rows] == [g["anchor"] for g in golden["facts"]]
    for row, expected in zip(rows, golden["facts"], strict=True):
        assert {key: row[key] for key in expected} == expected
