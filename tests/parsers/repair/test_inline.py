"""Spaces lost at inline markup come back where the words say so; words that markup only decorates stay whole."""

from __future__ import annotations

import pytest

from parsers.alignment import rebuild
from parsers.formats import html
from parsers.known import Vocabulary
from parsers.model import Fields, RawDocument
from parsers.repair import Cleaned, clean

BEHIND = " The board of the harbour will meet again in June to decide about the crane and the two sheds beside it."


def cleaned(markup: str, language: str = "en") -> Cleaned:
    """The body and the rows of a paragraph of markup, from which the raw text must come back."""
    page = f"<p>{markup}{BEHIND}</p><p>{BEHIND}</p>"
    copy = html.read(
        RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="a.html", charset="utf-8"), "text/html"
    )
    done = clean(copy, Fields(in_language=language), Vocabulary())
    assert rebuild(done.body, done.repairs) == copy.text
    return done


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        ("<b>Halvorsen</b>said on Friday", "Halvorsen said on Friday"),
        ("<strong>Mira Tolk</strong>told the council", "Mira Tolk told the council"),
        ('The <a href="/x">harbour</a>was closed', "The harbour was closed"),
        ("according to<em>Halvorsen</em>", "according to Halvorsen"),
        ("The <b><i>Northstar</i></b>and two tugs", "The Northstar and two tugs"),
        ("Some <b>120</b>were hurt", "Some 120 were hurt"),
    ],
)
def test_words_glued_by_markup_are_parted(markup: str, printed: str) -> None:
    """The space is in the body and on record, with the markup as its reason."""
    done = cleaned(markup)
    assert done.body.startswith(printed)
    assert {r.rule for r in done.repairs if r.before != r.after} == {"inline_tag"}


@pytest.mark.parametrize(
    "markup",
    [
        "<b>T</b>his is",
        '<span class="drop">T</span>he harbour',
        "H<sub>2</sub>O is",
        "<i>re</i>start of",
        "<em>un</em>bookable",
        "<b>Trump</b>ism is",
        "the <a>crane</a>s of",
        "<b>Bridge</b>port is",
        "<i>i</i>Phone is",
        "<b>Spider</b>man and",
        "<em>over</em>tourism is",
        "a <b>harbour</b>like",
        "the <b>21</b>st of",
        "<b>12</b>km from",
        "<i>Titanic</i>’s crane",
        "<b>to</b>day is",
        "<b>I</b>t is",
        "Mc<b>Kay</b> is",
    ],
)
def test_words_that_markup_decorates_stay(markup: str) -> None:
    """Drop caps, emphasis on a part of a word, plurals and figures are no lost spaces."""
    assert [r for r in cleaned(markup).repairs if r.before != r.after] == []


@pytest.mark.parametrize(
    ("language", "markup", "printed"),
    [
        ("de", "Herr <b>Tolkmann</b>und seine Frau", "Herr Tolkmann und"),
        ("fr", "Madame <b>Tolkin</b>dans le port", "Madame Tolkin dans"),
    ],
)
def test_other_languages_have_it_too(language: str, markup: str, printed: str) -> None:
    """A common small word behind a name is one in other languages."""
    assert cleaned(markup, language).body.startswith(printed)


@pytest.mark.parametrize(
    ("language", "markup"),
    [
        ("de", "<b>Hafen</b>stadt ist"),
        ("de", "<b>Ver</b>ein der"),
        ("nl", "<b>Zee</b>haven van"),
        ("tr", "<b>Halvor</b>dan sonra"),
        ("fr", "<b>re</b>faire de"),
    ],
)
def test_compounds_and_endings_of_other_languages_stay(language: str, markup: str) -> None:
    """Parts of one word are no two words."""
    assert [r for r in cleaned(markup, language).repairs if r.before != r.after] == []
