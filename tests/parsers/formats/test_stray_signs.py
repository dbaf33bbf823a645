"""What only looks broken: zero bytes in a text, trailers in the last line, headlines by their type alone, Korean copy."""

from __future__ import annotations

import io

import pytest

from tests.parsers.formats.test_samples import documents

COPY = (
    "The dredger Tern has cleared the mouth of the Osk, the harbour office in Lund Quay said on Thursday morning.",
    "Ships of six metres can enter again, and the two that had waited outside since Monday came in with the tide.",
    "The work took nine days, three of them lost to a storm, and cost less than the parish had put aside for it.",
)


def test_a_stray_zero_byte_does_not_make_a_text_binary() -> None:
    """It is taken out like any other control sign, and the words around it stay together."""
    text = "Dredger clears the Osk\n\n" + "\n\n".join(COPY).replace("mouth", "mou\0th")
    (article,), _ = documents("a.txt", text.encode())
    assert "mouth of the Osk" in article.article_body
    assert "\0" not in article.article_body


def test_many_zero_bytes_are_no_text() -> None:
    """Records with zero bytes in a row, or at every step, are binary."""
    for data in (("\n".join(COPY) + "\0\0" + "\n".join(COPY)).encode(), "\0".join(" ".join(COPY).split()).encode()):
        articles, faults = documents("a.bin", data)
        assert not articles
        assert faults


def test_the_trailer_of_7901_may_be_in_the_last_line() -> None:
    """The end of text is in the line of the writer's signs, and day and hour follow it."""
    message = (
        "\x01OSP0417 4 ECO 0077 /x\x02\r\nDredger clears the Osk\r\n\r\n   "
        + "\r\n   ".join(COPY)
        + "\r\n ib/nf\x03140930 GMT MAY 26\x04\r\n"
    )
    (article,), _ = documents("a.txt", message.encode())
    assert str(article.date_published) == "2026-05-14 09:30:00+00:00"


@pytest.mark.parametrize(
    ("first", "headline"),
    [("Dredger clears the Osk", "Dredger clears the Osk"), ("FOR IMMEDIATE RELEASE", None)],
)
def test_a_bold_first_line_is_the_headline_of_a_word_document(first: str, headline: str | None) -> None:
    """Where no style says what the headline is, its type does; the label of a press release is none."""
    from docx import Document

    made = Document()
    made.add_paragraph().add_run(first).bold = True
    for text in COPY:
        made.add_paragraph(text)
    held = io.BytesIO()
    made.save(held)
    (article,), _ = documents("a.docx", held.getvalue())
    assert article.headline == headline


def test_korean_copy_has_its_headline_reporter_and_day() -> None:
    """Korean sentences have half the letters of others; a comma inside a headline ends nothing."""
    text = (
        "항만청, 오스크 하구 준설 마무리\n\n김하늘 기자\n\n2026년 5월 14일\n\n"
        "룬드키 항만청은 준설선 테른이 오스크 하구를 모두 준설했다고 목요일 밝혔으며 배들은 다시 드나들 수 있게 되었다.\n\n"
        "월요일부터 바깥에서 기다리던 배 두 척은 저녁 밀물을 타고 들어왔으며 작업에는 아흐레가 걸렸다고 항만청은 덧붙였다.\n"
    )
    (article,), _ = documents("a.txt", text.encode())
    assert article.headline == "항만청, 오스크 하구 준설 마무리"
    assert article.author == ("김하늘",)
    assert str(article.date_published)[:10] == "2026-05-14"
    assert "룬드키 항만청은" in article.article_body
