"""How a text falls into blocks, with a blank line between two, and lines."""

from __future__ import annotations

import re

BLOCK = re.compile(r"\S[^\n]*(?:\n(?!\n)[^\n]*)*")
LINE = re.compile(r"\S[^\n]*")
