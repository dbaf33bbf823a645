"""What the desk answers about an entity with: frozen records, as in `flows.api.records`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flows.api.records import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, place or programme, and in how many stories it is named."""

    entity_id: str
    type: str
    name: str
    country: str | None
    wikidata_id: str | None
    stories: int
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A way in which an entity is written."""

    surface: str
    mentions: int
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A post that texts give a person; `side` says whether the entity is the person or the body."""

    side: str
    person: str | None
    post: str | None
    body: str | None
    modality: str
    first_seen: datetime | None
    last_seen: datetime | None
    stories: int
    article_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quotation of an entity, once a story; `articles` of the story print it."""

    date_published: datetime | None
    speaker_role: str | None
    cue: str | None
    quote_type: str | None
    exact: str
    article_id: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure said of an entity, once a story."""

    date_published: datetime | None
    measure: str | None
    value: float | None
    value_high: float | None
    unit: str | None
    bound: str | None
    timex_value: str | None
    exact: str
    article_id: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldIn:
    """A story that names an entity."""

    story_id: str
    headline: str | None
    first_seen: datetime | None
    articles: int
    outlets: int
    mentions: int
    article_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who or what else is named in the same articles."""

    entity_id: str
    name: str
    type: str
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """Everything about one entity. Of people of one name, `person` of `people` that nothing in the texts ties together."""

    entity_ids: tuple[str, ...]
    type: str
    name: str
    country: str | None
    wikidata_id: str | None
    ambiguous: tuple[str, ...]
    person: int
    people: int
    stories: int
    articles: int
    first_seen: datetime | None
    last_seen: datetime | None
    written_as: tuple[Form, ...]
    roles: tuple[Role, ...]
    quotations: tuple[Said, ...]
    figures: tuple[Figure, ...]
    told_in: tuple[ToldIn, ...]
    named_with: tuple[Company, ...]
    remarks: tuple[Remark, ...]
