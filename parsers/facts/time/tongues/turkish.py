"""Turkish."""

from parsers.facts.time.tongues.tongue import Tongue, coded, table, words

TURKISH = Tongue(
    months=table(
        "ocak=1;şubat=2;mart=3;nisan=4;mayıs=5;haziran=6;temmuz=7;ağustos=8;eylül=9;ekim=10;kasım=11;aralık=12"
    ),
    weekdays=table("pazartesi=0;salı=1;çarşamba=2;perşembe=3;cuma=4;cumartesi=5;pazar=6"),
    needs_day=frozenset({"salı", "cuma", "pazar"}),
    day_words=words("günü günkü akşamı sabahı"),
    units=coded(
        "saniye=TS;dakika=TM;saat=TH;gün günü günde=D;hafta haftaya haftası=W;ay ayda ayın=M;çeyrek çeyrekte çeyreği=Q;yıl "
        "yılda yılın yılı sene=Y;yüzyıl yüzyılda=C"
    ),
    numbers=table("bir=1;iki=2;üç=3;dört=4;beş=5;altı=6;yedi=7;sekiz=8;dokuz=9;on=10;yirmi=20;otuz=30;elli=50"),
    ordinals=table("birinci ilk=1;ikinci=2;üçüncü=3;dördüncü son=4"),
    days_away=table("evvelsi=-2;dün=-1;bugün=0;yarın=1"),
    directions=table("geçen geçtiğimiz önceki=-1;bu=0;gelecek önümüzdeki=1"),
    relations={
        "den": "since",
        "dan": "since",
        "ten": "since",
        "tan": "since",
        "kadar": "until",
        "önce": "before",
        "sonra": "after",
    },
    seasons=coded("ilkbahar ilkbaharda=SP;yaz yazın=SU;sonbahar sonbaharda=FA;kış kışın=WI"),
    day_parts=coded("akşam akşamı=EV;sabah sabahı=MO;gece gecesi=NI;öğleden=AF"),
    ago_behind=frozenset({"önce", "evvel"}),
    ahead_behind=frozenset({"sonra"}),
    joints=words("- – ile ve"),
    between=frozenset({","}),
    future_endings=("acak", "ecek", "acağı", "eceği", "acağını", "eceğini", "acaktır", "ecektir"),
    years=words("yılı yılında yılının yılına yılından yıl yılın"),
    quarters=words("çeyreği çeyreğinde çeyreğinin çeyrek çeyrekte"),
    halves=words("yarısı yarısında"),
    decades=words("yıllar yıllarda yılların yıllardan yıllarında yıllara yılları"),
    decade_endings=frozenset({"lar", "ler", "larda", "lerde", "ların", "lerin"}),
    before_clocks=frozenset({"saat"}),
    early=words("başında başı başlarında"),
    middle=words("ortasında ortalarında"),
    late=words("sonunda sonu sonuna sonlarında"),
)
