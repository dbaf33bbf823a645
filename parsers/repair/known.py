"""What is known of words when one document is read: English, what the desk has learned, the document's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from typing import NamedTuple

from parsers.known import Vocabulary
from parsers.record import of_values
from parsers.repair.capitals import may_be_two
from parsers.repair.hyphens import may_be_parted
from parsers.repair.joints import LONGEST_TOKEN, Joint, possible
from parsers.repair.lexicon import english
from parsers.repair.names import core, recurs_as_name
from parsers.repair.prefixes import before_prefixes, is_one_sided, off_mark, prefixes
from parsers.repair.punctuation import ABBREVIATIONS
from parsers.repair.spacing import FEWEST_CUTS, LONGEST_SOUND, SHORTEST_RUN, is_run
from parsers.repair.spelling import slip_of
from parsers.repair.tongues import possible as foreign
from parsers.repair.tongues import small_letters, tongue

PUNCTUATION = ".,;:!?()[]\"'“”‘’«»…"
STRONG = 0.5
"""From this score a joint is worth a look wherever it is on the line."""
LOOSE = -1.0
"""From this score a joint in the middle of a line speaks against a gap beside it."""
CERTAIN = 2.0
"""From this score a joint is evidence of damage by itself."""
RARE = -6.5
"""log10 frequency of words that a web list may have by mistake."""
LIKELY = 0.9
"""The same in other languages than English, whose wraps are judged by their lines more than by single words."""
_RUN = re.compile(r"[^\W\d_]+")
_LEARNED_TEXT = 1e7
"""As if the vocabulary had been counted in that many words: a name seen once is as rare as 1 in 10 million."""
_REMEMBERED = 1 << 16
"""Tokens that a lexicon remembers from document to document. A document with half as many that are not well known has one of its own."""
_WELL_KNOWN, _UNHEARD_OF = -5.0, -20.0
TITLES = frozenset("Mr Mrs Ms Dr Prof Sen Rep Gov Rev Gen Lt Col Sgt Capt".split())
_COMMONEST, _OFTEN = 200, 3
_RECURS = 0.7
"""log10 of how much rarer a word is in what is yet to be read of a document than in what was read."""
_OWN = -1.7
"""log10 of how much rarer a word is in the rest of the document than where it was counted."""


class Look(NamedTuple):
    """A token at first sight: without the marks around it, how common its letters are, whether no word anybody knows well.

    `word` is empty where nothing can be learned from it: a number, a mark.
    """

    word: str
    lower: str
    common: float
    odd: bool
    suspicious: bool
    """Whether it is no known word and is by itself evidence of damage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word → log10 frequency, and what is known of a token by these words alone (remembered, since tokens recur)."""

    words: Mapping[str, float]
    well_known: frozenset[str]
    sound: set[str]
    """The well-known words, and tokens of late that are not suspicious: texts which hold no other are done with at once."""
    look: Callable[[str], Look]
    joints: Callable[[str], tuple[Joint, ...]]
    strongest: Callable[[str], float]
    """The score of a token's best joint."""
    slip: Callable[[str], float | None]
    """log10 frequency of a misspelt word, None if it is none."""
    possible: Possible
    commonest: frozenset[str]
    """The commonest words of the language, by which its paragraphs are told from English ones."""
    code: str
    """The language, ISO 639-1."""


Possible = Callable[[str, Mapping[str, float], Mapping[str, float] | None], tuple[Joint, ...]]
"""The joints of a token, given how common its halves and the whole are."""


@lru_cache(maxsize=16)
def lexicon(vocabulary: Vocabulary, code: str = "en") -> Lexicon:
    """The words of a language and of the desk's vocabulary."""
    words: Mapping[str, float] = english() if code == "en" else tongue(code).words
    if vocabulary.counts:
        learned = {w: max(log10(n / _LEARNED_TEXT), words.get(w, _UNHEARD_OF)) for w, n in vocabulary.counts}
        words = {**words, **learned}
    return _remembering(words, code, _REMEMBERED)


def _remembering(held: Mapping[str, float], code: str, most: int | None) -> Lexicon:
    """The lexicon of these words, which remembers so many tokens; None for all that it is asked."""

    @lru_cache(maxsize=most)
    def joints(token: str) -> tuple[Joint, ...]:
        return possible(token, held, remembered=joints) if code == "en" else foreign(token, tongue(code), held)

    def in_document(token: str, halves: Mapping[str, float], wholes: Mapping[str, float] | None) -> tuple[Joint, ...]:
        return possible(token, halves, wholes) if code == "en" else foreign(token, tongue(code), halves, wholes)

    small = small_letters(code)

    best = lru_cache(maxsize=most)(lambda token: _best(joints(token)))
    well_known = frozenset(word for word, common in held.items() if common > _WELL_KNOWN)
    return Lexicon(
        words=held,
        well_known=well_known,
        sound=set(well_known),
        look=lru_cache(maxsize=most)(lambda token: _look(token, held, best, joints, small, code == "en")),
        possible=in_document,
        commonest=frozenset(sorted(held, key=lambda w: -held[w])[:_COMMONEST]) if code != "en" else frozenset(),
        code=code,
        joints=joints,
        strongest=best,
        slip=lru_cache(maxsize=1 << 14)(lambda word: slip_of(word, held) if code == "en" else None),
    )


def _look(
    token: str,
    words: Mapping[str, float],
    strongest: Callable[[str], float],
    joints: Callable[[str], tuple[Joint, ...]],
    small: Callable[[str], str],
    english: bool,
) -> Look:
    bare = token.strip(PUNCTUATION)
    lower = small(bare)
    common = known = words.get(lower, _UNHEARD_OF)
    if token != lower:
        known = max(known, words.get(token, _UNHEARD_OF))
    unknown = len(bare) > 2 and known == _UNHEARD_OF
    suspicious = unknown and (
        strongest(bare if bare.isalpha() else token) >= CERTAIN
        or len(bare) >= LONGEST_SOUND
        or (english and len(bare) >= SHORTEST_RUN and is_run(bare, words, FEWEST_CUTS))
        or (("-" in bare or "¬" in bare or "‐" in bare) and may_be_parted(bare, words))
        or (bare.isupper() and may_be_two(bare, words, joints))
    )
    if lower.endswith(("'s", "’s")):
        lower = lower.removesuffix("'s").removesuffix("’s")
        common = words.get(lower, _UNHEARD_OF)
    teaches = common <= _WELL_KNOWN and (len(bare) > 2 or bare.isupper()) and bare[0].isalpha() and bare[-1].isalpha()
    return of_values(Look, (bare if teaches else "", lower, common, known < RARE, suspicious))


class Overlay(Mapping[str, float]):
    """A few words of one document over the many of the language."""

    __slots__ = ("_base", "_own")

    def __init__(self, own: Mapping[str, float], base: Mapping[str, float]) -> None:
        self._own, self._base = own, base

    def __getitem__(self, word: str) -> float:
        own = self._own.get(word)
        return self._base[word] if own is None else own

    def __contains__(self, word: object) -> bool:
        return word in self._own or word in self._base

    def get(self, word: str, default: float | None = None) -> float | None:  # type: ignore[override]
        """The word's log10 frequency, or the default."""
        own = self._own.get(word)
        return self._base.get(word, default) if own is None else own

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from self._base

    def __len__(self) -> int:
        return len(self._base)


class Own(NamedTuple):
    """The words a document makes its own, log10: as halves of a token, and as whole tokens.

    A token seen once says nothing about itself (it may be the damaged one), but much about the same letters elsewhere.
    """

    halves: dict[str, float]
    wholes: dict[str, float]
    names: set[str]
    """Words with a capital, a digit or a full stop inside that the document repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known while one document is read.

    `words` is how common a word is here, `joints` the joints of a token, `slip` how common a misspelt word is (None if
    it is none), `look` a token at first sight, `recurs` how much likelier a word is for being elsewhere in the document,
    `stopped` the abbreviations that the document writes with a full stop. `odd` are the tokens that are no words anybody
    knows well, `strong` those of them that may be two wherever they stand, `loose` those that may be two at all, and
    `certain` is how often one stands that is two for certain.
    """

    words: Mapping[str, float]
    joints: Callable[[str], tuple[Joint, ...]]
    slip: Callable[[str], float | None]
    look: Callable[[str], Look]
    recurs: Callable[[str], float]
    stopped: frozenset[str]
    odd: frozenset[str]
    strong: frozenset[str]
    loose: frozenset[str]
    certain: int
    often: frozenset[str] = frozenset()
    """Odd words that return, in other languages than English: line ends seldom part the same two words again and again."""
    code: str = "en"


def of_document(tokens: Sequence[str], lexicon: Lexicon) -> Known:
    """The lexicon with a document's own words over it. Tokens without any keep their joints from document to document."""
    seen = Counter(tokens)
    unsure = seen.keys() - lexicon.well_known
    if len(unsure) > _REMEMBERED // 2:  # each would be forgotten before it is asked for again
        lexicon = _remembering(lexicon.words, lexicon.code, None)
    looks = {token: lexicon.look(token) for token in unsure}
    own = document_words(seen, looks, lexicon)
    words, wholes = Overlay(own.halves, lexicon.words), Overlay(own.wholes, lexicon.words)

    holds_any, prefixed, one_sided = _holder(own), prefixes(seen.keys()), is_one_sided(seen.keys())

    def joints(token: str) -> tuple[Joint, ...]:
        found = lexicon.possible(token, words, wholes) if holds_any(token) else lexicon.joints(token)
        if prefixed and found:
            found = before_prefixes(token, found, prefixed)
        if one_sided and found:
            found = off_mark(token, found)
        return _around_name(token, found, own.names) if own.names and found else found

    remembered = lru_cache(maxsize=None)(joints)
    odd = frozenset([t for t, look in looks.items() if look.odd and t.strip(PUNCTUATION).lower() not in own.wholes])
    best = {t: _best(remembered(t)) for t in odd}
    often = _often(seen, odd) if lexicon.code != "en" else frozenset()
    return Known(
        code=lexicon.code,
        words=words,
        joints=remembered,
        slip=lexicon.slip,
        look=lexicon.look,
        recurs=_recurrence(seen, words),
        stopped=_stopped(seen),
        odd=odd,
        strong=frozenset(t for t, score in best.items() if score >= STRONG or "'" in t or "’" in t),
        loose=frozenset(t for t, score in best.items() if score >= LOOSE),
        certain=sum(
            seen[t] for t, score in best.items() if score >= certain_from(lexicon.code) and letters_of(t) not in often
        ),
        often=often,
    )


def _often(seen: Mapping[str, int], odd: frozenset[str]) -> frozenset[str]:
    """The first letters of the odd tokens that return."""
    counts: Counter[str] = Counter()
    for token in odd:
        counts[letters_of(token)] += seen[token]
    return frozenset(token for token, n in counts.items() if n >= _OFTEN)


def letters_of(token: str) -> str:
    """The first run of letters of a token: `myapp1.conf` and `myapp2` are one name."""
    found = _RUN.search(token)
    return found.group() if found else token


def certain_from(code: str) -> float:
    """The score from which a joint is evidence of damage in a language."""
    return CERTAIN if code == "en" else LIKELY


def _stopped(seen: Mapping[str, int]) -> frozenset[str]:
    """The abbreviations that a document writes with a full stop; who stops one title stops all."""
    found = {t[:-1] for t in seen if t[-1] == "." and (t[:-1].lower() in ABBREVIATIONS or _is_initials(t))}
    return frozenset(found | TITLES if found & TITLES else found)


def _is_initials(token: str) -> bool:
    """Whether a token is letters with a full stop behind each: `U.S.`"""
    return token[1:2] == "." and len(token) > 2 and token[::2].isalpha() and not token[1::2].strip(".")


def _recurrence(seen: Mapping[str, int], words: Mapping[str, float]) -> Callable[[str], float]:
    """How much likelier, log10, a word is for standing elsewhere in the document: `stake` in a story of a takeover."""
    get, every = seen.get, log10(max(1, sum(seen.values()))) + _RECURS

    def recurs(word: str) -> float:
        n = get(word, 0) + get(word.capitalize(), 0) + get(word + ",", 0) + get(word + ".", 0)
        known = words.get(word) if n else None
        return 0.0 if known is None else max(0.0, log10(n) - every - known)

    return recurs


def _best(joints: Sequence[Joint]) -> float:
    return max([j.score for j in joints]) if joints else _UNHEARD_OF


def _holder(own: Own) -> Callable[[str], bool]:
    """Whether a run of letters of a token starts or ends with a word of the document's own, or is one."""
    parts, wholes = own.halves, own.wholes
    # nearly all tokens are told by their first and last letters
    least = min(map(len, parts), default=1)
    heads, tails = {part[:least] for part in parts}, {part[-least:] for part in parts}

    def holds_any(token: str) -> bool:
        lower = token[:LONGEST_TOKEN].lower()
        for run in (lower,) if lower.isalpha() else _RUN.findall(lower):
            if run in wholes:
                return True
            if run[:least] in heads and any(run[:at] in parts for at in range(least, len(run))):
                return True
            if run[-least:] in tails and any(run[at:] in parts for at in range(1, len(run))):
                return True
        return False

    return holds_any


def document_words(seen: Mapping[str, int], looks: Mapping[str, Look], lexicon: Lexicon) -> Own:
    """The words a document makes its own: names it repeats are likelier in it than in the language at large.

    `seen` is how often each token stands, `looks` are those that are not well known. A token that may itself be two
    words teaches nothing, unless it is a brand in mixed case that returns.
    """
    total = log10(max(200, sum(seen.values())))
    counts: dict[str, int] = {}
    for token, first in looks.items():
        taught = [first.word]
        if "-" in token[1:-1]:
            taught += [lexicon.look(part).word for part in token.split("-") if part[:1].isupper()]
        for word in taught:
            if word:
                counts[word] = counts.get(word, 0) + seen[token]
    own = Own({}, {}, _names(counts))
    for word, n in counts.items():
        if not _may_be_two(word, n, lexicon):
            look = lexicon.look(word)
            share = log10(n) - total + _OWN
            own.halves[look.lower] = max(share, own.halves.get(look.lower, look.common))
            if n > 1 and (word[0].isupper() or not _meets_itself(look.lower, seen)):
                own.wholes[look.lower] = max(share, own.wholes.get(look.lower, look.common))
    return own


def _names(counts: Mapping[str, int]) -> set[str]:
    """The words that a document repeats as names."""
    bare: Counter[str] = Counter()
    for word, n in counts.items():
        if not (word.isalpha() and word[1:].islower()):
            bare[core(word)] += n
    return {word for word, n in bare.items() if recurs_as_name(word, n)}


def _around_name(token: str, joints: tuple[Joint, ...], names: set[str]) -> tuple[Joint, ...]:
    """The joints of a token that are not inside a name the document repeats."""
    bare = token.strip(PUNCTUATION)
    if core(bare) not in names:
        return joints
    start = token.index(bare)
    return tuple(j for j in joints if not start < j.offset < start + len(bare))


def _meets_itself(word: str, seen: Mapping[str, int]) -> bool:
    """Whether a word that nobody knows is two words which the document has also apart: `mlndlrs`."""
    return any(word[:at] in seen and word[at:] in seen for at in range(2, len(word) - 1))


def _may_be_two(word: str, n: int, lexicon: Lexicon) -> bool:
    """Whether a token is rather glued than a word: less so the oftener it returns, and least with a capital."""
    named = word[0].isupper()
    if named and (n > 2 or (n > 1 and word[1:] != word[1:].lower())):
        return False
    least = (2.5 if named else 0.5) if n > 1 else -1.5
    return lexicon.strongest(word) >= least
