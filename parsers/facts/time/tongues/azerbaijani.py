"""Azerbaijani."""

from parsers.facts.time.tongues.tongue import Tongue, coded, table, words

AZERBAIJANI = Tongue(
    months=table(
        "yanvar yanvarda yanvarın=1;fevral fevralda fevralın=2;mart martda martın=3;aprel apreldə aprelin=4;may mayda "
        "mayın=5;iyun iyunda iyunun=6;iyul iyulda iyulun=7;avqust avqustda avqustun=8;sentyabr sentyabrda sentyabrın=9;"
        "oktyabr oktyabrda oktyabrın=10;noyabr noyabrda noyabrın=11;dekabr dekabrda dekabrın=12"
    ),
    weekdays=table("çərşənbə=2;cümə=4;şənbə=5;bazar=6"),
    weekday_pairs={("bazar", "ertəsi"): 0, ("çərşənbə", "axşamı"): 1, ("cümə", "axşamı"): 3},
    needs_day=frozenset({"bazar", "cümə", "şənbə", "çərşənbə"}),
    day_words=words("günü gün"),
    units=coded(
        "saniyə=TS;dəqiqə=TM;saat=TH;gün günü=D;həftə həftədə=W;ay ayda ayın=M;rüb rübü rübdə=Q;il ildə ilin ili illər=Y;"
        "onillik=E;əsr əsrdə=C"
    ),
    numbers=table("bir=1;iki=2;üç=3;dörd=4;beş=5;altı=6;yeddi=7;səkkiz=8;doqquz=9;on=10;iyirmi=20;otuz=30;əlli=50"),
    ordinals=table("birinci ilk=1;ikinci=2;üçüncü=3;dördüncü=4"),
    days_away=table("srağagün=-2;dünən=-1;bugün=0;sabah=1;birigün=2"),
    directions=table("keçən ötən=-1;bu cari=0;gələn növbəti qarşıdakı=1"),
    relations={"dan": "since", "dən": "since", "qədər": "until", "əvvəl": "before", "sonra": "after"},
    seasons=coded("yazda yazın=SP;yayda yayın=SU;payızda payızın=FA;qışda qışın=WI"),
    day_parts=coded("axşam axşamı=EV;səhər=MO;gecə=NI"),
    ago_behind=frozenset({"əvvəl", "öncə", "qabaq"}),
    ahead_behind=frozenset({"sonra"}),
    joints=words("- – ilə və"),
    between=frozenset({","}),
    future_endings=("acaq", "əcək", "acağı", "əcəyi", "acaqdır", "əcəkdir", "acağını", "əcəyini"),
    years=words("il ildə ilin ili ildən ilə ilədək illər"),
    quarters=words("rüb rübü rübündə rübünün rübdə"),
    halves=words("yarısı yarısında yarımilliyi"),
    decades=words("illər illərdə illərin"),
    before_clocks=frozenset({"saat"}),
    day_endings=frozenset(),
    early=words("əvvəli əvvəlində əvvəllərində"),
    middle=words("ortası ortasında ortalarında"),
    late=words("sonu sonunda sonuna sonlarında"),
)
