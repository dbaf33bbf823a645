"""Pages that came instead of an article are named; articles are left alone."""

import pytest

from parsers.syndication.stubs import reason

STUBS = [
    ("cookie wall", "Before you go on\nOur partners and we use cookies on this website to measure audiences. You can reject all cookies or manage your preferences.\nOK"),
    ("registration", "Create a free account to keep reading.\nEnter your email\nAlready registered? Log in here. Forgot your password?"),
    ("captcha", "One more step\nPlease verify that you are a human by completing this challenge. Your browser will then be sent on."),
    ("subscription box", "This story is reserved for subscribers. Subscribe today for unlimited digital access and cancel any time."),
    ("missing page", "Oops!\nThe page you requested could not be found. Check the address or go back to our home page."),
    ("missing page", "404 Not Found"),
    ("cookie wall", "To give you the best experience, this site stores small files on your computer. Tick the box to agree, or choose which ones you want.\nAgree\nChoose"),
    ("cookie wall", "We care about your privacy. Together with 842 vendors we process identifiers and browsing data. Agree and proceed, or pay to reject."),
    ("captcha", "Hold on a second! We need to make sure that you are not a bot. Slide to finish the puzzle."),
    ("captcha", "Security check. Our systems have detected automated requests coming from your network. Tick the images with traffic lights."),
    ("subscription box", "Premium article. To unlock, choose one of our offers: monthly, yearly or day pass."),
    ("missing page", "Nothing here. The link you followed may be broken, or the page may have been taken down."),
]  # fmt: skip

ARTICLES = [
    "The watchdog fined a retailer two million euros on Monday for storing cookies without consent. The firm said it would appeal.",
    "Subscribers to the ferry's season ticket will pay nine crowns more from June, the operator said. Sales rose last year.",
    "Police in Port Elin are looking for a robot lawnmower. It was last seen on Thursday, its owner said, heading for the harbour.",
    "The privacy regulator said on Tuesday that websites which make readers accept cookies or pay would have to offer a third choice. Publishers said they would appeal to the court.",
    "A captcha that asks people to click on traffic lights was solved by software in 96 percent of attempts, researchers in Zurich found.",
    "Hackers stole the passwords of 2 million account holders from a ticket seller, which asked customers to reset their password and not to use it elsewhere.",
    "The 404 bus was not found by passengers at the depot on Monday: the operator had moved the stop without telling anyone.",
    "Please be advised that the harbour bridge will be closed on Sunday. Drivers are asked to use the tunnel.",
    "You can now register to vote online, the electoral commission said, and more than 40,000 people did so on the first day.",
    "Readers will be able to cancel a subscription with one click from June under a law that parliament passed on Monday. Publishers must show the price of every plan.",
    "The library found 404 unopened letters behind a page of an atlas.",
]


@pytest.mark.parametrize(("kind", "text"), STUBS)
def test_a_stub_is_named(kind: str, text: str) -> None:
    """A page that speaks only to its visitor is named by its kind."""
    assert reason(text) == kind


@pytest.mark.parametrize("text", ARTICLES)
def test_news_about_such_pages_is_news(text: str) -> None:
    """An article that mentions cookies, subscribers or robots is an article."""
    assert reason(text) is None


def test_an_article_with_a_subscription_box_is_an_article() -> None:
    """Boilerplate under an article does not outweigh the article."""
    assert reason(" ".join(ARTICLES) + "\n\nSubscribe today for unlimited digital access.") is None


@pytest.mark.parametrize("text", [text for _, text in STUBS] + ARTICLES)
def test_the_order_of_sentences_does_not_matter(text: str) -> None:
    """Where in a text the reporter speaks and where the page changes nothing."""
    sentences = text.replace(". ", ".\n").split("\n")
    assert reason("\n".join(reversed(sentences))) == reason("\n".join(sentences))
