"""Nouns that tell of a happening, and the phrases around them: `the death of 12`, `the signing of a deal by A and B`."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.syntax.model import Complement, Parse, Phrase
from parsers.facts.tokens import Tokens

REACH = 40
"""Tokens behind the noun in which its phrases are looked for."""

_DEEDS = (
    "sion",
    "tion",
    "ment",
    "ing",
    "sale",
    "purchase",
    "takeover",
    "transfer",
    "closure",
    "arrest",
    "death",
    "release",
    "loss",
    "removal",
    "trial",
    "murder",
    "seizure",
)
"""Endings, and words, of what is done: `the purchase of the mill and the suspension of payments` are two happenings."""


_OWN = ("the", "its", "their")
"""Words with which another deed begins: `the appointment of X and its ratification`."""


class Nominal(NamedTuple):
    """The phrases of a noun: whose it is (`the bank's purchase`: the tokens before 's), of, by, and the rest in order."""

    head: int
    owner: Phrase | None
    of: Phrase | None
    by: Phrase | None
    others: tuple[Complement, ...]


def nominal(parse: Parse, tokens: Tokens, i: int) -> Nominal:
    """The phrases that follow the noun at token i without a break, and its possessor."""
    mine = parse.phrase_at(i)
    end = mine.end if mine else i + 1
    of: Phrase | None = None
    by: Phrase | None = None
    others: list[Complement] = []
    for complement in parse.complements:
        at = complement.preposition
        if at < end:
            continue
        if at != end or at - i > REACH:
            break
        word = tokens.low[at]
        end = complement.phrase.end
        while (
            parse.tags[end : end + 1] == "C"
            and (more := parse.phrase_at(end + 1))
            and parse.clauses[parse.owner[end]].start != end + 1
            and tokens.low[more.end : more.end + 1] != ["-"]
            and not (tokens.low[end + 1] in _OWN and tokens.low[more.head].endswith(_DEEDS))
            and not (tokens.low[end + 1] in ("a", "an") and tokens.low[more.head].endswith("ing"))
        ):
            complement = complement._replace(phrase=complement.phrase._replace(end=more.end))
            end = more.end
        if word == "of" and of is None and not others:
            of = complement.phrase
        elif word == "by" and by is None:
            by = complement.phrase
        else:
            others.append(complement)
    return Nominal(i, _owner(parse, mine, i), of, by, tuple(others))


def _owner(parse: Parse, mine: Phrase | None, i: int) -> Phrase | None:
    if mine is None:
        return None
    for k in range(i - 1, mine.start - 1, -1):
        if parse.tags[k] == "p":
            end = k - 1 if parse.tags[k - 1] == "j" else k
            return Phrase(mine.start, end, end - 1) if end > mine.start else None
    return None
