#!/usr/bin/env bash
# DuckDB 2.0.1 and 1.5.5: the sum of integers, exact in the answer, loses digits when it is written to Parquet.
#
# sum() of BIGINT is a HUGEINT, for which Parquet has no type; COPY writes it as DOUBLE without a word, so that
# 9007199254740993 comes back as 9007199254740992. Cast before writing: sum(x)::bigint, or ::decimal(38, 0), is exact.
# Source: observed behaviour; sum() of BIGINT is documented as HUGEINT.
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/probe.py" <<'PY'
import sys

import duckdb

folder, version = sys.argv[1:]
run = duckdb.connect().execute
VALUES = "(values (9007199254740992::bigint), (1)) t(x)"
answer = run(f"select sum(x) from {VALUES}").fetchall()[0][0]
run(f"copy (select sum(x) as total, sum(x)::bigint as cast_first from {VALUES}) to '{folder}/sums.parquet'").fetchall()
kinds = [row[1] for row in run(f"describe from '{folder}/sums.parquet'").fetchall()]
total, cast_first = run(f"select total::hugeint, cast_first from '{folder}/sums.parquet'").fetchall()[0]
print(f"DuckDB {duckdb.__version__}: answer {answer}, in Parquet {kinds[0]} {total}, cast first {kinds[1]} {cast_first}")
as_said = (answer, kinds, total, cast_first) == (9007199254740993, ["DOUBLE", "BIGINT"], 9007199254740992, 9007199254740993)
sys.exit(0 if as_said and duckdb.__version__ == version else 1)
PY
for version in 2.0.1 1.5.5; do
    python3 -m venv "$folder/$version"
    "$folder/$version/bin/pip" install -q "duckdb==$version"
    "$folder/$version/bin/python" "$folder/probe.py" "$folder" "$version"
done
