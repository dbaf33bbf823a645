"""Other languages than English: how common their words are, and where two of them may meet without a space.

Source: wordfreq's lists (Robyn Speer; code Apache-2.0, data CC BY-SA 4.0): large for German, French, Spanish, Italian,
Portuguese, Dutch, Polish, Russian and Ukrainian, small for Turkish and Indonesian. What a language does with beginnings,
endings and compounds is counted in its own list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from parsers.repair import azerbaijani
from parsers.repair.endings import (
    TURKIC,
    Compounds,
    are_endings,
    clitic_between,
    compounds,
    inflected,
    is_clitic,
    is_one,
    may_be_prefixed,
)
from parsers.repair.joints import LONGEST_TOKEN, Joint, punctuated
from parsers.repair.letters import LEAST
from parsers.repair.lexicon import UNKNOWN
from parsers.repair.marks_abroad import is_odd, marked_alike, short_stop
from parsers.repair.punctuation import LONGEST_WORD, RUN

LISTS: Mapping[str, str] = {
    "de": "large", "fr": "large", "es": "large", "it": "large", "pt": "large", "nl": "large", "pl": "large", "ru": "large",
    "uk": "large", "tr": "small", "id": "small", "az": "own",
}  # fmt: skip
"""Language → which of wordfreq's lists; one has a list of its own."""

_ONE_LETTER: Mapping[str, frozenset[str]] = {
    "fr": frozenset("aày"), "es": frozenset("ayoeu"), "it": frozenset("eaoiè"), "pt": frozenset("aoeéà"), "pl": frozenset("aiouwz"),
    "ru": frozenset("виксоуяа"), "uk": frozenset("віийзуояає"), "tr": frozenset("o"), "az": frozenset("o"),
}  # fmt: skip
_COMPOUNDING = frozenset(("de", "nl"))
_OF_PARTS = frozenset(("nl",))
"""Where a compound that no list has is as likely as two words."""
_LINKS = ("", "s", "n", "en", "es", "er", "e")
"""What may be between the parts of a compound."""
_TWO_LETTERS, _THREE_LETTERS = -3.5, -4.3
"""log10 frequency from which two and three letters count as a word: the lists are full of such that are none."""
_SHORT_WORDS: Mapping[str, frozenset[str]] = {
    "de": frozenset(("je",)), "fr": frozenset("ci ni né lu dû pu".split()), "es": frozenset("sé ti tú mí os ve vi fe".split()),
    "it": frozenset("sa ce né là lì sé dà".split()), "pt": frozenset("vê vi si ti pé fé dê vá lê".split()),
    "pl": frozenset("tę tą iż ku".split()), "ru": frozenset("ко те та ту ей уж".split()), "uk": frozenset("аж їй об ту".split()),
    "tr": frozenset("iç ön on eş".split()),
}  # fmt: skip
"""Language → words of two letters that are rarer than that."""
_MOST_COMMON_PART = -3.5
"""log10 frequency of words that are too common to be a part of a compound, mostly."""
_COMPOUND, _COMPOUND_PART, _LEAST_PART = -6.5, -6.0, 4
_STRANGE_NAME, _STRANGE, _LONG = -8.0, UNKNOWN, 0.3
_BRANDS = ("phone", "pad", "pod", "mac", "tunes", "cloud", "bay", "book")
"""Brands with a small letter before their capital: `iPhone`."""
_LETTERED = -4.5
"""log10 frequency of `e-mail` and the like, about."""
_CAPITAL_INSIDE, _BRAND = -12.0, 1.5
_RARE, _TEMPER = -4.5, 0.8
_COMMON, _NEIGHBOURS, _RAREST = 60, 2500, -7.3
"""How many words are looked for run together in the list, with how many others; rarer words of it are mostly slips."""
_SAMPLE, _PRODUCTIVE, _VERY_PRODUCTIVE = 30_000, 30, 110
_AFFIX, _STRONG_AFFIX = 1.5, 3.0
"""log10 odds against a half that ends or begins many words of the language."""
_LONGEST_AFFIX = 5
_TURKISH = str.maketrans("Iİ", "ıi")
_PROGRAM = re.compile(
    r"\W*(?:[A-Za-z]\w*\.)*(?:(?:[A-Z]+[a-z]+[A-Z]|[A-Z]{2,}[a-z])\w*\.[A-Z]\w*|[A-Z]\w*\.[A-Z]+[a-z]+[A-Z]\w*|(?:[a-z]\w*\.){2}[A-Z]\w*)"
)
"""Names of programs: `FormTools.Dialog`, `app.beans.PropertyValue`."""
_NO_WORDS: Mapping[str, frozenset[str]] = {
    "tr": frozenset(
        "dan den ta te tan ten nda nde ndan nden ın in un ün nın nin nun nün na ne ye yi yı yu yü yla yle la le lar ler ları leri"
        " ki dır dir dur dür tır tir tur tür dı di du dü sı si su sü sın sin im ım um üm iz ız siz sız lık lik luk lük daki deki".split()
    ) - frozenset(("ne", "ki", "su", "un", "im", "iz", "siz", "la", "in")),
    "az": frozenset(
        "dan dən nda ndə ndan ndən ın in un ün nın nin nun nün na nə ya yə yi yı yu yü yla ylə la lə lar lər ları ləri dır dir dur dür"
        " dı di du dü sı si su sü sın sin im ım um üm ıq ik uq ük mış miş muş müş lıq lik luq lük dakı dəki ca cə ib ıb ub üb ır ir ur ür"
        .split()
    ) - frozenset(("ya", "su", "un")),
    "es": frozenset("des pre sub anti micro inter".split()), "uk": frozenset("мікро макро пере роз".split()),
    "fr": frozenset("l d j n s c m t qu".split()), "it": frozenset("l d un c s".split()) - {"un"},
}  # fmt: skip
"""Language → beginnings, endings and clitics that the lists have as words, since they were parted from their words at a hyphen or an apostrophe."""
_APOSTROPHES = "'’"
_CLITICS: Mapping[str, frozenset[str]] = {
    "fr": frozenset("l d j n s c m t qu lorsqu puisqu jusqu quoiqu quelqu presqu entr aujourd".split()),
    "it": frozenset(
        "l d un c s m t v n gl all dell nell dall sull coll quest quell bell sant nessun ciascun qualcun tutt dov com quand cent"
        " anch mezz pover".split()
    ),
}  # fmt: skip
"""Language → what an apostrophe joins to the front of a word; nothing else is."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language's words (lower-case → log10 frequency) and what its affixes cost."""

    code: str
    words: Mapping[str, float]
    beginnings: Mapping[str, float]
    endings: Mapping[str, float]
    lower: Callable[[str], str]
    compounds: Compounds | None = None


def small_letters(code: str) -> Callable[[str], str]:
    """How a language writes a word in small letters: Turkish has an `ı` of its own."""
    return (lambda word: word.translate(_TURKISH).lower()) if code in ("tr", "az") else str.lower


@cache
def tongue(code: str) -> Tongue:
    """A language with its words. Loaded once, at first need. Raises KeyError for a language without a list."""
    from wordfreq import get_frequency_list  # late, as for English: sound text of other languages never needs it

    if code == "az":
        words = {w: score for w, score in azerbaijani.words().items() if _real([w], score, code)}
    else:
        bands = get_frequency_list(code, LISTS[code])
        words = {w: score for n, band in enumerate(bands) for score in (-n / 100,) for w in _real(band, score, code)}
    frequent = [w for w in sorted(words, key=lambda w: -words[w])[:_SAMPLE] if w.isalpha()]
    beginnings, endings = _affixes(frequent, words)
    if code != "az":  # its list says too little of how common a word is
        _drop_glued(words, frequent)
    parts = compounds(words) if code in _OF_PARTS else None
    return Tongue(code, words, beginnings, endings, small_letters(code), parts)


def may_be_one(code: str, left: str, right: str) -> bool:
    """Whether two halves of a token may be one word by the endings, clitics and compounds of the language.

    Only the letters beside the place count: `naam(SSID` is `naam`.
    """
    language = tongue(code)
    left, right = _BEFORE.sub("", left), _BEHIND.sub("", right)
    if is_clitic(code, language.lower(left), language.lower(right)):
        return True
    if clitic_between(code, language.lower(left), language.lower(right), language.words):
        return True
    if may_be_prefixed(code, language.lower(left), language.lower(right), language.words):
        return True
    if language.compounds is None or not (left.isalpha() and right.isalpha()):
        return False
    behind = language.lower(right)
    if not right.islower() and (not right[1:].islower() or behind in language.words):
        return False
    return is_one(language.lower(left), behind, language.words, language.compounds)


_BEFORE, _BEHIND = re.compile(r"\A.*[\W\d_]", re.S), re.compile(r"[\W\d_].*\Z", re.S)
"""What is before the last letters of a half, and behind the first."""


def _real(band: Sequence[str], score: float, code: str) -> list[str]:
    """Those of equally common words that are words: the lists hold single letters, endings and slips, too."""
    single = _ONE_LETTER.get(code, frozenset()) | _SHORT_WORDS.get(code, frozenset())
    none = _NO_WORDS.get(code, frozenset())
    if score <= _RAREST:
        return [w for w in band if w in single and w not in none]
    least = 2 if score > _TWO_LETTERS else 3 if score > _THREE_LETTERS else 4
    return [w for w in band if (len(w) >= least and w not in none) or (w in single and w not in none)]


def _affixes(frequent: Sequence[str], words: Mapping[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """The words that are beginnings or endings of many others, with what that costs a place beside them."""
    before: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for word in frequent:
        for n in range(1, min(_LONGEST_AFFIX + 1, len(word) - 2)):
            if word[:n] in words and word[n:] in words:
                before[word[:n]] += 1
            if word[-n:] in words and word[:-n] in words:
                behind[word[-n:]] += 1
    return _costs(before), _costs(behind)


def _costs(seen: Mapping[str, int]) -> dict[str, float]:
    return {
        a: _STRONG_AFFIX if n >= _VERY_PRODUCTIVE else _AFFIX for a, n in seen.items() if n >= _PRODUCTIVE and len(a) <= _LONGEST_AFFIX
    }  # fmt: skip


def _drop_glued(words: dict[str, float], frequent: Sequence[str]) -> None:
    """Leave out what is two very common words run together on the web."""
    common = [w for w in frequent[:_COMMON] if len(w) > 1]
    for left in common:
        for right in frequent[:_NEIGHBOURS]:
            for whole in (left + right, right + left):
                known = words.get(whole)
                if known is not None and known < -5.3 and words[left] + words[right] - known > -0.5 and len(whole) > 5:
                    del words[whole]


def possible(
    token: str,
    language: Tongue,
    words: Mapping[str, float],
    wholes: Mapping[str, float] | None = None,
) -> tuple[Joint, ...]:
    """Every joint of a token worth a thought, by offset; `words` and `wholes` as in `joints.possible`."""
    if not 2 < len(token) <= LONGEST_TOKEN:
        return ()
    known = words if wholes is None else wholes
    if _PROGRAM.match(token):
        return ()
    found = [] if token.isalpha() else punctuated(marked_alike(token, language.code), words)
    if found is None or (found and found[0].kind == "address"):
        return tuple(found or ())
    if short := short_stop(token, words):
        found.append(short)
    for run in RUN.finditer(token):
        if electronic := _before_letter(token, run.end(), language.lower(run.group()), words):
            found.append(electronic)
        elif 2 < len(run.group()) <= LONGEST_WORD and not _is_loud(run.group(), token):
            found += [
                Joint(run.start() + at, score, "word") for at, score in _in_run(run.group(), language, words, known)
            ]
    return tuple(sorted(j for j in set(found) if not is_odd(token, j, language.code, language.words, language.lower)))


def _is_loud(run: str, token: str) -> bool:
    """Whether a few capitals are a name beside small letters: `README.txt`."""
    return run.isupper() and len(run) <= _LONGEST_LOUD and not token.isupper()


_LONGEST_LOUD = 8
_LETTER_WORD = re.compile(r"[eE]-(?:mail|book|reader|learning|commerce|bike|ticket|sport|paper|banking|zine)")
"""Words that are a letter and a hyphen before another word."""


def _before_letter(token: str, end: int, lower: str, words: Mapping[str, float]) -> Joint | None:
    """The joint before `e-mail`, where a run that ends at `end` is a word and the letter of the next: `uwe-mail`."""
    left = words.get(lower[:-1])
    if left is None or not _LETTER_WORD.match(token, end - 1):
        return None
    score = left + _LETTERED - _STRANGE
    return Joint(end - 1, score, "word") if score > LEAST else None


def _in_run(
    run: str, language: Tongue, words: Mapping[str, float], wholes: Mapping[str, float]
) -> list[tuple[int, float]]:
    lower = language.lower(run)
    if len(lower) != len(run):
        return []
    whole, settled = _together(run, lower, language, wholes), lower in wholes
    out = []
    for at in range(1, len(run)):
        if run[at] in _APOSTROPHES or run[at - 1] in _APOSTROPHES:
            continue
        score = _halves(run, lower, at, whole, settled, language, words)
        if score is not None and score > LEAST:
            out.append((at, score))
    return out


_LOUD_WITH_ENDING = re.compile(r"[^\W\d_a-zçğıöşüə]+['’][a-zçğıöşüə]")
"""The rest of a name in capitals with its ending: `SPOR’un`."""
_NEVER_FIRST = frozenset("ąęńğъыь")
"""Letters that begin no word of their language."""
_GERMAN_NOUN = re.compile(r"[a-zäöüß]{3,30}(?:ung|heit|keit|schaft|tion|tät|ismus)(?:en|s)?\Z")
"""A German noun in small letters is a compound's last part."""


def _halves(
    run: str, lower: str, at: int, whole: float, settled: bool, language: Tongue, words: Mapping[str, float]
) -> float | None:
    """log10 odds that a run is two words that meet at `at`; None if no words are written so."""
    left, right = run[:at], run[at:]
    if not _is_written_so(left, right):
        return None
    first = _known(lower[:at], words, language.code)
    second = _known(lower[at:], words, language.code)
    if second is None and left.isupper() and right[0].isupper() and lower[at + 1 :] in words:
        return None  # `IPserwera` is `IP serwera`
    if first is None and right.isupper() and left[-1].islower() and lower[: at - 1] in words:
        return None  # `przezmDNS` is `przez mDNS`
    if second is None and right[0] in _NEVER_FIRST:
        return None
    if len(left) == 1 and left.islower() and right[0].isupper() and right.lower().startswith(_BRANDS):
        return None
    if left.isupper() and language.code in TURKIC and len(right) > 1 and _LOUD_WITH_ENDING.match(right):
        return None
    single = _ONE_LETTER.get(language.code, frozenset())
    if any(len(half) == 1 and half.islower() and half not in single for half in (left, right)):
        return None
    if language.code == "de" and left[0].isupper() and _GERMAN_NOUN.match(right):
        return None
    if (first is None and second is None) or are_endings(language.code, lower[at:], second):
        return None
    total = _tempered(_strange(left, lower[:at], language) if first is None else first) + _tempered(
        _strange(right, lower[at:], language) if second is None else second
    )
    if right[0].isupper() and not run.isupper():
        brand = _BRAND if left[0].isupper() else 0.0
        return total - max(_CAPITAL_INSIDE, whole if settled else -99.0) - brand
    cost = language.beginnings.get(lower[:at], 0.0) + language.endings.get(lower[at:], 0.0)
    return total - whole - cost * (1.0 if settled else 0.6)


def _is_written_so(left: str, right: str) -> bool:
    """Whether capitals are in front of words or throughout."""
    good_left = left[1:].islower() or left.isupper() or (len(left) == 1) or "'" in left or "’" in left
    good_right = right[1:].islower() or right.isupper() or len(right) == 1 or "'" in right or "’" in right
    if not (good_left and good_right):
        return False
    return not (len(left) == 1 and left.isupper() and right.isupper())


def _known(lower: str, words: Mapping[str, float], code: str) -> float | None:
    """log10 frequency of a word that the language has; `l'eau` is as common as `eau`, `Ankara'da` as `Ankara`."""
    found = words.get(lower)
    if found is not None or not any(mark in lower for mark in _APOSTROPHES):
        return _form(lower, code) if found is None and code in TURKIC else found
    first, _, second = lower.replace("’", "'").partition("'")
    plain = words.get(f"{first}'{second}")
    if plain is not None:
        return plain
    if code in _CLITICS and first not in _CLITICS[code]:
        return None
    longer = max(first, second, key=len)
    base = words.get(longer) if len(longer) > 1 else None
    return None if base is None else base - 0.5


@lru_cache(maxsize=1 << 16)
def _form(lower: str, code: str) -> float | None:
    """log10 frequency of a word that the list has only with other endings."""
    return inflected(lower, tongue(code).words)


def _strange(printed: str, lower: str, language: Tongue) -> float:
    """log10 frequency of a half that no list has: a compound is likelier than a name, a name than anything else."""
    if len(lower) <= 3:
        return UNKNOWN - 0.5
    if language.code in _COMPOUNDING and _is_compound(lower, language.words):
        return _COMPOUND - 0.5
    base = _STRANGE_NAME if printed[0].isupper() else _STRANGE
    return base - _LONG * max(0, len(lower) - 9)


def _together(run: str, lower: str, language: Tongue, wholes: Mapping[str, float]) -> float:
    """log10 frequency of a run of letters as one word."""
    found = _known(lower, wholes, language.code)
    if found is not None:
        return found
    if language.code in _COMPOUNDING and _is_compound(lower, language.words):
        return _COMPOUND
    return (-8.0 if run[0].isupper() else -9.3) - _LONG * max(0, len(run) - 8)


def _is_compound(lower: str, words: Mapping[str, float]) -> bool:
    """Whether letters are two longer words of a language that writes them as one."""
    for at in range(_LEAST_PART, len(lower) - _LEAST_PART + 1):
        if _MOST_COMMON_PART > words.get(lower[at:], UNKNOWN) > _COMPOUND_PART:
            head = lower[:at]
            if any(
                head.endswith(link) and len(head) - len(link) >= _LEAST_PART
                and _MOST_COMMON_PART > words.get(head[: len(head) - len(link)], UNKNOWN) > _COMPOUND_PART
                for link in _LINKS
            ):  # fmt: skip
                return True
    return False


def _tempered(frequency: float) -> float:
    """A rare word is less rare in the text that is about it than in the language at large."""
    return frequency if frequency > _RARE or frequency < -8.0 else _RARE + _TEMPER * (frequency - _RARE)
