"""Joint bodies by name, across languages; sessions by number."""

import pytest

from transforms.resolve.bodies import names_body, same_body, session_in


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the Jordanian-Kazakh Joint Committee", "اللجنة الأردنية الكازاخستانية المشتركة", True),
        ("the commission", "the Uzbek-Saudi Joint Commission", True),
        ("Political consultations", "المشاورات السياسية", True),
        ("Joint Economic Commission", "Joint Committee on Trade", True),
        ("Joint Economic Commission", "Joint Military Committee", False),
        ("Coordination Council", "مجلس التنسيق", True),
        ("Coordination Council", "Joint Committee", False),
        ("Friends of the Sea", "Friends of the Sea", True),
        ("Friends of the Sea", "Assembly of Judges", False),
        ("Friends of the Sea", "أصدقاء البحر", None),
    ],
)
def test_two_names_mean_one_body_by_what_it_is_and_what_it_is_about(a: str, b: str, same: bool | None) -> None:
    """In any language and order; null where no list knows the words and scripts differ."""
    assert (same, same) == (same_body(a, b), same_body(b, a))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("The third session of the Joint Commission was held in Astana", 3),
        ("عقدت اللجنة المشتركة دورتها الخامسة في باكو", 5),
        ("الدورة الثانية عشرة للجنة المشتركة", 12),
        ("اختتام أعمال الدورة الـ5 للجنة", 5),
        ("its 14th regular session", 14),
        ("On May 14 the session was held, in 2026", None),
        ("The Second Deputy Minister opened the talks of the session", None),
        ("after the first session, the second session was held", None),
        ("They met.", None),
    ],
)
def test_a_session_has_the_number_that_stands_with_it(words: str, number: int | None) -> None:
    """Ordinals and digits in both languages; dates and ranks are no numbers of sessions, two numbers are none."""
    assert number == session_in(words)


def test_words_name_a_body_that_they_tell_of() -> None:
    """What it is and, where it is about something, that too."""
    words = "Joint Committee convenes / The Saudi-Kazakh Joint Security Committee held its session today."

    assert names_body(words, "the Saudi-Kazakh Joint Committee")
    assert names_body(words, "لجنة الأمن المشتركة")
    assert not names_body(words, "the Joint Economic Committee")
    assert not names_body(words, "the Coordination Council")
