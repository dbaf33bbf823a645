"""The words of building and planning: what makes a project, what a project makes, and how far it is."""

from __future__ import annotations

import re

# Verbs of making, in the forms that follow `to`, `will` and `is`.
MAKING = frozenset(
    "build building built construct constructing constructed establish establishing erect erecting develop developing produce producing manufacture manufacturing "
    "expand expanding launch launching digitise digitize digitising install installing invest investing implement implementing modernise modernize modernising "
    "upgrade upgrading renovate rebuild rebuilding open opening create creating begin start commission commissioning extend extending lay laying supply supplying "
    "set power increase increasing double doubling deploy deploying electrify restore restoring".split()
)
# Nouns of making that are followed by `of`, and what they say of the work when nothing else does.
NOMINAL = {
    "construction": "ongoing", "establishment": "planned", "development": "proposed", "implementation": "planned", "installation": "ongoing", "reconstruction": "ongoing",
    "modernisation": "ongoing", "modernization": "ongoing", "expansion": "planned", "production": "planned", "creation": "planned", "deployment": "planned", "upgrade": "planned",
}  # fmt: skip
# What projects make: works of engineering, plants, lines, networks, zones.
THINGS = re.compile(
    r"\b(?:plants?|stations?|factor(?:y|ies)|bases?|lines?|railways?|rail link|pipelines?|ports?|parks?|corridors?|infrastructure|production|farms?|bridges?|airports?|"
    r"facilit(?:y|ies)|centers?|centres?|hubs?|networks?|terminals?|refiner(?:y|ies)|mines?|dams?|reactors?|grids?|zones?|schools?|hospitals?|housing|homes|roads?|highways?|"
    r"motorways?|tunnels?|canals?|routes?|capacit(?:y|ies)|resources|systems?|projects?|cable|satellites?|stadiums?|metro|tram|warehouses?|data cent(?:er|re)s?|"
    r"cooperation with|buses|trucks|vehicles|batteries|turbines?|panels?|units|equipment|interconnectors?|complex|campus|university|museum|city|cities|village|settlements?)\b"
)
# What stands before the word of making, and how far the work then is. The first that fits decides.
MARKS = (
    ("proposed", re.compile(r"\b(?:would like to|looking to|look forward to|(?:is|are|was|were)(?: also)? asking (?:\w+ ){0,4}to|ask(?:ed|s)? (?:\w+ ){0,4}to|propos(?:es|ed|al to|ing)(?: to)?|offer(?:s|ed)? to|"
                            r"(?:discuss(?:ed|es|ing)?|discussions?|talks|negotiations?)\b[^.;]{0,60}?|interest(?:ed)? in|ready to[^.;]{0,60}?(?:for)?|could|may|might|hopes? to|considering|invited [^.;]{0,50}to|expects? [^.;]{0,40}to)\s*(?:the )?\Z")),
    ("target", re.compile(r"\b(?:aim(?:s|ed|ing)? to|target(?:s|ed|ing)?|seek(?:s|ing)? to|goal of|wants? to|order to)\s*(?:the )?\Z")),
    ("planned", re.compile(r"\b(?:will(?: be)?|plans?(?: to)?|planned(?: to)?|planning(?: to)?|intends? to|intention to|slated to|scheduled to|due to|set to|going to|to be|expected to|agreed to|steps for|"
                           r"preparations? for|preparing to|tender for|contract (?:for|to)|project (?:for|to)|decided to|approved|pledged to|to jointly|announced)\s*(?:the |further |jointly )*\Z")),
    ("planned", re.compile(r"\b(?:plans? to|slated to|will|intends? to) [^.;]{3,80}, ?\Z")),
)  # fmt: skip
DONE = re.compile(r"\b(?:has|have|had|was|were|been)(?: \w+)?\s\Z")
