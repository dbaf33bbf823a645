#!/usr/bin/env bash
# python-dateutil 4.0.0: a range of days becomes one instant in another year, without an error.
#
# parse("May 14th-16th, 2026") is 14 May 2016, 20:26: "16th" is taken for the year and "2026" for a clock time. "10.30", the British form of
# a clock time, is 10 January. parse("Thu, 05.03.2026") is 3 May, although 5 March 2026 is the Thursday: the weekday, which decides between
# the two readings, is not used (parse gives 3 May 2026, a Sunday).
# Source: observed behaviour; dateutil's documentation of `parser.parse` promises ParserError for strings that are not understood.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check python-dateutil==4.0.0
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import datetime

from dateutil import parser

first = datetime(2000, 1, 1)
seen = {
    "May 14th-16th, 2026": datetime(2016, 5, 14, 20, 26),
    "10.30": datetime(2000, 1, 10),
    "Thu, 05.03.2026": datetime(2026, 5, 3),
}
got = {text: parser.parse(text, default=first) for text in seen}
print(got, datetime(2026, 3, 5).strftime("%A"))
sys.exit(0 if got == seen else 1)
PY
