"""What is kept of articles beside their text: each date with the reason, what corrections changed, which are copies."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.warehouse.world import meeting, reading
from transforms.copies import prints
from transforms.corrections import Change, corrections
from transforms.ids import version_id
from transforms.records import FoundDate
from warehouse.load import articles_to_extract, load_articles
from warehouse.rows import Reading
from warehouse.store import Store, open_memory

FIRST = reading("one", "2026-02-10", meetings=(meeting(),))
STORY = " ".join(f"جملة رقم {n} من الخبر عن لقاء الوزيرين في الرياض." for n in range(30))


def told(guid: str, text: str, day: str = "2026-02-10", url: str | None = None, hours: int = 0) -> Reading:
    """A reading of another text, received some hours later."""
    base = reading(guid, day)
    own = {"title": "عنوان", "text": text, "version": version_id("عنوان", text), "url": url or base.article.url}
    article = replace(base.article, **own)  # type: ignore[arg-type]
    return replace(base, article=article, received_at=base.received_at + timedelta(hours=hours))


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    return store.con.execute(query).fetchall()


def test_every_date_found_is_kept_with_the_reason() -> None:
    """A later reading by another extractor, which looks for no dates, leaves them as they are."""
    dates = (FoundDate("feed", "2026-02-10", True, "trusted"), FoundDate("url", "2026-02-09", False, "less"))
    with open_memory() as store:
        load_articles(store, [replace(FIRST, dates=dates)])
        (stored,) = articles_to_extract(store, "test-2")
        load_articles(store, [stored.read(FIRST.record, "test-2")])

        assert rows(store, "select place, date, chosen, reason from core.article_date order by place") == [
            ("feed", "2026-02-10", True, "trusted"),
            ("url", "2026-02-09", False, "less"),
        ]


def test_a_correction_is_told_sentence_by_sentence() -> None:
    """Each wording is compared with the one received before it, however often it is loaded."""
    first, second = "التقى الوزير نظيره. وقّعا مذكرة.", "التقى الوزير نظيره. وقّعا مذكرتين. ثم غادر."
    with open_memory() as store:
        for _ in range(2):
            load_articles(store, [told("a", first)])
            load_articles(store, [told("a", second, hours=5)])

        assert rows(store, "select position, removed, added, day from core.correction") == [
            (0, "وقّعا مذكرة.", "وقّعا مذكرتين. ثم غادر.", date(2026, 2, 10))
        ]


def test_the_headline_is_a_part_of_the_wording() -> None:
    text = "They met in the capital. They signed a paper."
    assert corrections("Minister met", text, "Minister meets", f"{text} Then they left.") == (
        Change("Minister met", "Minister meets"),
        Change(None, "Then they left."),
    )


def test_two_articles_at_one_address_are_linked() -> None:
    """However different their texts are."""
    with open_memory() as store:
        load_articles(store, [told(guid, f"{guid} نص", url="https://n.example/x") for guid in ("a", "b")])
        assert rows(store, "select kind from core.article_copy") == [("same_address",)]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0)])
def test_copies_are_linked_and_all_stay(order: tuple[int, ...]) -> None:
    """The same text, and nearly the same; another story of the same day is none. The order does not matter."""
    batch = [
        told("a", STORY),
        told("b", STORY),
        told("c", STORY.replace("رقم 3 ", "رقم ثلاثة "), url="https://other.example/c"),
        told("d", "خبر آخر عن زيارة وفد تجاري إلى أستانا وبحث الاستثمار في الطاقة والنقل بين البلدين الصديقين."),
    ]
    with open_memory() as store:
        for n in order:
            load_articles(store, [batch[n]])
        found = rows(store, "select a, b, kind, score > 0.6 from core.article_copy")
        articles = rows(store, "select count(*) from core.article")

    a, b, c, _ = (each.article.id for each in batch)
    expected = {(min(a, b), max(a, b), "same_text", True)}
    expected |= {(min(x, c), max(x, c), "near", True) for x in (a, b)}
    assert (set(found), articles) == (expected, [(4,)])


def test_a_text_without_words_has_no_sample() -> None:
    assert (prints(""), len(prints("كلمة")), len(prints(STORY))) == ((), 1, 24)
