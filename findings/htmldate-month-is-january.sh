#!/usr/bin/env bash
# htmldate 1.11.0 on a page whose only date is a month and a year in words.
#
# "Published May 2024" is answered with 2024-01-01, "Posted in June 2023" with 2023-01-01: the month is there and is not used, the answer looks
# like a day, and nothing says that only the year was found. The same month in digits, "05/2024", gives 2024-05-01. With
# extensive_search=False the words give no date. So a first of January from this library is a year at most.
# Source: observed behaviour of the pinned version.
# Exits 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check htmldate==1.11.0
"$folder/venv/bin/python" - <<'PY'
import sys

from htmldate import find_date

PAGE = "<html><body><h1>Harbour works</h1><p class='date'>{}</p><p>Works begin at the port.</p></body></html>"
expected = {"Published May 2024": "2024-01-01", "Posted in June 2023": "2023-01-01", "Published 05/2024": "2024-05-01"}
seen = {text: find_date(PAGE.format(text)) for text in expected}
strict = find_date(PAGE.format("Published May 2024"), extensive_search=False)
print(seen, "without the extensive search:", strict)
sys.exit(0 if seen == expected and strict is None else 1)
PY
