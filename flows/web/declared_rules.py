"""`[[rule]]` of `feeds.toml`: what of the feeds is kept and what is left out (docs/rules.md)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from parsers.feeds.links import absolute
from parsers.rules import USUAL, Rule, checked
from warehouse.filing.feeds import feed_id_of


class DeclaredRule(BaseModel):
    """One `[[rule]]` of the file."""

    model_config = ConfigDict(extra="forbid")

    name: str
    keep: Literal[True] | None = None
    block: Literal[True] | None = None
    feed: str | None = None
    words: tuple[str, ...] = ()
    pattern: str | None = None
    places: tuple[Literal["headline", "body", "author", "url"], ...] = Field(default=USUAL, min_length=1)
    min_words: int | None = Field(default=None, ge=1)
    max_words: int | None = Field(default=None, ge=1)
    languages: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_usable(self) -> DeclaredRule:
        if (self.keep is None) == (self.block is None):
            raise ValueError("write either keep = true or block = true")
        checked(self.as_rule())
        return self

    def as_rule(self) -> Rule:
        """The rule as the parsers know it."""
        address = absolute(self.feed) if self.feed else None
        return Rule(
            name=self.name, action="keep" if self.keep else "block", feed_id=feed_id_of(address) if address else None,
            words=self.words, pattern=self.pattern, places=self.places, shortest=self.min_words, longest=self.max_words,
            languages=self.languages, sections=self.sections,
        )  # fmt: skip
