"""The notebook runs on the sample documents and draws what it says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.cookbook import seeds
from warehouse.mirrors.keeping import keep
from warehouse.mirrors.kinds import opener

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebooks" / "desk.py"


@pytest.mark.skipif(importlib.util.find_spec("marimo") is None, reason="marimo is not installed")
def test_the_notebook_draws_its_charts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories over time, sources per story, a timeline of facts and figures of a mirror are charts with data behind them."""
    place = seeds(tmp_path)
    keep(place, opener("parquet", str(tmp_path / "mirror")))
    monkeypatch.setenv("NEWSDESK_DATABASE", str(place.published))
    monkeypatch.setenv("NEWSDESK_MIRROR", str(tmp_path / "mirror"))
    spec = importlib.util.spec_from_file_location("notebook", NOTEBOOK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, found = module.app.run()
    for name in ("stories_over_time", "sources_per_story", "timeline_of_facts", "figures_by_unit"):
        chart = found[name].to_dict()
        assert chart["data"]["values"], name
        assert chart["encoding"]["x"]
    assert found["furthest"][0].articles >= found["furthest"][-1].articles > 0
