"""Who sent a letter: a person, or an outlet. Better neither than the one taken for the other."""

from __future__ import annotations

import re

from parsers.fields.names import person
from parsers.fields.stated import stated_people
from parsers.fields.words import words

OUTLETS = words(
    "advertiser argus bugle bulletin chronicle courier daily dispatch echo enquirer evening examiner express gazette globe guardian herald independent "
    "inquirer journal lantern ledger magazine mail mercury messenger monitor news newspaper observer outlook paper press quarterly record recorder "
    "register reporter review sentinel spectator standard telegram telegraph times tribune voice weekly wire "
    "abendblatt allgemeine anzeiger blatt bote kurier morgenpost nachrichten presse redaktion rundschau tageblatt tagblatt tagesspiegel volksblatt volksstimme zeitung "
    "actualités actu dépêche écho figaro gazette hebdo humanité journal nouvelles nouvelliste progrès quotidien rédaction républicain télégramme tribune voix courrier dauphiné matin midi parisien provence "
    "diario noticias noticia periódico periodico prensa redacción redaccion gaceta heraldo correo vanguardia semanario clarín mundo opinión verdad "
    "corriere gazzetta giornale mattino messaggero notizie notiziario quotidiano redazione stampa "
    "folha gazeta jornal notícias redação redacção correio diário "
    "courant dagblad krant nieuws nieuwsblad redactie telegraaf volkskrant weekblad "
    "aftonbladet avis avisen bladet dagbladet nyheter nyheder tidende tidning tidningen tidningar redaktionen redaksjonen posten "
    "lehti sanomat uutiset toimitus aviisi leht ajaleht uudised "
    "dziennik gazeta kurier redakcja tygodnik wiadomości głos trybuna nowiny życie noviny deník redakce zprávy hírlap hírek szerkesztőség újság lap ziarul adevărul redacția știri "
    "vijesti vjesnik novine dnevnik večernji редакция газета вестник новости известия правда ведомости новини вести "
    "gazete gazetesi haber haberler haberleri postası εφημερίδα νέα redaksiya qəzeti xəbər xəbərlər "
    "agency agence agencia agenzia agentur agência broadcasting radio tv television desk newsdesk newsroom newsletter digest editors team online media".replace(
        ",", " "
    )
)
"""Words of which the names of outlets and their desks are made, and hardly anybody's name."""

SURNAMES = words("post star sun world globe mail herald press journal record wire page argus mercury")
"""Words of outlets' names that some people are called, too."""

ARTICLES = words("the le la les el los las il lo gli der die das de het o os as den det")
"""Articles with which the name of an outlet may begin: `El` and a noun."""

GENERIC = words(
    "news newsletter newsdesk newsroom info contact kontakt contacto contatto editor editors editorial redaktion redaction redazione redaccion redacao redactie redakcja "
    "noreply no-reply donotreply desk press presse prensa stampa mail office team updates update alerts alert daily digest hello service feedback subscriptions"
)
"""What an address begins with that is nobody's own."""

_SPLIT = re.compile(
    r"\s+(?:via|at|from|for|bei|von der|de la rédaction de|chez)\s+|\s*[|/·•]\s*|\s+[–—-]\s+|\s*\(|,\s+(?=\S+\s)"
)
_KEY = re.compile(r"[\W_]+")


def sender(name: str, address: str) -> tuple[str | None, str | None]:
    """The person and the outlet that the name of a sender says; either may be None."""
    name = name.strip(" '\"“”")
    if not name or "@" in name or _key(name) in GENERIC:
        return None, None
    first, *rest = [part.strip(" )") for part in _SPLIT.split(name, maxsplit=1)]
    if rest and (who := _person(first)) and not is_outlet(first, address):
        return who, rest[0] if is_outlet(rest[0], address) else None
    if is_outlet(name, address):
        return None, name
    who = _person(name)
    return (who, None) if who else (None, name)


def is_outlet(name: str, address: str = "") -> bool:
    """Whether a name is an outlet's: a word of it says so, or the address is that of a house of this name."""
    parts = [part.strip(".").casefold() for part in re.split(r"[\s\-&]+", name) if part]
    local, _, host = address.casefold().partition("@")
    generic = bool(set(re.split(r"[.\-_+\d]", local)) & GENERIC) or local in GENERIC
    found = [part for part in parts if part in OUTLETS or part in SURNAMES]
    if found and (generic or parts[0] in ARTICLES or not set(found) <= SURNAMES):
        return True
    own = _key(name)
    house = len(own) > 5 and own in _key(host)
    if house and (generic or not any(part in local for part in parts if len(part) > 2)):
        return True
    return len(parts) == 2 and parts[0] in ARTICLES and generic


def _person(name: str) -> str | None:
    turned = stated_people(name) if name.count(",") == 1 else ()
    return turned[0] if len(turned) == 1 else person(name, said=True)


def _key(name: str) -> str:
    return _KEY.sub("", name.casefold())
