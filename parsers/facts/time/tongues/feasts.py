"""Holidays by their names in German, French, Spanish, Russian, Turkish and Azerbaijani; their days come from `time.feasts`."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from parsers.facts.time import feasts, holidays
from parsers.facts.time.said import Said
from parsers.facts.time.tense import Tense
from parsers.facts.time.tongues.lexemes import word, year_at
from parsers.facts.time.tongues.tongue import Tongue
from parsers.facts.tokens import Tokens

RULES = {
    "de": """
01-01 neujahr; neujahrstag
01-06 dreikönigstag; heilige drei könige
02-14 valentinstag
03-08 internationaler frauentag; weltfrauentag
10-03 tag der deutschen einheit
10-31 reformationstag; halloween
11-01 allerheiligen
11-02 allerseelen
11-11 martinstag
12-06 nikolaustag
12-24 heiligabend; heiliger abend
12-25 weihnachten; weihnachtstag; erster weihnachtstag
12-26 zweiter weihnachtstag; stephanstag; stefanitag
12-31 silvester; silvesterabend; silvesternacht
easter-48 rosenmontag
easter-47 faschingsdienstag
easter-46 aschermittwoch
easter-7 palmsonntag
easter-3 gründonnerstag
easter-2 karfreitag
easter-1 karsamstag
easter+0 ostern; ostersonntag
easter+1 ostermontag
easter+39 christi himmelfahrt; himmelfahrtstag
easter+49 pfingsten; pfingstsonntag
easter+50 pfingstmontag
easter+60 fronleichnam
2/sun/05 muttertag
4/thu/11+1 black friday
islamic/EID_AL_FITR zuckerfest; eid al fitr
islamic/EID_AL_ADHA opferfest
islamic/RAMADAN_BEGINNING:30 ramadan
""",
    "fr": """
01-01 jour de l an; nouvel an
01-06 épiphanie
02-02 chandeleur
02-14 saint valentin
08-15 assomption
11-01 toussaint
12-24 veille de noël; réveillon de noël
12-25 noël; jour de noël
12-31 saint sylvestre; réveillon du nouvel an
easter-47 mardi gras
easter-46 mercredi des cendres
easter-2 vendredi saint
easter+0 pâques; dimanche de pâques
easter+1 lundi de pâques
easter+39 jeudi de l ascension
easter+49 pentecôte
easter+50 lundi de pentecôte
islamic/EID_AL_FITR aïd el fitr; aïd al fitr
islamic/EID_AL_ADHA aïd el adha; aïd al adha; aïd el kébir
islamic/RAMADAN_BEGINNING:30 ramadan
chinese/LUNAR_NEW_YEAR nouvel an chinois; nouvel an lunaire
""",
    "es": """
01-01 año nuevo; día de año nuevo
01-06 día de reyes; reyes magos; epifanía
02-14 san valentín; día de san valentín
03-08 día internacional de la mujer
10-12 día de la hispanidad
11-01 todos los santos; día de todos los santos
11-02 día de muertos; día de los muertos; día de los difuntos
12-08 inmaculada concepción
12-24 nochebuena
12-25 navidad; día de navidad
12-31 nochevieja
easter-46 miércoles de ceniza
easter-7 domingo de ramos
easter-3 jueves santo
easter-2 viernes santo
easter-1 sábado santo
easter+0 domingo de resurrección; domingo de pascua; pascua
easter+1 lunes de pascua
islamic/RAMADAN_BEGINNING:30 ramadán
chinese/LUNAR_NEW_YEAR año nuevo chino; año nuevo lunar
""",
    "ru": """
01-01 нов* год*
01-07 рождеств*
01-14 стар* нов* год*
01-19 крещени*
02-23 дн* защитника отечества; день защитника отечества
03-08 международн* женск* дн*; международный женский день
05-09 дн* победы; день победы
06-12 дн* россии; день россии
10-31 хэллоуин*
11-04 дн* народного единства; день народного единства
12-25 католическ* рождеств*
orthodox-7 вербн* воскресень*
orthodox-2 страстн* пятниц*
orthodox+0 пасх*; православн* пасх*
orthodox+49 троиц*
islamic/EID_AL_FITR ураза байрам*
islamic/EID_AL_ADHA курбан байрам*
islamic/RAMADAN_BEGINNING:30 рамадан*
persian/NEW_YEAR навруз*; новруз*
""",
    "tr": """
01-01 yılbaşı*
02-14 sevgililer günü*
04-23 ulusal egemenlik ve çocuk bayramı*
08-30 zafer bayramı*
10-29 cumhuriyet bayramı*
12-25 noel*
easter+0 paskalya*
islamic/EID_AL_FITR ramazan bayramı*; şeker bayramı*
islamic/EID_AL_ADHA kurban bayramı*
islamic/RAMADAN_BEGINNING:30 ramazan ayı*
persian/NEW_YEAR nevruz*
""",
    "az": """
05-28 respublika günü*; müstəqillik günü*
11-08 zəfər günü*
12-25 milad bayramı*
12-31 dünya azərbaycanlılarının həmrəyliyi günü*; həmrəylik günü*
easter+0 pasxa*
islamic/EID_AL_FITR ramazan bayramı*
islamic/EID_AL_ADHA qurban bayramı*
islamic/RAMADAN_BEGINNING:30 ramazan ayı*
persian/NEW_YEAR novruz bayramı*; novruz*
""",
}
"""Rule (as in `time.feasts`), then the names it dates. A word with `*` may have endings; a name is without signs."""

SIGNS = frozenset({"'", "’", "-", "."})
ENDINGS = 6
"""Letters of the longest ending."""

SOON = 21
"""Days ahead within which a holiday is the coming one, whatever the verb says."""

KEY = 2
"""First letters by which names are found."""


class Name(NamedTuple):
    """The words of a holiday's name (a word with `*` at its end may have endings), and its rule."""

    words: tuple[str, ...]
    rule: str


def _names(rules: str) -> dict[str, list[Name]]:
    """The names of a language by their first letters, the longest first."""
    found: dict[str, list[Name]] = {}
    for line in rules.strip().splitlines():
        rule, _, names = line.partition(" ")
        for name in names.split("; "):
            found.setdefault(name[:KEY].rstrip("* "), []).append(Name(tuple(name.split()), rule))
    return {key: sorted(names, key=lambda n: -len(n.words)) for key, names in found.items()}


NAMES = {language: _names(rules) for language, rules in RULES.items()}


def holiday_at(tokens: Tokens, i: int, published: date | None, language: str, tongue: Tongue) -> Said | None:
    """The holiday that begins at token i, with the year behind it or the direction beside it."""
    low = word(tokens, i)
    near = NAMES[language].get(low[:KEY])
    if near is None:
        return None
    plain = tokens.text[i][:1].islower() and language not in ("tr", "az")  # then a single word is no name
    fits = [name for name in near if not plain or len(name.words) > 1]
    rule, end = next(((name.rule, end) for name in fits if (end := _ends(tokens, i, name.words))), ("", 0))
    if not end:
        return None
    year = year_at(tokens, end, tongue)
    if year:
        return holidays.dated(i, year[1], feasts.feasts(rule, year[0]), rule)
    step = tongue.directions.get(word(tokens, i - 1)) if i else None
    start = i if step is None else i - 1
    if step is None and word(tokens, end) in tongue.directions:
        step, end = tongue.directions[word(tokens, end)], end + 1
    if published is None:
        return holidays.dated(start, end, (), rule)
    told: Tense = "future" if step == 1 or (step is None and _ahead(tokens, i, tongue)) else "past"
    found = holidays.nearest(rule, published, told)
    if told == "past" and step is None:
        coming = holidays.nearest(rule, published, "near")
        found = coming if coming and (coming[0].first - published).days <= SOON else found
    return holidays.dated(start, end, found, rule)


def _ahead(tokens: Tokens, i: int, tongue: Tongue) -> bool:
    return not tongue.future.isdisjoint(tokens.low[max(0, i - 12) : i + 12])


def _ends(tokens: Tokens, i: int, names: tuple[str, ...]) -> int:
    """Behind a name that begins at token i; 0 where another word stands."""
    k = i
    for nth, name in enumerate(names):
        while nth and tokens.text[k] in SIGNS:
            k += 1
        if not _is(word(tokens, k), name):
            return 0
        k += 1
    if names[-1].endswith("*") and tokens.text[k] in SIGNS and tokens.glued(k) and len(tokens.text[k + 1]) <= ENDINGS:
        k = k + 2 if tokens.glued(k + 1) and tokens.text[k] != "." and tokens.text[k + 1].isalpha() else k
    return k


def _is(low: str, name: str) -> bool:
    if not name.endswith("*"):
        return low == name
    return low.startswith(name[:-1]) and len(low) - len(name) < ENDINGS
