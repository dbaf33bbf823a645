"""Two words run together between two letters: what the words alone say for each place in a run of letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parsers.repair.lexicon import UNKNOWN
from parsers.repair.wordlists import word_list

_RARE, _STRANGE, _TEMPER = -4.0, -8.0, 0.8
_NEVER_SO, _FITS_ARTICLE = 3.0, 0.3
"""`a of`, `an man` are never said; what is behind an article is a noun or close to one, and so likelier than at large."""
LEAST = -6.0
"""Joints that score less are not worth a thought, wherever they stand."""
_RARE_NAME = -7.0
"""log10 frequency below which a run of letters is rather two words than a name."""
INITIAL = -2.0
"""`LCullen`: a capital alone before a name, possible in lists of names."""
_CAMEL, _BRAND_HALVES = 1.5, -12.0
_ACRONYM, _COMMON_ACRONYM, _NAME, _NAME_OF_THREE, _REPEATED = -6.5, -4.3, -6.5, -8.2, -4.6
_WELL_KNOWN, _RARE_PART, _TWO_NAMES = -5.2, -6.0, -10.0
"""log10 frequency of a name in mixed case (`FleetBoston`) that nobody has seen."""
_RARE_BRAND = -6.6
_INFLECTED, _LONG = 2.0, 0.7
"""What an inflection that no list has costs, and each letter of an unknown half behind the twelfth."""

SHORT = word_list("short")
"""The real words of one to three letters: frequency lists are full of letter pairs that are none."""
SHORT_NAMES = word_list("short_names")
"""The same with a capital only: titles, months, parts of names."""
PREFIXES = word_list("prefixes")
SUFFIXES = word_list("suffixes")
"""Common ends and beginnings of longer words, which happen to be words themselves (ours, from general knowledge)."""
FUNCTION = word_list("function")
_CAPITALS = frozenset("io")
"""Words that are none in lower case."""
_WORDS_OF_CASE = {True: SHORT | SHORT_NAMES, False: SHORT - _CAPITALS}
_NO_WORDS = frozenset([*"bcdefghijklmnopqrstuvwxyz", "re", "ve", "ll"])
"""What is behind no space: single letters and contracted words."""
_CONTRACTED = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))
CONTRACTIONS = ("'s", "n't", "'m", "'re", "'ve", "'ll", "'d")

_ENDINGS = {"s": ("'s", "’s", "s", "es"), "d": ("ed", "d"), "g": ("ing",), "y": ("ly",), "r": ("er",)}
"""The last letter of a word → the endings it may have."""

_FORM = re.compile(
    r"(?:(?P<upper>[^\W\d_a-zß-öø-ÿ]{2,}(?:['’]?s)?)|[^\W\d_][^\W\d_A-ZÀ-ÖØ-Þ]*(?:['’][^\W\d_][^\W\d_A-ZÀ-ÖØ-Þ]*)?)\Z"
)
_LATE_CAPITAL = re.compile(r"[a-z][A-Z][a-z]+\Z")
"""`eBay`, `iPod`."""
_BRAND = re.compile(r"(?:[A-Z][a-z]{2,}){2,3}\Z")
_CAPITALIZED = re.compile(r"[A-Z][a-z]+")
_SILENT = "aeiouh"


def in_word(run: str, words: Mapping[str, float], wholes: Mapping[str, float]) -> list[tuple[int, float]]:
    """The places in a run of letters where two words may meet, with the log10 odds that they do."""
    whole = together(run, wholes)
    lower = run.lower().replace("’", "'")
    settled = lower in wholes
    if run[1:].islower() and run.isalpha():
        return _in_plain_word(run, lower, whole, words, settled)
    out = []
    for at in range(1, len(run)):
        # two halves that are both no words are never worth the sums
        if may_be_word(lower[:at], words) or may_be_word(lower[at:], words):
            score = halves(run[:at], run[at:], whole, words, settled)
            if score is not None and score > LEAST:
                out.append((at, score))
    return out


def _in_plain_word(
    run: str, lower: str, whole: float, words: Mapping[str, float], settled: bool
) -> list[tuple[int, float]]:
    """The same, faster, for letters without a capital inside."""
    out = []
    capital, get = run[0].isupper(), words.get
    short, length = _WORDS_OF_CASE[capital], len(lower)
    if capital:
        score = _behind_one_letter(run[0], run[1:], whole, words)
        if score is not None and score > LEAST:
            out.append((1, score))
    for at in range(2 if capital else 1, len(run)):
        left, right = lower[:at], lower[at:]
        first = get(left) if at > 3 or left in short else None
        second = get(right) if length - at > 3 or right in SHORT else None
        if first is None:
            if second is None:
                continue
            first = _strange(left, capital, words)
        elif second is None:
            second = _strange(right, False, words)
        if right in _NO_WORDS:
            continue
        if _STRANGE <= first <= _RARE:
            first = _RARE + _TEMPER * (first - _RARE)
        if _STRANGE <= second <= _RARE:
            second = _RARE + _TEMPER * (second - _RARE)
        score = first + second - whole
        if score > LEAST - _FITS_ARTICLE:  # nothing else adds to it
            score -= _joined(left, right, words, settled)
            if score > LEAST:
                out.append((at, score))
    return out


def _joined(left: str, right: str, words: Mapping[str, float], settled: bool) -> float:
    """How much less likely two halves in lower case are to meet than their frequencies say."""
    cost = 1.5 if len(right) < 3 and left not in words else 0.0  # foreign names end in -an, -in, -on
    if left in PREFIXES or right in SUFFIXES:
        cost += _affix(left, right) * (1.0 if settled else 0.4)
    return cost + _article(left, right, words) if left in ("a", "an") else cost


def _strange(lower: str, capital: bool, words: Mapping[str, float]) -> float:
    """log10 frequency of a half that no list has."""
    if len(lower) <= 3:
        return _short_name(lower, words) if capital and len(lower) == 3 else UNKNOWN
    stem = _stem(lower, words)
    if stem is not None:
        return stem - _INFLECTED
    return (-7.5 if capital else UNKNOWN) - 0.3 * max(0, len(lower) - 7) - _LONG * max(0, len(lower) - 12)


def may_be_word(lower: str, words: Mapping[str, float]) -> bool:
    """Whether letters are a word that anybody knows."""
    return lower in words if len(lower) > 3 else lower in SHORT or lower in SHORT_NAMES


def together(run: str, words: Mapping[str, float]) -> float:
    """log10 frequency of a run of letters as one word."""
    lower = run.lower().replace("’", "'")
    if lower in words:
        return words[lower] - (0 if run[1:].islower() or run[1:].isupper() else _CAMEL)
    stem = _stem(lower, words)
    if stem is not None:
        return stem - 1
    name = run[0].isupper()
    return (-7.8 if name else -9.5) - 0.3 * max(0, len(run) - 8)


def _stem(lower: str, words: Mapping[str, float]) -> float | None:
    """log10 frequency of the word that this one is an inflection of, or None."""
    for ending in _ENDINGS.get(lower[-1:], ()):
        if (
            lower.endswith(ending)
            and not (ending == "s" and lower[-2] in "ysxz")
            and len(lower) - len(ending) > 3
            and lower[: -len(ending)] in words
        ):
            return words[lower[: -len(ending)]]
    return None


def halves(left: str, right: str, whole: float, words: Mapping[str, float], settled: bool) -> float | None:
    """log10 odds that `left` and `right` are two words; `whole` is the log10 frequency of both as one, `settled` whether
    that one is known."""
    if "'" in left or "’" in left:
        if left[-1] in "'’" and left[-2:-1] == "s" and len(right) > 2 and right.lower() in words:
            return piece(left[:-1], words) + piece(right, words) + 9.0
        if left.replace("’", "'").endswith(CONTRACTIONS) and len(right) > 1 and right.lower() in words:
            return max(piece(left, words), _NAME) + piece(right, words) + 14.0
        if left[-1] in "'’" or (left[-2:-1] in ("'", "’") and left[-1].isupper()):
            return None  # `O'Hare`
    if right[0] in "'’" or right.lower() in _CONTRACTED:
        return None
    if not _have_forms(left, right, words):
        return None
    if len(right) == 1 and right != "a":
        told = right == "I" and left.islower() and words.get(left, UNKNOWN) > -4 and may_be_word(left, words)
        return words[left] + 4.5 if told else None
    upper_left = len(left) > 1 and (left.isupper() or (left[-1] == "s" and left[:-1].isupper() and len(left) > 2))
    if left[-1].isupper() and not upper_left:
        return _behind_one_letter(left, right, whole, words)
    capital = right[0].isupper()
    if capital and _belongs_behind(left, right, words):
        return None
    if upper_left and capital and right[1:2].isupper():
        return None
    sum_ = _tempered(piece(left, words)) + _tempered(piece(right, words))
    late = not capital and bool(_LATE_CAPITAL.match(right)) and _adds_letter(left, right, words)
    if capital or upper_left or late or _BRAND.match(left) or _LATE_CAPITAL.match(left):
        brand = left[0].isupper() and not upper_left
        strange = min(_BRAND_HALVES, sum_ - 1) if late or (capital and _is_sure(left, right, words)) else _BRAND_HALVES
        return sum_ - max(strange, whole if settled else -99) - (0.6 if brand else 0)
    return sum_ - whole - _joined(left.lower(), right.lower(), words, settled)


def _have_forms(left: str, right: str, words: Mapping[str, float]) -> bool:
    """Whether both halves are written as words are: capitals in front or throughout."""
    good_left = (
        _FORM.match(left)
        or _BRAND.match(left)
        or ((len(left) > 5 or _LATE_CAPITAL.match(left)) and left.lower() in words)
    )
    return bool(good_left) and bool(
        _FORM.match(right)
        or _BRAND.match(right)
        or (right[0].isupper() and right.lower() in words)
        or (_LATE_CAPITAL.match(right) and (right.lower() in words or _adds_letter(left, right, words)))
    )


def _is_sure(left: str, right: str, words: Mapping[str, float]) -> bool:
    """Whether a capital starts a word, and neither is it the second of a name in mixed case nor of `eBay`."""
    if left[0].islower():
        return left in words or words.get(left[:-1], UNKNOWN) <= _WELL_KNOWN
    if _BRAND.match(right) or _BRAND.match(left):
        return False
    lower, get = right.lower(), words.get
    if lower in words or len(right) < 5:
        return True
    return not any(
        get(lower[:at], UNKNOWN) > _RARE_PART and get(lower[at:], UNKNOWN) > _WELL_KNOWN
        for at in range(3, len(lower) - 1)
    )


def _adds_letter(left: str, right: str, words: Mapping[str, float]) -> bool:
    """Whether the letter before a capital belongs to what follows: `serviceeDonkey`, where `servicee` is no word."""
    return words.get(left, UNKNOWN) > _WELL_KNOWN and left + right[0] not in words


def _belongs_behind(left: str, right: str, words: Mapping[str, float]) -> bool:
    """Whether the letter before a capital is the first of a known brand: `inchiPad`, of `inch` and `iPad`."""
    if left[-1] not in "ie" or words.get(left, UNKNOWN) > _WELL_KNOWN:
        return False
    return words.get(left[:-1], UNKNOWN) > _WELL_KNOWN and words.get(left[-1] + right.lower(), UNKNOWN) > _RARE_BRAND


def _behind_one_letter(left: str, right: str, whole: float, words: Mapping[str, float]) -> float | None:
    """`Iam`, `Asmall`: a capital alone is the pronoun or the article before a common word, else an initial."""
    if right[0].isupper():
        if not right[1:].islower():
            return None
        article = words.get(right.lower()) if left == "A" else None
        return INITIAL + (0.0 if article is None else 4.0 if article > _WELL_KNOWN else 2.0)
    if len(left) > 1:
        return None
    if left not in "IA":
        return INITIAL - 1.5 if len(right) > 3 and right in words and whole < _RARE_NAME else None
    least = -5.5 if left == "A" or len(right) > 6 else -5.0 if len(right) > 4 else -4.3
    lower = right.lower().replace("’", "'")
    common = words.get(lower, UNKNOWN) if may_be_word(lower, words) else UNKNOWN
    return common - 2.0 - whole if common > least and right.islower() else None


def _tempered(frequency: float) -> float:
    """A rare word is less rare in the news story that is about it than in the language at large."""
    return frequency if frequency > _RARE or frequency < _STRANGE else _RARE + _TEMPER * (frequency - _RARE)


def _article(left: str, right: str, words: Mapping[str, float]) -> float:
    """How much less likely an article is to are before a word than frequencies say."""
    if left not in ("a", "an"):
        return 0.0
    if right in FUNCTION:
        return _NEVER_SO
    if right[0] in _SILENT if left == "a" else right[0] not in _SILENT:
        return _NEVER_SO if right[0] not in "uh" else 0.0
    return -_FITS_ARTICLE if right in words else 0.0


def _affix(left: str, right: str) -> float:
    cost = 2.5 if left in PREFIXES and right not in FUNCTION else 0.0
    return cost + (3.0 if right in SUFFIXES and left not in FUNCTION else 0.0)


def _short_name(lower: str, words: Mapping[str, float]) -> float:
    """A name of three letters counts if the document repeats it; the lists are full of such that are none."""
    known = words.get(lower, UNKNOWN)
    return known if known > _REPEATED else _NAME_OF_THREE


def _acronym(lower: str, words: Mapping[str, float]) -> float:
    """log10 frequency of an acronym, which is not that of the word it is spelt like: `AS`, `OR`."""
    return min(max(words.get(lower, _ACRONYM), _ACRONYM), _COMMON_ACRONYM - (1.5 if lower in FUNCTION else 0.0))


def piece(word: str, words: Mapping[str, float]) -> float:
    """log10 frequency of one half of a split; letters that make no word count as unknown."""
    lower = word.lower().replace("’", "'")
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():  # MPs
        return _acronym(lower[:-1], words) - 0.5
    if len(word) <= 3 and not word.endswith(("'s", "’s")):
        if word.isupper() and len(word) > 1:
            return _acronym(lower, words)
        real = (lower in SHORT and word not in _CAPITALS) or (word[0].isupper() and lower in SHORT_NAMES)
        return words.get(lower, UNKNOWN) if real else _strange(lower, word[0].isupper(), words)
    known = words.get(lower)
    if known is not None:
        return known
    if _BRAND.match(word):
        return (
            _TWO_NAMES
            if all(words.get(part.lower(), UNKNOWN) > _RARE_PART for part in _CAPITALIZED.findall(word))
            else UNKNOWN - 3.0
        )
    return _strange(lower, word[0].isupper(), words)
