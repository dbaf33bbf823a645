"""Laws that hold for quantities and times of any text."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parsers.facts import quantity, time
from parsers.facts.quantity import measures
from parsers.facts.reading import Reading, Span
from parsers.facts.time.expressions import expressions
from parsers.facts.time.expressions import may_tell as may_tell_time
from parsers.facts.tokens import Tokens
from parsers.model import Fact

WORDS = (
    "1 2 7 12 31 47 1987 2024 2030 3.5 1,200 10:30 ½ ² ١٢ $ € £ % - – ' \" . , ; ( ) / : one two twenty hundred million bn mln dlrs pct of the a an and or to from between "
    "in on by since until May March Monday last next this first third quarter half year years months weeks days ago later euros manat MW km tons barrels people companies "
    "rose fell up down over about at least number population aged COP29 G77 5G No Easter Christmas week ended noon am pm dead injured killed were toll point degrees C F cr lakh Mrd shillings dinars doubled twice times no ' ’ ⁶ ^ 10 000 500 ended Q1 FY every twice annual US Rs per old"
).split()

texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=24).map(" ".join) | st.text(max_size=60)


def reading_of(body: str, published: date | None = date(2024, 3, 31)) -> Reading:
    """A text as one sentence."""
    return Reading(
        body=body,
        passages=(),
        sentences=(Span(0, len(body)),),
        mentions=(),
        in_language="en",
        date_published=published,
        publisher=None,
        author=(),
    )


def facts_of(body: str, published: date | None = date(2024, 3, 31)) -> tuple[Fact, ...]:
    """Times, then quantities, as the pipeline runs them."""
    reading = reading_of(body, published)
    times = tuple(time.extract(reading))
    return times + tuple(quantity.extract(replace(reading, facts=times)))


@settings(max_examples=200, deadline=None)
@given(texts)
@example("² 3 ½")
@example("99999999999 years ago")
@example("the last 100000 centuries of 2021")
@example("9" * 5000)
def test_every_anchor_lies_inside_its_evidence_and_the_evidence_inside_the_text(text: str) -> None:
    """Whatever the text, extraction does not fail, and anchors and evidence are real stretches of it."""
    for fact in facts_of(text):
        assert fact.anchor_start is not None
        assert fact.anchor_end is not None
        assert 0 <= fact.start_char <= fact.anchor_start < fact.anchor_end <= fact.end_char <= len(text)
        assert text[fact.anchor_start : fact.anchor_end].strip()


@settings(max_examples=300, deadline=None)
@given(texts)
@example("a year")
@example("at the moment")
@example("half a million")
@example("a couple of days")
def test_what_may_tell_nothing_tells_nothing(text: str) -> None:
    """A sentence that is not read, because no word of a time or of a quantity stands in it, holds none."""
    tokens = Tokens(text)
    assert may_tell_time(tokens) or not [*expressions(tokens, date(2024, 3, 31))]
    assert measures.may_tell(tokens) or not [*measures.measures(tokens, frozenset())]


@settings(max_examples=150, deadline=None)
@given(texts)
def test_dates_and_quantities_do_not_share_their_words(text: str) -> None:
    """A year or a day number is never a count: only lengths of time are times and quantities at once."""
    facts = facts_of(text)
    points = [f for f in facts if f.kind == "time" and f.timex_type in ("DATE", "TIME") and f.subtype != "offset"]
    for quantity_ in (f for f in facts if f.kind == "quantity"):
        first = quantity_.anchor_start or 0
        assert not any((p.anchor_start or 0) <= first < (p.anchor_end or 0) for p in points)


@settings(max_examples=150, deadline=None)
@given(texts, st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)))
def test_a_stretch_of_time_begins_before_it_ends(text: str, published: date) -> None:
    """Resolved times are half-open stretches in ISO 8601: the start lies before the end."""
    for fact in facts_of(text, published):
        if fact.kind == "time" and fact.time_start and fact.time_end:
            assert datetime.fromisoformat(fact.time_start) < datetime.fromisoformat(fact.time_end)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_ranges_are_sorted_and_bounds_are_known(text: str) -> None:
    """A range has its low end in `value`; a bound is one of seven signs; values are finite numbers."""
    for fact in facts_of(text):
        if fact.kind == "quantity":
            assert fact.value == fact.value
            assert fact.bound in ("=", "<", "<=", ">", ">=", "~", "range")
            assert (fact.bound == "range") == (fact.value_high is not None)
            assert fact.value_high is None or (fact.value is not None and fact.value < fact.value_high)


LOCAL = (
    "1,5 1.500 12 500 3,50 % Mrd . Mio Millionen Euro drei zwölf und hundert getötet Tote yüz bin milyon lira kişi 'den fazla öldü yüzde min nəfər manat çox mille cent "
    "millions d ' euros morts blessés mil millones de pesos muertos veinte тысяч млн руб . человек погибли с половиной около"
).split()


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["de", "tr", "az", "fr", "es", "ru"]),
    st.lists(st.sampled_from(LOCAL) | st.text(max_size=3), max_size=20).map(" ".join),
)
def test_figures_of_every_language_lie_inside_their_evidence(language: str, text: str) -> None:
    """Whatever the text and its language, anchors and evidence are real stretches of it, and ranges are sorted."""
    for fact in quantity.extract(replace(reading_of(text), in_language=language)):
        assert fact.anchor_start is not None
        assert fact.anchor_end is not None
        assert 0 <= fact.start_char <= fact.anchor_start < fact.anchor_end <= fact.end_char <= len(text)
        assert fact.value_high is None or (fact.value is not None and fact.value < fact.value_high)


def test_without_a_publication_date_nothing_is_resolved_that_the_text_lacks() -> None:
    """Without a publication date a day without a year keeps its X."""
    (fact,) = (f for f in facts_of("They met on March 28.", None) if f.kind == "time")
    assert (fact.timex_value, fact.time_start) == ("XXXX-03-28", None)


def calls(body: str) -> int:
    """How many Python functions are called to read a text: a measure of work that no clock disturbs."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        facts_of(body)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "pattern",
    ["1 ", "one ", "a million ", "10:30, ", "1-", "1,", "$", "between 1 and ", "two days after ", "1/", "6 to ", "noon, ", "March 1 and ", "1 hour and ", "the first two months of ",
     "5 feet 2 inches ", "number of ", "3 weeks after Christmas on Friday, ", "1 of 2 of 3 of ", "(", "' s ",
     "1 000 ", "1'000", "one point ", "ten point ", "a third of a ", "half a ", "from 5 to ", "killed 12 and ", "of the 12 were ", "12 million standard ", "doubled ", "no one was ", "€1.000 "],
)  # fmt: skip
def test_work_grows_with_the_length_of_the_text_and_no_faster(pattern: str) -> None:
    """Four times the text is at most about four times the work, whatever is repeated in it."""
    short, long = (calls(pattern * (size // len(pattern))) for size in (3_000, 12_000))
    assert long <= 4.4 * short + 400
