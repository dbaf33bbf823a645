"""What a copy changed against its original is found, and what only looks changed is not."""

from __future__ import annotations

import hashlib

import pytest

from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse_together
from parsers.syndication.alterations import Alteration, Day, Name, Version, alterations
from parsers.syndication.figure_changes import Figure
from parsers.syndication.reuse import lettered

FERRY = """The ferry company of Lindholm ordered two electric ships on Monday, ending a dispute with the island's council that
had lasted for three years. The first is to sail in June 2027 and the yard will need seventeen months, said Marta Hjelm, who heads the company.

Four of the nine councillors voted against the order, which costs 38.5 million crowns. The council's own estimate had been
lower, and the tender had to be repeated because only one yard had answered in time.

"We have waited for this day, and we will not let the islanders wait any longer for a quiet crossing," said Hjelm. The
company did not answer questions about fares. The crossing is 14 kilometres long and carries 2,317 people on a summer day.

The old ships date from 1979. Their engines have been repaired so often that no two parts are of one age, a mechanic said,
and the harbour master keeps a list of the days on which neither of them could sail."""


def version(text: str, headline: str | None = "Electric ships for Lindholm", outlet: str | None = None) -> Version:
    """A text with what the parsers find in it."""
    payload = text.encode()
    raw = RawDocument(
        raw_document_id=hashlib.sha256(payload).hexdigest(),
        payload=payload,
        source_uri="a.txt",
        media_type="text/plain",
    )
    (found,) = parse_together([raw], Desk())
    assert isinstance(found, Parsed)
    return Version(
        text=lettered(found.article.article_body),
        headline=headline,
        figures=tuple(
            Figure(f.anchor_start or 0, f.anchor_end or 0, f.value, f.value_high, f.unit, f.value_si, f.unit_si)
            for f in found.facts
            if f.kind == "quantity" and f.value is not None
        ),
        days=tuple(
            Day(f.anchor_start or 0, f.anchor_end or 0, f.timex_value)
            for f in found.facts
            if f.kind == "time" and f.timex_value
        ),
        names=tuple(Name(m.start_char, m.end_char, m.entity_id, m.entity_type) for m in found.mentions),
        outlets=frozenset([outlet] if outlet else []),
    )


def changed(was: str, now: str, headline: str | None = "Electric ships for Lindholm") -> list[Alteration]:
    """The alterations of a copy in which some words were exchanged."""
    assert was in FERRY
    return list(alterations(version(FERRY.replace(was, now), headline), version(FERRY)))


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("seventeen months", "seven months", "figure"),
        ("38.5 million crowns", "48.5 million crowns", "figure"),
        ("38.5 million crowns", "38.5 billion crowns", "figure"),
        ("2,317 people", "2,713 people", "figure"),
        ("June 2027", "August 2027", "date"),
        ("Marta Hjelm", "Olof Brandt", "name"),
        ("did not answer", "answered", "negation"),
        ("the harbour master keeps", "the harbour master never keeps", "negation"),
        ("14 kilometres", "14 miles", "unit"),
        ("14 kilometres", "8.7 miles", "conversion"),
        ("2,317 people", "2,300 people", "rounding"),
        ("wait any longer for a quiet crossing", "wait for a crossing", "quotation"),
        (" The council's own estimate had been\nlower, and the tender had to be repeated because only one yard had answered in time.", "", "dropped"),
        ("The old ships date from 1979.", "The old ships date from 1979. Both were built at a yard that has been closed since the turn of the century.", "added"),
    ],
)  # fmt: skip
def test_a_change_is_found_with_the_words_of_both(was: str, now: str, kind: str) -> None:
    """Each kind of change gives one row of its kind, which shows what either text says."""
    found = changed(was, now)
    assert kind in {a.kind for a in found}
    assert {a.kind for a in found} <= {kind, "quotation"}
    (row,) = [a for a in found if a.kind == kind]
    copy = version(FERRY.replace(was, now)).text.text
    if row.after is not None:
        assert copy[row.start_char : row.end_char] == row.after
    if row.before is not None:
        assert version(FERRY).text.text[row.of_start_char : row.of_end_char] == row.before


def test_a_figure_comes_with_the_values() -> None:
    """A row of kind figure says what the figure was and what it became."""
    (row,) = changed("38.5 million crowns", "48.5 million crowns")
    assert (row.before_value, row.after_value) == (38_500_000, 48_500_000)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Four of the nine", "4 of the 9"),
        ("2,317 people", "2317 people"),
        ("14 kilometres", "14 km"),
        ("38.5 million", "38.5m"),
        ("Marta Hjelm", "Hjelm"),
        ("said Marta Hjelm, who heads the company", "according to Marta Hjelm, head of the company"),
        ("electric ships on Monday", "electricships on Monday"),
        ("\n\n", " "),
        ('"We have', "“We have"),
    ],
)
def test_the_same_said_otherwise_is_no_alteration(was: str, now: str) -> None:
    """Digits for words, other separators, shorter names, other words of speech and lost spaces change nothing."""
    assert not [a for a in changed(was, now) if a.kind not in ("quotation", "dropped", "added")]


def test_a_headline_with_a_number_of_its_own_is_told() -> None:
    """A number that only the copy's headline has is in neither text."""
    (row,) = changed("Lindholm ordered", "Lindholm ordered", "Lindholm buys 5 ships")
    assert (row.kind, row.after) == ("headline", "5")
    assert not changed("Lindholm ordered", "Lindholm ordered", "Lindholm pays 38.5m for ships")


def test_the_first_sentence_may_be_altered_and_the_dateline_may_not() -> None:
    """The first sentence is compared once it has begun; what is printed before it is the outlet's own."""
    one, other = (version(FERRY.replace("on Monday", f"on {day}")) for day in ("3 March 2026", "9 May 2026"))
    assert {a.kind for a in alterations(one, other)} == {"date"}
    assert not alterations(version("TORVIK, Norrland Wire - " + FERRY), version("BERGEN, Compass News - " + FERRY))


def test_bare_tons_may_be_short_or_long() -> None:
    """Tonnes reprinted as tons are converted, whichever ton it is; another number of tons is another figure."""
    text = FERRY.replace("carries 2,317 people", "carries {}")
    for reprinted, kind in (("110,231 tons", "conversion"), ("98,421 tons", "conversion"), ("130,000 tons", "figure")):
        found = alterations(version(text.format(reprinted)), version(text.format("100,000 tonnes")))
        assert {a.kind for a in found} == {kind}


def test_equal_texts_have_no_alterations() -> None:
    """A copy is not altered against itself."""
    assert not alterations(version(FERRY), version(FERRY))
