"""The SQL shell: a prompt with history and completion, or statements from a pipe; answers are always fresh."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, get_args

from flows.cli.output import Format, show
from flows.cli.printing import complain, say
from flows.escaping import visible
from parsers.errors import NewsdeskError
from warehouse.asking.query import Answer, ask, catalogue, ended, questions, relations, statements
from warehouse.database.place import Place
from warehouse.database.store import Warehouse

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

HELP = """\
Any SQL that reads, ended by a semicolon. Beside it:
  .tables            tables and views, and what they hold
  .schema [NAME]     columns of a table or view (of all), and what they mean
  .mode [FORMAT]     how answers look: table, csv, json, jsonl, markdown
  .help  .quit
Try:  from search_stories('"middle corridor"');  from story limit 10;  from story_quotation;  from timeline;"""


class Shell:
    """Queries the published file, and reopens it when a run has replaced it. A query may take so many seconds."""

    def __init__(
        self,
        place: Place,
        form: Format,
        out: IO[str] | None = None,
        *,
        raw: bool = False,
        seconds: float | None = None,
    ) -> None:
        self.place = place
        self.form: Format = form
        self.raw = raw
        self.seconds = seconds
        self.out = out or sys.stdout
        self.failed = False
        self._warehouse: Warehouse | None = None
        self._inode = 0

    def command(self, text: str) -> int:
        """Answer one command, as if it were entered; the exit code."""
        try:
            self.warehouse()
            self.enter(text)
            return 2 * self.failed
        finally:
            self._close()

    def run(self) -> int:
        """Until the person leaves or the pipe ends; exit code 1 when something in a pipe could not be answered."""
        try:
            self.warehouse()  # where there is no database, nothing can be asked
            if not sys.stdin.isatty():
                self.feed(sys.stdin.read())
                return int(self.failed)
            self._converse()
            return 0
        finally:
            self._close()

    def warehouse(self) -> Warehouse:
        """The published database as it is now."""
        inode = self.place.published.stat().st_ino if self.place.published.exists() else 0
        if self._warehouse is None or inode != self._inode:
            self._close()  # first: a second connection to a path in one process would see the old file
            self._warehouse, self._inode = questions(self.place), inode
        return self._warehouse

    def _close(self) -> None:
        if self._warehouse is not None:
            self._warehouse.close()
            self._warehouse = None

    # ------------------------------------------------------------------ statements

    def feed(self, text: str) -> None:
        """Answer everything in a text: statements, and commands on lines of their own between them."""
        waiting: list[str] = []
        for line in text.splitlines():
            if line.lstrip().startswith(".") and not "".join(waiting).strip():
                if not self.enter(line):
                    return
            else:
                waiting.append(line)
                if line.rstrip().endswith(";") and ended("\n".join(waiting)):
                    self.enter("\n".join(waiting))
                    waiting = []
        if "".join(waiting).strip():
            self.enter("\n".join(waiting))

    def enter(self, text: str) -> bool:
        """Answer one entry; False when it asks to leave. What cannot be answered is said, and goes on."""
        text = text.strip()
        if text in (".quit", ".exit"):
            return False
        try:
            if text.startswith("."):
                self._command(*text.split(maxsplit=1))
            else:
                for statement in statements(text):
                    show(ask(self.warehouse(), statement, seconds=self.seconds), self.form, self.out, raw=self.raw)
        except NewsdeskError as error:
            self.failed = True
            complain(str(error))
        except KeyboardInterrupt:
            if not sys.stdin.isatty():
                raise
            complain("stopped")
        return True

    def _command(self, name: str, argument: str = "") -> None:
        argument = argument.strip().rstrip(";")
        if name == ".tables":
            self._print(("name", "kind", "holds"), relations(self.warehouse()))
        elif name == ".schema":
            self._schema(argument)
        elif name == ".mode" and argument in get_args(Format) and argument != "parquet":
            self.form = argument  # type: ignore[assignment]
        elif name == ".mode":
            self._say(f"{self.form}; .mode table, csv, json, jsonl or markdown changes it")
        elif name == ".help":
            self._say(HELP)
        else:
            complain(f"{name} is not a command; .help lists them")
            self.failed = True

    def _say(self, line: str) -> None:
        self.out.write(visible(f"{line}\n"))

    def _schema(self, name: str) -> None:
        columns = [c for c in catalogue(self.warehouse()) if not name or c.relation == name]
        if not columns:
            complain(f"there is no table or view {name}; .tables lists them")
            self.failed = True
            return
        rows = [((c.relation,) if not name else ()) + (c.name, c.type, c.comment or "") for c in columns]
        self._print((("table",) if not name else ()) + ("column", "type", "holds"), tuple(rows))

    def _print(self, names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        show(Answer(names, ("VARCHAR",) * len(names), iter(rows)), self.form, self.out)

    # ------------------------------------------------------------------ a person at the prompt

    def _converse(self) -> None:
        session = self._session()
        say(f"{self.place.published}, read-only and always current; .help helps, .quit leaves")
        while True:
            try:
                text = session.prompt("newsdesk> ")
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if text.strip() and not self.enter(text):
                return

    def _session(self) -> PromptSession[str]:
        from flows.cli.prompt import session

        return session(self.warehouse, history_file())


def history_file() -> Path | None:
    """Where the shell remembers what was entered (XDG base directories); None where nothing can be written."""
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "newsdesk"
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return state / "sql_history" if os.access(state, os.W_OK) else None
