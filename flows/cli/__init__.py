"""The command line: one module per verb, imported only when called, so that help and queries start fast."""

from __future__ import annotations

import atexit
import io
import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cyclopts import App

from flows import child_processes
from flows.cli.printing import complain
from flows.escaping import visible
from flows.exit_codes import ExitCode

if TYPE_CHECKING:
    from cyclopts import CycloptsError
    from rich.panel import Panel

VERBS = {
    "ingest": "File documents: paths, folders, globs, or - for standard input.",
    "poll": "Poll the feeds that are due and file new entries.",
    "feeds": "Manage subscriptions: add, list, pause, remove, import, export.",
    "rules": "Set what feeds may bring: list, add, remove, test, apply.",
    "watches": "Ask questions of what each run files, and be told: add, list, found, test, remove, due.",
    "notes": "Keep notes on articles, stories, facts and entities: add, list, remove.",
    "tags": "Tag articles, stories, facts and entities: add, list, remove.",
    "judgements": "Say what is right or wrong: add, list, remove, export.",
    "quarantine": "List and show what could not be filed, or try it again.",
    "formats": "List the kinds of files that are read, and those that are refused.",
    "watch": "Watch folders and file what is dropped into them.",
    "serve": "Run everything: Prefect pages, schedules, triggers, watcher.",
    "sql": "Query the database, or open a shell.",
    "search": "Find articles by words, phrases and prefixes.",
    "show": "Print one article: clean text, edits, facts.",
    "stories": "List stories and their copies; split and merge them.",
    "happenings": "List what several independent stories report.",
    "entities": "List who and what is named; link names to Wikidata.",
    "entity": "Show one person, organisation, place or programme.",
    "timeline": "List dated facts.",
    "report": "Write an HTML report: stories, figures, quotations, repairs.",
    "export": "Write tables and views to Parquet, CSV or JSON Lines.",
    "attach": "Read months that were moved out back in queries.",
    "forget": "Take out an article, a document or an outlet for good.",
    "reprocess": "Parse the stored bytes again.",
    "maintain": "Checkpoint, verify, delete old Prefect runs.",
    "backup": "Write the whole desk to one file.",
    "restore": "Make a backup, or another copy, the state of this desk.",
    "verify": "Read every block and check what the files hold.",
    "publish": "Publish what is filed; --replace also over another file.",
    "status": "Show counts, runs and metrics.",
    "health": "Show whether the served desk is well; exit codes for monitors.",
    "migrate": "Bring the database schema up to this version.",
}
"""Verb → help. Each is in `flows.cli.<verb>:<verb>`."""


def installed_version() -> str:
    """The version of newsdesk that is installed."""
    from importlib.metadata import PackageNotFoundError, version  # slow to import, seldom asked

    try:
        return version("newsdesk")
    except PackageNotFoundError:
        return "0 (not installed)"


NO_OPTION = {"sql": re.compile(r"--\s"), "search": re.compile(r"-(?!(?:[dfho]|n\d*)$)[^-]")}
"""What begins with a hyphen and is no option: a query that opens with a comment, a word that is excluded."""


def arguments(given: Sequence[str]) -> list[str]:
    """The arguments as they are to be read: what is no option has a space before its hyphen, which changes nothing."""
    known = NO_OPTION.get("".join(given[:1]))
    return [f" {word}" if known and known.match(word) else word for word in given]


def _wrong_usage(error: CycloptsError) -> Panel:
    """What the person wrote may be the name of a file, and that may hold anything."""
    from cyclopts import CycloptsPanel

    return CycloptsPanel(visible(str(error)))


def command_line(arguments: Sequence[str]) -> App:
    """The command line. A verb that is called is known by its docstring; the list of all must not import them."""
    app = App(
        name="newsdesk",
        help="Damaged wire copy repaired, reprints recognised, facts filed in DuckDB with their exact words.",
        version=installed_version,
        version_flags=["--version"],
        error_formatter=_wrong_usage,
        help_format="plaintext",  # a markdown reader would double the time that help takes
        suppress_keyboard_interrupt=False,  # main() says what becomes of a run that is stopped
    )
    for verb, text in VERBS.items():
        app.command(f"flows.cli.{verb}:{verb}", name=verb, help=None if verb in arguments[:1] else text)
    if arguments[:1] == [COMPLETION] or "--help" in arguments[:1] or not arguments:
        app.register_install_completion_command(
            name=COMPLETION, help="Install completion for the shell in use (bash, zsh, fish)."
        )
    return app


COMPLETION = "--install-completion"


def _bear_any_letter() -> None:
    """Characters that the terminal's encoding lacks are printed as escapes, undecodable input is replaced; neither ends a command."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def main() -> None:
    """Run a command and end with its exit code (`flows.exit_codes`)."""
    _bear_any_letter()
    child_processes.protect()
    os.umask(os.umask(0o077) | 0o027)  # what is filed is the business of its owner, and of those the owner lets in
    words = arguments(sys.argv[1:])
    code = _refused(words) or _run(words)
    if code:
        atexit.register(_last_words)
    sys.exit(code)


def _refused(words: list[str]) -> int:
    """The exit code of a verb for which there is certainly too little memory, and that is said; else 0."""
    if not words or words[0] not in VERBS or {"--help", "-h"} & set(words):
        return ExitCode.DONE
    from flows.cli import room  # help does without it

    if why := room.trouble(words[0]):
        complain(f"newsdesk: {why}")
        return ExitCode.NOTHING
    return ExitCode.DONE


def _run(words: list[str]) -> int:
    """The exit code of a command; whatever was in the way is one line on standard error."""
    try:
        result = command_line(words)(words, result_action="return_value")
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _stopped(words)
    except BrokenPipeError:  # whoever reads has had enough; what is still buffered must not complain at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as error:  # noqa: BLE001 - all are told
        return _stopped(words) if isinstance(error, RuntimeError) and str(error) == _INTERRUPTED else _tell(error)
    return result if isinstance(result, int) else ExitCode.DONE


_INTERRUPTED = "Query interrupted"
"""What DuckDB's RuntimeError says when Ctrl-C met it in the middle of a statement."""


def _stopped(words: list[str]) -> int:
    rest = "; what was filed is filed, the rest is taken up by the next run" if words[:1] != ["sql"] else ""
    complain(f"newsdesk: stopped{rest}")
    return ExitCode.STOPPED


def _tell(error: Exception) -> int:
    from flows.cli import obstacles  # only when needed: it imports DuckDB and httpx

    said, code = obstacles.told(error)
    complain(f"{obstacles.shown(error)}newsdesk: {said}")
    obstacles.let_go(error)
    _drop_output()
    return code


def _drop_output() -> None:
    """What is still buffered for a full disk must not complain at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _last_words() -> None:
    """After a failure nothing of Python's runs any more; DuckDB's binding would list objects that the failure has kept."""
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
