"""The body of a post, whole names, and what is no person or no post."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def roles(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Person, post and body of each role of a text."""
    return [(f.subject, f.predicate, f.object) for f in facts_of(text, "2024-06-30") if f.kind == "role"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Berg, head of the Chilean Merchants Chambers of Commerce, left.", [("Tom Berg", "head of the Chilean Merchants Chambers of Commerce", "Chilean Merchants Chambers of Commerce")]),
        ("Luis Prado, the Chilean Minister of Transport, Mining and Fishing Industries, left.", [("Luis Prado", "Chilean Minister of Transport, Mining and Fishing Industries", "Chile")]),
        ("Analyst Edward Lund of Redbook Steel Corp said sales rose.", [("Edward Lund", "Analyst", "Redbook Steel Corp")]),
        ("Oil Minister Sheikh Omar al-Hamid al-Karim said prices will rise.", [("Omar al-Hamid al-Karim", "Oil Minister", None)]),
        ("Sheikh Omar al-Hamid said prices will rise.", []),
        ("The six-member Lima-based ARPC met in Oslo.", []),
        ("They signed the General Agreements on Fishing.", []),
    ],
)  # fmt: skip
def test_a_role_has_its_body_and_a_person_with_a_whole_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    """The body is the one of the complement or behind the name; a country's adjective in its name is none; treaties and bodies are no persons."""
    assert roles(text) == expected
