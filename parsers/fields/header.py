"""Header lines above the body: ` date 2024-05-15 `, `Published: May 15, 2024 10:32 GMT`, a date alone on its line."""

from __future__ import annotations

import re

from parsers.fields.dates import ambiguous, parse_date
from parsers.fields.sheet import Finding, Line, after_space, mark, say
from parsers.model import Statement

_GLUED = re.compile(r"date[ \t]+(?P<day>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?=\s|\Z)")
"""The dump's own header: the word, the day, and the copy behind it on the same line."""

_LABELS: tuple[tuple[str, str], ...] = (
    ("date_modified", r"(?:last |first )?(?:updated|modified|edited)|update|last update|yenilənib|güncelle(?:me|ndi)|son güncelleme|обновлен[оа]?|изменено|aktualisiert|zuletzt aktualisiert|"
     r"geändert|stand|mis à jour|màj|modifié|actualizado|última actualización|atualizado(?: em)?|aggiornato(?: il)?|ultimo aggiornamento|bijgewerkt|laatst bijgewerkt|uppdaterad|oppdatert|opdateret|"
     r"päivitetty|zaktualizowano|aktualizacja|aktualizováno|actualizat|frissítve|ενημέρωση|оновлено|更新(?:日|时间|時間)?|수정|최종수정|تحديث|آخر تحديث|diperbarui|cập nhật|अपडेट(?:ेड)?|განახლდა|به ?روز ?رسانی|ажурирано|ažurirano|actualitzat"),
    ("date_published", r"(?:first |originally )?(?:published|posted|released|issued)|publish(?:ed)? date|publication date|date(?: published)?|pub ?date|issued|dərc edilib|tarix|yayınlan(?:ma|dı)|yayın tarihi|tarih|дата|"
     r"опубликован[оа]?|дата публикации|veröffentlicht|erschienen|erstellt|publié(?:e)?|publication|paru|publicado|publicación|fecha|publicado em|pubblicato(?: il)?|data|gepubliceerd|geplaatst|publicerad|publisert|"
     r"offentliggjort|julkaistu|opublikowano|data publikacji|publikováno|vydáno|publicat|megjelent|δημοσίευση|опубліковано|发布(?:时间|於|于)?|發布(?:時間)?|公開(?:日)?|掲載(?:日)?|投稿日|入力|입력|등록|기사입력|نشر|تاريخ النشر|diterbitkan|dipublikasikan|đăng|प्रकाशित(?: तिथि)?|გამოქვეყნდა|თარიღი|تاریخ انتشار|انتشار|نُشر|פורסם|objavljeno|објављено|datum|objavljeno|เผยแพร่|publicat el"),
)  # fmt: skip
"""What is before a date of the last change, and of publication."""

_LABELLED = re.compile(
    "(?:"
    + "|".join(rf"(?P<{field}>{words})" for field, words in _LABELS)
    + r")(?:\s+(?:on|at|am|le|el|il|em|op|den|vom|du|في|ב))?\s*[:：\-–]?\s*(?P<when>\d.*|[^\W\d_].*)",
    re.I,
)
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s*(?:[|•·]|\s/\s|\n)\s*")

LONGEST = 120


def at_front(text: str, line: Line, zone: str | None) -> Finding | None:
    """The header with which this line begins: its dates as statements, itself as residue."""
    at = line.start
    if (m := _GLUED.match(text, at)) and parse_date(m["day"], zone):
        end = after_space(text, m.end())
        said = (say("date_published", m["day"], "header", m.start("day"), m.end("day")),)
        return Finding(
            end=end,
            marks=(mark("residue", 0 if not text[:at].strip() else at, end, "date_header"),),
            statements=said,
        )
    return _line(text, line, zone)


def _line(text: str, line: Line, zone: str | None) -> Finding | None:
    """A line of nothing but dates, with or without labels."""
    printed = text[line.start : line.end]
    if is_label(printed.strip(" ()[]")):  # what was beside it was no text
        return Finding(end=line.end, marks=(mark("residue", line.start, line.end, "date_line"),))
    if len(printed) > LONGEST or not _DIGIT.search(printed):
        return None
    said: list[Statement] = []
    for part in _PARTS.split(printed):
        dates = dates_of(part, line, zone)
        if not dates:
            return None
        said += dates
    return Finding(end=line.end, marks=(mark("residue", line.start, line.end, "date_line"),), statements=tuple(said))


def dates_of(part: str, line: Line, zone: str | None) -> tuple[Statement, ...]:
    """The date that a part of a line is, as a statement; none when it is not, or is coarser than a day.

    Which of two readings is meant is decided where the outlet and the day of arrival are known.
    """
    m = _LABELLED.fullmatch(part)
    when = m["when"] if m else part
    moment = parse_date(when, zone)
    if not is_twofold(when) if moment is None else moment.precision in ("year", "month"):
        return ()
    field = "date_modified" if m and m["date_modified"] else "date_published"
    return (say(field, when, "header", line.start, line.end),)


_BY = re.compile(
    r"(?P<label>by|von|par|por|di|door|av|af|od|автор|текст|text|autor|author|auteur|yazar|müəllif|記者|作者)(?:\s*[:：]\s*|\s+)(?P<who>[^\d]{2,80})",
    re.I,
)
_BESIDE = re.compile(r"[^\d]{2,60}|\d{1,3}\s?(?:min(?:ute)?s?|мин|dk|dəq|分)\b.{0,20}", re.I)
"""What may are beside a date in its line: a name, a place, a section, the minutes that reading takes."""

_PIECES = re.compile(
    r"\s*(?:[|•·\n]|\s/\s|\s[–—]\s)\s*"
    r"|(?<=\d)(?:\s*[,،]|\s*-{1,2})?\s+(?=(?:Updated|Last updated|Modified|Aktualisiert|Mis à jour|Actualizado|Atualizado|Aggiornato|Обновлено|آخر تحديث|تحديث|Güncelleme|Yenilənib)\b)",
    re.I,
)


def said_in(printed: str) -> tuple[tuple[str, str], ...]:
    """Dates and author (field, as printed) of a line of nothing but dates, labels, bylines and the like; else none."""
    found = _said(printed)
    days = {when for field, when in found if field == "date_published"}
    return found if len(days) == 1 else ()  # two are a span of days, as of a life or an exhibition


def changed_in(printed: str) -> str | None:
    """The date of a line that says nothing but when the page was last changed, as printed."""
    found = _said(printed)
    return found[0][1] if len(found) == 1 and found[0][0] == "date_modified" else None


def _said(printed: str) -> tuple[tuple[str, str], ...]:
    """What the parts of a line say (field, as printed); none when a part is anything but dates, labels and bylines.

    `3 May 2024, updated 10:20` is the day of the change: nothing says that it is that of publication.
    """
    found: list[tuple[str, str]] = []
    bare = False
    for part in filter(None, (p.strip(" ,;·") for p in _PIECES.split(printed))):
        m = _LABELLED.fullmatch(part)
        when = m["when"] if m else part
        moment = parse_date(when)
        if moment is not None and moment.precision not in ("year", "month"):
            found.append(("date_modified" if m and m["date_modified"] else "date_published", when))
            bare = m is None
        elif m and m["date_modified"] and found and is_clock(_ZONED.sub("", when)):
            if bare and found[-1][0] == "date_published":
                found[-1] = ("date_modified", found[-1][1])
        elif by := _BY.fullmatch(part):
            found += [("author", by["who"]), ("byline", part)]
        elif not _BESIDE.fullmatch(part):
            return ()
    return tuple(found)


_ZONED = re.compile(r"\s*\([^()]{2,24}\)\Z")
"""What is in brackets behind a time of day: its zone, or the time in another one."""


_LABEL_ALONE = re.compile(
    "(?:" + "|".join(words for _, words in _LABELS) + r")(?:\s+(?:on|at|am|le|el|em|op))?\s*[:：]?", re.I
)
LABEL = re.compile(_LABEL_ALONE.pattern + r"\s+", re.I)
"""The word before a date, as `Published:`, with the white space behind it."""


def without_label(part: str) -> str:
    """What is behind `Published:` and the like; the part itself when no such label is before it."""
    m = _LABELLED.fullmatch(part)
    return str(m["when"]) if m else part


def is_date(part: str) -> bool:
    """Whether a part of a line is a date, of one reading or of two, a time of day, or the label of a date."""
    return (
        parse_date(part) is not None
        or is_twofold(part)
        or _CLOCK.fullmatch(part) is not None
        or _LABEL_ALONE.fullmatch(part) is not None
    )


_CROATIAN_OCTOBER = re.compile(r"\blistopada?\b", re.I)
"""What Polish and Czech call November."""

_SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
_DAY_FIRST = frozenset(
    "de fr es it pt nl pl ru uk be tr cs sk da no nb nn fi el ro bg hr sr bs sl mk sq ca gl vi id ms ar he az ka hy kk uz hi bn ur ta te ml mr th is et lv".split()
)
_DAY_FIRST_ENGLISH = frozenset("gb uk ie au nz in za pk ng ke sg my hk".split())
_NOT_DAY_FIRST = frozenset(("fr-ca", "es-us", "es-pr", "es-pa"))


def in_order_of(printed: str, language: str) -> str:
    """A date whose slashes can be read in two ways, with dots and the day first as the language has it.

    `language` is a tag with its country, as `en-GB`; English without one and languages of both orders say nothing.
    """
    tag = language.casefold().replace("_", "-")
    if tag[:2] == "hr":
        printed = _CROATIAN_OCTOBER.sub("oktobar", printed)
    name, _, country = tag.partition("-")
    if tag == "en-us":
        return _SLASHED.sub(r"\3.\1.\4", printed)
    if (name in _DAY_FIRST and tag not in _NOT_DAY_FIRST) or (name == "en" and country in _DAY_FIRST_ENGLISH):
        return _SLASHED.sub(r"\1.\3.\4", printed)
    return printed


def is_label(part: str) -> bool:
    """Whether a part of a line is the label of a date and nothing else."""
    return _LABEL_ALONE.fullmatch(part) is not None


def is_twofold(part: str) -> bool:
    """Whether a part of a line is one date that can be read in two ways, and not two dates."""
    return len(_YEAR.findall(part)) <= 1 and ambiguous(part)


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def is_clock(part: str) -> bool:
    """Whether a part of a line is a time of day alone."""
    return _CLOCK.fullmatch(part) is not None


def with_clock(day: str, clock: str) -> str | None:
    """A day and the time of day that is printed behind it, as one date; None when they are none."""
    moment = parse_date(day)
    both = f"{day} {clock}"
    return both if moment is not None and moment.precision == "day" and parse_date(both) else None


_CLOCK = re.compile(
    r"\d{4}(?=\s(?:GMT|UTC)\Z)(?:\s(?:GMT|UTC))?|(?:(?:at|um|à|a las|a les|às|alle|ore|kl\.?|klo|om|godz\.?|saat|в|о)\s+)?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:Uhr|uur|hs?\.?|hrs|[A-Z]{2,5}))?", re.I
)  # fmt: skip
