#!/usr/bin/env bash
# country_converter 1.3.2 beside pandas 3.1.1: no country can be converted.
#
# country_converter asks for pandas without an upper bound, so a plain install today brings pandas 3. There every conversion, of a name or of a
# code, ends in TypeError ("first argument must be string or compiled pattern"): the tables are read with an empty cell, which pandas 2 gave as
# text and pandas 3 gives as a missing value, and each cell is compiled as a pattern. Beside pandas 2.3.3 the same call answers NER.
# Source: observed behaviour; metadata of country_converter 1.3.2.
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/probe.py" <<'PY'
import logging

import country_converter

logging.disable(logging.CRITICAL)
try:
    print(country_converter.convert("Niger", to="ISO3"))
except TypeError as error:
    print("TypeError", error)
PY
for pandas in 3.1.1 2.3.3; do
    python3 -m venv "$folder/$pandas"
    "$folder/$pandas/bin/pip" install -q "country_converter==1.3.2" "pandas==$pandas"
    "$folder/$pandas/bin/python" "$folder/probe.py" >"$folder/$pandas.txt"
    echo "pandas $pandas: $(cat "$folder/$pandas.txt")"
done
grep -q "^TypeError" "$folder/3.1.1.txt"
grep -qx "NER" "$folder/2.3.3.txt"
