"""Every verb against every obstacle: one line that says what to do, the documented exit code, never a traceback."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import duckdb
import httpx
import pytest
from cyclopts import App
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows import log_safety
from flows.cli import VERBS, main, obstacles
from flows.exit_codes import MEANING, ExitCode
from tests.filing import file_texts
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import exclusive
from warehouse.filing.restore import restore

DEAD = "http://127.0.0.1:9/api"
"""Port 9 of loopback: nobody listens."""

READING = {
    "sql": ("sql", "from article"),
    "search": ("search", "bridge"),
    "show": ("show", "{article}"),
    "stories": ("stories",),
    "happenings": ("happenings",),
    "entities": ("entities",),
    "entity": ("entity", "Ansel"),
    "timeline": ("timeline",),
    "report": ("report", "--output", "{folder}/report.html"),
    "export": ("export", "article", "--output", "{folder}/out"),
    "mirror": ("export", "article", "--to", "sqlite", "{folder}/mirror.sqlite"),
    "mirror in parquet": ("export", "article", "--to", "parquet", "{folder}/mirror"),
    "status": ("status",),
    "metrics": ("status", "--metrics"),
    "feeds": ("feeds", "list"),
    "quarantine": ("quarantine", "list"),
    "rules": ("rules", "list"),
    "watches": ("watches", "list"),
    "rules test": ("rules", "test", "Bridge opens"),
    "rules found": ("rules", "apply"),
    "formats": ("formats",),
    "attach": ("attach",),
    "verify": ("verify",),
    "shell": ("sql", ".tables"),
    "feeds export": ("feeds", "export", "{folder}/out.opml"),
    "watches found": ("watches", "found"),
    "watches test": ("watches", "test", "none"),
    "notes list": ("notes", "list"),
    "tags list": ("tags", "list"),
    "judgements list": ("judgements", "list"),
    "quarantine show": ("quarantine", "show"),
}
WRITING = {
    "ingest": ("ingest", "{folder}/new.txt"),
    "poll": ("poll",),
    "feeds add": ("feeds", "add", "http://127.0.0.1:9/feed.xml", "--unchecked"),
    "watches add": ("watches", "add", "bridges", "bridge"),
    "notes add": ("notes", "add", "{article}", "look again"),
    "tags add": ("tags", "add", "{article}", "bridges"),
    "judgements export": ("judgements", "export"),
    "watches due": ("watches", "due", "--send"),
    "rules add": ("rules", "add", "no bets", "--block", "--words", "betting"),
    "rules apply": ("rules", "apply", "--yes"),
    "retry": ("quarantine", "retry"),
    "reprocess": ("reprocess",),
    "maintain": ("maintain",),
    "migrate": ("migrate",),
    "unlink": ("entities", "unlink"),
    "split": ("stories", "split", "{article}"),
    "backup": ("backup", "{folder}/backup.duckdb"),
    "restore": ("restore", "{folder}/desk.duckdb"),
    "publish": ("publish",),
    "forget": ("forget", "{article}", "--reason", "asked for", "--yes"),
    "feeds set": ("feeds", "set", "--all", "--every-minutes", "30"),
    "feeds pause": ("feeds", "pause", "none"),
    "feeds resume": ("feeds", "resume", "none"),
    "feeds remove": ("feeds", "remove", "none"),
    "feeds import": ("feeds", "import", "{folder}/feeds.opml"),
    "watches remove": ("watches", "remove", "none"),
    "watches declare": ("watches", "declare", "{folder}/watches.toml"),
    "notes remove": ("notes", "remove", "none"),
    "tags remove": ("tags", "remove", "{article}", "none"),
    "judgements add": ("judgements", "add", "{article}", "wrong"),
    "judgements pair": ("judgements", "add", "{article}", "wrong", "--with", "{article}"),
    "judgements remove": ("judgements", "remove", "none"),
    "rules remove": ("rules", "remove", "none"),
    "merge": ("stories", "merge", "{article}", "{article}"),
    "apart": ("happenings", "apart", "{article}"),
    "together": ("happenings", "together", "{article}", "{article}"),
    "link": ("entities", "link", "{folder}/people.csv"),
    "export month": ("export", "--by", "month", "--move", "--before", "2001-01", "--output", "{folder}/cold"),
    "attach a folder": ("attach", "{folder}"),
}
NOTHING_TO_DO = frozenset((
    "split", "merge", "apart", "together", "quarantine show", "watches test", "attach a folder", "judgements add",
    "judgements pair", "feeds pause", "feeds resume", *(name for name in WRITING if name.endswith(" remove")),
))  # fmt: skip
"""Calls that name what is not there, or ask for what cannot be: also on a sound desk they say so in one line."""

SERVING = {"watch": ("watch", "{folder}/none"), "serve": ("serve", "{folder}/none")}
CALLS = {**READING, **WRITING, **SERVING}

TEXT = "Bridge opens\n\n" + "The bridge over the river Ansel was opened on Monday, the mayor said. " * 5


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a desk of one article, to be copied."""
    folder = tmp_path_factory.mktemp("stored")
    file_texts(Place.at(folder / "desk.duckdb"), {"a.txt": TEXT})
    return folder


@pytest.fixture
def folder(stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A desk of one's own, a new document beside it, and a Prefect server that is dead."""
    made = tmp_path / "desk"
    shutil.copytree(stored, made)
    (made / "new.txt").write_text(TEXT.replace("bridge", "tunnel"))
    (made / "feeds.opml").write_text(
        '<opml version="2.0"><body><outline xmlUrl="http://127.0.0.1:9/a.xml"/></body></opml>'
    )
    (made / "watches.toml").write_text('[[watch]]\nname = "bridges"\nkind = "search"\nquestion = "bridge"\n')
    (made / "people.csv").write_text("id,name,aliases\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PREFECT_API_URL", DEAD)
    monkeypatch.setattr("flows.cli.flow_calls.PATIENCE_SECONDS", 0.0)
    with temporary_settings({PREFECT_API_URL: DEAD}):
        yield made


def called(monkeypatch: pytest.MonkeyPatch, folder: Path, call: tuple[str, ...]) -> int:
    """The exit code of a call in the desk of a folder."""
    place = Place.at(folder / "desk.duckdb")
    article = "0"
    if any("{article}" in word for word in call):
        try:
            with duckdb.connect(str(place.published), read_only=True) as connection:
                article = str(connection.execute("select article_id from article").fetchall()[0][0])
        except duckdb.Error:
            pass
    words = [word.format(folder=folder, article=article) for word in call]
    database = [] if words[0] == "formats" else ["--database", str(place.published)]
    monkeypatch.setattr(sys, "argv", ["newsdesk", *words, *database])
    monkeypatch.setattr("atexit.register", lambda *_: None)
    with pytest.raises(SystemExit) as done:
        main()
    return int(done.value.code or 0)  # type: ignore[arg-type]


def plain(said: str) -> None:
    """What was said on standard error is no traceback and at most a few lines."""
    assert "Traceback" not in said
    assert "nanobind" not in said
    lines = [line for line in said.splitlines() if line.strip()]
    assert len(lines) <= 4, said


def damage(path: Path) -> None:
    """Overwrite the middle of a file."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 4)
        file.write(os.urandom(size // 2))


def damaged(folder: Path) -> None:
    """Both files of the desk hold noise in the middle."""
    damage(folder / "desk.duckdb")
    damage(folder / ".desk.duckdb.desk" / "live.duckdb")


def beheaded(folder: Path) -> None:
    """Both files of the desk begin with zeros."""
    for path in (folder / "desk.duckdb", folder / ".desk.duckdb.desk" / "live.duckdb"):
        with path.open("r+b") as file:
            file.write(bytes(64 * 1024))


def emptied(folder: Path) -> None:
    """Both files of the desk are empty."""
    for path in (folder / "desk.duckdb", folder / ".desk.duckdb.desk" / "live.duckdb"):
        path.write_bytes(b"")


def missing(folder: Path) -> None:
    """The folder of the database is gone."""
    shutil.rmtree(folder)


def untouched(folder: Path) -> None:
    """Nothing but the Prefect server is in the way."""


SAMPLE = frozenset(
    ("sql", "search", "status", "verify", "report", "ingest", "maintain", "reprocess", "backup", "serve")
)
"""The verbs that meet every obstacle in each run of the tests; the others meet the two most like these in `make trials`."""


def befalling() -> Iterator[object]:
    """Every verb with every obstacle."""
    for name in CALLS:
        for spoil in (damaged, beheaded, emptied, missing, untouched):
            long = spoil in (beheaded, emptied) and name not in SAMPLE
            yield pytest.param(name, spoil, id=f"{name}-{spoil.__name__}", marks=[pytest.mark.trial] if long else [])


@pytest.mark.parametrize(("name", "spoil"), befalling())
def test_whatever_befell_the_files(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    folder: Path,
    name: str,
    spoil: Callable[[Path], None],
) -> None:
    """A verb that cannot do its work says why in one line and ends with a documented code, and no code for a defect."""
    spoil(folder)
    code = called(monkeypatch, folder, CALLS[name])
    said = capfd.readouterr().err
    plain(said)
    assert code in (ExitCode.DONE, ExitCode.SOME, ExitCode.NOTHING), said
    if code == ExitCode.NOTHING:
        assert "newsdesk" in said.splitlines()[-1]
    if spoil is untouched and name not in (*SERVING, *NOTHING_TO_DO):
        assert code == ExitCode.DONE, said


@contextmanager
def crowded(folder: Path) -> Iterator[None]:
    """No file can grow beyond what the database holds: what a full disk does, without a disk."""
    size = (folder / "desk.duckdb").stat().st_size
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("name", CALLS)
def test_no_room(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], folder: Path, name: str) -> None:
    """A file that cannot grow costs one line; verbs that write nothing do not notice."""
    with crowded(folder):
        code = called(monkeypatch, folder, CALLS[name])
    said = capfd.readouterr().err
    plain(said)
    assert code in (ExitCode.DONE, ExitCode.NOTHING), said


@pytest.mark.parametrize("name", CALLS)
def test_too_little_memory(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], folder: Path, name: str
) -> None:
    """What DuckDB cannot do within its memory is said with the setting that gives it more."""
    monkeypatch.setenv("NEWSDESK_MEMORY_LIMIT", "1MB")
    code = called(monkeypatch, folder, CALLS[name])
    said = capfd.readouterr().err
    plain(said)
    assert code in (ExitCode.DONE, ExitCode.NOTHING), said
    if code == ExitCode.NOTHING and name not in SERVING:
        assert "NEWSDESK_MEMORY_LIMIT" in said or name in NOTHING_TO_DO


@pytest.mark.parametrize("name", WRITING)
def test_another_run_writes(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], folder: Path, name: str
) -> None:
    """A verb that waited in vain for its turn says so."""
    monkeypatch.setattr("warehouse.database.store.WAIT_SECONDS", 0.1)
    monkeypatch.setitem(restore.__kwdefaults__ or {}, "wait", 0.1)
    held = subprocess.Popen(
        [sys.executable, "-c", "import fcntl,sys,time; f=open(sys.argv[1],'a+'); fcntl.flock(f,fcntl.LOCK_EX); print(flush=True); time.sleep(60)",
         str(Place.at(folder / "desk.duckdb").write_lock)], stdout=subprocess.PIPE)  # fmt: skip
    assert held.stdout is not None
    held.stdout.readline()
    for function in ("writing", "exclusive"):
        monkeypatch.setattr(
            f"warehouse.database.store.{function}.__wrapped__.__kwdefaults__",
            {**getattr(__import__("warehouse.database.store", fromlist=[function]), function).__wrapped__.__kwdefaults__, "wait": 0.1},
        )  # fmt: skip
    try:
        code = called(monkeypatch, folder, WRITING[name])
    finally:
        held.kill()
        held.wait()
        held.stdout.close()
    said = capfd.readouterr().err
    plain(said)
    assert code in (ExitCode.DONE, ExitCode.NOTHING), said


def test_every_verb_meets_every_obstacle() -> None:
    """A new verb must be tried here, too."""
    assert set(VERBS) - {call[0] for call in CALLS.values()} - {"health"} == set()
    tried = {call[:2] for call in CALLS.values()}
    assert set(_second_words()) - tried == set()


def _second_words() -> Iterator[tuple[str, str]]:
    """Each verb that has verbs of its own, with each of them."""
    for verb in VERBS:
        app = getattr(import_module(f"flows.cli.{verb}"), verb)
        if isinstance(app, App):
            yield from ((verb, name) for name in app if not name.startswith("-"))


@pytest.mark.parametrize("name", ["sql", "ingest"])
def test_nothing_follows_the_last_line(folder: Path, name: str) -> None:
    """In a process of its own a failed verb ends with its line: no list of leaked objects after it."""
    beheaded(folder)
    words = [word.format(folder=folder) for word in CALLS[name]]
    code = "import sys; from flows.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *words, "--database", str(folder / "desk.duckdb")],
        cwd=Path(__file__).parents[3], capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == ExitCode.NOTHING
    plain(done.stderr)
    assert done.stderr.splitlines()[-1].startswith("newsdesk: ")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "too little memory"),
        (OSError(28, "No space left on device", "/srv/desk"), "make room"),
        (PermissionError(13, "Permission denied", "/srv/desk"), "change the permissions"),
        (OSError(30, "Read-only file system", "/srv/desk"), "read-only"),
        (BlockingIOError(11, "Resource temporarily unavailable"), "another process"),
        (httpx.ConnectError("refused"), "Prefect server"),
        (EOFError(), "killed from outside"),
        (ExceptionGroup("several", [ValueError("x"), OSError(28, "No space left on device")]), "make room"),
        (duckdb.OutOfMemoryException("Out of Memory Error: could not allocate"), "NEWSDESK_MEMORY_LIMIT"),
        (duckdb.IOException("IO Error: Could not write file: No space left on device"), "make room"),
        (duckdb.IOException("IO Error: Corrupt database file: computed checksum differs"), "damaged"),
    ],
)
def test_what_is_said_of_an_error(error: Exception, words: str) -> None:
    """Each known obstacle has a sentence with what to do, in one line."""
    said, code = obstacles.told(error)
    assert words in said
    assert "\n" not in said
    assert code == ExitCode.NOTHING


def test_a_defect_of_ours_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that is no obstacle has a code of its own, and its traceback can be asked for."""
    said, code = obstacles.told(KeyError("x"))
    assert code == ExitCode.DEFECT
    assert "KeyError" in said
    assert obstacles.shown(KeyError("x")) == ""
    monkeypatch.setenv(log_safety.TRACEBACK, "1")
    assert "KeyError" in obstacles.shown(KeyError("x"))


def test_the_exit_codes_are_documented() -> None:
    """The page on the command line prints the table of `flows.exit_codes`."""
    page = (Path(__file__).parents[3] / "docs" / "cli.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (\d+) \| (.+) \|$", page, re.MULTILINE))
    assert {int(code): meaning for code, meaning in rows.items()} == {int(c): m for c, m in MEANING.items()}


def test_a_published_file_can_still_be_replaced(folder: Path) -> None:
    """The trials above leave a desk that works: publication of an undamaged one succeeds."""
    place = Place.at(folder / "desk.duckdb")
    with exclusive(place):
        publish(place)
    assert place.published.exists()
