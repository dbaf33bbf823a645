#!/usr/bin/env bash
# Unidecode 1.4.0 writes the Azerbaijani letter ə as "@", the sign of the manat as "m", and raised digits as plain ones.
#
# "Məmmədov" becomes "M@mm@dov": a key made with it (to find one person in two spellings, or a file name) meets neither "Mammadov" nor "Memmedov", and two
# libraries disagree: anyascii 0.3.3 gives "Memmedov". "₼ 12" is "m 12" in the one and "Manat 12" in the other. Both turn "10⁶" into "106".
# Source: observed behaviour of the pinned versions.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check unidecode==1.4.0 anyascii==0.3.3
"$folder/venv/bin/python" - <<'PY'
import sys

from anyascii import anyascii
from unidecode import unidecode

given = ("Məmmədov", "₼ 12", "10⁶")
got = [(unidecode(text), anyascii(text)) for text in given]
print(dict(zip(given, got)))
sys.exit(0 if got == [("M@mm@dov", "Memmedov"), ("m 12", "Manat 12"), ("106", "106")] else 1)
PY
