"""Words and letters that multiply the number before them: million, bn, crore, Mrd, bilhão, тыс., milyar."""

from __future__ import annotations

from parsers.facts.tokens import Tokens, words

MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5,
    "crore": 1e7, "crores": 1e7, "cr": 1e7, "crs": 1e7, "mln": 1e6, "mn": 1e6, "mio": 1e6, "bln": 1e9, "bn": 1e9, "tn": 1e12, "trln": 1e12, "trn": 1e12,
    "thsd": 1e3, "bil": 1e9, "tril": 1e12, "thou": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "thousands": 1e3, "hundreds": 1e2, "dozen": 12,
    "dozens": 12, "mil": 1e6, "mlns": 1e6, "blns": 1e9, "mns": 1e6, "bns": 1e9,
}  # fmt: skip
"""Short scale, as in all English newspapers since 1974; lakh and crore as in South Asia."""

FOREIGN = {
    **dict.fromkeys(words("tsd tys tis ribu тыс тысяч тысячи тысяча tausend"), 1e3),
    **dict.fromkeys(words("mill millones millón milhão milhões milioni milione miljoen miljoner miljon millioner milión milion miliony milionů milionów milyon млн миллион миллиона миллионов millionen juta"), 1e6),
    **dict.fromkeys(words("mrd mrds mdr mld mds md mlrd miliar mia milliard milliards milliarde milliarden miliardi miliardo miljard miljarder milliarder miliard miliardy miliardów miliarda miliardů milyar milyard bilhão bilhões млрд миллиард миллиарда миллиардов mlrd"), 1e9),
    **dict.fromkeys(words("trilhão trilhões trilyon triliun трлн триллион триллиона триллионов bilionů billones billón"), 1e12),
}  # fmt: skip
"""Magnitudes that other languages print, and that mean the same wherever they stand; before them a comma is a decimal one."""

ABBREVIATED = words("mio mrd mrds mld mlrd mill tsd tys тыс млн млрд трлн mia md mds mdr bn mn mln bln cr")
"""May have a full stop before the currency ("1,2 Mrd. Euro")."""

ONLY_MONEY = words("md mds mdr mia tsd tys tis mill cr crs")
"""Words and names elsewhere: magnitudes only of money."""

ALL = MAGNITUDES | {word: power for word, power in FOREIGN.items() if word not in ONLY_MONEY}

LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "mm": 1e6, "tr": 1e12}
"""Magnitudes of one letter; whether "m" is a million or a metre is decided by what stands around it."""

SOUTH_ASIAN = {"l": 1e5, "lac": 1e5, "lk": 1e5, "cr": 1e7, "lcr": 1e12}
"""Behind rupees and takas only."""

THOUSAND_IN = {"mil": 1e3}
"""Behind reais, euros and pesos: the Portuguese and Spanish thousand."""

PORTUGUESE = {"mi": 1e6, "bi": 1e9, "tri": 1e12}
"""Behind reais only; before them a comma is a decimal one."""

LONG_THOUSAND = words("millones millón milhões milhão milioni millions milions")
"""Behind "mil" these make it a thousand ("dos mil millones")."""

UNKNOWN = words("arab kharab padma neel wan yi eok oku bi tri mi bio bilj milj")
"""Magnitudes whose power is not known, or not known everywhere."""

POWER_HEADS = (
    "milj",
    "milh",
    "mily",
    "milia",
    "milió",
    "bilh",
    "bilj",
    "bili",
    "bily",
    "bilió",
    "trilh",
    "trilj",
    "trili",
    "trily",
    "mill",
    "bill",
    "trill",
)
POWER_ENDS = ("o", "ões", "ão", "es", "er", "i", "y", "on", "un", "en", "rd", "ar", "ów")
ENGLISH = words(
    "miller millers biller billers mille millet milieu bilious bilingual military militia militias milliner billion million trillion billow billy billet billets millions"
)
"""English words that look like a magnitude."""

CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
NO_POWERS = words(
    "tv bbq pct yr yrs hr hrs km kg mm cm mg mph kph kwh mwh gwh bbl bbls bpd tpd bps lb lbs ft vs mt kt tcf bcf mcf mtpa pts pt st nd rd th dlr dlrs ltd plc llc"
)
"""Abbreviations behind a sum that are no magnitudes."""


CAPITALS = frozenset({"BILL", "MILL", "TRILL"})
"""Magnitudes cut short in tables, or words of a headline: the number before one is left open."""


def unknown_power(tokens: Tokens, j: int) -> bool:
    """Does the word at token j, behind a sum of money, look like a magnitude that the tables do not have?"""
    low = tokens.low[j]
    if tokens.text[j] in CAPITALS:
        return True
    if not tokens.text[j].islower() or len(low) < 2 or low in ALL or low in ENGLISH or low in NO_POWERS:
        return False
    if low in UNKNOWN or (low.startswith(POWER_HEADS) and low.endswith(POWER_ENDS) and len(low) < 11):
        return True
    return len(low) < 5 and low[0] in "mbtk" and CONSONANTS.issuperset(low)


VAGUE = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
"""Plural magnitudes without a number ("thousands of jobs"): from one to ten of them."""

COUNTED_IN = words("lakhs crores lacs crs mlns blns mns bns hundreds")
"""In -s also behind a number ("5 lakhs of rupees")."""


def magnitude_at(tokens: Tokens, j: int, *, money: bool = False) -> tuple[float, int] | None:
    """The power of ten at token j and the token behind it. `money`: a currency is before or behind."""
    low = tokens.low[j]
    power = 1e3 if low == "mil" and tokens.low[j + 1] in LONG_THOUSAND else ALL.get(low)
    if (
        power is None
        and low in ONLY_MONEY
        and (money or _money_follows(tokens, j + 2 if tokens.low[j + 1] == "." else j + 1))
    ):
        power = FOREIGN.get(low) or MAGNITUDES.get(low)
    if power is None:
        return None
    if low in ABBREVIATED and tokens.low[j + 1] == "." and tokens.glued(j + 1) and _money_follows(tokens, j + 2):
        return power, j + 2
    return power, j + 1


MONEY_HEADS = (
    "euro",
    "dollar",
    "fran",
    "kr",
    "rupee",
    "lira",
    "real",
    "reais",
    "руб",
    "долл",
    "евро",
    "zł",
    "peso",
    "manat",
    "tl",
    "zl",
    "kč",
    "forint",
    "crown",
    "naira",
    "rupiah",
)


def _money_follows(tokens: Tokens, j: int) -> bool:
    """Does a sign or a name of money begin at token j?"""
    low, text = tokens.low[j], tokens.text[j]
    return (
        low in ("€", "$", "£", "¥", "₹", "₽", "₺", "₼", "us")
        or low.startswith(MONEY_HEADS)
        or (text.isupper() and len(text) == 3)
    )
