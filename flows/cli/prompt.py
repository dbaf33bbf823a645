"""The prompt of the SQL shell: history, colours, and completion from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers.sql import SqlLexer

from warehouse.asking.query import Column, catalogue, completions, ended
from warehouse.database.store import Warehouse

COMMANDS = (".tables", ".schema", ".mode", ".help", ".quit")
MODES = ("table", "csv", "json", "jsonl", "markdown")
LAST_WORD = re.compile(r"[\w.]*$")
NAMED = re.compile(r"\b(?:from|join)\s+(\w+)(?:\s+(?:as\s+)?(\w+))?", re.IGNORECASE)


def session(warehouse: Callable[[], Warehouse], history: Path | None) -> PromptSession[str]:
    """A prompt that takes several lines until a semicolon (or an empty line) ends them."""
    return PromptSession(
        history=FileHistory(str(history)) if history else InMemoryHistory(),
        auto_suggest=AutoSuggestFromHistory(),
        completer=Names(warehouse),
        complete_while_typing=True,
        lexer=PygmentsLexer(SqlLexer),
        multiline=Condition(lambda: not complete(get_app().current_buffer.text)),
        prompt_continuation=lambda width, *_: "…> ".rjust(width),
        key_bindings=_keys(),
    )


def complete(text: str) -> bool:
    """Whether an entry is whole: a command, or ended by a semicolon or an empty line."""
    return not text.strip() or text.lstrip().startswith(".") or ended(text) or text.endswith("\n")


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    return keys


class Names(Completer):
    """Tables after `from`, columns of the tables in the query, then functions and keywords."""

    def __init__(self, warehouse: Callable[[], Warehouse]) -> None:
        self._warehouse = warehouse
        self._columns: tuple[Column, ...] = ()
        self._words: tuple[str, ...] = ()

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Candidates for the word at the cursor, likeliest first."""
        found = LAST_WORD.search(document.text_before_cursor)
        word = found.group() if found else ""
        if word or complete_event.completion_requested:
            for text, meta in self.candidates(document.text, document.text_before_cursor, word):
                yield Completion(text, start_position=-len(word.rpartition(".")[2]), display_meta=meta)

    def candidates(self, text: str, before: str, word: str) -> Iterable[tuple[str, str]]:
        """Candidates with a short explanation."""
        if not self._columns:
            warehouse = self._warehouse()
            self._columns, self._words = catalogue(warehouse), completions(warehouse)
        if before.lstrip().startswith("."):
            return self._of_command(before.lstrip())
        owner, dot, start = word.rpartition(".")
        pool = self._of(owner, text) if dot else self._all(text, before[: len(before) - len(word)])
        low = start.lower()
        return [(name, meta) for name, meta in pool if name.lower().startswith(low) and name.lower() != low]

    def _of_command(self, before: str) -> list[tuple[str, str]]:
        command, space, argument = before.partition(" ")
        if not space:
            return [(c[1:], "") for c in COMMANDS if c.startswith(command)]
        pool = MODES if command == ".mode" else self._relations() if command == ".schema" else ()
        return [(name, "") for name in pool if name.startswith(argument)]

    def _relations(self) -> list[str]:
        return list(dict.fromkeys(c.relation for c in self._columns))

    def _of(self, owner: str, text: str) -> list[tuple[str, str]]:
        aliases = {alias: table for table, alias in NAMED.findall(text) if alias}
        return [(c.name, c.type) for c in self._columns if c.relation == aliases.get(owner, owner)]

    def _all(self, text: str, before: str) -> list[tuple[str, str]]:
        relations = [(name, "table or view") for name in self._relations()]
        if re.search(r"\b(?:from|join)\s+$", before, re.IGNORECASE):
            return [*relations, ("search_stories", "search_stories('words')"), ("search", "search('words')")]
        named = {table for table, _ in NAMED.findall(text)}
        near = [c for c in self._columns if c.relation in named] or self._columns
        columns = {c.name: (c.comment or c.type) for c in near}
        return [*columns.items(), *relations, *((word, "") for word in self._words)]
