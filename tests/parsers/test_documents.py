"""Whole documents: every sample in `seeds/`, and beside it in `tests/golden/documents/` what must be made of it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from parsers.fields import known_outlets
from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse

SEEDS = Path(__file__).parents[2] / "seeds"
GOLDEN = Path(__file__).parents[1] / "golden" / "documents"
SAMPLES = {path.stem: path for path in SEEDS.iterdir() if path.suffix in (".txt", ".html")}
CASES = sorted(SAMPLES.keys() | {path.stem for path in GOLDEN.iterdir()})
FIELDS = (
    "publisher",
    "republisher",
    "author",
    "headline",
    "dateline",
    "genre",
    "in_language",
    "date_published_precision",
)


def made_of(path: Path) -> dict[str, Any]:
    """What the pure middle makes of a sample: fields, the day, and the passages in reading order."""
    payload = path.read_bytes()
    raw = RawDocument(raw_document_id=hashlib.sha256(payload).hexdigest(), payload=payload, source_uri=path.name)
    parsed = parse(raw, Desk(outlets=known_outlets()))
    assert isinstance(parsed, Parsed), parsed
    article = parsed.article
    fields = {name: getattr(article, name) for name in FIELDS}
    shown = {k: list(v) if isinstance(v, tuple) else v for k, v in fields.items() if v}
    if article.date_published:
        shown["date_published"] = article.date_published.isoformat()
    passages = [[p.kind, p.speaker, article.article_body[p.start_char : p.end_char]] for p in parsed.passages]
    gaps = [
        article.article_body[max(0, r.start_char - 16) : r.start_char + 16] for r in parsed.repairs if r.kind == "gap"
    ]
    return {"fields": shown, "passages": passages, **({"gaps": gaps} if gaps else {})}


@pytest.mark.parametrize("case", CASES)
def test_samples_become_what_is_described(case: str) -> None:
    """Every sample has its description and gives exactly its fields, passages and gaps."""
    assert case in SAMPLES, f"{case}: described, but there is no such sample in seeds/"
    golden = GOLDEN / f"{case}.json"
    assert golden.exists(), f"{case}: a sample needs its description in {GOLDEN.name}/"
    described = json.loads(golden.read_text(encoding="utf-8"))
    assert described.pop("requirement").endswith("."), "a description says in one sentence what it requires"
    assert made_of(SAMPLES[case]) == described


def test_the_readme_of_the_samples_names_each() -> None:
    """Every sample stands in the table of seeds/README.md, and nothing stands there that is not a sample."""
    named = {
        part
        for part in (SEEDS / "README.md").read_text(encoding="utf-8").split("`")
        if part.endswith((".txt", ".html", ".gz"))
    }
    assert named == {path.name for path in SEEDS.iterdir() if path.suffix in (".txt", ".html", ".gz")}
