"""The notebook runs on the sample documents and draws what it says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.cookbook import seeds

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebooks" / "desk.py"


@pytest.mark.skipif(importlib.util.find_spec("marimo") is None, reason="marimo is not installed")
def test_the_notebook_draws_three_charts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories over time, sources per story and a timeline of facts are charts with data behind them."""
    monkeypatch.setenv("NEWSDESK_DATABASE", str(seeds(tmp_path).published))
    spec = importlib.util.spec_from_file_location("notebook", NOTEBOOK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, found = module.app.run()
    for name in ("stories_over_time", "sources_per_story", "timeline_of_facts"):
        chart = found[name].to_dict()
        assert chart["data"]["values"], name
        assert chart["encoding"]["x"]
