#!/usr/bin/env bash
# ctparse 0.3.6 and timefhuman 0.1.5: words of the past are read as days to come.
#
# Asked on Monday, 30 November 2026: "last Sunday" is 29 November. ctparse answers 6 December, and takes "last" for the latest hour of that day.
# "Tuesday of last week" is 24 November; both answer 1 December, without a sign that "of last week" was not understood. Both libraries were made
# for appointments; their READMEs promise expressions of time in natural language. In news most days spoken of are past, so each such reading is a wrong date of the right form.
# Source: observed behaviour.
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "ctparse==0.3.6" "timefhuman==0.1.5"
cat >"$folder/probe.py" <<'PY'
import datetime
import logging
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
from ctparse import ctparse
from timefhuman import tfhConfig, timefhuman

ASKED = datetime.datetime(2026, 11, 30, 12, 0)


def first(words):
    return str(ctparse(words, ts=ASKED).resolution)[:10]


def second(words):
    return [f"{day:%Y-%m-%d}" for day in timefhuman(words, tfhConfig(now=ASKED))]


seen = [first("last Sunday"), first("Tuesday of last week"), second("last Sunday"), second("Tuesday of last week")]
print(seen)
sys.exit(0 if seen == ["2026-12-06", "2026-12-01", ["2026-11-29"], ["2026-12-01"]] else 1)
PY
"$folder/venv/bin/python" "$folder/probe.py"
