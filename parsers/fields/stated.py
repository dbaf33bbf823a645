"""People of what markup, a feed or a record calls the authors: the parts of it that are names, whatever is beside them.

    "By Jane Doe (jd) and John Roe, dpa" | without label, mail addresses, brackets → parts at commas, bars and "and"
                                         | each part without its role, place or agency → a name, or nothing

One part that is no name costs no other. A name of an outlet, an agency, a desk or a place is nobody's.
"""

from __future__ import annotations

import re

from parsers.fields.dateline import cities
from parsers.fields.names import person
from parsers.fields.words import words

MOST = 12
"""Parts of one line that are looked at."""

_LABEL = re.compile(
    r"\A(?:(?:(?:written|reported|posted|published|story|text|words|article|interview|authored|reporting) )?by|von|par|por|di|door|av|af|przez|oleh|bởi|od|от|yazan|från|γράφει(?: ο| η)?|"
    r"(?:authors?|autor(?:es|in|a|ka|e|s|as)?|auteur(?:e)?s?|autore|autrice|autori|författare|forfatter|kirjoittaja|toimittaja|szerző|írta|автор(?:ы|и)?|текст|text|texte|texto|testo|tekst|yazar|haber|müəllif|συντάκτης|"
    r"penulis|tác giả|հեղինակ|எழுதியவர்|লেখক|ผู้เขียน|เขียนโดย|作者|文|撰文|글|글쓴이|بقلم|كتب|الكاتب|نویسنده|מאת|ავტორი|लेखक|작성자)\s*[:：/／・=＝՝]|(?:بقلم|كتب|كتبت|מאת|文|作者|โดย|τ(?:ης|ου)(?=\s\S+\s\S)))(?:\s*:?\s+|(?<=[:：/／・=＝՝]))",
    re.I,
)
"""What is before the names."""

_MAIL = re.compile(
    r"<[^<>]*>|\b[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|(?:https?://|www\.)\S+|(?<!\w)@\w+", re.I
)
_NAME_BEHIND_MAIL = re.compile(r"\A\s*[\w.+-]{1,60}@[\w.-]{1,90}\s*\((?P<name>[^()]{3,60})\)\s*\Z")
_BRACKETS = re.compile(r"\s*[(\[（【][^()\[\]（）【】]{0,80}[)\]）】]")
_BETWEEN = re.compile(
    r"\s*(?:,\s*(?:and|und|et|og|och|ja)\s|,|;|&|、|،|，|；|\||•|\n|/|／|\s[-–—·]\s"
    r"|\s(?:and|with|və|ve|und|et|и|та|і|й|og|och|ja|și|si|және|और|এবং|და|και|とと)\s|\sو\s?(?=[\u0620-\u06ff]{3})|と(?=[\u3400-\u9fff]{3}))\s*"
)
_JOINED = re.compile(r"\s(?:e|y|i|a|o|en|u)\s")
"""Small words that part two people in some languages, and the names of one in others: each side must be a whole name."""

_TAIL = re.compile(
    r"\s+(?:in|from|at|for|For|FOR|of|with|via|reporting|special to|avec|pour|à|mit|aus|für|bei|con|desde|para|com|med|från|fra|met|uit|voor|z|s|для|из|в|en|tại|dari|στ[ηοι]ν?)\s+\S.*\Z"
    r"|\s+(?:[Ee]nvoyée?s?\sspécia|[Ee]nviad[oa]s?\sespecia|[Ii]nviat[oaie]\sspecial|[Ss]onderkorrespondent)\w*(?:\s\S.*)?\Z"
)
_ROLES = (
    r"(?:writer|reporter|correspondent|editor|journalist|columnist|contributor|producer|photographer|analyst|redakteur(?:in)?|reporterin|korrespondent(?:in)?|journaliste?|journalistin|"
    r"corresponsal|periodista|redactor[a]?|corrispondente|giornalista|jornalista|repórter|redacteur|muhabiri?|корреспондент|журналист|обозреватель|dziennikarz|redaktor)"
)
_ROLE_BEHIND = re.compile(rf"(?:[,\s]+(?:[Ss]taff|[Ss]enior|[Cc]hief|[Ss]pecial|[\w-]+)?\s*{_ROLES})\Z", re.I)
_AGENCY_BEHIND = re.compile(
    r"(?<=\w)\s+(?:[A-Z]{2,6}|dpa|epd|apa|ots|dapd|(?:The\s)?Associated Press|Agence France-Presse|Press Association|Canadian Press|Thomson Reuters Foundation)\Z"
)
_DATE_BEHIND = re.compile(
    r"\s+(?:(?:last\s)?(?:published|updated|posted|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано)\b.*"
    r"|(?:on\s)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s)?\d{1,2}\b.*)\Z",
    re.I,
)
_ROLE_AHEAD = re.compile(rf"\A(?:[\w-]+\s){{0,3}}(?i:{_ROLES})\s+(?=[^\W\d_a-z])")

NOT_PEOPLE = words(
    "agencia agence agentur presse-agentur agenzia agência agencja agentura ajans ajansı ajansi agentia agenția agentúra агентство агенція информационное "
    "rédaction redaktion redacción redazione redação redakcja redakce redakcia redactie redaktionen toimitus szerkesztőség redacția редакция редакції редакція webredaktion "
    "zeitung tageszeitung sonntagszeitung nachrichten nachrichtenagentur presse france-presse prensa press pers presa diario diário jornal giornale corriere gazeta gazete gazetesi gazzetta газета "
    "haber haberler haberleri haberi noticias notícias notícia notizie nieuws nyheter nyheder uutiset wiadomości zprávy správy hírek știri stiri vijesti vesti novice ειδήσεις новости новини вести известия "
    "правда время телеканал канал kanal canal televisión televisione televisão telewizja televize televizija televizyon radio rádio радио радіо rundfunk sender "
    "informa informaciones información informazione información online-redaktion magazin revista revue rivista dergi dergisi verlag stiftung éditions editorial "
    "spiegel welt kurier anzeiger tagblatt tageblatt allgemeine rundschau morgenpost abendblatt monde figaro país mundo nación república repubblica prensa universal excélsior "
    "équipe equipo team equipe squadra servicio service служба отдел пресс-служба пресс редактор корреспондент corresponsal correspondant corrispondente korrespondent "
    "muhabir muhabiri servisi merkezi bülteni bülten editör editörü collaborateur gastbeitrag gastautor invitado autore autor author auteur автор writers "
    "central europa digital web portal tv sports sport deportes sportif política politik politique wirtschaft économie economía kultur culture cultura local lokales nacional internacional"
)
"""Words that name outlets, agencies, desks and roles in other languages than English."""

_ARTICLES = words("the die der das le la les el los las il lo gli o os as a het de den det")
"""With one word behind it, such a word begins the name of a paper (Die Welt, El País)."""

PLACES = frozenset(
    "new york|new delhi|new jersey|new zealand|new orleans|new mexico|los angeles|las vegas|san francisco|san diego|san jose|san juan|santa fe|salt lake|hong kong|tel aviv|buenos aires|kuala lumpur|abu dhabi|"
    "são paulo|sao paulo|rio de janeiro|porto alegre|belo horizonte|cape town|mexico city|saudi arabia|south africa|south korea|north korea|united states|united kingdom|sri lanka|costa rica|puerto rico|el salvador|"
    "washington dc|washington d.c.|st. petersburg|saint petersburg|st petersburg|phnom penh|addis ababa|port louis|dar es salaam|panama city|guatemala city|ho chi minh|quezon city|kansas city|san antonio|santo domingo|"
    "frankfurt am main|bad homburg|den haag|the hague|novi sad|banja luka|nizhny novgorod|нижний новгород|санкт петербург|fort worth|long beach|palo alto|ann arbor|baton rouge|el paso|papua new guinea|"
    "north carolina|south carolina|west virginia|rhode island|north dakota|south dakota|british columbia|nova scotia|new brunswick|nueva york|nova york|ciudad de méxico|estados unidos|reino unido|costa de marfil|"
    "palma de mallorca|las palmas|las palmas de gran canaria|santa cruz de tenerife|santa cruz|san cristóbal de la laguna|santiago de compostela|santiago de chile|santiago de cuba|santiago de querétaro|santiago de cali|santiago del estero|"
    "jerez de la frontera|alcalá de henares|alcalá de guadaíra|rivas vaciamadrid|san sebastián|vitoria gasteiz|castellón de la plana|ciudad real|san fernando|chiclana de la frontera|talavera de la reina|puerto de la cruz|arcos de la frontera|"
    "miranda de ebro|aranda de duero|roquetas de mar|torrejón de ardoz|pozuelo de alarcón|boadilla del monte|hospitalet de llobregat|cornellà de llobregat|santa coloma de gramenet|sant cugat del vallès|vila-real|"
    "mar del plata|san miguel de tucumán|san salvador de jujuy|san carlos de bariloche|san luis|san luis potosí|tuxtla gutiérrez|playa del carmen|ciudad juárez|ciudad de guatemala|ciudad de panamá|santa marta|viña del mar|punta arenas|"
    "puerto montt|la habana|la paz|santa cruz de la sierra|san pedro sula|ciudad del este|punta del este|trujillo alto|santa ana|santa bárbara|vila nova de gaia|vila do conde|viana do castelo|castelo branco|ponta delgada|póvoa de varzim|"
    "são luís|são josé dos campos|são bernardo do campo|duque de caxias|campo grande|foz do iguaçu|juiz de fora|feira de santana|joão pessoa|boa vista|porto velho|rio branco|ribeirão preto|ouro preto|"
    "reggio calabria|reggio emilia|la spezia|san marino|ascoli piceno|vibo valentia|torre del greco|sesto san giovanni|busto arsizio|castellammare di stabia|città del vaticano|le mans|le havre|la rochelle|aix en provence|"
    "clermont ferrand|boulogne billancourt|fort de france|port au prince|bad kreuznach|bad hersfeld|garmisch partenkirchen|halle an der saale|frankfurt an der oder|bergen op zoom|capelle aan den ijssel|alphen aan den rijn|"
    "stoke on trent|newcastle upon tyne|kingston upon hull|stratford upon avon|milton keynes|bury st edmunds|st albans|st helens|tunbridge wells".split(
        "|"
    )
)
"""Places of several words, as they are printed behind names."""

_CASELESS = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\u3040-\u30ff\u3400-\u9fff]{2,8}(?:[\s\u3000・][\u3040-\u30ff\u3400-\u9fff]{1,8})?|[\uac00-\ud7a3]{2,4}|[\u30a0-\u30ff]{2,10}[・＝=][\u30a0-\u30ff]{2,12}|[\u3400-\u9fff]{2,6}[·•][\u3400-\u9fff]{2,6}"
    r"|(?:[\u0590-\u05ff\u0620-\u06ff\u200c]{2,15}|[\u0900-\u0dff]{2,20}|[\u0e00-\u0e7f]{2,20}|[\u10a0-\u10ff]{2,15}|[\u1200-\u137f]{2,15})(?:[ \-](?:[\u0590-\u06ff\u200c]{2,15}|[\u0900-\u0dff]{2,20}|[\u0e00-\u0e7f]{2,20}|[\u10a0-\u10ff]{2,15}|[\u1200-\u137f]{2,15})){1,4}"
)
"""Names in scripts without capitals, as bylines print them: two to four signs of Chinese or Korean, two words and more elsewhere."""

_NO_NAME = re.compile(
    r"기자|특파원|記者|编辑|編輯|編集|新聞|新闻|日报|日報|时报|時報|晚报|早报|通讯|通讯社|通信|电视|電視|放送|央视|取材班|社$|网$|網$|報$|报$|讯$|部$|组$|局$|オンライン|ニュース|"
    r"뉴스|신문|일보|경제|방송|통신|미디어|온라인|편집|팀$|부$|국$|"
    r"وكال|صحيفة|جريدة|أخبار|اخبار|الأخبار|رويترز|برس\b|فرانس|\bنت\b|الجزيرة|العربية|قناة|شبكة|تحرير|مراسل|المحرر|خبرگزاری|روزنامه|گروه|سرویس|ایرنا|"
    r"हिन्दी|हिंदी|समाचार|न्यूज|टाइम्स|डेस्क|ब्यूरो|संवाददाता|एजेंसी|\bतक\b|टीम|খবর|ডেস্ক|প্রতিবেদক|ხმა|სააგენტო|ამბები|რედაქცია|ნიუს|מערכת|חדשות|סוכנ|ข่าว|กอง|ዜና|ዘገባ|^በ"
)
"""Parts of the names of outlets, agencies and desks in these scripts."""

_SIDE = re.compile(
    r"\s*(?:기자|특파원|선임기자|記者|特派員|编辑|記者報導|记者|氏|さん)\s*\Z|\A[^\s]{0,12}?(?:記者|记者|特派員|責任編輯|责任编辑|编辑)[\s／/:：]*|\A(?:作者|文|글)[\s／/:：]+"
)

_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염추도소석선설마길연위표명기반라왕금옥육인맹제모탁국여은편용"
)
"""Korean surnames of one syllable. Source: the census of 2015, those of more than a thousand people."""

_SURNAMES_OF_TWO = ("남궁", "황보", "제갈", "선우", "사공", "독고", "동방", "서문")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}")
_TURNED = re.compile(r"[^\W\d_][\w’'‘-]*(?:\s+(?:[^\W\d_]\.?|[^\W\d_][\w’'‘-]*))?\Z")


def stated_people(printed: str) -> tuple[str, ...]:
    """The people that a line names which something calls the authors, in order, each once.

    >>> stated_people("By Jane Doe (jd) und John Roe, dpa")
    ('Jane Doe', 'John Roe')
    """
    parts = [p for p in _BETWEEN.split(_bare(printed)) if p.strip(" .")]
    if turned := _turned(parts):
        return (turned,)
    names = (name for part in parts[:MOST] for name in _named(part.strip(" .:")))
    return tuple(dict.fromkeys(names))


def _bare(printed: str) -> str:
    """The line without its label, mail addresses and what is in brackets."""
    if m := _NAME_BEHIND_MAIL.match(printed):
        return m["name"]
    if "@" in printed or "://" in printed or "<" in printed or "www." in printed:
        printed = _MAIL.sub(" ", printed)
    if "(" in printed or "[" in printed or "（" in printed or "【" in printed:
        printed = _BRACKETS.sub("", printed)
    return _LABEL.sub("", printed.strip(" ,;:\n"), count=1)


def _named(part: str) -> tuple[str, ...]:
    """The people of one part: two that a small word joins, or one with or without what is behind the name."""
    sides = _JOINED.split(part) if " " in part else [part]
    if len(sides) > 1 and all(names := [_whole(side) for side in sides]):
        return tuple(n for n in names if n)
    name = _whole(part)
    for beside in (_DATE_BEHIND, _ROLE_BEHIND, _ROLE_AHEAD, _TAIL, _AGENCY_BEHIND):
        shorter = beside.sub("", part)
        if shorter != part and (name is None or beside is _AGENCY_BEHIND) and not part.isupper():
            name = _whole(shorter) or name
    return (name,) if name else ()


def _whole(printed: str) -> str | None:
    """The name that these words are, and nothing else."""
    name = _caseless(printed) if not printed.isascii() else None
    if name is None and (name := person(printed, said=True)) is not None and _is_nobody(name):
        return None
    return name


def _is_nobody(name: str) -> bool:
    """Whether a name in capitals is a place's or an outlet's."""
    folded = name.casefold()
    parts = folded.split()
    return (
        folded in PLACES
        or folded.replace("-", " ") in PLACES
        or (folded in cities() and len(parts) > 1)
        or any(part in NOT_PEOPLE for part in parts)
        or (len(parts) == 2 and parts[0] in _ARTICLES)
    )


def _turned(parts: list[str]) -> str | None:
    """`Doe, Jane` as it is spoken; None for anything but a surname and first names."""
    if len(parts) != 2 or len(parts[0].split()) != 1 or not all(_TURNED.match(p) and p[:1].isupper() for p in parts):
        return None
    if len(parts[1].split()) > 1 and not parts[1].split()[1].strip(".").isupper():
        return None  # "Reuters, Jane Doe": a name of its own
    return _whole(f"{parts[1].strip()} {parts[0].strip()}")


def _caseless(printed: str) -> str | None:
    """A name in a script without capitals."""
    name = _SIDE.sub("", printed.strip()).strip()
    if not _CASELESS.fullmatch(name) or _NO_NAME.search(name):
        return None
    if _HANGUL.fullmatch(name) and not ((name[0] in _SURNAMES and len(name) < 4) or name.startswith(_SURNAMES_OF_TWO)):
        return None
    return name
