"""Whatever a message tells people to do exists: each command that is named anywhere can be given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from flows.cli import VERBS, command_line

ROOT = Path(__file__).parents[3]
NAMED = re.compile(r"(?:`|: |then |with )newsdesk (?P<words>[a-z][^`\n;,()]*)")
"""A command in a message: behind a backtick or a colon."""

GROUPS = ("feeds", "quarantine", "stories")
"""Verbs whose next word is a command of its own."""


def messages() -> Iterator[tuple[str, str]]:
    """Each string of the sources that is no docstring, with its file."""
    for package in ("parsers", "warehouse", "flows"):
        for path in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            docs = {
                id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                    yield str(path.relative_to(ROOT)), node.value
    for path in sorted((ROOT / "warehouse").rglob("*.sql")):
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def commands() -> list[tuple[str, str]]:
    """The commands that messages name, each once."""
    found = {m["words"].strip(): path for path, text in messages() for m in NAMED.finditer(text)}
    return sorted((words, path) for words, path in found.items())


@cache
def help_of(words: tuple[str, ...]) -> str:
    """What `newsdesk … --help` prints."""
    import contextlib
    import io

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        asked = [*words, "--help"]
        command_line(asked)(asked, result_action="return_value", exit_on_error=False)
    return out.getvalue()


def test_messages_name_commands() -> None:
    """The search below finds what it is about."""
    verbs = {words.split()[0] for words, _ in commands()}
    assert {"feeds", "quarantine", "formats", "migrate"} <= verbs


@pytest.mark.parametrize(("words", "path"), commands())
def test_a_named_command_exists(words: str, path: str) -> None:
    """Verb, command below it, and options of a remedy are those of the command line."""
    verb, *rest = words.split()
    assert verb in VERBS, path
    below = next((w for w in rest[:1] if verb in GROUPS and re.fullmatch(r"[a-z]+", w)), None)
    if below:
        assert re.search(rf"^\W*{below}\b", help_of((verb,)), re.M), path
    shown = help_of((verb, below) if below else (verb,))
    for option in (w for w in rest if w.startswith("--")):
        assert option in shown, path
