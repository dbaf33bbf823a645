#!/usr/bin/env bash
# Babel 2.18.0: reading the stand-alone month names of one locale changes those of other locales in the same process.
#
# CLDR gives Thai no stand-alone month names of its own: they are an alias of the ones in dates. Asked first, Babel answers
# for Thai with its month of January. Asked after the same names of Azerbaijani were read as a dict, it answers for Thai with
# "yanvar", which is Azerbaijani. Tables of month names must be built with one locale a process.
# Source: observed behaviour; Babel's documentation of Locale.months promises "the locale's display names for months".
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "Babel==2.18.0"
cat >"$folder/probe.py" <<'PY'
import subprocess
import sys

FIRST = "from babel import Locale; print(Locale.parse('th').months['stand-alone']['wide'][1])"
AFTER = "from babel import Locale; dict(Locale.parse('az').months['stand-alone']['wide']); print(Locale.parse('th').months['stand-alone']['wide'][1])"


def answer(code):
    return subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True, encoding="utf-8").stdout.strip()


first, after = answer(FIRST), answer(AFTER)
print(f"Babel 2.18.0, January of Thai, stand-alone: asked first {first!r}, asked after Azerbaijani {after!r}")
sys.exit(0 if first == "มกราคม" and after == "yanvar" else 1)
PY
PYTHONIOENCODING=utf-8 "$folder/venv/bin/python" "$folder/probe.py"
