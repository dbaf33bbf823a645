"""Who publishes: outlets found by a name, an alias or a host, so that one paper has one name in the catalogue."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import urlsplit

from parsers.fields.words import words
from parsers.known import Outlet

_ENDINGS = ("newsagency", "informationagency", "pressagency", "agency", "online", "com")
"""What a name may carry behind itself and still mean the same outlet ("Trend News Agency", "MENAFN.com")."""

_NOUNS = words(
    "agency chronicle courier daily dispatch echo express gazette guardian herald independent journal ledger mail mercury messenger mirror "
    "monitor news newspaper newswire observer packet post press record register report reporter review sentinel standard star sun telegraph "
    "times today tribune voice weekly wire world"
)
"""Words that end the name of a paper. Source: the titles of the world's papers."""

_WHOSE = re.compile(r"\A[^\W\d_]+[’']s\s+(?=[A-Z])")
_LETTERS = bytes(ord(chr(c).lower()) for c in range(128)) + bytes(range(128, 256))
_OTHERS = bytes(c for c in range(128) if not chr(c).isalnum())
_EDGES = " \t\n\xa0.,;:/|()[]«»“”\"'-–—"


LONGEST_NAME = 200
"""Characters: what is longer is no name, and is not remembered."""


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Outlets by name and by host. `by_key` holds letters-only names, `by_host` hosts without `www.`.

    A directory equals only itself, so that what was looked up in it can be remembered.
    """

    by_key: Mapping[str, Outlet]
    by_host: Mapping[str, Outlet]

    def named(self, printed: str) -> Outlet | None:
        """The outlet written this way, whatever the case, stops and spaces; None when the desk does not know it."""
        return _named(self, printed) if len(printed) <= LONGEST_NAME else None

    def name(self, printed: str) -> str:
        """The outlet's own name for itself, or the printed name with its margins trimmed when it is unknown."""
        outlet = self.named(printed)
        return outlet.name if outlet else _trimmed(" ".join(printed.split()))

    def within(self, printed: str) -> str:
        """The outlet's name among describing words: `the Turkish daily Daily Sabah`, `The Diplomat magazine`."""
        words_ = _WHOSE.sub("", self.name(printed)).split()
        while len(words_) > 1 and words_[-1].islower():
            words_.pop()
        tails = (" ".join(words_[i:]) for i in range(len(words_)))
        return next((o.name for tail in tails if (o := self.named(tail))), " ".join(words_))

    def plausible(self, printed: str) -> str | None:
        """The name of a known outlet, or of a stranger that calls itself a paper: `The Rio Verde Gazette`."""
        if outlet := self.named(printed):
            return outlet.name
        name = self.name(printed)
        parts = name.split()
        titled = 2 <= len(parts) <= 6 and all(w[0].isupper() or w in ("of", "the", "and", "de", "da") for w in parts)
        return name if titled and (parts[-1].casefold() in _NOUNS or parts[0] in ("Radio", "Agence", "Daily")) else None

    def at(self, url: str | None) -> Outlet | None:
        """The outlet whose host serves this address: `en.azernews.az` belongs to `azernews.az`."""
        host = host_of(url)
        while host:
            if host in self.by_host:
                return self.by_host[host]
            host = host.partition(".")[2]
        return None

    def agency(self, printed: str) -> Outlet | None:
        """The news agency written this way, or None when it is unknown or no agency."""
        outlet = self.named(printed)
        return outlet if outlet and outlet.agency else None


def _trimmed(printed: str) -> str:
    """A name without the signs at its edges; a bracket that closes one of its own stays."""
    name = printed.strip(_EDGES)
    for opening, closing in ("()", "[]"):
        if name.count(opening) > name.count(closing) and printed.endswith(closing):
            name += closing
        elif name.count(opening) < name.count(closing) and printed.startswith(opening):
            name = opening + name
    return name


@lru_cache(maxsize=8192)
def _named(book: Directory, printed: str) -> Outlet | None:
    key = name_key(printed)
    shorter = (key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending))
    found = next((book.by_key[k] for k in (key, *shorter) if k in book.by_key), None)
    return None if found and _only_letters(key, found) and not printed.strip(_EDGES).isupper() else found


SHORT = 4
"""Letters: an abbreviation of so many or fewer is the outlet's only in capitals (SPA is, a spa is not)."""


def _only_letters(key: str, outlet: Outlet) -> bool:
    """Whether the key is one of the outlet's short names in capitals."""
    return len(key) <= SHORT and any(n.isupper() and name_key(n) == key for n in (outlet.name, *outlet.aliases))


def name_key(printed: str) -> str:
    """Letters and digits only, case folded, without a leading "the": what names are compared by."""
    return _key_of_name(printed) if len(printed) <= LONGEST_NAME else _key(printed)


def _key(printed: str) -> str:
    if printed.isascii():
        key = printed.encode("ascii").translate(_LETTERS, _OTHERS).decode("ascii")
    else:
        key = "".join(filter(str.isalnum, printed.casefold()))
    return key.removeprefix("the") if printed[:4].casefold() == "the " else key


_key_of_name = lru_cache(maxsize=4096)(_key)


@lru_cache(maxsize=256)
def host_of(url: str | None) -> str:
    """The host of an address in lower case without `www.`; empty when there is none."""
    if not url or "://" not in url:
        return ""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # a bracket in the host that is no IPv6 address: no host then
        return ""
    return host.removeprefix("www.")


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A tuple as a key: hashing a hundred outlets by value for every document would cost more than looking one up."""

    outlets: tuple[Outlet, ...]

    def __hash__(self) -> int:
        return id(self.outlets)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.outlets is other.outlets


def directory(outlets: tuple[Outlet, ...]) -> Directory:
    """The directory of these outlets. Where two claim one name, the earlier one has it."""
    return _directory(_Same(outlets))


@lru_cache(maxsize=8)
def _directory(same: _Same) -> Directory:
    by_key: dict[str, Outlet] = {}
    by_host: dict[str, Outlet] = {}
    for outlet in same.outlets:
        for name in (outlet.name, *outlet.aliases):
            by_key.setdefault(name_key(name), outlet)
        for host in outlet.hosts:
            by_host.setdefault(host, outlet)
    return Directory(MappingProxyType(by_key), MappingProxyType(by_host))


@lru_cache(maxsize=1)
def known_outlets() -> tuple[Outlet, ...]:
    """The outlets the desk knows from the start: `outlets.toml` beside this module."""
    table = tomllib.loads(files("parsers.fields").joinpath("outlets.toml").read_text(encoding="utf-8"))
    return tuple(
        Outlet(
            name=row["name"],
            aliases=tuple(row.get("aliases", ())),
            hosts=tuple(row.get("hosts", ())),
            time_zone=row.get("time_zone"),
            agency=row.get("agency", False),
            country=row.get("country"),
        )
        for row in table["outlet"]
    )
