"""Office documents: what a reader does not see is not in the text, and raised digits join nothing."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats import docx, odt, rtf
from parsers.formats.raised import of_runs
from parsers.model import RawDocument

RTF_HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}"
SEEN = "The quay opens on Friday."

RTF_CASES = [
    (r"The quay {\deleted never }opens on Friday.", SEEN),
    (r"The quay {\deleted\revauthdel1 never {\b ever} }opens on Friday.", SEEN),
    (r"The quay \deleted never \deleted0 opens on Friday.", SEEN),
    (r"The quay {\v (check this) }opens on Friday.", SEEN),
    (r"The quay \v (check this) \plain opens on Friday.", SEEN),
    (r"The quay {\v \'e9\u8364? }opens on Friday.", SEEN),
    (r"{\*\revtbl {Unknown;}{A. Editor;}}The quay {\revised opens }on Friday.", SEEN),
    (r"It is 10{\super 6} tonnes.", "It is 10⁶ tonnes."),
    (r"It is 10\super 6\nosupersub  tonnes.", "It is 10⁶ tonnes."),
    (r"It is 10\super 6\super0  tonnes.", "It is 10⁶ tonnes."),
    (r"It is 10{\super\u8722?6} tonnes.", "It is 10⁻⁶ tonnes."),
    (r"In 2024{\super 1} it rained.", "In 2024[1] it rained."),
    (r"The 21{\super st} day of R&D <here>.", "The 21st day of R&D <here>."),
    (r"CO{\sub 2} fell.", "CO2 fell."),
]


def _raw(payload: bytes) -> RawDocument:
    return RawDocument("0" * 64, payload, "release")


@pytest.mark.parametrize(("source", "text"), RTF_CASES)
def test_rtf(source: str, text: str) -> None:
    """Deleted and hidden words of an RTF document are left out; raised digits keep apart."""
    raw = _raw((RTF_HEAD + r"\pard " + source + r"\par}").encode("latin-1"))
    assert rtf.read(raw, rtf.RTF).text == text


def test_a_hidden_paragraph_of_rtf_parts_the_others() -> None:
    """The end of a paragraph counts although its words are hidden."""
    raw = _raw((RTF_HEAD + r"One.\par{\v Two.\par}Three.\par}").encode("latin-1"))
    assert rtf.read(raw, rtf.RTF).text.split() == ["One.", "Three."]


def word_document(*runs: tuple[str, str]) -> bytes:
    """A Word document of one paragraph; each run has its text and `hidden`, `raised` or nothing."""
    document = Document()
    paragraph = document.add_paragraph()
    for text, form in runs:
        run = paragraph.add_run(text)
        run.font.hidden = True if form == "hidden" else False if form == "shown" else None
        run.font.superscript = form == "raised" or None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([("The quay ", ""), ("never ", "hidden"), ("opens on Friday.", "")], SEEN),
        ([("The quay ", ""), ("opens ", "shown"), ("on Friday.", "")], SEEN),
        ([("It is 10", ""), ("6", "raised"), (" tonnes.", "")], "It is 10⁶ tonnes."),
        ([("It is 10", ""), ("1", "raised"), ("2", "raised"), (" tonnes.", "")], "It is 10¹² tonnes."),
        ([("It is 85 m", ""), ("2", "raised"), (".", "")], "It is 85 m²."),
        ([("The 21", ""), ("st", "raised"), (" day.", "")], "The 21st day."),
    ],
)
def test_docx(runs: list[tuple[str, str]], text: str) -> None:
    """Hidden words of a Word document are left out; raised digits keep apart."""
    assert docx.read(_raw(word_document(*runs)), docx.DOCX).text == text


def open_document(body: str) -> bytes:
    """An OpenDocument text with a style that hides, one that raises and one that does neither."""
    names = " xmlns:".join(
        ("", *(f'{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "style")))
    )
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="B" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>'
    )
    content = (
        f"<office:document-content{names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), odt.ODT)
        archive.writestr("content.xml", content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:p>The quay <text:span text:style-name="H">never </text:span>opens on Friday.</text:p>', SEEN),
        (
            '<text:p>The quay <text:hidden-text text:is-hidden="true">never </text:hidden-text>opens on Friday.</text:p>',
            SEEN,
        ),
        (f'<text:p text:style-name="H">Draft.</text:p><text:p>{SEEN}</text:p>', SEEN),
        ('<text:p>It is 10<text:span text:style-name="S">6</text:span> tonnes.</text:p>', "It is 10⁶ tonnes."),
        ('<text:p>CO<text:span text:style-name="B">2</text:span> fell.</text:p>', "CO2 fell."),
    ],
)
def test_odt(body: str, text: str) -> None:
    """Hidden words of an OpenDocument text are left out; raised digits keep apart."""
    assert odt.read(_raw(open_document(body)), odt.ODT).text == text


@given(st.lists(st.text(max_size=8)))
def test_runs_without_raised_words_stay_as_they_are(texts: list[str]) -> None:
    """Nothing is changed where no run is raised."""
    assert of_runs((text, False) for text in texts) == "".join(texts)


@given(st.text(alphabet="a&<>;\"'# ltamp1", max_size=20))
def test_marks_of_html_in_a_text_are_kept(text: str) -> None:
    """A text that holds signs of HTML is given back as it is beside a raised word."""
    assert of_runs([(text, False), ("st", True)]) == text + "st"
