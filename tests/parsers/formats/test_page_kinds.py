"""Pages that are no article, and articles that only look like them."""

from __future__ import annotations

import pytest

from parsers.errors import Rejected
from parsers.formats.html import read
from parsers.known import Desk
from parsers.model import RawDocument, Rejection
from parsers.pipeline import parse
from parsers.sniff import HTML

MENU = "<nav><a href='/'>A</a><a href='/b'>B</a></nav>"
TEXTS = [
    "The pier of Varn stays closed until June, the harbour office said on Friday, because three of its posts are rotten.",
    "Divers looked at all forty posts last week and found that worms had eaten into the oldest of them.",
    "Fishermen have been told to use the north quay, where there is room for nine boats at a time.",
    "The work will cost 84,000 crowns, half of which the parish has saved for new lamps and will now use for the pier.",
    "A small ferry will take children to school every morning, and parents do not have to pay for it until summer.",
]


def kind(body: str, head: str = "") -> str:
    """Why a page is refused; empty when it is filed."""
    markup = f"<!doctype html><html><head><title>Varn</title>{head}</head><body>{MENU}<main>{body}</main></body></html>"
    try:
        read(RawDocument(raw_document_id="x", payload=markup.encode(), source_uri="a.html", source_kind="page"), HTML)
    except Rejected as error:
        return error.detail if error.reason == "not_an_article" else error.reason
    return ""


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs."""
    return "".join(f"<p>{t}</p>" for t in texts)


WALLS = {
    "de": ("Wir nutzen auf dieser Seite Cookies und ähnliche Techniken.", "Ihre Einwilligung widerrufen Sie hier: Cookies ablehnen oder akzeptieren."),
    "fr": ("Nous et nos partenaires utilisons des cookies pour mesurer l’audience.", "Vous pouvez continuer sans accepter ou paramétrer les cookies."),
    "es": ("Nosotros y nuestros socios utilizamos cookies en esta web.", "Puede aceptar todas las cookies o rechazar cookies ahora."),
    "it": ("Noi e i nostri partner utilizziamo cookie su questo sito.", "Puoi cliccare su accetta tutti oppure rifiuta tutti i cookie."),
    "pt": ("Nós utilizamos cookies para melhorar a sua visita.", "Leia a política de cookies ou clique em aceitar todos."),
    "nl": ("Wij en onze partners gebruiken cookies op deze site.", "Kies cookies accepteren of cookies instellen om door te gaan."),
    "pl": ("Używamy plików cookies na naszej stronie.", "Kliknij „zgadzam się” albo zarządzaj ustawieniami plików."),
    "ru": ("Мы используем файлы cookie на этом сайте.", "Продолжая пользоваться сайтом, вы соглашаетесь с условиями."),
    "uk": ("Ми використовуємо файли cookie на цьому сайті.", "Натисніть прийняти всі або прочитайте політику конфіденційності."),
    "tr": ("Bu sitede çerezleri kullanıyoruz ve ölçüm yapıyoruz.", "Çerez tercihleri bölümünde tümünü kabul edebilirsiniz."),
    "sv": ("Vi och våra partners använder cookies på webbplatsen.", "Välj godkänn alla cookies eller ändra dina val senare."),
    "cs": ("Na těchto stránkách používáme soubory cookies každý den.", "Můžete povolit všechny soubory cookie nebo jen nutné."),
    "fi": ("Käytämme evästeitä tällä sivustolla joka päivä.", "Voit valita hyväksy kaikki evästeet tai muuttaa valintoja."),
    "ar": ("نحن نستخدم ملفات تعريف الارتباط في هذا الموقع", "يمكنك قبول الكل أو رفض ملفات تعريف الارتباط"),
    "ja": ("このサイトではクッキーを使用しています。", "続行するにはクッキーの使用に同意してください。"),
    "da": ("Vi bruger cookies til at gemme oplysninger på din enhed.", "Du kan afvis alle eller administrer samtykke her."),
    "no": ("Vi bruker informasjonskapsler på disse sidene.", "Du kan godta alle eller endre innstillinger når som helst."),
    "ro": ("Noi utilizăm cookie-uri pe acest site.", "Alegeți acceptă toate sau respinge toate modulele."),
    "hu": ("Mi sütiket használunk ezen az oldalon.", "Az összes sütit elfogadom, vagy a beállításokat módosítom."),
    "el": ("Χρησιμοποιούμε cookies σε αυτή τη σελίδα.", "Πατήστε αποδοχή όλων ή αλλάξτε τις ρυθμίσεις."),
    "hr": ("Mi koristimo kolačiće na ovim stranicama.", "Možete prihvati sve ili otvoriti postavke kolačića."),
    "vi": ("Chúng tôi sử dụng cookie trên trang này.", "Bấm chấp nhận tất cả để tiếp tục đọc."),
    "parked-de": ("Diese Domain steht zum Verkauf.", "Der Inhaber der Domain nimmt Angebote entgegen."),
    "parked-zh": ("该域名正在出售中，欢迎联系我们。", "购买域名转让请联系。域名出售。"),
    "pay-de": ("Dieser Artikel ist nur für Abonnenten lesbar.", "Jetzt testen und weiterlesen, Sie sind bereits Abonnent?"),
    "pay-ru": ("Этот материал доступен только для подписчиков издания.", "Чтобы прочитать текст, войдите или оформите подписку."),
    "404-pl": ("Strona, której szukasz, nie została znaleziona.", "Taka strona nie istnieje albo została przeniesiona."),
    "parked": ("This domain is for sale by its owner today.", "Buy this domain and build your website in minutes."),
}  # fmt: skip


@pytest.mark.parametrize("name", WALLS)
def test_walls_and_stubs_are_refused_in_any_language(name: str) -> None:
    """A page that only talks to its visitor about cookies, subscriptions, errors or domains is no article."""
    assert kind("<h1>Varn</h1>" + paragraphs(*WALLS[name])).startswith("the page is a ")


@pytest.mark.parametrize(
    "text",
    [
        "The regulator fined a publisher on Friday because its cookie notice left readers no choice, it said. The company must pay two million crowns within a month. Lawyers expect an appeal before summer.",
        "The court in Varn fined the shop because its page placed files before visitors could accept all cookies or leave. “We use cookies to improve your visit,” the page had said. The judge called it a trick and gave the shop a month to change it.",
        "Readers of the parish page have seen a 404 error since Sunday, and nothing else. The page you are looking for does not exist, it says. The parish blames a digger that cut a cable in the market square, and hopes to be back on Friday.",
        "Der Verlag meldete am Freitag zehn Prozent mehr Abonnenten als im Vorjahr. Der Umsatz stieg auf 41 Millionen Kronen, sagte die Chefin. Im Sommer soll eine neue Ausgabe erscheinen.",
        "Суд в Варне отменил в пятницу решение о штрафе. Компания не нарушала закон об обработке данных, говорится в решении. Истец обещал подать жалобу до лета.",
    ],
)
def test_news_about_such_things_is_news(text: str) -> None:
    """A report on cookies, subscriptions or data is filed."""
    assert kind("<h1>Varn</h1>" + paragraphs(*(s + "." for s in text.rstrip(".").split(". ")))) == ""


def test_lists_are_refused_by_their_structure() -> None:
    """Teasers under linked headlines, and pages that are hardly anything but links, are an index."""
    teasers = "".join(
        f"<div><h3><a href='/{i}'>Report number {i} from Varn</a></h3><p>{t}</p></div>" for i, t in enumerate(TEXTS)
    )
    cards = "".join(f"<a href='/{i}'><h3>Report number {i} from Varn</h3><p>{t}</p></a>" for i, t in enumerate(TEXTS))
    assert kind(teasers) == "the page is an index of articles"
    assert kind(cards) == "the page is an index of articles"


def test_a_list_of_things_with_links_to_others_is_an_article() -> None:
    """Headings with a text each, and a link that says the same each time and leads to another house, are no index."""
    body = "<h1>Six walks</h1>" + "".join(
        f"<h2>Walk number {n}</h2><p>{text}</p><p><a href='https://walks{n}.example/'>Tickets</a></p>"
        for n, text in enumerate(TEXTS)
    )
    menu = "<ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li><li><a href='/c'>Town</a></li></ul>"
    assert kind(menu + body) == ""
    assert kind(menu + body.replace("https://walks", "/walks")) == "the page is an index of articles"


def test_an_article_with_teasers_below_is_an_article() -> None:
    """Links to other reports below the text, and linked headings inside it, change nothing."""
    more = "".join(
        f"<div class='related'><h3><a href='/{i}'>Other report {i}</a></h3><p>A line about it.</p></div>"
        for i in range(8)
    )
    assert kind(f"<article><h1>Pier closed</h1>{paragraphs(*TEXTS)}</article>{more}") == ""
    sections = "".join(
        f"<h2><a href='#s{i}'>Part {i}</a></h2><p>{t}</p><p>{t[::-1]}</p>" for i, t in enumerate(TEXTS[:3])
    )
    assert kind(f"<article><h1>Pier closed</h1>{sections}</article>") == ""


@pytest.mark.parametrize(
    ("head", "refused"),
    [
        ('<script type="application/ld+json">{"@type":"CollectionPage"}</script>', "the page is an index of articles"),
        ('<script type="application/ld+json">{"@type":"SearchResultsPage"}</script>', "the page is a list of search results"),
        ('<script type="application/ld+json">[{"@type":"CollectionPage"},{"@type":"NewsArticle","headline":"Pier closed"}]</script>', ""),
        ('<meta property="og:type" content="profile">', "the page is a profile"), ('<meta property="og:type" content="article">', ""), ('<meta property="og:type" content="website"><meta name="date" content="2025-02-07">', ""),
        ('<link rel="canonical" href="https://observer.example/">', "the page is a home page"), ('<link rel="canonical" href="https://observer.example/tag/pier">', "the page is an index of articles"),
        ('<link rel="canonical" href="https://observer.example/sea/pier-closed">', ""),
        ('<link rel="canonical" href="https://[.example/sea/pier-closed">', ""),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself(head: str, refused: str) -> None:
    """Types of schema.org and OpenGraph, and the place of a page, say that it is no article, unless it says that it is one."""
    assert kind(f"<article><h1>Pier closed</h1>{paragraphs(*TEXTS)}</article>", head) == refused


TITLES = [
    "Pier closed until June",
    "Ferry for school begins",
    "Bakers want lower rents",
    "Snow blocks the pass road",
    "Mill becomes a library",
]
LISTS = {
    "links and lines in boxes": "".join(f"<div><a href='/{i}'>{h}</a><div>{t}</div></div>" for i, (h, t) in enumerate(zip(TITLES, TEXTS, strict=True))),
    "rows of a table": "<table>" + "".join(f"<tr><td><b><a href='/{i}'>{h}</a></b><br>{t}</td></tr>" for i, (h, t) in enumerate(zip(TITLES, TEXTS, strict=True))) + "</table>",
    "entries with times": "<h1>Sea</h1>" + "".join(f"<article><h2><a href='/{i}'>{h}</a></h2><time datetime='2025-02-0{i + 1}'>{i}</time><p>{t}</p></article>" for i, (h, t) in enumerate(zip(TITLES, TEXTS, strict=True))),
    "cards with one button": "".join(f"<div><h3>{h}</h3><p>{t}</p><a href='/{i}'>More</a></div>" for i, (h, t) in enumerate(zip(TITLES, TEXTS, strict=True))),
    "a description above": f"<h1>Sea</h1><p>{TEXTS[0]}</p>" + "".join(f"<div><a href='/{i}'>{h}</a><p>{t}</p></div>" for i, (h, t) in enumerate(zip(TITLES, TEXTS[::-1], strict=True))),
    "Japanese": "".join(f"<div><a href='/{i}'>桟橋の{n}号杭に腐食</a><p>バルン港の{n}号杭で腐食が見つかったと技師が発表した。</p></div>" for i, n in enumerate("一二三四五")),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_refused_however_they_are_marked_up(name: str) -> None:
    """Titles that link to reports, each with a line or two, are an index with and without headings."""
    assert kind(LISTS[name]) == "the page is an index of articles"


OTHERS = {
    "the page is a gallery": "<h1>Varn</h1>" + "".join(f"<figure><img src={i}><figcaption>{t}</figcaption></figure>" for i, t in enumerate(TEXTS)),
    "the page is a video": "<h1>Boat turns over</h1><video src=v></video><p>A boat has turned over in Varn.</p>",
    "the page is a page to listen to": "<h1>Varn live</h1><audio src=v></audio><p>The best music of the coast.</p>",
    "the page is a login page": "<h1>Harbour circle</h1><p>Share your days with those who sail.</p><form><input name=a><input type=password></form>",
    "the page is a page without a sentence": "<h1>Varn</h1><table>" + "".join(f"<tr><td>Day {i}</td><td>{i}°</td><td>wind {i} km/h</td></tr>" for i in range(7)) + "</table>",
    "the page is a server's own page": "<h1>502 Bad Gateway</h1><p>nginx</p>",
    "the page is a list of search results": "<h1>Search results for “pier”</h1><p>No results found. Try other keywords.</p>",
    "the page is a page of rules": "<h1>Datenschutzerklärung</h1><p>Wir verarbeiten Ihre Daten nach dem Gesetz, solange Sie es wünschen.</p>",
    "the page is a missing page of a site": "<h1>ページが見つかりませんでした</h1><p>アドレスをもう一度ご確認ください。</p>",
}  # fmt: skip


@pytest.mark.parametrize("what", OTHERS)
def test_other_pages_are_refused_by_what_they_are(what: str) -> None:
    """Galleries, videos, logins, tables, and pages of servers, searches and rules are named as such."""
    assert kind(OTHERS[what]) == what


ARTICLES = {
    "a brief": "<h1>Ferry cancelled</h1><p>The noon ferry to Ost is cancelled, the harbour office said.</p>",
    "a brief of sections with outside links": "<h1>Five mills</h1>" + "".join(f"<h2><a href='https://m{i}.example/'>{h}</a></h2><p>{t}</p>" for i, (h, t) in enumerate(zip(TITLES, TEXTS, strict=True))) + "<link rel=canonical href='https://varn.example/sea/mills'>",
    "a round-up with author and date": "<h1>Morning</h1><p class='byline'>By Mara Ovist</p><time datetime='2025-02-07T06:00Z'>7 February</time>" + "".join(f"<h3><a href='/{i}'>{h}</a></h3><p>{t}</p>" for i, (h, t) in enumerate(zip(TITLES, TEXTS, strict=True))),
    "links between paragraphs": "<h1>Pier</h1>" + "".join(f"<p>{t} {TEXTS[i - 2]}</p><p>{TEXTS[i - 1]}</p><p><a href='/{i}'>Read also: {TITLES[i]}</a></p>" for i, t in enumerate(TEXTS)),
    "a text beside a video": f"<h1>Pier</h1><video src=v></video>{paragraphs(*TEXTS)}",
    "a text before pictures": f"<h1>Pier</h1>{paragraphs(*TEXTS)}" + "".join(f"<figure><img src={i}><figcaption>Picture {i}</figcaption></figure>" for i in range(6)),
    "a login in a box": "<div class='modal'><form><input type=password></form></div><h1>Ferry cancelled</h1><p>The noon ferry to Ost is cancelled today, the office said.</p>",
    "a report on a search": f"<h1>Search for missing boat goes on</h1>{paragraphs(*TEXTS[:2])}",
    "a report on rules": f"<h1>Council adopts privacy policy for cameras</h1>{paragraphs(*TEXTS[:2])}",
}  # fmt: skip


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_that_look_like_lists_are_filed(name: str) -> None:
    """Briefs, round-ups, lists of mills and reports about such pages are articles."""
    assert kind(ARTICLES[name]) == ""


@pytest.mark.parametrize(
    ("head", "refused"),
    [
        ('<script type="application/ld+json">{"@type":"Product","name":"Oak chair"}</script>', "the page is a thing for sale"),
        ('<script type="application/ld+json">{"@type":"Product","name":"Oak chair"}</script><meta property="og:type" content="article">', ""),
        ('<script type="application/ld+json">{"@type":"JobPosting","title":"Pilot"}</script>', "the page is a job offer"),
        ('<meta property="og:type" content="video.other">', "the page is a video"),
        ('<meta property="og:type" content="video.other"><meta property="article:published_time" content="2025-02-07T06:00Z">', ""),
    ],
)  # fmt: skip
def test_things_that_a_page_shows(head: str, refused: str) -> None:
    """A thing for sale or a video makes no article, unless the page dates it or calls it one and has a text."""
    assert kind(f"<h1>Pier closed</h1>{paragraphs(*TEXTS)}", head) == refused


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<h1>Are you over 18?</h1><p>You must be of legal age to enter this site. Please confirm your age to go on.</p><button>Yes</button>", "a check of the age"),
        ("<h1>Sind Sie über 18?</h1><p>Bitte bestätigen Sie Ihr Alter. Nur für Erwachsene ist dieser Bereich offen.</p>", "a check of the age"),
        ("<h1>We’ll be back soon</h1><p>The site is down for maintenance. We are working on it and will be back shortly.</p>", "a server's own page"),
        ("<h1>osk.example</h1><p>This domain may be for sale. Inquire now.</p><p>Related searches</p>", "a parked domain"),
        ("<h1>Should the ferry run at night?</h1><form><label><input type=radio>Yes</label><label><input type=radio>No</label><button>Vote</button></form><p>88 votes so far.</p>", "a poll"),
        ("<h1>Rowing</h1><table>" + "".join(f"<tr><td><a href=/t/{n}>Which oars for a boat of {n} seats</a></td><td>{n} replies</td><td>by osk{n}</td></tr>" for n in range(2, 9)) + "</table>", "an index of articles"),
        ("<h2>쿠키</h2><p>당사는 정보를 저장하기 위해 쿠키를 사용합니다. 모든 쿠키를 허용하거나 설정을 관리할 수 있습니다. 언제든지 동의를 철회할 수 있습니다.</p>", "a cookie wall"),
        ("<h2>Sütik</h2><p>Sütiket használunk, hogy információkat tároljunk az eszközén. Elfogadhatja vagy kezelheti a sütiket. Hozzájárulását bármikor visszavonhatja.</p>", "a cookie wall"),
        ("<h2>Cookies</h2><p>Χρησιμοποιούμε cookies για την αποθήκευση πληροφοριών στη συσκευή σας. Μπορείτε να αποδεχτείτε όλα τα cookies ή να διαχειριστείτε τις επιλογές σας.</p>", "a cookie wall"),
        ("<h2>设置</h2><p>我们使用 Cookie 在您的设备上存储信息。您可以接受所有 Cookie 或管理您的偏好设置。您可以随时撤回同意。</p>", "a cookie wall"),
    ],
)  # fmt: skip
def test_pages_for_visitors_are_told_by_what_they_say_and_ask(markup: str, what: str) -> None:
    """Checks of the age, maintenance, domains for sale, polls, topics of a forum and consent in more languages are no articles."""
    assert what in kind(markup)


@pytest.mark.parametrize(
    ("title", "text", "beside"),
    [
        ("Newsletter: the week on the river", "<p>The ferry runs again, and the mill grinds. Sign up for this newsletter on the board.</p>", ""),
        ("Login: why the tax office is closed", "<p>Nobody could log in on Monday, the office said. It will open again on Wednesday.</p>", ""),
        ("A seal on the quay", "<p>A seal spent the whole of Sunday on the steps of the quay. Fishermen gave it two herrings and a name, Bert.</p>", '<iframe src="https://player.example/embed/1"></iframe>'),
        ("Should the ferry run at night?", "<p>The council asks whether the ferry should run at night from June on. Answers are taken at the office until Friday.</p>", "<form><input type=radio><input type=radio></form>"),
        ("Domain for sale: parish buys back its name", "<p>The parish has bought the name osk.example, which had been for sale for six years.</p>", ""),
    ],
)  # fmt: skip
def test_short_reports_are_articles_whatever_their_title_begins_with(title: str, text: str, beside: str) -> None:
    """A title that goes on behind such a word is a story's, and two sentences that tell something are a report."""
    page = f"<!doctype html><html><head><title>{title} | Osk Post</title></head><body><nav><a href=/>Home</a></nav><main><h1>{title}</h1>{text}{beside}</main></body></html>"
    assert read(RawDocument(raw_document_id="x", payload=page.encode(), source_uri="a.html"), HTML).text


def test_a_headline_that_begins_the_text_hides_no_sentence() -> None:
    """A headline of the same words as the opening of its report, and captions of the same words, make no page without sentences."""
    shown = "".join(f"<figure><img src='x'><figcaption>{t[:60]}</figcaption></figure><p>{t}</p>" for t in TEXTS)
    assert kind(f"<h1>{TEXTS[0][:50]}</h1>{shown}") == ""


def titled(title: str, body: str) -> str:
    """Why a page with this title is refused; empty when it is filed."""
    markup = f"<!doctype html><html><head><title>{title} - Varn Post</title></head><body>{MENU}<main>{body}</main></body></html>"
    raw = RawDocument(raw_document_id="x", payload=markup.encode(), source_uri="a.html", source_kind="page")
    found = parse(raw, Desk())
    return str(found.reason) if isinstance(found, Rejection) else ""


@pytest.mark.parametrize(
    "title",
    ["Page not found: why the web forgets", "404: page not found as parish site goes dark", "Error 404: the vanishing web of Varn", "Sign in to vote: Varn tries elections at home", "Subscribe now: prices of films rise again"],
)  # fmt: skip
@pytest.mark.parametrize(
    "text",
    [
        "The parish's page with the budget cannot be found. The site shows an error 404. The mayor blamed a contractor.",
        "A page that was there yesterday is gone today. Two in five links of 2013 lead nowhere. Researchers at Varn counted them.",
        "When the page is not found, readers leave. The paper's error page now shows a poem.",
    ],
)
def test_a_headline_may_quote_an_error_page(title: str, text: str) -> None:
    """A story whose headline begins like an error page or a form, and whose text tells of others, is filed, however short."""
    assert titled(title, f"<h1>{title}</h1><p>{text}</p>") == ""


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Page not found", "<h1>Oops!</h1><p>We can't find that page. Try our home page instead.</p><p>Mayor opens the bridge in Varn after two years.</p>"),
        ("Page not found", "<h1>Page not found</h1><p>Mayor opens the bridge in Varn after two years of work, the parish said.</p>"),
        ("404 - File or directory not found.", "<h1>Server Error</h1><p>The resource you are looking for might have been removed, or is temporarily unavailable.</p>"),
        ("Sign in to Varn Post", "<h1>Sign in to your account</h1><p>Enter your email address and password.</p>"),
        ("Log in", "<h1>Welcome back</h1><p>Enter your email address and password to go on. No account? Register for free.</p>"),
    ],
)  # fmt: skip
def test_error_pages_and_forms_are_refused_by_their_title(title: str, body: str) -> None:
    """The same titles without a story are what they say, also with teasers of stories below."""
    assert titled(title, body) == "not_an_article"
