"""Names that nothing is known of are what their article uses them as, or nothing."""

from __future__ import annotations

import pytest

from parsers.facts.mentions import find


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("They left the town of Orvik. Later Orvik fell.", {("Orvik", "place")}),
        ("The bus left Orvik airport. They saw Orvik again.", {("Orvik", "place")}),
        ("They were held at Orvik. Some of Orvik's workers left.", {("Orvik", "organisation")}),
        ("The trial of Orvik was put off. Orvik fell ill in March, and Orvik's daughter came.", {("Orvik", "person")}),
        ("The court tried Orvik. Orvik was charged with fraud. He wept.", {("Orvik", "person")}),
        ("Lawyers for Orvik came, since Orvik was too ill to walk.", {("Orvik", "person")}),
        ("The guards of Abu Orvik left. In May Abu Orvik shot himself.", {("Abu Orvik", "person")}),
        ("The strike hit Orvik. Orvik was fined in May. The chairman quit. He left.", {("Orvik", "organisation")}),
        ("A force of Orvik fighters left. The Orvik president stayed with the Orvik troops.", set()),
        ("He won the last Orvik. The next Orvik, they said, is in May, and an Orvik match.", set()),
        ("It dealt with World War II and with part IV as well.", set()),
        ("The pilots flew F-90s and a B-99 to meet the A88 road, and took the B-99 home.", set()),
        ("The COP77 meeting opened. The COP77 hosts spoke.", {("COP77", "programme")}),
        ("The devout Hindus left, and the Aboriginal elders of Orvik city stayed.", {("Orvik", "place")}),
        (
            "They met in Collins Place and sailed past Saxe Gorge.",
            {("Collins Place", "place"), ("Saxe Gorge", "place")},
        ),
        ("He won the Jules Verne Trophy and the Murray Marathon.", set()),
    ],
)
def test_a_name_is_what_its_article_uses_it_as(body: str, expected: set[tuple[str, str]]) -> None:
    """Places by their surroundings, people by what happens to them; adjectives, machines and sport are no names."""
    assert {(m.name, m.entity_type) for m in find(body, ((0, len(body)),))} == expected


def test_a_body_keeps_its_id_however_it_is_spelled() -> None:
    """An Arabic article before a body's name makes no person of it, and spellings meet."""
    body = "The al-Qaeda cell left. The man met Al Qaida, and Al Qaeda fell."
    assert {(m.entity_type, m.entity_id) for m in find(body, ((0, len(body)),))} == {
        ("organisation", "organisation/qaeda")
    }
