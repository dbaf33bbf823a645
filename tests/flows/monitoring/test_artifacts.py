"""What a run leaves in the Prefect UI."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from flows.monitoring import artifacts
from flows.monitoring.artifacts import filled
from flows.run.summary import Line, Summary
from parsers.model import Outcome


def summary() -> Summary:
    """A run with one of each."""
    made = Summary("run")
    made.add(
        Line(arrival_id="1", document="/in/port.txt", outcome=Outcome.LOADED, headline="Port opens", repairs=3, words=7, facts=2, date_published=datetime(2025, 3, 3, tzinfo=UTC))
    )  # fmt: skip
    made.add(Line(arrival_id="2", document="-", outcome=Outcome.DUPLICATE))
    made.add(Line(arrival_id="3", document="/in/no.txt", outcome=Outcome.REJECTED, reason="empty: nothing in it"))
    made.repairs["word_join"] = 3
    made.facts["quantity"] = 2
    made.spend("parse: facts", 1.25)
    return made


def test_the_report_counts_everything() -> None:
    """Outcomes, repairs, the most repaired documents, facts, and the seconds of each stage stand on the page."""
    page = artifacts.report(summary())
    for part in ("3 documents: 1 duplicate, 1 loaded, 1 rejected", "| loaded | 1 |", "| word_join | 3 |", "- port.txt: 3 edits", "| quantity | 2 |", "| parse: facts | 1.25 |"):  # fmt: skip
        assert part in page


def test_a_run_without_anything_says_so() -> None:
    """Nothing arrived, and no empty chapters are printed."""
    page = artifacts.report(Summary("run"))
    assert "nothing arrived" in page
    assert "## Repairs" not in page


def test_keys_that_nothing_read_are_on_the_page() -> None:
    """The page names the most frequent keys, cut and in one line, counts the rest, and says what to do."""
    made = Summary("run")
    for number in range(600):
        made.add_unread([f"date\n{number:03} " + "x" * 100, "pubDay"])
    page = artifacts.report(made)
    assert "keys nothing read: pubDay (600 documents), date 000 " in page
    assert "x" * 61 not in page
    assert page.count("(1 document)") == 7
    assert " and 492 more; map them in fields.toml" in page


def test_the_table_begins_with_troubles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rejected and failed documents come first, with their reasons, and are never cut off by good ones."""
    left: list[tuple[str, Any]] = []
    monkeypatch.setattr("prefect.artifacts.create_table_artifact", lambda **a: left.append((a["key"], a["table"])))
    monkeypatch.setattr(
        "prefect.artifacts.create_markdown_artifact", lambda **a: left.append((a["key"], a["markdown"]))
    )
    monkeypatch.setattr(artifacts, "TABLE_ROWS", 2)
    artifacts.leave(summary())
    assert [key for key, _ in left] == ["ingest-outcomes", "ingest-report"]
    rows = left[0][1]
    assert [row["outcome"] for row in rows] == ["rejected", "loaded"]
    assert rows[0]["reason"] == "empty: nothing in it"
    assert (rows[1]["document"], rows[1]["date"], rows[1]["words"]) == ("port.txt", "2025-03-03", 7)


def test_columns_that_nobody_fills_are_left_out() -> None:
    """A table of good outcomes has no column of reasons; one reason is enough for it to be there."""
    rows: list[dict[str, object]] = [
        {"document": "a", "reason": "", "words": 3},
        {"document": "b", "reason": "", "words": 0},
    ]
    assert filled(rows) == [{"document": "a", "words": 3}, {"document": "b", "words": 0}]
    rows[1]["reason"] = "too short"
    assert filled(rows) == rows
    assert filled([]) == []
