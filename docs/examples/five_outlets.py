"""Tell a web address when a story reaches five outlets.

    PREFECT_API_URL=http://127.0.0.1:4200/api python docs/examples/five_outlets.py https://example.org/hook

The desk emits `newsdesk.story.spread` when a run brings a story to further outlets, once for each milestone it passes
(2, 3, 5, 10, 20, 50, 100). Run it again to change the address.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from prefect.automations import Automation
from prefect.blocks.webhook import Webhook
from prefect.events.actions import CallWebhook
from prefect.events.schemas.automations import EventTrigger, Posture

NAME = "a story in five outlets"
MESSAGE = "{{ event.payload.headline }}: in {{ event.payload.outlets }} outlets"


def main(address: str) -> None:
    """Make the automation, or replace it."""
    block = Webhook(method="POST", url=address).save("five-outlets", overwrite=True)
    with suppress(ValueError):  # there is none yet
        Automation.read(name=NAME).delete()
    Automation(
        name=NAME,
        description="Calls a web address with the headline and the number of outlets.",
        trigger=EventTrigger(
            expect={"newsdesk.story.spread"},
            match={"newsdesk.story.milestone": "5"},
            posture=Posture.Reactive,
            threshold=1,
        ),
        actions=[CallWebhook(block_document_id=block, payload=MESSAGE)],
    ).create()


if __name__ == "__main__":
    main(sys.argv[1])
