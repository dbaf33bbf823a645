"""Lost spaces and paragraph breaks without a wrap: what is joined, what is only suspected, what stays."""

from __future__ import annotations

import re

import pytest

from parsers.known import Vocabulary
from parsers.model import Copy, Fields, Repair
from parsers.repair import clean


def cleaned(text: str, language: str | None = "en") -> tuple[str, tuple[Repair, ...]]:
    """The body and the rows of a plain text."""
    done = clean(Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language=language), Vocabulary())
    return done.body, done.repairs


SOUND = [
    "McDonald's and eBay said that GlobeNewswire, PayPal and YouTube would sign the deal in Ganja-Karabakh on Friday.",
    "Shares of the firm (NASDAQ:AAPL) rose by 0.73% to $1.7bn at 10:45 a.m. after the U.S. Federal Reserve spoke.",
    "See https://example.com/path?x=1, www.example.org or write to desk@example.com about README.md and Node.js v2.0.1.",
    "He has a Ph.D. in economics, e.g. from the University of Baku, and wrote about COP29, G20, H1N1 and COVID-19.",
    "The ministers met in Xi'an, Côte d'Ivoire and Nagorno-Karabakh; J.K.Rowling and S.Japarov sent word to Report.Az.",
    "The #GreenEnergy hashtag and @NewsDesk were used in mid-2025 by the 78th brigade, which counted 9M-23 and Q1-24.",
    "Thereafter the shareholders, stakeholders and lawmakers nevertheless underlined the breakthrough in agritech.",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_passes_untouched(text: str) -> None:
    """Names, numbers, addresses and long words of sound English stay as they are."""
    assert cleaned(text) == (text, ())


FOREIGN = [
    (
        "de",
        "Die Bundesregierung teilte am Montag mit,dass die Verhandlungen weitergehen.Der Minister sprach von„Fortschritt“.",
    ),
    (
        "fr",
        "Le président a déclaré que l'accord serait signé.Les ministres se réuniront à Paris en mars,selon la presse.",
    ),
    ("tr", "Cumhurbaşkanı salı günü yaptığı açıklamada görüşmelerin sürdüğünü söyledi.Toplantı Ankara'da yapılacak."),
    ("az", "Nazir bildirib ki,danışıqlar davam edir.Görüş martın 3-də Bakıda keçiriləcək və sənəd imzalanacaq."),
    ("ru", "Министр сообщил,что переговоры продолжаются.Встреча пройдёт в Баку третьего марта."),
]


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_only_full_stops_are_parted_in_other_languages(language: str, text: str) -> None:
    """Without a wrap, a comma and a quotation mark stay glued in other languages than English; two sentences are parted."""
    stop = re.search(r"(?<=[^\W\d_]{4}\.)(?=[^\W\d_])", text)
    whole = f"{text[: stop.start()]}\n\n{text[stop.start() :]}" if stop else text
    for known in (language, None):
        body, rows = cleaned(text, known)
        assert body in (whole, text)
        assert [r.kind for r in rows] == ["sentence_join"] * (body == whole)
    assert cleaned(text, language)[0] == whole


GLUED = [
    (
        "The minister opened the new terminal on Tuesday.Speaking at the ceremony, he thanked the builders.",
        "The minister opened the new terminal on Tuesday.\n\nSpeaking at the ceremony, he thanked the builders.",
    ),
    (
        "The port will host COP29.Delegates from many countries are expected to arrive in the autumn.",
        "The port will host COP29.\n\nDelegates from many countries are expected to arrive in the autumn.",
    ),
    (
        "The two sides praised the“Silver Bridge” plan for the region.",
        "The two sides praised the “Silver Bridge” plan for the region.",
    ),
    (
        'The two sides praised the"Silver Bridge" plan for the region.',
        'The two sides praised the "Silver Bridge" plan for the region.',
    ),
    (
        "They spoke about trade,investment and the new railway.",
        "They spoke about trade, investment and the new railway.",
    ),
    (
        "Baku, Azerbaijan, March 3By Leyla Quliyeva - Desk: The harbour grew by a tenth.",
        "Baku, Azerbaijan, March 3\n\nBy Leyla Quliyeva - Desk: The harbour grew by a tenth.",
    ),
    (
        "Four steps should be taken first:1. Build the quay in the north of the city.2. Open the customs house to the "
        "public.3. Train the pilots.",
        "Four steps should be taken first:\n\n1. Build the quay in the north of the city.\n\n2. Open the customs house "
        "to the public.\n\n3. Train the pilots.",
    ),
]


@pytest.mark.parametrize(("damaged", "sound"), GLUED)
def test_glue_between_sentences_becomes_a_paragraph_break(damaged: str, sound: str) -> None:
    """Glued sentences, enumerators and datelines start a paragraph; a lost space before a quotation comes back."""
    assert cleaned(damaged)[0] == sound


def test_a_lone_doubtful_join_is_only_suspected() -> None:
    """One odd token in sound text is recorded, not edited."""
    text = "The founders of NewsGuardian said on Friday that the service would start in the spring of next year."
    body, rows = cleaned(text)
    assert body == text
    assert {r.kind for r in rows} <= {"suspect"}


def test_code_and_tables_stay() -> None:
    """Indented lines and columns keep their white space and their glue."""
    text = "The listing of the program is as follows for all of the readers.\n\n    foo.Bar(a,b);\n    if(x){y}\n\nport   tons   year\nBaku   1,200   2023"
    assert cleaned(text)[0] == text


def test_the_first_rows_name_their_rule() -> None:
    """Each row says which rule made it and where it stands in the body."""
    body, (row,) = cleaned("They spoke about trade,investment and the new railway.")
    assert (row.kind, row.rule, row.before, row.after) == ("word_join", "comma", "", " ")
    assert body[row.start_char] == " "
