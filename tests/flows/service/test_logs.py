"""The log of a served desk: bounded while it runs, nothing lost, text or JSON."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from flows.service.logs import RotatingLog, formed


def test_the_log_is_bounded_while_the_desk_runs(tmp_path: Path) -> None:
    """However much the parts write, the files stay within the limit times their number, and the newest line is in the first."""
    log = RotatingLog(tmp_path / "serve.log", limit=2_000, kept=3)
    for number in range(2_000):
        log.write("watcher", f"line {number:06d}")
    files = sorted(tmp_path.iterdir())
    assert [f.name for f in files] == ["serve.log", "serve.log.1", "serve.log.2", "serve.log.3"]
    assert all(f.stat().st_size <= 2_000 for f in files)
    lines = [line for f in reversed(files[1:]) for line in f.read_text().splitlines()] + files[
        0
    ].read_text().splitlines()
    assert lines == [f"line {n:06d}" for n in range(2_000 - len(lines), 2_000)]


def test_a_line_is_in_the_file_at_once(tmp_path: Path) -> None:
    """What was written is there before anything is closed, so that a kill loses nothing."""
    log = RotatingLog(tmp_path / "serve.log")
    log.write("watcher", "said")
    assert (tmp_path / "serve.log").read_text() == "said\n"


def test_a_full_disk_costs_lines_and_says_how_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that cannot be written is counted; the next one that can be is preceded by the count."""
    log = RotatingLog(tmp_path / "serve.log")
    flush = log.flush

    def full() -> None:
        log.stream.seek(0)
        log.stream.truncate()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(log, "flush", full)
    for number in range(30):
        log.write("watcher", f"lost {number}")
    monkeypatch.setattr(log, "flush", flush)
    log.write("watcher", "there")
    assert (tmp_path / "serve.log").read_text().splitlines()[-2:] == [
        "30 lines of this log were lost: the disk was full",
        "there",
    ]


def test_json_has_time_part_level_and_message() -> None:
    """Each line is an object of its own; the level is there when the line names one."""
    said = json.loads(formed("watcher", "12:00:01 WARNING | é\x1b[0m", "json"))
    assert (said["part"], said["level"], said["message"]) == ("watcher", "warning", "12:00:01 WARNING | é\\u001b[0m")
    assert said["time"].endswith("+00:00")
    assert "level" not in json.loads(formed("watcher", "all is well", "json"))


def test_the_log_is_not_for_everyone(tmp_path: Path) -> None:
    """Under the umask that the command line sets, others cannot read it."""
    before = os.umask(0o027)
    try:
        RotatingLog(tmp_path / "serve.log").write("watcher", "said")
    finally:
        os.umask(before)
    assert (tmp_path / "serve.log").stat().st_mode & 0o007 == 0
