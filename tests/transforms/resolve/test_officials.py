"""The list of officials: data that a reader extends, a help and never a condition."""

from datetime import date

import pytest

from transforms.lexicon.schema import LexiconError
from transforms.resolve.groups import Decision
from transforms.resolve.officials import known, official, officials
from transforms.resolve.same_person import NameView, same_person


def view(name: str, party: str) -> NameView:
    return NameView(name, date(2026, 1, 1), party, name, frozenset())


def test_every_line_of_the_list_names_its_person_in_both_scripts_and_nobody_else() -> None:
    """Each spelling leads to its own line."""
    for entry in officials():
        assert {known(entry.party, name) for name in entry.names if len(name.split()) > 2} <= {entry}
        assert any("\u0600" <= name[0] <= "\u06ff" for name in entry.names), entry
        assert any(name[0] <= "\u024f" for name in entry.names), entry


def test_the_list_joins_what_sounds_would_leave_in_doubt() -> None:
    """Joe Raggi is Youssef Rajji in his ministry's own English."""
    judged = same_person(view("يوسف رجي", "LB"), view("Joe Raggi", "LB"))

    assert (judged.decision, judged.reasons[-1]) == (Decision.SAME, "one official of the list")


def test_two_officials_of_the_list_are_never_one() -> None:
    """Sons of one father."""
    judged = same_person(view("محمد بن زايد", "AE"), view("محمد بن راشد", "AE"))

    assert (judged.decision, judged.hard) == (Decision.DIFFERENT, True)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("SA | minister | interior", "3 columns instead of 4"),
        ("ZZ | minister | interior | A B", "party 'ZZ' is not known"),
        ("SA | king |  | A B", "'king' is not a valid Office"),
    ],
)
def test_a_line_that_says_something_else_is_named(line: str, message: str) -> None:
    """A mistake of an editor is told, not guessed at."""
    with pytest.raises(LexiconError, match=message):
        official(line)
