"""The days of holidays in ten calendars: by a fixed date, from Easter, by a weekday, or from tables of a kept library.

Easter and the movable days of the Islamic, Hindu, Hebrew, Chinese and Persian calendars come from `dateutil` and
`holidays`, which knows the years that have been announced; a year that no table has gives no day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

RULES = """
01-01 new year; new year day; new years day; new years
12-31 new year eve; new years eve; hogmanay
01-06 epiphany; twelfth night
01-07 orthodox christmas
01-14 orthodox new year; old new year
01-13 lohri
01-15 pongal; makar sankranti
01-19 timkat
01-25 burns night
01-26 australia day
02-02 groundhog day; candlemas
02-06 waitangi day
02-14 valentine day; valentines day; st valentine day; saint valentine day
02-23 defender of the fatherland day
03-01 st david day; saint david day; st davids day
03-08 international women day; international womens day; women day
03-17 st patrick day; saint patrick day; st patricks day
04-01 april fools day; april fool day; april fools
04-13 songkran
04-14 vaisakhi; baisakhi
04-22 earth day
04-23 st george day; saint george day
04-25 anzac day
05-01 may day; international workers day
05-05 cinco de mayo
05-09 victory day; europe day
06-19 juneteenth
06-24 midsummer day
07-01 canada day
07-12 twelfth of july
07-14 bastille day
08-15 assumption day; feast of assumption
10-24 united nations day
10-31 halloween; hallowe en
11-01 all saints day
11-02 all souls day; day of the dead; dia de los muertos
11-05 guy fawkes night; guy fawkes day; bonfire night
11-11 veterans day; armistice day; remembrance day
11-30 st andrew day; saint andrew day
12-06 st nicholas day; saint nicholas day
12-08 immaculate conception; feast of immaculate conception
12-10 human rights day
12-13 st lucia day
12-24 christmas eve
12-25 christmas; christmas day; xmas
12-26 boxing day; st stephen day; kwanzaa
easter-47 shrove tuesday; mardi gras; fat tuesday; pancake day
easter-46 ash wednesday
easter-7 palm sunday
easter-3 maundy thursday; holy thursday
easter-2 good friday
easter-1 holy saturday; easter saturday
easter+0 easter; easter sunday; easter day
easter+1 easter monday
easter+39 ascension day
easter+49 pentecost; whit sunday
easter+50 whit monday; pentecost monday
easter+60 corpus christi day
easter+56 trinity sunday
easter+68 feast of sacred heart
orthodox-48 clean monday
orthodox-7 orthodox palm sunday
orthodox-2 orthodox good friday
orthodox+0 orthodox easter; orthodox easter sunday
orthodox+1 orthodox easter monday
3/mon/01 martin luther king day; martin luther king jr day; mlk day
3/mon/02 presidents day; president day; washington birthday
-1/mon/05 memorial day
3/sun/06 father day; fathers day
1/mon/09 labor day
2/mon/10 columbus day; indigenous peoples day
2/sun/11 remembrance sunday
4/thu/11 thanksgiving; thanksgiving day
4/thu/11+1 black friday
4/thu/11+4 cyber monday
islamic/EID_AL_FITR eid al fitr; eid ul fitr; ramazan bayram; ramadan bayram; id ul fitr
islamic/EID_AL_ADHA eid al adha; eid ul adha; eid al azha; eid ul azha; bakrid; kurban bayram; gurban bayram; feast of sacrifice
islamic/EID_AL_FITR,EID_AL_ADHA eid
islamic/RAMADAN_BEGINNING:30 ramadan; ramazan; ramzan; holy month of ramadan
islamic/ASHURA ashura
islamic/MAWLID mawlid; milad un nabi; prophet birthday
islamic/HIJRI_NEW_YEAR islamic new year; hijri new year
islamic/TASUA tasua
islamic/ISRA_AND_MIRAJ isra and miraj; isra miraj; isra and mi raj; isra mi raj; lailat al miraj
islamic/LAYLAT_AL_QADR laylat al qadr
islamic/ARBAEEN arbaeen
hindu/DIWALI_INDIA diwali; deepavali
hindu/HOLI holi
hindu/DUSSEHRA dussehra; dasara; vijayadashami
hindu/SHARAD_NAVRATRI:9 navratri
hindu/GANESH_CHATURTHI ganesh chaturthi
hindu/JANMASHTAMI janmashtami
hindu/MAHA_SHIVARATRI maha shivaratri; mahashivratri
hindu/RAKSHA_BANDHAN raksha bandhan
hindu/ONAM onam
hindu/RAM_NAVAMI ram navami
hindu/GURU_NANAK_JAYANTI guru nanak jayanti
hindu/CHHATH_PUJA chhath puja
hindu/BUDDHA_PURNIMA vesak; buddha purnima
hebrew/PASSOVER:8 passover; pesach
hebrew/ROSH_HASHANAH rosh hashanah; rosh hashana; jewish new year
hebrew/YOM_KIPPUR yom kippur
hebrew/HANUKKAH:8 hanukkah; chanukah; hannukah
hebrew/PURIM purim
hebrew/LAG_BAOMER lag baomer; lag b omer
hebrew/TISHA_BAV tisha b av; tisha bav
hebrew/SUKKOT:7 sukkot
hebrew/SHAVUOT shavuot
chinese/LUNAR_NEW_YEAR lunar new year; chinese new year; spring festival; seollal; tet
chinese/MID_AUTUMN mid autumn festival; chuseok; moon festival
chinese/DOUBLE_NINTH double ninth festival; chung yeung festival; chongyang festival
chinese/DRAGON_BOAT dragon boat festival
persian/NEW_YEAR nowruz; novruz; norooz; navruz; nauryz; newroz; persian new year
"""
"""Rule, then the names it dates. `MM-DD`; days from Easter; n-th weekday of a month, and days behind it; a table of a
calendar, with the length in days where it is more than one."""

WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}

Names = Mapping[tuple[str, ...], str]


class Feast(NamedTuple):
    """A holiday's first day, and the day behind its last."""

    first: date
    end: date


def _names() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for line in RULES.strip().splitlines():
        rule, _, names = line.partition(" ")
        table.update((tuple(name.split()), rule) for name in names.split("; "))
    return table


NAMES: Names = _names()
"""The words of each name, without apostrophes and hyphens, to its rule."""


@cache
def feasts(rule: str, year: int) -> tuple[Feast, ...]:
    """The holidays of a rule that begin in a year: none when nobody knows the day."""
    if "/" in rule and rule[0].isalpha():
        return _tabled(rule, year)
    if rule.startswith(("easter", "orthodox")):
        day = _easter(year, orthodox=rule[0] == "o") + timedelta(
            days=int(rule.removeprefix("easter").removeprefix("orthodox"))
        )
    elif "/" in rule:
        day = _weekday(rule, year)
    else:
        day = date(year, int(rule[:2]), int(rule[3:]))
    return (Feast(day, day + timedelta(days=1)),)


def _easter(year: int, *, orthodox: bool) -> date:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    found: date = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    return found


def _weekday(rule: str, year: int) -> date:
    """ "4/thu/11+1": the day behind the fourth Thursday of November."""
    rank, name, rest = rule.split("/")
    month, _, behind = rest.partition("+")
    first = date(year, int(month), 1)
    if rank == "-1":
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        day = last - timedelta(days=(last.weekday() - WEEKDAYS[name]) % 7)
    else:
        day = first + timedelta(days=(WEEKDAYS[name] - first.weekday()) % 7 + 7 * (int(rank) - 1))
    return day + timedelta(days=int(behind or 0))


def _tabled(rule: str, year: int) -> tuple[Feast, ...]:
    calendar, _, rest = rule.partition("/")
    tables, _, length = rest.partition(":")
    found = [
        Feast(*_sighted(day, table)) if table in SIGHTED else Feast(day, day + timedelta(days=int(length or 1)))
        for table in tables.split(",")
        for day in _days(calendar, table, year)
    ]
    return tuple(sorted(found))


SIGHTED = {"EID_AL_FITR": "Eid al-Fitr", "EID_AL_ADHA": "Eid al-Adha"}
"""Feasts that begin when the moon is sighted, so that countries differ by a day, to their names in `holidays`."""

COUNTRIES = ("ID", "PK", "TR")
"""Countries with feasts as they were announced, from those that sight the moon first to those that do last."""


def _sighted(day: date, table: str) -> tuple[date, date]:
    """From the first day on which some country begins the feast to behind the last such day."""
    from holidays import country_holidays

    near = {day + timedelta(days=step) for step in (-1, 0, 1)}
    begins = [day]
    for country in COUNTRIES:
        known = country_holidays(country, years=day.year, language="en_US")
        begins += sorted(near & {d for d, name in known.items() if name.startswith(SIGHTED[table])})[:1]
    return min(begins), max(begins) + timedelta(days=1)


def _days(calendar: str, table: str, year: int) -> list[date]:
    """The days of a table of a calendar in a year; the tables hold (month, day), or several of them."""
    if calendar == "persian":
        return _persian(year)
    entry = _tables(calendar).get(f"{table}_DATES", {}).get(year, ())
    pairs = (entry,) if entry and isinstance(entry[0], int) else entry
    return [date(year, int(pair[0]), int(pair[1])) for pair in pairs]


def _persian(year: int) -> list[date]:
    from holidays.calendars.persian import _Persian

    day = _Persian().new_year_date(year)
    return [day] if day else []


@cache
def _tables(calendar: str) -> Mapping[str, Mapping[int, tuple[int, int] | tuple[tuple[int, int], ...]]]:
    """The tables of a calendar; imported when a text first names one of its days."""
    from holidays.calendars import chinese, hebrew, hindu, islamic

    owner = {
        "islamic": islamic._IslamicLunar,
        "hindu": hindu._HinduLunisolar,
        "hebrew": hebrew._HebrewLunisolar,
        "chinese": chinese._ChineseLunisolar,
    }[calendar]
    return {name: getattr(owner, name) for name in dir(owner) if name.endswith("_DATES")}
