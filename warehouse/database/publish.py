"""Publication: the live database becomes the file people read, by one atomic replace."""

from __future__ import annotations

import time
from pathlib import Path

from warehouse.database.copying import copy_file
from warehouse.database.place import Place
from warehouse.database.store import Say, check_ours, silence

PERSON_SECONDS = 20.0
"""How long a person who has the published file open for writing is waited for; then it is replaced all the same."""


def publish(place: Place, *, say: Say = silence) -> None:
    """Replace the published file by a copy of the live one. The caller holds the right to write, and no connection.

    Cost: one copy of the file (nothing on file systems with reflinks). Readers that are open keep the old state; what a
    person has written into the published file is lost with it. `say` hears why it waits.
    Raises DatabaseForeign when something else has come to lie at the published path.
    """
    _wait_for_person(place.published, say)
    copy_file(place.live, place.published)


def _wait_for_person(path: Path, say: Say) -> None:
    """Check what is to be replaced; while a person has it open for writing, wait."""
    deadline = time.monotonic() + PERSON_SECONDS
    told = False
    while not check_ours(path) and time.monotonic() < deadline:
        if not told:
            say(
                f"{path} is open for writing in another program; waiting up to {PERSON_SECONDS:.0f} s, then replacing it"
            )
            told = True
        time.sleep(0.2)
