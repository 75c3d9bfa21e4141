"""Promises on the command line: lists and filters, one in full, desks, what people decide, and what is entered."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from flows.desks import desks
from flows.errors import InputError
from flows.home import Home
from tests.conftest import Cli

SETTINGS = """
[desk.gulf_and_steppe]
states = ["SA", "QA"]
groups = ["central_asia"]

[desk.interior]
portfolios = ["interior"]
lowest_level = "minister"

[desk.session]
bodies = ["اللجنة الأردنية الإماراتية المشتركة"]
"""


@pytest.fixture
def desked(sample_copy: Path) -> Path:
    """The sample with desks in its settings."""
    (sample_copy / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    return sample_copy


def rows(cli: Cli, home: Path, *arguments: str) -> list[dict[str, Any]]:
    code, out, err = cli("--home", home, "follow-ups", *arguments, "--format", "json")
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_every_filter_keeps_what_it_names_and_nothing_else(cli: Cli, sample_home: Path) -> None:
    """Each against the list without filters."""
    every = rows(cli, sample_home)
    central_asia = {"KZ", "KG", "TJ", "TM", "UZ"}
    filters = {
        ("--status", "due"): lambda r: r["status"] == "due",
        ("--party", "sa"): lambda r: "SA" in r["parties"],
        ("--party", "SA", "--party", "KZ"): lambda r: {"SA", "KZ"} <= set(r["parties"]),
        ("--group", "central_asia"): lambda r: bool(central_asia & set(r["parties"])),
        ("--group", "central_asia", "--party", "QA"): lambda r: (
            "QA" in r["parties"] and bool(central_asia & set(r["parties"]))
        ),
        ("--kind", "visit"): lambda r: r["kind"] == "visit",
        ("--ministry", "interior"): lambda r: r["portfolio"] == "interior",
        ("--due-before", "2026-07-15"): lambda r: r["window_end"] is not None and r["window_end"] < "2026-07-15",
        ("--modality", "expected"): lambda r: r["modality"] == "expected",
        ("--attribution", "joint"): lambda r: r["attribution"] == "joint",
    }
    for arguments, keep in filters.items():
        assert rows(cli, sample_home, *arguments) == [row for row in every if keep(row)], arguments


def test_the_list_as_csv_has_a_line_a_promise(cli: Cli, sample_home: Path) -> None:
    """The same promises in the same order; lists are parted by blanks, sources are links."""
    every = rows(cli, sample_home)
    code, out, _ = cli("--home", sample_home, "follow-ups", "--format", "csv")

    lines = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [(line["id"], line["status"], line["parties"]) for line in lines] == [
        (row["id"], row["status"], " ".join(row["parties"])) for row in every
    ]
    assert all(line["sources"].startswith("https://") or line["sources"] for line in lines)


def test_one_promise_in_full_has_its_candidates_with_reasons(cli: Cli, sample_home: Path) -> None:
    """By the beginning of its id; the event that kept it first, with score, words and where they stand."""
    (met,) = rows(cli, sample_home, "--status", "met")
    code, out, _ = cli("--home", sample_home, "follow-ups", "show", met["id"][:14], "--format", "json")
    said = cli("--home", sample_home, "follow-ups", "show", met["id"][:14])[1]

    full = json.loads(out)
    best = full["candidates"][0]
    assert code == 0
    assert {key: full[key] for key in met} == met
    assert (best["report"], best["score"], best["decision"]) == (met["report"], met["score"], "fulfils")
    assert "same parties" in best["reasons"] and best["quote"] and best["url"]
    assert met["quote"] in said and met["report"] in said


def test_an_unknown_id_is_explained(cli: Cli, sample_home: Path) -> None:
    """What is not there, and where to look."""
    code, _, err = cli("--home", sample_home, "follow-ups", "show", "nothing")

    assert code == 1
    assert 'has the id "nothing"' in " ".join(err.split())


def test_what_people_decide_about_a_promise_is_seen_by_all_at_once(cli: Cli, sample_copy: Path) -> None:
    """What kept a promise is unlinked: it stands as before, as of earlier days too it stood as it did."""
    (met,) = rows(cli, sample_copy, "--status", "met")

    code, out, _ = cli("--home", sample_copy, "follow-ups", "unlink", met["id"], "--reason", "another one")
    after = {row["id"]: row for row in rows(cli, sample_copy)}
    before = {row["id"]: row for row in rows(cli, sample_copy, "--as-of", "2026-11-22")}
    shown = json.loads(cli("--home", sample_copy, "follow-ups", "show", met["id"], "--format", "json")[1])

    assert code == 0
    assert f"{met['id']} is overdue" in out
    assert (after[met["id"]]["status"], before[met["id"]]["status"]) == ("overdue", "met")
    assert [(d["action"], d["day"]) for d in shown["decisions"]] == [("unlink", "2026-11-23")]


def test_desks_cut_every_list_to_their_states_ministries_level_and_bodies(cli: Cli, desked: Path) -> None:
    """States and groups: one of each. Ministries by promise or by the meeting at which it was made."""
    every = rows(cli, desked)
    steppe = {"KZ", "KG", "TJ", "TM", "UZ"}

    own = rows(cli, desked, "--desk", "gulf_and_steppe")
    interior = rows(cli, desked, "--desk", "interior")
    session = rows(cli, desked, "--desk", "session")
    flags = json.loads(cli("--home", desked, "flags", "--desk", "interior", "--format", "json")[1])

    assert own == [r for r in every if {"SA", "QA"} & set(r["parties"]) and steppe & set(r["parties"])]
    assert own and interior and {r["portfolio"] for r in interior} <= {"interior", None}
    assert {tuple(row["parties"]) for row in session} == {("AE", "JO")}
    assert flags and {flag["subject"] for flag in flags} >= {r["id"] for r in interior if r["status"] == "overdue"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[desk.a]\nstates = ["XX"]', '"XX" is no code'),
        ('[desk.a]\ngroups = ["moon"]', 'no group of states "moon"'),
        ('[desk.a]\nportfolios = ["magic"]', 'portfolios has "magic"'),
        ('[desk.a]\nlowest_level = "boss"', 'lowest_level has "boss"'),
        ("[desk.a]\npeople = 3", "people is a list of words"),
        ('[desk.a]\ncolour = "red"', 'has no "colour"'),
        ("[desk]\na = 1", "is a section"),
    ],
)
def test_a_desk_that_says_what_is_not_known_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    """The message names the section and the value."""
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as refused:
        desks(Home(tmp_path))
    assert complaint in refused.value.what


def test_a_desk_that_is_not_there_is_named(cli: Cli, desked: Path) -> None:
    """With those that are."""
    code, _, err = cli("--home", desked, "brief", "--since", "2026-01-01", "--desk", "nope")

    assert (code, "Desks: gulf_and_steppe, interior, session." in err) == (1, True)


def test_the_calendar_holds_the_open_windows(cli: Cli, desked: Path) -> None:
    """Days both included, under the promise's id, firm only where somebody bound by it says so."""
    every = {row["id"]: row for row in rows(cli, desked)}
    code, out, _ = cli("--home", desked, "calendar")
    own = cli("--home", desked, "calendar", "--desk", "session")[1]

    events = {str(e["uid"]).removesuffix("@liqaa"): e for e in Calendar.from_ical(out).walk("VEVENT")}
    settled = ("met", "met_late", "met_early", "confirmed", "lapsed", "dismissed")
    assert code == 0
    assert set(events) == {key for key, r in every.items() if r["window_start"] and r["status"] not in settled}
    for key, event in events.items():
        row = every[key]
        first, after = event["dtstart"].dt, event["dtend"].dt
        assert (first.isoformat(), (after - first).days) == (
            row["window_start"],
            (date.fromisoformat(row["window_end"]) - first).days + 1,
        )
        assert row["quote"] in event["description"]
        assert row["commitment"] or event["status"] != "CONFIRMED"
    assert len(Calendar.from_ical(own).walk("VEVENT")) < len(events)


def test_a_brief_cites_each_fact_with_its_id(cli: Cli, desked: Path) -> None:
    """Promises, meetings and instruments since a day; guesses of outlets apart from what was promised."""
    code, out, _ = cli("--home", desked, "brief", "--since", "2026-03-01", "--as-of", "2026-08-01")
    empty = cli("--home", desked, "brief", "--since", "2026-11-22", "--desk", "session")[1]

    facts = out.split("\n- ")[1:]
    titles = [line for line in out.splitlines() if line.startswith("## ")]
    assert code == 0
    assert "## New meetings" in titles and "## Newly past their window" in titles
    assert all("`1" in fact for fact in facts)
    guesses = out.split("## What outlets expect")[1].split("\n## ")[0]
    promised = out.split("## What outlets expect")[0]
    guessed = [row for row in rows(cli, desked, "--as-of", "2026-08-01") if not row["commitment"]]
    assert all(row["id"] not in promised for row in guessed)
    assert any(row["id"] in guesses for row in guessed)
    assert "# Brief for session: 2026-11-22 to 2026-11-23" in empty


def test_a_promise_entered_by_hand_is_watched_with_its_citation(
    cli: Cli, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Once, however often it is entered; a rebuild knows it."""
    home = tmp_path / "home"
    entry = [
        "promise", "add", "--quote", "The ministers will meet in Doha in March.", "--party", "QA", "--party", "kz",
        "--told", "2026-01-10", "--outlet", "Doha Post", "--url", "https://post.example/1", "--from", "2026-03-01",
        "--to", "2026-03-31", "--ministry", "interior",
    ]  # fmt: skip
    first = cli("--home", home, *entry)
    request.getfixturevalue("unchecked")  # from here on: what was entered has been checked once
    again = cli("--home", home, *entry)
    (row,) = rows(cli, home, "--as-of", "2026-03-05")
    rebuilt = cli("--home", home, "rebuild")
    (after,) = rows(cli, home, "--as-of", "2026-03-05")

    assert [told[0] for told in (first, again, rebuilt)] == [0, 0, 0]
    assert ("Entered." in first[1], "entered before" in again[1]) == (True, True)
    assert (row["status"], row["parties"], row["portfolio"], row["attribution"], row["commitment"]) == (
        "due", ["KZ", "QA"], "interior", None, True,
    )  # fmt: skip
    assert [(told["witness"], told["url"]) for told in row["sources"]] == [("Doha Post", "https://post.example/1")]
    assert after == row


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        (["--party", "QA"], "two parties at least"),
        (["--party", "QA", "--party", "XX"], '"XX" is no code'),
        (["--party", "QA", "--party", "KZ", "--visitor", "SA"], "among the parties"),
        (["--party", "QA", "--party", "KZ", "--to", "2026-01-01"], "has a first day"),
        (["--party", "QA", "--party", "KZ", "--from", "2026-02-01", "--to", "2026-01-01"], "before it begins"),
        (["--party", "QA", "--party", "KZ", "--modality", "sure"], '--modality "sure"'),
    ],
)
def test_an_entry_that_cannot_be_is_refused(cli: Cli, tmp_path: Path, changed: list[str], complaint: str) -> None:
    """And nothing is written."""
    told = ["promise", "add", "--quote", "They meet.", "--told", "2026-01-10", "--outlet", "Post"]

    code, _, err = cli("--home", tmp_path / "home", *told, *changed)

    assert (code, complaint in " ".join(err.split())) == (1, True)
    assert not (tmp_path / "home").exists()
