"""The names that are known beforehand: countries and their people, places, given names, programmes, bodies.

Packaged data in `data/` (its README names the sources); each table is read once, when first asked for.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class Country(NamedTuple):
    """A country: ISO 3166-1 alpha-2 code and English name."""

    code: str
    name: str


# Acronyms of bodies that newspapers do not spell out, and their names.
BODIES: dict[str, str] = {
    "UN": "United Nations", "EU": "European Union", "NATO": "North Atlantic Treaty Organization", "IMF": "International Monetary Fund",
    "WHO": "World Health Organization", "WTO": "World Trade Organization", "OPEC": "OPEC", "OECD": "OECD", "OSCE": "OSCE",
    "ASEAN": "ASEAN", "BRICS": "BRICS", "G7": "Group of Seven", "G20": "Group of Twenty", "G77": "Group of 77", "FBI": "FBI", "CIA": "CIA",
    "NASA": "NASA", "UNESCO": "UNESCO", "UNICEF": "UNICEF", "IAEA": "IAEA", "ADB": "Asian Development Bank", "AIIB": "Asian Infrastructure Investment Bank",
    "EBRD": "European Bank for Reconstruction and Development", "EIB": "European Investment Bank", "ECB": "European Central Bank", "SCO": "Shanghai Cooperation Organization",
    "CIS": "Commonwealth of Independent States", "OIC": "Organization of Islamic Cooperation", "BBC": "BBC", "CNN": "CNN", "NBC": "NBC", "CBS": "CBS", "ABC": "ABC",
    "Al Qaeda": "Al Qaeda", "Al-Qaeda": "Al Qaeda", "Al Qaida": "Al Qaeda", "Al-Qaida": "Al Qaeda", "Qaeda": "Al Qaeda", "Qaida": "Al Qaeda",
    "Al Shabaab": "Al Shabaab", "Al-Shabaab": "Al Shabaab", "Shabaab": "Al Shabaab", "Al Jazeera": "Al Jazeera", "Al-Jazeera": "Al Jazeera",
    "Al Arabiya": "Al Arabiya", "Islamic Jihad": "Islamic Jihad", "Boko Haram": "Boko Haram", "MSNBC": "MSNBC", "GOP": "Republican Party", "NYPD": "NYPD", "DNC": "Democratic National Committee", "RNC": "Republican National Committee",
}  # fmt: skip
# Well-known bodies whose names carry no head noun that says what they are.
BODY_NAMES = frozenset(
    "White House|Kremlin|Pentagon|Scotland Yard|Downing Street|United Nations|European Union|African Union|Arab League|Taliban|Hamas|Hezbollah|"
    "Interpol|Greenpeace|Red Cross|Red Crescent|World Bank|Google|Facebook|Twitter|Microsoft|Amazon|Apple|Tesla|Boeing|Airbus|Toyota|Samsung|"
    "Hitachi|Toshiba|Sony|Nissan|Honda|Mazda|Panasonic|Nokia|Gazprom|Rosneft|Lukoil|Shell|BP|Exxon|ExxonMobil|Chevron|Siemens|Reuters|Associated Press|Breitbart|Politico|Bloomberg|Xinhua|Tass|Supreme Court|"
    "Congress|Senate|Parliament|Labour|Republicans|Democrats|State Department|Justice Department|Secret Service|Fox News|Homeland Security".split(
        "|"
    )
)
# Companies and clubs that bear a person's name.
NAMED_AFTER_PEOPLE = frozenset(
    "Morgan Stanley|Merrill Lynch|Goldman Sachs|Smith Barney|Dean Witter|Kidder Peabody|Drexel Burnham|Drexel Burnham Lambert|E.F. Hutton|Paine Webber|Morgan Guaranty|Morgan Grenfell|"
    "James Capel|Lehman Brothers|Bear Stearns|Wells Fargo|Charles Schwab|Arthur Andersen|Price Waterhouse|Philip Morris|Eli Lilly|Levi Strauss|Ralph Lauren|Calvin Klein|John Deere|"
    "Walt Disney|Rolls Royce|John Lewis|William Hill|George Wimpey|Johnson Matthey|Hewlett Packard|Aston Villa|Milton Roy|Marine Midland|Booz Allen|Freddie Mac|Fannie Mae|"
    "Ernst Young|Coopers Lybrand|Peat Marwick|Edward Jones|Raymond James|Stanley Black|Allen Overy|Simon Schuster|Harley Davidson|Daimler Benz|Mercedes Benz|Estee Lauder|"
    "Hugo Boss|Tommy Hilfiger|Jimmy Choo|Kate Spade|Michael Kors|Louis Vuitton|Christian Dior|Yves Saint Laurent|Trader Joe|Jim Beam|Jack Daniel|Johnnie Walker|Mary Kay|Ben Jerry|"
    "Royal Dutch|Cadbury Schweppes|Rothmans International|Dow Jones|Dun Bradstreet|Standard Poor|Shearson Lehman|Prudential Bache|Prudential-Bache|Banca Agricola|Detroit Edison|Con Edison".split(
        "|"
    )
)
# International programmes, agreements and routes that go by a name of their own.
PROGRAMMES: dict[str, str] = {
    "Belt and Road": "Belt and Road Initiative", "BRI": "Belt and Road Initiative", "One Belt, One Road": "Belt and Road Initiative", "One Belt One Road": "Belt and Road Initiative",
    "Belt and Road Initiative": "Belt and Road Initiative", "Silk Road": "Silk Road", "New Silk Road": "Belt and Road Initiative",
    "Paris Agreement": "Paris Agreement", "Kyoto Protocol": "Kyoto Protocol", "Marshall Plan": "Marshall Plan", "Green Deal": "European Green Deal",
    "Middle Corridor": "Middle Corridor", "Global Gateway": "Global Gateway", "Eastern Partnership": "Eastern Partnership", "Obamacare": "Affordable Care Act",
    "Horizon Europe": "Horizon Europe", "Sustainable Development Goals": "Sustainable Development Goals", "Nord Stream": "Nord Stream", "TurkStream": "TurkStream",
}  # fmt: skip

# States and provinces as datelines and addresses shorten them (Associated Press style, and postal codes with stops).
_REGIONS = {
    "US": "Ala Alabama|Ariz Arizona|Ark Arkansas|Calif California|Cal California|Colo Colorado|Conn Connecticut|Del Delaware|Fla Florida|Ga Georgia (U.S.)|Ill Illinois|Ind Indiana|Kan Kansas|Kans Kansas|"
    "Ky Kentucky|La Louisiana|Md Maryland|Mass Massachusetts|Mich Michigan|Minn Minnesota|Miss Mississippi|Mo Missouri|Mont Montana|Neb Nebraska|Nebr Nebraska|Nev Nevada|NH New Hampshire|"
    "NJ New Jersey|NM New Mexico|NY New York (state)|NC North Carolina|ND North Dakota|Okla Oklahoma|Ore Oregon|Pa Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|"
    "Tenn Tennessee|Tex Texas|Vt Vermont|Va Virginia|Wash Washington (state)|WVa West Virginia|Wis Wisconsin|Wisc Wisconsin|Wyo Wyoming",
    "CA": "Ont Ontario|Que Quebec|BC British Columbia|Alta Alberta|Sask Saskatchewan|Man Manitoba|NS Nova Scotia|NB New Brunswick|Nfld Newfoundland",
}  # fmt: skip
REGIONS = {
    short.upper(): (name, code)
    for code, regions in _REGIONS.items()
    for short, _, name in (region.partition(" ") for region in regions.split("|"))
}
"""Short forms of states and provinces in capitals, without stops: the full name and the country."""


def _lines(name: str) -> list[str]:
    return (files("parsers.facts.mentions") / "data" / name).read_text(encoding="utf-8").splitlines()


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Every English name of a country, and the country."""
    found = {}
    for line in _lines("countries.tsv"):
        code, name, others, _ = line.split("\t")
        for written in (name, *filter(None, others.split("|"))):
            found[written] = Country(code, name)
    return found


@lru_cache(maxsize=1)
def demonyms() -> dict[str, Country]:
    """Every word for a country's people and things (`Chinese`), and the country."""
    found = {}
    for line in _lines("countries.tsv"):
        code, name, _, people = line.split("\t")
        for word in filter(None, people.split("|")):
            found[word] = Country(code, name)
            found[word + "s"] = Country(code, name)
    for side in ("West", "East"):  # countries that were, whose people have no line of their own
        for word in ("German", "Germans"):
            found[f"{side} {word}"] = Country("DE", f"{side} Germany")
    return found


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """Every known place below a country (or above), and the ISO 3166 code of the country it lies in, or an empty string."""
    return dict(line.split("\t") for line in _lines("places.tsv"))


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Given names in lower-case ASCII, each with `m` or `f` when only men or only women bear it, else an empty string."""
    return {name: sex for name, _, sex in (line.partition(" ") for line in _lines("given_names.txt"))}


@lru_cache(maxsize=1)
def single_names() -> frozenset[str]:
    """Countries, their people, places and bodies: names that are complete as they stand."""
    return frozenset(countries()) | frozenset(demonyms()) | frozenset(places()) | frozenset(BODIES) | BODY_NAMES
