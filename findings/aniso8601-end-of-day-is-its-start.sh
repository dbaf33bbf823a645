#!/usr/bin/env bash
# aniso8601 10.0.1: the end of a day, written 24:00, becomes the start of the same day.
#
# ISO 8601:2004, 4.2.3, has two forms of midnight: 2026-03-02T24:00 is the instant 2026-03-03T00:00. aniso8601 takes the form,
# without an error, and gives 2026-03-02T00:00, a day early. Of two other readers of the same form one refuses it (isodate 0.7.2
# raises ValueError) and one has the right instant (python-dateutil 2.9.0.post0, isoparse). An embargo "until 24:00" ends a day
# before it starts to count.
# Source: observed behaviour; ISO 8601:2004, 4.2.3 (the form left the 2019 edition and came back with its amendment 1 of 2022).
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "aniso8601==10.0.1" "isodate==0.7.2" "python-dateutil==2.9.0.post0"
cat >"$folder/probe.py" <<'PY'
import sys

import aniso8601
import isodate
from dateutil.parser import isoparse

WRITTEN = "2026-03-02T24:00:00Z"


def reading(reader):
    try:
        return reader(WRITTEN).strftime("%Y-%m-%dT%H:%M")
    except ValueError as error:
        return type(error).__name__


read = {"aniso8601": reading(aniso8601.parse_datetime), "isodate": reading(isodate.parse_datetime), "dateutil": reading(isoparse)}
print(WRITTEN, read)
sys.exit(0 if read == {"aniso8601": "2026-03-02T00:00", "isodate": "ValueError", "dateutil": "2026-03-03T00:00"} else 1)
PY
"$folder/venv/bin/python" "$folder/probe.py"
