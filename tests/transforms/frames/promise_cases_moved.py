"""Promises announced in the present, moved to another day, or kept open: what a sentence says, and what it promises."""

MOVED = [
    (
        "en",
        "",
        "The Bosnian-Omani Joint Commission meets in Sarajevo on 20 April, the Ministry of Trade announced.",
        ["committee 2026-04-20 2026-04-20 scheduled BA OM"],
    ),
    (
        "en",
        "",
        "The visit of the Nepalese president to Peru, originally set for 10 May, has been brought forward to 28 April.",
        ["visit 2026-04-28 2026-04-28 scheduled NP PE"],
    ),
    (
        "en",
        "",
        "Nepal confirmed that the strategic dialogue with Peru would go ahead as scheduled on 2 April in Lima.",
        ["meeting 2026-04-02 2026-04-02 scheduled NP PE"],
    ),
    (
        "en",
        "",
        "The Nepalese foreign minister's trip to Lima, announced for early April, will not take place as planned.",
        ["visit None None postponed NP PE"],
    ),
    (
        "en",
        "NP PE",
        "They left open whether a further meeting would be held, but a visit to Lima in June has not been ruled out.",
        ["visit 2026-06-01 2026-06-30 possible NP PE"],
    ),
    (
        "ar",
        "",
        "يقوم وزير الخارجية النيبالي راجان ثابا بزيارة رسمية إلى البيرو خلال النصف الثاني من شهر أبريل المقبل.",
        ["visit 2026-04-16 2026-04-30 scheduled NP PE"],
    ),
    (
        "ar",
        "",
        "يبحث وزير الخارجية النيبالي راجان ثابا مع نظيره البيروفي لويس كيسبي الخميس تطوير العلاقات.",
        ["meeting 2026-03-12 2026-03-12 scheduled NP PE"],
    ),
    (
        "ar",
        "",
        "تنعقد في ليما يوم 20 أبريل أعمال اللجنة الحكومية النيبالية البيروفية المشتركة.",
        ["committee 2026-04-20 2026-04-20 scheduled NP PE"],
    ),
    (
        "ar",
        "",
        "تقرر إرجاء المشاورات بين نيبال والبيرو، التي كان من المقرر عقدها في مارس، إلى الأسبوع الأول من مايو.",
        ["meeting 2026-05-01 2026-05-07 postponed NP PE"],
    ),
    (
        "ar",
        "",
        "أعلنت الرئاسة تقديم موعد زيارة رئيس نيبال إلى البيرو من 10 مايو إلى 28 أبريل.",
        ["visit 2026-04-28 2026-04-28 scheduled NP PE"],
    ),
    (
        "ar",
        "",
        "قالت الوزارة إن زيارة وزير الخارجية النيبالي إلى البيرو المعلنة لمطلع أبريل لن تتم في موعدها.",
        ["visit None None postponed NP PE"],
    ),
    (
        "ar",
        "",
        "سيغادر بمشيئة الله تعالى يوم الخميس المقبل وزير الدفاع النيبالي راجان ثابا إلى البيرو في زيارة عمل.",
        ["visit 2026-03-12 2026-03-12 scheduled NP PE"],
    ),
]
