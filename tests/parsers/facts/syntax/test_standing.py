"""Whether what a sentence tells is so: denied, asked, supposed, planned, wished, claimed."""

from __future__ import annotations

import pytest

from parsers.facts.syntax import parse, standing
from parsers.facts.tokens import Tokens

CASES = [
    ("It is not unusual for a well to cost 18 dollars.", "18", "+", "asserted"),
    ("It is not common for a well to cost 18 dollars.", "18", "-", None),
    ("Minister Ana Berg has not resigned.", "resigned", "-", "asserted"),
    ("Ana Berg never met the envoy.", "met", "-", "asserted"),
    ("The bank failed to sell the mill.", "sell", "-", "asserted"),
    ("The bank refused to sell the mill.", "sell", "-", "asserted"),
    ("The bank has yet to sell the mill.", "sell", "-", "asserted"),
    ("Ana Berg denied that she had met the envoy.", "met", "-", "asserted"),
    ("Ana Berg denied selling the mill.", "selling", "-", "asserted"),
    ("Neither Berg nor Lind sold the mill.", "sold", "-", "asserted"),
    ("Nobody sold the mill.", "sold", "-", "asserted"),
    ("Without selling the mill, Berg left.", "selling", "-", "asserted"),
    ("It is untrue that Berg sold the mill.", "sold", "-", "asserted"),
    ("The visit was cancelled.", "visit", "-", "asserted"),
    ("The visit was called off.", "visit", "-", "asserted"),
    ("The talks ended without an accord.", "accord", "-", "asserted"),
    ("There was no accord.", "accord", "-", "asserted"),
    ("The ministry dismissed rumours that Berg had resigned.", "resigned", "-", "claimed"),
    ("The bank has no plans to sell the mill.", "sell", "-", "planned"),
    ("An earlier version of this report said 12 mills burned.", "burned", "-", "asserted"),
    ("The report incorrectly said Berg had resigned.", "resigned", "-", "asserted"),
    ("If Berg sells the mill, the town will buy it.", "sells", "?", None),
    ("If Berg sells the mill, the town will buy it.", "buy", "?", None),
    ("Had Berg sold the mill, the town would have won.", "sold", "?", None),
    ("Unless Berg sells, the town will buy.", "sells", "?", None),
    ("The town asked whether Berg sold the mill.", "sold", "?", None),
    ("Will Berg sell the mill?", "sell", "?", None),
    ("It is unclear whether Berg sold the mill.", "sold", "?", None),
    ("The bank would have sold the mill.", "sold", "?", "proposed"),
    ("Berg said the bank would sell the mill.", "sell", "+", "planned"),
    ("The bank plans to sell the mill.", "sell", "+", "planned"),
    ("The bank hopes to sell the mill.", "sell", "+", "target"),
    ("The bank may sell the mill.", "sell", "+", "proposed"),
    ("The bank threatened to sell the mill.", "sell", "+", "proposed"),
    ("The bank is rumoured to have sold the mill.", "sold", "+", "claimed"),
    ("The bank reportedly sold the mill.", "sold", "+", "claimed"),
    ("The planned merger pleased Lund.", "merger", "+", "planned"),
    ("The bank sold the mill.", "sold", "+", "asserted"),
    ("Berg left because 12 mills were sold.", "sold", "+", "asserted"),
    ("The man who sold the mill will be tried.", "sold", "+", "asserted"),
    ("The bank, which did not bid, sold the mill.", "sold", "+", "asserted"),
    ("Not only did the bank pay, it sold the mill.", "sold", "+", "asserted"),
]


@pytest.mark.parametrize(("sentence", "word", "polarity", "modality"), CASES)
def test_the_clauses_around_a_word_say_whether_it_is_so(
    sentence: str, word: str, polarity: str, modality: str | None
) -> None:
    """Negation, governing verbs, conditions and questions of the clause chain decide, and no others."""
    tokens = Tokens(sentence)
    found = standing.of(parse(tokens), tokens, tokens.text.index(word))
    assert found.polarity == polarity
    assert modality is None or found.modality == modality


@pytest.mark.parametrize(("sentence", "word", "polarity", "modality"), CASES)
def test_a_plain_sentence_is_so(sentence: str, word: str, polarity: str, modality: str | None) -> None:
    """What the quick look calls plain is asserted when looked at closely."""
    tokens = Tokens(sentence)
    found = parse(tokens)
    if standing.plain(found, tokens):
        assert standing.of(found, tokens, tokens.text.index(word)) == standing.PLAIN


TAKEN_FOR_GRANTED = [
    ("The cause of the blast has not been found.", "blast"),
    ("No decisions were made at the meeting.", "meeting"),
    ("The merger will not dilute profits.", "merger"),
    ("Berg did not know that the bank had sold the mill.", "sold"),
    ("Berg does not like the fact that the bank sold the mill.", "sold"),
    ("Berg could not explain why the bank sold the mill.", "sold"),
    ("The court rejected the request of Berg.", "request"),
    ("The bank did not weigh a request for a loan to build 12 mills.", "build"),
]


@pytest.mark.parametrize(("sentence", "word"), TAKEN_FOR_GRANTED)
def test_a_denial_does_not_reach_what_is_taken_for_granted(sentence: str, word: str) -> None:
    """Nouns in passing, facts that somebody does not know, and what was asked for are not denied."""
    tokens = Tokens(sentence)
    assert standing.of(parse(tokens), tokens, tokens.text.index(word)).polarity == "+"


def test_what_somebody_did_not_say_is_open() -> None:
    """That somebody did not say so does not make it untrue."""
    tokens = Tokens("Berg did not say that the bank had sold the mill.")
    found = parse(tokens)
    assert standing.of(found, tokens, tokens.text.index("sold")).polarity == "?"
    assert standing.of(found, tokens, tokens.text.index("say")).polarity == "-"
