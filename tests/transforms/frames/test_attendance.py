"""Whose state attends: an organisation's meeting takes in the officials named one by one, two states' does not."""

import pytest

from transforms.extract import extract
from transforms.records import Document


def parties(text: str) -> list[tuple[str, ...]]:
    """The parties of each meeting of a text."""
    record = extract(Document("d", text, published="2026-03-10", lang="en"))
    return [meeting.parties for meeting in record.meetings]


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("UN Special Envoy for Libya Ingeborg Lund", "UN"),
        ("Secretary General of the Gulf Cooperation Council Jasem Al-Budaiwi", "GCC"),
    ],
)
def test_an_ambassador_who_joins_an_organisation_s_meeting_makes_his_state_a_party(host: str, code: str) -> None:
    text = f"{host} met Libyan Foreign Minister Salem Mansour in Tripoli on Monday."

    found = parties(f"{text} Germany's Ambassador to Libya, Ralf Tiedemann, joined the meeting.")

    assert found == [tuple(sorted(["DE", "LY", code]))]


def test_an_ambassador_who_joins_a_meeting_of_two_states_does_not() -> None:
    text = "Spanish Foreign Minister Luis Ortega met Libyan Foreign Minister Salem Mansour in Tripoli on Monday."

    found = parties(f"{text} Germany's Ambassador to Libya, Ralf Tiedemann, joined the meeting.")

    assert found == [("ES", "LY")]
