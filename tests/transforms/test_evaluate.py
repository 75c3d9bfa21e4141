"""The measures of an evaluation, against figures worked out by hand."""

from typing import Any

import pytest

from transforms.evaluate import COMPOSITE, Figure, evaluate, same_window
from transforms.evaluate_names import same_name


def person(name: str, party: str, office: str = "ambassador", portfolio: str | None = None) -> dict[str, Any]:
    return {"name": name, "party": party, "office": office, "portfolio": portfolio}


def meeting(parties: str, people: list[dict[str, Any]], **slots: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {"date": None, "country": None, "city": None, "topics": []}
    return blank | {"parties": parties.split(), "participants": people} | slots


def promise(kind: str, parties: str, start: str | None, end: str | None, modality: str) -> dict[str, Any]:
    window = {"window_start": start, "window_end": end}
    return {"kind": kind, "parties": parties.split(), "modality": modality} | window


def record(number: str, **lists: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": number, "meetings": [], "agreements": [], "follow_ups": []} | lists


def test_a_meeting_is_compared_slot_by_slot() -> None:
    """Two of three parties, one of two offices, one of two topics; a city in another case is right."""
    minister = person("Fahd bin Salman", "SA", "minister", "interior")
    gold = meeting(
        "KZ SA UZ",
        [minister, person("Odil Nazarov", "UZ")],
        date="2026-01-14",
        city="Riyadh",
        topics=["energy", "trade"],
    )
    found = meeting(
        "KZ SA",
        [minister, person("Odil Nazarov", "UZ", "official")],
        date="2026-01-13",
        city="RIYADH",
        topics=["trade"],
    )

    figures = evaluate([record("a", meetings=[gold])], [record("a", meetings=[found])]).figures

    assert {slot: figures[slot] for slot in figures if figures[slot] != Figure()} == {
        "relevant_documents": Figure(1, 1, 1),
        "meetings": Figure(1, 1, 1),
        "date": Figure(0, 1, 1),
        "city": Figure(1, 1, 1),
        "parties": Figure(2, 3, 2),
        "participants": Figure(2, 2, 2),
        "offices": Figure(1, 2, 2),
        "topics": Figure(1, 2, 1),
    }


def test_a_person_on_the_wrong_side_is_missed_and_made_up() -> None:
    """The name alone is not enough."""
    gold = [record("a", meetings=[meeting("KZ SA", [person("Odil Nazarov", "KZ")])])]
    found = [record("a", meetings=[meeting("KZ SA", [person("Odil Nazarov", "SA")])])]

    assert evaluate(gold, found).figures["participants"] == Figure(0, 1, 1)


def test_meetings_pair_with_the_likest_and_the_rest_counts_against() -> None:
    """One is found twice: the better copy counts, the other is made up with all its slots."""
    nazarov = person("Odil Nazarov", "UZ")
    gold = [record("a", meetings=[meeting("SA UZ", [nazarov], date="2026-01-14")])]
    found = [
        record("a", meetings=[meeting("SA UZ", [], date="2026-01-10"), meeting("SA UZ", [nazarov], date="2026-01-14")])
    ]

    figures = evaluate(gold, found).figures

    assert (figures["meetings"], figures["date"]) == (Figure(1, 1, 2), Figure(1, 1, 2))
    assert figures["parties"] == Figure(2, 2, 4)


def test_meetings_of_others_do_not_pair() -> None:
    """Neither parties nor people in common: one missed, one made up."""
    gold = [record("a", meetings=[meeting("SA UZ", [])])]
    found = [record("a", meetings=[meeting("FR JO", [])])]

    assert evaluate(gold, found).figures["meetings"] == Figure(0, 1, 1)


def test_an_agreement_pairs_by_parties_type_and_status() -> None:
    """Another type with the same parties and status still pairs (0.5 + 0.2); other parties with nothing else do not."""
    memo = {"type": "memorandum_of_understanding", "status": "signed", "parties": ["KZ", "SA"]}
    treaty = {"type": "treaty", "status": "signed", "parties": ["KZ", "SA"]}
    other = {"type": "treaty", "status": "agreed", "parties": ["FR", "JO"]}

    def figures(found: dict[str, Any]) -> tuple[Figure, Figure]:
        scored = evaluate([record("a", agreements=[memo])], [record("a", agreements=[found])]).figures
        return scored["agreements"], scored["agreement_status"]

    assert figures(treaty) == (Figure(1, 1, 1), Figure(1, 1, 1))
    assert figures(memo | {"status": "agreed"}) == (Figure(1, 1, 1), Figure(0, 1, 1))
    assert figures(other) == (Figure(0, 1, 1), Figure(0, 1, 1))


def test_a_promise_pairs_within_its_kind_and_its_window_and_modality_count_apart() -> None:
    """A promise of the right kind and parties is found, whatever its window says."""
    gold = promise("visit", "KZ SA", "2026-01-01", "2026-03-31", "likely")
    found = promise("visit", "KZ SA", None, None, "likely")

    figures = evaluate([record("a", follow_ups=[gold])], [record("a", follow_ups=[found])]).figures
    of_another_kind = evaluate([record("a", follow_ups=[gold])], [record("a", follow_ups=[gold | {"kind": "meeting"}])])

    assert figures["follow_ups"] == figures["follow_up_modality"] == Figure(1, 1, 1)
    assert figures["follow_up_windows"] == Figure(0, 1, 1)
    assert of_another_kind.figures["follow_ups"] == Figure(0, 1, 1)


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (("2026-01-01", "2026-01-10"), ("2026-01-01", "2026-01-05"), True),  # 5 of 10 days
        (("2026-01-01", "2026-01-10"), ("2026-01-01", "2026-01-04"), False),  # 4 of 10
        (("2026-01-01", "2026-01-10"), ("2026-02-01", "2026-02-10"), False),
        ((None, None), (None, None), True),
        ((None, None), ("2026-01-01", "2026-01-01"), False),
        (("2026-01-01", None), ("2026-01-01", "2026-01-01"), True),
        (("2026-01-01", "2026-01-10"), ("2026-01-01", None), False),
        (("2026-01-01", "2026-01-10"), ("soon", "later"), False),
    ],
)
def test_windows_are_the_same_when_they_share_half_of_their_days(
    gold: tuple[str | None, str | None], found: tuple[str | None, str | None], same: bool
) -> None:
    """Counted in days that both cover, of those that either does."""
    assert same_window(promise("visit", "", *gold, ""), promise("visit", "", *found, "")) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("عبد العزيز بن سعود", "عبدالعزيز بن سعود", True),
        ("أحمد القحطاني", "احمد القحطانى", True),
        ("Prince Fahd bin Salman", "Fahd bin Salman bin Turki", True),
        ("Lavrov", "Sergey Lavrov", True),
        ("Lavrov", "Sergey Viktorovich Lavrov", False),
        ("Yousef Al-Sughair", "Yusuf Al-Sughair", True),
        ("Odil Nazarov", "Claire Beaulieu", False),
        ("", "Claire Beaulieu", False),
    ],
)
def test_names_are_compared_leniently(a: str, b: str, same: bool) -> None:
    """Spelling, titles and missing parts do not part one person's names."""
    assert same_name(a, b) is same is same_name(b, a)


def test_the_composite_is_the_mean_of_the_slots_that_are_filled() -> None:
    """A meeting with two parties, all found, and a promise with the wrong window: (4 × 1 + 0) / 5."""
    gold = meeting("KZ SA", [], date="2026-01-14")
    due = promise("visit", "KZ SA", "2026-01-01", "2026-03-31", "likely")
    wrong = due | {"window_start": None, "window_end": None}

    evaluation = evaluate(
        [record("a", meetings=[gold], follow_ups=[due])], [record("a", meetings=[gold], follow_ups=[wrong])]
    )

    assert {slot for slot in COMPOSITE if evaluation.figures[slot] != Figure()} == {
        *("meetings", "date", "parties", "follow_ups", "follow_up_windows"),
    }
    assert evaluation.composite == 0.8


def test_nothing_wanted_and_nothing_found_is_right() -> None:
    """A text without anything in scope scores full marks and is no worst document."""
    evaluation = evaluate([record("a")], [record("a")])

    assert (evaluation.composite, evaluation.worst(5)) == (1.0, ())


def test_documents_without_a_record_are_missed_and_records_without_gold_left_alone() -> None:
    """The gold set decides what is scored."""
    wanted = meeting("KZ SA", [])

    evaluation = evaluate([record("a", meetings=[wanted])], [record("b", meetings=[wanted])])

    assert evaluation.figures["meetings"] == Figure(0, 1, 0)
    assert [document.id for document in evaluation.documents] == ["a"]


def test_the_worst_documents_have_most_errors() -> None:
    """Values missed and made up in the slots of the composite; ties go by id."""
    one, two = meeting("KZ SA", []), meeting("KZ SA", [], date="2026-01-14")
    gold = [record("c", meetings=[one]), record("b", meetings=[two]), record("a", meetings=[one]), record("d")]

    worst = evaluate(gold, [record("d", meetings=[two])]).worst(3)

    assert [(document.id, document.errors) for document in worst] == [("b", 4), ("d", 4), ("a", 3)]
