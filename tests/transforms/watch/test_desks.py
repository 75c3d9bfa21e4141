"""Desks: what concerns them, and what does not."""

import pytest

from transforms.watch.desks import Desk, Matter, concerns

INTERIOR = Matter(frozenset({"KZ", "SA"}), frozenset({"interior"}), frozenset({"minister"}), ("Daniyar Akhmetov",))
BODY = "the Kazakh-Saudi Joint Committee"


@pytest.mark.parametrize(
    ("desk", "ours"),
    [
        (Desk(), True),
        (Desk(states=frozenset({"KZ"})), True),
        (Desk(states=frozenset({"QA"})), False),
        (Desk(groups=("central_asia",)), True),
        (Desk(groups=("maghreb",)), False),
        (Desk(states=frozenset({"SA"}), groups=("central_asia",)), True),
        (Desk(states=frozenset({"QA"}), groups=("central_asia",)), False),
        (Desk(states=frozenset({"KZ"}), groups=("central_asia",)), False),
        (Desk(portfolios=frozenset({"interior", "justice"})), True),
        (Desk(states=frozenset({"KZ"}), portfolios=frozenset({"trade"})), False),
        (Desk(lowest_level="minister"), True),
        (Desk(lowest_level="head_of_state"), False),
        (Desk(people=("Akhmetov",)), True),
        (Desk(people=("Nobody",)), False),
        (Desk(states=frozenset({"QA"}), people=("daniyar akhmetov",)), True),
        (Desk(bodies=(BODY,)), False),
    ],
)
def test_a_matter_is_a_desks_by_states_ministry_and_level_or_by_a_name(desk: Desk, ours: bool) -> None:
    """States and groups together ask for one of each; people and bodies open the door by themselves."""
    assert concerns(desk, INTERIOR) is ours


def test_a_level_that_is_not_told_shuts_nobody_out() -> None:
    """A null is no evidence."""
    assert concerns(Desk(lowest_level="minister"), Matter(frozenset({"KZ", "SA"})))


def test_a_body_is_followed_by_its_whole_name_or_by_its_kind_among_the_desks_states() -> None:
    """The joint committee of another pair is another one."""
    own = Matter(frozenset({"KZ", "SA"}), bodies=("Kazakh-Saudi Joint Committee",))
    arabic = Matter(frozenset({"KZ", "SA"}), bodies=("اللجنة المشتركة",))
    other = Matter(frozenset({"AE", "JO"}), bodies=("the Jordanian-Emirati Joint Committee",))
    loose, tied = Desk(bodies=(BODY,)), Desk(states=frozenset({"KZ"}), portfolios=frozenset({"trade"}), bodies=(BODY,))

    assert [concerns(loose, matter) for matter in (own, arabic, other)] == [True, False, False]
    assert [concerns(tied, matter) for matter in (own, arabic, other)] == [True, True, False]
