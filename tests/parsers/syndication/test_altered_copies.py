"""Copies of one report, each with one alteration: its kind is found, and nothing else."""

from __future__ import annotations

import pytest

from parsers.syndication.alterations import Alteration, alterations
from tests.parsers.syndication.test_alterations import version

HEADLINE = "Torvik smelter to close"

SMELTER = """Halvorsen Metals will close its aluminium smelter in Torvik on 30 September, the company's chief executive, Ingrid Solberg, told reporters on Tuesday. The plant employs 1,462 people and made 213,000 tonnes of metal last year.

The closure will cost $2.46 billion, of which 1.459 billion falls on the current year. Power now makes up 44 percent of the plant's costs, compared with 31 percent three years ago, said Solberg.

"We have looked at every contract, and no supplier could offer us a price at which this furnace would earn its keep," she said. The union said it was not consulted before the announcement, and its leader, Petter Aas, said that members would vote on a strike.

The smelter takes water from a lake 27 kilometres away. It has not had a serious accident since 1998, when two workers were killed in a fire. The municipality of Torvik gets a quarter of its taxes from the plant, and the mayor expects 600 families to leave.

Brandt Alloys of Larkhaven, which buys half of the metal, said deliveries until June 2026 were secured. The price of aluminium fell to 2,315 dollars a tonne on Tuesday."""

ALTERED = [
    ("1,462 people", "1,642 people", "figure"),
    ("1,462 people", "462 people", "figure"),
    ("213,000 tonnes", "231,000 tonnes", "figure"),
    ("$2.46 billion", "$2.46 million", "figure"),
    ("$2.46 billion", "$3.46 billion", "figure"),
    ("44 percent", "54 percent", "figure"),
    ("31 percent", "13 percent", "figure"),
    ("600 families", "6,000 families", "figure"),
    ("two workers were killed", "three workers were killed", "figure"),
    ("2,315 dollars", "2,135 dollars", "figure"),
    ("a quarter of its taxes", "a third of its taxes", "figure"),
    ("27 kilometres", "27 miles", "unit"),
    ("213,000 tonnes", "213,000 pounds", "unit"),
    ("27 kilometres", "16.8 miles", "conversion"),
    ("27 kilometres", "17 miles", "conversion"),
    ("a quarter of its taxes", "25 percent of its taxes", "conversion"),
    ("1,462 people", "1,500 people", "rounding"),
    ("1.459 billion", "1.46 billion", "rounding"),
    ("213,000 tonnes", "213,400 tonnes", "rounding"),
    ("$2.46 billion", "$2.459 billion", "rounding"),
    ("Ingrid Solberg", "Ingunn Solvang", "name"),
    ("Petter Aas", "Sindre Moe", "name"),
    ("aluminium smelter in Torvik", "aluminium smelter in Ulland", "name"),
    ("30 September", "13 September", "date"),
    ("June 2026", "June 2027", "date"),
    ("since 1998", "since 1989", "date"),
    ("has not had a serious accident", "has had a serious accident", "negation"),
    ("was not consulted", "was consulted", "negation"),
    ("no supplier could offer", "a supplier could offer", "negation"),
    ("deliveries until June 2026 were secured", "deliveries until June 2026 were not secured", "negation"),
    ("and no supplier could offer us a price at which this furnace would earn its keep", "and no supplier could help us", "quotation"),
    ("We have looked at every contract, and no supplier", "No supplier", "quotation"),
    ("this furnace would earn its keep", "this old and hungry furnace would ever earn its keep", "quotation"),
    (" The union said it was not consulted before the announcement, and its leader, Petter Aas, said that members would vote on a strike.", "", "dropped"),
    (", and the mayor expects 600 families to leave", "", "dropped"),
    (" The price of aluminium fell to 2,315 dollars a tonne on Tuesday.", "", "dropped"),
    ("a strike.", "a strike. A rally in front of the town hall is planned for the evening, and schools will stay shut.", "added"),
]  # fmt: skip
"""Words of the original, those of the copy, and the kind of the alteration."""

SAME = [
    ("1,462 people", "1462 people"),
    ("$2.46 billion", "2.46 billion dollars"),
    ("44 percent", "44%"),
    ("two workers were killed", "2 workers were killed"),
    ("27 kilometres", "27 km"),
    ("Ingrid Solberg", "Solberg"),
    ("said Solberg", "Solberg said"),
    ("aluminium smelter", "aluminum smelter"),
    ("30 September", "September 30"),
]
"""What says the same in other words."""


def copied(was: str, now: str, headline: str = HEADLINE) -> list[Alteration]:
    """The alterations of a copy in which some words were exchanged."""
    assert SMELTER.count(was) >= 1
    return list(alterations(version(SMELTER.replace(was, now, 1), headline), version(SMELTER, HEADLINE)))


@pytest.mark.parametrize(("was", "now", "kind"), ALTERED)
def test_an_alteration_is_found_by_its_kind(was: str, now: str, kind: str) -> None:
    """A copy with one alteration has rows of its kind alone; in a quotation, the quotation is altered as well."""
    found = {a.kind for a in copied(was, now)}
    assert kind in found
    assert found <= {kind, "quotation", *(("dropped",) if kind == "quotation" else ())}


@pytest.mark.parametrize(("was", "now"), SAME)
def test_what_says_the_same_is_none(was: str, now: str) -> None:
    """Digits for words, other units' names, other orders of a date or of speech alter nothing."""
    assert not copied(was, now)


@pytest.mark.parametrize(
    ("headline", "number"), [("Torvik smelter sheds 2,000 jobs", "2,000"), ("Smelter to cost $5 billion", "$5 billion")]
)
def test_a_headline_may_claim_what_no_text_says(headline: str, number: str) -> None:
    """A number that is in the headline alone is a row of kind headline."""
    (row,) = copied("Torvik on", "Torvik on", headline)
    assert row.kind == "headline"
    assert number.strip("$").split()[0] in (row.after or "")
