"""The pages of people in public roles: names in both scripts, offices, meetings; and the links that lead there."""

from pathlib import Path

from bs4 import BeautifulSoup, Tag

from tests.checks.reported import ARTICLES, publish


def read(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")


def test_a_person_has_a_page_with_names_in_both_scripts_offices_and_meetings(tmp_path: Path) -> None:
    english = {
        "id": "a5",
        "lang": "en",
        "title": "Kazakh interior minister meets Saudi counterpart again",
        "published": "2026-02-02",
        "url": "https://wire.example/kz-sa",
        "text": (
            "ASTANA, February 2 - Kazakhstan's Interior Minister Arman Jaksylykov received Saudi Interior Minister"
            " Prince Salman bin Khalid in Astana on Monday. They discussed training."
        ),
    }
    page = publish(tmp_path, [*ARTICLES, english])
    listed = read(page.parent / "people.html").find("a", string="Arman Jaksylykov")
    assert isinstance(listed, Tag)
    own = read(page.parent / str(listed["href"]))
    offices = [" ".join(row.get_text(" ").split()) for row in own.select("h2:-soup-contains('Offices') + ul > li")]
    assert (
        [name.text for name in own.select("h1 bdi, .other-name, .topics bdi.topic")],
        offices,
        [time["datetime"] for time in own.select(".row-head b time")],
    ) == (
        ["Arman Jaksylykov", "أرمان جاكسيليكوف", "Arman Jaksylykov", "أرمان جاكسيليكوف"],
        ["minister, interior seen in it 18 Dec 2025 – 2 Feb 2026, 2 meetings وزير الداخلية الكازاخستاني"],
        ["2026-02-02", "2025-12-18"],
    )


def test_every_name_at_a_meeting_leads_to_its_page_in_each_language(tmp_path: Path) -> None:
    site = publish(tmp_path).parent
    found = {
        (page.parent / str(link["href"])).resolve()
        for page in site.rglob("meetings/*.html")
        for link in read(page).select(".person a.name")
    }
    assert found == {*(site / "people").iterdir(), *(site / "ar" / "people").iterdir()}
    assert len(found) == 12
