"""Names as keys: one spelling for every way a name is written, and the entity id made of it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from operator import eq

from parsers.model import EntityType

# Letters that do not decompose into a Latin letter and a mark. Cyrillic after BGN/PCGN's English romanisation (the one
# that newspapers use), Azerbaijani, Turkish, Polish and Nordic letters by their usual plain spelling.
_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхцъыьэ", "abvgdeziyklmnoprstufhc\0y\0e", strict=True)),
        **{
            "ё": "yo",
            "ж": "zh",
            "ч": "ch",
            "ш": "sh",
            "щ": "shch",
            "ю": "yu",
            "я": "ya",
            "і": "i",
            "ї": "yi",
            "є": "ye",
        },
        **{
            "ғ": "g",
            "ҹ": "j",
            "ә": "a",
            "ө": "o",
            "ү": "u",
            "һ": "h",
            "ҝ": "g",
            "қ": "k",
            "ң": "n",
            "ұ": "u",
            "ў": "o",
        },
        **{
            "ə": "a",
            "ı": "i",
            "ł": "l",
            "ø": "o",
            "đ": "d",
            "ð": "d",
            "þ": "th",
            "ß": "ss",
            "æ": "ae",
            "œ": "oe",
            "ŋ": "n",
        },
        **{"ş": "sh", "ç": "ch", "ğ": "g", "ц": "ts"},
        **{"’": None, "'": None, "ʻ": None, "`": None, "‘": None, ".": None, "&": " and "},
    }
)
# How one sound is written by different romanisations: what must stand in a lower-case ASCII word for the pattern to be
# worth trying (None: anything), the pattern, and what it becomes; applied in order.
_SPELLINGS = tuple(
    (signs.split() if signs else [], re.compile(pattern), plain)
    for signs, pattern, plain in (
        ("dzh dj cj", r"dzh|dj|cj", "j"),
        ("tch tsch", r"tch|tsch", "ch"),
        ("sch", r"sch", "sh"),
        ("kh", r"kh", "h"),
        ("ph", r"ph", "f"),
        ("ck q", r"ck|q(?!u)", "k"),
        ("x", r"(?<=.)x", "ks"),
        ("w", r"w", "v"),
        ("ou oo", r"ou|oo", "u"),
        ("ee", r"ee", "i"),
        ("y", r"(?<=[aeiou])y(?=[aeiou])|(?<=i)y", ""),
        ("y", r"(?<=[^aeiou])y(?=[aeo])", "i"),
        ("y ii", r"(?:iy|yi|yy|y|ii)\Z", "i"),
        ("y ei", r"ay|ey|ei", "ai"),
        ("ff", r"ff\Z", "v"),
        ("oh", r"^([mn])o(?=h)", r"\1u"),
        (None, r"(.)\1+", r"\1"),
        ("e", r"(?<=[aeiou])([^aeiou]{1,3})e([^aeiou]{1,2})\Z", r"\1a\2"),
    )
)
# Letters that only Azerbaijani and Turkish write, and how these two languages sound the letters they share with English.
_TURKIC = frozenset("əışğ")
_TURKIC_SOUNDS = str.maketrans({"c": "j", "x": "kh"})
_PARTICLES = frozenset("the of and for on in to a an al el de la".split())
_LEGAL = frozenset(
    "inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag sa nv bv spa oyj ab as ojsc ooo pjsc jsc pvt pte".split()
)


@lru_cache(maxsize=16384)
def plain(name: str) -> str:
    """A name in lower-case ASCII letters and digits, its marks dropped and other scripts romanised."""
    lowered = name.lower()
    words = lowered.split()
    if lowered.isascii() and "".join(words).isalpha():
        return " ".join(words)
    lowered = lowered.replace("i̇", "i")
    if not _TURKIC.isdisjoint(lowered):
        lowered = " ".join(w if _TURKIC.isdisjoint(w) else w.translate(_TURKIC_SOUNDS) for w in lowered.split())
    lowered = lowered.translate(_LETTERS).replace("\0", "")
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    return " ".join(re.findall(r"[^\W_]+", bare))


# The last two fit most words; the others need one of their signs.
_COMMON = _SPELLINGS[-2:]
_SIGN = re.compile("|".join(sorted({sign for signs, _, _ in _SPELLINGS[:-2] for sign in signs})))


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A plain word with the differences between romanisations folded away (`aliyev` and `aliev` give `aliev`)."""
    for signs, pattern, spelling in _SPELLINGS if _SIGN.search(word) else _COMMON:
        if any(map(word.__contains__, signs)) if signs else any(map(eq, word, word[1:])):
            word = pattern.sub(spelling, word)
    return word


@lru_cache(maxsize=4096)
def key(entity_type: EntityType, name: str) -> str:
    """The key under which all spellings of a name meet, its words joined by hyphens."""
    words = plain(name).split()
    if entity_type == "person":
        return "-".join(sound(word) for word in words if len(word) > 1 or len(words) < 3)
    kept = [word for word in words if word not in _PARTICLES]
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    return "-".join(kept or words)


@lru_cache(maxsize=4096)
def entity_id(entity_type: EntityType, name: str) -> str:
    """The id of the entity of this type and name: the same in every article that names it, in whatever spelling."""
    return f"{entity_type}/{key(entity_type, name)}"
