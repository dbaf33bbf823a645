"""Unknown names that are the party of an agreement: who signs one, and whom one is signed with, between or awarded to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from parsers.facts.mentions import gazetteer, posts, words
from parsers.facts.mentions.names import plain

_NAME = r"[A-Z0-9][\w.&’'-]*(?: (?:of |de |du )?[A-Z0-9][\w.&’'-]*){0,3}"
_PLACE = r"(?: \([A-Z][\w ,.]{1,30}\))?"
_INSTRUMENT = (
    r"(?:agreements?|contracts?|memorand(?:um|a)(?: of [a-z]+)?|MoUs?|MOUs?|(?<!to )deal|pacts?|treat(?:y|ies)|accords?|partnerships?|joint ventures?|joint declarations?"
    r"|letters? of intent)"
)
_SIGNING = r"(?:signed|signs|inked|sealed|clinched|concluded|entered into|formed|won|wins|landed|secured|struck|reached|agreed|finali[sz]ed|received|(?:was|were) awarded|announced)"
_BEHIND = re.compile(
    rf"{_PLACE}(?:,? (?:and|with|together with|along with) (?:[A-Z]\w+['’]s )?(?P<other>{_NAME}){_PLACE},?)?(?: (?:has|have|had|will|also|recently|jointly|on \w+day)){{0,2}}"
    rf" {_SIGNING}(?: (?:an?|the|its|their|two|three|several|on))?(?: [a-z$£€\d][\w.-]*){{0,4}}? {_INSTRUMENT}\b"
)
"""What follows a party: `Volta Energy | and Norsk Kraft signed a memorandum`."""
_MADE = r"(?:,? (?:signed|reached|concluded|inked|awarded|agreed|sealed|struck|won|granted)(?: (?:on )?\w+day)?)"
_BEFORE = re.compile(
    rf"\b{_INSTRUMENT}(?: worth [^,;()\n]{{2,40}}?)?(?: (?:was|were|is|has been|had been|will be))?(?:{_MADE}? (?:between|with|from)|{_MADE} (?:by|to))"
    rf" (?:(?:[A-Z]\w+['’]s )?(?P<other>{_NAME}){_PLACE}(?:,? and |, | by ))?(?:(?:the )?[A-Z]\w+['’]s )?(?:[a-z]+ ){{0,3}}\Z"
)
"""What is before a party: `a contract was signed between Doral Shipping and | Pacific Yards`."""
_AND = re.compile(rf"({_NAME}) and \Z")
_SPORT = re.compile(
    r"\b(?:midfielder|striker|goalkeeper|defender|winger|forward|quarterback|pitcher|club|season|league|squad|coach|player|transfer)s?\b",
    re.IGNORECASE,
)
"""Words near which who signs a contract is most often a player."""
_FAR = 250
_WINDOW = 130
"""Characters before a name that may tell of the agreement."""
_WORDS = ("agreement", "contract", "memorand", "MoU", "MOU", "deal", "pact", "treat", "accord", "partnership", "venture", "declaration", "intent")  # fmt: skip


def instruments(body: str) -> tuple[int, ...]:
    """Where a body may name an agreement, sorted; most bodies do not, and no name of them needs a closer look."""
    return tuple(sorted(at for word in _WORDS if word in body for at in _places(body, word)))


def _places(body: str, word: str) -> Iterator[int]:
    at = body.find(word)
    while at >= 0:
        yield at
        at = body.find(word, at + 1)


def signs(body: str, start: int, end: int, named: tuple[int, ...]) -> bool:
    """Whether the name at `start:end` is a party of one of the agreements `named`, and not listed with a person."""
    at = bisect_left(named, start - _WINDOW)
    if at == len(named) or named[at] >= end + 2 * _WINDOW:
        return False  # nine names in ten: without this look, reading both patterns took 3 % of parsing
    found = _BEHIND.match(body, end, end + 2 * _WINDOW)
    if found is None:
        found = _BEFORE.search(body[max(0, start - _WINDOW) : start])
    if found is None or _person(found["other"]) or not posts.CALENDAR.isdisjoint(body[start:end].lower().split()):
        return False
    before = _AND.search(body[max(0, start - 40) : start])
    return not _person(before and before.group(1)) and not _SPORT.search(body, max(0, start - _FAR), end + _FAR)


def _person(name: str | None) -> bool:
    """Whether a name opens with a given name and does not end as a company's does."""
    parts = (name or "").split()
    if len(parts) < 2 or parts[-1].lower().rstrip(".,") in words.ORGANISATION_HEADS:
        return False
    return plain(parts[0]) in gazetteer.given_names()
