"""Text of elements that are one line: tags inside of a word leave it whole, breaks part words."""

from __future__ import annotations

import pytest
from lxml import etree

from parsers.formats import xml


@pytest.mark.parametrize(
    ("element", "line"),
    [
        ("<h>Road <a>vote</a> is due<br/>on <b>M</b>onday</h>", "Road vote is due on Monday"),
        ("<h>Road vote<br/><b>due</b></h>", "Road vote due"),
        ('<h>ship<lb break="no"/>yard <lb/>closes</h>', "shipyard closes"),
        ("<h><i><b>Road</b></i>s</h>", "Roads"),
    ],
)
def test_a_break_parts_words_and_no_other_tag_does(element: str, line: str) -> None:
    """A headline with a line break has a space there; the tail of every child is kept."""
    assert xml.inline(etree.fromstring(element)) == line
