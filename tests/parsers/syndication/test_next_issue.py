"""Two issues of a recurring notice of one outlet, of which only a figure or a name is other."""

import pytest

from parsers.syndication.reuse import lettered
from parsers.syndication.slots import next_issue, side_by_side

PRICE = (
    "The price of a litre of milk in the shops of {town} was {cents} cents on market day, the trading office said in its weekly bulletin. "
    "The office asks a dozen shops on the main street and takes the middle of what they answer. The next bulletin is due in a week."
)
SEARCH = (
    "Police in Holtby have asked the public for help in finding {name}, who was last seen near the station on Sunday evening. {name} is of "
    "medium build and was wearing a dark coat. Officers and the family of {name} are growing concerned. Anybody who may have seen {name} is "
    "asked to call the station."
)


def other(one: str, two: str) -> bool:
    """Whether two texts are two issues, whichever comes first."""
    found = {next_issue(side_by_side(lettered(a), lettered(b))) for a, b in ((one, two), (two, one))}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (PRICE.format(town="Askby", cents=118), PRICE.format(town="Askby", cents=131)),
        (PRICE.format(town="Askby", cents=118), PRICE.format(town="Corvale", cents=118)),
        (PRICE.format(town="Askby", cents=118), PRICE.format(town="Corvale", cents=131)),
        (SEARCH.format(name="Ottilie Marsh"), SEARCH.format(name="Rupert Dane")),
    ],
)
def test_one_name_or_figure_makes_another_issue(one: str, two: str) -> None:
    """The figure of another week, the town of another notice, the person of another search: also where a name opens a sentence."""
    assert other(one, two)


@pytest.mark.parametrize(
    "two",
    [
        PRICE.format(town="Askby", cents=118),
        "HOLTBY, May 4. " + PRICE.format(town="Askby", cents=118),
        PRICE.format(town="Askby", cents=118).replace("The next bulletin is due in a week.", ""),
        PRICE.format(town="Askby", cents=131) + " The office corrected what it had said before: a shop had given the price of cream.",
        PRICE.format(town="Askby", cents="118.5"),
    ],
)  # fmt: skip
def test_a_copy_or_a_correction_is_no_other_issue(two: str) -> None:
    """The same text, with a dateline, cut, corrected in words, or with one more digit of the same number."""
    assert not other(PRICE.format(town="Askby", cents=118), two)
