"""Further sentences with their promises: bodies told before, stays, what is put off; as of Tuesday, 10 March 2026."""

from tests.transforms.frames.promise_cases import Case

THIRD: list[Case] = [
    (
        "ar",
        "AL JO",
        "واتفق الوزيران على إنشاء لجنة قنصلية، وعقد جولة المشاورات المقبلة في تيرانا في الربع الثالث من العام.",
        [
            "committee None None expected AL JO",
            "meeting 2026-07-01 2026-09-30 scheduled AL JO",
        ],
    ),
    (
        "ar",
        "DZ MR",
        "وعملت اللجنة الحدودية المشتركة، على أن تنعقد دورتها السابعة بنواكشوط في النصف الثاني من الشهر القادم.",
        ["committee 2026-04-16 2026-04-30 scheduled DZ MR"],
    ),
    (
        "ar",
        "KW NP",
        "ويغادر الوزير النيبالي غدا إلى الدوحة في زيارة تستغرق يومين.",
        ["visit 2026-03-11 2026-03-12 scheduled NP QA"],
    ),
    (
        "ar",
        "IQ PL",
        "وأشار إلى أن زيارة وزير الدفاع البولندي التي كانت مقررة الأسبوع الجاري أرجئت إلى أواخر مايو.",
        ["visit 2026-05-21 2026-05-31 postponed IQ PL"],
    ),
    (
        "ar",
        "CY LB",
        "وقد يزور الوزير القبرصي بيروت قبل نهاية الشهر.",
        ["visit 2026-03-10 2026-03-31 possible CY LB"],
    ),
    (
        "ar",
        "EG ZM",
        "ومن المقرر أن يزور الوزير المصري لوساكا يوم الخميس، على أن يختتم جولته بزيارة كيغالي يوم السبت.",
        ["visit 2026-03-12 2026-03-12 scheduled EG ZM", "visit 2026-03-14 2026-03-14 scheduled EG RW"],
    ),
    (
        "ar",
        "FI OM",
        "واتفق معالي الوزير مع نظيرته الفنلندية على تشكيل فريق عمل مشترك خلال شهر.",
        ["committee 2026-03-10 2026-04-10 expected FI OM"],
    ),
    (
        "ar",
        "HR TN",
        "ومن المرتقب أن يسافر الوزير التونسي إلى زغرب الأسبوع المقبل تلبية لدعوة من نظيره الكرواتي.",
        ["visit 2026-03-16 2026-03-22 expected HR TN"],
    ),
    (
        "ar",
        "BH MT",
        "وينظم البلدان تمرينا بحريا مشتركا في الفصل الثالث من السنة الجارية.",
        ["other 2026-07-01 2026-09-30 scheduled BH MT"],
    ),
    (
        "ar",
        "MA SI",
        "وتجري مفاوضات اتفاقية النقل الجوي، وستعقد الجولة الثالثة منها في ليوبليانا اعتبارا من 5 أبريل.",
        ["agreement 2026-04-05 2026-04-05 scheduled MA SI"],
    ),
    (
        "en",
        "GH QA",
        "The joint security committee met; its third meeting is planned for Accra in the first ten days of May.",
        ["committee 2026-05-01 2026-05-10 scheduled GH QA"],
    ),
    (
        "en",
        "EE SA",
        "A planned visit by the Estonian foreign minister to Riyadh has been pushed back to October.",
        ["visit 2026-10-01 2026-10-31 postponed EE SA"],
    ),
    (
        "en",
        "FJ JP",
        "The two ministers agreed in talks on Monday to hold joint exercises this summer.",
        ["other 2026-06-01 2026-08-31 scheduled FJ JP"],
    ),
    (
        "en",
        "IE OM",
        "Irish Foreign Minister Una Brady will travel to Muscat at the end of the month, from 28 to 29 March.",
        ["visit 2026-03-28 2026-03-29 scheduled IE OM"],
    ),
    (
        "en",
        "KE UG",
        "The border commission, which was to meet in Nairobi this week, has been postponed to the second half of May.",
        ["committee 2026-05-16 2026-05-31 postponed KE UG"],
    ),
    (
        "en",
        "EG SD",
        "A trilateral meeting with Ethiopia is likely next week.",
        ["meeting 2026-03-16 2026-03-22 likely EG ET SD"],
    ),
    (
        "en",
        "LT TR",
        "Defence Minister Rasa Petrauskiene is due to travel to Ankara in May at the invitation of her counterpart.",
        ["visit 2026-05-01 2026-05-31 scheduled LT TR"],
    ),
    (
        "en",
        "MV PK",
        "The next Maldives-Pakistan Strategic Dialogue, last held in 2021, will take place in Islamabad in early 2027.",
        ["meeting 2027-01-01 2027-04-30 scheduled MV PK"],
    ),
    (
        "en",
        "AM KW",
        "They are negotiating an air services agreement; the fourth round is scheduled for the last week of April.",
        ["agreement 2026-04-24 2026-04-30 scheduled AM KW"],
    ),
    (
        "en",
        "",
        "Malaysian Foreign Minister Aina Rahman leaves today for Sarajevo.",
        ["visit 2026-03-10 2026-03-10 scheduled BA MY"],
    ),
    (
        "en",
        "IE OM",
        "Irish Minister Una Brady, who met President Ivo Kralj of Croatia in 2025, will travel to Muscat on Friday.",
        ["visit 2026-03-13 2026-03-13 scheduled IE OM"],
    ),
]
