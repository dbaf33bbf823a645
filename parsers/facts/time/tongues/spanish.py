"""Spanish."""

from parsers.facts.time.tongues.tongue import Tongue, coded, table, words

SPANISH = Tongue(
    months=table(
        "enero ene=1;febrero feb=2;marzo=3;abril abr=4;mayo=5;junio jun=6;julio jul=7;agosto ago=8;septiembre setiembre "
        "sept=9;octubre oct=10;noviembre nov=11;diciembre dic=12"
    ),
    weekdays=table("lunes=0;martes=1;miércoles miercoles=2;jueves=3;viernes=4;sábado sabado=5;domingo=6"),
    units=coded(
        "segundo segundos=TS;minuto minutos=TM;hora horas=TH;día días dia dias=D;semana semanas=W;mes meses=M;trimestre "
        "trimestres=Q;año años=Y;década décadas=E;siglo siglos=C"
    ),
    numbers=table(
        "un una=1;dos=2;tres=3;cuatro=4;cinco=5;seis=6;siete=7;ocho=8;nueve=9;diez=10;once=11;doce=12;quince=15;veinte=20;"
        "treinta=30;cincuenta=50"
    ),
    ordinals=table("primer primero primera=1;segundo segunda=2;tercer tercero tercera=3;cuarto último=4"),
    days_away=table("anteayer antier=-2;ayer anoche=-1;hoy=0;mañana=1"),
    directions=table(
        "pasado pasada pasados último última anterior=-1;este esta presente actual=0;próximo próxima próximos viene "
        "entrante=1"
    ),
    relations={
        "en": "in",
        "el": "on",
        "desde": "since",
        "hasta": "until",
        "antes": "before",
        "después": "after",
        "tras": "after",
        "durante": "during",
        "entre": "between",
        "hacia": "around",
        "a": "at",
        "para": "by",
    },
    seasons=coded("primavera=SP;verano=SU;otoño=FA;invierno=WI"),
    ago_before=(("hace",),),
    ahead_before=frozenset({"dentro", "en"}),
    joints=words("al a y - –"),
    between=frozenset({"de", "del", ","}),
    future=words(
        "vence vencen entra entran será serán va van debe deberá tendrá tendrán abrirá comenzará previsto prevista prevé espera próximo empezará celebrará hasta"
    ),
    future_endings=("rá", "rán", "remos"),
    not_future=words("detrás atrás quizá panamá"),
    years=words("año años"),
    before_years=words(
        "en desde de entre y antes tras hasta fines finales principios mediados del verano invierno primavera otoño para hacia"
    ),
    quarters=words("trimestre"),
    halves=words("semestre"),
    before_decades=words("años"),
    clocks=words("h horas hrs"),
    before_clocks=words("las la"),
    early=frozenset({"principios", "comienzos", "inicios"}),
    middle=frozenset({"mediados"}),
    late=frozenset({"finales", "fines"}),
)
