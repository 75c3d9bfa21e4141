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
    (
        "who welcomes a visitor at an airport abroad is of the airport's state, whatever his office",
        "وصل خادم الحرمين الشريفين الملك سعيد بن راشد اليوم إلى المملكة المغربية. وكان في استقبال خادم الحرمين "
        "الشريفين لدى وصوله مطار طنجة، رئيس الحكومة المغربية كمال بناني، ووالي أمن طنجة يوسف العلمي، ومدير جمارك "
        "المنطقة الشمالية حسن بلحاج، والرئيس الأول لمحكمة الاستئناف بالنيابة إدريس الفاسي.",
        ["MA+SA سعيد بن راشد/SA, كمال بناني/MA, يوسف العلمي/MA, حسن بلحاج/MA, إدريس الفاسي/MA"],
    ),
    (
        "a prince named behind the king's style is somebody else than the king",
        "وصل خادم الحرمين الشريفين الملك سعيد بن راشد اليوم إلى المملكة المغربية. وكان في استقبال خادم الحرمين "
        "الشريفين لدى وصوله مطار الرباط صاحب السمو الأمير طلال بن سعود، ورئيس الحكومة المغربية كمال بناني.",
        ["MA+SA سعيد بن راشد/SA, كمال بناني/MA, طلال بن سعود/SA"],
    ),
    (
        "whoever speaks to the press together met, and nobody of whom they speak",
        "وقال وزير الخارجية الأردني سالم الخطيب في مؤتمر صحفي عقده مع نظيره النرويجي إريك هانسن في أوسلو أمس إن الرئيس "
        "السوري كريم الحلبي سيزور عمان.",
        ["JO+NO سالم الخطيب/JO, إريك هانسن/NO"],
    ),
    (
        "a visitor's counterpart has the office of him whom the sentence calls by surname, not of whoever spoke before",
        "التقى وزير الخارجية الأردني سالم الخطيب أمس في بكين نظيره الصيني تشن وي. وعبر نائب وزير الدفاع الياباني كينجي "
        "ساتو عن قلقه. من جهة أخرى، اجتمع الخطيب مع نظيره الروسي بافل أورلوف أمس.",
        ["CN+JO سالم الخطيب/JO, تشن وي/CN", "JO+RU سالم الخطيب/JO, بافل أورلوف/RU"],
    ),
    (
        "a list behind a meeting to come adds nobody to the one that was held",
        "التقى وزير الخارجية الأردني سالم الخطيب أمس في الدوحة نظيره القطري ناصر المري. ومن المقرر أن يعقد الخطيب غدا "
        "اجتماعا مع نظيره الروسي بافل أورلوف بحضور وزير الدفاع القطري خالد الكواري.",
        ["JO+QA سالم الخطيب/JO, ناصر المري/QA"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [r[1:] for r in REPORTS], ids=[r[0] for r in REPORTS])
def test_everybody_stands_on_his_own_side(text: str, expected: list[str]) -> None:
    """Each report holds the meetings given with it: the sides, and everybody who takes part with his own."""
    lang = "ar" if text[0] > "\u0600" else "en"
    found = extract(Document("d", text, published="2026-03-10T10:00:00", lang=lang)).meetings

    told = [f"{'+'.join(m.parties)} {', '.join(f'{p.name}/{p.party}' for p in m.participants)}" for m in found]
    assert told == expected
