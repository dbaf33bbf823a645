"""Nexis and Nexis Uni: `1 of 3 DOCUMENTS`, or documents that end with `End of Document`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.fields.dates import parse_date
from parsers.formats import said, unspaced
from parsers.model import Statement

MEDIA_TYPE, TITLE = "text/x-nexis", "a document of a Nexis export"

_COUNT = re.compile(
    r"^[ \t\ufeff\x0c]*(?:Document|Dokument|Documento)?[ \t]*\d{1,4} (?:of|von|de|di|van|sur) \d{1,4}(?: (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS|DOCUMENTI|DOCUMENTEN))?[ \t]*$",
    re.M,
)
_LOUD = re.compile(
    r"^[ \t\ufeff\x0c]*\d{1,4} (?:of|von|de|di|van|sur) \d{1,4} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS|DOCUMENTI|DOCUMENTEN)[ \t]*$",
    re.M,
)
_END = re.compile(
    r"^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento|Einde van het document|Fine del documento|Fim do documento)[ \t]*$",
    re.M,
)
_LOADED = re.compile(
    r"^[ \t]*(?:LOAD-DATE|UPDATE|Erstellungsdatum|Ladedatum|DATE-CHARGEMENT|DATE DE CHARGEMENT|FECHA-CARGA|FECHA DE CARGA|LAADDATUM|DATA-CARICAMENTO|DATA DI CARICAMENTO|DATA-CARREGAMENTO|DATA DE CARREGAMENTO):",
    re.M | re.I,
)
_LENGTH = re.compile(
    r"^[ \t]*(?:LENGTH|LÄNGE|LONGUEUR|LONGITUD|EXTENSIÓN|LENGTE|LUNGHEZZA|COMPRIMENTO|EXTENSÃO|TAMANHO):[ \t]*\d[\d.,]*[ \t]*(?:words?|Wörter|Worte|mots|palabras|woorden|parole|palavras)\b",
    re.M | re.I,
)

HEAD = {
    "byline": "byline", "author": "byline", "autor": "byline", "autorin": "byline", "verfasser": "byline", "auteur": "byline", "auteurs": "byline", "autore": "byline", "autores": "byline", "door": "byline",
    "section": "section", "rubrik": "section", "ressort": "section", "rubrique": "section", "sección": "section", "sezione": "section", "rubriek": "section", "sectie": "section", "secção": "section", "seção": "section",
    "length": "", "länge": "", "longueur": "", "longitud": "", "extensión": "", "lengte": "", "lunghezza": "", "comprimento": "", "extensão": "", "tamanho": "",
    "headline": "headline", "title": "headline", "schlagzeile": "headline", "überschrift": "headline", "titel": "headline", "titre": "headline", "título": "headline", "titular": "headline", "titolo": "headline", "kop": "headline",
    "highlight": "description", "dateline": "dateline", "series": "", "correction": "editor_note", "distribution": "", "source": "publisher", "date": "date_published",
    "edition": "", "ausgabe": "", "édition": "", "edición": "", "editie": "", "edizione": "", "edição": "", "page": "", "pg": "", "seite": "", "página": "", "pagina": "", "copyright": "",
}  # fmt: skip
"""Labels above a text, and the field that each is."""

TAIL = {
    "load-date": "", "language": "in_language", "graphic": "", "url": "url", "publication-type": "", "pub-type": "", "document-type": "genre", "journal-code": "", "journal code": "", "type": "genre",
    "subject": "keywords", "company": "", "organization": "", "person": "", "geographic": "", "industry": "", "country": "", "state": "", "city": "", "ticker": "",
    "correction-date": "", "notes": "editor_note", "publication type": "", "classification": "", "update": "", "erstellungsdatum": "", "ladedatum": "",
    "acc-no": "", "document id": "", "byline": "byline", "loaddate": "", "issn": "", "category": "", "names": "", "transmission-date": "", "dokumentnummer": "",
    "series": "", "correction": "editor_note", "dateline": "dateline", "load date": "", "source": "", "distribution": "", "copyright": "", "subjects": "keywords", "region": "", "product": "",
    "sprache": "in_language", "langue": "in_language", "idioma": "in_language", "taal": "in_language", "lingua": "in_language", "língua": "in_language",
    "date-chargement": "", "date de chargement": "", "type-publication": "", "type de publication": "", "type-document": "genre", "graphique": "", "illustration": "", "sujet": "keywords", "sujets": "keywords", "mise à jour": "", "mise-à-jour": "", "pays": "", "société": "", "personne": "", "organisme": "",
    "publikationstyp": "", "publikation-typ": "", "zeitungstyp": "", "dokumententyp": "genre", "grafik": "", "bild": "", "thema": "keywords", "themen": "keywords", "unternehmen": "", "land": "", "aktualisierung": "", "aktualisiert": "",
    "fecha-carga": "", "fecha de carga": "", "tipo-publicación": "", "tipo de publicación": "", "tipo-publicacion": "", "tema": "keywords", "temas": "keywords", "gráfico": "", "empresa": "", "país": "", "actualización": "",
    "laaddatum": "", "laad-datum": "", "datum-geladen": "", "publicatietype": "", "publicatie-type": "", "type-publicatie": "", "onderwerp": "keywords", "grafiek": "", "bedrijf": "", "bijgewerkt": "",
    "data-caricamento": "", "data di caricamento": "", "tipo-pubblicazione": "", "tipo di pubblicazione": "", "argomento": "keywords", "grafica": "", "società": "", "paese": "", "aggiornamento": "",
    "data-carregamento": "", "data de carregamento": "", "data de carga": "", "tipo-publicação": "", "tipo de publicação": "", "assunto": "keywords", "assuntos": "keywords", "atualização": "",
}  # fmt: skip
"""Labels below a text."""

_LABEL = re.compile(r"[ \t]*(?P<label>[^\W\d_](?:[^\W\d_]|[ -]){1,24}?):[ \t]*(?P<value>.*)", re.S)
_COPYRIGHT = re.compile(
    r"[ \t]*(?:Copyright:?,?[ \t]*(?:(?:\(c\)|©),?[ \t]*)?(?:by\b|\d{4}|$)|©|\(c\)|All Rights Reserved|Alle Rechte|Tous droits|Todos los derechos|Alle rechten|Tutti i diritti|Todos os direitos)",
    re.I | re.M,
)
_PAGE = re.compile(
    r"^[ \t\ufeff]*(?:Page|Seite|Página|Pagina) \d{1,4} (?:of|von|sur|de|di|van) \d{1,4}[ \t]*$\n?", re.M | re.I
)
"""The running head of Nexis Uni."""

_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.I,
)
_EDITION = re.compile(
    r".{0,40}\b(?:Edition|EDITION|Ausgabe|édition|edición)\b.{0,20}|(?:Final|Late|Early|First|Second|City|National)",
    re.I,
)
_BODY = re.compile(r"^[ \t]*Body[ \t]*$", re.M)
_RUBRIC = re.compile(
    r"[ \t]*(?:Classification|Notes|Graphic|Klassifikation|Classement|Clasificación|Classificazione|Classificação|Classificatie|Body)[ \t]*"
)
"""Words that stand alone above the labels of Nexis Uni."""

_PICTURE = re.compile(r"\s*(?:Graphic|Grafik|Graphique|Gráfico|Grafica|Grafiek|Illustration)\s*")
PICTURED = 6
"""Paragraphs from the end of a text among which the word may be below which are the captions of its pictures."""

_MARGIN = re.compile(r"^[ \t]+", re.M)


def is_layout(text: str) -> bool:
    """Whether the head of a text is that of an export."""
    if _LOUD.search(text[:2000]):
        return True
    signs = bool(_LENGTH.search(text)) + bool(_LOADED.search(text)) + bool(_END.search(text)) + bool(_BODY.search(text))
    return signs >= 2 and (bool(_LENGTH.search(text)) or bool(_END.search(text)))


def slices(text: str) -> Iterator[str]:
    """The documents, each without the line that counts it."""
    counts = list(_LOUD.finditer(text)) or _counted(text)
    if counts:
        starts = [m.end() for m in counts]
        ends = [m.start() for m in counts[1:]] + [len(text)]
        yield from (text[a:b].strip("\n\x0c") for a, b in zip(starts, ends, strict=True))
        return
    at = _behind_cover(text)
    for end in _END.finditer(text):
        yield text[at : end.start()].strip("\n\x0c")
        at = end.end()
    if unspaced.words(text[at:]) > 30:
        yield text[at:].strip("\n\x0c")


_COVER = re.compile(
    r"\s*(?:(?:User Name|Date and Time|Job Number|Client/Matter)\b[^\n]*\n\s*){1,4}Documents? \((?P<number>\d{1,4})\)[ \t]*\n"
)
"""How the page begins that lists what was exported."""

_ASKED = re.compile(
    r"(?:Client/Matter|Search Terms|Search Type|Narrowed by|Content Type|News\b|Sources?\b|Timeline|Location by|Language\b|-None-)[^\n]*"
)
"""What is below each title of that page: what was searched for."""


def _behind_cover(text: str) -> int:
    """Where the first document begins, behind the page that lists all of them."""
    cover = _COVER.match(text)
    last = re.compile(rf"^[ \t]*{cover['number']}\.[ \t][^\n]*\n", re.M).search(text, cover.end()) if cover else None
    at = last.end() if last else 0
    while last and (line := re.compile(r"[ \t]*([^\n]*)\n").match(text, at)):
        if line[1] and not _ASKED.match(line[1]):
            break
        at = line.end()
    return at


def _counted(text: str) -> list[re.Match[str]]:
    """The lines that count the documents in small letters (`Dokument 1 von 2`): one after the other, from the first."""
    counts = list(_COUNT.finditer(text))
    numbers = [re.findall(r"\d+", m.group()) for m in counts]
    rising = [int(n[0]) for n in numbers] == list(range(1, len(counts) + 1))
    return counts if rising and len({n[1] for n in numbers}) == 1 else []


def read(text: str) -> tuple[tuple[Statement, ...], str]:
    """What the labels of a document say, and its text."""
    bare = _PAGE.sub("", _COUNT.sub("", text, count=1).replace("\x0c", "\n"))
    paragraphs = [part for p in _GAP.split(bare) if p.strip() for part in _labels_apart(p)]
    lines = [line for p in paragraphs[:8] for line in p.split("\n") if line.strip()]
    at = next((n for n, line in enumerate(lines[:10]) if is_dated(line) and not _LABEL.match(line)), None)
    statements: tuple[Statement, ...] = ()
    if at is not None:
        grouped = [line for p in paragraphs[:8] for line in _lines_of_head(p)]
        at = next((n for n, line in enumerate(grouped[:10]) if is_dated(line)), at)
        statements, used = heading(grouped, at)
        paragraphs = _without(paragraphs, used)
    labelled, body = _divided(paragraphs)
    return statements + labelled, body


def _labels_apart(paragraph: str) -> list[str]:
    """A paragraph of several labels as one each; what is no label goes on the one above it."""
    lines = paragraph.strip("\n").split("\n")
    if len(lines) < 2 or not all(_labelled(line) or _RUBRIC.fullmatch(line) for line in lines):
        return [paragraph]
    return lines


def _lines_of_head(paragraph: str) -> list[str]:
    """The lines of a paragraph in the head; a headline over several lines is one."""
    lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
    if any(is_dated(line) or _labelled(line) or _COPYRIGHT.match(line) for line in lines):
        return lines
    return [" ".join(lines)]


def _without(paragraphs: list[str], used: int) -> list[str]:
    """The paragraphs without the first lines, which are read."""
    rest = list(paragraphs)
    while rest and used > 0:
        lines = _lines_of_head(rest[0])
        if len(lines) <= used:
            used -= len(lines)
            rest.pop(0)
        else:
            rest[0] = "\n".join([line for line in rest[0].split("\n") if line.strip()][used:])
            used = 0
    return rest


def heading(lines: Sequence[str], at: int) -> tuple[tuple[Statement, ...], int]:
    """Outlet, day and headline around the line that is the day; and how many lines they are."""
    before = [line for line in lines[:at] if not _EDITION.fullmatch(line.strip()) and not _COPYRIGHT.match(line)]
    used = at + 1
    outlet = before[-1] if before else None
    headline = " ".join(dict.fromkeys(before[:-1])) if len(before) > 1 else None
    while headline is None and used < len(lines):
        line = lines[used]
        if _labelled(line):
            break
        used += 1
        if _EDITION.fullmatch(line.strip()) or _COPYRIGHT.match(line):
            continue
        headline = line
    return said.all_said([("publisher", outlet), ("date_published", day_of(lines[at])), ("headline", headline)]), used


def is_dated(line: str) -> bool:
    """Whether a line is a day, as these databases print it; a weekday or a clock may go with it."""
    printed = line.strip()
    return len(printed) < 70 and any(c.isdigit() for c in printed) and parse_date(day_of(printed)) is not None


def has_weekday(line: str) -> bool:
    """Whether the day's name is printed with it."""
    return _WEEKDAY.search(line) is not None


def day_of(line: str) -> str:
    """The day of a line without its weekday and the name of the edition."""
    printed = " ".join(line.split())
    for form in (
        printed,
        _WEEKDAY.split(printed)[0].strip(" ,"),
        _WEEKDAY.sub("", printed).strip(" ,"),
        printed.partition(" (")[0],
    ):
        if form and (moment := parse_date(form)) is not None and moment.precision not in ("year", "month"):
            return form
    found = re.match(r"(?:[^\W\d_]+ \d{1,2}, \d{4}|\d{1,2}\.? [^\W\d_]+ \d{4})", printed)
    return found.group() if found else printed


def _labelled(paragraph: str) -> tuple[str, str] | None:
    """The label of a paragraph and its value, where it is a label of this layout."""
    found = _LABEL.match(paragraph)
    if found is None:
        return None
    label = " ".join(found["label"].lower().split())
    return (label, " ".join(found["value"].split())) if label in HEAD or label in TAIL else None


def _divided(paragraphs: list[str]) -> tuple[tuple[Statement, ...], str]:
    """The fields of the labels above and below the text, and the text between them."""
    pairs: list[tuple[str, str | None]] = []
    keywords: list[str] = []
    first = _head(paragraphs, pairs)
    last = len(paragraphs)
    while last > first and (
        (found := _labelled(paragraphs[last - 1]))
        or _COPYRIGHT.match(paragraphs[last - 1])
        or _RUBRIC.fullmatch(paragraphs[last - 1])
        or _END.fullmatch(paragraphs[last - 1].strip())
    ):
        last -= 1
        if found and TAIL.get(found[0]) == "keywords":
            keywords += (re.sub(r"\s*\(\d+%\)", "", word).strip() for word in re.split(r"[;,]", found[1]))
        elif found and found[0] in TAIL:
            pairs += _said(TAIL[found[0]], found[1])
    below = (n for n in range(max(first + 1, last - PICTURED), last) if _PICTURE.fullmatch(paragraphs[n]))
    last = next(below, last)
    body = "\n\n".join(_MARGIN.sub("", p).strip() for p in paragraphs[first:last])
    return said.all_said(pairs) + said.keywords(keywords), body


def _head(paragraphs: list[str], pairs: list[tuple[str, str | None]]) -> int:
    """Read the labels above the text; the paragraph with which the text begins."""
    start = next((n for n, p in enumerate(paragraphs[:15]) if _BODY.fullmatch(p.strip())), None)
    at = 0
    while at < len(paragraphs):
        lines = [line for line in paragraphs[at].split("\n") if line.strip()]
        found = (
            [_labelled(line) for line in lines]
            if len(lines) > 1 and all(_labelled(line) for line in lines)
            else [_labelled(paragraphs[at])]
        )
        if found[0] is None and not _COPYRIGHT.match(paragraphs[at]) and (start is None or at > start):
            break
        for each in found:
            if each and each[0] in HEAD:
                pairs += _said(HEAD[each[0]], each[1])
        at += 1
    return at


def _said(field: str, value: str) -> list[tuple[str, str | None]]:
    if field == "byline":
        return [("byline", value), ("author", value)]
    return [(field, value)] if field else []
