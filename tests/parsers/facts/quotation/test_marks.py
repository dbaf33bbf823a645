"""Quotation marks of every kind are paired, and told from apostrophes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.quotation.marks import quoted
from parsers.model import Passage
from tests.parsers.facts.test_golden_facts import facts_of


def _passages(body: str) -> tuple[Passage, ...]:
    spans, at = [], 0
    for part in body.split("\n\n"):
        spans.append((at, at + len(part)))
        at += len(part) + 2
    return tuple(
        Passage(ordinal=i, kind="paragraph", start_char=a, end_char=b) for i, (a, b) in enumerate(spans) if b > a
    )


def _found(body: str) -> list[str]:
    return [body[q.start : q.end] for q in quoted(body, _passages(body))]


@pytest.mark.parametrize(
    "quotation",
    [
        "'The tide is late,'",
        "‘The tide is late,’",
        "„Die Flut ist spät“",
        "„The tide is late”",
        "»Die Flut ist spät«",
        "»Floden är sen»",
        "«La marea llega tarde»",
        "« La marée tarde »",
        "‚Die Flut ist spät‘",
        "“The tide is late,”",
        "”Floden är sen”",
        "``The tide is late,''",
        "''The tide is late,''",
        "‘‘The tide is late,’’",
        "「潮が遅い」",
    ],
)
def test_marks_of_every_kind_are_paired(quotation: str) -> None:
    """Whatever marks a text uses, what stands between them is found with its marks."""
    assert _found(f"{quotation} wrote Ulf Brandvik to Mia’s aunt.") == [quotation]


@pytest.mark.parametrize(
    ("body", "quotations"),
    [
        (
            "'It's the sailors' strike,' he said, 'and I'm for it.'",
            ["'It's the sailors' strike,'", "'and I'm for it.'"],
        ),
        ("She called it 'badly built' and 'cold'.", ["'badly built'", "'cold'"]),
        ("'We're goin' out 'cause it's warm,' he said.", ["'We're goin' out 'cause it's warm,'"]),
        ("The sailors' union met the captains' wives.", []),
        ("The '80s brought rock 'n' roll to the girls' school.", []),
        ("Mr O'Dea's 'luck' held.", ["'luck'"]),
        ("‘It’s the sailors’ strike,’ he said.", ["‘It’s the sailors’ strike,’"]),
    ],
)
def test_apostrophes_are_no_marks(body: str, quotations: list[str]) -> None:
    """Contractions, possessives, plurals and decades open and close nothing."""
    assert _found(body) == quotations


@pytest.mark.parametrize(
    "quotation",
    [
        "“She told me ‘sail on’ and left,”",
        "'She told me \"sail on\" and left,'",
        "“He said “no” to me,”",
        "«Фирма «Волна» растёт»",
        "„Sie rief ‚Ahoi‘ und ging“",
    ],
)
def test_marks_inside_marks_belong_to_the_outer_quotation(quotation: str) -> None:
    """A quotation with another one inside it is one quotation."""
    assert _found(f"{quotation} wrote Ulf.") == [quotation]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ("'", "'"), ("„", "“"), ("«", "»"), ("''", "''")])
def test_paragraphs_that_reopen_are_one_quotation(opening: str, closing: str) -> None:
    """A quotation that its paragraph leaves open goes on in the next one that begins with the same mark."""
    quotation = f"{opening}The tide was late on Monday and again on Friday.\n\n{opening}It came at noon,{closing}"
    assert _found(f"{quotation} wrote Ulf.") == [quotation]


@given(st.text(alphabet="aA s,.“”„«»‘’‚'\"`\n", max_size=200))
def test_quotations_are_in_order_and_apart(body: str) -> None:
    """On any text the quotations lie in the body, in reading order, and never overlap."""
    found = quoted(body, _passages(body))
    assert all(0 <= q.start < q.end <= len(body) for q in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


def _speech(text: str) -> list[tuple[str | None, str, str | None]]:
    """How, what and by whom something is said in a text."""
    facts = facts_of(text, "2024-06-30")
    return [(f.quote_type, text[f.start_char : f.end_char], f.speaker) for f in facts if f.kind == "quotation"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Many boats have been asking for it, us included. "I think we must dig," Ewa Bryl said.', [("direct", '"I think we must dig,"', "Ewa Bryl")]),
        ('"Most crews say the lock leaks. "We want a new one," Ewa Bryl said.', [("direct", '"We want a new one,"', "Ewa Bryl")]),
        ('Ewa Bryl spoke. "The crews claim that the lock leaks. "It must go," she said.', [("direct", '"It must go,"', "Ewa Bryl")]),
        ('Ewa Bryl said the lock leaked.\n\n"Halden, late into its stride, slipped behind but won the cup.', [("indirect", "Ewa Bryl said the lock leaked.", "Ewa Bryl")]),
        ('Ewa Bryl said "The lock is old and the crews have asked for pumps.', [("direct", '"The lock is old and the crews have asked for pumps.', "Ewa Bryl")]),
        ('"It is a rather old lock for a port, said Ewa Bryl of Halden. "It must go."', [("indirect", '"It is a rather old lock for a port, said Ewa Bryl of Halden.', "Ewa Bryl"), ("direct", '"It must go."', "Ewa Bryl")]),
        ('Ewa Bryl said: "We have asked for a new lock since the war.', [("direct", '"We have asked for a new lock since the war.', "Ewa Bryl")]),
    ],
)  # fmt: skip
def test_a_mark_without_a_partner_reports_nothing_by_itself(
    text: str, expected: list[tuple[str | None, str, str | None]]
) -> None:
    """Nothing behind such a mark is reported speech, a report behind it is no quotation, and the next one keeps its speaker."""
    assert _speech(text) == expected
