"""What every parsing worker needs, loaded once: the fork server imports this, and its workers are born with it.

Word lists, tables and automata are read when first used; a worker that had to read them itself would start with
seconds of work. One short damaged sentence makes all of them load, and one in another language the classifier.
"""

from __future__ import annotations

import gc

from parsers.known import Desk
from parsers.model import RawDocument
from parsers.pipeline import parse

SENTENCES = (
    b"Baku, May 4 (Press Example) - The port openedits second berth on Monday, said Leyla Quint, and 12 percent more ships came.\n",
    b"Der Hafen hat am Montag seinen zweiten Liegeplatz eingeweiht; seither sind zwei Schiffe mehr angekommen als im Vorjahr.\n",
)

for number, sentence in enumerate(SENTENCES):
    parse(RawDocument(raw_document_id=f"{number:064}", payload=sentence * 3, source_uri="warm.txt"), Desk())

# What is loaded now stays for good: the collector of each worker need not look at it again, and its pages stay shared.
gc.freeze()
