"""What the letters of a name tell: capitals inside a word, acronyms, hyphens between countries."""

from __future__ import annotations

from parsers.facts.mentions import gazetteer, words
from parsers.facts.mentions.names import plain
from parsers.facts.mentions.sequences import Token

COMPASS = frozenset("north south east west central northern southern eastern western".split())


def camel(name: str) -> bool:
    """Whether a capital is inside a word, as in names of companies: `LyphoMed`; not `McAllen`, `DeKalb`."""
    return "-" not in name and " " not in name and any(map(str.isupper, name[1:])) and not name.startswith(("Mc", "De", "La", "Le", "O'", "O’"))  # fmt: skip


def acronym(name: str) -> bool:
    """Whether a name is three to six capitals."""
    return name.isupper() and name.isalpha() and 3 <= len(name) <= 6


def adjectives(name: str) -> bool:
    """Whether a hyphenated word only names countries or points of the compass: `Chinese-Azerbaijani`, `East-West`."""
    if "-" not in name:
        return False
    parts, known = name.split("-"), gazetteer.single_names()
    return all(p in known or p.lower() in words.NO_NAMES or p.lower() in COMPASS for p in parts)


_FIRMS_OF_GENERAL = frozenset(
    "accident electric motors mills dynamics foods cinema signal instrument tire public re host".split()
)


_OF_NATIONS = frozenset(
    "commission council union association federation institute society press journal police club league academy foundation organisation organization broadcasting alliance museum orchestra "
    "movement confederation guild bureau board authority service services network corps institution centre center fund chamber congress party force exchange".split()
)
"""Heads of bodies that bear the adjective of their country as a part of their name: `Norwegian Cancer | Society`."""
_QUALIFYING_NOTHING = frozenset(
    "ruling opposition main local former second largest biggest state national foreign central".split()
)


def of_nation(tokens: tuple[Token, ...]) -> bool:
    """Whether a body of two or more words bears the adjective before it: `Norwegian | Cancer Society`, `Norwegian | Bureau of Statistics`."""
    if len(tokens) < 2 or tokens[0].lower in _QUALIFYING_NOTHING:
        return False
    opened = tokens[1].gap.startswith((" of ", " for ")) and tokens[0].lower in _OF_NATIONS
    return tokens[-1].lower in _OF_NATIONS or opened


def event(lowers: tuple[str, ...]) -> bool:
    """Whether words name a contest, a prize, a show or a war, which are no entities here: `Geneva Motor Show`, `World War II`."""
    if len(lowers) < 2:
        return False
    return lowers[-1] in words.EVENTS or (lowers[-2] in words.PROGRAMME_HEADS and set(lowers[-1]) <= set("ivx"))


def of_post(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word behind a title belongs to a second one behind it: `Deputy | Fire Chief Ann Lee`."""
    if at + 2 >= len(tokens) or tokens[at + 1].gap != " ":
        return False
    word = tokens[at + 1].lower
    title = word in words.HONORIFICS and (word not in words.SURNAMES_TOO or word in ("chief", "coach", "speaker"))
    return title and plain(tokens[at].text) not in gazetteer.given_names()


_DOERS = frozenset(
    "administrator administrators director secretary officer counsel chairman treasurer commissioner controller ambassador attorney generals contractors builders growers producers "
    "manufacturers exporters importers dealers retailers brokers distributors publishers broadcasters directors managers officers workers employers teachers drivers engineers "
    "inspectors investors operators processors refiners shippers suppliers traders underwriters accountants secretaries".split()
)
"""What people do, and nobody's surname: behind a title it is a part of it or of a body's name (`Associated General | Builders`)."""


def no_person(lowers: tuple[str, ...], address: str) -> bool:
    """Whether a title in front of words that are no name is a part of a firm's: `General Accident`, `Economist Intelligence Unit`."""
    if len(lowers) == 1:
        return (lowers[0] in _FIRMS_OF_GENERAL and address == "general") or lowers[0] in _DOERS
    return lowers[-1] == "unit"
