"""Pages and tables on the Prefect server show hostile words as words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from markdown_it import MarkdownIt

from flows import maintain
from flows.monitoring import artifacts, desk_report
from flows.monitoring.history import Pruned
from flows.run.summary import Line, Summary
from parsers.model import Outcome
from warehouse.asking.desk_figures import DeskFigures, Spread
from warehouse.filing.checks import Checked

NOW = datetime(2026, 1, 2, tzinfo=UTC)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
HOSTILE = (
    "![pixel](https://evil.example/a.png)", "[click](javascript:alert(1))", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "a | b | c",
    "<https://evil.example>", "# big", "**bold** `code`", "line\n\n# break", "x\x1b[2Jy\u202egnp", "&lt;img&gt;", "1. item", "- item",
)  # fmt: skip


def summary(said: str) -> Summary:
    """A run in which every word is the same."""
    made = Summary("run")
    made.lines.append(Line(arrival_id="1", document=f"/inbox/{said}", outcome=Outcome.REJECTED, reason=said, headline=said, publisher=said, repairs=3))  # fmt: skip
    made.outcomes.update({"rejected": 1})
    made.repairs.update({said: 1})
    made.facts.update({said: 1})
    made.unread.update({said: 1})
    made.notes.append(said)
    made.seconds[said] = 1.0
    return made


def pages(said: str) -> list[str]:
    """All pages that words of documents get to."""
    spread = Spread(story_id="s", headline=said, outlets=(said, said), outlets_before=0, articles=2)
    figures = DeskFigures(
        outcomes=((said, 1),), sources=((said, 1),), stories=(spread,), quarantine=((said, 1),), feeds=((said, said),), runs=((said, said, 1),), stages=((said, 1.0),), deliveries=((said, said),),
        articles=1, newest=NOW,
    )  # fmt: skip
    done = maintain.Maintained(checked=(Checked(rule=said, violations=1),), rows=((said, 1),), sizes=((said, 1),), pruned=Pruned(note=said), stale_files=0, mended=((said, 1),))  # fmt: skip
    return [artifacts.report(summary(said)), desk_report.page(figures, NOW), maintain.page(done)]


def shape(page: str) -> list[str]:
    """What a page is made of, without its words."""
    tokens = MARKDOWN.parse(page)
    inner = [child.type for token in tokens for child in token.children or () if child.type not in ("text", "text_special", "softbreak")]  # fmt: skip
    return [token.type for token in tokens] + inner


@pytest.mark.parametrize("said", HOSTILE)
def test_pages_have_the_same_shape_whatever_the_words(said: str) -> None:
    """No element comes from a document: headings, rows, cells and emphasis are those of harmless words."""
    for hostile, harmless in zip(pages(said), pages("ferry"), strict=True):
        assert shape(hostile) == shape(harmless)
        assert "\x1b" not in hostile
        assert "\u202e" not in hostile


@pytest.mark.parametrize("said", HOSTILE)
def test_cells_of_tables_are_words(said: str) -> None:
    """Prefect's pages read the cells of a table artifact as Markdown, links and pictures included; ours hold none."""
    (row,) = artifacts.filled([artifacts._row(line) for line in summary(said).lines])
    for cell in ("document", "reason", "headline", "publisher"):
        assert shape(str(row[cell])) == shape("ferry")
        assert "\x1b" not in str(row[cell])
