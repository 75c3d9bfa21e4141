"""What is kept of articles beside their text: each date with the reason, what corrections changed, which are copies."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.warehouse.world import meeting, promise, reading
from transforms.copies import prints
from transforms.corrections import Change, corrections
from transforms.ids import version_id
from transforms.records import FoundDate
from warehouse.link import link
from warehouse.load import articles_to_extract, load_articles
from warehouse.review import Decision, Subject, decide
from warehouse.rows import Reading
from warehouse.store import Store, open_memory, sql

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
    """With one title they are one article; with neither title nor text in common a site's addresses say nothing."""
    one, other = (told(guid, f"{guid} نص", url="https://n.example/x") for guid in ("a", "b"))
    stranger = replace(other, article=replace(other.article, title="آخر", version=version_id("آخر", "b نص")))
    for second, kind in ((other, "same_article"), (stranger, "same_address")):
        with open_memory() as store:
            load_articles(store, [one, second])
            assert rows(store, "select kind from core.article_copy") == [(kind,)]


# One article in three feeds, each with an id of its own, under one canonical address; and another outlet's report.
PUBLISHED = reading(
    "one",
    "2026-02-10",
    source="manara",
    side="SA",
    meetings=(meeting(),),
    follow_ups=(promise(None, None, "They will meet again soon"),),
)


def again(source: str, url: str, **changes: object) -> Reading:
    """The same article through another feed."""
    article = replace(PUBLISHED.article, id=f"1{source}", source=source, url=url, side=None, **changes)  # type: ignore[arg-type]
    return replace(PUBLISHED, article=article)


TWINS = [
    PUBLISHED,
    again("manara-world", "https://www.manara.example/one", witness="Manara"),
    again("collector", "http://manara.example/one/", witness="Collector"),
    reading("two", "2026-02-10", source="steppe", side="KZ", meetings=(meeting(),)),
]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0)])
def test_one_article_under_two_addresses_is_one_report_by_one_witness(order: tuple[int, ...]) -> None:
    """All stay and resolve to the one meeting; the official voice tells it, whichever feed came first."""
    with open_memory() as store:
        for n in order:
            load_articles(store, [TWINS[n]])
            link(store, date(2026, 3, 1))
        meetings = rows(store, "select reports, witnesses, one_sided from core.meeting")
        promises = rows(store, "select reports, witnesses from core.follow_up")
        told_by = rows(store, "select distinct told_in, witness, side from core.meeting_report order by witness")
        articles = rows(store, "select id, same_as from core.article order by id")
        year = {"firsts": [date(2026, 1, 1)], "lasts": [date(2026, 3, 1)]}
        seen = sum(row[-1] for row in store.con.execute(sql("queries/board_coverage"), year).fetchall())

    first = PUBLISHED.article.id
    assert (meetings, promises, seen) == ([(2, 2, None)], [(1, 1)], 2)
    assert told_by == [(first, "manara", "SA"), (TWINS[3].article.id, "steppe", "KZ")]
    assert articles == sorted(
        [(first, None), ("1manara-world", first), ("1collector", first), (TWINS[3].article.id, None)]
    )


def test_an_article_that_turns_out_to_be_another_one_counts_by_itself_again() -> None:
    """Its page declares another address later: two witnesses; and so it does where the first one is taken out."""
    apart = again("collector", "https://collector.example/9", witness="Collector")
    with open_memory() as store:
        load_articles(store, [TWINS[0], TWINS[2]])
        link(store, date(2026, 3, 1))
        load_articles(store, [apart])
        link(store, date(2026, 3, 1))
        assert rows(store, "select reports, witnesses from core.meeting") == [(2, 2)]

        load_articles(store, [TWINS[2]])
        link(store, date(2026, 3, 1))
        assert rows(store, "select reports, witnesses from core.meeting") == [(1, 1)]
        first = Subject("article", PUBLISHED.article.id, PUBLISHED.article.id, None)
        decide(store, [Decision("suppress", "article", first)], date(2026, 3, 1), "Nora")
        link(store, date(2026, 3, 1))
        assert rows(store, "select reports, witnesses from core.meeting") == [(1, 1)]
        assert rows(
            store,
            "select same_as, told_in, r.witness from core.article a join core.meeting_report r on r.article_id = a.id",
        ) == [(None, "1collector", "Collector")]


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
