"""The main job through the real command line, without a Prefect server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parents[3]

# Several commands in one process, each with its own standard input.
COMMANDS = """
import io, sys
from types import SimpleNamespace
from flows.cli import main
database = sys.argv[1]
for arguments, given in (
    (["ingest", "seeds"], b""),
    (["ingest", "-"], b"The harbour of Larkhaven handled 4.2 million tonnes in 2024, the port office said on Monday."),
    (["ingest", "-"], b"\\x89PNG\\r\\n\\x1a\\n...."),
    (["ingest"], b""),
    (["ingest", "no/*.txt"], b""),
    (["ingest", "no/*.pdf", "seeds/*.txt"], b""),
):
    sys.argv = ["newsdesk", *arguments, *(["--database", database] if arguments[1:] else [])]
    sys.stdin = SimpleNamespace(buffer=io.BytesIO(given))
    try:
        main()
    except SystemExit as end:
        print("EXIT", end.code, flush=True)
print("LOADED", sorted({"prefect", "parsers.pipeline"} & set(sys.modules)))
"""


def test_from_the_command_line_to_the_ledger(tmp_path: Path) -> None:
    """Samples and standard input are filed; exit codes say how it went; no server is started, and neither Prefect nor a parser is loaded."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "NEWSDESK_"))}
    environment |= {"PREFECT_HOME": str(tmp_path / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS, str(tmp_path / "desk.duckdb")],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    codes = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("EXIT")]
    assert codes == ["0", "0", "1", "2", "2", "2"], done.stdout + done.stderr
    assert "lock-museum-undamaged.txt" in done.stdout
    assert "newsdesk quarantine list" in done.stdout
    assert done.stderr.count("newsdesk: no/*.txt matches no file") == 1
    assert done.stderr.count("no/*.pdf matches no file") == 1
    with duckdb.connect(str(tmp_path / "desk.duckdb"), read_only=True) as database:
        ledger = database.execute(
            "select flow_run_name, received > 0, adds_up from ledger order by started_at"
        ).fetchall()
        held = database.execute("select source_uri, reason like 'binary:%' from quarantine").fetchall()
    assert len(ledger) >= 4  # a pattern without a match keeps no other path out
    assert all(adds_up for _, _, adds_up in ledger)
    assert held == [("-", True)]
    assert {name for name, _, _ in ledger} == {None}
    assert "LOADED []" in done.stdout
    assert not (tmp_path / "prefect" / "prefect.db").exists()
