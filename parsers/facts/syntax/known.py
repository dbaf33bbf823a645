"""What a denial or a verb around does not reach, and the happening in whose name a figure is told."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.facts.syntax import cues
from parsers.facts.syntax.lexicon import NOUNS_WITH_THAT
from parsers.facts.syntax.model import Clause, Parse


def loose(parse: Parse, low: Sequence[str], number: int) -> bool:
    """Does an infinitive follow a noun that is no object: "a loan to meet targets"? A denial does not reach it."""
    link, parent, _ = parse.embedding(number)
    start = parse.clauses[number].start
    if link != "infinitive" or parent is None or parse.tags[start - 1 : start] not in ("N", "#"):
        return False
    objects = parse.clauses[parent].objects
    return low[start - 1] not in cues.NOUNS and not any(o.end == start for o in objects)


def granted(parse: Parse, low: Sequence[str], i: int) -> bool:
    """Is a noun named as known: neither object, nor subject of a happening: "the cause of the blast is unknown"?"""
    mine = parse.phrase_at(i)
    if parse.tags[i] != "N" or mine is None:
        return False
    clause = parse.clauses[parse.owner[i]]
    if any(phrase.start == mine.start for phrase in clause.objects):
        return False
    host = parse.hosts.get(mine.start - 1)
    if host is not None and low[host] in NOUNS_WITH_THAT:
        return False  # "denied reports of a merger"
    verb, subject = clause.verb, clause.subject
    if subject is not None and subject.start == mine.start and verb is not None:
        return not (verb.lemma in cues.OCCURRING or (verb.passive and verb.lemma != "cause"))
    return verb is not None and (mine.start == 0 or parse.tags[mine.start - 1] in "IT")


def taking_part(parse: Parse, low: Sequence[str], clause: Clause, i: int) -> int:
    """The object in which the figure at token i takes part ("called off a strike by | 6,000 nurses"), or the figure itself."""
    phrase = parse.phrase_at(i)
    if phrase is None or parse.tags[i] != "#" or low[phrase.start - 1] != "by":
        return i
    host = parse.hosts.get(phrase.start - 1)
    return host if host is not None and any(o.head == host for o in clause.objects) else i
