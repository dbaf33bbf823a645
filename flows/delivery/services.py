"""A message to a service that Apprise knows: Slack, Teams, ntfy, Matrix and a hundred more (https://github.com/caronc/apprise).

Apprise is imported only when a target needs it. It connects by itself: the guard of web addresses does not see that.
"""

from __future__ import annotations

from flows import log_safety
from flows.delivery import content
from parsers.errors import DeliveryFailed
from warehouse.watching.outbox import Message


def send(message: Message, address: str) -> None:
    """Send a message to an address of Apprise. Raises DeliveryFailed, which never repeats the address."""
    import apprise  # not at the top: it takes a second to load

    log_safety.hide(address)
    service = apprise.Apprise()
    if not service.add(address):
        raise DeliveryFailed(
            "service", "Apprise does not know this address; its documentation shows how they are written"
        )
    try:
        taken = service.notify(body=content.text(message.alerts), title=content.subject(message.alerts))
    except (TypeError, ValueError, OSError) as error:
        raise DeliveryFailed("service", f"Apprise could not send it ({type(error).__name__})") from error
    if not taken:
        raise DeliveryFailed("service", "the service did not take it")
