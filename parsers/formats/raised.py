"""Raised characters of HTML (`sup`) and of office documents as text: powers and units in raised digits, marks of footnotes in brackets.

    10<sup>6</sup> → 10⁶     m<sup>2</sup> → m²     2024<sup>1</sup> → 2024[1]     5<sup>1</sup>/<sub>2</sub> → 5 1/2

Without its tags a raised digit joins the number before it: 10⁶ would be 106. Letters (21<sup>st</sup>) stay joined, and so
do lowered digits (CO<sub>2</sub>). What may be an hour, a price or a power alike is set apart by a space: no value is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

_SUP = re.compile(r"<sup\b([^<>]{0,300})>((?:[^<]{0,40}(?:<(?!/?su[pb]\b)[^<>]{0,300}>)?){1,8}?)</sup\s*>", re.I)
_SUP_TAG = re.compile(r"</?sup>")
_TAGS = re.compile(r"<[^<>]{0,300}>")
_BEFORE = re.compile(r"[^<>]{0,40}\Z")
_INLINE = re.compile(r"(?:</?(?:a|abbr|b|bdi|em|font|i|mark|small|span|strong|u|var)\b[^<>]{0,200}>)+", re.I)
_LINKED = re.compile(r"<a\b[^<>]*\bhref\s*=\s*[\"']?[^\"'\s>]{0,200}#", re.I)
_NOTED = re.compile(r"\b(?:reference|footnote|fnref|noteref|endnote)", re.I)

_NUMBER = re.compile(r"[+−–-]?\d{1,3}")
_MARK = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}")
_LETTER = re.compile(r"[a-z]|[ivx]{2,5}")
_IN_BRACKETS = re.compile(r"\[[^\[\]]{1,30}\]|\(\d{1,3}\)")

_TIMES_TEN = re.compile(r"[×x*·⋅]\s?10\Z")
_TEN = re.compile(r"(?<![\w.,:/$€£₼₽-])10\Z")
_POWER = re.compile(r"[−–-][1-9]\d?|[2-9]|[12]\d")
_CLOCK = re.compile(r"\b(?:at|by|until|till|from|um|bis|ab|à|vers|a las|в|во|к|до|с|saat|saatı)\s+10\Z", re.I)
"""The hour ten, of which two raised digits are the minutes: `at 10<sup>15</sup>`."""
_ATOM = re.compile(r"[A-Z][a-z]?(?![^\W\d_])")

_UNIT = re.compile(
    r"(?<![^\W\d_])(?:[ckdhnmμµ]?m|sm|dam|ft|yd|[км]м|[сдм]м|м|mètres?|metres?|meters?)\Z|/\s?(?:s|с|sec)\Z"
)
_MONEY = re.compile(r"[$€£¥₼₽₺]\s?\d[\d.,]*\s?m\Z")
_SIGN = re.compile(r"(?<![^\W_])(?:R|[xyzrcnχσπ]|mc)\Z")
_HOUR_OR_PRICE = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])\Z|[$€£¥₼₽₺]\s?\d[\d.,]*\Z")

_RAISED = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")


def with_raised(markup: str) -> str:
    """The markup without the `sup` elements whose digits would join the word or the number before them."""
    if "<sup" not in markup and "<SUP" not in markup:
        return markup
    return _SUP.sub(_as_text, markup)


def of_runs(runs: Iterable[tuple[str, bool]]) -> str:
    """The text of runs (text, whether it is raised) of a document that is not HTML, by the same rules."""
    held = list(runs)
    if not any(raised for _, raised in held):
        return "".join(text for text, _ in held)
    markup = "".join(f"<sup>{escape(text)}</sup>" if raised else escape(text) for text, raised in held)
    return unescape(_SUP_TAG.sub("", with_raised(markup.replace("</sup><sup>", ""))))


def _as_text(m: re.Match[str]) -> str:
    inside = unescape(_TAGS.sub("", m[2])).strip()
    around = m.string[max(0, m.start() - 200) : m.start()]
    before = unescape(_BEFORE.findall(_INLINE.sub("", around))[0])
    note = bool(_LINKED.search(m[2]) or _NOTED.search(m[1]) or _NOTED.search(m[2]))
    if _IN_BRACKETS.fullmatch(inside):
        return _mark(inside[1:-1])
    if note and (_MARK.fullmatch(inside) or _LETTER.fullmatch(inside)):
        return _mark(inside)
    if m.string[m.end() : m.end() + 10].lstrip().startswith(("/", "⁄", "&frasl;", "&#8260;")):
        return f" {inside}" if before[-1:].isdigit() and inside.isdecimal() else m[0]
    if not before[-1:].strip() and inside.isdecimal() and _ATOM.match(m.string, m.end()):
        return inside.translate(_RAISED)
    if _NUMBER.fullmatch(inside):
        return _number(before, inside, m[0])
    return _mark(inside) if before[-1:].isalnum() and _MARK.fullmatch(inside) else m[0]


def _number(before: str, inside: str, printed: str) -> str:
    """A raised number: a power, a square or a cube, an hour's minutes, else the mark of a footnote."""
    if _is_power(before, inside):
        return inside.translate(_RAISED)
    if not before.strip() or (before[-1:] in "(–—" and inside.isdecimal()):
        return printed  # nothing is before it that it could join: the number of a note below the text
    if not inside.isdecimal():
        return f" {inside}" if before[-1:].isdigit() else inside.translate(_RAISED)
    if len(inside) == 2 and _HOUR_OR_PRICE.search(before):
        return f" {inside}"
    return _mark(inside)


def _is_power(before: str, inside: str) -> bool:
    if _TIMES_TEN.search(before):
        return True
    if _TEN.search(before):
        return _POWER.fullmatch(inside) is not None and not (len(inside) == 2 and _CLOCK.search(before))
    if _UNIT.search(before) and not _MONEY.search(before):
        return inside in ("2", "3") or inside[0] in "-−–"
    return _SIGN.search(before) is not None and inside in ("2", "3", "4")


def _mark(inside: str) -> str:
    return f"[{inside}]"
