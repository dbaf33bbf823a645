"""Marks and digits beside the letters of other languages than English: which places between them lost no space."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from parsers.repair.endings import TURKIC, are_endings, begins_with_endings
from parsers.repair.joints import Joint
from parsers.repair.lexicon import UNKNOWN
from parsers.repair.punctuation import RUN

_LOW_FIRST = frozenset(("de", "ru", "uk", "pl"))
"""Where `„` opens and `“` closes."""
_OUTWARD = re.compile(r"(?<!\w)«\w|\w»(?!\w)")
_INWARD, _OUTSIDE = str.maketrans("»«", "“”"), str.maketrans("«»", "“”")
_APOSTROPHES, _CLOSING = "'’", '”"»'
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_NUMBERED, _OF_PATH = -4.3, "/-_.:"
"""log10 frequency of a word that a number may follow; what is around a name of a file or a program."""


def is_odd(token: str, joint: Joint, code: str, words: Mapping[str, float], lower: Callable[[str], str]) -> bool:
    """Whether a place is behind the dash of an option (`-x`), or between a mark and a Turkic word's ending: `ciro’su`."""
    if joint.offset == 1 and joint.kind == "dash":
        return True
    if joint.kind in ("digit", "dash") and _is_numbered(token, joint.offset, words):
        return True
    behind = RUN.match(token, joint.offset)
    if behind is None or code not in TURKIC or not behind.group()[0].islower():
        return False
    word = lower(behind.group())
    if token[joint.offset - 1] in _APOSTROPHES and joint.offset > 1 and token[joint.offset - 2].isalpha():
        return joint.kind != "quote" or begins_with_endings(word, words)
    return token[joint.offset - 1] in _CLOSING and (
        are_endings(code, word, words.get(word)) or begins_with_endings(word, words)
    )


def _is_numbered(token: str, at: int, words: Mapping[str, float]) -> bool:
    """Whether a number and the letters beside it are rather a name (`ram0`, `udisks2`) than a common word and a number."""
    left, right = token[at - 1], token[at]
    if left.isalpha() and right.isdigit():
        word, beside = _LETTERS_BEFORE.search(token, 0, at), None
    elif left.isdigit() and right.isalpha():
        word, beside = None, RUN.match(token, at)
    else:
        return False
    found = word or beside
    if found is None or words.get(found.group().lower(), UNKNOWN) < _NUMBERED:
        return True
    outside = found.start() - 1 if word else found.end()
    return 0 <= outside < len(token) and token[outside] in _OF_PATH


_SHORT_BEHIND_STOP = re.compile(r"\W*([^\W\d_]{4,40})[.!?]([^\W\d_]{2,3})\W*\Z")
_VERY_COMMON, _AT_STOP = -3.3, 5.0


def short_stop(token: str, words: Mapping[str, float]) -> Joint | None:
    """The place behind a full stop where a very common short word begins a sentence: `muelle.El`, but not `Kran.De`."""
    found = _SHORT_BEHIND_STOP.match(token)
    if found is None or not found[1].islower() or not found[2].istitle() or found[1] not in words:
        return None
    known = words.get(found[2].lower(), UNKNOWN) > _VERY_COMMON
    return Joint(found.start(2), _AT_STOP, "stop") if known else None


def marked_alike(token: str, code: str) -> str:
    """A token with its quotation marks as in English, whatever the language prints: `„…“`, `»…«`, `«…»`."""
    if code in _LOW_FIRST:
        token = token.replace("“", "”")
    if "«" in token or "»" in token:
        inward = code == "de" and not _OUTWARD.search(token)
        token = token.translate(_INWARD if inward else _OUTSIDE)
    return token
