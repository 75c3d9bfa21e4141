"""Meetings as reports of several styles tell them: each text, and the day, form, sides, place and people in it."""

import pytest

from transforms.extract import extract
from transforms.records import Document, Meeting

_TITLE = "Notes of the week"

CONTACTS = [
    (
        "a verb of discussing joins two officials",
        _TITLE,
        "Peruvian Energy Minister Carlos Quispe and Nepalese Vice President Maya Thapa discussed hydropower on Monday.",
        ["2026-03-09 in_person NP+PE None/None Carlos Quispe, Maya Thapa"],
    ),
    (
        "talks through a video link are a video call",
        _TITLE,
        "Foreign Secretary Arun Thapa of Nepal and his Peruvian counterpart, Rosa Huaman, held consultations through a "
        "video link on Monday.",
        ["2026-03-09 video NP+PE None/None Arun Thapa, Rosa Huaman"],
    ),
    (
        "who represented a side was there for it",
        _TITLE,
        "The fourth meeting of the Association Council between the European Union and Georgia took place in Brussels "
        "on Monday. The European Union was represented by the Commissioner for Trade, Lena Brandt, and Georgia was "
        "represented by Foreign Minister Irakli Lomidze.",
        ["2026-03-09 in_person EU+GE Brussels/BE Lena Brandt, Irakli Lomidze"],
    ),
    (
        "talks in Brussels make nobody Belgian",
        _TITLE,
        "The European Union and Nepal held their second Policy Dialogue in Brussels on Monday. The dialogue was "
        "co-chaired by the Managing Director for Asia of the European External Action Service, Lena Brandt, and by the "
        "Additional Secretary at the Nepalese Ministry of Foreign Affairs, Arun Thapa.",
        ["2026-03-09 in_person EU+NP Brussels/BE Lena Brandt, Arun Thapa"],
    ),
    (
        "the following day is the day after the meeting before",
        _TITLE,
        "Peruvian Foreign Minister Rosa Huaman met Nepalese Foreign Minister Arun Thapa in Lima on 2 March. On the "
        "following day, Thapa also met the Speaker of the Peruvian Congress, Julio Paredes.",
        [
            "2026-03-02 in_person NP+PE Lima/PE Rosa Huaman, Arun Thapa",
            "2026-03-03 in_person NP+PE Lima/PE Arun Thapa, Julio Paredes",
        ],
    ),
    (
        "a further meeting of the same day is where the one before was",
        _TITLE,
        "Peruvian Foreign Minister Rosa Huaman met Nepalese Foreign Minister Arun Thapa in Geneva on 2 March. Earlier "
        "in the day, Huaman met the Danish Minister of Health, Sofie Holm.",
        [
            "2026-03-02 in_person NP+PE Geneva/CH Rosa Huaman, Arun Thapa",
            "2026-03-02 in_person DK+PE Geneva/CH Rosa Huaman, Sofie Holm",
        ],
    ),
    (
        "the headline tells where, and the first sentence when",
        "Readout of the minister's meetings in Geneva",
        "Peruvian Foreign Minister Rosa Huaman held several bilateral meetings on 2 March. Huaman met the Danish "
        "Minister of Health, Sofie Holm.",
        ["2026-03-02 in_person DK+PE Geneva/CH Rosa Huaman, Sofie Holm"],
    ),
    (
        "an agency that files from abroad tells where its own minister met",
        _TITLE,
        "GENEVA. KAZINFORM - Minister of Health of Kazakhstan Daniyar Omarov met Minister of Health of Denmark Sofie "
        "Holm on Monday.",
        ["2026-03-09 in_person DK+KZ Geneva/CH Daniyar Omarov, Sofie Holm"],
    ),
    (
        "the day on which a guest arrived is not the day of the talks",
        _TITLE,
        "Talks between Peruvian President Julio Paredes and his Nepalese counterpart, Arun Thapa, who arrived in Lima "
        "on Saturday, were held on Monday.",
        ["2026-03-09 in_person NP+PE Lima/PE Julio Paredes, Arun Thapa"],
    ),
    (
        "names with their state alone hold the office that the sentence before gave",
        _TITLE,
        "The foreign ministers of Nepal and Peru met in Geneva on Monday. Nepal's Arun Thapa and Peru's Rosa Huaman "
        "agreed to reopen their embassies.",
        ["2026-03-09 in_person NP+PE Geneva/CH Arun Thapa, Rosa Huaman"],
    ),
    (
        "a family name that stands first is a short name too",
        _TITLE,
        "Chinese Vice Premier Shen Guoliang met with Nepalese Prime Minister Arun Thapa in Nanning on Monday. Earlier "
        "in the day, Shen held separate talks with Lao Vice President Bounthong Keomany.",
        [
            "2026-03-09 in_person CN+NP Nanning/CN Shen Guoliang, Arun Thapa",
            "2026-03-09 in_person CN+LA Nanning/CN Shen Guoliang, Bounthong Keomany",
        ],
    ),
    (
        "a Deputy Secretary-General is the United Nations'",
        _TITLE,
        "The Deputy Secretary-General, Lena Brandt, is in Lima, where she met on Monday with the President of Peru, "
        "Julio Paredes.",
        ["2026-03-09 in_person PE+UN Lima/PE Lena Brandt, Julio Paredes"],
    ),
]


def told(meeting: Meeting) -> str:
    people = ", ".join(person.name for person in meeting.participants)
    where = f"{meeting.city}/{meeting.country}"
    return f"{meeting.date} {meeting.form} {'+'.join(meeting.parties)} {where} {people}"


@pytest.mark.parametrize(("title", "text", "expected"), [case[1:] for case in CONTACTS], ids=[c[0] for c in CONTACTS])
def test_a_report_tells_its_meetings(title: str, text: str, expected: list[str]) -> None:
    """Each report holds the meetings given with it, in the order in which it tells them, and no others."""
    record = extract(Document("d", text, title=title, published="2026-03-10", lang="en"))

    assert [told(meeting) for meeting in record.meetings] == expected


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        (
            "The Union Cabinet today approved the signing of a Memorandum of Understanding with Peru on copper.",
            ("IN", "PE"),
            "approved",
        ),
        (
            "LIMA, March 9 - The Cabinet gave its consent to a draft agreement with the Republic of Nepal on tourism.",
            ("NP", "PE"),
            "approved",
        ),
    ],
)
def test_a_cabinet_decides_in_several_words(text: str, parties: tuple[str, ...], status: str) -> None:
    """What a cabinet gives its consent to, or whose signing it approves, is approved."""
    (agreement,) = extract(Document("d", text, title=_TITLE, published="2026-03-10", lang="en")).agreements

    assert (agreement.parties, agreement.status) == (parties, status)
