"""What direct speech looks like in German, French, Spanish, Italian, Russian, Turkish and Azerbaijani: verbs, pronouns, posts, order.

Compiled from the reporting verbs of grammars and newspapers: Duden 4 (2016) §§ 756-766, Grevisse and Goosse (2016) §§ 416-421, Nueva
gramática de la RAE (2009) § 43.9, Serianni (1989) XIV, Rozental § 47-53, Göksel and Kerslake (2005) § 24.4, the Azerbaijani style of Azertac.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How a language attributes speech.

    `cue` matches a verb of speech, `participle` one before the speaker's name (`diyen`), `according` what is before
    a source, `denied` the words before (or, after `|`, behind) a verb that take it back. `posts` are the endings and words of posts,
    `openers` capitalised words that are no names. With `verb_last` the speaker is before the quotation and the verb behind.
    """

    cue: re.Pattern[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    posts: re.Pattern[str]
    openers: frozenset[str]
    denied_before: re.Pattern[str]
    denied_behind: re.Pattern[str]
    supposed: re.Pattern[str]
    according: re.Pattern[str] | None = None
    participle: re.Pattern[str] | None = None
    verb_last: bool = False
    nouns_capital: bool = False
    dash: bool = False


def _any(forms: str, before: str = "", behind: str = "") -> re.Pattern[str]:
    """A pattern of words (parted by spaces; `_` is a space inside one), with what may stand around them."""
    words = "|".join(sorted((re.escape(w).replace("_", r"\s") for w in forms.split()), key=len, reverse=True))
    return re.compile(rf"(?<![\w-]){before}(?:{words}){behind}(?![\w-])", re.IGNORECASE)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER = re.compile(r"(?!)")

GERMAN = Language(
    cue=_any(
        "sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären betonte betont betonten meinte meint meinten berichtete berichtet berichteten fügte warnte warnt "
        "warnten forderte fordert forderten kritisierte kritisiert kritisierten kündigte kündigten äußerte unterstrich bekräftigte bekräftigt behauptete behauptet schrieb schreibt schrieben "
        "twitterte fragte fragt antwortete antwortet entgegnete erwiderte ergänzte ergänzt erläuterte erläutert versicherte versichert versprach bemerkte klagte klagt lobte räumte räumt rief "
        "ruft verkündete prophezeite scherzte schimpfte resümierte konstatierte stellte argumentierte mahnte mahnt befand urteilte verteidigte nannte nennt bezeichnete bezeichnet teilte "
        "teilten mitgeteilt beteuerte beklagte sprach spricht so gab wunderte freute hob monierte rügte bilanzierte beschrieb gestand bestätigte bestätigt hofft hoffte findet fand glaubt glaubte"
    ),
    pronouns=_set("er sie ich wir es"),
    articles=_set("der die das ein eine dem den sein seine ihr ihre mehrere viele"),
    posts=re.compile(
        r"(?:minister|präsident|kanzler|sprecher|chef|meister|leiter|direktor|vorsitzende|professor|experte|expertin|anwalt|anwältin|richter|trainer|forscher|autor|kommissar|"
        r"botschafter|sekretär|geschäftsführer|vorstand|abgeordnete|politiker|ökonom|analyst|könig|kandidat|bischof|general|manager|unternehmer|lehrer|arzt|ärztin|landrat|"
        r"sprecherin|journalist|wissenschaftler|historiker|soziologe|gründer|inhaber|dr\.|prof\.|herr|frau)(?:in|s|n|en|r|innen)?\Z",
        re.IGNORECASE,
    ),
    openers=_set(
        "Der Die Das Den Dem Ein Eine Am Im In An Auf Bei Mit Nach Vor Zu Zum Zur Als Wie Auch Noch Und Aber Doch Er Sie Es Ich Wir Montag Dienstag Mittwoch Donnerstag Freitag Samstag "
        "Sonntag Januar Februar März April Mai Juni Juli August September Oktober November Dezember Uhr Laut Dann Dort Hier Später Zuvor Gestern Heute Jahre Jahr"
    ),
    denied_before=re.compile(r"\b(?:nicht|nie|niemals|niemand|kein\w*|weder)\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE),
    denied_behind=re.compile(r"\s+(?:\w+\s+){0,3}?(?:nicht|nie|niemals|nichts)\b", re.IGNORECASE),
    supposed=re.compile(r"\b(?:wenn|falls|ob|sofern)\b[^,;:]*\Z", re.IGNORECASE),
    according=re.compile(r"\b(?:laut|nach Angaben (?:von|des|der)|nach den Worten (?:von|des|der))\s+", re.IGNORECASE),
    nouns_capital=True,
)
_FRENCH = (
    "dit dite déclare déclaré explique expliqué affirme affirmé ajoute ajouté assure assuré estime estimé souligne souligné indique indiqué précise précisé annonce annoncé répond répondu "
    "lance lancé rappelle rappelé confie confié insiste insisté regrette regretté dénonce dénoncé avertit averti prévient prévenu conclut conclu poursuit poursuivi reconnaît reconnu raconte "
    "raconté écrit commente commenté demande demandé martèle martelé fait_savoir fait_valoir juge jugé admet admis promet promis réagit réagi plaisante plaisanté témoigne témoigné tweeté "
    "critique critiqué qualifie qualifié soutient soutenu observe observé note noté glisse glissé tranche tranché résume résumé répondit déclara expliqua affirma ajouta demanda murmura "
    "s'exclame s'exclama exclamé réjoui félicité félicite réjouit indigné indigne détaille détaillé analyse analysé constate constaté relève relevé déplore déploré renchérit répète répété "
    "disent affirment expliquent estiment soulignent pense croit espère craint s'inquiète s'interroge interroge"
)
FRENCH = Language(
    cue=_any(
        _FRENCH.replace("'", "’") + " " + _FRENCH,
        before=r"(?:(?:s[’'])?(?:a|ont|avait|avaient|est|sont)(?:-t-(?:il|elle|on)|-(?:ils|elles))?\s+(?:\w+\s+){0,2}?)?",
        behind=r"(?:-t)?(?:-(?:il|elle|ils|elles|on|je))?",
    ),
    pronouns=_set("il elle ils elles je nous on"),
    articles=_set("le la les l’ l' un une des son sa ses leur plusieurs"),
    posts=re.compile(
        r"(?:ministre|président|présidente|premier|première|porte-parole|maire|directeur|directrice|chef|cheffe|patron|patronne|secrétaire|député|députée|sénateur|sénatrice|"
        r"procureur|procureure|avocat|avocate|professeur|professeure|chercheur|chercheuse|économiste|analyste|candidat|candidate|entraîneur|roi|reine|général|préfet|préfète|"
        r"responsable|fondateur|fondatrice|expert|experte|journaliste|juge|médecin|ambassadeur|ambassadrice|gérant|gérante|syndicaliste|historien|historienne|m\.|mme|monsieur|madame)\Z",
        re.IGNORECASE,
    ),
    openers=_set(
        "Le La Les Un Une Des Il Elle Ils Elles En Au Aux Dans Pour Par Sur Mais Et Selon Après Avant Depuis Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Ce Cette Ces Son Sa Ses On Je Nous L D"
    ),
    denied_before=re.compile(r"\b(?:n[’']|ne\s|jamais\s|personne\s|aucun\w*\s|sans\s)(?:\w+\s+){0,3}\Z", re.IGNORECASE),
    denied_behind=re.compile(r"\s+(?:pas|jamais|rien)\b", re.IGNORECASE),
    supposed=re.compile(r"(?:\bsi\s|\bs[’'](?=il))[^,;:]*\Z", re.IGNORECASE),
    according=re.compile(r"\b(?:selon|d[’']après)\s+", re.IGNORECASE),
    dash=True,
)
SPANISH = Language(
    cue=_any(
        "dijo dice dijeron dicen afirmó afirma afirmaron aseguró asegura aseguraron explicó explica declaró declara señaló señala señalaron indicó indica indicaron añadió añade agregó agrega "
        "sostuvo sostiene manifestó manifiesta expresó expresa destacó destaca advirtió advierte reconoció reconoce anunció anuncia comentó comenta respondió responde preguntó pregunta insistió "
        "insiste subrayó subraya recordó recuerda apuntó apunta concluyó concluye criticó critica denunció denuncia escribió escribe lamentó lamenta admitió admite contó cuenta relató relata "
        "detalló detalla precisó precisa remarcó remarca aclaró aclara opinó opina consideró considera exclamó prometió aseveró planteó reiteró reitera confirmó confirma enfatizó puntualizó "
        "argumentó calificó califica llamó llama dicho afirmado asegurado explicado declarado señalado indicado añadido destacado advertido reconocido anunciado comentado respondido insistido "
        "subrayado recordado apuntado concluido criticado denunciado escrito lamentado admitido defendido defendió defiende avisó avisa tuiteó informó informa resumió zanjó celebró cree piensa",
        before=r"(?:(?:ha|han|había|habían)\s+(?:\w+\s+)?)?",
    ),
    pronouns=_set("él ella ellos ellas yo"),
    articles=_set("el la los las un una su sus varios varias"),
    posts=re.compile(
        r"(?:ministro|ministra|presidente|presidenta|portavoz|alcalde|alcaldesa|director|directora|jefe|jefa|secretario|secretaria|diputado|diputada|senador|senadora|fiscal|"
        r"abogado|abogada|profesor|profesora|investigador|investigadora|economista|analista|candidato|candidata|entrenador|entrenadora|rey|reina|general|gobernador|gobernadora|"
        r"responsable|fundador|fundadora|experto|experta|periodista|juez|jueza|médico|médica|embajador|embajadora|consejero|consejera|vocero|vocera|líder|canciller|gerente|"
        r"concejal|delegado|delegada|coordinador|coordinadora|dirigente|vicepresidente|vicepresidenta|comisario|comisaria|sr\.|sra\.|don|doña)\Z",
        re.IGNORECASE,
    ),
    openers=_set(
        "El La Los Las Un Una En Al A De Por Para Con Según Pero Y Lunes Martes Miércoles Jueves Viernes Sábado Domingo Este Esta Su Sus Tras Ayer Hoy Así Como También No Sí Yo Él Ella"
    ),
    denied_before=re.compile(
        r"\b(?:no|nunca|jamás|nadie|ningún|ninguno|tampoco|sin|ni)\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE
    ),
    denied_behind=_NEVER,
    supposed=re.compile(r"\bsi\s[^,;:]*\Z", re.IGNORECASE),
    according=re.compile(r"\b(?:según|de acuerdo con|a juicio de|en palabras de)\s+", re.IGNORECASE),
    dash=True,
)
ITALIAN = Language(
    cue=_any(
        "dice disse detto dicono dissero dichiara dichiarò dichiarato dichiarano afferma affermò affermato affermano spiega spiegò spiegato spiegano aggiunge aggiunse aggiunto aggiungono "
        "sottolinea sottolineò sottolineato sottolineano assicura assicurato assicurano precisa precisato precisano annuncia annunciò annunciato annunciano commenta commentò commentato "
        "commentano racconta raccontò raccontato raccontano ricorda ricordò ricordato ricordano avverte avvertì avvertito ammette ammise ammesso risponde rispose risposto rispondono chiede "
        "chiese chiesto domanda domandò domandato scrive scrisse scritto scrivono sostiene sostenne sostenuto sostengono ribadisce ribadì ribadito conferma confermò confermato confermano "
        "conclude concluse concluso insiste insistito denuncia denunciò denunciato critica criticato osserva osservò osservato nota notato riferisce riferì riferito riferiscono replica replicò "
        "replicato incalza esclama esclamò esclamato promette promise promesso attacca attaccato tuona tuonato evidenzia evidenziato rileva rilevato rivela rivelò rivelato chiarisce chiarito "
        "definisce definito chiama chiamato twitta twittato informa informato ritiene crede pensa teme spera auspica auspicato lamenta lamentato prosegue proseguito continua ironizza confida "
        "confidato confessa confessato segnala segnalato puntualizza puntualizzato",
        before=r"(?:(?:si\s)?(?:ha|hanno|aveva|avevano|è|sono)\s+(?:\w+\s+)?)?",
    ),
    pronouns=_set("lui lei egli ella loro io noi"),
    articles=_set("il lo la i gli le l’ l' un uno una suo sua suoi sue diversi diverse alcuni"),
    posts=re.compile(
        r"(?:ministro|ministra|presidente|presidentessa|premier|portavoce|sindaco|sindaca|direttore|direttrice|capo|segretario|segretaria|deputato|deputata|senatore|senatrice|"
        r"procuratore|procuratrice|avvocato|avvocata|professore|professoressa|ricercatore|ricercatrice|economista|analista|candidato|candidata|allenatore|allenatrice|re|regina|"
        r"generale|governatore|governatrice|responsabile|fondatore|fondatrice|esperto|esperta|giornalista|giudice|medico|ambasciatore|ambasciatrice|consigliere|consigliera|"
        r"leader|cancelliere|assessore|assessora|commissario|commissaria|sottosegretario|sottosegretaria|prefetto|questore|vescovo|cardinale|papa|amministratore|delegato|"
        r"delegata|coordinatore|coordinatrice|dirigente|vicepresidente|sindacalista|storico|storica|scrittore|scrittrice|tecnico|ct|ceo|sig\.|signor|signora|dott\.|prof\.)\Z",
        re.IGNORECASE,
    ),
    openers=_set(
        "Il Lo La I Gli Le Un Uno Una In A Al Alla Da Dal Dalla Di Del Della Per Con Su Sul Sulla Secondo Ma E Lunedì Martedì Mercoledì Giovedì Venerdì Sabato Domenica Questo Questa Questi Suo Sua "
        "Dopo Prima Ieri Oggi Domani Così Come Anche Non Sì Io Lui Lei Noi Nel Nella Quando Se Poi"
    ),
    denied_before=re.compile(
        r"\b(?:non|mai|nessuno|nessun|nessuna|né|senza|neppure|nemmeno)\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE
    ),
    denied_behind=_NEVER,
    supposed=re.compile(r"\b(?:se|qualora)\s[^,;:]*\Z", re.IGNORECASE),
    according=re.compile(r"\b(?:secondo|stando a|a detta di|a giudizio di)\s+", re.IGNORECASE),
    dash=True,
)
_RUSSIAN_PAST = (
    "сказал заявил сообщил отметил подчеркнул добавил рассказал объяснил пояснил уточнил написал ответил спросил заметил напомнил предупредил признал заверил пообещал призвал констатировал "
    "прокомментировал резюмировал заключил произнес произнёс воскликнул поделился назвал указал высказался признался возразил продолжил подтвердил раскритиковал выразил обратился говорил "
    "утверждал посетовал подытожил поинтересовался обещал прошептал крикнул"
)
RUSSIAN = Language(
    cue=_any(
        " ".join(
            f"{w} {w[:-2] + 'ась' if w.endswith('ся') else w + 'а'} {w[:-2] + 'ись' if w.endswith('ся') else w + 'и'} {w if w.endswith('ся') else w + 'о'}"
            for w in _RUSSIAN_PAST.split()
        )
        + " считает считают уверен уверена говорит говорят заявляет заявляют отмечает отмечают подчеркивает подчёркивает пишет пишут утверждает утверждают сообщает сообщают рассказывает "
        "рассказывают объясняет поясняет уточняет добавляет напоминает предупреждает признает признаёт полагает убежден убеждена убеждён поделилась высказалась призналась обратилась"
    ),
    pronouns=_set("он она они я мы"),
    articles=_set(""),
    posts=re.compile(
        r"(?:министр|президент|премьер\w*|пресс-секретарь|мэр|директор|глава|руководитель|председатель|секретарь|депутат|сенатор|прокурор|адвокат|профессор|ученый|учёный|"
        r"экономист|аналитик|кандидат|тренер|король|королева|генерал|губернатор|основатель|эксперт|журналист|судья|врач|посол|представитель\w*|вице-\w+|замминистра|"
        r"заместитель|начальник|спикер|лидер|чиновник|политик|историк|уполномоченный|советник|помощник|юрист|политолог|спортсмен\w*|режиссер|режиссёр|актер|писатель)\Z",
        re.IGNORECASE,
    ),
    openers=_set(
        "В На Но И По Как Он Она Они Это Я Мы Об О С К За Для При После До Из У От Также Однако Между Понедельник Вторник Среду Четверг Пятницу Субботу Воскресенье Его Её Ее Их А"
    ),
    denied_before=re.compile(r"\b(?:не|никогда|никто|ни)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE),
    denied_behind=_NEVER,
    supposed=re.compile(r"\b(?:если|ли)\b[^,;:]*\Z", re.IGNORECASE),
    according=re.compile(r"\b(?:по словам|по мнению|по данным|по утверждению)\s+", re.IGNORECASE),
    dash=True,
)
TURKISH = Language(
    cue=_any(
        "dedi dediler söyledi söylediler söylüyor diyor diyorlar belirtti belirttiler ifade_etti ifade_ettiler açıkladı vurguladı kaydetti konuştu aktardı anlattı ekledi bildirdi uyardı sordu "
        "yanıtladı savundu ifadelerini_kullandı ifadesini_kullandı değerlendirmesinde_bulundu değerlendirmesini_yaptı açıklamasını_yaptı açıklamasında_bulundu dile_getirdi yanıtını_verdi "
        "cevabını_verdi çağrısında_bulundu yazdı dile_getiriyor belirtiyor anlatıyor şöyle_dedi devam_etti sözlerini_kullandı yorumunu_yaptı mesajını_verdi seslendi paylaştı iddia_etti nitelendirdi tanımladı eleştirdi duyurdu"
    ),
    participle=_any(
        "diyen söyleyen belirten ifade_eden vurgulayan kaydeden konuşan aktaran ifadelerini_kullanan ifadesini_kullanan açıklamasında_bulunan"
    ),
    pronouns=_set("o onlar ben biz"),
    articles=_set("bir"),
    posts=re.compile(
        r"(?:cumhurbaşkanı|bakan|bakanı|başkan|başkanı|başbakan|başbakanı|müdür|müdürü|sözcü|sözcüsü|vekili|milletvekili|vali|valisi|genel|profesör|prof\.|dr\.|doç\.|uzman|uzmanı|"
        r"avukat|avukatı|hakim|savcı|general|komutanı|sekreteri|direktörü|antrenör|kurucusu|yöneticisi|temsilcisi|büyükelçi|büyükelçisi|yardımcısı|lideri|üyesi|kaymakam|rektörü|ceo'su)\Z",
        re.IGNORECASE,
    ),
    openers=_set(
        "Bu Bir Ve Ama Fakat Ancak O Onlar Ben Biz Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık Daha Sonra Öte"
    ),
    denied_before=_NEVER,
    denied_behind=re.compile(r"\s+(?:mi|mı|mu|mü)\b", re.IGNORECASE),
    supposed=re.compile(r"\beğer\b[^,;:]*\Z", re.IGNORECASE),
    verb_last=True,
    dash=True,
)
AZERBAIJANI = Language(
    cue=_any(
        "dedi deyib deyir dediler deyiblər demişdir bildirdi bildirib bildirir bildiriblər bildirmişdir qeyd_etdi qeyd_edib qeyd_edir vurğuladı vurğulayıb vurğulayır söylədi söyləyib söyləyir "
        "əlavə_etdi əlavə_edib əlavə_edir açıqladı açıqlayıb açıqlayır yazıb yazdı yazır cavab_verdi cavab_verib təsdiqlədi təsdiqləyib xəbərdarlıq_etdi xəbərdarlıq_edib ifadə_etdi ifadə_edib "
        "danışıb danışdı soruşdu soruşub vurğulamışdır təkrarladı izah_etdi izah_edib xatırladıb xatırlatdı"
    ),
    participle=_any("deyən bildirən söyləyən vurğulayan qeyd_edən"),
    pronouns=_set("o onlar mən biz"),
    articles=_set("bir"),
    posts=re.compile(
        r"(?:prezident|prezidenti|nazir|naziri|baş|sədr|sədri|direktor|direktoru|müdir|müdiri|sözçü|sözçüsü|deputat|deputatı|millət|vəkil|vəkili|professor|ekspert|eksperti|"
        r"general|səfir|səfiri|rəhbər|rəhbəri|rəis|rəisi|müavini|köməkçisi|icra|katib|katibi|üzvü|lideri|məşqçi|məşqçisi|iqtisadçı|analitik|jurnalist|hüquqşünas|nümayəndəsi|xidmətinin)\Z",
        re.IGNORECASE,
    ),
    openers=_set(
        "Bu Bir Və Amma Ancaq Lakin O Onlar Mən Biz Onun Bazar Çərşənbə Cümə Şənbə Yanvar Fevral Mart Aprel May İyun İyul Avqust Sentyabr Oktyabr Noyabr Dekabr Sonra Həmçinin"
    ),
    denied_before=_NEVER,
    denied_behind=_NEVER,
    supposed=re.compile(r"\b(?:əgər)\b[^,;:]*\Z", re.IGNORECASE),
    verb_last=True,
    dash=True,
)

LANGUAGES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN, "ru": RUSSIAN, "tr": TURKISH, "az": AZERBAIJANI}
"""The languages with tables of their own, by ISO 639-1 code."""
