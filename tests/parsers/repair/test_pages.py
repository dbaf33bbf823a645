"""Pages put together from several: damaged in part, wrapped at two widths, with some newlines kept."""

from __future__ import annotations

import pytest

from tests.parsers.repair.test_wrap import STORY, repaired, wrapped

LONG = STORY + "\n\n" + STORY.replace("harbour", "airport").replace("grain", "cargo").replace("farmers", "growers")


def glued(story: str, width: int) -> list[str]:
    """Each paragraph with the spaces at its line ends lost."""
    return ["".join(lines) for lines in wrapped(story, width)]


@pytest.mark.parametrize("odd", [0, 1])
def test_sound_paragraphs_of_a_damaged_page_stay(odd: int) -> None:
    """Where every second paragraph is damaged, those are mended and the others untouched."""
    sound = LONG.split("\n\n")
    mixed = [d if i % 2 == odd else s for i, (d, s) in enumerate(zip(glued(LONG, 67), sound, strict=True))]
    assert repaired("\n\n".join(mixed))[0] == LONG


@pytest.mark.parametrize(("first", "second"), [(67, 80), (60, 75), (90, 71)])
def test_two_pages_of_different_widths_are_both_mended(first: int, second: int) -> None:
    """A document may be put together from two pages, each wrapped at its own width."""
    half = len(LONG.split("\n\n")) // 2
    body, rows = repaired("\n\n".join(glued(LONG, first)[:half] + glued(LONG, second)[half:]))
    assert body == LONG
    assert all(r.rule.startswith("wrap-") for r in rows)


def test_kept_newlines_end_their_lines() -> None:
    """A paragraph that kept one of its newlines is mended on both sides of it."""
    pages = wrapped(LONG, 67)
    damaged = "\n\n".join("".join(lines[:1]) + "\n" + "".join(lines[1:]) for lines in pages)
    assert repaired(damaged)[0].replace("\n\n", "¶").replace("\n", " ").replace("¶", "\n\n") == LONG


def test_an_ampersand_before_a_space_is_one_column_wide() -> None:
    """HTML writers leave `A & B` alone and write `R&D` as an entity, which is four columns wider."""
    story = STORY.replace("grain and timber", "grain & timber").replace("two shipping", "two R&D")
    pages = ["".join(lines).replace("&amp;", "&") for lines in wrapped(story.replace("R&D", "R&amp;D"), 67)]
    assert repaired("\n\n".join(pages))[0] == story


def test_page_furniture_without_damage_stays() -> None:
    """Lists of names in a damaged page are no other language, and are mended by their lines."""
    names = (
        "Team: A Alder (Northport), B Birch (Northport), C Cedar (Eastport), D Dogwood (Westport), E Elm (Eastport), "
        "F Fir (Northport), G Gorse (Westport), H Hazel (Southport), J Juniper (Southport), K Kapok (Eastport)."
    )
    assert repaired("\n\n".join(glued(f"{LONG}\n\n{names}", 67)))[0] == f"{LONG}\n\n{names}"
