"""Passages: what a block is, who speaks in it, and in which order it is read."""

from __future__ import annotations

from parsers.known import Vocabulary
from parsers.model import Block, Copy, Fields, Mark, Passage
from parsers.passages import Layout, divide
from parsers.repair import clean

LATE_ANSWERS = """The mayor of the harbour town spoke to the Evening Ledger. Ledger reporter Ines Okafor (EL) met Tomas Lindqvist in his office.

EL: How will the town pay for the new quay?

EL: When will the ferries run again, and who decides about their timetable?

Lindqvist: The province pays one half and the town the other.

We have saved for this for ten years.

Lindqvist: In the spring, if the ice allows it."""


def layout_of(text: str, marks: tuple[Mark, ...] = (), blocks: tuple[Block, ...] = ()) -> tuple[str, Layout]:
    """The body of a text and its layout."""
    copy = Copy(text=text, media_type="text/plain", charset="utf-8", blocks=blocks)
    fields = Fields(in_language="en", marks=marks)
    done = clean(copy, fields, Vocabulary())
    return done.body, divide(done.body, done.repairs, copy, fields)


def said(body: str, passage: Passage) -> str:
    """The words of a passage."""
    return body[passage.start_char : passage.end_char]


def test_questions_first_are_paired_with_their_answers() -> None:
    """The n-th answer follows the n-th question, with all its paragraphs, and the label is not among the words."""
    body, layout = layout_of(LATE_ANSWERS)
    read = [(p.kind, p.speaker, p.answers, said(body, p)[:20]) for p in layout.passages]
    assert read[1:] == [
        ("question", "Ines Okafor", None, "How will the town pa"),
        ("answer", "Tomas Lindqvist", 1, "The province pays on"),
        ("answer", "Tomas Lindqvist", 1, "We have saved for th"),
        ("question", "Ines Okafor", None, "When will the ferrie"),
        ("answer", "Tomas Lindqvist", 4, "In the spring, if th"),
    ]


def test_reordering_is_recorded() -> None:
    """Every passage that is not printed where it is read has a row, and the body keeps its printed order."""
    body, layout = layout_of(LATE_ANSWERS)
    assert body == LATE_ANSWERS
    assert {body[r.start_char :][:6] for r in layout.repairs} == {"When w", "The pr", "We hav"}
    assert all(r.kind == "reorder" and r.before == r.after for r in layout.repairs)


def test_alternating_labels_need_no_reordering() -> None:
    """Q and A in turn are paired as printed."""
    text = "Q: What is the plan for the quay?\n\nA: To build it of stone.\n\nQ: And the cost?\n\nA: It is high.\n\nBut it lasts."
    _, layout = layout_of(text)
    assert [(p.kind, p.answers) for p in layout.passages] == [
        ("question", None), ("answer", 0), ("question", None), ("answer", 2), ("answer", 2),
    ]  # fmt: skip
    assert layout.repairs == ()


def test_answers_without_a_label_follow_their_question() -> None:
    """Where only the outlet has a label, what follows a question answers it."""
    text = "Ledger - What is the plan?\n\nTo build it of stone.\n\nLedger - And the cost?\n\nIt is high.\n\nLedger - Who pays?\n\nThe town pays."
    _, layout = layout_of(text)
    assert [(p.kind, p.speaker, p.answers) for p in layout.passages][:4] == [
        ("question", "Ledger", None), ("answer", None, 0), ("question", "Ledger", None), ("answer", None, 2),
    ]  # fmt: skip


def test_a_story_with_colons_is_no_interview() -> None:
    """Labels that nobody asks with make no interview."""
    text = "Background: The quay was built in 1911.\n\nNote: The town is small.\n\nOutlook: The ferries will run again in spring."
    _, layout = layout_of(text)
    assert {p.kind for p in layout.passages} == {"paragraph"}


def test_headings_and_lists_are_told_from_paragraphs() -> None:
    """A short line without a stop before a longer block is a heading; bullets and numbers make list items."""
    text = (
        "The town has a plan for the years to come, the mayor said on Monday in his office.\n\nA new quay\n\nThe quay will be "
        "built of stone from the northern quarries.\n\n1. Buy the stone.\n\n2. Hire the ships.\n\n- the first bullet\n- the second bullet"
    )
    body, layout = layout_of(text)
    assert [p.kind for p in layout.passages] == ["paragraph", "heading", "paragraph", *["list_item"] * 4]
    assert said(body, layout.passages[-1]) == "- the second bullet"


def test_marks_give_blocks_their_kind() -> None:
    """What the fields found to be a caption, a byline or a notice is one."""
    text = "By Ines Okafor\n\nThe quay in winter, seen from the north\n\nThe town has a plan for the years to come, the mayor said."
    caption = text.index("The quay")
    marks = (
        Mark(kind="byline", raw_start=0, raw_end=14, rule="test"),
        Mark(kind="caption", raw_start=caption, raw_end=text.index("\n\nThe town"), rule="test"),
    )
    _, layout = layout_of(text, marks)
    assert [p.kind for p in layout.passages] == ["byline", "caption", "paragraph"]


def test_blocks_of_the_format_give_their_kind() -> None:
    """What HTML marked as a heading, a list item or code stays that."""
    text = "Plans of the town.\n\nstone and ships\n\nfoo.Bar(a,b)"
    blocks = (
        Block(kind="heading", raw_start=0, raw_end=18),
        Block(kind="list_item", raw_start=20, raw_end=35),
        Block(kind="code", raw_start=37, raw_end=49),
    )
    body, layout = layout_of(text, blocks=blocks)
    assert body == text
    assert [p.kind for p in layout.passages] == ["heading", "list_item", "code"]
