"""Golden documents: `tests/golden/fields/<case>.txt` and, beside it, `<case>.json` with what must be read off it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from parsers.fields import known_outlets, read
from parsers.model import Copy, Fields, Statement

FOLDER = Path(__file__).parents[2] / "golden" / "fields"
CASES = sorted(path.stem for path in FOLDER.iterdir())
SHOWN = (
    "publisher", "republisher", "author", "byline", "dateline", "credit_text", "headline", "date_published", "date_published_source",
    "date_published_precision", "date_modified", "in_language", "genre", "editor_note", "url", "canonical_url",
)  # fmt: skip


def described(case: str) -> dict[str, Any]:
    """The case's description; fails with a plain sentence when either half of the pair is missing."""
    for suffix in (".txt", ".json"):
        assert (FOLDER / (case + suffix)).exists(), f"{case}: a case is a .txt and a .json; {suffix} is missing"
    return json.loads((FOLDER / f"{case}.json").read_text(encoding="utf-8"))


def copy_of(case: str, description: dict[str, Any]) -> Copy:
    """The case as a format reader would hand it over."""
    text = (FOLDER / f"{case}.txt").read_text(encoding="utf-8")
    statements = tuple(Statement(**s) for s in description.get("statements", ()))
    return Copy(text=text, media_type="text/plain", charset="utf-8", statements=statements)


def shown(fields: Fields) -> dict[str, Any]:
    """Fields that hold something, as JSON has them."""
    row = {name: asdict(fields)[name] for name in SHOWN}
    return {
        k: v.isoformat() if isinstance(v, datetime) else list(v) if isinstance(v, tuple) else v
        for k, v in row.items()
        if v
    }


def body_of(copy: Copy, fields: Fields) -> str:
    """The text without its residue."""
    text = copy.text
    for mark in reversed([m for m in fields.marks if m.kind == "residue"]):
        text = text[: mark.raw_start] + text[mark.raw_end :]
    return text


@pytest.mark.parametrize("case", sorted(set(CASES)))
def test_fields_are_read_as_described(case: str) -> None:
    """Every golden document gives exactly the fields, the marks and the first and last words of body described."""
    description = described(case)
    assert description["requirement"].endswith("."), "a case says in one sentence what it requires"
    copy = copy_of(case, description)
    fields = read(copy, known_outlets())
    assert shown(fields) == description["fields"]
    marks = [[m.kind, m.rule, copy.text[m.raw_start : m.raw_end].strip()[:60]] for m in fields.marks]
    assert marks == description["marks"]
    body = body_of(copy, fields).strip()
    assert [body[:30], body[-30:]] == description["body_ends"]
