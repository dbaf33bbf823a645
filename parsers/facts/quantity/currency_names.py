"""What currencies are called: signs, letters before a dollar sign, abbreviations, nouns, coins; the ISO 4217 list is in currencies.tsv."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from parsers.facts.mentions import gazetteer
from parsers.facts.tokens import TOKEN, words

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₼": "AZN", "₸": "KZT", "₴": "UAH", "¤": "XXX", "₠": "XEU",
    "₾": "GEL", "₩": "KRW", "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₡": "CRC", "₲": "PYG", "₭": "LAK", "؋": "AFN", "₧": "ESP",
    "₮": "MNT", "₵": "GHS", "៛": "KHR", "₨": "{Rs}", "₿": "BTC", "元": "CNY", "円": "JPY", "원": "KRW", "֏": "AMD", "৳": "BDT", "￥": "JPY", "₯": "GRD",
    "₣": "FRF", "₤": "GBP", "﷼": "{rial}", "₢": "BRL", "₰": "DEM", "⃀": "KGS", "＄": "USD", "￡": "GBP", "￦": "KRW", "৲": "BDT", "௹": "INR",
}  # fmt: skip
"""Signs of the Unicode currency category, each for the currency it most often means in English print."""

DOLLARS = {
    "us": "USD", "u.s": "USD", "usd": "USD", "u": "USD", "c": "CAD", "cad": "CAD", "cdn": "CAD", "can": "CAD", "ca": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD",
    "aus": "AUD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "nt": "TWD", "tw": "TWD", "ntd": "TWD",
    "r": "BRL", "mex": "MXN", "mx": "MXN", "mxn": "MXN", "j": "JMD", "ja": "JMD", "tt": "TTD", "bds": "BBD", "ec": "XCD", "fj": "FJD", "n": "NAD", "z": "ZWL",
    "b": "BND", "bz": "BZD", "ci": "KYD", "g": "GYD", "gy": "GYD", "l": "LRD", "ws": "WST", "t": "TOP", "si": "SBD", "rd": "DOP", "ar": "ARS", "clp": "CLP",
    "col": "COP", "cop": "COP", "cu": "CUP", "uy": "UYU", "mop": "MOP", "bs": "BSD", "srd": "SRD", "ar$": "ARS", "esc": "CVE", "bsd": "BSD", "bd": "BMD",
}  # fmt: skip
"""Letters before a dollar sign."""

ABBREVIATIONS = {
    "rs": "{Rs}", "re": "{Rs}", "rm": "MYR", "rmb": "CNY", "sfr": "CHF", "sfrs": "CHF", "fr": "{franc}", "frs": "{franc}", "dm": "DEM", "ff": "FRF",
    "bfr": "BEF", "skr": "SEK", "dkr": "DKK", "nkr": "NOK", "ikr": "ISK", "kr": "{kr}", "rp": "IDR", "php": "PHP", "ksh": "KES", "kshs": "KES", "kes": "KES",
    "tsh": "TZS", "tshs": "TZS", "ush": "UGX", "ushs": "UGX", "shs": "{shilling}", "sh": "{shilling}", "birr": "ETB", "nis": "ILS", "tk": "BDT", "stg": "GBP",
    "ps": "GBP", "tl": "TRY", "r": "ZAR", "ghs": "GHS", "ecu": "XEU", "ecus": "XEU", "btc": "BTC", "eth": "ETH", "usdt": "USDT", "zł": "PLN", "zl": "PLN",
    "kč": "CZK", "kčs": "CSK", "ft": "HUF", "лв": "BGN", "lv": "BGN", "fcfa": "{CFA franc}", "cfa": "{CFA franc}", "dh": "{dirham}", "dhs": "{dirham}",
    "kd": "KWD", "bd": "BHD", "jd": "JOD", "sr": "SAR", "qr": "QAR", "egp": "EGP", "le": "EGP", "mk": "MWK", "mt": "MZN", "mvr": "MVR", "nu": "BTN",
    "руб": "RUB", "грн": "UAH", "тг": "KZT", "din": "{dinar}", "km": "BAM", "gh": "GHS", "gh₵": "GHS", "vnđ": "VND", "đ": "VND", "bs": "{Bs}", "n": "{N}", "le.": "SLE",
}  # fmt: skip
"""Abbreviations before or behind a number that are no ISO codes. `PS` is how plain-ASCII copy prints the pound sign."""

SPACED_BEFORE = words(
    "rs re rm rmb sfr sfrs dm tk ksh kshs tsh tshs ush ushs skr dkr nkr fcfa cfa nis dhs shs gh zł kč rp php kes sr qr kd jd bs"
)
"""Abbreviations that are read before a number with a space between, too."""

BEHIND_ONLY = words("ft km lv mt le bd sr qr kd jd mk nu din eth dh r fr frs n bs")
"""Units or words otherwise: read only before a number they touch that has a magnitude or thousands."""

BEHIND = words("zł zl kč ft tl fcfa cfa kr rm rmb руб грн тг лв nis sfr sfrs dm skr dkr nkr đ vnđ ghs stg")
"""Abbreviations that are read behind a number."""

SLANG = {
    "dollar": "USD", "dollars": "USD",
    "dlr": "USD", "dlrs": "USD", "dls": "USD", "buck": "USD", "bucks": "USD", "greenback": "USD", "greenbacks": "USD", "renminbi": "CNY", "rmb": "CNY",
    "sterling": "GBP", "stg": "GBP", "quid": "GBP", "bitcoin": "BTC", "bitcoins": "BTC", "ecu": "XEU", "ecus": "XEU", "ether": "ETH", "forintok": "HUF",
    "dólares": "USD", "dólar": "USD", "dolares": "USD", "kronor": "SEK", "franken": "CHF", "kronur": "ISK", "krónur": "ISK", "lire": "ITL",
}  # fmt: skip
"""Nouns that are not in the table of currencies, and plurals of one country only."""

SHORT = {"frs": "franc", "fr": "franc", "crowns": "crown", "crown": "crown", "rupiahs": "rupiah"}

ORDINARY = words(
    """
    real mark marks won crown crowns dong fr frs rand dram drams buck bucks kn gold sol soles som kip lek lev leu lei pula tala kina
    colon colons leone leones kwanza guarani balboa florin florins pound pounds quid loti tugrik sen ether
    """
)
"""Also ordinary words, names or units."""

COINS = {
    "cent": ("{cent}", "USD"), "cents": ("{cent}", "USD"), "cts": ("{cent}", "USD"), "ct": ("{cent}", "USD"), "¢": ("{cent}", "USD"), "c": ("{cent}", "USD"),
    "penny": ("{penny}", "GBP"), "pence": ("{penny}", "GBP"), "p": ("{penny}", "GBP"), "sen": ("{sen}", "MYR"), "kopeck": ("{kopeck}", "RUB"),
    "kopecks": ("{kopeck}", "RUB"), "kopek": ("{kopeck}", "RUB"), "kopeks": ("{kopeck}", "RUB"), "qapik": ("{qapik}", "AZN"), "gapik": ("{qapik}", "AZN"),
    "paise": ("{paisa}", "INR"), "paisa": ("{paisa}", "INR"), "tiyin": ("{tiyin}", "KZT"), "tetri": ("{tetri}", "GEL"), "kurus": ("{kurus}", "TRY"),
    "kuruş": ("{kurus}", "TRY"), "centavos": ("{centavo}", "{peso}"), "centavo": ("{centavo}", "{peso}"), "groszy": ("{grosz}", "PLN"), "øre": ("{øre}", "{kr}"),
    "öre": ("{öre}", "SEK"), "pfennigs": ("{pfennig}", "DEM"), "pfennig": ("{pfennig}", "DEM"), "centimes": ("{centime}", "{franc}"), "fils": ("{fils}", "{dinar}"),
}  # fmt: skip
"""Hundredths of a currency. ISO 4217 has no codes for them: the unit is the coin, the SI column the currency."""

MAJOR = words(
    """
    USD EUR GBP JPY CNY AUD CAD CHF HKD SGD NZD INR KRW SEK NOK DKK RUB TRY AZN KZT UAH PLN CZK HUF MXN BRL ZAR THB
    MYR IDR PHP SAR AED QAR KWD ILS EGP KES NGN GHS TZS UGX PKR BDT LKR VND TWD ARS CLP PEN RON BGN GEL AMD UZS BYN
    ISK MAD TND DZD JOD BHD OMR IRR IQD LBP SYP MNT NPR XAF XOF ZMW BWP NAD ETB RWF
    """
)
"""Codes that are read before any number; the others may be words or event names (COP29, TOP 10) and need a sum behind."""

LOWERED = words("usd eur gbp azn rmb inr cny rub")
"""Codes that are read in lower case, too."""

MILLIONS = {"m": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6, "k": 1e3, "t": 1e3, "b": 1e9, "bn": 1e9}
"""Powers written before a code, as accountants do (MUSD 30, 120 MEUR)."""

WHERE = {
    "EUR": (), "XOF": ("SN", "CI", "ML", "BF", "BJ", "TG", "NE", "GW"), "XAF": ("CM", "GA", "CG", "TD", "CF", "GQ"), "XCD": ("AG", "DM", "GD", "KN", "LC", "VC"),
    "XPF": ("NC", "PF", "WF"), "XCG": ("CW", "SX"), "ILS": ("IL", "PS"), "CHF": ("CH", "LI"), "DKK": ("DK", "GL", "FO"), "AUD": ("AU", "KI", "NR", "TV"),
    "NZD": ("NZ", "CK", "NU"), "SUR": ("SU",), "ADP": (), "ZWL": (),
}  # fmt: skip
"""The countries (ISO 3166) of currencies whose code does not begin with its country's."""


class Names(NamedTuple):
    """ISO codes; full names ("kenyan shillings", as tokens) with their codes; the codes of each noun.

    `longest` is the most tokens of a full name by its first word.
    """

    codes: frozenset[str]
    full: dict[tuple[str, ...], str]
    longest: dict[str, int]
    nouns: dict[str, tuple[str, ...]]


def countries_of(code: str) -> tuple[str, ...]:
    """ISO 3166 codes of the countries that pay in a currency, or did."""
    return WHERE.get(code, (code[:2],))


@lru_cache(maxsize=1)
def names() -> Names:
    """The table of currencies, with the names and adjectives of their countries."""
    adjectives = _adjectives()
    codes: set[str] = set()
    full: dict[tuple[str, ...], str] = {}
    nouns: dict[str, list[str]] = {}
    text = files("parsers.facts.quantity").joinpath("currencies.tsv").read_text(encoding="utf8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, whose, called = line.split("\t")
        codes.add(code)
        owners = [*whose.split("|"), *(word for country in countries_of(code) for word in adjectives.get(country, ()))]
        wired = ("dlr", "dlrs") if "dollars" in called else ()
        for noun in (*called.split("|"), *wired):
            if noun not in wired:
                nouns.setdefault(noun, []).append(code)
            for owner in dict.fromkeys(owners):
                full.setdefault(tuple(TOKEN.findall(f"{owner} {noun}".lower())), code)
    kept = {noun: tuple(found) for noun, found in nouns.items()}
    longest: dict[str, int] = {}
    for name in full:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    return Names(frozenset(codes | {"BTC", "XAU", "XDR"}), full, longest, kept)


def _adjectives() -> dict[str, list[str]]:
    """Names and adjectives of each country, in lower case."""
    found: dict[str, list[str]] = {}
    for table in (gazetteer.countries(), gazetteer.demonyms()):
        for word, country in table.items():
            found.setdefault(country.code, []).append(word.lower())
    return found


@lru_cache(maxsize=1)
def bare() -> dict[str, str]:
    """Currency nouns without a country: an ISO code, or `{noun}` where several countries have one of that name."""
    found = {
        noun: codes[0] if len(set(codes)) == 1 else "{" + singular(noun) + "}" for noun, codes in names().nouns.items()
    }
    return found | {noun: "{" + word + "}" for noun, word in SHORT.items()} | SLANG


def singular(noun: str) -> str:
    """The singular of a currency noun."""
    return IRREGULAR.get(noun) or (noun[:-1] if noun.endswith("s") else noun)


IRREGULAR = {
    "kroner": "krone",
    "kronor": "krona",
    "kronur": "krona",
    "lei": "leu",
    "rouble": "ruble",
    "roubles": "ruble",
    "lire": "lira",
    "reais": "real",
}

GENERIC = {
    "{kr}": ("SEK", "NOK", "DKK", "ISK"),
    "{Rs}": ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"),
    "{CFA franc}": ("XOF", "XAF"),
    "{Bs}": ("BOB", "VES"),
    "{N}": ("NGN",),
}
"""What abbreviations may stand for."""

UNPROVEN = "{N}"
"""A letter that is money only where its country is spoken of: without it nothing is filed."""

FALLBACK = {
    "{pound}": "GBP", "{lira}": "TRY", "{won}": "KRW", "{ruble}": "RUB", "{manat}": "AZN", "{mark}": "DEM", "{koruna}": "CZK", "{leu}": "RON", "{Rs}": "INR",
    "{peseta}": "ESP",
}  # fmt: skip
"""What an English newspaper means by these when no other country of the name is spoken of; the others stay open."""

ENDED = words("IEP CYP MTL SUR SKK ADP")
"""Replaced long ago: read with their country right before the noun, never by context."""


@lru_cache(maxsize=1)
def ambiguous() -> dict[str, dict[str, str]]:
    """Units of money that several countries have (`{dinar}`): country to currency."""
    found: dict[str, dict[str, str]] = {}
    shared = [("{" + singular(noun) + "}", codes) for noun, codes in names().nouns.items() if len(set(codes)) > 1]
    for unit, codes in (*shared, *GENERIC.items()):
        for code in codes:
            if code not in ENDED and unit != "{dollar}":
                found.setdefault(unit, {}).update(dict.fromkeys(countries_of(code), code))
    return found
