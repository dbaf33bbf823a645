"""Words that can change the standing of what a sentence tells: a sentence without any of them is asserted."""

from __future__ import annotations

from parsers.facts.syntax import cues
from parsers.facts.syntax.model import Link

WORDS = (
    cues.NOBODY
    | cues.NOT_THAT
    | cues.DOUBT
    | cues.WITHOUT
    | cues.SCARCE
    | cues.BRINK
    | cues.WRONGLY
    | (cues.EARLIER - {"first"})
    | cues.OF_INFINITIVES.keys()
    | cues.ADJECTIVES.keys()
    | cues.ADVERBS.keys()
    | cues.MODALS.keys()
    | {"if", "unless", "whether", "lest", "?", "not", "never", "would", "ll", "wo", "able", "yet"}
)
VERBS = (
    cues.NEGATIVE
    | cues.DISMISSING
    | cues.DOUBT
    | cues.PARTICLES.keys()
    | cues.COMPLEMENT.keys()
    | cues.OBJECT.keys()
    | cues.ASKING_FOR
    | cues.INFINITIVE.keys() - {"be", "say", "report", "set"}
)

INNER: frozenset[Link] = frozenset(
    ("complement", "question", "infinitive", "gerund", "participle", "main", "coordinate")
)
"""Links through which the standing of the clause around goes on; relative and adverbial clauses stand for themselves."""

UNTIL = frozenset(("until", "till"))
