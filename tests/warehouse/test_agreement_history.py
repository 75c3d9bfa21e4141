"""How an instrument comes along: one history, whoever tells it, in whichever language, and as it was known on a day."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

from tests.storylines.telling import read
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.past import open_past
from warehouse.publish import publish_snapshot
from warehouse.rows import Reading
from warehouse.store import Store, open_memory, open_store, snapshot_path

AS_OF = date(2026, 7, 1)
DRUGS = (
    "مذكرة تفاهم للتعاون في مجال مكافحة المخدرات بين وزارة الداخلية في المملكة العربية السعودية"
    " ووزارة الداخلية في جمهورية كازاخستان"
)
AUTHORISED = (
    f"وافق مجلس الوزراء على تفويض وزير الداخلية بالتباحث مع الجانب الكازاخستاني في شأن مشروع {DRUGS}، والتوقيع عليه."
)
INITIALLED = (
    "Kazakhstan and Saudi Arabia on 2 February 2026 initialled a memorandum of understanding on combating drug"
    " trafficking."
)
SIGNED = (
    "At the end of the talks, the two ministers signed a memorandum of understanding on combating drug trafficking."
)
SIGNED_AR = "ووقّع الوزيران مذكرة تفاهم للتعاون في مجال مكافحة المخدرات."
APPROVED = (
    "وافق مجلس الوزراء على مذكرة تفاهم بين حكومة المملكة العربية السعودية وحكومة جمهورية كازاخستان"
    " للتعاون في مجال مكافحة المخدرات."
)
TOLD = (
    ("spa", "ar", "2026-01-06", "مجلس الوزراء", f"الرياض 6 يناير 2026\n{AUTHORISED}"),
    ("kaz", "en", "2026-02-03", "A memorandum is initialled", f"ASTANA, 3 February 2026 - {INITIALLED}"),
    (
        "kaz",
        "en",
        "2026-03-11",
        "Ministers sign",
        "ASTANA, 11 March 2026 - Interior Minister Daniyar Akhmetov of Kazakhstan met with Saudi Interior Minister"
        f" Khalid bin Fahd Al-Rashid in Astana on 10 March 2026. {SIGNED}",
    ),
    (
        "spa",
        "ar",
        "2026-03-12",
        "توقيع مذكرة تفاهم",
        "أستانا 10 مارس 2026\nالتقى وزير الداخلية السعودي خالد بن فهد الراشد في أستانا يوم 10 مارس 2026"
        f" وزير الداخلية في جمهورية كازاخستان دانيار أحمدوف. {SIGNED_AR}",
    ),
    ("spa", "ar", "2026-04-21", "مجلس الوزراء", f"الرياض 21 أبريل 2026\n{APPROVED}"),
)


def readings() -> list[Reading]:
    """The texts, read as any other, each by its outlet."""
    found = []
    for n, (source, lang, day, title, text) in enumerate(TOLD):
        told = {"id": str(n), "lang": lang, "title": title, "published": day, "url": f"https://{source}.example/{n}"}
        own = read(told | {"text": text}, n)
        found.append(replace(own, article=replace(own.article, source=source, origin=source)))
    return found


def history(store: Store) -> list[tuple[Any, ...]]:
    """Every step as readers see it."""
    return store.con.execute(
        "select step, status, legal_stage, date, first_told::varchar, last_told::varchar, meeting_id is not null, city,"
        " reports, witnesses, source, quote from mart.agreement_history order by agreement_id, step"
    ).fetchall()


NEGOTIATED_ROW = (
    1, "under_negotiation", "authorised", None, "2026-01-06", "2026-01-06", False, None, 1, 1, "spa", AUTHORISED,
)  # fmt: skip
INITIALLED_ROW = (
    2, "agreed", None, None, "2026-02-03", "2026-02-03", False, None, 1, 1, "kaz",
    f"ASTANA, 3 February 2026 - {INITIALLED}",
)  # fmt: skip
SIGNED_ROW = (3, "signed", "signed", "2026-03-10", "2026-03-11", "2026-03-12", True, "Astana", 2, 2, "kaz", SIGNED)
APPROVED_ROW = (
    4, "approved", "domestically_approved", None, "2026-04-21", "2026-04-21", False, None, 1, 1, "spa", APPROVED,
)  # fmt: skip
ROWS = [NEGOTIATED_ROW, INITIALLED_ROW, SIGNED_ROW, APPROVED_ROW]


def test_negotiated_initialled_signed_and_approved_are_steps_of_one_memorandum() -> None:
    """Five articles of two outlets in two languages: one instrument, four steps, each with its words and meeting."""
    with open_memory() as store:
        load_articles(store, readings())
        link(store, AS_OF)

        assert history(store) == ROWS
        assert store.con.execute(
            "select status, legal_stage, date, reports, witnesses, meeting_id in (select id from core.meeting)"
            " from core.agreement"
        ).fetchall() == [("approved", "domestically_approved", "2026-03-10", 5, 2, True)]


def test_the_history_is_the_same_in_whatever_order_it_is_told() -> None:
    """Told backwards, a report a run, or in between: the same rows."""
    for order in list(permutations(readings()))[::40]:
        with open_memory() as store:
            for own in order:
                load_articles(store, [own])
                link(store, AS_OF)
            assert history(store) == ROWS


def test_the_history_as_of_a_day_has_the_steps_known_then(tmp_path: Path) -> None:
    """The day after the first report of the signature: no approval, one witness of the signature."""
    with open_store(tmp_path) as store:
        load_articles(store, readings())
        link(store, AS_OF)
    publish_snapshot(tmp_path)
    known = (*SIGNED_ROW[:5], "2026-03-11", *SIGNED_ROW[6:8], 1, 1, *SIGNED_ROW[10:])
    with open_past(snapshot_path(tmp_path), date(2026, 3, 11)) as past:
        assert history(past) == [NEGOTIATED_ROW, INITIALLED_ROW, known]
