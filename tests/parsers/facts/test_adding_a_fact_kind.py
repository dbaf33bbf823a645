"""The worked example of docs/adding-a-fact-kind.md works as printed."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from parsers.facts.reading import reading
from tests.parsers.facts.test_golden_facts import article_of

PAGE = Path(__file__).parents[3] / "docs" / "adding-a-fact-kind.md"


def block(language: str) -> str:
    """The text of the page's block in a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(encoding="utf8"), re.DOTALL | re.MULTILINE)
    return str(found)


def test_the_example_gives_the_golden_facts_it_prints() -> None:
    """The module on the page, run on the golden text on the page, gives the golden facts on the page and no others."""
    module = ModuleType("rating")
    exec(compile(block("python"), str(PAGE), "exec"), module.__dict__)
    golden, text = json.loads(block("json")), block("text")
    found = list(module.extract(reading(*article_of(text, golden["date_published"]))))
    rows = [asdict(f) | {"anchor": text[f.anchor_start : f.anchor_end]} for f in found]
    assert [{key: row[key] for key in wanted} for row, wanted in zip(rows, golden["facts"], strict=True)] == golden[
        "facts"
    ]
