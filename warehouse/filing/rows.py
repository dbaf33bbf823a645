"""What is filed of an article, as rows of its tables: made where it is parsed, so that whoever files only appends.

Parsed → Filing. Pure. Thousands of small records are slow to send to another process and slow to turn into rows there;
tuples of plain values are neither (docs/performance.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from parsers.claims.model import Claim
from parsers.model import Article, Fact, Mention, Parsed, Party, Passage, Repair
from parsers.record import Record, changed
from warehouse.database.terms import HEADLINE_TERMS, indexed

ARTICLE = tuple(f.name for f in fields(Article))
FACT = tuple(f.name for f in fields(Fact) if f.name != "parties")
PASSAGE = tuple(f.name for f in fields(Passage))
REPAIR = tuple(f.name for f in fields(Repair))
CLAIM = tuple(f.name for f in fields(Claim) if f.name != "keys")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "passage": ("article_id", *PASSAGE),
    "repair": ("article_id", *REPAIR),
    "fact": ("article_id", *FACT),
    "fact_party": ("fact_id", "role", "entity_id"),
    "mention": ("article_id", "entity_id", "start_char", "end_char", "surface"),
    "claim": ("article_id", *CLAIM),
    "claim_due": ("claim_id", "day", "keys"),
}
"""Tables that are filled with rows as they come, and the order of the columns in them."""

LISTED = frozenset({"claim", "claim_due"})
"""Those of them whose rows hold lists."""

_ARTICLE, _PASSAGE, _REPAIR = attrgetter(*ARTICLE), attrgetter(*PASSAGE), attrgetter(*REPAIR)
_FACT, _CLAIM = attrgetter(*FACT), attrgetter(*CLAIM)

Row = tuple[Any, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing(Record):
    """What is filed of one article.

    `parsed` is what its story is judged by: its article and fingerprint; its passages, repairs, facts and mentions
    are in `rows` instead. `entities` are rows (entity_id, entity_type, name, country, surface), each once.
    `headline_terms` and `body_terms` are the words of the index as `indexed` gives them, parted by spaces.
    """

    parsed: Parsed
    rows: Mapping[str, Rows]
    entities: Rows
    headline_terms: str
    body_terms: str
    repair_kinds: Mapping[str, int]
    """How many repairs of each kind."""
    fact_kinds: Mapping[str, int]
    """How many facts of each kind."""


def filing(parsed: Parsed) -> Filing:
    """What is filed of a parsed article."""
    article = parsed.article
    i = article.article_id
    return Filing(
        parsed=changed(parsed, passages=(), repairs=(), facts=(), mentions=(), claims=()),
        rows={
            "passage": tuple([(i, *_PASSAGE(x)) for x in parsed.passages]),
            "repair": tuple([(i, *_REPAIR(x)) for x in parsed.repairs]),
            "fact": tuple([(i, *_FACT(x)) for x in parsed.facts]),
            "fact_party": _parties(parsed.facts, {m.entity_id for m in parsed.mentions}),
            "mention": tuple([(i, m.entity_id, m.start_char, m.end_char, m.surface) for m in parsed.mentions]),
            "claim": claim_rows(i, parsed.claims),
            "claim_due": tuple([(c.claim_id, c.day, list(c.keys)) for c in parsed.claims]),
        },
        entities=entities(parsed.mentions, parsed.facts),
        headline_terms=" ".join(indexed(article.headline or "")[:HEADLINE_TERMS]),
        body_terms=" ".join(indexed(article.article_body)),
        repair_kinds=dict(Counter([r.kind for r in parsed.repairs])),
        fact_kinds=dict(Counter([f.kind for f in parsed.facts])),
    )


def claim_rows(article_id: str, claims: Sequence[Claim]) -> Rows:
    """The rows of table `claim`. What claims share (words of a sentence, names of the article) is one list, sent once."""
    lists: dict[int, list[object]] = {}
    return tuple([(article_id, *[_once(v, lists) if type(v) is tuple else v for v in _CLAIM(c)]) for c in claims])


def _once(value: tuple[object, ...], lists: dict[int, list[object]]) -> list[object]:
    found = lists.get(id(value))
    return lists.setdefault(id(value), list(value)) if found is None else found


def _listed(value: object) -> object:
    """A value as the database takes it: tuples as lists."""
    return list(value) if isinstance(value, tuple) else value


DOUBTFUL = "doubtful"
"""Source of a date that is not kept because it lies behind the day on which its article was filed."""


def known_by(filed: Filing, at: datetime) -> Filing:
    """What is filed at a moment: a date of publication that lies more than a day behind it is none, and its source says so.

    Claims depend on that date: without it there are none.
    """
    from parsers.fields.dates import LATE  # not at the top: who starts a run need not load the readers of fields

    article = filed.parsed.article
    latest = at + LATE
    if article.date_published is not None and article.date_published > latest:
        filed = changed(filed, rows={**filed.rows, "claim": (), "claim_due": ()})
        article = changed(
            article, date_published=None, date_published_source=DOUBTFUL, date_published_precision=None, date_published_offset=None
        )  # fmt: skip
    if article.date_modified is not None and article.date_modified > latest:
        article = changed(article, date_modified=None)
    return filed if article is filed.parsed.article else changed(filed, parsed=changed(filed.parsed, article=article))


NAMED_BY: Mapping[str, Callable[[Fact], str | None]] = {
    "person": attrgetter("subject"),
    "organisation": attrgetter("object"),
    "speaker": attrgetter("speaker"),
}
"""Which words of a fact name a party of it that the text does not mention elsewhere: an outlet whose author signs."""


def _parties(facts: Iterable[Fact], mentioned: Collection[str]) -> Rows:
    """Who is in a fact, each once; only those who are mentioned or whom the fact names, so that each has a row of `entity`."""
    return tuple(
        dict.fromkeys(
            (f.fact_id, p.role, p.entity_id)
            for f in facts
            for p in f.parties
            if p.entity_id in mentioned or _name(f, p) is not None
        )
    )


def _name(fact: Fact, party: Party) -> str | None:
    """The words of a fact that name one of its parties."""
    named_by = NAMED_BY.get(party.role)
    return (named_by(fact) or None) if named_by else None


def entities(mentions: Iterable[Mention], facts: Iterable[Fact] = ()) -> Rows:
    """Rows (entity_id, entity_type, name, country, surface): who is named how, each name and surface once; also who is only
    a party of a fact."""
    distinct = {(m.entity_id, m.name, m.surface): m for m in mentions}
    rows = [(m.entity_id, m.entity_type, m.name, m.country, m.surface) for m in distinct.values()]
    mentioned = {row[0] for row in rows}
    others = {
        (p.entity_id, p.entity_id.partition("/")[0], name, None, name)
        for f in facts
        for p in f.parties
        if p.entity_id not in mentioned and (name := _name(f, p)) is not None
    }
    return (*rows, *sorted(others))


def article_row(filed: Filing) -> Row:
    """The row of table `article` (columns ARTICLE), authors as a list."""
    article = filed.parsed.article
    return tuple(map(_listed, _ARTICLE(article)))
