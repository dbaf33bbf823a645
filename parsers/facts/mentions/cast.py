"""The named people, bodies and places of one article, and the full names that their short forms stand for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from parsers.facts.mentions import gazetteer, words
from parsers.facts.mentions.names import plain, sound
from parsers.model import EntityType

_NAMESAKES = 40
"""How many people of one surname are kept apart; more are no article."""


class Named(NamedTuple):
    """What the article makes of a draft: the type and the fullest name; `canonical`, where there is one, makes the id."""

    entity_type: EntityType
    name: str
    country: str | None
    canonical: str | None


@dataclass(slots=True)
class Cast:
    """The named people, bodies and places of one article: full names under every word that may stand for them."""

    people: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    full_names: set[str] = field(default_factory=set)
    bodies: dict[str, str] = field(default_factory=dict)
    acronyms: dict[str, Named] = field(default_factory=dict)
    known: dict[str, str | None] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)
    """Surnames that a form of address gives to somebody else than the one full name of the article: `Mr Lund` beside `Ann Lund`."""
    titled: set[str] = field(default_factory=set)
    """People of whom the article gives one name only, behind a title: `Pope Francis`."""

    def add_person(self, name: str) -> None:
        """Note a full name under each of its words."""
        if name not in self.full_names:
            self.full_names.add(name)
            self.known.clear()
            for word in {heard for heard, w in zip(_sounds(name), plain(name).split(), strict=True) if len(w) > 1}:
                if len(self.people[word]) < _NAMESAKES:
                    self.people[word].append(name)

    def person(self, name: str) -> str | None:
        """The one full name that a shorter name means; the first named when several share the word."""
        if name not in self.known:
            self.known[name] = self._person(name)
        return self.known[name]

    def _person(self, name: str) -> str | None:
        if "." in name and name.replace(".", "").isupper() and " " not in name:
            return None
        return next(iter(self.namesakes(name)), None)

    def namesakes(self, name: str) -> list[str]:
        """The full names that a shorter name may stand for, those of whom it is the surname before others."""
        short = _sounds(name)
        found = self.people.get(short[-1]) if short else None
        if not found:
            return []
        fits = [n for n in found if set(short).issubset(_sounds(n))]
        by_surname = [n for n in fits if _sounds(n)[-1] == short[-1] or plain(n).split()[0] in words.FAMILY_FIRST]
        return by_surname or fits

    def addressed(self, name: str, address: str) -> str | None:
        """The full name that a surname behind `Mr` or `Mrs` means, when only one person of that sex bears it."""
        sex = _ADDRESS.get(address)
        fits = self.namesakes(name) if sex else []
        if len(fits) < 2:
            return None
        given = gazetteer.given_names()
        of_sex = [n for n in fits if given.get(plain(n).split()[0]) == sex]
        return of_sex[0] if len(of_sex) == 1 else None

    def set_apart(self, name: str, address: str) -> None:
        """Note a surname whose form of address contradicts the only full name that it may mean."""
        fits = self.namesakes(name) if address in _ADDRESS else []
        if len(fits) == 1 and _of_other_sex(fits[0], _ADDRESS[address]):
            self.apart.add(name)

    def means(self, full: str, name: str, address: str) -> bool:
        """Whether a single name with its form of address may mean somebody of this full name."""
        words_of = plain(full).split()
        if address in _REIGNING and words_of[0] != plain(name) and len(words_of) > 1:
            return False  # kings and popes go by their given names: `King Hussein` is not Saddam Hussein
        if name not in self.apart:
            return True
        return address in _ADDRESS and not _of_other_sex(full, _ADDRESS[address])


def _of_other_sex(full: str, sex: str) -> bool:
    known = gazetteer.given_names().get(plain(full).split()[0])
    return known in ("m", "f") and known != sex


_REIGNING = frozenset("king queen prince princess pope emperor empress sultan emir tsar shah saint".split())
_ADDRESS = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f"}
"""Forms of address that tell a sex."""


@lru_cache(maxsize=4096)
def _sounds(name: str) -> tuple[str, ...]:
    """The words of a name as they sound."""
    return tuple(map(sound, plain(name).split()))
