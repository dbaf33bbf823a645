"""The desk's own vocabulary: learned from sound articles, independent of their order, used in the next repair."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.repair.joints import possible
from parsers.repair.known import letters_of, lexicon
from parsers.repair.vocabulary import learn


@dataclass(frozen=True)
class Sheet:
    """The least of an article: its body."""

    article_body: str


BODIES = [
    "Zarnhold and GlobeTrawl met in Qusarabad.",
    "GlobeTrawl left Qusarabad.",
    "The harbour of Zarnhold.",
    "A plain day.",
]


@given(st.permutations(BODIES))
@settings(max_examples=20, deadline=None)
def test_order_does_not_matter(bodies: list[str]) -> None:
    """The same articles teach the same words in any order."""
    assert learn(Sheet(b) for b in bodies) == learn(Sheet(b) for b in BODIES)


def test_names_are_learned_and_common_words_are_not() -> None:
    """A name in two articles is learned with its count; what English has is not."""
    words = dict(learn(Sheet(b) for b in BODIES).counts)
    assert words["qusarabad"] == 2
    assert "harbour" not in words


def test_a_learned_brand_is_less_likely_two_words() -> None:
    """What the desk has often read as one word is no longer split."""
    learned = lexicon(learn(Sheet("The firm GlobeTrawl") for _ in range(50)))
    before = max(j.score for j in lexicon(learn([])).joints("GlobeTrawl"))
    assert max((j.score for j in possible("GlobeTrawl", learned.words)), default=-9) < before


def test_names_that_differ_in_what_follows_their_letters_are_one() -> None:
    """`myapp1.conf` and `myapp2,` are the same name, whose return speaks against a lost space in it."""
    assert {letters_of(token) for token in ("myapp1.conf", "“myapp2,”", "myapp")} == {"myapp"}
