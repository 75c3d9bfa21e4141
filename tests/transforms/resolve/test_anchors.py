"""Anchors: the sentence that a report stands in."""

from transforms.records import Evidence, Record
from transforms.resolve.anchors import Anchors

TEXT = "أعلنت الوزارة الخبر.\nاستقبل الوزير نظيره اليوم. وسيُعقد اجتماع آخر قريبًا."


def test_the_anchor_is_the_sentence_of_the_most_telling_words() -> None:
    """The contact's words decide, before a date that stands elsewhere."""
    contact = TEXT.index("استقبل")
    record = Record(
        "1",
        "ar",
        evidence=(Evidence("/meetings/0/date", 0, 5, "d"), Evidence("/meetings/0/form", contact, contact + 6, "f")),
    )

    assert Anchors("", TEXT).of(record, "meetings", 0) == "استقبل الوزير نظيره اليوم."
    assert Anchors("", TEXT).of(record, "meetings", 1) == ""


def test_words_are_found_with_their_sentence() -> None:
    """A quote inside a sentence gives the whole of it; words from nowhere stand for themselves."""
    anchors = Anchors("عنوان الخبر", TEXT)

    assert anchors.around("اجتماع آخر") == "وسيُعقد اجتماع آخر قريبًا."
    assert anchors.around("عنوان") == "عنوان الخبر"
    assert anchors.around("كلام غائب") == "كلام غائب"
