"""Prefect's settings that the desk needs."""

from __future__ import annotations

import os
import subprocess
import sys


def test_what_the_user_has_set_stands() -> None:
    """Defaults fill gaps only."""
    name = "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE"
    done = subprocess.run(
        [sys.executable, "-c", f"import os, flows.prefect_settings; print(os.environ['{name}'])"],
        env={**os.environ, name: "7"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "7"
