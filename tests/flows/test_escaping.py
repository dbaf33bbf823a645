"""Text of documents made visible for terminals, and literal in Markdown and JSON."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from flows.escaping import in_json, markdown, visible

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("\x1b\x9b\x07\r\n\t\u202e\u2066\u200b\u200d\u00ad'=-*_[]()<>|`#!&\\"))
)
PAGE = MarkdownIt("commonmark").enable("table").enable("strikethrough")
NOT_SENT = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jcleared", "\\u001b[2Jcleared"),
        ("\x1b]0;title\x07", "\\u001b]0;title\\u0007"),
        ("\x1b]8;;http://evil.example\x1b\\link", "\\u001b]8;;http://evil.example\\u001b\\link"),
        ("\x9b31mred", "\\u009b31mred"),
        ("a\rb\x08c\x7f", "a\\u000db\\u0008c\\u007f"),
        ("gpj.\u202eexe", "gpj.\\u202eexe"),
        ("\u2066\u2067\u2068\u2069\u061c", "\\u2066\\u2067\\u2068\\u2069\\u061c"),
        ("pass\u200bword\ufeff\u2060\u00ad", "pass\\u200bword\\ufeff\\u2060\\u00ad"),
        ("\U000e0041\u3164\u115f", "\\U000e0041\\u3164\\u115f"),
        ("lines\nand\ttabs", "lines\nand\ttabs"),
        ("plain – “curly” Ümläut 北京", "plain – “curly” Ümläut 北京"),
        ("12\xa0000\u202fkm", "12\xa0000\u202fkm"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_shown(text: str, shown: str) -> None:
    """Controls, direction signs and invisible signs are written as codes; words, lines and spaces stay."""
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "👩‍👩‍👧", "❤️‍🔥", "🏳️‍🌈"])
def test_joiners_stay_where_a_script_or_an_emoji_needs_them(text: str) -> None:
    """Persian, Hindi and families are printed as they are."""
    assert visible(text) == text


@pytest.mark.parametrize("text", ["pass\u200dword", "\u200d", "a\u200c", "1\u200d2"])
def test_joiners_elsewhere_are_shown(text: str) -> None:
    """Between letters that do not join they only hide."""
    assert "\\u200" in visible(text)


@given(TEXTS)
def test_nothing_but_letters_lines_and_joiners_is_sent(text: str) -> None:
    """Whatever the text, no control, no direction sign, no line separator comes out; twice is as once."""
    said = visible(text)
    assert {unicodedata.category(c) for c in said if c not in "\n\t\u200c\u200d"} & NOT_SENT == set()
    assert visible(said) == said


@given(TEXTS)
def test_json_keeps_the_exact_text(text: str) -> None:
    """What reads the data gets what was written."""
    assert json.loads(in_json(json.dumps(text, ensure_ascii=False))) == text


HOSTILE = (
    "![pixel](https://evil.example/a.png)", "[click](javascript:alert(1))", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>",
    "a | b | c", "`code` **bold** __bold__ *it* _it_ ~~gone~~", "# heading", "- item", "+ item", "1. item", "2) item", "> quote", "---", "===",
    "<https://evil.example>", "[ref]: https://evil.example", "&lt;b&gt; &#x41;", "\\*", "a\nb\n\n# c", "    code", "\t code", "[^1]",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("around", ["{}", "- {}", "| {} | b |"])
def test_no_markup_comes_out_of_a_text(text: str, around: str) -> None:
    """No link, image, HTML, heading, list, code or other cell is made, and the words are all there."""
    page = around.format(markdown(text))
    if around.startswith("|"):
        page = f"| one | two |\n|---|---|\n{page}"
    made = [inner for token in PAGE.parse(page) for inner in (token.children or [token])]
    kinds = {token.type for token in made}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "heading_open", "code_inline", "code_block", "em_open", "strong_open", "s_open", "hr", "ordered_list_open", "blockquote_open"}  # fmt: skip
    assert ("bullet_list_open" in kinds) == around.startswith("-")
    assert sum(token.type == "td_open" for token in PAGE.parse(page)) == (2 if around.startswith("|") else 0)
    said = "".join(token.content for token in made if token.type in ("text", "text_special"))
    assert " ".join(text.split()) in said


@given(TEXTS.filter(str.strip))
@example("1.")
@example("* x")
def test_markdown_shows_the_text_as_it_is(text: str) -> None:
    """A reader of the page sees the words of the document, with what is invisible shown."""
    tokens = PAGE.parse(f"x {markdown(text)}")
    said = "".join(child.content for token in tokens for child in token.children or ())
    assert said == f"x {visible(' '.join(text.split()), keep='')}"


@pytest.mark.parametrize(
    "text", ["www.evil.example", "WWW.evil.example", "https://evil.example", "mailto:a@evil.example", "a@evil.example"]
)
def test_addresses_are_no_links_of_their_own(text: str) -> None:
    """Renderers that link bare addresses find none: the signs they look for are escaped."""
    assert markdown(text).replace("\\", "") == text
    assert not any(sign in markdown(text).lower() for sign in ("www.e", "s://", "o:a", "a@e"))
