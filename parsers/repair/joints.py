"""Where a token may have lost a space: each place between two characters with what speaks for it.

A *token* is a run of characters without white space. A joint's score is a log10 odds: how much likelier two tokens
are than one, from the words alone and not yet from the line they stand on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from parsers.repair.lexicon import UNKNOWN, english
from parsers.repair.wordlists import word_list

JointKind = Literal["word", "stop", "comma", "colon", "open", "quote", "close", "digit", "enumerator", "dash"]


class Joint(NamedTuple):
    """A place inside a token: the offset of the first character after it, the score, the kind."""

    offset: int
    score: float
    kind: JointKind


_RARE, _STRANGE, _TEMPER = -4.0, -8.0, 0.8
_ARTICLE = 0.7
"""`athis` is `at his`: the article stands before few of the words that look as if it did."""
LEAST = -7.0
"""Joints that score less are not worth a thought, wherever they stand."""
LONGEST_TOKEN = 120
LONGEST_WORD = 40

SHORT = word_list("short")
"""The real words of one to three letters: frequency lists are full of letter pairs that are none."""
SHORT_NAMES = word_list("short_names")
"""The same with a capital only: titles, months, parts of names."""
PREFIXES = word_list("prefixes")
SUFFIXES = word_list("suffixes")
"""Common ends and beginnings of longer words, which happen to be words themselves (ours, from general knowledge)."""

UNITS = ("m", "bn", "tn", "k", "p", "c", "pm", "am", "km", "kg", "GW", "MW", "mph", "pct", "th", "st", "nd", "rd")
CONTRACTIONS = ("'s", "n't", "'m", "'re", "'ve", "'ll", "'d")
ABBREVIATIONS = word_list("abbreviations")

_ADDRESS = re.compile(
    r"://|&#|</|/>|@|^www\.|^[#/\\~]|[{}|=_\\^`~]|\w\(\)|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}(?:[/:?].*)?\W*$|^\w+/\w+/"
)
_RUN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FORM = re.compile(
    r"(?:(?P<upper>[^\W\d_a-zß-öø-ÿ]{2,}(?:['’]?s)?)|[^\W\d_][^\W\d_A-ZÀ-ÖØ-Þ]*(?:['’][^\W\d_A-ZÀ-ÖØ-Þ]+)?)\Z"
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BEHIND_NUMBER = frozenset(
    ("By", "of", "to", "in", "at", "by", "on", "as", "is", "or", "if", "we", "he", "it", "an", "be", "so")
)
_FUNCTION = word_list("function")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}\Z")
_OPENING = "“„«"
_STOPS = ".!?…"


def possible(token: str, words: Mapping[str, float]) -> tuple[Joint, ...]:
    """Every joint of a token worth a thought, by offset. Addresses, file names, code and handles have none."""
    if len(token) > LONGEST_TOKEN or len(token) < 2 or _ADDRESS.search(token):
        return ()
    found = list(_at_punctuation(token, words))
    for run in _RUN.finditer(token):
        if 2 < run.end() - run.start() <= LONGEST_WORD:
            found += _in_word(run.group(), run.start(), words)
            if run.start() > 0 and token[run.start() - 1].isdigit():
                found += _behind_unit(run.group(), run.start(), words)
            if token[run.end() : run.end() + 1] in (".", "&") and run.group()[-1].isupper():
                found += _before_initials(run.group(), run.end() - 1, words)
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 16)
def plain(token: str) -> tuple[Joint, ...]:
    """The joints of a token by general English alone."""
    return possible(token, english())


# ------------------------------------------------------------------------------------------------ between two letters


def _in_word(run: str, start: int, words: Mapping[str, float]) -> list[Joint]:
    whole = together(run, words)
    lower = run.lower().replace("’", "'")
    out = []
    for at in range(1, len(run)):
        # two halves that are both no words are never worth the sums
        if _may_be_word(lower[:at], words) or _may_be_word(lower[at:], words):
            score = halves(run[:at], run[at:], whole, words)
            if score is not None and score > LEAST:
                out.append(Joint(start + at, score, "word"))
    return out


def _may_be_word(lower: str, words: Mapping[str, float]) -> bool:
    return lower in words if len(lower) > 3 else lower in SHORT or lower in SHORT_NAMES


def _before_initials(run: str, at: int, words: Mapping[str, float]) -> list[Joint]:
    """`theU.S.`: a common word in lower case, then a capital with a full stop."""
    word = run[:-1]
    return [Joint(at, piece(word, words) + 5.0, "word")] if word.islower() and piece(word, words) > -5.5 else []


def _behind_unit(run: str, start: int, words: Mapping[str, float]) -> list[Joint]:
    """`775meuros`: a unit that stands right behind its number, then a word."""
    for at in range(1, min(4, len(run) - 1)):
        if run[:at] in UNITS and words.get(run[at:].lower(), UNKNOWN) > -6 and _may_be_word(run[at:].lower(), words):
            return [Joint(start + at, words[run[at:].lower()] + 6.5, "digit")]
    return []


def together(run: str, words: Mapping[str, float]) -> float:
    """log10 frequency of a run of letters as one word."""
    lower = run.lower().replace("’", "'")
    if lower in words:
        return words[lower] - (0 if run[1:].islower() or run[1:].isupper() else 1.5)
    stem = _stem(lower, words)
    if stem is not None:
        return stem - 1
    name = run[0].isupper()
    return (-7.8 if name else -9.5) - 0.3 * max(0, len(run) - 8)


def _stem(lower: str, words: Mapping[str, float]) -> float | None:
    """log10 frequency of the word that this one is an inflection of, or None."""
    for ending in ("'s", "’s", "s", "es", "ed", "d", "ing", "ly", "er"):
        if (
            lower.endswith(ending)
            and not (ending == "s" and lower[-2] in "ysxz")
            and len(lower) - len(ending) > 3
            and lower[: -len(ending)] in words
        ):
            return words[lower[: -len(ending)]]
    return None


def halves(left: str, right: str, whole: float, words: Mapping[str, float]) -> float | None:
    """log10 odds that `left` and `right` are two words, given `whole`, the log10 frequency of both as one word."""
    if left[-1] in "'’" and left[-2:-1] == "s" and len(right) > 2 and right.lower() in words:
        return piece(left[:-1], words) + piece(right, words) + 9.0
    if left.replace("’", "'").endswith(CONTRACTIONS) and len(right) > 1 and right.lower() in words:
        return max(3.0, piece(left, words) + piece(right, words) + 14.0)
    if left[-1] in "'’" or right[0] in "'’" or right.lower() in ("s", "t", "re", "ve", "ll", "d", "m"):
        return None
    capital = right[0].isupper()
    if not (_FORM.match(left) or (not capital and len(left) > 5 and left.lower() in words)) or not (
        _FORM.match(right) or (capital and right.lower() in words)
    ):
        return None
    if len(right) == 1 and right != "a":
        told = right == "I" and left.islower() and words.get(left, UNKNOWN) > -4 and _may_be_word(left, words)
        return words[left] + 4.5 if told else None
    upper_left = len(left) > 1 and left.isupper()
    if left[-1].isupper() and not upper_left:
        return _behind_one_letter(left, right, whole, words)
    if upper_left and capital and right[1:2].isupper():
        return None
    sum_ = _tempered(piece(left, words)) + _tempered(piece(right, words))
    if capital or upper_left:
        brand = left[0].isupper() and not upper_left
        return sum_ - max(min(-12.0, sum_ - 1), whole if _settled(left + right, words) else -99) - (0.6 if brand else 0)
    if len(right) < 3 and left.lower() not in words:
        sum_ -= 1.5  # foreign names end in -an, -in, -on
    if left == "a":
        sum_ -= _ARTICLE + (2.0 if right in _FUNCTION else 0.0)
    return sum_ - whole - _affix(left.lower(), right.lower()) * (1.0 if _settled(left + right, words) else 0.6)


def _behind_one_letter(left: str, right: str, whole: float, words: Mapping[str, float]) -> float | None:
    """`Iam`, `Asmall`: a capital alone is the pronoun or the article before a common word, else an initial."""
    least = {"I": -5.0 if len(right) > 4 else -3.6, "A": -5.5}.get(left, 0.0)
    common = words.get(right.lower(), UNKNOWN) if _may_be_word(right.lower(), words) else UNKNOWN
    return common - 2.0 - whole if common > least and right.islower() else None


def _tempered(frequency: float) -> float:
    """A rare word is less rare in the news story that is about it than in the language at large."""
    return frequency if frequency > _RARE or frequency < _STRANGE else _RARE + _TEMPER * (frequency - _RARE)


def _settled(run: str, words: Mapping[str, float]) -> bool:
    return run.lower() in words


def _affix(left: str, right: str) -> float:
    return (2.5 if left in PREFIXES else 0.0) + (3.0 if right in SUFFIXES else 0.0)


def piece(word: str, words: Mapping[str, float]) -> float:
    """log10 frequency of one half of a split; letters that make no word count as unknown."""
    lower = word.lower().replace("’", "'")
    if len(word) <= 3 and not word.endswith(("'s", "’s")):
        if word.isupper() and len(word) > 1:
            return max(words.get(lower, -6.0), -6.0)
        real = lower in SHORT or (word[0].isupper() and lower in SHORT_NAMES)
        return words.get(lower, UNKNOWN) if real else UNKNOWN
    known = words.get(lower)
    if known is not None:
        return known
    stem = _stem(lower, words)
    if stem is not None:
        return stem - 1.2
    return (-7.5 if word[0].isupper() else UNKNOWN) - 0.3 * max(0, len(word) - 7)


# ------------------------------------------------------------------------------------------------ beside punctuation


def _at_punctuation(token: str, words: Mapping[str, float]) -> list[Joint]:
    out = []
    for at in range(1, len(token)):
        left, right = token[at - 1], token[at]
        if left.isalpha() and right.isalpha():
            continue
        joint = _beside(token, at, left, right, words)
        if joint is not None:
            out.append(Joint(at, *joint))
    return out


def _beside(token: str, at: int, left: str, right: str, words: Mapping[str, float]) -> tuple[float, JointKind] | None:
    if right == "[" and left.isalnum():
        return 0.6, "dash"
    if right in _OPENING or (right == "(" and left not in "([{"):
        return _before_opening(token, at, left, right, words)
    if '"' in (left, right):
        return _at_straight_quote(token, at, left, right)
    if left == "." and right.isalpha() and _INITIALS.search(token[:at]):
        return _behind_initials(token, at, words)
    if left in _STOPS or (left in "”)’'" and at > 1 and token[at - 2] in _STOPS):
        return _after_stop(token, at, left, right, words)
    if left in ",;:”)]%" and (right.isalnum() or right in "$€£"):
        return _after_mark(token, at, left, right, words)
    if left.isdigit() or right.isdigit() or right in "$€£":
        return _at_digit(token, at, left, right, words)
    if (right == "<" and (left.isalnum() or left in ",;")) or (left == ">" and right.isalnum()):
        return 0.6, "dash"
    if (at == 1 and left in "-–—" and right.isalpha()) or (at == len(token) - 1 and right in "-–—" and left.isalpha()):
        return 0.6, "dash"
    if token[at - 2 : at] == "--" and right.isalnum():
        return 0.6, "dash"
    if (left in "—–" and right.isalpha()) or (right in "—–" and left.isalpha()):
        return -1.0, "dash"
    return None


def _word_from(token: str, at: int) -> str:
    run = _RUN.match(token, at)
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
        return _enumerator(token, at)
    if not right.isupper() and not (left in "!?" and right.isalpha()):
        return None
    end = at - 1 if left in _STOPS else at - 2
    before, after = _word_to(token, end), _word_from(token, at)
    digit_before = any(c.isdigit() for c in token[max(0, end - 2) : end])  # COP29, 5G
    if token[:end].isdigit() and (not _is_common(after, words) or after.lower()[:3] in _MONTHS):
        return None  # 6.Juli
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
    return (3.0 + (1.5 if _is_word(after, words) else 0) + (1.0 if before.islower() else 0)), "stop"


def _behind_initials(token: str, at: int, words: Mapping[str, float]) -> tuple[float, JointKind] | None:
    """`U.S.interest`: likely before a word in lower case, a mere possibility before a name (`J.K.Rowling`)."""
    word = _word_from(token, at)
    if len(word) < 2 or not _is_word(word, words):
        return None
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
            return _enumerator(token, at)
        tail = token[at:].rstrip('.,;:)”"')
        year = left == "," and before.isdigit() and len(tail) == 4 and tail.isdigit() and tail[:2] in ("19", "20")
        lone = left == "," and before.isalpha() and len(_word_to(token, at - 1)) > 2
        return (5.0, "comma") if year and at <= 3 else (3.0, "comma") if lone else None
    if left == ":" and right.islower():
        return (1.5, "dash") if _is_word(after, words) and before.isalpha() else None
    if left == ":":
        fits = right.isupper() and len(after) > 1 and not after.isupper() and (before.isalnum() or before in "”)")
        return (4.0 if _is_word(after, words) else 2.0, "colon") if fits and len(_word_to(token, at - 1)) > 1 else None
    if left in ",;":
        score = 6.0 if _is_word(after, words) else 3.5
        if len(after) == 1 and after not in "aAI":
            return (0.6, "dash") if after.isupper() and before.isalnum() else None
        return (score, "comma") if before.isalnum() or before in "”)’'%." else None
    if left == "”":
        return 6.0, "close"
    fits = len(after) > 1 and _is_word(after, words) and (left == "%" or at > 3)
    return (3.0, "close") if fits and (after[0].islower() or left == ")") else None


def _at_digit(token: str, at: int, left: str, right: str, words: Mapping[str, float]) -> tuple[float, JointKind] | None:
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
        return (3.0 if word.lower()[:3] in _MONTHS and len(token) >= at + 4 else -0.5), "digit"
    if left.isalpha() and word.islower() and len(word) > 1 and (right.isdigit() or right in "$€£"):
        common = piece(word, words)
        return (max(0.6, common + (6.0 if right.isdigit() else 7.0)), "digit") if common > -8 else None
    return None
