"""Credits, datelines, bylines, headlines, residue and addresses, form by form."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.alignment import Alignment, Edit
from parsers.fields import known_outlets, read, settled
from parsers.fields.names import people, person
from parsers.fields.outlets import directory, name_key
from parsers.fields.stated import stated_people
from parsers.fields.url import clean, day_in_path
from parsers.known import Outlet
from parsers.model import Block, Copy, Fields, Statement

BODY = "The harbour board met on Wednesday and agreed to lengthen the eastern quay by ninety metres, the harbour master said."


def fields_of(text: str, *statements: tuple[str, str, str], blocks: tuple[Block, ...] = ()) -> Fields:
    """The fields of a text and what is stated about it as (field, value, source)."""
    said = tuple(Statement(field=f, value=v, source=s) for f, v, s in statements)
    return read(
        Copy(text=text, media_type="text/plain", charset="utf-8", statements=said, blocks=blocks), known_outlets()
    )


def without_residue(text: str, fields: Fields) -> str:
    """The text with its residue cut."""
    for mark in reversed([m for m in fields.marks if m.kind == "residue"]):
        text = text[: mark.raw_start] + text[mark.raw_end :]
    return text


CREDITS = [
    ("(MENAFN- AzerNews)", "AzerNews", "MENAFN"),
    ("(MENAFN - Gulf Times)", "Gulf Times", "MENAFN"),
    ("(MENAFN - AzerNews - Trend)", "Trend", "MENAFN"),
    ("(MENAFN-AFP)", "AFP", "MENAFN"),
    ("(MENAFN- Somebody New)", "Somebody New", "MENAFN"),
    ("(MENAFN- GlobeNewsWire - Nasdaq)", "GlobeNewswire", "MENAFN"),
    ("(Reuters) -", "Reuters", None),
    ("(ITAR-TASS)", "TASS", None),
    ("[AZERNEWS]", "AzerNews", None),
    ("(MENAFN)", None, "MENAFN"),
    ("(pictured)", None, None),
    ("(Somebody New)", None, None),
]


@pytest.mark.parametrize(("credit", "publisher", "republisher"), CREDITS)
def test_credits_before_the_body(credit: str, publisher: str | None, republisher: str | None) -> None:
    """A credit names whose text it is and who passed it on; brackets without a known outlet are body."""
    fields = fields_of(f"{credit} {BODY}")
    assert (fields.publisher, fields.republisher) == (publisher, republisher)
    assert without_residue(f"{credit} {BODY}", fields) == (BODY if publisher or republisher else f"{credit} {BODY}")


LINES = [
    ("Source: TASS", "TASS"), ("Source: The Rio Verde Gazette", "The Rio Verde Gazette"), ("© 2024 AFP", "AFP"), ("— Reuters", "Reuters"), ("(AFP)", "AFP"),
    ("Source: https://tass.com/economy", "TASS"), ("© 2024 Saltmere Shipping", "Saltmere Shipping"), ("Source: World Bank", None), ("© Getty Images", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "publisher"), LINES)
def test_credits_below_the_body(line: str, publisher: str | None) -> None:
    """A last line that is a credit names the publisher; a source of figures or of pictures does not."""
    assert fields_of(f"{BODY}\n\n{line}").publisher == publisher


DATELINES = [
    ("BAKU, Azerbaijan, March 3. The", "BAKU, Azerbaijan, March 3", None), ("Baku, March 3, AZERTAC\n", "Baku, March 3", "AZERTAC"),
    ("SYRACUSE, N.Y., March 12 - The", "SYRACUSE, N.Y., March 12", None), ("LONDON (AP) — The", "LONDON", "AP"),
    ("MOSCOW, May 15. /TASS/. The", "MOSCOW, May 15", "TASS"), ("BEIJING, May 15 (Xinhua) -- The", "BEIJING, May 15", "Xinhua"),
    ("ABU DHABI, 15th May, 2024 (WAM) -- The", "ABU DHABI, 15th May, 2024", "WAM"), ("Riyadh, May 15, 2024, SPA -- The", "Riyadh, May 15, 2024", "SPA"),
    ("New Delhi [India], May 15 (ANI): The", "New Delhi [India], May 15", "ANI"), ("NEW YORK, May 15, 2024 /PRNewswire/ -- The", "NEW YORK, May 15, 2024", "PR Newswire"),
    ("Doha, Qatar: The", "Doha, Qatar", None), ("Lima, march 9 - the", "Lima, march 9", None), ("Bakı, 12 iyun, AZƏRTAC\n", "Bakı, 12 iyun", "AZERTAC"),
    ("FENWICK — Fenwick has", "FENWICK", None), ("On Monday, March 3, the", None, None), ("In Baku, March 3. The", None, None), ("NATO - The", None, None),
    ("Larrand: First, the", None, None), ("GT: What do", None, None), ("OPEC: The", None, None), ("Washington, March 12, 2024 was", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "dateline", "agency"), DATELINES)
def test_datelines(opening: str, dateline: str | None, agency: str | None) -> None:
    """A dateline gives place and day, and its agency as publisher; labels, acronyms and sentences are none. It stays."""
    text = f"{opening} {BODY}"
    fields = fields_of(text)
    assert (fields.dateline, fields.publisher) == (dateline, agency)
    assert without_residue(text, fields) == text


BYLINES = [
    ("By Jane Carver", ("Jane Carver",)), ("By JANE CARVER and JOHN ROE in Port Ansel", ("Jane Carver", "John Roe")),
    ("By Jane Carver, Staff Writer", ("Jane Carver",)), ("Jane Carver in Baku", ("Jane Carver",)), ("By Jane de la Cruz-Carver | China Daily", ("Jane de la Cruz-Carver",)),
    ("By J. R. Carver for News.Az", ("J. R. Carver",)), ("Jane Carver Read more", ("Jane Carver",)), ("Jane Carver | The Peninsula", ("Jane Carver",)),
    ("By Our Staff Reporter", ()), ("By AFP", ()), ("Staff writer", ()), ("By News Desk", ()), ("Photo by Jane Carver", ()), ("By the Ministry of Energy", ()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    """People in a byline are the authors; roles, desks, agencies and photographers are not."""
    assert fields_of(f"{line}\n\n{BODY}").author == authors


@pytest.mark.parametrize(
    "printed",
    [
        "Staff Writer",
        "AzerNews",
        "Halden Works",
        "Port Authority",
        "the harbour",
        "Jane",
        "March 3",
        "GLOBAL TIMES",
        "China Daily",
        "A B",
        "",
    ],
)
def test_no_role_is_a_person(printed: str) -> None:
    """Roles, outlets, companies and single names are no authors: better none than a wrong one."""
    assert person(printed) is None


def test_one_stranger_spoils_the_list() -> None:
    """A list of authors in which one part is no person names nobody."""
    assert people("Jane Carver and News Desk") == ()
    assert people("Jane Carver, John Roe and Ann Poe") == ("Jane Carver", "John Roe", "Ann Poe")


def test_the_page_passed_on_what_the_text_credits() -> None:
    """The text's own credit is the publisher and the page's outlet the republisher; alone, the page's is the publisher."""
    credited = fields_of(f"DOHA (QNA) - {BODY}", ("publisher", "GULF TIMES", "opengraph"))
    own = fields_of(BODY, ("url", "https://www.gulf-times.com/story/1", "feed"))
    assert (credited.publisher, credited.republisher) == ("QNA", "Gulf Times")
    assert (own.publisher, own.republisher) == ("Gulf Times", None)


def test_a_quoted_outlet_is_no_publisher() -> None:
    """An outlet that the body merely names or quotes does not become the publisher."""
    for body in (
        f"Speaking to AzerNews, he agreed. {BODY}",
        f"{BODY} Reuters reports, citing two officials.",
        f"A Reuters reporter saw it. {BODY}",
    ):
        assert fields_of(body).publisher is None


def test_an_outlet_that_reports_in_its_own_name() -> None:
    """`…, News.Az reports citing …` in the opening names who put the document out when nothing else does."""
    assert fields_of(f"{BODY[:-1]}, News.Az reports citing the port.").publisher == "News.Az"


def test_markup_headings_are_headlines() -> None:
    """The heading that opens a fragment is its headline and leaves the body."""
    text = f"Quay to grow\n\n{BODY}"
    blocks = (Block(kind="heading", raw_start=0, raw_end=12), Block(kind="paragraph", raw_start=14, raw_end=len(text)))
    fields = fields_of(text, blocks=blocks)
    assert (fields.headline, without_residue(text, fields)) == ("Quay to grow", BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The quay will grow by ninety metres.",
        "- a longer quay for the port",
        "Larrand: who pays for all this?",
        "Quay grows",
    ],
)
def test_what_is_no_headline(line: str) -> None:
    """A sentence, a list item, a question under a label and two words alone are no headlines."""
    assert fields_of(f"{line}\n\n{BODY}").headline is None


UNSPACED = [
    ("港の新しい桟橋、来春に着工へ", "港湾委員会は火曜日、東の桟橋を九十メートル延ばす計画を承認し、来年の春に工事を始めると発表した。費用は八十億円と見込まれている。"),
    ("港口委员会批准延长东码头", "港口委员会星期二批准了将东码头延长九十米的计划，工程将于明年春天开始，预计费用约为八千万元。居民要求召开公开会议，讨论噪音问题。"),
    ("ท่าเรือใหม่จะเริ่มก่อสร้างปีหน้า", "คณะกรรมการท่าเรือประกาศเมื่อวันอังคารว่าการก่อสร้างท่าเรือใหม่จะเริ่มในฤดูใบไม้ผลิปีหน้า และประชาชนขอให้มีการประชุมสาธารณะเพื่อหารือเรื่องเสียงและการจราจร"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "body"), UNSPACED)
def test_headlines_without_spaces_between_words(title: str, body: str) -> None:
    """In Chinese, Japanese and Thai a short first line with a gap behind it is the headline; a sentence is none."""
    assert fields_of(f"{title}\n\n{body}").headline == title
    assert fields_of(f"{body[:30]}。\n\n{body}").headline is None
    assert fields_of(f"来源：港口日报\n\n{body}").headline is None


PROSE = [
    "Read more books, the minister told the children, and you will see.",
    "Follow the money and you will find the harbour board, which met on Wednesday.",
    "Like many on Twitter, he argued that the quay was too short for the ships.",
    "Copyright holders will gain from the new law, which parliament passed on Friday.",
    "The author of the report said on Wednesday that the quay was too short.",
    "Share prices fell by 4 percent after the announcement.",
    "Support for local journalism has grown since 2019, a survey found.",
    "The president is on Telegram, where he posts every day.",
    "Photo credits: the exhibition shows how pictures came to be paid for in the last century.",
    "Use of the content of river water for irrigation will be limited, he said.",
    "Register of ships: the ministry counted 412 vessels last year.",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_is_never_cut(sentence: str) -> None:
    """Sentences that begin like residue stay, wherever in the text they stand."""
    for text in (f"{sentence}\n\n{BODY}", f"{BODY}\n\n{sentence}\n\n{BODY}", f"{BODY}\n\n{sentence}"):
        assert without_residue(text, fields_of(text)) == text


lines = st.sampled_from(
    [BODY, "Read more", "(MENAFN- AzerNews)", " date 2024-05-15 ", "+ ↺ − 16 px", "Jane Carver Read more", "Photo: Jane Carver/GT", "By Jane Carver", "© 2024 AFP",
     "Share on Facebook", "Legal Disclaimer:", "MENAFN provides the information “as is” without warranty", "MENAFN15052024000195011045ID1108216734", "Read also:",
     "Editor's note: Jane Carver is a fellow. The views are her own.", "BAKU, May 3. The quay", "GT: Why?", "---", "", "(end) ab.cd", "Originally published by Trend"]
)  # fmt: skip


@settings(deadline=None)  # the model of the language identifier is loaded once
@given(st.lists(lines | st.text(max_size=60), max_size=14), st.sampled_from(["\n", "\n\n", " ", ""]))
def test_marks_hold_on_any_text(parts: list[str], between: str) -> None:
    """Whatever the text: marks lie inside it, residue marks do not overlap, and reading again reads the same."""
    text = between.join(parts)
    fields = fields_of(text)
    cuts = [m for m in fields.marks if m.kind == "residue"]
    assert all(0 <= m.raw_start < m.raw_end <= len(text) for m in fields.marks)
    assert all(a.raw_end <= b.raw_start for a, b in pairwise(cuts))
    assert fields == fields_of(text)


def test_outlets_are_found_by_name_alias_and_host() -> None:
    """An outlet is the same under its name in any case, its alias, with "News Agency" behind it, and at a subdomain."""
    book = directory(known_outlets())
    names = [
        book.name("AZERNEWS"),
        book.name("azernews.az"),
        book.name("Trend News Agency"),
        book.name("the Associated Press"),
    ]
    assert names == ["AzerNews", "AzerNews", "Trend", "AP"]
    found = book.at("https://en.azernews.az/nation/1.html")
    assert found is not None
    assert found.name == "AzerNews"
    assert book.at("https://notazernews.az.example/") is None


def test_a_desk_can_bring_its_own_outlets() -> None:
    """Outlets are data: with another list another name is known, and its clock is used."""
    outlets = (Outlet(name="Saltmere Post", hosts=("post.example",), time_zone="Asia/Karachi"),)
    copy = Copy(
        text=BODY,
        media_type="text/plain",
        charset="utf-8",
        statements=(
            Statement(field="url", value="https://post.example/1", source="feed"),
            Statement(field="date_published", value="2024-05-15 10:00", source="html"),
        ),
    )
    fields = read(copy, outlets)
    assert (fields.publisher, fields.date_published and fields.date_published.isoformat()) == (
        "Saltmere Post",
        "2024-05-15T05:00:00+00:00",
    )


def test_addresses() -> None:
    """Tracking goes, the rest of the query stays; a day in the path is read in its usual orders."""
    assert clean("HTTPS://Example.org/a?id=5&utm_source=x&fbclid=1#top") == "https://example.org/a?id=5"
    paths = [
        "/2024/05/15/quay",
        "/2024-5-15/quay",
        "/20240515/quay.html",
        "/15/05/2024/quay",
        "/2024/05/quay",
        "/quay-2024",
        "/2024/99/15/",
    ]
    days = [day_in_path(f"https://example.org{p}") for p in paths]
    assert days == ["2024-05-15", "2024-05-15", "2024-05-15", "2024-05-15", "2024-05", None, None]


def test_fields_are_read_again_from_the_repaired_body() -> None:
    """A headline read off a run-together notice stands in the article as the repaired body has it."""
    notice = "The Diplomat has published an article entitled “A smallport with plans.” News.Az reprints the article by InesHalvorsen."
    text = f"{notice}\n\n{BODY}"
    fields = fields_of(text)
    at = text.index("port with")
    clean = text[:at] + " " + text[at:]
    settled_ = settled(fields, clean, Alignment([Edit(at, at, " ")]))
    assert (fields.headline, settled_.headline) == ("A smallport with plans", "A small port with plans")
    assert (fields.author, settled_.author) == (("Ines Halvorsen",), ("Ines Halvorsen",))


def test_markup_calls_more_people_authors_than_a_bare_line() -> None:
    """April West is an author where markup or "By" says so; a heading of the same words is not."""
    assert fields_of(BODY, ("author", "April West", "json-ld")).author == ("April West",)
    assert fields_of(f"By April West\n\n{BODY}").author == ("April West",)
    assert fields_of(f"(MENAFN- AzerNews)\n\nNew Park\n\n{BODY}").author == ()


NOTICES = [
    ("The article by Jane Carver, a journalist, was published in The Diplomat magazine. News.Az reprints it in full.", "The Diplomat", "News.Az", ("Jane Carver",)),
    ("Pakistan's The Nation newspaper publishedan article titled \"Ports of tomorrow\" by Jane Carver, a researcher. News.Az republishes thearticle.", "The Nation", "News.Az", ("Jane Carver",)),
    ("This article was originally published by Eurasianet and is republished here with permission.", "Eurasianet", None, ()),
    ("Reprinted with permission from The Diplomat.", "The Diplomat", None, ()),
    ("By arrangement with the Financial Times", "Financial Times", None, ()),
    ("(First appeared in Arab News)", "Arab News", None, ()),
    ("The ministry has published an article on its own site about the harbour and its two quays.", None, None, ()),
    ("The Economist has published an article entitled “Ports”, and the minister answered it on Friday.", None, None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("notice", "publisher", "republisher", "authors"), NOTICES)
def test_reprint_notices(notice: str, publisher: str | None, republisher: str | None, authors: tuple[str, ...]) -> None:
    """A notice names publisher, republisher and authors, above or below the text; news about an article is no notice."""
    for text in (f"{notice}\n\n{BODY}", f"{BODY}\n\n{notice}"):
        fields = fields_of(text)
        assert (fields.publisher, fields.republisher, fields.author) == (publisher, republisher, authors)


INTERVIEWS = [
    "GT: Why?\n\nGT: And when?\n\nLarrand: Because we must.Larrand: In the spring, as planned.",
    "Q: Why?\n\nA: Because.\n\nQ: When?\n\nA: In spring.",
    "- Why is the quay so short?\n\n- It was built for other ships.\n\n- When will it grow?\n\n- In spring.",
    f"In an interview the harbour master spoke.\n\nWhy so short?\n\n{BODY}\n\nWhen will it grow?\n\n{BODY}\n\nWho pays?\n\n{BODY}",
]


@pytest.mark.parametrize("text", INTERVIEWS)
def test_interviews(text: str) -> None:
    """Turns under labels, marked questions, dashed turns and unlabelled questions in a text called interview are one."""
    assert fields_of(text).genre == "interview"


@pytest.mark.parametrize(
    "text", [f"Note: {BODY}\n\nNote: {BODY}", f"Who pays?\n\n{BODY}\n\nWho else?\n\n{BODY}", f"Minister: {BODY}"]
)
def test_no_interviews(text: str) -> None:
    """Labels without questions and rhetorical questions make no interview."""
    assert fields_of(text).genre != "interview"


def test_short_names_are_outlets_only_in_capitals() -> None:
    """SPA is an agency and a spa is not; two letters alone on a line are a button."""
    book = directory(known_outlets())
    assert (book.named("SPA"), book.named("spa")) == (book.named("Saudi Press Agency"), None)
    assert fields_of(f"{BODY}\n\nA A").publisher is None


def test_an_agency_called_author_is_the_publisher() -> None:
    """Where markup calls Reuters the author, the text is Reuters' and the page's outlet reprinted it; nobody is the author."""
    fields = fields_of(BODY, ("author", "Reuters", "json-ld"), ("publisher", "Daily Sabah", "json-ld"))
    assert (fields.publisher, fields.republisher, fields.author) == ("Reuters", "Daily Sabah", ())


def test_a_question_is_a_headline_only_above_a_byline_or_date() -> None:
    """A text may open with a question; above a byline or a date the question is its headline."""
    question = "Who will pay for the longer quay?"
    assert fields_of(f"{question}\n\n{BODY}").headline is None
    assert fields_of(f"{question}\n\nBy Jane Carver\n\n{BODY}").headline == question


@given(st.text(st.characters(codec="ascii"), max_size=30))
def test_names_are_compared_alike_whatever_stands_in_them(printed: str) -> None:
    """A foreign letter changes nothing about how the others are read."""
    assert name_key(f"{printed}Ə") == f"{name_key(printed)}ə"


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Jane Carver und John Roe, dpa", ("Jane Carver", "John Roe")), ("Jane Carver (jc), Political Editor", ("Jane Carver",)), ("Carver, Jane", ("Jane Carver",)),
        ("Jane Carver og John Roe", ("Jane Carver", "John Roe")), ("李小明", ("李小明",)), ("박영희 기자", ("박영희",)), ("سارة العلي", ("سارة العلي",)), ("मीरा शर्मा", ("मीरा शर्मा",)),
        ("新华社", ()), ("연합뉴스", ()), ("Newsroom", ()), ("The Rio Verde Gazette", ()),
    ],
)  # fmt: skip
def test_one_bad_part_throws_no_author_away(printed: str, names: tuple[str, ...]) -> None:
    """Of what markup calls the authors the people are taken, in any script, and nothing else."""
    assert stated_people(printed) == names


def test_the_outlet_is_not_its_own_author() -> None:
    """Markup that calls the outlet the author names nobody; another source may."""
    said = (("publisher", "Larrand Echo", "json-ld"), ("author", "Larrand Echo", "json-ld"))
    assert fields_of(BODY, *said).author == ()
    assert fields_of(BODY, *said, ("author", "Mara Tolley", "meta")).author == ("Mara Tolley",)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Prev Next", ()),
        ("Next Previous", ()),
        ("Ad Feedback", ()),
        ("Show Comments", ()),
        ("Click Here", ()),
        ("Follow Us", ()),
        ("Share Print", ()),
        ("Ida Brandt Follow", ("Ida Brandt",)),
        ('By Ida "Skip" Brandt', ('Ida "Skip" Brandt',)),
        ("Ida “Old Mae” Brandt and Ole Vinter", ("Ida “Old Mae” Brandt", "Ole Vinter")),
        ('"Ida Brandt"', ()),
        ('Ida "Brandt"', ()),
        ("Nigel Page", ("Nigel Page",)),
        ("Glenn Close", ("Glenn Close",)),
        ("Emily Post", ("Emily Post",)),
        ("Palma de Mallorca", ()),
        ("Ida Brandt | Santa Cruz de Tenerife", ("Ida Brandt",)),
        ("Ida Brandt | Santo Domingo", ("Ida Brandt",)),
        ("Rui Costa, Vila Nova de Gaia", ("Rui Costa",)),
        ("Nora D. Feld, Otto R.B. Linde, Mei-Lin Gao, and Jens Roth, KNP", ("Nora D. Feld", "Otto R.B. Linde", "Mei-Lin Gao", "Jens Roth")),
        ("Ole S.A. Vinter", ("Ole S.A. Vinter",)),
        ("Vinter Marin S.A.", ()),
    ],
)  # fmt: skip
def test_controls_and_places_are_nobody(printed: str, names: tuple[str, ...]) -> None:
    """What a page's controls say and the places beside a byline are no people; two initials inside a name are no company."""
    assert stated_people(printed) == names


@pytest.mark.parametrize(
    ("name", "url", "publisher"),
    [
        ("VARN 9 News (KVRN)", "https://varn.example/a", "VARN 9 News (KVRN)"),
        ("(Varn Gazette)", "https://varn.example/a", "Varn Gazette"),
        ("Varn Gazette [en]", None, "Varn Gazette [en]"),
        ("Blogger", "https://varnpost.example/a", None),
        ("WordPress.com", "https://varnpost.wordpress.com/a", None),
        ("Medium", "https://stories.varn.example/a", None),
        ("Tumblr", None, None),
        ("Squarespace", None, None),
        ("Wix", None, None),
        ("WordPress", "https://wordpress.org/news/a", "WordPress"),
        ("VarnPost | All that is new on the quay", "https://www.varnpost.example/a", "VarnPost"),
    ],
)
def test_publishers_of_pages(name: str, url: str | None, publisher: str | None) -> None:
    """A name keeps its bracket and loses its tagline; the program that made the page has published nothing."""
    said = [("publisher", name, "json-ld")] + ([("url", url, "opengraph")] if url else [])
    assert fields_of(BODY, *said).publisher == publisher


@pytest.mark.parametrize(
    ("name", "url", "publisher"),
    [
        ("Última Ola Varn", "https://ultimaola.example/a", "Última Ola Varn"),
        ("Ultima Ola Varn", "https://ultimaola.example/a", "Ultima Ola Varn"),
        ("โอลา Varnola.com", "https://www.varnola.com/a", "โอลา Varnola.com"),
        ("Harbour and quay", "https://varnola.example/a", None),
        ("Ola", "https://ola.example/a", None),
    ],
)
def test_an_imprint_that_its_host_has_too(name: str, url: str, publisher: str | None) -> None:
    """A stranger's name in a title or a footer is the outlet's where the page's own host is called so."""
    assert fields_of(BODY, ("issuer", name, "html"), ("url", url, "opengraph")).publisher == publisher
