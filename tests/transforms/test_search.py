"""Words that a reader takes for one are one in a search, however they are written."""

import pytest

from transforms.search import search_words


@pytest.mark.parametrize(
    "variants",
    [
        ("وزير", "الوزير", "والوزير", "وزيرا", "ووزير", "للوزير", "بالوزير", "الوزيران"),
        ("اتفاقية", "الاتفاقية", "الإتفاقيه", "واتفاقيات", "إتّفاقيّة"),
        ("مذكرة", "مُذَكِّرة", "المذكره", "ومذكرات", "مذكـــرة"),
        ("أستانا", "استانا", "أستانا،"),
        ("مسؤول", "المسئول", "مسؤولين", "مسوول".replace("وو", "ؤو")),
        ("وزراء", "الوزراء", "وزرا"),
        ("Doha", "doha", "DOHA,"),
        ("2026", "٢٠٢٦"),
    ],
)
def test_variants_of_one_word_are_one(variants: tuple[str, ...]) -> None:
    """Alef, hamza, ta marbuta, diacritics, the article, «و» and endings make no difference."""
    assert len({search_words(word) for word in variants}) == 1


def test_different_words_stay_different() -> None:
    """What is left of a word is long enough to tell it from others."""
    words = ["وزير", "وفد", "وقع", "ولي", "الدوحة", "الرياض", "رئيس", "لقاء", "اجتماع", "دولة", "الأمن", "minister"]

    assert len({search_words(word) for word in words}) == len(words)
    assert search_words("Talks in Doha: «الأمن».") == ("talks", "in", "doha", *search_words("أمن"))
    assert search_words("… —") == ()
