"""How long articles are kept: rules by outlet, genre and article, and what is older than they allow.

The first rule that fits an article decides; an article that no rule fits is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Literal

import numpy as np

from warehouse.database.store import Warehouse, text_array

AFTER = {"filed": "filing", "published": "publication"}

FOREVER = -1
"""Days of a rule that keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Articles of these outlets and genres (each empty: of all), or with these ids, are kept so many days (None: for ever).

    The days count since filing, or since publication; what has no date of publication is then kept.
    """

    days: int | None
    outlets: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    age: Literal["filed", "published"] = "filed"

    def sentence(self) -> str:
        """The rule in words, as the ledger keeps it for what goes by it."""
        of = [f"of {' and '.join(self.outlets)}"] * bool(self.outlets) + [f"({', '.join(self.genres)})"] * bool(
            self.genres
        )
        kept = "for ever" if self.days is None else f"{self.days} days after {AFTER[self.age]}"
        return " ".join(
            ("retention:", "articles" if not self.articles else ", ".join(self.articles), *of, "kept", kept)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """Articles that one rule lets go, the oldest first."""

    rule: Rule
    articles: tuple[str, ...]


def expired(warehouse: Warehouse, rules: Sequence[Rule], at: datetime, most: int) -> tuple[Expired, ...]:
    """What is older than its rule allows at a moment: at most `most` articles, the oldest of all, by rule. Reads only."""
    if not rules or most <= 0:
        return ()
    found: dict[int, list[str]] = defaultdict(list)
    for article_id, position, _ in warehouse.rows("retention_due", {"now": at, "most": most}, incoming=_columns(rules)):
        found[position].append(article_id)
    return tuple(Expired(rule=rules[n], articles=tuple(ids)) for n, ids in sorted(found.items()))


def _columns(rules: Sequence[Rule]) -> dict[str, np.ndarray[tuple[int], np.dtype[np.generic]]]:
    rows = [row for position, rule in enumerate(rules) for row in _rows(position, rule)]
    position, days, published, outlet, genre, article_id = zip(*rows, strict=True)
    return {
        "position": np.array(position, dtype=np.int32),
        "days": np.array(days, dtype=np.int32),
        "published": np.array(published, dtype=np.bool_),
        "outlet": text_array(outlet),
        "genre": text_array(genre),
        "article_id": text_array(article_id),
    }


def _rows(position: int, rule: Rule) -> Iterator[tuple[object, ...]]:
    days = FOREVER if rule.days is None else rule.days
    for outlet, genre, article_id in product(rule.outlets or (None,), rule.genres or (None,), rule.articles or (None,)):
        yield position, days, rule.age == "published", outlet, genre, article_id
