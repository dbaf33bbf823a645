"""Names of people as bylines print them: better none than a role, a desk or an agency taken for a person."""

from __future__ import annotations

import re

from parsers.fields.words import words

PARTICLES = words(
    "de del della der den des di da do dos du van von vom zu zum zur bin bint ibn abu al el la le ter ten of y e i "
    "oglu oğlu ogly qizi qızı kizi kyzy"
)
"""Small words inside names."""

DESKS = words(
    "staff writer writers reporter reporters correspondent correspondents editor editors desk news newsroom agency agencies "
    "team bureau service services press times daily online media tv radio channel ministry university institute centre center "
    "council committee president minister director general chief senior deputy associate assistant professor ambassador "
    "company corporation group department office administration government parliament embassy union foundation fund "
    "admin administrator author contributor contributors special own web digital world business sports sport politics "
    "economy energy opinion analysis interview report reports review exclusive update updates breaking video photo photos "
    "image images newspaper magazine journal herald tribune observer gazette wire network international "
    "national global euro metro morning evening more today monday tuesday wednesday thursday friday saturday sunday "
    "the and for with from about this that these in on at by to is are was were has have "
    "republic state states city corridor initiative summit forum conference week year wires "
    "intern trainee columnist commentator analyst journalist photographer freelance syndicate release newswire "
    "works inc ltd llc plc gmbh corp co holding holdings partners solutions systems technologies technology industries motors airlines "
    "railways oil gas electric petroleum insurance securities museum hospital school college academy authority "
    "ag sa nv bv ab oy oyj asa spa srl kg se pty kk s.a s.p.a s.r.l b.v n.v "
    "courier chronicle dispatch examiner sentinel advertiser telegraph bulletin argus enquirer inquirer independent express echo recorder monitor newswire weekly "
    "association federation league club society trust alliance organization organisation commission "
    "prev previous next skip login logout subscribe advertisement feedback homepage sitemap"
)
"""Words that nobody is called: roles, desks, outlets, companies, days, controls of a page."""

CONTROLS = words(
    "add alerts all back bookmark bottom cancel click close comment comments contact copy delete dismiss download edit email enable enlarge expand facebook follow full gallery get here hide "
    "join leave like link list listen live load log main menu more my name navigation notify now open options out page pause pin play post print quick read reply reset save screen scroll search "
    "see send settings share show sign size site slide start stop stories story submit switch text this to toggle top tweet twitter unfollow up us view watch whatsapp your zoom"
)
"""Words of buttons and menus: nobody is called by two of them and nothing else."""

BUTTONS = words("follow following share unfollow tweet")
"""Buttons that are printed behind a name."""

PLACES = words(
    "january february march april may june july august september october november december north south east west new "
    "park road bank belt post standard mail guest share read capital power rail green red black white middle great upper lower"
)
"""Words that some people are called, but more headings and places: believed only where somebody says "author" or "By"."""

TITLES = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Amb|Sir|Dame|Lord|Col|Gen|Capt)\.?|Professor|Doctor|Ambassador)\s+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+(?:-[^\W\d_]\.)?\Z")
_ELIDED = re.compile(r"\A(?:d|l|dell|dall|de|o)[’'‘](?=[^\W\d_a-z])")
_WORD = re.compile(r"[^\W\d_]+(?:[’'‘`\-‑][^\W\d_]+)*\.?\Z")
_BETWEEN = re.compile(
    r"\s*(?:,\s*and\s|,|;|&|、|،|\s+and\s+|\s+və\s+|\s+ve\s+|\s+und\s+|\s+et\s+|\s+и\s+|\s+та\s+|\s+og\s+|\s+och\s+|\s+ja\s+)\s*"
)


_NICKNAME = re.compile(r"(?<=[^\W\d_.]\s)[\"“„][^\W\d_][\w’'. -]{1,24}[\"”“]\s(?=[^\W\d_])")
"""What somebody is called beside the given name, between it and the surname: `Ida "Skip" Brandt`."""


def person(printed: str, said: bool = False) -> str | None:
    """The name of a person, spaces and capitals set right; None when the words are not plainly one.

    Two to five words, each capitalised (particles excepted), none of them a role, a desk, an outlet or a day.
    `said` means that something calls these words an author, so that April West may be one.
    """
    if '"' in printed or "”" in printed or "“" in printed:
        line = " ".join(printed.split()).strip(" .,;:|–—-")
        bare = _NICKNAME.sub("", line, count=1)
        return line if bare != line and person(bare, said) else None
    parts = TITLES.sub("", " ".join(printed.split()).strip(" .,;:|–—-")).split()
    while len(parts) > 2 and parts[-1].casefold() in BUTTONS:
        parts.pop()
    if all(w.casefold() in CONTROLS for w in parts):
        return None
    if not 2 <= len(parts) <= 5 or not all(
        _is_name_word(w, said and 0 < n < len(parts) - 1, said) for n, w in enumerate(parts)
    ):
        return None
    if parts[0].casefold() in PARTICLES - FIRST or not _enough(parts):
        return None
    name = " ".join(parts)
    return _lower(parts) if name.isupper() and len(name) > 5 else name


FIRST = words("el al de van von abu le la")
"""Particles that a name may begin with."""


def _enough(parts: list[str]) -> bool:
    """Two full words in capitals, or initials before a surname."""
    full = sum(len(w.strip(".")) > 1 and _ELIDED.sub("", w, count=1)[0].isupper() for w in parts)
    return full >= 2 or (_INITIAL.match(parts[0]) is not None and len(parts[-1]) > 2)


def _is_name_word(word: str, inside: bool, said: bool) -> bool:
    """Whether a word may be part of a name. `inside` says that it is between two others: then `S.A.` is initials."""
    folded = word.casefold().strip(".")
    word = _ELIDED.sub("", word, count=1)
    if inside and _INITIAL.match(word) and word[0].isupper():
        return True
    if folded in DESKS or (folded in PLACES and not said):
        return False
    if _INITIAL.match(word):
        return word[0].isupper()
    return bool(_WORD.match(word)) and (word[0].isupper() or folded in PARTICLES) and not _mixed(word)


def _mixed(word: str) -> bool:
    """A capital run inside a word that is not all capitals, as in `AzerNews`: an outlet or a brand, hardly a person."""
    part = re.split(r"[’'‘`\-‑]", word)
    return any(
        len(p) > 3
        and not p.isupper()
        and sum(c.isupper() for c in p) > 1
        and not p.startswith(("Mc", "Mac", "De", "La", "Di", "Le", "Van", "Fitz"))
        for p in part
    )


def _lower(words: list[str]) -> str:
    return " ".join(
        w
        if _INITIAL.match(w) or w.casefold() in PARTICLES
        else re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), w)
        for w in words
    )


def people(printed: str, said: bool = False) -> tuple[str, ...]:
    """The people of "Jane Doe, John Roe and Ann Poe" in order; none at all when any part of it is no person's name."""
    parts = [p for p in _BETWEEN.split(printed.strip(" .,;")) if p.strip()]
    names = [person(p, said) for p in parts[:12]]
    return tuple(dict.fromkeys(n for n in names if n)) if parts and all(names) else ()


_ROLE_BEFORE = re.compile(r"\A(?:(?:the|a|an|our|its|by)\s+)?(?:[a-zà-ÿ][\w’'\-]*\s+)+(?=[^\W\d_a-z])")


def authors(printed: str | None, said: bool = False) -> tuple[str, ...]:
    """The people at the head of "Jane Doe, a journalist based in Baku", "analyst Jane Doe" or "Jane Doe and John Roe, both of X"."""
    if not printed:
        return ()
    pieces = [p.strip() for p in _ROLE_BEFORE.sub("", printed.strip(), count=1).split(",")]
    for taken in range(len(pieces), 0, -1):
        if names := people(",".join(pieces[:taken]), said):
            return names
    return ()
