"""What is wrong with a settings file is said in plain words, with the line and the entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.run import retention_file
from flows.toml_files import validated
from flows.web.feeds_file import FeedsFile
from parsers.errors import UsageError

FILE = """# the desk's feeds
[[feed]]
url = "https://a.example/rss"
title = "A"

[[feed]]
title = "B [[feed]]"
url = "https://b.example/rss"
every_minutes = 30
headers = { "X-Key" = "$KEY" }
[feed.cookies]
consent = "yes"

[[rule]]
name = "no tea"
block = true
words = ["tea"]
min_words = 3
"""


def said(path: Path, text: str) -> str:
    """What is said of a feeds.toml, without the name of the file."""
    path.write_text(text)
    with pytest.raises(UsageError) as error:
        validated(path, FeedsFile)
    return str(error.value).removeprefix(str(path))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("every_minutes = 30", "every_minutes = 5", ", line 9: feed https://b.example/rss: every_minutes: write 10 or more, not 5"),
        ("every_minutes = 30", 'every_minutes = "often"', ', line 9: feed https://b.example/rss: every_minutes: write a whole number, without quotation marks, not "often"'),
        ("every_minutes = 30", "every_minutes = 99999", ", line 9: feed https://b.example/rss: every_minutes: write 43,200 or less, not 99999"),
        ("every_minutes = 30", "every_minute = 30", ", line 9: feed https://b.example/rss: every_minute: there is no such key; every_minutes is meant?"),
        ("every_minutes = 30", 'full_text = "sometimes"', ', line 9: feed https://b.example/rss: full_text: write "auto", "always" or "never", not "sometimes"'),
        ('title = "A"', "title = 4", ", line 4: feed https://a.example/rss: title: write a text in quotation marks, not 4"),
        ('title = "A"', "title = 1979-05-27", ", line 4: feed https://a.example/rss: title: write a text in quotation marks, not 1979-05-27"),
        ('url = "https://b.example/rss"', "", ", line 6: feed number 2: url: it is missing"),
        ('url = "https://b.example/rss"', 'url = "b"', ", line 8: feed b: url: 'b' is not an http or https address"),
        ('title = "A"', 'allow = ["10.0.0.0/8", 3]', ", line 4: feed https://a.example/rss: allow 2: write a text in quotation marks, not 3"),
        ('consent = "yes"', "consent = true", ", line 11: feed https://b.example/rss: cookies consent: write a text in quotation marks, not true"),
        ("block = true", "", ", line 14: rule no tea: write either keep = true or block = true"),
        ("block = true", "block = false", ", line 16: rule no tea: block: write true, not false"),
        ('words = ["tea"]', 'words = "tea"', ', line 17: rule no tea: words: write a list, such as ["one", "two"], not "tea"'),
        ('words = ["tea"]', 'languages = ["klingon"]', ", line 14: rule no tea: 'klingon' is no code of a language; take one of ISO 639, such as en, de or zh"),
        ("[[rule]]", "[[rules]]", ", line 14: rules: there is no such key; rule is meant?"),
        ("[[rule]]", "[rule]", ", line 14: rule: write [[rule]], with two brackets on each side"),
    ],
)  # fmt: skip
def test_the_line_the_entry_the_key_and_what_to_write(tmp_path: Path, before: str, after: str, words: str) -> None:
    """One line: where it is, counted as an editor counts, and what to write instead."""
    assert before in FILE
    assert said(tmp_path / "feeds.toml", FILE.replace(before, after)) == words


def test_further_errors_are_counted(tmp_path: Path) -> None:
    """The first is said, the others are counted."""
    text = FILE.replace("every_minutes = 30", "every_minutes = 5").replace('title = "A"', "title = 4")
    assert said(tmp_path / "feeds.toml", text).endswith("not 4 (1 more like this)")


def test_a_line_that_is_not_sure_is_left_out(tmp_path: Path) -> None:
    """A head inside of a text of several lines is no head, and an inline list has none."""
    text = 'feed = [{ url = "https://a.example/rss", title = 4 }]\n'
    assert said(tmp_path / "feeds.toml", text).startswith(": feed https://a.example/rss: title: ")
    text = '[[feed]]\nurl = "https://a.example/rss"\ntitle = """\n[[feed]]\n"""\n[[feed]]\nurl = "x"\n'
    assert said(tmp_path / "feeds.toml", text).startswith(": feed x: url: ")


def test_the_retention_file_says_it_likewise(tmp_path: Path) -> None:
    """Other settings files have the same words."""
    path = tmp_path / "retention.toml"
    path.write_text('[[rule]]\noutlet = "The Packet"\ndays = 0\n')
    with pytest.raises(UsageError, match="line 3: rule The Packet: days: write 1 or more, not 0"):
        retention_file.read(path)
