"""Full stops that lost their space in other languages, parted words beside certain ones, and mail in format=flowed."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.model import Copy, Fields
from parsers.repair import Cleaned, clean


def cleaned(text: str, language: str) -> Cleaned:
    """A text in a language, repaired."""
    return clean(Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language=language), Vocabulary())


GLUED = {
    "es": "La junta del mercado aprobó anoche la compra del nuevo barco.Los vecinos esperan verlo en la bahía.El viaje dura dos horas.",
    "fr": "Le conseil a choisi hier soir le nouveau bateau de la ville.Les habitants attendent de le voir dans la baie.Le trajet est court.",
    "de": "Der Rat hat am Abend den Kauf des neuen Schiffes beschlossen.Die Leute wollen es bald in der Bucht sehen.Der Weg ist kurz.",
    "tr": "Meclis dün akşam yeni geminin alınmasına karar verdi.Herkes gemiyi yakında körfezde görmek istiyor.Yolculuk iki saat sürüyor.",
    "uk": "Рада міста вчора ввечері вирішила купити новий корабель.Люди чекають на нього в затоці.Дорога займає дві години.",
    "az": "Şura dünən axşam yeni gəminin alınması barədə qərar verdi.Hamı gəmini tezliklə görmək istəyir.Səfər iki saat çəkir.",
}


@pytest.mark.parametrize("code", sorted(GLUED))
def test_sentences_glued_at_their_stops_are_parted(code: str) -> None:
    """A full stop between two common words and two sentences gets its break back in any language."""
    assert cleaned(GLUED[code], code).body.split() == GLUED[code].replace(".", ". ").split()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Betreiber von Kran.Welt und Schiff.Org sagt, die Klasse Hafen.Kran erbe von Kran.Basis und rufe lauf.Start() auf."),
        ("tr", "Prof.Dr. Selin Kaya ile Av.Mert Demir konuştu. T.C.Devlet ve A.Ş.Liman ortak, adresi ise Liman.Com diye biliniyor."),
    ],
)  # fmt: skip
def test_names_and_short_forms_with_stops_inside_stay(code: str, text: str) -> None:
    """Hosts, programs and abbreviations are no two sentences."""
    assert cleaned(text, code).body == text


def test_words_beside_certain_ones_are_whole_again_or_in_doubt() -> None:
    """Where hyphens surely parted words, a rare whole and an unknown end are joined; two common words stay, and are marked."""
    done = cleaned("The minis- ter of trans- port said the har- bour, a well- known place, is full.", "en")
    assert done.body == "The minister of transport said the harbour, a well- known place, is full."
    assert [(r.before, r.rule) for r in done.repairs if r.kind == "suspect"] == [("well- known", "lost_hyphen")]
    german = "Die Regie- rung lässt die Fahr- rinne ver- tiefen, die Aus- baggerung beginnt im Früh- jahr."
    assert cleaned(german, "de").body == german.replace("- ", "")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Hafen- und Werftleute kennen Vor- oder Nachteile der Ein- bis Zweijahresverträge."),
        ("nl", "De in- en uitvoer, de land- en tuinbouw en de voor- of nadelen zijn bekend."),
    ],
)
def test_a_hyphen_that_waits_for_its_word_stays(code: str, text: str) -> None:
    """`Ein- bis Zwei…` is how the language writes."""
    assert cleaned(text, code).body == text


def test_line_ends_beside_parted_words_leave_and_hyphens_of_two_words_stay() -> None:
    """Of a block whose hyphens surely parted words, the other ones lose their newline, too."""
    text = "El gobier-\nno va a ahondar el canal, dijo el minis-\nterio. El acuerdo franco-\nalemán sigue, y las obras empeza-\nrán pronto."
    whole = "El gobierno va a ahondar el canal, dijo el ministerio. El acuerdo franco-alemán sigue, y las obras empezarán pronto."
    assert cleaned(text, "es").body == whole


FLOWED = (
    "The ferry will not sail on Monday because of the \nstorm, and the office will tell the travellers when \nthe next one leaves."
    "\n\nThe captain said she was sorry for it, and that she \nwould wait."
)


@pytest.mark.parametrize("mark", ["", "> "])
def test_soft_line_ends_of_a_mail_leave(mark: str) -> None:
    """A space before a newline is format=flowed: the line goes on."""
    printed = mark + FLOWED.replace("\n", "\n" + mark)
    assert cleaned(printed, "en").body == FLOWED.replace(" \n", " ")


def test_verse_with_spaces_behind_its_lines_stays_verse() -> None:
    """Lines that begin with capitals are not put together."""
    lines = ("The lamps along the quay are lit,", "The tide is at the wall,", "And those who row", "Can hear it call.")
    assert cleaned(" \n".join(lines), "en").body == "\n".join(lines)


def test_quotation_marks_of_markdown_leave() -> None:
    """Where other signs are Markdown's, `> ` before a paragraph is, too."""
    done = cleaned("## Ferry news\n\nThe **ferry** will not sail.\n\n> The captain said she was sorry.", "en")
    assert done.body == "Ferry news\n\nThe ferry will not sail.\n\nThe captain said she was sorry."
