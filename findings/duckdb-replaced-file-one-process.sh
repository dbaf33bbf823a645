#!/usr/bin/env bash
# DuckDB 2.0.1 (Python): a database file that was replaced is not seen by a new connection while an older one of the process is open.
#
# A file is put in the place of another by a rename, as a publisher does. A second `duckdb.connect(path, read_only=True)` of the
# same process gives the rows of the file that was there before, for as long as any connection to that path is open; another process gets
# the new rows. `attach 'path' (read_only)` in a database in memory gives the new rows at once, in the same process, too.
# Source: observed behaviour; reported for a file that was copied over in https://github.com/duckdb/duckdb/issues/15912 (closed as stale),
# instances are shared by path since https://github.com/duckdb/duckdb/pull/4414
# Exits 0 while this is so, 1 when it changes.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q "duckdb==2.0.1"
cat >"$folder/probe.py" <<'PY'
import os
import subprocess
import sys

import duckdb

folder = sys.argv[1]
path, coming = os.path.join(folder, "a.duckdb"), os.path.join(folder, "b.duckdb")
for file, value in ((path, "old"), (coming, "new")):
    with duckdb.connect(file) as writer:
        writer.execute(f"create table state as select '{value}' as said")

ASK = "select said from state"
OTHER = f"import duckdb; print(duckdb.connect({path!r}, read_only=True).execute({ASK!r}).fetchone()[0])"

first = duckdb.connect(path, read_only=True)
os.replace(coming, path)
again = duckdb.connect(path, read_only=True).execute(ASK).fetchone()[0]
memory = duckdb.connect()
memory.execute(f"attach '{path}' as fresh (read_only)")
attached = memory.execute("select said from fresh.state").fetchone()[0]
elsewhere = subprocess.run([sys.executable, "-c", OTHER], capture_output=True, text=True, check=True).stdout.strip()
first.close()
print(f"DuckDB 2.0.1, file replaced: connected again {again!r}, attached in memory {attached!r}, another process {elsewhere!r}")
sys.exit(0 if (again, attached, elsewhere) == ("old", "new", "new") else 1)
PY
"$folder/venv/bin/python" "$folder/probe.py" "$folder"
