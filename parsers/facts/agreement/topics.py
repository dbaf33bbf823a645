"""What an agreement is about: the words behind `on`, `for` or `to`, up to where something else is told."""

from __future__ import annotations

import re

from parsers.facts.agreement.parties import Agreed
from parsers.facts.syntax import Located

_TOPIC = re.compile(
    r"(?:on(?! behalf\b)|for|to(?= [a-z])|regarding|concerning|about|covering) (?:the )?(?!\d|[A-Z][a-z]+day\b|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d|(?:the )?(?:past|last|next|first) \w+)((?:[^,;:.()“”\"<]|\.(?=\w)|,(?=\d)){3,180})"
)
_TOPIC_END = re.compile(
    r"\s(?:which|that|who|was|were|is|are|has been|have been|had been|will|between|with|(?:later|earlier|late|early) (?:this|last|next)|(?:this|last|next) (?:week|month|year)|in (?:[A-Z]\w+|\d)|signed|inked|yesterday|today|tomorrow|tonight|after|before|following|during|despite|amid|on (?:[A-Z]\w+day|\d|January|February|March|April|May|June|July|August|September|October|November|December))\b"
)


def topic(place: Located, agreed: Agreed) -> str | None:
    """What it is about: the words behind `on`, `for` or `to` that follow the name or its parties without a break."""
    tokens = place.tokens
    if agreed.kind == "decision":
        end = tokens.size - 1
        if _gapped(place, agreed.token):
            return None
        whole = tokens.phrase(agreed.last, min(end, agreed.last + _DECIDED))
        words = _COMMA.split(whole)[0]
        if len(words) > _LONGEST or (" and " not in words and _MORE.match(whole, len(words))):
            return None
        return _cut_decision(_SECOND.split(words.strip(" ."))[0]) or None
    behind = agreed.last
    for phrase in sorted(a.phrase for a in agreed.sides.arguments):
        if 0 <= phrase.start - behind <= _GAP:
            behind = max(behind, phrase.end)
    found = _TOPIC.match(tokens.sentence, tokens.start[behind]) or _TOPIC.match(tokens.sentence, tokens.start[agreed.last])  # fmt: skip
    if found and found.group().startswith("to ") and not agreed.told and _of_another(place, agreed.token):
        return None
    if found is None or _list_goes_on(found):
        return None
    if (
        found.string.startswith((" <", "<"), found.end())
        and (found.group().split()[-1].islower() or found.group().split()[-1].isdigit())
        and not _LEFT_OPEN.search(found.group().rstrip())
    ):
        return None  # "buy the contractor | <Lund Ltd>"
    words = _cut(_whole_words(found))
    if words is not None and found.group().startswith("to ") and " " not in words:
        return None  # "a truce to negotiate | with the government"
    if words is not None and (
        words.endswith(("'s", "’s")) or _WHO_DOES.match(found.string, found.start(1) + len(words))
    ):
        return None  # "under which Halden's | <HLD> unit", "for Halden Corp | to buy"
    return None if words is None or words in _EMPTY or _lacks_thing(words, found) else words


_WHO_DOES = re.compile(r" (?:<[^>]{1,30}> )?to [a-z]+ ")
_EMPTY = frozenset("it them him her this that these those they".split())
_EQUIPPING = re.compile(r"(?:supply|provide|furnish|equip|present) (?:\w+ ){0,3}\w+\Z")


def _lacks_thing(words: str, found: re.Match[str]) -> bool:
    """Whether what is supplied was cut off: `supply Chile | with buses`."""
    at = found.start(1) + len(words)
    return _EQUIPPING.match(words) is not None and found.string.startswith(" with ", at)


_DECIDED = 60
"""Tokens of what was decided that are looked at."""
_LONGEST = 180
"""Characters of what was decided; more is not printed."""
_MORE = re.compile(r"(?:, (?:[\w-]+ ){0,3}[\w-]+){1,4},? and \w")


def _list_goes_on(found: re.Match[str]) -> bool:
    """Whether a comma cuts a topic inside a list: `design, | procurement and construction`."""
    return " and " not in found.group() and _MORE.match(found.string, found.end()) is not None


def _whole_words(found: re.Match[str]) -> str:
    """The words of a topic, without half a word where they are too long."""
    words, behind = found.group(1), found.string[found.end() : found.end() + 1]
    return words.rpartition(" ")[0] if behind.isalnum() else words


def _gapped(place: Located, token: int) -> bool:
    """Whether what is agreed to is before the verb: `the rules that X has agreed to | follow`."""
    clause = place.parse.clause_of(token)
    return clause.link == "relative" and clause.subject is not None and not clause.inherited


def _of_another(place: Located, token: int) -> bool:
    """Whether an agreement only explains another noun, to which the infinitive belongs: `reform of the | pact to …`."""
    phrase = place.parse.phrase_at(token)
    return phrase is not None and phrase.start > 0 and place.tokens.low[phrase.start - 1] == "of"


_COMMA = re.compile(r",(?!\d)(?! [A-Z][a-z]{1,5}\. [a-z])| \(| --? | – | — ")
_GAP = 3
"""Tokens between an agreement's name and a party behind it."""


_SECOND = re.compile(r" and (?:has |have )?[a-z]+ed (?=an? |the |its |their |it |\d)")
"""A second thing that somebody did: `agreed to buy the mill | and placed an order`."""
_DECISION_END = re.compile(
    r"\s(?:which|who|was|were|has been|have been|had been|after|before|when|because|while|although|but|if|unless|in line|as soon|as (?:the|it|he|she|they|its|his|her|their|[A-Z]\w+)|in the|on (?:[A-Z]\w+day))\b"
)


def _cut_decision(words: str) -> str | None:
    """What was agreed, up to where something else is told."""
    stop = _DECISION_END.search(words)
    if stop and stop.group().split()[0] in ("was", "were"):
        return None  # "a way to ensure each side was …": not whole
    return (words[: stop.start()] if stop else words).strip().removesuffix(" that") or None


def _cut(words: str) -> str | None:
    stop = _TOPIC_END.search(words)
    return _LEFT_OPEN.sub("", (words[: stop.start()] if stop else words).strip()) or None


_LEFT_OPEN = re.compile(r"(?: (?:for|of|on|to|in|by|at|from|and|the|a|an))+\Z")
"""What is left before a name in brackets: `its bid | for <Halden Ltd>`."""
