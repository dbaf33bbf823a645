"""A folder with files that have the names of modules which newsdesk, Prefect and Python import. Executed, they leave a mark."""

from __future__ import annotations

from pathlib import Path

NAMES = (
    "flows", "warehouse", "parsers", "prefect", "uvicorn", "fastapi", "duckdb", "httpx", "pydantic", "lxml", "numpy",
    "asyncio", "signal", "threading", "multiprocessing", "json", "resource", "sitecustomize",
)  # fmt: skip
MARK = "executed"


def stray_modules(folder: Path) -> Path:
    """Make the folder, with a module or a package of each name."""
    for number, name in enumerate(NAMES):
        path = folder / (f"{name}.py" if number % 2 else f"{name}/__init__.py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"open({str(folder / MARK)!r}, 'a').write({name!r} + chr(10))\nraise ImportError({name!r})\n")
    return folder


def executed(folder: Path) -> list[str]:
    """The modules of the folder that were executed."""
    mark = folder / MARK
    return mark.read_text().split() if mark.exists() else []
