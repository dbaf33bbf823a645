"""What a declared charset means: labels of the web (https://encoding.spec.whatwg.org/#names-and-labels), as Python's codecs.

The Encoding Standard reads most labels as what their writers used and not as what the standards of the time say:
ISO 8859-1 is Windows-1252, Shift_JIS is code page 932, EUC-KR is 949, GB 2312 is GB 18030, TIS-620 is Windows-874. Where
it stops short of that (ISO 8859-2 is not 1250 there), `SIBLINGS` names the code page that a file with bytes 80 to 9F means.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

MEANT: dict[str, tuple[str, ...]] = {
    "ascii": ("cp1252",), "iso8859-1": ("cp1252",), "iso8859-9": ("cp1254",), "iso8859-11": ("cp874",), "tis-620": ("cp874",), "tis_620": ("cp874",),
    "shift_jis": ("cp932", "shift_jis_2004"), "shift_jisx0213": ("shift_jisx0213", "cp932"), "cp932": ("cp932", "shift_jis_2004"),
    "euc_jp": ("euc_jp", "euc_jis_2004"), "iso2022_jp": ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004"),
    "euc_kr": ("cp949",), "cp949": ("cp949",), "johab": ("johab",), "gb2312": ("gb18030",), "gbk": ("gb18030",), "gb18030": ("gb18030",),
    "big5": ("big5hkscs", "cp950"), "big5hkscs": ("big5hkscs", "cp950"), "cp950": ("cp950", "big5hkscs"), "iso8859-8": ("iso8859-8", "cp1255"),
}  # fmt: skip
"""Python's name of a declared codec, to the codecs it means, tried in turn; one that is not named means itself."""

SIBLINGS: dict[str, str] = {
    "iso8859-2": "cp1250", "iso8859-4": "cp1257", "iso8859-7": "cp1253", "iso8859-8": "cp1255", "iso8859-13": "cp1257", "iso8859-15": "cp1252",
    "iso8859-3": "cp1254", "iso8859-10": "cp1257", "iso8859-16": "cp1250", "iso8859-6": "cp1256", "iso8859-5": "cp1251",
}  # fmt: skip
"""The Windows code page for the same languages: bytes 80 to 9F are letters and quotation marks there, and controls here."""

ALIASES: dict[str, str] = {
    "ansi": "cp1252", "x-ansi": "cp1252", "latin1": "cp1252", "western": "cp1252", "x-sjis": "shift_jis", "x-x-big5": "big5", "cn-big5": "big5", "x-gbk": "gbk",
    "chinese": "gbk", "csgb2312": "gbk", "x-euc-jp": "euc_jp", "x-euc-kr": "euc_kr", "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc5601": "cp949",
    "ksc_5601": "cp949", "korean": "cp949", "csksc56011987": "cp949", "uhc": "cp949", "ms_kanji": "cp932", "csshiftjis": "cp932", "windows-31j": "cp932", "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-ukrainian": "mac_cyrillic", "x-mac-roman": "mac_roman", "macintosh": "mac_roman", "mac": "mac_roman", "csmacintosh": "mac_roman", "dos-874": "cp874",
    "iso-8859-8-i": "iso8859-8", "iso-8859-8-e": "iso8859-8", "logical": "iso8859-8", "visual": "iso8859-8", "csiso88598i": "iso8859-8", "koi": "koi8_r", "koi8": "koi8_r", "koi8-ru": "koi8_u",
    "ibm866": "cp866", "csibm866": "cp866", "dos-866": "cp866", "x-cp866": "cp866", "unicode-1-1-utf-8": "utf-8", "utf8mb4": "utf-8", "x-unicode20utf8": "utf-8", "unicode11utf8": "utf-8",
    "x-mac-ce": "mac_latin2", "x-mac-greek": "mac_greek", "x-mac-turkish": "mac_turkish",
}  # fmt: skip
"""Labels that Python does not know, or knows as something else."""

_WINDOWS = re.compile(r"(?:x-)?(?:win(?:dows)?|cp|ms|code\s?page)[-_ ]?(125[0-8]|874|932|936|949|950|866|1361)")
_ISO = re.compile(r"(?:x-)?(?:cs)?(?:iso)[-_ ]?8859[-_ ]?(\d{1,2})(?::\d{4})?")
_NOT_TEXT = frozenset(("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7", "oem", "mbcs"))
_EDGES = " \t\r\n\"';,"

WIDE = ("utf-16", "utf-32")
"""Codecs whose declaration in ASCII letters proves itself wrong."""


@lru_cache(maxsize=256)
def codecs_of(label: str | None) -> tuple[str, ...]:
    """Python's codecs for a charset label, in the order in which they are tried; none for an unknown label."""
    if not label or len(label) > 60:
        return ()
    name = label.strip(_EDGES).casefold()
    if m := _WINDOWS.fullmatch(name):
        name = f"cp{m[1]}" if m[1] != "936" else "gbk"
    elif m := _ISO.fullmatch(name):
        name = f"iso8859-{m[1]}"
    try:
        info = codecs.lookup(ALIASES.get(name, name))
    except (LookupError, ValueError):  # no such encoding; no such name
        return ()
    if info.name in _NOT_TEXT or not getattr(info, "_is_text_encoding", True):
        return ()
    return MEANT.get(info.name, (info.name,))
