"""Corrections, updates and remarks of the editors above and below a story are its editor's note."""

from __future__ import annotations

import time

import pytest

from parsers.fields import known_outlets, read
from parsers.formats.html import read as read_html
from parsers.model import RawDocument
from parsers.sniff import HTML
from tests.parsers.fields.test_fields import BODY, fields_of

STORY = [
    BODY,
    "The works will begin in spring and cost about ninety million manat, a third of it lent by a bank.",
    "Fishermen asked for a second crane beside the ice house, and the board promised to look at it.",
]
TITLE = "Harbour board lengthens quay"

NOTES = [
    "Correction: An earlier version of this article misstated the length of the quay.",
    "CORRECTION: An earlier version of this article misstated the length of the quay.",
    "Corrections: This story has been corrected to show that the crane is new.",
    "Correction (May 4): The board has nine members, not eight.",
    "Correction, May 4, 2024: The board has nine members, not eight.",
    "Correction appended: The board has nine members, not eight.",
    "*Correction: The board has nine members, not eight.*",
    "(Correction: The board has nine members, not eight.)",
    "[Correction: The board has nine members, not eight.]",
    "Editor's note: This story was first published in March.",
    "Editor’s Note — This story was first published in March.",
    "Editors' note: The name of a witness was changed at her request.",
    "Clarification: This article has been updated to make clear that the loan is not yet signed.",
    "Clarification (5 May 2024): The loan is not yet signed.",
    "This article has been updated to include a comment of the board.",
    "This story has been updated with a comment of the board.",
    "This article was amended on 4 May 2024 to correct the length of the quay.",
    "This article was updated on May 4 to reflect the vote of the board.",
    "This story has been corrected to say that the crane is new.",
    "An earlier version of this article misstated the length of the quay.",
    "A previous version of this story said that the quay was closed. It is open.",
    "Update (May 4): The board has confirmed the vote.",
    "UPDATE, May 4: The board has confirmed the vote.",
    "Updated (4 May 2024): The board has confirmed the vote.",
    "Korrektur: In einer früheren Version dieses Artikels stand eine falsche Länge des Kais.",
    "Anmerkung der Redaktion: In einer früheren Version hieß es, der Kai sei geschlossen.",
    "Anm. d. Red.: Der Name der Zeugin wurde geändert.",
    "Hinweis der Redaktion: Der Text wurde um eine Stellungnahme ergänzt.",
    "Correction : une version précédente de cet article donnait une longueur fausse.",
    "Note de la rédaction : cet article a été mis à jour.",
    "Corrección: una versión anterior de este artículo daba otra longitud del muelle.",
    "Nota de la redacción: este artículo ha sido actualizado.",
    "Nota del editor: este artículo ha sido actualizado.",
    "Исправление: в предыдущей версии статьи была неверно указана длина причала.",
    "Примечание редакции: имя свидетеля изменено.",
    "От редакции: имя свидетеля изменено.",
    "Düzeltme: Haberin önceki sürümünde rıhtımın uzunluğu yanlış verilmişti.",
    "Editörün notu: Tanığın adı değiştirildi.",
    "Düzəliş: Məqalənin əvvəlki variantında körpünün uzunluğu səhv göstərilmişdi.",
    "Redaksiyadan: Şahidin adı dəyişdirilib.",
    "Redaksiyanın qeydi: Şahidin adı dəyişdirilib.",
    "Update: This story has been updated with the vote of the board.",
    "Update at 10:30 on May 4: The board has confirmed the vote.",
    "Corrections and clarifications: An earlier version of this article misspelled the name of the harbour master.",
    "Dieser Beitrag wurde am 4. Mai 2024 aktualisiert.",
    "Cet article a été mis à jour le 4 mai.",
    "Este artículo ha sido actualizado con la respuesta del puerto.",
    "Статья обновлена 4 мая.",
    "Bu haber güncellenmiştir.",
    "Bu məqalənin əvvəlki variantında ad səhv yazılmışdı.",
    "Mise à jour (4 mai 2024) : le conseil a confirmé le vote.",
    "Обновлено (4 мая): совет подтвердил решение.",
]

STORIES = [
    "The correction: prices fell by a tenth before the close.",
    "Correction in the market: shares fell by a tenth on Tuesday.",
    "Correction: the index has fallen by a tenth since May.",
    "Correction: a fall of ten percent or more from a peak.",
    "Correction of the river bed will cost nine million manat, the board said.",
    "Korrektur: Der Index hat seit Mai ein Zehntel verloren.",
    "Düzeltme: Endeks mayıstan bu yana onda bir geriledi.",
    "Update: prices of fish are up.",
    "Update on the quay: works begin in spring, the board said.",
    "Updated figures are due on May 4: the board will meet then.",
    "This article of the treaty has been updated to include fish.",
    "This article was amended in 1998 to include fish, and the ministers want to amend it again.",
    "An earlier version of the report said that the quay was safe.",
]


def _note(paragraphs: list[str]) -> str | None:
    return fields_of("\n\n".join([TITLE, *paragraphs]), ("headline", TITLE, "json-ld")).editor_note


@pytest.mark.parametrize("note", NOTES)
def test_a_note_above_or_below_the_story_is_taken(note: str) -> None:
    """A note of the newsroom is taken above and below the story, in every language, and never inside it."""
    printed = note.strip("[]()*_")
    assert _note([note, *STORY]) == printed
    assert _note([*STORY, note]) == printed
    assert _note([*STORY[:1], note, *STORY[1:]]) is None


@pytest.mark.parametrize("paragraph", STORIES)
def test_a_paragraph_of_the_story_is_no_note(paragraph: str) -> None:
    """What only begins with such a word stays a paragraph of the story, first or last."""
    assert _note([paragraph, *STORY]) is None
    assert _note([*STORY, paragraph]) is None


def test_wrapped_notes_are_taken_whole() -> None:
    """In copy with hard line ends a note is all of its lines."""
    wrapped = "Correction: An earlier version of this article\nmisstated the length of the quay. It is ninety\nmetres."
    whole = " ".join(wrapped.split())
    assert _note([wrapped, *STORY]) == whole
    assert _note([*STORY, wrapped]) == whole


def test_a_headline_of_a_correction_stays_the_headline() -> None:
    """A first line without the end of a sentence is a headline, not a note."""
    fields = fields_of("\n\n".join(["Correction (May 4): Harbour story", *STORY]))
    assert (fields.headline, fields.editor_note) == ("Correction (May 4): Harbour story", None)


@pytest.mark.parametrize(
    "tags", [("<p><em>", "</em></p>"), ("<p><strong>", "</p>"), ('<div class="note"><i>', "</i></div>")]
)
@pytest.mark.parametrize("first", [True, False])
def test_notes_of_pages_are_taken(tags: tuple[str, str], first: bool) -> None:
    """A page's note is taken, in italics or not."""
    note = "This article has been updated to include a comment of the harbour board."
    story = "".join(f"<p>{p}</p>" for p in STORY)
    set_ = note.join(tags).replace("This article", "This article</strong>") if "strong" in tags[0] else note.join(tags)
    body = f"<h1>{TITLE}</h1>" + (set_ + story if first else story + set_)
    page = f"<!doctype html><html><body><article>{body}</article></body></html>".encode()
    copy = read_html(RawDocument(raw_document_id="x", payload=page, source_uri="p.html", source_kind="page"), HTML)
    assert read(copy, known_outlets()).editor_note == note


def test_the_time_is_bounded() -> None:
    """Long lines and many lines that look like notes cost a bounded look each."""
    start = time.process_time()
    for text in ("Update, May 4, " * 5_000, "Correction, May 4\n" * 5_000, "This article was updated on " * 5_000):
        fields_of(text)
    assert time.process_time() - start < 20
