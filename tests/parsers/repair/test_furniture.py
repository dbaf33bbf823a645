"""Page furniture between the lines and inside them: numbers, heads, turns of a page; what is only suspected."""

from __future__ import annotations

import pytest

from tests.parsers.repair.test_carried import FIRST, SECOND, STORY, THIRD, cleaned, rules

HALF, REST = "Two of its members who came by boat want to send", "them back to the port at once."
WHOLE = f"{FIRST}\n\n{HALF} {REST}\n\n{THIRD}"


@pytest.mark.parametrize(
    "sign",
    ["Page 4 of 9", "- 4 -", "4", "4/9", "4 | Dale Mirror", "Dale Mirror | 4", "THE DALE MIRROR, Friday 9 May 2025", "Continued on page 7",
     "Continued from page 1", "(more)", "[Page 4]", "Dale Mirror – May 9, 2025"],
)  # fmt: skip
@pytest.mark.parametrize("around", ["\n\n", "\n"])
def test_a_line_of_the_page_inside_a_sentence_leaves(sign: str, around: str) -> None:
    """A sentence that a page's number, head or turn parts is whole again, whether blank lines are around it or not."""
    assert cleaned(f"{FIRST}\n\n{HALF}{around}{sign}{around}{REST}\n\n{THIRD}").body == WHOLE


@pytest.mark.parametrize("sign", ["www.dalemirror.example", "The Dale Mirror", "Mayor Tom Reed"])
def test_a_short_line_inside_a_sentence_is_suspected(sign: str) -> None:
    """What may be a page's head or a word that markup parted is kept and marked."""
    done = cleaned(f"{FIRST}\n\n{HALF}\n\n{sign}\n\n{REST}\n\n{THIRD}")
    assert sign in done.body
    assert rules(done) == {"page_line"}


def test_figures_between_figures_are_not_suspected() -> None:
    """A table's rows part no sentence."""
    text = "March 4 - Shr 12 cts vs 9 cts, 1 cent of it paid\n\nNet 220,000 vs 180,000\n\nrevs 10.5 mln vs 9.9 mln a year ago"
    assert not rules(cleaned(text))


@pytest.mark.parametrize(
    "signs",
    [("Page 1 of 2", "Page 2 of 2"), ("Page 1", "Page 2"), ("Dale Mirror – page 3", "Dale Mirror – page 4")],
)
def test_numbers_that_count_up_inside_sentences_leave(signs: tuple[str, str]) -> None:
    """Page numbers on one line with the text around them leave where they count up."""
    text = f"{FIRST} {HALF} {REST}\n\n{THIRD}"
    printed = text.replace("settle the", f"settle {signs[0]} the").replace(HALF, f"{HALF} {signs[1]}")
    assert cleaned(printed).body == text


def test_one_page_number_inside_a_line_is_suspected() -> None:
    """`Page 2` alone in a sentence is marked."""
    done = cleaned(f"{FIRST}\n\n{HALF} Page 2 {REST}\n\n{THIRD}")
    assert rules(done) == {"page_number"}
    assert "Page 2" in done.body


@pytest.mark.parametrize("foot", ["{}", "– {} –", "Dale Mirror {}", "Dale Mirror\n{}", "{} Dale Mirror"])
def test_feet_that_count_up_to_the_last_line_leave(foot: str) -> None:
    """Numbers under each page up to the end of the text are no headings."""
    text = "\n\n".join(f"{p}\n\n{foot.format(i)}" for i, p in enumerate((FIRST, SECOND, THIRD), 1))
    assert cleaned(text).body == STORY


@pytest.mark.parametrize("head", ["{}", "Part {}", "Dale Mirror {}"])
def test_numbers_over_sections_stay(head: str) -> None:
    """Numbers that begin sections are the writer's."""
    text = "\n\n".join(f"{head.format(i)}\n\n{p}" for i, p in enumerate((FIRST, SECOND, THIRD), 1))
    assert cleaned(text).body == text
