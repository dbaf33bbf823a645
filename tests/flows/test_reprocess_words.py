"""What `newsdesk reprocess` says that it did."""

from __future__ import annotations

from flows.reprocess import summary
from warehouse.filing.reprocess import Reprocess


def test_the_line_says_what_is_counted() -> None:
    """Only what stories depend on is counted as other; facts and repairs are made anew without a count, and it says so."""
    done = Reprocess(reprocess_id="r", parser_version="2", old_only=False, articles=1200, changed=3, stories_stale=True)
    assert summary(done) == (
        "1,200 articles, their facts and repairs derived again: 3 with another text, headline, source or date, 0 rejected; "
        "stories rebuilt"
    )
