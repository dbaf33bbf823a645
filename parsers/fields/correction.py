"""Notes that a newsroom puts above or below its story: corrections, clarifications, updates, remarks of the editors.

    Correction: An earlier version of this article …      Anmerkung der Redaktion: …      This story has been updated to …

Each is a paragraph of its own. A label that stories use too ("Correction:", "Update:") needs a date, or words of an error or
of the article itself behind it: a correction in a market is no note.
"""

from __future__ import annotations

import re

from parsers.fields.sheet import Finding, Line, line_end, mark, say

LONGEST = 900
"""Characters: a paragraph longer than this holds more than the note."""

MOST_LINES = 10
"""Lines of a note that is wrapped."""

_EDITORS = (
    r"Anm(?:erkung|\.)\s*d(?:er|\.)\s*Red(?:aktion|\.)|Hinweis\s+der\s+Redaktion|Redaktioneller\s+Hinweis"
    r"|Note\s+de\s+(?:la\s+(?:rédaction|redaction)|l[’']éditeur)|N\.?D\.?L\.?R\.?|Nota\s+(?:de\s+la\s+redacción|del?\s+(?:editor|la\s+editora))|N\.\s*de\s+la\s+R\."
    r"|Примечание\s+(?:редакции|редактора)|От\s+редакции|Прим\.\s*ред\.|Editör(?:ün|ün\s+bir)?\s+notu|Editörden|Yayın\s+kurulunun\s+notu"
    r"|Redaksiya(?:nın\s+qeydi|dan|\s+qeydi)|Redaktorun\s+qeydi|Редаксийадан"
)
"""Labels that only the editors use."""

_CORRECTIONS = (
    r"Corrections?(?:\s+(?:appended|and\s+clarifications?))?|Corrected|Clarifications?|Errat(?:um|a)|Korrektur(?:hinweis)?|Berichtigung|Richtigstellung|Klarstellung"
    r"|Rectificati(?:f|on)|Précision|Erratum|Corrección|Correcciones|Rectificación|Aclaración|Fe\s+de\s+erratas"
    r"|Исправлени[ея]|Поправка|Уточнение|Düzeltme(?:\s+notu)?|Tekzip|Düzəliş|Dəqiqləşdirmə"
)
_UPDATES = r"Updated?|Aktualisier(?:t|ung)|Mise\s+à\s+jour|Actuali[sz]ación|Actualizado|Обновление|Обновлено|Güncelleme|Yenilənmə|Yeniləndi"

_MONTHS = (
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|fév|avr|juin|juil|août|déc|ene|abr|ago|dic|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
    r"|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|yan|fev|iyu|avq|sen|noy|dek"
)
_DATE = rf"(?=[^()\n]{{0,30}}\d)(?=[^()\n]{{0,30}}(?:\b(?:{_MONTHS})|\d\d\d\d|\d[./:]\d))(?:[^()\n:]|\d:\d){{3,40}}?"
_DATED = rf"(?:\s*\((?P<in>{_DATE})\)|,?\s+(?P<on>(?=(?:on\s|at\s|am\s|le\s|el\s)?(?:\d|{_MONTHS})){_DATE}))?"
_LABEL = re.compile(
    rf"[(\[*_]{{0,3}}(?:(?P<editors>{_EDITORS})|(?P<correction>{_CORRECTIONS})|(?P<update>{_UPDATES}))"
    rf"{_DATED}[*_]{{0,2}}\s?(?::|\s[–—-]\s|[–—])[*_]{{0,2}}\s*(?=\S)",
    re.I,
)

_OF_ERRORS = re.compile(
    r"\bthis\s+(?:article|story|report|post|piece|headline|column|page)\b|\b(?:earlier|previous|original|initial|prior)\s+version\b|\b(?:article|story|headline|caption|post)\b[^.]{0,40}\b(?:corrected|updated|amended)"
    r"|\bmis(?:stated|identified|spell?ed|spelt|quoted|attributed|reported|represented|characteri[sz]ed|calculated|named|labell?ed)|\b(?:in)?correctly\b|\bincorrect|\bin\s+error\b|\berroneous|\bmistaken|,\s+not\s|\bshould\s+have\s+(?:been|said|read)\b"
    r"|\b(?:dieser|dieses|diesem|des|im)\s+(?:Artikels?|Beitrags?|Textes|Text|Meldung)\b|\bfälschlich|\birrtümlich|\bfehlerhaft|,\s+nicht\s|\bhieß\s+es\b"
    r"|\bcet\s+article|\bpar\s+erreur|\berroné|\bet\s+non\s|\beste\s+(?:artículo|texto)|\bversión\b|\bpor\s+error\b|\berróne|\by\s+no\s"
    r"|\bверси[ия]\b|\b(?:стать[еия]|материал[ае]?|заметк[еи]|текст[ае])\b|\bошибочно|\bневерно|,\s+а\s+не\s"
    r"|\b(?:haberin|haberimiz\w*|yazının)\b|\byanlış|\bhatalı|\bsürümü|\bsehven|\bməqalə(?:nin|də)|\bxəbərin|\bvariantında|\bsəhv|\bmətnin",
    re.I,
)

_OF_THIS = r"(?:article|story|post|piece|headline|column|caption|dispatch|news\s+item)"
_WHOLE = re.compile(
    rf"[(\[*_]{{0,3}}(?:This\s+{_OF_THIS}\s+(?:has\s+(?:also\s+)?been|was)\s+(?:updated|corrected|edited|clarified)\s*(?:,?\s*on\s[^.\n]{{3,40}}?)?\s*(?:to|with|after|because|following|throughout|since|[.)\]])"
    rf"|This\s+{_OF_THIS}\s+(?:has\s+been|was)\s+(?:amended|revised|changed|updated|corrected)\s+on\s[^.\n]{{0,20}}\d"
    rf"|This\s+report\s+has\s+been\s+(?:updated|corrected)\s+(?:to|with)\s"
    rf"|(?:An?|The)\s+(?:earlier|previous|original|initial|prior)\s+version\s+of\s+this\s+(?:{_OF_THIS}|report(?=[^.\n]{{0,60}}\b(?:mis|incorrect|wrong|error)))"
    r"|In\s+einer\s+(?:früheren|vorherigen|ersten)\s+(?:Version|Fassung)\s+(?:dieses\s+(?:Artikels|Beitrags|Textes)|dieser\s+Meldung)|Dieser\s+(?:Artikel|Beitrag|Text)\s+wurde\s+(?:am\s[^\n]{3,40}\s)?(?:nachträglich\s+)?(?:aktualisiert|korrigiert|ergänzt)"
    r"|(?:Dans\s+)?une\s+version\s+(?:précédente|antérieure|initiale)\s+de\s+cet\s+article|Cet\s+article\s+a\s+été\s+(?:mis\s+à\s+jour|corrigé|modifié\s+le\s)"
    r"|(?:En\s+)?una\s+versión\s+(?:anterior|previa|inicial)\s+de\s+est[ea]\s+(?:artículo|noticia|texto)|Est[ea]\s+(?:artículo|noticia)\s+(?:ha\s+sido|fue)\s+(?:actualizad|corregid)[oa]"
    r"|В\s+(?:предыдущей|более\s+ранней|первоначальной)\s+версии\s+(?:этой\s+|данной\s+|этого\s+)?(?:статьи|материала|заметки|новости|текста)|(?:Эта\s+|Данная\s+)?(?:статья|новость)\s+(?:была\s+)?(?:обновлена|исправлена|дополнена)"
    r"|Bu\s+(?:haberin|yazının)\s+(?:önceki|ilk)\s+(?:sürümünde|halinde|versiyonunda)|Bu\s+haber\s+(?:güncellen|düzeltil)(?:di|miştir)"
    r"|Bu\s+(?:məqalənin|xəbərin|yazının)\s+(?:əvvəlki|ilkin)\s+(?:variantında|versiyasında)|Bu\s+(?:məqalə|xəbər)\s+(?:yenilən|düzəldil)(?:ib|di|mişdir))",
    re.I,
)
_ENDS = re.compile(r"[.!?…][”\"’')\]*_»]{0,4}\Z")


def read(text: str, line: Line) -> Finding | None:
    """The note that a paragraph from the start of this line is, wrapped or not, or None."""
    if not _may_be(text, line):
        return None
    end = _paragraph_end(text, line)
    return _found(text, line.start, end) if end else None


def above(text: str, line: Line) -> Finding | None:
    """The wrapped note whose last line this is."""
    start = text.rfind("\n\n", max(0, line.end - LONGEST), line.start)
    start = start + 2 if start >= 0 else -1
    if not 0 <= start < line.start or text.count("\n", start, line.end) >= MOST_LINES:
        return None
    first = Line(start, line_end(text, start))
    if not _may_be(text, first) or _paragraph_end(text, first) != line.end:
        return None
    return _found(text, start, line.end)


def _may_be(text: str, line: Line) -> bool:
    return bool(_LABEL.match(text, line.start) or _WHOLE.match(text, line.start))


def _paragraph_end(text: str, line: Line) -> int:
    """Where the first sentence end at the end of a line is, within the paragraph; 0 when there is none."""
    end = line.end
    for _ in range(MOST_LINES):
        if end - line.start > LONGEST:
            return 0
        if _ENDS.search(text, max(line.start, end - 6), end):
            return end
        below = text.find("\n", end) + 1
        if not below or not text[below : below + 1].strip():
            return 0
        end = line_end(text, below)
    return 0


def _found(text: str, start: int, end: int) -> Finding | None:
    label = _LABEL.match(text, start, end)
    if label and not _is_certain(label, text[label.end() : end]) and not _WHOLE.match(text, label.end(), end):
        return None
    said = say("editor_note", " ".join(text[start:end].split()).strip(" []()*_"), "note", start, end)
    return Finding(end=end, marks=(mark("editor_note", start, end, "correction"),), statements=(said,))


def _is_certain(label: re.Match[str], words: str) -> bool:
    """Whether a label is the newsroom's: the editors' own, one with a date, one of an error of this article."""
    if label["editors"] or label["in"] or label["on"]:
        return True
    return label["correction"] is not None and _OF_ERRORS.search(words) is not None
