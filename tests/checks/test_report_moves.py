"""What the first page tells of merges and corrections since the run before, with their causes, in both languages."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checks.report import write_report
from tests.checks.reported import ARTICLES, DAY, publish
from warehouse.review import Decision, Subject, decide
from warehouse.store import open_store

SECOND = {
    "id": "a4",
    "lang": "en",
    "title": "Qatar and Kazakhstan consult again",
    "published": "2026-01-25",
    "url": "https://other.example/qa-kz",
    "text": (
        "DOHA, January 25 - Qatar's Foreign Minister Nasser Al Hajri received Kazakhstan's Foreign Minister Erlan"
        " Omarov in Doha on Sunday. They discussed energy."
    ),
}
NEXT_DAY = DAY + timedelta(days=1)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run, then a person who joins two meetings and corrects the city of a third, then a run of the next day."""
    root = tmp_path_factory.mktemp("moved")
    publish(root, [*ARTICLES, SECOND])
    with open_store(root) as store:
        rows = store.con.execute("select day, id from core.meeting_report").fetchall()
        days = {day.isoformat(): Subject("meeting", report) for day, report in rows}
        joined = Decision("link", "meeting", days["2026-01-21"], days["2026-01-25"])
        corrected = Decision("correct", "meeting", days["2026-09-09"], value='{"city": "Osh", "venue": "<b>Hall</b>"}')
        decide(store, [joined, corrected], NEXT_DAY, "Nora")
    publish(root, (), NEXT_DAY)
    return root


def told(home: Path, as_of: date, lang: str) -> tuple[list[str], str]:
    """The moves on the first page, and with which day it compares."""
    soup = BeautifulSoup(write_report(home, as_of, lang).read_text(encoding="utf-8"), "lxml")
    section = soup.select_one("section[aria-labelledby=h-changes]")
    assert section is not None
    compared = section.select_one("p.lede")
    moves = [" ".join(item.get_text(" ").split()) for item in section.select("li.move")]
    return moves, compared.text if compared else ""


def test_the_first_page_tells_what_was_merged_and_corrected_and_by_whom(home: Path) -> None:
    assert told(home, NEXT_DAY, "en") == (
        [
            "corrected meeting Bahrain · Kyrgyzstan a person decided city : Bishkek Osh venue : <b>Hall</b>",
            "merged meeting (2 entries) Kazakhstan · Qatar a person decided",
        ],
        "Compared with 23 Nov 2026.",
    )


def test_arabic_tells_the_same_in_its_own_words(home: Path) -> None:
    assert told(home, NEXT_DAY, "ar") == (
        [
            "صُحّح لقاء البحرين · قيرغيزستان قرار إنسان المدينة : بيشكيك أوش المقر : <b>Hall</b>",
            "دُمج لقاء (العدد: ٢) كازاخستان · قطر قرار إنسان",
        ],
        "بالمقارنة مع ٢٣ نوفمبر ٢٠٢٦.",
    )


def test_the_first_run_has_nothing_to_compare_with(home: Path) -> None:
    assert told(home, DAY, "en") == ([], "")
