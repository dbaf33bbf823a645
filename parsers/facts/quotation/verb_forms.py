"""Whether a form that is a noun as well (`claims`, `report`, `call`) is a verb of speech where it stands."""

from __future__ import annotations

import re

from parsers.facts.mentions import gazetteer
from parsers.facts.neighbours import word_before
from parsers.facts.quotation import clausal, cues, subjects

_PREVIOUS = re.compile(r"([\w’'.)-]+)(,?)\s+\Z")
_BARRED = frozenset(
    "the a an this that these those his her its their our my your no any some every each another such of in on at for from by with about and or to as into "
    "more most new old first last other own great good bad".split()
)
_BE = frozenset("is are was were be been".split())


def is_verb(body: str, start: int, end: int) -> bool:
    """Whether a form that could be a noun is a verb: a pronoun, a name or a plural is before it, not an article."""
    if body[start - 2 : start - 1] in _AFTER_QUOTE and body[start:end].endswith(("s", "d")):
        return True
    word, comma = word_before(body, start, 24), ""
    if not word:
        found = _PREVIOUS.search(body, max(0, start - 24), start)
        if not found:
            return False
        word, comma = found.groups()
    lower = word.lower()
    if body[start:end] == "warning" and (comma or lower in _BE):
        return True
    if lower in _BARRED or lower.endswith(("ed", "ing")) or word.endswith(("'s", "’s")):
        return False
    if _owned_claims(body, start, word):
        return False
    if (_REPORTS.match(body, end) and not comma) or (
        (lower in clausal.DOCUMENTS or _YEAR.fullmatch(lower)) and body[start:end] in _FINDING
    ):
        return True
    if lower not in subjects.PRONOUNS and _NOMINAL.match(body, end):
        return False
    return (
        bool(comma)
        or (word[0].isupper() and (body[start:end] not in cues.BASES or lower[-1] == "s"))
        or lower in subjects.PRONOUNS
        or lower.endswith(("s", "ly", ")"))
        or (
            lower[-1] == "n"
            and (body[start:end] not in cues.BASES or lower.endswith(("men", "children", "n't", "n’t")))
        )
        or lower in cues.AUXILIARIES
        or lower in _PLURALS
    )


_CLAIMED = re.compile(
    r"\b(?:\w+ed|\w+ing|recent|earlier|previous|false|old|new|such|similar|despite|amid|over|about|of|to|with|against) \Z"
)


def _owned_claims(body: str, start: int, word: str) -> bool:
    """Whether a plural noun is qualified by the adjective before it: `rejected Norwegian | claims that …`."""
    named = word in gazetteer.demonyms() or word in _PARTISAN
    return (
        named
        and not word.endswith("s")
        and bool(_CLAIMED.search(body, max(0, start - len(word) - 24), start - len(word) - 1))
    )


_PARTISAN = frozenset("Republican Democratic Democrat Conservative Liberal Labour Labor Socialist Communist Christian Catholic Muslim Jewish European US U.S. UK".split())  # fmt: skip

_YEAR = re.compile(r"(?:19|20)\d\d")
_FINDING = frozenset("found shows finds show says states reveals notes reads estimates forecasts claims".split())
_AFTER_QUOTE = frozenset("”\"’'»“«")
_REPORTS = re.compile(
    r" (?:that|he|she|they|it|there)\b(?! (?:was|were|is|are|has|had|have|will|would) (?:made|based|published|written|given)\b)"
)
_NOMINAL = re.compile(r" (?:as|of|about|by|against|from|over|and|or|were|was|are|is|have|had)\b")
_PLURALS = frozenset("people police who which that also".split())
