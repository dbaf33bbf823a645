#!/usr/bin/env bash
# DuckDB 2.0.1 and 1.5.5: to_json writes NaN and Infinity as bare words, which no JSON reader by RFC 8259 takes, and
# json_valid says that this is valid.
#
# A row with one such value makes a jsonb column of PostgreSQL or a browser's JSON.parse refuse the whole
# record; Python's json module takes it unless told not to. Replace such values before: nullif / case when isfinite(x).
# Source: observed behaviour; RFC 8259, section 6: "Numeric values that cannot be represented in the grammar below (such as
# Infinity and NaN) are not permitted."
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/probe.py" <<'PY'
import json
import sys

import duckdb

QUERY = "select to_json({'a': 'nan'::double, 'b': 'infinity'::double})::varchar as said, json_valid(said)"
said, valid = duckdb.connect().execute(QUERY).fetchall()[0]


def refuse(word):
    raise ValueError(word)


try:
    json.loads(said, parse_constant=refuse)
    strict = "takes it"
except ValueError as error:
    strict = f"refuses {error}"
print(f"DuckDB {duckdb.__version__}: to_json gives {said}, json_valid says {valid}, a strict reader {strict}")
as_said = (said, valid, strict) == ('{"a":NaN,"b":Infinity}', True, "refuses NaN")
sys.exit(0 if as_said and duckdb.__version__ == sys.argv[1] else 1)
PY
for version in 2.0.1 1.5.5; do
    python3 -m venv "$folder/$version"
    "$folder/$version/bin/pip" install -q "duckdb==$version"
    "$folder/$version/bin/python" "$folder/probe.py" "$version"
done
