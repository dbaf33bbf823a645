"""The head of the phrase that speaks, by the clause reader, where what is nearest to the verb only completes it."""

from __future__ import annotations

from parsers.facts import syntax
from parsers.facts.neighbours import word_before
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.subjects import Subject
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase, lexicon

_COMPLETING = frozenset("of in at near for by from to with behind".split())
_LIST = 60
"""Characters before the last name of a list in which `of` may be."""
SELVES = frozenset("i we you it there this that these those one who which what".split())
_LONGEST = 14
"""Tokens of a phrase that speaks."""


def headed(reading: Reading, attribution: Attribution) -> Attribution:
    """An attribution to the head of its subject: `Norden of | Norway said` is Norden's, `a study in the Norden Review found` the study's."""
    cue, subject = attribution.cue, attribution.subject
    if cue is None or subject is None or attribution.inverted or not _may_complete(reading, cue, subject):
        return attribution
    located = syntax.around(reading, cue.start)
    clause = own_clause(located, cue) if located else None
    if located is None or clause is None or clause.subject is None:
        return attribution
    head = located.at + located.tokens.start[clause.subject.head]
    if subject.mention is not None and head >= subject.start:
        return attribution
    if subject.mention is None and located.at + located.tokens.start[clause.subject.start] <= subject.start:
        return attribution
    found = spoken(reading, located, clause.subject)
    return attribution._replace(subject=found) if found else attribution


def _may_complete(reading: Reading, cue: Cue, subject: Subject) -> bool:
    """Whether a name in front of its verb stands behind a preposition, or is the last place of a list."""
    if subject.end > cue.start:
        return False
    if subject.mention is None:
        return ", " in subject.text(reading.body)
    place = subject.mention.entity_type == "place"
    if reading.body[subject.start - 2 : subject.start] == ", ":
        return place
    word = word_before(reading.body, subject.start, 16).lower()
    if word in ("the", "minister", "president"):
        word = word_before(reading.body, subject.start - len(word) - 1, 16).lower()
    body = subject.mention.entity_type == "organisation"
    listed = word == "and" and (place or (body and " of " in reading.body[subject.start - _LIST : subject.start]))
    return listed or word in _COMPLETING or word.endswith(("'s", "’s"))


def own_clause(located: Located, cue: Cue) -> Clause | None:
    """The clause of a verb with a subject of its own in front of it."""
    token = located.token(cue.start)
    clause = located.parse.clause_of(token)
    verb, phrase = clause.verb, clause.subject
    if verb is None or verb.head != token or phrase is None or clause.inherited or clause.unsure:
        return None
    return clause if phrase.end <= verb.start else None


def reports_clause(reading: Reading, cue: Cue) -> bool:
    """Whether a verb has its subject in front and a clause behind: `Ann Poole, the mayor, said | Norden pays`."""
    located = syntax.around(reading, cue.start)
    clause = own_clause(located, cue) if located else None
    if located is None or clause is None or clause.verb is None:
        return False
    number, end, tags = located.parse.owner[clause.verb.head], clause.verb.end, located.parse.tags
    below = [c for c in located.parse.clauses if c.parent == number and c.link == "complement" and c.start >= end]
    return any(c.verb is not None and "," not in tags[end : c.verb.start] for c in below)


def spoken(reading: Reading, located: Located, phrase: Phrase) -> Subject | None:
    """A noun phrase as a subject; None for one that is nobody."""
    at, tokens = located.at, located.tokens
    low = tokens.low[phrase.start]
    if phrase.end - phrase.start == 1 and low in SELVES:
        return None
    start, end = at + tokens.start[phrase.start], at + tokens.end[phrase.end - 1]
    if phrase.end - phrase.start == 1 and low in ("he", "she", "they"):
        return Subject(start, end, None, "pronoun")
    if located.parse.tags[phrase.head] in "#D" or phrase.end - phrase.start > _LONGEST or _cut(located, phrase):
        return None
    inside = [m for m in reading.mentions_in(start, end) if m.start_char <= at + tokens.start[phrase.head] < m.end_char]
    if inside:
        return Subject(start, inside[0].end_char, inside[0], "name")
    return Subject(start, end, None, "nominal")


def _cut(located: Located, phrase: Phrase) -> bool:
    """Whether a phrase holds what no speaker does, so that a verb in it was not seen: a sum, a bounded figure, a verb."""
    tokens, tags, table = located.tokens, located.parse.tags, lexicon.table()
    for i in range(phrase.start + 1, phrase.end):
        if tokens.text[i] in _SIGNS or (tags[i] == "#" and tags[i - 1] == "R"):
            return True
        word = table.get(tokens.low[i]) if tags[i] == "N" and tokens.text[i] == tokens.low[i] else None
        if word is not None and word.usual == "V" and "b" in word.forms:
            return True
    return False


_SIGNS = frozenset("$€£¥%")
