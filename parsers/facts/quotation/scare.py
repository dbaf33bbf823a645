"""Single words in marks that a verb of speech does not govern: what a thing is called, and verbs that a noun of aims governs."""

from __future__ import annotations

import re

from parsers.facts.quotation.marks import Quoted
from parsers.facts.syntax import lexicon

_AIM = re.compile(
    r"\b(?:attempt|bid|effort|plan|plot|scheme|move|drive|campaign|conspiracy|ploy|trick|tactic|way|means|chance|temptation|tendency|ability|power|refusal|failure|pressure|"
    r"operation|mission|project|software|tool|device|machine|system|method|technique)s? to \Z"
)
"""A noun of aims or means whose infinitive is in marks: `attempts to | “dupe” the town`."""
_COMPOUND = re.compile(r"-(?:written|read|made|told|spoken|called|drawn|signed) \Z")
"""An adjective made with a participle of speech: `a hand-written | “letter”`."""
_OBJECT = re.compile(r" (?!(?:and|or|but|said|says|told|was|were|is|are|has|had|in|on|at|of)\b)[\w$€£]")
_OF_A_THING = re.compile(
    r"\b(?:of|about|against|with|by|using|under|through|into|over) (?:(?:an?|the|its|their|his|her|this|some|any|several|many|more) )?"
    r"(?:(?!(?:as|called|calling|it|him|them|what|that|who|is|was|were|being)\b)[a-z-]+ ){0,2}\Z"
)
"""A preposition and a noun phrase whose next word is in marks: `warned | of a new “goner” virus`."""
_NOUN_BEHIND = re.compile(
    r" (?!(?:and|or|but|of|to|in|on|at|by|for|with|from|that|which|who|was|were|is|are|has|had|have|because|as|if|when|while|said|says|told|he|she|it|they|this|after|before|since|"
    r"during|until|over|under|about|against|if|by|will|would|could|should|may|might|can|unless|within|the|an?|his|her|their|its|than|not|among|across|between|only|just|again|"
    r"yesterday|today|tomorrow|last|next|here|there|every|all|both|among|amid|despite|without|into|through|around|near|like)\b)[a-z]{3,}"
)
_ADJECTIVAL = (
    "ful", "ous", "ive", "able", "ible", "ic", "ical", "al", "less", "ish", "ant", "ent", "ary", "ory", "ed", "ing", "ly", "est", "some", "like", "ier", "y",
)  # fmt: skip
"""Endings of words that judge: `a “devastating” loss` is said by somebody."""


def is_scare(body: str, quote: Quoted) -> bool:
    """Whether one word in marks is the name of a thing or a verb between `to` and its object that a noun governs."""
    word = quote.inner(body)
    if not word.isalpha() or not word.islower() or quote.last(body) in ".,!?":
        return False
    low = max(0, quote.start - 60)
    if _COMPOUND.search(body, low, quote.start):
        return True
    if _AIM.search(body, low, quote.start) and _OBJECT.match(body, quote.end):
        return True
    called = _OF_A_THING.search(body, low, quote.start) and _NOUN_BEHIND.match(body, quote.end)
    return bool(called) and _names(word)


def _names(word: str) -> bool:
    """Whether a word can be what a thing is called: a noun, or one that is in no list and has no ending of an adjective."""
    known = lexicon.table().get(word)
    return known.usual == "N" if known else not word.endswith(_ADJECTIVAL)
