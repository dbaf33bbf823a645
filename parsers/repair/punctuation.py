"""A space lost beside punctuation or a digit: what the characters on both sides say for each place in a token."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from parsers.repair.letters import FUNCTION, SHORT, piece
from parsers.repair.lexicon import UNKNOWN
from parsers.repair.names import is_domain
from parsers.repair.wordlists import word_list

JointKind = Literal[
    "word", "stop", "comma", "colon", "open", "quote", "close", "digit", "enumerator", "dash", "address"
]

RUN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LONGEST_WORD = 40
UNITS = (
    "m", "bn", "tn", "k", "p", "c", "pm", "am", "km", "kg", "GW", "MW", "mph", "pct", "th", "st", "nd", "rd", "s",
    "G", "K", "D", "M", "B", "Kb", "Mb", "Gb", "KB", "MB", "GB", "TB", "Hz", "kHz", "MHz", "GHz", "kW", "kWh", "cm", "mm",
)  # fmt: skip
_MEASURES = frozenset("mph km kg cm mm pct GW MW kW kWh Hz kHz MHz GHz KB MB GB TB".split())
"""Units that are printed as words of their own as often as not."""
ABBREVIATIONS = word_list("abbreviations")
_WELL_KNOWN_WORD = -6.0
FAINT = -4.0
"""Where no rule speaks for a space, but a line may end there: the score of such a place."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHORT_MONTHS = frozenset((*MONTHS, "sept"))
_BEHIND_NUMBER = frozenset(
    ("By", "of", "to", "in", "at", "by", "on", "as", "is", "or", "if", "we", "he", "it", "an", "be", "so")
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}\Z")
_CONTRACTED = re.compile(r"(?:s|t|m|d|re|ve|ll)?(?![^\W\d_])")
_DIGIT_IN_NAME = re.compile(r"[a-z]\d[a-z]")
_SECTION = re.compile(r"\((?:\d[a-z]{0,2}\)|\.\w)")
"""A section of a manual, the ending of a file's name: `hosts(5)`, `notes(.gz)`."""
_OF_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]\.[^\W\d_]\.")
"""`z.B.`, `i.p.v.`"""
_OPENING = "“„«"
_STOPS = ".!?…"
_MAY_OPEN, _BEFORE_OPENING = "\"'’", "([{-=/:«“„"
_OPENS, _CLOSES = "([“„«‘<\"'’$€£", ".,;:!?)]”»’\"'%>…"


def beside(token: str, at: int, left: str, right: str, words: Mapping[str, float]) -> tuple[float, JointKind] | None:
    """What speaks for a lost space before `token[at]`, where not both neighbours are letters; None if none can be lost."""
    if "'" in (left, right) and "''" in (token[at : at + 2], token[at - 2 : at]):
        return (2.0, "dash") if left != right and left not in "([{" and (left.isalnum() or right.isalnum()) else None
    if right == "(" and _SECTION.match(token, at):
        return None
    return _told(token, at, left, right, words) or (
        (_faint(left), "dash") if _may_end(token, at, left, right) else None
    )


def _faint(left: str) -> float:
    return FAINT - 0.5 if left in "'’" else FAINT  # a mark that may open or close rather opens


def _may_end(token: str, at: int, left: str, right: str) -> bool:
    """Whether a word may end between two characters at all: not inside numbers, nor before a closing mark."""
    if left == right or (right in "'’" and (left.isupper() or _CONTRACTED.match(token, at + 1))):
        return False
    if left == "." and right.isupper() and token[at - 2].isupper() and not token[at + 1 : at + 2].isalpha():
        return False  # `U.S.`
    if left in _MAY_OPEN and right.isalpha() and (at < 2 or token[at - 2] in _BEFORE_OPENING):
        return False  # `-'x`
    if left == "." and at > 1 and _OF_LETTERS.match(token, at - 2):
        return False
    if left.isdigit() and right.isalpha() and _word_from(token, at) in UNITS:
        return _word_from(token, at) in _MEASURES
    if left.isdigit() or right.isdigit():
        return left.isalpha() or right.isalpha() or (left in _CLOSES and left not in ".,:'") or right in "(<["
    return (right in _OPENS and (left.isalnum() or left in _CLOSES)) or (left in _CLOSES and right.isalpha())


def _told(token: str, at: int, left: str, right: str, words: Mapping[str, float]) -> tuple[float, JointKind] | None:
    if right == "[" and left.isalnum():
        return 0.6, "dash"
    if right == "‘" and left.isalnum():
        return 2.0, "dash"
    if right in _OPENING or (right == "(" and left not in "([{"):
        return _before_opening(token, at, left, right, words)
    if '"' in (left, right):
        return _at_straight_quote(token, at, left, right)
    if left == "." and right.isalpha() and _INITIALS.search(token[:at]):
        return _behind_initials(token, at, words)
    if right.islower() and token[at - 2 : at] == "..":
        return 0.4, "dash"
    if left in _STOPS or (left in "”)’'" and at > 1 and token[at - 2] in _STOPS):
        return _after_stop(token, at, left, right, words)
    if left in ",;:”)]%" and (right.isalnum() or right in "$€£"):
        return _after_mark(token, at, left, right, words)
    if left.isdigit() or right.isdigit() or right in "$€£":
        return _at_digit(token, at, left, right, words)
    if (right == "<" and (left.isalnum() or left in ",;")) or (left == ">" and right.isalnum()):
        return 0.6, "dash"
    if (at == 1 and left in "-–—―" and right.isalpha()) or (
        at == len(token) - 1 and right in "-–—―" and left.isalpha()
    ):
        return 0.6, "dash"
    if (token[at - 2 : at] == "--" and right.isalnum() and (at == 2 or any(map(str.isalnum, token[: at - 2])))) or (
        token[at : at + 2] == "--" and left.isalnum()
    ):
        return 0.6, "dash"
    if (left in "—–―" and right.isalpha()) or (right in "—–―" and left.isalpha()):
        return -1.0, "dash"
    return None


def _word_from(token: str, at: int) -> str:
    run = RUN.match(token, at)
    return run.group() if run else ""


def _word_to(token: str, at: int) -> str:
    """The letters that end at an offset; at most LONGEST_WORD are looked at."""
    start = at
    while start > 0 and at - start < LONGEST_WORD and (token[start - 1].isalpha() or token[start - 1] in "'’"):
        start -= 1
    return token[start:at]


def _is_word(word: str, words: Mapping[str, float]) -> bool:
    return piece(word, words) > -8 if word else False


def _is_common(word: str, words: Mapping[str, float]) -> bool:
    return piece(word, words) > -4.2 if word else False


def _before_opening(
    token: str, at: int, left: str, right: str, words: Mapping[str, float]
) -> tuple[float, JointKind] | None:
    if right == "(":
        inside = _word_from(token, at + 1)
        fits = (
            left.isalpha() and len(inside) > 2 and len(_word_to(token, at)) > 1 and _is_word(_word_to(token, at), words)
        )
        if fits and inside[0].isupper():
            return 2.5, "open"
        plural = len(inside) < 3 and token[at + 1 + len(inside) : at + 2 + len(inside)] == ")"
        return (0.6, "dash") if (left.isalnum() or left in ".,") and not plural else None
    if left in _STOPS:
        return 6.0, "stop"
    return (6.0, "open") if left.isalnum() or left in ",;:)”" else None


def _at_straight_quote(token: str, at: int, left: str, right: str) -> tuple[float, JointKind] | None:
    if right == '"':
        opens = at + 1 < len(token) and (token[at + 1].isalnum() or token[at + 1] in "'‘$€£")
        if not opens or _word_from(token, at + 1) in ("s", "t"):
            return None
        if left in _STOPS:
            return None if at > 1 and token[at - 2] == "." else (5.0, "stop")
        return (5.0, "quote") if left in ",;:" or (left.isalpha() and len(_word_to(token, at)) > 1) else None
    after = _word_from(token, at)
    if after in ("s", "t", "re", "ve", "ll", "d", "m"):
        return None  # a keyboard's apostrophe
    if at > 1 and right.isalnum() and token[at - 2] not in "(“" and not token[at - 2].isdigit():
        kind: JointKind = "stop" if token[at - 2] in _STOPS and right.isupper() else "quote"
        return 4.5, kind
    return None


def _after_stop(
    token: str, at: int, left: str, right: str, words: Mapping[str, float]
) -> tuple[float, JointKind] | None:
    if right.isdigit():
        if (
            left == "."
            and _word_to(token, at - 1).lower() in _SHORT_MONTHS
            and token[at : at + 4].strip(".,;").isdigit()
        ):
            return 2.0, "digit"
        return _enumerator(token, at)
    if not right.isupper() and not (left in "!?" and right.isalpha()):
        return None
    end = at - 1 if left in _STOPS else at - 2
    if right.islower() and not any(map(str.isalnum, token[:end])):
        return None  # `?name`, `“!important`
    before, after = _word_to(token, end), _word_from(token, at)
    digit_before = any(c.isdigit() for c in token[max(0, end - 2) : end])  # COP29, 5G
    if token[:end].isdigit() and (not _is_common(after, words) or after.lower()[:3] in MONTHS):
        return None if after.lower()[:3] in MONTHS or not _is_word(after, words) else (-1.0, "dash")  # 6.Juli
    quoted = end > 0 and token[end - 1] in "”\"’')%"
    if left == "." and not quoted and not digit_before and (len(before) < 2 or before.lower() in ABBREVIATIONS):
        return (-1.0, "dash") if right.isupper() and _is_word(after, words) and before else None
    if at + len(after) < len(token) and token[at + len(after)] == "." and len(after) < 3:
        return None  # U.S.A. and the like
    if (
        len(after) <= 3
        and after.lower() not in SHORT
        and not after.isupper()
        and token[at + len(after) : at + len(after) + 1] != "-"
    ):
        return None  # News.Az, Amazon.Com
    if before.isupper() and after.isupper() and not digit_before:
        return None
    if left == "." and is_domain(before, after):
        return 0.4, "dash"
    return (3.0 + (1.5 if _is_word(after, words) else 0) + (1.0 if before.islower() else 0)), "stop"


def _behind_initials(token: str, at: int, words: Mapping[str, float]) -> tuple[float, JointKind] | None:
    """`U.S.interest`: likely before a word in lower case, a mere possibility before a name (`J.K.Rowling`)."""
    word = _word_from(token, at)
    if len(word) < 2:
        return None
    if not _is_word(word, words):
        return (-2.0, "dash") if len(word) > 3 and word.islower() else None
    return (3.0 if word.islower() else -0.5), "dash"


def _enumerator(token: str, at: int) -> tuple[float, JointKind] | None:
    """`launches.2.` — a stop, a number of one or two digits, a full stop or bracket, and nothing more."""
    tail = token[at:]
    before = _word_to(token, at - 1) or (token[at - 2] if at > 1 and token[at - 2] in "”\"’')" else "")
    fits = (
        len(tail) <= 3 and tail[:-1].isdigit() and tail[-1] in ".)" and len(before) > (0 if before in "”\"’')" else 2)
    )
    return (4.0, "enumerator") if fits else None


def _after_mark(
    token: str, at: int, left: str, right: str, words: Mapping[str, float]
) -> tuple[float, JointKind] | None:
    before, after = token[at - 2] if at > 1 else "", _word_from(token, at)
    if right.isdigit():
        if left in ":;":
            return _enumerator(token, at) or ((2.0, "comma") if left == ";" else None)
        tail = token[at:].rstrip('.,;:)”"')
        year = left == "," and before.isdigit() and len(tail) == 4 and tail.isdigit() and tail[:2] in ("19", "20")
        lone = left == "," and before.isalpha() and len(_word_to(token, at - 1)) > 2
        return (5.0, "comma") if year and at <= 3 else (3.0, "comma") if lone else None
    if left == ":" and right.islower():
        return (1.5, "dash") if _is_word(after, words) and before.isalpha() else None
    if left == ":":
        fits = right.isupper() and len(after) > 1 and not after.isupper() and (before.isalnum() or before in "”)")
        return (4.0 if _is_word(after, words) else 2.0, "colon") if fits and len(_word_to(token, at - 1)) > 1 else None
    if left == ";" and not _parts_sentence(_word_to(token, at - 1), after, words):
        return (0.4, "dash") if before.isalnum() else None
    if left in ",;":
        score = 6.0 if _is_word(after, words) else 3.5
        if len(after) == 1 and after not in "aAI":
            return (0.6, "dash") if after.isupper() and before.isalnum() else None
        return (score, "comma") if before.isalnum() or before in "”)’'%.>" else None
    if left == "”":
        return 6.0, "close"
    fits = len(after) > 1 and _is_word(after, words) and (left == "%" or at > 3)
    return (3.0, "close") if fits and (after[0].islower() or left == ")") else None


def _is_digit_name(token: str, inside: re.Match[str]) -> bool:
    """Whether a digit between letters is a part of a name (`my6sense`), not of `of5th` or `in04and`."""
    behind = _word_from(token, inside.end() - 1)
    return _word_to(token, inside.start() + 1).islower() and behind not in UNITS and behind.lower() not in FUNCTION


def _parts_sentence(before: str, after: str, words: Mapping[str, float]) -> bool:
    """Whether a semicolon is between two words: neither in a misspelt one (`mark;ed`) nor in `TL;DR`."""
    if not before:
        return True
    if before.isupper() and after.isupper():
        return False
    return (
        _is_word(before, words)
        and _is_word(after, words)
        and words.get((before + after).lower(), UNKNOWN) < _WELL_KNOWN_WORD
    )


def _at_digit(token: str, at: int, left: str, right: str, words: Mapping[str, float]) -> tuple[float, JointKind] | None:
    if _DIGIT_IN_NAME.search(token, max(0, at - 3), at + 2):
        inside = _DIGIT_IN_NAME.search(token, max(0, at - 3))
        if inside and inside.start() < at < inside.end() and _is_digit_name(token, inside):
            return FAINT, "dash"
    if left.isdigit() and right.isalpha():
        word = _word_from(token, at)
        common = words.get(word.lower(), UNKNOWN) if len(word) > 2 or word in _BEHIND_NUMBER else UNKNOWN
        if len(word) == 3 and word.lower() not in SHORT:
            return None
        return (common + 7.0, "digit") if common > -6.5 else None
    word = _word_to(token, at)
    if word == "a" and at == 1:
        return 1.0, "digit"
    if word[:1].isupper() and word[1:].islower() and right.isdigit():
        return (3.0 if word.lower()[:3] in MONTHS and len(token) >= at + 4 else -0.5), "digit"
    if left.isalpha() and word[1:].islower() and right in "$€£" and word[0].isupper():
        return (0.6, "digit") if _is_common(word, words) else (-1.0, "dash")
    if left.isalpha() and word.islower() and len(word) > 1 and (right.isdigit() or right in "$€£"):
        common = piece(word, words)
        return (max(0.6, common + (6.0 if right.isdigit() else 7.0)), "digit") if common > -8 else None
    return None
