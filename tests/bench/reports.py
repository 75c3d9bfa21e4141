"""Synthetic reports of synthetic meetings: duplicates in two scripts, vague ones, near misses, promises."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from string import ascii_lowercase

from tests.warehouse.world import meeting, memorandum, promise, reading
from transforms.ids import version_id
from transforms.records import Participant
from transforms.vocabulary import Form, Format, Office, Portfolio, Role, Topic
from warehouse.rows import Reading

_PARTIES = "SA AE QA KW BH OM JO EG IQ SY LB MA DZ TN TR IR PK KZ UZ KG TJ TM AZ RU CN".split()
# A wider world, for many reports: with few states, each pair would meet every other day.
WIDE = """
AE AF AL AM AO AR AT AU AZ BA BD BE BG BH BN BR BY CA CH CL CN CU CY CZ DE DJ DK DZ EG ES ET FI FR GB GE GH GR HU ID IN
IQ IR IT JO JP KE KG KR KW KZ LB LY MA MN MR MV MY NG NL NO OM PK PL PS QA RO RS RU SA SD SE SN SO SY TJ TM TN TR UA UZ
""".split()
_TRACKS = (Portfolio.INTERIOR, Portfolio.FOREIGN_AFFAIRS, Portfolio.DEFENCE, Portfolio.TRADE, Portfolio.ENERGY)
_TRACKS += (Portfolio.TRANSPORT, Portfolio.HEALTH, Portfolio.CULTURE)
_GIVEN = "خالد Khalid|سالم Salem|ناصر Nasser|حمد Hamad|راشد Rashed|يوسف Yousef|طارق Tariq|ماجد Majed|فهد Fahad|بدر Badr"
_GIVEN += "|نورلان Nurlan|سيريك Serik|رستم Rustam|بختيار Bakhtiyar|تيمور Timur|داود Dawood|كريم Karim|أنور Anwar"
_FATHER = "سعد Saad|فيصل Faisal|عبدالله Abdullah|إبراهيم Ibrahim|سليمان Suleiman|زيد Zaid|منصور Mansour|جابر Jaber"
_FAMILY = "العطوي Al-Atwi|الدوسري Al-Dosari|الغامدي Al-Ghamdi|الشمري Al-Shammari|المنصوري Al-Mansouri|الحربي Al-Harbi"
_FAMILY += "|أحمدوف Akhmedov|سادينوف Sadenov|كريموف Karimov|رحيموف Rahimov|توكاييف Tokayev|الخطيب Al-Khatib"
_FAMILY += "|الزعبي Al-Zoubi|البوسعيدي Al-Busaidi|الكعبي Al-Kaabi|النعيمي Al-Nuaimi|المري Al-Marri|القحطاني Al-Qahtani"
_SOURCES = [f"agency-{n:02d}" for n in range(40)]
_WORD = re.compile(r"[a-z]{2,}")
_TERM = 900  # days that a minister stays


@dataclass(frozen=True, slots=True)
class Told:
    """A report with the meeting that it is of in truth."""

    reading: Reading
    truth: int
    vague: bool


def reports(
    count: int,
    *,
    seed: int = 1,
    vague: float = 0.15,
    start: date = date(2015, 1, 1),
    days: int = 3650,
    parties: Sequence[str] = _PARTIES,
) -> Iterator[Told]:
    """So many reports in order of their days: a meeting is told by one to five sources, some of them vaguely.

    One meeting in eight has a near miss: the same two sides on the same day in another field, or a day later.
    """
    rng = random.Random(seed)
    events = max(1, int(count / 2.6))
    told = truth = 0
    last: dict[tuple[str, str, Portfolio], date] = {}
    for n in range(events + count):
        day = start + timedelta(days=min(days, n * days // events))
        host, guest = rng.sample(parties, 2)
        track = rng.choice(_TRACKS)
        near = rng.random() < 0.125
        twins = [(track, day)]
        if near:
            other = rng.choice([entry for entry in _TRACKS if entry is not track])
            twins.append((other, day) if rng.random() < 0.5 else (track, day + timedelta(days=2)))
        for own_track, own_day in twins:
            key = (*sorted((host, guest)), own_track)
            if abs((own_day - last.get(key, date.min)).days) < 2:
                continue  # nobody could tell it from the one before
            last[key] = own_day
            truth += 1
            for source in rng.sample(_SOURCES, rng.choice((1, 1, 2, 2, 3, 5))):
                if told == count:
                    return
                is_vague = rng.random() < vague
                yield Told(_report(rng, told, source, own_day, host, guest, own_track, is_vague), truth, is_vague)
                told += 1


def _report(
    rng: random.Random, number: int, source: str, day: date, host: str, guest: str, track: Portfolio, vague: bool
) -> Reading:
    late = rng.choice((0, 0, 0, 1, 1, 2))
    published = (day + timedelta(days=late)).isoformat()
    arabic = rng.random() < 0.5
    people = (_minister(host, track, day, Role.HOST, arabic), _minister(guest, track, day, Role.GUEST, arabic))
    told: str | None = day.isoformat()
    place = {"city": f"Capital of {host}", "country": host}
    if vague:
        people = rng.choice(((), people[:1], ()))
        told = rng.choice((None, day.isoformat()[:7], day.isoformat()))
        place = rng.choice((place, {"city": None, "country": host}, {"city": None, "country": None}))
    own = meeting(
        told,
        tuple(sorted((host, guest))),
        people,
        form=Form.IN_PERSON,
        format=Format.BILATERAL,
        topics=(rng.choice(tuple(Topic)),),
        **place,
    )
    parties = tuple(sorted((host, guest)))
    follow_ups = ()
    if rng.random() < 0.15:
        due = day + timedelta(days=90)
        follow_ups = (
            promise(
                due.isoformat(),
                (due + timedelta(days=89)).isoformat(),
                f"They meet again, says {number}",
                parties=parties,
                portfolio=track,
                meeting=0,
            ),
        )
    agreements = ()
    if rng.random() < 0.08:
        title = f"memorandum on {track.value.replace('_', ' ')} of {day}"
        agreements = (memorandum(title, parties=parties, date=day.isoformat()),)
    told_so = reading(
        f"r{number}", published, source=source, meetings=(own,), follow_ups=follow_ups, agreements=agreements,
        side=rng.choice((host, guest, None)),
    )  # fmt: skip
    return _worded(rng, told_so)


def _worded(rng: random.Random, told: Reading) -> Reading:
    """The same report in words of its own, and more of them: reports that share sentences would be copies."""
    text = _WORD.sub(lambda word: "".join(rng.choices(ascii_lowercase, k=len(word.group()))), told.article.text)
    text += "\n" + " ".join("".join(rng.choices(ascii_lowercase, k=6)) for _ in range(60)) + "."
    article = replace(told.article, text=text, version=version_id(told.article.title, text))
    return replace(told, article=article)


def _minister(party: str, track: Portfolio, day: date, role: Role, arabic: bool) -> Participant:
    """Who holds an office on a day: another one each term, the same for everyone."""
    rng = random.Random(f"{party} {track} {day.toordinal() // _TERM}")
    given, father, family = (rng.choice(words.split("|")).split(" ", 1) for words in (_GIVEN, _FATHER, _FAMILY))
    n = 0 if arabic else 1
    joint = "بن" if arabic else "bin"
    return Participant(f"{given[n]} {joint} {father[n]} {family[n]}", party, Office.MINISTER, track, role)
