"""The head of the phrase that speaks, by the clause reader, where what is nearest to the verb only completes it."""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.facts import syntax
from parsers.facts.mentions.words import HONORIFICS
from parsers.facts.neighbours import word_before
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.subjects import Subject
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase, lexicon
from parsers.model import Mention

_LIST = 120
"""Characters of those who speak together."""
SELVES = frozenset("i we you it there this that these those one who which what".split())
_LONGEST = 14
"""Tokens of a phrase that speaks."""


def headed(reading: Reading, attribution: Attribution) -> Attribution:
    """An attribution to the whole subject of its verb.

    `Norden of | Norway said` is Norden's, `a study in the Norden Review found` the study's, `Ann Poole, an analyst at Norden
    | said` Ann Poole's, `diplomats and | officials said` everybody's.
    """
    cue, subject = attribution.cue, attribution.subject
    if cue is None or subject is None or attribution.inverted:
        return attribution
    joined = word_before(reading.body, cue.start, 8) in ("and", "but", "or")
    if not joined and not _may_be_part(reading, cue, subject):
        return attribution
    located = syntax.around(reading, cue.start)
    clause = own_clause(located, cue, joined) if located else None
    if located is None or clause is None or clause.subject is None:
        return attribution
    found = _whole(reading, located, clause, subject)
    person = subject.mention is not None and subject.mention.entity_type == "person"
    owner = reading.body.startswith(("'s", "’s"), subject.end)
    if joined and person and not owner and found is not None and found.mention is None and found.kind == "nominal":
        return attribution  # `Ann Poole thinks the film should be shown but | said …`
    return attribution._replace(subject=found) if found else attribution


def _may_be_part(reading: Reading, cue: Cue, subject: Subject) -> bool:
    """Whether a phrase in front of its verb may only be a part of the subject: something that belongs to it is before it."""
    if subject.end > cue.start or subject.kind == "pronoun":
        return False
    before = reading.body[max(0, subject.start - 20) : subject.start]
    if before.endswith(", "):
        place = subject.mention is not None and subject.mention.entity_type == "place"
        return place or subject.mention is None
    words = before.rstrip(" <").lower().split(" ")
    word = words.pop()
    if word in ("the", "a", "an") and words:
        word = words[-1]
    if not word or word in _OPENING or not (word[-1].isalpha() or word == "&"):
        return subject.mention is None and ", " in subject.text(reading.body)
    return before[-1] in " <"


_OPENING = frozenset(
    "that when as if because while whether which where although though but since so until than after before what why how said says adding saying "
    "the a an also later meanwhile however".split()
)
"""Words behind which a subject begins."""


def _whole(reading: Reading, located: Located, clause: Clause, subject: Subject) -> Subject | None:
    """The subject of a clause where `subject` is only a part of it, or stands in a phrase behind it; None where it is whole."""
    phrase, verb = clause.subject, clause.verb
    first = located.token(subject.start)
    if phrase is None or verb is None:
        return None
    if clause.inherited:
        head = located.at + located.tokens.start[phrase.head]
        named = subject.mention is not None and first == phrase.end + 1 and located.parse.tags[phrase.end] == ","
        return None if named or subject.start <= head < subject.end else spoken(reading, located, phrase)
    if phrase.start == first:
        return None
    if phrase.start > first and subject.mention is not None and phrase.start > first + 1:
        return spoken(reading, located, phrase) if _completes(located, first) and _beside(located, clause) else None
    if phrase.start > first:
        return (
            spoken(reading, located, phrase) if subject.mention is None and ", " in subject.text(reading.body) else None
        )
    if phrase.end > first:
        return _of_which(reading, located, phrase, first, subject)
    if reading.body[subject.start - 2 : subject.start] == ", " and not (subject.mention and _completes(located, first)):
        return _explained(reading, located, phrase, subject)
    inside = located.parse.owner[first] != located.parse.owner[verb.head]
    return spoken(reading, located, phrase) if inside or _completes(located, first) else None


def _beside(located: Located, clause: Clause) -> bool:
    """Whether nothing but a clause or a phrase between commas is between a subject and its verb."""
    phrase, verb = clause.subject, clause.verb
    return bool(phrase and verb and (phrase.end == verb.start or located.parse.tags[phrase.end] == ","))


def _of_which(reading: Reading, located: Located, phrase: Phrase, first: int, subject: Subject) -> Subject | None:
    """The phrase that holds a subject, when that is the last of a list or only completes it; None behind a title."""
    tags = located.parse.tags
    person = subject.mention is not None and subject.mention.entity_type == "person"
    if person and tags[first - 1] not in _PREPOSED and located.tokens.low[phrase.head] in HONORIFICS:
        return None  # `Secretary of State | Ann Poole`
    if phrase.head < first and (
        "p" in tags[phrase.start : first] or not _PREPOSED.isdisjoint(tags[phrase.head : first])
    ):
        return spoken(reading, located, phrase)
    if located.tokens.low[first - 1] not in ("and", "or", "&"):
        return None
    others = reading.mentions_in(located.at + located.tokens.start[phrase.start], subject.start)
    if (
        subject.mention is not None
        and others
        and _JOINT.fullmatch(reading.body, others[-1].end_char, subject.mention.start_char)
    ):
        return None
    start = located.at + located.tokens.start[phrase.start]
    return Subject(start, subject.end, None, "nominal") if subject.end - start < _LIST else None


_PREPOSED = frozenset("IT")
"""Tags of prepositions, `to` included."""
_JOINT = re.compile(r",? (?:and|&) (?:<|(?:[Tt]he|Mr|Mrs|Ms|Dr)\.? )?")


def _explained(reading: Reading, located: Located, phrase: Phrase, subject: Subject) -> Subject | None:
    """The person whom a phrase explains that no comma closes: `Ann Poole, | the mayor said it`."""
    found = spoken(reading, located, phrase)
    if found is None or found.mention is None or reading.body[found.end : subject.start].strip(".") != ", ":
        return None
    words = subject.text(reading.body)
    if found.mention.entity_type == "person":
        return found._replace(role=words)
    return found if words.startswith(("a ", "an ")) else None


def _completes(located: Located, first: int) -> bool:
    """Whether a phrase is the object of a preposition: `an analyst at research firm | Norden`."""
    phrase = located.parse.phrase_at(first)
    return phrase is not None and phrase.start > 0 and located.parse.tags[phrase.start - 1] in _PREPOSED


def own_clause(located: Located, cue: Cue, joined: bool = False) -> Clause | None:
    """The clause of a verb with a subject of its own in front of it, or (`joined`) with that of the verb it is joined to."""
    token = located.token(cue.start)
    clause = located.parse.clause_of(token)
    verb, phrase = clause.verb, clause.subject
    if verb is None or verb.head != token or phrase is None or clause.unsure:
        return None
    if clause.inherited and not (joined and clause.link == "coordinate"):
        return None
    return clause if phrase.end <= verb.start else None


_PARTED = 3
"""Tokens between a subject and its verb that are more than a comma and an adverb."""


def reports_clause(reading: Reading, cue: Cue) -> bool:
    """Whether a verb has its subject in front and a clause behind: `Ann Poole, the mayor, said | Norden pays`."""
    located = syntax.around(reading, cue.start)
    clause = own_clause(located, cue) if located else None
    if located is None or clause is None or clause.verb is None:
        return False
    number, end, tags = located.parse.owner[clause.verb.head], clause.verb.end, located.parse.tags
    phrase = clause.subject
    parted = phrase is not None and clause.verb.start - phrase.end > _PARTED and tags[phrase.end] == ","
    if parted and not any(_tells(c, clause) for c in located.parse.clauses):
        return True
    below = [c for c in located.parse.clauses if c.parent == number and c.link == "complement" and c.start >= end]
    return any(c.verb is not None and "," not in tags[end : c.verb.start] for c in below)


def _tells(clause: Clause, closing: Clause) -> bool:
    """Whether a clause in front of a verb of speech could be what it reports."""
    verb, last = clause.verb, closing.verb
    return bool(verb and last and verb.finite and verb.head < last.head and clause.link not in ("relative", "reduced"))


def qualifies(reading: Reading, cue: Cue) -> bool:
    """Whether a form in -ed only qualifies the noun before it: `a deal | announced in May`."""
    located = syntax.around(reading, cue.start)
    clause = located.parse.clause_of(located.token(cue.start)) if located else None
    return clause is not None and (clause.link == "reduced" or (clause.unsure and not has_clause(reading, cue)))


def has_clause(reading: Reading, cue: Cue) -> bool:
    """Whether a clause is reported by a verb in any form: `adding it was late`, not `adding a total of nine`."""
    located = syntax.around(reading, cue.start)
    if located is None:
        return False
    token = located.token(cue.start)
    number = located.parse.owner[token]
    return any(c.parent == number and c.link in _REPORTED and c.start > token for c in located.parse.clauses)


_REPORTED = ("complement", "question")


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
        last = _last_joined(reading, start, end)
        return (
            Subject(last.start_char, last.end_char, last, "name")
            if last
            else Subject(start, inside[0].end_char, inside[0], "name")
        )
    return Subject(start, end, None, "nominal")


def _last_joined(reading: Reading, start: int, end: int) -> Mention | None:
    """The last name of a phrase that is a list of names from its start to its end: `Poole and | Ray`; None for others."""
    names = reading.mentions_in(start, end)
    if len(names) < 2 or names[0].start_char != start or names[-1].end_char != end:
        return None
    gaps = [reading.body[a.end_char : b.start_char] for a, b in pairwise(names)]
    return names[-1] if all(gap in (" and ", ", ", ", and ") for gap in gaps) else None


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
