"""The words of building and planning: what makes a project, what a project makes, and how far it is."""

from __future__ import annotations

# What projects make: works of engineering, plants, lines, networks, zones.
THINGS = frozenset(
    "plant plants station stations factory factories base bases line lines railway railways railroad pipeline pipelines port ports park parks corridor corridors infrastructure farm farms "
    "bridge bridges airport airports facility facilities center centers centre centres hub hubs network networks terminal terminals refinery refineries mine mines dam dams reactor reactors grid grids "
    "zone zones school schools hospital hospitals clinic clinics housing homes houses apartments flats road roads highway highways motorway motorways tunnel tunnels canal canals complex campus "
    "university museum museums city cities village settlement settlements cable cables satellite satellites stadium stadiums arena metro tram tramway warehouse warehouses building buildings tower "
    "towers headquarters hotel hotels mill mills smelter smelters project projects system systems unit units installation turbines panels interconnector depot depots quay quays berth berths runway "
    "laboratory laboratories sanctuary barrier wall fence reservoir reservoirs storage shipyard dock docks mall store stores outlet outlets branch branches office offices market "
    "field fields platform platforms vessel vessels ship ships fleet".split()
)

_ANY = THINGS - {"market", "field", "fields", "fleet", "system", "systems", "office", "offices", "line"}
_BIG = frozenset("infrastructure port ports airport airports railway railways network networks station stations grid road roads line lines facility facilities plant plants refinery school schools hospital fleet field fields building".split())  # fmt: skip

# Verb: what its object must be.
MAKING: dict[str, frozenset[str]] = {
    "build": THINGS | {"system", "systems", "line"},
    "construct": THINGS,
    "erect": THINGS,
    "establish": _ANY | {"production", "capacities", "line", "lines", "office", "offices", "system"},
    "set": frozenset(("plant", "plants", "factory", "base", "centre", "center", "facility", "line", "lines", "network", "zone", "hub", "production")),
    "install": _BIG | {"turbines", "panels", "cable", "cables", "reactors", "units", "interconnector"},
    "modernise": _BIG, "modernize": _BIG, "upgrade": _BIG, "renovate": _BIG | {"stadium", "museum", "homes", "houses", "hotel"},
    "rebuild": _BIG | THINGS, "restore": _BIG, "electrify": _BIG, "digitise": _BIG | {"routes"}, "digitize": _BIG | {"routes"},
    "open": _ANY - {"project", "projects", "unit", "units", "homes"},
    "develop": frozenset("port ports field fields mine mines zone infrastructure corridor resources site complex airport".split()),
    "expand": _BIG | {"capacity", "plant", "mine", "mines", "terminal", "cooperation", "production"},
    "extend": _BIG | {"runway", "metro", "tram", "tramway", "corridor", "pipeline", "canal"},
    "create": frozenset("zone zones hub hubs park parks".split()),
    "launch": frozenset("satellite satellites plant factory terminal line facility metro network".split()),
    "commission": frozenset("plant plants station stations refinery terminal unit units reactor reactors line pipeline smelter".split()),
    "lay": frozenset("pipeline pipelines cable cables line lines track".split()),
    "deploy": frozenset("network networks satellites turbines".split()),
    "implement": frozenset("project projects".split()),
}  # fmt: skip
# Nouns of making, and what must be behind `of` (or before them).
NOMINAL: dict[str, frozenset[str]] = {
    "construction": THINGS, "building": frozenset("plant plants bridge dam pipeline railway road roads school".split()),
    "establishment": _ANY | {"infrastructure", "production", "lines"}, "development": _BIG | {"mine", "mines", "resources", "zone", "corridor", "complex", "project", "projects"},
    "installation": _BIG | {"turbines", "panels", "cable"}, "reconstruction": THINGS, "modernisation": _BIG, "modernization": _BIG, "expansion": _BIG | {"capacity", "mine", "terminal", "canal"},
    "production": frozenset(), "upgrade": _BIG, "renovation": _BIG | {"stadium", "museum", "hotel"}, "electrification": _BIG, "implementation": frozenset("project projects".split()),
}  # fmt: skip

GOODS = frozenset("unit units system systems line lines platform platforms store stores".split())
"""Things of which some are goods."""
OF_GOODS = frozenset("television tv video phone computer software music game games gaming navigation operating entertainment stereo audio app online".split())  # fmt: skip
"""Words before them with which they are."""
BASES = frozenset("manufacturing military production industrial naval air operating assembly missile".split())
"""Words before `base` that make it a place."""
SPENDING = frozenset("invest spend raise hire choose select award win contract pay borrow obtain receive sign".split())
"""Verbs whose infinitive of purpose is a plan: `will invest $5 million to build …`."""
PLANS = frozenset("plan plans deal deals contract contracts agreement agreements project projects bid programme program scheme proposal proposals drive effort efforts permission approval intention".split())  # fmt: skip

STARTING = frozenset("begin start commence".split())
"""Verbs whose subject is the work: `production is slated to begin`."""
GOING_ON = frozenset("continue proceed progress advance".split())
DONE = frozenset("complete finish end conclude".split())
APPROVED = frozenset("approve order announce plan authorise authorize back fund finance".split())
TALKS = frozenset("discussions talks negotiations discussion".split())
TALKED_OF = frozenset("discuss propose consider study examine explore negotiate debate".split())

_STEMS = {"set": "sets setting", "lay": "laid laying lays", "build": "built builds building", "rebuild": "rebuilt rebuilding", "commission": "commissioned commissioning"}  # fmt: skip


def _forms(lemma: str) -> set[str]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    found = {lemma, lemma + "s", stem + "ed", stem + "ing", *_STEMS.get(lemma, "").split()}
    if lemma.endswith("y"):
        found |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    return found | ({lemma + "es"} if lemma.endswith("sh") else set())


TRIGGERS = frozenset(form for lemma in MAKING for form in _forms(lemma)) | frozenset(NOMINAL)

_STARTED = frozenset("begin begins began begun beginning start starts started starting commence commences commenced commencing".split())  # fmt: skip
"""Forms of STARTING."""


def _worded() -> dict[str, frozenset[str]]:
    """The words without one of which in its sentence a word of making tells of nothing: what is made, or that it starts."""
    asked: dict[str, set[str]] = {}
    for lemma, things in MAKING.items():
        for form in _forms(lemma):
            asked.setdefault(form, set()).update(things)
    for noun, things in NOMINAL.items():
        asked.setdefault(noun, set()).update(things, _STARTED if noun in ("production", "construction") else ())
    return {form: frozenset(things) for form, things in asked.items()}


WORDED = _worded()

STUDIED = frozenset("feasibility possibility idea prospect viability study option question".split())
"""Nouns before `of building` with which it is only thought of."""
