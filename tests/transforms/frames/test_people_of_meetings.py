"""Who takes part in a meeting: names that look like other words, lists of one office, rulers, and who only tells."""

import pytest

from transforms.extract import extract
from transforms.records import Document

_PUBLISHED = "2026-03-10T10:00:00"

REPORTS = [
    (
        "the venue behind 'at' is no part of a name",
        "Crown Prince of Bahrain Nasser bin Isa met on Monday with British Minister of State Jonathan Ashby at Safra "
        "Palace. They discussed trade.",
        ["BH+GB Nasser bin Isa/BH, Jonathan Ashby/GB"],
    ),
    (
        "whom a visitor calls on during his stay in a capital belongs there",
        "MADRID, March 10 -- Foreign Minister Luis Ortega met with his Peruvian counterpart, Ana Quispe, in Lima on "
        "Monday. During his stay in Lima, Ortega also paid a courtesy call on Deputy Prime Minister Raul Mamani.",
        ["ES+PE Luis Ortega/ES, Ana Quispe/PE", "ES+PE Luis Ortega/ES, Raul Mamani/PE"],
    ),
    (
        "Said is a name where it has a capital inside a sentence",
        "Omani Foreign Minister Badr Said met Algerian Interior Minister Said Tahri in Muscat on Monday.",
        ["DZ+OM Badr Said/OM, Said Tahri/DZ"],
    ),
    (
        "the Kingdom of Bhutan is no outlet's Kingdom, and its king is Bhutan's",
        "Tarik Suwan, Minister of Foreign Affairs of Thailand, paid a visit to the Kingdom of Bhutan. On 9 March 2026 "
        "the Minister had an audience with His Majesty King Jigme Wangdi at Dechen Hall in Thimphu.",
        ["BT+TH Tarik Suwan/TH, Jigme Wangdi/BT"],
    ),
    (
        "who leads the Indian side is India's Foreign Secretary",
        "Consultations between India and Hungary were held in Budapest on 9 March 2026. The Indian side was led by "
        "Foreign Secretary Raghu Deshpande, the Hungarian side by Deputy State Secretary Balazs Kerti.",
        ["HU+IN Raghu Deshpande/IN, Balazs Kerti/HU"],
    ),
    (
        "several ministers are named before their states",
        "Foreign ministers Badr Amin of Egypt, Ayman Salti of Jordan and Fuad Karim of Iraq met in Cairo on Monday.",
        ["EG+IQ+JO Badr Amin/EG, Ayman Salti/JO, Fuad Karim/IQ"],
    ),
    (
        "a state in a list of states is no name",
        "The foreign ministers of Egypt, Jordan and Iraq held a trilateral meeting in Cairo on Monday.",
        ["EG+IQ+JO "],
    ),
    (
        "who says that two met did not meet them",
        "صرح وزير الخارجية التونسي خميس العبيدي بأن وزير الخارجية الجزائري أحمد بلقاسم التقى أمس نظيره المصري سامح "
        "فهمي.",
        ["DZ+EG أحمد بلقاسم/DZ, سامح فهمي/EG"],
    ),
    (
        "whom a visitor met in the country is its president",
        "أدى وزير الخارجية الفرنسي مارك دوفال زيارة إلى الجزائر التقى خلالها أمس الرئيس عبد القادر بلعيد.",
        ["DZ+FR مارك دوفال/FR, عبد القادر بلعيد/DZ"],
    ),
    (
        "the guest stands before a verb with a pronoun on it",
        "حل وزير الخارجية الإسباني خوسيه مارتين أمس بالرباط حيث استقبله نظيره المغربي ناصر العلوي.",
        ["ES+MA خوسيه مارتين/ES, ناصر العلوي/MA"],
    ),
    (
        "each counterpart of an Arabic list has his state",
        "عقد وزير الداخلية التونسي خالد العياري أمس اجتماعا في روما مع نظرائه الإيطالي ماتيو بيانكي والجزائري "
        "إبراهيم مراد والليبي عماد الفيتوري.",
        ["DZ+IT+LY+TN خالد العياري/TN, ماتيو بيانكي/IT, إبراهيم مراد/DZ, عماد الفيتوري/LY"],
    ),
    (
        "an unnamed ambassador of another state is not the minister named before",
        "استقبل وزير الخارجية القطري محمد بن راشد سفيرة ألمانيا في مكتبه اليوم وبحثا التعاون التجاري.",
        ["DE+QA محمد بن راشد/QA"],
    ),
    (
        "common given names are names",
        "التقى وزير الدفاع التركي يشار كايا أمس وزير الدفاع الأمريكي مايكل هولم في بروكسل بحضور السفيرة "
        "التركية فاطمة كايا.",
        ["TR+US يشار كايا/TR, مايكل هولم/US, فاطمة كايا/TR"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [r[1:] for r in REPORTS], ids=[r[0] for r in REPORTS])
def test_a_meeting_has_its_people(text: str, expected: list[str]) -> None:
    """Each report holds the meetings given with it: the sides, and everybody who takes part with his own."""
    lang = "ar" if text[0] > "\u0600" else "en"
    found = extract(Document("d", text, published=_PUBLISHED, lang=lang)).meetings

    told = [f"{'+'.join(m.parties)} {', '.join(f'{p.name}/{p.party}' for p in m.participants)}" for m in found]
    assert told == expected


def test_an_organisation_receives_at_its_seat_where_the_dateline_stands() -> None:
    text = (
        "Addis Ababa, 10 March 2026: The Chairperson of the African Union Commission, Mr. Issa Diarra, received the "
        "Foreign Minister of Peru, Ms. Ana Quispe. They discussed trade."
    )
    meeting = extract(Document("d", text, published=_PUBLISHED, lang="en")).meetings[0]

    assert (meeting.city, meeting.country) == ("Addis Ababa", "ET")
