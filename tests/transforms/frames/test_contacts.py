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
        "a sentence announces meetings and the next tells them",
        _TITLE,
        "Nepalese Health Minister Arun Thapa conducted a series of meetings in Geneva on 2 March. At the meeting with "
        "Danish Minister of Health Sofie Holm, the training of nurses was considered.",
        ["2026-03-02 in_person DK+NP Geneva/CH Arun Thapa, Sofie Holm"],
    ),
    (
        "he whom somebody met is whom the sentence before was about",
        _TITLE,
        "On Monday Nepalese Health Minister Arun Thapa arrived in Lima. Peruvian Foreign Minister Rosa Huaman had a "
        "meeting with him.",
        ["2026-03-09 in_person NP+PE Lima/PE Rosa Huaman, Arun Thapa"],
    ),
    (
        "a Deputy Secretary-General is the United Nations'",
        _TITLE,
        "The Deputy Secretary-General, Lena Brandt, is in Lima, where she met on Monday with the President of Peru, "
        "Julio Paredes.",
        ["2026-03-09 in_person PE+UN Lima/PE Lena Brandt, Julio Paredes"],
    ),
]


ARABIC = [
    (
        "a style is no attendance",
        "الدوحة في 9 مارس /قنا/ عقد حضرة صاحب السمو الشيخ ناصر بن خليفة المعاضيد أمير البلاد المفدى حفظه الله ورعاه "
        "وفخامة السيد خوليو باريديس رئيس جمهورية بيرو الصديقة جلسة مباحثات رسمية اليوم.",
        ["2026-03-10 in_person PE+QA Doha/QA ناصر بن خليفة المعاضيد, خوليو باريديس"],
    ),
    (
        "a council that holds its session is a side of it",
        "عقد المجلس الوزاري لمجلس التعاون لدول الخليج العربية دورته الستين أمس في مدينة الدوحة، برئاسة الشيخ ناصر "
        "بن خليفة المعاضيد وزير الخارجية في دولة قطر، وبمشاركة السيد بدر بن سالم الشيدي وزير خارجية سلطنة عمان.",
        ["2026-03-09 in_person GCC+OM+QA Doha/QA ناصر بن خليفة المعاضيد, بدر بن سالم الشيدي"],
    ),
    (
        "what was over yesterday is news",
        "ليما في 10 مارس - استقبلت رئيسة مجلس الوزراء في بيرو روسا كيسبي وزير المالية النيبالي أرون تابا اليوم. وكان "
        "رئيس بيرو خوليو باريديس قد استقبل، أمس، سفيرة الدنمارك صوفي هولم.",
        [
            "2026-03-10 in_person NP+PE Lima/PE روسا كيسبي, أرون تابا",
            "2026-03-09 in_person DK+PE Lima/PE خوليو باريديس, صوفي هولم",
        ],
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


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in ARABIC], ids=[c[0] for c in ARABIC])
def test_an_arabic_report_tells_its_meetings(text: str, expected: list[str]) -> None:
    """The same for what only Arabic reports tell in this way."""
    record = extract(Document("d", text, title="أخبار", published="2026-03-10", lang="ar"))

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
