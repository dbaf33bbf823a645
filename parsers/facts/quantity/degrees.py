"""Degrees: of Celsius where the letter or the subject says so, of Fahrenheit, of angles; else `{degree}`."""

from __future__ import annotations

from parsers.facts.quantity.numbers import Number
from parsers.facts.quantity.units import Unit, unit_at
from parsers.facts.tokens import Tokens, words

CELSIUS = Unit("Cel", "temperature", 1.0, "K")
FAHRENHEIT = Unit("[degF]", "temperature", 0.5555555555555556, "K")
ANGLE = Unit("deg", "angle", 0.017453292519943295, "rad")
SENSED = Unit("Cel", "temperature ", 1.0, "K")
"""Celsius by the words of the sentence; `settled` decides."""

OPEN = Unit("{degree}", "temperature", 1.0, "{degree}")
UNKNOWN = Unit("{degree}", "degree", 1.0, "{degree}")

CLIMATE = words(
    """
    warming climate preindustrial pre-industrial industrial emissions greenhouse ipcc paris warmed overheating
    """
)
"""With one of these, degrees are of Celsius: so climate science and its treaties count."""

WARMTH = words(
    """
    temperature temperatures heat heatwave cold colder cool cooler warm warmer hot hotter freezing frost thermometer thermometers weather
    mercury fever oven heated chill sunny forecast winter summer shade sea thaw boiling melting lows highs shivered sweltering cooled
    """
)

ANGLES = words(
    """
    angle angles tilt tilts tilted leans lean leaning slope slopes incline inclined rotate rotates rotated rotation turn turned turns bearing
    latitude longitude azimuth orbit axis north south east west camera panoramic view steep gradient pitch roll spin spun swivel launch launched
    heading arc curve duration phase homer triangle
    """
)

LIMITS = words("goal target limit threshold ceiling warming pathway guardrail scenario world rise")
"""Behind "1.5-degree" these are those of climate treaties."""

HIGHEST_LIMIT = 4.0

HOTTEST = 60.0
"""In degrees of Celsius; weather above it is told in Fahrenheit."""


OPENINGS = frozenset({"ºc", "ºf", "c", "f", "degree", "degrees", "°", "º", "below"})


def at(tokens: Tokens, j: int, glued: bool, number: Number) -> tuple[Unit, int, float] | None:
    """Unit of the degrees that begin at token j behind a number, token behind them, and a factor (-1 for "below zero")."""
    if tokens.low[j] not in OPENINGS:
        return None
    found = _letter(tokens, j, glued, number) or _degrees(tokens, j, number)
    if found is None:
        if tokens.low[j : j + 2] == ["below", "zero"] and not {"rate", "rates", "inflation", "growth"} & {*tokens.low}:
            return _sense(tokens, number), j + 2, -1.0
        return None
    unit, end = found
    below = tokens.low[end] == "below" and tokens.low[end + 1] in ("zero", "0")
    unit = SENSED if below and unit is UNKNOWN else unit
    return unit, end + 2 if below else end, -1.0 if below and number.value > 0 else 1.0


def _letter(tokens: Tokens, j: int, glued: bool, number: Number) -> tuple[Unit, int] | None:
    """ "35C", "95F", "35 C"."""
    text = tokens.text[j]
    if text in ("ºC", "ºF"):
        return (CELSIUS if text == "ºC" else FAHRENHEIT), j + 1
    if text not in ("C", "F") or number.worded or number.magnitude > 1 or not _ends(tokens, j + 1):
        return None
    if not glued and WARMTH.isdisjoint(tokens.low) and not _weather(tokens, number):
        return None
    before = tokens.text[number.start - 1]
    if (
        before[:1].isupper()
        and number.start > 1
        and before.isalpha()
        and before not in ("The", "At", "In", "To", "From", "Of", "And", "A")
    ):
        return None  # a name: Pixel 8C, Block 12F
    if tokens.low[number.start - 1] in SEATS:
        return None
    return (CELSIUS if text == "C" else FAHRENHEIT), j + 1


def _weather(tokens: Tokens, number: Number) -> bool:
    """ "it was -3 C", "the water was 28 C": the weather, or a body of water or air, is said to be so many."""
    k = number.start - 1
    minus = tokens.low[k] in ("-", "−", "–", "minus")
    k -= minus
    while tokens.low[k] in NEARLY:
        k -= 1
    if tokens.low[k] not in COPULAS or number.value > HOTTEST * 2:
        return False
    return minus or tokens.low[k - 1] == "it" or not BODIES.isdisjoint(tokens.low[max(0, k - 6) : k])


NEARLY = words("about around nearly almost only just roughly a still below above over under")
COPULAS = words("is was hit hits reached reaches averaged averages at to stood of")
BODIES = words("water air sea ocean lake river pool room soil surface")
"""What is so many degrees warm."""

SEATS = words(
    "seat seats row room gate flat apartment unit type class grade hepatitis vitamin page section article rule line route platform block ward level"
)


def _ends(tokens: Tokens, j: int) -> bool:
    return not tokens.glued(j) or not (tokens.text[j][:1].isalnum() or tokens.low[j] in ("_", "+", "#"))


def _degrees(tokens: Tokens, j: int, number: Number) -> tuple[Unit, int] | None:
    """ "2 degrees", "2-degree limit", "35°": the scale behind, else what the sentence speaks of."""
    low = tokens.low[j]
    if low not in ("degree", "degrees", "°", "º"):
        return None
    told = unit_at(tokens, j, False)
    if told and told[1] > j + 1:
        return told
    if low in ("°", "º"):
        scale = {"C": CELSIUS, "F": FAHRENHEIT}.get(tokens.text[j + 1])
        return (scale, j + 2) if scale else (_sense(tokens, number), j + 1)
    if tokens.low[j + 1] in (
        "in",
        "from",
        "program",
        "programme",
        "programs",
        "programmes",
        "course",
        "courses",
        "student",
        "students",
        "holder",
        "holders",
    ):
        return (
            None
            if WARMTH.isdisjoint(tokens.low) and ANGLES.isdisjoint(tokens.low) and CLIMATE.isdisjoint(tokens.low)
            else (_sense(tokens, number), j + 1)
        )
    if tokens.low[j + 1 : j + 3] == ["of", "separation"] or tokens.low[j + 1 : j + 3] == ["of", "freedom"]:
        return None
    return _sense(tokens, number), j + 1


def _sense(tokens: Tokens, number: Number) -> Unit:
    """What degrees without a scale are of, by the words of the sentence."""
    seen = {*tokens.low}
    if number.value <= HIGHEST_LIMIT and not LIMITS.isdisjoint(tokens.low[number.end : number.end + 5]):
        return CELSIUS
    if {"fahrenheit", "℉"} & seen and not {"celsius", "centigrade", "℃"} & seen:
        return FAHRENHEIT
    if {"celsius", "centigrade", "℃"} & seen or CLIMATE & seen or {"global", "heating"} <= seen:
        return CELSIUS
    if (
        (WARMTH & seen and not ANGLES & seen)
        or (tokens.low[number.start - 1] in ("minus", "-", "−") and not ANGLES & seen)
        or tokens.low[number.end : number.end + 2] == ["below", "zero"]
    ):
        return SENSED if number.value <= HOTTEST else OPEN
    return ANGLE if ANGLES & seen else UNKNOWN


def settled(unit: Unit, *, american: bool) -> Unit:
    """The unit of a figure; a temperature without a scale is left open where the United States are spoken of."""
    if unit.dimension != SENSED.dimension:
        return unit
    return OPEN if american else CELSIUS
