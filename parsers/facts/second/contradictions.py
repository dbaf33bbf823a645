"""Where a parse contradicts a fact: another subject, another speaker, a denial."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.facts.reading import Reading, Span
from parsers.facts.second.words import BORDERS, PRONOUNS, SUBJECTS, Word, beside, clause, path, word_at
from parsers.model import Fact, Mention


def is_risky(fact: Fact) -> bool:
    """Whether a parse may contradict a fact: one with a subject, a speaker with a verb, or a happening that is said to be."""
    if fact.certainty != "certain" or fact.anchor_start is None:
        return False
    if fact.kind == "quotation":
        return bool(fact.speaker and fact.cue)
    return bool(fact.subject) if fact.kind == "quantity" else fact.kind in _HAPPENINGS and fact.polarity == "+"


_HAPPENINGS = frozenset(("event", "agreement"))


def contradicted(reading: Reading, sentence: Span, words: Sequence[Word], fact: Fact) -> bool:
    """Whether the words of a fact's sentence, as parsed, say something else."""
    anchor = word_at(words, fact.anchor_start or 0)
    if anchor is None:
        return False
    if fact.kind == "quantity":
        return _of_another_clause(reading, sentence, words, anchor, fact.subject or "")
    if fact.kind == "quotation":
        return _said_by_another(reading, sentence, words, anchor, fact)
    return any(w.relation == "neg" and w.head == anchor for w in words)


def _of_another_clause(reading: Reading, sentence: Span, words: Sequence[Word], anchor: int, subject: str) -> bool:
    """Whether a subject, wherever its words are in the sentence, is in another clause than its figure."""
    own = clause(words, anchor)
    places = list(_heads(reading.body, sentence, words, subject))
    return bool(places) and not any(_meets(words, own, place) for place in places)


def _heads(body: str, sentence: Span, words: Sequence[Word], phrase: str) -> Iterator[int]:
    """The head words of a phrase wherever it is in a sentence."""
    for found in re.compile(re.escape(phrase)).finditer(body, sentence.start, sentence.end):
        inside = [i for i, w in enumerate(words) if found.start() <= w.start and w.end <= found.end()]
        yield from (i for i in inside if words[i].head not in inside or words[i].head == i)


def _meets(words: Sequence[Word], own: Sequence[int], place: int) -> bool:
    """Whether a word belongs to one of some others within its clause."""
    for at in path(words, place):
        if at in own:
            return True
        if words[at].relation in BORDERS:
            return False
    return False


def _said_by_another(reading: Reading, sentence: Span, words: Sequence[Word], cue: int, fact: Fact) -> bool:
    """Whether the verb of a quotation has a subject, no pronoun, that is not the speaker named in the same sentence."""
    subject = next((i for i, w in enumerate(words) if w.head == cue and w.relation in SUBJECTS), None)
    if subject is None or words[subject].tag in PRONOUNS:
        return False
    spoken = (fact.speaker or "").lower().split()
    ids = {party.entity_id for party in fact.parties}
    theirs = [m for m in reading.mentions_in(sentence.start, sentence.end) if m.entity_id in ids]
    if not theirs and spoken[-1] not in reading.body[sentence.start : sentence.end].lower():
        return False  # "the mayor said", who is named elsewhere
    return not any(_names(reading.body, words[i], spoken, theirs) for i in beside(words, subject))


def _names(body: str, word: Word, spoken: Sequence[str], theirs: Sequence[Mention]) -> bool:
    """Whether a word is one of a speaker's name or phrase, or lies in a name of the speaker."""
    if body[word.start : word.end].lower() in spoken:
        return True
    return any(m.start_char <= word.start < m.end_char for m in theirs)
