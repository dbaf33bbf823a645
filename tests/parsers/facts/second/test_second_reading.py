"""A second reading by a trained parser takes back what it contradicts, and adds nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from types import ModuleType, SimpleNamespace

import pytest

from parsers.facts import second
from parsers.facts.mentions import spacy_pipeline
from parsers.facts.mentions.names import entity_id
from parsers.facts.reading import Reading, Span
from parsers.facts.second.spacy_parser import SpacyParser, parser
from parsers.facts.second.words import Word
from parsers.model import Fact, Mention, Party


class Heads:
    """A parser whose parses are written by hand: `TAG/relation/head` a word."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def parsed(self, sentences: Sequence[str]) -> Iterator[tuple[Word, ...]]:
        """The words of each sentence that is known, with their heads."""
        self.asked += sentences
        return (_words(text, PARSES[text]) for text in sentences)


PARSES = {
    "Loans to mills fell by 5 pct.": "NNS/nsubj/3 IN/prep/0 NNS/pobj/1 VBD/ROOT/3 IN/prep/3 CD/nummod/6 NN/pobj/4 ./punct/3",
    "Mills said loans fell by 5 pct.": "NNS/nsubj/1 VBD/ROOT/1 NNS/nsubj/3 VBD/ccomp/1 IN/prep/3 CD/nummod/6 NN/pobj/4 ./punct/3",
    "Philips of Norway said it paid.": "NNP/nsubj/3 IN/prep/0 NNP/pobj/1 VBD/ROOT/3 PRP/nsubj/5 VBD/ccomp/3 ./punct/3",
    "The mayor said it paid.": "DT/det/1 NN/nsubj/2 VBD/ROOT/2 PRP/nsubj/4 VBD/ccomp/2 ./punct/2",
    "The yard did not merge.": "DT/det/1 NN/nsubj/4 VBD/aux/4 RB/neg/4 VB/ROOT/4 ./punct/4",
}


def _words(text: str, parse: str) -> tuple[Word, ...]:
    words, at = [], 0
    for token, (tag, relation, head) in zip(
        [*text.removesuffix(".").split(), "."], (p.split("/") for p in parse.split()), strict=True
    ):
        start = text.index(token, at)
        at = start + len(token)
        words.append(Word(start, at, tag, relation, int(head)))
    return tuple(words)


def _reading(text: str, fact: Fact, *names: str, dateline: str = "", language: str | None = "en") -> Reading:
    body = dateline + text
    mentions = tuple(
        Mention(entity_id("organisation", n), "organisation", n, body.index(n), body.index(n) + len(n), n)
        for n in names
    )  # fmt: skip
    return Reading(
        body=body, passages=(), sentences=(Span(0, len(body)),), mentions=mentions, in_language=language,
        date_published=None, publisher=None, author=(), facts=(fact,),
    )  # fmt: skip


def _fact(kind: str, body: str, anchor: str, subject: str, speaker: str | None = None, at: int = 0) -> Fact:
    start = at + body.index(anchor)
    return Fact(
        kind=kind, start_char=0, end_char=at + len(body), extractor=kind, extractor_version="1", subject=subject, speaker=speaker,
        cue=anchor if speaker else None, anchor_start=start, anchor_end=start + len(anchor),
        parties=(Party(role="speaker", entity_id=entity_id("organisation", speaker)),) if speaker else (),
    )  # fmt: skip


def _judged(text: str, fact: Fact, *names: str) -> Fact:
    return second.judged(_reading(text, fact, *names), Heads())[0]


def test_a_figure_keeps_a_subject_that_both_readings_see() -> None:
    """The subject of the figure's own clause stays."""
    text = "Loans to mills fell by 5 pct."
    fact = _fact("quantity", text, "5", "Loans")
    assert _judged(text, fact) == fact


def test_a_figure_loses_the_subject_of_another_clause() -> None:
    """A subject that the parser puts into a clause around the figure's is taken back; the figure stays."""
    text = "Mills said loans fell by 5 pct."
    found = _judged(text, _fact("quantity", text, "5", "Mills"))
    assert (found.subject, found.certainty) == (None, "certain")


def test_a_speaker_that_only_completes_the_subject_is_likely() -> None:
    """The verb's subject is Philips, so Norway as its speaker is no longer certain; Philips would be."""
    text = "Philips of Norway said it paid."
    wrong = _judged(text, _fact("quotation", text, "said", "Norway", "Norway"), "Philips", "Norway")
    right = _judged(text, _fact("quotation", text, "said", "Philips", "Philips"), "Philips", "Norway")
    assert (wrong.certainty, right.certainty) == ("likely", "certain")


def test_a_speaker_named_elsewhere_is_not_contradicted() -> None:
    """Who the mayor is was found in another sentence, of which the parse says nothing."""
    text = "The mayor said it paid."
    fact = _fact("quotation", text, "said", "Ann Poole", "Ann Poole")
    assert _judged(text, fact) == fact


def test_a_happening_that_the_parser_sees_denied_is_likely() -> None:
    """A verb with a negation is no certain event."""
    text = "The yard did not merge."
    assert _judged(text, _fact("event", text, "merge", "The yard")).certainty == "likely"


def test_only_sentences_of_risky_facts_are_parsed_and_without_their_dateline() -> None:
    """Times are not read again; a dateline, which parsers take for the subject, is left out."""
    text, dateline = "Mills said loans fell by 5 pct.", "HALDEN, March 4 - "
    heads = Heads()
    second.judged(_reading(text, _fact("time", text, "5", "x")), heads)
    assert heads.asked == []
    fact = _fact("quantity", text, "5", "Mills", at=len(dateline))
    found = second.judged(_reading(text, fact, dateline=dateline), heads)
    assert heads.asked == [text]
    assert found[0].subject is None


def test_other_languages_are_not_read_again() -> None:
    """The second reading is of English, as the first."""
    text = "Mills said loans fell by 5 pct."
    fact = _fact("quantity", text, "5", "Mills")
    assert second.judged(_reading(text, fact, language="de"), Heads()) == (fact,)


def test_without_a_pipeline_there_is_no_parser() -> None:
    """No name, no second reading."""
    assert parser(None) is None


@pytest.mark.parametrize(("components", "words"), [(["parser"], 1), (["ner"], 0)])
def test_a_pipeline_parses_where_it_has_a_parser(
    monkeypatch: pytest.MonkeyPatch, components: list[str], words: int
) -> None:
    """The words of the pipeline's documents, with tags, relations and heads; none from one without a parser."""
    word = SimpleNamespace(idx=0, text="Mills", tag_="NNS", dep_="ROOT", head=SimpleNamespace(i=0))
    pipeline = SimpleNamespace(pipe_names=components, pipe=lambda texts, disable: [[word] for _ in texts])
    module = ModuleType("spacy")
    module.load = lambda name, exclude: pipeline  # type: ignore[attr-defined]
    spacy_pipeline.loaded.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", module)
    assert list(SpacyParser("news_trained").parsed(["Mills"])) == [(Word(0, 5, "NNS", "ROOT", 0),) * words]
    spacy_pipeline.loaded.cache_clear()
