"""What is looked for in which language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parsers.facts import EXTRACTORS, coverage, denials
from parsers.facts.quotation.languages import LANGUAGES
from parsers.facts.time.tongues import TONGUES

VIEW = Path(__file__).parents[3] / "warehouse" / "views" / "059_language_coverage.sql"
ROW = re.compile(r"\('(.+?)', '(\w+)', '(\w+)', (?:null|'((?:[^']|'')*)')\)")


def test_every_kind_of_fact_and_every_language_with_tables_is_told_of() -> None:
    """No extractor and no language with tables of its own is missing from the coverage."""
    assert set(coverage.KINDS) == {extractor.KIND for extractor in EXTRACTORS} | {denials.KIND}
    assert set(LANGUAGES) | set(TONGUES) | {"en", coverage.OTHER} == set(coverage.LANGUAGES)
    assert all(set(kinds) == set(coverage.KINDS) for kinds in coverage.LANGUAGES.values())


def test_the_view_says_what_the_parsers_know() -> None:
    """The rows of the view language_coverage are those of the table in the parsers."""
    rows = {(r[0], r[1]): (r[2], r[3].replace("''", "'") or None) for r in ROW.findall(VIEW.read_text(encoding="utf8"))}
    known = {(code, kind): tuple(found) for code, kinds in coverage.LANGUAGES.items() for kind, found in kinds.items()}
    assert rows == known


@pytest.mark.parametrize(
    ("language", "kind", "read"),
    [("en-GB", "event", True), (None, "event", True), ("de", "event", False), ("de", "quotation", True), ("fi", "role", False)],
)  # fmt: skip
def test_an_article_says_which_kinds_were_looked_for(language: str | None, kind: str, read: bool) -> None:
    """A kind that nobody looks for in a language is not among those read."""
    assert (kind in coverage.facts_read(language)) is read
