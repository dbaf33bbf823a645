"""Bytes to text, and mojibake back to what it was."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.alignment import rebuild
from parsers.charset import decode, mend, whole
from parsers.errors import Rejected

FRENCH = "Le port a été rouvert lundi, selon le préfet : « C’était prévu depuis un an. »"
TURKISH = "Liman pazartesi günü açıldı, yetkililer söyledi. İş dünyası şaşkın değil."
RUSSIAN = "Порт Ларкхейвена открылся в понедельник, сообщили в управлении. Работы шли два года."
POLISH = "Władze otworzyły port w poniedziałek, żeby ułatwić dostęp do źródeł wody pitnej."
ARABIC = "أعلنت سلطة الميناء أن الرصيف الجديد سيفتح في مايو بعد عامين من العمل."
CZECH = "Přístav byl otevřen v pondělí, řekl úřad. Dělníci si stěžují na těžké podmínky."


@pytest.mark.parametrize(
    ("text", "charset"),
    [(FRENCH, "cp1252"), (TURKISH, "cp1254"), (RUSSIAN, "cp1251"), (POLISH, "cp1250"), (CZECH, "cp1250"), (RUSSIAN, "utf-16-le"), (ARABIC, "iso8859_6"),
     (FRENCH, "utf-16-be"), (RUSSIAN, "utf-8")],
)  # fmt: skip
def test_undeclared_encodings_are_recognised(text: str, charset: str) -> None:
    """The text comes out as it was written, and the encoding is named."""
    decoded = decode(text.encode(charset), None, "a.txt")
    assert (decoded.text, decoded.charset) == (text, charset)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_beats_what_is_declared(encoding: str) -> None:
    """The mark decides, and does not stand in the text."""
    assert decode(FRENCH.encode(encoding), "windows-1251", "a.txt").text == FRENCH


@pytest.mark.parametrize(
    ("declared", "charset"), [("windows-1251", "cp1251"), (" 'KOI8-R' ", "koi8-r"), ("ISO-8859-5", "iso8859-5")]
)
def test_what_is_declared_is_believed(declared: str, charset: str) -> None:
    """Where the bytes are no UTF-8, the declared encoding is taken, however it is written."""
    decoded = decode(RUSSIAN.encode(charset), declared, "a.txt")
    assert (decoded.text, decoded.charset) == (RUSSIAN, charset)


def test_valid_utf8_beats_what_is_declared() -> None:
    """Declarations are often copied from a template; a long valid UTF-8 sequence is hardly ever chance."""
    assert decode(RUSSIAN.encode(), "windows-1251", "a.txt").charset == "utf-8"


def test_latin_1_is_read_as_browsers_read_it() -> None:
    """Curly quotes of Windows-1252 survive a declaration of ISO 8859-1."""
    assert decode("“Port”, dit le préfet".encode("cp1252"), "iso-8859-1", "a").text == "“Port”, dit le préfet"


@pytest.mark.parametrize(
    "declared", ["", "no-such-charset", "undefined", "hex", "rot13", "idna", "a\0b", "日本", "x" * 5000]
)
def test_a_senseless_declaration_does_no_harm(declared: str) -> None:
    """Names of no encoding, and codecs that are none of text, are passed over."""
    assert decode(FRENCH.encode("cp1252"), declared, "a.txt").text == FRENCH


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    """UTF-8 with a broken character stays UTF-8, and the lost byte is shown and recorded."""
    payload = RUSSIAN.encode() + b" \xff " + FRENCH.encode()
    decoded = decode(payload, None, "a.txt")
    assert (decoded.text, decoded.charset) == (f"{RUSSIAN} \ufffd {FRENCH}", "utf-8")
    text, (lost,) = mend(decoded.text)
    assert text == decoded.text
    assert (lost.rule, lost.before, lost.after) == ("undecodable_byte", "\ufffd", "\ufffd")


def test_lines_end_in_one_way() -> None:
    """The line ends of Windows and of old Macintoshes become newlines."""
    assert decode(b"one\r\ntwo\rthree\n", None, "a.txt").text == "one\ntwo\nthree\n"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=120), st.sampled_from([None, "utf-16", "windows-1251", "big5", "undefined"]))
def test_any_bytes_are_text_or_rejected_by_name(payload: bytes, declared: str | None) -> None:
    """Decoding gives text without carriage returns, or says `undecodable`."""
    try:
        text = decode(payload, declared, "a.txt").text
    except Rejected as error:
        reason = error.reason
    else:
        reason = "" if "\r" not in text else "carriage returns"
    assert reason in ("", "undecodable")


PORTUGUESE = "A eleição será em São Paulo; não há previsão de mudanças na votação, disse a câmara."
GERMAN = "Bürger wählen in Köln: Das große Fest fällt aus, heißt es im Rathaus."
GREEK = "Το λιμάνι ανοίγει την Τρίτη – “χωρίς άλλη καθυστέρηση”. Άλλα έργα ακολουθούν."
THAI = "การท่าเรือแถลงว่าจะเริ่มก่อสร้าง “อย่างแน่นอน” ก่อนสิ้นปี"
JAPANESE = "港湾局は①段階の工事を始めると発表した。髙橋課長は「住民の声を聞く」と話した。"
KOREAN = "항만청은 화요일 공사를 시작한다고 밝혔다. 똠방각하"
CHINESE = "港務局週二表示，新碼頭將在夏季動工，佢哋嘅費用為四千萬歐元。"


@pytest.mark.parametrize(
    ("text", "declared", "codec"),
    [
        (JAPANESE, "Shift_JIS", "cp932"), (JAPANESE, "x-sjis", "cp932"), (JAPANESE, "windows-31j", "cp932"), (JAPANESE.replace("髙", "高"), "EUC-JP", "euc_jis_2004"),
        (JAPANESE.replace("髙", "高"), "iso-2022-jp", "iso2022_jp_2004"), (KOREAN, "EUC-KR", "cp949"), (KOREAN, "ks_c_5601-1987", "cp949"), (CHINESE, "big5", "big5hkscs"),
        (CHINESE, "Big5-HKSCS", "big5hkscs"), (CHINESE, "gb2312", "gb18030"), (THAI, "TIS-620", "cp874"), (THAI, "iso-8859-11", "cp874"), (GREEK, "iso-8859-7", "cp1253"),
        (GREEK, "ISO8859-7", "cp1253"), (POLISH + " – „tak”", "iso-8859-2", "cp1250"), (POLISH, "ISO-8859-2", "cp1250"), (POLISH, "iso-8859-2", "iso8859-2"),
        (CZECH, "latin2", "cp1250"), (RUSSIAN, "x-cp1251", "cp1251"), (RUSSIAN, "windows1251", "cp1251"), (RUSSIAN, "x-mac-cyrillic", "mac_cyrillic"), (TURKISH, "iso-8859-9", "cp1254"),
        (FRENCH, "x-mac-roman", "mac_roman"), (FRENCH, "ansi", "cp1252"),
    ],
)  # fmt: skip
def test_labels_mean_what_the_web_means_by_them(text: str, declared: str, codec: str) -> None:
    """A label is read as the code page that its writers used, with the letters that the standard's own table lacks."""
    assert decode(text.encode(codec), declared, "a.html").text == text


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "us-ascii", "shift_jis", "gbk"])
def test_utf8_under_another_label_is_utf8(declared: str) -> None:
    """Three runs of valid UTF-8 are no accident, whatever is declared; of a single-byte charset one is enough."""
    assert decode(PORTUGUESE.encode(), declared, "a.html").charset == "utf-8"
    assert decode("Zürich".encode(), "iso-8859-1", "a.html").text == "Zürich"


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp850", "cp437"])
@pytest.mark.parametrize("text", [PORTUGUESE, GERMAN, FRENCH.replace("’", "'")])
def test_undeclared_latin_text_is_told_by_where_its_letters_are(text: str, codec: str) -> None:
    """Windows, Macintosh and DOS wrote the same letters as different bytes; the one that gives words is taken."""
    kept = text.encode(codec, "ignore").decode(codec)
    assert decode(text.encode(codec, "ignore"), None, "a.txt").text == kept


TURKISH = "İlçe meclisi salı günü yeni iskele planını onayladı ve çalışmaların gelecek yıl başlayacağını açıkladı. Bu, kıyı için iyi bir haber."
ICELANDIC = "Bæjarráð Þorlákshafnar samþykkti nýja bryggju á þriðjudag og það verður byrjað á henni í haust, sagði Guðrún, ef veður leyfir."


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "latin1", None])
def test_turkish_under_a_western_label_is_turkish(declared: str | None) -> None:
    """Its own letters and words speak for Windows-1254; Icelandic has the letters that these bytes are in Windows-1252."""
    assert decode(TURKISH.encode("cp1254"), declared, "a.txt").text == TURKISH
    assert decode(ICELANDIC.encode("cp1252"), declared, "a.txt").text == ICELANDIC


def test_utf_7_is_read_only_where_it_is_declared() -> None:
    """A label that web browsers do not know any more still says what the letters of old mail are."""
    text = "Die Stadt Öhringen plant – so der Rat – eine „neue“ Brücke."
    assert decode(text.encode("utf-7"), "utf-7", "a.eml").text == text
    assert decode(b"1 +AOk- 2 and a+b", None, "a.txt").text == "1 +AOk- 2 and a+b"
    assert decode(b"a+b and c++", "utf-7", "a.txt").text == "a+b and c++"


def test_the_exact_one_of_a_label_s_meanings_is_taken() -> None:
    """EUC-JP with letters of later standards decodes as the codec that has them, and loses none."""
    text = "知事は①番の案と②番の案を会見で示した。" * 3
    assert decode(text.encode("euc_jis_2004"), "euc-jp", "a.html").text == text


@pytest.mark.parametrize("codec", ["cp1251", "koi8_r", "cp866", "mac_cyrillic"])
def test_undeclared_cyrillic_text_is_told_by_its_letters(codec: str) -> None:
    """The same for Russian."""
    assert decode(RUSSIAN.encode(codec), None, "a.txt").text == RUSSIAN


def test_a_refusal_names_the_declared_charset() -> None:
    """Bytes that are no text in any charset are refused, and the sentence says what was declared."""
    with pytest.raises(Rejected) as refused:
        decode(b"\x81\x00\xfd\xfe\xff\xa0\x80" * 20, "Shift_JIS", "a.txt")
    assert "declared as Shift_JIS and is not that" in refused.value.detail


MOJIBAKE = {
    "it was a “good day” for all": "it was a â€œgood dayâ€\x9d for all",
    "the mayor’s house": "the mayorâ€™s house",
    "the café was full – again": "the cafÃ© was full â€“ again",
}


@pytest.mark.parametrize("text", MOJIBAKE)
def test_certain_mojibake_is_mended(text: str) -> None:
    """Each mended run is a row of its own, and the rows give the text back as it came."""
    came = MOJIBAKE[text]
    mended, rows = mend(came)
    assert mended == text
    assert {r.rule for r in rows} == {"mojibake"}
    assert rebuild(mended, rows) == came
    assert all(came[r.raw_start : r.raw_end] == r.before for r in rows)
    assert all(mended[r.start_char :][: len(r.after)] == r.after for r in rows)


@pytest.mark.parametrize(
    "text", [FRENCH, TURKISH, RUSSIAN, POLISH, CZECH, "plain words", "50 € — “so”", "naïve façade"]
)
def test_good_text_is_left_alone(text: str) -> None:
    """Nothing that was written so on purpose is mended."""
    assert mend(text) == (text, ())


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aâ€œ™“”Ãé©\x9d \ufffdц", max_size=30))
def test_mending_can_be_undone(text: str) -> None:
    """Whatever is mended, the rows rebuild what came; mending again changes nothing but what is newly certain."""
    mended, rows = mend(text)
    assert rebuild(mended, rows) == text
    assert len(mended) <= len(text)


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    """Text that no encoding can hold is made whole, character for character."""
    assert whole("a\ud800b\udfff") == "a\ufffdb\ufffd"
    assert whole("😀 é") == "😀 é"


SEA = "灯台守の手紙①が見つかり、髙橋さんの孫が市の図書館に寄付した。手紙は百年前の嵐のことを書いている。"


@pytest.mark.parametrize("codec", ["cp932", "euc_jis_2004"])
@pytest.mark.parametrize("around", ["{}", "<html><head><title>{0}</title></head><body><p>{0}</p></body></html>"])
def test_undeclared_japanese_is_not_chinese(codec: str, around: str) -> None:
    """The same bytes are rare Chinese signs: text with hiragana is Japanese, be it with signs of its makers."""
    text = around.format(SEA if codec == "cp932" else SEA.replace("①", "").replace("髙", "高"))
    assert decode(text.encode(codec), None, "x.html").text == text


@pytest.mark.parametrize(
    "text",
    [
        "港务局星期二表示，新防波堤的工程将在夏天结束之前开始，居民要求召开公开会议。",
        "항만청은 화요일 새로운 방파제 공사가 여름이 끝나기 전에 시작될 것이라고 밝혔다.",
    ],
)
def test_undeclared_chinese_and_korean_are_not_japanese(text: str) -> None:
    """Text without hiragana stays what it was."""
    assert decode(text.encode("gb18030" if text[0] == "港" else "cp949"), None, "x.txt").text == text


def test_vietnamese_of_windows_has_its_tones_on_its_letters() -> None:
    """Windows-1258 writes tones behind the letters: they are one character with them, as words are searched for."""
    text = "Cảng bắt đầu xây dựng đập chắn sóng"
    parted = "".join(
        unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", sign) if c not in TONES))
        + "".join(c for c in unicodedata.normalize("NFD", sign) if c in TONES)
        for sign in text
    )
    assert decode(parted.encode("cp1258"), "windows-1258", "x.html").text == text


TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Marks that Windows-1258 keeps apart."""


def test_small_letters_where_quotation_marks_belong_are_no_macintosh_text() -> None:
    """A curly quotation mark of Windows is an accented letter of the Macintosh: at the head of a capitalised word it is none."""
    text = "Überschrift;Text\n“We waited,” she said. “Then we left.”\n"
    assert decode(text.encode("cp1252"), None, "a.csv").charset == "cp1252"
