"""Members of organisations: who is in which, and since when."""

from datetime import date

from transforms.lexicon.loader import load, shared
from transforms.lexicon.schema import ORGANISATIONS, STATES
from transforms.resolve.members import memberships

WORLD = ("GCC", "LAS", "OIC", "EU", "NATO", "AFU", "ASEAN", "SCO", "ECO", "CICA", "OPEC")


def of(organisation: str, day: date) -> set[str]:
    """The members of an organisation on a day, as the list knows them."""
    known = [m for m in memberships() if m.organisation == organisation]
    return {m.party for m in known if (m.since or date.min) <= day <= (m.until or date.max)}


def test_every_organisation_and_member_is_known_by_code_or_by_the_lexicons_name() -> None:
    """A name that no report can bear would have members in vain."""
    named = {str(e.attrs["name"]) for e in load("en").entries if e.kind == "organisation" and "name" in e.attrs}

    assert {m.organisation for m in memberships()} - ORGANISATIONS - named == set()
    assert {m.party for m in memberships()} - STATES == set()
    assert all(m.since < m.until for m in memberships() if m.since and m.until)
    assert len({(m.organisation, m.party) for m in memberships()}) == len(memberships())


def test_the_organisations_of_the_region_have_as_many_members_as_they_say() -> None:
    """On New Year's Day of 2026; of the African Union one member has no code."""
    counted = [len(of(organisation, date(2026, 1, 1))) for organisation in WORLD]

    assert counted == [6, 22, 57, 27, 32, 54, 11, 10, 10, 28, 12]


def test_who_joined_or_left_was_a_member_until_or_from_that_day() -> None:
    """First and last days count."""
    assert "GB" in of("EU", date(2020, 1, 31)) and "GB" not in of("EU", date(2020, 2, 1))
    assert "SE" not in of("NATO", date(2024, 3, 6)) and "SE" in of("NATO", date(2024, 3, 7))
    assert "QA" in of("OPEC", date(2018, 12, 31)) and "QA" not in of("OPEC", date(2019, 1, 1))
    assert of("Organization of Turkic States", date(2015, 1, 1)) == {"AZ", "KG", "KZ", "TR"}


def test_desks_cut_by_the_same_members() -> None:
    """Groups of states that are organisations have the members of today."""
    named = {"gcc": "GCC", "arab_league": "LAS", "eu": "EU", "sco": "SCO", "brics": "BRICS", "g7": "G7"}

    assert {group: of(name, date(2026, 1, 1)) for group, name in named.items()} == {
        group: set(shared("groups")[group]) for group in named
    }
