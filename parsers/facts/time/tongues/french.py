"""French."""

from parsers.facts.time.tongues.tongue import Tongue, coded, table, words

FRENCH = Tongue(
    months=table(
        "janvier janv=1;février fév févr fevrier=2;mars=3;avril avr=4;mai=5;juin=6;juillet juil=7;août aout=8;septembre "
        "sept=9;octobre oct=10;novembre nov=11;décembre déc decembre=12"
    ),
    weekdays=table("lundi=0;mardi=1;mercredi=2;jeudi=3;vendredi=4;samedi=5;dimanche=6"),
    units=coded(
        "seconde secondes=TS;minute minutes=TM;heure heures=TH;jour jours=D;semaine semaines=W;mois=M;trimestre "
        "trimestres=Q;an ans année années=Y;décennie décennies=E;siècle siècles=C;week=W"
    ),
    numbers=table(
        "un une=1;deux=2;trois=3;quatre=4;cinq=5;six=6;sept=7;huit=8;neuf=9;dix=10;onze=11;douze=12;quinze=15;vingt=20;"
        "trente=30;cinquante=50"
    ),
    ordinals=table("premier première 1er=1;deuxième second seconde=2;troisième=3;quatrième dernier=4"),
    days_away=table("avant-hier=-2;hier=-1;aujourd=0;demain=1"),
    directions=table(
        "dernier dernière derniers dernières passé passée précédent=-1;ce cette cet=0;prochain prochaine prochains=1"
    ),
    relations={
        "en": "in",
        "le": "on",
        "depuis": "since",
        "jusqu": "until",
        "avant": "before",
        "après": "after",
        "dès": "since",
        "pendant": "during",
        "entre": "between",
        "vers": "around",
        "à": "at",
        "au": "in",
    },
    seasons=coded("printemps=SP;été=SU;automne=FA;hiver=WI"),
    day_parts=coded("soir=EV;matin=MO;midi=MI;nuit=NI"),
    ago_before=(("il", "y", "a"),),
    ahead_before=frozenset({"dans"}),
    joints=words("au à et - –"),
    between=frozenset({"de", ","}),
    future=words(
        "expire expirent sera seront va vont doit doivent devrait devraient aura auront prévu prévue ouvrira débutera commencera prochain d'ici ici"
    ),
    future_endings=("era", "ira", "dra", "ura", "vra", "tra", "eront", "iront", "dront", "uront", "vront", "tront"),
    not_future=words("hydra extra infra contra ultra spectra opéra caméra"),
    years=words("année années an"),
    before_years=words(
        "en depuis de ici entre et avant après dès fin début vers jusqu'en mi été hiver printemps automne"
    ),
    quarters=words("trimestre"),
    halves=words("semestre"),
    before_decades=words("années"),
    clocks=words("h heure heures"),
    before_clocks=words("à vers dès"),
    day_endings=frozenset({"er"}),
    early=frozenset({"début"}),
    middle=frozenset({"mi"}),
    late=frozenset({"fin"}),
)
