"""Two bodies that report one thing differ about it; what two companies say of themselves does not."""

from __future__ import annotations

import pytest

from parsers.claims.judge import judge
from tests.parsers.claims.made import figure

DIFFER = [
    (
        ("GML says Larkhaven grain stocks fall", "Stocks of grain held in Larkhaven fell by 1.4 million tonnes in the week ended May 8, the Grain Merchants League (GML) said."),
        ("OCS says Larkhaven grain stocks fall", "Stocks of grain held in Larkhaven fell by 1.1 million tonnes in the week ended May 8, the Office of Crop Statistics (OCS) said."),
    ),
    (
        ("Unemployment in Ostmark rises", "Unemployment in Ostmark rose to 6.2 percent in March, the National Statistics Office said."),
        ("Jobless rate in Ostmark climbs, federation says", "Unemployment in Ostmark rose to 6.9 percent in March, the Ostmark Labour Federation said."),
    ),
    (
        ("Quake shakes Torvik", "An earthquake measuring 6.8 on the Richter scale hit Torvik, the Brenna Seismic Institute said."),
        ("Torvik hit by quake", "The earthquake which hit Torvik measured 6.4 on the Richter scale, the Halden Geological Survey said."),
    ),
    (
        ("Norrland sells more shares", "Norrland Shipping Corp said its share offering was increased to 33 million shares."),
        ("Norrland share sale grows again", "Norrland Shipping Corp said its share offering was 37.95 million shares."),
    ),
    (
        ("Larkhaven dockers strike", "The strike in Norway has halted 158 ships, Ilse Brandt of the Seamen's Union said."),
        ("Talks in Larkhaven fail", "The strike has idled 163 ships in ports of Norway, Ilse Brandt, a senior official of the Seamen's Union, said."),
    ),
    (
        ("API puts Kestrel oil stocks lower", "Crude oil stocks in Kestrel terminals fell to 329 million barrels in the week ended May 8, the Alliance of Petroleum Importers (API) said."),
        ("EDO puts Kestrel oil stocks higher", "Crude oil stocks in Kestrel terminals fell to 333 million barrels in the week ended May 8, the Energy Data Office (EDO) said."),
    ),
]  # fmt: skip
"""Two reports of one thing with other values, each with its headline."""

APART = [
    (
        ("Halden car sales fall", "Halden Motors said car sales in Norway fell to 13,734 in February."),
        ("Brandt car sales fall", "Brandt Motors said car sales in Norway fell to 11,967 in February."),
    ),
    (
        ("GML says Larkhaven zinc stocks rise", "Stocks of zinc in Larkhaven rose to 24,735 tonnes in February, the Metal Merchants League said."),
        ("GML says Larkhaven lead stocks rise", "Stocks of lead in Larkhaven rose to 37,295 tonnes in February, the Office of Metal Statistics said."),
    ),
    (
        ("Ostmark wheat exports rise", "Wheat exports of Ostmark rose to 1.4 million tonnes in May, the Ostmark Grain Board said."),
        ("Vestmark wheat exports rise", "Wheat exports of Vestmark rose to 1.2 million tonnes in May, the Vestmark Grain Board said."),
    ),
    (
        ("Halden Bank cuts rate", "Halden Bank said its base lending rate in Norway was cut to 10.5 percent."),
        ("Brenna Bank cuts rate", "Brenna Bank said its base lending rate in Norway was cut to 11 percent."),
    ),
    (
        ("Halden stores sales rise", "Halden Stores said sales in Norway were 240 million dollars in February."),
        ("Brenna stores sales rise", "Brenna Stores said sales in Norway were 327 million dollars in February."),
    ),
    (
        ("Halden load factor falls", "The load factor fell to 52.6 percent in February, Halden Air said."),
        ("Brenna load factor falls", "The load factor fell to 54.1 percent in February, Brenna Air said."),
    ),
    (
        ("GML says Larkhaven grain stocks fall", "Stocks of grain held in Larkhaven fell by 1.4 million tonnes in the week ended May 8, the Grain Merchants League (GML) said."),
        ("OCS says Larkhaven grain stocks fall", "Stocks of grain held in Larkhaven fell by 1.1 million tonnes in the week ended May 1, the Office of Crop Statistics (OCS) said."),
    ),
    (
        ("Halden quarter", "Halden Foods said fourth-quarter profit rose to 31 million dollars."),
        ("Halden year", "Halden Foods said profit for the year was 52 million dollars."),
    ),
    (
        ("Norway inflation rises", "Consumer prices in Norway rose 2.1 percent in February, the Statistics Office said."),
        ("Norway factory prices rise", "Wholesale prices in Norway rose 2.6 percent in February, the Trade Institute said."),
    ),
]  # fmt: skip
"""Two reports of different things that look alike."""

Report = tuple[str, str]


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_two_bodies_differ(one: Report, other: Report) -> None:
    """Who tells a figure is no name of what it measures, and how it got there is no other thing: the two values are held against each other."""
    a = figure(one[1], headline=one[0], outlet="Packet")
    b = figure(other[1], headline=other[0], outlet="Packet")
    met = judge(a, b)
    assert met is not None
    assert met.relation == "differs"


@pytest.mark.parametrize(("one", "other"), APART)
def test_companies_speak_of_themselves(one: Report, other: Report) -> None:
    """What each company says of itself, other goods, other places and other weeks are different things."""
    a = figure(one[1], headline=one[0], outlet="Packet")
    b = figure(other[1], headline=other[0], outlet="Packet")
    assert judge(a, b) is None
