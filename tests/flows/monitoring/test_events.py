"""What the desk tells the world about a run."""

from __future__ import annotations

from flows.monitoring import events
from flows.run.summary import Line, Summary
from parsers.model import Outcome
from warehouse.asking.desk_figures import Spread


def line(number: int, outcome: Outcome) -> Line:
    """A line of the outcome table."""
    return Line(
        arrival_id=str(number),
        document=f"/in/{number}.txt",
        outcome=outcome,
        reason="stub: too short — nothing",
        article_id=str(number),
    )


def test_thousands_of_documents_are_told_by_a_few_events() -> None:
    """At most so many of a kind are told singly; the summary has the numbers of all."""
    summary = Summary("run")
    for number in range(1_000):
        summary.add(line(number, Outcome.LOADED if number % 2 else Outcome.REJECTED))
    told = events.of_run(summary, ())
    assert len(told) == 2 * events.SINGLY + 1
    assert dict(told[-1].payload)["documents"] == 1_000
    assert dict(told[-1].payload)["rejected"] == 500


def test_a_run_that_files_nothing_tells_nothing() -> None:
    """No documents, no events."""
    assert events.of_run(Summary("run"), ()) == []


def test_a_rejection_is_labelled_with_its_code() -> None:
    """An automation can wait for one kind of rejection."""
    summary = Summary("run")
    summary.add(line(1, Outcome.REJECTED))
    assert dict(events.of_run(summary, ())[0].labels)["newsdesk.reason"] == "stub"


def test_a_story_tells_each_milestone_it_passes() -> None:
    """From two outlets to six: three and five are passed, also when one run brings them all."""
    spread = Spread(story_id="s", headline="Pier", outlets=tuple("abcdef"), outlets_before=2, articles=6)
    told = events.of_run(Summary("run"), [spread])
    assert [dict(t.labels)["newsdesk.story.milestone"] for t in told] == ["3", "5"]


def test_milestones_are_told_once() -> None:
    """What was reached before is not told again."""
    assert events.milestones(5, 6) == ()
    assert events.milestones(4, 5) == (5,)
