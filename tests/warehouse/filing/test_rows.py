"""What is filed of an article, as rows."""

from __future__ import annotations

import pickle
from collections import Counter

from parsers.known import Desk
from parsers.model import Parsed, Party, RawDocument
from parsers.pipeline import parse
from parsers.record import changed
from warehouse.database.terms import HEADLINE_TERMS, terms
from warehouse.filing.rows import COLUMNS, article_row, entities, filing

TEXT = (
    b"Port of Larkhaven opens again\n\nLARKHAVEN, March 3 (Osk News Agency) -- The port handled 4.2 million tonnes in 2024, said "
    b"the mayor, Ilse Brandt.\n\n\xe2\x80\x9cIt was a good year,\xe2\x80\x9d Ms Brandt told reporters on Monday.\n"
)


def parsed(payload: bytes = TEXT) -> Parsed:
    """A parsed document."""
    result = parse(RawDocument(raw_document_id="ab" * 32, payload=payload, source_uri="a.txt"), Desk())
    assert isinstance(result, Parsed)
    return result


def test_every_record_becomes_a_row() -> None:
    """Rows hold the values of the records under the names of their columns, in order, each with its article."""
    article = parsed()
    made = filing(article)
    assert article.facts
    assert article.mentions
    for table, records in (
        ("passage", article.passages),
        ("repair", article.repairs),
        ("fact", article.facts),
        ("mention", article.mentions),
    ):
        rows = [dict(zip(COLUMNS[table], row, strict=True)) for row in made.rows[table]]
        assert [row.pop("article_id") for row in rows] == [article.article.article_id] * len(records)
        assert rows == [
            {name: getattr(record, name) for name in row} for record, row in zip(records, rows, strict=True)
        ]
    parties = {(f.fact_id, p.role, p.entity_id) for f in article.facts for p in f.parties}
    assert set(made.rows["fact_party"]) == parties
    assert len(made.rows["fact_party"]) == len(parties)
    assert made.fact_kinds == Counter(f.kind for f in article.facts)
    assert made.repair_kinds == Counter(r.kind for r in article.repairs)
    assert made.entities == entities(article.mentions)


def test_what_stories_need_stays_and_the_rest_is_not_sent_twice() -> None:
    """The article and its fingerprint come along as they are; passages, repairs, facts and mentions only as rows."""
    article = parsed()
    made = pickle.loads(pickle.dumps(filing(article)))
    assert made.parsed.article == article.article
    assert made.parsed.fingerprint.exact == article.fingerprint.exact
    assert (made.parsed.passages, made.parsed.repairs, made.parsed.facts, made.parsed.mentions) == ((), (), (), ())
    assert made.rows == filing(article).rows
    assert article.article.headline in article_row(made)


def test_long_headlines_do_not_run_into_the_body() -> None:
    """Of a headline as many words are indexed as have places before the body's; of a body all."""
    article = parsed(
        b'{"headline": "' + b"port " * 400 + b'", "articleBody": "The port of Larkhaven opened on Monday."}'
    )
    made = filing(article)
    assert len(made.headline_terms.split()) == HEADLINE_TERMS
    assert made.body_terms.split() == terms("The port of Larkhaven opened on Monday.")


def test_who_is_only_a_party_of_a_fact_has_a_row() -> None:
    """An outlet whose author signs is an entity though the text does not mention it; a party that nothing names is left out."""
    made = parsed()
    fact = next(f for f in made.facts if f.kind == "role")
    signed = changed(
        fact, object="Cape Packet", parties=(Party(role="organisation", entity_id="organisation/cape-packet"),)
    )
    unnamed = changed(fact, parties=(Party(role="project", entity_id="programme/unheard-of"),))
    rows = filing(changed(made, facts=(signed, unnamed)))
    assert [party[1:] for party in rows.rows["fact_party"]] == [("organisation", "organisation/cape-packet")]
    assert ("organisation/cape-packet", "organisation", "Cape Packet", None, "Cape Packet") in rows.entities
