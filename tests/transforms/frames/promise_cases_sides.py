"""Promises whose sides stand in the words around them, and words that only look like promises between states."""

# (language, sides of the meeting told before, text, the promises that it holds)
SIDES: list[tuple[str, str, str, list[str]]] = [
    # A state that is only talked about is no side.
    (
        "ar",
        "",
        "أعلن وزير الخارجية الأمريكي بيتر هولم أنه سيلتقي نظراءه من دول مجلس التعاون الخليجي لمناقشة الملف السوري.",
        ["meeting None None scheduled GCC US"],
    ),
    (
        "ar",
        "",
        "سيجري وزير الخارجية الفرنسي مارك دوفال الاثنين محادثات مع نظيره المصري سامح فهمي تتناول الأزمة الليبية.",
        ["meeting 2026-03-16 2026-03-16 scheduled EG FR"],
    ),
    # Nor is the state on whose ground somebody meets, or that names the talks.
    (
        "ar",
        "",
        "قالت الخارجية الروسية إن الوزير إيغور ليسين سيعقد اجتماعا مع نظيره التركي هاكان تيمور خلال زيارة لقطر.",
        ["meeting None None scheduled RU TR"],
    ),
    # Who acts in the clause before acts on.
    (
        "ar",
        "",
        "يتوجه وزير الخارجية الفرنسي مارك دوفال غدا إلى طهران، حيث سيلتقي الرئيس الإيراني حسن رضائي.",
        ["visit 2026-03-11 2026-03-11 scheduled FR IR"],
    ),
    # The object of a verb of visiting is where the journey goes.
    (
        "ar",
        "",
        "سيزور الرئيس التركي كمال أوزدمير إندونيسيا بعد انتهاء زيارته إلى الصين.",
        ["visit None None scheduled ID TR"],
    ),
    # Nobody travels: goods, crowds, a tour of a region, an official at home, a purpose of an arrival told before.
    ("ar", "SA YE", "وسوف تصل قريبا قوافل إلى ميناء عدن محملة بالمواد الغذائية.", []),
    ("ar", "SA SY", "تم الاتفاق على استقبال الحجاج السوريين في يوليو.", []),
    ("ar", "", "يبدأ وزير الخارجية الإيراني محمد رضائي غدا جولة في عدد من الدول العربية.", []),
    ("ar", "", "سيزور رئيس الوزراء اليمني خالد باعوم مدينة عدن غدا.", []),
    ("ar", "", "وصل الأمير منصور بن فهد وزير الدولة السعودي إلى ماليه ليرأس وفد المملكة اليوم.", []),
    # An invitation that was followed, refused or given to all and sundry.
    ("ar", "QA SA", "تشرفت بتلبية دعوة الوزير السعودي فهد الراشد لزيارة المركز.", []),
    ("ar", "SA YE", "رفض الوزير اليمني دعوة المملكة لزيارة الرياض.", []),
    ("ar", "", "دعا وزير الصحة اليمني ناصر باعوم المنظمات الإنسانية إلى زيارة عدن.", []),
    # Bodies of one state, and words that only look like events.
    ("ar", "", "تجتمع لجنة السياسة النقدية بالبنك المركزي الأمريكي في سبتمبر بعد بيانات الصين.", []),
    ("ar", "", "ستؤثر الأرقام الأمريكية على الأرجح على الدولار وهو ما سيؤثر بدوره على نفط إيران.", []),
    # Embassies that open, and a body's own session.
    (
        "ar",
        "DZ NE",
        "وستفتح الجزائر قنصلية عامة بأغاديز قبل نهاية العام الجاري.",
        ["other 2026-03-10 2026-12-31 scheduled DZ NE"],
    ),
    (
        "ar",
        "IQ IR",
        "إن اللجنة الأمنية العليا بين البلدين ستعقد اجتماعها في طهران خلال أسبوعين.",
        ["committee 2026-03-10 2026-03-24 scheduled IQ IR"],
    ),
    (
        "en",
        "SK UZ",
        "The Embassy of Uzbekistan in Bratislava will open its doors in 2027.",
        ["other 2027-01-01 2027-12-31 scheduled SK UZ"],
    ),
    (
        "en",
        "ET NG",
        "Ethiopia will reopen its trade office in Lagos by the end of April.",
        ["other 2026-03-10 2026-04-30 scheduled ET NG"],
    ),
    ("en", "DE SY", "Germany will receive refugees from Syria in May.", []),
    ("en", "", "On the eve of the Iranian foreign minister's tour of the region, oil fell.", []),
    # Times: the end of a year in one word, and a time that held before.
    (
        "en",
        "KE PE",
        "The two ministers will reconvene in Nairobi before year-end.",
        ["meeting 2026-03-10 2026-12-31 scheduled KE PE"],
    ),
    (
        "en",
        "KE PE",
        "The summit, originally planned for May, will now take place in September in Nairobi.",
        ["meeting 2026-09-01 2026-09-30 scheduled KE PE"],
    ),
    # What an instrument ends is not called off.
    (
        "ar",
        "EG KE",
        "ومن المنتظر أن توقع الدولتان اتفاقية لإلغاء التأشيرات خلال شهر سبتمبر القادم.",
        ["agreement 2026-09-01 2026-09-30 expected EG KE"],
    ),
    (
        "en",
        "KE PE",
        "Negotiators are to return to Lima next week to finalise the text of a fisheries accord with Kenya.",
        ["visit 2026-03-16 2026-03-22 scheduled KE PE"],
    ),
    (
        "en",
        "KE PE",
        "Direct flights between Lima and Nairobi are to start in December.",
        ["other 2026-12-01 2026-12-31 scheduled KE PE"],
    ),
    # A counterpart right behind the verb travels to a third state; to his own he is who is visited.
    (
        "ar",
        "",
        "قالت الخارجية الإيطالية إن الوزير ماركو بيلي سيزور بغداد غدا، ويزور نظيره الفرنسي مارك دوفال العراق الاثنين.",
        ["visit 2026-03-11 2026-03-11 scheduled IQ IT", "visit 2026-03-16 2026-03-16 scheduled FR IQ"],
    ),
    # What is held anyway is no promise without a time; months of what has happened are no window.
    ("ar", "", "ما زال موقف المسؤولين السعوديين في الاجتماعات التي تعقد مع الكويت صلبا.", []),
    (
        "ar",
        "",
        "يستعد ممثلون عن أوكرانيا وروسيا للاجتماع في مينسك لبحث تطبيق الاتفاق الذي تم التوصل إليه في فبراير.",
        ["meeting None None scheduled RU UA"],
    ),
    # Goods, crowds and movements send nobody.
    ("ar", "", "أبحرت عدة قوافل من السعودية وسوف تصل قريبا إلى ميناء عدن في اليمن.", []),
    ("ar", "", "قدم الملحق التجاري الإندونيسي دعوة لرجال أعمال المملكة لزيارة المعارض في جاكرتا.", []),
    (
        "ar",
        "",
        "قال مسؤول أفغاني إن الصين ستستضيف غدا الجولة الثانية من المحادثات بين الحكومة الأفغانية وحركة طالبان.",
        [],
    ),
]
