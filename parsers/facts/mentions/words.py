"""The words that say what a capitalised sequence is: titles, heads of organisations, places and programmes."""

from __future__ import annotations

# Titles and posts that stand before (or, after a comma, behind) a person's name. Lower-cased.
HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep representative gov governor gen general lt lieutenant col colonel maj major capt "
    "captain cmdr commander adm admiral sgt sergeant cpl corporal rev reverend fr father sister brother pope cardinal archbishop bishop imam "
    "ayatollah rabbi king queen prince princess emir sheikh sultan president presidents premier chancellor minister ministers secretary ambassador envoy "
    "chairman chairwoman chairperson chair ceo cfo coo cto director manager head chief speaker mayor judge justice attorney prosecutor sheriff officer "
    "inspector detective superintendent commissioner councillor councilman councilwoman congressman congresswoman deputy vice assistant adviser advisor aide "
    "spokesman spokeswoman spokesperson reporter correspondent editor journalist columnist analyst expert researcher professor fellow founder co-founder coach "
    "captain candidate leader lawmaker mp mep msp dean provost rector principal consul commentator author writer photographer economist strategist "
    "activist lawyer counsel pastor nominee treasurer marshal first lady undersecretary crown specialist engineer scientist physician treasurer partner "
    "vice-president vice-chairman co-chair co-chairman secretary-general director-general attorney-general governor-general general-secretary president-elect vice-chancellor "
    "commander-in-chief editor-in-chief lieutenant-governor under-secretary undersecretary-general".split()
)
# Titles that are surnames as well: behind a given name they are.
SURNAMES_TOO = frozenset(
    "pope king prince bishop dean judge justice marshal priest major chief head duke king queen sergeant speaker coach pastor fellow dean usher".split()
)
# Titles that never stand as a name's own word, so that what follows them is a person even when it is one word.
SURE_TITLES = HONORIFICS - frozenset(
    "chief head justice major general first father brother sister king prince deputy vice assistant partner crown lady chair".split()
)
# Words that belong to a title behind one of the above: `Minister of Foreign Affairs`, `Press Secretary`.
TOPICS = frozenset(
    "foreign policy affairs energy defense defence finance economy economic economics trade internal interior justice health education transport transportation "
    "culture environment labor labour agriculture industry development security national state public commerce treasury communications communication "
    "digital technology science sports youth tourism ecology natural resources emergency situations relations press media executive chief operating financial "
    "managing general senior deputy assistant vice associate acting former special political military research prime foreign home legal human rights "
    "social protection taxes customs investment planning infrastructure housing migration immigration european international regional strategic climate change "
    "first second lady cabinet joint staff staffs department administration office office presidential".split()
)
OPENERS_ABROAD = frozenset(
    "ministerio ministère ministere ministerium consejería consejeria ayuntamiento universidad université universite universität universidade università partido parti partei "
    "banco banque banca tribunal consejo conseil comisión comision instituto institut federación federacion fédération federation asociación asociacion sindicato syndicat fiscalía fiscalia "
    "guardia cámara assemblée assemblee agencia agence bundesministerium landesregierung staatsanwaltschaft préfecture prefecture mairie dirección direction hospital gobierno gouvernement "
    "junta diputación confederación confédération académie academia bakanlığı nazirliyi".split()
)
"""First words of bodies' names in other languages: `Ministerio de Sanidad`."""
EVENTS = frozenset(
    "classic open prix marathon show fair expo exhibition regatta tournament trophy awards prize derby stakes biennale carnival symposium test tests invitational masters triathlon relay championships "
    "superprix grammys oscars ashes".split()
)
"""Last words of events, contests and prizes."""
ORGANISATION_HEADS = frozenset(
    "inc ltd llc llp plc corp corporation company co group holding holdings ag gmbh ojsc jsc limited university college institute school academy bank party "
    "committee council agency association union foundation ministry department court senate congress parliament commission administration times post news daily "
    "journal tv television radio network church hospital army navy guard police club center centre board bureau service services federation league society "
    "authority organization organisation fund airlines airways motors industries technologies systems media press tribune herald gazette magazine review "
    "telegraph guardian independent observer partners ventures capital insurance pharmaceuticals laboratories electric oil petroleum steel "
    "telecom airline bundestag duma majlis cabinet government office directorate secretariat assembly chamber coalition alliance movement brigade brotherhood "
    "investment investments consulting consultant consultants solutions studio studios pictures entertainment records books publishing exchange trust "
    "guild confederation cooperative fraternity inspectorate tribunal treasury embassy consulate mission delegation team united city's newspaper channel broadcasting corps forces force command intelligence operator "
    "consortium enterprise enterprises manufacturing engineering construction shipping railways logistics securities management bancorp bancshares brothers bros electronics stores "
    "foods products chemical chemicals mines mining software computer computers semiconductor semiconductors realty properties savings brokers brokerage associates advisers advisors "
    "hotels resorts bourse library museum gallery orchestra theatre theater airline pharma biotech telecommunications hospitals supermarkets breweries equities guaranty markets".split()
)
# Last words of names that no person bears: titles of prizes, shows and indices, and groups of people.
IMPERSONAL = frozenset(
    "award awards index officials democrats republicans conservatives liberals tories nationals globe globes show oscars grammys housewives bonds futures open olympics olympic cup "
    "trophy marathon brigades krishna opposition aboriginal prix regatta ashes invitational test tests series "
    "championship championships precinct revenue reserve standard chain day night week prize prizes medal final finals league derby stakes tournament election elections mps olympian".split()
)
# Heads behind a comma that companies are called too: they say nothing of whether a name is a person's.
COMPANY_HEADS = frozenset(
    "developer producer publisher broadcaster retailer broker dealer trader shipper shipbuilder miner builder manager partner agent distributor owner co-owner member candidate contender leader "
    "investor landlord promoter designer anchor host insurer provider operator carrier supplier maker manufacturer head chief forward centre center critic observer challenger rival model driver runner".split()
)
# Heads that open an organisation's name: `Ministry of …`, `Bank of …`.
ORGANISATION_OPENERS = frozenset(
    "ministry university bank department institute center centre council government office house court academy college school federation union association "
    "committee commission bureau board chamber embassy agency organization organisation league society church group national international fund faculty "
    "directorate service administration authority party movement army college consulate institution delegation secretariat guild confederation alliance "
    "coalition cooperative brotherhood fraternity inspectorate tribunal".split()
)
PLACE_HEADS = frozenset(
    "city river sea ocean island islands mountain mountains lake province region county district street avenue road square park port airport zone valley bay "
    "gulf desert strait peninsula coast canal hills beach village town settlement prefecture oblast territory territories area heights harbor harbour bridge "
    "boulevard highway station stadium palace castle cathedral place creek gorge reef terrace crescent plaza quay wharf jetty ranges plains "
    "falls springs lagoon glacier plateau canyon reservoir dam tunnel freeway motorway expressway".split()
)
PLACE_OPENERS = frozenset(
    "lake mount gulf port strait republic kingdom isle cape bay state city sea province fort commonwealth".split()
)
PROGRAMME_HEADS = frozenset(
    "initiative programme program project plan strategy corridor act agenda framework campaign accord accords treaty convention protocol deal mission vision "
    "partnership agreement pact charter goals belt pipeline railway summit forum conference olympics games festival declaration roadmap package scheme bill "
    "memorandum route fund cup championship war".split()
)
# Speech and action verbs whose subject is somebody: what stands before them is a person or a body.
SPEECH = frozenset(
    "said says told tells added adds noted asked wrote writes tweeted argued claimed explained insisted warned recalled concluded stressed emphasized emphasised "
    "announced declared stated replied answered continued admitted acknowledged joked quipped testified".split()
)
# Days, months and labels: capitalised before a name, and no part of it.
LABELS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec christmas easter ramadan editor's note photo breaking update updated exclusive advertisement via rt covid-19".split()
)
# Capitalised words that by themselves are no names: days, months, labels, units, adjectives of faith and region, zones of time, grades of
# credit, people by what they do.
NO_NAMES = LABELS | frozenset(
    "i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter christmas easter ramadan god yes no ok okay mr mrs ms dr tv pm am "
    "gdp ceo cfo pr hr it ai vs sunday's today tomorrow yesterday editor's note photo read more q a qa rt via breaking update updated exclusive advertisement "
    "covid covid-19 internet democrat republican democratic democrats' republicans' christian christians muslim muslims jew jews jewish islamic catholic catholics hindu hindus sikh sikhs buddhist buddhists aboriginal aboriginals "
    "protestant protestants islam christianity european europeans asian asians african africans eurasian arab arabs latin mw gw kw kwh mwh gwh km kg ev evs lng ngo ngos sme smes "
    "ebola zika malaria cholera polio measles tuberculosis sars mers mpox mou mous pdf dna usb shr shrs oper qtly qtrly revs avg mths cif fob mfn cmo cmos gnp cpi ppi libor bb bbb led ict iot ppp id vip phd hiv aids poc faq lgbt lgbtq soviet soviets baltic nordic balkan western eastern northern southern english arabic usd eur azn "
    "gmt utc est edt cst cdt pst pdt bst cet cest aaa baa officials sources analysts economists traders dealers diplomats observers brokers bankers "
    "shareholders investors residents villagers witnesses rescuers organisers organizers".split()
)
# Words with a capital at the start of a sentence that do not belong to the name behind them.
OPENING = frozenset(
    "according speaking asked recalling highlighting noting citing adding saying following including regarding concerning given based amid among under "
    "across against beyond near besides beside within throughout upon toward towards plus per via situated anchored similarly additionally notably "
    "specifically currently recently overall finally furthermore therefore thus hence unfortunately fortunately importantly initially previously "
    "recently separately ultimately certainly clearly obviously perhaps maybe actually basically surely again always never often sometimes usually "
    "usually nearly almost just even only both either neither each several most more less much such these those that this there here where when while "
    "who whom whose which what why how if unless until whether because since so as at by for from in into of off on onto out over to up with without after "
    "before between during about above below behind despite except like unlike than though although and but or nor yet the a an his her its their our your "
    "my he she it they we you i another other others all any some many few no not now then today "
    "tomorrow yesterday earlier later last next once also too still already ever is are was were be been being has have had do does did "
    "will would can could may might must shall should let lets let's get go say see think know want make take come look use find tell ask seem feel try leave "
    "call meanwhile moreover however instead indeed rather anyway please thank thanks hello dear well oh ok okay yes".split()
)
# Numbers that open a sentence, though some names begin with one (`Second Karabakh War`).
ORDINALS = frozenset("first second third fourth fifth one two three four five six seven eight nine ten".split())
ARABIC = frozenset((" al-", " el-", " as-", " ash-", " ad-", " ar-", " an-", " az-", " at-", " ul-"))
"""Articles that hold Arabic names together: `Ali al-Khalifa`."""
LINKS = ARABIC | frozenset({" of ", " of the ", " for ", " for the ", " and ", " de ", " da ", " di ", " du ", " del ", " della ", " der ", " van ", " von ", " van der ",
                   " bin ", " ibn ", " al ", " el ", " la ", " le ", " & ", " on ", " on the ", " de la ", " dos ", " to ", " to the ", " in "})  # fmt: skip
PERSONAL_LINKS = ARABIC | frozenset(
    {
        " ",
        " de ",
        " da ",
        " di ",
        " du ",
        " del ",
        " della ",
        " der ",
        " van ",
        " von ",
        " van der ",
        " bin ",
        " ibn ",
        " al ",
        " el ",
        " la ",
        " le ",
        " de la ",
        " dos ",
    }
)
# Surnames that come first (Chinese, Korean, Vietnamese), in pinyin or the usual romanisation.
FAMILY_FIRST = frozenset(
    "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu "
    "shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao "
    "qiu qin gu hou shao meng wan duan lei qian yin yi qiao lai gong wen pang xi kim park lee choi jung jeong kang cho yoon jang lim nguyen tran le pham hoang phan "
    "vu vo dang bui ngo duong mao hua geng wan".split()
)
# Endings of surnames that give a person away (Slavic and Turkic, Caucasian, Nordic, Greek, Romanian, Armenian).
SURNAME_ENDINGS = ("ov", "ova", "ev", "eva", "yev", "yeva", "sky", "skiy", "ski", "ska", "enko", "yan", "shvili", "dze", "zade", "zadeh", "oglu", "oğlu", "uly", "bayev", "sson", "opoulos", "escu", "ić", "vich", "lı", "zada")  # fmt: skip
