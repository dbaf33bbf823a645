"""Who notes, tags or judges, and on what: options that these verbs share."""

from __future__ import annotations

import getpass
import os
from collections.abc import Sequence
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.cli.terminal import cut
from warehouse.filing.notes import Note, Thing

By = Annotated[str | None, Parameter(help="Who says so. [default: NEWSDESK_USER, else your login]")]
On = Annotated[Literal["article", "story", "fact", "entity"], Parameter(help="What it is on.")]

LONGEST = 100


def author(said: str | None) -> str:
    """Whom to name: as said, else NEWSDESK_USER, else the login of this process."""
    if given := said or os.environ.get("NEWSDESK_USER"):
        return " ".join(given.split())[:LONGEST] or "unknown"
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number without a name
        return f"user {os.getuid()}"


THING = ("about", "article_id", "fact_id", "entity_id", "headline")
"""Columns that say what a note or tag is about."""


def thing(of: Note) -> tuple[str | None, ...]:
    """Their values."""
    return (of.thing.about, of.thing.article_id, of.thing.fact_id, of.thing.entity_id, of.headline)


def named(of: Note) -> str:
    """The id of what a note or tag is about."""
    return of.thing.fact_id or of.thing.entity_id or of.thing.article_id or ""


def called(on: Sequence[Note], of: Thing) -> str:
    """What notes or tags are on, for a message: its id and its headline or words, as its first note or tag has them."""
    said = on[0].headline if on else None
    ident = of.fact_id or of.entity_id or of.article_id or ""
    return f"{ident[:12] if of.entity_id is None else ident}{f' ({cut(said, 80)})' if said else ''}"
