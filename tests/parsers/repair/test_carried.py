"""What a text carries from its transport and layout: reply marks, escapes, page furniture, Markdown, second printings."""

from __future__ import annotations

import textwrap

import pytest

from parsers.alignment import rebuild
from parsers.known import Vocabulary
from parsers.model import Copy, Fields
from parsers.repair import Cleaned, clean

FIRST = (
    "The water board of the valley met on Friday to settle the price of the new pumps, which arrived broken in April."
)
SECOND = (
    "Two of its members want to send them back, but the maker says that the damage was done on the way from the port."
)
THIRD = (
    "A third pump was lent by a neighbouring town, and the old mill will be used as a store until the autumn is over."
)
STORY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def cleaned(text: str, language: str = "en") -> Cleaned:
    """The body and the rows of a plain text, from which the raw text must come back."""
    done = clean(Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language=language), Vocabulary())
    assert rebuild(done.body, done.repairs) == text
    return done


def rules(done: Cleaned) -> set[str]:
    """The rules of the rows, without those of white space."""
    return {r.rule for r in done.repairs if r.kind != "whitespace"}


def quoted(text: str, width: int) -> str:
    """A text as a mail program quotes it."""
    return "\n".join(f"> {line}".rstrip() for p in text.split("\n\n") for line in [*textwrap.wrap(p, width), ""])


@pytest.mark.parametrize("width", [58, 66, 72])
def test_reply_marks_leave_and_their_lines_are_joined(width: int) -> None:
    """A quoted mail reads as it was written."""
    done = cleaned(quoted(STORY, width))
    assert done.body == STORY
    assert rules(done) == {"reply_mark", "filled"}


def test_reply_marks_inside_joined_lines_leave() -> None:
    """Marks at about a line's distance are what is left of quoted lines."""
    assert cleaned(" > ".join(textwrap.wrap(FIRST + " " + SECOND, 52))).body == f"{FIRST} {SECOND}"


@pytest.mark.parametrize("width", [56, 72])
def test_bars_before_the_lines_of_a_mail_leave(width: int) -> None:
    """Some mail programs quote with `|`."""
    done = cleaned(quoted(STORY, width).replace(">", "|"))
    assert done.body == STORY
    assert "reply_mark" in rules(done)


def test_the_bars_of_a_table_stay() -> None:
    """Lines with more than one bar are a table's."""
    text = "| Pump | Price |\n| one | 30 |\n| two | 40 |\n| three | 50 |"
    assert cleaned(text).body == text


def test_a_lone_comparison_stays() -> None:
    """A greater sign in running text is one."""
    text = f"{FIRST} Go to the page and choose file > print > all."
    assert cleaned(text).body == text


@pytest.mark.parametrize("sign", ["\\n\\n", "\\r\\n\\r\\n"])
def test_escaped_paragraph_ends_are_paragraph_ends(sign: str) -> None:
    """A line end escaped once too often is one."""
    assert cleaned(STORY.replace("\n\n", sign)).body == STORY


def test_escaped_line_ends_inside_a_sentence_are_spaces() -> None:
    """Lines that were wrapped before they were escaped become one paragraph."""
    assert cleaned("\\n".join(textwrap.wrap(FIRST + " " + SECOND, 60))).body == f"{FIRST} {SECOND}"


def test_a_path_is_no_escape() -> None:
    """Directories may begin with an n."""
    text = f"{FIRST} The file is in C:\\news\\notes\\new of the office."
    assert cleaned(text).body == text


@pytest.mark.parametrize(
    ("language", "sign"),
    [("en", "Page 2 of 3"), ("de", "Seite 2 von 3"), ("fr", "Page 2 sur 3"), ("es", "Página 2 de 3"), ("en", "- 4 -")],
)
def test_page_numbers_leave_and_their_sentence_is_whole(language: str, sign: str) -> None:
    """A page number in the middle of a sentence leaves no trace."""
    text = f"{FIRST}\n\nTwo of its members want to send\n\n{sign}\n\nthem back to the port.\n\n{THIRD}"
    done = cleaned(text, language)
    assert done.body == f"{FIRST}\n\nTwo of its members want to send them back to the port.\n\n{THIRD}"
    assert "page_number" in rules(done)


def test_a_page_that_a_sentence_speaks_of_stays() -> None:
    """`see Page 2 of 3` is a part of its sentence."""
    text = f"{FIRST} The prices are listed on Page 2 of 3 of the plan."
    assert cleaned(text).body == text


def test_running_heads_leave() -> None:
    """A short line that returns between paragraphs of prose is a page's head."""
    head = "VALLEY COURIER 9 MAY"
    done = cleaned("\n\n".join([FIRST, head, SECOND, head, THIRD, head, FIRST.replace("pumps", "pipes")]))
    assert head not in done.body
    assert rules(done) == {"running_head"}


@pytest.mark.parametrize(
    ("first", "second"),
    [("Valley Courier 3", "Valley Courier 4"), ("Valley Courier | 3", "4 | Valley Courier"), ("Valley Courier, Page 9", "Valley Courier, Page 10"),
     ("12 VALLEY COURIER, 9 MAY", "13 VALLEY COURIER, 9 MAY")],
)  # fmt: skip
def test_heads_with_the_number_of_their_page_leave(first: str, second: str) -> None:
    """Lines that count up are heads where one of them parts a sentence."""
    start = "Two of its members who came by boat want to send"
    text = "\n\n".join([FIRST, start, first, "them back to the port.", SECOND, second, THIRD])
    done = cleaned(text)
    assert done.body == "\n\n".join([FIRST, f"{start} them back to the port.", SECOND, THIRD])
    assert rules(done) == {"running_head"}


@pytest.mark.parametrize("head", ["Day {}", "Round {}", "{} boats", "Lesson {}"])
def test_numbered_headings_stay(head: str) -> None:
    """Headings that count up part no sentence."""
    text = "\n\n".join([head.format(1), FIRST, head.format(2), SECOND, head.format(3), THIRD])
    assert cleaned(text).body == text


def test_speakers_that_take_turns_are_no_running_heads() -> None:
    """Two names over the paragraphs of a talk stay."""
    text = "\n\n".join([x for i in range(4) for x in ("Mara Holt", f"{FIRST} {i}.", "Ivo Stern", f"{SECOND} {i}.")])
    assert cleaned(text).body == text


def test_markdown_signs_leave() -> None:
    """Bold, emphasis, links and heads keep their words only."""
    text = f"{FIRST}\n\n## What is next\n\n**The board** asked the [port office](https://port.example/a) for *three* more pumps."
    assert cleaned(text).body == f"{FIRST}\n\nWhat is next\n\nThe board asked the port office for three more pumps."


def test_footnote_stars_stay() -> None:
    """Single stars are no Markdown."""
    text = f"{FIRST} The price* was 3 * 4 and not 12 as the maker* said."
    assert cleaned(text).body == text


def test_glued_bullets_get_lines_of_their_own() -> None:
    """Each point of a list starts a line."""
    text = f"{FIRST}\n\nThe plan has three parts:• a new pump• a longer pipe• a store"
    assert cleaned(text).body == f"{FIRST}\n\nThe plan has three parts:\n• a new pump\n• a longer pipe\n• a store"


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        (f"{STORY}\n\n{STORY}", STORY),
        ("\n\n".join([STORY] * 6), STORY),
        (f"{FIRST}\n\n{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}"),
        (f"{FIRST} {SECOND} {FIRST} {SECOND}", f"{FIRST} {SECOND}"),
    ],
)
def test_a_second_printing_leaves(printed: str, body: str) -> None:
    """A paragraph or a body that is printed twice stays once."""
    done = cleaned(printed)
    assert done.body == body
    assert rules(done) == {"printed_twice"}


def test_a_refrain_stays() -> None:
    """Short lines may return on purpose."""
    text = f"{FIRST}\n\nNobody knew.\n\n{SECOND}\n\nNobody knew.\n\n{THIRD}"
    assert cleaned(text).body == text


@pytest.mark.parametrize("sign", ["\\u000a\\u000a", "\\\\n\\\\n", "\\n\\t", "\\n"])
def test_line_ends_escaped_in_other_ways_are_paragraph_ends(sign: str) -> None:
    """Programs escape in several ways, once or twice."""
    assert cleaned(STORY.replace("\n\n", sign)).body == STORY


def test_one_escape_between_two_sentences_is_enough() -> None:
    """Between a full stop and a capital nothing else is meant."""
    assert cleaned(f"{FIRST}\\n{SECOND}").body == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "mention",
    [
        'Write "\\n" for a new line and "\\n\\n" for two of them.',
        "The sign (\\n) ends a line, and “\\n\\n” ends two.",
        "Use \\n and \\b in the pattern, or \\n and \\d for figures.",
    ],
)
def test_an_escape_that_a_text_speaks_of_stays(mention: str) -> None:
    """A sign between marks, or beside other signs of a pattern, is a word of the sentence."""
    text = f"{FIRST}\n\n{mention}\n\n{SECOND}"
    assert cleaned(text).body == text


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("**Mara Holt** spoke.", "Mara Holt spoke."),
        ("**Mara**spoke of *one* thing.", "Mara spoke of one thing."),
        ("The [dock](https://port.example/a)s are old.", "The docks are old."),
        ("##Reaction\n\nNobody spoke.", "Reaction\n\nNobody spoke."),
        ("## Reaction\n\nNobody spoke.", "Reaction\n\nNobody spoke."),
    ],
)
def test_one_sure_sign_of_markdown_is_enough(printed: str, body: str) -> None:
    """Bold words, a link or a second-level head are signs of Markdown alone; a name glued to bold gets its space."""
    assert cleaned(f"{FIRST}\n\n{printed}").body == f"{FIRST}\n\n{body}"


@pytest.mark.parametrize(
    "text", ["It costs 2**8 and 3**2 crowns.", "Item #7 and #8 were sold.", "_draft_ and __init__ stay."]
)
def test_signs_that_are_no_markdown_stay(text: str) -> None:
    """Powers, numbers and names of programs are written so."""
    assert cleaned(f"{FIRST}\n\n{text}").body == f"{FIRST}\n\n{text}"


@pytest.mark.parametrize("mark", ["►", "■", "✓", "-", "–", "*", "·"])
def test_points_glued_at_any_mark_get_lines_of_their_own(mark: str) -> None:
    """A list that begins with a mark has the same mark before each point."""
    text = f"{FIRST}\n\n{mark} a new pump{mark} a longer pipe{mark} a store"
    assert cleaned(text).body == f"{FIRST}\n\n{mark} a new pump\n{mark} a longer pipe\n{mark} a store"


def test_points_glued_at_numbers_get_lines_of_their_own() -> None:
    """Numbers that count on begin the points of a list."""
    text = f"{FIRST}\n\n1. A new pump2. A longer pipe3. A store"
    assert cleaned(text).body.split() == f"{FIRST} 1. A new pump 2. A longer pipe 3. A store".split()


def test_a_hyphen_left_open_is_no_point() -> None:
    """`pre- and post-war` has a hyphen before a space."""
    text = f"{FIRST}\n\n- the pre- and post-war boats and the up- and downstream locks"
    assert cleaned(text).body == text


@pytest.mark.parametrize(
    "sign", ["2", "[2]", "| 2", "p. 2", "2 of 3", "Pg. 2", "(more)", "-more-", "(Continued on page 2)", "MORE-2"]
)
def test_any_number_or_turn_of_a_page_inside_a_sentence_leaves(sign: str) -> None:
    """Where one sentence goes on behind it, even a bare number is a page's."""
    start = "Two of its members who came by boat want to send"
    text = f"{FIRST}\n\n{start}\n\n{sign}\n\nthem back to the port.\n\n{THIRD}"
    assert cleaned(text).body == f"{FIRST}\n\n{start} them back to the port.\n\n{THIRD}"


@pytest.mark.parametrize("sign", ["2", "[2]", "2 of 3", "(more)"])
def test_a_number_between_whole_paragraphs_stays(sign: str) -> None:
    """It may be a heading or a score."""
    text = f"{FIRST}\n\n{sign}\n\n{SECOND}"
    assert cleaned(text).body == text


@pytest.mark.parametrize("text", [f"Page 1 of 3\n\n{STORY}", f"{STORY}\n\nPage 3 of 3"])
def test_a_page_of_pages_at_either_end_leaves(text: str) -> None:
    """`Page 1 of 3` says nothing else."""
    assert cleaned(text).body == STORY


@pytest.mark.parametrize("between", ["", " "])
def test_a_paragraph_printed_twice_on_one_line_stays_once(between: str) -> None:
    """The second half of a paragraph that is its first again leaves."""
    assert cleaned(f"{FIRST}\n\n{SECOND}{between}{SECOND}\n\n{THIRD}").body == STORY


def test_a_list_of_fragments_is_not_read_across() -> None:
    """Points that begin with small letters and end with full stops are a list."""
    points = [
        "opens the gate of the lock for the boats that come up the river.",
        "closes it again when the last of them has left the lock.",
    ]
    text = "\n\n".join([FIRST, "With this lever the keeper of the lock at the mill usually", *points * 2, THIRD])
    assert not [r for r in cleaned(text + "\n\n" + points[0][:-1] + " at night.").repairs if r.rule == "column_order"]


@pytest.mark.parametrize(
    "again",
    [
        STORY.replace("the maker says", "the “maker” says").replace("“", '"').replace("”", '"'),
        STORY.replace("\n\n", " "),
    ],
)
def test_a_second_printing_in_other_signs_leaves(again: str) -> None:
    """Other quotation marks and missing paragraphs make no other text."""
    first = STORY.replace("the maker says", "the “maker” says") if '"' in again else STORY
    assert cleaned(f"{first}\n\n{again}").body == first


def test_of_two_printings_the_one_with_paragraphs_stays() -> None:
    """The printing that kept its paragraphs is the body."""
    assert cleaned(STORY.replace("\n\n", " ") + "\n\n" + STORY).body == STORY


def test_the_first_words_in_front_of_a_text_leave() -> None:
    """A teaser that is cut off by dots is no paragraph of the text."""
    assert cleaned(f"{FIRST[:70]}...\n\n{STORY}").body == STORY


def test_a_sentence_printed_twice_at_once_leaves() -> None:
    """A long sentence that follows itself is printed once."""
    assert cleaned(f"{FIRST} {FIRST} {SECOND}").body == f"{FIRST} {SECOND}"


def test_the_headline_of_a_second_printing_leaves_with_it() -> None:
    """A body that is printed again under its headline stays once."""
    title = "Valley to settle the price of pumps"
    text = f"{STORY}\n\n{title}\n\n{STORY}"
    done = clean(
        Copy(text=text, media_type="text/plain", charset="utf-8"),
        Fields(in_language="en", headline=title),
        Vocabulary(),
    )
    assert done.body == STORY


@pytest.mark.parametrize("width", [38, 44, 52])
def test_reply_marks_leave_wherever_the_lines_of_a_mail_were_joined(width: int) -> None:
    """`>` inside joined lines leaves before capitals, figures and behind full stops as well."""
    lines = [" > ".join(textwrap.wrap(p, width)) for p in STORY.split("\n\n")]
    assert cleaned("\n\n".join(lines)).body == STORY
    assert cleaned("> " + "\n\n> ".join(lines)).body == STORY


def test_the_line_with_which_a_mail_begins_what_it_quotes_leaves() -> None:
    """`On Friday, Anna wrote:` is of the mail program."""
    assert cleaned("On Fri, 9 May 2025 at 10:11, Anna Kerlin wrote:\n" + quoted(STORY, 66)).body == STORY


@pytest.mark.parametrize("sign", ["\\n", "\\\\n", "\\r\\n"])
def test_an_escape_before_an_opening_quotation_mark_is_a_paragraph_end(sign: str) -> None:
    """A paragraph may begin with a quotation mark."""
    text = STORY.replace("Two of", "“Two of").replace("the port.", "the port,” it said.")
    assert cleaned(text.replace("\n\n", sign)).body == text


def test_escaped_tabs_before_paragraphs_leave() -> None:
    """An indent that was escaped is no word."""
    assert cleaned(STORY.replace("\n\n", "\n\n\\t")).body == STORY


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        (f"# Pumps arrive broken\n\n{STORY}", f"Pumps arrive broken\n\n{STORY}"),
        (f"## Pumps arrive broken\n{STORY}", f"Pumps arrive broken\n\n{STORY}"),
        (STORY.replace(".", "\\."), STORY),
        (STORY.replace("the new pumps", "_the new pumps_").replace("its members", "__its members__"), STORY),
    ],
)
def test_heads_low_lines_and_escaped_marks_of_markdown_leave(printed: str, body: str) -> None:
    """A head gets a paragraph of its own; emphasis by low lines and backslashes before full stops leave."""
    assert cleaned(printed).body == body
