"""Settings files in TOML, read as records of pydantic: whatever is wrong is one sentence that names the file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from parsers.errors import UsageError

M = TypeVar("M", bound=BaseModel)


def validated(path: str | Path, model: type[M]) -> M:
    """What a file says, as a record. Raises UsageError for a file that cannot be read, is no TOML, or says what it may not."""
    try:
        return model.model_validate(tomllib.loads(Path(path).read_text("utf-8")))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not valid TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {where}: {first['msg']}") from error
