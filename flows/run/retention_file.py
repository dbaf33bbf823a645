"""`retention.toml`: how long articles are kept, as a file that a person keeps under version control.

[[rule]]
outlet = "The Larkhaven Packet"   # or a list; optional
keep = "forever"

[[rule]]
genre = "press_release"           # or a list; optional
days = 90
age = "published"                 # days since publication; default: since filing
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from flows.toml_files import validated
from warehouse.filing.retention import Rule

NAME = "retention.toml"


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Names = Annotated[list[Annotated[str, Field(min_length=1)]], BeforeValidator(_listed)]


class DeclaredRule(BaseModel):
    """One `[[rule]]` of the file."""

    model_config = ConfigDict(extra="forbid")

    outlet: Names = Field(default_factory=list)
    genre: Names = Field(default_factory=list)
    article: Names = Field(default_factory=list)
    days: int | None = Field(default=None, ge=1)
    keep: Literal["forever"] | None = None
    age: Literal["filed", "published"] = "filed"

    @model_validator(mode="after")
    def _one_of_two(self) -> DeclaredRule:
        if (self.days is None) == (self.keep is None):
            raise ValueError('a rule has either days = NUMBER or keep = "forever"')
        return self


class RetentionFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    most: int = Field(default=20_000, ge=1)
    rule: list[DeclaredRule] = Field(default_factory=list)


def read(path: str | Path) -> tuple[tuple[Rule, ...], int]:
    """The rules of a file in order, and how many articles may go in one night. Raises UsageError that names what is wrong."""
    declared = validated(path, RetentionFile)
    return tuple(_rule(r) for r in declared.rule), declared.most


def _rule(said: DeclaredRule) -> Rule:
    return Rule(
        days=said.days,
        outlets=tuple(said.outlet),
        genres=tuple(said.genre),
        articles=tuple(a.lower() for a in said.article),
        age=said.age,
    )
