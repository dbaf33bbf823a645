"""What the letters of a name tell: capitals inside a word, acronyms, hyphens between countries."""

from __future__ import annotations

from parsers.facts.mentions import gazetteer, words

_COMPASS = frozenset("north south east west central northern southern eastern western".split())


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
    return all(p in known or p.lower() in words.NO_NAMES or p.lower() in _COMPASS for p in parts)


_FIRMS_OF_GENERAL = frozenset(
    "accident electric motors mills dynamics foods cinema signal instrument tire public re host".split()
)


def no_person(lowers: tuple[str, ...], address: str) -> bool:
    """Whether a title in front of words that are no name is a part of a firm's: `General Accident`, `Economist Intelligence Unit`."""
    if len(lowers) == 1:
        return lowers[0] in _FIRMS_OF_GENERAL and address == "general"
    return lowers[-1] == "unit"
