"""Speakers together: whoever speaks with somebody is told, or the row says that it is not sure who does."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def speakers(text: str) -> set[tuple[str | None, str | None, str]]:
    """Speaker, role and certainty of each quotation of a text."""
    return {(f.speaker, f.speaker_role, f.certainty) for f in facts_of(text, "2024-06-30") if f.kind == "quotation"}


@pytest.mark.parametrize(
    "text",
    [
        "Finance Minister Anna Holt and Labour Minister Peter Dray said it worked.",
        "Finance Minister Anna Holt and her deputy, Peter Dray, said it worked.",
        "Anna Holt, the finance minister, and Peter Dray, her deputy, said it worked.",
        "The Premier, Anna Holt, and the Opposition Leader, Peter Dray, have both condemned the attack.",
        "“It works,” said Anna Holt, the finance minister, and Peter Dray, her deputy.",
        "“It works,” said Anna Holt and her deputy, Peter Dray.",
        "“It works,” Anna Holt, the finance minister, and Peter Dray, the mayor, said in a statement.",
        "Anna Holt and Peter Dray run the mill. “It works,” Holt and Dray wrote in a letter.",
        "According to Anna Holt, the mayor, and her deputy, Peter Dray, the bank is safe.",
    ],
)
def test_both_who_speak_are_told(text: str) -> None:
    """Posts between two names, and behind them, leave both of them speakers; neither post is that of both."""
    assert speakers(text) == {("Anna Holt and Peter Dray", None, "certain")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Carl Nunes, a Republican, Amy Poole, a Democrat, and Tom Ray, an independent, said they would vote no.", "Carl Nunes, Amy Poole and Tom Ray"),
        ("Halden Steel and its rival Norden Iron said they would merge.", "Halden Steel and Norden Iron"),
    ],
)  # fmt: skip
def test_a_list_of_speakers_is_whole(text: str, speaker: str) -> None:
    """All of three speak, and so do two companies."""
    assert speakers(text) == {(speaker, None, "certain")}


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("The mayor and her deputy, Peter Dray, said it worked.", "Peter Dray", "deputy"),
        ("Peter Dray and his wife told police that they saw a light.", "Peter Dray", None),
        ("“It works,” said Peter Dray, a farmer, and his wife.", "Peter Dray", "farmer"),
        ("Jan Rask, as well as Peter Dray, said it worked.", "Jan Rask", None),
    ],
)
def test_who_may_speak_with_others_is_only_likely(text: str, speaker: str, role: str | None) -> None:
    """Where somebody without a name speaks too, or is put in beside, the row is marked."""
    assert speakers(text) == {(speaker, role, "likely")}


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Amy Poole resigned on Monday and Tom Ray, the mayor, said the bank was safe.", "Tom Ray", "mayor"),
        ("The crowd cheered and Mayor Erik Moe said the road was safe.", "Erik Moe", "Mayor"),
        ("“It works,” said Laurie Halden and Co manager Peter Dray.", "Peter Dray", "Laurie Halden and Co manager"),
        ("“It works,” said Ann Lund, the architect of the plan and a close aide in 2012.", "Ann Lund", "architect of the plan"),
        ("However, Chief Justice William Rado, joined by Justices Amy Poole, Tom Ray and Carl Nunes, argued that it was void.", "William Rado", "Chief Justice"),
    ],
)  # fmt: skip
def test_who_only_stands_near_does_not_speak(text: str, speaker: str, role: str | None) -> None:
    """The subject of another clause, a firm's partner, a second post and those who join somebody do not speak."""
    assert speakers(text) == {(speaker, role, "certain")}
