"""A feed of each watch's latest alerts, in Atom (RFC 4287) and JSON Feed 1.1: two files, in a folder beside the database.

newsdesk.watches/NAME.atom, NAME.json

They are made from the table `alert` alone. A file that does not hold what it should is written again, whole or not at all.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

from flows.delivery.content import as_object, line
from flows.escaping import in_json
from parsers.watches import parts_are_web
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading
from warehouse.watching import alerts
from warehouse.watching.alerts import Alert

ATOM = "http://www.w3.org/2005/Atom"
SIGNED = "_newsdesk"
"""The key of our own in a JSON feed (names that begin with an underscore are free): which alerts the feed is made from."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def folder(place: Place) -> Path:
    """The folder of the feeds."""
    return place.published.with_suffix(".watches")


def renew(warehouse: Warehouse, place: Place) -> tuple[Path, ...]:
    """Write the feeds that changed, and remove those of watches that are gone. Returns what was written."""
    wanted = alerts.signatures(warehouse)
    here = folder(place)
    if not wanted and not here.is_dir():
        return ()
    here.mkdir(exist_ok=True)
    held = {path.stem: _signature(path) for path in here.glob("*.json")}
    stale = [name for name, said in wanted.items() if held.get(name) != said or not (here / f"{name}.atom").exists()]
    for name in held.keys() - wanted.keys():
        for ending in (".json", ".atom"):
            (here / f"{name}{ending}").unlink(missing_ok=True)
    return tuple(_write(here, name, of, wanted[name]) for name, of in _alerts(warehouse, stale))


def renew_published(place: Place) -> None:
    """The same by what is published: after articles were taken out, their words are in no feed."""
    with reading(place) as warehouse:
        renew(warehouse, place)


def _alerts(warehouse: Warehouse, names: Sequence[str]) -> Iterator[tuple[str, tuple[Alert, ...]]]:
    if names:
        yield from alerts.of_watches(warehouse, names).items()


def _signature(path: Path) -> str | None:
    """Which alerts a feed was made from; None for a file that is none of ours or cannot be read."""
    try:
        found = json.loads(path.read_text("utf-8"))[SIGNED]["alerts"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(found)


def _write(here: Path, name: str, of: tuple[Alert, ...], signature: str) -> Path:
    """Both files of a watch; the JSON one, which says what it is made from, last."""
    _replace(here / f"{name}.atom", atom(name, of))
    _replace(here / f"{name}.json", json_feed(name, of, signature))
    return here / f"{name}.json"


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


def atom(name: str, of: Sequence[Alert]) -> bytes:
    """The alerts of a watch as an Atom feed."""
    feed = ET.Element("feed", xmlns=ATOM)
    _add(feed, "id", f"urn:newsdesk:watch:{quote(name)}")
    _add(feed, "title", f"newsdesk: {name}")
    _add(feed, "updated", (of[0].found_at if of else EPOCH).isoformat())
    _add(ET.SubElement(feed, "author"), "name", "newsdesk")
    for alert in of:
        _entry(feed, alert)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode").encode()


def _entry(feed: ET.Element, alert: Alert) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", f"urn:newsdesk:alert:{alert.alert_id}")
    _add(entry, "title", line(alert.headline or "(no headline)"))
    _add(entry, "updated", alert.found_at.isoformat())
    if alert.date_published:
        _add(entry, "published", alert.date_published.isoformat())
    if alert.publisher:
        _add(ET.SubElement(entry, "author"), "name", line(alert.publisher))
    if alert.url and parts_are_web(alert.url):
        ET.SubElement(entry, "link", rel="alternate", href=_xml(alert.url))
    _add(entry, "summary", _said(alert))


def _said(alert: Alert) -> str:
    return line(f"“{alert.exact}” ({alert.why})")


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _xml(text)


def _xml(text: str) -> str:
    """A text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def json_feed(name: str, of: Sequence[Alert], signature: str) -> bytes:
    """The alerts of a watch as a JSON Feed; each item has the whole alert under `_newsdesk`."""
    made = {
        "version": "https://jsonfeed.org/version/1.1", "title": f"newsdesk: {name}", SIGNED: {"watch": name, "alerts": signature},
        "items": [_item(alert) for alert in of],
    }  # fmt: skip
    return in_json(json.dumps(made, ensure_ascii=False, indent=1)).encode()


def _item(alert: Alert) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"urn:newsdesk:alert:{alert.alert_id}", "title": line(alert.headline or "(no headline)"), "content_text": _said(alert),
        "date_published": (alert.date_published or alert.found_at).isoformat(), "date_modified": alert.found_at.isoformat(), SIGNED: as_object(alert),
    }  # fmt: skip
    if alert.url and parts_are_web(alert.url):
        item["url"] = alert.url
    if alert.publisher:
        item["authors"] = [{"name": line(alert.publisher)}]
    return item
