"""An explanation lays the text out whole, with every value on its words, and its page takes nothing for markup."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gold.texts import documents
from transforms.codec import record_to_json
from transforms.explain import Gap, Mark, Segment, explain
from transforms.explain_page import page
from transforms.extract import extract
from transforms.records import Document, Evidence, Record
from transforms.vocabulary import NullReason


class Text(HTMLParser):
    """The text that a browser would show, and the elements it would make."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.made: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.made.append(tag)

    def handle_data(self, data: str) -> None:
        self.shown += data


def read(markup: str) -> Text:
    parser = Text()
    parser.feed(markup)
    return parser


def cited(text: str, *spans: tuple[int, int, str]) -> tuple[Document, Record]:
    evidence = tuple(Evidence("/id", start, end, rule) for start, end, rule in spans)
    return Document("x", text, lang="en"), Record("x", "en", evidence=evidence)


def test_overlapping_spans_part_the_text_with_the_narrowest_first() -> None:
    """Each piece names every value that covers it."""
    document, record = cited("abcdef", (0, 4, "wide"), (2, 4, "narrow"))

    explanation = explain(document, record)

    wide, narrow = Mark("/id", "x", "wide"), Mark("/id", "x", "narrow")
    assert explanation.text == (Segment("ab", (wide,)), Segment("cd", (narrow, wide)), Segment("ef", ()))


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=6))
def test_segments_laid_end_to_end_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever the spans say, nothing of the text is lost or doubled."""
    document, record = cited(text, *((a, b, "r") for a, b in spans))

    assert "".join(segment.text for segment in explain(document, record).text) == text


@pytest.mark.parametrize("document", [*documents("ar")[:5], *documents("en")[:5]], ids=lambda d: d.id)
def test_every_value_is_told_with_its_words_and_rule(document: Document) -> None:
    """As many as the record has evidence for, in its order, each with the words of its span."""
    record = extract(document)
    explanation = explain(document, record)

    whole = {"text": document.text, "title": document.title}
    assert [(v.mark.path, v.mark.rule, v.words) for v in explanation.values] == [
        (e.path, e.rule, whole[e.where][e.start : e.end]) for e in record.evidence
    ]
    assert explanation.right_to_left is (document.lang == "ar")
    for path in (f"/meetings/{n}" for n in range(len(record.meetings))):
        assert any(segment.marks for segment in explanation.text if any(m.path.startswith(path) for m in segment.marks))


def test_a_call_has_no_place_and_a_promise_without_a_time_says_so() -> None:
    """Each null that a reader would ask about has its reason."""
    number = "gold-en-16"
    document = next(d for d in documents("en") if d.id == number)
    record = extract(document)

    gaps = {gap.path: gap.why for gap in explain(document, record).gaps}

    assert record_to_json(record)["meetings"][0]["city"] is None
    assert gaps["/meetings/0/city"] == "a call has no place"
    undated = [n for n, f in enumerate(record.follow_ups) if f.window_start is None]
    assert undated
    assert all(gaps[f"/follow_ups/{n}/window_start"] == "no time is given, or a vague one" for n in undated)


@pytest.mark.parametrize("reason", NullReason)
def test_every_reason_for_no_meeting_has_words(reason: NullReason) -> None:
    """No code of ours reaches a reader bare."""
    (gap,) = explain(Document("x", "text"), Record("x", "en", reasons=(reason,))).gaps

    assert gap == Gap("/meetings", gap.why)
    assert gap.why and gap.why != reason.value


def test_an_article_is_never_markup() -> None:
    """Tags, quotes and entities are shown as they were published, in text, title, id and tooltip."""
    nasty = "<script>alert('x')</script> \"&amp;\" <b>"
    evidence = (Evidence("/id", 0, 8, "<i>rule</i>"), Evidence("/id", 0, 3, 'a"b', "title"))
    document = Document(nasty, nasty, title=nasty, published="<2026>", lang="en")

    shown = read(page([explain(document, Record(nasty, "en", evidence=evidence))]))

    assert shown.shown.count(nasty) >= 3
    assert {"script", "b", "i"} & set(shown.made) == set()
    assert shown.made.count("mark") == 2


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    """No address, no script: it can be sent and opened anywhere. Arabic runs from the right."""
    (arabic, english) = (documents(lang)[0] for lang in ("ar", "en"))

    markup = page([explain(d, extract(d)) for d in (arabic, english)])

    assert not any(word in markup for word in ("http://", "https://", "src=", "href=", "<script", "@import", "url("))
    assert 'lang="ar" dir="rtl"' in markup and 'lang="en" dir="ltr"' in markup
    assert arabic.text in read(markup).shown and english.text in read(markup).shown


def test_a_lone_surrogate_does_not_keep_the_page_from_being_stored() -> None:
    """It is shown as a question mark."""
    markup = page([explain(*cited("a\ud800b", (0, 2, "r")))])

    assert "a?" in markup and markup.encode("utf-8")
