"""Which article a person means: by its id, the start of it, or words of its headline. Several are listed, none is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from flows.cli.output import readable
from flows.cli.terminal import console, table
from parsers.errors import UsageError
from warehouse.asking.listing import Headline, headlines, headlines_of
from warehouse.database.store import Warehouse
from warehouse.filing import notes as kept
from warehouse.stories import stories

LISTED = 20
"""Articles that are listed when several are meant."""

WORDLIKE = re.compile(r"[a-f]+|\d+")
"""Beginnings of ids that may be a word or a number of a headline as well: fed, 2024."""


class SeveralMeantError(UsageError):
    """Several headlines hold the words; `found` are the articles, one more than are listed when there are more."""

    def __init__(self, found: Sequence[Headline]) -> None:
        super().__init__("several articles are meant; name one by its id" + (", or give more words" if len(found) > LISTED else ""))  # fmt: skip
        self.found = tuple(found)


def article_meant(warehouse: Warehouse, said: str) -> str:
    """The id of the one article that is meant. Raises SeveralMeantError, or UsageError when none is."""
    if not said.strip():
        raise UsageError("name an article: its id, the start of it, or words of its headline")
    ids = stories.named(warehouse, said)
    if len(ids) == 1 and (ids[0] == said or not WORDLIKE.fullmatch(said)):
        return ids[0]
    every = (*headlines_of(warehouse, ids), *headlines(warehouse, said, LISTED + 1))
    found = {row[0]: row for row in every}
    if not found:
        raise UsageError(f"no article's id begins with {said[:60]!r}, and no headline holds these words; newsdesk search looks in the texts")  # fmt: skip
    if len(found) > 1:
        raise SeveralMeantError([*found.values()])
    return next(iter(found))


def thing_meant(warehouse: Warehouse, about: kept.About, said: str) -> kept.Thing:
    """What a note or tag is on: an article or a story as `article_meant`, a fact or an entity by id or name."""
    if about in ("article", "story"):
        return kept.Thing(about=about, article_id=article_meant(warehouse, said))
    return kept.thing(warehouse, about, said)


def listed(found: Sequence[Headline]) -> None:
    """Print the articles that may be meant."""
    rows = [(article_id, readable(at)[:10], outlet, headline) for article_id, headline, outlet, at in found[:LISTED]]
    console().print(table(("id", "published", "outlet", "headline"), rows))


@contextmanager
def several_listed(*, quiet: bool = False) -> Iterator[None]:
    """List the articles that may be meant before the error goes on; with `quiet` only the error (where rows are for programs)."""
    try:
        yield
    except SeveralMeantError as error:
        if not quiet:
            listed(error.found)
        raise
