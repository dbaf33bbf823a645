"""Markup to text: HTML never creates the damage that the desk repairs."""

from __future__ import annotations

import html
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from parsers.formats.blocks import looks_like_markup, of_markup, of_pieces, with_quotation_marks

CASES = {
    "<p>one</p><p>two</p>": "one\n\ntwo",
    "<div>one<div>two</div>three</div>": "one\n\ntwo\n\nthree",
    "<p>o<b>n</b>e <i>two</i>, three</p>": "one two, three",
    "<p>one\ntwo\r\n\tthree</p>": "one two three",
    "one<br>two": "one\ntwo",
    "one<br><br>two": "one\n\ntwo",
    "one<br> \n <br>two": "one\n\ntwo",
    "<ul><li>one<li>two</ul>three": "one\n\ntwo\n\nthree",
    "<h2>one</h2>two": "one\n\ntwo",
    "one<hr>two": "one\n\ntwo",
    "one<form>search</form>two": "one\n\ntwo",
    "<p>one<iframe></iframe>two</p>": "one two",
    "<p>one<button>Share</button>two</p>": "one two",
    "<p>on<script>1</script>e<!-- x --><style>p{}</style></p>": "one",
    "<p>one<wbr>two</p>": "onetwo",
    "<p>one &amp; two&nbsp;three</p>": "one & two\u00a0three",
    "<pre>one\n  two<br>three</pre>": "one\n  two\nthree",
    "<table><tr><th>one</th><td>two</td></tr></table>": "one \u2003 two",
    "": "",
}


@pytest.mark.parametrize("markup", CASES)
def test_borders_break_and_inline_tags_do_not(markup: str) -> None:
    """Block borders give breaks, inline tags do not, newlines in text nodes are spaces, boxes stand between words."""
    assert of_markup(markup)[0] == CASES[markup]


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ("<h1>a</h1><p>b</p>", ["heading", "paragraph"]),
        ("<ol><li>a</li></ol>b", ["list_item", "paragraph"]),
        ("<figure><figcaption>a</figcaption></figure>", ["caption"]),
        ("<blockquote>a</blockquote><pre>b</pre>", ["quote", "code"]),
        ("<table><tr><td>a</td></tr></table>", ["table"]),
    ],
)
def test_blocks_say_what_they_are(markup: str, kinds: list[str]) -> None:
    """Headings, list items, captions, quotes, code and tables are told from paragraphs."""
    assert [b.kind for b in of_markup(markup)[1]] == kinds


WORD = st.text(alphabet="abcé“”.,&<0", min_size=1, max_size=5)
INLINE = st.sampled_from(["b", "i", "em", "strong", "span", "a", "small", "code"])
SPACE = st.sampled_from([" ", "\n", "\r\n  ", "\t", "  "])
BLOCK = st.sampled_from(["p", "div", "li", "h2", "section", "blockquote", "article"])


@st.composite
def paragraph(draw: st.DrawFn) -> tuple[str, str]:
    """A block's markup, with inline tags in the midst of words and any white space between, and its text."""
    words = draw(st.lists(WORD, min_size=1, max_size=5))
    out = []
    for word in words:
        cut, tag = draw(st.integers(0, len(word))), draw(INLINE)
        out.append(f"{html.escape(word[:cut])}<{tag}>{html.escape(word[cut:])}</{tag}>")
    markup = draw(SPACE).join(out)
    name = draw(BLOCK)
    return f"<{name}>{markup}</{name}>", " ".join(words)


@settings(max_examples=80, deadline=None)
@given(st.lists(paragraph(), min_size=1, max_size=4), SPACE)
def test_markup_never_joins_or_cuts_words(paragraphs: list[tuple[str, str]], between: str) -> None:
    """Whatever tags stand in words and between blocks, the words and the paragraphs come out as they were."""
    text, blocks = of_markup(between.join(markup for markup, _ in paragraphs))
    assert text == "\n\n".join(words for _, words in paragraphs)
    assert [text[b.raw_start : b.raw_end] for b in blocks] == [words for _, words in paragraphs]


@settings(max_examples=80)
@given(st.lists(st.text(alphabet="ab \n", min_size=1, max_size=5), max_size=5))
def test_pieces_stand_at_their_offsets(texts: list[str]) -> None:
    """Blocks are apart by one blank line, and their offsets point at their text."""
    text, blocks = of_pieces(("paragraph", t) for t in texts)
    assert text == "\n\n".join(texts)
    assert [text[b.raw_start : b.raw_end] for b in blocks] == texts


def test_nesting_deeper_than_python_may_recurse() -> None:
    """Fifty thousand divs within each other are read."""
    assert of_markup("<div>" * 50_000 + "one")[0] == "one"


def test_words_are_no_markup() -> None:
    """A lonely tag or an arithmetic sign does not make markup of words."""
    assert looks_like_markup("<p>one</p>")
    assert not looks_like_markup("if a < b and c > d, <b>so")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>She wrote: <q>It holds.</q></p>", "She wrote: “It holds.”"),
        ("<p><q>He said <q>no</q> to me</q>, she wrote.</p>", "“He said ‘no’ to me”, she wrote."),
        ("<p><q>“It holds.”</q> she wrote.</p>", "“It holds.” she wrote."),
    ],
)
def test_quotation_elements_have_the_marks_that_browsers_show(markup: str, words: str) -> None:
    """A `q` element is read with its marks, inner ones with single marks, and none are added to marks that are there."""
    assert of_markup(markup)[0] == words
    assert with_quotation_marks(lxml_html.fromstring(markup)).text_content() == words


def test_markup_with_an_xml_declaration_is_read_without_a_warning() -> None:
    """XHTML and fragments of XML are read as HTML: no library's warning reaches a user's terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        text, _ = of_markup(
            '<?xml version="1.0" encoding="UTF-8"?>\n<!-- x --><?xml-stylesheet href="a.xsl"?><div><p>One.</p><p>Two.</p></div>'
        )
    assert text == "One.\n\nTwo."
