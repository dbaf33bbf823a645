"""Hyphens whose line end is lost, letters that stand apart, passages without spaces, lines cut off, columns mixed."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

import pytest

from parsers.known import Vocabulary
from parsers.repair import title
from tests.parsers.repair.test_carried import FIRST, SECOND, STORY, THIRD, cleaned, rules


@pytest.mark.parametrize(
    ("printed", "word"),
    [("mem- bers", "members"), ("neigh- bouring", "neighbouring"), ("dam- age", "damage")],
)
def test_a_hyphen_and_a_space_inside_a_word_leave(printed: str, word: str) -> None:
    """A word that was parted at a line's end is one again."""
    done = cleaned(STORY.replace(word, printed))
    assert done.body == STORY
    assert rules(done) == {"lost_hyphen"}


def test_hyphens_inside_words_leave_where_several_are() -> None:
    """`neigh-bouring` and `bro-ken` in one text were parted by a wrap."""
    assert cleaned(STORY.replace("broken", "bro-ken").replace("neighbouring", "neigh-bouring")).body == STORY


@pytest.mark.parametrize(
    "text",
    [
        "The well-known co-operation of pre- and post-war firms was re-examined by a vice-president of the e-mail firm.",
        "A two- to three-year plan of a hard-working mid- or long-term lender was half-finished and ill-advised.",
    ],
)
def test_hyphens_of_writers_stay(text: str) -> None:
    """Compounds and hyphens before `and`, `or`, `to` are the writer's."""
    assert cleaned(text).body == text


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("the p u m p s arrived", "the pumps arrived"),
        ("V A L L E Y  W A T E R  P R I C E S  R I S E", "VALLEY WATER PRICES RISE"),
        ("V A L L E Y   W A T E R   P R I C E S", "VALLEY WATER PRICES"),
    ],
)
def test_letters_that_stand_apart_are_words(printed: str, body: str) -> None:
    """Letter-spaced words and lines are put together."""
    done = cleaned(f"{FIRST}\n\n{printed}\n\n{THIRD}")
    assert done.body == f"{FIRST}\n\n{body}\n\n{THIRD}"
    assert rules(done) == {"letter_spaced"}


def test_letters_that_make_no_word_stay() -> None:
    """A row of letters is left alone."""
    text = f"{FIRST} The rows are B C D F G and the seats are K L M N P."
    assert cleaned(text).body == text


def test_a_passage_without_spaces_gets_them_back() -> None:
    """Where nearly all of it is certain, it is parted."""
    done = cleaned(f"{FIRST}\n\n{SECOND.replace(' ', '')}\n\n{THIRD}")
    assert done.body == STORY
    assert rules(done) == {"spaces_lost"}


@pytest.mark.parametrize(
    "passage",
    [
        "Few of the growers in Torrel have any other way to get their fruit to the mill, said Ines Calder.",
        "The school's roof was paid for by the U.S. embassy, which won't say how much it cost the town.",
        "A smaller boat without room for lorries will make nine trips a day until the end of the summer.",
    ],
)
def test_passages_of_small_words_and_names_get_their_spaces_back(passage: str) -> None:
    """Chains of small words, unknown names and clitics are parted rightly."""
    assert cleaned(f"{FIRST}\n\n{passage.replace(' ', '')}\n\n{THIRD}").body == f"{FIRST}\n\n{passage}\n\n{THIRD}"


@pytest.mark.parametrize("language", ["de", "nl", "tr"])
def test_passages_of_languages_with_compounds_are_suspected(language: str) -> None:
    """Where compounds or endings leave no place certain, a passage without spaces is marked only."""
    text = "DieGemeindewillimnächstenJahreineneueBrückefürRadfahrerundFußgängerbauen."
    assert cleaned(text, language).body == text


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("Theportwasclosed.", "The port was closed."),
        ("Wewillnotgiveup!", "We will not give up!"),
        ("Allfourwereinjured.", "All four were injured."),
    ],
)
def test_a_short_sentence_without_spaces_gets_them_back(printed: str, body: str) -> None:
    """Four certain words between two sentences are parted."""
    text = "The mayor came by boat. {} Nobody asked him why."
    assert cleaned(text.format(printed)).body == text.format(body)


@pytest.mark.parametrize("printed", ["comeasyouare", "notonthehighstreet", "thefirsttimeever"])
def test_a_short_run_that_may_be_a_name_is_suspected(printed: str) -> None:
    """Inside a sentence it may be a brand or a handle."""
    text = f"The mayor wrote {printed} on the wall of the harbour."
    done = cleaned(text)
    assert done.body == text
    assert [(r.kind, r.rule) for r in done.repairs] == [("suspect", "spaces_lost")]


@pytest.mark.parametrize(
    "name",
    [
        "Stratforduponavon",
        "mothersinlaw",
        "counterrevolutionaries",
        "#thisismyblog",
        "thisismyblog.com",
        "Donaudampfschiff",
    ],
)
def test_long_names_are_no_runs(name: str) -> None:
    """Names of two or three words, hashtags and hosts are left alone."""
    text = f"The mayor wrote {name} on the wall of the harbour."
    assert cleaned(text).body == text


def test_a_passage_of_unknown_words_is_suspected() -> None:
    """What cannot be parted for certain is marked, not kept in silence."""
    printed = "Qarvolimstenduhrakovelintaprosgemidulkavernosturimbelgaxo"
    done = cleaned(f"{FIRST} {printed} {THIRD}")
    assert printed in done.body
    assert [(r.kind, r.rule) for r in done.repairs] == [("suspect", "spaces_lost")]


def test_lines_cut_off_at_a_width_are_flagged() -> None:
    """Letters are missing at each such end, and nothing is joined."""
    printed = "\n".join(p[:61] for p in (FIRST, SECOND, THIRD, FIRST.replace("pumps", "pipes")))
    done = cleaned(printed)
    assert done.body.count("\n") >= 3
    found = [r for r in done.repairs if r.kind == "truncated"]
    assert len(found) >= 3
    assert {(r.rule, r.min_missing, r.max_missing) for r in found} == {("cut-61", 1, None)}


def test_columns_read_across_are_flagged() -> None:
    """Paragraphs that begin in the middle of sentences which none left open are out of order."""
    blocks = [
        "Two of its members want to send all of them back to the",
        "A third pump was lent by a neighbouring town, and the old mill will be used as the",
        "Nobody spoke against the plan of the board on Friday.",
        "store until the autumn is over and the new pipes are laid.",
        "The mayor was not there, and nobody knew why that was.",
        "maker, who says that the damage was done on the way here.",
    ]
    done = cleaned("\n\n".join(blocks))
    assert done.body == "\n\n".join(blocks)
    assert [r.rule for r in done.repairs if r.kind == "suspect"] == ["column_order", "column_order"]


def test_letters_that_follow_each_other_in_the_alphabet_are_grades() -> None:
    """`A B C D E` is a list of letters."""
    text = "The grades of the school were A B C D E and so on, and the teachers gave an A to nobody in the year."
    assert cleaned(text).body == text


@pytest.mark.parametrize("mark", ["- ", "‐ ", "¬ ", "-\n", "‐\n"])
def test_parted_words_of_any_hyphen_are_one(mark: str) -> None:
    """Unicode's hyphen and a scanner's sign for a soft one part words as well; a common word of two words is one among others."""
    text = STORY.replace("town", "island")
    printed = text
    for head, tail in (("mem", "bers"), ("neigh", "bouring"), ("dam", "age"), ("is", "land")):
        printed = printed.replace(head + tail, head + mark + tail)
    left = "is" + mark + "land" if "\n" in mark else "island"  # two words at a line's end
    assert cleaned(printed).body == text.replace("island", left)


@pytest.mark.parametrize(
    ("end", "flagged"),
    [
        (" It will be paid by the", True), (" It will be paid by w", True), (" It will be paid by the [...]", True), (" It will be paid by reservo", True),
        (" It will be paid at once", False), ("", False), (" Reporting by Anna Kerlin", False), (" It will be paid, they said...", False), (" agency", False),
    ],
)  # fmt: skip
def test_a_text_that_stops_inside_a_sentence_is_flagged(end: str, flagged: bool) -> None:
    """A last line that breaks off is marked where the words show it."""
    done = cleaned(STORY + end)
    assert [r.rule for r in done.repairs if r.kind == "truncated"] == (["cut-end"] if flagged else [])
    assert done.body == STORY + end


def test_full_stops_without_their_space_end_no_paragraph_where_paragraphs_are() -> None:
    """A text that has its paragraphs and lost the spaces behind full stops gets spaces."""
    text = "\n\n".join(f"{p} {q}" for p, q in ((FIRST, SECOND), (SECOND, THIRD), (THIRD, FIRST)))
    assert (
        cleaned(
            text.replace("n. T", "n.T").replace("t. A", "t.A").replace("l. Two", "l.Two").replace("r. The", "r.The")
        ).body
        == text
    )


def test_three_runs_of_words_in_one_text_are_parted() -> None:
    """Several runs of small words are no names."""
    printed = (
        STORY.replace("want to send them", "wanttosendthem")
        .replace("will be used as", "willbeusedas")
        .replace("was done on the", "wasdoneonthe")
    )
    assert cleaned(printed).body == STORY


@pytest.mark.parametrize(
    ("printed", "headline"),
    [
        ("P u m p s  a r r i v e  b r o k e n", "Pumps arrive broken"),
        ("V A L L E Y W A T E R P R I C E S", "VALLEY WATER PRICES"),
        ("WATERPRICES RISE", "WATER PRICES RISE"),
        ("Pumps arrive broken", "Pumps arrive broken"),
        ("U S A B C D F", "U S A B C D F"),
    ],
)
def test_headlines_get_their_words_back(printed: str, headline: str) -> None:
    """A letter-spaced headline, and capitals that run together, are put right; a row of letters stays."""
    assert title(printed, "en", Vocabulary()) == headline


def side_by_side(left: str, right: str, width: int) -> str:
    """Two texts in two columns of one page."""
    rows = zip_longest(textwrap.wrap(left, width), textwrap.wrap(right, width), fillvalue="")
    return "\n".join(f"{a:{width + 4}}{b}".rstrip() for a, b in rows)


@pytest.mark.parametrize("width", [28, 36])
def test_columns_side_by_side_are_flagged(width: int) -> None:
    """Prose in two columns is marked; nobody reads it across unwarned."""
    text = side_by_side(f"{FIRST} {SECOND}", f"{THIRD} {FIRST}", width)
    done = cleaned(text)
    assert [(r.kind, r.rule) for r in done.repairs] == [("suspect", "column_order")]
    assert done.body == text


def test_a_table_is_no_two_columns() -> None:
    """Names and figures in rows are a table."""
    names = ("Anna Kerlin", "Tom Reed", "Ines Calder", "Petra Holm", "Marko Vale", "Alice Dorn")
    text = "\n".join(f"{name:22}{i * 7} points{'':10}{i} lost" for i, name in enumerate(names))
    assert cleaned(f"{FIRST}\n\n{text}").body == f"{FIRST}\n\n{text}"
    assert not rules(cleaned(f"{FIRST}\n\n{text}"))


@pytest.mark.parametrize(("first", "others"), [("(a) ", "(b) (c) "), ("a) ", "b) c) "), ("(1) ", "(2) (3) ")])
def test_lettered_points_get_lines_of_their_own(first: str, others: str) -> None:
    """Points that are glued at `(b)` are parted."""
    second, third = others.split()
    glued = f"{first}new cranes for the quay{second} more buses at night{third} a shelter at the pier"
    parted = f"{first}new cranes for the quay\n{second} more buses at night\n{third} a shelter at the pier"
    assert cleaned(f"{FIRST}\n\n{glued}\n\n{THIRD}").body == f"{FIRST}\n\n{parted}\n\n{THIRD}"
