"""Repeat a pin under the extra that others ask for: `python .ci/pin_extras.py requirements.txt …`.

pip 22.3 and 23.2, which Python 3.11 and 3.12 bring, look with hashes for `sqlalchemy[asyncio]` by that very name and,
finding only `sqlalchemy==…`, take the newest release instead, which has no hash (pip 26.3 does not). uv leaves extras out of its locks; with all of them in, pip trips over `lxml`'s.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PIN = re.compile(r"^sqlalchemy(==\S+ \\\n(?:    --hash=\S+(?: \\)?\n)+)", re.M)


def main(names: list[str]) -> None:
    """Add the second pin to each lock file."""
    for path in map(Path, names):
        text = path.read_text("utf-8")
        if "sqlalchemy[asyncio]" not in text:
            path.write_text(PIN.sub(lambda m: m.group(0) + f"sqlalchemy[asyncio]{m.group(1)}", text, count=1), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
