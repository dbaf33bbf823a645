"""The desk in charts: stories over time, sources per story, a timeline of facts, and figures by unit from a mirror.

pip install marimo altair
newsdesk export --to parquet mirror
NEWSDESK_DATABASE=newsdesk.duckdb NEWSDESK_MIRROR=mirror marimo edit docs/notebooks/desk.py
"""

import marimo

app = marimo.App(width="medium", app_title="The desk")


@app.cell
def _():
    import os

    import altair as alt
    import marimo as mo

    from flows.api import open_desk

    alt.data_transformers.disable_max_rows()
    path = os.environ.get("NEWSDESK_DATABASE", "newsdesk.duckdb")
    mirror = os.environ.get("NEWSDESK_MIRROR")

    def ask(sql):
        """Rows as dicts. The desk is opened anew for each question: runs may have replaced its file."""
        with open_desk(path) as desk:
            return desk.arrow(sql).to_pylist()

    return alt, ask, mirror, mo, open_desk, path


@app.cell
def _(ask, mo):
    (size,) = ask(
        "select count(*) as articles, count(distinct story_id) as stories, (select count(*) from fact) as facts from article"
    )
    mo.md(f"# The desk\n\n{size['articles']:,} articles, {size['stories']:,} stories, {size['facts']:,} facts.")
    return (size,)


@app.cell
def _(mo, open_desk, path):
    with open_desk(path) as desk:
        furthest = desk.stories(limit=5)
    mo.md("\n".join(f"- {story.headline or '(no headline)'}: {story.articles} printings" for story in furthest))
    return (furthest,)


@app.cell
def _(mo):
    mo.md("## Stories over time\n\nBy the month of their first printing; copies do not count.")
    return


@app.cell
def _(alt, ask):
    months = ask(
        """
        select strftime(first_seen, '%Y-%m') as month, if(copies > 0, 'reprinted', 'printed once') as spread, count(*) as stories
        from story where first_seen is not null group by all order by month
        """
    )
    stories_over_time = (
        alt.Chart(alt.Data(values=months), width=640, height=220)
        .mark_bar()
        .encode(
            x=alt.X("month:O", title=None),
            y=alt.Y("stories:Q", title="stories"),
            color=alt.Color("spread:N", title=None),
        )
    )
    stories_over_time
    return months, stories_over_time


@app.cell
def _(mo):
    mo.md("## Sources per story\n\nWho printed the stories that travelled furthest, and when.")
    return


@app.cell
def _(alt, ask):
    printings = ask(
        """
        select coalesce(s.headline, '(no headline) ' || left(s.story_id, 6)) as story, coalesce(a.republisher, a.publisher, 'unnamed') as outlet,
               strftime(a.date_published, '%Y-%m-%dT%H:%M:%SZ') as printed_at, a.article_id = s.original_article_id as original, s.articles
        from (from story order by articles desc, outlets desc, story_id limit 20) s join article a using (story_id)
        order by s.articles desc, story, printed_at
        """
    )
    sources_per_story = (
        alt.Chart(alt.Data(values=printings), width=440)
        .mark_bar()
        .encode(
            y=alt.Y("story:N", sort="-x", title=None, axis=alt.Axis(labelLimit=300)),
            x=alt.X("count():Q", title="printings"),
            color=alt.Color("outlet:N", title=None),
            tooltip=["outlet:N", "printed_at:T", "original:N"],
        )
    )
    sources_per_story
    return printings, sources_per_story


@app.cell
def _(mo):
    mo.md("## Timeline of facts\n\nWhat the articles say happened, or will, by the day it is about.")
    return


@app.cell
def _(alt, ask):
    dated = ask(
        """
        select left(time_start, 10) as day, coalesce(subtype, kind) as kind, modality, exact as words, publisher, headline
        from timeline where length(time_start) >= 10 order by time_start
        """
    )
    timeline_of_facts = (
        alt.Chart(alt.Data(values=dated), width=560)
        .mark_circle(size=70, opacity=0.6)
        .encode(
            x=alt.X("day:T", title=None),
            y=alt.Y("kind:N", title=None),
            color=alt.Color("modality:N", title=None),
            tooltip=["day:N", "words:N", "publisher:N", "headline:N"],
        )
    )
    timeline_of_facts
    return dated, timeline_of_facts


@app.cell
def _(mo):
    mo.md(
        "## Figures by unit\n\nFrom the Parquet files of a mirror, without the desk: set `NEWSDESK_MIRROR` to the folder that "
        "`newsdesk export --to parquet` keeps."
    )
    return


@app.cell
def _(alt, mirror):
    from collections import Counter
    from pathlib import Path

    import pyarrow.parquet as pq

    files = sorted(Path(mirror, "quantity").rglob("*.parquet")) if mirror else []
    counted = Counter(unit for file in files for unit in pq.read_table(file, columns=["unit"])["unit"].to_pylist())
    units = [{"unit": unit or "none", "figures": number} for unit, number in counted.most_common(20)]
    figures_by_unit = (
        alt.Chart(alt.Data(values=units), width=440)
        .mark_bar()
        .encode(y=alt.Y("unit:N", sort="-x", title=None), x=alt.X("figures:Q", title="figures"))
    )
    figures_by_unit
    return (figures_by_unit,)


if __name__ == "__main__":
    app.run()
