"""What is glued to a word by its own language: endings of Turkic words, parts of Dutch compounds.

Such letters are words in a frequency list, since writers part them by mistake; a line's end inside one is no proof.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_I, _A = "[ıiuü]", "[aeə]"
_OWNER = rf"(?:{_I}m{_I}z|{_I}n{_I}z|{_I}m|s?{_I})"
_CASE = rf"(?:n?[dt]{_A}n?|n?{_I}n|[ny]?{_I}|[ny]?{_A}|y?l{_A}|[dt]{_A}k{_I}|c{_A}|l{_I}[kq]|s{_I}z|l{_I}|c{_I})"
_PERSON = rf"(?:[dt]{_I}r(?:l{_A}r)?|s{_I}n{_I}z|s{_I}n|y?{_I}z|y?{_I}m|y?[dt]{_I}|y?s{_A}|m{_I}ş)"
_CHAIN = re.compile(
    rf"(?:l{_A}r)?{_OWNER}?{_CASE}?(?:l{_A}r)?{_OWNER}?{_CASE}?{_PERSON}?\Z"
    rf"|{_A}?b?il(?:ir|{_A}c{_A}[kqğ]|m{_A}|d{_I}|s{_A})\w{{0,6}}\Z|y?{_A}r{_A}[kq]\Z|(?:y?{_A}c{_A}[kqğ]|{_I}?yor|m{_A}l{_I}|[dt]{_I}[kğ]|m{_A}kt{_A}|l{_I}ğ{_I}|l{_I}ğ{_A})\w{{0,6}}\Z"
)
"""A run of Turkish or Azerbaijani endings: `lerini`, `siniz`, `sudur`, `larından`."""
TURKIC = frozenset(("tr", "az"))
_CLITICS = frozenset(("de", "da", "də", "te", "ta"))
"""Words of their own (`too`) as well as endings (`in`)."""
_REAL: Mapping[str, float] = {"tr": -4.3, "az": -4.75}
"""log10 frequency from which letters that may be endings are a word, by language."""

_FRONT, _BACK, _OF_BOTH = frozenset("eiöüə"), frozenset("aıou"), re.compile("ki|yor|ken")
_SHORTEST_STEM, _STEM, _LONGEST_ENDINGS = 3, -5.5, 12
_MOST_INFLECTED, _OF_ENDINGS, _OF_LETTER = -5.5, 1.2, 0.15
"""Letters and log10 frequency of a stem, at least; letters of its endings; log10 frequency of the form, at most, and how much rarer
than its stem it is, by itself and for each letter."""

_SHORTEST, _PART, _SMALL, _TAIL, _UNKNOWN = 3, -6.3, -3.2, -6.0, -20.0
"""Letters of a compound's last part, at least; log10 frequency of the rarest part, of words too common to be one, and of the
word behind a compound that no list has."""
_HEAD_OF, _TAIL_OF, _NOUN, _TWO_LETTERS = 3, 4, 4, -2.6
"""Of so many compounds a word begins or ends, at least; letters of a noun; log10 frequency of a word of two letters."""
_RARE_HEAD, _LONG_TAIL, _RARE_TAIL = -5.0, 6, -4.3
"""log10 frequency of a word that may begin a compound no list has; letters and log10 frequency of the word behind it."""
_NEXT_WORD, _LONGEST_CHAIN = 4, 7
"""Letters of a word behind endings, at least, and of the endings."""
_PLURAL = frozenset(("en", "s", "e"))
_NO_PLURAL = ("en", "e", "a", "o")
"""What a Dutch word ends in that takes no further `en`."""
_BEFORE_VERBS = frozenset(
    "op in af aan uit voor door over onder mee toe bij na om tegen terug weg samen tussen achter neer los vast weer".split()
)
"""Dutch words that are also the first part of verbs and nouns: `opslaan`, `voorstel`."""


class Compounds(NamedTuple):
    """The first and the last parts of a language's compounds."""

    heads: frozenset[str]
    tails: frozenset[str]


def are_endings(code: str, lower: str, known: float | None) -> bool:
    """Whether letters behind a word are rather its endings than a word that is as common as `known` (log10, None: unknown)."""
    if code not in TURKIC:
        return False
    if lower in _CLITICS:
        return True
    return (known is None or known < _REAL[code]) and _CHAIN.match(lower) is not None


def inflected(lower: str, words: Mapping[str, float]) -> float | None:
    """log10 frequency of a Turkic word that no list has, by its longest stem there (`aday` of `adaylarda`); None if it has none.

    The vowels of the endings must be of the stem's kind, as the language has them.
    """
    for end in range(len(lower) - 2, _SHORTEST_STEM - 1, -1):
        stem, rest = lower[:end], lower[end:]
        if (
            words.get(stem, _UNKNOWN) > _STEM
            and len(rest) <= _LONGEST_ENDINGS
            and _harmonious(stem, rest)
            and _CHAIN.match(rest)
        ):
            return min(_MOST_INFLECTED, words[stem] - _OF_ENDINGS - _OF_LETTER * len(rest))
    return None


def _harmonious(stem: str, rest: str) -> bool:
    """Whether the vowels of endings are all front or all back as the stem's last one, as far as `ki` and `yor`, which turn the rest."""
    last = next((c for c in reversed(stem) if c in _FRONT or c in _BACK), "")
    wrong = _BACK if last in _FRONT else _FRONT
    return bool(last) and not any(c in wrong for c in _OF_BOTH.split(rest, maxsplit=1)[0])


_VERBAL: Mapping[str, re.Pattern[str]] = {
    "es": re.compile(r".{2,30}(?:[aeiáéí]r|[aeiáéí]ndo|[aeiáéí]d)(?:[mts]e|n?os)?\Z"),
    "it": re.compile(r".{2,30}(?:[aei]r|[ae]ndo)(?:[mctv]e|glie)?\Z"),
    "pt": re.compile(r".{2,30}(?:[aeiáéíâê]|[aeo]r|ndo)-?\Z"),
    "uk": re.compile(r".{2,30}[єеиїйьаія]\Z"),
    "ru": re.compile(r".{2,30}[еиёйьаяу]\Z"),
    "id": re.compile(r".{3,30}\Z"),
}
"""Endings of the verb forms that pronouns are glued to: infinitive, gerund, imperative."""
_PRONOUNS: Mapping[str, frozenset[str]] = {
    "es": frozenset("la lo las los le les me te se nos os".split()),
    "it": frozenset("la lo li le gli mi ti ci vi si ne".split()),
    "pt": frozenset("la lo las los".split()),
    "uk": frozenset("те мо ся сь".split()),
    "ru": frozenset("те ся сь".split()),
    "id": frozenset("nya lah kah pun ku mu".split()),
}
"""Those pronouns; of Ukrainian and Russian verbs the endings that are words, too."""


def is_clitic(code: str, left: str, right: str) -> bool:
    """Whether letters in small letters are a pronoun or an ending that is glued to the verb before it: `cerrar|la`, `читай|те`."""
    return right in _PRONOUNS.get(code, ()) and _VERBAL[code].match(left) is not None


_PREFIXES: Mapping[str, tuple[str, ...]] = {
    "es": ("re", "des", "sub", "pre", "in", "auto", "inter"), "pt": ("re", "des", "sub", "pre", "in", "auto", "inter"),
    "it": ("re", "ri", "de", "dis", "pre", "sub", "auto"), "fr": ("re", "ré", "dé", "pré", "in", "sous", "auto"),
    "nl": ("op", "aan", "af", "uit", "ver", "be", "ge", "ont", "her"), "de": ("ver", "be", "ent", "zer", "ge", "un"),
    "pl": ("pod", "nad", "przy", "prze", "nie", "bez"), "uk": ("під", "над", "при", "пере", "не", "без"),
    "ru": ("под", "над", "при", "пере", "не", "без"),
}  # fmt: skip
"""What begins so many words of a language that no list has all of them."""
_WHOLE_BEHIND, _BEFORE_PREFIX, _OWN_WORD = -4.5, -3.5, -2.5
"""log10 frequency of a word too common to be a prefix's rest, of a word before a prefix, at least, and of a prefix that is oftener a
word of its own."""


def may_be_prefixed(code: str, left: str, right: str, words: Mapping[str, float]) -> bool:
    """Whether the end of a left half may be the prefix of the right one: `se|des|activará`, `pod|katalogi`."""
    for prefix in _PREFIXES.get(code, ()):
        if left.endswith(prefix) and f"{prefix}{right}" not in words:
            rest = left[: -len(prefix)]
            alone = not rest and words.get(left, _UNKNOWN) < _OWN_WORD and words.get(right, _UNKNOWN) < _WHOLE_BEHIND
            if alone or words.get(rest, _UNKNOWN) > _BEFORE_PREFIX:
                return True
    return False


def clitic_between(code: str, left: str, right: str, words: Mapping[str, float]) -> bool:
    """Whether endings or the first letters of a word may be between two halves in small letters: `vaxtınıdəyişə`, `me|sini|değiştir`."""
    if code not in TURKIC:
        return False
    if (right not in words and right[:2] in _CLITICS) or (left not in words and left[-2:] in _CLITICS):
        return True
    return begins_with_endings(right, words)


def begins_with_endings(lower: str, words: Mapping[str, float]) -> bool:
    """Whether letters that are no word are Turkic endings and the word behind them: `sinidəyişə`."""
    return lower not in words and any(
        _CHAIN.match(lower[:n]) and len(lower) - n >= _NEXT_WORD and lower[n:] in words
        for n in range(2, _LONGEST_CHAIN)
    )


def compounds(words: Mapping[str, float]) -> Compounds:
    """The parts of the compounds in a list (word → log10 frequency): those that begin or end several others."""
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    parts = {word for word, common in words.items() if common > _PART and len(word) >= _SHORTEST}
    for word in words:
        for head, tail in _halves(word):
            if tail in parts and head in parts:
                heads[head] += 1
                tails[tail] += 1
    return Compounds(
        frozenset(w for w, n in heads.items() if n >= _HEAD_OF and words[w] < _SMALL),
        frozenset(w for w, n in tails.items() if n >= _TAIL_OF and (words[w] < _SMALL or len(w) >= _NOUN)),
    )


def is_one(left: str, right: str, words: Mapping[str, float], parts: Compounds) -> bool:
    """Whether two halves in small letters may be one compound, or one and the beginning of the next word."""
    if right in _PLURAL:
        return not _takes_no_plural(left, words)
    common, verbal = words.get(left, _UNKNOWN), left in _BEFORE_VERBS
    if right not in words:
        inflected = common >= _SMALL or (_ends_as_adjective(left) and common > _PART)
        return (verbal or not inflected) and _is_compound_and_more(right, words)
    strange = common < _RARE_HEAD and not _ends_as_adjective(left)
    if not (strange or verbal or left in parts.heads):
        return False
    if common < _RARE_HEAD and not verbal and len(right) >= _LONG_TAIL and words[right] < _RARE_TAIL:
        return True
    if left not in words and words[right] < _RARE_TAIL:
        return True  # a compound, and what it begins
    return any(w in parts.tails for w in _singular(right)) or (words[right] < _PART and not verbal)


def _singular(word: str) -> Iterator[str]:
    """A Dutch word, and what it is the plural of by its ending."""
    yield word
    if word.endswith("en"):
        yield word[:-2]
    elif word.endswith("s"):
        yield word[:-1].rstrip("'’")


def _ends_as_adjective(word: str) -> bool:
    """Whether a Dutch word ends as an adjective before its noun does: `nieuwe`, but not `configuratie`."""
    return word.endswith("e") and not word.endswith(("ie", "ee"))


def _takes_no_plural(left: str, words: Mapping[str, float]) -> bool:
    return left.endswith(_NO_PLURAL) or (left.endswith("s") and words.get(left[:-1], _UNKNOWN) > _PART)


def _is_compound_and_more(right: str, words: Mapping[str, float]) -> bool:
    """Whether letters that are no word are a compound's last part and the word behind it: `pijlengetekend`."""
    if any(words.get(a, _UNKNOWN) > _PART and words.get(b, _UNKNOWN) > _TAIL for a, b in _halves(right)):
        return True
    return words.get(right[-2:], _UNKNOWN) > _TWO_LETTERS and words.get(right[:-2], _UNKNOWN) > _PART


def _halves(word: str) -> Iterator[tuple[str, str]]:
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        yield word[:at], word[at:]
