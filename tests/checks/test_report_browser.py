"""The report in a real browser: it loads in silence, asks nothing of a network, and shows each direction rightly."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from checks.report import write_report
from tests.checks.reported import DAY, HOSTILE, LATE, NEXT, publish

CHROMIUM = shutil.which("chromium")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "The report is tested in Chromium: apt-get install chromium (.ci/run does it)."
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same report in both languages, by language."""
    english = publish(tmp_path_factory.mktemp("en"))
    home = tmp_path_factory.mktemp("ar")
    shutil.copytree(english.parents[1] / "snapshot", home / "snapshot", symlinks=True)
    return {"en": english.parent, "ar": write_report(home, DAY, "ar").parent}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1180, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_pages_load_without_errors_or_requests(page: Page, sites: dict[str, Path], lang: str) -> None:
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else trouble.append(request.url))
    page.on("requestfailed", lambda request: trouble.append(f"failed: {request.url}"))
    for path in sorted(sites[lang].rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("typeof window.hacked") == "undefined", path
        assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") != "inline", path
    assert trouble == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_quotes_run_in_their_own_direction(page: Page, sites: dict[str, Path], lang: str) -> None:
    page.goto((sites[lang] / "index.html").as_uri())
    for text, expected in ((LATE, "rtl"), (NEXT, "ltr"), (HOSTILE, "ltr")):
        quote = page.locator("blockquote", has_text=text).first
        assert quote.evaluate("each => getComputedStyle(each).direction") == expected
        assert quote.inner_text() == text


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", ["index", "promises", "meetings", "pairs", "people", "sources", "checks"])
def test_nothing_runs_off_a_phone(page: Page, sites: dict[str, Path], lang: str, name: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((sites[lang] / f"{name}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_persons_page_fits_a_phone_and_prints_addresses_instead_of_menus(
    page: Page, sites: dict[str, Path], lang: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((sites[lang] / "people.html").as_uri())
    page.locator("a.name", has_text="Nasser Al Hajri").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    link = page.locator(".cite a").first
    shown = "each => getComputedStyle(each, '::after').content"
    assert (link.evaluate(shown), page.locator("nav").is_visible()) == ("none", True)
    page.emulate_media(media="print")
    assert (link.evaluate(shown), page.locator("nav").is_visible()) == (f'"{link.get_attribute("href")}"', False)


def test_the_board_can_be_searched(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "promises.html").as_uri())
    rows = page.locator("ul[data-filtered] > li.row:visible")
    assert rows.count() == 4
    page.locator("input[type=search]").fill("consultations")
    assert rows.count() == 1
    page.locator("input[type=search]").fill("")
    page.locator("select").select_option("overdue")
    assert rows.count() == 2


def test_meetings_can_be_sorted_from_the_keyboard(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "meetings.html").as_uri())
    days = page.locator("tbody td:first-child")
    assert days.all_inner_texts() == ["9 Sept 2026", "21 Jan 2026", "18 Dec 2025"]
    page.locator("th button").first.focus()
    page.keyboard.press("Enter")
    assert days.all_inner_texts() == ["18 Dec 2025", "21 Jan 2026", "9 Sept 2026"]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_against_the_pages(
    browser: Browser, sites: dict[str, Path], lang: str, scheme: Literal["light", "dark"]
) -> None:
    """Contrast, names, roles, headings and languages, by the rules of WCAG 2.1 A and AA."""
    context = browser.new_context(viewport={"width": 1180, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    folder = sites[lang]
    one_each = [next((folder / kind).glob("*.html")) for kind in ("promises", "meetings", "pairs", "people")]
    found: dict[str, list[str]] = {}
    for path in (*sorted(folder.glob("*.html")), *one_each):
        page.goto(path.as_uri())
        result = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
        for fault in result.response["violations"]:
            found.setdefault(fault["id"], []).extend(
                f"{path.name}: {node['html'][:160]}" for node in fault["nodes"][:2]
            )
    context.close()
    assert found == {}


def test_the_picture_of_windows_runs_as_the_language_is_written(page: Page, sites: dict[str, Path]) -> None:
    """The first quarter lies before the second: to its left in English, to its right in Arabic."""
    places = {}
    for lang, folder in sites.items():
        page.goto((folder / "promises.html").as_uri())
        lanes = page.locator(".lane", has=page.locator(".bar.window"))
        boxes = [lane.locator(".bar.window").bounding_box() for lane in lanes.all()]
        names = lanes.locator(".lane-line").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
        assert all(boxes)
        places[lang] = [box["x"] for box in boxes if box]
        assert len(names) == 3
    assert places["en"] == sorted(places["en"])
    assert places["ar"] == sorted(places["ar"], reverse=True)


def test_everything_can_be_read_without_scripts(browser: Browser, sites: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sites["en"] / "promises.html").as_uri())
    assert page.locator("li.row blockquote").count() == 4
    assert page.locator(".filter").is_hidden()
    context.close()


def test_the_first_tab_skips_to_the_content(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
