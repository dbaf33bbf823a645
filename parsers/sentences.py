"""Where sentences end: full stops told from abbreviations, initials, decimals, list numbers and quoted questions."""

from __future__ import annotations

import re

# Abbreviations that are followed by a name or a number: the full stop after them ends nothing. Lower-cased, without the
# stop. After the usual dictionaries' lists of English abbreviations.
BEFORE_NAMES = frozenset(
    "mr mrs ms mx messrs mme mlle dr prof hon rev fr sr br st ste gen lt col maj capt cmdr adm sgt cpl pvt brig gov lt-gov sen rep "
    "reps sens pres supt det insp amb atty dep asst assoc dir mt ft jr no nos vol pp fig figs art arts sec secs ch para cf vs v al "
    "mrd mio mia tsd mlrd mld тыс млн млрд трлн руб долл чел кв куб "
    "approx ca est feat e.g i.e viz bros u.n mon tue tues wed thu thur thurs fri sat sun rs rp sfr bs".split()
)
# Abbreviations that may also end a sentence: they do when a word follows that starts sentences and not names.
ANYWHERE = frozenset(
    "inc co corp ltd llc plc cos bros jr sr etc a.m p.m u.s u.k u.a.e u.s.a u.s.s.r d.c b.c a.d e.u ph.d m.d b.a m.a esq dept univ "
    "ave blvd rd hwy jan feb mar apr jun jul aug sep sept oct nov dec calif mass conn penn fla ga va md tex wash ariz colo minn "
    "mich ill ind wis tenn ky ala ark okla nev ore neb kan mo del n.y n.j n.c s.c n.h n.m r.i w.va tn cu sq bn mn pct".split()
)
STARTERS = frozenset(
    "a after all also although among an and another any as at because before both but by despite during each earlier even every "
    "few first following for from he her here his how however i if in indeed instead it its last later like many meanwhile more "
    "moreover most my neither nevertheless no nobody nor not nothing now of on once one only or other our over people she should "
    "since so some still such that the their then there these they this those though through thus to today under unless until we "
    "what when where whether which while who why with without yes yet you your".split()
)
_END = re.compile(r"[.!?…][.!?…]{0,8}[\])\"”’'»]{0,3}\s+(?=[\[(\"“‘'«—–-]{0,3}(\w{1,40}))")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘«]{1,24}\Z")


def boundaries(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as (start, end) without the white space between them. Linear in the length."""
    spans, at = [], start
    for match in _END.finditer(text, start, end):
        if _ends(text, match, at):
            stop = match.start() + len(match.group().rstrip())
            spans.append((at, stop))
            at = match.end()
    if at < end:
        spans.append((at, end))
    return spans


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the mark at a match ends the sentence that began at `start`."""
    following = match.group(1)
    if not (following[0].isupper() or following[0].isdigit() or not following[0].isascii()) or match.start() <= start:
        return False
    mark = match.group().rstrip()
    if mark[0] != ".":
        return mark[0] != "…" or following[0].isupper()
    return len(mark) > 1 or not _abbreviated(text, match.start(), start, following)


def _abbreviated(text: str, stop: int, start: int, following: str) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or a list number."""
    word = text[max(start, stop - 24) : stop].rpartition(" ")[2]
    if not word.isalpha():
        found = _LAST_WORD.search(text, max(start, stop - 24), stop)
        word = found.group() if found else ""
    if len(word) == 1 and word.isupper():
        return following.lower() not in STARTERS
    if word.isdigit() and stop - len(word) == start:
        return True
    lowered = word.lower()
    if lowered in BEFORE_SMALL_CHANGE and following[0].isdigit():
        return True  # 6 ft. 2 in.
    if lowered in BEFORE_NAMES and (word[0].isupper() or lowered in _ALWAYS_SMALL):
        return lowered not in ("no", "sun", "sat", "fig", "art", "mon") or following[0].isdigit()
    if lowered in ANYWHERE and (word[0].isupper() or "." in word or lowered in _ALWAYS_SMALL):
        return following.lower() not in STARTERS
    return "." in word and len(word) <= 7 and word.replace(".", "").isupper() and following.lower() not in STARTERS


BEFORE_SMALL_CHANGE = frozenset({"ft", "lb", "lbs"})
"""Units that a number in the next smaller one may follow."""

_ALWAYS_SMALL = frozenset(
    "mrd mio mia tsd mlrd mld тыс млн млрд трлн руб долл чел кв куб vs v al cf approx ca est e.g i.e viz no nos vol pp fig art sec ch para etc a.m p.m bn mn pct sq cu".split()
)
