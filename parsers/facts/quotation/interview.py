"""The answers of an interview: a passage of kind `answer` is the direct speech of its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.quotation.resolution import Company
from parsers.facts.reading import Reading
from parsers.model import Fact, Party, Passage


def answers(reading: Reading, company: Company) -> Iterator[Fact]:
    """A quotation for every answer with a speaker, its `object` the question it answers."""
    questions = {p.ordinal: p for p in reading.passages if p.kind == "question"}
    for passage in reading.passages:
        if passage.kind == "answer" and passage.speaker and not _asked(reading, passage, passage.speaker):
            yield _answer(
                reading, passage, questions.get(passage.answers) if passage.answers is not None else None, company
            )


_LABEL = re.compile(r"\s*[^:\n]{1,60}:\s+")
_THANKS = re.compile(r"(?:many |well, |great, |okay, )?(?:thanks|thank you|welcome)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:you|your)\b[^.!?]{0,200}\?[”\"’']?\s*\Z", re.IGNORECASE)
_SHORT = 200
"""Characters of the longest passage that only thanks or leads over to the next question."""


def _asked(reading: Reading, passage: Passage, speaker: str) -> bool:
    """Whether a passage is the interviewer's: it thanks or greets the speaker by name, or ends by asking `you`."""
    text = reading.body[passage.start_char : passage.end_char]
    label = _LABEL.match(text)
    words = text[label.end() :] if label and speaker.split()[-1] in label.group() else text
    if len(words) > _SHORT:
        return False
    named = any(re.search(rf"\b{re.escape(part)}\b", words) for part in speaker.split() if len(part) > 2)
    return (named and bool(_THANKS.match(words))) or (label is None and bool(_QUESTION.search(words)))


def _answer(reading: Reading, passage: Passage, question: Passage | None, company: Company) -> Fact:
    name, entity_id = _full_name(company, passage.speaker or "")
    asked_by = question.speaker if question else None
    return Fact(
        kind="quotation",
        start_char=passage.start_char,
        end_char=passage.end_char,
        extractor="quotation",
        extractor_version="1",
        subtype="answer",
        subject=name,
        object=reading.body[question.start_char : question.end_char] if question else None,
        speaker=name,
        speaker_role=company.roles.get(entity_id) if entity_id else None,
        medium=f"interview with {asked_by}" if asked_by else "interview",
        quote_type="direct",
        parties=(Party(role="speaker", entity_id=entity_id),) if entity_id else (),
    )


def _full_name(company: Company, label: str) -> tuple[str, str | None]:
    """The full name and entity behind a speaker's label (`Hajiyev:`)."""
    for mention in company.people:
        if mention.surface == label or mention.name == label or mention.name.endswith(" " + label):
            return mention.name, mention.entity_id
    return label, None
