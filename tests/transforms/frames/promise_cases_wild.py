"""Promises as newspapers tell them: names far from their verb, matters with states of their own, bodies at home."""

# (language, sides of the meeting told before, text, the promises that it holds)
WILD: list[tuple[str, str, str, list[str]]] = [
    # «رئيس الوزراء» and «المسؤولين السعوديين» are one side's, no "both sides".
    (
        "ar",
        "",
        "وصلت وزيرة الخارجية الفرنسية كلير دومون إلى المنطقة. وستلتقي الخميس عددا من المسؤولين الأردنيين.",
        ["meeting 2026-03-12 2026-03-12 scheduled FR JO"],
    ),
    # Who intends a visit pays it, whomever he is to meet there.
    (
        "ar",
        "",
        "ويعتزم وزير الخارجية الأمريكي بيتر هولم زيارة الدوحة الشهر المقبل للاجتماع مع مجلس التعاون الخليجي.",
        ["visit 2026-04-01 2026-04-30 scheduled QA US"],
    ),
    # "With" may belong to the instrument that is talked about, and a list of states to the first of them.
    (
        "ar",
        "GCC US",
        "عقد وزراء خارجية دول مجلس التعاون اجتماعا تنسيقيا للتحضير لاجتماع مع الوزير الأمريكي بيتر هولم غدا "
        "لبحث الاتفاق النووي مع إيران.",
        ["meeting 2026-03-11 2026-03-11 scheduled GCC US"],
    ),
    (
        "ar",
        "",
        "ومن المقرر أن يبحث وزير الخارجية الأمريكي بيتر هولم مع نظيره المصري سامح فهمي غدا "
        "الوضع في سورية واليمن وليبيا.",
        ["meeting 2026-03-11 2026-03-11 scheduled EG US"],
    ),
    # "Between" names the sides; where the event is seen is no side.
    (
        "ar",
        "",
        "ومن المرتقب أن تشهد الدوحة غدا اجتماعا ثلاثيا بين وزير الخارجية الأمريكي بيتر هولم ونظيره الروسي إيغور ليسين.",
        ["meeting 2026-03-11 2026-03-11 expected RU US"],
    ),
    # A sentence that opens in a state: its ruler is met there, by who acted before.
    (
        "ar",
        "",
        "يصل الرئيس الأمريكي جون هارت غدا إلى كينيا. وفي إثيوبيا، سيلتقي كذلك رئيس الوزراء أبيل تسفاي.",
        ["visit 2026-03-11 2026-03-11 scheduled KE US", "meeting None None scheduled ET US"],
    ),
    # A length of time that runs from another event is no window; one from today is.
    (
        "ar",
        "",
        "سيزور الرئيس التركي كمال أوزدمير المغرب بعد شهر واحد فقط من فوز حزبه.",
        ["visit None None scheduled MA TR"],
    ),
    (
        "en",
        "",
        "Turkish President Kemal Ozdemir will visit Morocco within two weeks of the signing.",
        ["visit None None scheduled MA TR"],
    ),
    (
        "en",
        "",
        "Turkish President Kemal Ozdemir will visit Morocco two weeks from now.",
        ["visit 2026-03-21 2026-03-27 scheduled MA TR"],
    ),
    # A ministry in one state and a secretariat in another are the sides of what they are to sign.
    (
        "ar",
        "",
        "وافق مجلس الوزراء على تفويض وزير التعليم بالتوقيع على مشروع مذكرة تعاون بين وزارة التعليم في المملكة العربية "
        "السعودية والأمانة العامة للتربية في الولايات المتحدة المكسيكية.",
        ["agreement None None expected MX SA"],
    ),
    # A cabinet at home, a session told before with nobody and no day, a decision weighed, a movement invited.
    ("ar", "", "يعقد مجلس الوزراء العراقي غدا اجتماعا استثنائيا للنظر في الفساد المالي.", []),
    ("ar", "IR LB", "ولكن وسط هذه الظروف فإن هذه الجلسة سوف تعقد.", []),
    ("ar", "EG SD", "وقال المتحدث إن اتخاذ قرار بسفر الرئيس السوداني إلى نيويورك الشهر المقبل لم يتم.", []),
    ("ar", "QA RU", "وجه الوزير الروسي إيغور ليسين الدعوة لقيادة «حماس» لزيارة موسكو.", []),
    # What somebody reveals besides, a verb that perhaps governs the event, and "will be honest".
    ("ar", "", "أعلن المسؤول الإيراني أن روسيا ستبدأ البناء العام الجاري كاشفا عن محادثات مماثلة مع الصين.", []),
    ("ar", "KE US", "إن زيارة كينيا كمواطن ربما تحمل معنى أكبر لي من زيارتها كرئيس.", []),
    ("ar", "KE US", "وسوف أكون أمينا معكم، إن زيارة كينيا لها أبلغ الأثر.", []),
    # A gain put off is no talks put off.
    ("ar", "IR US", "والمفاوضات أظهرت أنهم يملكون القوة من خلال اتفاق مؤقت هو في رأيي كسب مؤجل.", []),
    # Money is no state; Mali is.
    (
        "ar",
        "",
        "ومن المقرر أن تبدأ اليونان غدا محادثات مع الاتحاد الأوروبي من أجل دعم مالي.",
        ["meeting 2026-03-11 2026-03-11 scheduled EU GR"],
    ),
    ("ar", "", "سيزور رئيس مالي سيدو كيتا الجزائر غدا.", ["visit 2026-03-11 2026-03-11 scheduled DZ ML"]),
    # Adjectives of chance and delay are their event's only right beside it.
    ("ar", "DE GR", "أشار الوزير إلى خروج اليونان كحل محتمل بعد تفاهم على إجراء مفاوضات جديدة.", []),
    (
        "ar",
        "",
        "توقعت المصادر لقاء محتملا بين الرئيس الروسي إيغور ليسين والرئيس المصري سامح فهمي في مايو.",
        ["meeting 2026-05-01 2026-05-31 possible EG RU"],
    ),
    # An event's agenda, a visit that "will discuss", an occasion of something past, sessions that were held.
    ("ar", "GCC US", "ومن المزمع أن يناقش الاجتماع الخليجي الأمريكي عددا من القضايا.", []),
    ("ar", "IQ IR", "وأضاف أن الزيارة ستبحث التنسيق والتعاون الأمني بين بغداد وطهران.", []),
    ("ar", "JO RU", "عشية الاجتماع كان الرئيس الروسي إيغور ليسين قد أعلن مبادرته مع الأردن.", []),
    ("ar", "RU SA", "وصفت الصحافة الروسية اللقاء بأنه من أكثر اللقاءات المنتظرة التي عقدها الرئيس مع السعودية.", []),
    # History: the day told before is long gone, and none is to come.
    (
        "ar",
        "BH SA",
        "صدر البيان في 15 فبراير 1968 مما قاد إيران إلى إلغاء زيارة كانت مقررة إلى الرياض.",
        [],
    ),
    # Who leaves a place goes to the other one.
    (
        "ar",
        "",
        "سيغادر الوزير الأمريكي بيتر هولم الأردن غدا إلى المغرب.",
        ["visit 2026-03-11 2026-03-11 scheduled MA US"],
    ),
    # Whoever leads a state's delegation is its own, and goes elsewhere.
    (
        "ar",
        "",
        "قال السفير إن الوزير السعودي فهد الراشد سوف يترأس وفد السعودية لحضور الحفل في مصر غدا.",
        ["visit 2026-03-11 2026-03-11 scheduled EG SA"],
    ),
    # The subject told before acts on: behind «مع», and of a state that a speech opens with.
    (
        "ar",
        "",
        "سيتوجه الوزير الأمريكي بيتر هولم غدا إلى قطر حيث سيلتقي مع نظيره الروسي إيغور ليسين ومع وزراء "
        "خارجية مجلس التعاون.",
        ["visit 2026-03-11 2026-03-11 scheduled QA US", "meeting None None scheduled GCC RU US"],
    ),
    (
        "ar",
        "",
        "قال الخبير إن روسيا ستكون على الأرجح من الذين سيوقعون مع طهران عقودا واتفاقيات.",
        ["agreement None None likely IR RU"],
    ),
    # Whoever stands right behind the verb pays the visit.
    (
        "ar",
        "",
        "بعد الدوحة سيتوجه الوزير الأمريكي بيتر هولم إلى سنغافورة في مواجهة النفوذ الصيني، "
        "وأخيرا سيزور هولم غدا فيتنام.",
        ["visit None None scheduled SG US", "visit 2026-03-11 2026-03-11 scheduled US VN"],
    ),
    # Scouts, tourists, guests without office, a movement's delegation.
    ("ar", "JP SA", "حيث سيقوم الكشافة غدا بزيارة لهيروشيما.", []),
    ("ar", "", "دعا وزير السياحة الأردني نايف الصالح السياح إلى زيارة المهرجانات.", []),
    ("ar", "", "اجتمع الوزير الروسي إيغور ليسين مع رئيس المكتب السياسي خالد ناصر ووجه له الدعوة لزيارة موسكو.", []),
    ("ar", "OM UN", "صرح مصدر بأن وفدا من الجماعة الحوثية سيلتقي غدا المبعوث الدولي في مسقط.", []),
    # One state's own body, a parliament's session, a border, a gathering of the world.
    ("ar", "IR QA", "وأعلن المتحدث أن المجلس الأعلى الإيراني سيجتمع غدا.", []),
    ("ar", "LB LY", "جلسة لمجلس الوزراء اللبناني ستعقد غدا دعا إليها الرئيس تمام ناصر.", []),
    ("ar", "BE TR", "وحدد موعدا للقاء غدا على الحدود السورية.", ["meeting 2026-03-11 2026-03-11 scheduled BE TR"]),
    ("ar", "FR QA", "مهد المؤتمر لقمة المناخ الدولية المقرر عقدها في ديسمبر.", []),
]

# (text, place)
PLACES: list[tuple[str, str | None]] = [
    ("قال وزير خارجية النمسا ماركوس بيرغر إنه سيزور إيران في سبتمبر.", "IR"),
    ("سيبحث الرئيس الأمريكي جون هارت غدا الصراع في جنوب السودان مع نظيره الإثيوبي في أديس أبابا.", "Addis Ababa"),
    ("سيبحث وزير الخارجية الروسي إيغور ليسين الوضع في سوريا مع نظيره السعودي فهد الراشد في موسكو غدا.", "Moscow"),
    ("سيعقد وزير الخارجية الأمريكي بيتر هولم غدا اجتماعا مع نظيره الروسي إيغور ليسين لبحث النزاع في سورية.", None),
]
