"""The desk for Python: search, stories, articles, facts and entities as records, any query as an Arrow table.

    from flows.api import open_desk

    with open_desk("newsdesk.duckdb") as desk:
        for hit in desk.search("ferry", limit=5).hits:
            print(hit.headline, hit.outlet)

What this package exports is stable: names and fields are removed only with a line in CHANGELOG.md. It reads the published
database, also while runs write, and never writes. docs/python.md describes it.
"""

from flows.api.desk import Desk, open_desk
from flows.api.entity_records import Entity, EntityPage
from flows.api.records import (
    Alert,
    Alteration,
    Article,
    ArticlePage,
    Event,
    Facet,
    Fact,
    Headline,
    Hit,
    Mention,
    Passage,
    Printing,
    Remark,
    Repair,
    Search,
    Story,
    StoryPage,
    Watch,
)
from parsers.errors import NewsdeskError, QuestionError, UsageError

__all__ = [
    "Alert",
    "Alteration",
    "Article",
    "ArticlePage",
    "Desk",
    "Entity",
    "EntityPage",
    "Event",
    "Facet",
    "Fact",
    "Headline",
    "Hit",
    "Mention",
    "NewsdeskError",
    "Passage",
    "Printing",
    "QuestionError",
    "Remark",
    "Repair",
    "Search",
    "Story",
    "StoryPage",
    "UsageError",
    "Watch",
    "open_desk",
]
