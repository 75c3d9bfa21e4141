"""The time grammar: what each phrase means, what is no time, and what holds for any text."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.transforms.time.cases import CASES
from transforms.lexicon.loader import load
from transforms.segment import sentences, tokenise
from transforms.text import fold, normalise
from transforms.time.find import find_times
from transforms.time.kinds import KINDS
from transforms.time.model import Basis, Precision, TimeExpr, Unresolved, Window
from transforms.time.resolve import resolve, tense
from transforms.time.words import read_words

PUBLISHED = date(2025, 12, 18)  # a Thursday


def find(lang: str, text: str) -> tuple[TimeExpr, ...]:
    return find_times(tokenise(fold(text)), lang)


def window(lang: str, text: str, published: str | None = "2025-12-18", future: bool = True) -> tuple[str | None, ...]:
    (expr,) = find(lang, text)
    found = resolve(expr, date.fromisoformat(published) if published else None, future)
    if isinstance(found, Unresolved):
        return (found.reason,)
    return (found.start.isoformat() if found.start else None, found.end.isoformat() if found.end else None)


@pytest.mark.parametrize(("lang", "phrase", "future", "start", "end"), CASES)
def test_a_phrase_means_its_window(lang: str, phrase: str, future: bool, start: str | None, end: str | None) -> None:
    """Each phrase of the table is one expression, and its window is the one given."""
    assert (start, end) == window(lang, phrase, future=future)


@pytest.mark.parametrize(
    ("lang", "phrase", "published", "future", "expected"),
    [
        ("en", "on Thursday", "2025-02-19", True, ("2025-02-20", "2025-02-20")),
        ("en", "next Tuesday", "2025-12-05", True, ("2025-12-09", "2025-12-09")),
        ("en", "today, Sunday", "2025-11-17", False, ("2025-11-16", "2025-11-16")),
        ("en", "in two weeks", "2025-08-26", True, ("2025-09-06", "2025-09-12")),
        ("en", "next week", "2025-08-26", True, ("2025-09-01", "2025-09-07")),
        ("en", "in the coming days", "2025-09-30", True, ("2025-09-30", "2025-10-07")),
        ("en", "in the coming weeks", "2025-10-09", True, ("2025-10-09", "2025-11-08")),
        ("en", "in April", "2025-04-20", True, ("2025-04-01", "2025-04-30")),
        ("en", "in April", "2025-05-01", True, ("2026-04-01", "2026-04-30")),
        ("en", "in April", "2025-05-01", False, ("2025-04-01", "2025-04-30")),
        ("en", "on 5 January", "2025-12-30", False, ("2026-01-05", "2026-01-05")),
        ("en", "on 30 December", "2026-01-03", False, ("2025-12-30", "2025-12-30")),
        ("en", "on September 2", "2025-09-10", True, ("2025-09-02", "2025-09-02")),
        ("en", "on 31 November 2025", None, True, ("impossible_date",)),
        ("en", "on Monday", None, True, ("no_publication_date",)),
        ("en", "the same day", "2025-12-18", False, ("refers_to_context",)),
        ("en", "3-4 July 2025", None, True, ("2025-07-03", "2025-07-04")),
        ("en", "in late June 2025", None, True, ("2025-06-21", "2025-06-30")),
        ("ar", "منتصف الأسبوع الحالي", "2015-08-08", True, ("2015-08-10", "2015-08-12")),
        ("ar", "غدا الأحد", "2015-07-26", True, ("2015-07-26", "2015-07-26")),
        ("ar", "هذا الأسبوع", "2025-12-14", True, ("2025-12-15", "2025-12-21")),
        ("ar", "أمس الأول", "2025-01-01", False, ("2024-12-30", "2024-12-30")),
        ("ar", "26 شوال 1436", None, False, ("2015-08-11", "2015-08-11")),
        ("ar", "26 شوال 1436 الموافق 11 أغسطس", None, False, ("2015-08-11", "2015-08-11")),
        ("ar", "5 رجب", "2025-12-18", True, ("2025-12-25", "2025-12-25")),
        ("ar", "في رمضان", "2025-12-18", True, ("2026-02-18", "2026-03-19")),
        ("ar", "قبل عيد الأضحى", "2025-12-18", True, ("2025-12-18", "2026-05-26")),
    ],
)
def test_a_phrase_is_read_against_its_day(
    lang: str, phrase: str, published: str | None, future: bool, expected: tuple[str | None, ...]
) -> None:
    """Relative phrases follow the day of publication; what has no window says why."""
    assert expected == window(lang, phrase, published, future)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "عقد الاجتماع الساعة 10:30"),
        ("ar", "القرار 2216 الصادر عن مجلس الأمن"),
        ("ar", "مارس الطرفان الضغط"),
        ("ar", "بمناسبة اليوم العالمي للصحة"),
        ("ar", "رجب طيب وصل إلى القاهرة"),
        ("ar", "بلغ العدد 2024 طالبا"),
        ("ar", "أدى صلاة الجمعة"),
        ("en", "at 10:40 a.m."),
        ("en", "Resolution 2231"),
        ("en", "the Eternity-2025 exercise"),
        ("en", "the two sides may march on"),
        ("en", "the second quarter-final"),
        ("en", "talks in 3 cities"),
    ],
)
def test_what_is_no_time_expression_is_left_alone(lang: str, text: str) -> None:
    """Clock times, resolutions, counts, verbs and names that look like months are not read as times."""
    assert find(lang, text) == ()


def test_two_expressions_of_a_sentence_come_in_order() -> None:
    """Expressions do not overlap and stand in the order of the text."""
    text = fold("التقى الوزيران أمس وسيجتمعان مجددا في الربع الأول من عام 2026")

    found = find_times(tokenise(text), "ar")

    assert [text[expr.start : expr.end] for expr in found] == ["امس", "الربع الاول من عام 2026"]


def test_a_dateline_with_both_calendars_is_one_expression() -> None:
    """The Hijri and the Gregorian day of a dateline are one day, cited whole."""
    text = "Riyadh, 25 Rajab 1447, January 14, 2026, SPA"
    (expr,) = find("en", text)

    assert (text[expr.start : expr.end], expr.rule) == ("25 Rajab 1447, January 14, 2026", "time.date")
    assert Window(date(2026, 1, 14), date(2026, 1, 14), Precision.DAY, Basis.EXPLICIT) == resolve(expr, None, False)


def test_a_weekday_beside_a_date_is_kept_for_comparison() -> None:
    """The weekday stays in the shape, so that a frame can compare it with the date."""
    (expr,) = find("ar", "الجمعة 18 ديسمبر 2025")

    assert dict(expr.shape)["weekday"] == 4


@pytest.mark.parametrize(
    ("lang", "phrase", "expected"),
    [("ar", "الشهر الماضي", -1), ("ar", "الشهر المقبل", 1), ("en", "two days ago", -1), ("en", "in May", 0)],
)
def test_the_words_alone_tell_past_from_future(lang: str, phrase: str, expected: int) -> None:
    """Frames can tell background from promises by the tense of an expression."""
    assert expected == tense(find(lang, phrase)[0])


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_form_of_the_lexicon_of_time_is_read_in_its_example(lang: str) -> None:
    """Each form, set into the sentence of its entry, is read as a word of its class."""
    rows = [example for example in load(lang).examples if example.entry.kind == "time"]

    assert rows
    for row in rows:
        name = row.entry.value.partition(":")[0]
        for form in row.forms:
            tokens = tokenise(fold(row.texts[0].replace("{form}", form)))
            read = {item.name for item in read_words(tokens, lang, 0, len(tokens)).items}
            assert name in read or name in ("article", "ordinal_suffix"), (form, read)


@pytest.mark.parametrize(("lang", "phrase", "future", "start", "end"), [case for case in CASES if case[0] == "ar"][:40])
def test_tatweel_and_diacritics_change_nothing(
    lang: str, phrase: str, future: bool, start: str | None, end: str | None
) -> None:
    """Marks that carry no meaning change no window."""
    marked = "".join(letter + "ـَ" if letter.isalpha() and letter not in "ادذرزو" else letter for letter in phrase)

    assert (start, end) == window(lang, marked, future=future)


words = st.sampled_from(
    [word for case in CASES for word in case[1].split()] + ["الوزير", "met", ",", "(", ")", "-", "/", "٣١", "2026"]
)


@given(st.lists(words, max_size=25).map(" ".join), st.sampled_from(["ar", "en"]), st.booleans(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_words_are_read_without_a_fault(text: str, lang: str, future: bool, dated: bool) -> None:
    """Whatever words follow each other: no exception, spans inside, in order, and a window's ends in order."""
    tokens = tokenise(fold(text))
    found = find_times(tokens, lang)

    last = 0
    for expr in found:
        assert last <= expr.start < expr.end <= len(fold(text))
        assert 0 <= expr.first < expr.last <= len(tokens)
        assert dict(expr.shape)["kind"] in {*KINDS, "vague"}
        last = expr.end
        result = resolve(expr, PUBLISHED if dated else None, future)
        if isinstance(result, Window) and result.start and result.end:
            assert result.start <= result.end
        else:
            assert isinstance(result, Unresolved) or (result.start, result.end) == (None, None)


@given(st.text(max_size=200), st.sampled_from(["ar", "en"]))
@example("H0²", "en")  # a digit that is no decimal
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_a_fault(text: str, lang: str) -> None:
    """No text at all raises."""
    for sentence in sentences(normalise(text).norm):
        find_times(sentence.tokens, lang)
