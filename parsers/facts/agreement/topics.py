"""What an agreement is about: the words behind `on`, `for` or `to`, where their phrase is whole."""

from __future__ import annotations

import re

from parsers.facts.agreement import topic_edges
from parsers.facts.agreement.parties import Agreed
from parsers.facts.syntax import Located

_LINK = re.compile(r"(?:(on|for|regarding|concerning|about|covering) (?:the )?|to )(?=[\w<“'$])")
_NO_TOPIC = re.compile(
    r"(?:the )?(?:\d|[$£€]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d"
    r"|(?:past|last|next|first|second|third|same|sidelines|eve|basis|condition|grounds|part|sake|time|duration|moment)\b|behalf\b|schedule\b|time\b|condition\b|to\b"
    r"|(?:about|some|around|roughly|nearly|almost|at least|up to|more than|less than|over|under|an?) (?:\d|[$£€]|undisclosed|unspecified|year|month|week|day|decade|while|further|additional|total|period|price|fee|minimum|maximum|number of years)"
    r"|undisclosed|unspecified|now\b|cash\b|good\b|years\b|months\b|example\b|instance\b|sale\b|which\b|whom\b|what\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|some|a few)[- ](?:more )?(?:year|month|week|day|decade|mln|million|billion|bln))"
)
"""What is no topic behind `for` and `on`: days, spans of time, prices, `on the sidelines`."""
_EMPTY = frozenset("it them him her this that these those they us me you there".split())
_GAP = 3
"""Tokens between an agreement's name and a party behind it."""
_HELD = frozenset("interest interests stake stakes share shares investment investments role holding holdings confidence trust rise increase decline reduction cut cuts change changes".split())  # fmt: skip
"""Nouns that `in` belongs to: `a stake | in Halden Ltd`."""
_WHO_DOES = re.compile(r"[A-Z][\w.]*>?(?: <[A-Z.]{1,10}>)? to [a-z]+ ")
"""What somebody is to do: `an agreement for | Halden Corp to study`."""
_FINITE = frozenset("vMBhd")
_OPEN_END = frozenset("DITCpJj")
"""Tags with which no phrase ends."""


def topic(place: Located, agreed: Agreed, where: int | None = None) -> str | None:
    """What it is about: the words that follow the name or its parties without a break; None where they are not whole.

    `where` is the token of the place that the fact names: the topic ends before it.
    """
    tokens = place.tokens
    if agreed.kind == "decision" or agreed.kind == "strategic partnership":
        plain = agreed.kind == "decision" and not _gapped(place, agreed.token)
        return _whole(place, agreed, agreed.last, where, verbal=True) if plain else None
    behind = agreed.last
    for phrase in sorted(a.phrase for a in agreed.sides.arguments):
        if 0 <= phrase.start - behind <= _GAP:
            behind = max(behind, phrase.end)
    while tokens.low[behind] in (">", ")"):
        behind += 1
    return _behind(place, agreed, behind, where) or _behind(place, agreed, agreed.last, where)


def _behind(place: Located, agreed: Agreed, token: int, where: int | None) -> str | None:
    """The topic whose preposition is a token."""
    tokens = place.tokens
    link = _LINK.match(tokens.sentence, tokens.start[token]) if token < tokens.size else None
    if link is None or _NO_TOPIC.match(tokens.sentence, link.end(1) + 1 if link.group(1) else link.end()):
        return None
    first = place.token(place.at + link.end())
    if link.group(1) is None:
        if place.parse.tags[first] not in "bR" or (not agreed.told and _of_another(place, agreed.token)):
            return None
        return _whole(place, agreed, first, where, verbal=True)
    return _whole(place, agreed, first, where, verbal=place.parse.tags[first] == "g")


def _whole(place: Located, agreed: Agreed, first: int, where: int | None, *, verbal: bool) -> str | None:
    """The phrase that begins at a token, up to the verb of its clause or a party; None where it is open."""
    tokens = place.tokens
    start = tokens.start[first]
    ahead = _ahead(place, agreed, first, where)
    words = topic_edges.whole(
        tokens.sentence[start:], None if ahead is None else ahead - start, joined=_joined(place, first)
    )
    if words is None or len(words) < 3 or words.lower() in _EMPTY or words.endswith(("'s", "’s")):
        return None
    last = place.token(place.at + start + len(words) - 1)
    if not verbal and _WHO_DOES.search(words):
        return None
    last -= tokens.low[last] == "."
    if _unfit(place, first, last) or (not verbal and _elsewhere(place, first, last)):
        return None
    return None if verbal and last == first and agreed.kind != "decision" else words


def _ahead(place: Located, agreed: Agreed, first: int, where: int | None) -> int | None:
    """The offset in the sentence at which something of the agreement's own clause goes on."""
    tokens, clause = place.tokens, place.parse.clause_of(agreed.token)
    ends = [
        tokens.end[a.phrase.start - 2]
        for a in agreed.sides.arguments
        if a.phrase.start > first + 1
        and agreed.kind != "decision"
        and tokens.low[a.phrase.start - 1] in ("with", "between", "by", "from")
    ]
    ends += [
        tokens.end[inner.start - 1]
        for inner in place.parse.clauses[place.parse.owner[first] + 1 :]
        if inner.link == "adverbial" and inner.start > first + 1
    ]
    if where is not None and where > first + 1:
        ends.append(tokens.end[where - 2])
    subject = clause.subject
    if clause.verb is not None and subject is not None and subject.start <= agreed.token < subject.end and clause.verb.start > first:  # fmt: skip
        ends.append(tokens.end[clause.verb.start - 1])
    return min(ends, default=None)


def _joined(place: Located, first: int) -> bool:
    """Whether the first `and` behind a comma begins a clause that has its own subject."""
    tokens, parse = place.tokens, place.parse
    for k in range(first, tokens.size - 2):
        if tokens.low[k] == "," and tokens.low[k + 1] in ("and", "as"):
            owner = parse.clauses[parse.owner[k + 2]]
            return owner.start >= k + 1 and owner.verb is not None and owner.verb.finite
    return False


def _unfit(place: Located, first: int, last: int) -> bool:
    """Whether a phrase holds a finite verb, or ends in a word that needs another."""
    tags, low = place.parse.tags, place.tokens.low
    if not _FINITE.isdisjoint(tags[first + 1 : last + 1]):
        return True
    if any(place.parse.clauses[place.parse.owner[k]].link == "relative" for k in range(first + 1, last + 1) if place.parse.owner[k] != place.parse.owner[first]):  # fmt: skip
        return True
    return tags[last] in _OPEN_END or low[last] in _OPEN_WORDS


_OPEN_WORDS = frozenset(
    "for of on to in by at from and or with the a an its their as about into pending due scheduled".split()
)


def _elsewhere(place: Located, first: int, last: int) -> bool:
    """Whether a noun's phrase holds an `in` that may say where it was agreed, not what about."""
    low, text = place.tokens.low, place.tokens.text
    return any(
        low[k] == "in" and low[k - 1] not in _HELD and (text[k + 1][:1].isupper() or text[k + 1][:1].isdigit())
        for k in range(first + 1, last)
    )


def _gapped(place: Located, token: int) -> bool:
    """Whether what is agreed to is before the verb: `the rules that X has agreed to | follow`."""
    clause = place.parse.clause_of(token)
    return clause.link == "relative" and clause.subject is not None and not clause.inherited


def _of_another(place: Located, token: int) -> bool:
    """Whether an agreement only explains another noun, to which the infinitive belongs: `reform of the | pact to …`."""
    phrase = place.parse.phrase_at(token)
    return phrase is not None and phrase.start > 0 and place.tokens.low[phrase.start - 1] == "of"
