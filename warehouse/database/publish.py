"""Publication: the live database becomes the file people read, by one atomic replace."""

from __future__ import annotations

import time
from pathlib import Path

from warehouse.database import publication
from warehouse.database.aside import keep
from warehouse.database.blocks import Blocks
from warehouse.database.copying import copy_file
from warehouse.database.place import Place
from warehouse.database.store import Say, check_ours, exclusive, silence

PERSON_SECONDS = 20.0
"""How long a person who has the published file open for writing is waited for; if nothing was written, it is then replaced."""


def publish(place: Place, *, say: Say = silence, aside: Path | None = None) -> None:
    """Replace the published file by a copy of the live one. The caller holds the right to write, and no connection.

    Cost: one copy of the file (nothing on file systems with reflinks), and 10 ms for every 100 MB to read all blocks of it.
    Readers that are open keep the old state. `say` hears why it waits. With `aside`, whatever is at the published path is
    replaced, and kept in that folder. Raises DatabaseForeign, DatabaseNewer or PublishedChanged when something else is at
    the published path, and DatabaseDamaged when the live file is damaged; then nothing is changed.
    """
    if aside:
        keep(aside, place.published)
    else:
        _wait_for_person(place, say)
        publication.check_known(place)
    before = publication.current(place)

    def checked(part: Path, blocks: Blocks) -> None:
        if not aside:
            publication.check_newer(place, part)
        publication.remember(place, *before, publication.of_file(part, blocks))

    copy_file(place, place.live, place.published, checked)
    publication.remember(place, *publication.remembered(place)[-1:])


def publish_now(place: Place, *, say: Say = silence) -> None:
    """The same for a caller that does not hold the right to write: it is waited for."""
    with exclusive(place, say=say):
        publish(place, say=say)


def _wait_for_person(place: Place, say: Say) -> None:
    """Check what is to be replaced; while a person has it open for writing, wait."""
    deadline = time.monotonic() + PERSON_SECONDS
    told = False
    while not check_ours(place) and time.monotonic() < deadline:
        if not told:
            say(
                f"{place.published} is open for writing in another program; waiting up to {PERSON_SECONDS:.0f} s, then replacing it"
            )
            told = True
        time.sleep(0.2)
