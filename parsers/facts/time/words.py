"""The words of time: months, weekdays, units, seasons, holidays, relations. Values are TIMEX3 (ISO-TimeML 1.2)."""

from __future__ import annotations

from parsers.facts.tokens import words

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

DOUBTFUL_MONTHS = words(
    """
    may march august mar jan jun sep dec oct april june
    """
)
"""Months that are verbs, adjectives, names or abbreviations too: alone they need a word before them that asks for a time."""

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mondays": 0, "tuesdays": 1, "wednesdays": 2,
    "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

UNITS = {
    "second": "TS", "seconds": "TS", "sec": "TS", "secs": "TS", "minute": "TM", "minutes": "TM", "min": "TM", "mins": "TM", "hour": "TH", "hours": "TH", "hr": "TH",
    "hrs": "TH", "day": "D", "days": "D", "night": "D", "nights": "D", "week": "W", "weeks": "W", "month": "M", "months": "M", "mths": "M", "quarter": "Q",
    "quarters": "Q", "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "decade": "E", "decades": "E", "century": "C", "centuries": "C", "weekend": "WE",
    "weekends": "WE", "fortnight": "2W", "fortnights": "2W", "millennium": "L", "millennia": "L",
}  # fmt: skip
"""To the letter of a TIMEX3 duration; T before it marks units below the day, E decades, C centuries, 2W fortnights."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

DAY_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midday": "MI",
    "noon": "MI",
    "midnight": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "overnight": "NI",
}

HOURS = {
    "MO": ("06:00", "12:00"),
    "AF": ("12:00", "18:00"),
    "EV": ("18:00", "21:00"),
    "NI": ("21:00", None),
    "MI": ("12:00", "13:00"),
}
"""Clock bounds of the parts of a day; a night ends with the day."""

REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF", "recently": "PAST_REF", "recent": "PAST_REF",
    "lately": "PAST_REF", "soon": "FUTURE_REF", "shortly": "FUTURE_REF",
}  # fmt: skip
"""Words that say past, present or future and nothing nearer."""

DAYS_AWAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}

SETS = {
    "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "weekly": "P1W", "daily": "P1D", "hourly": "PT1H", "quarterly": "P3M",
    "everyday": "P1D", "nightly": "P1D", "biennial": "P2Y", "semiannual": "P6M", "semiannually": "P6M",
}  # fmt: skip

BACK = frozenset({"last", "past", "previous", "preceding", "prior"})
HERE = frozenset({"this", "current", "these"})
AHEAD = frozenset({"next", "coming", "following", "upcoming", "forthcoming"})

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

SUFFIXES = frozenset({"st", "nd", "rd", "th"})

DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

EDGES = words(
    """
    early late mid middle beginning start end earlier later
    """
)
"""Words for a part of a period, before it ("early 2020", "end of March")."""

RELATIONS = {
    "in": "in", "on": "on", "at": "at", "by": "by", "since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "during": "during",
    "throughout": "during", "from": "from", "through": "through", "between": "between", "within": "within", "over": "during", "for": "for", "of": "of", "as": "as of",
    "around": "around", "about": "around", "circa": "around", "following": "after", "starting": "since", "beginning": "since", "ending": "until", "to": "to",
    "amid": "during", "prior": "before",
}  # fmt: skip
"""A word before a time, to `time_relation`."""

SPANNING = words(
    """
    by since until before after from between through within
    """
)
"""Relations that belong to the surface of the expression: without them it would mean another stretch of time."""

ASKS_FOR_TIME = words(
    """
    in on by since until till before after during from through between of last next this early late mid to and or
    for every each past previous coming following end beginning start middle ending ended the - – as around about
    throughout later earlier starting than year
    """
)
