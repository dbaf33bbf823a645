"""The tag of a form that may be a verb, by what is before it."""

from __future__ import annotations

from parsers.facts.syntax.lexicon import CLOSED, Word
from parsers.facts.syntax.tag_context import Context
from parsers.facts.syntax.tag_words import (
    BARE,
    CALLED,
    LED,
    MOVED,
    MOVES,
    PLURALS,
    SHOWING,
    STATING,
    TO_VERBS,
)


def verb_tag(t: Context, i: int, low: str, word: Word) -> str:
    """A form that may be a verb, by what is before it."""
    usual, forms = word
    p = t.before
    if low == "won" and t.low[i + 2] == "t" and t.tokens.glued(i + 1):
        return "M"
    if low == "preferred" and t.low[i + 1] in SHARES:
        return "J"
    if low in PARTICIPLES_TOO and p in ("B", "E", "h", "H"):
        return "n"
    if low == "close" and t.low[i + 1] == "to" and p in ("C", ",", ""):
        return "R"  # "and close to half of them came"
    if p == '"' and len(t.out) > 1 and t.out[-2] in "DpI":
        p = t.out[-2]
    if p in ("T", "M", "d") and "b" in forms and not (p == "T" and t.out[-1] in "R"):
        return "b"
    if p in ("h", "H") and "n" in forms and not (usual in "NJ" and "b" in forms and t.nounish(i + 1)):
        return "n"
    if p in ("B", "E", "H") or (p == "h"):
        return _after_be(usual, forms)
    if p in ("D", "p", "J", "#"):
        return _after_determiner(t, i, p, usual, forms)
    if p in ("O", "W", "t"):
        return _after_pronoun(t, i, p, usual, forms)
    if p in ("N", "o", ")"):
        return _after_noun(t, i, usual, forms)
    if p == "I":
        return _after_preposition(t, i, usual, forms)
    if p in ("v", "a", "b", "g", "n"):
        return _after_verb(t, i, usual, forms)
    return _elsewhere(t, i, usual, forms)


PARTICIPLES_TOO = frozenset("forecast broadcast".split())
"""Nouns that are participles behind be and have."""

SHARES = frozenset("share shares stock stocks dividend dividends".split())
"""Behind `preferred`, which is then their kind."""

BEHIND_FORECAST = frozenset("of at in for this next .".split())
"""Behind what somebody forecasts: "the bank forecasts growth | of 3 percent"."""


FORETOLD = frozenset("sales earnings profits results revenues markets prices exports imports elections".split())
"""Plurals before the noun `forecast`, which is of them."""

BOUNDS = frozenset((("up", "to"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least")))
"""Two words before a figure that is feared: "the union fears | up to 200 jobs are at risk"."""


def _after_be(usual: str, forms: str) -> str:
    if "g" in forms:
        return "g"
    if "n" in forms:
        return "n"
    return "J" if usual in "JV" else ("R" if usual == "R" else "N")


def _after_determiner(t: Context, i: int, p: str, usual: str, forms: str) -> str:
    if p == "#":
        if t.low[i] == "crew":
            return "N"
        if "d" in forms and not (usual == "N" and t.nounish(i + 1)):
            return "a" if "n" in forms else "v"
        if "n" in forms and "d" not in forms:
            return "n"
        return "g" if "g" in forms and usual == "V" else "N"
    if "d" in forms and "n" not in forms and p == "J" and not t.determined():
        return "v"
    if "n" in forms or "d" in forms:
        return "a" if p == "J" and not t.nounish(i + 1) and not t.determined() else ("J" if usual != "N" else "N")
    if "z" in forms and p == "J" and usual == "V" and (t.objective(i) or not t.determined()):
        return "v"
    return "J" if usual == "J" and t.nounish(i + 1) else "N"


def _after_pronoun(t: Context, i: int, p: str, usual: str, forms: str) -> str:
    if "d" in forms:
        return "v"
    if "z" in forms or "b" in forms:
        relative = p == "W" or (p == "t" and t.out[t.last - 1 : t.last] == ["N"])
        if p == "O" or usual == "V" or (relative and (usual in "NVX")) or t.objective(i):
            return "v" if p != "t" or usual == "V" or relative else "N"
    if "n" in forms:
        return "n"
    return "g" if "g" in forms and usual == "V" else ("J" if usual == "J" else "N")


def _after_noun(t: Context, i: int, usual: str, forms: str) -> str:
    low = t.low[i]
    if low == "think" and t.low[i + 1] in ("tank", "tanks"):
        return "N"
    if "d" in forms:
        behind = CLOSED.get(t.low[i + 1])
        if "b" in forms and t.low[i + 1] == "of":
            return "N"  # "a tax cut of 5 percent"
        if "n" in forms and t.low[i - 2] == "-" and t.out[i - 3 : i - 2] == ["#"] and t.nounish(i + 1):
            return "J"  # "a five-month suspended sentence"
        if usual == "N" and "b" in forms and not t.objective(i) and behind != "R" and t.out[-1] not in "RX":
            return "N"
        return "a" if "n" in forms else "v"
    noun = t.low[t.last]
    plural = _plural(noun) or ((low in SHOWING or (usual == "V" and "b" in forms)) and _of_several(t, i))
    adverb = t.out[-1] in "RX"
    if "z" in forms:
        if _counted(t):
            return "N"
        fits = usual == "V" or t.objective(i) or adverb or (low in TO_VERBS and t.low[i + 1] == "to")
        fits = fits or (low == "fears" and (t.low[i + 1], t.low[i + 2]) in BOUNDS)
        fits = fits or (low == "forecasts" and t.nounish(i + 1) and t.low[i + 2] in BEHIND_FORECAST)
        fits = fits or (t.text[i + 1] in (",", ".", ";") and t.lacks_verb())
        return "v" if fits and (not plural or t.text[t.last][0].isupper()) else "N"
    if "b" in forms:
        if low in STATING and (t.objective(i) or CLOSED.get(t.low[i + 1]) == "t"):
            return "v"
        if plural and (low, t.low[i + 1]) in LED:
            return "v"
        if (
            low == "forecast"
            and plural
            and noun not in FORETOLD
            and t.nounish(i + 1)
            and t.low[i + 2] in BEHIND_FORECAST
        ):
            return "v"
        if plural and low in MOVES and (t.low[i + 1] in MOVED or t.text[i + 1][:1].isdigit()):
            return "v"
        if plural and ((low in SHOWING and t.nounish(i + 1)) or (low in TO_VERBS and t.low[i + 1] == "to")):
            return "v"
        if plural and (usual in "VJX" or t.objective(i) or adverb) and usual != "R":
            return "J" if usual == "J" and not t.objective(i) else "v"
        if usual == "V" and t.objective(i) and not t.text[t.last][0].isupper():
            return "v"
        return {"V": "N", "X": "I"}.get(usual, usual)
    if "n" in forms:
        return "n"
    if "g" in forms and _compound(t, i):
        return "J"
    if "g" in forms and not plural and CLOSED.get(t.low[i + 1], "-") in "MBhd":
        return "N"  # "the debt rescheduling has"
    return "g" if usual == "V" or t.objective(i) else "N"


def _counted(t: Context) -> bool:
    """Is the noun that runs one of an object with its number: "will drill two test | wells"?"""
    k = len(t.out) - 1
    while k > 0 and t.out[k] in "NJ":
        k -= 1
    return k > 0 and t.out[k] == "#" and t.out[k - 1] in "bvag" and t.low[k] not in ("one", "1")


def _plural(noun: str) -> bool:
    """Is a noun a plural by its ending, or by the list: "fishermen", "members", "police"?"""
    if noun.endswith("s"):
        return not noun.endswith(("ss", "us"))
    return noun in PLURALS or (noun.endswith("men") and noun not in ("specimen", "regimen"))


def _of_several(t: Context, i: int) -> bool:
    """Is the noun before a name that completes it a plural: "supporters of Lind | say", "fishermen from Port Lind | want"?"""
    of = next((k for k in range(i - 1, max(0, i - 5), -1) if t.low[k] in _COMPLETING), 0)
    if of and t.low[of] == "and":
        return (
            t.text[of - 1][:1].isupper()
            and t.text[i - 1][:1].isupper()
            and all(tag in "Nj" for tag in t.out[of + 1 : i])
        )
    return of > 0 and _plural(t.low[of - 1]) and all(tag in "ND#j" for tag in t.out[of + 1 : i])


_COMPLETING = frozenset("of from in at near on for to and".split())
"""Prepositions whose phrase completes the noun before it, and the word that joins another: "Lind and Berg | say"."""


def _compound(t: Context, i: int) -> bool:
    """ "the bond issuing committee said": a noun, a form in -ing, a noun and its verb."""
    tokens = t.tokens
    if not t.nounish(i + 1) or tokens.low[t.last].endswith("s") or tokens.text[t.last][0].isupper():
        return False
    behind = CLOSED.get(tokens.low[i + 2], "")
    word = t.words.get(tokens.low[i + 2])
    return behind in ("B", "h", "M") or (word is not None and "d" in word.forms)


def _after_preposition(t: Context, i: int, usual: str, forms: str) -> str:
    if "g" in forms:
        return "g" if usual == "V" or t.objective(i) else "N"
    if "n" in forms or "d" in forms:
        return "J" if usual != "N" else "N"
    return "J" if usual == "J" else "N"


def _after_verb(t: Context, i: int, usual: str, forms: str) -> str:
    if t.low[i] == "said" and t.before == "g":
        return "a"  # "reports reaching the town said"
    if "g" in forms:
        return "g" if usual == "V" or t.objective(i) else "N"
    if "d" in forms and "n" not in forms:
        return "v"
    if "n" in forms or "d" in forms:
        return "J" if t.nounish(i + 1) and usual != "N" else ("n" if usual != "N" else "N")
    if "b" in forms and t.low[t.last] in BARE:
        return "b"
    return usual if usual in "JR" else "N"


def _elsewhere(t: Context, i: int, usual: str, forms: str) -> str:
    """Behind a conjunction, a sign, or at the head of the sentence."""
    low = t.low[i]
    if t.before == "C" and "b" in forms and usual != "N" and t.last_verb() == "b":
        return "b"
    if "d" in forms:
        if i == 0 and "n" in forms and low not in CALLED and t.nounish(1) and t.text[1].islower():
            return "J"  # "Combined sales rose"
        return ("a" if "n" in forms else "v") if usual != "N" or t.objective(i) else "N"
    if "z" in forms:
        fits = usual == "V" or t.objective(i) or (low in TO_VERBS and t.low[i + 1] == "to")
        return "v" if fits and t.before in ("C", ",", '"') else "N"
    if "n" in forms:
        return "n"
    if "g" in forms:
        return "g" if usual == "V" or t.objective(i) else "N"
    if t.before == "C" and (usual == "V" or t.objective(i)):
        return "b"
    if not t.before and usual == "V":
        return "b"
    return "N" if usual in "VN" else ("I" if usual == "X" else usual)
