"""Headlines without the name of the site that a title carries."""

from __future__ import annotations

import pytest

from parsers.fields import known_outlets, read
from parsers.model import Copy, Statement

BODY = "The harbour board met on Wednesday and agreed to lengthen the eastern quay by ninety metres, the harbour master said."


def headline(*statements: tuple[str, str, str]) -> str | None:
    """The headline by what is stated as (field, value, source)."""
    said = tuple(Statement(field=f, value=v, source=s) for f, v, s in statements)
    return read(Copy(text=BODY, media_type="text/plain", charset="utf-8", statements=said), known_outlets()).headline


@pytest.mark.parametrize(
    ("title", "outlet", "head"),
    [
        ("Quay grows by ninety metres -- Varn.net", "Varn.net", "Quay grows by ninety metres"),
        ("Quay grows | Varn Post", "Varn Post", "Quay grows"),
        ("东码头将延长九十米-凡港网", "凡港网", "东码头将延长九十米"),
        ("东码头将延长九十米_凡港网", "凡港网", "东码头将延长九十米"),
        ("东码头将延长“九十米”—凡港网", "凡港网", "东码头将延长“九十米”"),
        ("東岸壁、九十メートル延長へ：凡港新聞", "凡港新聞社", "東岸壁、九十メートル延長へ"),
        ("東岸壁、九十メートル延長へ　：凡港新聞", "凡港新聞 電子版", "東岸壁、九十メートル延長へ"),
        ("東岸壁、延長へ｜凡港新聞", "凡港新聞", "東岸壁、延長へ"),
        ("나루터 문 닫는다-반항신문", "반항신문", "나루터 문 닫는다"),
        ("Quay grows :: Varn Post", "Varn Post", "Quay grows"),
        ("Quay grows ~ Varn Post", "Varn Post", "Quay grows"),
        ("Quay grows / Varn Post", "Varn Post", "Quay grows"),
        ("Quay grows : Varn Post", "Varn Post", "Quay grows"),
        ("Quay grows < Varn Post", "Varn Post", "Quay grows"),
        ("Quay grows --- Varn Post", "Varn Post", "Quay grows"),
        ("Quay grows_Varn Post", "Varn Post", "Quay grows"),
    ],
)
@pytest.mark.parametrize("source", ["html", "json-ld"])
def test_the_outlet_leaves_the_headline(title: str, outlet: str, head: str, source: str) -> None:
    """The name of the page's own outlet is cut with the sign before it, in the signs of every script."""
    assert headline(("headline", title, source), ("publisher", outlet, "meta")) == head


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Board talks to ex-Varn Post editor", "Varn Post"),
        ("Why the board trusts the Varn Post", "Varn Post"),
        ("动画：码头将延长九十米", "凡港网"),
        ("码头将延长-九十米", "凡港网"),
        ("凡港", "凡港网络"),
        ("Quay grows: the Varn Post explains", "Varn Post"),
        ("Board and/or Varn Post", "Varn Post"),
        ("Quay grows -- by ninety metres", "Varn Post"),
    ],
)
@pytest.mark.parametrize("source", ["html", "json-ld", "heading"])
def test_other_words_stay(title: str, outlet: str, source: str) -> None:
    """Words that are not the outlet's name behind such a sign are part of the headline."""
    assert headline(("headline", title, source), ("publisher", outlet, "meta")) == title


@pytest.mark.parametrize("source", ["heading", "html"])
@pytest.mark.parametrize("other", ["opengraph", "meta"])
def test_a_name_without_a_sign(source: str, other: str) -> None:
    """A site's name that is run together with the headline leaves it where another source has the headline alone."""
    said = ("headline", "El muelle crecerá noventa metrosLa Voz de Varn", source)
    alone = ("headline", "El muelle crecerá noventa metros", other)
    assert headline(said, alone, ("issuer", "La Voz de Varn", "html")) == "El muelle crecerá noventa metros"
    assert headline(said, ("issuer", "La Voz de Varn", "html")) == said[1]
