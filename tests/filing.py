"""Filing documents for tests without Prefect: the same run, the same steps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flows.inbox.files import Numbers, arrivals
from flows.run.desk import Progress, Run, new_run_id, unwatched
from flows.run.summary import Summary
from parsers.fields import known_outlets
from parsers.known import Desk
from warehouse.database.place import Place


def file_paths(place: Place, paths: list[str], progress: Progress = unwatched) -> Summary:
    """File what lies at paths, and publish; `progress` hears how far it is."""
    run_id = new_run_id()
    run = Run(place, Desk(outlets=known_outlets()), kind="ingest", run_id=run_id)
    return run.go(arrivals(paths, Numbers(run_id)), run.steps(), progress)


def file_texts(place: Place, texts: Mapping[str, str]) -> Summary:
    """Write texts as files beside the database, file them, and publish."""
    folder = place.published.parent / "inbox"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        Path(folder, name).write_text(text, encoding="utf-8")
    return file_paths(place, [str(folder / name) for name in texts])
