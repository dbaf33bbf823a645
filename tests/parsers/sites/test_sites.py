"""Rules of single sites: each proven by a page, each for its time, and none silently aged."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from parsers.formats.html import read
from parsers.model import Copy, RawDocument
from parsers.sites import of_toml, rule_for, rules
from parsers.sniff import HTML

GOLDEN = Path(__file__).parents[2] / "golden" / "sites"


def copy_of(payload: bytes, uri: str = "page.html") -> Copy:
    """The copy of a page."""
    return read(RawDocument(raw_document_id="x", payload=payload, source_uri=uri, source_kind="page"), HTML)


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_every_rule_has_a_page_that_proves_it(rule) -> None:  # type: ignore[no-untyped-def]
    """The golden page of a rule gives exactly the recorded blocks and statements."""
    copy = copy_of((GOLDEN / f"{rule.name}.html").read_bytes())
    wanted = json.loads((GOLDEN / f"{rule.name}.json").read_text())
    assert [[b.kind, copy.text[b.raw_start : b.raw_end]] for b in copy.blocks] == wanted.pop("blocks")
    said = {s.field: s.value for s in reversed(copy.statements)}
    assert {k: said[k] for k in wanted} == wanted
    assert "site_rule" not in said


def test_a_page_without_a_rule_is_an_orphan() -> None:
    """Every golden page belongs to a rule."""
    assert {p.stem for p in GOLDEN.iterdir()} == {r.name for r in rules()}


def test_rules_hold_for_their_time_and_hosts() -> None:
    """A rule with an end is for the archive only; hosts include their subdomains and no namesakes."""
    rule = of_toml("r", 'hosts = ["a.example"]\nsince = 2020-01-01\nuntil = 2024-01-01\nbody = "p"')
    assert rule.holds("a.example", date(2021, 1, 1))
    assert rule.holds("news.a.example", date(2020, 1, 1))
    assert not rule.holds("a.example", date(2024, 1, 1))
    assert not rule.holds("a.example", None)
    assert not rule.holds("nota.example", date(2021, 1, 1))
    assert rule_for("www.press.example", date(2026, 1, 1))
    assert rule_for("other.example", None) is None


def test_an_aged_rule_steps_aside_and_says_so() -> None:
    """When a selector matches nothing, the page is read like any other and carries the fact."""
    text = "The harbour board met on Friday and agreed on new fees for large ships, its speaker said. " * 5
    page = f'<!doctype html><html><head><link rel="canonical" href="https://press.example/x"></head><body><main><h1>Fees</h1><p>{text}</p></main></body></html>'
    copy = copy_of(page.encode())
    assert "agreed on new fees" in copy.text
    assert [s.value for s in copy.statements if s.field == "site_rule"] == [
        "press_example: matches nothing on this page"
    ]
