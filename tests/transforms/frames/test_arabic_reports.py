"""What short Arabic reports tell of a meeting: day, place, sides, people and topics, as one line a meeting."""

import pytest

from transforms.extract import extract
from transforms.records import Document, Meeting

_PUBLISHED = "2024-05-15T18:00:00+03:00"

NAMES = [
    (
        "a surname that looks like a verb, a participle or a word with «و» is a name before what ends it",
        "التقى وزير الخارجية القطري راشد المري، اليوم، نظيره الدنماركي باتريك سيمونسن.\n"
        "كما التقى وزيرة خارجية إندونيسيا سري واهيوني، في الدوحة.\n"
        "كما التقى وزير خارجية زامبيا باسكال موامبا في الدوحة.",
        [
            "2024-05-15 - DK+QA راشد المري/QA/minister, باتريك سيمونسن/DK/minister",
            "2024-05-15 Doha/QA ID+QA راشد المري/QA/minister, سري واهيوني/ID/minister",
            "2024-05-15 Doha/QA QA+ZM راشد المري/QA/minister, باسكال موامبا/ZM/minister",
        ],
    ),
    (
        "a name that «الله» or «الدين» closes does not go on over the next word",
        "استقبل وزير الداخلية الأردني سعد عبد الله خلال زيارته وزير داخلية ماليزيا محمد حفيظ الدين بمقر الوزارة.",
        ["- JO JO+MY سعد عبد الله/JO/minister, محمد حفيظ الدين/MY/minister"],
    ),
    (
        "a title that stands in a name makes no office of it",
        "التقى وزير الداخلية القطري راشد المري، اليوم، نظيره اليمني معين عبد الملك.\n"
        "كما التقى وزير خارجية أفغانستان أمير خان صديقي.\n"
        "كما التقى وزير خارجية الصومال حسين شيخ عبدي.",
        [
            "2024-05-15 - QA+YE راشد المري/QA/minister, معين عبد الملك/YE/minister",
            "2024-05-15 - AF+QA راشد المري/QA/minister, أمير خان صديقي/AF/minister",
            "2024-05-15 - QA+SO راشد المري/QA/minister, حسين شيخ عبدي/SO/minister",
        ],
    ),
    (
        "what an assistant minister looks after stands before his name",
        "بحث مساعد وزير الخارجية الإيراني للشؤون القنصلية وحيد رستمي أمس في مسقط مع وكيل وزارة الخارجية "
        "العماني للشؤون السياسية خليفة الحارثي فتح المعابر.",
        [
            "2024-05-14 Muscat/OM IR+OM وحيد رستمي/IR/deputy_minister, خليفة الحارثي/OM/deputy_minister "
            "[border_security]"
        ],
    ),
    (
        "an envoy behind a minister's name is somebody else",
        "القاهرة - التقى وزير الخارجية سامي الدسوقي المبعوث الأممي إلى ليبيا، جورج حداد، اليوم.",
        ["2024-05-15 Cairo/EG EG+UN سامي الدسوقي/EG/minister, جورج حداد/UN/envoy"],
    ),
    (
        "«الوزير» is no woman named before",
        "القاهرة - التقى وزير الخارجية سامي الدسوقي، اليوم، وزيرة خارجية كينيا غريس وانجيرو.\n"
        "كما التقى الوزير المبعوث الأممي إلى ليبيا، جورج حداد.",
        [
            "2024-05-15 Cairo/EG EG+KE سامي الدسوقي/EG/minister, غريس وانجيرو/KE/minister",
            "2024-05-15 Cairo/EG EG+UN سامي الدسوقي/EG/minister, جورج حداد/UN/envoy",
        ],
    ),
]

ROUNDS = [
    (
        "a round of meetings gives each of them its place and day; who speaks for a ministry takes no part",
        "صرح السفير طارق نجيب، المتحدث الرسمي باسم وزارة الخارجية، بأن وزير الخارجية سامي الدسوقي عقد أمس سلسلة من "
        "اللقاءات الثنائية في نيويورك.\n"
        "فقد التقى الوزير بنظيره البرازيلي، باولو لوبيز، حيث تناول اللقاء زيادة الصادرات المصرية.\n"
        "كما اجتمع مع نظيرته الكينية غريس وانجيرو، وبحثا دعم الاقتصاد المصري.",
        [
            "2024-05-14 New York/US BR+EG سامي الدسوقي/EG/minister, باولو لوبيز/BR/minister [trade]",
            "2024-05-14 New York/US EG+KE سامي الدسوقي/EG/minister, غريس وانجيرو/KE/minister [trade]",
        ],
    ),
    (
        "who meets on the sidelines of the gathering told before meets there, on its day",
        "القاهرة - عقدت اللجنة الأردنية المصرية المشتركة دورتها أمس في العقبة برئاسة وزير النقل المصري كمال الجزار "
        "ونظيره الأردني وليد المعاني.\n"
        "وعلى هامش الاجتماع، التقى الجزار وزير الصناعة الأردني يوسف الشريدة.",
        [
            "2024-05-14 Aqaba/JO EG+JO كمال الجزار/EG/minister, وليد المعاني/JO/minister",
            "2024-05-14 Aqaba/JO EG+JO كمال الجزار/EG/minister, يوسف الشريدة/JO/minister",
        ],
    ),
    (
        "who takes part with his counterparts in a further gathering met them there",
        "القاهرة - التقى وزير الخارجية سامي الدسوقي، اليوم، المبعوث الأممي إلى ليبيا جورج حداد.\n"
        "وشارك الوزير أيضا، مع نظيريه الجزائري رشيد بلحاج والتونسي خميس العبيدي، في اجتماع ثلاثي.",
        [
            "2024-05-15 Cairo/EG EG+UN سامي الدسوقي/EG/minister, جورج حداد/UN/envoy",
            "2024-05-15 Cairo/EG DZ+EG+TN سامي الدسوقي/EG/minister, رشيد بلحاج/DZ/minister, خميس العبيدي/TN/minister",
        ],
    ),
    (
        "a minister of a third state attends in his own right",
        "اسطنبول (أ ف ب) - عقد وزير الخارجية الروسي أندريه أورلوف ونظيره الأوكراني دميترو كوفالينكو محادثات اليوم في "
        "اسطنبول، بحضور وزير الخارجية التركي كمال أرسلان.",
        [
            "2024-05-15 Istanbul/TR RU+TR+UA أندريه أورلوف/RU/minister, دميترو كوفالينكو/UA/minister, "
            "كمال أرسلان/TR/minister"
        ],
    ),
    (
        "a reception told by its noun has the guest first",
        "الجزائر - حظي وزير خارجية النيجر يعقوبا سيدو، اليوم، باستقبال من قبل الوزير الأول، رشيد بوعلام.",
        ["2024-05-15 DZ DZ+NE يعقوبا سيدو/NE/minister, رشيد بوعلام/DZ/head_of_government"],
    ),
    (
        "who meets nobody of a state tells of another meeting",
        "القاهرة - التقى وزير الخارجية سامي الدسوقي، اليوم، نظيره الكيني جوما كامانو وبحثا التعاون في الطاقة.\n"
        "واختتم وزير الخارجية نشاطه بلقاء مع ممثلي الجالية، ثم زار مركز أبحاث الفضاء.",
        ["2024-05-15 Cairo/EG EG+KE سامي الدسوقي/EG/minister, جوما كامانو/KE/minister [energy]"],
    ),
    (
        "a newspaper's line of place and name is no sentence",
        "الرياض: «الشرق الأوسط»\n"
        "التقى وزير الخارجية السعودي فهد المطيري، اليوم، نظيره الكيني جوما كامانو، وبحثا التعاون في الطاقة.",
        ["2024-05-15 Riyadh/SA KE+SA فهد المطيري/SA/minister, جوما كامانو/KE/minister [energy]"],
    ),
    (
        "a state that is one city is that city as a place",
        "التقى وزير الداخلية السعودي فهد المطيري، في سنغافورة اليوم، نظيره السنغافوري كيفن تان.",
        ["2024-05-15 Singapore/SG SA+SG فهد المطيري/SA/minister, كيفن تان/SG/minister"],
    ),
]

OFFICES = [
    (
        "a minister's people abroad say whose minister he is",
        "الرباط – أجرى وزير الشؤون الخارجية والتعاون الإفريقي، السيد ناصر بوزيد، اليوم الأربعاء بالرباط، مباحثات مع "
        "وزير الشؤون الخارجية والتعاون الدولي والغامبيين بالخارج، السيد مامادو كانتي.",
        ["2024-05-15 Rabat/MA GM+MA ناصر بوزيد/MA/minister, مامادو كانتي/GM/minister"],
    ),
    (
        "an envoy is of the state before the one that he is sent to",
        "الدوحة في 15 مايو /قنا/ اجتمع سلطان بن راشد المريخي وزير الدولة للشؤون الخارجية، اليوم، مع يوي شياو لونغ "
        "المبعوث الخاص لجمهورية الصين الشعبية إلى أفغانستان.",
        ["2024-05-15 Doha/QA CN+QA سلطان بن راشد المريخي/QA/minister, يوي شياو لونغ/CN/envoy"],
    ),
    (
        "a commissioner is of his organisation, an assistant minister has his own title",
        "القاهرة - التقت وزيرة التعاون الدولي هالة المصيلحي، اليوم، مفوض الاتحاد الأفريقي للسلم والأمن إسماعيل بوبكر، "
        "بحضور محمد عبد الحميد مساعد الوزيرة للتعاون الثنائي.",
        [
            "2024-05-15 Cairo/EG AFU+EG هالة المصيلحي/EG/minister, إسماعيل بوبكر/AFU/official, "
            "محمد عبد الحميد/EG/deputy_minister"
        ],
    ),
    (
        "calls to several ministers are as many calls",
        "الدوحة في 15 مايو /قنا/ أجرى محمد بن خالد آل ثاني وزير الخارجية، اليوم، اتصالات هاتفية مع كل من ديفيد ستيوارت "
        "وزير خارجية المملكة المتحدة، وكاترين مورو وزيرة خارجية فرنسا.",
        [
            "2024-05-15 - GB+QA محمد بن خالد آل ثاني/QA/minister, ديفيد ستيوارت/GB/minister",
            "2024-05-15 - FR+QA محمد بن خالد آل ثاني/QA/minister, كاترين مورو/FR/minister",
        ],
    ),
    (
        "a name behind a link is whole whatever else its words are, and what follows an office is no name",
        "مسقط في 15 مايو /العُمانية/ استقبل هلال بن حمود البوسعيدي الوزير المسؤول عن الشؤون الخارجية بمكتبه صباح اليوم "
        "معالي إسماعيل ولد الشيخ سيدي مبعوث الأمين العام للأمم المتحدة إلى اليمن.\n"
        "كما استقبل سعادة السيدة نوريكو تاناكا سفيرة اليابان لدى السلطنة لتوديعها بمناسبة انتهاء مهامها.",
        [
            "2024-05-15 Muscat/OM OM+UN هلال بن حمود البوسعيدي/OM/minister, إسماعيل ولد الشيخ سيدي/UN/envoy",
            "2024-05-15 Muscat/OM JP+OM هلال بن حمود البوسعيدي/OM/minister, نوريكو تاناكا/JP/ambassador",
        ],
    ),
]

PLACES = [
    (
        "what both meetings dealt with is told of both, and the dateline dates a report that opens with them",
        "نيويورك في 14 مايو /قنا/ التقى خالد بن حمد آل ثاني وزير الخارجية، على هامش اجتماعات الجمعية العامة، كلا من "
        "إيفان بتروف وزير خارجية بلغاريا، وماريا سواريز وزيرة خارجية كولومبيا، كل على حدة.\n"
        "وجرى خلال اللقاءين بحث الطاقة.",
        [
            "2024-05-14 New York/US BG+QA خالد بن حمد آل ثاني/QA/minister, إيفان بتروف/BG/minister [energy]",
            "2024-05-14 New York/US CO+QA خالد بن حمد آل ثاني/QA/minister, ماريا سواريز/CO/minister [energy]",
        ],
    ),
    (
        "a dateline that says in which state its city lies was filed abroad",
        "كاتوفيتسه (بولندا) - تحادث الوزير الأول, السيد رشيد بن يونس, اليوم بكاتوفيتسه (بولندا), مع الوزير الأول "
        "السلوفيني, السيد ماريان كوفاتش. وتمحورت المحادثات حول الحوار بين الجزائر والاتحاد الأوروبي.",
        ["2024-05-15 Katowice/PL DZ+SI رشيد بن يونس/DZ/head_of_government, ماريان كوفاتش/SI/head_of_government"],
    ),
    (
        "those whose summit it was that two met beside are no side",
        "بالي 15 مايو 2024 م واس - التقى الأمير محمد بن سعود ولي العهد، على هامش قمة قادة دول مجموعة العشرين في بالي "
        "اليوم، رئيس وزراء سنغافورة لي كوانغ مينغ.",
        ["2024-05-15 Bali/ID SA+SG محمد بن سعود/SA/crown_prince, لي كوانغ مينغ/SG/head_of_government"],
    ),
    (
        "a state before a counterpart is where he was met, and not his own",
        "التقى وزير الخارجية الأردني سالم الخطيب، اليوم، في عمان نظيره العراقي فؤاد الجنابي.",
        ["2024-05-15 Amman/JO IQ+JO سالم الخطيب/JO/minister, فؤاد الجنابي/IQ/minister"],
    ),
    (
        "somebody's counterpart from elsewhere does not lend his state to a minister named before",
        "جدة: فهد الغانم\nعقد وزير الدفاع الأمير بندر بن ماجد في جدة أول من أمس جلسة مباحثات مع وزيرة الدفاع الهولندية "
        "مارلوس فان ديك.\nوكانت الوزيرة الهولندية قد التقت قبل وصولها إلى المملكة نظيرها الإماراتي.",
        ["2024-05-13 Jeddah/SA NL+SA بندر بن ماجد/SA/minister, مارلوس فان ديك/NL/minister"],
    ),
    (
        "a word such as recently far behind the verb of a report's lead is its day",
        "التقى سفير خادم الحرمين الشريفين لدى كندا نايف بن بندر مؤخراً رئيس الوزراء الكندي جون هاربر، وبحثا العلاقات "
        "الثنائية.",
        ["- - CA+SA نايف بن بندر/SA/ambassador, جون هاربر/CA/head_of_government [bilateral_relations]"],
    ),
]

SIDES = [
    (
        "several met one by one with the subject left out were met by whoever met before",
        "بروكسل-سانا\nالتقى وزير الخارجية أسعد الحمصي في بروكسل اليوم مفوضة الاتحاد الأوروبي للمتوسط دانا كوستا.\n"
        "كما التقى وزير خارجية هولندا كاسبار فيرمير، ووزير الدولة الألماني فلوريان هان، كلاً على حدة.",
        [
            "2024-05-15 Brussels/BE EU+SY أسعد الحمصي/SY/minister, دانا كوستا/EU/official",
            "2024-05-15 Brussels/BE NL+SY أسعد الحمصي/SY/minister, كاسبار فيرمير/NL/minister",
            "2024-05-15 Brussels/BE DE+SY أسعد الحمصي/SY/minister, فلوريان هان/DE/minister",
        ],
    ),
    (
        "of two states named side by side the minister who is not marked is the other's",
        "الرياض - اختتمت اليوم بالرياض أشغال الدورة الثالثة للجنة المشتركة الجزائرية السعودية برئاسة وزير الصناعة, "
        "يوسف بن حمادي, ووزير التجارة السعودي, ماجد القصيبي.",
        ["2024-05-15 Riyadh/SA DZ+SA يوسف بن حمادي/DZ/minister, ماجد القصيبي/SA/minister"],
    ),
    (
        "a governor's city may stand behind what it is",
        "عدن - سبأنت\nالتقى محافظ العاصمة المؤقتة عدن أحمد سالم، اليوم، السفير التركي لدى اليمن مصطفى بولات.",
        ["2024-05-15 Aden/YE TR+YE أحمد سالم/YE/governor, مصطفى بولات/TR/ambassador"],
    ),
]

_MET = "الدوحة - التقى وزير الخارجية القطري راشد المري، اليوم، وزير خارجية كينيا جوما كامانو.\n"
_LINE = "2024-05-15 Doha/QA KE+QA راشد المري/QA/minister, جوما كامانو/KE/minister"

TOPICS = [
    (
        "both say, decide and praise what was talked about",
        _MET
        + "وقرر الجانبان الارتقاء بعلاقات البلدين، وأعرب الجانبان عن قلقهما إزاء الأوضاع في قطاع غزة ودعوا إلى وقف "
        "فوري لإطلاق النار.",
        [_LINE + " [bilateral_relations conflict_resolution]"],
    ),
    (
        "what a body is to be for was not talked about, nor what is in the name of a city or of the press",
        _MET + "وبحثا الهجرة، واتفق الجانبان على إنشاء آلية مشتركة للتشاور حول الأمن السيبراني تجتمع في سيول.\n"
        "وقال المري للصحفيين إن الجانبين بحثا ذلك عبر الإنترنت.",
        [_LINE + " [migration]"],
    ),
    (
        "a crisis is to be settled, a market to be kept steady",
        _MET + "وتناول اللقاء تطورات الأزمة الليبية ودعم استقرار الأسواق البترولية ومكافحة الاحتيال المالي.",
        [_LINE + " [conflict_resolution energy organized_crime]"],
    ),
    (
        "an exchange is of views where it tells what was talked about",
        _MET + "وأعلنا تبادل 200 طالب من كليات الطب. وتبادل الوزيران وجهات النظر حول الدفاع والنقل.",
        [_LINE + " [defence_military transport]"],
    ),
    (
        "praise for what an ambassador did is of the relations",
        _MET + "وأشاد معاليه بجهوده الطيبة في خدمة العلاقات بين البلدين.",
        [_LINE + " [bilateral_relations]"],
    ),
    (
        "the last meeting alone dealt with what is said of it",
        "الدوحة - التقى وزير الخارجية القطري راشد المري، اليوم، كلا على حدة، وزير خارجية كينيا جوما كامانو، "
        "والمبعوث الأممي إلى ليبيا جورج حداد، وتناول اللقاء الأخير المسار الانتخابي.",
        [_LINE, "2024-05-15 Doha/QA QA+UN راشد المري/QA/minister, جورج حداد/UN/envoy [conflict_resolution]"],
    ),
]


def _line(meeting: Meeting) -> str:
    place = f"{meeting.city}/{meeting.country}" if meeting.city else meeting.country or "-"
    people = ", ".join(f"{p.name}/{p.party}/{p.office}" for p in meeting.participants)
    topics = f" [{' '.join(sorted(meeting.topics))}]" if meeting.topics else ""
    return f"{meeting.date or '-'} {place} {'+'.join(meeting.parties)} {people}{topics}"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [*NAMES, *ROUNDS, *OFFICES, *PLACES, *TOPICS],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_a_report(name: str, text: str, expected: list[str]) -> None:
    record = extract(Document("a", text, published=_PUBLISHED, lang="ar"))
    assert [_line(meeting) for meeting in record.meetings] == expected
