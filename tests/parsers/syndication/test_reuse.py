"""Borrowed passages are found between texts that are no copies."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.syndication.reuse import lettered, passages
from parsers.syndication.shingles import Hashes

INTERVIEW = (
    "Q: Will the ferry company stay in Port Elin? A: We have always said that the northern route has been the backbone of this "
    "company, as we see the town as a good neighbour and partner. But nobody can run ships at a loss for ever, and the harbour "
    "knows that as well as we do."
)
BORROWER = (
    "Analysts doubt the plan. The northern route has been the backbone of this company, as the owners see the town as a good "
    "neighbourand partner, one of them wrote in a note on Friday. Shares in the line fell by four per cent in the afternoon."
)


def nothing(hashes: Hashes) -> np.ndarray:
    return np.zeros(len(hashes), dtype=np.bool_)


def everything(hashes: Hashes) -> np.ndarray:
    return np.ones(len(hashes), dtype=np.bool_)


def test_a_lightly_edited_sentence_is_one_passage() -> None:
    """A sentence with a word replaced and two run together is found as one passage, with its span in both texts."""
    (found,) = passages(lettered(BORROWER), lettered(INTERVIEW), nothing)
    assert BORROWER[found.start_char : found.end_char].lower().startswith("the northern route has been")
    assert BORROWER[found.start_char : found.end_char].endswith("neighbourand partner")
    assert INTERVIEW[found.of_start_char : found.of_end_char].endswith("neighbour and partner")
    assert found.words >= 20


def test_boilerplate_is_no_borrowing() -> None:
    """A passage whose shingles are known as boilerplate is not reported."""
    assert passages(lettered(BORROWER), lettered(INTERVIEW), everything) == ()


def test_a_name_with_its_titles_is_no_borrowing() -> None:
    """Names and titles are the same everywhere: they are not borrowed."""
    title = "Karla Ostby, Deputy Minister of Fisheries, Ports and Coastal Waters of the Republic of Vask"
    assert (
        passages(
            lettered(f"Yesterday {title} resigned."), lettered(f"The bridge was opened by {title} in May."), nothing
        )
        == ()
    )


def test_the_second_occurrence_can_be_the_longer_one() -> None:
    """Where the source has a phrase twice, the passage follows the occurrence that goes on longer."""
    source = INTERVIEW[46:140] + ", it was said before. " + INTERVIEW
    (found,) = passages(lettered(BORROWER), lettered(source), nothing)
    assert found.words >= 20


@settings(deadline=None)
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    """Spans lie within their texts, whatever these are."""
    for found in passages(lettered(one + INTERVIEW), lettered(other + INTERVIEW), nothing):
        assert 0 <= found.start_char < found.end_char <= len(one + INTERVIEW)
        assert 0 <= found.of_start_char < found.of_end_char <= len(other + INTERVIEW)
