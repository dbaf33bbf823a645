"""Whether this user may write to a desk: asked before something slow is begun, or a lock is waited for."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from parsers.errors import WarehouseError
from warehouse.database.place import Place


def check_writable(place: Place) -> None:
    """Raise WarehouseError for the first of a desk's files and folders that this user may not write to, with what to do.

    OSError when its file system is read-only.
    """
    for path in (place.published.parent, place.desk, place.write_lock, place.queue, place.live, place.log):
        if path.exists() and not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise _refusal(path)


def _refusal(path: Path) -> Exception:
    if os.statvfs(path).f_flag & os.ST_RDONLY:
        return OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
    cure = "change its permissions"
    if owner := _owner(path):
        cure = f"run the command as {owner}, or {cure}"
    return WarehouseError(f"{path} may not be written to by this user: {cure}")


def _owner(path: Path) -> str | None:
    """The name of a file's owner; None when it is oneself, or somebody without a name."""
    if path.stat().st_uid == os.geteuid():
        return None
    try:
        return path.owner()
    except KeyError:
        return None
