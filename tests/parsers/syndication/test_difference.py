"""Differences between versions are told by sentences."""

from parsers.syndication.difference import difference, sentences


def test_an_edited_sentence_stands_as_one_change() -> None:
    """A sentence with another figure is edited, not removed and added."""
    (change,) = difference("Two of the boats are lost at sea.", "Three of the boats are lost at sea.")
    assert (change.kind, change.before, change.after) == (
        "edited", "Two of the boats are lost at sea.", "Three of the boats are lost at sea.",
    )  # fmt: skip


def test_layout_and_quotation_marks_are_no_change() -> None:
    """Other quotation marks and line ends leave a sentence the same."""
    assert [c.kind for c in difference("“No,” he said. It rained.", '"No," he said.\nIt rained.')] == ["same", "same"]


def test_every_sentence_of_both_versions_stands() -> None:
    """Nothing of either version is left out."""
    before, after = "One is here. Two is gone. Four stays.", "One is here. Three came instead of it. Four stays. Five."
    changes = difference(before, after)
    assert tuple(c.before for c in changes if c.before) == sentences(before)
    assert tuple(c.after for c in changes if c.after) == sentences(after)
