"""Golden pages: what each kind of page is filed as, or why it is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parsers.fields import known_outlets
from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse

GOLDEN = Path(__file__).parents[2] / "golden" / "page"
CASES = sorted(GOLDEN.glob("*.html"))
FIELDS = (
    "headline", "author", "byline", "publisher", "republisher", "date_published", "date_published_source", "date_published_precision",
    "date_published_offset", "date_modified", "url", "in_language", "genre",
)  # fmt: skip


def said(path: Path) -> dict[str, object]:
    """What a page is filed as: fields, body, rules of the repairs of its characters, times of its updates; or the refusal."""
    raw = RawDocument(raw_document_id="0" * 64, payload=path.read_bytes(), source_uri=path.name, source_kind="page")
    found = parse(raw, Desk(outlets=known_outlets()))
    if not isinstance(found, Parsed):
        return {"refused": found.reason, "detail": found.detail}
    article = found.article
    record: dict[str, object] = {f: getattr(article, f) for f in FIELDS if getattr(article, f) not in (None, ())}
    record["article_body"] = article.article_body.split("\n\n")
    record["characters"] = [r.rule for r in found.repairs if r.kind == "charset"]
    record["times"] = [str(p.time) for p in found.passages if p.time]
    return json.loads(json.dumps({k: v for k, v in record.items() if v != []}, default=str))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_golden_pages_are_filed_as_recorded(path: Path) -> None:
    """Every golden page gives exactly the record beside it."""
    assert said(path) == json.loads(path.with_suffix(".json").read_text("utf-8"))


def test_every_page_has_its_record_and_every_record_its_page() -> None:
    """No orphans."""
    assert {p.stem for p in CASES} == {p.stem for p in GOLDEN.glob("*.json")}
