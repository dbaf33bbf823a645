"""A statement speaks for whoever issued it, and nobody named on the way to its verb speaks in it."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A statement issued after talks chaired by envoy Ulf Brandvik called for a “quick return to work”.", "A statement"),
        ("A communique released at a summit led by Norrland president Ulf Brandvik demanded an “end to the strike”.", "A communique"),
        ("A letter sent after talks hosted by minister Ulf Brandvik warned of “grave harm”.", "A letter"),
        ("A statement signed by Ewa Bryl called the lock “a disgrace”.", "Ewa Bryl"),
        ("A statement by Ewa Bryl called for a “quick return to work”.", "Ewa Bryl"),
        ("A statement released by the port ministry after a meeting chaired by Ulf Brandvik accused the owners of “lying”.", "the port ministry"),
        ("The Halden Union issued a statement vowing to strike and slamming “the greed of the owners”.", "Halden Union"),
        ("The Halden Union released a tape praising the crews and calling the owners “leeches”.", "Halden Union"),
        ("A leaflet handed out at a rally led by union chief Ulf Brandvik demanded “a fair wage”.", "A leaflet"),
        ("A statement issued by the holding firms Halden Bank and Lund Bank called the lock “a disgrace”.", "Halden Bank and Lund Bank"),
        ("The board sent a letter to Ulf Brandvik calling the lock “a disgrace”.", "The board"),
        ("The statement issued on Monday said Ewa Bryl called the lock “a disgrace”.", "Ewa Bryl"),
        ("In a statement Ewa Bryl called the lock “a disgrace”.", "Ewa Bryl"),
    ],
)  # fmt: skip
def test_a_writing_speaks_for_its_issuer(text: str, speaker: str) -> None:
    """The issuer is named by `by`, or is the subject of `issued a statement`; else the writing itself speaks."""
    found = [f.speaker for f in facts_of(text, "2024-06-30") if f.kind == "quotation" and f.quote_type == "mixed"]
    assert found == [speaker]
