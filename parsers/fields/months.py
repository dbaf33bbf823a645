"""Names of the months as newspapers of the region write them, folded to bare small letters."""

from __future__ import annotations

from functools import lru_cache

from parsers.fields.words import words

# Source: Unicode CLDR month names (wide and abbreviated, both the standalone and the genitive form); Unicode licence.
# One line a language, twelve entries a line, variants of a month separated by "/".
NAMES: tuple[tuple[str, str], ...] = (
    ("en", "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec"),
    ("az", "yanvar/yan fevral/fev mart/mar aprel/apr may iyun/iyn iyul/iyl avqust/avq sentyabr/sen oktyabr/okt noyabr/noy dekabr/dek"),
    ("az-Cyrl", "јанвар феврал март апрел май ијун ијул август сентјабр октјабр нојабр декабр"),
    ("tr", "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara"),
    ("ru", "январь/января/янв февраль/февраля/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн июль/июля/июл август/августа/авг "
           "сентябрь/сентября/сен/сент октябрь/октября/окт ноябрь/ноября/ноя/нояб декабрь/декабря/дек"),
    ("uk", "січень/січня/січ лютий/лютого/лют березень/березня/бер квітень/квітня/квіт травень/травня/трав червень/червня/черв "
           "липень/липня/лип серпень/серпня/серп вересень/вересня/вер жовтень/жовтня/жовт листопад/листопада грудень/грудня/груд"),
    ("de", "januar/jänner/jan februar/feber/feb märz/mär/mrz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez"),
    ("fr", "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc"),
    ("es", "enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre octubre/oct noviembre/nov diciembre/dic"),
    ("it", "gennaio/genn/gen febbraio/febbr marzo aprile maggio/magg/mag giugno luglio agosto settembre/sett ottobre/ott novembre dicembre"),
    ("pt", "janeiro fevereiro/fev março abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez"),
    ("ka", "იანვარი/იანვარს თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი"),
    ("ar", "يناير فبراير مارس أبريل/ابريل مايو يونيو/يونيه يوليو/يوليه أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر"),
)  # fmt: skip

WEEKDAYS = words(
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so "
    "lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
    "lunes martes miércoles jueves viernes sábado domingo"
)
"""Names of the days: read over, never used, because a wrong weekday beside a right date is common."""


def fold(word: str) -> str:
    """A word for comparing: small letters, without a stop, and with the dot that `İ` leaves behind taken off."""
    return word.casefold().replace("\u0307", "").strip(".")


@lru_cache(maxsize=1)
def month_numbers() -> dict[str, int]:
    """Month names, folded, to 1–12."""
    return {fold(form): n for _, line in NAMES for n, month in enumerate(line.split(), 1) for form in month.split("/")}
