"""The second gate: what lets an article be read for people, and what is left out before."""

import pytest

from tests.gold.texts import SETS, documents, gold
from transforms.frames.outlook import can_tell
from transforms.gate import why_not
from transforms.mentions.reading import read
from transforms.records import Document
from transforms.text import normalise


def lets_in(lang: str, text: str) -> bool:
    """Whether the second gate lets a text through."""
    reading = read(Document("d", text, published="2026-03-10", lang=lang), lang, normalise(text))
    return can_tell(reading)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Spanish Foreign Minister Luis Ortega met his Peruvian counterpart Ana Quispe in Madrid on Tuesday."),
        ("en", "Spain and Peru signed a fisheries agreement in Lima."),
        ("en", "The Spanish foreign minister will visit Peru next week."),
        ("en", "Trade between Spain and Peru reached 4 billion dollars in 2025."),
        ("ar", "استقبل وزير الخارجية الإسباني لويس أورتيغا نظيرته البيروفية في مدريد أمس."),
        ("ar", "يزور وزير الخارجية الإسباني البيرو الأسبوع المقبل."),
        ("ar", "وقعت إسبانيا والبيرو مذكرة تفاهم في مجال الصيد."),
    ],
)
def test_what_tells_of_contacts_instruments_promises_or_figures_is_let_in(lang: str, text: str) -> None:
    assert lets_in(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In an interview with Spanish radio the Peruvian minister spoke of a meeting of minds."),
        ("en", "The agreement between Spain and Peru matters to farmers."),
        ("ar", "قال وزير الخارجية الإسباني في مقابلة مع صحيفة بيروفية إن الاجتماع مهم."),
        ("ar", "الاتفاق بين إسبانيا والبيرو يهم المزارعين، بحسب وزير الزراعة."),
    ],
)
def test_what_only_mentions_them_is_left_out(lang: str, text: str) -> None:
    assert not lets_in(lang, text)


@pytest.mark.parametrize("name", SETS)
def test_no_text_that_a_reader_found_something_in_is_left_out(name: str) -> None:
    """Neither gate stops a text with a meeting, an instrument or a promise of the gold sets."""
    told = {each["id"] for each in gold(name) if each["meetings"] or each["agreements"] or each["follow_ups"]}
    stopped = [document.id for document in documents(name) if document.id in told and not _open(document)]

    assert stopped == []


def _open(document: Document) -> bool:
    view = normalise(document.text)
    reading = read(document, document.lang or "", view)
    return why_not(view.norm, document.lang or "") is None and reading.joins() and can_tell(reading)
