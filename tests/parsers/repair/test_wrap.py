"""Wrapped copy that lost its newlines: the lines are found again at any width, with gaps where words are lost."""

from __future__ import annotations

import textwrap

import pytest

from parsers.known import Vocabulary
from parsers.model import Copy, Fields, Repair
from parsers.repair import clean

STORY = (
    "The harbour authority of the northern province has opened a second terminal for grain and timber, officials said on "
    "Wednesday. The building took three years and cost twice as much as planned, because the ground under the old quay "
    "turned out to be softer than the engineers had expected. Ships of up to forty thousand tons can now unload there in "
    "less than two days, and the railway behind the warehouses has been extended to the border.\n\n"
    "Local farmers welcomed the decision, but fishermen fear that the heavier traffic will drive the herring away from the "
    "shallow water where they spawn every spring. The ministry promised to study the question together with the university "
    "and to publish the results before the end of the year. Until then the pilots have been asked to keep to the deeper "
    "channel, which lengthens the journey by about an hour.\n\n"
    "The province exported grain worth a record sum last season, and its governor hopes that the terminal will attract "
    "customers from the neighbouring countries as well. Negotiations with two shipping companies are under way, although "
    "neither of them wanted to comment on the details when reached by telephone."
)


def wrapped(story: str, width: int, before: int = 3) -> list[list[str]]:
    """Each paragraph's lines, as an HTML writer breaks them that counts its tags."""
    pages = []
    for paragraph in story.split("\n\n"):
        lines = textwrap.wrap(
            "#" * before + paragraph + "#" * (4 if before else 0), width, break_on_hyphens=False, break_long_words=False
        )
        pages.append(["".join(line.split("#")) for line in lines])
    return pages


def repaired(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The body and the rows of an English text."""
    done = clean(Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language="en"), Vocabulary())
    return done.body, done.repairs


@pytest.mark.parametrize("width", [45, 58, 67, 71, 80, 96])
@pytest.mark.parametrize("before", [0, 3])
def test_lines_are_found_again_at_any_width(width: int, before: int) -> None:
    """Every lost line break comes back as a space, and each row names the wrap it was found by."""
    damaged = "\n\n".join("".join(lines) for lines in wrapped(STORY, width, before))
    assert damaged != STORY
    body, rows = repaired(damaged)
    assert body == STORY
    assert all(r.rule.startswith("wrap-") for r in rows)


def test_a_lost_word_is_flagged_and_not_filled_in() -> None:
    """A full stop lost with the next line's word leaves a gap row with the bounds of the word's length."""
    pages = wrapped(STORY, 67)
    damaged, lost = [], []
    for lines in pages:
        kept = lines[0]
        for line in lines[1:]:
            if kept.endswith("."):
                word, rest = line.split(" ", 1)
                lost.append((len("".join(damaged)) + len(kept), len(word)))
                kept = kept[:-1] + " " + rest
            else:
                kept += line
        damaged.append(kept)
    text = "\n\n".join(damaged)
    rows = [r for r in repaired(text)[1] if r.kind == "gap"]
    assert len(rows) == len(lost)
    for row, (_, letters) in zip(rows, lost, strict=True):
        assert row.before == row.after
        assert row.min_missing is not None
        assert row.max_missing is not None
        assert row.min_missing <= letters <= row.max_missing


def test_names_in_mixed_case_survive_in_damaged_copy() -> None:
    """In the midst of damage a brand off the line's end is left whole."""
    story = STORY.replace("the university", "GlobeNewswire").replace("two shipping companies", "eBay and PayPal")
    damaged = "\n\n".join("".join(lines) for lines in wrapped(story, 67))
    assert repaired(damaged)[0] == story


def test_text_of_one_language_only_is_mended() -> None:
    """The same damage in a text declared to be German stays."""
    damaged = "\n\n".join("".join(lines) for lines in wrapped(STORY, 67))
    done = clean(Copy(text=damaged, media_type="text/plain", charset="utf-8"), Fields(in_language="de"), Vocabulary())
    assert done.body == damaged


def test_a_word_that_all_know_is_not_parted_at_a_line_end() -> None:
    """Where tags that nobody sees push a whole word to the column at which a line must end, it stays whole."""
    pages = wrapped(STORY, 67)
    for column in range(1, 12):
        first = textwrap.wrap("#" * column + pages[1][0] + " " + pages[1][1], 67, break_on_hyphens=False)
        damaged = "\n\n".join(
            ["".join(pages[0]), "".join(line.lstrip("#") for line in first) + "".join(pages[1][2:]), "".join(pages[2])]
        )
        body, _ = repaired(damaged)
        assert set(body.split()) - set(damaged.split()) <= set(STORY.split())
