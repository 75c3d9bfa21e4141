"""Whose an official is where the report does not say it beside the name."""

import pytest

from transforms.extract import extract
from transforms.records import Document

REPORTS = [
    (
        "a premier who meets a visitor on ground that is not the visitor's is the ground's own",
        "COLOMBO, March 10 (Xinhua) -- Chinese State Councilor and Foreign Minister Xu Daming on Monday held talks "
        "here with Sri Lankan Foreign Minister Ravi Perera. Prime Minister Kumar Silva also met with Xu separately on "
        "Monday, discussing tourism.",
        ["CN+LK Xu Daming/CN, Ravi Perera/LK", "CN+LK Kumar Silva/LK, Xu Daming/CN"],
    ),
    (
        "a president on whom a minister calls in his capital is that state's",
        "The Foreign Secretary, Sir Hugh Marlowe, met President Daniel Otieno at State House in Nairobi today. The "
        "Foreign Secretary also held talks with Cabinet Secretary for Foreign Affairs Grace Wanjiku.",
        ["GB+KE Hugh Marlowe/GB, Daniel Otieno/KE", "GB+KE Hugh Marlowe/GB, Grace Wanjiku/KE"],
    ),
    (
        "the other of two states that a hyphen joins is whose president spoke",
        "President Walter Dunmore spoke today with Prime Minister Kenji Arata of Japan. The two leaders affirmed that "
        "the U.S.-Japan alliance is the cornerstone of peace in the region and discussed trade.",
        ["JP+US Walter Dunmore/US, Kenji Arata/JP"],
    ),
    (
        "who heads the delegation of a state is its own",
        "On 9 March, the European Union and Uzbekistan held their Human Rights Dialogue in Brussels. The EU delegation "
        "was led by Ms. Karin Holm, Head of the Asia Division of the European External Action Service, while Mr. Anvar "
        "Saidov, Deputy Minister of Justice, headed the delegation of Uzbekistan.",
        ["EU+UZ Karin Holm/EU, Anvar Saidov/UZ"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [r[1:] for r in REPORTS], ids=[r[0] for r in REPORTS])
def test_everybody_stands_on_his_own_side(text: str, expected: list[str]) -> None:
    """Each report holds the meetings given with it: the sides, and everybody who takes part with his own."""
    found = extract(Document("d", text, published="2026-03-10T10:00:00", lang="en")).meetings

    told = [f"{'+'.join(m.parties)} {', '.join(f'{p.name}/{p.party}' for p in m.participants)}" for m in found]
    assert told == expected
