"""A spaCy pipeline adds mentions where one is installed and turned on, and nothing changes without it."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from parsers.facts.mentions import DEFAULT, find, providers, spacy_pipeline
from parsers.facts.mentions.spacy_pipeline import PipelineMissing, SpacyPipeline

BODY = "Ann Poole met the wardens of quayside in Halden."
SENTENCES = ((0, len(BODY)),)


def _fake_spacy(*entities: tuple[str, str]) -> ModuleType:
    """A stand-in for spaCy whose pipeline finds the given texts."""

    def pipeline(text: str) -> SimpleNamespace:
        found = [(text.find(t), t, label) for t, label in entities if t in text]
        return SimpleNamespace(
            ents=[SimpleNamespace(text=t, label_=label, start_char=a, end_char=a + len(t)) for a, t, label in found]
        )

    module = ModuleType("spacy")
    module.load = lambda name, exclude: pipeline  # type: ignore[attr-defined]
    return module


def test_without_a_pipeline_nothing_is_loaded() -> None:
    """No name, no provider beside the grammar."""
    assert providers(None) == DEFAULT


def test_a_pipeline_adds_what_the_grammar_does_not_find(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline's entities join the grammar's; where both found something, the grammar's stands."""
    spacy_pipeline.loaded.cache_clear()
    monkeypatch.setitem(
        sys.modules,
        "spacy",
        _fake_spacy(("wardens of quayside", "ORG"), ("Ann Poole met", "PERSON"), ("quayside in", "DATE")),
    )
    found = find(BODY, SENTENCES, providers("news_trained"))
    alone = find(BODY, SENTENCES)
    assert set(alone) < set(found)
    assert [(m.name, m.entity_type) for m in found if m not in alone] == [("wardens of quayside", "organisation")]
    spacy_pipeline.loaded.cache_clear()


def test_a_pipeline_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for a pipeline that is not there says which one, and how to get it."""
    spacy_pipeline.loaded.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(PipelineMissing, match="news_trained"):
        list(SpacyPipeline("news_trained").find(BODY, SENTENCES))
