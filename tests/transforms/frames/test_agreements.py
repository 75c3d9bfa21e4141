"""Agreements: what is signed, approved, agreed, negotiated, proposed or withheld, and what is none of these."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.frames.agreements import find_agreements
from transforms.frames.drafts import MeetingDraft
from transforms.frames.drafts_agreements import AgreementDraft
from transforms.mentions.analyse import analyse
from transforms.mentions.model import Cited
from transforms.records import Document
from transforms.text import normalise
from transforms.vocabulary import Form, Format

PUBLISHED = "2026-03-10"


def met(*codes: str, sentence: int = 0) -> MeetingDraft:
    """A meeting of some parties on the day of publication."""
    return MeetingDraft(
        sentence,
        Cited(Form.IN_PERSON, 0, 1, "derived.form"),
        Cited(Format.BILATERAL, 0, 1, "derived.format"),
        [Cited(code, 0, 1, "party.country") for code in codes],
        [],
        date=Cited("2026-03-10", 0, 1, "time.relday"),
        sentences={sentence},
    )


def read(lang: str, text: str, *meetings: MeetingDraft) -> list[AgreementDraft]:
    """The agreements of a text published on PUBLISHED."""
    document = Document("t", text, published=PUBLISHED, lang=lang)
    return find_agreements(analyse(document, lang, normalise(text)), list(meetings))


def brief(draft: AgreementDraft) -> tuple[str, str, str]:
    """Type, status and parties in one row."""
    return draft.type.value.value, draft.status.value.value, "-".join(p.value for p in draft.parties)


MOU = "memorandum_of_understanding"

SIGNED_AT_A_MEETING = [
    ("en", "The two ministers signed a memorandum of understanding on tourism.", [(MOU, "signed")]),
    ("en", "After the talks, they signed an agreement on air services.", [("agreement", "signed")]),
    ("en", "The sides then signed a protocol on customs procedures.", [("protocol", "signed")]),
    ("en", "They also signed a letter of intent on vocational training.", [("letter_of_intent", "signed")]),
    ("en", "The two leaders signed a treaty on the state border.", [("treaty", "signed")]),
    ("en", "The two sides signed an executive programme for 2026-2028.", [("programme", "signed")]),
    ("en", "The ministers signed the minutes of the session.", [("minutes", "signed")]),
    ("en", "The two sides issued a joint statement.", [("joint_statement", "signed")]),
    ("en", "An action plan on labour was adopted at the end of the talks.", [("programme", "signed")]),
    ("en", "A memorandum of understanding on health was also signed.", [(MOU, "signed")]),
    (
        "en",
        "They signed a memorandum of understanding on water, an agreement on extradition and a protocol on culture.",
        [(MOU, "signed"), ("agreement", "signed"), ("protocol", "signed")],
    ),
    ("en", "The ministers witnessed the signing of an agreement on energy.", [("agreement", "signed")]),
    ("ar", "ووقع الوزيران مذكرة تفاهم في مجال السياحة.", [(MOU, "signed")]),
    ("ar", "وفي ختام اللقاء جرى توقيع اتفاقية في مجال النقل البحري.", [("agreement", "signed")]),
    ("ar", "كما وقع الجانبان بروتوكول تعاون في المجال الصحي.", [("protocol", "signed")]),
    ("ar", "ووقع الجانبان برنامجا تنفيذيا للتعاون الثقافي.", [("programme", "signed")]),
    ("ar", "وتم التوقيع على محضر الاجتماع.", [("minutes", "signed")]),
    ("ar", "وصدر عن الجانبين بيان مشترك.", [("joint_statement", "signed")]),
    ("ar", "ووقع الطرفان خطاب نوايا بشأن التعليم الفني.", [("letter_of_intent", "signed")]),
    (
        "ar",
        "ووقع الوزيران مذكرة تفاهم في مجال الطاقة واتفاقية لتسليم المجرمين.",
        [(MOU, "signed"), ("agreement", "signed")],
    ),
    ("ar", "وشهد الرئيسان توقيع معاهدة صداقة بين البلدين.", [("treaty", "signed")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SIGNED_AT_A_MEETING)
def test_what_is_signed_at_a_meeting_has_its_parties(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    """Each instrument of the sentence is one entry between the parties of the meeting told before it."""
    found = read(lang, text, met("JO", "RO"))

    assert [brief(draft) for draft in found] == [(kind, status, "JO-RO") for kind, status in expected]


STAGES = [
    ("en", "A draft agreement on fisheries is to be signed in May.", ("agreement", "agreed")),
    ("en", "The sides agreed to sign a memorandum of understanding on mining.", (MOU, "agreed")),
    ("en", "They completed a draft protocol on customs, which would be signed next week.", ("protocol", "agreed")),
    ("en", "The text of the agreement on railways was initialled.", ("agreement", "agreed")),
    (
        "en",
        "Experts are still working on a draft agreement on the exchange of prisoners.",
        ("agreement", "under_negotiation"),
    ),
    ("en", "The sides are negotiating a free trade agreement.", ("agreement", "under_negotiation")),
    ("en", "A draft memorandum of understanding on media is under discussion.", (MOU, "under_negotiation")),
    ("en", "The Romanian minister proposed signing an agreement on seasonal workers.", ("agreement", "proposed")),
    (
        "en",
        "They signed a memorandum of understanding on defence without disclosing the details.",
        (MOU, "undisclosed"),
    ),
    ("en", "A security memorandum was concluded without saying whether it had been signed.", (MOU, "undisclosed")),
    ("ar", "ومن المقرر توقيع اتفاقية في مجال الزراعة الشهر المقبل.", ("agreement", "agreed")),
    ("ar", "واتفق الجانبان على توقيع مذكرة تفاهم في مجال الإعلام.", (MOU, "agreed")),
    ("ar", "وهناك مذكرة تفاهم تنتظر التوقيع من الجانبين.", (MOU, "agreed")),
    ("ar", "ويجري العمل على إعداد مشروع اتفاقية لنقل المحكوم عليهم.", ("agreement", "under_negotiation")),
    ("ar", "واتفاقية التعاون الجمركي قيد الدراسة بين الجانبين.", ("agreement", "under_negotiation")),
    ("ar", "كما تم التوقيع بالأحرف الأولى على اتفاقية تشجيع الاستثمار.", ("agreement", "agreed")),
    ("ar", "واقترح توقيع مذكرة تفاهم في مجال العمل.", (MOU, "proposed")),
    ("ar", "ولم يتم الكشف عن تفاصيل الاتفاقيات أو المذكرات التي وقعها الجانبان.", ("unspecified", "undisclosed")),
]


@pytest.mark.parametrize(("lang", "text", "expected"), STAGES)
def test_how_far_an_instrument_has_come_is_read_from_the_act(lang: str, text: str, expected: tuple[str, str]) -> None:
    """Plans are agreed, drafts under negotiation, offers proposed, and what is withheld is undisclosed."""
    assert [brief(draft) for draft in read(lang, text, met("JO", "RO"))] == [(*expected, "JO-RO")]


CABINET = [
    (
        "en",
        "Riyadh, SPA -- The Cabinet decided: authorizing the Minister of Justice to negotiate with the Uzbek "
        "side on a draft agreement on legal cooperation, and to sign it.",
        ("agreement", "under_negotiation", "SA-UZ", "authorised"),
    ),
    (
        "en",
        "Riyadh, SPA -- The Cabinet decided: approving a memorandum of understanding on health between the "
        "Ministry of Health of Saudi Arabia and the Ministry of Health of Chile.",
        (MOU, "approved", "CL-SA", "domestically_approved"),
    ),
    (
        "en",
        "Parliament ratified the agreement between Kenya and Qatar on air transport.",
        ("agreement", "approved", "KE-QA", "domestically_approved"),
    ),
    (
        "ar",
        "قرر مجلس الوزراء تفويض وزير الداخلية بالتباحث مع الجانب الأوزبكي في شأن مشروع اتفاقية لمكافحة الجريمة بين "
        "حكومة المملكة العربية السعودية وحكومة أوزبكستان، والتوقيع عليه.",
        ("agreement", "under_negotiation", "SA-UZ", "authorised"),
    ),
    (
        "ar",
        "وافق مجلس الوزراء على مذكرة تفاهم للتعاون في مجال السياحة بين المملكة العربية السعودية وجمهورية البرتغال.",
        (MOU, "approved", "PT-SA", "domestically_approved"),
    ),
    (
        "ar",
        "صادق مجلس النواب على اتفاقية النقل الجوي بين الأردن وكينيا.",
        ("agreement", "approved", "JO-KE", "domestically_approved"),
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CABINET)
def test_a_decision_counts_although_no_meeting_is_told(
    lang: str, text: str, expected: tuple[str, str, str, str]
) -> None:
    """A cabinet authorises or approves, a parliament ratifies: the legal stage is kept."""
    (draft,) = read(lang, text)

    assert draft.legal_stage is not None
    assert (*brief(draft), draft.legal_stage.value.value) == expected


NONE = [
    ("en", "Trade has grown under the free trade agreement of 2012."),
    ("en", "The agreement signed in 2015 covers customs."),
    ("en", "They discussed the possibility of signing an agreement on tourism."),
    ("en", "The two sides agreed to expand cooperation in energy."),
    ("en", "The company signed a contract with the university."),
    ("en", "Three agreements between Jordanian and Romanian companies were signed at the business forum."),
    ("en", "They reviewed the implementation of the memorandum of understanding on health."),
    ("en", "The sides did not sign an agreement."),
    ("en", "The two sides expressed readiness to sign a memorandum on agriculture."),
    ("en", "He stressed the need to accelerate the signing of the extradition treaty."),
    ("ar", "واتفق الوزيران على الإسراع في توقيع اتفاقية النقل البري."),
    ("en", "Did the two countries sign an agreement?"),
    ("ar", "ويأتي ذلك بموجب اتفاقية التعاون الموقعة بين البلدين."),
    ("ar", "وبحث الجانبان إمكانية توقيع اتفاقية في مجال السياحة."),
    ("ar", "واتفق الجانبان على تعزيز التعاون في مجال الطاقة."),
    ("ar", "ووقعت الشركة مذكرة تفاهم مع الجامعة."),
    ("ar", "وتابعا تنفيذ مذكرة التفاهم في المجال الصحي."),
    ("ar", "ولم يوقع الجانبان أي اتفاقية."),
    ("ar", "ووقع اللاعب عقد انتقال واتفاقية مع النادي."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_history_wishes_private_contracts_and_denials_are_no_agreements(lang: str, text: str) -> None:
    """Nothing new between states is told, though a meeting is."""
    assert [brief(draft) for draft in read(lang, text, met("JO", "RO"))] == []


@pytest.mark.parametrize(
    ("lang", "text", "parties"),
    [
        ("en", "Spain and Kenya signed an agreement on extradition today.", "ES-KE"),
        ("en", "Qatar today signed an agreement with the United Nations on humanitarian aid.", "QA-UN"),
        ("ar", "وقعت قطر وكينيا اليوم اتفاقية في مجال الدفاع.", "KE-QA"),
        ("ar", "وقعت الأردن مع رومانيا مذكرة تفاهم اليوم.", "JO-RO"),
    ],
)
def test_the_parties_that_the_sentence_names_come_first(lang: str, text: str, parties: str) -> None:
    """Without a meeting the sentence itself must say between whom, and be news."""
    assert ["-".join(p.value for p in draft.parties) for draft in read(lang, text)] == [parties]


def test_two_of_three_who_met_may_sign() -> None:
    """Parties named in the sentence narrow those of the meeting."""
    text = "Spain, Kenya and Chile held talks. Spain and Kenya also signed a memorandum of understanding on water."

    assert [brief(d) for d in read("en", text, met("CL", "ES", "KE"))] == [(MOU, "signed", "ES-KE")]


def test_a_summary_gives_way_to_the_instruments_themselves() -> None:
    """A lead sentence that counts memoranda adds nothing to those named later."""
    text = (
        "The session ended with the signing of two memoranda of understanding. "
        "The two sides signed a memorandum of understanding on labour and a memorandum of understanding on culture."
    )

    found = read("en", text, met("JO", "RO"))

    assert [sorted(t.value.value for t in d.topics) for d in found] == [["labour"], ["culture"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "The following documents were signed: an agreement on visas, a protocol on grain and a roadmap on trade.",
        ),
        ("ar", "ووقع الجانبان عددا من الوثائق شملت اتفاقية في مجال الصحة وبروتوكول تعاون وخطة عمل مشتركة."),
    ],
)
def test_documents_that_are_counted_and_then_named_are_told_by_their_names(lang: str, text: str) -> None:
    """The act of the list is the act of each item."""
    found = read(lang, text, met("JO", "RO"))

    assert [brief(draft)[:2] for draft in found] == [
        ("agreement", "signed"),
        ("protocol", "signed"),
        ("programme", "signed"),
    ]


def test_a_collective_phrase_stands_with_its_count_when_nothing_else_is_told() -> None:
    """Eighteen memoranda are one entry that says how many."""
    (draft,) = read("en", "The two sides signed 18 memoranda of understanding.", met("JO", "RO"))

    assert (brief(draft), draft.count and draft.count.value) == ((MOU, "signed", "JO-RO"), 18)


@pytest.mark.parametrize(
    ("lang", "text", "fields"),
    [
        ("ar", "ووقع الجانبان مذكرتي تفاهم.", [[], []]),
        ("ar", "ووقع الجانبان مذكرتي تفاهم في مجالي السياحة والصحة.", [["tourism"], ["health"]]),
        ("en", "They signed three memoranda of understanding on tourism, health and sports.",
         [["tourism"], ["health"], ["sports"]]),
    ],
)  # fmt: skip
def test_a_counted_few_are_one_each(lang: str, text: str, fields: list[list[str]]) -> None:
    """Two instruments are two entries; more are where each has a field of its own."""
    found = read(lang, text, met("JO", "RO"))

    assert [(brief(d), [t.value for t in d.topics]) for d in found] == [((MOU, "signed", "JO-RO"), f) for f in fields]


@pytest.mark.parametrize(
    ("lang", "text", "title", "topics"),
    [
        (
            "en",
            "They signed a memorandum of understanding on combating drug trafficking, and discussed trade.",
            "memorandum of understanding on combating drug trafficking",
            ["drug_trafficking"],
        ),
        (
            "en",
            "The EU and Kenya are negotiating an Enhanced Partnership and Cooperation Agreement.",
            "Enhanced Partnership and Cooperation Agreement",
            ["bilateral_relations"],
        ),
        (
            "ar",
            "ووقع الوزيران مذكّرة تفاهم في مجال الأمن السيبراني، وبحثا التجارة.",
            "مذكّرة تفاهم في مجال الأمن السيبراني",
            ["cybersecurity"],
        ),
    ],
)
def test_the_title_is_the_phrase_as_published_with_its_own_topics(
    lang: str, text: str, title: str, topics: list[str]
) -> None:
    """What the sentence goes on to say is no part of the title."""
    (draft,) = read(lang, text, met("EU", "KE"))

    assert draft.title is not None
    assert (draft.title.value, [t.value.value for t in draft.topics]) == (title, topics)


def test_a_signature_has_the_day_of_its_meeting_and_a_plan_has_none() -> None:
    """A date belongs to what has happened."""
    signed, planned = read(
        "en",
        "They signed an agreement on water. A protocol on culture is to be signed in May.",
        met("JO", "RO"),
    )

    assert (signed.date and signed.date.value, planned.date) == ("2026-03-10", None)


WORDS = (
    "Kenya Spain signed approved a the and on with between agreement memorandum of understanding draft negotiating "
    "is to be Cabinet two under . , : وقع الجانبان كينيا وإسبانيا مذكرة تفاهم اتفاقية في مجال الطاقة سيتم توقيع "
    "الموافقة على مجلس الوزراء مشروع بين ، لم يتم الكشف عن تفاصيل"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["ar", "en"]))
def test_any_words_in_any_order_give_whole_drafts_or_none(words: list[str], lang: str) -> None:
    """At least two parties in order, and every span inside the text with the words that it says."""
    text = " ".join(words)
    view = normalise(text)

    for draft in find_agreements(analyse(Document("t", text, published=PUBLISHED), lang, view), []):
        codes = [party.value for party in draft.parties]
        assert len(codes) >= 2
        assert codes == sorted(set(codes))
        assert draft.title is not None
        assert view.published(draft.title.start, draft.title.end) == draft.title.value
        spans = [(draft.type.start, draft.type.end), (draft.status.start, draft.status.end)]
        spans += [(cited.start, cited.end) for cited in draft.parties]
        spans += [(cited.start, cited.end) for cited in draft.topics]
        assert all(0 <= start < end <= len(view.norm) for start, end in spans)
