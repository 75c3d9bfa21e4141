"""Joint bodies: one across languages, each session counted once, and how often they sit."""

from datetime import date, timedelta

import pytest

from transforms.resolve.bodies import body_key
from transforms.resolve.sessions import Mention, bodies_of

LATIN, ARABIC = "the Saudi-Kazakh Joint Committee", "اللجنة السعودية الكازاخستانية المشتركة"


def told(name: str, held: str | None, article: str, after: int = 1, **more: object) -> Mention:
    """A session that was held on a day, told some days later."""
    first = date.fromisoformat(held) if held else None
    values = {"first": first, "last": first, **more}
    return Mention(name, (first or date(2026, 1, 1)) + timedelta(days=after), article, True, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (LATIN, ("committee", None)),
        (ARABIC, ("committee", None)),
        ("Intergovernmental Commission on Trade, Economic and Cultural Cooperation", ("committee", "economy")),
        ("اللجنة الحكومية المشتركة للتعاون التجاري والاقتصادي والثقافي", ("committee", "economy")),
        ("مجلس التنسيق الأعلى", ("council", None)),
        ("third session of the Joint Security Committee", ("committee", "security")),
        ("2nd Friends of the Sea", ("friends of the sea", None)),
    ],
)
def test_a_body_is_known_by_what_it_is_and_what_it_is_about_first(name: str, key: tuple[str, str | None]) -> None:
    """In any language; words that no list knows stand for themselves."""
    assert body_key(name) == key


def test_a_session_told_by_many_outlets_in_two_languages_is_one() -> None:
    """As a meeting, by its number, as background a year later; the cadence runs from session to session."""
    mentions = [
        told(f"third session of {LATIN}", "2024-05-14", "a", meeting_id="m3"),
        told(ARABIC, "2024-05-15", "b", meeting_id="m4"),
        told(LATIN, "2024-05-01", "c", after=400, last=date(2024, 5, 31), session_no=3),
        told(f"fourth session of {LATIN}", "2025-05-14", "d", meeting_id="m5"),
        told(ARABIC, None, "e", after=40),
        Mention(ARABIC, date(2025, 6, 1), "f", held=False, session_no=5),
    ]

    (body,) = bodies_of(mentions)
    assert (body.name, body.last_number, body.cadence) == (ARABIC, 4, 365)
    assert [(s.number, s.meeting_id, [m.article_id for m in s.told]) for s in body.sessions] == [
        (3, "m3", ["a", "b", "c"]),
        (4, "m5", ["d", "e"]),
    ]
    assert bodies_of(reversed(mentions)) == (body,)


def test_two_committees_of_one_pair_stay_two_and_the_committee_is_the_only_one() -> None:
    """A committee as such is the economic one while that is the only one; beside a second one it is neither."""
    economic, security = "Joint Economic Committee", "Joint Security Committee"
    plain = told(LATIN, "2026-03-01", "c", meeting_id="m3")
    one = [told(economic, "2026-01-01", "a", meeting_id="m1"), plain]
    two = [*one, told(security, "2026-02-01", "b", meeting_id="m2")]

    assert [(body.key, len(body.sessions)) for body in bodies_of(one)] == [("committee economy", 2)]
    assert [(body.key, len(body.sessions)) for body in bodies_of(two)] == [
        ("committee", 1),
        ("committee economy", 1),
        ("committee security", 1),
    ]


def test_sessions_with_two_numbers_are_two_however_near() -> None:
    """And the gap between them counts."""
    near = [
        told(f"{nth} session of {LATIN}", day, nth, meeting_id=nth)
        for nth, day in (("first", "2026-02-01"), ("second", "2026-02-03"))
    ]

    (body,) = bodies_of(near)
    assert (len(body.sessions), body.cadence) == (2, 2)
