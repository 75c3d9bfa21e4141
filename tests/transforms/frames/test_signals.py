"""Signals: each code is raised by its words, and by nothing that only resembles them."""

import pytest

from transforms.frames.agreements import find_agreements
from transforms.frames.drafts import MeetingDraft, ParticipantDraft
from transforms.frames.drafts_agreements import SignalDraft
from transforms.frames.drafts_promises import FollowUpDraft
from transforms.frames.signals import find_signals
from transforms.mentions.analyse import analyse
from transforms.mentions.model import Cited
from transforms.records import Document
from transforms.text import normalise
from transforms.vocabulary import Attribution, FollowUpKind, Form, Format, Modality, Office, Role


def read(
    lang: str,
    text: str,
    published: str | None = "2026-03-10",
    meetings: tuple[MeetingDraft, ...] = (),
    follow_ups: tuple[FollowUpDraft, ...] = (),
) -> list[SignalDraft]:
    """The signals of a text."""
    analysis = analyse(Document("t", text, published=published, lang=lang), lang, normalise(text))
    return find_signals(analysis, meetings, find_agreements(analysis, meetings), follow_ups)


def brief(found: list[SignalDraft]) -> list[tuple[str, str]]:
    """Code and quote of each signal."""
    return [(signal.code.value.value, signal.quote.value) for signal in found]


def meeting(date: str | None, *people: ParticipantDraft) -> MeetingDraft:
    """A meeting of Jordan and Romania, told in the first sentence."""
    return MeetingDraft(
        0,
        Cited(Form.IN_PERSON, 0, 3, "derived.form"),
        Cited(Format.BILATERAL, 0, 3, "derived.format"),
        [Cited("JO", 0, 3, "party.country"), Cited("RO", 0, 3, "party.country")],
        list(people),
        date=Cited(date, 0, 3, "time.date") if date else None,
        sentences={0},
    )


def promise(text: str, **values: object) -> FollowUpDraft:
    """A follow-up that quotes a whole text."""
    draft = FollowUpDraft(
        0,
        Cited(FollowUpKind.COMMITTEE, 0, len(text), "promise.kind"),
        Cited(Modality.EXPECTED, 0, len(text), "promise.modality"),
        [],
        Cited(text, 0, len(text), "promise.quote"),
        attribution=Cited(Attribution.PARTY, 0, len(text), "promise.speaker"),
    )
    for name, value in values.items():
        setattr(draft, name, value)
    return draft


@pytest.mark.parametrize(
    ("lang", "text", "published", "expected"),
    [
        ("en", "Talks were held in Nur-Sultan today.", "2026-03-10", [("former_place_name", "Nur-Sultan")]),
        ("en", "Talks were held in Nur-Sultan today.", "2021-03-10", []),
        ("en", "The previous talks were held in Nur-Sultan in 2021.", "2026-03-10", []),
        ("ar", "تعززت العلاقات بين الرياض ونور سلطان.", "2026-03-10", [("former_place_name", "نور سلطان")]),
        ("ar", "تعززت العلاقات بين الرياض وأستانا.", "2026-03-10", []),
        ("ar", "However, بحث الوزيران التعاون.", "2026-03-10", [("foreign_language_fragment", "However")]),
        (
            "ar",
            "وقال The ministry said إن اللقاء مثمر.",
            "2026-03-10",
            [("foreign_language_fragment", "The ministry said")],
        ),
        ("ar", "وحضر الاجتماع ممثل شركة Airbus للطيران.", "2026-03-10", []),
        ("ar", "وتشير بعض المصادر إلى ذلك.", "2026-03-10", [("hedged_source", "تشير بعض المصادر")]),
        ("en", "Some sources indicate that oil was discussed.", "2026-03-10", [("hedged_source", "Some sources")]),
        ("en", "Official sources said the visit was postponed.", "2026-03-10", []),
        ("en", "He arrived on Monday, 10 March 2026.", "2026-03-12", [("date_conflict", "Monday, 10 March 2026")]),
        ("en", "He arrived on Tuesday, 10 March 2026.", "2026-03-12", []),
        ("en", "He arrived today, Sunday.", "2026-03-10", [("date_conflict", "today, Sunday")]),
        (
            "en",
            "The two sides discussed trade and",
            "2026-03-10",
            [("truncated_text", "The two sides discussed trade and")],
        ),
        ("en", "The two sides discussed trade.", "2026-03-10", []),
        ("ar", "بحث الجانبان التعاون في", "2026-03-10", [("truncated_text", "بحث الجانبان التعاون في")]),
    ],
)
def test_words_raise_their_signal(lang: str, text: str, published: str, expected: list[tuple[str, str]]) -> None:
    """One sentence, one signal, with the words that raise it; its harmless twin raises none."""
    assert brief(read(lang, text, published, meetings=(meeting(None),))) == expected


def test_a_former_name_tells_the_present_one_and_since_when() -> None:
    """The detail is for a reader who does not know."""
    (signal,) = read("en", "Talks were held in Nur-Sultan today.", meetings=(meeting(None),))

    assert signal.detail == "Astana since 2022-09-17"


def test_a_withheld_agreement_is_marked_with_the_words_that_withhold_it() -> None:
    """The status undisclosed raises the signal."""
    text = "ولم يتم الكشف عن تفاصيل الاتفاقيات أو المذكرات التي وقعها الجانبان."

    found = brief(read("ar", text, meetings=(meeting("2026-03-10"),)))

    assert found == [("undisclosed_agreement", "ولم يتم الكشف عن تفاصيل الاتفاقيات أو المذكرات")]


def test_a_promise_without_a_date_and_without_a_speaker_is_marked_twice() -> None:
    """Both weaken it, each in its own way."""
    text = "Joint committees are expected to be formed."
    draft = promise(text, attribution=Cited(Attribution.OUTLET, 0, len(text), "derived.speaker"))

    assert brief(read("en", text, follow_ups=(draft,))) == [
        ("unattributed_promise", text),
        ("undated_promise", text),
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"window_start": Cited("2026-04-01", 0, 5, "w"), "window_end": Cited("2026-04-30", 0, 5, "w")},
        {"modality": Cited(Modality.POSTPONED, 0, 5, "m")},
        {"modality": Cited(Modality.CANCELLED, 0, 5, "m")},
    ],
)
def test_a_dated_postponed_or_cancelled_promise_is_not_undated(values: dict[str, object]) -> None:
    """Nothing is missing there."""
    text = "The committee meets in April."

    assert brief(read("en", text, follow_ups=(promise(text, **values),))) == []


def test_a_participant_without_an_office_is_marked() -> None:
    """A prince among the delegates, of whom nothing else is said."""
    person = ParticipantDraft(
        0,
        Cited("Turki bin Omar", 0, 14, "name"),
        Cited("SA", 0, 2, "party.country"),
        Cited(Office.OFFICIAL, 0, 14, "derived.office"),
        None,
        Cited(Role.DELEGATE, 0, 14, "derived.role"),
    )

    found = read("en", "Turki bin Omar attended.", meetings=(meeting("2026-03-10", person),))

    assert brief(found) == [("office_missing", "Turki bin Omar")]


def test_a_meeting_told_before_its_day_is_a_conflict() -> None:
    """The date and the past tense cannot both be right."""
    found = read("en", "They met on 20 March.", meetings=(meeting("2026-03-20"),))

    assert [(s.code.value.value, s.detail) for s in found] == [("date_conflict", "told as past on 2026-03-10")]


def test_a_text_without_a_record_is_only_asked_whether_it_is_whole() -> None:
    """Hedges of a story that tells nothing of interest are no signals; that it breaks off may be why."""
    found = read("en", "Some sources spoke of a film. It will open in Nur-Sultan and")

    assert [code for code, _ in brief(found)] == ["truncated_text"]


def test_an_empty_text_raises_nothing() -> None:
    """No sentence, no signal."""
    assert read("en", "") == []
