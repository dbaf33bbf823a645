"""Mentions from a trained spaCy pipeline that the user has installed and turned on; without one nothing changes.

spaCy is no dependency: it is imported when a pipeline is named (`Desk.spacy_pipeline`), and nothing is downloaded.
Entity labels are those of the OntoNotes and WikiNER schemes, which spaCy's own pipelines use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from parsers.facts.mentions import gazetteer
from parsers.facts.mentions.names import entity_id
from parsers.model import EntityType, Mention

_TYPES: Final[dict[str, EntityType]] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "programme",
    "LAW": "programme",
}
_PIECE = 100_000
"""Characters given to the pipeline at once; a trained parser needs about a gigabyte per 100,000."""


class PipelineMissing(LookupError):
    """The pipeline that was asked for is not installed, or spaCy itself is not."""


@dataclass(frozen=True, slots=True)
class SpacyPipeline:
    """A provider of mentions: a pipeline by the name under which it is installed (`en_core_web_sm`) or its folder."""

    name: str

    def find(self, body: str, sentences: tuple[tuple[int, int], ...]) -> Iterable[Mention]:
        """The pipeline's entities of the types that the desk keeps, in body offsets. Raises PipelineMissing."""
        pipeline = loaded(self.name)
        for start, end in _pieces(len(body), sentences):
            for entity in pipeline(body[start:end]).ents:
                kind = _TYPES.get(entity.label_)
                if kind and entity.text.strip():
                    yield _mention(body, kind, start + entity.start_char, start + entity.end_char)


@lru_cache(maxsize=2)
def loaded(name: str) -> Any:  # noqa: ANN401 - spaCy's Language; spaCy is no dependency, so its types are not there
    """The pipeline of this name, loaded once. Raises PipelineMissing."""
    try:
        return import_module("spacy").load(name, exclude=["lemmatizer", "attribute_ruler"])
    except (ImportError, OSError) as error:
        raise PipelineMissing(
            f"spaCy pipeline {name!r} cannot be loaded; install it with `python -m spacy download {name}`"
        ) from error


def _pieces(length: int, sentences: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """The body in pieces of whole sentences."""
    start = 0
    for _, end in sentences:
        if end - start >= _PIECE:
            yield start, end
            start = end
    if start < length:
        yield start, length


def _mention(body: str, kind: EntityType, start: int, end: int) -> Mention:
    surface = body[start:end]
    country = gazetteer.countries().get(surface) if kind == "place" else None
    name = country.name if country else surface
    return Mention(
        entity_id=entity_id(kind, name),
        entity_type=kind,
        name=name,
        start_char=start,
        end_char=end,
        surface=surface,
        country=country.code if country else None,
    )
