"""The original of a story is elected by evidence, and its tree hangs together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.syndication.story import Decision, Link, Member, components, decided, elect, relation, story_id, tree


def member(name: str, hour: int | None = 8, **about: object) -> Member:
    published = datetime(2025, 5, 1, hour, tzinfo=UTC) if hour is not None else None
    values = {"outlet": name, "live": 50, "letters": 400, "words": 80, "published": published, **about}
    return Member(article_id=name, **values)  # type: ignore[arg-type]


def link(one: str, other: str) -> Link:
    return Link(one=one, other=other, containment=1.0, jaccard=1.0, shared=50, rule="near")


def test_a_credit_beats_everything() -> None:
    """The article of the outlet that others credit is the original, though it came later and is no agency's."""
    found = elect(
        [member("Courier", 6), member("Wire", 7), member("Times", 9), member("Post", 8, credited="Times")], ["Wire"]
    )
    assert (found.article_id, found.evidence) == ("Times", "credit")


def test_a_reprint_stands_for_the_agency_that_it_names() -> None:
    """When the credited source is not here it is still named, and its earliest reprint is the original."""
    found = elect([member("Courier", 6), member("Post", 5, credited="Coast Wire")])
    assert (found.article_id, found.evidence, found.credited) == ("Post", "earliest", "Coast Wire")


def at(name: str, minute: int, **about: object) -> Member:
    """A member published some minutes behind eight."""
    return member(name, **{"published": datetime(2025, 5, 1, 8, tzinfo=UTC) + timedelta(minutes=minute), **about})


def test_at_nearly_the_same_time_the_sound_text_is_the_original() -> None:
    """A text whose words ran together was copied from something, whatever its clock says."""
    found = elect([at("Courier", 0, damage=20), at("Post", 20)])
    assert (found.article_id, found.evidence) == ("Post", "undamaged")


def test_at_nearly_the_same_time_who_names_no_source_comes_first() -> None:
    """Of two sound texts, the one that credits nobody is the original."""
    found = elect([at("Courier", 0, credited="Coast Wire"), at("Post", 20)])
    assert (found.article_id, found.evidence) == ("Post", "uncredited")


def test_at_nearly_the_same_time_the_longer_text_comes_first() -> None:
    """Where nothing else parts them, the more complete text is the original."""
    found = elect([at("Courier", 0), at("Post", 20, live=110)])
    assert (found.article_id, found.evidence) == ("Post", "most_complete")


def test_half_an_hour_is_an_order() -> None:
    """A copy that is later by more than the clocks can differ is never the original of the earlier text."""
    found = elect([at("Courier", 0, damage=20, credited="Coast Wire"), at("Post", 31, live=110)])
    assert (found.article_id, found.evidence) == ("Courier", "earliest")


def test_first_lines_are_an_earlier_version_of_the_full_text_that_others_copy() -> None:
    """An outlet's full text is the original of the copies, and its first lines are no revision of it."""
    brief, full = at("brief", 0, outlet="Times", url="t/1"), at("full", 120, outlet="Times", url="t/2", live=110)
    found = elect([brief, full, at("Post", 300, live=108)])
    assert (found.article_id, found.evidence) == ("full", "most_complete")
    assert (relation(brief, full), relation(full, brief)) == ("earlier_version", "revision")


def test_a_version_after_the_copies_is_a_revision() -> None:
    """What an outlet published after others had copied it is not what they copied."""
    first, later = at("first", 0, outlet="Times", url="t/1"), at("later", 300, outlet="Times", url="t/2", live=110)
    found = elect([first, later, at("Post", 120, live=49)])
    assert (found.article_id, found.evidence) == ("first", "earliest")


def test_an_update_at_the_same_address_is_a_revision() -> None:
    """A page that grew is still the page that was there first."""
    first, later = at("first", 0, outlet="Times", url="t/1"), at("later", 60, outlet="Times", url="t/1", live=110)
    assert elect([first, later]).article_id == "first"


def test_a_canonical_link_names_the_original() -> None:
    """The article that others name as canonical is the original."""
    own = member("Times", 9, url="https://times.example/1")
    found = elect([member("Post", 6, url="https://post.example/2", canonical_url="https://times.example/1"), own])
    assert (found.article_id, found.evidence) == ("Times", "canonical_link")


def test_an_agency_beats_an_earlier_paper() -> None:
    """A news agency's article is the original though a paper's stands with an earlier time."""
    assert elect([member("Courier", 6), member("Wire", 7)], ["Wire"]).evidence == "agency"


def test_without_times_the_longest_text_is_the_original() -> None:
    """When nothing else is known, the most complete text is the original."""
    found = elect([member("Courier", None), member("Times", None, live=90)])
    assert (found.article_id, found.evidence) == ("Times", "most_complete")


def test_the_same_outlet_revises_and_others_copy() -> None:
    """The relation follows from the outlets and the lengths."""
    source = member("Times")
    assert relation(member("Times", live=20), source) == "revision"
    assert relation(member("Post", live=20), source) == "excerpt"
    assert relation(member("Post", live=45), source) == "duplicate"


def test_one_address_without_an_outlet_is_one_outlets() -> None:
    """Edited text at the same address is a revision though nobody says whose it is; at another address it is a copy."""
    first = member("a", 8, outlet=None, url="https://a.example/1")
    assert relation(member("b", 9, outlet=None, url="https://a.example/1"), first) == "revision"
    assert relation(member("b", 7, outlet=None, url="https://a.example/1"), first) == "earlier_version"
    assert relation(member("b", 9, outlet=None, url="https://b.example/1"), first) == "duplicate"
    assert relation(member("b", 9, outlet=None), member("a", 8, outlet=None)) == "duplicate"
    assert relation(member("b", 9, outlet="Post", url="https://a.example/1"), first) == "duplicate"


LINKS = [link("a", "b"), link("b", "c"), link("c", "d")]


def test_a_split_takes_along_what_hangs_on_the_article() -> None:
    """Splitting b from a cuts between them: c and d stay with b."""
    kept = decided(LINKS, [Decision(decision="split", article_id="b", other_article_id="a")])
    assert components(kept, "abcd") == (("a",), ("b", "c", "d"))


def test_the_last_decision_on_a_pair_counts() -> None:
    """A merge after a split of the same two leaves one story."""
    decisions = [
        Decision(decision="split", article_id="b", other_article_id="a"),
        Decision(decision="merge", article_id="a", other_article_id="b"),
    ]
    assert components(decided(LINKS, decisions), "abcd") == (("a", "b", "c", "d"),)


@settings(deadline=None)
@given(st.permutations([member("a", 9), member("b", 7), member("c", None), member("d", 7)]))
def test_neither_name_nor_original_depends_on_order(members: list[Member]) -> None:
    """The story's id and its original are the same in whatever order its articles are listed."""
    assert story_id(members) == "b"
    assert elect(members).article_id == elect(sorted(members, key=lambda m: m.article_id)).article_id


def test_the_tree_reaches_everybody_once() -> None:
    """Seen from any root, every other article hangs once under one that was reached before."""
    for root in "abcd":
        assert sorted(away for _, away, _ in tree(LINKS, root)) == sorted(set("abcd") - {root})
