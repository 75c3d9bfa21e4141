"""The report: what stands on its pages, that feed content stays text, and that the same copy gives the same files."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from checks.report import UnknownLanguage, write_report
from checks.report.site import Page
from checks.report.view import safe_link
from tests.checks.reported import DAY, HOSTILE, LATE, NEXT, UNDATED, publish
from tests.conftest import Cli
from transforms.watch.desks import Desk
from warehouse.errors import NoSnapshot
from warehouse.publish import publish_snapshot
from warehouse.store import open_store


@pytest.fixture(scope="module")
def first_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("reported"))


@pytest.fixture(scope="module")
def soup(first_page: Path) -> BeautifulSoup:
    return read(first_page)


@pytest.fixture(scope="module")
def arabic(first_page: Path, tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    home = tmp_path_factory.mktemp("arabic")
    shutil.copytree(first_page.parents[1] / "snapshot", home / "snapshot", symlinks=True)
    return read(write_report(home, DAY, "ar"))


def read(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")


def all_pages(first_page: Path) -> Iterator[tuple[Path, BeautifulSoup]]:
    for path in sorted(first_page.parent.rglob("*.html")):
        yield path, read(path)


def card_of(soup: BeautifulSoup, sentence: str) -> Tag:
    """The card that holds a sentence."""
    quote = soup.find("blockquote", string=sentence)
    assert quote is not None, sentence
    card = quote.find_parent("article")
    assert card is not None, sentence
    return card


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class TestFirstPage:
    def test_every_promise_stands_on_it_in_its_own_words(self, soup: BeautifulSoup) -> None:
        quotes = {quote.text for quote in soup.select("blockquote.quote")}
        assert {LATE, NEXT, HOSTILE, UNDATED} <= quotes

    def test_an_overdue_promise_says_what_was_read_and_never_that_it_was_broken(self, soup: BeautifulSoup) -> None:
        said = card_of(soup, NEXT).select_one(".said")
        assert said is not None
        assert re.match(r"Window passed, no report found in \d+ articles? from \d+ sources?\.", said.text)
        assert "broken" not in soup.text.lower()

    def test_the_first_quarter_that_passed_is_shown_with_its_window(self, soup: BeautifulSoup) -> None:
        card = card_of(soup, LATE)
        assert card.select_one(".status").text == "overdue"  # type: ignore[union-attr]
        assert card.select_one(".when").text.strip() == "Q1 2026"  # type: ignore[union-attr]
        assert card.select_one("time")["datetime"] == "2026-01-01/2026-03-31"  # type: ignore[index]

    def test_what_only_an_outlet_expects_stands_apart_from_commitments(self, soup: BeautifulSoup) -> None:
        assert card_of(soup, LATE).find_parent(class_="apart") is not None
        assert card_of(soup, NEXT).find_parent(class_="apart") is None

    def test_sections_come_in_the_order_of_a_morning(self, soup: BeautifulSoup) -> None:
        order = [heading["id"] for heading in soup.select("main h1, main > section > h2, main .section-head h2")]
        assert order == [
            *("h-trust", "h-changes", "h-commitments", "h-meetings", "h-agreements", "h-disputes", "h-doubtful"),
            "h-undated",
        ]

    def test_it_tells_what_the_run_changed(self, soup: BeautifulSoup) -> None:
        told = " ".join(soup.select_one(".changes").text.split())  # type: ignore[union-attr]
        assert "3 new meetings" in told
        assert "2 promises first heard of" in told

    def test_a_promise_without_a_date_shows_its_age(self, soup: BeautifulSoup) -> None:
        row = soup.find("blockquote", string=UNDATED).find_parent("li")  # type: ignore[union-attr]
        assert row.select_one(".age").text == "340 days"  # type: ignore[union-attr]

    def test_meetings_show_the_heads_of_both_delegations_and_the_place(self, soup: BeautifulSoup) -> None:
        told = soup.find("section", attrs={"aria-labelledby": "h-meetings"}).text  # type: ignore[union-attr]
        for expected in ("Nasser Al Hajri", "Erlan Omarov", "Doha", "21 Jan 2026", "1 origin", "سلمان بن خالد"):
            assert expected in told, expected

    def test_flags_are_there_by_severity(self, soup: BeautifulSoup) -> None:
        section = soup.find("section", attrs={"aria-labelledby": "h-disputes"})
        assert [level.text for level in section.select(".level .sev")] == ["warning", "note"]  # type: ignore[union-attr]
        assert "Promise past its window" in section.text  # type: ignore[union-attr]


class TestHostileContent:
    def test_markup_in_a_feed_stays_text_on_every_page(self, first_page: Path) -> None:
        for path, soup in all_pages(first_page):
            own = soup.select("script")
            assert len(own) <= 1, path
            assert soup.select("[style]") == [], path
            assert all("hacked" not in script.text for script in own), path
            assert soup.select("img, iframe, object, embed, form, base, [onerror], [onload], [onclick]") == [], path
            assert len(soup.select("style")) + len(soup.select("link")) == 1, path

    def test_its_words_are_still_there(self, soup: BeautifulSoup) -> None:
        assert "<script>window.hacked = 1</script><b>Bahrain</b> & Kyrgyzstan meet" in soup.text

    def test_a_link_that_is_no_web_address_is_no_link(self, first_page: Path) -> None:
        for path, soup in all_pages(first_page):
            for link in soup.select("a[href]"):
                assert urlsplit(str(link["href"])).scheme in ("", "http", "https"), (path, link)

    @pytest.mark.parametrize(
        "url",
        [
            "javascript:alert(1)",
            "JaVaScRiPt://x/%0aalert(1)",
            "data:text/html,x",
            "//x.example/",
            "http://",
            "x",
            "",
            None,
            "http://[broken",
        ],
    )
    def test_only_web_addresses_are_followed(self, url: str | None) -> None:
        assert safe_link(url) is None

    def test_a_web_address_is_kept_as_it_is(self) -> None:
        assert safe_link("https://x.example/a?b=1&c=<2>") == "https://x.example/a?b=1&c=<2>"


class TestPages:
    def test_nothing_is_asked_of_a_network(self, first_page: Path) -> None:
        for path, soup in all_pages(first_page):
            assert soup.select("[src], [srcset], [poster], [background]") == [], path
            for link in soup.select("link"):
                assert link["href"] == "../report.css"
            assert "default-src 'none'" in str(soup.select_one("meta[http-equiv]")["content"])  # type: ignore[index]
        css = (first_page.parent / "report.css").read_text(encoding="utf-8")
        assert "url(" not in css
        assert "@import" not in css

    def test_every_link_between_pages_leads_somewhere(self, first_page: Path) -> None:
        for path, soup in all_pages(first_page):
            for link in soup.select("a[href]"):
                target = urlsplit(str(link["href"]))
                if target.scheme:
                    continue
                page = (path.parent / target.path).resolve() if target.path else path
                assert page.exists(), (path, link)
                if target.fragment:
                    assert read(page).find(id=target.fragment) is not None, (path, link)

    def test_each_promise_and_meeting_has_a_page(self, first_page: Path, soup: BeautifulSoup) -> None:
        folder = first_page.parent
        assert len(list((folder / "promises").iterdir())) == 4
        assert len(list((folder / "meetings").iterdir())) == 3
        page = read(folder / str(card_of(soup, LATE).select_one("h3 a")["href"]))  # type: ignore[index]
        assert page.select_one("blockquote.big").text == LATE  # type: ignore[union-attr]

    def test_a_meeting_shows_the_words_that_its_values_rest_on(self, first_page: Path) -> None:
        marks = {mark.text for _, soup in all_pages(first_page) for mark in soup.select(".evidence mark")}
        assert {"الرياض", "اليوم الخميس", "Doha", "on Wednesday"} & marks >= {"الرياض", "Doha"}

    def test_text_from_sources_carries_its_language_and_direction(self, first_page: Path) -> None:
        for path, soup in all_pages(first_page):
            for quote in soup.select("blockquote"):
                assert quote["dir"] == "auto", path
                assert quote["lang"] == ("ar" if re.search("[ء-ي]", quote.text) else "en"), path

    def test_the_same_copy_gives_the_same_files(self, first_page: Path) -> None:
        before = files_of(first_page.parent)
        write_report(first_page.parents[1], DAY)
        assert files_of(first_page.parent) == before

    def test_pages_of_what_is_gone_go_and_data_docs_stay(self, first_page: Path) -> None:
        folder = first_page.parent
        (folder / "promises" / "gone.html").write_text("old")
        (folder / "data-docs").mkdir()
        (folder / "data-docs" / "index.html").write_text("docs")
        write_report(first_page.parents[1], DAY)
        assert not (folder / "promises" / "gone.html").exists()
        assert read(folder / "checks.html").select_one("a[href='data-docs/index.html']") is not None
        assert read(folder / "ar" / "checks.html").select_one("a[href='../data-docs/index.html']") is not None
        (folder / "data-docs" / "index.html").unlink()
        (folder / "data-docs").rmdir()

    def test_an_earlier_day_shows_what_was_known_then(self, first_page: Path, tmp_path: Path) -> None:
        home = tmp_path / "home"
        (home / "snapshot").mkdir(parents=True)
        source = first_page.parents[1] / "snapshot" / "current.duckdb"
        (home / "snapshot" / "current.duckdb").symlink_to(source.resolve())
        page = write_report(home, date(2026, 2, 1))
        flags, soup = read(page), read(page.with_name("promises.html"))
        row = soup.find("blockquote", string=LATE).find_parent("li")  # type: ignore[union-attr]
        assert row.select_one(".status").text == "due"  # type: ignore[union-attr]
        assert NEXT in soup.text
        assert HOSTILE not in soup.text
        assert "Promise due" in flags.text
        assert "Promise past its window" not in flags.text

    def test_a_failure_leaves_the_report_as_it_was(self, first_page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = files_of(first_page.parent)

        def fail(*given: object) -> Iterator[Page]:
            yield Page("index.html", "half of it")
            raise OSError("disk full")

        monkeypatch.setattr("checks.report.pages", fail)
        with pytest.raises(OSError, match="disk full"):
            write_report(first_page.parents[1], DAY)
        assert files_of(first_page.parent) == before
        assert [entry.name for entry in first_page.parents[1].glob("report*")] == ["report"]

    def test_each_pair_of_parties_has_a_page_with_what_passed_between_them(self, first_page: Path) -> None:
        folder = first_page.parent
        assert sorted(page.stem for page in (folder / "pairs").iterdir()) == ["BH-KG", "KZ-QA", "KZ-SA"]
        row = read(folder / "pairs.html").select_one("tr:has(a[href='pairs/KZ-SA.html'])")
        cells = [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]  # type: ignore[union-attr]
        assert cells == ["Kazakhstan · Saudi Arabia", "1", "18 Dec 2025", "0", "2", "0", ""]
        page = read(folder / "pairs" / "KZ-SA.html")
        assert {quote.text for quote in page.select("blockquote")} == {LATE, UNDATED}
        assert page.select_one("a[href^='../meetings/']") is not None

    def test_months_run_as_the_language_is_written(self, first_page: Path) -> None:
        """January is the second of the twelve months up to November 2026's: one step from where reading begins."""
        for folder, place in ((first_page.parent, "9"), (first_page.parent / "ar", "81")):
            row = read(folder / "pairs.html").select_one("tr:has(a[href='pairs/KZ-QA.html'])")
            assert [bar["x"] for bar in row.select(".spark rect")] == [place]  # type: ignore[union-attr]

    def test_people_stand_in_their_public_roles_with_whom_they_met(self, first_page: Path) -> None:
        row = read(first_page.with_name("people.html")).find("bdi", string="Erlan Omarov").find_parent("tr")  # type: ignore[union-attr]
        cells = [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]  # type: ignore[union-attr]
        assert cells[1:] == ["Kazakhstan", "1", "21 Jan 2026", "Qatar"]
        assert "minister, foreign affairs" in cells[0]


class TestArabic:
    def test_the_page_reads_from_right_to_left(self, arabic: BeautifulSoup) -> None:
        assert arabic.html is not None
        assert (arabic.html["lang"], arabic.html["dir"]) == ("ar", "rtl")

    def test_numbers_days_places_and_parties_are_localised(self, arabic: BeautifulSoup) -> None:
        for expected in ("٢٣ نوفمبر ٢٠٢٦", "الربع الأول ٢٠٢٦", "الدوحة، قطر", "كازاخستان", "٣ لقاءات جديدة"):
            assert expected in arabic.text, expected

    def test_the_coverage_words_are_there_too(self, arabic: BeautifulSoup) -> None:
        said = card_of(arabic, NEXT).select_one(".said")
        assert said is not None
        assert said.text.startswith("انقضى الموعد، ولم يُعثر على خبر في ")

    def test_quotes_stay_as_published(self, arabic: BeautifulSoup) -> None:
        assert {LATE, NEXT, HOSTILE, UNDATED} <= {quote.text for quote in arabic.select("blockquote.quote")}


class TestLanguages:
    def test_every_page_leads_to_itself_in_the_other_language_and_back(self, first_page: Path) -> None:
        own = [path.relative_to(first_page.parent) for path, _ in all_pages(first_page) if "ar" not in path.parts]
        for name in own:
            there = first_page.parent / "ar" / name
            link = read(first_page.parent / name).select_one("a.other")
            back = read(there).select_one("a.other")
            assert ((first_page.parent / name).parent / str(link["href"])).resolve() == there  # type: ignore[index]
            assert (there.parent / str(back["href"])).resolve() == first_page.parent / name  # type: ignore[index]

    def test_the_folder_of_the_other_language_is_written_in_it(self, first_page: Path) -> None:
        html = read(first_page.parent / "ar" / "index.html").html
        assert html is not None
        assert (html["lang"], html["dir"]) == ("ar", "rtl")


class TestDesk:
    def test_it_tells_only_what_concerns_the_desk_in_a_folder_of_its_own(
        self, first_page: Path, tmp_path: Path
    ) -> None:
        shutil.copytree(first_page.parents[1] / "snapshot", tmp_path / "snapshot", symlinks=True)
        page = write_report(tmp_path, DAY, desk=Desk("gulf", states=frozenset({"QA"})))
        assert page == tmp_path / "desks" / "gulf" / "index.html"
        told = read(page).text
        assert NEXT in told
        assert not any(other in told for other in (LATE, UNDATED, HOSTILE))
        assert [pair.stem for pair in (page.parent / "pairs").iterdir()] == ["KZ-QA"]
        assert not (tmp_path / "report").exists()

    def test_the_command_takes_a_desk_of_the_settings(self, cli: Cli, first_page: Path, tmp_path: Path) -> None:
        shutil.copytree(first_page.parents[1] / "snapshot", tmp_path / "snapshot", symlinks=True)
        (tmp_path / "settings.toml").write_text('[desk.gulf]\nstates = ["QA"]\n\n[desk."../x"]\n')
        code, _, err = cli("--home", tmp_path, "report", "--desk", "gulf")
        assert (code, "letters, digits" in err) == (1, True)
        (tmp_path / "settings.toml").write_text('[desk.gulf]\nstates = ["QA"]\n')
        code, out, err = cli("--home", tmp_path, "report", "--desk", "gulf", "--as-of", "2026-11-23")
        assert (code, out, err) == (0, f"{tmp_path / 'desks' / 'gulf' / 'index.html'}\n", "")


class TestCommand:
    @pytest.fixture
    def home(self, first_page: Path, tmp_path: Path) -> Path:
        shutil.copytree(first_page.parents[1] / "snapshot", tmp_path / "snapshot", symlinks=True)
        return tmp_path

    def test_it_is_written_anew_in_the_language_asked_for(self, cli: Cli, home: Path) -> None:
        code, out, err = cli("--home", home, "report", "--lang", "ar", "--as-of", "2026-02-01")
        assert (code, out, err) == (0, f"{home / 'report' / 'index.html'}\n", "")
        html = read(home / "report" / "index.html").html
        assert html is not None
        assert html["lang"] == "ar"

    def test_the_settings_choose_the_language(self, cli: Cli, home: Path) -> None:
        (home / "settings.toml").write_text('[report]\nlang = "ar"\n')
        assert cli("--home", home, "report", "--as-of", "2026-02-01")[0] == 0
        html = read(home / "report" / "index.html").html
        assert html is not None
        assert html["dir"] == "rtl"

    @pytest.mark.parametrize("given", ["option", "settings"])
    def test_a_language_without_strings_is_refused_with_those_that_there_are(
        self, cli: Cli, home: Path, given: str
    ) -> None:
        options = ["--lang", "fr"] if given == "option" else ["--as-of", "2026-02-01"]
        if given == "settings":
            (home / "settings.toml").write_text('[report]\nlang = "fr"\n')
        code, _, err = cli("--home", home, "report", *options)
        assert code == 1
        assert "fr" in err
        assert "en" in err
        assert not (home / "report").exists()


class TestEmpty:
    def test_an_empty_warehouse_gives_a_page_that_says_so(self, tmp_path: Path) -> None:
        open_store(tmp_path).close()
        publish_snapshot(tmp_path)
        soup = read(write_report(tmp_path, DAY))
        assert soup.select_one(".answer").text == "Not today."  # type: ignore[union-attr]
        assert "No run has ended yet." in soup.text

    def test_without_a_snapshot_there_is_nothing_to_report(self, tmp_path: Path) -> None:
        with pytest.raises(NoSnapshot):
            write_report(tmp_path, DAY)

    def test_an_unknown_language_is_named_before_anything_is_written(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownLanguage, match=r"ar and en, not in \"fr\""):
            write_report(tmp_path, DAY, "fr")
        assert list(tmp_path.iterdir()) == []


def test_importing_the_report_imports_no_great_expectations() -> None:
    code = "import sys, checks.report; sys.exit('great_expectations' in sys.modules or 'prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
