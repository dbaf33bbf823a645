"""Two reports of one speech share what was said; a copy shares the reporter's words too."""

import pytest

from parsers.syndication.quoted import only_quotations, quotes_much
from parsers.syndication.reuse import lettered

SAID = (
    "“We have listened to the people of this valley for two years, and the old bridge cannot wait for another winter,” Mayor Ines Halloran said.",
    "“I will not promise that the toll will disappear, because nobody who has read the accounts could promise such a thing,” she said.",
    "“If the province does not pay its third by June, we shall begin without it and send the bill afterwards,” Halloran added.",
)
COURIER = (
    "The town council of Brack voted late on Monday to replace the stone bridge over the Oder, after a debate that filled the hall.",
    "The decision passed by nine votes to four. Opponents, mostly from the upper parishes, left before the result was read out.",
    "Shopkeepers on the eastern bank have asked for compensation. A ruling on that is due in the spring.",
)
POST = (
    "BRACK – A new bridge, at last. Councillors in this river town have approved plans drawn when most of them were at school.",
    "Only four of thirteen members were against. One of them called the project a monument and said the money belonged in the clinic.",
    "The baker beside the bridge, who expects to lose half his customers, said he would keep baking and see.",
)


def report(own: tuple[str, ...], said: tuple[str, ...]) -> str:
    return "\n\n".join(part for pair in zip(own, said, strict=True) for part in pair)


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_two_reports_of_one_speech_share_quotations_alone(marks: str) -> None:
    """Reports that quote the same sentences, in whatever order and marks, have nothing else in common."""
    said = tuple(s.replace("“", marks[0]).replace("”", marks[1]) for s in SAID)
    one, other = report(COURIER, SAID), report(POST, (said[1], said[2], said[0]))
    assert quotes_much(one)
    assert quotes_much(other)
    assert only_quotations(lettered(other), lettered(one))


def test_a_copy_with_another_opening_shares_prose() -> None:
    """Who keeps the reporter's prose between the quotations copies him, whatever lead he puts before it."""
    one, other = report(COURIER, SAID), report((POST[0], *COURIER[1:]), SAID)
    assert not only_quotations(lettered(other), lettered(one))


def test_nothing_is_told_of_a_text_that_is_all_quotation() -> None:
    """Where there is hardly any prose, quotations are all there is to copy."""
    assert not only_quotations(lettered("\n\n".join(SAID)), lettered(report(COURIER, SAID)))


def test_a_plain_text_quotes_little() -> None:
    """Texts without quotations, and with marks for inches or single words, are not looked at."""
    assert not quotes_much(" ".join(COURIER))
    assert not quotes_much('A 12" pipe and a 14" pipe were "found" there.\n' + COURIER[0])
