"""German (also of Austria and Switzerland)."""

from parsers.facts.time.tongues.tongue import Tongue, coded, table, words

GERMAN = Tongue(
    months=table(
        "januar jänner jan=1;februar feber feb=2;märz mär maerz=3;april apr=4;mai=5;juni jun=6;juli jul=7;august aug=8;"
        "september sept sep=9;oktober okt=10;november nov=11;dezember dez=12"
    ),
    weekdays=table(
        "montag montags montagabend montagmorgen=0;dienstag dienstagabend dienstagmorgen=1;mittwoch mittwochabend "
        "mittwochmorgen=2;donnerstag donnerstagabend donnerstagmorgen=3;freitag freitagabend freitagmorgen=4;samstag "
        "sonnabend samstagabend samstagmorgen=5;sonntag sonntagabend sonntagmorgen=6"
    ),
    units=coded(
        "sekunde sekunden=TS;minute minuten=TM;stunde stunden=TH;tag tage tagen tages=D;woche wochen=W;monat monate monaten "
        "monats=M;quartal quartale quartalen quartals=Q;jahr jahre jahren jahres=Y;jahrzehnt jahrzehnte jahrzehnten=E;"
        "jahrhundert jahrhunderte jahrhunderten=C;wochenende=WE"
    ),
    numbers=table(
        "ein eine einem einer einen=1;zwei=2;drei=3;vier=4;fünf=5;sechs=6;sieben=7;acht=8;neun=9;zehn=10;elf=11;zwölf=12;"
        "fünfzehn=15;zwanzig=20;dreißig=30;fünfzig=50"
    ),
    ordinals=table("erste ersten erstes=1;zweite zweiten zweites=2;dritte dritten drittes=3;vierte vierten viertes=4"),
    days_away=table("vorgestern=-2;gestern=-1;heute=0;morgen=1;übermorgen=2"),
    directions=table(
        "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vergangenem vorige vorigen "
        "voriges vorigem=-1;diese diesen dieser dieses diesem laufenden=0;nächste nächsten nächster nächstes nächstem "
        "kommende kommenden kommender kommendes kommendem=1"
    ),
    relations={
        "am": "on",
        "im": "in",
        "in": "in",
        "seit": "since",
        "bis": "until",
        "vor": "before",
        "nach": "after",
        "ab": "since",
        "um": "at",
        "während": "during",
        "zwischen": "between",
        "von": "from",
        "vom": "from",
        "gegen": "around",
    },
    seasons=coded("frühjahr frühling=SP;sommer=SU;herbst=FA;winter=WI"),
    day_parts=coded("abend abends=EV;morgen früh vormittag=MO;nachmittag=AF;nacht=NI;mittag=MI"),
    ago_before=(("vor",),),
    ahead_before=frozenset({"in"}),
    joints=words("bis und - –"),
    between=frozenset({",", "des"}),
    future=words(
        "tritt treten künftig voraussichtlich spätestens fällig läuft ablaufen öffnet schließt kommenden kommender bevorsteht findet "
        "finden verhandelt steht stehen fährt reist trifft treffen "
        "wird werden soll sollen will wollen plant planen würde geplant beginnt startet endet bis"
    ),
    years=words("jahr jahre jahres"),
    before_years=words(
        "seit bis von zwischen und ab nach vor ende anfang mitte im um gegen herbst sommer winter frühjahr"
    ),
    quarters=words("quartal quartals"),
    halves=words("halbjahr halbjahres"),
    decades=words("jahre jahren"),
    decade_endings=frozenset({"er"}),
    clocks=frozenset({"uhr"}),
    before_clocks=words("um ab gegen bis von"),
    day_endings=frozenset({"."}),
    early=frozenset({"anfang"}),
    middle=frozenset({"mitte"}),
    late=frozenset({"ende"}),
)
