#!/usr/bin/env bash
# Pint 0.25.3: a barrel is 119 litres, not the 159 litres of a barrel of oil; "kt" is a knot and "a" a year.
#
# News counts oil in barrels of 42 US gallons. In Pint's registry `barrel` and `bbl` are 31.5 gallons, so that "2 million bbl" comes
# out a quarter too small; the unit of the trade is `oil_bbl` (`oil_barrel`). "5 kt" are knots rather than kilotonnes, and "2 a" two years rather than
# two ares. All are valid units, so nothing is raised.
# Source: observed behaviour; the units are defined in pint/default_en.txt.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pint==0.25.3
"$folder/venv/bin/python" - <<'PY'
import sys

import pint

registry = pint.UnitRegistry()
litres = {unit: round(registry.Quantity(1, unit).to("litre").magnitude) for unit in ("barrel", "bbl", "oil_bbl")}
names = {unit: str(registry.Unit(unit)) for unit in ("kt", "a")}
print(litres, names)
sys.exit(0 if litres == {"barrel": 119, "bbl": 119, "oil_bbl": 159} and names == {"kt": "knot", "a": "year"} else 1)
PY
