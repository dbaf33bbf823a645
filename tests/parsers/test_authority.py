"""A list of known names is read from CSV, TSV and JSON Lines, and refused where a line is no entry."""

from __future__ import annotations

import json

import pytest

from parsers.authority import known_names
from parsers.errors import UsageError


def read(text: str, ending: str = ".csv") -> set[tuple[str, str, str]]:
    """Id, entity and words of each name."""
    return {(n.wikidata_id, n.entity_id, n.surface) for n in known_names(text, ending)}


def test_the_three_formats_say_the_same() -> None:
    """CSV, TSV and JSON Lines of one entry give the same names."""
    row = {"id": "Q77", "name": "Anna Bell", "aliases": ["Anna M. Bell"], "type": "person"}
    table = read("id,name,aliases,type\nQ77,Anna Bell,Anna M. Bell,person\n")
    assert table == read("id\tname\taliases\ttype\nQ77\tAnna Bell\tAnna M. Bell\tperson\n", ".tsv")
    assert table == read(json.dumps(row) + "\n", ".jsonl")
    assert ("Q77", "person/ana-bel", "Anna Bell") in table


def test_columns_of_the_query_service_are_known() -> None:
    """What Wikidata's query service exports is read as it is."""
    text = "item,itemLabel,itemAltLabel\nhttp://www.wikidata.org/entity/Q5,Port of Velden,Velden Port|Port Velden\n"
    assert {surface for _, _, surface in read(text)} == {"Port of Velden", "Velden Port", "Port Velden"}


def test_without_a_type_a_name_may_be_of_any() -> None:
    """An entry without a type is looked for among people, organisations, places and programmes."""
    assert {entity.partition("/")[0] for _, entity, _ in read("id,name\nQ1,Anna Bell\n")} == {
        "person",
        "organisation",
        "place",
        "programme",
    }


@pytest.mark.parametrize("row", ["Q1,Anna Bell,Bell,person", "Q1,Bell,,"])
def test_a_surname_alone_names_no_person(row: str) -> None:
    """An alias of one word, or an entry of one word and no type, links no person: many bear a surname."""
    assert "person/bel" not in {entity for _, entity, _ in read(f"id,name,aliases,type\n{row}\n")}


def test_a_person_of_one_name_is_one() -> None:
    """A person who is known by one name only is linked by it."""
    assert ("Q1", "person/marinela", "Marinella") in read("id,name,type\nQ1,Marinella,person\n")


@pytest.mark.parametrize(
    ("text", "ending", "said"),
    [
        ("id,name\nQ1,Anna Bell\nx,Bo Berg\n", ".csv", "line 3 has no id"),
        ("id,name\nQ1,\n", ".csv", "line 2 has no name"),
        ("id,name,type\nQ1,Anna Bell,human\n", ".csv", "human is no type"),
        ("number,word\n1,2\n", ".csv", "no column id"),
        ("", ".csv", "no column id"),
        ('{"id": "Q1", "name": "Anna Bell"}\nnothing\n', ".jsonl", "line 2 is not JSON"),
        ("[1]\n", ".jsonl", "not a JSON object"),
    ],
)
def test_what_is_no_entry_is_refused(text: str, ending: str, said: str) -> None:
    """A line without an id or a name is refused with its number, and nothing of the file is used."""
    with pytest.raises(UsageError, match=said):
        known_names(text, ending)
