"""How an article uses a name that nothing is known of: as a place's, a person's, a company's, an adjective or a common noun."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.facts.neighbours import word_before
from parsers.model import EntityType

PLACE_CUES = frozenset("in near outside inside around throughout".split())
"""Prepositions before a place. `at` is not sure: it is before a company as well."""

_TOWN_BEFORE = re.compile(
    r"\b(?:cit(?:y|ies)|towns?|villages?|suburbs?|districts?|provinces?|islands?|township|hamlet|capital|enclave|outskirts|bastion|stronghold|siege|mayor|"
    r"streets|(?:north|south)(?:[- ]?(?:east|west))?|east|west) of \Z"
)
_TOWN_BEHIND = re.compile(
    r"(?:['’]s)? (?:(?:northern|southern|eastern|western|outer|inner) )?(?:airport|suburbs?|outskirts|province|city)\b"
)
_PEOPLE_BEHIND = re.compile(
    r" (?:people|populations?|fighters?|rebels?|border|language|communit(?:y|ies)|warlords?|m[ae]n|wom[ae]n|elders|tribes?|"
    r"tribesm[ae]n|villagers?|separatists?|guerrillas?|minorit(?:y|ies)|refugees|descent|origin)\b"
)
"""What is behind the adjective of a people (`Chechen fighters`), and behind no company."""

_COMMON_BEFORE = frozenset("another last next each every first second third fourth fifth final youngest devout former fellow".split())  # fmt: skip
"""Words before a common noun that is printed with a capital: `the last Test`, `another Beatle`."""

_HEAD_BEHIND = re.compile(r"[.,;:!?”\"')]| (?:and|in|at|of|against|on|for|from|known|who|was|is|has|to)\b|\Z|\n")
"""What is behind a noun that heads its phrase."""

_PERSON_BEHIND = re.compile(
    r"(?:['’]s (?:wife|husband|sons?|daughters?|father|mother|brothers?|sisters?|widow|lawyers?|children|death)\b"
    r"| (?:fell ill|died|was born|was jailed|was sentenced|was hospitali[sz]ed|was arrested|was assassinated|was buried|was cremated|suffered a (?:\w+ )?(?:stroke|heart))\b|, who\b"
    r"| (?:[a-z]+ ){1,4}(?:himself|herself)\b| (?:is|was) (?:\w+ )?(?:ill|sick|unwell|frail)\b)"
)
_THEN_HE = re.compile(
    r" (?:(?:was|were) (?:charged|tried|sent|held|taken|released|freed|convicted|indicted|detained|accused)|denie[sd]|fled|ruled|lives|lived|resigned|stood trial|took power)\b"
    r"(?:(?! its? )[^.;:\n]){0,90}\. (?:He|She) "
)
"""What somebody does in the sentence before `He`; only for a name that opens it."""
_OWNED = re.compile(
    r"['’]s (?:\w+ )?(?:owners?|administrators?|shares?|shareholders|staff|workers|employees|board|management|executives?|customers|fleet|profits?|sales)\b"
)
_NUMERAL = re.compile(r"[IVX]{2,}")
_EDITION = re.compile(r"[A-Z]{3,}\d{1,4}")

Spans = Iterable[tuple[int, int]]
"""Where a name is in the body: starts and ends."""


_EMPLOYED = re.compile(
    r"\b(?:work(?:s|ed|ing)?|jobs?|careers?|positions?|posts?|roles?|responsibilities|desk|team|shares?|colleagues|executives?|employees?|staff|boss(?:es)?|"
    r"analysts?|economists?|engineers?|managers?|directors?|officers?|partners?|fellows?|founders?|presidents?|chairman|chief) at \Z"
)
"""What somebody is or does at a company, and at no place."""


def is_employer(body: str, spans: Spans) -> bool:
    """Whether somebody is or works at a name: `an analyst at Norden Research`."""
    return any(_EMPLOYED.search(body, max(0, start - 40), start) for start, _ in spans)


def is_place(body: str, spans: Spans) -> bool:
    """Whether a name is a place's somewhere: `in Orvik`, `the town of Orvik`, `Orvik airport`."""
    at = False
    for start, end in spans:
        before = word_before(body, start, 24).lower()
        if (
            before in PLACE_CUES
            or _TOWN_BEFORE.search(body, max(0, start - 40), start)
            or _TOWN_BEHIND.match(body, end)
        ):
            return True
        if before == "at":
            if _EMPLOYED.search(body, max(0, start - 40), start):
                return False
            at = True
    return at and not any(_OWNED.match(body, end) for _, end in spans)


def is_person(body: str, spans: Spans) -> bool:
    """Whether somebody bears the name: `Orsino's wife`, `Orsino fell ill`, `Orsino was tried in May. He denied it`."""
    return any(
        _PERSON_BEHIND.match(body, end) or (body[start - 2 : start] in ("", ". ", ".\n") and _THEN_HE.match(body, end))
        for start, end in spans
    )


def is_no_name(body: str, name: str, spans: Spans) -> bool:
    """Whether a word with a capital is a numeral, an adjective of a people, or a common noun."""
    if _NUMERAL.fullmatch(name):
        return True
    return any(
        _PEOPLE_BEHIND.match(body, end)
        or (word_before(body, start, 24).lower() in _COMMON_BEFORE and _HEAD_BEHIND.match(body, end))
        for start, end in spans
    )


_TERM_BEHIND = re.compile(
    r" (?:procedures?|therap(?:y|ies)|treatments?|infections?|crops|embryos?|scans?|programming|virus|symptoms|degrees?|embryos|foods?)\b"
)
_ONE_OF = frozenset("a an per each every over via".split())
_ALONE = re.compile(r"[.,;:!?)]| (?:from|in|at|with|and|or|that|which|is|was|for|on|to)\b|\Z|\n")
_PLURAL = re.compile(r"[A-Z]{2,5}s")


def is_term(body: str, name: str, spans: Spans) -> bool:
    """Whether an acronym is a common noun: `an MBA from …`, `per DVR`, `genetically modified (GM)`, `CEOs`."""
    if _PLURAL.fullmatch(name):
        return True
    for start, end in spans:
        front = word_before(body, start, 24)
        if _TERM_BEHIND.match(body, end) or (front.lower() in _ONE_OF and _ALONE.match(body, end)):
            return True
        if (body[start - 1 : start] == "(" or body[max(0, start - 5) : start] == ", or ") and _stands_for(
            body, name, start
        ):
            return True
    return False


def _stands_for(body: str, name: str, start: int) -> bool:
    """Whether the common words before an acronym have its letters: `polyethylene glycol, or PEG`."""
    before = body[max(0, start - 90) : start].rstrip(" (").removesuffix(", or").rstrip()
    words_ = re.split(r"[\s-]+", before)[-len(name) :]
    return len(words_) == len(name) and "".join(w[:1] for w in words_).lower() == name.lower() and words_[-1].islower()


def by_digits(name: str) -> EntityType | None:
    """What a word of letters and digits is: an edition (`COP29`); the names of machines and roads are nothing."""
    return "programme" if _EDITION.fullmatch(name) else None
