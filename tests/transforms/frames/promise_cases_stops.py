"""Promises of tours and of several bodies in one sentence, and words by which Arabic links an event to come."""

# (language, sides of the meeting told before, text, the promises that it holds)
STOPS: list[tuple[str, str, str, list[str]]] = [
    # The stops of a tour, with the talks at one of them told between.
    (
        "ar",
        "",
        "قال المتحدث إن رئيس الوزراء الياباني كينجي مورا سيصل إلى جدة في 16 مارس، حيث يجري محادثات مع ولي العهد "
        "السعودي، ثم يتوجه في اليوم التالي إلى أبوظبي، ويختتم جولته بزيارة الدوحة في 18 مارس.",
        [
            "visit 2026-03-16 2026-03-16 scheduled JP SA",
            "visit 2026-03-17 2026-03-17 scheduled AE JP",
            "visit 2026-03-18 2026-03-18 scheduled JP QA",
        ],
    ),
    (
        "ar",
        "",
        "أضاف المبعوث الأممي إريك لوند أنه سيتوجه يوم السبت إلى أبوظبي، على أن ينتقل منها إلى مسقط في اليوم التالي.",
        ["visit 2026-03-14 2026-03-14 scheduled AE UN", "visit 2026-03-15 2026-03-15 scheduled OM UN"],
    ),
    # Visits that answer invitations are planned, whoever gave them.
    (
        "ar",
        "",
        "سيقوم وزير الخارجية الصيني لي وي بزيارة رسمية إلى أنغولا من 14 إلى 15 مارس، تلبية لدعوة من حكومتها.",
        ["visit 2026-03-14 2026-03-15 scheduled AO CN"],
    ),
    # A body to be set up beside the session of another one; two sessions of two bodies.
    (
        "ar",
        "IQ TR",
        "أكد المكتب أن الجانبين اتفقا على إنشاء مركز تنسيق أمني مشترك في بغداد، وعقد اجتماع اللجنة الأمنية العليا في "
        "الخامس من أيلول المقبل.",
        ["committee None None expected IQ TR", "committee 2026-09-05 2026-09-05 scheduled IQ TR"],
    ),
    (
        "ar",
        "LY TN",
        "واتفق الوزيران على عقد اللجنة العليا المشتركة في طرابلس قبل نهاية النصف الأول من السنة الجارية، على أن تسبقها "
        "اللجنة القنصلية المشتركة التي ستلتئم في تونس خلال شهر أفريل القادم.",
        ["committee 2026-03-10 2026-06-30 scheduled LY TN", "committee 2026-04-01 2026-04-30 scheduled LY TN"],
    ),
    # One body and the first session of it are one promise.
    (
        "en",
        "BD BH",
        "They agreed to set up a joint technical team, which will hold its first meeting in Manama in May.",
        ["committee 2026-05-01 2026-05-31 scheduled BD BH"],
    ),
    # "We agreed", a call, "provided that … be held", a signing at the round told before.
    (
        "ar",
        "ML RU",
        "وقال الوزير: «اتفقنا على عقد الاجتماع الأول للجنة الحكومية المشتركة في باماكو خلال الربع الثاني من عام 2026».",
        ["committee 2026-04-01 2026-06-30 scheduled ML RU"],
    ),
    (
        "ar",
        "",
        "أوضح المتحدث أن الرئيسين الروسي والأمريكي سيجريان مكالمة هاتفية يوم الخميس.",
        ["meeting 2026-03-12 2026-03-12 scheduled RU US"],
    ),
    (
        "ar",
        "DO QA",
        "واتفق الجانبان على عقد الجولة الثانية من المشاورات السياسية في الدوحة في أيار المقبل. وبات المشروع جاهزا، "
        "ومن المتوقع توقيع الاتفاقية خلال تلك الجولة.",
        ["meeting 2026-05-01 2026-05-31 scheduled DO QA", "agreement 2026-05-01 2026-05-31 expected DO QA"],
    ),
    # What has been done last month gives a signing no day.
    (
        "ar",
        "AE JP",
        "ومن المقرر أن توقع طوكيو وأبوظبي مذكرة التفاهم، التي أنجز الجانبان صياغتها الشهر الماضي.",
        ["agreement None None scheduled AE JP"],
    ),
    # A delegation of business people is nobody's government.
    ("ar", "GA MA", "كما رحبا بالزيارة المرتقبة لوفد من رجال الأعمال المغاربة إلى الغابون في شهر يونيو.", []),
]

# Invitations to events, tours told by their stops, and sides that only look like another's.
STOPS += [
    (
        "ar",
        "DZ TN",
        "وسلمه الوزير دعوة من رئيس الحكومة التونسية منصف الغربي للمشاركة في إحياء الذكرى يوم 8 ماي 2026.",
        ["visit 2026-05-08 2026-05-08 invited DZ TN"],
    ),
    ("ar", "CL SA", "ووجه معاليه الدعوة إلى الوزيرة التشيلية للمشاركة في مؤتمر التعدين الدولي في يناير المقبل.", []),
    (
        "ar",
        "",
        "يبدأ الرئيس الإماراتي زايد بن ناصر غدا زيارة دولة إلى أنغولا، يستهل بها جولة تقوده كذلك إلى زامبيا يوم الخميس "
        "وموريشيوس يوم الجمعة.",
        [
            "visit 2026-03-11 2026-03-11 scheduled AE AO",
            "visit 2026-03-12 2026-03-12 scheduled AE ZM",
            "visit 2026-03-13 2026-03-13 scheduled AE MU",
        ],
    ),
    (
        "ar",
        "IR US",
        "أعلنت الوكالة الدولية للطاقة الذرية أن فريقا من خبرائها سيزور طهران الأسبوع المقبل.",
        ["visit 2026-03-16 2026-03-22 scheduled IAEA IR"],
    ),
    (
        "ar",
        "CN IR SA",
        "وقال المصدر إن جولة جديدة من المحادثات الثلاثية مرجحة في بكين أواخر الشهر المقبل.",
        ["meeting 2026-04-21 2026-04-30 likely CN IR SA"],
    ),
]

# A call that has been held, a tour of a region told with the traveller's own capital, an agenda since some time ago.
STOPS += [
    (
        "ar",
        "FR RU",
        "وقال بيان إثر مكالمة هاتفية بين فلاديمير روسين وفرنسوا دوفال إن الرئيسين الروسي والفرنسي قررا إلغاء العقد.",
        [],
    ),
    (
        "ar",
        "",
        "جاء القرار عشية جولة لوزير الخارجية الإيراني محمد رضائي في عدد من الدول العربية بعد ما أبرمته طهران.",
        [],
    ),
    ("ar", "RU SA", "ومن المقرر أن تتناول المباحثات المرتقبة الأوضاع التي تغيرت منذ مدة.", []),
]
