"""Who met where names look like other words, offices stand before several names, or a verb alone tells of nothing."""

import pytest

from transforms.extract import extract
from transforms.records import Document

_PUBLISHED = "2025-06-10T10:00:00"

REPORTS = [
    (
        "a word of plans is a family name behind an office",
        "British Foreign Secretary Theresa May met US Secretary of State James Baker in London on Tuesday.",
        ["GB+US London Theresa May/GB/minister, James Baker/US/minister"],
    ),
    (
        "a title is a family name where nothing in capitals follows it",
        "Pakistani Prime Minister Imran Sheikh met Australian Foreign Minister Peter King in Canberra on Tuesday.",
        ["AU+PK Canberra Imran Sheikh/PK/head_of_government, Peter King/AU/minister"],
    ),
    (
        "states before a plural office are those of the names behind it, in order",
        "The Russian and Algerian foreign ministers, Sergei Orlov and Kamel Bouzidi, held talks in Moscow on Monday.",
        ["DZ+RU Moscow Sergei Orlov/RU/minister, Kamel Bouzidi/DZ/minister"],
    ),
    (
        "states before a plural office met also where nobody is named",
        "The Saudi, Emirati and Qatari foreign ministers met in Riyadh on Monday.",
        ["AE+QA+SA Riyadh "],
    ),
    (
        "a capital stands for its government before an office",
        "Seoul's Foreign Minister Park Jin-ho and Vietnamese Foreign Minister Nguyen Van Duc met Monday in Hanoi.",
        ["KR+VN Hanoi Park Jin-ho/KR/minister, Nguyen Van Duc/VN/minister"],
    ),
    (
        "who is told something in a city was met there",
        "Foreign Minister Omar Nasser of Jordan told his Turkish counterpart Kemal Arslan in Cairo that it holds.",
        ["JO+TR Cairo Omar Nasser/JO/minister, Kemal Arslan/TR/minister"],
    ),
    (
        "reporters are told something without a meeting",
        "Foreign Minister Omar Nasser of Jordan told reporters in Cairo that Turkish Minister Kemal Arslan left.",
        [],
    ),
    (
        "the place may stand between a verb and whom it was on",
        "Indian Foreign Secretary Anil Rao called in Budapest on the Hungarian Minister of Justice, Eszter Vadas.",
        ["HU+IN Budapest Anil Rao/IN/deputy_minister, Eszter Vadas/HU/minister"],
    ),
    (
        "whom somebody calls on to act he does not meet",
        "Iranian Foreign Minister Hossein Rostami called on Iraqi Prime Minister Hassan al-Tamimi to act.",
        [],
    ),
    (
        "an envoy's message brings him before whom it is for, and not before its sender",
        "Sudanese envoy Malik Idris delivered a message from General Burhan Taha to South Sudanese President Deng Kiir "
        "in Juba on Monday.",
        ["SD+SS Juba Malik Idris/SD/envoy, Deng Kiir/SS/head_of_state"],
    ),
    (
        "a command is its state's, and its head a soldier",
        "US Central Command head Gen. Mark Dalton met Iraqi Prime Minister Hassan al-Tamimi in Baghdad on Tuesday.",
        ["IQ+US Baghdad Mark Dalton/US/military_chief, Hassan al-Tamimi/IQ/head_of_government"],
    ),
    (
        "who heads a part of an organisation does not head it",
        "Germany's Foreign Minister Anna Lehmann met with Maria Costa, Director General for Neighbourhood of the "
        "European Commission, in Brussels.",
        ["DE+EU Brussels Anna Lehmann/DE/minister, Maria Costa/EU/official"],
    ),
    (
        "a rank in a party leaves the name to the office after it",
        "Tajik Foreign Minister Sirojiddin Rahimov met in Tianjin with Wang Lei, Member of the Political Bureau of the "
        "CPC Central Committee and Minister of Foreign Affairs of China.",
        ["CN+TJ Tianjin Sirojiddin Rahimov/TJ/minister, Wang Lei/CN/minister"],
    ),
    (
        "a word in the shape of a verb, and one of a state, are family names behind first names",
        "استقبل رئيس البرلمان التركي نعمان يلدز في أنقرة أمس وزير الخارجية الإيطالي أنطونيو روسي.",
        ["IT+TR Ankara نعمان يلدز/TR/speaker, أنطونيو روسي/IT/minister"],
    ),
    (
        "an hour before a day is no part of a name",
        "استقبل الرئيس التونسي قيس بن سعيد صباح اليوم في قرطاج وزير الخارجية الإيطالي ماركو بيانكي.",
        ["IT+TN Carthage قيس بن سعيد/TN/head_of_state, ماركو بيانكي/IT/minister"],
    ),
    (
        "two rulers of two states side by side are two people",
        "استقبل الرئيس الصيني رئيس وزراء سريلانكا رانيل بيريرا في بكين أمس.",
        ["CN+LK Beijing رانيل بيريرا/LK/head_of_government"],
    ),
    (
        "«عمان» beside Jordan is its capital and no further side",
        "عقد وزراء خارجية مصر والأردن والعراق اجتماعا في عمان أمس الاثنين.",
        ["EG+IQ+JO Amman "],
    ),
    (
        "a host brings counterparts together",
        "جمع وزير الدفاع السعودي الأمير نايف بن خالد في جدة نظيريه اللبناني ميشال عون والسوري مرهف قصرة يوم الخميس.",
        ["LB+SA+SY Jeddah نايف بن خالد/SA/minister, ميشال عون/LB/minister, مرهف قصرة/SY/minister"],
    ),
    (
        "the word for a guest tells whose guest somebody is",
        "حل وزير الخارجية الصيني وانغ لي أمس ضيفا على نظيره التنزاني محمود كومبو في دار السلام.",
        ["CN+TZ Dar es Salaam وانغ لي/CN/minister, محمود كومبو/TZ/minister"],
    ),
    (
        "an ambassador's papers go to whom he stands before",
        "قدم سفير بيرو الجديد لويس فارغاس أوراق اعتماده إلى الرئيس المصري محمود سالم في القاهرة اليوم.",
        ["EG+PE Cairo لويس فارغاس/PE/ambassador, محمود سالم/EG/head_of_state"],
    ),
]


@pytest.mark.parametrize(("told", "text", "met"), REPORTS, ids=[told for told, _, _ in REPORTS])
def test_people_whose_names_or_verbs_look_like_other_words(told: str, text: str, met: list[str]) -> None:
    """Each report holds these meetings: sides, city, and everybody with his side and office."""
    lang = "en" if text[0].isascii() else "ar"
    document = Document("d", title="", text=text, published=_PUBLISHED, lang=lang, url=None)
    found = [
        "+".join(m.parties) + f" {m.city} " + ", ".join(f"{p.name}/{p.party}/{p.office}" for p in m.participants)
        for m in extract(document).meetings
    ]
    assert found == met, told
