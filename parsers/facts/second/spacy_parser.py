"""The parser of a trained spaCy pipeline, the one that also adds mentions (`mentions/spacy_pipeline.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.facts.mentions.spacy_pipeline import loaded
from parsers.facts.second.words import Word


@dataclass(frozen=True, slots=True)
class SpacyParser:
    """A parser by the name of its pipeline; a pipeline without a component `parser` says nothing."""

    name: str

    def parsed(self, sentences: Sequence[str]) -> Iterator[tuple[Word, ...]]:
        """The words of each sentence. Raises PipelineMissing."""
        pipeline = loaded(self.name)
        if "parser" not in pipeline.pipe_names:
            yield from (() for _ in sentences)
            return
        for document in pipeline.pipe(sentences, disable=["ner"]):
            yield tuple(Word(w.idx, w.idx + len(w.text), w.tag_, w.dep_, w.head.i) for w in document)


def parser(spacy_pipeline: str | None = None) -> SpacyParser | None:
    """The parser of the pipeline of this name; None where none is turned on."""
    return SpacyParser(spacy_pipeline) if spacy_pipeline else None
