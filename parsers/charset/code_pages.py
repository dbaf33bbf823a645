"""Bytes of a Latin or Cyrillic alphabet whose charset nobody names: Windows, Mac and DOS differ in where their letters are.

The right one gives letters of one language where letters belong; the wrong ones give signs and capitals inside words.
"""

from __future__ import annotations

import re
from collections import Counter

LATIN = (
    "cp1252",
    "cp1254",
    "cp1250",
    "cp1257",
    "mac_roman",
    "cp850",
    "cp437",
    "cp852",
    "mac_latin2",
    "cp857",
    "iso8859_2",
    "cp1258",
)
"""Tried in this order; of equals the first is taken."""

CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "cp866", "mac_cyrillic", "iso8859_5", "cp855")
"""The same for Cyrillic."""

# Source: Unicode CLDR, main and auxiliary exemplar characters beyond ASCII, by language; Unicode licence.
LETTERS: dict[str, str] = {
    "fr": "àâæçéèêëîïôœùûüÿ", "de": "äöüß", "es": "áéíñóúü", "pt": "áâãàçéêíóôõúü", "it": "àèéìîòù", "nl": "áäéëíïóöúü", "da": "æøåé", "sv": "åäöéà", "fi": "äöå",
    "is": "áæéíðóþúýö", "ca": "àçéèíïóòúü", "ga": "áéíóú", "et": "äöõüšž", "tr": "çğıöşüâîİ", "az": "çəğıöşüİ", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ", "hr": "čćđšž", "sl": "čšž", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "vi": "ăâđêôơưàáảãạ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш", "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
}  # fmt: skip

_SETS = {language: frozenset(letters + letters.upper()) for language, letters in LETTERS.items()}
_SIGNS = frozenset("–—‘’‚“”„…«»‹›•·€£§°№©®™ª º¿¡½¼¾²³×\u00a0†‡‰")
_RUN = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 65_536

CERTAIN = 0.85
"""Share of the characters beyond ASCII that must be letters or signs where such belong."""

CAPITALS = 0.1
"""What a capital costs: KOI-8 read as Windows-1251 is good letters in the wrong case."""

LATIN_RUN = 1.9
"""Bytes: runs beyond ASCII are longer than this on average in every other script."""


def looks_latin(payload: bytes) -> bool:
    """Whether the bytes beyond ASCII are accents among ASCII letters: short runs that touch such letters."""
    sample = payload[:_SAMPLE]
    runs = list(_RUN.finditer(sample))
    if not runs:
        return False
    inside = [m for m in runs if _touches(sample, m)]
    length = sum(m.end() - m.start() for m in runs) / len(runs)
    return length <= LATIN_RUN and (len(inside) >= 0.5 * len(runs) or len(sample) > 40 * len(runs))


def _touches(sample: bytes, m: re.Match[bytes]) -> bool:
    before, behind = sample[max(0, m.start() - 1) : m.start()], sample[m.end() : m.end() + 1]
    return before.isalpha() or behind.isalpha()


def likeliest(payload: bytes, codecs: tuple[str, ...]) -> str | None:
    """The code page that makes most sense of the bytes; None when none of them does."""
    sample = payload[:_SAMPLE]
    scores = [(score, -n, name) for n, name in enumerate(codecs) if (score := _fit(sample, name)) is not None]
    best = max(scores, default=None)
    return best[2] if best and best[0] >= CERTAIN else None


def _fit(sample: bytes, name: str) -> float | None:
    """The share of characters beyond ASCII that are where they belong, by the language they fit best; None for no text."""
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        return None
    letters: Counter[str] = Counter()
    good = bad = 0
    for at, c in enumerate(text):
        if c < "\x80":
            continue
        before, behind = text[at - 1 : at], text[at + 1 : at + 2]
        if c in _SIGNS:
            inside = before.isalpha() and behind.isalpha() and c not in "’‘\u00a0·–—"
            good, bad = good + (not inside), bad + inside
        elif (
            not c.isalpha()
            or (c.isupper() and before.islower())
            or (c.islower() and _stands_in_for_a_mark(before, behind))
        ):
            bad += 1
        else:
            letters[c] += 1
    total = good + bad + letters.total()
    fitting = max((sum(n for c, n in letters.items() if c in own) for own in _SETS.values()), default=0)
    capitals = sum(n for c, n in letters.items() if c.isupper())
    return (good + fitting - CAPITALS * capitals) / total if total else None


def _stands_in_for_a_mark(before: str, behind: str) -> bool:
    """Whether a small letter is where a quotation mark belongs: at the head of a word with a capital, or behind a full stop or comma."""
    return (behind.isupper() and not before.isalpha()) or (before in (".", ",", "!", "?") and not behind.isalpha())


HIRAGANA = 0.15
"""Share of the characters beyond ASCII that are hiragana in any Japanese text, and in bytes of no other language."""


def is_japanese(payload: bytes, codec: str) -> bool:
    """Whether bytes make Japanese text in a codec. Many of the same bytes are rare Chinese signs in GB 18030."""
    try:
        text = payload[:_SAMPLE].decode(codec)
    except UnicodeDecodeError as error:
        if error.end < min(len(payload), _SAMPLE) - 1:  # a character that the sample cuts is no fault
            return False
        text = payload[: error.start].decode(codec)
    high = [c for c in text if c >= "\x80"]
    kana = sum("\u3041" <= c <= "\u3096" for c in high)
    narrow = sum("\uff61" <= c <= "\uff9f" for c in high)
    return len(high) > 3 and kana >= HIRAGANA * len(high) and narrow < 0.1 * len(high)


_ARTICLE = re.compile(rb"(?<![\xa1-\xff])\xc7\xe4[\xc1-\xf2]{2}")
"""The Arabic article before a word, in ISO 8859-6."""


def is_arabic(payload: bytes) -> bool:
    """Whether bytes are Arabic in ISO 8859-6, which has no letters at half of its places: no other text keeps clear of them."""
    sample = payload[:_SAMPLE]
    try:
        sample.decode("iso8859_6")
    except UnicodeDecodeError:
        return False
    return sum(map(len, _RUN.findall(sample))) >= ENOUGH and _ARTICLE.search(sample) is not None


def better(payload: bytes, declared: str, sibling: str) -> bool:
    """Whether a code page fits the bytes better than its declared sibling does."""
    sample = payload[:_SAMPLE]
    one, other = _fit(sample, declared), _fit(sample, sibling)
    return other is not None and (one is None or other > one)


WESTERN = frozenset({"cp1252", "iso8859-1", "latin_1", "iso8859-15"})
"""Code pages that templates and servers declare, whatever the letters are."""

POOR = 0.6
"""Share of the characters beyond ASCII below which text is hardly in the code page that is declared."""

ENOUGH = 12
"""Characters beyond ASCII that are needed to say so."""


_TURKISH_WORDS = re.compile(rb"(?<![A-Za-z\x80-\xff])(?:bir|ve|bu|ile|olarak|daha|sonra|kadar)(?![A-Za-z\x80-\xff])")
_TURKISH_ALONE = frozenset("ışğİŞĞ")
"""The letters that are others (ý þ ð Ý Þ Ð) in Windows-1252."""


def _is_turkish(sample: bytes) -> bool:
    """Whether text is Turkish in Windows-1254: its letters are, it has some that the western code page has not, and its words."""
    try:
        high = [c for c in sample.decode("cp1254") if c >= "\x80" and c.isalpha()]
    except UnicodeDecodeError:
        return False
    own = _SETS["tr"] | {"I"}
    return (
        sum(c in _TURKISH_ALONE for c in high) >= 3
        and all(c in own for c in high)
        and len(set(_TURKISH_WORDS.findall(sample))) >= 2
    )


def misdeclared(payload: bytes, declared: str) -> str | None:
    """The code page that a document is in, where a western one is declared and its letters would belong nowhere."""
    if declared not in WESTERN:
        return None
    sample = payload[:_SAMPLE]
    if _is_turkish(sample):
        return "cp1254"
    if sum(map(len, _RUN.findall(sample))) < ENOUGH or (_fit(sample, "cp1252") or 0.0) >= POOR:
        return None
    return likeliest(sample, ("cp1250", *CYRILLIC) if looks_latin(sample) else CYRILLIC)
