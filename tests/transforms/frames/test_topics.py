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
        ("en", "They discussed veterinary medicine and Islamic heritage.", ["agriculture_food", "culture"]),
        ("en", "They discussed the protection of coastal waters.", ["security_cooperation"]),
        ("en", "They discussed sanctions relief.", ["regional_affairs"]),
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


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They agreed to ease fishing and to fight fraud.", ["agriculture_food", "organized_crime"]),
        ("en", "They agreed to hold a seminar on fisheries and to visit a museum.", []),
        ("en", "They agreed on tourism.", ["tourism"]),
        ("en", "They agreed on Tuesday to open a tourism office.", []),
        ("ar", "واتفقا على تطوير السياحة.", ["tourism"]),
    ],
)  # fmt: skip
def test_what_both_pledge_is_a_matter_but_a_session_a_visit_or_a_signing_is_none(
    lang: str, text: str, expected: list[str]
) -> None:
    """Events to come are promises, told elsewhere; what the two will do for a field was talked about."""
    assert topics(lang, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ortega praised the vineyards of Peru and asked for more trains.", ["transport"]),
        ("Peru stands ready to work on desalination.", ["water"]),
        ("He thanked Peru for its vaccines.", ["health"]),
        ("Trade unions in Lima called for higher pensions.", []),
        ("Senator Marco Diaz urged both to protect glaciers.", []),
        ("In her address to the assembly the minister called for debt relief.", []),
        ("They welcomed the draft of an agreement on visas, which is being negotiated.", []),
        ("They discussed the draft of an agreement on visas, which is being negotiated.", ["consular_visa"]),
    ],
)  # fmt: skip
def test_what_a_side_wants_or_offers_was_talked_about_but_not_what_others_do(text: str, expected: list[str]) -> None:
    """Somebody outside, a speech to a hall and the field of a mere draft give no topics."""
    assert topics("en", text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They discussed the commission on trade, fisheries and tourism.", []),
        ("ar", "واتفقا على إنشاء لجنة فنية معنية بالسياحة.", []),
        ("en", "They discussed judicial cooperation between the two countries.", ["extradition_judicial"]),
        ("ar", "وبحثا مجالات التعاون والتنسيق الأمني.", ["security_cooperation"]),
        ("en", "They discussed vaccine manufacturing and visas for students.", ["health", "consular_visa"]),
        ("en", "They discussed efforts to reduce tensions in the West Bank.", ["conflict_resolution"]),
        ("en", "They discussed the West Bank.", ["regional_affairs"]),
        ("en", "They discussed investment in textiles.", ["investment"]),
        ("en", "They discussed textiles and investment.", ["trade", "investment"]),
        ("en", "They discussed wheat supplies disrupted by the earthquake.", ["agriculture_food"]),
        ("ar", "وبحثا صون التراث المتضرر من الزلزال.", ["culture"]),
        ("en", "They discussed wheat, the ministry of health said.", ["agriculture_food"]),
        ("en", "They discussed wheat, according to the tourism board.", ["agriculture_food"]),
        ("en", "Ortega later received a group of cotton growers.", []),
    ],
)  # fmt: skip
def test_words_that_only_frame_a_matter_are_no_matter(lang: str, text: str, expected: list[str]) -> None:
    """What a body is for, where and why something is urgent, who is quoted, and other business of one side."""
    assert topics(lang, text) == expected


def test_a_sentence_may_open_with_its_matter() -> None:
    """A numbered point names it before a comma or a colon; a day in that place is no matter."""
    assert topics("en", "2. On fisheries, the ministers took note of new rules.") == ["agriculture_food"]
    assert topics("en", "On tourism: new guides.") == ["tourism"]
    assert topics("en", "On Tuesday, the minister opened a hospital.") == []
    assert topics("ar", "وبشأن السياحة، نوه الوزيران بنمو الأعداد.") == ["tourism"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Water tops agenda as Spanish minister meets Peruvian counterpart", ["water"]),
        ("Spain, Peru to boost ties in farming", ["agriculture_food"]),
        ("Spain, Peru agree on visas", []),
    ],
)  # fmt: skip
def test_a_headline_tells_topics_before_and_behind_its_words_of_talk(title: str, expected: list[str]) -> None:
    """What was agreed on is more often an instrument that was signed."""
    assert told("en", title, ENGLISH) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ودعا أورتيغا إلى زيادة رحلات الطيران، وذلك في وقت تراجعت فيه السياحة.", ["transport"]),
        ("وأبدى الوزير اهتمام بلاده بمشاريع تحلية المياه.", ["water"]),
        ("وأعربت كيسبي عن تطلع بلادها إلى التعاون في مجال الأدوية.", ["health"]),
        ("ودعت نقابات في ليما إلى حماية الأنهار الجليدية.", []),
    ],
)
def test_an_arabic_sentence_names_behind_its_verb_who_wants_and_up_to_the_comma_what(
    text: str, expected: list[str]
) -> None:
    """Long sentences tell more behind the comma; who is no side speaks for none."""
    assert topics("ar", text) == expected
