#!/usr/bin/env bash
# quantulum3 0.10.0 and number-parser 0.3.2 on ranks of two words ("the forty-ninth session").
#
# quantulum3 takes the second word for a fraction or a unit: "the forty-ninth session" is the quantity 4.44 (forty ninths), "the
# thirty-second meeting" thirty seconds of arc, "the twenty-first century" 20. number-parser turns ranks into plain numbers:
# "the 49 session", "the 32 meeting". Minutes of assemblies and histories are full of such ranks: no figure read this way is one.
# Source: observed behaviour of the pinned versions.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check quantulum3==0.10.0 number-parser==0.3.2
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys

import number_parser
from quantulum3 import parser

SAID = ["the forty-ninth session", "the twenty-first century", "the thirty-second meeting"]
quantities = [[(round(q.value, 2), q.unit.name) for q in parser.parse(text)] for text in SAID]
numbers = [number_parser.parse(text) for text in SAID]
print(quantities, numbers)
seen = quantities == [[(4.44, "dimensionless")], [(20.0, "dimensionless")], [(30.0, "second of arc")]]
sys.exit(0 if seen and numbers == ["the 49 session", "the 21 century", "the 32 meeting"] else 1)
PY
