"""Lines at the head of a page that are nothing but byline, date, reading time or a label of these: they are no text.

    header  ─ one line ─► parts at bars, dots and borders of elements
    each part is a byline, a date, a time ago, the minutes of reading, a label, a known author; or it may are beside one

A line is what lies between two borders of blocks, whatever elements are inside it. What has a part of none of these
kinds stays, and so does everything behind the second longer line below the headline.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from parsers.fields import header
from parsers.fields.names import authors, people
from parsers.fields.stated import stated_people
from parsers.formats import unspaced
from parsers.formats.page_bylines import cut
from parsers.formats.page_walk import Line, lines_of
from parsers.model import Statement

LONGEST = 160
"""Characters of a line of dates and bylines."""

RUNNING = 70
"""Characters from which a line that is none of these may be running text: a standfirst is one, the text the second."""

BEFORE, BEHIND = 6, 24
"""Lines before and behind the headline that are looked at."""

_UNIT = (
    r"(?:min(?:ute)?[sn]?|minut[eiayo]?s?|minuten|minutter|minuter|minutos|minuti|minuuttia|minút|perc|dk|dakika(?:lık)?|dəq(?:iqə)?|мин(?:ут[аы]?)?|хв(?:илин[аи]?)?|λεπτά|λεπτό|"
    r"phút|menit|分(?:钟|鐘|間)?|분|دقائق|دقيقة|דקות|דקה)\.?"
)
_READ = (
    r"(?:read(?:ing)?(?: time)?|listen|lesezeit|lesedauer|(?:temps |minutes )?de lecture|lecture|(?:tiempo )?de lectura|lectura|(?:tempo )?de leitura|leitura|(?:tempo )?di lettura|lettura|leestijd|lezen|"
    r"lästid|läsning|læsetid|lesetid|lukuaika|(?:czas )?czytania|(?:doba )?čtení|(?:timp )?de (?:citire|lectură)|okuma(?: süresi)?|oxuma(?: müddəti)?|(?:время |на )?чтени[ея]|(?:час )?читання|(?:χρόνος )?ανάγνωσης|"
    r"olvasás(?:i idő)?|(?:thời gian )?đọc|(?:waktu )?baca|阅读(?:时间)?|閱讀(?:時間)?|読了(?:時間)?|で読めます|읽기|قراءة|(?:وقت|مدة) القراءة|זמן קריאה|קריאה)"
)
_READING = re.compile(
    rf"(?:(?:temps|tiempo|tempo|czas|время|час|estimated|geschätzte)\s)?{_READ}\s*(?:time)?\s*[:：]?\s*(?:ca\.?|about|circa|environ|~|около|etwa|约|約)?\s*\d{{1,3}}\s?{_UNIT}"
    rf"|(?:ca\.?\s)?\d{{1,3}}\s?-?{_UNIT}(?:\s?{_READ})?",
    re.I,
)
"""The minutes that reading takes."""

_N = r"(?:\d{1,3}|an?|one|ein(?:er|em|e)?|une?|una?|um|uma|un|een|en|et|ett|jednu|o|bir|одну|один)"
_AGO = re.compile(
    rf"(?:about |less than )?{_N}\s?(?:sec(?:ond)?s?|min(?:ute)?s?|mins?|h(?:ou)?rs?|h|d|days?|weeks?|months?|years?)\.? ago|just now|yesterday|today|gestern|heute|hier|aujourd.hui|ayer|hoy|ontem|hoje|ieri|oggi|"
    rf"gisteren|vandaag|igår|idag|i går|i dag|eilen|tänään|wczoraj|dzisiaj|dziś|včera|dnes|ieri|azi|dün|bugün|вчера|сегодня|вчора|сьогодні|χθες|σήμερα|tegnap|ma|昨天|今天|昨日|今日|어제|오늘|أمس|اليوم|אתמול|היום|"
    rf"vor {_N} [^\W\d_]{{3,9}}|il y a {_N} ?[^\W\d_]{{1,9}}|hace {_N} [^\W\d_]{{1,9}}|há {_N} [^\W\d_]{{1,9}}(?: atrás)?|{_N} [^\W\d_]{{3,9}} (?:fa|atrás|geleden|sedan|siden|sitten|temu|önce|əvvəl|назад|тому|ezelőtt|yang lalu|lalu|trước)|"
    rf"(?:för|for) {_N} [^\W\d_]{{2,9}} (?:sedan|siden)|před {_N} [^\W\d_]{{3,9}}|acum {_N} (?:de )?[^\W\d_]{{3,9}}|πριν (?:από )?{_N} [^\W\d_]{{3,9}}|(?:منذ|قبل) (?:\d{{1,3}} )?[^\W\d_]{{3,9}}|לפני (?:\d{{1,3}} )?[^\W\d_]{{2,9}}|"
    r"\d{1,3}\s?(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間|个月|か月|ヶ月|年)前|\d{1,3}\s?(?:초|분|시간|일|주|개월|년)\s?전",
    re.I,
)
"""A time counted back from the reader's own, which dates nothing."""

_BY = re.compile(
    r"(?:(?:written |reported |posted |published |story |text |words )?by|von|par|por|di|door|av|af|od|přes|przez|oleh|bởi|από|γράφει(?: ο| η)?|yazan|от|de|texte?|texto|testo|tekst|teksti|foto e texto)\s+(?P<who>\S.{1,100})"
    r"|(?:by|authors?|autor(?:es|in|a|ka|e|s|as)?|auteur(?:e)?s?|autore|autrice|autori|författare|forfatter|kirjoittaja|toimittaja|szerző|írta|автор(?:ы|и)?|текст|text|texte|texto|testo|tekst|yazar|yazan|haber|müəllif|συντάκτης|"
    r"penulis|tác giả|记者|記者|作者|文|撰文|責任編輯|글|기자|بقلم|كتب|الكاتب|نویسنده|מאת|מחבר|ავტორი|लेखक)\s*[:：/／・]?\s*(?P<named>\S.{1,100})",
    re.I,
)
_BY_ON = re.compile(
    r"(?P<by>(?:(?:submitted|posted|written|published|added|created|reported) )?(?:by|von|par|por|door|av|af|da|autor:?|автор:?) (?P<who>[^\d]{3,80}?))(?:,| on| at| am| le| el| em| il| op| den| dne| dnia):? (?P<when>[^\n]{6,60})",
    re.I,
)
"""A line that says in one go who wrote it and when."""

_DATED_NAME = re.compile(
    r"(?P<when>\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?(?:\s?[(（][^()（）]{1,3}[)）])?(?:\s?(?:午前|午後|오전|오후)?\s?\d{1,2}[時时:：]\d{2}分?)?)\s(?P<who>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,5}(?:\s?(?:기자|記者|记者|[\u3400-\u9fff]{1,3}))?)"
)
"""A Japanese, Chinese or Korean day with the reporter's name behind it."""

_CHANGED = re.compile(
    r"(?<=\d)\s*\((?:modific|aggiornat|(?:last )?updated|(?:zuletzt )?aktualisiert|mis à jour|màj|actualizad|atualizad|bijgewerkt|обновлен|изменен|uppdaterad|oppdatert|opdateret|zaktualizowan|aktualizován)[^()]{0,60}\)\Z",
    re.I,
)
"""When the text was last changed, in brackets behind its day."""

_PROVIDED = re.compile(
    r"(?:(?:news|content|press release) (?:provided|issued|distributed) by|bereitgestellt von|communiqué de|noticias proporcionadas por)\s*:?(?:\s+(?P<who>\S.{1,90}))?",
    re.I,
)
"""How press wires name who had the release sent, here or in the next line."""

_FROM = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|źródło|источник|джерело|kaynak|mənbə|来源|來源|出典|출처|المصدر)\s?[:：]\s?(?P<who>[^\d\s:/][^:/\n]{1,50})",
    re.I,
)
"""The outlet that a text is from, beside its date."""

_PIECES = re.compile(r"\s*(?:[|•·∙●\n]|\s[/–—-]\s)\s*")
_EDGES = " ,;:·-–—|/"
_POST = re.compile(
    r"(?:[^\W\d_][\w'’&.-]{0,20}\s){0,6}(?:writer|reporter|correspondent|editor|journalist|columnist|contributor|producer|redakteur(?:in)?|reporterin|korrespondent(?:in)?|journaliste?|journalistin|corresponsal|"
    r"periodista|redactora?|corrispondente|giornalista|jornalista|repórter|redacteur|muhabiri?|корреспондент|журналист|обозреватель|dziennikarz|redaktor)(?:,\s[^\d.!?\n]{2,40})?",
    re.I,
)
"""What somebody is at the paper, on a line of its own below the byline."""

_ROLE = re.compile(r"\s+(?:in|aus|à|en|em|a|w|i)\s+[^\W\d_a-z][\w .'’-]{1,40}\Z")

_OLD = re.compile(r"(?<!\d)1(?:[0-8]\d\d|9[0-8]\d)(?!\d)")
"""Years before there were pages: nothing was published on one of their days."""

_DAY = re.compile(
    r"(?:\d{1,2}(?:\.|st|nd|rd|th|er|º)? ?(?:de )?[^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? (?:at |um |à |a las )?\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?| Uhr)?)?"
)
"""A day without its year, as some print it where the element says the rest."""


def take(tree: HtmlElement, said: Sequence[Statement], live: bool, language: str = "") -> tuple[Statement, ...]:
    """What the lines beside the headline say that are nothing but bylines and dates. Their words leave the tree.

    `live` says that times are part of the text, as in a live blog; `language` is the page's, with its country.
    What is before the headline comes last: a day there may be the reader's own.
    """
    known = {s.value.casefold(): s.field == "author" for s in said if s.field in ("publisher", "author")}
    found: list[Statement] = []
    before: list[Statement] = []
    alone: Line | None = None
    provided = posted = False
    for line, ahead in _near(tree):
        if provided or (m := _PROVIDED.fullmatch(" ".join(line.text().split()))):
            who = line.text() if provided else m["who"] if m else None
            provided = not who
            found += [_say("publisher", who, "notice")] if who and len(who) <= 90 else []
            found.append(_blank(line))
            continue
        parts = None if _leads_on(line) else _said(line, known, live, language)
        if parts is None and posted and _POST.fullmatch(line.text()):
            parts = []
        if alone is not None and parts is not None:  # a name on its own above the line of its date
            parts = [*_author(alone.text()), _say("byline", alone.text()), *parts, _blank(alone)]
        alone = (
            line if parts is None and not ahead and people(line.text()) else None
        )  # above the headline is its section
        posted = parts is not None and any(s.field == "author" for s in parts)
        if parts is not None:
            (before if ahead else found).extend([*parts, _blank(line)])
    return (*found, *before)


TITLED = 4
"""Words of a link that may be the title of another article."""


def _leads_on(line: Line) -> bool:
    """Whether a line is a link to another article, with its date beside it: its date is not this page's."""
    for element, slot in line.slots:
        words = (element.text or "") if slot == "text" else ""
        around = [element, *islice(element.iterancestors(), 2)] if unspaced.words(words) >= TITLED else []
        if any(e.tag == "a" and e.get("href") for e in around) and not stated_people(words):
            return True
    return False


def _blank(line: Line) -> Statement:
    """Take the words of a line out of the tree; the record of them."""
    for element, slot in line.slots:
        setattr(element, slot, None if slot == "text" else " ")
    return cut(" ".join(line.text().split()))


def _near(tree: HtmlElement) -> Iterator[tuple[Line, bool]]:
    """The lines before (True) and behind the headline, until running text begins."""
    titled = next((h for h in tree.iter("h1") if h.text_content().strip()), None) is not None
    before: deque[Line] = deque(maxlen=BEFORE)
    seen = running = 0
    for line in lines_of(tree):
        if titled:
            if line.heading == "h1":
                titled = False
                yield from ((line, True) for line in before)
            else:
                before.append(line)
            continue
        if line.heading == "h1":
            continue
        seen += 1
        length = len(line.text())
        if (running and (line.heading or running > 1)) or seen > BEHIND:
            return
        running += length > RUNNING and (length > LONGEST or _PIECES.search(line.text()) is None)
        if not line.heading:
            yield line, False


# -------------------------------------------------------------------------------------------------------------- parts


def _said(line: Line, known: Mapping[str, bool], live: bool, language: str) -> list[Statement] | None:
    """What a line says; None when it is anything but bylines, dates and the like."""
    printed = _CHANGED.sub("", header.in_order_of(line.text(), language))
    if not printed or len(printed) > LONGEST or printed.endswith(("!", "?", "…")):
        return None
    if (m := _DATED_NAME.fullmatch(" ".join(printed.split()))) and (names := stated_people(m["who"])):
        dates = _date(m["when"])
        if dates:
            return [_say("byline", m["who"]), *(_say("author", n) for n in names), *dates]
    if (m := _BY_ON.fullmatch(" ".join(printed.split()))) and (names := people(m["who"], said=True)):
        dates = _date(m["when"].strip(_EDGES))
        if dates is not None:
            return [_say("byline", m["by"]), *(_say("author", n) for n in names), *dates]
    parts = _with_labels([p for part in _PIECES.split(printed) if (p := part.strip(_EDGES))])
    found: list[Statement] = []
    certain = beside = 0
    for part in parts:
        named = _byline(part, known)
        if named is None and (m := _FROM.fullmatch(part)):
            named = [_say("publisher", m["who"], "credit")]
        if named is not None:
            found += named
            certain += 1
        elif found and header.is_clock(part) and (timed := header.with_clock(found[-1].value, part)):
            found[-1] = _say(found[-1].field, timed)
        elif (dated := _date(part)) is not None and not (live and not header.said_in(part)):
            found += dated
            certain += 1
        elif line.dated and _DAY.fullmatch(part):
            certain += 1
        elif not _may_be_beside(part):
            return None
        else:
            beside += 1
            found += [*_author(part), _say("byline", part)] if people(part) else []
    days = {s.value for s in found if s.field == "date_published"}
    if not line.dated and (len(days) > 1 or any(_OLD.search(day) for day in days)):
        return None  # a span of days, as of a life or an exhibition
    if line.dated and not live and beside == len(parts) == 1 and len(printed) < 40:
        return []
    return found if certain and beside <= 2 * certain and not (beside and live) else None


def _with_labels(parts: list[str]) -> list[str]:
    """The parts, each label (`Updated`, `By`) with what it is a label of."""
    found: list[str] = []
    for part in parts:
        if found and (header.is_label(found[-1]) or _BY_ALONE.fullmatch(found[-1])):
            part = f"{found.pop()} {part}"
        found.append(part)
    return found


_BY_ALONE = re.compile(r"by|von|par|por|di|door|av|af|автор|текст|autor|author|auteur|yazar", re.I)
_REPORTER = re.compile(r"[^\d\n]{2,30}(?:기자|특파원|記者|记者|特派員)")


def _byline(part: str, known: Mapping[str, bool]) -> list[Statement] | None:
    """The people of `By Jane Doe`; a known author's name alone is a byline too. `known` says of each name whether it is an author's."""
    if part.casefold() in known:
        return [_say("byline", part)] if known[part.casefold()] and stated_people(part) else []
    m = _BY.fullmatch(part)
    if m is None and _REPORTER.fullmatch(part) and (reporters := stated_people(part)):
        return [_say("byline", part), *(_say("author", n) for n in reporters)]
    if m is None:
        return None
    who = (m["who"] or m["named"]).strip(_EDGES)
    if who.casefold() in known or any(who.casefold().startswith(f"{name},") for name in known):
        return [_say("byline", part), *_author(who)]
    bare = _ROLE.sub("", who)
    names = people(bare, said=True) or authors(bare, said=True)
    if not names and (m["named"] or not bare.isascii()):
        names = stated_people(bare) if not any(c.isupper() for c in bare) else ()
    return [_say("byline", part), *(_say("author", n) for n in names)] if names else None


def _author(part: str) -> list[Statement]:
    return [_say("author", name) for name in people(part, said=True)]


def _date(part: str) -> list[Statement] | None:
    """The date of a part, as a statement; none for what dates nothing (`3 hours ago`, `4 min read`), None for other words."""
    if said := header.said_in(part):
        return [_say(name, value) for name, value in said]
    if changed := header.changed_in(part):
        return [_say("date_modified", changed)]
    if _READING.fullmatch(part) or _AGO.fullmatch(header.LABEL.sub("", part, count=1) or part):
        return []
    return [] if header.is_date(header.without_label(part)) else None


BESIDE = 8
"""Words, counted by letters where no space is between them, that such a part has at most."""


def _may_be_beside(part: str) -> bool:
    """Whether words may be a place, a section or an outlet beside a byline or a date: few, and no sentence."""
    return (
        len(part) <= 40
        and len(part.split()) <= 5
        and unspaced.words(part) <= BESIDE
        and not any(map(str.isdigit, part))
        and not part.endswith((".", "!", "?", "。", "！", "？", "။", "។", "।"))
    )


def _say(name: str, value: str, source: str = "visible") -> Statement:
    return Statement(field=name, value=value, source=source)
