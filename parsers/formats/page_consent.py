"""Consent walls by what their sentences are about: cookies or a visitor's data, and agreeing to them.

Wordings differ from site to site; the words for these two things hardly do. A page is a wall when it is short, is called
by nothing but its site's name or by consent itself, and hardly a sentence of it is about anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.formats import unspaced

SHORT = 1500
"""Characters of a page that can be a wall."""

TITLE = 5
"""Words of a title that may be a site's name."""

SHARE = 0.8
"""Share of the letters that sentences of consent must have."""

_THINGS = re.compile(
    r"cookie|tracking|tracker|traceurs|\bkakor|evästei|sütik|sütit|kolačić|piškotk|slapuk|sīkdat|küpsis|galetes|vafrakök|бисквит|колачић|куки|çerez|kuki|کوکی|ملفات تعريف الارتباط|עוגיות|कुकी|কুকি|คุกกี้|クッキー|쿠키"
    r"|privacy|personal data|privatsphäre|datenschutz|personenbezogen|vie privée|données personnelles|données à caractère|privacidad|datos personales|dati personali|riservatezza|privacidade|dados pessoais"
    r"|persoonsgegevens|personuppgift|personoplysning|personopplysning|privatliv|personvern|yksityisyy|henkilötieto|prywatnoś|danych osobowych|soukromí|osobní(?:ch|mi)? údaj|osobných údajov|súkromi|személyes adat|adatvédel"
    r"|confidențialit|date(?:le|lor)? (?:cu caracter )?personal|персональн(?:ых|ые|ими) данн|конфиденциальност|персональн(?:их|і) дан|конфіденційн|kişisel veri|gizlilik|şəxsi məlumat|απόρρητ|προσωπικ(?:ών|ά) δεδομέν|приватност|privatnost|osobnih podataka|zasebnost"
    r"|البيانات الشخصية|بياناتك|الخصوصية|خصوصيتك|プライバシー|個人情報|隐私|隱私|个人信息|個人資料|개인정보|quyền riêng tư|dữ liệu cá nhân|privasi|data pribadi|stor(?:e|ing) (?:and/or |or )?access|auf einem (?:end)?gerät|on (?:a|your) device|en un dispositivo"
)
"""What consent is asked for."""

_ACTS = re.compile(
    r"\bconsent|\bagree|\baccept|\breject all|\bopt.out|withdraw|your choices|preferences|legitimate interest|einwillig|zustimm|akzeptier|einverstanden|ablehnen|widerruf|werbefrei|\bpur-abo|einstellungen"
    r"|consentement|\baccepte|\bacceptant|\brefuse[rz]|\bretirer|paramétr|votre accord|consentimiento|\bacept|\brechaz|ajustes|preferencias|consenso|\baccett|\brifiut|preferenze|revocat|consentimento|\baceit|\bconcord|preferências|rejeitar"
    r"|toestemming|\bakkoord|\bweiger|voorkeuren|instellingen|samtyck|godkänn|inställningar|neka alla|samtykk|godta|godkend|innstillinger|indstillinger|afvis|avvis|suostumu|hyväksy|asetuksi|zgod[ęya]|akceptuj|wyraża|ustawieni|souhlas|přijm|nastavení|odmítn"
    r"|súhlas|nastaveni|hozzájárul|elfogad|beállítás|consimț|\bde acord|\baccept(?:ați|ă|i)|setări|соглас|соглаша|принима|настройк|згод|погодж|прийм|налаштуван|kabul|onay|tercih|razılı|qəbul|συμφων|συγκατάθε|αποδοχή|αποδέχ|ρυθμίσεις|съгласи|приема|пристанак|saglas|prihvać|prihvat|pristan|soglasj|sprejm"
    r"|توافق|موافق|قبول|إعداداتك|同意|許可する|設定を|接受|拒绝|设置|偏好|동의|설정|거부|chấp nhận|đồng ý|setuju|menerima"
)
"""What the visitor is asked to do."""

_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")


def is_wall(text: str, titles: Iterable[str]) -> bool:
    """Whether a page of this text and with these titles asks for consent and does nothing else."""
    if not text or len(text) > SHORT:
        return False
    if any(unspaced.words(t) > TITLE and not _is_of_consent(t.casefold()) for t in titles):
        return False
    sentences = [s for part in _SENTENCE.findall(text.casefold()) if len(s := part.strip()) > 5]
    told = [s for s in sentences if _is_of_consent(s)]
    if len(told) < 2 or sum(map(len, told)) < SHARE * sum(map(len, sentences)):
        return False
    return any(map(_THINGS.search, told)) and any(map(_ACTS.search, told))


def _is_of_consent(words: str) -> bool:
    return _THINGS.search(words) is not None or _ACTS.search(words) is not None
