"""Notes and tags of people: on articles, stories, facts and entities. They outlive reprocessing and go with their article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from parsers.errors import UsageError
from warehouse.database.store import Warehouse
from warehouse.stories import stories

About = Literal["article", "story", "fact", "entity"]

LONGEST = 10_000
"""Characters of a note."""

LONGEST_TAG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is noted or tagged; of a fact also its article, of a story one of its articles."""

    about: About
    article_id: str | None = None
    fact_id: str | None = None
    entity_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note or a tag (then `note_id` is None), with what it is about in words."""

    note_id: str | None
    thing: Thing
    text: str
    author: str
    at: datetime
    headline: str | None


def thing(warehouse: Warehouse, about: About, name: str) -> Thing:
    """What a name means: the beginning of an id, or an entity's name. Raises UsageError when it means nothing, or several."""
    if about in ("article", "story"):
        return Thing(about=about, article_id=stories.article(warehouse, name))
    rows = warehouse.rows("named_facts" if about == "fact" else "named_entities", {"name": name})
    if len(rows) != 1:
        raise UsageError(f"{'no' if not rows else 'more than one'} {about} here is {name[:60]!r}")
    if about == "fact":
        return Thing(about=about, fact_id=rows[0][0], article_id=rows[0][1])
    return Thing(about=about, entity_id=rows[0][0])


def add_note(warehouse: Warehouse, of: Thing, text: str, author: str, at: datetime) -> str:
    """Keep a note; part of the caller's transaction. Returns its id. Raises UsageError for one without words, or too long."""
    said = _said(text, LONGEST, "a note")
    note_id = sha256(f"{of}\0{said}\0{author}\0{at.isoformat()}".encode()).hexdigest()[:16]
    columns = ("note_id", "about", "article_id", "fact_id", "entity_id", "text", "author", "noted_at")
    warehouse.append("note", columns, [(note_id, *_ids(of), said, author, at)])
    return note_id


def add_tags(warehouse: Warehouse, of: Thing, tags: Sequence[str], author: str, at: datetime) -> tuple[str, ...]:
    """Tag something; part of the caller's transaction. Returns the tags that it did not have. Raises UsageError."""
    had = {note.text for note in listed_tags(warehouse, of)}
    new = tuple(dict.fromkeys(tag for each in tags if (tag := _said(each, LONGEST_TAG, "a tag")) not in had))
    columns = ("tag", "about", "article_id", "fact_id", "entity_id", "author", "tagged_at")
    warehouse.append("tag", columns, [(tag, *_ids(of), author, at) for tag in new])
    return new


def _ids(of: Thing) -> tuple[str | None, ...]:
    return (of.about, of.article_id, of.fact_id, of.entity_id)


def _said(text: str, longest: int, what: str) -> str:
    said = text.strip()
    if not said or len(said) > longest:
        raise UsageError(f"{what} has 1 to {longest:,} characters; this has {len(said):,}")
    return said


def listed_notes(warehouse: Warehouse, of: Thing | None = None) -> tuple[Note, ...]:
    """Notes, the latest first: all, or those on one thing (on a story: on any of its articles as a story)."""
    return _listed(warehouse, of, tags=False)


def listed_tags(warehouse: Warehouse, of: Thing | None = None) -> tuple[Note, ...]:
    """Tags, the latest first: all, or those of one thing."""
    return _listed(warehouse, of, tags=True)


def _listed(warehouse: Warehouse, of: Thing | None, *, tags: bool) -> tuple[Note, ...]:
    return tuple(_note(row) for row in warehouse.rows("list_remarks", {**_asked(of), "tags": tags}))


def _asked(of: Thing | None) -> dict[str, object]:
    about, article_id, fact_id, entity_id = _ids(of) if of else (None, None, None, None)
    return {"about": about, "article_id": article_id, "fact_id": fact_id, "entity_id": entity_id}


def _note(row: Sequence[Any]) -> Note:
    note_id, about, article_id, fact_id, entity_id, text, author, at, headline = row
    of = Thing(about=about, article_id=article_id, fact_id=fact_id, entity_id=entity_id)
    return Note(note_id=note_id, thing=of, text=text, author=author, at=at, headline=headline)


def remove_note(warehouse: Warehouse, name: str) -> None:
    """Remove the one note whose id begins so; part of the caller's transaction. Raises UsageError."""
    found = [n.note_id for n in listed_notes(warehouse) if n.note_id and n.note_id.startswith(name)]
    if len(found) != 1:
        raise UsageError(f"{'no' if not found else 'more than one'} note's id begins with {name[:60]!r}")
    warehouse.run("remove_note", {"note_id": found[0]})


def remove_tag(warehouse: Warehouse, of: Thing, tag: str) -> None:
    """Take a tag off; part of the caller's transaction. Raises UsageError when it is not there."""
    if tag.strip() not in {note.text for note in listed_tags(warehouse, of)}:
        raise UsageError(f"it has no tag {tag[:60]!r}")
    warehouse.run("remove_tag", {"tag": tag.strip(), **_asked(of)})
