"""Rules on what feeds bring: what holds for an entry, and which rule decides."""

from __future__ import annotations

import time

import pytest

from parsers.rules import Entry, Rule, checked, left_out

BLOCK = Rule(name="no bets", action="block", words=("betting tip*", "抽奖", "Gewinnspiel"))


@pytest.mark.parametrize(
    ("headline", "out"),
    [
        ("Betting  tips for Sunday", True), ("BETTING TIP", True), ("No bettingtips", False), ("Das GEWINNSPIEL: ein Ende", True), ("Gewinnspiele verboten", False),
        ("本周抽奖结果公布", True), ("A quiet week", False), ("(betting tips)", True),
    ],
)  # fmt: skip
def test_words_are_whole_words_in_any_case(headline: str, out: bool) -> None:
    """A phrase holds across spaces and case; parts of words do not, but for a star and scripts that part no words."""
    assert (left_out([checked(BLOCK)], Entry(feed_id=None, headline=headline)) is not None) is out


def test_the_reason_names_the_rule_and_the_words() -> None:
    """A person reads which rule it was, where it looked, and what it found."""
    found = left_out([BLOCK], Entry(feed_id=None, headline="Free betting tips, again"))
    assert found == ("no bets", "its headline says “betting tips”")


def test_all_conditions_of_a_rule_must_hold() -> None:
    """A rule with a pattern, a language and a length holds only where all three do."""
    rule = checked(Rule(name="x", action="block", pattern=r"ferr(y|ies)", languages=("en",), longest=50))
    holding = Entry(feed_id="a", body="Two ferries sank", language="en-GB", words=3)
    assert left_out([rule], holding)
    for other in ({"language": "de"}, {"words": 51}, {"body": "Two boats sank"}):
        fields = {"feed_id": "a", "body": holding.body, "language": "en", "words": 3, **other}
        assert left_out([rule], Entry(**fields)) is None  # type: ignore[arg-type]


def test_keep_rules_leave_out_what_none_of_them_holds_for() -> None:
    """With keep rules a feed brings only what one of them wants; other feeds are not touched; block comes first."""
    ports = Rule(name="ports", action="keep", feed_id="a", words=("port",))
    rail = Rule(name="rail", action="keep", feed_id="a", sections=("Railways",))
    assert left_out([ports, rail], Entry(feed_id="a", headline="New port")) is None
    assert left_out([ports, rail], Entry(feed_id="a", sections=("railways",))) is None
    assert left_out([ports, rail], Entry(feed_id="a", headline="Weather")) == (
        "ports",
        "it keeps only what it holds for, or rail",
    )
    assert left_out([ports, rail], Entry(feed_id="b", headline="Weather")) is None
    assert left_out([ports, BLOCK], Entry(feed_id="a", headline="Betting tip on the port")) is not None


@pytest.mark.parametrize("pattern", ["(a", "(?<=a)b", r"(a)\1", "a{5000}", "x" * 1001, "[[:nope:]]", "(a|b)*"])
def test_a_pattern_that_cannot_be_is_refused_in_words(pattern: str) -> None:
    """The error says that it is the pattern, and what is allowed."""
    with pytest.raises(ValueError, match="its pattern"):
        checked(Rule(name="x", action="block", pattern=pattern))


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b$", "(.*)*(.*)*b$", "(a|aa)+c"])
def test_no_pattern_can_stop_a_run(pattern: str) -> None:
    """Patterns that make others try every way to split a text take time in proportion to it."""
    rule = checked(Rule(name="x", action="block", pattern=pattern))
    start = time.process_time()
    assert left_out([rule], Entry(feed_id=None, body="a" * 200_000 + "!")) is None
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "rule",
    [
        Rule(name="x", action="block"), Rule(name="", action="block", words=("a",)), Rule(name="a:b", action="block", words=("a",)),
        Rule(name="x", action="block", words=(" * ",)), Rule(name="x", action="block", words=("a",), places=("footer",)),
        Rule(name="x", action="block", shortest=9, longest=3), Rule(name="x", action="block", languages=("klingon",)),
        Rule(name="x", action="block", languages=("en", "xx")),
    ],
)  # fmt: skip
def test_rules_that_cannot_be_are_refused(rule: Rule) -> None:
    """No condition, no usable name, an empty word, an unknown place, an impossible length, no language."""
    with pytest.raises(ValueError, match=r"\w"):
        checked(rule)


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ("no", "nb", True), ("nob", "nb", True), ("deu", "de", True), ("de-AT", "de", True), ("iw", "he", True), ("ckb", "ckb", True),
        ("EN", "en-GB", True), ("nn", "nb", False), ("en", None, False), ("en", "zzz", False),
    ],
)  # fmt: skip
def test_codes_of_one_language_are_the_same(wanted: str, given: str | None, same: bool) -> None:
    """A rule may have any code of a language; articles have the shortest one of today."""
    rule = checked(Rule(name="x", action="block", languages=(wanted,)))
    assert (left_out([rule], Entry(feed_id=None, language=given)) is not None) is same
