"""What is known of single sites, as small data: where the article is on their pages, and until when that holds.

One TOML file a site; each rule has a golden page that proves it (a rule without one fails the tests). A rule whose
selector matches nothing steps aside for the general extraction, and the article says so, so that an aged rule is seen.

    hosts  = ["press.example"]        # their subdomains too
    since  = 2024-01-01               # optional: pages published before look different
    until  = 2026-01-01               # optional: so do those from this day on
    body   = "div.story > p, div.story > h2"          # CSS, in document order
    remove = [".related", "figure.ad"]                # CSS, taken out before
    residue = ["Read also:.*"]                        # whole blocks to leave out, as regular expressions
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Where the article is on a site's pages. `since` is inclusive, `until` exclusive."""

    name: str
    hosts: tuple[str, ...]
    body: str
    since: date | None = None
    until: date | None = None
    remove: tuple[str, ...] = ()
    residue: tuple[str, ...] = ()

    def holds(self, host: str, published: date | None) -> bool:
        """Whether the rule is for pages of this host and day; a page without a day is taken for a recent one."""
        if not any(host == h or host.endswith(f".{h}") for h in self.hosts):
            return False
        if published is None:
            return self.until is None
        return (self.since is None or published >= self.since) and (self.until is None or published < self.until)


def of_toml(name: str, text: str) -> Rule:
    """A rule from its file. Raises ValueError or TypeError when it is not as described above."""
    said: dict[str, Any] = tomllib.loads(text)
    for key in ("hosts", "remove", "residue"):
        said[key] = tuple(said.get(key, ()))
    return Rule(name=name, **said)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of the package, by file name."""
    found = sorted((f for f in files(__name__).iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(of_toml(f.name.removesuffix(".toml"), f.read_text("utf-8")) for f in found)


def rule_for(host: str, published: date | None) -> Rule | None:
    """The rule for pages of a host, as of the day they were published; None when there is none."""
    host = host.lower().removeprefix("www.")
    return next((rule for rule in rules() if rule.holds(host, published)), None)
