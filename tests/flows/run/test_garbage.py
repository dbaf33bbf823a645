"""The collector of circular garbage looks seldom while much is made, and as before afterwards."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from flows.run.garbage import SELDOM, seldom


def broken_off() -> None:
    """A block that fails."""
    with seldom():
        assert gc.get_threshold() == SELDOM
        raise ValueError("stop")


def test_it_is_as_before_afterwards() -> None:
    """Also after an error."""
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stop"):
        broken_off()
    assert gc.get_threshold() == before


def test_what_is_loaded_is_left_out() -> None:
    """A process that has loaded all it keeps leaves that out of every collection, and still finds new circles."""
    code = (
        "import gc\nfrom flows.run.garbage import hold_still\nkept = [[n] for n in range(10_000)]\nhold_still()\n"
        "assert gc.get_freeze_count() > 10_000\nassert len(gc.get_objects()) < 10_000\n"
        "circle = []\ncircle.append(circle)\ndel circle\nassert gc.collect() == 1\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
