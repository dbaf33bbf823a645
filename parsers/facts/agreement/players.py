"""Agreements of sport: contracts of players with clubs, and matches that are agreed on. They are not agreements as meant here."""

from __future__ import annotations

from parsers.facts.agreement.parties import Sides
from parsers.facts.syntax import Located

_SPORT = frozenset(
    "striker midfielder defender goalkeeper winger quarterback pitcher footballer cricketer batsman bowler forward prop fly-half coach club clubs season league transfer goals match matches "
    "squad team football rugby cricket basketball baseball hockey tennis".split()
)
_CLUBS = frozenset("United City Rovers Wanderers Athletic Town Albion FC AFC CF County Celtic Rangers Hotspur Villa Wednesday Palace Forest Argyle Orient".split())  # fmt: skip
_GAMES = frozenset("play face meet host tour".split())


def of_a_player(place: Located, sides: Sides) -> bool:
    """Whether one of the sides is a person, and the other a club or the sentence one of sport."""
    if not any("person" in side.labels for side in sides.arguments):
        return False
    clubs = any(member.name.rpartition(" ")[2] in _CLUBS for member in sides.members)
    return clubs or not _SPORT.isdisjoint(place.tokens.low)


def of_a_game(place: Located, token: int) -> bool:
    """Whether what is agreed is a match: `agreed to | play Norway`."""
    k = token + 2
    if place.tokens.low[k] not in _GAMES:
        return False
    return place.tokens.low[k] == "play" or not _SPORT.isdisjoint(place.tokens.low)
