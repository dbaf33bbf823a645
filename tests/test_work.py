"""Parsing does not become dearer without anybody saying so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import work

CHANGELOG = Path(__file__).resolve().parents[1] / "CHANGELOG.md"

MOST = 1.2
"""Growth from which the work needs a line in the changelog."""


@pytest.mark.skipif(work.VERSION not in work.figures(), reason=f"nobody has counted with Python {work.VERSION}")
def test_parsing_takes_no_more_calls() -> None:
    """50 documents take less than a fifth more calls of functions than when they were last counted."""
    now, before = work.calls_of_another_process(), work.figures()[work.VERSION]
    assert now < MOST * before, (
        f"parsing takes {now:,} calls of functions, {now / before:.2f} times what it took; find out why, or renew the figure "
        "(python -m tests.benchmarks.work --renew) and say in CHANGELOG.md how many it takes now and what for"
    )


def test_the_changelog_names_the_calls() -> None:
    """Whoever renews a figure writes it into the changelog."""
    changelog = CHANGELOG.read_text("utf-8")
    assert [f"{calls:,}" for calls in work.figures().values() if f"{calls:,}" not in changelog] == []


def test_documents_are_whole_and_glued() -> None:
    """There are 50, all different, and words ran together in some."""
    payloads = [document.payload for document in work.documents()]
    assert len(set(payloads)) == work.DOCUMENTS
    assert work.run_together("one two three four\nfive", 9) == b"one twothreefour\n\nfive"
