"""Sentences of other languages in the words of the number grammar: "1,2 Milliarden Euro" as "1.2 billion euros".

A table per language (`languages/`) puts English words for its number words, magnitudes, units, currencies, bounds and
outcomes; the words it lacks are marked, so that nothing is counted by them. Offsets stay those of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from parsers.facts.quantity.currency_names import BEHIND, SIGNS, names
from parsers.facts.quantity.german import compound
from parsers.facts.quantity.magnitudes import FOREIGN, MAGNITUDES
from parsers.facts.quantity.measure import NUMBER, YEARS_OLD, Measure
from parsers.facts.quantity.measures import may_tell, measures
from parsers.facts.quantity.numbers import SMALL, TENS
from parsers.facts.quantity.units import table as units
from parsers.facts.tokens import EMPTY, PADDING, TOKEN, Tokens, words

LANGUAGES = ("de", "tr", "az", "fr", "es", "ru")
"""Languages with a table; all of them write a decimal comma."""

POINTED = frozenset({"de", "tr", "fr", "es"})
"""Languages that part thousands with points."""

UNSURE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
COMMAS = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
DAY = re.compile(r"\d{1,2}\.\d{1,2}")
PLAIN = re.compile(r"\d+(?:,\d+)?")

SPELLED = {value: name for name, value in SMALL.items()}

UNKNOWN = "_"
"""Before a word that the table lacks; by itself, a number that can be read in two ways."""

ALONE = {
    "hundred": ("one", "hundred"),
    "thousand": ("one", "thousand"),
    "million": ("millions", "of"),
    "billion": ("billions", "of"),
    "trillion": ("trillions", "of"),
}
"""What a magnitude says where no number is before it."""

CHANGING = frozenset({"rose", "fell", "from", "between", "percent", "%"})
REACH = 8
"""Words before "до" and "hasta" in which a change makes them "to"; else they are "up to"."""

SEVERAL = {"ru": {"thousand": ("thousands", "of")}}

SUFFIXES = tuple(
    sorted(
        words(
            """
            den dan ten tan dən nden ndan de da te ta ye ya yə e a ə yi yı yu yü i ı u ü nin nın nun nün in ın un ün lik lık luk lük li lı lu lü
            lar ler lər nı ni dir dır dur dür tir tır si sı su sü ydi ydı ydu ydü
            """
        ),
        key=len,
        reverse=True,
    )
)
"""Endings of Turkish and Azerbaijani that a word of the table may carry."""

AGGLUTINATING = frozenset({"tr", "az"})
APOSTROPHES = frozenset("'’-")


class Table(NamedTuple):
    """Forms (token tuples in lower case) to English words; first word of a form to the most tokens of one beginning so."""

    forms: dict[tuple[str, ...], tuple[str, ...]]
    longest: dict[str, int]


class English(Tokens):
    """A sentence in English words. Words that a form of the sentence has more than one of have no length, and touch nothing."""

    __slots__ = ()

    def glued(self, i: int) -> bool:
        """Does token i follow the one before it without a space?"""
        return super().glued(i) and self.start[i] < self.end[i]


class View(NamedTuple):
    """A sentence in English words, and for each of its tokens the first token of the sentence that it came from."""

    tokens: Tokens
    origin: tuple[int, ...]


@lru_cache(maxsize=len(LANGUAGES))
def table(language: str) -> Table:
    """The words of a language."""
    forms: dict[tuple[str, ...], tuple[str, ...]] = {}
    longest: dict[str, int] = {}
    text = (files("parsers.facts.quantity") / "languages" / f"{language}.tsv").read_text(encoding="utf8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        english, printed = line.split("\t")
        for form in printed.split("|"):
            key = tuple(TOKEN.findall(form))
            forms.setdefault(key, tuple(english.split()))
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Table(forms, longest)


def language_of(in_language: str | None) -> str | None:
    """The language with a table that an article's language tag names, or None: then its sentences are read as English."""
    code = (in_language or "").lower()[:2]
    return code if code in LANGUAGES else None


def view(tokens: Tokens, language: str) -> View:
    """The sentence in the words of the number grammar."""
    known = table(language)
    written = _Written(tokens)
    i = 0
    while i < tokens.size:
        step = (
            _suffix(tokens, i, language)
            or _mixed(tokens, i, known, language, written)
            or _form(tokens, i, known, language, written)
        )
        if step is None:
            written.put(i, i + 1, _word(tokens, i, language))
            step = 1
        i += step
    return written.view()


class _Written:
    """The English tokens written so far."""

    __slots__ = ("end", "origin", "start", "text", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.text: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.origin: list[int] = []

    def put(self, i: int, j: int, *english: str) -> None:
        """English words for tokens i to j; the first takes all their place."""
        for n, word in enumerate(english):
            self.text.append(word)
            self.start.append(self.tokens.start[i] if n == 0 else self.tokens.end[j - 1])
            self.end.append(self.tokens.end[j - 1])
            self.origin.append(i if n == 0 else j - 1)

    def counting(self) -> bool:
        """Is the last word a number?"""
        last = self.text[-1].lower() if self.text else ""
        return last in SMALL or last in TENS or last in MAGNITUDES or last in ("a", "half") or last[:1].isdecimal()

    def changing(self) -> bool:
        """Has something risen or fallen, or is a stretch begun, a few words before? Then a bound to come is an end."""
        return not CHANGING.isdisjoint(self.text[-REACH:])

    def view(self) -> View:
        tokens = English.__new__(English)
        size = len(self.text)
        at = len(self.tokens.sentence)
        tokens.sentence = self.tokens.sentence
        tokens.size = size
        tokens.text = self.text + EMPTY
        tokens.low = [*map(str.lower, self.text), *EMPTY]
        tokens.start = self.start + [at] * PADDING
        tokens.end = self.end + [at] * PADDING
        tokens.numbers = [i for i, word in enumerate(self.text) if "0" <= word < ":"]
        return View(tokens, (*self.origin, self.tokens.size))


def _suffix(tokens: Tokens, i: int, language: str) -> int | None:
    """Two tokens to skip: the ending that Turkish and Azerbaijani write behind a number ("100'den", "100-dən")."""
    if (
        language not in AGGLUTINATING
        or tokens.text[i] not in APOSTROPHES
        or i == 0
        or not tokens.glued(i)
        or not tokens.glued(i + 1)
    ):
        return None
    return 2 if tokens.low[i + 1] in SUFFIXES and not tokens.text[i + 1].isupper() else None


def _mixed(tokens: Tokens, i: int, known: Table, language: str, written: _Written) -> int | None:
    """ "3 bin 563", "1 milyon 250 bin": digits with their magnitude, and the rest of the number behind; as one number."""
    if language not in AGGLUTINATING or not tokens.text[i].isdecimal():
        return None
    total, k, least = 0.0, i, float("inf")
    while tokens.text[k].isdecimal() and len(tokens.text[k]) <= len("999"):
        english = known.forms.get((tokens.low[k + 1],), ("",))[0].lstrip("+")
        power = MAGNITUDES.get(english, 1.0) if english in WHOLE_POWERS else 1.0
        if power >= least or int(tokens.text[k]) >= least:
            break
        total, least = total + int(tokens.text[k]) * power, power
        k += 2 if power > 1 else 1
        if power == 1:
            break
    if k < i + 3:
        return None
    written.put(i, k, str(int(total)))
    return k - i


WHOLE_POWERS = frozenset({"thousand", "million", "billion"})
"""Magnitudes that are written between the digits of one number."""


def _form(tokens: Tokens, i: int, known: Table, language: str, written: _Written) -> int | None:
    """Writes the English of the longest form that begins at token i; how many tokens it has, or None."""
    low = tokens.low[i]
    for length in range(min(known.longest.get(low, 0), tokens.size - i), 0, -1):
        english = known.forms.get(tuple(tokens.low[i : i + length]))
        if english and not (length == 1 and tokens.text[i].isupper() and len(low) > 1 and low in ("on", "as", "ist")):
            written.put(i, i + length, *_counted(english, language, written))
            return length
    if language in AGGLUTINATING and len(low) > 3:
        return _inflected(tokens, i, known, language, written)
    number = compound(low) if language == "de" else None
    if number is not None:
        parts = tokens.low[i + 1].endswith(("tel", "drittel")) and number in SPELLED
        written.put(i, i + 1, SPELLED[number] if parts else str(number))  # "zwei Drittel"
        return 1
    return None


def _inflected(tokens: Tokens, i: int, known: Table, language: str, written: _Written) -> int | None:
    low = tokens.low[i]
    for suffix in SUFFIXES:
        english = (
            known.forms.get((low[: -len(suffix)],)) if low.endswith(suffix) and len(low) > len(suffix) + 2 else None
        )
        if english:
            written.put(i, i + 1, *_counted(english, language, written))
            return 1
    return None


def _counted(english: tuple[str, ...], language: str, written: _Written) -> tuple[str, ...]:
    """The words of a form; of a magnitude without a number, those that it means alone."""
    if not english[0].startswith("+"):
        return english
    word = english[0][1:]
    if word == "to":
        return ("to",) if written.changing() else ("up", "to")
    if word == "one":
        return ("one",) if written.counting() else ("a",)
    return (word,) if written.counting() else SEVERAL.get(language, ALONE).get(word, ALONE[word])


def _word(tokens: Tokens, i: int, language: str) -> str:
    """A token that the table lacks: a number in English print, a sign or symbol as it is, a word marked as unknown."""
    text = tokens.text[i]
    if text[:1].isdecimal():
        return number(text, language, exact=_told(tokens, i, language))
    if (
        not text[:1].isalpha()
        or text.isupper()
        or text in units()[1]
        or text in names().codes
        or text in SIGNS
        or tokens.low[i] in BEHIND
    ):
        return text
    return UNKNOWN + text


def _told(tokens: Tokens, i: int, language: str) -> bool:
    """Does a magnitude or percent sign behind the number at token i show that its point is a decimal one?"""
    english = table(language).forms.get((tokens.low[i + 1],), ("",))[0].lstrip("+")
    return (
        tokens.low[i + 1] == "%" or tokens.low[i + 1] in FOREIGN or english in MAGNITUDES or english in ("percent", "%")
    )


def number(text: str, language: str, *, exact: bool = False) -> str:
    """Digits of a language with a decimal comma as English prints them; `_` where they can be read in two ways."""
    if COMMAS.fullmatch(text) or text.isdecimal():
        return text
    if UNSURE_COMMA.fullmatch(text):
        return UNKNOWN
    if PLAIN.fullmatch(text):
        return text.replace(",", ".")
    if POINTS.fullmatch(text):
        whole = text.count(".") > 1 or "," in text or language in POINTED
        return text.replace(".", "").replace(",", ".") if whole else UNKNOWN
    if DAY.fullmatch(text) and not exact and language != "es":
        return UNKNOWN
    return text


def measures_in(tokens: Tokens, taken: frozenset[int], language: str) -> Iterator[Measure]:
    """The measures of a sentence of a language with a table, over its own tokens."""
    english, origin = view(tokens, language)
    if not may_tell(english):
        return
    held = frozenset(k for k in range(english.size) if origin[k] in taken)
    for found in measures(english, held):
        back = _back(found, origin)
        if not _misread(tokens, back, language):
            yield _aged(tokens, back, language)


WHOLES = {"de": frozenset({"von"}), "es": frozenset({"cada"}), "fr": frozenset({"sur"})}
"""Words between a part and the whole that it is of: "zwei von | drei Kindern", "uno de cada | cinco hogares"."""

YEARS = range(1900, 2100)
BETWEEN_BEHIND = frozenset({"arasında", "arası", "arasındakı"})
"""Behind two numbers of Turkish and Azerbaijani these make them the ends of one stretch."""
BETWEEN_REACH = 6
"""Tokens from the first number of a stretch to such a word."""


def _misread(tokens: Tokens, found: Measure, language: str) -> bool:
    """Is it the whole of a share, a year without its words, or one end of a stretch? None of these is filed."""
    i, j = found.start, found.end
    if found.unit is NUMBER and j == i + 1 and tokens.text[i].isdecimal() and int(tokens.text[i]) in YEARS:
        return True
    if language in AGGLUTINATING:
        return found.high is None and not BETWEEN_BEHIND.isdisjoint(tokens.low[j : j + BETWEEN_REACH])
    if found.subtype != "count" or tokens.low[i - 1] not in WHOLES.get(language, ()):
        return False
    part = tokens.low[i - 2]
    spelled = table(language).forms.get((part,), ("",))[0] in SMALL or compound(part) is not None
    return language != "de" or part[:1].isdecimal() or spelled


AGED = {
    "es": frozenset({(",", "de")}),
    "fr": frozenset({("âgé", "de"), ("âgée", "de"), ("âgés", "de"), ("âgées", "de")}),
    "de": frozenset({("alter", "von")}),
}
"""Two words before years that are an age."""


def _aged(tokens: Tokens, found: Measure, language: str) -> Measure:
    """ "el conductor, de 34 años, murió", "âgé de 34 ans", "im Alter von 34 Jahren": the years are an age."""
    i, j = found.start, found.end
    if found.subtype != "duration" or found.unit.code != "a":
        return found
    told = (tokens.low[i - 2], tokens.low[i - 1]) in AGED.get(language, ())
    if not told or (language == "es" and tokens.low[j] not in (",", ".", "y")):
        return found
    return found._replace(unit=YEARS_OLD, subtype="age")


def _back(found: Measure, origin: tuple[int, ...]) -> Measure:
    """A measure over the tokens of a view as one over those of the sentence."""

    def span(start: int, end: int) -> tuple[int, int]:
        return origin[start], max(origin[end - 1] + 1, origin[end])

    start, end = span(found.start, found.end)
    bound = span(found.bound_start, found.bound_end) if found.bound_start >= 0 else (-1, -1)
    noun = found.noun
    if noun is not None:
        first, last = span(noun.start, noun.end)
        noun = noun._replace(start=first, end=last)
    return found._replace(start=start, end=end, bound_start=bound[0], bound_end=bound[1], noun=noun)
