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
]  # fmt: skip

ARTICLES = [
    "The watchdog fined a retailer two million euros on Monday for storing cookies without consent. The firm said it would appeal.",
    "Subscribers to the ferry's season ticket will pay nine crowns more from June, the operator said. Sales rose last year.",
    "Police in Port Elin are looking for a robot lawnmower. It was last seen on Thursday, its owner said, heading for the harbour.",
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
