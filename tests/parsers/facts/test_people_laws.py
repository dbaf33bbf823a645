"""Laws of the facts about people: spans hold, results repeat, and hostile text is only long, not slow."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.facts import EXTRACTORS, extract
from parsers.facts.reading import reading
from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import article_of

_WORDS = st.sampled_from(
    "Ann Poole Halden Norway President of the and , . “ ” \" ' said that told plans to build a plant signed an agreement with visited was elected "
    "(NHI) Northern Harbour Initiative minister CEO Ltd \n\n he she 2024 $5 million : — who".split(" ")
)


def _facts(text: str) -> tuple[Fact, ...]:
    return extract(*article_of(text, "2024-06-30")).facts


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=60))
def test_every_span_holds(words: list[str]) -> None:
    """Evidence and anchors lie inside the body, evidence is never empty, and a party's id says what it is."""
    text = " ".join(words)
    for fact in _facts(text):
        assert 0 <= fact.start_char < fact.end_char <= len(text)
        assert (fact.anchor_start is None) == (fact.anchor_end is None)
        assert (
            fact.anchor_start is None
            or fact.anchor_end is None
            or 0 <= fact.anchor_start < fact.anchor_end <= len(text)
        )
        assert all("/" in party.entity_id for party in fact.parties)


@settings(max_examples=40, deadline=None)
@given(st.lists(_WORDS, max_size=60))
def test_the_same_text_gives_the_same_facts(words: list[str]) -> None:
    """Nothing but the text decides."""
    text = " ".join(words)
    assert _facts(text) == _facts(text)


def test_every_extractor_names_itself_in_its_facts() -> None:
    """A fact's extractor and version are those of the module that found it."""
    text = "Ann Poole, mayor of Halden, said on Monday: “Norway will build a port.” She signed an agreement with Estonia (the NHI)."
    found = reading(*article_of(text, "2024-06-30"))
    for extractor in EXTRACTORS:
        facts = tuple(extractor.extract(found))
        assert all(
            (f.kind, f.extractor, f.extractor_version) == (extractor.KIND, extractor.KIND, extractor.VERSION)
            for f in facts
        )
        found = replace(found, facts=found.facts + facts)
    assert {f.kind for f in found.facts} >= {"role", "quotation", "agreement", "project"}
