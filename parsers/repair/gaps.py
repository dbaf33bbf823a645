"""Where a full stop and the next line's first word may be lost, and how long that word may be."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log, log10

from parsers.repair.known import TITLES
from parsers.repair.paragraph import Paragraph
from parsers.repair.punctuation import MONTHS
from parsers.repair.wordlists import word_list

LONGEST_LOST = 14
_LENGTHS = (0, 0.005, 0.1, 0.24, 0.12, 0.1, 0.1, 0.09, 0.07, 0.06, 0.05, 0.03, 0.02, 0.01, 0.005)
"""How often the first word of a sentence has that many letters (rounded, from general English)."""
_BEFORE_MARK = -0.7
_NUMBER_LAST, _DATE_PARTED, _NO_PAIR = -0.7, -2.0, 1.5
_PRONOUNS = frozenset("i you he she it we they me him us them".split())
_SUBJECTS, _OBJECTS = frozenset("i he she it we they".split()), frozenset("him them me us".split())
_TIMES = frozenset(
    "ago year years month months week weeks day days hour hours night morning yesterday today again here there yet election season country".split()
)
_UNITS = frozenset(
    "million billion trillion mln bln dollars dollar dlrs euros pounds tonnes barrels pct percent per ago against another until within than off"
    " less higher away".split()
)
_PREPOSITIONS = frozenset("in on of for with at by from to into up out off over about".split())
_VERBS = frozenset("is are was were has have had will would can could may might must should does did do".split())
_SPEECH = frozenset("said says added told".split())
_LAST = {
    **dict.fromkeys(_SUBJECTS, -1.5),
    "you": -0.3,
    "us": -0.5,
    **dict.fromkeys(("him", "them"), 0.5),
    **dict.fromkeys(_SPEECH, 0.4),
    **dict.fromkeys(_TIMES, 0.7),
}
_SECOND = {
    **dict.fromkeys(_SUBJECTS, 0.4), "you": 0.5, **dict.fromkeys(_OBJECTS, -0.5), **dict.fromkeys(_VERBS, 0.4),
    **dict.fromkeys(_SPEECH, 0.5), "also": 0.6, **dict.fromkeys(_PREPOSITIONS, -0.6), "and": -0.6, "or": -1.0, "but": -1.9,
    **dict.fromkeys(_UNITS, -1.5), **dict.fromkeys(("today", "yesterday", "earlier", "later"), -1.0),
}  # fmt: skip
"""log10 of how much oftener a word is a sentence's last, or the second, than at large (rounded, from general news)."""
_SPEAKER = -0.4
_INSIDE_NAME, _BEFORE_NAME = -0.4, 0.3
_LACKS_STOP, _LACKS_ITS_STOP, _BEFORE_STOP = 2.0, 3.0, -1.0
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_ALWAYS_STOPPED = frozenset(("Gov", "Rep", "Sen"))
"""Titles that are shortened in American copy only, which stops them."""
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\Z")
"""Two of three full stops."""
_CONTRACTED = re.compile(r"(?<=\w)['’](?:s|d|m|re|ve|ll)\Z")
_HEADLESS = re.compile(r"[\"“'‘(]?[^\W\d_][\w-]*[a-z]{2}(?=(?:\.[A-Z])+\.?\W{0,2}\Z)")
"""A word with the rest of an acronym behind it, whose first letter was lost with the stop: `hostages.S.`, of `hostages. U.S.`"""
_TITLE = re.compile(r"[A-Z][a-z]{1,3}(?=-[A-Z])")
"""`Mr-Eakin`, of `Mr. Holtz-Eakin`."""
_ODDLY_CONTRACTED = re.compile(r"['’](?:re|ve|ll|m)\b")
_CONTRACTING = _PRONOUNS | frozenset(
    "who there that what these those this here how where when would could should might must".split()
)
_HEADLESS_GAIN, _ODD_GAIN = 3.0, 2.0
"""log10 odds of a lost word where the rest of an acronym is left, and before `'re` behind a word that takes none."""
_MARKS = ".,;:?!\"”'’"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z|(?<!\S)[B-HJ-Z]\Z")
_OPENING = "\"“‘'("
_SHAPE, _SCALE = 4.0, 5.5
"""Sentences of news have about 22 words: a gamma distribution."""
_LONGEST_SENTENCE = 120
_NEVER_LAST = word_list("never_last")


def word_end(paragraph: Paragraph, token: int) -> int:
    """Where the letters of a token end, if a word may be lost behind them: `routes's`, `cup're` lost theirs before the mark.

    `U.S.` and `U.S,"` may have lost a word before their last full stop or comma, since the stop went with it.
    """
    printed, start = paragraph.tokens[token], paragraph.starts[token]
    headless = _HEADLESS.match(printed)
    if headless:
        return start + headless.end()
    title = _TITLE.match(printed)
    if title and title.group() in paragraph.known.stopped:
        return start + title.end()
    bare = printed.rstrip(_MARKS)
    if len(bare) < len(printed) and _lacks_stop(paragraph, bare) and (printed[len(bare)] != "." or len(bare) > 1):
        return start + len(bare)
    contracted = _CONTRACTED.search(printed)
    if contracted:
        return start + contracted.start()
    return start + len(printed.rstrip(",;:"))


def may_end_sentence(paragraph: Paragraph, token: int, place: int) -> bool:
    """Whether the word that ends at `place` can be a sentence's last, and no full stop is behind it."""
    word = paragraph.text[paragraph.starts[token] : place]
    following = paragraph.text[place : paragraph.ends[token]]
    if _ELLIPSIS.search(word):
        return True
    if not word or word.endswith((".", "!", "?")):
        return False
    titled = word in paragraph.known.stopped and word in TITLES and token + 1 == len(paragraph.tokens)
    if following.startswith(("!", "?")):
        return titled
    if _HEADLESS.match(word + following):
        return True
    if following.startswith("."):
        return titled or bool(_INITIALS.search(word))
    if _lacks_stop(paragraph, word):
        return True
    word = word.lower()
    if word not in _NEVER_LAST:
        return True
    behind = paragraph.tokens[token + 1].lower() if token + 1 < len(paragraph.tokens) else ""
    return word in _PREPOSITIONS and behind in _VERBS


def signs(paragraph: Paragraph) -> list[tuple[int, int]]:
    """The tokens, each with its place, at which something is certainly lost: half an acronym, an abbreviation without its stop."""
    out = []
    for i, token in enumerate(paragraph.tokens):
        if "." in token or "'" in token or "’" in token or token in paragraph.known.stopped:
            place = word_end(paragraph, i)
            if may_end_sentence(paragraph, i, place) and likely(paragraph, i, place) >= _LACKS_STOP:
                out.append((place, i))
    return out


def _lacks_stop(paragraph: Paragraph, word: str) -> bool:
    """Whether a word is an abbreviation without the full stop that it has elsewhere: `U.S`, `Mr` where others are `Mr.`"""
    return (
        bool(_INITIALS.search(word) or _ELLIPSIS.search(word))
        or word in paragraph.known.stopped
        or word in _ALWAYS_STOPPED
    )


def likely(paragraph: Paragraph, token: int, place: int) -> float:
    """log10 of how likely a sentence ended and another began here, against one that goes on.

    Two sentences of common length speak for it, a stump on either side and words that belong together against it.
    """
    text = paragraph.text
    word, mark = text[paragraph.starts[token] : place], text[place : place + 1]
    if _HEADLESS.match(paragraph.tokens[token]):
        return _HEADLESS_GAIN
    cost = _BEFORE_MARK if mark in (",", ";", ":") else 0.0
    if _ODDLY_CONTRACTED.match(text, place) and word.lower().lstrip(_OPENING) not in _CONTRACTING:
        return cost + _ODD_GAIN
    if mark in (".", "?", "!") and word in TITLES:
        return _LACKS_ITS_STOP  # a paragraph's last word is no title
    if _lacks_stop(paragraph, word):
        lacks = _LACKS_ITS_STOP if word in paragraph.known.stopped else _LACKS_STOP
        return cost + (_BEFORE_STOP if mark == "." else lacks)
    behind = paragraph.tokens[token + 1] if place == paragraph.ends[token] and token + 1 < len(paragraph.tokens) else ""
    before_it, behind_it = paragraph.sentence(token)
    lengths = _share(before_it) + _share(behind_it + 1) - _share(before_it + behind_it + 1)
    named = _SPEAKER if word[:1].isupper() and behind in _SPEECH else 0.0
    return cost + lengths + named + _of_names(word, behind) + _between(word.lower(), behind.lower())


def _of_names(last: str, second: str) -> float:
    """log10 of how likely a place is by its capitals: two names side by side are rather one, a name may follow its title that is lost."""
    if not second[:1].isupper():
        return 0.0
    return _INSIDE_NAME if last[:1].isupper() else _BEFORE_NAME


@lru_cache(maxsize=1 << 14)
def _between(last: str, second: str) -> float:
    """log10 of how likely a word is a sentence's last and another the second of the next one, against side by side."""
    gain = _LAST.get(last, 0.0) + _SECOND.get(second, 0.0)
    if last.isdigit() and second.islower() and not _YEAR.match(last):
        gain += _NUMBER_LAST
    if second[:1].isdigit() and last[:3] in MONTHS:
        gain += _DATE_PARTED
    if last in _PREPOSITIONS and second in _VERBS:
        gain += _NO_PAIR
    return gain


@lru_cache(maxsize=_LONGEST_SENTENCE + 1)
def _log_gamma(words: int) -> float:
    norm = log(6.0) + _SHAPE * log(_SCALE)
    return ((_SHAPE - 1) * log(words) - words / _SCALE - norm) / log(10)


def _share(words: int) -> float:
    """log10 of how often a sentence has that many words."""
    return _log_gamma(min(max(words, 1), _LONGEST_SENTENCE))


@lru_cache(maxsize=256)
def log_share(low: int, high: int) -> float:
    """log10 of how often a sentence's first word has `low` to `high` letters."""
    return log10(max(sum(_LENGTHS[low : high + 1]), 1e-4))
