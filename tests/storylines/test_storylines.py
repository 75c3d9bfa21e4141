"""The life of promises from texts: what outlets publish, read and linked as `liqaa add` does, on many later days."""

import random
from collections.abc import Iterator, Sequence

import pytest

from tests.storylines.telling import Storyline, World, storylines, worlds
from warehouse.rows import Reading


@pytest.fixture(scope="module")
def told() -> Iterator[dict[str, World]]:
    """For each storyline the warehouse that holds it and others; all articles came at once."""
    made = {}
    for stories in worlds():
        world = World([[reading for story in stories for reading in story.readings()]])
        made |= {story.name: world for story in stories}
    yield made
    for world in set(made.values()):
        world.store.close()


def test_there_are_storylines_enough_in_both_languages() -> None:
    """Thirty at least, no two alike, each told in articles of its own."""
    languages = [{article["lang"] for article in story.articles} for story in storylines()]
    texts = [article["text"] for story in storylines() for article in story.articles]

    assert len({story.name for story in storylines()}) == len(storylines()) >= 30
    assert min(sum("ar" in own for own in languages), sum("en" in own for own in languages)) >= 15
    assert sum(len(own) == 2 for own in languages) >= 3
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("story", storylines(), ids=lambda story: story.name)
def test_promises_stand_as_the_storyline_says(told: dict[str, World], story: Storyline) -> None:
    """On each day named: as many promises, in these states, with these windows."""
    expected = {day: sorted(stands, key=repr) for day, stands in story.stands.items()}
    found = {}
    for day, stands in expected.items():
        known = sorted((stand for _, stand in told[story.name].standing(story.parties, day)), key=repr)
        short = all(len(stand) == 1 for stand in stands)
        found[day] = [stand[:1] for stand in known] if short else known

    assert expected == found


@pytest.mark.parametrize("seed", [1, 2])
def test_states_do_not_depend_on_the_batches_in_which_articles_come(told: dict[str, World], seed: int) -> None:
    """All at once, or shuffled in three batches with linking after each: the same promises under the same ids."""
    chance = random.Random(seed)
    stories = chance.sample(worlds()[0], 10)
    batches: Sequence[list[Reading]] = ([], [], [])
    for story in stories:
        for reading in story.readings():
            chance.choice(batches).append(reading)
    shuffled = World([chance.sample(batch, len(batch)) for batch in batches])

    once = {(s.name, day): told[s.name].standing(s.parties, day) for s in stories for day in s.stands}
    assert once == {(s.name, day): shuffled.standing(s.parties, day) for s in stories for day in s.stands}
    shuffled.store.close()
