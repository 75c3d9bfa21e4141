"""Promises, claims and background events: what sentences hold, in whose name, and what holds for any text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.frames.promise_cases import CASES
from tests.transforms.frames.promise_cases_fifth import FIFTH
from tests.transforms.frames.promise_cases_fourth import FOURTH
from tests.transforms.frames.promise_cases_more import MORE
from tests.transforms.frames.promise_cases_moved import MOVED
from tests.transforms.frames.promise_cases_sides import SIDES
from tests.transforms.frames.promise_cases_stops import STOPS
from tests.transforms.frames.promise_cases_third import THIRD
from tests.transforms.frames.promise_cases_wild import PLACES, WILD
from transforms.frames.claims import find_claims
from transforms.frames.drafts_promises import FollowUpDraft
from transforms.frames.follow_ups import find_follow_ups
from transforms.frames.prior_events import find_prior_events
from transforms.mentions.analyse import analyse
from transforms.mentions.model import Analysis, Cited
from transforms.records import Document
from transforms.text import normalise


@dataclass
class Told:
    """A meeting told before the promise."""

    parties: list[Cited[str]] = field(default_factory=list)
    sentence: int = 0


def read(lang: str, text: str) -> Analysis:
    return analyse(Document("d", text, published="2026-03-10", lang=lang), lang, normalise(text))


def promises(lang: str, sides: str, text: str) -> list[FollowUpDraft]:
    meetings = [Told([Cited(code, 0, 1, "party") for code in sides.split()])] if sides else []
    return find_follow_ups(read(lang, text), meetings)


def line(draft: FollowUpDraft) -> str:
    start = draft.window_start.value if draft.window_start else None
    end = draft.window_end.value if draft.window_end else None
    parties = " ".join(side.value for side in draft.parties)
    return f"{draft.kind.value} {start} {end} {draft.modality.value} {parties}"


def value(cited: Cited[object] | None) -> object:
    return cited.value if cited else None


@pytest.mark.parametrize(
    ("lang", "sides", "text", "expected"), [*CASES, *MORE, *THIRD, *MOVED, *FOURTH, *FIFTH, *SIDES, *STOPS, *WILD]
)
def test_a_sentence_holds_its_promises(lang: str, sides: str, text: str, expected: list[str]) -> None:
    """Each sentence of the table holds the promises given with it, and no others."""
    assert [line(draft) for draft in promises(lang, sides, text)] == expected


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_promise_is_placed_where_it_is_to_be_and_not_where_its_matter_is(text: str, place: str | None) -> None:
    """A visit is where its host is, a meeting in the city named for it; what is talked about gives no place."""
    (draft,) = promises("ar", "", text)
    assert value(draft.place) == place


@pytest.mark.parametrize(
    ("lang", "text", "attribution", "speaker"),
    [
        ("en", "Thai Foreign Minister Anan Suk said a summit will be held in Manama in May.", "party", "Anan Suk"),
        ("en", "The two sides agreed to hold a summit in Manama in May.", "joint", None),
        ("en", "Sources said that a summit would be held in Manama in May.", "unnamed", "Sources"),
        ("en", "A summit will be held in Manama in May.", "outlet", None),
        ("ar", "واتفق الجانبان على عقد قمة في المنامة في مايو المقبل.", "joint", None),
        ("ar", "وقالت مصادر إن قمة ستعقد في المنامة في مايو المقبل.", "unnamed", "مصادر"),
        ("ar", "ستعقد قمة في المنامة في مايو المقبل.", "outlet", None),
        # What follows a verb of saying was said, not what stood before it, but for "as he said".
        ("ar", "ستعقد قمة في المنامة في مايو المقبل، مؤكدا أن العلاقات قوية.", "outlet", None),
        ("ar", "ستعقد قمة في المنامة في مايو المقبل، حسبما أعلن الوزير التايلاندي أنان سوك.", "party", "أنان سوك"),
        ("ar", "علمت الصحيفة من مصادرها أن قمة ستعقد في المنامة في مايو المقبل.", "unnamed", "من مصادرها"),
        # A statement that speaks of itself says nothing more.
        ("ar", "أشير إلى التحديات في هذا البيان، وستعقد قمة في المنامة في مايو المقبل.", "outlet", None),
        # Whoever spoke before speaks on; sources without a name too; whom a quotation is about does not say it.
        ("ar", "قالت مصادر إن الوفد وصل إلى المنامة. وأشارت إلى أن قمة ستعقد في مايو المقبل.", "unnamed", "مصادر"),
        ("ar", "نقلت الصحيفة عن الوزير التايلاندي أنان سوك قوله إن قمة ستعقد في مايو المقبل.", "party", "أنان سوك"),
        (
            "ar",
            "قال وزير الخارجية التايلاندي أنان سوك إن الوفد وصل. وقال: «ستعقد قمة في المنامة في مايو المقبل».",
            "party",
            "أنان سوك",
        ),
    ],
)
def test_a_promise_says_whose_word_it_is(lang: str, text: str, attribution: str, speaker: str | None) -> None:
    """Both sides, one side, an unnamed source or the outlet alone: the attribution tells them apart."""
    (draft,) = promises(lang, "BH TH", text)

    assert value(draft.attribution) == attribution
    assert speaker is None or speaker in str(value(draft.speaker))


def test_a_visit_names_visitor_host_and_place() -> None:
    """Who travels to whom is told apart from the parties."""
    (draft,) = promises("en", "", "Portuguese Foreign Minister Rui Almada will visit Doha on Thursday.")

    found = (value(draft.visitor), value(draft.host), value(draft.place), value(draft.level), value(draft.portfolio))
    assert found == ("PT", "QA", "Doha", "minister", "foreign_affairs")


def test_a_session_has_a_body_and_a_number() -> None:
    """The body and the number of its session are read for the watch."""
    (draft,) = promises("en", "IN OM", "The ninth session of the joint commission will be held in Muscat in May.")

    assert value(draft.session_no) == 9
    assert "joint commission" in str(value(draft.body))


def test_what_was_agreed_is_no_joint_promise() -> None:
    """A sentence without a speaker stays the outlet's, and its ministries give the track."""
    text = "ومن المرجح عقد لقاء آخر بين مسؤولي وزارتي الداخلية في مايو المقبل لمتابعة ما تم الاتفاق عليه."
    (draft,) = promises("ar", "BH TH", text)

    assert (value(draft.attribution), value(draft.speaker), value(draft.portfolio)) == ("outlet", None, "interior")


def test_talks_of_a_visit_to_come_belong_to_it() -> None:
    """The talks that a visitor will hold are no second promise."""
    text = "Portuguese Foreign Minister Rui Almada will visit Qatar on Thursday. He will hold talks with his host."

    assert [line(draft) for draft in promises("en", "", text)] == ["visit 2026-03-12 2026-03-12 scheduled PT QA"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Trade between Jordan and Japan exceeded $1.2 billion in 2025.",
            ("trade_volume", ["JO", "JP"], 2025, 1.2e9, "USD", "over"),
        ),
        (
            "en",
            "Diplomatic relations between Jordan and Japan were established in 1954.",
            ("relations_since", ["JO", "JP"], 1954, 1954.0, "year", "exact"),
        ),
        (
            "ar",
            "بلغ حجم التبادل التجاري بين الأردن واليابان نحو مليار و200 مليون دولار عام 2025.",
            ("trade_volume", ["JO", "JP"], 2025, 1.2e9, "USD", "about"),
        ),
        (
            "ar",
            "وتجاوزت الاستثمارات بين الأردن واليابان ملياري يورو العام الماضي.",
            ("investment_volume", ["JO", "JP"], 2025, 2e9, "EUR", "over"),
        ),
        (
            "ar",
            "ترتبط الأردن واليابان بعلاقات دبلوماسية منذ عام 1954.",
            ("relations_since", ["JO", "JP"], 1954, 1954.0, "year", "exact"),
        ),
    ],
)
def test_a_claim_is_a_figure_with_its_year_unit_and_bound(lang: str, text: str, expected: tuple[object, ...]) -> None:
    """Sums in words and digits, dual numbers and bounds are read as one figure."""
    (claim,) = find_claims(read(lang, text))

    parties = [side.value for side in claim.parties]
    found = (claim.kind.value, parties, value(claim.year), value(claim.value), value(claim.unit), claim.bound.value)
    assert found == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "The previous session of the Jordan-Japan joint committee was held in Tokyo in May 2024.",
            ("2024-05-01", "2024-05-31", ["JO", "JP"]),
        ),
        (
            "ar",
            "وكانت الدورة السابقة للجنة الأردنية اليابانية المشتركة قد عقدت في طوكيو في مايو 2024.",
            ("2024-05-01", "2024-05-31", ["JO", "JP"]),
        ),
    ],
)
def test_an_earlier_session_is_background(lang: str, text: str, expected: tuple[object, ...]) -> None:
    """An earlier session is a prior event with its time, and no promise."""
    (event,) = find_prior_events(read(lang, text))

    assert (value(event.window_start), value(event.window_end), [side.value for side in event.parties]) == expected
    assert promises(lang, "JO JP", text) == []


def _spans(drafts: Sequence[FollowUpDraft]) -> list[tuple[int, int]]:
    found = []
    for draft in drafts:
        cited = [draft.kind, draft.modality, draft.quote, draft.window_start, draft.what, draft.body, draft.place]
        found += [(c.start, c.end) for c in [*cited, *draft.parties] if c is not None]
    return found


pieces = st.sampled_from([word for case in CASES for word in case[2].split()])


@given(st.lists(pieces, max_size=40).map(" ".join), st.sampled_from(["ar", "en"]))
@settings(max_examples=150, deadline=None)
def test_any_words_are_read_without_a_fault(text: str, lang: str) -> None:
    """Whatever words follow each other: no exception, and every span lies inside the text."""
    analysis = read(lang, text)
    meetings = [Told([Cited("JO", 0, 1, "party"), Cited("JP", 0, 1, "party")])]

    drafts = find_follow_ups(analysis, meetings)
    find_claims(analysis)
    find_prior_events(analysis)

    for draft in drafts:
        assert len({side.value for side in draft.parties}) == len(draft.parties) >= 2
    for start, end in _spans(drafts):
        assert 0 <= start < end <= len(analysis.view.norm) or (start, end) == (0, 1)
