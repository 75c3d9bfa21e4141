"""Promises whose subject, place or day stands in another clause: what a sentence says, and what it promises."""

FOURTH = [
    (
        "en",
        "AU NP",
        "The two leaders will meet in person at the Trade Consultations, which Canberra is due to host on 16 April.",
        ["meeting 2026-04-16 2026-04-16 scheduled AU NP"],
    ),
    (
        "en",
        "",
        "The visit of the Nepalese foreign minister to Lima, planned for 15 April, has been called off owing to travel "
        "restrictions.",
        ["visit 2026-04-15 2026-04-15 cancelled NP PE"],
    ),
    (
        "en",
        "",
        "Nepalese Foreign Minister Arun Thapa left Lima on Monday; he will be in Doha next week for consultations.",
        ["visit 2026-03-16 2026-03-22 scheduled NP QA"],
    ),
    (
        "en",
        "",
        "Nepalese Foreign Minister Arun Thapa is to leave for Doha tomorrow, and will then head to Muscat on Friday.",
        ["visit 2026-03-11 2026-03-11 scheduled NP QA", "visit 2026-03-13 2026-03-13 scheduled NP OM"],
    ),
    (
        "en",
        "",
        "The tripartite mechanism of the foreign ministers of Nepal, Peru and Oman will next convene in Lima in May.",
        ["committee 2026-05-01 2026-05-31 scheduled NP OM PE"],
    ),
    (
        "en",
        "NP PE",
        '"I look forward to welcoming President Thapa, who has accepted my invitation," the Peruvian president said.',
        ["visit None None invited NP PE"],
    ),
    (
        "ar",
        "NP PE",
        "المقرر الاجتماع المقبل.",  # a session right at the end of its sentence: nothing is read behind it
        ["meeting None None scheduled NP PE"],
    ),
    ("ar", "NP PE", "قال وزير الهجرة إن بلاده ستستقبل 2500 شخص في مايو المقبل.", []),
    ("en", "NP PE", "The minister said that Peru will receive 1,500 refugees in May.", []),
]
