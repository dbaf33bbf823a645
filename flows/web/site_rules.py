"""Rules of single sites from a folder that a person names: the file for a host, read when a page of it comes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from parsers.errors import UsageError

LARGEST = 200_000
"""Bytes of a file of rules that are read."""

_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRules:
    """A folder with files such as `press.example.txt`; `.press.example.txt` is for all hosts below that name."""

    folder: Path

    @classmethod
    def at(cls, folder: str | Path) -> SiteRules:
        """The rules in a folder. Raises UsageError when there is no such folder."""
        path = Path(folder).expanduser()
        if not path.is_dir():
            raise UsageError(f"site_rules: {folder} is not a folder; name the folder that holds the files of rules")
        return cls(folder=path)

    def of(self, host: str) -> tuple[str, str] | None:
        """Name and text of the file for a host: that of the host itself, else that of the nearest name above it."""
        bare = host.partition(":")[0].lower().removeprefix("www.")
        if not _HOST.fullmatch(bare):
            return None
        parts = bare.split(".")
        names = [f"{bare}.txt", *(f".{'.'.join(parts[n:])}.txt" for n in range(len(parts)))]
        for name in names:
            path = self.folder / name
            if path.is_file():
                return name, path.read_bytes()[:LARGEST].decode("utf-8", "replace")
        return None
