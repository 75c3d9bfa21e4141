"""What a meeting discussed, from the sentences that tell of it."""

import pytest

from transforms.extract import extract
from transforms.records import Document

ENGLISH = "Spanish Foreign Minister Luis Ortega met his Peruvian counterpart Ana Quispe in Madrid on Tuesday. "
ARABIC = "التقى وزير الخارجية الإسباني لويس أورتيغا نظيرته البيروفية آنا كيسبي في مدريد أمس الاثنين. "


def topics(lang: str, text: str) -> list[str]:
    lead = ENGLISH if lang == "en" else ARABIC
    record = extract(Document("d", lead + text, published="2026-03-10", lang=lang))
    return [topic.value for topic in record.meetings[0].topics]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They discussed fish exports, scholarships and hospital equipment.",
         ["agriculture_food", "education_science", "health"]),
        ("en", "Oil transit and museums were on the agenda.", ["energy", "culture"]),
        ("en", "Loans featured prominently.", ["finance"]),
        ("en", "The two agreed to step up cooperation in desalination.", ["water"]),
        ("en", "They discussed the situation in Mozambique.", ["regional_affairs"]),
        ("en", "They discussed the situation in the market.", []),
        ("en", "They discussed ways of bilateral cooperation in tourism.", ["tourism"]),
        ("en", "They met journalists. State media reported the talks.", []),
        ("en", "They discussed wheat and signed an agreement on the exchange of films.", ["agriculture_food"]),
        ("en", "They agreed that the joint energy committee would meet and discussed water.", ["water"]),
        ("en", "They discussed the training of the armed forces.", ["defence_military"]),
        ("ar", "وناقشا السياحة وعقد المنتدى الاستثماري.", ["tourism"]),
        ("ar", "وشكلت حصص الصيادين محور المحادثات.", ["agriculture_food"]),
        ("ar", "ونوقشت قضايا الاستثمار وتصدير اللحوم.", ["investment", "agriculture_food"]),
        ("ar", "وجرى النظر في تسيير رحلات جوية مباشرة وتشغيل الأيدي العاملة.", ["transport", "labour"]),
        ("ar", "وبحثا الأوضاع في موزمبيق.", ["regional_affairs"]),
        ("ar", "وبحثا سبل التعاون الثنائي في السياحة.", ["tourism"]),
        ("ar", "وبحثا تعزيز العلاقات بين البلدين في مختلف المجالات.", ["bilateral_relations"]),
    ],
)  # fmt: skip
def test_a_meeting_has_the_topics_that_a_sentence_says_were_discussed(
    lang: str, text: str, expected: list[str]
) -> None:
    """Objects of talks count where talks are told: before "on the agenda", after "discussed", with the place after."""
    assert topics(lang, text) == expected


def test_what_was_said_stands_for_topics_only_where_nothing_was_discussed() -> None:
    """A statement of a participant gives topics, but gives way to what the two discussed."""
    said = "Ortega stated that Spain supports Peru in fighting wildfires."

    assert topics("en", said) == ["disaster_management"]
    assert topics("en", said + " They discussed trade.") == ["trade"]


def test_the_gathering_at_whose_margins_they_met_is_no_topic() -> None:
    """Its name says where they met, not what they talked about."""
    assert topics("en", "They discussed trade on the sidelines of the health forum.") == ["trade"]


def test_what_was_signed_stands_for_topics_where_nothing_else_is_told() -> None:
    """The fields of the instruments are all that the report says of the talks."""
    assert topics("en", "The two ministers signed a memorandum of understanding on tourism.") == ["tourism"]


def told(lang: str, title: str, text: str) -> list[list[str]]:
    """The topics of each meeting of an article with a headline."""
    record = extract(Document("d", text, title=title, published="2016-03-10", lang=lang))
    return [[topic.value for topic in meeting.topics] for meeting in record.meetings]


def test_the_situation_of_somebody_at_the_table_is_his_war_and_of_a_third_the_region() -> None:
    """Talks with Yemen on Yemen are about its war; talks of two others on Yemen, or with one at peace, are not."""
    first = "التقى وزير الخارجية {} نظيره العماني يوسف بن علوي في مسقط أمس. وبحثا الأوضاع في {}."

    assert told("ar", "", first.format("اليمني عبدالملك المخلافي", "اليمن")) == [["conflict_resolution"]]
    assert told("ar", "", first.format("الإيطالي باولو جينتيلوني", "اليمن")) == [["regional_affairs"]]
    assert told("ar", "", first.format("اللبناني جبران باسيل", "لبنان")) == [["regional_affairs"]]


def test_a_headline_gives_topics_that_the_text_does_not_tell() -> None:
    """Behind its word of discussion, and to the first meeting alone; a headline about others gives none."""
    text = "استقبل أمير منطقة القصيم فيصل بن مشعل بمكتبه أمس سفير اليابان لدى المملكة نوريهيرو أوكودا."

    assert told("ar", "أمير القصيم يبحث فرص الاستثمار مع السفير الياباني", text) == [["investment"]]
    assert told("ar", "أمير القصيم يستقبل السفير الياباني ويفتتح معرض الاستثمار", text) == [[]]
    assert told("ar", "تركيا وفرنسا تبحثان فرص الاستثمار", text) == [[]]


def test_the_aim_of_a_journey_stands_for_what_its_meetings_do_not_tell() -> None:
    """For each meeting of the traveller; one that tells what was discussed keeps to that."""
    aim = "French Defence Minister Luc Martin came to Niamey on a visit aimed at the fight against terrorism. "
    one = "He met President Issa Garba of Niger on Tuesday. "

    assert told("en", "", aim + one) == [["counter_terrorism"]]
    assert told("en", "", aim + one + "They discussed water.") == [["water"]]
