"""Laws of the clause reader, for any text: spans nest and lie in the sentence, and time grows with the length only."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.syntax import parse, standing
from parsers.facts.tokens import Tokens

WORDS = (
    "the a bank banks Berg Lund said says sold sell selling plans to will would not never that which who if whether because and or but nor of in by with without "
    "after , ; : . ? ( ) - “ ” ' s 5 12 percent $ million was were has been he it they neither no mill mills rose fell denied rumours last year Monday up down"
).split()
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=120)


@given(SENTENCES)
def test_clauses_nest_and_lie_in_the_sentence(sentence: str) -> None:
    """Each clause lies in the sentence and in the clause around it, and every token belongs to one that covers it."""
    tokens = Tokens(sentence)
    found = parse(tokens)
    for clause in found.clauses:
        assert 0 <= clause.start <= clause.end <= tokens.size
        if clause.parent is not None and clause.link != "coordinate":
            outer = found.clauses[clause.parent]
            assert outer.start <= clause.start
            assert clause.end <= outer.end
    assert len(found.owner) == tokens.size
    for token, number in enumerate(found.owner):
        assert found.clauses[number].start <= token < max(found.clauses[number].end, 1)


@given(SENTENCES)
def test_phrases_and_verbs_lie_in_the_sentence(sentence: str) -> None:
    """Heads lie in their phrases, phrases and verb groups in the sentence; phrases do not overlap."""
    tokens = Tokens(sentence)
    found = parse(tokens)
    behind = 0
    for phrase in found.phrases:
        assert behind <= phrase.start <= phrase.head < phrase.end <= tokens.size
        behind = phrase.end
    for clause in found.clauses:
        if clause.verb is not None:
            assert 0 <= clause.verb.start <= clause.verb.head < clause.verb.end <= tokens.size


@given(SENTENCES)
def test_every_word_has_a_standing(sentence: str) -> None:
    """Every token can be asked for its standing, and the chain of clauses around it ends."""
    tokens = Tokens(sentence)
    found = parse(tokens)
    for token in range(tokens.size):
        assert standing.of(found, tokens, token).polarity in "+-?"
        assert found.chain(found.owner[token])


def _seconds(sentence: str) -> float:
    tokens = Tokens(sentence)
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        found = parse.__wrapped__(tokens) if hasattr(parse, "__wrapped__") else parse(tokens, ((0, 1),))
        assert found.clauses
        best = min(best, time.process_time() - start)
    return best


def test_time_is_linear_in_the_sentence() -> None:
    """A sentence of eight times the words takes no more than some sixteen times as long."""
    for pattern in (
        "the bank that sold the mill said ",
        "if he says that ",
        "5 percent of the ",
        "and sold ",
        "to sell of ",
    ):
        short, long = _seconds("Lund " + pattern * 40), _seconds("Lund " + pattern * 320)
        assert long < 16 * short + 0.05
