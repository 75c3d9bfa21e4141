"""Promises that hang on other clauses: what is agreed should be, conditions, embassies, signings at a visit to come."""

FIFTH = [
    (
        "en",
        "NP PE",
        "The sides agreed that a joint secretariat should be set up in Lima within three months, and that "
        "experts meet in April.",
        ["committee 2026-03-10 2026-06-10 scheduled NP PE", "meeting 2026-04-01 2026-04-30 scheduled NP PE"],
    ),
    (
        "en",
        "NP PE",
        "The two presidents could sign a framework agreement in July if the remaining gaps are closed.",
        ["agreement 2026-07-01 2026-07-31 possible NP PE"],
    ),
    ("en", "NP PE", "The two presidents will sign the agreement if the gaps are closed.", []),
    (
        "en",
        "NP PE",
        "A pact on trade will be signed when the Prime Minister of Nepal visits Lima in mid-November.",
        [
            "agreement 2026-11-11 2026-11-20 scheduled NP PE",
            "visit 2026-11-11 2026-11-20 scheduled NP PE",
        ],
    ),
    (
        "en",
        "NP PE",
        "On 1 April the President of Peru, Rosa Huaman, will arrive in Kathmandu on an official visit.",
        ["visit 2026-04-01 2026-04-01 scheduled NP PE"],
    ),
    (
        "en",
        "NP PE",
        "The Nepalese president will pay a visit to Peru after the holidays, in the second half of April.",
        ["visit 2026-04-16 2026-04-30 scheduled NP PE"],
    ),
    (
        "en",
        "DK NP",
        "Nepal will open an embassy in Lima in 2027.",
        ["other 2027-01-01 2027-12-31 scheduled NP PE"],
    ),
    (
        "en",
        "NP PE",
        "Foreign Minister Arun Thapa of Nepal will continue to Zagreb tomorrow, where he will meet the Croatian "
        "president.",
        ["visit 2026-03-11 2026-03-11 scheduled HR NP"],
    ),
    (
        "en",
        "NP PE",
        "They decided to set up a Dialogue on Security, the first meeting of which will take place in Lima in "
        "May 2026.",
        ["committee 2026-05-01 2026-05-31 scheduled NP PE"],
    ),
    (
        "en",
        "NP PE",
        "They tasked the defence authorities to complete the negotiations on a transit agreement by 15 April.",
        ["agreement 2026-03-10 2026-04-15 expected NP PE"],
    ),
    (
        "en",
        "",
        "Peru said it would host the Nepalese and Danish foreign ministers for talks in Lima on 7 April.",
        ["meeting 2026-04-07 2026-04-07 scheduled DK NP PE"],
    ),
    (
        "en",
        "DK NO",
        "A partnership agreement between Nepal and Peru is ready, and will be signed in May.",
        ["agreement 2026-05-01 2026-05-31 scheduled NP PE"],
    ),
    (
        "en",
        "NP PE",
        "The donors' conference that Peru and Nepal were to host on Thursday will not be held.",
        ["meeting 2026-03-12 2026-03-12 cancelled NP PE"],
    ),
    (
        "en",
        "",
        "The Nepalese foreign minister will travel to Lima on Thursday. On Friday he will go on to New York, "
        "where he will meet UN Secretary-General Paulo Marques.",
        [
            "visit 2026-03-12 2026-03-12 scheduled NP PE",
            "visit 2026-03-13 2026-03-13 scheduled NP US",
            "meeting 2026-03-13 2026-03-13 scheduled NP UN",
        ],
    ),
    (
        "en",
        "NP PE",
        "Nepalese President Arun Thapa will attend the meeting of the Shanghai Cooperation Organization on "
        "Thursday. He will then pay an official visit to Denmark from 14 to 16 March.",
        ["meeting 2026-03-12 2026-03-12 scheduled NP SCO", "visit 2026-03-14 2026-03-16 scheduled DK NP"],
    ),
    (
        "en",
        "NP PE",
        "Nepalese President Arun Thapa will travel on to Denmark on Thursday before wrapping up his trip in "
        "Qatar on Friday.",
        ["visit 2026-03-12 2026-03-12 scheduled DK NP", "visit 2026-03-13 2026-03-13 scheduled NP QA"],
    ),
    ("en", "NP PE", "Ahead of the talks a senior Nepalese official said the accord was near.", []),
    (
        "en",
        "NP PE",
        "They considered the calendar of contacts, in particular the holding of the next round of consultations "
        "in Lima this autumn.",
        ["meeting 2026-09-01 2026-11-30 scheduled NP PE"],
    ),
    (
        "en",
        "NP PE",
        "The two leaders directed their trade ministers to meet within two weeks and lift the barriers.",
        ["meeting 2026-03-10 2026-03-24 expected NP PE"],
    ),
    (
        "en",
        "NP PE",
        "The spokesperson rejected reports that the Peruvian premier would travel to Kathmandu next month.",
        [],
    ),
    (
        "en",
        "EU NP",
        "EU High Representative Josep Ferrer was in Lima on Monday. Today he met President Maya Thapa of Nepal. "
        "He will conclude his tour in Sarajevo tomorrow.",
        ["visit 2026-03-11 2026-03-11 scheduled BA EU"],
    ),
    (
        "en",
        "",
        "The Nepalese foreign minister, Arun Thapa, will visit Lima on 20 March. During the visit, the two sides "
        "will hold the second session of the Joint Commission.",
        ["visit 2026-03-20 2026-03-20 scheduled NP PE", "committee 2026-03-20 2026-03-20 scheduled NP PE"],
    ),
]
