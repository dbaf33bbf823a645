"""Readers' comments are no part of an article."""

from __future__ import annotations

import pytest

from tests.parsers.formats.test_page import ARTICLE, MENU, PARAGRAPHS, copy_of, page

FORM = "<form class='{0}-form'><label>Your words</label><textarea name='{0}'></textarea></form>"
RULES = "<h2>Say something</h2><ul><li>What readers write here is theirs alone, and the desk does not answer for it.</li></ul>"
SAID = "<div class='{0}' id='{0}_{1}'><p class='{0}_info'><span class='{0}_author'>rower{1}</span> 28 minutes ago</p><div class='{0}_text'><p>Nobody asked the people who live beside the line whether they want {1} trains a night.</p></div></div>"
"""One comment."""


def commented(name: str, around: str = "{}", article: str = ARTICLE) -> str:
    """A page with an article, and comments under it."""
    said = "".join(SAID.format(name, n) for n in range(1, 9))
    form = f"<div class='box {name}-form-container'>{RULES}{FORM.format(name)}</div>"
    return page(
        f"{MENU}<div id='content'>{around.format(article)}{form}<div id='{name}_list' class='box'>{said}</div></div>"
    )


@pytest.mark.parametrize("name", ["comment", "sf_comment", "comentario", "kommentar", "commentaire", "yorum"])
@pytest.mark.parametrize(
    "around", ["<h1>Trains in autumn</h1><div>{}</div>", "<article><h1>Trains in autumn</h1>{}</article>"]
)
def test_comments_are_left_out(name: str, around: str) -> None:
    """The article is taken whole, and nothing of what readers wrote, nor the rules of the form."""
    text = copy_of(commented(name, around)).text
    assert all(p in text for p in PARAGRAPHS)
    assert "Nobody asked" not in text
    assert "readers write here" not in text


@pytest.mark.parametrize(
    "names", ["class='has-comments'", "class='comments-open post'", "id='comments'", "class='comment'"]
)
def test_a_box_around_the_article_stays(names: str) -> None:
    """An article in a box that is called after comments, as opinion pieces are, is filed."""
    text = copy_of(page(f"{MENU}<div {names}>{ARTICLE}{FORM.format('comment')}</div>")).text
    assert all(p in text for p in PARAGRAPHS)


def test_a_report_about_comments_stays() -> None:
    """One note of the desk under a heading for comments is no reader's."""
    note = "<div class='comment-note'><p>The desk has asked the railway for a comment, and will print the answer here.</p></div>"
    text = copy_of(page(f"{MENU}<article><h1>Trains in autumn</h1>{ARTICLE}{note}</article>")).text
    assert all(p in text for p in PARAGRAPHS)
