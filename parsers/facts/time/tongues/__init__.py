"""Times in German, French, Spanish, Russian, Turkish and Azerbaijani: one grammar, one record of tables a language."""

from __future__ import annotations

from parsers.facts.time.tongues.azerbaijani import AZERBAIJANI
from parsers.facts.time.tongues.french import FRENCH
from parsers.facts.time.tongues.german import GERMAN
from parsers.facts.time.tongues.russian import RUSSIAN
from parsers.facts.time.tongues.spanish import SPANISH
from parsers.facts.time.tongues.tongue import Tongue
from parsers.facts.time.tongues.turkish import TURKISH

TONGUES: dict[str, Tongue] = {
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "tr": TURKISH,
    "az": AZERBAIJANI,
}
"""By the language's ISO 639-1 code."""
